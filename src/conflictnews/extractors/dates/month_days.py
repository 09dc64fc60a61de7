"""Days told by their number alone: "on the 5th", "the 1st of last month"."""

from __future__ import annotations

from datetime import date

from conflictnews.extractors.dates.arithmetic import day_of, shift_months
from conflictnews.extractors.dates.cardinals import day_number
from conflictnews.extractors.dates.scene import Scene, Timex
from conflictnews.extractors.dates.tense import ahead
from conflictnews.extractors.dates.words import numbers, words
from conflictnews.types import DateType

__all__ = ["read_day_of_month"]


def read_day_of_month(scene: Scene, at: int) -> Timex | None:
    """An ordinal in figures behind "the", before "of last month" or behind a preposition that wants a day."""
    day = day_number(scene.words[at])
    if day is None or scene.word(at - 1) != "the":
        return None
    if scene.word(at + 1) == "of":
        return _of_month(scene, at, day)
    follower = scene.before(at + 1)
    if scene.before(at - 2) not in words("before-day") or follower == "-" or _counts(follower):
        return None
    return Timex(at - 1, at + 1, DateType.DATE, _running(scene, at, day))


def _counts(follower: str) -> bool:
    """ "on the 5th floor": a number that counts what stands behind it."""
    return follower[:1].isalnum() and follower not in words("closed")


def _of_month(scene: Scene, at: int, day: int) -> Timex | None:
    """ "the 1st of last month", "the 15th of the month"."""
    steps = 0 if scene.word(at + 2) == "the" else numbers("which").get(scene.word(at + 2))
    if steps is None or scene.word(at + 3) != "month":
        return None
    anchor = shift_months(scene.published.replace(day=1), steps) if scene.published else None
    return Timex(at - 1, at + 4, DateType.DATE, _value(anchor, day))


def _running(scene: Scene, at: int, day: int) -> str | None:
    """The day in the month last told, else the last such day before the publication."""
    told = scene.told_before(at, "MD")
    if told is not None or scene.published is None:
        return _value(told, day)
    back = day > scene.published.day and not ahead(scene, at)
    return _value(shift_months(scene.published.replace(day=1), -1) if back else scene.published, day)


def _value(month: date | None, day: int) -> str | None:
    found = day_of(month.year, month.month, day) if month else None
    return found.isoformat() if found else None
