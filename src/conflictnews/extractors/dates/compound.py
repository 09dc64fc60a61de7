"""Times within a compound word: "16-hour", "decades-long", "mid-October", "year-ago"."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from conflictnews.extractors.dates.amounts import duration_value, parse_amount
from conflictnews.extractors.dates.arithmetic import step
from conflictnews.extractors.dates.cardinals import year_at
from conflictnews.extractors.dates.period import quarter
from conflictnews.extractors.dates.scene import Scene, Timex
from conflictnews.extractors.dates.words import numbers, words
from conflictnews.text.spelled_numbers import ordinal
from conflictnews.types import DateType

__all__ = ["read_compound", "read_unit_long"]


def read_compound(scene: Scene, at: int) -> Timex | None:
    """A hyphened word whose parts are an amount and a unit, or a part of a month."""
    head, _, tail = scene.words[at].partition("-")
    if head in ("mid", "early", "late"):
        return _part_of(scene, at, tail)
    if tail in ("long", "lasting") and head in words("unit") | words("units"):
        plural = head in words("units")
        unit = words("units").get(head) or words("unit")[head]
        return Timex(at, at + 1, DateType.DURATION, duration_value(unit, None if plural else Decimal(1)))
    if tail in ("quarter", "half") and (nth := ordinal(head) or 5) <= (4 if tail == "quarter" else 2):
        return quarter(scene, at, at, "Q" if tail == "quarter" else "H", nth, 3 if tail == "quarter" else 6)
    if head == "year" and tail == "end" and scene.published:
        return Timex(at, at + 1, DateType.DATE, step("1Y", scene.published, 0))
    if head == "year" and tail in ("ago", "earlier"):
        value = step("1Y", scene.published, -1) if scene.published else None
        return Timex(at, at + 1, DateType.DATE, value)
    unit_word, _, rest = tail.partition("-")
    unit = words("unit").get(unit_word) or words("units").get(unit_word, "")
    if unit in ("", "3M", "2D") or rest not in ("", "long") or (unit_word == "second" and not head.isdigit()):
        return None
    number = Decimal("0.5") if head == "half" else parse_amount(head)
    if number is None and head not in ("several", "multi"):
        return None
    if scene.before(at + 1) in words("age"):
        return None
    first = at
    if scene.word(at - 1) in ("past", "last", "next"):
        first -= 1
    return Timex(first, at + 1, DateType.DURATION, duration_value(unit, number))


def _part_of(scene: Scene, at: int, tail: str) -> Timex | None:
    month = numbers("month", "month-name").get(tail)
    if month is not None:
        year = year_at(scene, at + 2 if scene.word(at + 1) in (",", "of") else at + 1)
        if year is not None:
            return Timex(at, year[1], DateType.DATE, f"{year[0]:04d}-{month:02d}", full=True)
        return Timex(at, at + 1, DateType.DATE, _latest(scene.published, month))
    if tail in words("unit") and tail in ("week", "month", "year") and scene.published:
        return Timex(at, at + 1, DateType.DATE, step(words("unit")[tail], scene.published, 0))
    if len(tail) == 4 and tail.isascii() and tail.isdigit() and 1700 <= int(tail) < 2100:
        return Timex(at, at + 1, DateType.DATE, tail, full=True)
    if len(tail) == 5 and tail[:4].isascii() and tail[:4].isdigit() and tail.endswith("0s") and "1700" <= tail < "2100":
        return Timex(at, at + 1, DateType.DATE, f"{tail[:3]}X", full=True)
    return None


def _latest(anchor: date | None, month: int) -> str | None:
    if anchor is None:
        return None
    return f"{anchor.year - (month > anchor.month):04d}-{month:02d}"


def read_unit_long(scene: Scene, at: int) -> Timex | None:
    """ "yearlong", "weeklong"."""
    return Timex(at, at + 1, DateType.DURATION, duration_value(words("unit-long")[scene.words[at]], Decimal(1)))
