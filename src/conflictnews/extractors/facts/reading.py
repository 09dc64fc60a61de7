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


@cache
def _starting_words() -> frozenset[str]:
    return frozenset(number_words())


def candidates(view: TextView) -> list[int]:
    """Positions of the tokens at which a number may begin, ascending: each distinct word is looked at once."""
    starting, glued = _starting_words(), glued_currencies()
    hits: list[int] = []
    for word, positions in view.index.items():
        first = word[0]
        if first <= "9":
            if first >= "0":
                hits += positions
        elif (
            word in starting
            or (first in FRACTIONS)
            or ("-" in word and word[: word.index("-")] in starting)
            or ("0" <= word[-1] <= "9" and len(word) > 2 and (found := GLUED.match(word)) and found[1] in glued)
            or ("0" <= word[2:3] <= "9" and word[:2] in glued)
            or (word[-1] >= "0" and word[-1] <= "9" and word.startswith(("minus-", "sub-")))
        ):
            hits += positions
    hits.sort()
    return hits


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
        elif "0" <= word[-1] <= "9" or "0" <= word[2:3] <= "9":
            quantity = read_glued(view, at)
        else:
            quantity = read_words(view, at)
        if quantity is not None:
            done = quantity.last
            yield quantity
