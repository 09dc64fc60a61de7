"""Run given tests in a process of their own, until the first failure, within a time limit."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

__all__ = ["TOOLS", "Tests"]

TOOLS = Path(__file__).parent.parent
MORE_SECONDS, MORE_TIMES = 10, 5


class Tests:
    """A pytest command line. Made, it is run once as things stand, which must succeed: else RuntimeError."""

    __test__ = False

    def __init__(self, arguments: str, environment: Mapping[str, str] | None = None, *options: str) -> None:
        self._command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *options]
        self._command += shlex.split(arguments)
        self._environment = {**os.environ, **(environment or {})}
        self.limit = 600.0
        start = time.perf_counter()
        done = self._run({})
        if done is None or done.returncode:
            raise RuntimeError(f"pytest {arguments} fails with everything as it is:\n{done and done.stdout[-2000:]}")
        self.limit = MORE_SECONDS + MORE_TIMES * (time.perf_counter() - start)

    def notice(self, environment: Mapping[str, str] | None = None) -> bool:
        """Whether a test fails, or the tests take longer than the limit."""
        done = self._run(environment or {})
        return done is None or done.returncode != 0

    def _run(self, environment: Mapping[str, str]) -> subprocess.CompletedProcess[str] | None:
        env = {**self._environment, **environment}
        try:
            return subprocess.run(
                self._command, env=env, capture_output=True, text=True, timeout=self.limit, check=False
            )
        except subprocess.TimeoutExpired:
            return None
