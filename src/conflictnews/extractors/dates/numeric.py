"""Dates in figures: "2021-02-26", "2/26/2021", "26.02.2021", "05-Aug-2016", "20161016", "26FEB21", "2019-H2"."""

from __future__ import annotations

import re
from datetime import date

from conflictnews.extractors.dates.arithmetic import day_of
from conflictnews.extractors.dates.calendar import year_of_day
from conflictnews.extractors.dates.cardinals import year_number
from conflictnews.extractors.dates.clock import with_time
from conflictnews.extractors.dates.scene import Scene, Timex
from conflictnews.extractors.dates.words import numbers
from conflictnews.types import DateType

__all__ = ["day_month_order", "read_joined", "read_slashes"]

_ISO = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2})(?:t\d\d)?)?", re.ASCII)
_BEFORE_YEARS = frozenset({"in", "the", "from", "during", "of", "for", "(", "season"})
"""Words behind which "2007-08" is two years, and no month."""
_REVERSED = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{4}|\d\d)", re.ASCII)
_MONTH_YEAR = re.compile(r"(\d{1,2})-(\d{4})", re.ASCII)
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d\d)", re.ASCII)
_COMPACT = re.compile(r"(19\d\d|20\d\d)(\d\d)(\d\d)", re.ASCII)
_LETTERS = re.compile(r"(?:(\d{1,2})-?)?([a-z]{3,9})-?(\d{4}|\d\d)?", re.ASCII)
_RECENT = 7
"""Days before the publication that a report tells of."""
_HALF = re.compile(r"(\d{4})-?([hq][1-4])|([hq][1-4])-?(\d{4})", re.ASCII)
_DAY_LETTERS = re.compile(r"([a-z]{3,9})(\d{1,2})", re.ASCII)


def read_joined(scene: Scene, at: int) -> Timex | None:
    """A date written in one token."""
    word = scene.words[at]
    if len(word) > 16:
        return None
    if match := _ISO.fullmatch(word):
        return _iso(scene, at, match)
    if match := _COMPACT.fullmatch(word):
        return _day(scene, at, at + 1, int(match[1]), int(match[2]), int(match[3]))
    if match := _DOTTED.fullmatch(word):
        if len(match[3]) == 2 and (
            len(word) < 8 or scene.before(at - 1) not in ("", "on", "dated", "from", "since", "of", "(")
        ):
            return None  # a version number
        return _day(scene, at, at + 1, _century(match[3]), int(match[2]), int(match[1]))
    if match := _REVERSED.fullmatch(word):
        return _ordered(scene, at, at + 1, int(match[1]), int(match[2]), _century(match[3]))
    if match := _MONTH_YEAR.fullmatch(word):
        month, year = int(match[1]), year_number(match[2])
        return _month(at, year, month) if year and 1900 <= year < 2100 else None
    if match := _HALF.fullmatch(word):
        figures, code = (match[1], match[2]) if match[1] else (match[4], match[3])
        if (code[0] == "h" and code[1] > "2") or figures == "0000":
            return None
        return Timex(at, at + 1, DateType.DATE, f"{figures}-{code.upper()}", full=True)
    return _with_letters(scene, at, word)


def _iso(scene: Scene, at: int, match: re.Match[str]) -> Timex | None:
    year, month = int(match[1]), int(match[2])
    if match[3]:
        found = _day(scene, at, at + 1, year, month, int(match[3]))
        if found is None or len(scene.words[at]) <= 10:
            return found
        return found._replace(cut=(scene.starts[at], scene.starts[at] + 10))
    if not 1900 <= year < 2100:
        return None
    told = len(match[2]) == 2 and scene.before(at - 1) in _BEFORE_YEARS
    if told and (month == (year + 1) % 100 or month > max(12, year % 100)):
        last = date(year // 100 * 100 + month + 100 * (month < year % 100), 12, 31)
        return Timex(at, at + 1, DateType.DATE, f"{year}", days=(date(year, 1, 1), last), full=True)
    return _month(at, year, month) if month <= 12 else None


def _with_letters(scene: Scene, at: int, word: str) -> Timex | None:
    months = numbers("month", "month-name")
    if match := _DAY_LETTERS.fullmatch(word):
        month = months.get(match[1])
        if month is None:
            return None
        at_year = at + 2 if scene.word(at + 1) == "," else at + 1
        year = year_number(scene.word(at_year))
        return _day(scene, at, at_year + 1, year, month, int(match[2])) if year else None
    match = _LETTERS.fullmatch(word)
    month = months.get(match[2]) if match else None
    if match is None or month is None or not (match[1] or match[3]):
        return None
    year, last = (_century(match[3]), at + 1) if match[3] else (year_number(scene.word(at + 1)), at + 2)
    if scene.before(at - 1) in months or (scene.before(at - 1) == "." and scene.before(at - 2) in months):
        return None  # Jan. 1-Feb. 3
    if match[1] is None:
        return _month(at, year, month) if match[3] and len(match[3]) == 4 else None
    if year is None:
        year, last = year_of_day(scene, month, int(match[1]), at), at + 1
    return _day(scene, at, last, year, month, int(match[1])) if year else None


def _century(figures: str) -> int:
    year = int(figures)
    return year if len(figures) == 4 else year + (2000 if year < 50 else 1900)


def _month(at: int, year: int | None, month: int) -> Timex | None:
    if not year or not 1 <= month <= 12:
        return None
    return Timex(at, at + 1, DateType.DATE, f"{year:04d}-{month:02d}", full=True)


def _day(scene: Scene, first: int, last: int, year: int, month: int, day: int) -> Timex | None:
    found = day_of(year, month, day)
    return with_time(scene, Timex(first, last, DateType.DATE, found.isoformat(), full=True)) if found else None


def read_slashes(scene: Scene, at: int) -> Timex | None:
    """The date around a first slash: "2/26/2021", "13/04/21", "2021/02/26", "Dec/2018", "9/11"."""
    one, two = scene.word(at - 1), scene.word(at + 1)
    if not (one and two and scene.touching(at) and scene.touching(at + 1)) or scene.before(at - 2) == "/":
        return None
    months = numbers("month", "month-name")
    if one in months and (year := year_number(two)) is not None:
        return Timex(at - 1, at + 2, DateType.DATE, f"{year:04d}-{months[one]:02d}", full=True)
    if scene.word(at + 2) != "/" or not (scene.touching(at + 2) and scene.touching(at + 3)):
        return _nine_eleven(scene, at, one, two)
    parts = [one, two, scene.word(at + 3)]
    if not (all(part.isascii() and part.isdigit() and len(part) in (1, 2, 4) for part in parts)):
        return None
    if len(parts[0]) == 4 and len(parts[2]) <= 2:
        return _day(scene, at - 1, at + 4, int(parts[0]), int(parts[1]), int(parts[2]))
    if len(parts[0]) > 2 or len(parts[1]) > 2 or len(parts[2]) == 1:
        return None
    return _ordered(scene, at - 1, at + 4, int(one), int(two), _century(parts[2]))


def _nine_eleven(scene: Scene, at: int, one: str, two: str) -> Timex | None:
    if (one, two) == ("9", "11") and scene.before(at - 2) not in ("(", "by", ":"):
        return Timex(at - 1, at + 2, DateType.DATE, "2001-09-11", full=True)
    return None


def _ordered(scene: Scene, first: int, last: int, one: int, two: int, year: int) -> Timex | None:
    """A day and a month in doubtful order: by the text's other dates, as the day that was just reported, else open."""
    month_first, day_first = day_of(year, one, two), day_of(year, two, one)
    if month_first is None or day_first is None or month_first == day_first:
        day = month_first or day_first
        return with_time(scene, Timex(first, last, DateType.DATE, day.isoformat(), full=True)) if day else None
    if scene.order is None:
        scene.order = day_month_order(scene)
    if scene.order:
        day = month_first if scene.order == "month" else day_first
        return with_time(scene, Timex(first, last, DateType.DATE, day.isoformat(), full=True))
    days = (min(month_first, day_first), max(month_first, day_first))
    recent = [day for day in days if scene.published and 0 <= (scene.published - day).days <= _RECENT]
    if len(recent) == 1:
        return with_time(scene, Timex(first, last, DateType.DATE, recent[0].isoformat(), full=True))
    return Timex(first, last, DateType.DATE, f"{year:04d}-XX-XX", days=days, full=True, ambiguous=True)


def day_month_order(scene: Scene) -> str:
    """Which comes first in the text's dates with slashes: "month", "day", or "" where they don't tell or disagree."""
    found = set[str]()
    for at in scene.view.index.get("/", ())[:200]:
        if not 1 <= at < len(scene.words) - 3 or scene.words[at + 2] != "/":
            continue
        one, two = scene.words[at - 1], scene.words[at + 1]
        if len(one) <= 2 and len(two) <= 2 and (one + two).isascii() and one.isdigit() and two.isdigit():
            if int(one) <= 12 < int(two) <= 31:
                found.add("month")
            elif int(two) <= 12 < int(one) <= 31:
                found.add("day")
    return found.pop() if len(found) == 1 else ""
