"""Antecedents: what "who", "which" and "that" stand for: the noun phrase before, past what only tells when."""

from __future__ import annotations

from conflictnews.register.states import states
from conflictnews.text.closed_words import closed_words
from conflictnews.text.nouns import is_person, is_plural, nouns
from conflictnews.text.phrase_chains import phrases_before
from conflictnews.text.phrases import REACH, Phrase
from conflictnews.text.syntax import Syntax

__all__ = ["antecedent", "antecedent_of", "before_time"]

_NOUN_REACH = 6
"""The words before a mark or a relative pronoun in which the noun stands that is meant."""
_TIGHT = frozenset({"of", "in", "from", "near"})
_MEMBERS = frozenset({"member", "members"})


def antecedent_of(syntax: Syntax, relative: int) -> list[Phrase]:
    """The noun phrases that a relative pronoun stands for: of "farmers, who fled," the farmers.

    >>> words = "farmers , who fled".split()
    >>> antecedent_of(Syntax(words, "N.WV"), 2)
    [Phrase(first=0, last=1, head=0)]
    """
    return antecedent(syntax, relative, max(syntax.first, relative - REACH))


def antecedent(syntax: Syntax, i: int, stop: int) -> list[Phrase]:
    """What "that", "which" or "who" at ``i`` stands for: the noun phrase before, past a comma or a date.

    Past a town and its country it is what is there: "the raid in Dorn, Borland, which killed two".
    """
    if syntax.classes[i - 1] == "u" and syntax.words[i - 2] == "of":
        return []  # "the release of nine who"
    k = before_time(syntax, i - 1, stop)
    if k is None:
        return []
    town = k - 2
    if town > stop and syntax.words[k - 1] == "," and syntax.words[k] in states("country", "short"):
        return phrases_before(syntax, town + 1) if syntax.tags[town] == "P" else []
    whole = phrases_before(syntax, k + 1, _TIGHT)
    if syntax.words[i] != "who":
        return _what_happened(syntax, whole, k) or whole
    inner = phrases_before(syntax, k + 1, frozenset())  # "the autopsy of a maid who was killed"
    known = any(_may_be_who(syntax, phrase.head) for phrase in whole)
    if not known and any(_is_where(syntax, phrase) for phrase in inner):
        return []  # "carried out an attack in the city of Dorn, who"
    return inner if not known or _is_of_inner(syntax, whole, inner, i) else whole


def _what_happened(syntax: Syntax, whole: list[Phrase], k: int) -> list[Phrase]:
    """What "that" stands for behind people to whom it happened: "five persons killed in the EXPLOSION that left"."""
    near = phrases_before(syntax, k + 1, frozenset())
    suffered = len(whole) == len(near) == 1 and not {"e", "v"}.isdisjoint(syntax.classes[whole[0].last : near[0].first])
    return near if suffered and is_person(syntax.words[whole[0].head]) and not is_person(syntax.words[k]) else []


def _is_where(syntax: Syntax, phrase: Phrase) -> bool:
    """Whether a name tells where something was: "in DORN", "the city of DORN"."""
    if syntax.tags[phrase.head] != "P" or phrase.first <= syntax.first + 1:
        return False
    words = syntax.words[phrase.first - 2 : phrase.first]
    return words[1] in ("in", "near") or (words[1] == "of" and words[0] in nouns("named-place"))


def _is_of_inner(syntax: Syntax, whole: list[Phrase], inner: list[Phrase], who: int) -> bool:
    """Whether "who" stands for whom "of" brings: "the driver of the MEN who killed"; not "members of the group who"."""
    if len(whole) != 1 or len(inner) != 1 or whole[0].head == inner[0].head or syntax.words[who - 1] == ",":
        return False
    outer, near = syntax.words[whole[0].head], syntax.words[inner[0].head]
    if not (is_person(outer) and near in nouns("person", "armed", "perpetrator")):
        return False
    if outer in _MEMBERS or outer in closed_words("crowd"):
        return False
    return not (is_plural(near) and not is_plural(outer) and syntax.words[who + 1] in ("was", "is", "has"))


def _may_be_who(syntax: Syntax, head: int) -> bool:
    """Whether a noun may be a person: by the table, by its ending, or as a name."""
    word = syntax.words[head]
    return syntax.tags[head] == "P" or is_person(word) or word in nouns("group", "crowd", "forces", "measure")


def before_time(syntax: Syntax, k: int, stop: int) -> int | None:
    """The noun at ``k``, or before what only tells when; None where none stands there."""
    low = max(stop, k + 1 - _NOUN_REACH)
    while k > low and (syntax.words[k] in (",", "in", "of", "last", "on", "ago") or syntax.classes[k] in "yu"):
        k -= 1
    return k if k >= low and syntax.classes[k] == "n" else None
