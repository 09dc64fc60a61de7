"""Write ``lexicons/si_units.tsv``: SI units with their prefixes, and squares and cubes of lengths.

    python tools/make_units.py

From facts of public standards, which stand in the tables below: the SI Brochure of the BIPM (9th edition: names,
symbols, prefixes), IEC 80000-13 (bits and bytes) and UCUM 2.1 (codes). Units that are not made by a rule (mile, barrel,
percent) are rows of ``lexicons/units.tsv``, written by hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

TABLE = Path(__file__).parent.parent / "src" / "conflictnews" / "lexicons" / "si_units.tsv"

PREFIXES = {
    "P": "peta", "T": "tera", "G": "giga", "M": "mega", "k": "kilo", "d": "deci", "c": "centi", "m": "milli",
    "µ": "micro", "n": "nano",
}  # fmt: skip

# name, symbol, UCUM code, dimension, the prefixes that are in use, further spellings of the name
BASES = (
    ("metre", "m", "m", "length", "kcmµnd", ("meter",)),
    ("gram", "g", "g", "mass", "kmµn", ("gramme",)),
    ("tonne", "t", "t", "mass", "MG", ("metric ton", "metric tonne")),
    ("litre", "l", "L", "volume", "mcd", ("liter",)),
    ("watt", "W", "W", "power", "kMGTm", ()),
    ("watt hour", "Wh", "W.h", "energy", "kMGT", ("watt-hour",)),
    ("hertz", "Hz", "Hz", "frequency", "kMGT", ()),
    ("byte", "B", "By", "data", "kMGTP", ()),
    ("bit", "bit", "bit", "data", "kMG", ()),
    ("pascal", "Pa", "Pa", "pressure", "kM", ()),
    ("volt", "V", "V", "voltage", "kMm", ()),
    ("joule", "J", "J", "energy", "kMG", ()),
    ("ampere", "A", "A", "current", "m", ("amp",)),
    ("ampere hour", "Ah", "A.h", "charge", "m", ("ampere-hour", "amp hour", "amp-hour")),
    ("newton", "N", "N", "force", "k", ()),
    ("electronvolt", "eV", "eV", "energy", "kMGT", ()),
    ("becquerel", "Bq", "Bq", "radioactivity", "kMGT", ()),
    ("sievert", "Sv", "Sv", "dose", "mµ", ()),
    ("gray", "Gy", "Gy", "dose", "m", ()),
    ("ohm", "Ω", "Ohm", "resistance", "kM", ()),
    ("farad", "F", "F", "capacitance", "µn", ()),
    ("calorie", "cal", "cal", "energy", "k", ()),
)

# name, plural, symbol, UCUM code: what is squared and cubed
LENGTHS = (
    ("metre", "metres", "m", "m"),
    ("kilometre", "kilometres", "km", "km"),
    ("centimetre", "centimetres", "cm", "cm"),
    ("millimetre", "millimetres", "mm", "mm"),
    ("foot", "feet", "ft", "[ft_i]"),
    ("inch", "inches", "in", "[in_i]"),
    ("yard", "yards", "yd", "[yd_i]"),
    ("mile", "miles", "mi", "[mi_i]"),
)
POWERS = (("square", "sq", "2", "²", "area"), ("cubic", "cu", "3", "³", "volume"))
SHORT = {"square metre": "sqm", "square foot": "sqft"}

HEADER = """\
# SI units with their prefixes, and squares and cubes of lengths. Made by tools/make_units.py: change the facts
# there, and put units that follow no rule into units.tsv. Columns as there.
# Sources: the SI Brochure of the BIPM (9th edition), IEC 80000-13, UCUM 2.1.
unit\tucum\tdimension\twords\tsymbols
"""

Row = tuple[str, str, str, str, str]


def prefixed() -> Iterator[Row]:
    for name, symbol, code, dimension, prefixes, others in BASES:
        for prefix in ("", *prefixes):
            forms = [PREFIXES.get(prefix, "") + form + end for form in (name, *others) for end in ("", "s")]
            ascii_prefix = prefix.replace("µ", "u")
            symbols = dict.fromkeys((prefix + symbol, ascii_prefix + symbol, prefix.replace("µ", "μ") + symbol))
            unit = PREFIXES.get(prefix, "") + name
            yield unit, ascii_prefix + code, dimension, "|".join(forms), "|".join(symbols)


def powers() -> Iterator[Row]:
    for name, plural, symbol, code in LENGTHS:
        american = [form.replace("metre", "meter") for form in (name, plural)]
        forms = list(dict.fromkeys((name, plural, *american, symbol)))
        for word, short, exponent, raised, dimension in POWERS:
            words = [f"{head} {form}" for head in (word, short) for form in forms]
            words += [f"{short}. {symbol}.", f"{short}. {symbol}"]
            unit = f"{word} {name}"
            symbols = [symbol + exponent, symbol + raised, *([SHORT[unit]] if unit in SHORT else [])]
            yield unit, code + exponent, dimension, "|".join(words), "|".join(symbols)


if __name__ == "__main__":
    rows = ["\t".join(row) for row in (*prefixed(), *powers())]
    TABLE.write_text(HEADER + "\n".join(rows) + "\n", encoding="utf-8")
