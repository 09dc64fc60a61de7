"""Names in brackets behind a name: initials ("the Dorn Front (DF)"), or the whole name ("a DF [Dorn Front] rebel")."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["CLOSING", "is_bracketed"]

CLOSING = {")": "(", "]": "["}
_NAMING = frozenset("PNJCIT")
"""Tags of the words of a name in full."""
_LONGEST_NAME = 10
_INITIALS = 7
"""The letters that initials have at most."""


def is_bracketed(words: Sequence[str], tags: Sequence[str], first: int, at: int, last: int, out: list[str]) -> bool:
    """Whether a bracket closes what only says how a name is written, which is then no part of the sentence."""
    inside = _in_full(words, tags, first, at, last) if at > first + 2 else 0
    if not inside or out[-inside - 2] != "n":
        return False
    out[-inside - 1 :] = ["r"] * (inside + 1)
    return True


def _in_full(words: Sequence[str], tags: Sequence[str], first: int, closing: int, last: int) -> int:
    """The words between brackets that are a name's initials ("the Dorn Front (DF)"), or that in full before a noun.

    So it is in "a DF [Dorn Front] commander"; 0 where something else stands there.
    """
    opening = CLOSING[words[closing]]
    at = next((k for k in range(closing - 1, max(first, closing - _LONGEST_NAME), -1) if words[k] == opening), closing)
    inside = closing - at - 1
    if inside == 1:
        initials = words[closing - 1]
        return int(tags[closing - 1] == "P" and len(initials) <= _INITIALS and initials.isalpha())
    named = inside > 1 and tags[at - 1] == tags[at + 1] == "P" and set(tags[at + 1 : closing]) <= _NAMING
    return inside if named and closing + 1 < last and tags[closing + 1] in "NJ" else 0
