"""Numerals in words: cardinals, ordinals, fractions, and the vague words of quantity."""

from __future__ import annotations

from decimal import Decimal

from conflictnews.extractors.facts.context import context
from conflictnews.extractors.facts.quantity import Quantity
from conflictnews.extractors.facts.rule import rule
from conflictnews.text.numerals import EXACT, quotient
from conflictnews.text.spelled_numbers import class_of, number_words, ordinal, scale_of, spelled
from conflictnews.text.window import Window

_ARTICLES = frozenset({"a", "an"})
_ONE, _HALF = Decimal(1), Decimal("0.5")


@rule("A few tanks burned.", "vague")
def vague_word(window: Window, at: int) -> Quantity | None:
    """ "Several"; "few" behind an article, "these" or "past"; "a number of", "a small handful of"."""
    word, first = window.words[at], at
    if word == "few":
        if window.word(at - 1) not in context("before-few"):
            return None
        first -= window.word(at - 1) == "a"
    elif word in ("number", "handful"):
        first -= 1 + (window.word(at - 1) in ("small", "large"))
        if window.word(at + 1) != "of" or window.word(first) != "a":
            return None
    elif word not in ("several", "multiple", "numerous"):
        return None
    return Quantity(first, at + 1, "vague", number_words()[word][1], bound="vague")


@rule("Half a million people fled.", "fraction")
def half_of_a_scale(window: Window, at: int) -> Quantity | None:
    """A half or a quarter right before a scale, or tied to it: "half a million", "half-dozen"."""
    head, _, tail = window.words[at].partition("-")
    last = at + 1 + (not tail and window.word(at + 1) in _ARTICLES)
    factor = scale_of(tail or window.word(last))
    if head not in ("half", "quarter") or factor is None:
        return None
    return Quantity(at, last + (not tail), "words", EXACT.divide(factor, number_words()[head][1]), scale=factor)


@rule("Half of the men fled.", "fraction")
def half(window: Window, at: int) -> Quantity | None:
    """ "Half" before "of" or a determiner, or behind a hedge; "the first half" and "the other half" are no numbers."""
    before, behind = window.word(at - 1), window.word(at + 1)
    if window.words[at] != "half" or before in context("before-half"):
        return None
    if before == "a" and window.word(at - 2) in context("hedge") and not behind[:1].isalpha():
        return Quantity(at - 1, at + 1, "fraction", _HALF)
    if behind not in context("behind-half") and before not in context("hedge"):
        return None
    return Quantity(at, at + 1, "fraction", _HALF)


@rule("A third of the men fled.", "ordinal", "ten", "fraction")
def part_of(window: Window, at: int) -> Quantity | None:
    """A quarter or an ordinal behind "a" that divides: before "of", or a part that counts nothing ("a hundredth")."""
    word, behind = window.words[at], window.word(at + 1)
    below = 4 if word == "quarter" else ordinal(word)
    if below is None or below < 3 or window.word(at - 1) not in _ARTICLES:
        return None
    if behind != "of" and (below <= 20 or behind[:1].isalpha()):
        return None
    return Quantity(at - 1, at + 1, "fraction", quotient(_ONE, Decimal(below)))


@rule("A couple of boats sank.", "multiple")
def couple_of(window: Window, at: int) -> Quantity | None:
    """ "A couple of" is about two, "a score of" about twenty, a pair or a trio as many as it says."""
    word, factor = window.words[at], scale_of(window.word(at + 1))
    if word == "couple" and factor is not None:  # "a couple hundred"
        return Quantity(at, at + 2, "words", 2 * factor, bound="approx", scale=factor)
    if word not in ("couple", "pair", "trio", "score") or window.word(at + 1) != "of":
        return None
    if word != "couple" and window.word(at - 1) not in context("before-pair"):
        return None
    bound = "approx" if word in ("couple", "score") else "exact"
    return Quantity(at, at + 1, "words", number_words()[word][1], bound=bound)


@rule("Twenty-five men and three dozen women came.", "unit", "ten", "scale", "multiple", "vague", "ordinal", "times")
def spelled_number(window: Window, at: int) -> Quantity | None:
    """A cardinal, an ordinal, a fraction, "dozens" or "twice" in words."""
    if window.words[at].partition("-")[0] in context("not-alone"):
        return None
    found = spelled(window.words, at, window.end)
    if found is None:
        return None
    scaled = scale_of(window.words[found.last - 1].partition("-")[0]) is not None or found.scale > 1
    bound = "vague" if found.form == "vague" else "exact"
    scale = found.scale if scaled else _ONE
    return Quantity(at, found.last, found.form, found.value, bound=bound, tail=found.tail, scale=scale)


@rule("It grew three point five percent.", "words")
def spelled_decimals(window: Window, q: Quantity) -> Quantity | None:
    """ "Point" and digits in words."""
    last = q.last + 1
    if window.word(q.last) != "point" or q.value >= 100 or q.tail:
        return None
    while class_of(window.word(last)) in ("unit", "ten") and last < q.last + 12:
        last += 1
    figures = "".join(str(number_words()[word][1]) for word in window.words[q.last + 1 : last])
    return q.plus(Decimal(f"0.{figures}"), last) if figures else None
