"""Numbers in words: "twenty-five hundred", "a hundred and one", "two-thirds", "tens of thousands".

=========  =======================================================  ==================================
form       grammar                                                  example
=========  =======================================================  ==================================
words      group (scale group)*, each scale smaller than the last   two million three hundred thousand
group      [below 100] [hundred | dozen | score] [and] [below 100]  twenty-five hundred and six
fraction   cardinal denominator                                     two thirds, five thirty-seconds
           cardinal "and" fraction                                  six and three fifths (words)
ordinal    cardinal that ends in an ordinal                         one hundred twenty-fifth
vague      a plural without a number, "of" a greater one            dozens, tens of thousands
=========  =======================================================  ==================================

A vague number has its least value and no other: "dozens" 24, "tens of thousands" 20000. Words and values stand in the
table ``number_words``.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from conflictnews.lexicons.table import read_table
from conflictnews.text.numerals import quotient, whole

__all__ = ["Spelled", "cardinal", "class_of", "number_words", "ordinal", "scale_of", "spelled"]

_ZERO, _ONE, _TEN, _TWELVE, _TWENTY, _HUNDRED, _THOUSAND = map(Decimal, (0, 1, 10, 12, 20, 100, 1000))
_LONGEST = 24
_DOZENS = frozenset({"dozen", "dozens"})


class Spelled(NamedTuple):
    """A number in words.

    Its worth, the token behind it, its form, the rest of a hyphenated last token ("year-old"), and its last scale
    (1000000 for "million"; 1 where there is none).
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


def class_of(word: str) -> str:
    """The class of a number word ("unit", "scale", "vague"), up to its first hyphen; empty for other words.

    >>> class_of("five-year"), class_of("men")
    ('unit', '')
    """
    found = number_words().get(word.partition("-")[0])
    return found[0] if found is not None else ""


def scale_of(word: str) -> Decimal | None:
    """What "hundred", "million" or "dozen" multiplies by; None for other words.

    >>> scale_of("million"), scale_of("men")
    (Decimal('1000000'), None)
    """
    found = number_words().get(word)
    if word in _DOZENS:
        return _TWELVE
    return found[1] if found is not None and found[0] == "scale" else None


@lru_cache(maxsize=4096)
def cardinal(word: str) -> int | None:
    """A whole number in one token, in words below a hundred, or in digits below a million.

    >>> cardinal("twenty-five"), cardinal("1,500"), cardinal("hundred"), cardinal("²")
    (25, 1500, None, None)
    """
    if word[:1].isdecimal():
        return whole(word, 6)
    return _one_token(word, "words") if class_of(word) in ("unit", "ten") else None


@lru_cache(maxsize=4096)
def ordinal(word: str) -> int | None:
    """An ordinal number in one token, in words or in digits.

    >>> ordinal("thirty-first"), ordinal("22nd"), ordinal("third"), ordinal("two")
    (31, 22, 3, None)
    """
    if word[:1].isdecimal():
        return whole(word[:-2], 6) if word.endswith(("st", "nd", "rd", "th")) else None
    return _one_token(word, "ordinal")


def _one_token(word: str, form: str) -> int | None:
    found = spelled((word,), 0, 1)
    return int(found.value) if found is not None and found.form == form and not found.tail else None


def spelled(words: Sequence[str], at: int, stop: int) -> Spelled | None:
    """Read the number in words that begins at token ``at`` and ends before ``stop``.

    >>> spelled("a hundred and one nights".split(), 1, 5)
    Spelled(value=Decimal('101'), last=4, form='words', tail='', scale=Decimal('100'))
    >>> spelled(["two-thirds"], 0, 1).value
    Decimal('0.666666666666667')
    """
    number, stop = _Sum(), min(stop, at + _LONGEST)
    while at < stop and number.form == "words":
        word = words[at]
        if word == "and":
            if (part := _fraction_behind(words, at + 1, stop)) is not None and number.figure:
                return part._replace(value=number.figure + part.value, form="words", scale=number.scale)
            if not _and_continues(words, at + 1, stop, number):
                break
        elif word == "-" and number.figure and _dash_continues(words, at, stop):
            pass
        elif number.figure and (below := _denominator(word, words[at + 1] if at + 1 < stop else "")) is not None:
            number.divide(below)
            at += 1
        else:
            parts = word.split("-") if len(word) > 1 else [word]
            taken = number.take_all(parts)
            if taken == 0:
                break
            if taken < len(parts):
                return number.result(at + 1, "-".join(parts[taken:]))
        at += 1
    if number.form == "vague" and at + 1 < stop and words[at] == "of":
        label, worth = number_words().get(words[at + 1], ("", _ZERO))
        if label == "vague" and worth >= _HUNDRED:  # "tens of thousands"
            number.figure *= worth / 2
            at += 2
    return number.result(at, "")


def _fraction_behind(words: Sequence[str], at: int, stop: int) -> Spelled | None:
    """ "three fifths", "fifty-four hundredths": a fraction below one, in two tokens, at token ``at``."""
    if at + 1 >= stop or class_of(words[at]) not in ("unit", "ten") or class_of(words[at + 1]) != "fraction":
        return None
    part = spelled(words, at, at + 2)
    return part if part is not None and part.form == "fraction" and part.value < 1 else None


def _and_continues(words: Sequence[str], at: int, stop: int, number: _Sum) -> bool:
    """Whether an "and" before token ``at`` stands inside a number: behind a scale, before something smaller."""
    if at >= stop or number.scale < _HUNDRED or not number.ends_in_scale or class_of(words[at]) not in ("unit", "ten"):
        return False
    label, worth = number_words().get(words[at + 1], ("", _ZERO)) if at + 1 < stop else ("", _ZERO)
    if label != "scale":
        return True
    return worth > _HUNDRED if number.scale == _HUNDRED else worth < number.scale


def _dash_continues(words: Sequence[str], at: int, stop: int) -> bool:
    """ "fifty - two", "five - eighths": a hyphen that a tokenised text has set apart."""
    left, right = class_of(words[at - 1]), class_of(words[at + 1]) if at + 1 < stop else ""
    return (left, right) in (("ten", "unit"), ("unit", "fraction"))


def _denominator(ten: str, below: str) -> Decimal | None:
    """What "thirty fifths" divides by: 35."""
    label, worth = number_words().get(ten, ("", _ZERO))
    under, more = number_words().get(below[:-1] if below.endswith("s") else "", ("", _ZERO))
    return worth + more if label == "ten" and under == "ordinal" and more < _TEN else None


class _Sum:
    """A sum of groups while its words are read: ``total`` of the groups that a scale has closed, and the open one."""

    __slots__ = ("ends_in_scale", "form", "group", "limit", "scale", "total")

    def __init__(self) -> None:
        self.total = _ZERO
        self.group: Decimal | None = None
        self.scale = self.limit = _ONE
        self.form = "words"
        self.ends_in_scale = False

    @property
    def figure(self) -> Decimal:
        """What has been read is worth."""
        return self.total + (self.group or _ZERO)

    @figure.setter
    def figure(self, value: Decimal) -> None:
        self.total, self.group = value, None

    def take_all(self, parts: Sequence[str]) -> int:
        """How many of a token's parts belong to the number; all of them are added to it."""
        if len(parts) == 2 and (below := _denominator(*parts)) is not None:
            return 2 * self.divide(below)
        for taken, part in enumerate(parts):
            label, worth = number_words().get(part, ("", _ZERO))
            if not label or self.form != "words" or not self._take(label, worth):
                return taken
        return len(parts)

    def _take(self, label: str, worth: Decimal) -> bool:
        """Add one word; False where it can't continue the number."""
        if label in ("unit", "ten"):
            return self._add(label, worth)
        if label in ("scale", "multiple"):
            return self._multiply(worth)
        if label == "ordinal":
            return self._end(worth)
        if label == "fraction":
            return self.divide(worth)
        if self.group is None and not self.total:
            self.form, self.group = label, worth
            return True
        return label == "vague" and worth == 2 * _TWELVE and self._multiply(_TWELVE)  # "three dozens"

    def _add(self, label: str, worth: Decimal) -> bool:
        if self.group is not None and not self._has_room(label, worth):
            return False
        self.group = (self.group or _ZERO) + worth
        self.ends_in_scale = False
        return True

    def _has_room(self, label: str, worth: Decimal) -> bool:
        """Whether a unit or a ten fits behind the open group: "hundred six", "twenty six"."""
        group = self.group or _ZERO
        if group and group % _HUNDRED == 0:
            return True
        return label == "unit" and _ZERO < worth < _TEN and group % _HUNDRED >= _TWENTY and group % _TEN == 0

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
            if self.total and worth >= self.limit:
                return False
            self.figure = self.total + group * worth
            self.limit = worth
        self.scale = worth
        self.ends_in_scale = True
        return True

    def _end(self, worth: Decimal) -> bool:
        """End in an ordinal: "twenty-fifth", "two hundredth"; "one third" is a fraction."""
        group = self.group
        if group is None and not self.total:
            self.group = worth
        elif worth >= _HUNDRED:
            self.figure *= worth
        elif group == _ONE and not self.total and worth > 2:
            return self.divide(worth)
        elif (group or _ZERO) % _HUNDRED == 0 or self._has_room("unit", worth):
            self.group = (group or _ZERO) + worth
        else:
            return False
        self.form = "ordinal"
        return True

    def divide(self, worth: Decimal) -> bool:
        """End in a denominator."""
        self.figure, self.form = quotient(self.figure or _ONE, worth), "fraction"
        return True

    def result(self, last: int, tail: str) -> Spelled | None:
        """The number that ends before token ``last``; None where no word was one."""
        if self.group is None and not self.total:
            return None
        return Spelled(self.figure, last, self.form, tail, _ONE if self.form in ("vague", "times") else self.scale)
