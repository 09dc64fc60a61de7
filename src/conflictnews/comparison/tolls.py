"""Tolls: the figures of casualties that articles give of an incident, who says so and when."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from conflictnews.comparison.cited import Cited
from conflictnews.comparison.days import Days
from conflictnews.comparison.drafts import Draft
from conflictnews.comparison.happenings import SentencePlace
from conflictnews.comparison.main_incident import incident_at, is_of, main_draft, may_move
from conflictnews.comparison.people import sort_of_people
from conflictnews.comparison.toll_states import ROLES, with_states
from conflictnews.comparison.vocabulary import has_word, word_before
from conflictnews.comparison.whereabouts import Whereabouts, whereabouts
from conflictnews.types import Article, DateType, FactKind, NumericFact, Role, Sentence, TollState
from conflictnews.types.comparison import Toll

__all__ = ["Tolls", "tolls_of"]

_COUNTED_ATTACKS = (Role.ATTACKS, Role.STRIKES)
_SLACK = timedelta(days=1)
_SEVERAL = 2
_BEHIND = 20
_INCIDENTS = 64
"""Incidents of one story among which a town is looked for."""


class Tolls(NamedTuple):
    """The tolls of one incident.

    ``sure`` are those (article and fact) of which no other incident can be meant, with where their
    sentences say that it was.
    """

    tolls: tuple[Toll, ...]
    sure: Mapping[tuple[int, int], Whereabouts]


def tolls_of(
    articles: Sequence[Article],
    stories: Sequence[Sequence[int]],
    drafts: Sequence[Draft],
    copies: Collection[SentencePlace],
) -> list[Tolls]:
    """The tolls of each draft, in the order of articles and facts; ``copies`` are the sentences that others have too.

    A figure belongs to the incident whose event it was found with, else to that which its sentence tells, else to the
    main incident of the story, unless the sentence names another time or counts more than one incident.
    """
    found: list[list[Toll]] = [[] for _ in drafts]
    sure: list[dict[tuple[int, int], Whereabouts]] = [{} for _ in drafts]
    by_story: dict[int, list[int]] = {}
    for number, draft in enumerate(drafts):
        by_story.setdefault(draft.story, []).append(number)
    for story, members in enumerate(stories):
        own = by_story.get(story, [])
        if not own:
            continue
        main = main_draft([drafts[number] for number in own])
        homes = {(m.article, m.event): number for number in own for m in drafts[number].members}
        of_main = own[main] if main is not None else None
        surely: dict[int, dict[int, int]] = {}
        for number in own:
            for sure_one in drafts[number].sure_members:
                surely.setdefault(sure_one.article, {})[sure_one.event] = number
        for article in members:
            for number, toll, struck in _of_article(
                article, articles[article], drafts, homes, of_main, surely.get(article, {}), copies, own[:_INCIDENTS]
            ):
                found[number].append(toll)
                if struck is not None:
                    sure[number][toll.article, toll.fact] = struck
    return [Tolls(with_states(tolls), places) for tolls, places in zip(found, sure, strict=True)]


def _of_article(
    number: int,
    article: Article,
    drafts: Sequence[Draft],
    homes: dict[tuple[int, int], int],
    main: int | None,
    surely: Mapping[int, int],
    copies: Collection[SentencePlace],
    own: Sequence[int],
) -> Iterator[tuple[int, Toll, Whereabouts | None]]:
    """The incident and the toll of each figure, and where it is sure where its sentence says that it was."""
    facts = [(at, fact) for at, fact in enumerate(article.facts) if fact.role in ROLES and fact.kind is FactKind.COUNT]
    if not facts:
        return
    cited, days = Cited(article), Days(article)
    counts = _attacks_counted(article, cited)
    of_fact, of_sentence = _eventsincident_at(number, article, homes, cited)
    knows = set(surely.values())
    for at, fact in facts:
        sentence = cited.sentence_at(fact.span.start)
        if sentence is None or _counts_more(sentence, days, counts.get(sentence.span.start, 0)):
            continue
        event = of_fact.get(fact, of_sentence.get(sentence.span.start))
        home = homes[number, event] if event is not None else None
        is_sure = event in surely
        if main is not None and may_move(fact, drafts, home, main) and is_of(drafts[main], sentence, days):
            home, is_sure = main, main in knows and not cited.places_named(sentence)
            home = incident_at(cited.places_named(sentence), number, drafts, main, own)
        is_sure = is_sure or (number, cited.position_at(fact.span.start)) in copies
        if home is not None:
            toll = _toll(number, at, fact, sentence, cited, _told_on(sentence, days, drafts[home]))
            yield home, toll, whereabouts(sentence, cited, drafts[home].best_place) if is_sure else None


def _attacks_counted(article: Article, cited: Cited) -> dict[int, int]:
    """How many attacks a sentence counts, by its start: "three bombings left two dead"."""
    counts: dict[int, int] = {}
    for fact in article.facts:
        if fact.kind is FactKind.COUNT and (fact.role in _COUNTED_ATTACKS or has_word("attack", fact.noun or "")):
            sentence = cited.sentence_at(fact.span.start)
            if sentence is not None:
                least = fact.low if fact.low is not None else fact.value or 0
                counts[sentence.span.start] = max(counts.get(sentence.span.start, 0), int(least))
    return counts


def _counts_more(sentence: Sentence, days: Days, attacks: int) -> bool:
    """Whether a sentence counts the casualties of several attacks, or of weeks: they are no toll of one incident."""
    if attacks >= _SEVERAL:
        return True
    for ref in days.within(sentence.span):
        if ref.type is DateType.DURATION and has_word("span", sentence.text[: ref.span.end - sentence.span.start]):
            return True
    return False


def _told_on(sentence: Sentence, days: Days, draft: Draft) -> date | None:
    """The day of telling; a weekday that would lie before the incident is the next one of its name."""
    told = days.told_on(sentence.span)
    if told is None or draft.best_day is None or told >= draft.best_day.earliest:
        return told
    return told + timedelta(days=7) if told + timedelta(days=7) >= draft.best_day.earliest else days.published


def _eventsincident_at(
    number: int, article: Article, homes: dict[tuple[int, int], int], cited: Cited
) -> tuple[dict[NumericFact, int], dict[int, int]]:
    """The event of each figure that was found with one, and of each sentence that mentions one."""
    of_fact: dict[NumericFact, int] = {}
    of_sentence: dict[int, int] = {}
    for position, event in enumerate(article.events):
        if (number, position) not in homes:
            continue
        for fact in (*event.killed, *event.injured):
            of_fact.setdefault(fact, position)
        for mention in event.mentions:
            sentence = cited.sentence_at(mention.start)
            if sentence is not None:
                of_sentence.setdefault(sentence.span.start, position)
    return of_fact, of_sentence


def _toll(number: int, at: int, fact: NumericFact, sentence: Sentence, cited: Cited, told_on: date | None) -> Toll:
    behind = sentence.text[fact.span.end - sentence.span.start :][:_BEHIND]
    before = fact.span.start - sentence.span.start
    of = sort_of_people(fact)
    part = has_word("part-behind", behind) or word_before("part-before", sentence.text, before)
    return Toll(
        article=number,
        fact=at,
        span=fact.span,
        role=fact.role,
        value=fact.value,
        low=fact.low,
        high=fact.high,
        bound=fact.bound,
        source=cited.source_of(fact),
        told_on=told_on,
        of=fact.noun if of else None,
        state=_told_as(sentence, before, part=part),
    )


def _told_as(sentence: Sentence, before: int, *, part: bool) -> TollState:
    """What the sentence itself says of the figure."""
    if part:
        return TollState.PART
    if word_before("earlier", sentence.text, before) or has_word("earlier", " ".join(sentence.text.split()[:2])):
        return TollState.STALE
    return TollState.UPDATE if has_word("running", sentence.text) else TollState.CURRENT
