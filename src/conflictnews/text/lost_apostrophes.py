"""Where a scraped text lost its apostrophes: "Syrias army", "the countrys north", "he didnt"."""

from __future__ import annotations

import re
from functools import cache

from conflictnews.lexicons.table import read_table
from conflictnews.text.closed_words import calendar_words

__all__ = ["lost_apostrophes"]

_KEPT = ("'s ", "\u2019s ", "n't ", "n\u2019t ", "s' ", "s\u2019 ")
"""A text with one of these has kept its apostrophes."""
_WORD = re.compile(r"\b[A-Za-z][A-Za-z-]{1,40}+(?<=[elst])(?![\w'\u2019-])")
_OF_A_NOUN = re.compile(r"[a-z-]{2,42}+(?<=[bcdfghjklmnpqrtvwxz]ys)")
"""No plural: a "y" behind a consonant has "-ies"."""
_PLURAL = re.compile(r"\b(?:the|two|three|both|all|these|those|many|most|of|on|and|or)\s\Z", re.IGNORECASE)
"""Behind one of these a name with an "s" is a plural: "the two Koreas", "on Fridays"."""
_BEFORE_A_WORD = re.compile(r" [A-Za-z0-9\"\u201c]")
_PLACED = r"\b(?:in|near|from|of) {}(?=[.,;:)]| (?:and|on|after|where|when|which|said|by|from|for|to|in|as|since)\b)"


def lost_apostrophes(text: str) -> list[int]:
    """The offsets before which an apostrophe was lost.

    None in a text that has others. The "s" of a name is taken for one of a possessive where the name is that of a
    state, or one that the text has in other places, too; a plural of both ("the two Koreas") is left as it is.

    >>> text = "Syrias army didnt shell the citys north."
    >>> [text[:at].split()[-1] + "'" for at in lost_apostrophes(text)]
    ["Syria'", "didn'", "city'"]
    """
    if any(mark in text for mark in _KEPT):
        return []
    found = ((match, _apostrophe(match, text)) for match in _WORD.finditer(text))
    return [match.start() + at for match, at in found if at]


def _apostrophe(match: re.Match[str], text: str) -> int:
    """Behind how many characters of a word its apostrophe was; 0 where it lost none."""
    word = match[0]
    if at := _contractions().get(word[0].lower() + word[1:]):
        return at
    if not word.endswith("s") or not _BEFORE_A_WORD.match(text, match.end()):
        return 0
    if word[0].islower() and not word.startswith("al-"):
        return len(word) - 1 if _OF_A_NOUN.fullmatch(word) else 0
    plural = _PLURAL.search(text, max(0, match.start() - 10), match.start())
    return len(word) - 1 if not plural and _is_possessive(word[:-1], text) else 0


def _is_possessive(name: str, text: str) -> bool:
    if name in _states() or name.lower() in calendar_words("weekday"):
        return True
    elsewhere = r"\b{}\b" if name.lower() in _people_and_groups() else _PLACED
    return re.search(elsewhere.format(re.escape(name)), text, re.IGNORECASE) is not None


@cache
def _contractions() -> dict[str, int]:
    return {word: read.index("'") for word, read in read_table("lost_apostrophes", "word", "read")}


@cache
def _states() -> frozenset[str]:
    return frozenset(name for name, _, kind in read_table("nations", "name", "nation", "kind") if kind == "country")


@cache
def _people_and_groups() -> frozenset[str]:
    """The known names of people and groups, folded; not those that have a plural, as "Houthi" has."""
    rows = read_table("known_names", "name", "kind", "gender")
    names = {name.lower() for name, kind, _ in rows if kind in ("person", "group")}
    return frozenset(name for name in names if name + "s" not in names)
