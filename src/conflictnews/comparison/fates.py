"""What became of the people of an incident: released in one report, still held in another of the same day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from conflictnews.comparison.cited import Cited
from conflictnews.comparison.days import Days
from conflictnews.comparison.words import content_words, words_and_names
from conflictnews.lexicons.table import read_table
from conflictnews.types import Article, EventType, Slot, Span, Verdict
from conflictnews.types.comparison import Disagreement, DisagreementItem, Incident

__all__ = ["fate_disagreements"]

_OF_PEOPLE = frozenset({EventType.KIDNAPPING, EventType.HOSTAGE_TAKING, EventType.ARREST})
_OPPOSED = (("free", "held"), ("alive", "dead"))
_PAIRED = 16
_SHARED = 3
"""Content words that two sentences on one fate share, at least: those who are released, and where."""


class _Told(NamedTuple):
    article: int
    span: Span
    fate: str
    words: frozenset[str]
    item: DisagreementItem


@cache
def _fates() -> dict[str, str]:
    return {row[0]: row[1] for row in read_table("fates", "word", "fate")}


@cache
def _pattern() -> re.Pattern[str]:
    words = sorted(map(re.escape, _fates()), key=lambda word: (-len(word), word))
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)


def fate_disagreements(articles: Sequence[Article], number: int, incident: Incident) -> Iterator[Disagreement]:
    """Two articles of one day that tell opposite fates of the people of a kidnapping or arrest, in like sentences."""
    if incident.type not in _OF_PEOPLE:
        return
    mentions: dict[int, set[int]] = {}
    for member in incident.members:
        event = articles[member.article].events[member.event]
        mentions.setdefault(member.article, set()).update(span.start for span in event.mentions)
    told = [found for article, starts in mentions.items() for found in _told(article, articles[article], starts)]
    for one, other in _OPPOSED:
        opposed = [found for found in told if found.fate == other][:_PAIRED]
        for first in told:
            if first.fate == one:
                against = next((second for second in opposed if _meet(first, second)), None)
                if against is not None:
                    yield _disagreement(number, incident, first, against)
                    break


def _told(number: int, article: Article, mentions: set[int]) -> Iterator[_Told]:
    """The last fate that the sentences on the incident itself tell."""
    cited, days = Cited(article), Days(article)
    for position in sorted({cited.position_at(start) for start in mentions} - {-1}):
        sentence = article.sentences[position]
        found = _pattern().search(sentence.text)
        if found is None:
            continue
        span = Span(sentence.span.start + found.start(), sentence.span.start + found.end())
        item = DisagreementItem(
            article=number,
            span=span,
            told=found[0],
            source=cited.source_at(span),
            told_on=days.told_on(sentence.span),
        )
        words = content_words(words_and_names(sentence.text)[0])
        yield _Told(number, span, _fates()[found[0].lower()], words, item)


def _meet(one: _Told, other: _Told) -> bool:
    days = (one.item.told_on, other.item.told_on)
    return one.article != other.article and days[0] == days[1] and len(one.words & other.words) >= _SHARED


def _disagreement(number: int, incident: Incident, one: _Told, other: _Told) -> Disagreement:
    return Disagreement(
        verdict=Verdict.CONTRADICTION,
        slot=Slot.FATE,
        what="fate",
        items=tuple(sorted((one.item, other.item), key=lambda item: (item.article, item.span))),
        incident=number,
        story=incident.story,
    )
