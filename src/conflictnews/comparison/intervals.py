"""Days as texts tell them: an interval, or a part of one."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from conflictnews.lexicons.table import read_table

__all__ = ["Interval", "Partial", "is_weekday", "months", "weekdays"]

_SHORT = timedelta(days=10)
"""A longer interval dates no incident."""
_DAYS_A_MONTH = 30
_OFF = 3


class Interval(NamedTuple):
    """Closed; ``value`` is the TIMEX3 value that it was read from."""

    earliest: date
    latest: date
    value: str

    def meets(self, other: Interval) -> bool:
        """Whether they share a day."""
        return self.earliest <= other.latest and other.earliest <= self.latest

    @property
    def is_close(self) -> bool:
        """Whether it is short enough to tell one incident from the next."""
        return self.latest - self.earliest <= _SHORT


class Partial(NamedTuple):
    """A day that the text tells in part, where no year or week is known: "October 31", "Monday"."""

    month: int | None
    day: int | None
    weekday: int | None

    def may_be(self, day: date) -> bool:
        """Whether it may be that day; a day of a month told by memory may be some days off.

        >>> Partial(10, 31, None).may_be(date(2020, 10, 30)), Partial(None, None, 1).may_be(date(2031, 5, 5))
        (True, True)
        """
        if self.weekday is not None:
            return day.isoweekday() == self.weekday
        if self.month is None or self.day is None:
            return True
        apart = abs((day.month - self.month) * _DAYS_A_MONTH + day.day - self.day)
        return min(apart, 12 * _DAYS_A_MONTH - apart) <= _OFF

    def may_be_one(self, other: Partial) -> bool:
        """Whether two may be one day."""
        if self.weekday is not None and other.weekday is not None:
            return self.weekday == other.weekday
        if None in (self.month, other.month):
            return True
        return (self.month, self.day) == (other.month, other.day)


@cache
def weekdays() -> dict[str, int]:
    """The days of the week by their names, Monday is 1."""
    return {
        word: int(code) for word, kind, code in read_table("date_words", "word", "class", "value") if kind == "weekday"
    }


@cache
def months() -> dict[str, int]:
    """The months by their names."""
    rows = read_table("date_words", "word", "class", "value")
    return {word: int(code) for word, kind, code in rows if kind in ("month", "month-name") and code.isdigit()}


def is_weekday(word: str) -> bool:
    """Whether a folded word is a weekday, also with the "s" of a lost apostrophe.

    >>> is_weekday("saturdays"), is_weekday("aleppo")
    (True, False)
    """
    return word.removesuffix("s") in weekdays()
