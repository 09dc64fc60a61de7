"""Passages of history: a day or month without a year has that of the passage, not that of the publication.

"The war began in March 1914. In August, rebels took the town": in a text that tells of years long past, and hardly of
weekdays, the running year is that of the last date told; a month far before the last one is of the next year. In news
it is so only right behind a whole date of an earlier year, in the same paragraph.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from conflictnews.extractors.dates.scene import Timex
from conflictnews.extractors.dates.values import interval
from conflictnews.extractors.dates.words import words
from conflictnews.text import TextView
from conflictnews.types import DateType

__all__ = ["Passage"]

_YEARLESS = re.compile(r"(\d{4}|XXXX)-(?:(\d\d)(?:-\d\d)?(?:T.*+)?|SP|SU|FA|WI)", re.ASCII)
_BEFORE_CHRIST = re.compile(r"BC(\d{4})(?:-(\d\d))?.*+", re.ASCII)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_YEAR = re.compile(r"[12]\d{3}", re.ASCII)
_FAR, _FEWEST, _SHARE = 2, 3, 1
"""A year is long past from so many before the publication on; a history has so many of them, so many times the rest."""
_DEICTIC = 4
"""Years that a weekday weighs."""
_NEXT_YEAR = 6
"""Months by which one told next lies before the last one, and so in the year behind."""
_NEAR = 2
"""Sentences behind a whole date in which news goes on in its year."""


class Passage:
    """The running year of a text that is read from left to right."""

    def __init__(self, view: TextView, published: date | None) -> None:
        self.view: TextView = view
        self.published: date | None = published
        self.history: bool = _is_history(view, published)
        self.year: int | None = None
        self.month: int | None = None
        self.day: str | None = None
        """The last day told, in ISO 8601."""
        self.told_in: int = -1

    def dated(self, timex: Timex) -> Timex:
        """The expression with the year of the passage where it tells none itself; what it tells is the next one's."""
        found = self._dated(timex)
        if found.value is not None and _DAY.match(found.value):
            self.day = found.value[:10]
        return found

    def _dated(self, timex: Timex) -> Timex:
        if timex.twin is not None:
            dated = self.dated(timex._replace(twin=None))
            return dated._replace(twin=self.dated(timex.twin))
        if timex.value is None or timex.type not in (DateType.DATE, DateType.TIME):
            return timex
        if (ancient := _BEFORE_CHRIST.fullmatch(timex.value)) is not None:
            self.year, self.month = -int(ancient[1]), int(ancient[2]) if ancient[2] else None
            self.told_in = timex.first
            return timex
        if self.history and self.published is not None and (own := self._own(timex, timex.value, self.published)):
            return timex._replace(value=own, days=None)
        shape = _YEARLESS.fullmatch(timex.value)
        if self._tells_year(timex):
            if self._is_gloss(timex):
                return timex
            self.year, self.month = int(timex.value[:4]), _month(timex.value)
            self.told_in = timex.first
            return timex
        if shape is None or not self._is_named(timex):
            return timex
        if not self._is_from_publication(timex.value):  # of a date near by: "26 June - 4 August 1952"
            self.year, self.month, self.told_in = int(timex.value[:4]), _month(timex.value), timex.first
            return timex
        if self.year is None or not self._goes_on(timex):
            return timex
        month = int(shape[2]) if shape[2] else None
        year = self.year + (month is not None and self.month is not None and self.month - month >= _NEXT_YEAR)
        value = f"{year:04d}{timex.value[4:]}" if year > 0 else f"BC{-year:04d}{timex.value[4:]}"
        if year > 0 and interval(value) is None:
            return timex
        self.year, self.month = year, month or self.month
        self.told_in = timex.first
        return timex._replace(value=value, days=None)

    def _own(self, timex: Timex, value: str, published: date) -> str | None:
        """What a history means by "this year", "the end of the year" and an hour: its own year and day."""
        words_of = self.view.words[timex.first : timex.last]
        if value == str(published.year) and "year" in words_of and self.year is not None and self.year > 0:
            return f"{self.year:04d}"
        if (
            self.day is not None
            and value.startswith(f"{published.isoformat()}T")
            and words("deictic").keys().isdisjoint(words_of)
        ):
            return self.day + value[10:]
        return None

    def _tells_year(self, timex: Timex) -> bool:
        value = timex.value or ""
        return bool(_YEAR.match(value)) and value[:4] in self.view.words[timex.first : timex.last]

    def _is_gloss(self, timex: Timex) -> bool:
        """Whether a year in brackets only says of when something is: "the Mining Act (1790)"; not in a heading."""
        words_of, last = self.view.words, timex.last
        if (
            last != timex.first + 1
            or words_of[timex.first - 1 : timex.first] != ["("]
            or words_of[last : last + 1] != [")"]
        ):
            return False
        return not self.view.text.startswith("\n", self.view.ends[last])

    def _is_from_publication(self, value: str) -> bool:
        return value[0] == "X" or (self.published is not None and abs(int(value[:4]) - self.published.year) <= 1)

    def _is_named(self, timex: Timex) -> bool:
        """Whether it is told by its month or season, and not from the day of publication: "last August"."""
        told = {part for word in self.view.words[timex.first : timex.last] for part in word.split("-")}
        return not _named().isdisjoint(told) and words("which").keys().isdisjoint(told)

    def _goes_on(self, timex: Timex) -> bool:
        """Whether the passage goes on where the expression stands."""
        if self.history:
            return True
        if self.published is None or self.year is None or self.year >= self.published.year or self.month is None:
            return False
        apart = self.view.sentence_number(timex.first) - self.view.sentence_number(self.told_in)
        gap = self.view.text[self.view.starts[self.told_in] : self.view.starts[timex.first]]
        return 0 < apart <= _NEAR and "\n" not in gap


@cache
def _named() -> frozenset[str]:
    """Names of months and seasons."""
    return frozenset(words("month") | words("month-name") | words("season"))


def _month(value: str) -> int | None:
    return int(value[5:7]) if len(value) >= 7 and value[5:7].isdigit() else None


def _is_history(view: TextView, published: date | None) -> bool:
    """Whether a text tells of years long past, and of hardly anything else."""
    told = {word: len(view.index[word]) for word in view.index if len(word) == 4 and _YEAR.match(word)}
    last = published.year - _FAR if published is not None else 9999
    far = sum(count for year, count in told.items() if int(year) <= last)
    near = sum(told.values()) - far
    far += sum(len(view.index.get(word, ())) for word in words("era"))
    near += _DEICTIC * sum(len(view.index.get(word, ())) for word in (*words("weekday"), "today", "yesterday"))
    return far >= _FEWEST and far >= _SHARE * near
