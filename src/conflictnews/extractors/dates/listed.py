"""Days that share a month: "11, 12 and 13 February", "February 11 and 12"."""

from __future__ import annotations

from conflictnews.extractors.dates.arithmetic import day_of
from conflictnews.extractors.dates.scene import Scene, Timex
from conflictnews.extractors.dates.words import words
from conflictnews.types import DateType

__all__ = ["days_before", "days_behind"]

_AND = frozenset({"and", "or", "&"})
_BEHIND = frozenset({"", ".", ",", ";", ":", ")", "in", "at", "for", "to", "when", "as", "by", "of", "with"})
_MOST = 10


def days_before(scene: Scene, timex: Timex) -> list[Timex]:
    """The days before a date that begins with its day, which have its month and year; the earliest first."""
    if not _is_day(timex) or not scene.word(timex.first).isdigit():
        return []
    found: list[Timex] = []
    k = timex.first - 1
    if scene.word(k) not in _AND:
        return []
    k -= 1
    k -= scene.word(k) == ","
    while k >= scene.floor and len(found) < _MOST and (day := _in_month(scene, k, timex)) is not None:
        found.append(day)
        if scene.word(k - 1) != ",":
            break
        k -= 2
    return found[::-1]


def days_behind(scene: Scene, timex: Timex) -> list[Timex]:
    """The days behind "February 11", up to the one behind "and", where nothing follows that they could count."""
    if not _is_day(timex) or not scene.word(timex.last - 1).isdigit() or scene.word(timex.last - 2) not in _months():
        return []
    found: list[Timex] = []
    k = timex.last
    while len(found) < _MOST:
        last = scene.word(k) in _AND or (scene.word(k) == "," and scene.word(k + 1) in _AND)
        k += 2 if last and scene.word(k) == "," else 1
        day = _in_month(scene, k, timex)
        if day is None or (not last and scene.word(k - 1) != ","):
            return []
        found.append(day)
        if last:
            return found if scene.word(k + 1) in _BEHIND else []
        k += 1
    return []


def _months() -> set[str]:
    return {*words("month"), *words("month-name")}


def _is_day(timex: Timex) -> bool:
    return timex.type is DateType.DATE and timex.value is not None and len(timex.value) == len("2021-02-13")


def _in_month(scene: Scene, at: int, timex: Timex) -> Timex | None:
    """The day that the number at a token is in the month of a date."""
    word = scene.word(at)
    if not (word.isascii() and word.isdigit() and len(word) < 3) or timex.value is None or "X" in timex.value:
        return None
    year, month, _ = (int(part) for part in timex.value.split("-"))
    day = day_of(year, month, int(word))
    return None if day is None else Timex(at, at + 1, DateType.DATE, day.isoformat(), full=timex.full)
