"""How many units: "three", "a couple of", "5 1/2", "ten to twelve", read leftwards from the unit."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from conflictnews.extractors.dates.scene import Scene
from conflictnews.extractors.dates.words import words
from conflictnews.text.spelled_numbers import cardinal, class_of, spelled

__all__ = ["Amount", "amount_before", "duration_value", "parse_amount"]

_DECIMAL = re.compile(r"\d{1,6}(?:\.\d{1,4})?", re.ASCII)
_RANGE = re.compile(r"(\d{1,5})[-‑](\d{1,5})", re.ASCII)
_LONGEST = 8


class Amount(NamedTuple):
    """A number of units, None for a vague one, and the first token that tells it."""

    first: int
    number: Decimal | None


def amount_before(scene: Scene, at: int) -> Amount | None:
    """The amount that ends before token ``at``, which is a unit; None where there is none."""
    last = at - 1
    for _ in range(2):
        if scene.word(last) in words("between"):
            last -= 1
    word = scene.word(last)
    if not word:
        return None
    if word in ("a", "an") and scene.word(last - 1) == "half":
        return Amount(last - 1, Decimal("0.5"))
    if word in ("a", "an", "one"):
        return Amount(last, Decimal(1))
    if word == "half":
        return _and_a_half(scene, last)
    if scene.word(last - 1) == "/" and word.isdigit():
        return _fraction(scene, last)
    if (spelled_out := _in_words(scene, last)) is not None:
        return spelled_out
    number = parse_amount(word)
    if number is not None:
        return _counted(scene, last, number)
    return _vague(scene, last, word)


def parse_amount(word: str) -> Decimal | None:
    """A number in one token: "3", "2.5", "twenty-five", "10-15" (its upper end)."""
    whole = cardinal(word)
    if whole is not None:
        return Decimal(whole)
    if word.endswith("-and-a-half"):
        whole = cardinal(word[:-11])
        return None if whole is None else Decimal(whole) + Decimal("0.5")
    if _DECIMAL.fullmatch(word):
        return Decimal(word)
    ranged = _RANGE.fullmatch(word)
    return Decimal(ranged[2]) if ranged and int(ranged[1]) < int(ranged[2]) else None


def _in_words(scene: Scene, last: int) -> Amount | None:
    """A number of several words that ends at a token: "two hundred and six", "a thousand", "twenty five"."""
    first = last
    while class_of(scene.word(first - 1)) in ("unit", "ten", "scale") or scene.word(first - 1) == "and":
        first -= 1
        if last - first >= _LONGEST:
            return None
    if first == last and class_of(scene.word(last)) != "scale":
        return None
    for begin in range(first, last + 1):
        found = spelled(scene.words, begin, last + 1)
        if found is not None and found.last == last + 1 and found.form == "words" and not found.tail:
            article = begin == first and scene.word(begin - 1) == "a" and class_of(scene.word(begin)) == "scale"
            return Amount(begin - article, found.value) if begin < last or article else None
    return None


def _counted(scene: Scene, last: int, number: Decimal) -> Amount | None:
    before = scene.word(last - 1)
    if before in ("$", "£", "€", "."):
        return None
    if before in ("or", "to") and (lower := parse_amount(scene.word(last - 2))) is not None and lower < number:
        return Amount(last - 2, number)
    return Amount(last, number)


def _and_a_half(scene: Scene, last: int) -> Amount | None:
    if scene.word(last - 1) == "a" and scene.word(last - 2) != "and":
        return Amount(last - 1, Decimal("0.5"))
    if not scene.follows(last - 2, "and", "a"):
        return None
    whole = parse_amount(scene.word(last - 3))
    if scene.word(last - 3) in ("a", "an"):
        whole = Decimal(1)
    return Amount(last - 3, whole + Decimal("0.5")) if whole is not None else None


def _fraction(scene: Scene, last: int) -> Amount | None:
    top, bottom = scene.word(last - 2), scene.word(last)
    if not (len(top) == 1 and len(bottom) == 1 and top in "13" and bottom in "24"):
        return None
    part = Decimal(top) / Decimal(bottom)
    whole = parse_amount(scene.word(last - 3))
    return Amount(last - 3, whole + part) if whole is not None else Amount(last - 2, part)


def _vague(scene: Scene, last: int, word: str) -> Amount | None:
    of = word == "of"
    if of:
        last -= 1
        word = scene.word(last)
    quantity = words("quantity").get(word)
    if quantity is None or (of and word in ("few", "some", "several", "many")):
        return None
    if not of and word in ("dozens", "scores", "hundreds", "thousands"):
        return None
    if word in ("couple", "few", "good") and scene.word(last - 1) == "a":
        last -= 1
    return Amount(last, None if quantity == "X" else Decimal(quantity))


def duration_value(unit: str, number: Decimal | None) -> str:
    """The TIMEX3 duration of so many units, whose code is that of the lexicon ("1Y", "T1H", "10Y").

    >>> duration_value("1W", Decimal(2)), duration_value("T1H", Decimal("5.5")), duration_value("1Y", None)
    ('P2W', 'PT5H30M', 'PXY')
    """
    time, size, letter = unit.startswith("T"), unit.lstrip("T")[:-1], unit[-1]
    lead = "PT" if time else "P"
    if number is None:
        return f"{lead}X{letter}"
    total = number * int(size)
    whole = int(total)
    if total == whole:
        return f"{lead}{whole}{letter}"
    if total - whole == Decimal("0.5") and unit in ("T1H", "1Y"):
        return (f"{lead}{whole}{letter}" if whole else lead) + ("30M" if time else "6M")
    return f"{lead}{total.normalize():f}{letter}"
