"""Years before Christ, as TIMEX3 writes them: "480 BC", "April 480 BC", "the autumn of 481 BC"."""

from __future__ import annotations

import re

from conflictnews.extractors.dates.lead import partitive
from conflictnews.extractors.dates.scene import Scene, Timex
from conflictnews.extractors.dates.words import numbers, words
from conflictnews.types import DateType

__all__ = ["read_era", "read_month_of_era", "read_season_of_era"]

_LONGEST = 4
_SPAN = re.compile(r"(\d{1,4})[-–](\d{1,4})", re.ASCII)


def read_era(scene: Scene, at: int) -> Timex | None:
    """A year with its era; no day can stand for it, so that it has no interval."""
    year = _year(scene, at - 1)
    if year is None and (span := _SPAN.fullmatch(scene.word(at - 1))) is not None:
        return _span(scene, at, span)
    return None if year is None else Timex(partitive(scene, at - 1), at + 1, DateType.DATE, year, full=True)


def _span(scene: Scene, at: int, span: re.Match[str]) -> Timex:
    """ "499-493 BC": two years."""
    start, first, last = scene.starts[at - 1], f"BC{int(span[1]):04d}", f"BC{int(span[2]):04d}"
    behind = Timex(at - 1, at + 1, DateType.DATE, last, cut=(start + span.start(2), scene.ends[at]), full=True)
    before = start, start + span.end(1)
    return Timex(at - 1, at + 1, DateType.DATE, first, cut=before, twin=behind, full=True)


def read_month_of_era(scene: Scene, at: int) -> Timex | None:
    """A month of such a year."""
    year = _year(scene, at + 1)
    if year is None:
        return None
    month = numbers("month", "month-name")[scene.words[at]]
    return Timex(partitive(scene, at), at + 3, DateType.DATE, f"{year}-{month:02d}", full=True)


def read_season_of_era(scene: Scene, at: int) -> Timex | None:
    """A season of such a year."""
    behind = at + 1 + (scene.word(at + 1) == "of")
    year = _year(scene, behind)
    season = words("season")[scene.words[at]]
    return None if year is None else Timex(at, behind + 2, DateType.DATE, f"{year}-{season}", full=True)


def _year(scene: Scene, at: int) -> str | None:
    """The value of the year at a token that an era follows."""
    word = scene.word(at)
    era = scene.word(at + 1) in words("era") and word.isascii() and word.isdigit() and len(word) <= _LONGEST
    return f"BC{int(word):04d}" if era and int(word) else None
