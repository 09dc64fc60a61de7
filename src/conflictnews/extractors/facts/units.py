"""Units: percent, measures, durations, names of currencies; glued ("107mm"), tied ("107-mm"), apart; and rates."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import NamedTuple

from conflictnews.extractors.facts.context import context
from conflictnews.extractors.facts.quantity import Quantity
from conflictnews.extractors.facts.rule import rule
from conflictnews.lexicons.lexicon import open_table, per_lexicon
from conflictnews.lexicons.table import read_table
from conflictnews.text.morphology import singular
from conflictnews.text.numerals import quotient, whole
from conflictnews.text.phrase_table import PhraseTable
from conflictnews.text.tokens import fold, token_spans
from conflictnews.text.window import Window

_KINDS = {"percent": "percent", "time": "duration"}
_ARTICLES = frozenset({"a", "an"})
_PER = ("a-", "an-", "per-")
_PERCENTS = frozenset({"percent", "percents", "cent", "pct"})
_FOOT, _INCH, _BELOW = frozenset("'’′"), frozenset('"”″'), frozenset("-–−")
_TWELVE = Decimal(12)
_APART = frozenset("mglLtVWCFRhJN%℃℉٪′″°º")
"""Symbols of one letter that may stand apart from the number."""


class Unit(NamedTuple):
    """A unit's plain name, or the code of a currency, and the kind of what it measures."""

    name: str
    kind: str


@per_lexicon
def _rows() -> tuple[tuple[Unit, str, str], ...]:
    """Each currency and unit with its words and its symbols."""
    columns = ("unit", "ucum", "dimension", "words", "symbols")
    units = open_table("units", *columns) + read_table("si_units", *columns)
    money = read_table("currencies", "code", "name", "words", "before", "after")
    return (
        *((Unit(code, "money"), words, "") for code, _, words, _, _ in money),
        *((Unit(name, _KINDS.get(of, "measure")), words, symbols) for name, _, of, words, symbols in units),
    )


@per_lexicon
def unit_words() -> PhraseTable[Unit]:
    """The words for units, and symbols of several tokens ("deg C", "°C")."""
    rows: list[tuple[str, Unit]] = []
    for unit, words, symbols in _rows():
        rows += ((form, unit) for form in words.split("|") if form)
        tokens = (
            " ".join(fold(symbol)[start:end] for start, end in token_spans(symbol)) for symbol in symbols.split("|")
        )
        rows += ((form, unit) for form in tokens if " " in form and not form.endswith("."))
    return PhraseTable(rows)


@per_lexicon
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
    return q.measured(unit.kind, unit.name, last)


@rule("They found 7.62x39mm rounds.", "glued")
def calibre(_window: Window, q: Quantity) -> Quantity | None:
    """The bore of a cartridge, its length glued behind."""
    if q.glue[:1] not in ("x", "×") or not q.glue.endswith("mm") or not q.glue[1:-2].isdecimal():
        return None
    return q.measured("measure", "millimetre")._replace(glue="")


@rule("They fired 107mm rockets.", "glued")
def unit_glued(window: Window, q: Quantity) -> Quantity | None:
    """A unit's symbol or word glued behind the digits; "s" makes a plural of them ("the 1990s", "two 737s")."""
    word = window.surface(q.number[1] - 1)
    surface = word[: len(word) - len(q.tail) - 1 if q.tail else len(word)][-len(q.glue) :]
    unit = _symbol(surface) or unit_words().word(q.glue)
    return None if unit is None or surface == "s" else _measured(q, unit)._replace(glue="")


_SECTIONS = frozenset("ABCDEFGH")
"""Letters that behind a hyphen number a section or a flat: "153-A"."""


@rule("They fired 107-mm rockets.", "tied")
def unit_tied(window: Window, q: Quantity) -> Quantity | None:
    """A unit tied by a hyphen, in one word or several: "5-square-mile"."""
    parts = q.tail.split("-")
    for size in range(len(parts), 0, -1):
        unit = unit_words().exactly(" ".join(parts[:size]))
        if unit is None and size == 1:
            surface = window.surface(q.last - 1)
            symbol = surface[len(surface) - len(q.tail) :].partition("-")[0]
            unit = None if symbol in _SECTIONS else _symbol(symbol)
        if unit is not None:
            return _measured(q, unit)._replace(tail="-".join(parts[size:]))
    return None


@rule("They walked seven miles.", "digits", "words", "vague", "fraction", "ratio")
def unit_word_behind(window: Window, q: Quantity) -> Quantity | None:
    """A unit in words, the longest first, past "consecutive"; "a second attack" and "two foot soldiers" have none."""
    at = _unit_start(window, q)
    found = unit_words().at(window, at)
    if found is None and window.word(at) in _before_units():
        found = unit_words().at(window, at + 1)
    if found is None or (
        window.word(at) in ("foot", "stone", "yard") and window.word(at + 1) in context("no-unit-before")
    ):
        return None
    if (window.word(at), singular(window.word(at + 1))) in _weapons():
        return None  # "270 barrel bombs"
    return _measured(q, *found)


@cache
def _before_units() -> frozenset[str]:
    """Adjectives between a number and its unit: "four CONSECUTIVE days"."""
    rows = read_table("date_words", "word", "class", "value")
    return frozenset(word for word, kind, _ in rows if kind == "between")


@per_lexicon
def _weapons() -> frozenset[tuple[str, str]]:
    """The names of weapons that have two words."""
    names = (weapon.split() for weapon, _ in open_table("weapons", "weapon", "code"))
    return frozenset((words[0], words[1]) for words in names if len(words) == 2)


def _unit_start(window: Window, q: Quantity) -> int:
    """Where a unit would begin: right behind, or behind a hyphen ("30 - year"), "dozens of", "half an"."""
    at, word = q.last, window.word(q.last)
    if window.gap(at) > 1:
        return window.end
    if q.form == "fraction" and (word == "of" or word in _ARTICLES):
        skip = at + 1 + (window.word(at + 1) in _ARTICLES)
        at = skip if window.word(skip) not in ("second", "turn") and unit_words().word(window.word(skip)) else at
    else:
        of = word == "of" and (q.form == "vague" or window.word(at - 1) == "couple")
        at += of or word == "<" or (word == "-" and q.form == "digits")
    return at


@rule("They pump 52,000 barrel-a-day.", "digits", "words")
def unit_in_compound(window: Window, q: Quantity) -> Quantity | None:
    """A unit that begins a compound behind the number: "52,000 barrel-a-day", "18 year-old"."""
    head, _, tail = window.word(q.last).partition("-")
    unit = unit_words().word(head) if tail else None
    if unit is None or not (tail.startswith(_PER) or tail in context("tied-to-unit")):
        return None
    return _measured(q, unit, q.last + 1)._replace(tail="" if tail == "owned" else tail)


@rule("They walked 17 km.", "digits", "words", "fraction")
def symbol_behind(window: Window, q: Quantity) -> Quantity | None:
    """A symbol behind a blank; none that is more often a word ("in", "s"), nor a quotation mark."""
    at = _unit_start(window, q)
    surface = window.surface(at)
    if surface.lower() in context("word-or-unit") or (len(surface) == 1 and surface not in _APART):
        return None
    unit = _symbols().get(surface) if len(surface) == 1 else _symbol(surface)
    return None if unit is None else _measured(q, unit, at + 1)


@rule("percents of twenty", "digits", "words")
def percents_of(window: Window, q: Quantity) -> Quantity | None:
    """ "Percents of" before a number that ends the text, in a search or a table."""
    if window.word(q.first - 1) != "of" or q.last < window.end or window.word(q.first - 2) not in _PERCENTS:
        return None
    return q.measured("percent", "percent")


@rule("It pumps 5 million barrels a day.")
def rate_behind(window: Window, q: Quantity) -> Quantity | None:
    """What money or a measure is per: "per day", "a barrel", "/cm2", "per square foot", "a-share"."""
    link, at = window.word(q.last), q.last + 1
    word = window.word(at)
    head, _, tied = link.partition("-")
    if q.unit is None or q.kind in ("percent", "age"):
        return None
    if q.tail.startswith(_PER):  # "barrel-a-day"
        return q._replace(unit=f"{q.unit} per {q.tail.split('-')[1]}", tail="")
    if head in _ARTICLES and tied in context("rate"):
        return q._replace(unit=f"{q.unit} per {tied}", last=at)
    if not word[:1].isalpha() or word in ("cent", "se") or (link == "each" and word == "year"):
        return None
    spoken = link in ("a", "an", "each", "every") and word in context("rate") and q.kind != "duration"
    if not spoken and link not in ("per", "/"):
        return None
    name, last = _per(window, at, link == "/")
    return q._replace(unit=f"{q.unit} per {name}", last=last) if name else None


def _per(window: Window, at: int, stroke: bool) -> tuple[str, int]:
    """What a rate is per, and the token behind it: a unit, or any word; behind a stroke only a known one."""
    word, surface = window.words[at], window.surface(at)
    if (found := unit_words().at(window, at)) is not None:
        return found[0].name, found[1]
    if (symbol := _symbol(surface) if stroke or len(word) > 2 else None) is not None:
        return symbol.name, at + 1
    if word == "capita":
        return "person", at + 1
    return "" if stroke and word not in context("rate") else word, at + 1


@rule("""He is 6'4" tall.""", "digits")
def feet_or_inch_mark(window: Window, q: Quantity) -> Quantity | None:
    """A stroke behind digits, where a second figure or a word of extent says that it is no quotation mark."""
    at, mark = q.last, window.surface(q.last)
    if q.scale > 1 or (mark not in _FOOT and mark not in _INCH) or window.gap(at) > 1:
        return None
    q = q.measured("measure", "foot" if mark in _FOOT else "inch", at + 1)
    tied = mark in _FOOT and window.touching(at) and window.touching(at + 1)
    inches = whole(window.word(at + 1), 2) if tied else None
    if inches is not None and inches < _TWELVE:
        return q.to(quotient(12 * q.value + inches, _TWELVE), at + 2 + (window.surface(at + 2) in _INCH))
    measured = window.word(q.first - 1) == "of" and window.word(q.first - 2) in context("extent-of")
    return q if measured or window.word(at + 1) in context("extent") else None


@rule("It was - 20 degrees Celsius.", "digits", "words")
def below_zero(window: Window, q: Quantity) -> Quantity | None:
    """A minus set apart before a temperature."""
    at = q.first - 1
    if q.unit not in ("celsius", "fahrenheit") or q.signed or window.word(at) not in _BELOW or window.gap(at) == 0:
        return None
    if window.word(at - 1)[:1].isdigit():
        return None
    return q.times(Decimal(-1))._replace(first=at, signed=True)
