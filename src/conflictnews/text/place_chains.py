"""Places behind a noun that only say where it is: "police in Dorn, OREGON arrested", "people from Dorn, Sarn and KAYA".

Read back from their last name, so that what a place belongs to is found before them.
"""

from __future__ import annotations

from functools import cache

from conflictnews.lexicons.table import word_sets
from conflictnews.text.closed_words import reporting_verbs
from conflictnews.text.noun_chunks import Chunk
from conflictnews.text.nouns import is_person, is_plural, nouns
from conflictnews.text.syntax import Syntax

__all__ = ["before_region", "end_of_first_name", "is_place_behind"]

_MOST, _SUBJECT = 6, 12
_PLACING = frozenset("in at near from of outside inside around across".split())
_PARTIES = ("person", "armed", "forces", "troops", "group", "organisation", "body", "group-noun", "institution")
"""Kinds of nouns in names that are no places."""


@cache
def _regions() -> frozenset[str]:
    """What may stand behind the name of a town and a comma: states, provinces."""
    return word_sets("dateline", "word", "class")["region"]


def before_region(syntax: Syntax, comma: int, stop: int) -> int | None:
    """Where the name of a town ends, if what stands between a comma and a verb is only the region that it is in.

    >>> words = "police in dorn , oregon arrested him".split()
    >>> before_region(Syntax(words, "NIP.PVO"), 3, 0)
    3
    """
    region, town = syntax.chunk(comma + 1), _name_ending(syntax, comma)
    if region is None or region.first != comma + 1 or town is None or town.first - 2 < stop:
        return None
    known = " ".join(syntax.words[region.first : region.last]) in _regions() or _must_be_region(syntax, region, town)
    if known and _hangs_on(syntax, town.first):
        return comma
    outer = town.first - 1  # "in Dorn, Sarn, Northern Borland"
    inner = _name_ending(syntax, outer) if syntax.words[outer] == "," else None
    listed = inner is not None and syntax.tags[region.head] == "P" and _hangs_on(syntax, inner.first)
    return outer if listed else None


def _must_be_region(syntax: Syntax, region: Chunk, town: Chunk) -> bool:
    """Whether one name behind a comma can only be a region: the subject begins its sentence, and has no verb before.

    "An attack on a post in Dorn, KALMA killed five"; not "the mayor of Dorn, VOSS", "in Dorn, ISRAEL".
    """
    words, classes, noun = syntax.words, syntax.classes, town.first - 2
    named = region.last - region.first == 1 and syntax.tags[region.first] == "P"
    if not named or words[town.first - 1] == "of" or (is_person(words[noun]) and not is_plural(words[noun])):
        return False
    if town.first - syntax.first > _SUBJECT or words[region.last] in reporting_verbs():
        return False  # "police near Dorn, REUTERS reported, killed ten"
    before = classes[syntax.first : town.first]
    return before[0] not in "ptw" and not any(label in "vxw,." for label in before)


def end_of_first_name(syntax: Syntax, conjunction: int, stop: int) -> int | None:
    """Where the first of several places ends that stand behind one preposition, the last of them behind "and".

    >>> words = "people from dorn , sarn and kaya protested".split()
    >>> end_of_first_name(Syntax(words, "NIP.PCPV"), 5, 0)
    3
    """
    end = conjunction - (syntax.words[conjunction - 1] == ",")
    if not is_place_behind(syntax, conjunction):
        return None
    for _ in range(_MOST):
        name = _name_ending(syntax, end)
        if name is None or name.first - 2 < stop:
            return None
        if syntax.words[name.first - 1] != ",":
            return end if end < conjunction - 1 and _says_where(syntax, name.first) else None
        end = name.first - 1
    return None


def is_place_behind(syntax: Syntax, conjunction: int) -> bool:
    """Whether "and" brings a name, or places around one: "in Dorn and SURROUNDING VILLAGES".

    >>> is_place_behind(Syntax("in dorn and nearby villages".split(), "IPCJN"), 2)
    True
    """
    if syntax.tags[conjunction + 1] == "P":
        return True
    behind = syntax.chunk(conjunction + 1)
    return behind is not None and syntax.words[behind.head] in nouns("place", "named-place")


def _name_ending(syntax: Syntax, end: int) -> Chunk | None:
    """The chunk of a name that ends right before a token."""
    chunk = syntax.chunk(end - 1)
    if chunk is None or chunk.last != end or syntax.tags[chunk.first] != "P":
        return None
    return None if syntax.words[chunk.head] in nouns(*_PARTIES) else chunk


def _says_where(syntax: Syntax, first: int) -> bool:
    """Whether somebody or something is said to be where a name says, "residents OF Dorn" among them."""
    inhabited = syntax.words[first - 1] != "of" or syntax.words[first - 2] in nouns("inhabitant")
    return inhabited and _hangs_on(syntax, first)


def _hangs_on(syntax: Syntax, first: int) -> bool:
    """Whether a noun and a preposition of place, or "of", stand before a name."""
    return syntax.words[first - 1] in _PLACING and syntax.classes[first - 2] == "n"
