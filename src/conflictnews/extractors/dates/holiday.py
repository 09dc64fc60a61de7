"""Days with names: "last Thanksgiving", "Easter 2018", "New Year's Eve"."""

from __future__ import annotations

from datetime import date

from conflictnews.extractors.dates.arithmetic import day_of, easter, nth_weekday, shift_days
from conflictnews.extractors.dates.cardinals import year_number
from conflictnews.extractors.dates.lead import which
from conflictnews.extractors.dates.scene import Scene, Timex
from conflictnews.extractors.dates.tense import ahead
from conflictnews.extractors.dates.words import feasts, holidays, words
from conflictnews.types import DateType

_FEAST = "feast:"
_FAR_AHEAD = 90
"""Days ahead from which a feast without a year is rather the one past."""

__all__ = ["day_of_rule", "read_holiday"]


def day_of_rule(rule: str, year: int) -> date | None:
    """The day that a rule of the table names in a year.

    >>> day_of_rule("11:4:4", 1999), day_of_rule("easter-2", 2021)
    (datetime.date(1999, 11, 25), datetime.date(2021, 4, 2))
    """
    if rule.startswith(_FEAST):
        return next((first for first, _ in feasts()[rule[len(_FEAST) :]] if first.year == year), None)
    if rule.startswith("easter"):
        sunday = easter(year)
        return shift_days(sunday, int(rule[6:])) if sunday else None
    if ":" in rule:
        rule, plus, days = rule.partition("+")
        month, number, weekday = (int(part) for part in rule.split(":"))
        day = nth_weekday(year, month, number, weekday)
        return shift_days(day, int(days)) if day and plus else day
    return day_of(year, int(rule[:2]), int(rule[3:])) if len(rule) == 5 else date.fromisoformat(rule)


def read_holiday(scene: Scene, at: int) -> Timex | None:
    """A named day with its year told or understood."""
    for rest, rule in holidays()[scene.words[at]]:
        if not scene.follows(at + 1, *rest):
            continue
        last = at + 1 + len(rest)
        if scene.capital(last) and scene.before(last) in words("name-after-day"):
            return None  # Christmas Island
        if rule[:4].isdigit():
            return Timex(at, last, DateType.DATE, rule, full=True)
        return _dated(scene, at, last, rule)
    return None


def _dated(scene: Scene, at: int, last: int, rule: str) -> Timex:
    after = last + 1 if scene.word(last) in (",", "of", "in") else last
    year = year_number(scene.word(after))
    first, steps = which(scene, at)
    if year is not None:
        last = after + 1
    elif (
        scene.word(last) == "of"
        and (part := scene.part(last + 1)) is not None
        and part.value
        and year_number(part.value)
    ):
        year, last = int(part.value), part.last
    if year is not None:
        return _timex(first, last, rule, day_of_rule(rule, year))._replace(full=True)
    if scene.published is None:
        return Timex(first, last, DateType.DATE, None)
    return _timex(first, last, rule, _understood(scene, at, scene.published, rule, steps))


def _timex(first: int, last: int, rule: str, day: date | None) -> Timex:
    """A named day; of a feast of many days the year, with its first and last day."""
    if day is not None and rule.startswith(_FEAST):
        days = next(days for days in feasts()[rule[len(_FEAST) :]] if days[0] == day)
        if (days[1] - days[0]).days > 1:
            return Timex(first, last, DateType.DATE, f"{day.year}", days)
    return Timex(first, last, DateType.DATE, day.isoformat() if day else None)


def _understood(scene: Scene, at: int, anchor: date, rule: str, steps: int | None) -> date | None:
    days = [
        day for year in (anchor.year - 1, anchor.year, anchor.year + 1) if (day := day_of_rule(rule, year)) is not None
    ]
    past, coming = [day for day in days if day < anchor], [day for day in days if day >= anchor]
    if steps == -1:
        return past[-1] if past else None
    if steps == 1 or (steps is None and ahead(scene, at)):
        return coming[0] if coming else None
    near = min(days, key=lambda day: (abs((day - anchor).days), day)) if days else None
    if near is not None and past and (near - anchor).days > _FAR_AHEAD:
        return past[-1]
    return near
