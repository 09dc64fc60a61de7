"""Numbers in words: "twenty-five hundred", "a hundred and one", "two-thirds", "tens of thousands".

A cardinal is a sum of groups: units and tens, multiplied by "hundred" within the group, then by a scale that must
shrink from group to group. A fraction word divides ("two thirds"), an ordinal ends the number ("one hundred
twenty-fifth"). Vague plurals ("dozens") have a least value and no value: "dozens" 24, "tens of thousands" 20000.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from conflictnews.extractors.facts.quantity import EXACT
from conflictnews.lexicons.table import read_table

__all__ = ["Spelled", "number_words", "scale_of", "spelled"]

_ZERO, _ONE, _TEN, _TWELVE, _HUNDRED, _THOUSAND = map(Decimal, (0, 1, 10, 12, 100, 1000))
_LONGEST = 24


class Spelled(NamedTuple):
    """A number in words.

    Its worth, the token behind it, ``words``, ``fraction``, ``ordinal``, ``vague`` or ``times``, the rest of a
    hyphenated last token ("year-old"), and its last scale ("million" is 1000000; 1 where none).
    """

    value: Decimal
    last: int
    form: str
    tail: str
    scale: Decimal


@cache
def number_words() -> dict[str, tuple[str, Decimal]]:
    """Each word of the table ``number_words`` with its class and worth."""
    return {
        word: (label, Decimal(value)) for word, label, value in read_table("number_words", "word", "class", "value")
    }


def scale_of(word: str) -> Decimal | None:
    """What "hundred", "million" or "dozen" multiplies by; None for other words.

    >>> scale_of("million"), scale_of("men")
    (Decimal('1000000'), None)
    """
    found = number_words().get(word)
    if word in ("dozen", "dozens"):
        return Decimal(12)
    return found[1] if found is not None and found[0] == "scale" else None


def spelled(words: Sequence[str], at: int, stop: int) -> Spelled | None:
    """Read the number in words that begins at token ``at`` and ends before ``stop``.

    >>> spelled("a hundred and one nights".split(), 1, 5)
    Spelled(value=Decimal('101'), last=4, form='words', tail='', scale=Decimal('100'))
    >>> spelled(["two-thirds"], 0, 1).value
    Decimal('0.666666666666667')
    """
    reader = _Reader()
    stop = min(stop, at + _LONGEST)
    while at < stop:
        word = words[at]
        parts = word.split("-") if "-" in word and word != "-" else [word]
        if word == "and":
            part = _fraction_behind(words, at, stop) if reader.form == "words" and at + 2 < stop else None
            if part is not None:
                reader.total += part[0]
                reader.form = "mixed"
                return reader.result(part[1], "")
            if not _and_continues(words, at, stop, reader):
                break
            at += 1
            continue
        if word == "-" and reader.group is not None and at + 1 < stop and _dash_continues(words[at - 1], words[at + 1]):
            at += 1
            continue
        if at + 1 < stop and reader.divides(word, words[at + 1]):
            return reader.result(at + 2, "")
        taken = reader.take_all(parts)
        if taken == 0:
            break
        at += 1
        if taken < len(parts):
            return reader.result(at, "-".join(parts[taken:]))
        if reader.form != "words":
            break
    if reader.form == "vague" and at + 1 < stop and words[at] == "of":
        found = number_words().get(words[at + 1])
        if found is not None and found[0] == "vague" and found[1] >= _HUNDRED:
            reader.vague *= found[1] / 2
            at += 2
    return reader.result(at, "")


def _fraction_behind(words: Sequence[str], at: int, stop: int) -> tuple[Decimal, int] | None:
    """ "and three fifths", "and fifty-four hundredths": a fraction below one behind the "and" at ``at``."""
    found = number_words().get(words[at + 1].split("-")[0])
    below = number_words().get(words[at + 2])
    if found is None or found[0] not in ("unit", "ten") or below is None or below[0] != "fraction":
        return None
    part = spelled(words, at + 1, min(stop, at + 3))
    return (part.value, part.last) if part is not None and part.form == "fraction" and part.value < 1 else None


def _and_continues(words: Sequence[str], at: int, stop: int, reader: _Reader) -> bool:
    """Whether the "and" at ``at`` stands inside a number: behind a scale, before something smaller."""
    if at + 1 >= stop or reader.scale < _HUNDRED or not reader.bare_scale:
        return False
    found = number_words().get(words[at + 1].split("-")[0])
    if found is None or found[0] not in ("unit", "ten"):
        return False
    after = number_words().get(words[at + 2]) if at + 2 < stop else None
    if after is None or after[0] != "scale":
        return True
    return after[1] > _HUNDRED if reader.scale == _HUNDRED else after[1] < reader.scale


def _dash_continues(left: str, right: str) -> bool:
    """ "fifty - two", "five - eighths": a hyphen that a tokenised text has set apart."""
    first, second = number_words().get(left), number_words().get(right)
    if first is None or second is None:
        return False
    if first[0] == "ten":
        return second[0] == "unit" and _ZERO < second[1] < _TEN
    return first[0] == "unit" and second[0] == "fraction"


def _tied_denominator(parts: Sequence[str]) -> Decimal | None:
    """What "thirty-fifths" divides by: 35."""
    ten, below = number_words().get(parts[0]), number_words().get(parts[1][:-1] if parts[1].endswith("s") else "")
    if ten is None or ten[0] != "ten" or below is None or below[0] != "ordinal" or below[1] >= _TEN:
        return None
    return ten[1] + below[1]


class _Reader:
    """The state of a sum of groups."""

    __slots__ = ("bare_scale", "form", "group", "group_scale", "scale", "total", "vague")

    def __init__(self) -> None:
        self.total = _ZERO
        self.group: Decimal | None = None
        self.scale = self.group_scale = _ONE
        self.form = "words"
        self.vague = _ZERO
        self.bare_scale = False

    def take_all(self, parts: Sequence[str]) -> int:
        """How many of a token's parts belong to the number; all of them are added to it."""
        known = number_words()
        if len(parts) == 2 and self.form == "words" and (below := _tied_denominator(parts)) is not None:
            return 2 if self._divide(below) else 0
        for n, part in enumerate(parts):
            found = known.get(part)
            if found is None or self.form != "words" or not self.take(*found, hyphenated=len(parts) > 1):
                return n
        return len(parts)

    def take(self, label: str, worth: Decimal, *, hyphenated: bool) -> bool:
        """Add one word; False where it can't continue the number."""
        if label in ("unit", "ten"):
            return self._add(label, worth)
        if label in ("scale", "multiple"):
            return self._multiply(worth)
        if label == "ordinal":
            return self._ordinal(worth, hyphenated)
        if label == "fraction":
            return self._divide(worth)
        if self.group is None and not self.total:
            self.form, self.vague = label, worth
            return True
        return label == "vague" and worth == 24 and self._multiply(Decimal(12))

    def _add(self, label: str, worth: Decimal) -> bool:
        group = self.group
        if group is None:
            self.group = worth
        elif (group and group % _HUNDRED == 0) or (
            label == "unit" and _ZERO < worth < _TEN and group % _HUNDRED >= 20 and group % _TEN == 0
        ):
            self.group = group + worth
        else:
            return False
        self.bare_scale = False
        return True

    def _multiply(self, worth: Decimal) -> bool:
        group = self.group
        if group is None:
            if self.total:
                return False
            group = _ONE
        if worth < _THOUSAND:
            if group >= _HUNDRED and worth == _HUNDRED:
                return False
            rest = (group % _HUNDRED if worth == _TWELVE else group) or group
            self.group = group - rest + rest * worth  # "three hundred and two dozen"
        else:
            if self.total and worth >= self.group_scale:
                return False
            self.total += group * worth
            self.group = None
            self.group_scale = worth
        self.scale = worth
        self.bare_scale = True
        return True

    def _ordinal(self, worth: Decimal, hyphenated: bool) -> bool:
        if self.group is None and not self.total:
            self.group, self.form = worth, "ordinal"
            return True
        group = self.group or _ZERO
        if worth >= _HUNDRED:
            self.total, self.group = (self.total + group) * worth, None
        elif group == _ONE and not self.total and worth > 2:
            self.group, self.form = Decimal(f"{1 / worth:.15g}"), "fraction"
            return True
        elif group % _HUNDRED == 0 or (worth < _TEN and group % _TEN == 0 and group >= 20):
            self.group = group + worth
        else:
            return False
        self.form = "ordinal"
        return True

    def divides(self, ten: str, below: str) -> bool:
        """Divide what was read before by a denominator in two words, if they are one: "three twenty firsts"."""
        if self.form != "words" or not (self.total or self.group):
            return False
        worth = _tied_denominator((ten, below))
        return worth is not None and self._divide(worth)

    def _divide(self, worth: Decimal) -> bool:
        number = self.total + (self.group or _ZERO)
        if not number:
            number = _ONE
        self.total, self.group, self.form = Decimal(f"{EXACT.divide(number, worth):.15g}"), None, "fraction"
        return True

    def result(self, last: int, tail: str) -> Spelled | None:
        if self.form in ("vague", "times"):
            return Spelled(self.vague, last, self.form, tail, _ONE)
        if self.group is None and not self.total:
            return None
        form = "words" if self.form == "mixed" else self.form
        return Spelled(self.total + (self.group or _ZERO), last, form, tail, self.scale)
