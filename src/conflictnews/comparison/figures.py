"""Figures: which numbers a fact allows, and whether one number satisfies several facts."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Protocol

from conflictnews.types import Bound, NumericFact, Verdict

__all__ = ["Allowed", "Bounded", "disjoint", "possible", "verdict"]

_ABOUT = Decimal("0.1")
"""What "about" leaves open on either side."""
Allowed = tuple[Decimal, Decimal | None]


class Bounded(Protocol):
    """What tells a number: a fact, a toll."""

    @property
    def value(self) -> Decimal | None: ...  # noqa: D102
    @property
    def low(self) -> Decimal | None: ...  # noqa: D102
    @property
    def high(self) -> Decimal | None: ...  # noqa: D102
    @property
    def bound(self) -> Bound: ...  # noqa: D102


def verdict(facts: Sequence[NumericFact]) -> Verdict:
    """Whether one number satisfies all the facts; not comparable where one tells no number, or in another unit."""
    if len({(fact.kind, fact.unit) for fact in facts}) > 1:
        return Verdict.NOT_COMPARABLE
    ranges = [interval for fact in facts if (interval := possible(fact)) is not None]
    if len(ranges) < len(facts):
        return Verdict.NOT_COMPARABLE
    ends = [high for _, high in ranges if high is not None]
    if not ends or max(low for low, _ in ranges) <= min(ends):
        return Verdict.COMPATIBLE
    return Verdict.CONTRADICTION


def possible(fact: Bounded) -> Allowed | None:
    """The numbers that a fact allows, from and to; no end where it sets none, None where it tells no number.

    "At least 22" allows 22 and more, "up to 40" none to 40, "about 20" a tenth more or less, "dozens" 24 and more.
    """
    value, low, high = fact.value, fact.low, fact.high
    if fact.bound is Bound.EXACT and value is not None:
        return value, value
    if fact.bound is Bound.APPROX and value is not None:
        around = abs(value) * _ABOUT
        return value - around, value + around
    if fact.bound is Bound.MAX:
        most = high if high is not None else value
        return None if most is None else (min(Decimal(0), most), most)
    least = low if low is not None else value
    return None if least is None and high is None else (least if least is not None else Decimal(0), high)


def disjoint(one: Bounded, other: Bounded) -> bool:
    """Whether no number satisfies both."""
    first, second = possible(one), possible(other)
    if first is None or second is None:
        return False
    ends = [high for _, high in (first, second) if high is not None]
    return bool(ends) and max(first[0], second[0]) > min(ends)
