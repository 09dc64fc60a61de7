"""The vocabulary of temporal expressions, read once from the lexicons."""

from __future__ import annotations

from datetime import date
from functools import cache

from conflictnews.lexicons.table import read_table

__all__ = ["feasts", "holidays", "numbers", "words"]


@cache
def words(label: str) -> dict[str, str]:
    """The words of one class of ``date_words.tsv``, each with its value.

    >>> words("month")["february"]
    '2'
    """
    return {word: value for word, of, value in read_table("date_words", "word", "class", "value") if of == label}


@cache
def numbers(*labels: str) -> dict[str, int]:
    """The words of some classes whose values are whole numbers.

    >>> numbers("weekday", "weekday-short")["fri"]
    5
    """
    return {word: int(value) for label in labels for word, value in words(label).items()}


@cache
def feasts() -> dict[str, tuple[tuple[date, date], ...]]:
    """The days of the feasts that other calendars set, by the feast, ascending: first and last day."""
    found: dict[str, list[tuple[date, date]]] = {}
    for feast, first, last in read_table("date_feasts", "feast", "first", "last"):
        found.setdefault(feast, []).append((date.fromisoformat(first), date.fromisoformat(last)))
    return {feast: tuple(sorted(days)) for feast, days in found.items()}


@cache
def holidays() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """The named days by their first word: the rest of the name, the longest first, and the rule of the day."""
    named: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, rule in read_table("date_holidays", "name", "rule"):
        first, *rest = name.split()
        named.setdefault(first, []).append((tuple(rest), rule))
    return {first: tuple(sorted(days, key=lambda day: (-len(day[0]), day))) for first, days in named.items()}
