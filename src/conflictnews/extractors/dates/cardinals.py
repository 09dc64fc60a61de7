"""Numbers as they stand in dates: days and years, in figures and in words."""

from __future__ import annotations

from conflictnews.extractors.dates.scene import Scene
from conflictnews.text.numerals import whole
from conflictnews.text.spelled_numbers import class_of, ordinal, spelled

__all__ = ["day_at", "day_number", "year_at", "year_number"]


def day_number(word: str) -> int | None:
    """A day of the month in one token: "7", "7th", "seventh".

    >>> day_number("31st"), day_number("32")
    (31, None)
    """
    number = whole(word, 2) or ordinal(word) or 0
    return number if 1 <= number <= 31 else None


def day_at(scene: Scene, at: int) -> tuple[int, int] | None:
    """A day of the month and the token behind it: "7th", "thirty first", "twenty five" before a year."""
    word, behind = scene.word(at), scene.word(at + 1)
    if class_of(word) == "ten" and "-" not in word and class_of(behind) in ("unit", "ordinal"):
        found = spelled((word, behind), 0, 2)
        day = int(found.value) if found is not None and found.last == 2 else 0
        return (day, at + 2) if 1 <= day <= 31 else None
    number = day_number(word)
    return (number, at + 1) if number else None


def year_number(word: str) -> int | None:
    """A year in four figures, from 1000 to 2999."""
    return int(word) if len(word) == 4 and word.isascii() and word.isdigit() and word[0] in "12" else None


def year_at(scene: Scene, at: int) -> tuple[int, int] | None:
    """A year in figures, as "'21" or in words, and the token behind it."""
    word = scene.word(at)
    if (year := year_number(word)) is not None:
        return year, at + 1
    if word == "'" and len(scene.word(at + 1)) == 2 and scene.touching(at + 1):
        short = whole(scene.word(at + 1), 2)
        if short is not None:
            return (2000 if short < 50 else 1900) + short, at + 2
    return _year_in_words(scene, at)


def _year_in_words(scene: Scene, at: int) -> tuple[int, int] | None:
    """ "Two thousand and four", "nineteen hundred and six", "nineteen eighty-four"."""
    if class_of(scene.word(at)) not in ("unit", "ten"):
        return None
    words = [scene.word(k) for k in range(at, at + 5)]
    found = spelled(words, 0, 5)
    if found is None or found.form != "words" or found.tail:
        return None
    if found.scale > 1 and 1600 <= found.value < 2100:
        return int(found.value), at + found.last
    rest = spelled(words, found.last, 5) if found.last == 1 and 16 <= found.value <= 20 else None
    if rest is None or rest.form != "words" or rest.tail or not 10 <= rest.value < 100:
        return None
    return int(found.value) * 100 + int(rest.value), at + rest.last
