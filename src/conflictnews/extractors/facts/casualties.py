"""Casualties without a numeral: "killed an American contractor" is 1, "no one was hurt" and "no casualties" are 0.

An indefinite article counts one only here, in a sentence that speaks of killing or injuring, and only where the noun
is a person and stands as object of the active or subject of the passive.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from conflictnews.extractors.facts.context import context
from conflictnews.extractors.facts.counting import count_noun
from conflictnews.text.nouns import is_person, is_plural
from conflictnews.extractors.facts.quantity import Counted, Quantity
from conflictnews.extractors.facts.role_words import casualty_words, role_words
from conflictnews.extractors.facts.roles import give_roles
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


def unnumbered(view: TextView, taken: list[Counted], positions: list[int]) -> Iterator[Counted]:
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
        inside = positions[bisect_left(positions, sentence[0]) : bisect_left(positions, sentence[1])]
        while k < len(articles) and articles[k] < sentence[0]:
            k += 1
        while k < len(articles) and articles[k] < sentence[1]:
            if articles[k] not in covered:
                if (found := _no_harm(view, articles[k], sentence[1])) is not None:
                    yield found
                elif (found := _victim(view, articles[k], sentence)) is not None:
                    (found,) = give_roles(view.syntax(sentence[0]), [found], inside)
                    if found.role in ("killed", "injured"):
                        yield found
            k += 1


def _victim(view: TextView, at: int, sentence: tuple[int, int]) -> Counted | None:
    return (_article if view.words[at] in ("a", "an") else _none)(view, at, sentence)


def _number(at: int, last: int, value: Decimal, form: str) -> Quantity:
    return Quantity(at, last, (at, last), form, value)


def _article(view: TextView, at: int, sentence: tuple[int, int]) -> Counted | None:
    before = view.words[max(0, at - 3) : at]
    if at + 1 >= sentence[1] or before[-1:] in (["as"], ["like"], ["than"], ["by"]) or before == _COUNTED_BEFORE:
        return None
    found = count_noun(view.syntax(at), _number(at, at + 1, _ONE, "article"), single=True)
    if found.noun is None or found.last > sentence[1] or not is_person(view.words[found.head]):
        return None
    return found


def _counts_people(head: str) -> bool:
    return is_person(head[:-1] if head.endswith("s") else head) or (is_plural(head) and not head.endswith("s"))


def _none(view: TextView, at: int, sentence: tuple[int, int]) -> Counted | None:
    """ "no one", "nobody", "none", "no Americans" before a casualty verb."""
    words, last = view.words, at + 1
    if words[at] != "no":
        return Counted(_number(at, last, _ZERO, "zero"), last)
    if last < sentence[1] and words[last] in ("one", "-one"):
        return Counted(_number(at, last + 1, _ZERO, "zero"), last + 1)
    found = count_noun(view.syntax(at), _number(at, last, _ZERO, "zero"), single=False)
    return None if found.noun is None or not _counts_people(words[found.head]) else found


def _no_harm(view: TextView, no: int, end: int) -> Counted | None:
    """ "no casualties", "no civilian deaths", "no damage or injuries"; only of deaths and injuries the role is told."""
    words, at = view.words, no + 1
    if words[no] != "no":
        return None
    at += not _WHOSE.isdisjoint(words[at : at + 1])
    at += 2 * (words[at + 1 : at + 2] == ["or"] and words[at] not in context("harm") and words[at] != "one")
    if at >= end or words[at] not in context("harm") or words[at + 1 : at + 2] in _FIGURES:
        return None
    modifier = (at - 1, at) if words[at - 1] in _WHOSE else None
    role = next((role for role, use in role_words().get(words[at], ()) if use == "noun"), "other")
    return Counted(_number(no, no + 1, _ZERO, "zero"), at + 1, (at, at + 1), at, modifier, role)
