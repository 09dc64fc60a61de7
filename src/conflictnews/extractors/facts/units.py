"""Units: percent, measures, durations: glued ("107mm"), tied ("107-mm") or apart ("seven miles"); and rates."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from conflictnews.extractors.facts.context import context
from conflictnews.extractors.facts.quantity import Quantity
from conflictnews.extractors.facts.rule import rule
from conflictnews.lexicons.table import read_table
from conflictnews.text.phrase_table import PhraseTable
from conflictnews.text.window import Window

_KINDS = {"percent": "percent", "time": "duration"}
_DEGREES = frozenset({"°", "º"})
_ARTICLES = frozenset({"a", "an"})
_PER = ("a-", "an-", "per-")
_PERCENTS = frozenset({"percent", "percents", "cent", "pct"})
_APART = frozenset("mglLtVWCFRhJN%℃℉٪′″")
"""Symbols of one letter that may stand apart from the number."""


class Unit(NamedTuple):
    """A unit's plain name and dimension."""

    name: str
    dimension: str


@cache
def _rows() -> tuple[tuple[Unit, str, str], ...]:
    """Each unit with its words and its symbols."""
    columns = ("unit", "ucum", "dimension", "words", "symbols")
    rows = read_table("units", *columns) + read_table("si_units", *columns)
    return tuple((Unit(name, dimension), words, symbols) for name, _, dimension, words, symbols in rows)


@cache
def unit_words() -> PhraseTable[Unit]:
    """The words for units, and symbols of several words ("deg C")."""
    return PhraseTable(
        (form, unit)
        for unit, words, symbols in _rows()
        for form in [*filter(None, words.split("|")), *(symbol for symbol in symbols.split("|") if " " in symbol)]
    )


@cache
def _symbols() -> dict[str, Unit]:
    """Symbols as they are written, and folded, where only one unit has that."""
    written: dict[str, Unit] = {}
    folded: dict[str, Unit | None] = {}
    for unit, _, symbols in _rows():
        for symbol in filter(None, symbols.split("|")):
            written.setdefault(symbol, unit)
            low = symbol.lower()
            folded[low] = unit if folded.get(low, unit) == unit else None
    return {**{symbol: unit for symbol, unit in folded.items() if unit is not None}, **written}


def _symbol(surface: str) -> Unit | None:
    return _symbols().get(surface) or _symbols().get(surface.lower())


def _measured(q: Quantity, unit: Unit, last: int | None = None) -> Quantity:
    return q.measured(_KINDS.get(unit.dimension, "measure"), unit.name, last)


@rule("They found 7.62x39mm rounds.", "digits")
def calibre(_window: Window, q: Quantity) -> Quantity | None:
    """The bore of a cartridge, its length glued behind."""
    if q.glue[:1] not in ("x", "×") or not q.glue.endswith("mm") or not q.glue[1:-2].isdecimal():
        return None
    return q.measured("measure", "millimetre")._replace(glue="")


@rule("They fired 107mm rockets.", "digits")
def unit_glued(window: Window, q: Quantity) -> Quantity | None:
    """A unit's symbol or word glued behind the digits."""
    if not q.glue:
        return None
    word = window.surface(q.number[1] - 1)
    surface = word[: len(word) - len(q.tail) - 1 if q.tail else len(word)][-len(q.glue) :]
    unit = _symbol(surface) or unit_words().word(q.glue)
    if unit is None or (surface == "s" and _is_plural_of_figures(word)):
        return None
    return _measured(q, unit)._replace(glue="")


def _is_plural_of_figures(word: str) -> bool:
    """ "the 1990s", "two 737s"."""
    return word.endswith("0s") or (len(word) > 3 and word[:-1].isdecimal())


@rule("They fired 107-mm rockets.", "digits", "words", "fraction")
def unit_tied(window: Window, q: Quantity) -> Quantity | None:
    """A unit tied by a hyphen, in one word or several: "5-square-mile"."""
    if q.glue or not q.tail:
        return None
    parts = q.tail.split("-")
    for size in range(len(parts), 0, -1):
        name = " ".join(parts[:size])
        unit = unit_words().exactly(name) or unit_words().exactly("-".join(parts[:size]))
        if unit is None and size == 1:
            surface = window.surface(q.last - 1)
            unit = _symbol(surface[len(surface) - len(q.tail) :].partition("-")[0])
        if unit is not None:
            return _measured(q, unit)._replace(tail="-".join(parts[size:]))
    return None


@rule("They walked seven miles.", "digits", "words", "vague", "fraction", "ratio")
def unit_word_behind(window: Window, q: Quantity) -> Quantity | None:
    """A unit in words, the longest first; "a second attack" and "two foot soldiers" have none."""
    at = _unit_start(window, q)
    if at is None:
        return None
    found = unit_words().at(window, at)
    if found is None or _is_other(window, at):
        return None
    return _measured(q, *found)


def _unit_start(window: Window, q: Quantity) -> int | None:
    """Where a unit would begin: right behind, or behind a hyphen ("30 - year"), "dozens of", "half an"."""
    if q.glue or q.tail:
        return None
    at = q.last
    word = window.word(at)
    if q.form == "fraction" and (word == "of" or word in _ARTICLES):
        skip = at + 1 + (window.word(at + 1) in _ARTICLES)
        at = skip if window.word(skip) not in ("second", "turn") and unit_words().word(window.word(skip)) else at
    elif (
        word == "<"
        or (word == "-" and q.form == "digits")
        or (word == "of" and (q.form == "vague" or window.word(at - 1) == "couple"))
    ):  # "20 <kg>", "30 - year"
        at += 1
    return at if window.gap(q.last) <= 1 else None


def _is_other(window: Window, at: int) -> bool:
    """Words that name units and other things."""
    word, behind = window.words[at], window.word(at + 1)
    return word in ("foot", "stone", "yard") and behind in context("no-unit-before")


@rule("They pump 52,000 barrel-a-day.", "digits", "words")
def unit_in_compound(window: Window, q: Quantity) -> Quantity | None:
    """A unit that begins a compound behind the number: "52,000 barrel-a-day", "18 year-old"."""
    head, _, tail = window.word(q.last).partition("-")
    unit = unit_words().word(head) if tail and not q.glue and not q.tail else None
    if unit is None or not (tail.startswith(_PER) or tail in context("tied-to-unit")):
        return None
    return _measured(q, unit, q.last + 1)._replace(tail="" if tail == "owned" else tail)


@rule("It was 30 °C.", "digits", "words")
def degrees(window: Window, q: Quantity) -> Quantity | None:
    """The sign for degrees, with the letter of a scale or without."""
    if q.glue or q.tail or window.word(q.last) not in _DEGREES:
        return None
    letter = window.surface(q.last + 1).lower()
    unit = _symbols().get("°" + letter) if letter in ("c", "f") else None
    return _measured(q, unit or _symbols()["°"], q.last + 1 + (unit is not None))


@rule("They walked 17 km.", "digits", "words", "fraction")
def symbol_behind(window: Window, q: Quantity) -> Quantity | None:
    """A symbol behind a blank; none that is more often a word ("in", "s"), nor a quotation mark."""
    at = _unit_start(window, q)
    surface = "" if at is None else window.surface(at)
    if at is None or surface.lower() in context("word-or-unit") or (len(surface) == 1 and surface not in _APART):
        return None
    unit = _symbols().get(surface) if len(surface) == 1 else _symbol(surface)
    return None if unit is None else _measured(q, unit, at + 1)


@rule("percents of twenty", "digits", "words")
def percents_of(window: Window, q: Quantity) -> Quantity | None:
    """ "Percents of" before a number that ends the text, in a search or a table."""
    if window.word(q.first - 1) != "of" or q.last < window.end or window.word(q.first - 2) not in _PERCENTS:
        return None
    return q.measured("percent", "percent")


def rate_word(window: Window, at: int) -> tuple[str, int] | None:
    """What a figure is per, and the token behind it: "per day", "a barrel", "/cm2", "per square foot"."""
    link, word = window.word(at), window.word(at + 1)
    article = link in ("a", "an", "each", "every")
    if not word[:1].isalpha() or not (article or link in ("per", "/")) or word in ("cent", "se"):
        return None
    if article and (word not in context("rate") or (link == "each" and word == "year")):
        return None
    found = unit_words().at(window, at + 1)
    if found is not None:
        return found[0].name, found[1]
    symbol = _symbol(window.surface(at + 1)) if link == "/" or len(word) > 2 else None
    if symbol is None and link == "/" and word not in context("rate"):
        return None
    return symbol.name if symbol is not None else "person" if word == "capita" else word, at + 2


@rule("It pumps 5 million barrels a day.")
def rate_behind(window: Window, q: Quantity) -> Quantity | None:
    """What money or a measure is per."""
    if q.unit is None or q.kind in ("percent", "age"):
        return None
    head, _, tied = window.word(q.last).partition("-")
    if head in _ARTICLES and tied in context("rate"):  # "$5 a-share"
        return q._replace(unit=f"{q.unit} per {tied}", last=q.last + 1)
    found = rate_word(window, q.last)
    if found is None or (q.kind == "duration" and head not in ("per", "/")):
        return None
    return q._replace(unit=f"{q.unit} per {found[0]}", last=found[1])


@rule("They pump 52,000 barrel-a-day.")
def rate_tied(_window: Window, q: Quantity) -> Quantity | None:
    """What a measure is per, tied to it by hyphens."""
    if q.unit is None or not q.tail.startswith(_PER):
        return None
    return q._replace(unit=f"{q.unit} per {q.tail.split('-')[1]}", tail="")
