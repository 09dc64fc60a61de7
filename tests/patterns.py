"""Every pattern that the package compiles, found by itself, and texts that nearly match it.

Run as a program it prints, as JSON, what is compiled where: ``python -m tests.patterns``. It must be a process of its
own, in which nothing of the package was imported before ``re.compile`` and ``regex.compile`` were watched.
"""

from __future__ import annotations

import importlib
import inspect
import json
import pkgutil
import random
import re
import sys
import warnings
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser as sre  # type: ignore[attr-defined]
from typing import Any, NamedTuple

__all__ = ["Compiled", "near_misses", "watched"]

_SEEDS = Path(__file__).parent.parent / "seeds"
_FOREIGN = ("integrations.", "testing")
"""Modules that need an extra to be imported."""


class Compiled(NamedTuple):
    """A pattern: the module that compiles it and its line, the library, the pattern, its flags."""

    module: str
    line: int
    library: str
    pattern: str
    flags: int


def watched() -> list[Compiled]:
    """What is compiled while every module is imported and the seeds go through parser, comparison and outputs."""
    import regex

    found: dict[Compiled, None] = {}
    for library in (re, regex):
        _watch(library, found)
    import conflictnews as cn

    for module in pkgutil.walk_packages(cn.__path__, "conflictnews."):
        if not module.name.removeprefix("conflictnews.").startswith(_FOREIGN) and "__main__" not in module.name:
            importlib.import_module(module.name)
    articles = [cn.parse(file.read_text("utf-8"), published=date(2021, 3, 1)) for file in sorted(_SEEDS.glob("*.txt"))]
    compared = cn.compare(articles)
    cn.to_html(articles, comparison=compared)
    cn.from_json(cn.to_json(compared))
    cn.Parser().with_lexicon(units=[{"unit": "parsang", "dimension": "length", "words": "parsang"}])
    for own in [module for name, module in sys.modules.items() if name.startswith("conflictnews.")]:
        for made in vars(own).values():
            if hasattr(made, "cache_info") and _makes_a_pattern(made):
                made()
    return list(found)


def _makes_a_pattern(function: Any) -> bool:
    """Whether a function that remembers what it gives makes a pattern out of nothing."""
    signature = inspect.signature(function)
    return not signature.parameters and "Pattern" in str(signature.return_annotation)


def _watch(library: Any, found: dict[Compiled, None]) -> None:
    compile_it = library.compile

    def watching(pattern: Any, flags: int = 0, *args: Any, **given: Any) -> Any:
        frame = sys._getframe(1)
        module = frame.f_globals.get("__name__", "")
        if module.startswith("conflictnews") and isinstance(pattern, str):
            found[Compiled(module, frame.f_lineno, library.__name__, pattern, int(flags))] = None
        return compile_it(pattern, flags, *args, **given)

    library.compile = watching


POOL = (
    *("a", "A", "1", " ", "\n", "\t", ".", ",", "-", "'", '"', "<", "&", "(", "[", "é", "“", "_", ":", "/", "’", "—"),
    *(
        "a ",
        "Ab ",
        "AB ",
        "A",
        "1,",
        "1.",
        "1 ",
        "a-",
        "a'",
        "a.",
        "A.",
        "<b ",
        "&a",
        "&#",
        "[1",
        "( ",
        " ,",
        "\n ",
        "1/",
    ),
    *(
        "-1",
        "a\n",
        "A\n",
        ". ",
        "said ",
        "Mara Voss ",
        "U.S. ",
        "of the ",
        "1st ",
        "::",
        "http://a",
        "a@a.",
        "$1",
        "%1",
    ),
)
"""What stands in many texts, and is repeated for every pattern."""


def near_misses(pattern: str, flags: int, size: int) -> Iterator[str]:
    """Texts of about ``size`` characters that nearly match: each repetition of the pattern goes on, and breaks."""
    dice = random.Random(0)  # noqa: S311 - no secret
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = sre.parse(pattern, flags & ~128 if flags < 1 << 16 else 0)
    except re.error:  # a pattern of the library regex
        tree = None
    if tree is not None:
        count = sum(1 for _ in _repeats(tree))
        for pumped in range(count):
            unit = _Sampler(dice, tree, pumped).text(size)
            yield unit + "\0"
            yield (_Sampler(dice, tree, pumped).text(8) or "a") * (size // 8) + "\0"
    yield from ((one * (size // len(one))) + "\0" for one in POOL)


_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")


def _is_repeat(op: Any) -> bool:
    return str(op) in _REPEATS


def _repeats(tree: Any) -> Iterator[Any]:
    for op, value in tree:
        if _is_repeat(op):
            yield value
            yield from _repeats(value[2])
        elif str(op) == "BRANCH":
            for branch in value[1]:
                yield from _repeats(branch)
        elif str(op) == "SUBPATTERN":
            yield from _repeats(value[3])
        elif str(op) == "ATOMIC_GROUP":
            yield from _repeats(value)
        elif str(op) in ("ASSERT", "ASSERT_NOT"):
            yield from _repeats(value[1])


class _Sampler:
    """A text that a pattern matches, in which the repetition of a number goes on for long."""

    def __init__(self, dice: random.Random, tree: Any, pumped: int) -> None:
        self._dice, self._tree, self._pumped, self._seen, self._size = dice, tree, pumped, -1, 0

    def text(self, size: int) -> str:
        self._seen, self._size = -1, size
        return self._of(self._tree)

    def _of(self, tree: Any) -> str:
        return "".join(self._one(str(op), value) for op, value in tree)

    def _one(self, op: str, value: Any) -> str:
        if op in _REPEATS:
            return self._repeated(value)
        if op == "LITERAL":
            return chr(value)
        if op == "NOT_LITERAL":
            return "a" if value != ord("a") else "b"
        if op == "ANY":
            return "a"
        if op == "IN":
            return self._in(value)
        if op == "BRANCH":
            return self._dice.choice([self._of(branch) for branch in value[1]])
        if op == "SUBPATTERN":
            return self._of(value[3])
        if op == "ATOMIC_GROUP":
            return self._of(value)
        if op == "ASSERT":
            return self._of(value[1]) if value[0] > 0 else ""
        return ""

    def _repeated(self, value: Any) -> str:
        low, high, body = value
        self._seen += 1
        pumped = self._seen == self._pumped
        part = self._of(body)
        most = self._size if high is code.MAXREPEAT else min(int(high), self._size)
        return part * (max(1, min(most, self._size // max(len(part), 1))) if pumped else max(int(low), 0) or most > 0)

    def _in(self, value: Any) -> str:
        items = [(str(op), given) for op, given in value]
        if items and items[0][0] == "NEGATE":
            return next(char for char in "a1 .,-\n~" if not _held(items[1:], char))
        op, given = self._dice.choice(items)
        if op == "LITERAL":
            return chr(given)
        if op == "RANGE":
            return chr(given[0])
        return {"CATEGORY_DIGIT": "1", "CATEGORY_SPACE": " ", "CATEGORY_NOT_SPACE": "a"}.get(str(given), "a")


def _held(items: list[tuple[str, Any]], char: str) -> bool:
    """Whether a set of characters has one."""
    for op, given in items:
        if op == "LITERAL" and chr(given) == char:
            return True
        if op == "RANGE" and given[0] <= ord(char) <= given[1]:
            return True
        shape = {"CATEGORY_DIGIT": r"\d", "CATEGORY_SPACE": r"\s", "CATEGORY_WORD": r"\w"}.get(str(given))
        if op == "CATEGORY" and shape is not None and re.match(shape, char):
            return True
    return False


if __name__ == "__main__":
    print(json.dumps(watched()))
