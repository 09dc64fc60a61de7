"""Times told from the present: "today", "yesterday morning", "tonight", "now", "the future"."""

from __future__ import annotations

from conflictnews.extractors.dates.arithmetic import shift_days
from conflictnews.extractors.dates.clock import clock_at, with_time
from conflictnews.extractors.dates.scene import Scene, Timex
from conflictnews.extractors.dates.words import numbers, words
from conflictnews.text.spelled_numbers import cardinal
from conflictnews.types import DateType

__all__ = [
    "is_name",
    "read_day",
    "read_future",
    "read_past",
    "read_present",
    "read_present_noun",
    "read_recent",
    "read_tonight",
]


def read_day(scene: Scene, at: int) -> Timex | None:
    """Today, yesterday, tomorrow; "the day before yesterday"."""
    steps, first = numbers("deictic")[scene.words[at]], at
    if is_name(scene, at):
        return None
    if steps == 0 and scene.word(at + 1) == "'s" and _of_our_times(scene, at + 2):
        return Timex(at, at + 1, DateType.DATE, "PRESENT_REF")
    side = {"before": -1, "after": 1}.get(scene.word(at - 1), 0)
    if side and scene.word(at - 2) == "day" and side == steps:
        first, steps = at - 2, steps + side
        if scene.word(first - 1) == "the":
            first -= 1
    elif scene.word(at - 1) in ("early", "late", "earlier"):
        first -= 1
    day = shift_days(scene.published, steps) if scene.published else None
    if day is None:
        return with_time(scene, Timex(first, at + 1, DateType.DATE, "0001-01-01"))._replace(value=None)
    return with_time(scene, Timex(first, at + 1, DateType.DATE, day.isoformat()))


def _of_our_times(scene: Scene, at: int) -> bool:
    """ "today's youth", "today's fast-moving world": these times are meant, and no day."""
    return scene.word(at) in words("of-our-times") or (
        scene.word(at + 1) in words("of-our-times") and not scene.capital(at)
    )


def is_name(scene: Scene, at: int) -> bool:
    """Whether a day is part of a name: "USA Today", "Fox News Sunday", "CBS This Morning"."""
    return scene.capital(at) and scene.capital(at - 1) and scene.before(at - 1) in words("name-before-day")


def read_tonight(scene: Scene, at: int) -> Timex | None:
    """Tonight, perhaps with the hour."""
    day = scene.published.isoformat() if scene.published else None
    behind = at + 2 if scene.word(at + 1) in ("around", "at", "about") else at + 1
    clock = clock_at(scene, behind)
    hour = cardinal(scene.word(behind)) or 0
    if clock is None and behind > at + 1 and 5 <= hour <= 11:
        clock = f"T{hour + 12:02d}:00", behind + 1
    if clock is not None:
        return Timex(at, clock[1], DateType.TIME, f"{day}{clock[0]}" if day else None)
    return Timex(at, at + 1, DateType.TIME, f"{day}TNI" if day else None)


def read_present(scene: Scene, at: int) -> Timex | None:
    """Now, currently."""
    first = at - 1 if scene.word(at - 1) == "right" else at
    return Timex(first, at + 1, DateType.DATE, "PRESENT_REF")


def read_recent(scene: Scene, at: int) -> Timex | None:
    """Recently, lately; no name."""
    return None if scene.capital(at) and scene.capital(at - 1) else Timex(at, at + 1, DateType.DATE, "PAST_REF")


def read_present_noun(scene: Scene, at: int) -> Timex | None:
    """ "At the moment", "the present time", "during this period"; of the past "at that time", "at the time"."""
    word, before = scene.words[at], scene.word(at - 1)
    if word == "present":
        return Timex(at, at + 1, DateType.DATE, "PRESENT_REF") if before == "at" else None
    if word in ("time", "day") and before in ("present", "modern"):
        first = at - 2 if scene.word(at - 2) == "the" else at - 1
        return Timex(first, at + 1, DateType.DATE, "PRESENT_REF") if before == "present" or word == "day" else None
    if word == "day":
        return Timex(at - 1, at + 1, DateType.DATE, "PRESENT_REF") if scene.follows(at - 2, "to", "this") else None
    if before not in ("the", "this", "that") or scene.word(at - 2) not in words("ref-lead"):
        return None
    if before == "the" and (scene.word(at - 2) != "at" or scene.word(at + 1) in ("of", "when", "that", "being")):
        return None
    if before == "the" and word != "moment":
        return Timex(at - 1, at + 1, DateType.DATE, "PAST_REF") if word == "time" else None
    return Timex(at - 1, at + 1, DateType.DATE, "PAST_REF" if before == "that" else "PRESENT_REF")


def read_future(scene: Scene, at: int) -> Timex | None:
    """ "the future", "in the near future", where it is no adjective."""
    if scene.capital(at):
        return None
    first = at - 1 if scene.word(at - 1) in ("near", "foreseeable", "distant", "immediate") else at
    before = scene.word(first - 1)
    if before not in ("the", "in", "'s", "its", "their", "his", "her", "our"):
        return None
    follower = scene.before(at + 1)
    if follower.isalpha() and follower not in words("closed"):
        return None
    return Timex(first - 1 if before == "the" else first, at + 1, DateType.DATE, "FUTURE_REF")


def read_past(scene: Scene, at: int) -> Timex | None:
    """ "in the past", where no period follows."""
    follower = scene.before(at + 1)
    if not scene.follows(at - 2, "in", "the") or (follower.isalnum() and follower not in words("closed")):
        return None
    return Timex(at - 1, at + 1, DateType.DATE, "PAST_REF")
