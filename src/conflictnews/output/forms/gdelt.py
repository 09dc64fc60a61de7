"""Events under the names of GDELT's event table, where they fit."""

from __future__ import annotations

from datetime import date

from conflictnews.output.forms.cameo import cameo_code, quad_class
from conflictnews.output.tables.column import Column, Value
from conflictnews.output.tables.common import integer, number, string
from conflictnews.output.tables.events import sides
from conflictnews.output.tables.numbering import Numbering
from conflictnews.types import Event

__all__ = ["GDELT"]


def _first_day(event: Event) -> date | None:
    return None if event.date is None else event.date.earliest


def _number(pattern: str) -> Value:
    def value(event: Event, _: Numbering) -> int | None:
        day = _first_day(event)
        return None if day is None else int(day.strftime(pattern))

    return value


def _side(position: int, name: str) -> Value:
    def value(event: Event, _: Numbering) -> object:
        side = sides(event)[position]
        return None if side is None else getattr(side, name)

    return value


def _place(name: str) -> Value:
    return lambda event, _: getattr(event.location, name, None)


def _goldstein(event: Event, _: Numbering) -> float | None:
    code = cameo_code(event.cameo)
    return None if code is None else code.goldstein


GDELT: tuple[Column, ...] = (
    string("GlobalEventID", "the row in events", lambda event, ids: ids.of("events", event)),
    integer("SQLDATE", "the first day that it can have been, YYYYMMDD", _number("%Y%m%d")),
    integer("MonthYear", "YYYYMM", _number("%Y%m")),
    integer("Year", "YYYY", _number("%Y")),
    string("Actor1Name", "who acts", _side(0, "name")),
    string("Actor1CountryCode", "their state (alpha-3)", _side(0, "state")),
    string("Actor2Name", "who or what is acted upon", _side(1, "name")),
    string("Actor2CountryCode", "their state (alpha-3)", _side(1, "state")),
    string("EventCode", "the CAMEO code", lambda event, _: event.cameo),
    string("EventBaseCode", "its first three digits", lambda event, _: event.cameo and event.cameo[:3]),
    string("EventRootCode", "its first two digits", lambda event, _: event.cameo and event.cameo[:2]),
    integer(
        "QuadClass",
        "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict",
        lambda event, _: quad_class(event.cameo),
    ),
    number("GoldsteinScale", "the Goldstein score, -10 to 10", _goldstein),
    integer("NumMentions", "how often the article tells of it", lambda event, _: len(event.mentions)),
    string("ActionGeo_FullName", "the place", _place("name")),
    string("ActionGeo_CountryCode", "ISO 3166-1 alpha-3 (GDELT has FIPS codes)", _place("country")),
    number("ActionGeo_Lat", "degrees north", _place("latitude")),
    number("ActionGeo_Long", "degrees east", _place("longitude")),
    string("SOURCEURL", "the article's source", lambda _, ids: ids.article.source),
)
"""One row an event that has a CAMEO code and took place."""
