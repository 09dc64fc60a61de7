"""Numerals in digits: separators, groups, fractions, powers, ranges in one token, and what is glued to them."""

from __future__ import annotations

import re
from decimal import Decimal

from conflictnews.extractors.facts.context import context
from conflictnews.extractors.facts.quantity import Quantity
from conflictnews.extractors.facts.rule import rule
from conflictnews.text.nouns import is_plural, nouns
from conflictnews.text.numerals import EXACT, LONGEST, quotient, read_digits, vulgar_fraction, whole
from conflictnews.text.spelled_numbers import number_words, scale_of
from conflictnews.text.window import Window

LETTERS = re.compile(r"([a-z=]{1,4}|minus-|sub-)\d[\d.,]*")
"""A token of letters and digits that may hold a number: "usd1", "minus-260"."""
_ORDINAL = frozenset({"st", "nd", "rd", "th"})
_GROUP = re.compile(r"\d{3}(\.\d+)?", re.ASCII)
_THIN = "\u00a0\u2009\u202f"
_DENOMINATORS = frozenset(map(str, (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 32, 64, 100)))
_CURRENCIES = frozenset("$€£")
_MILLION = Decimal(1_000_000)
_MINUS = frozenset({"-", "−", "–"})
_POWER = re.compile(r"(?:(\^)|e| ?[×x*] ?10(?:\^|(?=[−–])))(--|[-−–+]?)(\d{1,3})(?!\w)", re.ASCII)


@rule("Some 13,500 people fled.", "digits")
def digits(window: Window, at: int) -> Quantity | None:
    """Digits with their separators; "3rd" is an ordinal."""
    found = read_digits(window.words[at])
    if found is None or found.clock:
        return None
    if found.value is None:
        return Quantity(at, at + 1, "ambiguous", Decimal(0))
    if found.one_group and (window.view.continental or _are_people(window, at + 1)):
        found = found.of_continent()
    glue, form = (found.glue, "digits") if found.glue not in _ORDINAL else ("", "ordinal")
    bare = found.figures.isdigit()
    return Quantity(at, at + 1, form, found.value or Decimal(0), glue=glue, tail=found.tail, bare=bare)


def _are_people(window: Window, at: int) -> bool:
    """Whether a token counts people, of whom there are no fractions: "12.500 refugees", "1 200 people"."""
    word = window.word(at)
    return is_plural(word) and word in nouns("person")


@rule("They ate ½ of it.", "fraction sign")
def fraction_sign(window: Window, at: int) -> Quantity | None:
    """A fraction in one character."""
    worth = vulgar_fraction(window.words[at])
    return None if worth is None else Quantity(at, at + 1, "fraction", worth)


@rule("It cost USD1,700.", "letters")
def letters_before_digits(window: Window, at: int) -> Quantity | None:
    """A currency's letters, "minus" or "sub" written onto the digits; the token may end at a comma of the number."""
    match, view = LETTERS.match(window.words[at]), window.view
    if match is None or (match[1] in context("behind-dollar-sign") and window.word(at - 1) != "$"):
        return None
    start = view.starts[at] + len(match[1])
    end, limit, text = start, min(len(view.text), start + LONGEST), view.folded
    while end < limit and text[end].isascii() and (text[end].isalnum() or text[end] in ".,"):
        end += 1
    while text[end - 1] in ".,":
        end -= 1
    found, last = read_digits(text[start:end]), view.token_at(end - 1) + 1
    if found is None or found.value is None or found.tail or view.ends[last - 1] != end:
        return None
    number = Quantity(at, last, "digits", found.value, glue=found.glue)
    if match[1] == "minus-":
        return number.times(Decimal(-1))
    return number._replace(bound="max") if match[1] == "sub-" else number


@rule("Sales rose .5 percent.", "digits")
def leading_point(window: Window, n: Quantity) -> Quantity | None:
    """A point in front, with a blank before it."""
    at = n.first - 1
    if window.word(at) != "." or not window.touching(n.first) or window.touching(at):
        return None
    figures = read_digits(window.words[n.first])
    if figures is None:
        return None
    return n._replace(first=at, value=EXACT.scaleb(n.value, -len(figures.figures)), bare=False)


@rule("They lost 40 000 homes.", "digits")
def groups_of_three(window: Window, n: Quantity) -> Quantity | None:
    """Groups of three digits behind blanks: two or more, or one of zeros, behind a thin space, or before people."""
    first = window.words[n.first]
    if not n.bare or len(first) > 3 or first[0] == "0" or not first.isdecimal():
        return None
    last = n.last
    while window.gap(last) == 1 and last < n.last + 7 and _GROUP.fullmatch(window.word(last)):
        last += 1
        if "." in window.words[last - 1]:
            break
    groups = window.words[n.first : last]
    thin = len(groups) == 2 and window.view.text[window.view.starts[n.last] - 1] in _THIN
    counted = len(groups) == 2 and _are_people(window, last) and not window.surface(n.first - 1)[:1].isupper()
    if len(groups) > 2 or thin or counted or groups[1:] == ["000"]:
        return n.to(Decimal("".join(groups)), last)
    return None


@rule("The pipe is 3 1/2 inches wide.", "digits")
def stroke(window: Window, n: Quantity) -> Quantity | None:
    """A fraction with a stroke and a usual denominator, or with a sign of its own, alone or behind a whole number."""
    at = n.last
    if n.glue and (part := vulgar_fraction(n.glue)) is not None:
        return n.plus(part, at)._replace(glue="")
    if not n.bare or n.tail:
        return None
    if (part := vulgar_fraction(window.word(at))) is not None:
        return n.plus(part, at + 1)
    if (over := _over(window, at - 1)) is not None:
        return n.to(over, at + 2)._replace(form="fraction", tail=window.words[at + 1].partition("-")[2])
    if window.gap(at) in (1, 2) and (over := _over(window, at)) is not None and over < 1:
        return n.plus(over, at + 3)._replace(tail=window.words[at + 2].partition("-")[2])
    return None


def _over(window: Window, above: int) -> Decimal | None:
    """The fraction whose numerator is token ``above``; no date and no path."""
    numerator, denominator = whole(window.word(above), 2), window.word(above + 2).partition("-")[0]
    if numerator is None or numerator >= 50 or denominator not in _DENOMINATORS:
        return None
    if window.word(above + 1) not in ("/", "⁄") or window.gap(above + 1) > 1 or window.word(above + 3) == "/":
        return None
    return quotient(Decimal(numerator), Decimal(denominator))


@rule("It weighs 1.99×10−30 grams.", "digits")
def power(window: Window, n: Quantity) -> Quantity | None:
    """A small power right behind the digits, a power of ten or its abbreviation: "1.1^23", "2×10^6", "1.3e6"."""
    at, view = n.last - 1, window.view
    found = read_digits(window.words[at])
    match = _POWER.match(view.folded, view.starts[at] + len(found.figures)) if found is not None else None
    if match is None or not n.value:
        return None
    last, exponent = view.token_at(match.end() - 1) + 1, int(match[3]) * (-1 if match[2] in _MINUS else 1)
    if match[1]:
        return n.to(Decimal(f"{n.value**exponent:.15g}"), last)
    return n.to(n.value.scaleb(exponent, context=EXACT), last)._replace(glue="", tail="")


@rule("It costs $1.2bn.", "digits")
def suffix(window: Window, n: Quantity) -> Quantity | None:
    """A glued abbreviation of a scale."""
    factor = _suffix(n.glue)
    if n.glue == "mm" and window.word(n.first - 1)[-1:] in _CURRENCIES:
        factor = _MILLION  # "$1.5MM", as bankers write
    return None if factor is None else n.scaled(factor, n.last)._replace(glue="")


def _suffix(glue: str) -> Decimal | None:
    label, worth = number_words().get(glue, ("", None))
    return worth if label == "suffix" else scale_of(glue) if glue else None


@rule("A crew of 10-15 men came.", "digits")
def range_in_one_token(window: Window, n: Quantity) -> Quantity | None:
    """Digits on both sides of a hyphen; no telephone number, no span of years."""
    found = read_digits(n.tail.removeprefix("to-"))
    if found is None or found.value is None or found.clock or found.tail[:1].isdigit():
        return None
    sizes = len(window.words[n.first]) - len(n.tail) - 1, len(found.figures)
    years = sizes in ((4, 2), (4, 4)) and 1500 <= n.value < 2100
    if n.bare and not found.glue and not found.tail and (years or sizes == (3, 4)):  # "2014-15", "555-1234"
        return None
    low, high, factor = n.value, found.value, _suffix(found.glue)
    if factor is not None:
        low, high = (low if n.scale > 1 else EXACT.multiply(low, factor)), EXACT.multiply(high, factor)
        found = found._replace(glue="")
    return n._replace(value=low, upper=high, bound="range", glue=found.glue, tail=found.tail, bare=False)
