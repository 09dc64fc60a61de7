"""Who is named behind a role and its place: "the mayor of Kaya, OMAR DORN"."""

from __future__ import annotations

import regex as re

__all__ = ["is_apposed", "role_before"]

_REACH = 60
"""Characters between a role and who is named behind it."""
_PLACED = r"(?: (?:of|in|from) [^,;.:]++)?, "
_BETWEEN = re.compile(_PLACED)
_ROLE = re.compile(rf"\b[Tt]he (?P<noun>\p{{Ll}}++){_PLACED}$")


def is_apposed(text: str, end: int, start: int) -> bool:
    """Whether a name that begins at ``start`` stands behind a role that ends at ``end``, its place at most between.

    >>> is_apposed("the mayor of Kaya, Omar Dorn, fled", 9, 19)
    True
    """
    return start - end <= _REACH and _BETWEEN.fullmatch(text[end:start]) is not None


def role_before(text: str, start: int) -> str | None:
    """The role behind which the name at ``start`` stands; None where none does.

    >>> role_before("The mayor of Kaya, Omar Dorn, fled", 19)
    'mayor'
    """
    found = _ROLE.search(text, max(0, start - _REACH), start)
    return None if found is None else found["noun"]
