"""Numerals in digits: what they are worth, and what is written onto them.

English ("1,234.5"), Indian ("12,34,567") and continental ("1.234,5") separators are told apart by their groups. One
group of three behind a full stop ("4.800") is a decimal, unless the article writes unmistakable continental numbers
elsewhere. A comma before one, two or more than three digits is a decimal comma ("1,3").
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from decimal import Context, Decimal
from functools import cache, lru_cache
from typing import NamedTuple

__all__ = [
    "EXACT",
    "LONGEST",
    "Digits",
    "is_continental",
    "plain",
    "quotient",
    "read_digits",
    "vulgar_fraction",
    "whole",
]

EXACT = Context(prec=80)
"""Sums and products of numerals: more digits than any that is read has."""
LONGEST = 40
"""Numerals of more characters are no quantities: nobody counts so far."""

_SHAPE = re.compile(r"([0-9][0-9.,]*+)(:[0-9][0-9.:,]*+)?([^\W\d_][^\W_]*+)?(?:-(.*+))?", re.DOTALL)
_PLAIN = re.compile(r"\d++(?:\.\d++)?+", re.ASCII)
_ENGLISH = re.compile(r"\d{1,3}+(?:,\d{3})++(?:\.\d++)?+", re.ASCII)
_INDIAN = re.compile(r"\d{1,2}+(?:,\d\d(?!\d))++,\d{3}(?:\.\d++)?+", re.ASCII)
_CONTINENTAL = re.compile(r"\d{1,3}+(?:(?:\.\d{3}){2,}+(?:,\d++)?+|\.\d{3},\d++)", re.ASCII)
_DECIMAL_COMMA = re.compile(r"\d++,(?:\d{1,2}|\d{4,9})", re.ASCII)
_ONE_GROUP = re.compile(r"[1-9]\d{0,2}\.\d{3}", re.ASCII)


class Digits(NamedTuple):
    """A token that begins with a digit.

    Its figures ("1,200"), what a colon ties to them (":30"), the letters right behind ("bn"), what a hyphen ties
    ("year-old"). ``value`` is None where its separators contradict each other.
    """

    value: Decimal | None
    figures: str
    clock: str
    glue: str
    tail: str

    @property
    def one_group(self) -> bool:
        """Whether the full stop may part thousands: "4.800"."""
        return _ONE_GROUP.fullmatch(self.figures) is not None

    def of_continent(self) -> Digits:
        """The same with full stops that part thousands."""
        return self._replace(value=Decimal(self.figures.replace(".", "")))


@lru_cache(maxsize=4096)
def read_digits(word: str) -> Digits | None:
    """Read a folded token; None where it does not begin with an ASCII digit or is longer than any quantity.

    >>> read_digits("1,234.5").value, read_digits("12,34,567").value, read_digits("1.234,5").value
    (Decimal('1234.5'), Decimal('1234567'), Decimal('1234.5'))
    >>> read_digits("107-mm").tail, read_digits("1.2bn").glue, read_digits("1,234.567.8").value
    ('mm', 'bn', None)
    """
    match = _SHAPE.fullmatch(word) if len(word) <= LONGEST else None
    if match is None:
        return None
    figures, clock, glue, tail = match.groups("")
    return Digits(_worth(figures), figures, clock, glue, tail)


def _worth(figures: str) -> Decimal | None:
    if _PLAIN.fullmatch(figures):
        return Decimal(figures)
    if _ENGLISH.fullmatch(figures) or _INDIAN.fullmatch(figures):
        return Decimal(figures.replace(",", ""))
    if _CONTINENTAL.fullmatch(figures):
        return Decimal(figures.replace(".", "").replace(",", "."))
    if _DECIMAL_COMMA.fullmatch(figures):
        return Decimal(figures.replace(",", "."))
    return None


def whole(word: str, longest: int) -> int | None:
    """A whole number in ASCII digits, at most ``longest`` of them, and nothing else; commas may part them.

    >>> whole("1,500", 6), whole("²", 6), whole("2.5", 6), whole("1234567", 6)
    (1500, None, None, None)
    """
    plain = word.replace(",", "")
    return int(plain) if len(plain) <= longest and plain.isascii() and plain.isdecimal() else None


def is_continental(words: Iterable[str]) -> bool:
    """Whether any of the tokens can only be a number of the continent: "1.234,5", "12.345.678"."""
    return any(_CONTINENTAL.match(word) for word in words)


@cache
def vulgar_fraction(char: str) -> Decimal | None:
    """What a character such as "½" is worth; None for any other text.

    >>> vulgar_fraction("¾"), vulgar_fraction("x")
    (Decimal('0.75'), None)
    """
    if len(char) != 1 or unicodedata.category(char) != "No" or "FRACTION" not in unicodedata.name(char, ""):
        return None
    above, _, below = unicodedata.normalize("NFKC", char).partition("⁄")
    if not (above.isdecimal() and below.isdecimal()) or below == "0":
        return None
    return quotient(Decimal(above), Decimal(below))


def quotient(above: Decimal, below: Decimal) -> Decimal:
    """One number over another, to 15 figures.

    >>> quotient(Decimal(2), Decimal(3))
    Decimal('0.666666666666667')
    """
    return Decimal(f"{EXACT.divide(above, below):.15g}")


def plain(value: Decimal) -> Decimal:
    """The same number without an exponent or idle zeros behind the point: 2E+9 is 2000000000, 1.50 is 1.5."""
    if value.adjusted() > 60:
        return value.normalize(context=EXACT)
    if value == value.to_integral_value(context=EXACT):
        return value.quantize(Decimal(1), context=EXACT)
    return value.normalize(context=EXACT)
