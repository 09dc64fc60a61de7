"""Money: which currency stands around a number.

A sign before the number ("$", "US$", "RM"), a sign or a word behind it ("€", "Australian dollars"). The unit is the
ISO 4217 code; a word that several countries share ("rupees", "francs") gives its plain name, for nothing says whose;
"cents" and "pence" stand under their names with the value unchanged.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from conflictnews.extractors.facts.quantity import Quantity
from conflictnews.extractors.facts.words import scale_of
from conflictnews.lexicons.table import read_table
from conflictnews.text import TextView

__all__ = ["attach_money", "glued_currencies"]

_LETTERS = {"m": 6, "b": 9, "t": 12, "k": 3}
_NEEDS_TOUCH = frozenset(
    {"a", "s", "e", "r", "try", "mad", "all", "top", "sol", "ars", "cop", "bs", "ps", "pen", "lak"}
)
_POUNDS = frozenset({"pound", "pounds"})


@cache
def _signs() -> tuple[dict[str, str], dict[str, str], dict[str, list[tuple[tuple[str, ...], str]]]]:
    """Signs before, signs behind, and words behind by their first word, longest first."""
    before: dict[str, str] = {}
    behind: dict[str, str] = {}
    words: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for code, _, names, front, back in read_table("currencies", "code", "name", "words", "before", "after"):
        for sign in filter(None, front.split("|")):
            before.setdefault(sign.replace(" ", ""), code)
        for sign in filter(None, back.split("|")):
            behind.setdefault(sign.replace(" ", ""), code)
        for name in names.split("|"):
            parts = tuple(name.split())
            words.setdefault(parts[0], []).append((parts, code))
    for entries in words.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return before, behind, words


@cache
def glued_currencies() -> frozenset[str]:
    """Signs of letters that may be written onto the digits: "usd", "rm", "us" of "$US5"."""
    return frozenset(sign for sign in _signs()[0] if sign[0].isalpha()) | {"us", "a", "c", "nz"}


def attach_money(view: TextView, quantity: Quantity) -> bool:
    """Find the currency of a number and take its sign into the quantity; whether there was one."""
    if quantity.form not in ("digits", "words", "vague", "fraction"):
        return False
    code = _glued(view, quantity) or _before(view, quantity)
    if code is None:
        code = _behind(view, quantity)
        if code is None:
            return False
    else:
        _skip_repeated(view, quantity, code)
    quantity.kind, quantity.unit, quantity.plain = "money", code, False
    return True


def _glued(view: TextView, quantity: Quantity) -> str | None:
    at = quantity.number[0]
    word = view.words[at]
    if not word[0].isalpha() or quantity.form != "digits":
        return None
    head = view.folded[view.starts[at] : quantity.start]
    if not head:
        return None
    before = _signs()[0]
    dollar = at > 0 and view.words[at - 1] == "$" and view.ends[at - 1] == view.starts[at]
    code = before.get("$" + head) if dollar else before.get(head)
    if head in ("minus-", "sub-"):
        return None
    if code is not None:
        quantity.first = at - dollar
        quantity.start = view.starts[quantity.first]
        _letters(quantity)
    return code


def _before(view: TextView, quantity: Quantity) -> str | None:
    at, words = quantity.first - 1, view.words
    if at < 0:
        return None
    before, sign = _signs()[0], words[at]
    if view.starts[quantity.first] - view.ends[at] > 1:
        return None
    if sign == "." and at and words[at - 1] == "rs":
        sign, at = "rs.", at - 1
    first, code = at, before.get(sign)
    if code is None and len(sign) == 4 and sign[0] == "m" and view.text[view.starts[at]].isupper():
        code = before.get(sign[1:])  # "MAUD 60"
        quantity.times(Decimal(1) if code is None else Decimal(1_000_000))
    if at and (sign in ("$", "=", "¥", "£") or words[at - 1] == "$"):
        touching = view.ends[at - 1] == view.starts[at]
        longer = before.get(words[at - 1].replace(".", "") + sign)
        if longer is not None and (
            touching or (words[at - 1] not in _NEEDS_TOUCH and view.starts[at] - view.ends[at - 1] == 1)
        ):
            first, code = at - 1, longer
    if code is None:
        return None
    if sign.isalpha() and (
        sign in _NEEDS_TOUCH or (not view.text[view.starts[at]].isupper() and sign not in ("rmb", "usd", "rs"))
    ):
        return None
    quantity.first, quantity.start = first, view.starts[first]
    if (
        first
        and words[first - 1] in ("-", "−", "–")
        and view.ends[first - 1] == view.starts[first]
        and not quantity.sign
    ):
        k = view.starts[first - 1]
        if k == 0 or view.text[k - 1].isspace():
            quantity.times(Decimal(-1))
            quantity.first, quantity.start = first - 1, k
    _letters(quantity)
    return code


def _letters(quantity: Quantity) -> None:
    power = _LETTERS.get(quantity.glue)
    if power is not None:
        quantity.times(Decimal(10) ** power)
        quantity.glue, quantity.scaled = "", True


def _skip_repeated(view: TextView, quantity: Quantity, code: str) -> None:
    """ "$76 US a barrel", "$5 USD", "$50 dollars"."""
    at = quantity.last
    if at < len(view) and not quantity.glue and not quantity.tail:
        word = view.words[at]
        if (word in ("us", "u.s.") and code == "USD" and view.text[view.starts[at] : view.ends[at]] != "us") or (
            _signs()[1].get(word) == code or (word in ("dollars", "dollar") and code.endswith("D"))
        ):
            quantity.last, quantity.end = at + 1, view.ends[at]


def _behind(view: TextView, quantity: Quantity) -> str | None:
    if quantity.glue or quantity.tail:
        return _tied(view, quantity)
    at, words = quantity.last, view.words
    at += words[at : at + 1] == ["of"] and quantity.form == "vague"
    if at >= len(words):
        return None
    for parts, code in _signs()[2].get(words[at], ()):
        if tuple(words[at : at + len(parts)]) == parts:
            return _take(view, quantity, at + len(parts), code)
    word = words[at]
    if word in _POUNDS and (quantity.scaled or "£" in view.index):
        return _take(view, quantity, at + 1, "GBP")
    return _sign_behind(view, quantity, at)


def _tied(view: TextView, quantity: Quantity) -> str | None:
    """ "164p", "115.5USD", "12-cent-a-share"."""
    if quantity.glue:
        code = _signs()[1].get(quantity.glue)
        if code == "cent" and (quantity.sign or ("¢" not in view.index and "$" not in view.index)):
            return None
        quantity.glue = "" if code is not None else quantity.glue
        return code
    head, _, rest = quantity.tail.partition("-")
    found = _signs()[2].get(head)
    if found is None or len(found[-1][0]) > 1:
        return None
    quantity.tail = rest
    return found[-1][1]


def _sign_behind(view: TextView, quantity: Quantity, at: int) -> str | None:
    """ "1,200€", "50 million USD", "30 MUSD"; letters must be capitals, and "10 $ 5" leaves the sign to the 5."""
    word, words, behind = view.words[at], view.words, _signs()[1]
    if len(word) == 4 and word[0] == "m" and word[1:] in behind:
        quantity.times(Decimal(1_000_000))
        quantity.scaled = True
        return _take(view, quantity, at + 1, behind[word[1:]])
    sign = behind.get(word)
    if sign is None or (word.isalpha() and (len(word) == 1 or not view.text[view.starts[at]].isupper())):
        return None
    touching = view.starts[at] == view.ends[at - 1]
    if not word.isalpha() and not touching and at + 1 < len(words) and words[at + 1][0].isdigit():
        return None
    return _take(view, quantity, at + 1, sign)


def _take(view: TextView, quantity: Quantity, last: int, code: str) -> str:
    factor = scale_of(view.words[last]) if last < len(view) and not quantity.scaled else None
    if factor is not None and factor >= 1000:  # "75 USD million"
        quantity.times(factor)
        quantity.scaled, last = True, last + 1
    quantity.last, quantity.end = last, view.ends[last - 1]
    return code
