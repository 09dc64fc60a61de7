"""Figures in two units ("6 ft 4 in", "8 lb 4 oz"), marks of feet and inches, degrees below zero."""

from __future__ import annotations

from decimal import Decimal

from conflictnews.extractors.facts.context import context
from conflictnews.extractors.facts.quantity import Quantity
from conflictnews.extractors.facts.rule import rule
from conflictnews.text.numerals import quotient, whole
from conflictnews.text.window import Window

_PARTS = {("foot", "inch"): Decimal(12), ("pound", "ounce"): Decimal(16), ("stone", "pound"): Decimal(14)}
_TWELVE = _PARTS["foot", "inch"]
_FOOT, _INCH = frozenset("'’′"), frozenset('"”″')
_BELOW = frozenset({"-", "–", "−"})


@rule("""He is 6'4" tall.""", "digits")
def feet_or_inch_mark(window: Window, q: Quantity) -> Quantity | None:
    """A stroke behind digits, where a second figure or a word of extent says that it is no quotation mark."""
    at, mark = q.last, window.surface(q.last)
    if q.scale > 1 or (mark not in _FOOT and mark not in _INCH) or window.gap(at) > 1:
        return None
    q = q.measured("measure", "foot" if mark in _FOOT else "inch", at + 1)
    inches = (
        whole(window.word(at + 1), 2) if mark in _FOOT and window.touching(at) and window.touching(at + 1) else None
    )
    if inches is not None and inches < _TWELVE:
        last = at + 2 + (window.surface(at + 2) in _INCH)
        return q.to(quotient(12 * q.value + inches, _TWELVE), last)
    measured = window.word(q.first - 1) == "of" and window.word(q.first - 2) in context("extent-of")
    return q if measured or window.word(at + 1) in context("extent") else None


@rule("It was - 20 degrees Celsius.", "digits", "words")
def below_zero(window: Window, q: Quantity) -> Quantity | None:
    """A minus set apart before a temperature."""
    at = q.first - 1
    if q.unit not in ("celsius", "fahrenheit") or q.signed or window.word(at) not in _BELOW or window.gap(at) == 0:
        return None
    if window.word(at - 1)[:1].isdigit():
        return None
    return q.times(Decimal(-1))._replace(first=at, signed=True)


@rule("He is 5 feet 2 inches tall.", "", "and")
def two_units(window: Window, left: Quantity, right: Quantity) -> Quantity | None:
    """A smaller unit right behind a larger one: "5 feet 2 inches" is 5.17 foot."""
    unit, last = right.unit, right.last
    if unit is None and left.unit == "foot" and left.last == right.first and window.word(last) == "in":
        unit, last = "inch", last + 1
        if window.word(last) not in context("behind-inches") and window.word(last).isalnum():
            return None
    size = _PARTS.get((left.unit or "", unit or ""))
    if size is None or left.upper is not None or right.bound != "exact" or right.value >= size:
        return None
    return left.to(quotient(left.value * size + right.value, size), last)._replace(tail=right.tail)
