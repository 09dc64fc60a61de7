"""Events as ACLED's users have them: one row an event, in the columns of an ACLED export."""

from __future__ import annotations

from datetime import date
from functools import cache

from conflictnews.lexicons.table import read_table
from conflictnews.output.tables.column import Column
from conflictnews.output.tables.common import date_column, integer, number, string
from conflictnews.output.tables.numbering import Numbering
from conflictnews.output.tables.toll import toll
from conflictnews.register.identity import identity_of
from conflictnews.register.states import states
from conflictnews.types import ActorCategory, DateRef, Event, EventArgument, EventStatus

__all__ = ["ACLED", "country_name", "is_acled", "sentence_of"]

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


def is_acled(event: Event) -> bool:
    """Whether an event took place and has a type in ACLED."""
    return event.acled is not None and event.status in _TOOK_PLACE


@cache
def _types() -> dict[str, tuple[str, str]]:
    return {sub: (kind, disorder) for sub, kind, disorder in read_table("acled_types", *_TYPE_COLUMNS)}


def _type(event: Event) -> str:
    return _types()[event.acled or ""][0]


def _disorder(event: Event) -> str:
    return _types()[event.acled or ""][1]


@cache
def _country_names() -> dict[str, str]:
    """The plain names of states by their codes."""
    names = ((identity_of(state).id, state) for state in states("country").values())
    return {code: state for code, state in names if code is not None}


def country_name(code: str | None) -> str | None:
    """The plain name of a state by its code."""
    return None if code is None else _country_names().get(code)


def _first_day(ref: DateRef | None) -> date | None:
    return None if ref is None else ref.earliest


def _year(event: Event) -> int | None:
    day = _first_day(event.date)
    return None if day is None else day.year


def _time_precision(ref: DateRef | None) -> int | None:
    """ACLED's time precision: 1 the day, 2 the week, 3 the month."""
    if ref is None or ref.earliest is None:
        return None
    days = 1 if ref.latest is None else (ref.latest - ref.earliest).days + 1
    return 1 if days <= _DAY else 2 if days <= _WEEK else 3


def _first(side: tuple[EventArgument, ...]) -> str | None:
    return side[0].name if side else None


def _others(side: tuple[EventArgument, ...]) -> str | None:
    return "; ".join(argument.name for argument in side[1:]) or None


def _inter(side: tuple[EventArgument, ...]) -> str | None:
    """The sort of a side, that of the first of it that has one."""
    return next((_INTER[argument.category] for argument in side if argument.category is not None), None)


def sentence_of(event: Event, ids: Numbering) -> str:
    """The sentence that first tells of an event, white space made single."""
    at = ids.sentence_at(event.span.start)
    holding = ids.article.sentences[at] if at >= 0 else None
    whole = holding is not None and holding.span.contains(event.span)
    return " ".join((holding.text if holding is not None and whole else event.text).split())


def _fatalities(event: Event, ids: Numbering) -> int:
    """The least number of dead that the text tells, as ACLED counts; 0 where it tells of none."""
    return toll(event.killed, ids)[0] or 0


def _place(event: Event, name: str) -> object:
    return None if event.location is None else getattr(event.location, name)


ACLED: tuple[Column, ...] = (
    string("event_id", "the row in events", lambda event, ids: ids.of("events", event)),
    date_column("event_date", "the first day that it can have been", lambda event, _: _first_day(event.date)),
    integer("year", "the year of event_date", lambda event, _: _year(event)),
    integer(
        "time_precision", "1 the day is known, 2 the week, 3 the month", lambda event, _: _time_precision(event.date)
    ),
    string("disorder_type", "ACLED's disorder type", lambda event, _: _disorder(event)),
    string("event_type", "ACLED's event type", lambda event, _: _type(event)),
    string("sub_event_type", "ACLED's sub-event type", lambda event, _: event.acled),
    string("actor1", "who acts", lambda event, _: _first(event.actors)),
    string("assoc_actor_1", 'who acts with them, joined by "; "', lambda event, _: _others(event.actors)),
    string("inter1", "the sort of actor1", lambda event, _: _inter(event.actors)),
    string("actor2", "who or what is acted upon", lambda event, _: _first(event.targets)),
    string("assoc_actor_2", 'who else is, joined by "; "', lambda event, _: _others(event.targets)),
    string("inter2", "the sort of actor2", lambda event, _: _inter(event.targets)),
    string("iso3", "the country's ISO 3166-1 alpha-3 code", lambda event, _: _place(event, "country")),
    string("country", "its plain name", lambda event, _: event.location and country_name(event.location.country)),
    string("admin1", "the first-level unit", lambda event, _: _place(event, "admin1")),
    string("location", "the place", lambda event, _: _place(event, "name")),
    number("latitude", "degrees north", lambda event, _: _place(event, "latitude")),
    number("longitude", "degrees east", lambda event, _: _place(event, "longitude")),
    integer("geo_precision", "1 the place, 2 near it, 3 a region", lambda event, _: _place(event, "precision")),
    string("source", "the article's source", lambda _, ids: ids.article.source),
    string("notes", "the sentence that tells of it", sentence_of),
    integer("fatalities", "the dead, the least number told; 0 where none is", _fatalities),
)
"""One row an event that took place and has a type in ACLED."""
