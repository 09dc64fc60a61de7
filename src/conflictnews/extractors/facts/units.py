"""Units: percent, measures, durations and rates, glued ("107mm"), tied ("107-mm") or apart ("seven miles")."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import NamedTuple

from conflictnews.extractors.facts.context import context
from conflictnews.extractors.facts.quantity import Quantity
from conflictnews.lexicons.table import read_table
from conflictnews.text import TextView

__all__ = ["Unit", "attach_rate", "attach_unit", "rate_word", "unit_words"]

_MILLION = Decimal(1_000_000)
_APART = frozenset("m g l L t V W C F R h J N kt nm".split())
"""Symbols of one letter that may stand apart from the number."""
_WORDS_TOO = frozenset("in us as cal st s d a mi mo ma b pa mos am pm ps mp mps pp bit".split())
"""Symbols that are more often words, when they stand apart."""
_COMPOUNDED = frozenset({"owned", "old", "olds", "long", "deep", "wide", "tall", "high", "thick"})
_MARKS = frozenset({"'", "′", "″", "”", '"', "’"})
_KINDS = {"percent": "percent", "time": "duration"}
_NOT_BY_ARTICLE = frozenset({"second", "person", "square", "unit", "vehicle", "room", "family", "household", "piece"})
_SPOKEN = {
    "annum": "year",
    "meter": "metre",
    "liter": "litre",
    "capita": "person",
    "kilo": "kilogram",
    "mmbtu": "million british thermal unit",
}


class Unit(NamedTuple):
    """A unit's plain name and dimension."""

    name: str
    dimension: str


@cache
def _tables() -> tuple[dict[str, list[tuple[tuple[str, ...], Unit]]], dict[str, Unit], dict[str, Unit]]:
    """Words by their first word, longest first; symbols as written; symbols without regard to case, where one only."""
    words: dict[str, list[tuple[tuple[str, ...], Unit]]] = {}
    symbols: dict[str, Unit] = {}
    folded: dict[str, Unit | None] = {}
    columns = ("unit", "ucum", "dimension", "words", "symbols")
    for name, _, dimension, spoken, written in read_table("units", *columns) + read_table("si_units", *columns):
        unit = Unit(name, dimension)
        for form in filter(None, spoken.split("|")):
            parts = tuple(form.split())
            words.setdefault(parts[0], []).append((parts, unit))
        for symbol in filter(None, written.split("|")):
            if " " in symbol:
                parts = tuple(symbol.split())
                words.setdefault(parts[0], []).append((parts, unit))
                continue
            symbols.setdefault(symbol, unit)
            low = symbol.lower()
            folded[low] = unit if folded.get(low, unit) == unit else None
    for entries in words.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return words, symbols, {symbol: unit for symbol, unit in folded.items() if unit is not None}


@cache
def unit_words() -> frozenset[str]:
    """Every single word that names a unit."""
    return frozenset(parts[0] for entries in _tables()[0].values() for parts, _ in entries if len(parts) == 1)


def _symbol(surface: str) -> Unit | None:
    _, symbols, folded = _tables()
    return symbols.get(surface) or folded.get(surface.lower())


def attach_unit(view: TextView, quantity: Quantity) -> bool:
    """Find the unit of a number and take it into the quantity; whether there was one. Sets its kind."""
    if quantity.form in ("times", "clock", "zero", "ordinal"):
        return False
    unit = _glued(view, quantity)
    if unit is None and not quantity.glue and not quantity.tail:
        unit = _apart(view, quantity)
    if (
        unit is None
        and quantity.first > 1
        and view.words[quantity.first - 1] == "of"
        and quantity.last >= len(view.words)
    ):
        before = view.words[quantity.first - 2]  # "percents of twenty", in a search or a table
        if before in ("percent", "percents", "cent", "pct"):
            unit = Unit("percent", "percent")
    if unit is None:
        return False
    quantity.unit = unit.name
    quantity.kind = _KINDS.get(unit.dimension, "measure")
    quantity.plain = False
    return True


def _glued(view: TextView, quantity: Quantity) -> Unit | None:
    words = _tables()[0]
    if quantity.glue:
        surface = view.text[quantity.end - len(quantity.glue) - (len(quantity.tail) + 1 if quantity.tail else 0) :][
            : len(quantity.glue)
        ]
        unit = _symbol(surface) or _word(words, quantity.glue)
        word = view.words[quantity.number[0]]
        if surface == "s" and (word.endswith("0s") or (len(word) > 3 and word[:-1].isdecimal())):
            return None  # "the 1990s", "two 737s"
        if unit is not None:
            if surface == "m" and _reads_million(view, quantity):
                quantity.times(_MILLION)
                quantity.glue, quantity.scaled = "", True
                return _apart(view, quantity)
            quantity.glue = ""
        return unit
    if quantity.tail:
        head, _, rest = quantity.tail.partition("-")
        unit = _word(words, head) or _symbol(
            view.text[quantity.end - len(quantity.tail) : quantity.end].partition("-")[0]
        )
        for joined in (quantity.tail, quantity.tail.replace("-", " ")):
            parts = tuple(joined.split())
            for form, found in words.get(parts[0], ()) if parts else ():
                if parts[: len(form)] == form and len(form) > 1:
                    quantity.tail = "-".join(parts[len(form) :])
                    return found
        if unit is not None:
            quantity.tail = rest
        if unit is not None and not rest and head in ("square", "cubic", "sq"):
            return _apart(view, quantity)
        return unit
    return None


def _after(view: TextView, at: int) -> str:
    return view.words[at] if at < len(view.words) else ""


def _reads_million(view: TextView, quantity: Quantity) -> bool:
    """ "2.7m sales", "12.3m tonnes", "60m of": millions; "a 750m swim", "72m long": metres."""
    behind = _after(view, quantity.last)
    if not behind.isalpha():
        return False
    return (len(behind) > 3 and behind.endswith("s") and not behind.endswith("ss")) or behind in (
        "people",
        "of",
        "combined",
        "children",
    )


def _word(words: dict[str, list[tuple[tuple[str, ...], Unit]]], word: str) -> Unit | None:
    for parts, unit in words.get(word, ()):
        if len(parts) == 1:
            return unit
    return None


def _apart(view: TextView, quantity: Quantity) -> Unit | None:
    """The unit in the tokens behind a number: words, the longest first, or a symbol."""
    at, size = _unit_start(view, quantity), len(view.words)
    if at >= size or view.starts[at] - view.ends[at - 1] > 1:
        return None
    if view.words[at] == "<" and at + 1 < size:  # "20 <kg>"
        at += 1
    for parts, unit in _tables()[0].get(view.words[at], ()):
        if tuple(view.words[at : at + len(parts)]) == parts:
            other = unit.dimension in ("time", "length", "mass") and _is_other(view, quantity, at)
            return None if other else _take(view, quantity, at + len(parts), unit)
    return _tied_unit(view, quantity, at) or _symbol_apart(view, quantity, at)


def _unit_start(view: TextView, quantity: Quantity) -> int:
    """Where the unit would begin: behind a hyphen ("30 - year"), "dozens of", "half an", "a quarter of a"."""
    words, at = view.words, quantity.last
    if at >= len(words):
        return at
    if quantity.form == "digits" and words[at] == "-" and view.starts[at] - view.ends[at - 1] <= 1:
        return at + 1
    if words[at] == "of" and (quantity.form == "vague" or words[at - 1] == "couple"):
        return at + 1
    if quantity.form == "fraction" and words[at] in ("of", "a", "an"):
        skip = at + 1 + (_after(view, at + 1) in ("a", "an"))
        nxt = _after(view, skip)
        return skip if nxt in unit_words() and nxt not in ("second", "turn") else at
    return at


def _tied_unit(view: TextView, quantity: Quantity, at: int) -> Unit | None:
    """A compound behind the number: "52,000 barrel-a-day", "43 percent-owned", "18 year-old"."""
    head, _, tail = view.words[at].partition("-")
    if not tail.startswith(("a-", "per-", "an-")) and tail not in _COMPOUNDED:
        return None
    unit = _word(_tables()[0], head)
    if unit is None:
        return None
    quantity.tail = "" if tail == "owned" else tail
    return _take(view, quantity, at + 1, unit)


def _symbol_apart(view: TextView, quantity: Quantity, at: int) -> Unit | None:
    """A symbol behind a space: "17 km", "30 °C"; none that is more often a word ("in", "s")."""
    surface = view.text[view.starts[at] : view.ends[at]]
    if surface in ("°", "º"):
        return _degrees(view, quantity, at)
    if surface in _MARKS:
        touching = view.starts[at] == view.ends[at - 1]
        if not touching or quantity.form != "digits" or quantity.scaled or surface in ('"', "’", "”", "'"):
            return None
    elif len(surface) == 1 and surface.isalpha() and surface not in _APART:
        return None
    if surface.lower() in _WORDS_TOO:
        return None
    unit = _tables()[1].get(surface) or (_symbol(surface) if len(surface) > 1 else None)
    return None if unit is None else _take(view, quantity, at + 1, unit)


def _is_other(view: TextView, quantity: Quantity, at: int) -> bool:
    """Words that name units and other things: "a second attack", "two foot soldiers", "five stone houses"."""
    word, behind = view.words[at], _after(view, at + 1)
    if (
        word == "second"
        and quantity.value != 1
        and quantity.form == "words"
        and quantity.number[1] - quantity.number[0] == 1
    ):
        return False
    if word in ("foot", "stone"):
        return behind in ("soldiers", "patrols", "houses", "soldier", "patrol", "walls", "buildings", "bridges")
    return word == "yard" and behind in ("sale", "sales")


def _degrees(view: TextView, quantity: Quantity, at: int) -> Unit:
    symbols = _tables()[1]
    surface = view.text[view.starts[at + 1] : view.ends[at + 1]] if at + 1 < len(view.words) else ""
    unit = symbols.get("°" + surface.lower()) if surface in ("C", "F", "c", "f") else None
    return _take(view, quantity, at + 1 + (unit is not None), unit or symbols["°"])


def _take(view: TextView, quantity: Quantity, last: int, unit: Unit) -> Unit:
    quantity.last, quantity.end = last, view.ends[last - 1]
    if "/" in view.text[quantity.end : quantity.end + 2] and last + 1 < len(view.words):
        joined = view.text[view.starts[last - 1] : view.ends[last + 1]].replace(" ", "")
        whole = _symbol(joined) if view.words[last] == "/" else None
        if whole is not None:
            quantity.last, quantity.end = last + 2, view.ends[last + 1]
            return whole
    return unit


def rate_word(view: TextView, at: int) -> tuple[str, int] | None:
    """What a figure is per, and the token behind it: "per day", "a barrel", "/cm2", "per square foot", "a-year"."""
    words, size = view.words, len(view.words)
    if at + 1 >= size:
        return None
    link, nxt = words[at], words[at + 1]
    if link in ("per", "/") and (nxt.isalpha() or nxt[0].isalpha() or nxt in ("ரூ",)):
        if nxt in ("cent", "se"):
            return None
        entries = _tables()[0].get(nxt, ())
        for parts, unit in entries:
            if tuple(words[at + 1 : at + 1 + len(parts)]) == parts:
                return unit.name, at + 1 + len(parts)
        if link == "/":
            symbol = _symbol(view.text[view.starts[at + 1] : view.ends[at + 1]])
            if symbol is None and nxt not in context("rate"):
                return None
            return (symbol.name if symbol is not None else nxt), at + 2
        return _SPOKEN.get(nxt, nxt), at + 2
    if (
        link in ("a", "an", "each", "every", "-")
        and nxt in context("rate")
        and nxt not in _NOT_BY_ARTICLE
        and not (link == "each" and nxt in ("year",))
    ):
        if link == "-":
            return None
        return _SPOKEN.get(nxt, nxt), at + 2
    return None


def attach_rate(view: TextView, quantity: Quantity) -> None:
    """Add "per day" to the unit of money or a measure, where the text has it."""
    if quantity.unit is None or quantity.kind in ("percent", "age"):
        return
    tail = quantity.tail
    if tail.startswith(("a-", "per-", "an-")):
        quantity.unit += f" per {tail.split('-')[1]}"
        quantity.tail = ""
        return
    at = quantity.last
    if at < len(view.words) and view.words[at] in (
        "a-year",
        "a-month",
        "a-week",
        "a-day",
        "a-share",
        "a-barrel",
        "a-head",
    ):
        quantity.unit += f" per {view.words[at][2:]}"
        quantity.last, quantity.end = at + 1, view.ends[at]
        return
    found = rate_word(view, at)
    if found is None or (quantity.kind == "duration" and view.words[at] in ("a", "an", "every", "each")):
        return
    name, last = found
    quantity.unit += f" per {name}"
    quantity.last, quantity.end = last, view.ends[last - 1]
