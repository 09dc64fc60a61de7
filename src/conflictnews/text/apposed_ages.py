"""Ages behind a name: "Karl Dorn, 40, and Anna Kaya (35)" are two names beside each other."""

from __future__ import annotations

from conflictnews.text.syntax import Syntax

__all__ = ["OF_ONE", "OLDEST", "before_age", "behind_age"]

OLDEST = 115
"""Years up to which a figure may be a person's age."""
OF_ONE = frozenset({"was", "is", "has"})
"""Verbs of one subject: a number right before them is the age of who is named before it."""
_CLOSED_BY = {",": ",", "(": ")"}
_YEARS, _OLD = frozenset({"years", "year", "yrs"}), frozenset({"old"})
_LONGEST = 7
"""Tokens of a mark, "aged", a number, "years old" and a mark."""


def before_age(syntax: Syntax, end: int) -> int:
    """Where the name ends behind which only an age stands before a token; that token where none does.

    >>> before_age(Syntax("Dorn , 40 , and Kaya fled".split(), "P.U.CPV"), 4)
    1
    """
    for mark in range(end - 2, end - _LONGEST, -1):
        if mark > syntax.first and syntax.tags[mark - 1] == "P" and behind_age(syntax, mark) == end:
            return mark
    return end


def behind_age(syntax: Syntax, at: int) -> int:
    """Behind the age that stands at a token, right behind a name; that token where none does.

    >>> behind_age(Syntax("Dorn ( 40 ) and Kaya fled".split(), "P.U.CPV"), 1)
    4
    """
    words, last = syntax.words, syntax.last
    if at + 1 >= last or words[at] not in _CLOSED_BY:
        return at
    age = at + 1 + (words[at + 1] == "aged")
    if age >= last or not _is_age(words[age]):
        return at
    behind = age + 1
    for unit in (_YEARS, _OLD):
        behind += behind < last and words[behind] in unit
    closed = behind < last and words[behind] == _CLOSED_BY[words[at]]
    return behind + 1 if closed else behind if words[at] == "," else at


def _is_age(word: str) -> bool:
    return len(word) <= 3 and word.isascii() and word.isdigit() and 0 < int(word) <= OLDEST
