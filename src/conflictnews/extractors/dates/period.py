"""A unit without an amount: "last week", "this year", "the third quarter", "the week since", "the 15th century"."""

from __future__ import annotations

from datetime import date

from conflictnews.extractors.dates.arithmetic import day_of, step
from conflictnews.extractors.dates.cardinals import year_number
from conflictnews.extractors.dates.duration import read_amount, read_bare_units
from conflictnews.extractors.dates.lead import partitive, which
from conflictnews.extractors.dates.scene import Scene, Timex
from conflictnews.extractors.dates.tense import ahead
from conflictnews.extractors.dates.values import interval
from conflictnews.extractors.dates.words import numbers, words
from conflictnews.text.spelled_numbers import cardinal, ordinal
from conflictnews.types import DateType

__all__ = ["quarter", "read_half", "read_quarter_code", "read_unit", "read_units"]


def read_units(scene: Scene, at: int) -> Timex | None:
    """A unit in the plural."""
    unit = words("units")[scene.words[at]]
    return read_amount(scene, at, unit) or read_bare_units(scene, at, unit)


def read_unit(scene: Scene, at: int) -> Timex | None:
    """A unit in the singular."""
    word = scene.words[at]
    unit, before = words("unit")[word], scene.word(at - 1)
    if word == "min" or (scene.before(at + 1) == "-" and scene.touching(at + 1)):
        return None
    if before in ("fiscal", "financial", "calendar", "school", "academic") and scene.word(at - 2) in words("which"):
        first, steps = which(scene, at - 1)
        return _stepped(scene, first, at, unit, steps or 0)
    if before in words("which") or before in words("narrative"):
        return _which(scene, at, unit)
    if before == "the":
        return _numbered_week(scene, at, at - 1) or _definite(scene, at, unit)
    if before == "per":
        return Timex(at - 1, at + 1, DateType.SET, f"P{unit}" if unit[0] != "T" else f"PT{unit[1:]}")
    if (nth := _ordinal(before)) is not None and (found := _nth(scene, at, unit, nth)) is not None:
        return found
    if found := read_amount(scene, at, unit):
        return found
    if nth is not None and nth > 0 and (found := _counted_from(scene, at, unit)) is not None:
        return found
    if word == "weekend" and unit == "2D":
        return _weekend(scene, at) if before in ("holiday", "") or at == scene.start else None
    if before == "of" and scene.word(at - 2) in ("end", "beginning", "start") and unit in ("1M", "1Y", "1W"):
        return _present(scene, partitive(scene, at), at, unit)
    return _numbered_week(scene, at, at) if word == "week" else None


def _ordinal(word: str) -> int | None:
    return -1 if word == "last" else ordinal(word)


def _counted_from(scene: Scene, at: int, unit: str) -> Timex | None:
    """ "On the seventh day", "in the first year of the war": counted from what the text tells, so without a value."""
    led = scene.word(at - 2) == "the" and scene.before(at - 3) in words("before-nth")
    if scene.word(at + 1) == "of" and scene.part(at + 2) is not None:
        return None  # "the first week of March"
    return Timex(at - 2, at + 1, DateType.DATE, None) if led and unit in ("1D", "1W", "1M", "1Y") else None


def _which(scene: Scene, at: int, unit: str) -> Timex | None:
    """ "last week", "the past year", "the following day", "that same day"."""
    word = scene.word(at - 1)
    if unit.startswith("T"):
        return (
            _stretched(at, unit, at - 2)
            if scene.word(at - 2) == "the" and word in ("past", "last", "next") and unit == "T1H"
            else None
        )
    if word == "last" and (found := _nth(scene, at, unit, -1)) is not None:
        return found
    determined = scene.word(at - 2) in ("the", "this")
    if word in ("same", "that") or (
        word in ("following", "subsequent", "preceding", "previous", "next", "prior") and (determined or unit == "1D")
    ):
        return _narrative(scene, at, unit, word)
    if unit == "1D":
        return _stretched(at, unit, at - 2) if scene.word(at - 2) == "the" and word in ("past", "last") else None
    if scene.word(at - 2) == "the" and unit not in ("3M", "2D"):
        within = scene.before(at - 3) in words("during")
        if word == "past" or (word in ("last", "coming", "next") and within):
            return _stretched(at, unit, at - 2)
    first, steps = which(scene, at)
    found = _stepped(scene, first, at, unit, steps or 0)
    return _its_quarter(scene, found) if unit == "1Y" else found


def _its_quarter(scene: Scene, year: Timex) -> Timex:
    """ "last year's fourth quarter"."""
    number = ordinal(scene.word(year.last + 1)) or 0
    if not 1 <= number <= 4 or scene.word(year.last) != "'s" or scene.word(year.last + 2) != "quarter":
        return year
    return year._replace(last=year.last + 3, value=f"{year.value}-Q{number}" if year.value else None)


def _stretched(at: int, unit: str, first: int) -> Timex:
    return Timex(first, at + 1, DateType.DURATION, f"PT{unit[1:]}" if unit.startswith("T") else f"P{unit}")


def _stepped(scene: Scene, first: int, at: int, unit: str, steps: int) -> Timex:
    if scene.published is None:
        return Timex(first, at + 1, DateType.DATE, None)
    return Timex(first, at + 1, DateType.DATE, step(unit, scene.published, steps))


def _present(scene: Scene, first: int, at: int, unit: str) -> Timex:
    return _stepped(scene, first, at, unit, 0)


def _narrative(scene: Scene, at: int, unit: str, word: str) -> Timex | None:
    """The period before, after or of the last date told; without one, of the publication where a period is long."""
    steps, first = numbers("narrative")[word], at - 1
    if scene.word(first - 1) in ("the", "that", "this"):
        first -= 1
    elif word == "same":
        return None
    if word == "that" and scene.before(first - 1) in ("said", "says", "so", "know", "think", "believe", "but"):
        return None
    told = scene.told_before(at, "D" if unit in ("1D", "1W", "2D") else "MD" if unit == "1M" else "YMD")
    if scene.word(first - 1) in ("earlier", "later", "late", "early"):
        first -= 1
    if told is None and unit != "1D" and word not in ("same", "that"):
        return _stepped(scene, first, at, unit, steps)
    return Timex(first, at + 1, DateType.DATE, step(unit, told, steps) if told else None)


def _definite(scene: Scene, at: int, unit: str) -> Timex | None:
    """ "the end of the year", "earlier in the week", "the week since", "the weekend", "the week after next"."""
    first, after = at - 1, scene.word(at + 1)
    if scene.words[at] == "weekend":
        return _weekend(scene, first) if first >= 0 else None
    if unit.startswith("T") or unit == "100Y":
        return None
    if after in ("after", "before") and scene.word(at + 2) in ("next", "last"):
        return _stepped(scene, first, at + 2, unit, 2 if after == "after" else -2)
    if after in ("since", "that") and scene.before(first - 1) in words("during") and unit != "1D":
        return _stretched(at, unit, first)
    if after == "since" and unit != "1D":
        return _stretched(at, unit, first)
    if after in ("after", "before") and not scene.before(at + 2).isalnum():
        anchor = scene.told_before(at, "D" if unit in ("1D", "1W") else "YMD")
        return Timex(
            first, at + 2, DateType.DATE, step(unit, anchor, 1 if after == "after" else -1) if anchor else None
        )
    begin = partitive(scene, first)
    if scene.before(first - 1) in ("of", "in") and begin == first:
        begin = _part_of(scene, first)
    if begin < first:
        if unit == "1D":
            return None
        return _present(scene, begin, at, unit)
    return None


def _part_of(scene: Scene, first: int) -> int:
    """ "the end of" and "earlier in" before "the week"."""
    if scene.word(first - 1) == "in":
        return first - 2 if scene.word(first - 2) in ("earlier", "later", "late", "early") else first
    if scene.word(first - 2) in ("end", "beginning", "start", "middle", "rest", "remainder"):
        return first - 3 if scene.word(first - 3) == "the" else first - 2
    if (day := _ordinal(scene.word(first - 2))) and day > 0:
        return first
    return first


def _weekend(scene: Scene, first: int) -> Timex:
    at = first if scene.words[first] == "weekend" else first + 1
    anchor = scene.published
    if anchor is None:
        return Timex(first, at + 1, DateType.DATE, None)
    cue = ahead(scene, first)
    past = not cue if anchor.isoweekday() < 5 else anchor.isoweekday() == 5 and cue is False
    return Timex(first, at + 1, DateType.DATE, step("2D", anchor, -1 if past else 0))


def _nth(scene: Scene, at: int, unit: str, nth: int) -> Timex | None:
    """ "the third quarter", "the last week of 2016", "the 15th century", "the 15th day of next month"."""
    first = at - 2 if scene.word(at - 2) == "the" else at - 1
    if unit == "100Y" and scene.capital(at) and scene.capital(at + 1):
        return None  # 20th Century Fox
    if unit == "100Y" and nth > 1:
        return (
            Timex(partitive(scene, first), at + 1, DateType.DATE, f"{nth - 1:02d}XX", full=True) if nth < 40 else None
        )
    if unit == "3M" and 1 <= nth <= 4:
        return quarter(scene, first, at, "Q", nth, 3)
    if unit not in ("1W", "1D") or scene.word(at + 1) != "of" or nth > 53:
        return None
    part = scene.part(at + 2)
    if part is None and scene.word(at + 2) == "the" and scene.word(at + 3) == "month" and scene.published:
        part = Timex(at + 2, at + 4, DateType.DATE, step("1M", scene.published, 0))
    if part is None or part.value is None:
        return None
    if unit == "1D":
        day = _nth_day(part.value, nth)
        return Timex(first, part.last, DateType.DATE, day.isoformat()) if day else None
    year = year_number(part.value)
    if year is None:
        return Timex(first, part.last, DateType.DATE, part.value) if len(part.value) == 7 else None
    weeks = date(year, 12, 28).isocalendar().week
    return Timex(first, part.last, DateType.DATE, f"{year:04d}-W{weeks if nth < 0 else min(nth, weeks):02d}")


def _nth_day(value: str, nth: int) -> date | None:
    """The first, last or another day of a month, the first or last of a year."""
    span = interval(value)
    if span is None or len(value) not in (4, 7):
        return None
    if nth in (1, -1):
        return span[0] if nth == 1 else span[1]
    return day_of(span[0].year, span[0].month, nth) if len(value) == 7 else None


def quarter(scene: Scene, first: int, at: int, letter: str, number: int, months: int) -> Timex:
    """A quarter or a half, of the year that is told, else the latest that has begun."""
    after = at + 2 if scene.word(at + 1) in ("of", "in") else at + 1
    year = year_number(scene.word(after))
    if year is not None:
        return Timex(first, after + 1, DateType.DATE, f"{year:04d}-{letter}{number}", full=True)
    part = scene.part(after) if after > at + 1 else None
    if part is not None and part.value is not None and year_number(part.value):
        return Timex(first, part.last, DateType.DATE, f"{part.value}-{letter}{number}")
    anchor = scene.published
    if anchor is None:
        return Timex(first, at + 1, DateType.DATE, None)
    begun = (number - 1) * months + 1 <= anchor.month
    behind = anchor.year if begun or ahead(scene, first) else anchor.year - 1
    return Timex(first, at + 1, DateType.DATE, f"{behind:04d}-{letter}{number}" if behind else None)


def read_half(scene: Scene, at: int) -> Timex | None:
    """ "the first half of 2020", "the second half"."""
    number = {"first": 1, "second": 2}.get(scene.word(at - 1))
    if number is None or (scene.word(at + 1) == "of" and not _year_follows(scene, at + 2)):
        return None
    if scene.word(at + 1) != "of" and scene.word(at - 2) != "the":
        return None
    if scene.word(at + 1) != "of":
        return None
    first = at - 2 if scene.word(at - 2) == "the" else at - 1
    return quarter(scene, first, at, "H", number, 6)


def _year_follows(scene: Scene, at: int) -> bool:
    return year_number(scene.word(at)) is not None or scene.word(at + 1) == "year"


def read_quarter_code(scene: Scene, at: int) -> Timex | None:
    """ "Q3 2019", "2019 Q3"."""
    code = words("quarter-code")[scene.words[at]]
    if (year := year_number(scene.word(at + 1))) is not None:
        return Timex(at, at + 2, DateType.DATE, f"{year:04d}-{code}", full=True)
    if (year := year_number(scene.word(at - 1))) is not None:
        return Timex(at - 1, at + 1, DateType.DATE, f"{year:04d}-{code}", full=True)
    return None


def _numbered_week(scene: Scene, at: int, first: int) -> Timex | None:
    """ "the week 31", "week 3 of 2027"."""
    number = cardinal(scene.word(at + 1)) if scene.words[at] == "week" and scene.word(at + 1).isdigit() else None
    if number is None or not 1 <= number <= 53 or scene.published is None:
        return None
    part = scene.part(at + 3) if scene.word(at + 2) == "of" else None
    year = year_number(part.value or "") if part is not None else None
    last = part.last if part is not None and year else at + 2
    return Timex(first, last, DateType.DATE, f"{year or scene.published.year:04d}-W{number:02d}")
