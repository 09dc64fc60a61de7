"""What multiplies or signs a number: "2.5 million", "1.2bn", "and a half", "half a", "minus"."""

from __future__ import annotations

from decimal import Decimal

from conflictnews.extractors.facts.quantity import EXACT, Quantity
from conflictnews.extractors.facts.words import number_words, scale_of, spelled
from conflictnews.text import TextView

__all__ = ["ARTICLES", "and_a_half", "scale_digits", "sign", "take_article"]

ARTICLES = frozenset({"a", "an"})
_HALF = Decimal("0.5")
_HUNDRED, _THOUSAND = Decimal(100), Decimal(1000)
_NEGATIVE = frozenset({"-", "−", "minus", "negative"})
_SUFFIXES = {"k": 3, "bn": 9, "mn": 6, "mln": 6, "tn": 12, "trn": 12, "bln": 9, "tln": 12, "mil": 6}


def scale_digits(view: TextView, quantity: Quantity) -> None:
    """ "2.5 million", "1.2bn", "3k", "35 lakh", "3 million and a half"."""
    words, size = view.words, len(view.words)
    power = _SUFFIXES.get(quantity.glue)
    if power is not None:
        quantity.times(Decimal(10) ** power)
        quantity.glue, quantity.scaled, quantity.plain = "", True, False
    if quantity.glue or (quantity.tail and not quantity.tail.startswith(("million", "billion", "trillion"))):
        return
    if quantity.tail:
        head, _, quantity.tail = quantity.tail.partition("-")
        factor = scale_of(head)
        if factor is not None:
            quantity.times(factor)
            quantity.scaled, quantity.plain = True, False
        return
    last = Decimal(1)
    while quantity.last < size and quantity.last - quantity.first < 8:
        word, _, tail = words[quantity.last].partition("-")
        factor = _THOUSAND if word == "k" and last == 1 else scale_of(word)
        if factor is None or (tail and word in ("dozen", "dozens")):
            break
        quantity.times(factor)
        last = factor
        quantity.tail = tail
        quantity.last, quantity.end = quantity.last + 1, view.ends[quantity.last]
        quantity.scaled, quantity.plain = True, False
        if tail:
            return
    and_a_half(view, quantity, last)
    if last == _HUNDRED:
        _and_units(view, quantity)


def _and_units(view: TextView, quantity: Quantity) -> None:
    """ "3 hundred and 21": what follows a hundred after digits."""
    words, size, at = view.words, len(view.words), quantity.last
    if (
        at + 1 >= size
        or words[at] != "and"
        or quantity.value is None
        or (at + 2 < size and scale_of(words[at + 2]) is not None)
    ):
        return
    if words[at + 1].isdecimal() and words[at + 1].isascii() and len(words[at + 1]) < 3:
        quantity.set(EXACT.add(quantity.value, Decimal(words[at + 1])))
        quantity.last, quantity.end = at + 2, view.ends[at + 1]
        return
    found = spelled(words, at + 1, min(size, at + 3))
    if found is not None and found.form == "words" and found.value < _HUNDRED and not found.tail:
        quantity.set(EXACT.add(quantity.value, found.value))
        quantity.last, quantity.end = found.last, view.ends[found.last - 1]


def and_a_half(view: TextView, quantity: Quantity, scale: Decimal) -> None:
    """ "five and a quarter", "3 million and a half", "one and a half million"."""
    words, size, at = view.words, len(view.words), quantity.last
    if at + 2 >= size or words[at] != "and" or words[at + 1] not in ("a", "one") or quantity.value is None:
        return
    word, _, tail = words[at + 2].partition("-")
    found = number_words().get(word)
    if found is None or not (found[0] == "fraction" or (found[0] == "ordinal" and 3 <= found[1] <= 10)):
        return
    smaller = scale_of(words[at + 3]) if at + 3 < size and scale > 1 else None
    if smaller is not None and smaller < scale:
        scale = smaller
    quantity.set(EXACT.add(quantity.value, EXACT.multiply(scale, EXACT.divide(Decimal(1), found[1]))))
    quantity.last, quantity.end, quantity.tail, quantity.plain = at + 3, view.ends[at + 2], tail, False
    if smaller is not None and smaller == scale:
        quantity.last, quantity.end = at + 4, view.ends[at + 3]
        return
    if quantity.last < size and scale == 1 and (factor := scale_of(words[quantity.last])) is not None:
        quantity.times(factor)
        quantity.last, quantity.end = quantity.last + 1, view.ends[quantity.last]
        quantity.scaled = True


def sign(view: TextView, quantity: Quantity) -> None:
    """ "-50" behind a space or a sign of money, "minus 5"; a hyphen behind a word or a number is no sign."""
    at, words = quantity.first - 1, view.words
    if at < 0 or words[at] not in _NEGATIVE or quantity.value is None:
        return
    if len(words[at]) > 1:
        quantity.sign = "-"
    else:
        glued = view.starts[quantity.first] == view.ends[at]
        before = view.text[view.starts[at] - 1] if view.starts[at] else " "
        named = (
            at
            and before.isspace()
            and view.words[at - 1] in ("covid", "sars", "f", "mig", "su", "b", "ak", "m", "s", "c")
        )
        if not glued or not (before.isspace() or before in "($€£<>=") or named:
            return
        quantity.sign = "-"
    quantity.times(Decimal(-1))
    quantity.first, quantity.start, quantity.plain = at, view.starts[at], False


def take_article(view: TextView, quantity: Quantity) -> None:
    """Take the "a" or the "half a" before "hundred", "dozen", "score", "third"."""
    at, words = quantity.first - 1, view.words
    if at >= 0 and words[at] in ARTICLES:
        quantity.first, quantity.start = at, view.starts[at]
        if at and words[at - 1] == "half" and quantity.form == "words":
            quantity.times(_HALF)
            quantity.first, quantity.start = at - 1, view.starts[at - 1]
        elif at and words[at - 1] == "quarter" and quantity.form == "words":
            quantity.times(_HALF * _HALF)
