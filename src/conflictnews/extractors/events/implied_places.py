"""Implied places: what a sentence names without saying that it was there, where it says nothing else of where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from operator import itemgetter

from conflictnews.extractors.events.draft import Draft
from conflictnews.extractors.events.geocoding import Told, surroundings
from conflictnews.extractors.events.sentence import Name, Reading
from conflictnews.gazetteer import Gazetteer
from conflictnews.gazetteer.resolution import is_word, resolve
from conflictnews.text.nouns import find_noun
from conflictnews.types import Attribution, EventArgument, PlaceEvidence, SpeakerKind

__all__ = ["locate_by_mention"]

_REACH = 80
"""Tokens around a trigger, and in the sentence before, that are asked for names."""
_CONTAINING = frozenset({",", "("})
_NO_PLACES = frozenset({SpeakerKind.PERSON, SpeakerKind.DOCUMENT, SpeakerKind.GROUP})
_BODIES = frozenset({SpeakerKind.ORGANISATION, SpeakerKind.PLACE})
"""Names that may begin with that of a place."""


def locate_by_mention(drafts: Sequence[Draft], gazetteer: Gazetteer, told: Told) -> None:
    """Give events on the ground that tell no place the nearest town or unit that their sentence names, or a name in it.

    "Students of DHAKA University held a rally", "SUKKUR residents protested", "outside the KARACHI Press Club". Where it
    names none, that of the sentence before in its paragraph: "They marched in HARARE. Police attacked them."
    """
    located: dict[int, EventArgument] = {}
    for draft in drafts:
        roles, reading = draft.roles, draft.reading
        if roles.location is None and draft.row.placed and draft.row.acled is not None:
            around = chain(range(draft.match.first, reading.last), range(draft.match.first - 1, reading.first - 1, -1))
            roles.location = _narrowest(_mentioned(reading, around, draft.attribution, gazetteer, told))
            draft.evidence = PlaceEvidence.SENTENCE
            before = None if roles.location is not None else _before(reading)
            if before is not None:
                tokens = range(before.last - 1, before.first - 1, -1)
                found = located.get(before.first) or _narrowest(_mentioned(before, tokens, None, gazetteer, told))
                roles.location, draft.evidence = found, PlaceEvidence.EARLIER
        if roles.location is not None:
            located.setdefault(reading.first, roles.location)


def _before(reading: Reading) -> Reading | None:
    """The sentence before in the same paragraph."""
    view = reading.view
    number = view.sentence_number(reading.first)
    if number == 0 or view.sentences[number - 1][1] != reading.first:
        return None
    first = view.sentences[number - 1][0]
    if "\n" in view.text[view.ends[reading.first - 1] : view.starts[reading.first]]:
        return None
    return Reading(view, view.syntax(first), reading.names)


def _narrowest(found: Iterable[tuple[int, EventArgument]]) -> EventArgument | None:
    """Of the places that were found the first one of the narrowest."""
    least = min(found, key=itemgetter(0), default=None)
    return None if least is None else least[1]


def _mentioned(
    reading: Reading, around: Iterable[int], told_by: Attribution | None, gazetteer: Gazetteer, told: Told
) -> Iterator[tuple[int, EventArgument]]:
    """The places that the map has of the names at some tokens, in their order, each with how wide it is."""
    source = None if told_by is None else told_by.source
    for at in islice(around, _REACH):
        name = reading.names.get(at)
        if name is None or name.kind in _NO_PLACES or _only_contains(reading, at):
            continue
        if source is not None and source.start <= reading.view.starts[at] < source.end:
            continue
        for first, last in _parts(reading, at, name):
            place = _known(reading, first, last, gazetteer)
            if place is None:
                continue
            resolved = resolve(gazetteer, place.name, surroundings(reading, place, gazetteer, told))
            if resolved is not None and resolved.entry is not None and resolved.entry.kind != "state":
                yield resolved.precision, place
            break


def _only_contains(reading: Reading, at: int) -> bool:
    """Whether a name says only what another place is in: "Cairo, ILLINOIS", not "the university, ABEOKUTA"."""
    place = reading.name_over(at - 2) if reading.view.words[at - 1] in _CONTAINING else None
    return place is not None and place.kind is not SpeakerKind.ORGANISATION


def _parts(reading: Reading, at: int, name: Name) -> Iterator[tuple[int, int]]:
    """The tokens of a name, and those of the names of places that it may have in it."""
    yield at, name.last
    if name.kind in _BODIES:
        yield from ((at, last) for last in range(name.last - 1, at, -1))
        words = reading.view.words
        yield from ((first, name.last) for first in range(at + 2, name.last) if words[first - 1] == "of")


def _known(reading: Reading, first: int, last: int, gazetteer: Gazetteer) -> EventArgument | None:
    """A name that the map has just so, and that is no common word nor initials: not "South", "BLA"."""
    surface = reading.view.surface(first, last)
    if surface.isupper() or is_word(surface) or (last == first + 1 and find_noun(surface.casefold()) is not None):
        return None
    entries = gazetteer.lookup(surface)
    return EventArgument(surface, reading.view.span(first, last)) if entries and not entries[0].approximate else None
