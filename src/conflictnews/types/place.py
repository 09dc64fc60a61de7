"""Places on the map."""

from __future__ import annotations

import attrs

from conflictnews.types.span import Span
from conflictnews.types.vocabulary import PlaceEvidence

__all__ = ["Place"]


@attrs.frozen(weakref_slot=False)
class Place:
    """Where an event took place: the name as the text has it, and where the gazetteer puts it.

    ``latitude`` and ``longitude`` are degrees (WGS 84). ``precision`` is ACLED's geo-precision: 1 the place itself,
    2 a place near it or the district around it, 3 a region or country. ``country`` is ISO 3166-1 alpha-3, ``admin1``
    the first-level unit, ``id`` that of the gazetteer ("geonames:98182"). What nothing tells is None; where two
    places fit equally, all is. ``approximate`` says that the gazetteer spells the name otherwise, ``evidence`` where
    the text tells the place.

    >>> from conflictnews import parse
    >>> place = parse("Gunmen shot a guard near Djibo, Burkina Faso.").events[0].location
    >>> place.name, place.country, place.admin1, place.latitude, place.longitude, place.precision
    ('Djibo', 'BFA', 'Sahel', 14.099, -1.627, 1)
    """

    name: str
    span: Span
    id: str | None = None
    country: str | None = None
    admin1: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    precision: int | None = None
    approximate: bool = False
    evidence: PlaceEvidence = PlaceEvidence.CLAUSE
    entity: int | None = None
