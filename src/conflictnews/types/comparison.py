"""Comparison: what several articles share, copy and contradict.

Everywhere ``article`` is a position in ``Comparison.articles``; ``quote``, ``event`` and ``fact`` are positions in that
article's own ``quotes``, ``events`` and ``facts``; a ``span`` is in that article's text.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import attrs

from conflictnews.types.span import Span
from conflictnews.types.vocabulary import EventType, PassageKind, SpeakerKind, Verdict

__all__ = [
    "Actor",
    "ActorMention",
    "ComparedArticle",
    "Comparison",
    "CopiedPassage",
    "Disagreement",
    "DisagreementItem",
    "Incident",
    "IncidentMember",
    "PassageMember",
    "QuoteMember",
    "SharedQuote",
]


@attrs.frozen(kw_only=True)
class ComparedArticle:
    """One of the articles compared: what it was called. ``title`` is the headline's text."""

    id: str | None = None
    source: str | None = None
    published: date | None = None
    title: str | None = None


@attrs.frozen(kw_only=True)
class QuoteMember:
    """A quotation of one article among those that share it.

    ``span`` is the quote's own. ``similarity`` (0 to 1) is to the fullest of the members, whose own is 1. ``speaker``
    is the name that this article gives, None where it gives none.
    """

    article: int
    quote: int
    span: Span
    similarity: float
    speaker: str | None = None


@attrs.frozen(kw_only=True)
class SharedQuote:
    """The same quotation in several articles, by article and place.

    ``speakers_agree`` is False where two members name different speakers; a description ("a US official") names
    nobody. ``suggested_speaker`` is the one name that is given, by the words of an article and not by inference, where
    other members give none; it is a suggestion, no finding.
    """

    members: tuple[QuoteMember, ...]
    speakers_agree: bool
    suggested_speaker: str | None = None


@attrs.frozen(kw_only=True)
class PassageMember:
    """A sentence of one article among those that are copies of one another."""

    article: int
    span: Span


@attrs.frozen(kw_only=True)
class CopiedPassage:
    """A sentence that several articles have, spun or retold.

    ``similarity`` (0 to 1) is the lowest between the first member and another.
    """

    kind: PassageKind
    similarity: float
    members: tuple[PassageMember, ...]


@attrs.frozen(kw_only=True)
class ActorMention:
    """Where an article names an actor."""

    article: int
    span: Span


@attrs.frozen(kw_only=True)
class Actor:
    """A speaker, or a participant of events, under all the names that the articles give it.

    ``name`` is the fullest form, ``aliases`` are the others, sorted. ``kind`` is ``unknown`` for a participant that
    speaks in no article.
    """

    name: str
    kind: SpeakerKind
    aliases: tuple[str, ...]
    mentions: tuple[ActorMention, ...]


@attrs.frozen(kw_only=True)
class IncidentMember:
    """An article's event that is this incident."""

    article: int
    event: int


@attrs.frozen(kw_only=True)
class Incident:
    """Events of several articles that are one: of one type, with the same date or place and none that differs.

    ``date`` is a TIMEX3 value, the most exact of those given; ``location`` the name of the place.
    """

    type: EventType
    date: str | None
    location: str | None
    members: tuple[IncidentMember, ...]


@attrs.frozen(kw_only=True)
class DisagreementItem:
    """One article's figure; ``value`` is the fact's own, None for a range or a vague number."""

    article: int
    fact: int
    span: Span
    value: Decimal | None = None


@attrs.frozen(kw_only=True)
class Disagreement:
    """Figures of different articles on one matter, and whether they can both be right.

    ``what`` is the role ("killed", "injured") or the thing counted. ``incident`` is a position in
    ``Comparison.incidents``, None where the figures belong to no incident.
    """

    verdict: Verdict
    what: str
    items: tuple[DisagreementItem, ...]
    incident: int | None = None


@attrs.frozen(kw_only=True)
class Comparison:
    """What several articles share, copy and contradict."""

    articles: tuple[ComparedArticle, ...] = ()
    shared_quotes: tuple[SharedQuote, ...] = ()
    copied_passages: tuple[CopiedPassage, ...] = ()
    actors: tuple[Actor, ...] = ()
    incidents: tuple[Incident, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
