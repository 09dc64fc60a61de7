"""Numbers in digits: separators, groups, fractions, powers, and what is glued to them."""

from __future__ import annotations

import re
from decimal import Decimal

from conflictnews.extractors.facts.bounds import apply_bound
from conflictnews.extractors.facts.quantity import EXACT, Quantity
from conflictnews.extractors.facts.scaling import scale_digits, sign
from conflictnews.extractors.facts.values import LONGEST, Numeral, numeral, vulgar_fraction
from conflictnews.text import TextView

__all__ = ["FRACTIONS", "GLUED", "read_digits", "read_glued", "read_vulgar"]

FRACTIONS = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"
GLUED = re.compile(r"([a-z=]{1,4})(\d[\d.,]*)")
"""Letters before digits in one token: "usd1", "rm79"."""
_PREFIXED = re.compile(r"(minus-|sub-)(\d[\d.,]*)")
_DENOMINATORS = frozenset("2 3 4 5 6 7 8 9 10 12 16 20 32 64 100".split())


def read_digits(view: TextView, at: int, found: Numeral) -> Quantity:
    """The number that begins with the digits of token ``at``, read as ``found``."""
    words, starts, ends = view.words, view.starts, view.ends
    quantity = Quantity(at, at + 1, starts[at], ends[at], found.value, "digits")
    quantity.glue, quantity.tail = found.glue, found.tail
    quantity.plain = found.digits.isdigit() and not found.clock
    if found.clock:
        quantity.form = "clock"
        quantity.tail = found.digits + found.clock
        return quantity
    if found.value is None:
        quantity.form = "ambiguous"
        return quantity
    if found.glue and len(found.glue) == 1 and (part := vulgar_fraction(found.glue)) is not None:
        quantity.set(EXACT.add(found.value, part))
        quantity.glue = ""
    if found.glue in ("st", "nd", "rd", "th"):
        quantity.form, quantity.glue = "ordinal", ""
        return quantity
    if at and words[at - 1] == "." and ends[at - 1] == starts[at] and (at < 2 or ends[at - 2] < starts[at - 1]):
        quantity.set(EXACT.scaleb(found.value, -len(found.digits)))  # ".001"
        quantity.first, quantity.start, quantity.plain = at - 1, starts[at - 1], False
    if not quantity.glue and not quantity.tail:
        _join_groups(view, quantity, found)
        _add_fraction(view, quantity)
        _power(view, quantity)
        _exponent(view, quantity)
    elif quantity.glue[:1] in ("e", "x"):
        _scientific(view, quantity)
    scale_digits(view, quantity)
    sign(view, quantity)
    quantity.number = (quantity.first, quantity.last)
    return quantity


def _scientific(view: TextView, quantity: Quantity) -> None:
    """ "1.3e6", "12e-1", "6.23x10^-4"."""
    if quantity.glue == "x10":
        _exponent(view, quantity)
        return
    power = quantity.glue[1:]
    if quantity.glue == "e" and quantity.tail.isdecimal() and quantity.tail.isascii():
        power, quantity.tail = "-" + quantity.tail, ""
    if (
        quantity.value is not None
        and not quantity.tail
        and power.lstrip("-").isdecimal()
        and power.isascii()
        and len(power) < 4
    ):
        quantity.set(quantity.value.scaleb(int(power), context=EXACT))
        quantity.glue, quantity.plain = "", False


def _join_groups(view: TextView, quantity: Quantity, found: Numeral) -> None:
    """ "40 000", "1 234 567": groups of three behind a space: two of them, or 000, or a thin space."""
    if len(found.digits) > 3 or not quantity.plain or found.digits[0] == "0":
        return
    words, starts, ends, text = view.words, view.starts, view.ends, view.text
    last = quantity.last
    groups = [found.digits]
    while last < len(words) and len(groups) < 8 and starts[last] == ends[last - 1] + 1:
        group = words[last]
        if not (group[:3].isdecimal() and group.isascii() and (len(group) == 3 or group[3:4] == ".")):
            break
        groups.append(group)
        last += 1
        if len(group) > 3:
            break
    if len(groups) == 1:
        return
    space = text[ends[quantity.last - 1]]
    if len(groups) > 2 or groups[1] == "000" or space in "\u00a0\u2009\u202f":
        worth = numeral("".join(groups))
        if worth is not None and worth.value is not None and not worth.glue and not worth.tail:
            quantity.set(worth.value)
            quantity.last, quantity.end, quantity.plain = last, ends[last - 1], False


def _add_fraction(view: TextView, quantity: Quantity) -> None:
    """ "1/2", "10 1/2", "1 ½"."""
    words, starts, ends = view.words, view.starts, view.ends
    at, size = quantity.last, len(words)
    if at < size and words[at][0] in FRACTIONS and quantity.plain:
        part = vulgar_fraction(words[at])
        if part is not None and quantity.value is not None:
            quantity.set(EXACT.add(quantity.value, part))
            quantity.last, quantity.end, quantity.plain = at + 1, ends[at], False
        return
    over = _fraction(view, at - 1, quantity.plain)
    if over is not None:
        quantity.set(over)
        quantity.last, quantity.end, quantity.plain, quantity.form = at + 2, ends[at + 1], False, "fraction"
        _tail_of(view, quantity, at + 1)
    elif quantity.plain and at < size and starts[at] - ends[at - 1] in (1, 2):
        over = _fraction(view, at, words[at].isdecimal())
        if over is not None and over < 1 and quantity.value is not None:
            quantity.set(EXACT.add(quantity.value, over))
            quantity.last, quantity.end, quantity.plain = at + 3, ends[at + 2], False
            _tail_of(view, quantity, at + 2)


def _fraction(view: TextView, above: int, bare: bool) -> Decimal | None:
    """The fraction whose numerator is token ``above``: digits, a stroke, a usual denominator, and no date or path."""
    words, size = view.words, len(view.words)
    if not bare or above + 2 >= size or words[above + 1] not in ("/", "⁄"):
        return None
    below = words[above + 2].split("-")[0]
    if below not in _DENOMINATORS or len(words[above]) > 3 or (above + 3 < size and words[above + 3] == "/"):
        return None
    if view.ends[above] != view.starts[above + 1] and view.ends[above] + 1 != view.starts[above + 1]:
        return None
    numerator = numeral(words[above])
    if numerator is None or numerator.value is None or numerator.glue or numerator.tail:
        return None
    return Decimal(f"{EXACT.divide(numerator.value, Decimal(below)):.15g}") if numerator.value < 50 else None


def _tail_of(view: TextView, quantity: Quantity, at: int) -> None:
    quantity.tail = view.words[at].partition("-")[2]


def _power(view: TextView, quantity: Quantity) -> None:
    """ "1.1^23": a small whole power."""
    words, size, at = view.words, len(view.words), quantity.last
    if at + 1 >= size or words[at] != "^" or quantity.value is None:
        return
    k = at + 1
    signs = 0
    while k < size and words[k] in ("-", "+", "−", "--") and k < at + 4:
        signs += words[k].count("-") + words[k].count("−")
        k += 1
    if k < size and words[k].isdecimal() and words[k].isascii() and len(words[k]) < 3 and quantity.value:
        power = int(words[k]) * (-1 if signs % 2 else 1)
        quantity.set(Decimal(f"{quantity.value**power:.15g}"))
        quantity.last, quantity.end, quantity.plain = k + 1, view.ends[k], False


def _exponent(view: TextView, quantity: Quantity) -> None:
    """ "1.99×10−30", "6.23x10^-4"; "1.3e6" stays with its glue."""
    words, size = view.words, len(view.words)
    at = quantity.last
    if quantity.glue == "x10" and at + 1 < size and words[at] == "^":
        k = at + 1
    elif at + 2 >= size or words[at] not in ("×", "x", "*") or words[at + 1] != "10" or quantity.value is None:
        return
    else:
        k = at + 2 + (words[at + 2] == "^")
    negative = k < size and words[k] in ("-", "−", "–")
    k += negative
    if quantity.value is not None and k < size and words[k].isdecimal() and words[k].isascii() and len(words[k]) < 4:
        power = -int(words[k]) if negative else int(words[k])
        quantity.set(quantity.value.scaleb(power, context=EXACT))
        quantity.last, quantity.end, quantity.plain, quantity.glue = k + 1, view.ends[k], False, ""


def read_vulgar(view: TextView, at: int) -> Quantity | None:
    """A fraction in one character: "½"."""
    worth = vulgar_fraction(view.words[at])
    return None if worth is None else Quantity(at, at + 1, view.starts[at], view.ends[at], worth, "fraction")


def read_glued(view: TextView, at: int) -> Quantity | None:
    """A currency's letters glued before the digits: "USD1,700", "RM79", "$US113"; the token may end at a comma."""
    match = GLUED.match(view.words[at]) or _PREFIXED.match(view.words[at])
    if match is None:
        return None
    start = view.starts[at] + len(match[1])
    end = start
    limit = min(len(view.text), start + LONGEST)
    text = view.folded
    while end < limit and (text[end].isascii() and (text[end].isalnum() or text[end] in ".,")):
        end += 1
    while text[end - 1] in ".,":
        end -= 1
    found = numeral(text[start:end])
    if found is None or found.value is None or found.tail:
        return None
    last = view.token_at(end - 1) + 1
    quantity = Quantity(at, last, start, end, found.value, "digits")
    quantity.glue = found.glue
    scale_digits(view, quantity)
    if match[1] in ("minus-", "sub-"):
        quantity.start = view.starts[at]
        if match[1] == "minus-":
            quantity.times(Decimal(-1))
        else:
            apply_bound(quantity, "max")
    return quantity
