"""Where numbers stand in a text, and what they are worth: the first pass over a view."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from conflictnews.extractors.facts.digit_forms import FRACTIONS, GLUED, read_digits, read_glued, read_vulgar
from conflictnews.extractors.facts.money import glued_currencies
from conflictnews.extractors.facts.quantity import Quantity
from conflictnews.extractors.facts.values import is_continental, numeral
from conflictnews.extractors.facts.word_forms import read_words
from conflictnews.extractors.facts.words import number_words
from conflictnews.text import TextView

__all__ = ["candidates", "read"]


_DIGITS = frozenset("0123456789")
_HEADS = _DIGITS | frozenset(FRACTIONS)


@cache
def _starting_words() -> frozenset[str]:
    return frozenset(number_words())


def candidates(view: TextView) -> list[int]:
    """Positions of the tokens at which a number may begin, ascending: each distinct word is looked at once."""
    index, starting = view.index, _starting_words()
    hits = [position for word in index.keys() & starting for position in index[word]]
    for word in [word for word in index if word[0] in _HEADS or word[-1] in _DIGITS or "-" in word]:
        if word[0] in _HEADS or _begins_number(word):
            hits += index[word]
    hits.sort()
    return hits


def _begins_number(word: str) -> bool:
    """Whether a token that begins with a letter holds a number: "two-thirds", "usd1", "minus-260"."""
    head, hyphen, _ = word.partition("-")
    if hyphen and (head in _starting_words() or (head in ("minus", "sub") and word[-1] in _DIGITS)):
        return True
    found = GLUED.match(word)
    return found is not None and found[1] in glued_currencies()


def read(view: TextView) -> Iterator[Quantity]:
    """Every number of the text, in order, also those that are no quantities.

    Where separators contradict each other ``value`` is None and ``form`` is ``ambiguous``.
    """
    done = 0
    continental: bool | None = None
    for at in candidates(view):
        if at < done:
            continue
        word = view.words[at]
        quantity: Quantity | None
        if "0" <= word[0] <= "9":
            found = numeral(word)
            if found is None:
                continue
            if found.one_group:
                if continental is None:
                    continental = is_continental(view.index)
                if continental:
                    found = found._replace(value=Decimal(found.digits.replace(".", "")))
            quantity = read_digits(view, at, found)
        elif word[0] in FRACTIONS:
            quantity = read_vulgar(view, at)
        elif word[-1] in _DIGITS:
            quantity = read_glued(view, at)
        else:
            quantity = read_words(view, at)
        if quantity is not None:
            done = quantity.last
            yield quantity
