"""Names of months that are other words, too: "on MARCH 12", not "they MARCH 12 miles"."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["DATING", "is_dated", "is_month"]

DATING = frozenset({"on", "since", "until", "from", "dated"})
"""Words that bring a day."""
_BRINGING = frozenset("in of since until till by last next this early late mid from to and through".split())


def is_dated(words: Sequence[str], first: int, at: int) -> bool:
    """Whether a small "march" or "may" is told as a day: "on march 12"; not "they march 12 miles"."""
    listed = at > first + 2 and words[at - 1] in ("and", "or") and words[at] == words[at - 3]
    return at > first and (words[at - 1] in DATING or listed)


def is_month(words: Sequence[str], first: int, at: int, last: int) -> bool:
    """Whether a number or a word that brings a month stands beside one: "on 3 March", "in May", "Jan. 12"."""
    behind = at + 1 + (at + 1 < last and words[at + 1] == ".")
    number = behind < last and words[behind][0].isdigit()
    return number or (at > first and (words[at - 1][0].isdigit() or words[at - 1] in _BRINGING))
