"""Which reader reads which word: the table that begins at the word index."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from operator import itemgetter

from conflictnews.extractors.dates import (
    calendar,
    clock,
    compound,
    deictic,
    era,
    hijri,
    holiday,
    joined_days,
    joined_months,
    month_days,
    numeric,
    period,
    season,
    sets,
    weekday,
    year,
)
from conflictnews.extractors.dates.scene import Scene, Timex
from conflictnews.extractors.dates.words import holidays, words
from conflictnews.text import TextView

__all__ = ["Reader", "Trigger", "read_at", "reader_of", "triggers"]

Reader = Callable[[Scene, int], Timex | None]
Trigger = tuple[int, tuple[Reader, ...]]
"""A token at which an expression may be read, and the readers to try."""

_BY_CLASS: tuple[tuple[str, Reader], ...] = (
    ("era", era.read_era),
    ("month", era.read_month_of_era),
    ("month-name", era.read_month_of_era),
    ("season", era.read_season_of_era),
    ("month", joined_days.read_day_to_month),
    ("month-name", joined_days.read_day_to_month),
    ("month", joined_months.read_year_to_month),
    ("month-name", joined_months.read_year_to_month),
    ("month", calendar.read_month),
    ("month-name", calendar.read_month),
    ("weekday", weekday.read_weekday),
    ("weekdays", weekday.read_weekdays),
    ("weekday-short", weekday.read_short_weekday),
    ("unit", period.read_unit),
    ("units", period.read_units),
    ("unit-long", compound.read_unit_long),
    ("half", period.read_half),
    ("quarter-code", period.read_quarter_code),
    ("season", season.read_season),
    ("deictic", deictic.read_day),
    ("tonight", deictic.read_tonight),
    ("present", deictic.read_present),
    ("recent", deictic.read_recent),
    ("present-ref", deictic.read_present_noun),
    ("future-ref", deictic.read_future),
    ("past-ref", deictic.read_past),
    ("set", sets.read_set),
    ("every", sets.read_every),
    ("decade-name", year.read_decade_name),
    ("meridiem", clock.read_meridiem),
    ("part", clock.read_part),
)
_FIGURES: tuple[tuple[re.Pattern[str], tuple[Reader, ...]], ...] = (
    (re.compile(r"\d{4}", re.ASCII), (clock.read_clock, year.read_year)),
    (re.compile(r"\d{1,4}s", re.ASCII), (year.read_decade,)),
    (re.compile(r"\d{1,2}(?:st|nd|rd|th)", re.ASCII), (month_days.read_day_of_month,)),
    (re.compile(r"\d{1,2}(?:(?::\d\d){1,2}|\.\d\d)?[aph]?m?", re.ASCII), (clock.read_clock,)),
    (re.compile(r"\d{4}-\d\d-\d\dt\d\d", re.ASCII), (numeric.read_joined,)),
    (re.compile(r"\d{4}[-‑](?:\d{4}|\d\d)", re.ASCII), (numeric.read_joined, year.read_year_compound)),
    (re.compile(r"\d{1,4}[-‑.]?\w{1,9}(?:[-‑.]\d{1,4})?", re.ASCII), (numeric.read_joined, compound.read_compound)),
    (re.compile(r"[\d,.]{1,7}[-‑][a-z]{3,8}(?:[-‑]long)?", re.ASCII), (compound.read_compound,)),
)


@cache
def _readers() -> dict[str, tuple[Reader, ...]]:
    table: dict[str, tuple[Reader, ...]] = {"/": (numeric.read_slashes,), "o'clock": (clock.read_meridiem,)}
    for word in holidays():
        if not word[0].isdigit():
            table[word] = (holiday.read_holiday,)
    for word in hijri.months():
        table[word] = (hijri.read_hijri, *table.get(word, ()))
    for label, reader in _BY_CLASS:
        for word in words(label):
            table[word] = (*table.get(word, ()), reader)
    return table


def triggers(view: TextView) -> list[Trigger]:
    """The tokens at which an expression may be read, ascending, each with its readers."""
    table, index = _readers(), view.index
    found = [(position, table[word]) for word in table.keys() & index.keys() for position in index[word]]
    for word in [word for word in index if ("0" <= word[0] <= "9" or "-" in word) and word not in table]:
        readers = reader_of(word)
        if readers:
            found += [(position, readers) for position in index[word]]
    found.sort(key=itemgetter(0))
    return found


@lru_cache(4096)
def reader_of(word: str) -> tuple[Reader, ...]:
    """The readers that may begin at a word, in the order in which they are tried."""
    known = _readers().get(word)
    if known is not None:
        return known
    if "0" <= word[0] <= "9":
        return _of_figures(word) if len(word) <= 20 else ()
    return _of_compound(word) if "-" in word and len(word) <= 30 else ()


def _of_figures(word: str) -> tuple[Reader, ...]:
    for pattern, readers in _FIGURES:
        if pattern.fullmatch(word):
            return readers
    return ()


def _of_compound(word: str) -> tuple[Reader, ...]:
    head, _, tail = word.partition("-")
    if head in ("mid", "early", "late") and tail.endswith("0s") and len(tail) == 5:
        return (year.read_decade,)
    if (
        (head[:1] in "hq" and tail.isdigit())
        or head in _months()
        or tail.partition("-")[0] in _compound_tails()
        or head in ("mid",)
    ):
        return (joined_days.read_month_to_day, joined_months.read_months, numeric.read_joined, compound.read_compound)
    return ()


@cache
def _months() -> frozenset[str]:
    return frozenset(words("month") | words("month-name"))


@cache
def _compound_tails() -> frozenset[str]:
    return frozenset(
        words("unit") | words("units") | {"long": "", "lasting": "", "ago": "", "earlier": "", "end": "", "half": ""}
    )


def read_at(scene: Scene, position: int) -> Timex | None:
    """The expression that begins at a token, triggered by it or by one of the six behind it."""
    for at in range(position, min(position + 7, scene.end)):
        for reader in reader_of(scene.words[at]):
            found = reader(scene, at)
            if found is not None:
                return found
    return None
