"""Places before the clause that they belong to: "In DORN, KAYA PROVINCE, gunmen shot a man"."""

from __future__ import annotations

from conflictnews.text.noun_chunks import Chunk
from conflictnews.text.nouns import PARTIES, nouns
from conflictnews.text.phrases import REACH, Phrase
from conflictnews.text.syntax import Syntax
from conflictnews.text.tags import OPENING_MARKS

__all__ = ["behind_fronted_places", "first_of_places", "opens", "without_fronted_places"]

_PLACING = frozenset("in at near on outside inside around from".split())
_MOST = 6


def opens(syntax: Syntax, at: int) -> bool:
    """Whether a clause begins at a token: the sentence, or what is said, or all behind "On Sunday,"."""
    before = at - 1
    if at == syntax.first or syntax.words[before] == "that" or syntax.words[before] in OPENING_MARKS:
        return True
    if syntax.words[before] != "," or before - syntax.first > REACH:
        return False
    return not any(label in "vxo" for label in syntax.classes[syntax.first : before])


def first_of_places(syntax: Syntax, end: int) -> int | None:
    """Where the first of several names begins that a preposition of place brings, the last ending before ``end``.

    >>> first_of_places(Syntax("met in dorn , kaya to plan".split(), "VIP.PTB"), 5)
    2
    """
    for _ in range(_MOST):
        name = _place_ending(syntax, end)
        if name is None:
            return None
        before = name.first - 1
        if syntax.words[before] in _PLACING:
            return name.first
        if syntax.words[before] != ",":
            return None
        end = before
    return None


def behind_fronted_places(syntax: Syntax, end: int) -> int | None:
    """Where the clause goes on behind the comma at ``end``, if the names before it only say where it takes place.

    >>> behind_fronted_places(Syntax("in dorn , kaya , police fled".split(), "IP.P.NV"), 4)
    5
    """
    if syntax.words[end] != ",":
        return None
    first = first_of_places(syntax, end)
    if first is None or not opens(syntax, first - 1):
        return None
    return end + 1 + (syntax.classes[end + 1 : end + 3] == "pu")  # "in Dorn, Kaya, around 100 people"


def without_fronted_places(syntax: Syntax, phrases: list[Phrase]) -> list[Phrase]:
    """Noun phrases that stand in one list without the places before them: "near Dorn, Kaya, a MAN and a WOMAN".

    Before a name only the first one is sure to be a place: "in Dorn, ISRAEL, Hamas and Iran".
    """
    if len(phrases) < 2 or behind_fronted_places(syntax, phrases[0].last) is None:
        return phrases
    for k in range(1, len(phrases)):
        if syntax.tags[phrases[k].first] != "P" or _place_ending(syntax, phrases[k].last) is None:
            return phrases[k:]
        if syntax.words[phrases[k].last] != ",":
            break
    return phrases[1:]


def _place_ending(syntax: Syntax, end: int) -> Chunk | None:
    """The chunk of a name, of no people or body, that ends right before a token."""
    chunk = syntax.chunk(end - 1)
    if chunk is None or chunk.last != end or chunk.first <= syntax.first or syntax.tags[chunk.first] != "P":
        return None
    word = syntax.words[chunk.head]
    return None if word in nouns(*PARTIES) and word not in nouns("named-place") else chunk
