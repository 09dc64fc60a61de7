"""No pattern of the package takes the square of a text's length, whatever the text nearly matches."""

from __future__ import annotations

import ast
import importlib.util
import json
import re
import subprocess
import sys
import time
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import Any

import pytest
import regex

from tests.patterns import Compiled, near_misses

ROOT = Path(__file__).parent.parent
SMALL, LARGE = 2000, 8000
MOST = 8.0
"""Times as long may four times the text take: the square is sixteen, a busy machine and short times need room."""
SHORT = 0.004
"""Seconds that nothing grows in."""
AT_ONE_PLACE = {
    r"\d++,(?:\d{1,2}|\d{4,9})": "of one token of at most forty characters",
    r"'*+[=+\-@\t\r\n]": "at the beginning of a cell",
    "(?P<Capital> ": "of one token, from its beginning",
}
"""What a pattern holds that is never searched for along a text, and where it is tried instead."""


@cache
def compiled() -> tuple[Compiled, ...]:
    command = [sys.executable, "-m", "tests.patterns"]
    shown = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True).stdout
    return tuple(Compiled(*each) for each in json.loads(shown))


def test_every_place_that_compiles_is_found() -> None:
    lines = {(each.module, each.line) for each in compiled()}
    missing = []
    for module in sorted({each.module for each in compiled()}):
        spec = importlib.util.find_spec(module)
        assert spec is not None
        assert spec.origin is not None
        for node in ast.walk(ast.parse(Path(spec.origin).read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in ("re.compile", "regex.compile"):
                span = range(node.lineno, (node.end_lineno or node.lineno) + 1)
                if not any((module, line) in lines for line in span):
                    missing.append(f"{module}:{node.lineno}")
    assert missing == []
    assert len(lines) > 80


def test_what_is_tried_at_one_place_is_there() -> None:
    for part in AT_ONE_PLACE:
        assert any(part in each.pattern for each in compiled()), part


def test_a_pattern_that_backtracks_would_be_seen() -> None:
    assert worst("(?:a+b)+c", 0, partial(_all, re.compile("(?:a+b)+c"))) is not None
    assert worst(r"\s+$", 0, partial(_all, re.compile(r"\s+$"))) is not None
    assert worst(r"a\d{1,3}b", 0, partial(_all, re.compile(r"a\d{1,3}b"))) is None


def test_time_grows_with_the_text() -> None:
    slow = []
    for each in compiled():
        library: Any = regex if each.library == "regex" else re
        pattern = library.compile(each.pattern, each.flags)
        anchored = any(part in each.pattern for part in AT_ONE_PLACE)
        found = worst(each.pattern, each.flags, pattern.match if anchored else partial(_all, pattern))
        if found is not None:
            slow.append(f"{each.module}:{each.line}: {found}")
    assert not slow


def worst(pattern: str, flags: int, run: Callable[[str], Any]) -> str | None:
    """The first near miss on which a pattern takes the square of the time, with how much longer; None where none is."""
    for small, large in zip(near_misses(pattern, flags, SMALL), near_misses(pattern, flags, LARGE), strict=True):
        if seconds(run, large) < SHORT:
            continue
        ratios = [seconds(run, large) / max(seconds(run, small), 1e-5) for _ in range(3)]
        if min(ratios) > MOST:
            return f"{small[:20]!r}... {min(ratios):.1f}"
    return None


def _all(pattern: Any, text: str) -> int:
    return sum(1 for _ in pattern.finditer(text))


def seconds(run: Callable[[str], Any], text: str) -> float:
    start = time.process_time()
    run(text)
    return time.process_time() - start


@pytest.mark.parametrize("pattern", [r"a\d+b", r"(?:ab|cd)*e", r"[^a-z]{2,}x", r"(?<=a)b+(?!c)", r"(?>a+)b", r"a++b|c"])
def test_near_misses_go_on_and_on(pattern: str) -> None:
    long = [text for text in near_misses(pattern, 0, 400) if len(text) > 300]
    assert len(long) > 40
    assert all(re.compile(pattern).fullmatch(text) is None for text in long)
