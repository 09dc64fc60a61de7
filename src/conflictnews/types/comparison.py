"""Comparison: what several articles share, copy and contradict.

Everywhere ``article`` is a position in ``Comparison.articles``; ``quote``, ``event`` and ``fact`` are positions in that
article's own ``quotes``, ``events`` and ``facts``; a ``span`` is in that article's text.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import attrs

from conflictnews.types.span import Span
from conflictnews.types.vocabulary import Bound, EventType, PassageKind, Role, Slot, SpeakerKind, TollState, Verdict

__all__ = [
    "Actor",
    "ActorMention",
    "ComparedArticle",
    "Comparison",
    "CopiedPassage",
    "Copying",
    "Disagreement",
    "DisagreementItem",
    "Incident",
    "IncidentMember",
    "PassageMember",
    "QuoteMember",
    "SharedQuote",
    "Story",
    "Toll",
    "WordEdit",
]


@attrs.frozen(kw_only=True)
class ComparedArticle:
    """One of the articles compared: what it was called. ``title`` is the headline's text.

    >>> from conflictnews import compare, parse
    >>> told = "A car bomb killed {} people in Basra on 4 May 2031, police said."
    >>> comparison = compare([parse(told.format(14), id="a"), parse(told.format(19), id="b")])
    >>> [article.id for article in comparison.articles]
    ['a', 'b']
    """

    id: str | None = None
    source: str | None = None
    published: date | None = None
    title: str | None = None


@attrs.frozen(kw_only=True)
class WordEdit:
    """Words of a quotation that another version of it has otherwise: ``before`` in the fullest, ``after`` in this one.

    Either may be empty. ``changes`` says what an edit that turns the sense round has changed ("negation", "number",
    "name"), None for any other.

    >>> from conflictnews import compare, parse
    >>> said = '"We will {}find the men who did this and bring them to court," {} said.'
    >>> articles = parse(said.format("", "Governor Karim Haddad")), parse(said.format("soon ", "a local official"))
    >>> shared, = compare(articles).shared_quotes
    >>> [(edit.before, edit.after) for edit in shared.members[0].edits]
    [('soon', '')]
    """

    before: str
    after: str
    changes: str | None = None


@attrs.frozen(kw_only=True)
class QuoteMember:
    """A version of one utterance among those that several articles have.

    ``quote`` is its position in the article's quotes; None where the article has the words outside quotation marks.
    ``span`` is the quote's own, else that of the words. ``similarity`` (0 to 1) is to the fullest of the members, whose
    own is 1; ``edits`` are what is otherwise. ``speaker`` is the name that this article gives, or None.

    >>> from conflictnews import compare, parse
    >>> said = '"We will {}find the men who did this and bring them to court," {} said.'
    >>> articles = parse(said.format("", "Governor Karim Haddad")), parse(said.format("soon ", "a local official"))
    >>> shared, = compare(articles).shared_quotes
    >>> [(member.article, member.speaker, member.similarity) for member in shared.members]
    [(0, 'Karim Haddad', 0.963), (1, 'local official', 1.0)]
    """

    article: int
    quote: int | None
    span: Span
    similarity: float
    speaker: str | None = None
    edits: tuple[WordEdit, ...] = ()


@attrs.frozen(kw_only=True)
class SharedQuote:
    """The same quotation in several articles, by article and place.

    ``speakers_agree`` is False where two members name different speakers; a description ("a US official") names
    nobody. ``suggested_speaker`` is the one name that is given, by the words of an article and not by inference, where
    other members give none; it is a suggestion, no finding.

    >>> from conflictnews import compare, parse
    >>> said = '"We will {}find the men who did this and bring them to court," {} said.'
    >>> articles = parse(said.format("", "Governor Karim Haddad")), parse(said.format("soon ", "a local official"))
    >>> shared, = compare(articles).shared_quotes
    >>> shared.speakers_agree, shared.suggested_speaker
    (True, 'Karim Haddad')
    """

    members: tuple[QuoteMember, ...]
    speakers_agree: bool
    suggested_speaker: str | None = None


@attrs.frozen(kw_only=True)
class PassageMember:
    """A sentence of one article among those that are copies of one another.

    >>> from conflictnews import compare, parse
    >>> told = "A boat with {} men on board sank off the coast near Dorn in heavy rain, fishermen there said."
    >>> comparison = compare([parse(told.format("nine")), parse(told.format("ten"))])
    >>> [(member.article, member.span.start) for member in comparison.copied_passages[0].members]
    [(0, 0), (1, 0)]
    """

    article: int
    span: Span


@attrs.frozen(kw_only=True)
class CopiedPassage:
    """A sentence that several articles have, spun or retold.

    ``similarity`` (0 to 1) is the lowest between the first member and another.

    >>> from conflictnews import compare, parse
    >>> told = "A boat with {} men on board sank off the coast near Dorn in heavy rain, fishermen there said."
    >>> comparison = compare([parse(told.format("nine")), parse(told.format("ten"))])
    >>> comparison.copied_passages[0].kind.value, comparison.copied_passages[0].similarity > 0.8
    ('copy', True)
    """

    kind: PassageKind
    similarity: float
    members: tuple[PassageMember, ...]


@attrs.frozen(kw_only=True)
class ActorMention:
    """Where an article names an actor.

    >>> from conflictnews import compare, parse
    >>> first, second = parse("Governor Karim Haddad said no."), parse("Haddad denied it. Karim Haddad was angry.")
    >>> actor, = compare([first, second]).actors
    >>> actor.mentions[0].article, actor.mentions[0].span.of(first.text)
    (0, 'Karim Haddad')
    """

    article: int
    span: Span


@attrs.frozen(kw_only=True)
class Actor:
    """A speaker, or a participant of events, under all the names that the articles give it.

    ``name`` is the fullest form, ``aliases`` are the others, sorted. ``kind`` is ``unknown`` for a participant that
    speaks in no article.

    >>> from conflictnews import compare, parse
    >>> first, second = parse("Governor Karim Haddad said no."), parse("Haddad denied it. Karim Haddad was angry.")
    >>> actor, = compare([first, second]).actors
    >>> actor.name, actor.aliases, len(actor.mentions)
    ('Karim Haddad', ('Haddad',), 3)
    """

    name: str
    kind: SpeakerKind
    aliases: tuple[str, ...]
    mentions: tuple[ActorMention, ...]


@attrs.frozen(kw_only=True)
class Story:
    """What articles tell of the same news. Every article is in one story; those alone in theirs are left out.

    ``articles`` are in order. ``texts`` are the independent texts among them: articles that are one text, or of which
    one is taken from another, stand together, so that a wire report printed by three outlets counts once. ``earliest``
    and ``latest`` are the days of the articles, ``places`` the towns of the incidents, the one that most articles tell
    first. ``incident`` is the main one, a position in ``Comparison.incidents``, None where the articles share none.

    >>> from conflictnews import compare, parse
    >>> told = "A car bomb killed {} people in Basra on 4 May 2031, police said."
    >>> comparison = compare([parse(told.format(14), id="a"), parse(told.format(19), id="b")])
    >>> [(story.articles, story.texts, story.incident) for story in comparison.stories]
    [((0, 1), ((0, 1),), 0)]
    """

    articles: tuple[int, ...]
    texts: tuple[tuple[int, ...], ...]
    earliest: date | None = None
    latest: date | None = None
    places: tuple[str, ...] = ()
    incident: int | None = None


@attrs.frozen(kw_only=True)
class Copying:
    """How much of an article another one has: ``share`` (0 to 1) of its words stand in sentences that both have.

    ``reason`` says why ``article`` is the one that copied ("later-day", "lost-words", "credited-agency"), None where
    nothing tells who copied whom.

    >>> from conflictnews import compare, parse
    >>> told = "A boat with {} men on board sank off the coast near Dorn in heavy rain, fishermen there said."
    >>> comparison = compare([parse(told.format("nine")), parse(told.format("ten"))])
    >>> [(pair.article, pair.other, pair.share, pair.reason) for pair in comparison.copying]
    [(0, 1, 1.0, None), (1, 0, 1.0, None)]
    """

    article: int
    other: int
    share: float
    reason: str | None = None


@attrs.frozen(kw_only=True)
class IncidentMember:
    """An article's event that is this incident.

    >>> from conflictnews import compare, parse
    >>> told = "A car bomb killed {} people in Basra on 4 May 2031, police said."
    >>> comparison = compare([parse(told.format(14), id="a"), parse(told.format(19), id="b")])
    >>> [(member.article, member.event) for member in comparison.incidents[0].members]
    [(0, 0), (1, 0)]
    """

    article: int
    event: int


@attrs.frozen(kw_only=True)
class Toll:
    """A figure of casualties that an article gives of an incident.

    ``value``, ``low``, ``high`` and ``bound`` are the fact's own. ``source`` is who is cited for it, None where the
    article itself says so. ``told_on`` is the day on which the source spoke, else that of the article. ``of`` says
    which people are counted where it is not all of them ("children").

    >>> from conflictnews import compare, parse
    >>> told = "A car bomb killed {} people in Basra on 4 May 2031, police said."
    >>> comparison = compare([parse(told.format(14), id="a"), parse(told.format(19), id="b")])
    >>> [(toll.article, toll.role.value, toll.value, toll.source) for toll in comparison.incidents[0].tolls]
    [(0, 'killed', Decimal('14'), 'police'), (1, 'killed', Decimal('19'), 'police')]
    """

    article: int
    fact: int
    span: Span
    role: Role
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    bound: Bound
    source: str | None = None
    told_on: date | None = None
    of: str | None = None
    state: TollState = TollState.CURRENT


@attrs.frozen(kw_only=True)
class Incident:
    """Events of the articles of a story that are one.

    ``date`` is a TIMEX3 value, the most exact of those given; ``location`` the name of the place. ``type`` is that of
    the members that tell most ("the bombing" and "the attack" may be one). ``story`` is a position in
    ``Comparison.stories``. ``tolls`` are the figures of casualties that the articles give of it, in their order.

    >>> from conflictnews import compare, parse
    >>> told = "A car bomb killed {} people in Basra on 4 May 2031, police said."
    >>> comparison = compare([parse(told.format(14), id="a"), parse(told.format(19), id="b")])
    >>> [(one.type.value, one.date, one.location) for one in comparison.incidents]
    [('bombing', '2031-05-04', 'Basra')]
    """

    type: EventType
    date: str | None
    location: str | None
    members: tuple[IncidentMember, ...]
    story: int | None = None
    tolls: tuple[Toll, ...] = ()


@attrs.frozen(kw_only=True)
class DisagreementItem:
    """What one article says on the matter, at ``span``.

    ``fact`` is its position in the article's facts and ``value`` the fact's own (None for a range or a vague number);
    both are None where no figure is told. ``told`` is what is said, in a form that can be compared (a number, a day,
    a name), ``source`` who is cited for it, None where the article itself says so.

    >>> from conflictnews import compare, parse
    >>> told = "A car bomb killed {} people in Basra on 4 May 2031, police said."
    >>> comparison = compare([parse(told.format(14), id="a"), parse(told.format(19), id="b")])
    >>> [(item.article, item.told, item.source) for item in comparison.disagreements[0].items]
    [(0, '14', 'police'), (1, '19', 'police')]
    """

    article: int
    span: Span
    fact: int | None = None
    value: Decimal | None = None
    told: str = ""
    source: str | None = None
    told_on: date | None = None


@attrs.frozen(kw_only=True)
class Disagreement:
    """What different articles say on one matter, and whether they can both be right.

    ``slot`` is the matter: killed, injured, day, place, perpetrator ...; ``what`` says which ("killed", "rockets").
    ``incident`` and ``story`` are positions in those of the comparison, None where the items belong to none.

    >>> from conflictnews import compare, parse
    >>> told = "A car bomb killed {} people in Basra on 4 May 2031, police said."
    >>> comparison = compare([parse(told.format(14), id="a"), parse(told.format(19), id="b")])
    >>> [(one.what, one.verdict.value, [item.told for item in one.items]) for one in comparison.disagreements]
    [('killed', 'update', ['14', '19'])]
    """

    verdict: Verdict
    what: str
    items: tuple[DisagreementItem, ...]
    incident: int | None = None
    slot: Slot = Slot.QUANTITY
    story: int | None = None


@attrs.frozen(kw_only=True)
class Comparison:
    """What several articles share, copy and contradict.

    >>> from conflictnews import compare, parse
    >>> told = "A car bomb killed {} people in Basra on 4 May 2031, police said."
    >>> comparison = compare([parse(told.format(14), id="a"), parse(told.format(19), id="b")])
    >>> len(comparison.stories), len(comparison.incidents), len(comparison.disagreements)
    (1, 1, 1)
    """

    articles: tuple[ComparedArticle, ...] = ()
    stories: tuple[Story, ...] = ()
    shared_quotes: tuple[SharedQuote, ...] = ()
    copied_passages: tuple[CopiedPassage, ...] = ()
    copying: tuple[Copying, ...] = ()
    actors: tuple[Actor, ...] = ()
    incidents: tuple[Incident, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
