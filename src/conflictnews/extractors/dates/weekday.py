"""Weekdays: "on Thursday", "last Friday", "Monday, Oct. 26", "Tuesday of next week", "Sunday night"."""

from __future__ import annotations

from datetime import date

from conflictnews.extractors.dates.amounts import parse_amount
from conflictnews.extractors.dates.arithmetic import shift_days
from conflictnews.extractors.dates.cardinals import day_at
from conflictnews.extractors.dates.clock import with_time
from conflictnews.extractors.dates.deictic import is_name
from conflictnews.extractors.dates.lead import which
from conflictnews.extractors.dates.scene import Scene, Timex
from conflictnews.extractors.dates.tense import ahead, nearest_weekday
from conflictnews.extractors.dates.values import interval
from conflictnews.extractors.dates.words import numbers
from conflictnews.types import DateType

__all__ = ["read_short_weekday", "read_weekday", "read_weekdays"]

_MOST_WEEKS = 52


def read_weekday(scene: Scene, at: int) -> Timex | None:
    """A weekday with the date, the week or the part of the day beside it."""
    weekday = numbers("weekday", "weekday-short")[scene.words[at]]
    if is_name(scene, at):
        return None
    first, steps = _first(scene, at)
    dated = _with_date(scene, at, first, weekday)
    if dated is not None:
        return dated
    if scene.published is None:
        found = with_time(scene, Timex(first, at + 1, DateType.DATE, "0001-01-01"))
        return found._replace(value=None)
    day = _day(scene, at, weekday, steps, scene.published)
    return with_time(scene, Timex(first, at + 1, DateType.DATE, day.isoformat() if day else None))


def _first(scene: Scene, at: int) -> tuple[int, int | None]:
    first, steps = which(scene, at)
    if steps is None and scene.word(at - 1) in ("earlier", "later", "the", "of", "in"):
        first = at
    return first, steps


def _with_date(scene: Scene, at: int, first: int, weekday: int) -> Timex | None:
    """ "Monday, Oct. 26", "wednesday the thirty first", "Tuesday of next week", "Monday two weeks from now"."""
    after = at + 1
    if scene.word(after) == "." and scene.words[at] not in numbers("weekday"):
        after += 1
    comma = scene.word(after) == ","
    if comma or scene.word(after) in ("of", "-", "on"):
        after += 1
    if scene.word(at + 1) == "the" and (named := _day_of_month(scene, at, weekday)) is not None:
        return named._replace(first=first)
    if comma and not _is_day_of_month(scene.word(after)):
        return None
    part = scene.part(after)
    if part is None or part.value is None or part.type not in (DateType.DATE, DateType.TIME):
        return None
    span = interval(part.value)
    if span is None:
        return None
    if span[0] == span[1]:
        if span[0].isoweekday() == weekday or scene.word(after) not in numbers("weekday"):
            return (
                part._replace(first=first) if span[0].isoweekday() == weekday else _in_week(scene, first, part, weekday)
            )
        return None
    return _in_week(scene, first, part, weekday) if "-W" in part.value and not part.value.endswith("WE") else None


def _is_day_of_month(word: str) -> bool:
    return word[:1].isdigit() or word in numbers("month", "month-name") or word == "the"


def _in_week(scene: Scene, first: int, part: Timex, weekday: int) -> Timex | None:
    """The weekday in the week of what follows; a day that disagrees stays as it is."""
    span = interval(part.value)
    if span is None:
        return None
    if "-W" not in (part.value or ""):
        return part._replace(first=first)
    day = shift_days(span[0], weekday - 1)
    return with_time(scene, Timex(first, part.last, DateType.DATE, day.isoformat())) if day else None


def _day_of_month(scene: Scene, at: int, weekday: int) -> Timex | None:
    """ "tues the 4th": the nearest month in which that day is such a weekday."""
    read = day_at(scene, at + 2)
    if read is None or scene.published is None or scene.word(at + 2).isdigit():
        return None
    number, last = read
    for distance in range(200):
        for sign in (1, -1) if distance else (1,):
            day = shift_days(scene.published, sign * distance)
            if day is not None and day.day == number and day.isoweekday() == weekday:
                return with_time(scene, Timex(at, last, DateType.DATE, day.isoformat()))
    return None


def _day(scene: Scene, at: int, weekday: int, steps: int | None, anchor: date) -> date | None:
    """Which such day is meant.

    Counts in the AQUAINT half of TempEval-3: the day of publication or one of the six before in 87 of 100; a future cue
    turns to the nearest such day.
    """
    back = (anchor.isoweekday() - weekday) % 7
    if steps == -1:
        return shift_days(anchor, -(back or 7))
    if steps == 1:
        return shift_days(anchor, 7 - back)
    if steps == 0:
        return shift_days(anchor, weekday - anchor.isoweekday())
    near = nearest_weekday(anchor, weekday)
    if near > 0 and ahead(scene, at):
        return shift_days(anchor, near)
    return shift_days(anchor, -back)


def read_short_weekday(scene: Scene, at: int) -> Timex | None:
    """ "Mon", "tues": only beside a date."""
    if not scene.capital(at) and scene.words[at] not in ("tues", "thurs"):
        return None
    weekday = numbers("weekday-short")[scene.words[at]]
    return _with_date(scene, at, at, weekday)


def read_weekdays(scene: Scene, at: int) -> Timex | None:
    """ "Saturdays" as a repeated time; "two Saturdays ago" as the day that it is."""
    weekday = numbers("weekdays")[scene.words[at]]
    count = parse_amount(scene.word(at - 1)) if scene.word(at + 1) == "ago" else None
    if count is None or not 0 < count <= _MOST_WEEKS or count % 1:
        return Timex(at, at + 1, DateType.SET, f"XXXX-WXX-{weekday}")
    anchor = scene.published
    if anchor is None:
        return Timex(at - 1, at + 2, DateType.DATE, None)
    since = (anchor.isoweekday() - weekday - 1) % 7 + 1
    day = shift_days(anchor, -since - 7 * (int(count) - 1))
    return Timex(at - 1, at + 2, DateType.DATE, day.isoformat() if day else None)
