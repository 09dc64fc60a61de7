"""Quantity: a number with its unit and bound, the second stage; Counted: with what it counts, the third."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from conflictnews.extractors.facts.numeral import Numeral
from conflictnews.text.numerals import EXACT, plain

__all__ = ["Counted", "Figures", "Quantity"]

_RANK = {"exact": 0, "approx": 1, "max": 2, "min": 2}


class Figures(NamedTuple):
    """Value, low and high, as a fact has them."""

    value: Decimal | None
    low: Decimal | None
    high: Decimal | None


class Quantity(NamedTuple):
    """A number and what is read around it: tokens ``first`` up to ``last``, those of the number alone in ``number``.

    ``value`` is its figure: the first one of a range, whose other is ``upper``; the least of a vague number. ``form``,
    ``glue``, ``tail``, ``bare``, ``scale`` and ``signed`` are those of the numeral; whoever reads ``glue`` or ``tail``
    empties it.
    """

    first: int
    last: int
    number: tuple[int, int]
    form: str
    value: Decimal
    upper: Decimal | None = None
    bound: str = "exact"
    kind: str = "count"
    unit: str | None = None
    glue: str = ""
    tail: str = ""
    bare: bool = False
    scale: Decimal = Decimal(1)
    signed: bool = False

    @classmethod
    def of(cls, n: Numeral) -> Quantity:
        """A numeral before anything is known of it."""
        bound = n.bound if n.upper is None else "range"
        return cls(
            n.first, n.last, (n.first, n.last), n.form, n.value, n.upper, bound, "count", None, n.glue, n.tail, n.bare,
            n.scale, n.signed,
        )  # fmt: skip

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

    def plus(self, more: Decimal) -> Quantity:
        """With something added to every figure, to 15 figures."""
        upper = None if self.upper is None else Decimal(f"{EXACT.add(self.upper, more):.15g}")
        return self._replace(value=Decimal(f"{EXACT.add(self.value, more):.15g}"), upper=upper)

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
    def figures(self) -> Figures:
        """What the bound makes of the figure."""
        value = plain(self.value)
        if self.upper is not None:
            return Figures(None, *sorted((value, plain(self.upper))))
        if self.form == "vague":
            return Figures(None, value if self.bound == "vague" else None, None)
        return Figures(
            value, value if self.bound in ("exact", "min") else None, value if self.bound in ("exact", "max") else None
        )


class Counted(NamedTuple):
    """A quantity with the noun that it counts, what happened to that, and what is said: token ranges of the text.

    ``last`` is the token behind number, unit and noun. ``head`` is the token of the noun's head, -1 without one; with a
    head and no noun, the noun is the first part of the quantity's ``tail`` ("four-cylinder").
    """

    quantity: Quantity
    last: int
    noun: tuple[int, int] | None = None
    head: int = -1
    modifier: tuple[int, int] | None = None
    role: str = "other"
    about: tuple[int, int] | None = None

    @property
    def first(self) -> int:
        """Its first token, with the bound before it."""
        return self.quantity.first

    @property
    def number(self) -> tuple[int, int]:
        """The tokens of the number alone."""
        return self.quantity.number

    @property
    def kind(self) -> str:
        """The kind of its quantity."""
        return self.quantity.kind

    @property
    def form(self) -> str:
        """The form of its numeral."""
        return self.quantity.form

    @property
    def tail(self) -> str:
        """What a hyphen ties to its numeral."""
        return self.quantity.tail
