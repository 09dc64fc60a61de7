"""The day of an event, told apart from the day on which somebody tells of it and from the day that a page prints."""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date, timedelta
from functools import cache

from conflictnews.comparison.intervals import Interval, Partial, months, weekdays
from conflictnews.comparison.vocabulary import pattern
from conflictnews.types import Article, BlockKind, DateRef, DateType, Event, Span

__all__ = ["Days", "own_day"]

_NEWS_AGE = timedelta(days=30)
_FAR = 80
_BESIDE = 12
"""Characters between a word of speech and the day behind it: "said late on Sunday"."""
_WEEK = 7
_HEAD = 250
"""Characters at the head of a text in which a page prints its day."""
_AT_THE_HEAD = 25
_LEAD = 500
"""Characters in which an article says when its news was."""


def own_day(article: Article) -> date | None:
    """The day of an article: that of publication, else a whole date that stands at the head of its text.

    >>> from conflictnews.parsing import parse
    >>> own_day(parse("Bomb kills ten Sun 16 Apr 2017 Bomb kills ten. A bomb killed ten people on Saturday."))
    datetime.date(2017, 4, 16)
    """
    if article.published is not None:
        return article.published
    for ref in article.dates:
        if ref.span.start > _HEAD:
            return None
        before = article.text[max(0, ref.span.start - len("on ")) : ref.span.start].lower()
        whole = ref.earliest is not None and ref.earliest == ref.latest and _YEAR.search(ref.text) is not None
        if whole and before != "on " and not ref.text.lower().startswith("on "):
            return ref.earliest
    return None


class Days:
    """What the dates of one article are of."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self.published: date | None = own_day(article)
        self._said_at = sorted(item.cue.end for item in article.attributions if item.cue is not None)
        self._printed = [
            block.span
            for block in article.blocks
            if block.kind in (BlockKind.DATE, BlockKind.DATELINE, BlockKind.BYLINE)
        ]
        self._starts = [sentence.span.start for sentence in article.sentences]
        self._dates = sorted((ref.span.start, at) for at, ref in enumerate(article.dates))

    def of_event(self, event: Event, is_definite: bool = False) -> Interval | None:
        """When it happened, where the text says so; the day of the date line and that of telling are left out.

        So is a day far behind an event that is told as known: "the blast hit buses that had left the town on Friday".
        """
        for mention in event.mentions or (event.span,):
            if (found := self._weekday_before(mention)) is not None:
                return found
        ref = event.date
        if ref is None:
            return self._history(event) or self._at_the_head(event)
        partial = self.partial_of_event(event)
        if partial is not None and partial.weekday is not None and self.published is not None:
            return self._last(partial.weekday)
        if is_definite and all(ref.span.start - mention.end > _FAR for mention in event.mentions or (event.span,)):
            return None
        if self.is_of_telling(ref) or self._is_printed(ref) or self._is_of_later_mention(event, ref):
            return None
        return _interval(ref)

    def partial_of_event(self, event: Event) -> Partial | None:
        """What the text tells of its day, where that is not the whole."""
        ref = event.date
        if ref is None or ref.earliest is not None or ref.type is not DateType.DATE or self.is_of_telling(ref):
            return None
        words = ref.text.lower().replace(",", "").split()
        weekday = next((weekdays()[word] for word in words if word in weekdays()), None)
        month = next((months()[word] for word in words if word in months()), None)
        day = next((int(word) for word in words if word.isdigit() and len(word) <= 2), None)
        if weekday is None and (month is None or day is None):
            return None
        return Partial(month, day, weekday if month is None else None)

    def _at_the_head(self, event: Event) -> Interval | None:
        """The only date of an undated event's sentence, where the sentence begins with it."""
        sentence = self._sentence(event.span.start)
        if sentence is None:
            return None
        given = self.within(sentence)
        if len(given) != 1 or given[0].span.start - sentence.start > _AT_THE_HEAD:
            return None
        if given[0].span.start > event.span.start or self._is_printed(given[0]) or self.is_of_telling(given[0]):
            return None
        return _interval(given[0])

    def _history(self, event: Event) -> Interval | None:
        """The year or month that an undated event's sentence names, where it is long past."""
        sentence = self._sentence(event.span.start)
        given = [found for ref in self.within(sentence) if (found := _interval(ref))] if sentence is not None else []
        if len(given) != 1:
            return None
        published = self.published
        past = published is not None and given[0].latest < published - _NEWS_AGE
        return given[0] if past or (published is None and not given[0].is_close) else None

    def _is_of_later_mention(self, event: Event, ref: DateRef) -> bool:
        """Whether it is the article's own day, behind the lead and not in the sentence that tells it first."""
        sentence = self._sentence(event.span.start)
        apart = sentence is not None and not sentence.overlaps(ref.span) and ref.span.start > _LEAD
        return apart and ref.earliest == self.published

    def _sentence(self, offset: int) -> Span | None:
        at = bisect_right(self._starts, offset) - 1
        return self._article.sentences[at].span if at >= 0 else None

    def told_on(self, sentence: Span) -> date | None:
        """The day on which the source of a sentence spoke, else the article's own."""
        for ref in self.within(sentence):
            if self.is_of_telling(ref) and ref.earliest is not None and ref.earliest == ref.latest:
                return ref.earliest
        return self.published

    def within(self, span: Span) -> list[DateRef]:
        """The dates that begin in a span."""
        first = bisect_right(self._dates, (span.start, -1))
        last = bisect_right(self._dates, (span.end, -1))
        return [self._article.dates[at] for _, at in self._dates[first:last]]

    def is_of_telling(self, ref: DateRef) -> bool:
        """Whether a date stands behind a word of speech: "the monitor said on Sunday"."""
        at = bisect_right(self._said_at, ref.span.start)
        text = self._article.text
        if (
            at
            and ref.span.start - self._said_at[at - 1] <= _BESIDE
            and _is_gap(text[self._said_at[at - 1] : ref.span.start])
        ):
            return True
        before = text[max(0, ref.span.start - 2 * _BESIDE) : ref.span.start]
        return bool(_said().search(before))

    def _is_printed(self, ref: DateRef) -> bool:
        """Whether a date is the page's own: in a date line, or in full at the head of a sentence, without "on"."""
        if any(span.overlaps(ref.span) for span in self._printed):
            return True
        published = self.published
        if published is None or ref.earliest is None or ref.latest != ref.earliest:
            return False
        near = abs(ref.earliest - published) <= timedelta(days=1) and bool(_YEAR.search(ref.text))
        before = self._article.text[max(0, ref.span.start - len("on ")) : ref.span.start].lower()
        return near and not (before == "on " or ref.text.lower().startswith("on "))

    def _weekday_before(self, mention: Span) -> Interval | None:
        """The day of "Saturday's blast": the last such day up to that of the article."""
        found = _possessive_weekday().search(self._article.text, max(0, mention.start - 30), mention.start)
        if found is None:
            return None
        return self._last(weekdays()[found[1].lower()])

    def _last(self, weekday: int) -> Interval | None:
        """The last such day of the week up to the article's own day."""
        if self.published is None:
            return None
        day = self.published - timedelta(days=(self.published.isoweekday() - weekday) % _WEEK)
        return Interval(day, day, day.isoformat())


_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def _is_gap(words: str) -> bool:
    return set(words.split()) <= {"on", "late", "early", "earlier", ","}


def _interval(ref: DateRef) -> Interval | None:
    if ref.earliest is None or ref.latest is None or ref.type in (DateType.DURATION, DateType.SET):
        return None
    return Interval(ref.earliest, ref.latest, ref.value or ref.earliest.isoformat())


@cache
def _said() -> re.Pattern[str]:
    """A word of speech right before a day."""
    return re.compile(rf"\b(?:{pattern('said')}|told \w{{1,20}})(?: late| early)?(?: on)? $")


@cache
def _possessive_weekday() -> re.Pattern[str]:
    """A weekday with or without its apostrophe right before the words of an event, one word between at most."""
    return re.compile(rf"\b({'|'.join(sorted(weekdays()))})['’]?s (?:\w{{1,12}} )?$", re.IGNORECASE)
