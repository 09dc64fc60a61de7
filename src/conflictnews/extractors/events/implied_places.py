"""Implied places: what a sentence names without saying that it was there, where it says nothing else of where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from operator import itemgetter

from conflictnews.extractors.events.draft import Draft
from conflictnews.extractors.events.geocoding import Told, surroundings
from conflictnews.extractors.events.places import PLACING
from conflictnews.extractors.events.sentence import Name, Reading
from conflictnews.gazetteer import Gazetteer
from conflictnews.gazetteer.resolution import resolve
from conflictnews.gazetteer.toponyms import is_word
from conflictnews.register.states import is_state
from conflictnews.text.closed_words import closed_words
from conflictnews.text.nouns import nouns
from conflictnews.types import Attribution, EventArgument, EventStatus, EventType, PlaceEvidence, SpeakerKind

__all__ = ["locate_by_mention"]

_REACH = 40
"""Tokens around a trigger, and in the sentence before, that are asked for names."""
_NEAR = 12
"""Tokens before a name within which people who live there make it theirs."""
_CONTAINING = frozenset({",", "("})
_TALKS = frozenset({EventType.AGREEMENT, EventType.NEGOTIATION})
_NO_PLACES = frozenset({SpeakerKind.PERSON, SpeakerKind.DOCUMENT, SpeakerKind.GROUP})
_BODIES = frozenset({SpeakerKind.ORGANISATION, SpeakerKind.PLACE})
"""Names that may begin with that of a place."""


def locate_by_mention(drafts: Sequence[Draft], gazetteer: Gazetteer, told: Told) -> None:
    """Give events on the ground that tell no place the nearest town or unit that their sentence names, or a name in it.

    "Students of DHAKA University held a rally", "SUKKUR residents protested", "outside the KARACHI Press Club".
    Where it names none, in a note that of the sentence before: "They marched in HARARE. Police attacked them."
    """
    located: dict[int, EventArgument] = {}
    for draft in drafts:
        roles, reading = draft.roles, draft.reading
        if _lacks_place(draft):
            around = _around(draft)
            roles.location = _narrowest(_mentioned(reading, around, draft.attribution, gazetteer, told))
            draft.evidence = PlaceEvidence.SENTENCE
            before = None if roles.location is not None else _before(reading)
            if before is not None and not any(at in reading.names and _says_where(reading, at) for at in around):
                last = before.last - 1
                tokens = (at for at in range(last, max(last - _REACH, before.first), -1) if _says_where(before, at))
                found = located.get(before.first) or _narrowest(_mentioned(before, tokens, None, gazetteer, told))
                roles.location, draft.evidence = found, PlaceEvidence.EARLIER
        if roles.location is not None and draft.evidence is PlaceEvidence.CLAUSE:
            located.setdefault(reading.first, roles.location)


def _lacks_place(draft: Draft) -> bool:
    """Whether an event took place on the ground, and nothing tells where."""
    on_ground = draft.row.placed and draft.row.acled is not None and draft.row.type not in _TALKS
    return on_ground and draft.status is EventStatus.OCCURRED and draft.roles.location is None


def _around(draft: Draft) -> Sequence[int]:
    """The tokens around a trigger, those behind it first."""
    first, reading = draft.match.first, draft.reading
    behind = range(first, min(first + _REACH, reading.last))
    return (*behind, *range(first - 1, max(first - _REACH, reading.first) - 1, -1))


def _says_where(reading: Reading, at: int) -> bool:
    """Whether a name is where something happened: "IN Dorn", not "residents of Kalma in DORN"."""
    words = reading.view.words
    near = words[max(reading.first, at - _NEAR) : at]
    return at > reading.first and words[at - 1] in PLACING and nouns("inhabitant").isdisjoint(near)


@cache
def _going_on() -> frozenset[str]:
    """First words of a sentence that tells more of what was told."""
    return closed_words("definite", "possessive", "pronoun", "subordinator") | nouns("police")


def _before(reading: Reading) -> Reading | None:
    """The sentence before in a note, which has one paragraph, where its story goes on: "THE bomb ...", "THEY ..."."""
    view = reading.view
    number = view.sentence_number(reading.first)
    if number == 0 or len(view.paragraphs) > 1 or view.words[reading.first] not in _going_on():
        return None
    return Reading(view, view.syntax(view.sentences[number - 1][0]), reading.names)


def _narrowest(found: Iterable[tuple[int, EventArgument]]) -> EventArgument | None:
    """Of the places that were found the first one of the narrowest."""
    least = min(found, key=itemgetter(0), default=None)
    return None if least is None else least[1]


def _mentioned(
    reading: Reading, around: Iterable[int], told_by: Attribution | None, gazetteer: Gazetteer, told: Told
) -> Iterator[tuple[int, EventArgument]]:
    """The places that the map has of the names at some tokens, in their order, each with how wide it is."""
    source = None if told_by is None else told_by.source
    for at in around:
        name = reading.names.get(at)
        if name is None or name.kind in _NO_PLACES or _only_contains(reading, at):
            continue
        if is_state(reading.view.surface(at, name.last)):
            continue  # "SOUTH Africa"
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
    apposed = at > reading.first + 1 and reading.view.words[at - 1] in _CONTAINING
    place = reading.name_over(at - 2) if apposed else None
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
    if surface.isupper() or is_word(surface) or reading.syntax.tags[first] != "P":
        return None
    entries = gazetteer.lookup(surface)
    return EventArgument(surface, reading.view.span(first, last)) if entries and not entries[0].approximate else None
