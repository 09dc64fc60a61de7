"""Numerals in words: cardinals, ordinals, fractions, and the vague words of quantity."""

from __future__ import annotations

from decimal import Decimal

from conflictnews.extractors.facts.context import context
from conflictnews.extractors.facts.numeral import Numeral
from conflictnews.extractors.facts.rule import rule
from conflictnews.text.numerals import EXACT, quotient
from conflictnews.text.spelled_numbers import class_of, number_words, ordinal, scale_of, spelled
from conflictnews.text.window import Window

_ARTICLES = frozenset({"a", "an"})
_ONE = Decimal(1)


@rule("Several tanks burned.", "vague")
def several(window: Window, at: int) -> Numeral | None:
    """Words that are vague by themselves."""
    word = window.words[at]
    return _vague(at, at + 1, word) if word in ("several", "multiple", "numerous") else None


def _vague(first: int, last: int, word: str) -> Numeral:
    return Numeral(first, last, "vague", number_words()[word][1], bound="vague")


@rule("A few tanks burned.", "vague")
def a_few(window: Window, at: int) -> Numeral | None:
    """ "Few" behind an article or "these", "past", "another"; bare it counts nothing."""
    before = window.word(at - 1)
    if window.words[at] != "few" or before not in context("before-few"):
        return None
    return _vague(at - (before == "a"), at + 1, "few")


@rule("A number of tanks burned.", "vague")
def a_number_of(window: Window, at: int) -> Numeral | None:
    """ "A number of", "a handful of", also a small or a large one."""
    word, first = window.words[at], at - 1 - (window.word(at - 1) in ("small", "large"))
    if word not in ("number", "handful") or window.word(at + 1) != "of" or window.word(first) != "a":
        return None
    return _vague(first, at + 1, word)


@rule("Half a million people fled.", "fraction")
def half_of_a_scale(window: Window, at: int) -> Numeral | None:
    """A half or a quarter right before a scale, or tied to it: "half a million", "half-dozen"."""
    head, _, tail = window.words[at].partition("-")
    last = at + 1 + (not tail and window.word(at + 1) in _ARTICLES)
    factor = scale_of(tail or window.word(last))
    if head not in ("half", "quarter") or factor is None:
        return None
    worth = EXACT.divide(factor, number_words()[head][1])
    return Numeral(at, last + (not tail), "words", worth, scale=factor)


@rule("Half of the men fled.", "fraction")
def half(window: Window, at: int) -> Numeral | None:
    """ "Half" before "of" or a determiner, or behind a hedge; "the first half" and "the other half" are no numbers."""
    before, behind = window.word(at - 1), window.word(at + 1)
    if window.words[at] != "half" or before in context("before-half"):
        return None
    if before == "a" and window.word(at - 2) in context("hedge") and not behind[:1].isalpha():
        return Numeral(at - 1, at + 1, "fraction", _ONE / 2)
    if behind not in context("behind-half") and before not in context("hedge"):
        return None
    return Numeral(at, at + 1, "fraction", _ONE / 2)


@rule("A quarter of the men fled.", "fraction")
def quarter_of(window: Window, at: int) -> Numeral | None:
    """ "A quarter of"; other quarters are times or places."""
    if window.words[at] != "quarter" or window.word(at - 1) != "a" or window.word(at + 1) != "of":
        return None
    return Numeral(at - 1, at + 1, "fraction", _ONE / 4)


@rule("A third of the men fled.", "ordinal", "ten")
def a_third_of(window: Window, at: int) -> Numeral | None:
    """An ordinal behind "a" that divides: before "of", or a small part that counts nothing ("a hundredth")."""
    below, behind = ordinal(window.words[at]), window.word(at + 1)
    if below is None or below < 3 or window.word(at - 1) not in _ARTICLES:
        return None
    if behind != "of" and (below <= 20 or behind[:1].isalpha()):
        return None
    return Numeral(at - 1, at + 1, "fraction", quotient(_ONE, Decimal(below)))


@rule("A score of boats sank.", "multiple")
def score_of(window: Window, at: int) -> Numeral | None:
    """ "A score of" is about twenty; other scores are results."""
    if window.words[at] != "score" or window.word(at + 1) != "of" or window.word(at - 1) not in _ARTICLES:
        return None
    return Numeral(at, at + 1, "words", Decimal(20), bound="approx", scale=Decimal(20))


@rule("A couple of boats sank.", "multiple")
def couple_of(window: Window, at: int) -> Numeral | None:
    """ "A couple of" is about two, a pair or a trio as many as it says."""
    word, factor = window.words[at], scale_of(window.word(at + 1))
    if word == "couple" and factor is not None:
        return Numeral(at, at + 2, "words", 2 * factor, bound="approx", scale=factor)
    if word not in ("couple", "pair", "trio") or window.word(at + 1) != "of":
        return None
    if word == "couple":
        return Numeral(at, at + 1, "words", Decimal(2), bound="approx")
    paired = window.word(at - 1) in context("before-pair")
    return Numeral(at, at + 1, "words", number_words()[word][1]) if paired else None


@rule("Twenty-five men and three dozen women came.", "unit", "ten", "scale", "multiple", "vague", "ordinal", "times")
def spelled_number(window: Window, at: int) -> Numeral | None:
    """A cardinal, an ordinal, a fraction, "dozens" or "twice" in words."""
    if window.words[at].partition("-")[0] in context("not-alone"):
        return None
    found = spelled(window.words, at, window.end)
    if found is None:
        return None
    scaled = scale_of(window.words[found.last - 1].partition("-")[0]) is not None or found.scale > 1
    bound = "vague" if found.form == "vague" else "exact"
    scale = found.scale if scaled else _ONE
    return Numeral(at, found.last, found.form, found.value, bound=bound, tail=found.tail, scale=scale)


@rule("It grew three point five percent.", "words")
def spelled_decimals(window: Window, n: Numeral) -> Numeral | None:
    """ "Point" and digits in words."""
    last = n.last + 1
    if window.word(n.last) != "point" or n.value >= 100 or n.tail:
        return None
    while class_of(window.word(last)) in ("unit", "ten") and last < n.last + 12:
        last += 1
    figures = "".join(str(number_words()[word][1]) for word in window.words[n.last + 1 : last])
    return n.plus(Decimal(f"0.{figures}"), last) if figures else None
