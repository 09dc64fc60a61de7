"""Geocoding: from the place that an event names to one on the map, by what else the text tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cache

from conflictnews.extractors.events.draft import Draft
from conflictnews.extractors.events.sentence import Reading
from conflictnews.gazetteer import Gazetteer
from conflictnews.gazetteer.resolution import Surroundings, resolve
from conflictnews.register.identity import identity_of
from conflictnews.register.states import states
from conflictnews.text import TextView
from conflictnews.types import Diagnostic, Entity, EntityKind, EventArgument, Layers, Place, SpeakerKind

__all__ = ["countries_of", "geocoded"]

_BEHIND, _BEFORE = 14, 24
_NEAR = 6
_CONTAINING = frozenset({",", "(", "["})


def countries_of(view: TextView, done: Layers) -> Mapping[str, float]:
    """The countries that a text names (alpha-3), by name, adjective or people, each with its share.

    Where it names none, those of the bodies and groups that it names.
    """
    counts = Counter[str]()
    for entity in done.get("entities", Entity):
        if entity.kind is EntityKind.STATE and entity.id is not None and " " in entity.name:
            counts[entity.id] += len(entity.mentions)
    for word, code in _codes().items():
        if word in view.index and view.text[view.starts[view.index[word][0]]].isupper():
            counts[code] += len(view.index[word])
    if not counts:
        for entity in done.get("entities", Entity):
            if entity.state is not None:
                counts[entity.state] += len(entity.mentions)
    total = counts.total()
    return {code: count / total for code, count in counts.items()}


@cache
def _codes() -> dict[str, str]:
    """The codes of states by the single words that name them."""
    words = states("country", "short", "adjective", "demonym").items()
    codes = ((word, identity_of(state).id) for word, state in words if " " not in word)
    return {word: code for word, code in codes if code is not None}


def geocoded(
    draft: Draft, gazetteer: Gazetteer, countries: Mapping[str, float]
) -> tuple[Place, Diagnostic | None]:
    """The place of an event, with where it is where that can be told; a diagnostic where two places fit."""
    location = draft.roles.location
    assert location is not None  # noqa: S101 - asked of events with a place only
    plain = Place(location.name, location.span, evidence=draft.evidence)
    found = resolve(gazetteer, location.name, _surroundings(draft.reading, location, countries))
    if found is None:
        return plain, None
    entry = found.entry
    if entry is None:
        message = f"{location.name!r} may be several places; none is taken."
        surface = location.span.of(draft.reading.view.text)
        return plain, Diagnostic(span=location.span, text=surface, code="ambiguous-place", message=message)
    return (
        Place(
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
        ),
        None,
    )


def _surroundings(reading: Reading, location: EventArgument, countries: Mapping[str, float]) -> Surroundings:
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
        if surface != location.name:
            found.append(surface)
            if at == last + 1 and view.words[last] in _CONTAINING:
                inside = surface
    return Surroundings(found, inside, countries)
