"""What stands between a noun and its verb and only says how many they are, or how old: "a family OF FIVE fled"."""

from __future__ import annotations

from conflictnews.text.apposed_ages import OF_ONE, before_age
from conflictnews.text.syntax import Syntax

__all__ = ["before_count"]

_AGES = frozenset({"and", ",", "to", "between", "from"})
_MOST = 8
"""The tokens of some ages: "aged 3, 5, 7 and 9"."""


def before_count(syntax: Syntax, at: int, stop: int) -> int:
    """The noun behind which a number, ages or "each" end at a token; that token where none do.

    >>> before_count(Syntax("a family of five fled".split(), "TNIUV"), 3, 0)
    1
    >>> before_count(Syntax("ten people or more fled".split(), "UNCJV"), 3, 0)
    1
    """
    words, classes = syntax.words, syntax.classes
    if at < stop or classes[at] == "n":
        return at  # as nearly always
    if words[at] == "each":
        noun = at - 1
    elif words[at] == "more" and words[at - 1] == "or":
        noun = at - 2
    elif classes[at] == "u":
        noun = at - 2 if words[at - 1] == "of" else _before_ages(syntax, at)
        noun = noun if noun < at else _named(syntax, at)
    else:
        return at
    return noun if noun >= stop and classes[noun] == "n" else at


def _named(syntax: Syntax, at: int) -> int:
    """The last token of a full name whose age no comma closes: "Omar DORN, 34 was shot"; ``at`` where none does."""
    if syntax.words[at + 1] not in OF_ONE:
        return at
    last = before_age(syntax, at + 1) - 1
    return last if syntax.first < last < at and syntax.tags[last - 1] == "P" else at


def _before_ages(syntax: Syntax, at: int) -> int:
    """Before "aged", where only numbers stand behind it up to a token."""
    words, classes = syntax.words, syntax.classes
    k, last = at, max(syntax.first, at - _MOST)
    while k > last and (classes[k] == "u" or words[k] in _AGES):
        k -= 1
    return k - 1 if words[k] == "aged" else at
