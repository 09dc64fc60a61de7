"""Numeral: a number as it is written, the first stage."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from conflictnews.text.numerals import EXACT

__all__ = ["Numeral"]

_ONE = Decimal(1)


class Numeral(NamedTuple):
    """A number at tokens ``first`` up to ``last`` (half-open), before its unit is known.

    ``form`` tells how it is written: ``digits``, ``words``, ``fraction``, ``ratio``, ``ordinal``, ``vague``,
    ``times``; ``ambiguous`` where its separators contradict each other. ``upper`` is the other end of a range in one
    token ("10-15"). ``bound`` is what the numeral itself says: "dozens" is ``vague``, "a score" ``approx``. ``glue``
    are the letters right behind the digits ("bn", "mm"), ``tail`` is what a hyphen ties to it ("year-old"). ``bare``
    marks digits without separators, which may be a year or a label. ``scale`` is the scale it ends in, 1 without one.
    """

    first: int
    last: int
    form: str
    value: Decimal
    upper: Decimal | None = None
    bound: str = "exact"
    glue: str = ""
    tail: str = ""
    bare: bool = False
    scale: Decimal = _ONE
    signed: bool = False

    def times(self, factor: Decimal) -> Numeral:
        """With every figure multiplied."""
        upper = None if self.upper is None else EXACT.multiply(self.upper, factor)
        return self._replace(value=EXACT.multiply(self.value, factor), upper=upper, bare=False)

    def plus(self, more: Decimal, last: int) -> Numeral:
        """With something added to it that ends before token ``last``."""
        return self._replace(value=EXACT.add(self.value, more), last=last, bare=False)

    def to(self, value: Decimal, last: int) -> Numeral:
        """With another value, and another end."""
        return self._replace(value=value, last=last, bare=False)
