"""Two numbers that are one, or share a unit: ranges ("10 to 15", "between $62 and $68"), ratios ("one in five"), cents.

A rule starts from the words between the two, exactly those, and gives what the numbers are together.
"""

from __future__ import annotations

from decimal import Decimal

from conflictnews.extractors.facts.context import context
from conflictnews.extractors.facts.quantity import Quantity
from conflictnews.extractors.facts.rule import rule
from conflictnews.text.nouns import is_plural
from conflictnews.text.numerals import quotient
from conflictnews.text.window import Window

_PARTS = {("foot", "inch"): Decimal(12), ("pound", "ounce"): Decimal(16), ("stone", "pound"): Decimal(14)}
_DOZEN = 12
_HUNDREDTHS = frozenset({"cent", "penny"})


def _range(left: Quantity, right: Quantity, kind: str | None = None) -> Quantity:
    """From the one to the other, with the unit of either; where only the second has a scale, it is that of both."""
    scale, low, high = right.scale, left.value, right.upper or right.value
    if left.scale == 1 and (scale >= 1000 or scale == _DOZEN) and left.value * scale < high:
        low = low * scale
    unit, own = (left.unit, left.kind) if left.unit is not None else (right.unit, right.kind)
    if right.unit is not None and " per " in right.unit:
        unit, own = right.unit, right.kind
    return left._replace(
        last=right.last,
        number=(left.number[0], right.number[1]),
        value=low,
        upper=high,
        bound="range",
        kind=kind or ("age" if right.kind == "age" else own),
        unit=unit,
        glue=right.glue,
        tail=right.tail,
        scale=scale,
    )


def _ratio(left: Quantity, right: Quantity) -> Quantity | None:
    if not right.value:
        return None
    number = (left.number[0], right.number[1])
    value, tail = quotient(left.value, right.value), right.tail
    return left._replace(last=right.last, number=number, form="ratio", value=value, kind="ratio", tail=tail, bare=False)


def _same_kind(left: Quantity, right: Quantity) -> bool:
    if left.unit is not None and right.unit is not None:
        return left.unit == right.unit or right.unit.startswith(f"{left.unit} per ")
    return left.kind in ("count", right.kind) or right.unit is None


@rule("one over 3", "over", "")
def over(window: Window, left: Quantity, right: Quantity) -> Quantity | None:
    """ "One over 3" alone, a quotient."""
    if left.last == right.first and window.word(right.first) != "over":
        return None
    alone = left.unit is right.unit is None and left.bound == "exact" and not window.word(right.last)[:1].isalnum()
    return _ratio(left, right) if alone else None


@rule("Any rate above 1000 and below 1500 will do.", "and", "but")
def above_and_below(_window: Window, left: Quantity, right: Quantity) -> Quantity | None:
    """A minimum and a maximum that leave room between them."""
    low, high = (left, right) if left.bound == "min" else (right, left)
    if left.unit != right.unit or (low.bound, high.bound) != ("min", "max") or low.value >= high.value:
        return None
    return _range(left, right)


@rule("It cost 2 dollars and 50 cents.", "", "and")
def cents(window: Window, left: Quantity, right: Quantity) -> Quantity | None:
    """Hundredths behind money: named, or two digits that nothing follows."""
    if left.kind != "money" or left.unit in _HUNDREDTHS or right.value >= 100 or left.upper is not None:
        return None
    if right.unit not in _HUNDREDTHS:
        loose = right.kind == "count" and right.bound == "exact" and right.value >= 10 and left.scale == 1
        if not loose or window.word(right.last)[:1].isalnum():
            return None
    return left._replace(value=left.value + right.value / 100, last=right.last)


@rule("Two out of five men fled.", "out of")
def out_of(_window: Window, left: Quantity, right: Quantity) -> Quantity | None:
    """ "Two out of five"."""
    if not _same_kind(left, right) or right.value < left.value:
        return None
    return _ratio(left, right)


@rule("One in five men fled.", "in")
def one_in(window: Window, left: Quantity, right: Quantity) -> Quantity | None:
    """ "One in five": small numbers, the second larger; "3 in 10" too, but not "3 in five attacks"."""
    if left.unit is not None or right.unit is not None:
        return None
    if not 0 < left.value < right.value <= 1000 or left.value > 10 or window.word(right.last) in context("not-one-in"):
        return None
    tenths = right.value in (10, 100) or left.bound != "exact"
    if not tenths and (left.form != right.form or (is_plural(window.word(right.last)) and left.value != 1)):
        return None
    return _ratio(left, right)


@rule("It takes 10 to 15 days.", "to", "- to", "through", "-", "–", "—", "−")
def from_to(window: Window, left: Quantity, right: Quantity) -> Quantity | None:
    """ "10 to 15", "from 10 to 15"; not what rose from one to the other, nor "by 10 to 15"."""
    before = window.word(left.first - 1)
    if not _same_kind(left, right) or right.bound != "exact":
        return None
    if not window.word(right.first - 1).isalpha():
        return None if right.signed else _range(left, right)
    if before in context("change") or before == "by" or (left.value > right.value and left.unit is right.unit is None):
        return None
    if before != "from":
        return _range(left, right) if left.unit is None or right.unit is not None or left.kind == "age" else None
    if not context("change").isdisjoint(window.between(left.first - 5, left.first - 1)):
        return None
    return _range(left._replace(first=left.first - 1), right)


@rule("It costs from $5 up to $10.", "")
def from_up_to(window: Window, left: Quantity, right: Quantity) -> Quantity | None:
    """ "From $5 up to $10"."""
    if right.bound != "max" or window.word(left.first - 1) != "from" or not window.follows(right.first, "up", "to"):
        return None
    return _range(left._replace(first=left.first - 1), right) if _same_kind(left, right) else None


@rule("One or two men came.", "or")
def one_or_two(_window: Window, left: Quantity, right: Quantity) -> Quantity | None:
    """Two small steps, both written alike: "one or two", "12 or 14"."""
    step = right.value / right.scale - left.value
    if not 0 < step <= 2 or left.form != right.form or "money" in (left.kind, right.kind):
        return None
    return _range(left, right) if right.bound == "exact" and _same_kind(left, right) else None


@rule("It costs between $62 and $68.", "and", "to between")
def between(window: Window, left: Quantity, right: Quantity) -> Quantity | None:
    """ "Between 62 and 68", "between the ages of 4 and 7"."""
    if not _same_kind(left, right):
        return None
    if window.word(left.first - 1) == "between":
        return _range(left._replace(first=left.first - 1), right)
    ages = left.kind == "age" and window.follows(left.first - 4, "between", "the", "ages", "of")
    return _range(left, right) if ages else None


@rule("They found 5.56 x 45mm rounds.", "x", "×")
def cartridge(_window: Window, left: Quantity, right: Quantity) -> Quantity | None:
    """The bore of a cartridge, its length set apart."""
    if left.unit is not None or left.kind != "count" or right.unit != "millimetre":
        return None
    return left.measured("measure", "millimetre", right.last)


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


@rule("It has four-, five- and six-cylinder engines.")
def tied_word_of_next(window: Window, q: Quantity, nxt: Quantity) -> Quantity | None:
    """A hyphen that waits for the word behind a later number."""
    if q.tail or not nxt.tail or not q.last < nxt.first <= q.last + 4 or window.word(q.last) != "-":
        return None
    return q._replace(tail=nxt.tail, unit=nxt.unit, kind=nxt.kind, last=q.last + 1)


@rule("They walked 2 and 3 miles.")
def unit_of_next(window: Window, q: Quantity, nxt: Quantity) -> Quantity | None:
    """The unit of the number behind: "2 and 3 miles", "280 million of the 1.5 billion shekels"."""
    if not _is_bare(q) or nxt.unit is None or nxt.kind == "age" or nxt.last <= q.last:
        return None
    gap = window.between(q.last, nxt.first)
    if not 0 < len(gap) <= 3 or gap == [","] or not context("in-a-list").issuperset(gap):
        return None
    return None if gap[0] == "of" and nxt.kind != "money" else q._replace(unit=nxt.unit, kind=nxt.kind)


def _is_bare(q: Quantity) -> bool:
    return q.unit is None and q.kind == "count" and q.form in ("digits", "words") and not q.tail
