"""Where a scraped text lost its apostrophes: "Syrias army", "the countrys north", "he didnt"."""

from __future__ import annotations

import re
from functools import cache

from conflictnews.lexicons.table import read_table
from conflictnews.register.states import states
from conflictnews.text.closed_words import calendar_words

__all__ = ["lost_apostrophes"]

_KEPT = re.compile(
    r"(?<=[A-Za-z])(?:['`\u00b4\u02bc\u2019]|&(?:\#\d{1,7}+|\#[xX][0-9a-fA-F]{1,6}+|apos|rsquo);)"
    r"(?:[st]\b|(?<=s.) [a-z])"
)
"""An apostrophe, however it is written: a text that has one lost none."""
_OWNER = re.compile(
    r"\b(?:(?:al-)?+[A-Z][A-Za-z-]{1,40}+(?<=s)|[a-z][a-z-]{1,40}+(?<=[bcdfghjklmnpqrtvwxz]ys))(?= [A-Za-z0-9\"\u201c])"
)
"""A name with an "s" before a word; a noun that is no plural, as a "y" behind a consonant has "-ies"."""
_PLURAL = re.compile(r"\b(?:the|two|three|both|all|these|those|many|most|of|on|and|or)\s\Z", re.IGNORECASE)
"""Behind one of these a name with an "s" is a plural: "the two Koreas", "on Fridays"."""
_PLACED = re.compile(
    r"\b(?:in|near|from|of) ([A-Z][A-Za-z-]{1,40}+)"
    r"(?=[.,;:)]| (?:and|on|after|where|when|which|said|by|from|for|to|in|as|since)\b)"
)
"""A name where only one of a place stands: "in Dorn.", "from Dorn to"."""
_NAMED = re.compile(r"\b(?:al-)?+[A-Z][A-Za-z-]{1,40}+")


def lost_apostrophes(text: str) -> list[int]:
    """The offsets before which an apostrophe was lost.

    None in a text that has others. The "s" of a name is taken for one of a possessive where the name is that of a
    state, or one that the text has in other places, too; a plural of both ("the two Koreas") is left as it is.

    >>> text = "Syrias army didnt shell the citys north."
    >>> [text[:at].split()[-1] + "'" for at in lost_apostrophes(text)]
    ["Syria'", "didn'", "city'"]
    """
    if _KEPT.search(text):
        return []
    found = [match.start() + _contractions()[match[0].lower()] for match in _contraction().finditer(text)]
    owners = list(_OWNER.finditer(text))
    told = _told(text) if owners else frozenset[str]()
    found += [match.end() - 1 for match in owners if match[0].islower() or _is_owner(match, text, told)]
    return sorted(found)


def _told(text: str) -> frozenset[str]:
    """The folded names that a text has without an "s": of places, of known people and groups."""
    names = frozenset(name.lower() for name in _NAMED.findall(text))
    return frozenset(name.lower() for name in _PLACED.findall(text)) | (names & _people_and_groups())


def _is_owner(match: re.Match[str], text: str, told: frozenset[str]) -> bool:
    if _PLURAL.search(text, max(0, match.start() - 10), match.start()):
        return False
    name = match[0][:-1]
    state = states("country").get(name.lower()) == name
    return state or name.lower() in told or name.lower() in calendar_words("weekday")


@cache
def _contraction() -> re.Pattern[str]:
    return re.compile(rf"\b(?i:{'|'.join(_contractions())})(?![\w'\u2019-])")


@cache
def _contractions() -> dict[str, int]:
    return {word: read.index("'") for word, read in read_table("lost_apostrophes", "word", "read")}


@cache
def _people_and_groups() -> frozenset[str]:
    """The known names of people and groups, folded; not those that have a plural, as "Houthi" has."""
    rows = read_table("known_names", "name", "kind", "gender")
    names = {name.lower() for name, kind, _ in rows if kind in ("person", "group")}
    return frozenset(name for name in names if name + "s" not in names)
