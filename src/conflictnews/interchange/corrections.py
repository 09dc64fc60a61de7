"""Corrections: an article as annotators left it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any, TypeVar

import attrs

from conflictnews.errors import SchemaError
from conflictnews.extractors.dates.values import interval
from conflictnews.extractors.events.codes import codes
from conflictnews.interchange.groups import GROUPED, Group, Marked, groups_of
from conflictnews.types import (
    Act,
    Article,
    Attribution,
    AttributionKind,
    Bound,
    DateRef,
    DateType,
    Event,
    EventArgument,
    EventStatus,
    EventType,
    NumericFact,
    Place,
    Quote,
    QuoteKind,
    Resolution,
    Role,
    Span,
    Speaker,
    SpeakerKind,
)

__all__ = ["PlacedGroup", "corrected"]

V = TypeVar("V", bound=StrEnum)
PlacedGroup = tuple[str, Group]
"""Where a group stands in what was read, for errors, and the group."""
_MARKS = "\"'“”‘’«»„‹›"


def corrected(article: Article, given: Sequence[PlacedGroup]) -> Article:
    """The article with its quotations, attributions, numbers, dates and events as the groups say.

    What a group says as the article does stays the very same item. A group that differs changes the item that its words
    overlap, and what nothing overlaps is new; items without a group are gone, and so is what referred to them. What a
    person corrected is sure: the confidence of such attributions is 1. A group outside the text, or with a value that
    there is not, is a ``SchemaError`` with its place.
    """
    for place, group in given:
        for span in (*group.head, *(span for _, span in group.parts)):
            if span.end > len(article.text) or not len(span):
                raise SchemaError(place, f"{span.start} to {span.end} is no stretch of the text")
    work = _Corrections(article)
    layers = {layer: work.layer(layer, [one for one in given if one[1].layer == layer]) for layer in _ORDER}
    if not work.changed:
        return article
    changes: dict[str, Any] = {layer: layers[layer] for layer in GROUPED}
    return attrs.evolve(article, speakers=tuple(work.speakers), **changes)


_ORDER = ("attributions", "dates", "facts", "quotes", "events")
"""What is referred to comes first."""


class _Corrections:
    """An article that is being corrected: what became of each item, by its identity."""

    def __init__(self, article: Article) -> None:
        self.text = article.text
        self.changed = False
        self.speakers = list(article.speakers)
        self._article = article
        self._own = {
            layer: [(own, item) for own, item in groups_of(article) if own.layer == layer] for layer in GROUPED
        }
        self._became: dict[int, Any] = {}
        self._attributions: list[Attribution] = []

    def layer(self, layer: str, given: list[PlacedGroup]) -> tuple[Any, ...]:
        """The items of a layer: those that stay, those that change, and those that are new."""
        alike: dict[Marked, list[tuple[Group, Any]]] = {}
        for pair in self._own[layer]:
            alike.setdefault(pair[0].marked(self.text), []).append(pair)
        left: list[PlacedGroup] = []
        stay: list[Any] = []
        for place, group in given:
            pairs = alike.get(group.marked(self.text), [])
            same = next((pair for pair in pairs if group.agrees(pair[0])), None)
            if same is None:
                left.append((place, group))
            else:
                pairs.remove(same)
                stay.append(same[1])
        waiting = [pair for pairs in alike.values() for pair in pairs]
        found = [self._kept(layer, item) for item in stay]
        for place, group in left:
            near = max(waiting, key=lambda pair: _overlap(pair[0].head, group.head), default=None)
            old = None
            if near is not None and _overlap(near[0].head, group.head) > 0:
                waiting.remove(near)
                old = near[1]
            new = self._made(layer, place, group, old)
            self._became[id(old)] = new
            found.append(new)
        self.changed = self.changed or bool(left or waiting)
        if left or waiting:
            found.sort(key=lambda item: item.span)
        else:
            found = [self._became.get(id(item), item) for item in getattr(self._article, layer)]
        if layer == "attributions":
            self._attributions = found
        if layer == "quotes":
            found = self._nested(found)
        return tuple(found)

    def _kept(self, layer: str, item: Any) -> Any:  # noqa: ANN401 - an item of any layer
        """An item that stays, with what it refers to as that became."""
        changes: dict[str, Any] = {}
        if layer in ("quotes", "facts", "events") and item.attribution is not None:
            changes["attribution"] = self._now(item.attribution)
        if layer == "events":
            changes["date"] = self._now(item.date)
            changes["killed"] = self._all_now(item.killed)
            changes["injured"] = self._all_now(item.injured)
        differs = any(getattr(item, name) != value for name, value in changes.items())
        self._became[id(item)] = attrs.evolve(item, **changes) if differs else item
        return self._became[id(item)]

    def _now(self, item: Any) -> Any:  # noqa: ANN401
        return None if item is None else self._became.get(id(item), self._equal(item))

    def _equal(self, item: Any) -> Any:  # noqa: ANN401
        """An item that no layer of the article holds is left as it is; one that one holds and nobody kept is gone."""
        held = any(item == one for layer in GROUPED for _, one in self._own[layer])
        return None if held else item

    def _all_now(self, items: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(now for now in map(self._now, items) if now is not None)

    def _nested(self, quotes: list[Quote]) -> list[Quote]:
        """The quotations with ``nested_in`` as their new positions say."""
        out = []
        for at, quote in enumerate(quotes):
            holding = [k for k, other in enumerate(quotes) if k != at and other.outer.contains(quote.outer)]
            inner = max(holding, key=lambda k: quotes[k].outer.start, default=None) if self.changed else quote.nested_in
            out.append(quote if inner == quote.nested_in else attrs.evolve(quote, nested_in=inner))
        return out

    def _made(self, layer: str, place: str, group: Group, old: Any) -> Any:  # noqa: ANN401
        make: dict[str, Callable[[str, Group, Any], Any]] = {
            "attributions": self._attribution,
            "dates": self._date,
            "facts": self._fact,
            "quotes": self._quote,
            "events": self._event,
        }
        return make[layer](place, group, old)

    def _attribution(self, place: str, group: Group, old: Attribution | None) -> Attribution:
        values, parts = dict(group.values), dict(group.parts)
        source, cue = parts.get("source"), parts.get("cue")
        span = _hull((*group.head, *parts.values()))
        act = _of(Act, values.get("act"), place, old.act if old else Act.SAY)
        name = values.get("speaker", (old.speaker_name or "") if old else source.of(self.text) if source else "")
        changes: dict[str, Any] = {
            "span": span,
            "text": span.of(self.text),
            "content": tuple(sorted(group.head)),
            "source": source,
            "cue": cue,
            "act": act,
            "confidence": 1.0,
        }
        if old is None or name != " ".join((old.speaker_name or "").split()):
            speaker = self._speaker(name, source or group.head[0])
            changes["speaker"] = speaker
            changes["speakers"] = () if speaker is None else (speaker,)
            changes["resolved_by"] = Resolution.NONE if speaker is None else Resolution.EXPLICIT
        if old is not None:
            return attrs.evolve(old, **changes)
        quoted = any(quote.span.overlaps(head) for quote in self._article.quotes for head in group.head)
        return Attribution(kind=AttributionKind.DIRECT if quoted else AttributionKind.INDIRECT, **changes)

    def _speaker(self, name: str, span: Span) -> Speaker | None:
        """The speaker of that name; a new one where the article has none."""
        if not name:
            return None
        for speaker in self.speakers:
            if " ".join(speaker.name.split()) == name:
                return speaker
        new = Speaker(span=span, text=span.of(self.text), name=name, kind=SpeakerKind.UNKNOWN, mentions=(span,))
        self.speakers.append(new)
        return new

    def _quote(self, place: str, group: Group, old: Quote | None) -> Quote:
        span = group.head[0]
        kind = _of(QuoteKind, dict(group.values).get("kind"), place, old.kind if old else QuoteKind.DIRECT)
        start, end = span.start, span.end
        opened = start > 0 and self.text[start - 1] in _MARKS
        closed = end < len(self.text) and self.text[end] in _MARKS
        told = [one for one in self._attributions if any(part.overlaps(span) for part in one.content)]
        return Quote(
            span=span,
            text=span.of(self.text),
            outer=Span(start - opened, end + closed),
            kind=kind,
            closed=closed,
            attribution=min(told, key=lambda one: len(one.span), default=None),
        )

    def _fact(self, place: str, group: Group, old: NumericFact | None) -> NumericFact:
        values, span = dict(group.values), group.head[0]
        role = _of(Role, values.get("role"), place, old.role if old else Role.OTHER)
        made = (
            attrs.evolve(old, span=span, text=span.of(self.text), role=role, attribution=self._now(old.attribution))
            if old is not None
            else NumericFact(span=span, text=span.of(self.text), role=role, bound=Bound.VAGUE)
        )
        told = values.get("value")
        if told is None or (old is not None and told == dict(_values_of(old)).get("value")):
            return made
        number = _decimal(told, place)
        bound = Bound.VAGUE if number is None else Bound.EXACT
        return attrs.evolve(made, value=number, low=number, high=number, bound=bound)

    def _date(self, place: str, group: Group, old: DateRef | None) -> DateRef:
        values, span = dict(group.values), group.head[0]
        kind = _of(DateType, values.get("type"), place, old.type if old else DateType.DATE)
        value = values.get("value", (old.value or "") if old else "") or None
        days = interval(value)
        first, last = (None, None) if days is None else days
        if old is not None and value == old.value:
            first, last = old.earliest, old.latest
        return DateRef(span=span, text=span.of(self.text), type=kind, value=value, earliest=first, latest=last)

    def _event(self, place: str, group: Group, old: Event | None) -> Event:
        values, mentions = dict(group.values), tuple(sorted(group.head))
        kind = _of(EventType, values.get("type"), place, old.type if old else EventType.OTHER)
        known = _arguments_of(old)
        roles: dict[str, list[Any]] = {role: [] for role in ("actor", "target", "place", "weapon")}
        for role, span in group.parts:
            argument = known.get((role, span)) or EventArgument(" ".join(span.of(self.text).split()), span)
            roles[role].append(argument)
        where = next(iter(roles["place"]), None)
        changes: dict[str, Any] = {
            "span": mentions[0],
            "text": mentions[0].of(self.text),
            "type": kind,
            "status": _of(EventStatus, values.get("status"), place, old.status if old else EventStatus.OCCURRED),
            "mentions": mentions,
            "actors": tuple(roles["actor"]),
            "targets": tuple(roles["target"]),
            "weapons": tuple(roles["weapon"]),
            "location": Place(where.name, where.span) if isinstance(where, EventArgument) else where,
        }
        if old is None or kind is not old.type:
            row = next((code for code in codes().values() if code.type is kind), None)
            changes |= {name: getattr(row, name, None) for name in ("plover", "cameo", "acled")}
        return attrs.evolve(self._kept("events", old), **changes) if old is not None else Event(**changes)


def _values_of(fact: NumericFact) -> tuple[tuple[str, str], ...]:
    return next(own.values for own, _ in groups_of(Article(text="", facts=(fact,))))


def _arguments_of(event: Event | None) -> dict[tuple[str, Span], Any]:
    if event is None:
        return {}
    place = () if event.location is None else (event.location,)
    roles = (("actor", event.actors), ("target", event.targets), ("place", place), ("weapon", event.weapons))
    return {(role, one.span): one for role, arguments in roles for one in arguments}


def _of(kind: type[V], value: str | None, place: str, default: V) -> V:
    if not value:
        return default
    try:
        return kind(value)
    except ValueError:
        raise SchemaError(place, f"must be one of {', '.join(map(str, kind))}, not {value!r}") from None


def _decimal(value: str, place: str) -> Decimal | None:
    if not value:
        return None
    try:
        number = Decimal(value)
    except InvalidOperation:
        raise SchemaError(place, f"must be a number, not {value!r}") from None
    if not number.is_finite():
        raise SchemaError(place, f"must be a finite number, not {value!r}")
    return number


def _overlap(one: Sequence[Span], other: Sequence[Span]) -> int:
    """How many characters the two have in common."""
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)


def _hull(spans: Sequence[Span]) -> Span:
    return Span(min(span.start for span in spans), max(span.end for span in spans))
