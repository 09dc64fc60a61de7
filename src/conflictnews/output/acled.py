"""Events as ACLED's users have them: one row an event, in the columns of an ACLED export."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from conflictnews.lexicons.table import read_table
from conflictnews.register.identity import identity_of
from conflictnews.register.states import states
from conflictnews.types import ActorCategory, Article, DateRef, Event, EventArgument, EventStatus, NumericFact

__all__ = ["ACLED_COLUMNS", "acled_rows"]

ACLED_COLUMNS = (
    "event_date time_precision disorder_type event_type sub_event_type actor1 inter1 actor2 inter2 country admin1 "
    "location latitude longitude geo_precision source notes fatalities"
).split()

_INTER = {
    ActorCategory.STATE_FORCES: "State forces",
    ActorCategory.REBEL_GROUP: "Rebel group",
    ActorCategory.POLITICAL_MILITIA: "Political militia",
    ActorCategory.IDENTITY_MILITIA: "Identity militia",
    ActorCategory.RIOTERS: "Rioters",
    ActorCategory.PROTESTERS: "Protesters",
    ActorCategory.CIVILIANS: "Civilians",
    ActorCategory.EXTERNAL_FORCES: "External/Other forces",
}
_TYPE_COLUMNS = ("sub_event_type", "event_type", "disorder_type")
_TOOK_PLACE = frozenset({EventStatus.OCCURRED, EventStatus.ATTEMPTED})
_DAY, _WEEK = 1, 7


def acled_rows(articles: Iterable[Article]) -> list[dict[str, Any]]:
    """The events that took place and have a type in ACLED, in the order of the texts."""
    return [
        _row(article, event)
        for article in articles
        for event in article.events
        if event.acled is not None and event.status in _TOOK_PLACE
    ]


def _row(article: Article, event: Event) -> dict[str, Any]:
    kind, disorder = _types()[event.acled or ""]
    day, precision = _when(event.date)
    actor1, inter1 = _who(event.actors)
    actor2, inter2 = _who(event.targets)
    place = event.location
    return {
        "event_date": day,
        "time_precision": precision,
        "disorder_type": disorder,
        "event_type": kind,
        "sub_event_type": event.acled,
        "actor1": actor1,
        "inter1": inter1,
        "actor2": actor2,
        "inter2": inter2,
        "country": None if place is None else _country_names().get(place.country or ""),
        "admin1": None if place is None else place.admin1,
        "location": None if place is None else place.name,
        "latitude": None if place is None else place.latitude,
        "longitude": None if place is None else place.longitude,
        "geo_precision": None if place is None else place.precision,
        "source": article.source,
        "notes": _sentence(article, event),
        "fatalities": _fatalities(event.killed),
    }


@cache
def _types() -> dict[str, tuple[str, str]]:
    return {sub: (kind, disorder) for sub, kind, disorder in read_table("acled_types", *_TYPE_COLUMNS)}


@cache
def _country_names() -> dict[str, str]:
    """The plain names of states by their codes."""
    names = ((identity_of(state).id, state) for state in states("country").values())
    return {code: state for code, state in names if code is not None}


def _when(ref: DateRef | None) -> tuple[str | None, int | None]:
    """The first day that an event may have been, and ACLED's time precision: 1 the day, 2 the week, 3 the month."""
    if ref is None or ref.earliest is None:
        return None, None
    days = _days(ref.earliest, ref.latest)
    return ref.earliest.isoformat(), 1 if days <= _DAY else 2 if days <= _WEEK else 3


def _days(earliest: date, latest: date | None) -> int:
    return 1 if latest is None else (latest - earliest).days + 1


def _who(arguments: Sequence[EventArgument]) -> tuple[str | None, str | None]:
    """The name of a side and its sort, that of the first of it that has one."""
    inter = next((_INTER[argument.category] for argument in arguments if argument.category is not None), None)
    return "; ".join(argument.name for argument in arguments) or None, inter


def _sentence(article: Article, event: Event) -> str:
    """The sentence that first tells of the event, white space made single."""
    holding = (one.text for one in article.sentences if one.span.contains(event.span))
    return " ".join(next(holding, event.text).split())


def _fatalities(killed: Sequence[NumericFact]) -> int:
    """The dead that the facts tell, each number once; the least where they leave it open."""
    counts = {fact.value if fact.value is not None else fact.low for fact in killed}
    return int(sum((count for count in counts if count is not None), Decimal()))
