"""Repeated times: "daily", "every day", "each Monday", "every two weeks"."""

from __future__ import annotations

from decimal import Decimal

from conflictnews.extractors.dates.amounts import duration_value, parse_amount
from conflictnews.extractors.dates.scene import Scene, Timex
from conflictnews.extractors.dates.words import numbers, words
from conflictnews.types import DateType

__all__ = ["read_every", "read_set"]


def read_set(scene: Scene, at: int) -> Timex | None:
    """ "daily", "weekly"; not the name of a paper ("the Daily Mail")."""
    if scene.capital(at) and (scene.touching(at) or at > scene.start):
        return None
    if scene.capital(at) and at + 1 < scene.end and scene.capital(at + 1):
        return None
    return Timex(at, at + 1, DateType.SET, words("set")[scene.words[at]])


def read_every(scene: Scene, at: int) -> Timex | None:
    """ "every" or "each" with a unit, a weekday, a part of the day, a month or an amount of units."""
    behind = at + 1
    if scene.word(behind) in ("single", "passing", "other"):
        behind += 1
    word = scene.word(behind)
    if word in words("unit"):
        unit = words("unit")[word]
        if unit.startswith("T1S") or word == "quarter":
            return None
        number = Decimal(2) if scene.word(behind - 1) == "other" else Decimal(1)
        return Timex(at, behind + 1, DateType.SET, duration_value(unit, number))
    if word in words("weekday"):
        weekday = numbers("weekday")[word]
        last = behind + 2 if scene.word(behind + 1) in words("part") else behind + 1
        return Timex(at, last, DateType.SET, f"XXXX-WXX-{weekday}")
    if word in ("morning", "night", "evening", "afternoon"):
        return Timex(at, behind + 1, DateType.SET, f"XXXX-XX-XXT{words('part')[word]}")
    if word in words("season"):
        return Timex(at, behind + 1, DateType.SET, f"XXXX-{words('season')[word]}")
    if word in numbers("month", "month-name") and scene.capital(behind):
        return Timex(at, behind + 1, DateType.SET, f"XXXX-{numbers('month', 'month-name')[word]:02d}")
    number_every = parse_amount(word) if word else None
    if word in ("few", "several"):
        return _units(scene, at, behind, None)
    return _units(scene, at, behind, number_every) if number_every is not None else None


def _units(scene: Scene, at: int, behind: int, number: Decimal | None) -> Timex | None:
    unit = words("units").get(scene.word(behind + 1))
    return Timex(at, behind + 2, DateType.SET, duration_value(unit, number)) if unit else None
