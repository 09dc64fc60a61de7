"""An amount and a unit: durations, "two days ago", "a week later", "the past four months"."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from conflictnews.extractors.dates.amounts import Amount, amount_before, duration_value
from conflictnews.extractors.dates.arithmetic import shift_days, step
from conflictnews.extractors.dates.scene import Scene, Timex
from conflictnews.extractors.dates.tense import ahead
from conflictnews.extractors.dates.values import interval
from conflictnews.extractors.dates.words import numbers, words
from conflictnews.text.spelled_numbers import cardinal
from conflictnews.types import DateType

__all__ = ["read_amount", "read_bare_units"]

_IN_YEARS = {"10Y": 10, "100Y": 100}
_DAYS = {"1D": 1, "1W": 7, "2W": 14}


def read_amount(scene: Scene, at: int, unit: str) -> Timex | None:
    """The expression around an amount and a unit at token ``at``."""
    amount, word = amount_before(scene, at), scene.words[at]
    if amount is not None and amount.number is not None and scene.follows(at + 1, "and", "a", "half"):
        amount, at = amount._replace(number=amount.number + Decimal("0.5")), at + 3
    if amount is None or (unit == "3M" and scene.word(amount.first - 1) not in words("stretch")):
        return None
    follower, article = scene.before(at + 1), scene.word(amount.first) in ("a", "an")
    if (
        follower in words("age")
        or scene.before(amount.first - 1) == "aged"
        or (follower in ("-", "/") and scene.touching(at + 1))
    ):
        return None
    if unit == "2D" and article:
        return None
    point = _point(scene, at, unit, amount)
    if point is not None:
        return point
    if article and amount.number == 1:
        return _indefinite(scene, at, unit, amount.first)
    if (
        scene.words[amount.first] == "one"
        and unit == "1D"
        and scene.before(amount.first - 1) not in words("before-a-unit")
    ):
        return None
    first = _stretch(scene, amount.first)
    if first == amount.first and scene.word(first - 1) == "every":
        return Timex(first - 1, at + 1, DateType.SET, duration_value(unit, amount.number))
    if scene.words[amount.first] in ("some", "recent") and amount.number is None and word not in words("units"):
        return None
    if first == amount.first and _comes(scene, unit, amount):
        return _relative(scene, at + 1, unit, amount, scene.published, 1)
    return Timex(_compared(scene, first), at + 1, DateType.DURATION, duration_value(unit, amount.number))


def _stretch(scene: Scene, first: int) -> int:
    """With "the past", "the next" before the amount."""
    if scene.word(first - 1) not in words("stretch"):
        return first
    first -= 1
    return (
        first - 1
        if scene.word(first - 1) in ("the", "these", "its", "this") and scene.word(first - 1) != "its"
        else first
    )


def _compared(scene: Scene, first: int) -> int:
    """With "just over", "more than" (TIMEX3 mod)."""
    if scene.word(first - 1) in ("over", "under") and scene.word(first - 2) == "just":
        return first - 2
    if scene.word(first - 1) == "than" and scene.word(first - 2) in ("more", "less"):
        return first - 2
    return first


def _comes(scene: Scene, unit: str, amount: Amount) -> bool:
    """ "will leave in two weeks": a day that comes, not a duration."""
    if scene.before(amount.first - 1) != "in" or amount.number is None or unit.startswith("T"):
        return False
    cue = next(
        (scene.before(p) for p in range(amount.first - 2, amount.first - 9, -1) if scene.before(p) in ("will", "'ll")),
        "",
    )
    return cue != "" and bool(ahead(scene, amount.first - 1))


def _indefinite(scene: Scene, at: int, unit: str, first: int) -> Timex | None:
    """ "a year": a duration behind a preposition, a rate behind what is counted ("$300 a month"), else nothing."""
    before, word = scene.before(first - 1), scene.words[at]
    if word in ("second", "quarter", "weekend"):
        return None
    if before in words("before-a-unit"):
        return Timex(_compared(scene, first), at + 1, DateType.DURATION, duration_value(unit, Decimal(1)))
    if unit.startswith("T1M") or first != at - 1:
        return None
    counted = before in words("rate") or before == "%" or before in ("percent", "hours", "days", "dollars")
    plural = before.endswith("s") and len(before) > 3
    if not counted and plural and before.isalpha() and _number_near(scene, first - 2):
        counted = True
    if counted or before[:1].isdigit() or before in ("million", "billion", "thousand"):
        return Timex(first, at + 1, DateType.SET, duration_value(unit, Decimal(1)))
    return None


def _number_near(scene: Scene, at: int) -> bool:
    return any(scene.before(p)[:1].isdigit() or cardinal(scene.before(p)) for p in range(at, at - 3, -1))


def _point(scene: Scene, at: int, unit: str, amount: Amount) -> Timex | None:
    """ "two days ago", "a week later", "four months from tomorrow", "two weeks before Christmas"."""
    after, last = scene.word(at + 1), at + 2
    steps = numbers("from-now").get(after, 0)
    first = _compared(scene, amount.first)
    if steps:
        shown = scene.shown if unit in _DAYS else None
        return _relative(scene, last, unit, amount._replace(first=first), shown or scene.published, steps)
    if after == "from" and (part := scene.part(at + 2)) is not None and part.type is not DateType.DURATION:
        return _relative(scene, part.last, unit, amount._replace(first=first), _day(scene, part), 1)
    steps = numbers("from-then").get(after, 0)
    if not steps:
        return None
    if after in ("after", "before"):
        part = scene.part(at + 2)
        anchor = _day(scene, part) if part is not None and part.type is not DateType.DURATION else None
        if part is not None and anchor is not None:
            return _relative(scene, part.last, unit, amount._replace(first=first), anchor, steps)
        if scene.before(at + 2).isalnum():
            return None
    if unit.startswith("T"):
        return None
    if amount.number is None:
        return Timex(first, last, DateType.DATE, None)
    told = scene.told_before(at, "D" if unit in _DAYS else "MD" if unit == "1M" else "YMD")
    return _relative(scene, last, unit, amount._replace(first=first), told, steps)


def _day(scene: Scene, part: Timex) -> date | None:
    if part.value == "PRESENT_REF":
        return scene.published
    span = interval(part.value)
    return span[0] if span is not None and span[0] == span[1] else None


def _relative(scene: Scene, last: int, unit: str, amount: Amount, anchor: date | None, steps: int) -> Timex:
    """So many units from an anchor, as exact as the unit: "two weeks ago" is a week, "two days ago" a day."""
    number = amount.number
    if number is None or unit.startswith("T"):
        vague = "PAST_REF" if steps < 0 else "FUTURE_REF"
        kind = DateType.TIME if unit.startswith("T") and number is not None else DateType.DATE
        return Timex(amount.first, last, kind, vague)
    if unit in _IN_YEARS:
        unit, number = "1Y", number * _IN_YEARS[unit]
    if anchor is None or number != int(number):
        return Timex(amount.first, last, DateType.DATE, _half(unit, number, anchor, steps))
    value = step(unit, anchor, steps * int(number))
    if unit in ("1W", "2W") and scene.shown is not None and anchor == scene.shown:
        day = shift_days(anchor, steps * int(number) * _DAYS[unit])
        value = day.isoformat() if day else None
    return Timex(amount.first, last, DateType.DATE, value)


def _half(unit: str, number: Decimal, anchor: date | None, steps: int) -> str | None:
    if anchor is None or unit != "1Y" or number - int(number) != Decimal("0.5"):
        return None
    return step("1M", anchor, steps * int(number * 12))


def read_bare_units(scene: Scene, at: int, unit: str) -> Timex | None:
    """A plural without a number: "for weeks", "days after", "the coming years", "the weeks since"."""
    before, after = scene.before(at - 1), scene.before(at + 1)
    if unit in ("3M", "2D") or before in ("-", "'") or after in words("age"):
        return None
    vague = duration_value(unit, None)
    if after in numbers("from-now"):
        return Timex(at, at + 2, DateType.DATE, "PAST_REF" if after == "ago" else "FUTURE_REF")
    if before == "these" and unit == "1D":
        return Timex(at - 1, at + 1, DateType.DATE, "PRESENT_REF")
    stretch = _stretch(scene, at)
    if stretch < at:
        return Timex(stretch, at + 1, DateType.DURATION, vague)
    if unit in ("T1M", "T1S") and before not in ("for", "within", "in"):
        return None
    if after in numbers("from-then") or (after == "since" and before == "the"):
        first = at - 1 if before == "the" else at
        return Timex(first, at + 1, DateType.DURATION, vague)
    if before in words("before-bare-unit") and scene.before(at - 2) not in ("more", "less", "rather"):
        return Timex(at, at + 1, DateType.DURATION, vague)
    if before == "the" and scene.before(at - 2) in ("over", "through"):
        return Timex(at - 1, at + 1, DateType.DURATION, vague)
    return Timex(at, at + 1, DateType.DURATION, vague) if after == "of" and not before.isalpha() else None
