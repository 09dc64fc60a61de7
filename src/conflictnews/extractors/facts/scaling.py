"""What multiplies or signs a number: "2.5 million", "and a half", "a hundred", "several hundred", "minus"."""

from __future__ import annotations

from decimal import Decimal

from conflictnews.extractors.facts.context import context
from conflictnews.extractors.facts.quantity import Quantity
from conflictnews.extractors.facts.rule import rule
from conflictnews.text.numerals import EXACT, whole
from conflictnews.text.spelled_numbers import class_of, number_words, scale_of, spelled
from conflictnews.text.window import Window

_ARTICLES = frozenset({"a", "an"})
_ONE, _HUNDRED, _THOUSAND, _MILLION = map(Decimal, (1, 100, 1000, 1_000_000))
_NEGATIVE = frozenset({"minus", "negative"})
_RANGING = frozenset({"and", "to", "or", "-", "–"})
_HYPHENS = frozenset({"-", "−"})


@rule("They spent 2.5 million dollars.", "digits")
def scale_words(window: Window, n: Quantity) -> Quantity | None:
    """Digits before words of scale, apart or tied by a hyphen: "35 lakh", "2.5-million-dollar"."""
    if n.glue:
        return None
    if n.tail:
        head, _, rest = n.tail.partition("-")
        factor = scale_of(head)
        return None if factor is None or factor < _THOUSAND else n.scaled(factor, n.last)._replace(tail=rest)
    found = n
    while found.last < n.last + 4 and not found.tail:
        head, _, tail = window.word(found.last).partition("-")
        factor = _THOUSAND if head == "k" and found is n else scale_of(head)
        if factor is None or (tail and head == "dozen"):
            break
        found = found.scaled(factor, found.last + 1)._replace(tail=tail)
    return found if found is not n else None


@rule("They made 2.7m sales.", "digits")
def m_before_plural(window: Window, n: Quantity) -> Quantity | None:
    """A glued "m" before a plural is a million, else a metre: "a 750m swim"."""
    at = n.last
    if window.word(at) in _RANGING and window.word(at + 1).endswith("m") and window.word(at + 1)[0].isdigit():
        at += 2  # "between 5m and 6m people"
    behind = window.word(at)
    plural = len(behind) > 3 and behind.isalpha() and behind.endswith("s") and not behind.endswith("ss")
    if n.glue != "m" or n.tail or not (plural or behind in context("behind-millions")):
        return None
    return n.scaled(_MILLION, n.last)._replace(glue="")


@rule("They counted 3 hundred and 21 votes.", "digits")
def hundred_and(window: Window, n: Quantity) -> Quantity | None:
    """What follows a hundred behind digits."""
    at = n.last
    if n.scale != _HUNDRED or n.tail or window.word(at) != "and" or scale_of(window.word(at + 2)) is not None:
        return None
    if (units := whole(window.word(at + 1), 2)) is not None:
        return n.plus(Decimal(units), at + 2)
    found = spelled(window.words, at + 1, min(window.end, at + 3))
    if found is None or found.form != "words" or found.value >= _HUNDRED or found.tail:
        return None
    return n.plus(found.value, found.last)


@rule("It took five and a half hours.", "digits", "words")
def and_a_half(window: Window, n: Quantity) -> Quantity | None:
    """ "And a half" of one, or of the scale before it or behind it: "one and a half million"."""
    at = n.last
    if n.tail or n.glue or window.word(at) != "and" or window.word(at + 1) not in ("a", "one"):
        return None
    word, _, tail = window.word(at + 2).partition("-")
    label, below = number_words().get(word, ("", _ONE))
    if label != "fraction" and not (label == "ordinal" and 3 <= below <= 10):
        return None
    scale, factor = n.scale, scale_of(window.word(at + 3))
    if factor is None or factor >= scale > 1:
        n = n.plus(EXACT.multiply(scale, EXACT.divide(_ONE, below)), at + 3)
        return n._replace(tail=tail)
    n = n.plus(EXACT.divide(factor if scale > 1 else _ONE, below), at + 4)
    return n if scale > 1 else n.scaled(factor, n.last)


@rule("They spent three quarters of a million dollars.", "fraction")
def of_a_scale(window: Window, n: Quantity) -> Quantity | None:
    """A fraction of a thousand or more."""
    at = n.last
    if window.word(at) == "of" and window.word(at + 1) in ("a", "one"):
        at += 2
    factor = scale_of(window.word(at))
    if factor is None or factor < _THOUSAND or n.tail:
        return None
    return n.to(Decimal(f"{n.value * factor:.15g}"), at + 1)._replace(form="words", scale=factor)


@rule("Several hundred people came.", "vague")
def vague_times(window: Window, n: Quantity) -> Quantity | None:
    """A vague word before a scale multiplies it."""
    factor = scale_of(window.word(n.last))
    return None if factor is None or n.tail else n.times(factor)._replace(last=n.last + 1)


@rule("A hundred men came.", "words", "fraction")
def article_before(window: Window, n: Quantity) -> Quantity | None:
    """The "a" of "a hundred", "a dozen", "a third", where the number does not begin with a figure of its own."""
    at = n.first - 1
    if window.word(at) not in _ARTICLES or class_of(window.words[n.first]) in ("unit", "ten"):
        return None
    return n._replace(first=at)


@rule("It was minus 5 degrees.", "digits", "words")
def minus(window: Window, n: Quantity) -> Quantity | None:
    """A minus in words, or a hyphen right before the digits and behind a blank or a sign; none behind a number."""
    at, view = n.first - 1, window.view
    word = window.word(at)
    if word in _HYPHENS and n.form == "digits":
        before = view.text[view.starts[at] - 1 : view.starts[at]] or " "
        apart = before.isspace() and not window.word(at - 1)[:1].isdigit()
        if not window.touching(n.first) or not (apart or before in "($€£<>="):
            return None
    elif word not in _NEGATIVE:
        return None
    if n.upper is not None:  # "-5-10": up to 10
        return n._replace(first=at, value=-n.value, signed=True)
    return n.times(Decimal(-1))._replace(first=at, signed=True)
