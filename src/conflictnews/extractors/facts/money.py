"""Money: the sign of a currency before a number ("$", "US$", "RM") or behind it ("€"); the unit is the ISO 4217 code.

Names of currencies ("Australian dollars") are units. A name that several countries share ("rupees", "francs") stays a
name, for nothing says whose; "cents" and "pence" stand under their names with the value unchanged.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from conflictnews.extractors.facts.context import context
from conflictnews.extractors.facts.quantity import Quantity
from conflictnews.extractors.facts.rule import rule
from conflictnews.extractors.facts.units import Unit, unit_words
from conflictnews.lexicons.table import read_table
from conflictnews.text.spelled_numbers import number_words, scale_of
from conflictnews.text.window import Window

_MILLION = Decimal(1_000_000)
_DASHES = frozenset({"-", "−", "–"})
_MARKS = frozenset({"$", "=", "¥", "£"})


@cache
def _signs(side: str) -> dict[str, str]:
    """Signs that stand before or behind a number, each with its code."""
    found: dict[str, str] = {}
    for code, _, _, before, after in read_table("currencies", "code", "name", "words", "before", "after"):
        for sign in filter(None, (before if side == "before" else after).split("|")):
            found.setdefault(sign.replace(" ", ""), code)
    return found


@cache
def glued_currencies() -> frozenset[str]:
    """Signs of letters that may be written onto the digits: "usd", "rm", "us" of "$US5"."""
    return frozenset(sign for sign in _signs("before") if sign[0].isalpha()) | context("behind-dollar-sign")


@rule("It cost RM79.", "digits", "glued")
def sign_glued_before(window: Window, q: Quantity) -> Quantity | None:
    """Letters written onto the digits, perhaps behind a dollar sign."""
    at = q.number[0]
    word = window.words[at]
    head = word[: next((k for k, char in enumerate(word) if char.isdigit()), 0)]
    if not head:
        return None
    dollar = window.word(at - 1) == "$" and window.touching(at)
    code = _signs("before").get("$" * dollar + head)
    return None if code is None else _with_sign(window, q._replace(first=at - dollar), code)


@rule("It cost US$5.", "digits", "words", "glued", "tied")
def sign_before(window: Window, q: Quantity) -> Quantity | None:
    """A sign of one or two tokens before the number; of letters, it is written in capitals."""
    at, signs = q.first - 1, _signs("before")
    if window.gap(q.first) > 1:
        return None
    sign, head = window.word(at), window.word(at - 1).replace(".", "")
    if sign == "." and head == "rs":
        return _with_sign(window, q._replace(first=at - 1), signs["rs."])
    apart = window.gap(at) - (head not in context("word-or-sign"))
    if (sign in _MARKS or head == "$") and apart <= 0 and (code := signs.get(head + sign)) is not None:
        return _with_sign(window, q._replace(first=at - 1), code)
    code = signs.get(sign)
    if code is None and len(sign) == 4 and sign[0] == "m" and window.capital(at) and sign[1:] in signs:
        return _with_sign(window, q.times(_MILLION)._replace(first=at), signs[sign[1:]])  # "MAUD 60"
    capital = window.capital(at) or sign in context("sign-in-small-letters")
    if code is None or (sign.isalpha() and (sign in context("word-or-sign") or not capital)):
        return None
    return _with_sign(window, q._replace(first=at), code)


def _with_sign(window: Window, q: Quantity, code: str) -> Quantity:
    """Money with its sign, a minus before that ("-$5"), a letter for its scale ("$5m"), and its sign once more."""
    at = q.first - 1
    if window.word(at) in _DASHES and window.touching(q.first) and window.gap(at) > 0 and not q.signed:
        q = q.times(Decimal(-1))._replace(first=at)
    label, factor = number_words().get(q.glue, ("", Decimal(1)))
    if label in ("letter", "suffix"):
        q = q.scaled(factor, q.last)._replace(glue="")
    q = q.measured("money", code)
    word = "" if q.glue or q.tail else window.word(q.last)
    again = _signs("behind").get(word) == code or unit_words().word(word) == Unit(code, "money")
    again = again or (code == "USD" and word in ("us", "u.s.") and window.capital(q.last))  # "$76 US a barrel"
    return q._replace(last=q.last + 1) if again or (word.startswith("dollar") and code.endswith("D")) else q


@rule("It cost 5 million pounds.", "digits", "words", "vague")
def pounds(window: Window, q: Quantity) -> Quantity | None:
    """Pounds that are no weight: behind a scale, or where the text has a sign for them."""
    at = q.last + (q.form == "vague" and window.word(q.last) == "of")
    large = q.scale >= 1000 or q.form == "vague" or "£" in window.view.index
    return q.measured("money", "GBP", at + 1) if large and window.word(at) in ("pound", "pounds") else None


def _scaled(window: Window, q: Quantity) -> Quantity:
    """With a scale behind the currency: "75 USD million"."""
    factor = scale_of(window.word(q.last)) if q.scale == 1 else None
    if factor is None or factor < 1000:
        return q
    return q.scaled(factor, q.last + 1)


@rule("It cost 1,200€.", "digits", "words", "vague")
def sign_behind(window: Window, q: Quantity) -> Quantity | None:
    """A sign behind the number; letters must be capitals, and "10 $ 5" leaves the sign to the 5."""
    at, signs = q.last, _signs("behind")
    word = window.word(at)
    if len(word) == 4 and word[0] == "m" and word[1:] in signs:  # "30 MUSD"
        return q.scaled(_MILLION, at + 1).measured("money", signs[word[1:]])
    if word not in signs or (word.isalpha() and (len(word) == 1 or not window.capital(at))):
        return None
    if not word.isalpha() and not window.touching(at) and window.word(at + 1)[:1].isdigit():
        return None
    return _scaled(window, q.measured("money", signs[word], at + 1))


@rule("Shares cost 164p.", "glued")
def sign_glued_behind(window: Window, q: Quantity) -> Quantity | None:
    """A sign glued behind the digits; "c" is a cent only where the text speaks of money."""
    code = _signs("behind").get(q.glue)
    index = window.view.index
    if code is None or (code == "cent" and (q.signed or ("¢" not in index and "$" not in index))):
        return None
    return q.measured("money", code)._replace(glue="")
