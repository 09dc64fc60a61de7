"""Draft: an event while it is being read, before it becomes an ``Event``."""

from __future__ import annotations

import attrs

from conflictnews.extractors.events.codes import Code, codes
from conflictnews.extractors.events.identities import Identities
from conflictnews.extractors.events.roles import Roles
from conflictnews.extractors.events.sentence import Reading
from conflictnews.extractors.events.triggers import Match
from conflictnews.text.closed_words import closed_words
from conflictnews.types import (
    Attribution,
    DateRef,
    Event,
    EventArgument,
    EventStatus,
    NumericFact,
    Place,
    PlaceEvidence,
    Span,
)

__all__ = ["Draft", "by_sentence", "distance"]

_FOUND = "find-dead"


@attrs.define
class Draft:
    """One mention of an event, or several that were found to be one."""

    match: Match
    reading: Reading
    code: str
    status: EventStatus
    roles: Roles
    mentions: list[Span]
    definite: bool = False
    alike: bool = False
    plural: bool = False
    counted: bool = False
    bare: bool = False
    happens: bool = False
    """Whether a verb behind a noun says that it took place."""
    aim: bool = False
    """Whether it is only what something is for: "efforts to mediate"."""
    announced: bool = False
    """Whether somebody says that it will be done."""
    general: bool = False
    """Whether a noun speaks of such events in general, unless somebody or something is told with it."""
    killed: list[NumericFact] = attrs.field(factory=list)
    injured: list[NumericFact] = attrs.field(factory=list)
    date: DateRef | None = None
    claimed_by: EventArgument | None = None
    attribution: Attribution | None = None
    evidence: PlaceEvidence = PlaceEvidence.CLAUSE
    """Where the text tells its location."""
    place: Place | None = None
    """The place of its location on the map."""
    sub_event: str | None = None
    """ACLED's sub-event type, where the parties make it another than that of the code."""

    @property
    def row(self) -> Code:
        """The row of its code."""
        return codes()[self.code]

    @property
    def generic(self) -> bool:
        """Whether only "attack" or "strike" was said, so that the weapon or an antecedent must tell what it was."""
        return self.code in ("attack", "strike")

    @property
    def violent(self) -> bool:
        """Whether people or things are attacked."""
        return self.row.violent

    @property
    def tells_harm(self) -> bool:
        """Whether the trigger itself is a word of harm, whatever kind of event its weapon made of it."""
        code = self.match.trigger.code
        return code in codes() and codes()[code].deed == "harm"

    @property
    def finds_dead(self) -> bool:
        """Whether it tells of a killing by the body that is found: "a body was FOUND"."""
        return self.match.trigger.group == _FOUND

    @property
    def told(self) -> bool:
        """Whether somebody takes part in it, or a place is told."""
        return bool(self.roles.actors or self.roles.targets or self.roles.location)

    def event(self, text: str, weapons: tuple[EventArgument, ...], identities: Identities) -> Event:
        """The finished event."""
        country = None if self.place is None else self.place.country
        actors, targets = (
            tuple(distinct([party for one in distinct(side) for party in identities.parties(one, country)]))
            for side in (self.roles.actors, _without_others(self.roles.targets))
        )
        span, row = self.mentions[0], self.row
        coded = codes()[row.announced] if self.announced and row.announced else row
        return Event(
            span=span,
            text=text[span.start : span.end],
            type=row.type,
            plover=coded.plover,
            cameo=coded.cameo,
            acled=self.sub_event or row.acled,
            status=self.status,
            mentions=tuple(self.mentions),
            actors=actors,
            targets=targets,
            location=None if self.place is None else identities.placed(self.place),
            date=self.date,
            weapons=weapons,
            killed=tuple(self.killed),
            injured=tuple(self.injured),
            claimed_by=None if self.claimed_by is None else identities.identified(self.claimed_by, country),
            attribution=self.attribution,
        )


def _without_others(arguments: list[EventArgument]) -> list[EventArgument]:
    """Of "killed a guard and wounded four others" the guard; the others where nobody else is told."""
    named = [argument for argument in arguments if argument.name.casefold() not in closed_words("pronoun")]
    return named or arguments


def distinct(arguments: list[EventArgument]) -> list[EventArgument]:
    """One argument a name, the first that the text has."""
    by_name: dict[str, EventArgument] = {}
    for argument in arguments:
        by_name.setdefault(argument.name.casefold(), argument)
    return list(by_name.values())


def by_sentence(drafts: list[Draft]) -> dict[int, list[Draft]]:
    """The drafts of each sentence that tells of any, by its first token."""
    found: dict[int, list[Draft]] = {}
    for draft in drafts:
        found.setdefault(draft.reading.first, []).append(draft)
    return found


def distance(draft: Draft, span: Span) -> int:
    """Characters between a span and the nearest mention."""
    return min(abs(mention.start - span.start) for mention in draft.mentions)
