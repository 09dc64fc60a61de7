"""Every example of the README and of the pages is run: Python blocks, with what they show, and ``console`` blocks.

A ``console`` block holds commands behind ``$`` and what they print, where ``...`` stands for anything; it runs in the
project's folder. Commands that are only to be read (installing, say) stand in ``sh`` blocks.
"""

from __future__ import annotations

import doctest
import os
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from sybil import Example, Sybil
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser, SkipParser

ROOT = Path(__file__).parent
collect_ignore = [] if find_spec("spacy") else ["src/conflictnews/integrations/spacy_factory.py"]
"""Modules that can't be imported without an extra."""
NEEDS = {
    "conflictnews.integrations.arrow": "pyarrow",
    "conflictnews.integrations.batches": "pyarrow pandas",
    "conflictnews.integrations.story_keys": "pyarrow",
    "conflictnews.integrations.web": "trafilatura",
    "conflictnews.interchange.uima": "cassis",
    "conflictnews.output.html": "jinja2",
}
"""Modules with examples in their docstrings that need an extra, and what must be installed."""
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def run_console(example: Example) -> str | None:
    """Run the commands of a block; the difference to what it shows, if there is one."""
    environment = {**os.environ, "NO_COLOR": "1", "COLUMNS": "100", "PYTHONIOENCODING": "utf-8"}
    environment["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{environment['PATH']}"
    checker = doctest.OutputChecker()
    for command, wanted in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n?)*)", str(example.parsed), re.MULTILINE):
        done = subprocess.run(  # noqa: S602 - the project's own pages
            command, shell=True, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False
        )
        got = done.stdout + done.stderr
        if not checker.check_output(wanted, got, FLAGS):
            return f"{command}\n" + checker.output_difference(doctest.Example("", wanted), got, FLAGS)
    return None


pytest_collect_file = Sybil(
    parsers=[
        PythonCodeBlockParser(doctest_optionflags=FLAGS),
        CodeBlockParser("console", run_console),
        SkipParser(),  # an example of a library that is not installed, with its reason
    ],
    patterns=["README.md", "docs/**/*.md", "docs/*.md"],
).pytest()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip the examples of a docstring where what they need is not installed."""
    for item in items:
        if isinstance(item, pytest.DoctestItem):
            module = ".".join(item.path.relative_to(ROOT).with_suffix("").parts[1:])
            missing = [needed for needed in NEEDS.get(module, "").split() if find_spec(needed) is None]
            if missing:
                item.add_marker(pytest.mark.skip(reason=f"{' and '.join(missing)} missing"))
