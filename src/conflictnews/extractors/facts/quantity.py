"""Quantity: a number while it is being read; the passes of this folder complete it step by step."""

from __future__ import annotations

from decimal import Context, Decimal

__all__ = ["EXACT", "Quantity", "plain"]

EXACT = Context(prec=80)
"""Sums and products of numerals: more digits than any that is read has."""


def plain(value: Decimal) -> Decimal:
    """The same number without an exponent or idle zeros behind the point: 2E+9 is 2000000000, 1.50 is 1.5."""
    if value.adjusted() > 60:
        return value.normalize(context=EXACT)
    if value == value.to_integral_value(context=EXACT):
        return value.quantize(Decimal(1), context=EXACT)
    return value.normalize(context=EXACT)


class Quantity:
    """A number found at tokens ``first`` up to ``last`` (half-open), and what has been learnt of it.

    ``value``, ``low`` and ``high`` mean what they mean in a fact. ``form`` tells how it is written: ``digits``,
    ``words``, ``fraction``, ``ordinal``, ``vague``, ``times`` or ``zero``. ``glue`` are the letters right behind the
    digits ("bn", "mm"), ``tail`` is what a hyphen ties to them ("year-old"); both are emptied by whoever reads them.
    ``plain`` marks bare digits without separators, which may be a year or a label. ``number`` is the token range of
    the number alone, ``end`` the character where the quantity ends.
    """

    __slots__ = (
        "about", "bound", "end", "first", "form", "glue", "head", "high", "kind", "last", "low", "modifier", "noun",
        "number", "plain", "role", "scaled", "sign", "start", "tail", "unit", "value",
    )  # fmt: skip

    def __init__(self, first: int, last: int, start: int, end: int, value: Decimal | None, form: str) -> None:
        self.first = first
        self.last = last
        self.start = start
        self.end = end
        self.value = value
        self.low: Decimal | None = value
        self.high: Decimal | None = value
        self.form = form
        self.bound = "exact"
        self.kind = "count"
        self.unit: str | None = None
        self.glue = ""
        self.tail = ""
        self.plain = False
        self.scaled = False
        self.sign = ""
        self.number = (first, last)
        self.noun: tuple[int, int] | None = None
        self.head = -1
        self.modifier: tuple[int, int] | None = None
        self.about: tuple[int, int] | None = None
        self.role = "other"

    def times(self, factor: Decimal) -> None:
        """Multiply every figure."""
        self.value, self.low, self.high = (
            None if n is None else EXACT.multiply(n, factor) for n in (self.value, self.low, self.high)
        )

    def set(self, value: Decimal) -> None:
        """Give it one exact value."""
        self.value = self.low = self.high = value
