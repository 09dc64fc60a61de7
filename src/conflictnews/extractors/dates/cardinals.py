"""Numbers as they stand in dates: days, years and amounts, in figures and in words."""

from __future__ import annotations

import re

from conflictnews.extractors.dates.scene import Scene
from conflictnews.extractors.dates.words import numbers

__all__ = ["cardinal", "day_at", "day_number", "year_at", "year_number"]

_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?", re.ASCII)
_HUNDREDS = {"seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "sixteen": 16}


def day_number(word: str) -> int | None:
    """A day of the month: "7", "7th", "seventh".

    >>> day_number("31st"), day_number("32")
    (31, None)
    """
    match = _DAY.fullmatch(word)
    number = int(match[1]) if match else numbers("ordinal").get(word, 0)
    return number if 1 <= number <= 31 else None


def day_at(scene: Scene, at: int) -> tuple[int, int] | None:
    """A day of the month and the token behind it: "7th", "thirty first", "twenty five" before a year."""
    tens = {"twenty": 20, "thirty": 30}.get(scene.word(at))
    if tens:
        ones = numbers("ordinal").get(scene.word(at + 1)) or numbers("cardinal").get(scene.word(at + 1), 0)
        day = tens + ones if 1 <= ones <= 9 else 0
        return (day, at + 2) if 1 <= day <= 31 else None
    number = day_number(scene.word(at))
    return (number, at + 1) if number else None


def year_number(word: str) -> int | None:
    """A year in four figures, from 1000 to 2999."""
    if len(word) == 4 and word.isascii() and word.isdigit() and word[0] in "12":
        return int(word)
    return None


def cardinal(word: str) -> int | None:
    """A whole number below a million, in figures or one word.

    >>> cardinal("twenty-five"), cardinal("1,500"), cardinal("²")
    (25, 1500, None)
    """
    plain = word.replace(",", "")
    if plain.isascii() and plain.isdigit():
        return int(plain) if len(plain) <= 6 else None
    table = numbers("cardinal")
    if word in table:
        return table[word]
    tens, dash, ones = word.partition("-")
    if dash and tens in table and table[tens] >= 20 and 1 <= table.get(ones, 0) <= 9:
        return table[tens] + table[ones]
    return None


def year_at(scene: Scene, at: int) -> tuple[int, int] | None:
    """A year in figures, as "'21" or in words, and the token behind it."""
    word = scene.word(at)
    year = year_number(word)
    if year is not None:
        return year, at + 1
    if word == "'" and len(scene.word(at + 1)) == 2 and scene.touching(at + 1):
        short = cardinal(scene.word(at + 1))
        if short is not None and scene.words[at + 1].isdigit():
            return (2000 if short < 50 else 1900) + short, at + 2
    return _year_in_words(scene, at)


def _year_in_words(scene: Scene, at: int) -> tuple[int, int] | None:
    if scene.word(at) == "two" and scene.word(at + 1) == "thousand":
        behind = at + 3 if scene.word(at + 2) == "and" else at + 2
        rest = _below_hundred(scene, behind)
        return (2000 + rest[0], rest[1]) if rest else (2000, at + 2)
    hundreds = _HUNDREDS.get(scene.word(at))
    if hundreds is None:
        return None
    behind = at + 1
    if scene.word(behind) == "hundred":
        behind += 2 if scene.word(behind + 1) == "and" else 1
    rest = _below_hundred(scene, behind)
    return (hundreds * 100 + rest[0], rest[1]) if (rest and rest[0] >= 10) or (rest and behind > at + 1) else None


def _below_hundred(scene: Scene, at: int) -> tuple[int, int] | None:
    word = scene.word(at)
    number = cardinal(word) if word and word[0].isalpha() else None
    if number is None:
        return None
    ones = numbers("cardinal").get(scene.word(at + 1), 0)
    if number >= 20 and number % 10 == 0 and 1 <= ones <= 9:
        return number + ones, at + 2
    return number, at + 1
