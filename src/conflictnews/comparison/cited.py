"""Who is cited for a figure, and the words around it that tell what figure it is."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache

from conflictnews.comparison.intervals import is_weekday
from conflictnews.comparison.names import name_key
from conflictnews.comparison.vocabulary import pattern, words
from conflictnews.types import Article, Attribution, EntityKind, NumericFact, Sentence, Span

__all__ = ["Cited", "same_source"]

_NEAR = 30
"""Characters between a name and the word of speech behind it, and around a figure."""
_STOPS = frozenset(",;:()")
"""Marks that part a name from the word of speech behind it."""
_SPEAKING = frozenset({EntityKind.PERSON, EntityKind.GROUP, EntityKind.ORGANISATION, EntityKind.OTHER})


class Cited:
    """The sources of one article's figures."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._starts = [sentence.span.start for sentence in article.sentences]
        self._events = sorted((span.start, span.end) for event in article.events for span in event.mentions)
        self._places = sorted(
            (span.start, span.end)
            for entity in article.entities
            if entity.kind is EntityKind.PLACE
            for span in entity.mentions
        )
        self._by_start = sorted(
            (span.start, span.end, entity.name)
            for entity in article.entities
            if entity.kind in _SPEAKING
            for span in entity.mentions
        )

    def position_at(self, offset: int) -> int:
        """The position of the last sentence that begins up to an offset, -1 where none does."""
        return bisect_right(self._starts, offset) - 1

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds an offset."""
        at = self.position_at(offset)
        if at < 0 or offset >= self._article.sentences[at].span.end:
            return None
        return self._article.sentences[at]

    def places_named(self, sentence: Sentence) -> list[str]:
        """The places where a sentence says that something was: "in Homs", but not "people from Homs"."""
        first = bisect_right(self._places, (sentence.span.start, -1))
        last = bisect_right(self._places, (sentence.span.end, -1))
        found = []
        for start, end in self._places[first:last]:
            before = self._article.text[max(sentence.span.start, start - 2 * _NEAR) : start]
            if _in().search(before) and "from" not in before.split():
                found.append(self._article.text[start:end])
        return found

    def source_of(self, fact: NumericFact) -> str | None:
        """The name of who says so, as the article gives it; None where it says so itself.

        What no one can be (the blast, a weekday, the toll) is no source; then the name that stands before a word of
        speech in the sentence is.
        """
        if (name := self._named(fact.attribution)) is not None:
            return name
        sentence = self.sentence_at(fact.span.start)
        if sentence is None or (fact.attribution is None and not _spoke().search(sentence.text)):
            return None
        return self._speaking(sentence.span)

    def source_at(self, span: Span) -> str | None:
        """The name of who says what stands at a span."""
        for item in self._article.attributions:
            if any(part.contains(span) for part in item.content):
                return self._named(item)
        return None

    def _named(self, attribution: Attribution | None) -> str | None:
        if attribution is None or attribution.source is None:
            return None
        source = attribution.source
        parts = source.of(self._article.text).lower().split()
        if any(is_weekday(part) or part[0].isdigit() for part in parts) or not words("deaths").isdisjoint(parts):
            return None
        speaker = attribution.speaker
        if self._meets_event(source) or (speaker is not None and self._meets_event(speaker.span)):
            return None
        if speaker is not None:
            return speaker.name
        return " ".join(source.of(self._article.text).split()) if len(parts) > 1 else None

    def _meets_event(self, span: Span) -> bool:
        at = bisect_right(self._events, (span.end, -1))
        return any(end > span.start for _, end in self._events[max(0, at - 2) : at])

    def _speaking(self, sentence: Span) -> str | None:
        """The last name that a word of speech follows closely, else who is described right before it."""
        first = bisect_right(self._by_start, (sentence.start, -1, ""))
        last = bisect_right(self._by_start, (sentence.end, -1, ""))
        for _, end, name in reversed(self._by_start[first:last]):
            spoke = _spoke().search(self._article.text, end, min(end + _NEAR, sentence.end))
            if spoke is not None and not _STOPS & set(self._article.text[end : spoke.start()]):
                return name
        described = _described().search(sentence.of(self._article.text))
        return described[1] if described is not None else None


@cache
def _spoke() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern('spoke')})\b")


@cache
def _described() -> re.Pattern[str]:
    """ "A monitoring group said", "activists told"."""
    nouns, spoke = pattern("speaks"), pattern("spoke")
    return re.compile(rf"\b(?:(?:a|an|the) )?((?:[\w-]{{1,20}} )?\b(?:{nouns})) (?:{spoke})\b", re.IGNORECASE)


@cache
def _in() -> re.Pattern[str]:
    """A word of place before a name, two words between at most."""
    return re.compile(rf"\b(?:{pattern('locative')}) (?:the )?(?:[\w-]{{1,20}} ){{0,2}}$")


def same_source(one: str | None, other: str | None) -> bool:
    """Whether two names may be of one source: "the Observatory" is the Syrian Observatory for Human Rights.

    >>> same_source("the Observatory", "Syrian Observatory for Human Rights"), same_source("police", None)
    (True, False)
    """
    if one is None or other is None:
        return one is other
    first, second = set(name_key(one)), set(name_key(other))
    return bool(first and second) and (first <= second or second <= first)
