"""Quantity: a number with all that is known of it; each stage of the grammar fills in more."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from conflictnews.text.numerals import EXACT, plain

__all__ = ["Quantity"]

_ONE = Decimal(1)
_RANK = {"exact": 0, "approx": 1, "max": 2, "min": 2}


class Quantity(NamedTuple):
    """A number and what belongs to it: tokens ``first`` up to ``last`` (half-open), those of the number in ``number``.

    ``form`` tells how it is written: ``digits``, ``words``, ``fraction``, ``ratio``, ``ordinal``, ``vague``, ``times``;
    ``ambiguous`` where its separators contradict each other; ``article`` and ``zero`` for a casualty without a number.
    ``value`` is its figure: the first one of a range, whose other is ``upper``; the least of a vague number. ``glue``
    are the letters right behind the digits ("bn", "mm"), ``tail`` is what a hyphen ties to it ("year-old"); whoever
    reads them empties them. ``bare`` marks digits without separators, which may be a year or a label. ``scale`` is the
    scale it ends in, 1 without one.

    ``noun`` is the token of the counted noun, -1 without one, and ``modifier`` where the phrase begins before it;
    ``tied`` is a noun in the number's own tail ("four-cylinder"). ``about`` is what it is said of, a range of tokens.
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
    number: tuple[int, int] = (0, 0)
    kind: str = "count"
    unit: str | None = None
    noun: int = -1
    modifier: int = -1
    tied: str = ""
    role: str = "other"
    about: tuple[int, int] | None = None

    @property
    def written(self) -> str:
        """What its unit is read by: ``glued`` or ``tied`` letters, else the form of the numeral."""
        if self.form == "ordinal":
            return self.form
        return "glued" if self.glue else "tied" if self.tail else self.form

    def times(self, factor: Decimal) -> Quantity:
        """With every figure multiplied."""
        upper = None if self.upper is None else EXACT.multiply(self.upper, factor)
        return self._replace(value=EXACT.multiply(self.value, factor), upper=upper, bare=False)

    def scaled(self, factor: Decimal, last: int) -> Quantity:
        """Times a scale that ends before token ``last``."""
        return self.times(factor)._replace(scale=factor, last=last)

    def to(self, value: Decimal, last: int) -> Quantity:
        """With another value, and another end."""
        return self._replace(value=value, last=last, bare=False)

    def plus(self, more: Decimal, last: int) -> Quantity:
        """With something added to it that ends before token ``last``."""
        return self.to(EXACT.add(self.value, more), last)

    def measured(self, kind: str, unit: str, last: int | None = None) -> Quantity:
        """With a kind and a unit that ends before token ``last``."""
        return self._replace(kind=kind, unit=unit, last=self.last if last is None else last, bare=False)

    def bounded(self, bound: str) -> Quantity:
        """With a bound, where it outweighs the one it has.

        A minimum or maximum outweighs "about"; a range stays, and so does what is vague ("at least dozens"), but for a
        maximum ("up to a handful").
        """
        if self.bound == "vague":
            return self._replace(bound="max") if bound == "max" else self
        if self.bound == "range" or self.form == "ordinal" or bound == "exact" or _RANK[bound] < _RANK[self.bound]:
            return self
        return self._replace(bound=bound)

    @property
    def figures(self) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
        """Value, low and high, as a fact has them: what the bound makes of the figure."""
        value = plain(self.value)
        if self.upper is not None:
            return None, min(value, plain(self.upper)), max(value, plain(self.upper))
        if self.form == "vague":
            return None, value if self.bound == "vague" else None, None
        low, high = (value if self.bound in ("exact", side) else None for side in ("min", "max"))
        return value, low, high
