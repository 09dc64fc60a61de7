"""TIMEX3 values as closed intervals of days."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

from conflictnews.extractors.dates.arithmetic import day_of

__all__ = ["interval"]

_VALUE = re.compile(
    r"(?P<year>\d{4})"
    r"(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T.*)?)?|-W(?P<week>\d\d)(?P<weekend>-WE)?|-Q(?P<quarter>[1-4])|-H(?P<half>[12])"
    r"|-(?P<season>SP|SU|FA|WI))?"
    r"|(?P<decade>\d{3})X|(?P<century>\d\d)XX",
    re.ASCII,
)
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""Meteorological seasons of the northern hemisphere by their first month."""


@lru_cache(1024)
def interval(value: str | None) -> tuple[date, date] | None:
    """The first and the last day of a TIMEX3 value, None for durations, sets and vague references.

    Weeks run from Monday to Sunday (ISO 8601), seasons are the meteorological ones of the northern hemisphere
    (spring: March to May; a winter goes by the year in which it begins).

    >>> [day.isoformat() for day in interval("2021-W07")]
    ['2021-02-15', '2021-02-21']
    >>> interval("PAST_REF") is None
    True
    """
    match = _VALUE.fullmatch(value) if value else None
    if match is None:
        return None
    if match["decade"]:
        return _years(int(match["decade"]) * 10, 10)
    if match["century"]:
        return _years(int(match["century"]) * 100, 100)
    year = int(match["year"])
    if year == 0:
        return None
    if match["day"]:
        day = day_of(year, int(match["month"]), int(match["day"]))
        return (day, day) if day else None
    if match["month"]:
        return _months(year, int(match["month"]), 1)
    if match["week"]:
        return _week(year, int(match["week"]), bool(match["weekend"]))
    if match["quarter"]:
        return _months(year, 3 * int(match["quarter"]) - 2, 3)
    if match["half"]:
        return _months(year, 6 * int(match["half"]) - 5, 6)
    if match["season"]:
        return _months(year, _SEASONS[match["season"]], 3)
    return _years(year, 1)


def _years(first: int, number: int) -> tuple[date, date] | None:
    first, last = max(first, 1), first + number - 1
    return (date(first, 1, 1), date(last, 12, 31)) if last <= 9999 else None


def _months(year: int, month: int, number: int) -> tuple[date, date] | None:
    if not 1 <= month <= 12:
        return None
    end = year * 12 + month - 1 + number - 1
    last_year, last_month = divmod(end, 12)
    if last_year > 9999:
        return None
    last_month += 1
    return date(year, month, 1), date(last_year, last_month, monthrange(last_year, last_month)[1])


def _week(year: int, week: int, weekend: bool) -> tuple[date, date] | None:
    if not (1 <= week <= 53 and year < 9999):
        return None
    if week == 53 and date(year, 12, 28).isocalendar().week != 53:
        return None
    monday = date.fromisocalendar(year, week, 1)
    return monday + timedelta(days=5 if weekend else 0), monday + timedelta(days=6)
