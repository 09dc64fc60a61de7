"""Two months with a hyphen between them: "May-June 2004", "March 1980-April 1985"."""

from __future__ import annotations

import re

from conflictnews.extractors.dates.calendar import year_of_day
from conflictnews.extractors.dates.cardinals import year_number
from conflictnews.extractors.dates.scene import Scene, Timex
from conflictnews.extractors.dates.words import numbers
from conflictnews.types import DateType

__all__ = ["read_months", "read_year_to_month"]

_MONTHS = re.compile(r"([a-z]{3,9})[-–]([a-z]{3,9})", re.ASCII)
_YEAR_MONTH = re.compile(r"(\d{4})[-–]([a-z]{3,9})", re.ASCII)


def read_months(scene: Scene, at: int) -> Timex | None:
    """ "May-June 2004": one token, the second month's year or the one that the text implies."""
    match, months = _MONTHS.fullmatch(scene.words[at]), numbers("month", "month-name")
    if match is None or match[1] not in months or match[2] not in months:
        return None
    month, until = months[match[1]], months[match[2]]
    told = year_number(scene.word(at + 1))
    year = told or year_of_day(scene, until, 1, at)
    last = at + 2 if told else at + 1
    middle = scene.starts[at] + match.end(1)
    if year is None:
        return _both(scene, at, last, middle, (None, None))
    return _both(scene, at, last, middle, (f"{year - (month > until):04d}-{month:02d}", f"{year:04d}-{until:02d}"))


def read_year_to_month(scene: Scene, at: int) -> Timex | None:
    """ "March 1980-April 1985": a month before a token of a year and a month, and a year."""
    match, months = _YEAR_MONTH.fullmatch(scene.word(at + 1)), numbers("month", "month-name")
    until = year_number(scene.word(at + 2))
    if match is None or until is None or match[2] not in months:
        return None
    values = f"{match[1]}-{months[scene.words[at]]:02d}", f"{until:04d}-{months[match[2]]:02d}"
    return _both(scene, at, at + 3, scene.starts[at + 1] + match.end(1), values)


def _both(scene: Scene, first: int, last: int, middle: int, values: tuple[str | None, str | None]) -> Timex:
    """The two months of tokens ``first`` to ``last``, whose hyphen stands at the character ``middle``."""
    one, two = values
    cut = (middle + 1, scene.ends[last - 1])
    twin = Timex(first, last, DateType.DATE, two, cut=cut, full=last > first + 1)
    return Timex(first, last, DateType.DATE, one, cut=(scene.starts[first], middle), twin=twin, full=last > first + 1)
