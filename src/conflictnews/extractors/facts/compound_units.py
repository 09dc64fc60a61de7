"""Figures in two units ("6 ft 4 in", "8 lb 4 oz"), marks of feet and inches, calibres, degrees below zero."""

from __future__ import annotations

from decimal import Decimal

from conflictnews.extractors.facts.quantity import EXACT, Quantity
from conflictnews.text import TextView

__all__ = ["attach_calibre", "attach_mark", "attach_minus", "join_parts"]

_PARTS = {("foot", "inch"): Decimal(12), ("pound", "ounce"): Decimal(16), ("stone", "pound"): Decimal(14)}
_FOOT, _INCH = frozenset("'’′"), frozenset('"”″')
_EXTENT = frozenset("long tall high wide deep thick across square in at above below when".split())
_MEASURED = frozenset("altitude height depth length width distance radius diameter clearance draft beam of".split())
_BY = (["x"], ["×"])
_BELOW = frozenset({"-", "–", "−"})
_FLAT_END = frozenset({".", ",", ";", ")", "and", "or", "tall", "long", "high", "wide", "deep", "more"})


def attach_mark(view: TextView, quantity: Quantity) -> bool:
    """Read a stroke behind digits as feet or inches, where something else says that it is no quotation mark.

    That is a second figure ("6'4"), or a word of extent before or behind ("an altitude of 30'", '10" long').
    """
    words, at = view.words, quantity.last
    if quantity.form != "digits" or quantity.glue or quantity.tail or quantity.scaled or at >= len(words):
        return False
    mark = view.text[view.starts[at]]
    if mark not in _FOOT and mark not in _INCH:
        return False
    behind = words[at + 1] if at + 1 < len(words) else ""
    inches = _inches(view, at + 1) if mark in _FOOT and view.starts[at] == view.ends[at - 1] else None
    told = behind in _EXTENT or (
        quantity.first > 1 and words[quantity.first - 1] == "of" and words[quantity.first - 2] in _MEASURED
    )
    if inches is None and (not told or view.starts[at] > view.ends[at - 1] + 1):
        return False
    quantity.unit, quantity.kind, quantity.plain = "foot" if mark in _FOOT else "inch", "measure", False
    quantity.last, quantity.end = at + 1, view.ends[at]
    if inches is not None:
        _add(quantity, inches, _PARTS["foot", "inch"])
        last = at + 2 + (words[at + 2 : at + 3] in (['"'], ["”"], ["″"]))
        quantity.last, quantity.end = last, view.ends[last - 1]
    return True


def _inches(view: TextView, at: int) -> Decimal | None:
    """The inches in token ``at``, right behind the stroke: digits below twelve."""
    if at >= len(view.words) or view.starts[at] != view.ends[at - 1]:
        return None
    word = view.words[at]
    return Decimal(word) if word.isascii() and word.isdecimal() and len(word) < 3 and int(word) < 12 else None


def attach_calibre(quantity: Quantity) -> bool:
    """ "7.62x39mm": the bore of a cartridge, its length glued behind."""
    glue = quantity.glue
    if glue[:1] not in ("x", "×") or not glue.endswith("mm") or not glue[1:-2].isdecimal():
        return False
    quantity.glue, quantity.unit, quantity.kind, quantity.plain = "", "millimetre", "measure", False
    return True


def attach_minus(view: TextView, quantity: Quantity) -> None:
    """ "- 20 degrees Celsius": a minus set apart before a temperature; and "6-foot-3", inches tied to feet."""
    at = quantity.first - 1
    if (
        quantity.unit == "foot"
        and quantity.tail.isascii()
        and quantity.tail.isdecimal()
        and int(quantity.tail[:4]) < 12
    ):
        _add(quantity, Decimal(quantity.tail), _PARTS["foot", "inch"])
        quantity.tail = ""
    if quantity.unit not in ("celsius", "fahrenheit") or quantity.sign or at < 0 or view.words[at] not in _BELOW:
        return
    if at and (view.words[at - 1][0].isdigit() or view.ends[at - 1] == view.starts[at]):
        return
    quantity.times(Decimal(-1))
    quantity.sign, quantity.first, quantity.start = "-", at, view.starts[at]


def join_parts(view: TextView, left: Quantity, right: Quantity, gap: list[str]) -> bool:
    """Take a smaller unit right behind a larger one into it: "5 feet 2 inches" is 5.1667 foot."""
    if gap in _BY and left.unit is None and right.unit == "millimetre" and left.kind == "count":
        left.unit, left.kind, left.last, left.end = right.unit, right.kind, right.last, right.end  # "5.56×45mm"
        return True
    if gap not in ([], ["and"]) or left.unit is None or left.bound == "range" or right.bound != "exact":
        return False
    last = right.last
    if right.unit is None and left.unit == "foot" and not gap and view.words[last : last + 1] == ["in"]:
        last += 1
        if last < len(view.words) and view.words[last] not in _FLAT_END:
            return False
        right.unit = "inch"
    size = _PARTS.get((left.unit, right.unit or ""))
    if size is None or right.value is None or right.value >= size:
        return False
    _add(left, right.value, size)
    left.last, left.end = last, view.ends[last - 1]
    left.tail = right.tail
    return True


def _add(quantity: Quantity, parts: Decimal, size: Decimal) -> None:
    """Add parts of a unit to every figure."""
    more = EXACT.divide(parts, size)
    quantity.value, quantity.low, quantity.high = (
        None if n is None else Decimal(f"{EXACT.add(n, more):.15g}")
        for n in (quantity.value, quantity.low, quantity.high)
    )
