"""Geocoding: from the place that an event names to one on the map, by what else the text tells."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from conflictnews.extractors.events.draft import Draft
from conflictnews.extractors.events.sentence import Reading
from conflictnews.gazetteer import Gazetteer
from conflictnews.gazetteer.evidence import Surroundings, country_of_unit
from conflictnews.gazetteer.resolution import resolve
from conflictnews.register.states import states
from conflictnews.text.nouns import is_plural, nouns
from conflictnews.types import Diagnostic, EventArgument, Place, SpeakerKind

__all__ = ["Told", "geocoded", "surroundings"]


class Told(NamedTuple):
    """The countries that the text tells of, and those of the groups and bodies that it names (alpha-3)."""

    countries: Mapping[str, float]
    peoples: frozenset[str]
    """Of these the ones that only an adjective or a people tells."""
    bases: frozenset[str]


_BEHIND, _BEFORE = 14, 24
_NEAR = 6
_INITIALS = 4
"""Letters up to which a name in capitals is that of a body."""
_CONTAINING = frozenset({",", "(", "[", "in"})


def geocoded(draft: Draft, gazetteer: Gazetteer, told: Told) -> tuple[Place, Diagnostic | None]:
    """The place of an event, with where it is where that can be told; a diagnostic where two places fit."""
    location = draft.roles.location
    assert location is not None  # noqa: S101 - asked of events with a place only
    around = surroundings(draft.reading, location, gazetteer, told)
    found = None if _is_many(location.name) else resolve(gazetteer, location.name, around)
    if found is None:
        return Place(location.name, location.span, evidence=draft.evidence), None
    entry = found.entry
    if entry is None:
        message = f"{location.name!r} may be several places; none is taken."
        surface = location.span.of(draft.reading.view.text)
        plain = Place(location.name, location.span, evidence=draft.evidence)
        return plain, Diagnostic(span=location.span, text=surface, code="ambiguous-place", message=message)
    placed = Place(
        location.name,
        location.span,
        id=entry.id,
        country=entry.country,
        admin1=entry.unit,
        latitude=entry.latitude,
        longitude=entry.longitude,
        precision=found.precision,
        approximate=entry.approximate,
        evidence=draft.evidence,
    )
    return placed, None


def _is_many(name: str) -> bool:
    """Whether places are meant that nobody names: "in CITIES", wherever those are."""
    head = name.rsplit(maxsplit=1)[-1]
    return name.islower() and is_plural(head) and head in nouns("named-place")


def surroundings(reading: Reading, location: EventArgument, gazetteer: Gazetteer, told: Told) -> Surroundings:
    """The other names of the sentence that may say where the place is, the nearest behind it first."""
    view = reading.view
    first, last = view.token_at(location.span.start), view.token_at(location.span.end - 1) + 1
    behind = range(last, min(last + _BEHIND, reading.last))
    before = range(first - 1, max(first - _BEFORE, reading.first) - 1, -1)
    found: list[str] = []
    inside: str | None = None
    for at in (*range(first, last), *behind, *before):
        name = reading.names.get(at)
        if name is None or name.kind is SpeakerKind.GROUP or len(found) >= _NEAR:
            continue
        surface = view.surface(at, name.last)
        initials = surface.isupper() and len(surface) <= _INITIALS
        if surface != location.name and not initials:
            found.append(surface)
            if at == last + 1 and view.words[last] in _CONTAINING and not _is_listed(reading, name.last):
                inside = surface
    return Surroundings(found, inside, told.countries, told.peoples, told.bases, _implied(reading, location, gazetteer))


def _is_listed(reading: Reading, behind: int) -> bool:
    """Whether names go on behind a token up to "and": "Cairo, Suez AND PORT SAID"."""
    words, names = reading.view.words, reading.names
    for _ in range(_NEAR):
        if behind + 1 >= reading.last or words[behind] != "," or behind + 1 not in names:
            break
        behind = names[behind + 1].last
    return behind + 1 < reading.last and words[behind] in ("and", "or") and behind + 1 in names


def _implied(reading: Reading, location: EventArgument, gazetteer: Gazetteer) -> frozenset[str]:
    """The countries whose units a sentence names: "in Sori (Gogounou, ALIBORI)".

    Beside the name of a state that of the place does not speak for itself: "Sahel in Syria".
    """
    names, surface = reading.names, reading.view.surface
    named = [surface(at, names[at].last) for at in range(reading.first, reading.last) if at in names]
    if any(name.lower() in states("country", "short") for name in named):
        named = [name for name in named if name not in location.name]
    return frozenset([country for name in named if (country := country_of_unit(gazetteer, name)) is not None])
