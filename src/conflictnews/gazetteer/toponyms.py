"""Toponyms: what the words in the name of a place tell: its plain name, what sort it is, which names it begins with."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import cache, lru_cache

from conflictnews.gazetteer.entry import Entry
from conflictnews.gazetteer.spelling import folded, sound
from conflictnews.lexicons.table import read_table, word_set, word_sets

__all__ = ["beginnings", "endings", "has_capital", "is_alike", "is_byname", "is_name", "is_word", "plain"]

_LONGEST = 8
"""Words in a name that may be that of a place."""
_ALIKE = 0.75
"""The share of its sounds that a name has in common with another spelling of it."""


@lru_cache(maxsize=1 << 12)
def plain(name: str) -> tuple[str, str | None]:
    """A name without the words around it that say what it is, and what they say: "the northern city of Kunduz"."""
    words, parts, sort = name.split(), _parts(), None
    first, last = 0, len(words)
    while first < last and words[first].casefold() in parts:
        sort = parts[words[first].casefold()] or sort
        first += 1
    while last > first and words[last - 1].casefold() in parts:
        last -= 1
        sort = parts[words[last].casefold()] or sort
    return " ".join(words[first:last]), sort


@cache
def _parts() -> dict[str, str | None]:
    """The words that say which part of a place or what sort it is, with the kind of entry that they tell."""
    kinds = {"unit": "unit", "district": "district", "settlement": "city"}
    return {
        word: kinds.get(label) for label, words in word_sets("place_parts", "word", "class").items() for word in words
    }


@lru_cache(maxsize=1 << 12)
def beginnings(name: str) -> tuple[str, ...]:
    """The names that a name may begin with, the longest first: "Larkana" of "Larkana Press Club"."""
    words = name.split()
    sizes = range(min(len(words) - 1, _LONGEST), 0, -1)
    return tuple(" ".join(words[:size]) for size in sizes if is_name(words[:size]))


@lru_cache(maxsize=1 << 12)
def endings(name: str) -> tuple[str, ...]:
    """The names that a name may end with, and the ends of a road: "Pir Colony PESHAWAR", "the axis DJIBO-MENTAO"."""
    words = name.split()[-_LONGEST - 1 :]
    ends = (" ".join(words[first:]) for first in range(1, len(words)) if is_name(words[first:]))
    ways = (end for word in words if "-" in word for end in word.split("-") if end and is_name([end]))
    return (*ends, *ways)


def is_name(words: Sequence[str]) -> bool:
    """Whether words may be the name of a place: the last has a capital, and one is no common word, "West" nor "San"."""
    small = [word.casefold() for word in words]
    common = is_word(" ".join(words)) or _parts().keys() >= set(small)
    return words[-1][:1].isupper() and not common and (len(words) > 1 or small[0] not in _no_names())


@cache
def _no_names() -> frozenset[str]:
    """Words that alone name no place: common nouns, "Street", and what names begin with, "San"."""
    nouns = (noun for noun, *_ in read_table("nouns", "noun", "kinds", "number"))
    return word_sets("naming_words", "word", "class")["opening"].union(nouns)


@lru_cache(maxsize=1 << 12)
def is_word(name: str) -> bool:
    """Whether a name is also a common word: "Nice", "Reading", "University"."""
    return all(word in word_set("common_words", "word") or word in _bodies() for word in folded(name).split())


@cache
def _bodies() -> frozenset[str]:
    """Words that end names of bodies, seldom written small: "Branch", "University"."""
    rows = read_table("organisation_heads", "word", "kind", "position")
    return frozenset(word for word, kind, _ in rows if kind == "organisation")


def has_capital(name: str) -> bool:
    """Whether a name may be one: a letter of it is a capital."""
    return not name.islower() and name != ""


def is_byname(name: str, entry: Entry) -> bool:
    """Whether a place is better known by another name: the Soest in the Netherlands that is Sust in some language."""
    return folded(name) != folded(entry.name)


def is_alike(name: str, entry: Entry) -> bool:
    """Whether a name sounds much like that by which a place is known, or begins it: "Sopore", Sopur; "Khairpur"."""
    return _ratio(sound(folded(name)), sound(folded(entry.name))) >= _ALIKE


@lru_cache(maxsize=1 << 12)
def _ratio(one: str, other: str) -> float:
    """The share of sounds that two names have in common (Ratcliff and Obershelp); 1 where one begins the other."""
    return 1.0 if other.startswith(one) else SequenceMatcher(None, one, other).ratio()
