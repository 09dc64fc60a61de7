"""Events as PLOVER writes them: event, mode and context, with the CAMEO code, quad class and Goldstein score beside."""

from __future__ import annotations

from conflictnews.output.forms.acled import sentence_of
from conflictnews.output.forms.cameo import cameo_code, quad_class
from conflictnews.output.tables.column import Column, Value
from conflictnews.output.tables.common import date_column, integer, number, string
from conflictnews.output.tables.events import sides
from conflictnews.output.tables.numbering import Numbering
from conflictnews.output.tables.toll import toll
from conflictnews.types import Event

__all__ = ["PLOVER"]


def _side(position: int, name: str) -> Value:
    def value(event: Event, _: Numbering) -> object:
        side = sides(event)[position]
        return None if side is None else getattr(side, name)

    return value


def _code(name: str) -> Value:
    def value(event: Event, _: Numbering) -> object:
        code = cameo_code(event.cameo)
        return None if code is None else getattr(code, name)

    return value


def _of(part: str, name: str) -> Value:
    return lambda event, _: getattr(getattr(event, part), name, None)


PLOVER: tuple[Column, ...] = (
    string("event_id", "the row in events", lambda event, ids: ids.of("events", event)),
    date_column("date", "the first day that it can have been", _of("date", "earliest")),
    string("event", "the PLOVER event type", lambda event, _: event.plover),
    string("mode", "how: the PLOVER mode, where the kind of event has one", _code("mode")),
    string("context", "why: the PLOVER context, where the kind of event tells it", _code("context")),
    string("actor", "who acts", _side(0, "name")),
    string("actor_country", "their state (alpha-3)", _side(0, "state")),
    string("recipient", "who or what is acted upon", _side(1, "name")),
    string("recipient_country", "their state (alpha-3)", _side(1, "state")),
    string("cameo", "the CAMEO code", lambda event, _: event.cameo),
    string("cameo_root", "its first two digits", lambda event, _: event.cameo and event.cameo[:2]),
    integer(
        "quad_class",
        "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict",
        lambda event, _: quad_class(event.cameo),
    ),
    number("goldstein", "the Goldstein score of the CAMEO code, -10 to 10", _code("goldstein")),
    string("status", "whether it took place", lambda event, _: event.status),
    string("country", "ISO 3166-1 alpha-3", _of("location", "country")),
    string("placename", "the place", _of("location", "name")),
    number("latitude", "degrees north", _of("location", "latitude")),
    number("longitude", "degrees east", _of("location", "longitude")),
    integer("dead", "the least number of dead told", lambda event, ids: toll(event.killed, ids)[0]),
    integer("injured", "the least number of injured told", lambda event, ids: toll(event.injured, ids)[0]),
    string("text", "the sentence that tells of it", sentence_of),
)
"""One row an event that has a PLOVER type."""
