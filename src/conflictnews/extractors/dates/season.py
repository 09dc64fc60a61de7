"""Seasons: "last summer", "the spring of 2019", "this fall"; not the fall of a city."""

from __future__ import annotations

from datetime import date

from conflictnews.extractors.dates.cardinals import year_number
from conflictnews.extractors.dates.lead import partitive, which
from conflictnews.extractors.dates.scene import Scene, Timex
from conflictnews.extractors.dates.tense import ahead
from conflictnews.extractors.dates.words import words
from conflictnews.types import DateType

__all__ = ["read_season"]

_BEFORE = frozenset("in during by until since through over throughout for".split())
_BEHIND = frozenset({"and", "when", "as", "to", "or", "in", "at"})
_FIRST_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def read_season(scene: Scene, at: int) -> Timex | None:
    """A season with its year told, or with "last", "this", "next", or in "in the spring"."""
    code = words("season")[scene.words[at]]
    after = at + 2 if scene.word(at + 1) == "of" else at + 1
    year = year_number(scene.word(after))
    first, steps = which(scene, at)
    if year is None and scene.word(at + 1) == "and" and scene.word(at + 2) in words("season"):
        shared = scene.part(at + 2)
        if shared is not None and shared.full and shared.value:
            return Timex(first, at + 1, DateType.DATE, f"{shared.value[:4]}-{code}", full=True)
    if year is not None:
        if first == at and scene.word(at - 1) == "the":
            first = partitive(scene, at - 1)
        return Timex(first, after + 1, DateType.DATE, f"{year:04d}-{code}", full=True)
    if after == at + 2 and (part := scene.part(after)) is not None and part.value and year_number(part.value):
        return Timex(first, part.last, DateType.DATE, f"{part.value}-{code}")
    if steps is None and scene.word(at + 1) in words("campaign"):
        first = at  # "a spring offensive"
    elif steps is None:
        if scene.word(at - 1) != "the" or scene.before(at - 2) not in _BEFORE:
            return None
        follower = scene.before(at + 1)
        if after == at + 2 or (follower.isalpha() and follower not in _BEHIND):
            return None
        first = at - 1
    anchor = scene.published
    if anchor is None:
        return Timex(first, at + 1, DateType.DATE, None)
    behind = _year(anchor, code, steps, steps is None and ahead(scene, at))
    return Timex(first, at + 1, DateType.DATE, f"{behind:04d}-{code}" if 1 <= behind <= 9999 else None)


def _year(anchor: date, code: str, steps: int | None, coming: bool | None) -> int:
    """The year in which the season meant begins; ``anchor`` may lie in a winter that began the year before."""
    month = _FIRST_MONTH[code]
    since = (anchor.month - month) % 12
    begun = anchor.year if anchor.month >= month else anchor.year - 1
    running = since < 3
    if steps == -1:
        return begun - 1 if running else begun
    if steps == 0:
        return begun if running or since < 6 else begun + 1
    if steps == 1:
        return begun + 1
    return begun + 1 if coming and not running else begun
