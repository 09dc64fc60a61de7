"""The incident that a story is about, and what belongs to it though nothing but the story says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

import attrs

from conflictnews.comparison.cited import Cited
from conflictnews.comparison.days import Days
from conflictnews.comparison.drafts import Draft
from conflictnews.comparison.intervals import Interval
from conflictnews.comparison.places import place_of_name
from conflictnews.comparison.vocabulary import has_word
from conflictnews.types import Article, NumericFact, Sentence

__all__ = ["incident_at", "is_of", "main_draft", "may_move", "with_loose_events"]

_SLACK = timedelta(days=1)
_SEVERAL = 2


def main_draft(drafts: Sequence[Draft]) -> int | None:
    """Which incident the story is about: that which most leads tell, None where none is of two articles."""
    scores = [
        (len({h.member.article for h in draft.happenings if h.in_lead}), len(draft.articles), -number)
        for number, draft in enumerate(drafts)
        if len(draft.articles) > 1
    ]
    return -max(scores)[2] if scores else None


def with_loose_events(articles: Sequence[Article], drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, with each single event of several casualties that tells neither day nor town put to the main one.

    "The monitor counted 24 dead and dozens wounded" is of the incident that the story is about, unless its sentence
    names another time or place.
    """
    by_story: dict[int, list[Draft]] = {}
    for draft in drafts:
        by_story.setdefault(draft.story, []).append(draft)
    instead: dict[int, Draft | None] = {}
    for own in by_story.values():
        main = main_draft(own)
        loose = list(_loose(articles, own, own[main])) if main is not None else []
        if main is not None and loose:
            instead |= dict.fromkeys(map(id, loose)) | {id(own[main]): _joined(own[main], loose)}
    kept = (instead.get(id(draft), draft) for draft in drafts)
    return [draft for draft in kept if draft is not None]


def _joined(main: Draft, loose: Sequence[Draft]) -> Draft:
    return attrs.evolve(
        main,
        happenings=main.happenings + [one for draft in loose for one in draft.happenings],
        articles=main.articles.union(*(draft.articles for draft in loose)),
        clues=main.clues.union(*(draft.clues for draft in loose)),
    )


def _loose(articles: Sequence[Article], own: Sequence[Draft], main: Draft) -> Iterator[Draft]:
    """The drafts of a story whose only event is of its main incident for all that the sentence says."""
    read: dict[int, tuple[Cited, Days]] = {}
    for draft in own:
        if draft is main or not draft.is_loose or draft.kinds.isdisjoint(main.kinds):
            continue
        member = draft.happenings[0].member
        article = articles[member.article]
        event = article.events[member.event]
        if not any(_is_of_several(fact) for fact in (*event.killed, *event.injured)):
            continue
        if member.article not in read:
            read[member.article] = Cited(article), Days(article)
        cited, days = read[member.article]
        sentence = cited.sentence_at(event.span.start)
        if sentence is None or cited.places_named(sentence) or draft.happenings[0].is_another:
            continue
        if is_of(main, sentence, days):
            yield draft


def incident_at(
    names: Sequence[str], article: int, drafts: Sequence[Draft], main: int, own: Sequence[int]
) -> int | None:
    """The main incident, but where a sentence names the town of another: then that, if the article tells it."""
    places = [place for name in names if (place := place_of_name(name)) is not None]
    home = drafts[main].best_place
    if not places or (home is not None and any(place.words == home.words for place in places)):
        return main
    for number in own:
        town = drafts[number].best_place
        if number != main and town is not None and any(place.words == town.words for place in places):
            return number if article in drafts[number].articles else None
    return main


def may_move(fact: NumericFact, drafts: Sequence[Draft], home: int | None, main: int) -> bool:
    """Whether nothing ties a figure to another incident; one person is killed in many, and is no toll."""
    if not _is_of_several(fact):
        return False
    return home is None or (drafts[home].is_loose and not drafts[home].kinds.isdisjoint(drafts[main].kinds))


def _is_of_several(fact: NumericFact) -> bool:
    least = fact.low if fact.low is not None else fact.value
    return least is not None and least >= _SEVERAL


def is_of(draft: Draft, sentence: Sentence, days: Days) -> bool:
    """Whether a sentence that tells no incident of its own may speak of this one."""
    if has_word("history", sentence.text):
        return False
    day = draft.best_day
    for ref in days.within(sentence.span):
        if days.is_of_telling(ref) or ref.earliest is None or ref.latest is None:
            continue
        given = Interval(ref.earliest, ref.latest, ref.value or "")
        if not given.is_close:
            return False
        if day is not None and not given.meets(Interval(day.earliest - _SLACK, day.latest + _SLACK, "")):
            return False
    return True
