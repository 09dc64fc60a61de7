"""Month, day and year in all their written orders: "26 February 2021", "Feb. 15", "April of 1987", "last August"."""

from __future__ import annotations

from datetime import date

from conflictnews.extractors.dates.arithmetic import day_of
from conflictnews.extractors.dates.cardinals import day_number, year_at, year_number
from conflictnews.extractors.dates.clock import with_time
from conflictnews.extractors.dates.days import Days, day_before, day_behind, prefers_left
from conflictnews.extractors.dates.lead import which
from conflictnews.extractors.dates.scene import Scene, Timex
from conflictnews.extractors.dates.tense import ahead
from conflictnews.extractors.dates.values import interval
from conflictnews.extractors.dates.words import numbers, words
from conflictnews.types import DateType

__all__ = ["read_month", "year_of_day"]

_BOUNDS = frozenset("until till by to for before from through".split())
"""Behind these a past tense does not say that the day is past: "was postponed to April 22"."""
_NEAR_AHEAD, _FAR_AHEAD = 30, 120
"""Days ahead from which a date without a year is rather past: if the tense says so, and if no cue says otherwise."""


def read_month(scene: Scene, at: int) -> Timex | None:
    """The date around a month's name."""
    word = scene.words[at]
    month = numbers("month", "month-name")[word]
    behind = at + 1
    if len(word) <= 4 and word not in ("may", "june", "july") and scene.word(behind) == "." and scene.touching(behind):
        behind += 1
    before = scene.word(at - 2)
    ordinal = before[:1].isdigit() and before.endswith(("th", "st", "nd", "rd"))
    if ordinal and scene.word(at - 1) == "of" and not day_number(before):
        return None  # the 45th of May
    left, right = day_before(scene, at), day_behind(scene, at, behind)
    if left and right and not prefers_left(scene, left):
        left = None
    days = left or right
    end = behind if left else right.last if right else behind
    year = _year_behind(scene, end, days is not None)
    first = left.first if left else at
    if year is None and not left and (leading := _year_before(scene, at, right is not None)) is not None:
        year, first = (leading, end), at - 1
    if year:
        end = max(end, year[1])
    begin = left.first if left else at
    if not (scene.capital(at) or year or (days and (word not in ("may", "march", "mar") or _is_dated(scene, begin)))):
        return None
    if days is None:
        return _month_alone(scene, at, at + 1 if year is None else end, first, month, year[0] if year else None)
    return _with_day(scene, first, end, month, days, year[0] if year else None)


def _is_dated(scene: Scene, begin: int) -> bool:
    """Whether something says that a small "march" or "may" is a month: "on 9 march", "since may 3 and may 5"."""
    before = scene.before(begin - 1)
    if before in ("and", "or", "to"):
        return scene.before(begin - 2)[:1].isdigit() and scene.before(begin - 3) == scene.word(begin)
    return before in ("on", "since", "until", "by", "from", "dated")


def _year_before(scene: Scene, at: int, with_day: bool) -> int | None:
    """ "2017 April", "2021 February 15"."""
    before = scene.before(at - 2)
    fits = before not in ("in", "of") if with_day else before in ("", "in", "of", "since", "to")
    return year_number(scene.word(at - 1)) if fits else None


def _year_behind(scene: Scene, at: int, with_day: bool) -> tuple[int, int] | None:
    first = at
    if scene.word(at) in (",", "of", "/"):
        first += 1
    elif scene.word(at) == "the" and scene.word(at + 1) == "year":
        first += 2
    year = year_at(scene, first)
    if year is None:
        return _year_told(scene, first) or (_short_year(scene, at) if with_day else None)
    if scene.word(year[1]) in words("counted") and not with_day:
        return None
    return year


def _year_told(scene: Scene, at: int) -> tuple[int, int] | None:
    """ "December last year", "Feb. 11 of this year"."""
    steps = numbers("which").get(scene.word(at))
    if steps is None or scene.word(at + 1) != "year" or scene.published is None:
        return None
    year = scene.published.year + steps
    return (year, at + 2) if 1 <= year <= 9999 else None


def _short_year(scene: Scene, at: int) -> tuple[int, int] | None:
    """ "4 Feb 90 (ACAN-EFE) --": two figures in the head of an agency's story."""
    word = scene.word(at)
    if (
        len(word) != 2
        or not (word.isascii() and word.isdigit())
        or scene.before(at + 1) not in ("(", "--", "—", "–", "-")
    ):
        return None
    return int(word) + (2000 if int(word) < 50 else 1900), at + 1


def _month_alone(scene: Scene, at: int, end: int, first: int, month: int, year: int | None) -> Timex | None:
    begin, steps = which(scene, first)
    if year is not None:
        return Timex(begin, end, DateType.DATE, f"{year:04d}-{month:02d}", full=True)
    if (shared := _shared(scene, end)) is not None:
        return Timex(begin, end, DateType.DATE, f"{shared.year - (month > shared.month):04d}-{month:02d}", full=True)
    if scene.words[at] in words("month-name") and begin == first and not _month_context(scene, at, end):
        return None
    anchor = scene.published or scene.told_before(at, "MD")
    if anchor is None:
        return Timex(begin, end, DateType.DATE, None)
    if scene.published is None and steps is None:
        behind = anchor.year + (month < anchor.month - 6) - (month > anchor.month + 6)
    else:
        behind = _year_of_month(scene, at, anchor, month, steps)
    return Timex(begin, end, DateType.DATE, f"{behind:04d}-{month:02d}" if 1 <= behind <= 9999 else None)


def _shared(scene: Scene, at: int) -> date | None:
    """The day or month that ends a range and tells the year of its beginning: "between May and July 2019"."""
    if scene.word(at) not in ("and", "to", "-", "–", "—", "through", "until") or not scene.word(at + 1)[:1].isalnum():
        return None
    if scene.word(at + 1) not in numbers("month", "month-name") and not day_number(scene.word(at + 1)):
        return None
    other = scene.part(at + 1)
    span = interval(other.value) if other is not None and other.full else None
    return span[0] if span is not None and other is not None and len(other.value or "") in (7, 10) else None


def _month_context(scene: Scene, at: int, end: int) -> bool:
    """A month that is a given name or a plain word too wants a preposition before, and no surname behind."""
    if scene.before(at - 1) not in words("before-year"):
        return False
    return not (end < scene.end and scene.capital(end) and scene.words[end].isalpha()) or scene.words[at] in (
        "june",
        "july",
    )


def _year_of_month(scene: Scene, at: int, anchor: date, month: int, steps: int | None) -> int:
    if steps is None:
        coming, distance = ahead(scene, at), (month - anchor.month) % 12
        steps = 1 if distance and ((coming and distance <= 10) or (coming is None and distance <= 2)) else -2
    if steps == 0:
        return anchor.year
    if steps == 1:
        return anchor.year + (month < anchor.month)
    return anchor.year - (month > anchor.month or (steps == -1 and month == anchor.month))


def _with_day(scene: Scene, first: int, end: int, month: int, days: Days, year: int | None) -> Timex | None:
    full = year is not None
    if year is None:
        year = _named(scene, month, days.day, end)
    if year is None and (shared := _shared(scene, end)) is not None:
        year = shared.year - ((month, days.day) > (shared.month, 31))
    if year is None:
        year = year_of_day(scene, month, days.day, first)
    if not full and _is_name(scene, end):
        return None
    if year is None:
        return Timex(first, end, DateType.DATE, None) if day_of(2000, month, days.day) else None
    day = day_of(year, month, days.day)
    if day is None:
        return None
    found = Timex(first, end, DateType.DATE, day.isoformat(), full=full)
    return with_time(scene, found) if not days.until else _both(scene, found, days, year, month)


def _is_name(scene: Scene, at: int) -> bool:
    """ "the 19 April Movement", "the 17 November group" are no dates."""
    return scene.before(at) in words("name-after-day") and (scene.capital(at) or scene.before(at) == "group")


def _both(scene: Scene, found: Timex, days: Days, year: int, month: int) -> Timex:
    """ "Feb. 15-16", "12 and 13 June": two dates that share their month."""
    until = day_of(year, month, days.until)
    if until is None:
        return found
    head, tail = scene.starts[found.first], scene.ends[found.last - 1]
    twin = Timex(found.first, found.last, DateType.DATE, until.isoformat(), cut=(days.again, tail), full=found.full)
    return found._replace(cut=(head, days.stop), twin=twin)


def _named(scene: Scene, month: int, day: int, end: int) -> int | None:
    """The attacks of September 11 are those of 2001."""
    if (month, day) == (9, 11) and scene.before(end).startswith(("attack", "terror", "hijack")):
        return 2001
    return None


def year_of_day(scene: Scene, month: int, day: int, at: int) -> int | None:
    """The year of a day that tells none: the nearest such day to the publication, or to the last day told.

    Counts in the AQUAINT half of TempEval-3: the nearest day is right in 31 of 33; the other two lie more than five
    months back, so that a day far ahead wants a cue of the future.
    """
    anchor = scene.published or scene.told_before(at, "MD")
    if anchor is None:
        return None
    near = [day_of(anchor.year + step, month, day) for step in (-1, 0, 1)]
    known = [one for one in near if one is not None]
    if not known:
        return anchor.year if day_of(2000, month, day) and day_of(anchor.year, month, day) else None
    near_by = min(known, key=lambda one: (abs((one - anchor).days), one))
    gap = (near_by - anchor).days
    bound = not _BOUNDS.isdisjoint((scene.word(at - 1), scene.word(at - 2)))
    told = gap > _NEAR_AHEAD and not bound and ahead(scene, at) is False
    if told or (gap > _FAR_AHEAD and not ahead(scene, at)):
        near_by = max((one for one in known if one <= anchor), default=near_by)
    return near_by.year
