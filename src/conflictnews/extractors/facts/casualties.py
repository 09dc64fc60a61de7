"""Casualties without a numeral: "killed an American contractor" is 1, "no one was hurt" and "no casualties" are 0.

An indefinite article counts one only here, in a sentence that speaks of killing or injuring, and only where the noun
is a person that a word of the table ``fact_roles`` says to be killed or injured.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from conflictnews.extractors.facts.counting import count_noun
from conflictnews.extractors.facts.quantity import Counted, Quantity
from conflictnews.extractors.facts.role_words import casualty_words, role_words
from conflictnews.text import TextView
from conflictnews.text.closed_words import closed_words
from conflictnews.text.nouns import is_person, is_plural, nouns
from conflictnews.text.syntax import Syntax

__all__ = ["harmed_sentences", "is_victim", "may_be_victims", "no_harm"]

_ONE, _ZERO = Decimal(1), Decimal(0)
_NO_VICTIM = frozenset({"as", "like", "than", "by", "including"})
"""Behind which one is no further victim: "including a child" tells of those already counted."""
_COUNTED_BEFORE = ["one", "of", "them"]
_WHOSE = frozenset({"civilian", "human"})
_NOBODY = frozenset({"no", "nobody", "none"})


@cache
def _words_of_harm() -> frozenset[str]:
    return casualty_words() | nouns("harm")


def harmed_sentences(view: TextView) -> set[int]:
    """The numbers of the sentences that speak of killing or injuring."""
    return {view.sentence_number(at) for at in view.positions(_words_of_harm())}


def may_be_victims(syntax: Syntax, taken: Sequence[Counted]) -> list[Counted]:
    """What an article or a negation counts, where it is a person: to be kept if it has the role of a casualty."""
    covered = {at for one in taken for at in range(one.first, min(one.last, one.first + 20))}
    found: list[Counted] = []
    for at in range(syntax.first, syntax.last - 1):
        if at in covered:
            continue
        word = syntax.words[at]
        one = _one(syntax, at) if word in closed_words("indefinite") else _none(syntax, at) if word in _NOBODY else None
        found += [one] if one is not None else []
    return found


def is_victim(one: Counted) -> bool:
    """Whether something that no number counts is a casualty."""
    return one.role in ("killed", "injured")


def _number(at: int, last: int, value: Decimal, form: str) -> Quantity:
    return Quantity(at, last, (at, last), form, value)


def _one(syntax: Syntax, at: int) -> Counted | None:
    before = list(syntax.words[max(syntax.first, at - 3) : at])
    if (before and before[-1] in _NO_VICTIM) or before == _COUNTED_BEFORE:
        return None
    found = count_noun(syntax, _number(at, at + 1, _ONE, "article"), single=True)
    return found if found.noun is not None and is_person(syntax.words[found.head]) else None


def _none(syntax: Syntax, at: int) -> Counted | None:
    """ "no one", "nobody", "none", "no Americans" before a casualty verb."""
    last = at + 1
    if syntax.words[at] != "no" or syntax.words[last] in ("one", "-one"):
        last += syntax.words[at] == "no"
        return Counted(_number(at, last, _ZERO, "zero"), last)
    found = count_noun(syntax, _number(at, last, _ZERO, "zero"), single=False)
    head = syntax.words[found.head] if found.noun is not None else ""
    counts = is_person(head) or (is_plural(head) and not head.endswith("s"))
    return found if head and counts and head not in nouns("harm") else None


def no_harm(syntax: Syntax) -> list[Counted]:
    """ "no casualties", "no civilian deaths", "no damage or injuries"; only of deaths and injuries the role is told."""
    found: list[Counted] = []
    for no in range(syntax.first, syntax.last - 1):
        if syntax.words[no] != "no":
            continue
        words, at = syntax.words[: syntax.last], no + 1
        at += words[at] in _WHOSE
        at += 2 * (list(words[at + 1 : at + 2]) == ["or"] and words[at] not in nouns("harm") and words[at] != "one")
        if (
            at >= len(words)
            or words[at] not in nouns("harm")
            or "n" in syntax.classes[at + 1 : min(at + 2, syntax.last)]
        ):
            continue
        modifier = (at - 1, at) if words[at - 1] in _WHOSE else None
        role = next((role for role, use in role_words().get(words[at], ()) if use == "noun"), "other")
        found.append(Counted(_number(no, no + 1, _ZERO, "zero"), at + 1, (at, at + 1), at, modifier, role))
    return found
