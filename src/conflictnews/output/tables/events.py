"""Columns of events, and of what joins to them: who takes part, whose word it is, which numbers are their tolls."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from conflictnews.output.tables.column import Column, Table, Value
from conflictnews.output.tables.common import (
    article_columns,
    attribution_id,
    date_column,
    head,
    integer,
    number,
    places,
    string,
    strings,
)
from conflictnews.output.tables.numbering import Numbering
from conflictnews.output.tables.quantities import precision_of
from conflictnews.output.tables.statements import Stance, Statement
from conflictnews.output.tables.toll import toll
from conflictnews.types import Attribution, Event, EventArgument, NumericFact

__all__ = ["EVENTS", "EVENT_FACTS", "PARTICIPANTS", "STATEMENTS", "sides"]


def sides(event: Event) -> tuple[EventArgument | None, EventArgument | None]:
    """The first who acts, and the first who is acted upon; of an event without targets the second who acts.

    >>> from conflictnews.parsing import parse
    >>> [side.name for side in sides(parse("Soldiers and militants clashed in Kaya.").events[0])]
    ['Soldiers', 'militants']
    """
    first = next(iter(event.actors), None)
    return first, next(iter((*event.targets, *event.actors[1:])), None)


def _side(position: int, name: str, meaning: str) -> tuple[Column, ...]:
    def field(field_name: str) -> Value:
        def value(event: Event, _: Numbering) -> object:
            side = sides(event)[position]
            return None if side is None else getattr(side, field_name)

        return value

    def entity(event: Event, ids: Numbering) -> str | None:
        side = sides(event)[position]
        return None if side is None else ids.at("entities", side.entity)

    return (
        string(name, meaning, field("name")),
        string(f"{name}_id", "its id in the register of actors", field("id")),
        string(f"{name}_state", "the state that it is or belongs to (alpha-3)", field("state")),
        string(f"{name}_category", "what sort of actor it is (ACLED's inter codes)", field("category")),
        string(f"{name}_entity_id", "its row in entities", entity),
    )


def _place(field: str) -> Value:
    return lambda event, _: None if event.location is None else getattr(event.location, field)


def _names(arguments: Sequence[EventArgument]) -> list[str]:
    return [argument.name for argument in arguments]


def _said(stance: Stance) -> Value:
    def value(event: Event, ids: Numbering) -> list[str]:
        names = (one.name for one in ids.said_of(event) if one.stance is stance)
        return list(dict.fromkeys(name for name in names if name is not None))

    return value


def _bound(field: str, position: int) -> Value:
    return lambda event, ids: toll(getattr(event, field), ids)[position]


def _day(event: Event, _: Numbering) -> object:
    ref = event.date
    return ref.earliest if ref is not None and ref.earliest is not None and ref.earliest == ref.latest else None


EVENTS = Table(
    "events",
    "What happened, was planned, threatened or denied: one row an event and article.",
    lambda ids: ids.article.events,
    (
        *head("events", "event_id"),
        string("type", "what happened"),
        string("status", "occurred, planned, threatened, attempted, denied or hypothetical"),
        string("plover", "the PLOVER event type"),
        string("cameo", "the CAMEO code"),
        string("acled", "the ACLED sub-event type"),
        *_side(0, "actor1", "the first who acts"),
        *_side(1, "actor2", "the first who is acted upon, or the other side"),
        strings("actors", "all who act", lambda event, _: _names(event.actors)),
        strings("targets", "all who or what is acted upon", lambda event, _: _names(event.targets)),
        string("location", "the place as the text has it", _place("name")),
        string("location_id", "the place's id in the gazetteer", _place("id")),
        number("latitude", "degrees north (WGS 84)", _place("latitude")),
        number("longitude", "degrees east (WGS 84)", _place("longitude")),
        integer("geo_precision", "1 the place itself, 2 near it, 3 a region or country", _place("precision")),
        string("admin1", "the first-level unit", _place("admin1")),
        string("country", "ISO 3166-1 alpha-3", _place("country")),
        date_column("date", "the day, where it is known to the day", _day),
        date_column("date_earliest", "the first day that it can have been", lambda e, _: e.date and e.date.earliest),
        date_column("date_latest", "the last day that it can have been", lambda e, _: e.date and e.date.latest),
        string("date_value", "the TIMEX3 value of its date", lambda e, _: e.date and e.date.value),
        string("date_precision", "how exact that is", lambda e, _: e.date and precision_of(e.date.value)),
        string("date_id", "its date's row in dates", lambda event, ids: ids.of("dates", event.date)),
        strings("weapons", "what it was done with", lambda event, _: _names(event.weapons)),
        integer("killed_low", "the least number of dead that the text tells", _bound("killed", 0)),
        integer("killed_high", "the most; missing where it is open", _bound("killed", 1)),
        integer("injured_low", "the least number of injured that the text tells", _bound("injured", 0)),
        integer("injured_high", "the most; missing where it is open", _bound("injured", 1)),
        strings("claimed_by", "who says that they did it", _said(Stance.CLAIMED)),
        strings("denied_by", "who denies it", _said(Stance.DENIED)),
        strings("accused_by", "who says, as a reproach, who did it", _said(Stance.ACCUSED)),
        strings("reported_by", "who says that it happened", _said(Stance.REPORTED)),
        string("attribution_id", "the attribution that first tells of it", attribution_id),
        strings("mentions", "where it is told", lambda event, _: places(event.mentions)),
    ),
    ("event_id",),
    (("article_id", "articles"), ("date_id", "dates"), ("attribution_id", "attributions")),
)


@attrs.frozen
class _Part:
    """Somebody or something that takes part in an event, and a number of its toll."""

    event: Event
    role: str
    position: int
    argument: EventArgument


@attrs.frozen
class _Count:
    event: Event
    role: str
    fact: NumericFact


def _parts(ids: Numbering) -> Iterator[_Part]:
    for event in ids.article.events:
        for role, arguments in (("actor", event.actors), ("target", event.targets), ("weapon", event.weapons)):
            for position, argument in enumerate(arguments):
                yield _Part(event, role, position, argument)


def _counts(ids: Numbering) -> Iterator[_Count]:
    for event in ids.article.events:
        for role, facts in (("killed", event.killed), ("injured", event.injured)):
            for fact in facts:
                yield _Count(event, role, fact)


def _event_id(item: _Part | _Count | Statement, ids: Numbering) -> str | None:
    return ids.of("events", item.event)


_EVENT_ID = string("event_id", "the row in events", _event_id)

PARTICIPANTS = Table(
    "participants",
    "Who and what takes part in events: one row an event and participant; joins to events.",
    _parts,
    (
        *article_columns(),
        _EVENT_ID,
        string("role", "actor, target or weapon"),
        integer("position", "which of those, from 0"),
        string("name", "the name as the text has it", lambda part, _: part.argument.name),
        string("register_id", "its id in the register of actors", lambda part, _: part.argument.id),
        string("state", "the state that it is or belongs to (alpha-3)", lambda part, _: part.argument.state),
        string("category", "what sort of actor it is", lambda part, _: part.argument.category),
        string("entity_id", "its row in entities", lambda part, ids: ids.at("entities", part.argument.entity)),
        integer("start", "where it stands in the text", lambda part, _: part.argument.span.start),
        integer("end", "where it ends, exclusive", lambda part, _: part.argument.span.end),
    ),
    ("event_id", "role", "position"),
    (("article_id", "articles"), ("event_id", "events"), ("entity_id", "entities")),
)

EVENT_FACTS = Table(
    "event_facts",
    "Which numbers are an event's dead and injured: one row an event and number; joins events to facts.",
    _counts,
    (
        *article_columns(),
        _EVENT_ID,
        string("fact_id", "the row in facts", lambda count, ids: ids.of("facts", count.fact)),
        string("role", "killed or injured"),
    ),
    ("event_id", "fact_id", "role"),
    (("article_id", "articles"), ("event_id", "events"), ("fact_id", "facts")),
)


def _said_by(value: Statement, ids: Numbering) -> str | None:
    attribution: Attribution | None = value.attribution
    return None if attribution is None else ids.of("speakers", attribution.speaker)


STATEMENTS = Table(
    "statements",
    "Who says what of an event: one row an event and statement; joins events to attributions.",
    lambda ids: [one for event in ids.article.events for one in ids.said_of(event)],
    (
        *article_columns(),
        _EVENT_ID,
        string("stance", "reported, claimed, denied, accused or condemned"),
        string("name", "who says so; missing where the text names nobody"),
        string("speaker_id", "the row in speakers", _said_by),
        string("attribution_id", "the row in attributions", attribution_id),
    ),
    ("event_id", "stance", "attribution_id"),
    (
        ("article_id", "articles"),
        ("event_id", "events"),
        ("speaker_id", "speakers"),
        ("attribution_id", "attributions"),
    ),
)
