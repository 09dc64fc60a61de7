"""Two days of two months with a hyphen between them: "Oct. 31-Nov. 2", "17 August-2 September 1914"."""

from __future__ import annotations

import re

from conflictnews.extractors.dates.arithmetic import day_of
from conflictnews.extractors.dates.calendar import year_of_day
from conflictnews.extractors.dates.cardinals import day_number, year_number
from conflictnews.extractors.dates.scene import Scene, Timex
from conflictnews.extractors.dates.words import numbers
from conflictnews.types import DateType

__all__ = ["read_day_to_month", "read_month_to_day"]

_DAY_MONTH = re.compile(r"(\d{1,2})[-–]([a-z]{3,9})", re.ASCII)
_MONTH_DAY = re.compile(r"([a-z]{3,9})[-–](\d{1,2})", re.ASCII)


def read_day_to_month(scene: Scene, at: int) -> Timex | None:
    """ "Oct. 31-Nov. 2": a month before a token of digits and letters and a day."""
    tied, months = at + 2 if scene.word(at + 1) == "." else at + 1, numbers("month", "month-name")
    match = _DAY_MONTH.fullmatch(scene.word(tied))
    last = tied + 2 if scene.word(tied + 1) == "." else tied + 1
    day = day_number(scene.word(last))
    if match is None or day is None or match[2] not in months:
        return None
    parts = (months[scene.words[at]], int(match[1])), (months[match[2]], day)
    return _both(scene, at, last + 1, parts, scene.starts[tied] + match.end(1))


def read_month_to_day(scene: Scene, at: int) -> Timex | None:
    """ "17 August-2 September": the token of letters and digits, behind a day and before a month."""
    match, months = _MONTH_DAY.fullmatch(scene.word(at)), numbers("month", "month-name")
    day = day_number(scene.word(at - 1))
    if match is None or day is None or match[1] not in months or scene.word(at + 1) not in months:
        return None
    parts = (months[match[1]], day), (months[scene.words[at + 1]], int(match[2]))
    return _both(scene, at - 1, at + 2, parts, scene.starts[at] + match.end(1))


def _both(
    scene: Scene, first: int, last: int, parts: tuple[tuple[int, int], tuple[int, int]], middle: int
) -> Timex | None:
    """The two days of tokens ``first`` to ``last``, whose hyphen stands at the character ``middle``."""
    (month, day), (until_month, until) = parts
    behind = last + (scene.word(last) == ",")
    told = year_number(scene.word(behind))
    year = told or year_of_day(scene, until_month, until, first)
    last = behind + 1 if told else last
    one = day_of(year - (month > until_month), month, day) if year else None
    two = day_of(year, until_month, until) if year else None
    if one is None or two is None:
        return None
    full = told is not None
    cut = (middle + 1, scene.ends[last - 1])
    twin = Timex(first, last, DateType.DATE, two.isoformat(), cut=cut, full=full)
    return Timex(first, last, DateType.DATE, one.isoformat(), cut=(scene.starts[first], middle), twin=twin, full=full)
