"""Digits: what a written numeral is worth, and what is written onto it.

English ("1,234.5"), Indian ("12,34,567") and continental ("1.234,5") separators are told apart by their groups. One
group of three behind a full stop ("4.800") is a decimal, unless the article writes unmistakable continental numbers
elsewhere. A comma before one, two or more than three digits is a decimal comma ("1,3").
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from conflictnews.extractors.facts.quantity import EXACT

__all__ = ["LONGEST", "Numeral", "is_continental", "numeral", "vulgar_fraction"]

LONGEST = 40
"""Numerals of more characters are no quantities: nobody counts so far."""

_SHAPE = re.compile(r"([0-9][0-9.,]*+)(:[0-9][0-9.:,]*+)?([^\W\d_][^\W_]*+)?(?:-(.*+))?", re.DOTALL)
_PLAIN = re.compile(r"\d++(?:\.\d++)?+", re.ASCII)
_ENGLISH = re.compile(r"\d{1,3}+(?:,\d{3})++(?:\.\d++)?+", re.ASCII)
_INDIAN = re.compile(r"\d{1,2}+(?:,\d\d(?!\d))++,\d{3}(?:\.\d++)?+", re.ASCII)
_CONTINENTAL = re.compile(r"\d{1,3}+(?:(?:\.\d{3}){2,}+(?:,\d++)?+|\.\d{3},\d++)", re.ASCII)
_DECIMAL_COMMA = re.compile(r"\d++,(?:\d{1,2}|\d{4,9})", re.ASCII)
_ONE_GROUP = re.compile(r"[1-9]\d{0,2}\.\d{3}", re.ASCII)


class Numeral(NamedTuple):
    """A token that begins with a digit. ``value`` is None where its separators contradict each other."""

    value: Decimal | None
    digits: str
    clock: str
    glue: str
    tail: str

    @property
    def one_group(self) -> bool:
        """Whether the full stop may part thousands: "4.800"."""
        return _ONE_GROUP.fullmatch(self.digits) is not None


@lru_cache(maxsize=4096)
def numeral(word: str) -> Numeral | None:
    """Read a folded token; None where it does not begin with an ASCII digit or is longer than any quantity.

    >>> numeral("1,234.5").value, numeral("12,34,567").value, numeral("1.234,5").value
    (Decimal('1234.5'), Decimal('1234567'), Decimal('1234.5'))
    >>> numeral("107-mm").tail, numeral("1.2bn").glue, numeral("1,234.567.8").value
    ('mm', 'bn', None)
    """
    if len(word) > LONGEST:
        return None
    match = _SHAPE.fullmatch(word)
    if match is None:
        return None
    digits, clock, glue, tail = match.groups("")
    return Numeral(_worth(digits), digits, clock, glue, tail)


def _worth(digits: str) -> Decimal | None:
    if _PLAIN.fullmatch(digits):
        return Decimal(digits)
    if _ENGLISH.fullmatch(digits) or _INDIAN.fullmatch(digits):
        return Decimal(digits.replace(",", ""))
    if _CONTINENTAL.fullmatch(digits):
        return Decimal(digits.replace(".", "").replace(",", "."))
    if _DECIMAL_COMMA.fullmatch(digits):
        return Decimal(digits.replace(",", "."))
    return None


def is_continental(words: Iterable[str]) -> bool:
    """Whether any of the tokens can only be a number of the continent: "1.234,5", "12.345.678"."""
    return any(_CONTINENTAL.match(word) for word in words)


@cache
def vulgar_fraction(char: str) -> Decimal | None:
    """What a character such as "½" is worth; None for any other character.

    >>> vulgar_fraction("¾"), vulgar_fraction("x")
    (Decimal('0.75'), None)
    """
    if len(char) != 1 or unicodedata.category(char) != "No" or "FRACTION" not in unicodedata.name(char, ""):
        return None
    above, _, below = unicodedata.normalize("NFKC", char).partition("⁄")
    if not (above.isdecimal() and below.isdecimal()) or below == "0":
        return None
    return EXACT.divide(Decimal(above), Decimal(below))
