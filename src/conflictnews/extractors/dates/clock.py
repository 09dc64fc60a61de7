"""Clock times and parts of the day: "10:35 a.m.", "0600 GMT", "4 in the morning", "Thursday evening"."""

from __future__ import annotations

import re

from conflictnews.extractors.dates.arithmetic import shift_days
from conflictnews.extractors.dates.scene import Scene, Timex
from conflictnews.extractors.dates.words import words
from conflictnews.text.spelled_numbers import cardinal
from conflictnews.types import DateType

__all__ = ["clock_at", "read_clock", "read_meridiem", "read_part", "with_time"]

_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d\d))?(?:[:.]\d\d)?(am|pm|a|p|h)?", re.ASCII)
_MILITARY = re.compile(r"([01]\d|2[0-3])([0-5]\d)", re.ASCII)


def clock_at(scene: Scene, at: int) -> tuple[str, int] | None:
    """A clock time that begins at a token, as "T10:35", and the token behind it with its zone."""
    match = _CLOCK.fullmatch(scene.word(at))
    if match is None:
        return _military(scene, at) or _in_words(scene, at)
    hour, minute, half = int(match[1]), int(match[2] or 0), (match[3] or "")[:1]
    behind = at + 1
    colon = ":" in scene.words[at]
    if not half:
        half = words("meridiem").get(scene.word(behind), "")
        behind += bool(half)
    if (
        not half
        and scene.follows(behind, "in", "the")
        and scene.word(behind + 2) in ("morning", "afternoon", "evening")
    ):
        half = "a" if scene.word(behind + 2) == "morning" else "p"
        behind += 3
    if not half and not colon and scene.word(behind) == "o'clock":
        behind, colon = behind + 1, True
    if half in ("a", "p"):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    elif not colon or len(match[2] or "00") != 2:
        return None
    if hour > 23 or minute > 59:
        return None
    return f"T{hour:02d}:{minute:02d}", _behind_zone(scene, behind)


def _military(scene: Scene, at: int) -> tuple[str, int] | None:
    """ "0600 GMT", "at 1430 hours", "at 0530": four figures that the words beside them make a time and not a count."""
    match = _MILITARY.fullmatch(scene.word(at))
    if match is None:
        return None
    time, follower, before = f"T{match[1]}:{match[2]}", scene.word(at + 1), scene.before(at - 1)
    if follower in words("zone") and (follower != "local" or scene.word(at + 2) == "time"):
        return time, _behind_zone(scene, at + 1)
    introduced = before in words("before-clock")
    if follower in words("hours"):
        return (time, at + 2) if match[0][0] == "0" or before in ("at", "by", "until", "since") else None
    if introduced and (match[0][0] == "0" or follower in ("on", "today", "yesterday", "this", "last", "tonight")):
        return time, at + 1
    hedged = scene.before(at - 2) == "at" and before not in ("least", "most")
    if not (before == "at" or hedged) or 1900 <= int(match[0]) < 2100:
        return None
    street = scene.capital(at + 1) and follower not in words("weekday")
    return None if street else (time, at + 1)


def _in_words(scene: Scene, at: int) -> tuple[str, int] | None:
    """ "Six o'clock"."""
    hour = cardinal(scene.word(at)) if scene.word(at + 1) == "o'clock" else None
    return (f"T{hour:02d}:00", _behind_zone(scene, at + 2)) if hour is not None and hour <= 12 else None


def _behind_zone(scene: Scene, at: int) -> int:
    if scene.word(at + 1) == "time" and (scene.word(at) == "local" or scene.capital(at)):
        return at + 2
    if scene.word(at) in words("zone") and scene.capital(at) and scene.word(at) != "local":
        return at + 1
    return at


def read_clock(scene: Scene, at: int) -> Timex | None:
    """A clock time, on the day that stands beside it, else the day of the sentence or of the publication."""
    clock = clock_at(scene, at)
    if clock is None:
        return None
    time, behind = clock
    if behind == at + 1 and scene.words[at][-1:].isdigit() and not _introduced(scene, at) and ":" in scene.words[at]:
        return None  # a score, a lap
    if "." in scene.words[at] and not scene.words[at][-1].isalpha() and behind == at + 1:
        return None  # 10.35 is a number
    first = at - 1 if scene.word(at - 1) in ("early", "late") else at
    day = scene.part(behind + 1 if scene.word(behind) in ("on", ",") else behind) if behind < scene.end else None
    if day is not None and _whole_day(day.value):
        return Timex(first, day.last, DateType.TIME, f"{day.value}{time}")
    if day is not None and day.type is DateType.TIME and day.value and day.value[11:] in ("MO", "AF", "EV", "NI"):
        return Timex(first, day.last, DateType.TIME, f"{day.value[:10]}{_in_part(time, day.value[11:])}")
    return Timex(first, behind, DateType.TIME, _on_day_of_sentence(scene, behind, time))


def _introduced(scene: Scene, at: int) -> bool:
    """Whether a bare "4:39" is a time of the day: behind a preposition, or before a day."""
    if scene.before(at + 1) in ("left", "remaining", "to"):
        return False
    return (
        scene.before(at - 1) in words("before-clock") or scene.before(at + 1) in words("deictic") or at == scene.start
    )


def _in_part(time: str, part: str) -> str:
    """Six o'clock in the afternoon is 18:00."""
    hour = int(time[1:3])
    return f"T{hour + 12:02d}{time[3:]}" if (part != "MO" and 4 <= hour < 12) or (part == "AF" and hour < 4) else time


def _on_day_of_sentence(scene: Scene, behind: int, time: str) -> str | None:
    """The day behind a bracket ("10:35 a.m. (0735 GMT) Friday"), else the one of the sentence or of publication."""
    if scene.word(behind) == "(":
        again = scene.part(behind + 1)
        if again is not None and again.value is not None and _whole_day(again.value[:10]) and again.last > behind + 3:
            return f"{again.value[:10]}{time}"
        close = next((at for at in range(behind + 1, behind + 6) if scene.word(at) == ")"), None)
        day = scene.part(close + 2 if scene.word(close + 1) == "on" else close + 1) if close else None
        if day is not None and _whole_day(day.value):
            return f"{day.value}{time}"
    if (told := scene.told_here()) is not None:
        return f"{told.isoformat()}{time}"
    return f"{scene.published.isoformat()}{time}" if scene.published else None


def _whole_day(value: str | None) -> bool:
    return value is not None and len(value) == 10 and value[4] == "-" and value[5].isdigit()


def read_meridiem(scene: Scene, at: int) -> Timex | None:
    """The clock time before "a.m." or "o'clock"."""
    return read_clock(scene, at - 1) if scene.word(at - 1)[:1].isdigit() or scene.word(at) == "o'clock" else None


def with_time(scene: Scene, found: Timex) -> Timex:
    """A day with the time that follows it: "Thursday evening", "today at 8.30pm"."""
    if not _whole_day(found.value):
        return found
    at = found.last
    part = words("part").get(scene.word(at))
    if part:
        return found._replace(last=at + 1, type=DateType.TIME, value=f"{found.value}T{part}")
    if scene.word(at) == ",":
        at += 1
    if scene.word(at) in ("at", "around", "about"):
        at += 1
        point = words("part").get(scene.word(at), "")
        if point[:1].isdigit():
            return found._replace(last=at + 1, type=DateType.TIME, value=f"{found.value}T{point}")
        clock = clock_at(scene, at)
    else:
        clock = clock_at(scene, at) if at == found.last else None
    if clock is None:
        return found
    return found._replace(last=clock[1], type=DateType.TIME, value=f"{found.value}{clock[0]}")


def read_part(scene: Scene, at: int) -> Timex | None:
    """A part of a day that tells which day: "this evening", "last night", "the morning of Sept. 11", "midnight"."""
    word, part = scene.words[at], words("part")[scene.words[at]]
    before = scene.word(at - 1)
    first, days = at, None
    if before == "this" and part != "12:00":
        first, days = at - 1, 0
        if scene.word(first - 1) in ("early", "late", "earlier", "later"):
            first -= 1
    elif before == "last" and word in ("night", "evening"):
        first, days = at - 1, -1
        if scene.word(first - 1) in ("late", "early"):
            first -= 1
    elif before in ("next", "following", "same", "previous") and scene.word(at - 2) == "the" and part[0].isalpha():
        told = scene.told_before(at, "D")
        step = {"same": 0, "previous": -1}.get(before, 1)
        day_told = shift_days(told, step) if told else None
        return Timex(at - 2, at + 1, DateType.TIME, f"{day_told.isoformat()}T{part}" if day_told else None)
    elif scene.word(at + 1) in ("of", "on") and part[0].isalpha() and word not in ("am", "pm"):
        return _part_before_day(scene, at, part)
    elif word in ("noon", "midday", "midnight") and scene.before(at - 1) not in ("high", "a", "an", "the"):
        days = 0
        day = scene.part(at + 2 if scene.word(at + 1) == "on" else at + 1)
        if day is not None and _whole_day(day.value):
            return Timex(at, day.last, DateType.TIME, f"{day.value}T{part}")
        if (told := scene.told_here()) is not None:
            return Timex(at, at + 1, DateType.TIME, f"{told.isoformat()}T{part}")
    elif before == "at" and word == "night":
        told = scene.told_here()
        return Timex(at, at + 1, DateType.TIME, f"{told.isoformat()}T{part}" if told else None)
    if days is None:
        return None
    anchor = shift_days(scene.published, days) if scene.published else None
    return Timex(first, at + 1, DateType.TIME, f"{anchor.isoformat()}T{part}" if anchor else None)


def _part_before_day(scene: Scene, at: int, part: str) -> Timex | None:
    """ "the morning of Sept. 11", "late afternoon on Wednesday"; not "Dawn on Sunday", a newspaper."""
    before = scene.word(at - 1)
    day = scene.part(at + 2)
    if scene.word(at + 1) == "of":
        day = day or scene.part(at + 3)
    elif scene.capital(at):
        return None
    if day is None or not _whole_day(day.value):
        return None
    first = at - (before in ("the", "early", "late"))
    return Timex(first, day.last, DateType.TIME, f"{day.value}T{part}")
