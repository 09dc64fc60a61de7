"""Casualties without a numeral: "killed an American contractor" is 1, "no one was hurt" and "no casualties" are 0.

An indefinite article counts one only here, in a sentence that speaks of killing or injuring, and only where the noun
is a person and stands as object of the active or subject of the passive.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from conflictnews.extractors.facts.context import context
from conflictnews.extractors.facts.nouns import attach_noun, is_person, is_plural
from conflictnews.extractors.facts.quantity import Quantity
from conflictnews.extractors.facts.role_words import casualty_words, role_words
from conflictnews.extractors.facts.roles import attach_role
from conflictnews.text import TextView

__all__ = ["unnumbered"]

_ONE, _ZERO = Decimal(1), Decimal(0)
_COUNTED_BEFORE = ["one", "of", "them"]
_WHOSE = frozenset({"civilian", "human"})
_FIGURES = (["figures"], ["figure"], ["numbers"], ["toll"])
_ARTICLES = frozenset({"a", "an", "no", "nobody", "none"})


@cache
def _words_of_harm() -> frozenset[str]:
    return casualty_words() | context("harm")


def unnumbered(view: TextView, taken: list[Quantity], positions: list[int]) -> Iterator[Quantity]:
    """Casualties that an article or a negation counts.

    ``taken`` are the numbers already read, ascending, ``positions`` those of ``role_positions``.
    """
    sentences = sorted({view.sentence_number(at) for at in view.positions(_words_of_harm())})
    if not sentences:
        return
    articles = view.positions(_ARTICLES)
    covered = {at for quantity in taken for at in range(quantity.first, min(quantity.last, quantity.first + 20))}
    k = 0
    for number in sentences:
        sentence = view.sentences[number]
        while k < len(articles) and articles[k] < sentence[0]:
            k += 1
        while k < len(articles) and articles[k] < sentence[1]:
            if articles[k] not in covered:
                quantity = (
                    _article(view, articles[k], sentence, positions)
                    if view.words[articles[k]] in ("a", "an")
                    else _none(view, articles[k], sentence, positions)
                )
                if quantity is not None:
                    yield quantity
            k += 1


def _article(view: TextView, at: int, sentence: tuple[int, int], positions: list[int]) -> Quantity | None:
    before = view.words[max(0, at - 3) : at]
    if at + 1 >= sentence[1] or before[-1:] in (["as"], ["like"], ["than"], ["by"]) or before == _COUNTED_BEFORE:
        return None
    quantity = Quantity(at, at + 1, view.starts[at], view.ends[at], _ONE, "article")
    attach_noun(view, quantity)
    if quantity.noun is None or quantity.last > sentence[1] or not is_person(view.words[quantity.head]):
        return None
    attach_role(view, quantity, sentence, positions)
    return quantity if quantity.role in ("killed", "injured") else None


def _counts_people(head: str) -> bool:
    return is_person(head[:-1] if head.endswith("s") else head) or (is_plural(head) and not head.endswith("s"))


def _none(view: TextView, at: int, sentence: tuple[int, int], positions: list[int]) -> Quantity | None:
    """ "no one", "nobody", "none", "no Americans" before a casualty verb."""
    words = view.words
    last = at + 1
    quantity = Quantity(at, last, view.starts[at], view.ends[at], _ZERO, "zero")
    if words[at] == "no":
        if (harm := _harm_after(view, last, sentence[1])) is not None:
            return _no_harm(view, quantity, harm)
        if last < sentence[1] and words[last] in ("one", "-one"):
            quantity.last, quantity.end = last + 1, view.ends[last]
        else:
            quantity.set(Decimal(2))  # a plural noun is as good as a singular one
            attach_noun(view, quantity)
            quantity.set(_ZERO)
            if quantity.noun is None or not _counts_people(view.words[quantity.head]):
                return None
    attach_role(view, quantity, sentence, positions)
    return quantity if quantity.role in ("killed", "injured") else None


def _harm_after(view: TextView, at: int, end: int) -> int | None:
    """Where "casualties" stands in "no casualties", "no civilian deaths", "no damage or injuries"; None if nowhere."""
    words = view.words
    at += not _WHOSE.isdisjoint(words[at : at + 1])
    at += 2 * (words[at + 1 : at + 2] == ["or"] and words[at] not in context("harm") and words[at] != "one")
    counted = at < end and words[at] in context("harm")
    return at if counted and words[at + 1 : at + 2] not in _FIGURES else None


def _no_harm(view: TextView, quantity: Quantity, harm: int) -> Quantity:
    """ "no casualties" counts none of them; only of deaths and injuries is it told which they are."""
    quantity.last, quantity.end = harm + 1, view.ends[harm]
    quantity.noun, quantity.head = (harm, harm + 1), harm
    if view.words[harm - 1] in _WHOSE:
        quantity.modifier = (harm - 1, harm)
    quantity.role = next((role for role, use in role_words().get(view.words[harm], ()) if use == "noun"), "other")
    return quantity
