"""Days of the Islamic calendar with their year: "7 Safar 1439", "the 10th of Ramadan, 1445 AH", "Rabi al-Awwal 1446".

The tabular calendar: years of 354 or 355 days in cycles of thirty, counted from 16 July 622 of the Julian calendar. A
day may be one off where the sighting of the moon decides.
"""

from __future__ import annotations

from datetime import date
from functools import cache

from conflictnews.extractors.dates.cardinals import day_number
from conflictnews.extractors.dates.scene import Scene, Timex
from conflictnews.extractors.dates.words import words
from conflictnews.types import DateType

__all__ = ["gregorian", "months", "read_hijri"]

_EPOCH = date(622, 7, 19).toordinal()
"""The first day of the first year, as the proleptic Gregorian calendar counts."""
_YEARS = range(1250, 1551)
"""Years that news may tell: 1834 to 2126."""


@cache
def months() -> dict[str, tuple[tuple[tuple[str, ...], int], ...]]:
    """The months by the first word of their names: the rest of the name and the number, the longest name first."""
    found: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for name, number in words("month-hijri").items():
        first, *rest = name.split()
        found.setdefault(first, []).append((tuple(rest), int(number)))
    return {first: tuple(sorted(names, key=lambda name: -len(name[0]))) for first, names in found.items()}


def gregorian(year: int, month: int, day: int) -> date:
    """A day of the tabular Islamic calendar in the Gregorian one.

    >>> gregorian(1439, 2, 7)
    datetime.date(2017, 10, 28)
    """
    before = (year - 1) * 354 + (11 * year + 3) // 30 + (59 * (month - 1) + 1) // 2
    return date.fromordinal(_EPOCH + before + day - 1)


def read_hijri(scene: Scene, at: int) -> Timex | None:
    """The day or the month around a month's name that has its year behind it."""
    for rest, month in months()[scene.words[at]]:
        behind = at + 1 + len(rest)
        behind += scene.word(behind) == ","
        word = scene.word(behind)
        if scene.follows(at + 1, *rest) and word.isdecimal() and len(word) == 4 and int(word) in _YEARS:
            last = behind + 2 if scene.word(behind + 1) in ("ah", "hijri") else behind + 1
            return _dated(scene, at, last, int(word), month)
    return None


def _dated(scene: Scene, at: int, last: int, year: int, month: int) -> Timex:
    of = scene.word(at - 1) == "of"
    first = at - 2 if of else at - 1
    day = day_number(scene.word(first))
    if day is None or day > 30:
        begin, end = gregorian(year, month, 1), gregorian(year + month // 12, month % 12 + 1, 1)
        days = (begin, date.fromordinal(end.toordinal() - 1))
        return Timex(at, last, DateType.DATE, f"{begin.year}", days, full=True)
    first -= of and scene.word(first - 1) == "the"
    return Timex(first, last, DateType.DATE, gregorian(year, month, day).isoformat(), full=True)
