"""Verb groups: a verb with its auxiliaries: voice, tense, negation, modality."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from conflictnews.text.closed_words import closed_words, verbs
from conflictnews.text.morphology import strong_pasts, verb_forms
from conflictnews.text.syntax import Syntax

__all__ = ["VerbGroup", "intransitive_pasts", "is_passive", "verb_group"]

_REACH, _LISTED, _DEEPEST = 8, 8, 3
_FUTURE = frozenset({"will", "'ll", "shall", "won't"})
_PAST = frozenset("was were had did wasn't weren't hadn't didn't".split())
_AUXILIARY = ("be", "get", "have", "do", "modal", "clitic")


class VerbGroup(NamedTuple):
    """The tokens ``first`` up to, not with, ``last`` of a verb and what helps it.

    ``tense`` is past, perfect ("has shelled"), present or future, and "" where nothing is finite: an infinitive, a
    participle alone. ``modal`` is the modal verb ("could"), or "".
    """

    first: int
    last: int
    passive: bool
    tense: str
    negated: bool
    modal: str


def verb_group(syntax: Syntax, verb: int) -> VerbGroup:
    """The group of the verb at ``verb``.

    >>> verb_group(Syntax("the town could not have been shelled".split(), "TNMRBDD"), 6)
    VerbGroup(first=2, last=7, passive=True, tense='', negated=True, modal='could')
    >>> verb_group(Syntax("police had to open fire".split(), "NMtBN"), 3)
    VerbGroup(first=1, last=4, passive=False, tense='past', negated=False, modal='')
    """
    words, classes = syntax.words, syntax.classes
    first = verb
    while first - 1 >= max(syntax.first, verb - _REACH) and (classes[first - 1] in "xr" or _is_duty(syntax, first - 2)):
        first -= 1
    while first < verb and classes[first] != "x" and words[first] not in closed_words("negation"):
        first += 1
    helping = words[first:verb]
    modal = next((word for word in helping if word in closed_words("modal") and word not in _FUTURE), "")
    negated = any(_negates(words, at) for at in range(first, verb))
    return VerbGroup(first, verb + 1, is_passive(syntax, verb), _tense(syntax, first, verb), negated, modal)


def _negates(words: Sequence[str], at: int) -> bool:
    """Whether a word denies what the verb tells: not that of "not only killed"."""
    return words[at] in closed_words("negation") and words[at + 1] not in closed_words("exclusive")


def _is_duty(syntax: Syntax, at: int) -> bool:
    """ "police had to open fire": "have" before "to" helps a verb as a modal does."""
    return at >= syntax.first and syntax.classes[at + 1] == "t" and syntax.words[at] in closed_words("have")


def _tense(syntax: Syntax, first: int, verb: int) -> str:
    """The tense of the first finite word of a group."""
    for at in range(first, verb + 1):
        word = syntax.words[at]
        if syntax.classes[at] == "x":
            if word in _FUTURE:
                return "future"
            if word in closed_words("modal"):
                return ""
            if word in _PAST:
                return "past"
            perfect = word in closed_words("have") and syntax.classes[at + 1] != "t"
            return "perfect" if perfect else "present"
        if at == verb and syntax.tags[at] == "V":
            return "past" if word.endswith("ed") or word in strong_pasts() else "present"
    return ""


def is_passive(syntax: Syntax, verb: int) -> bool:
    """Whether a past form at ``verb`` is passive: behind a form of "be" or "get", or before "by"."""
    return _is_passive(syntax, verb, 0)


def _is_passive(syntax: Syntax, verb: int, depth: int) -> bool:
    classes, words = syntax.classes, syntax.words
    if classes[verb] == "v":
        return _shares_passive(syntax, verb, depth)
    if classes[verb] not in "ea":
        return False
    i = verb - 1
    while i >= syntax.first and (
        classes[i] in "ry"
        or words[i] in ("and", "or")
        or (classes[i] == "e" and verb - i < _LISTED)
        or (words[i] == "," and classes[i - 1] == "e")  # "was drugged, kidnapped and shot"
        or (words[i] == "on" and classes[i + 1] == "y")  # "were on Monday taken"
    ):
        i -= 1
    if i >= syntax.first and words[i] in closed_words(*_AUXILIARY):
        return words[i] in closed_words("be", "get")
    after = verb + 1 + (syntax.tags[verb + 1 : verb + 2] == ["r"])  # "taken OVER by rebels"
    behind = words[after] if after < syntax.last else ""
    furnished = behind == "with" and words[verb] in closed_words("furnished")  # "men EQUIPPED with knives"
    done_by = furnished or (behind == "by" and words[verb] not in intransitive_pasts())
    return done_by or _shares_passive(syntax, verb, depth)  # not "protested by blocking a road"


def _shares_passive(syntax: Syntax, verb: int, depth: int) -> bool:
    """Whether a past form with no object goes on with a passive: "was lured to a house, RAPED and KILLED".

    So many verbs may stand between it and the first one.
    """
    classes, words = syntax.classes, syntax.words
    if depth > _DEEPEST:
        return False
    behind = classes[verb + 1] if verb + 1 < syntax.last else "."
    if behind not in ",.cpry" or words[verb] not in verbs()[1] or words[verb] in intransitive_pasts():
        return False
    if behind == "c" and _acts_next(syntax, verb + 2):
        return False  # ", who was not named, SHOT and killed Omar Dorn"
    i = verb - 1
    while i > syntax.first and classes[i] == "r":
        i -= 1
    if words[i] not in (",", "and", "or"):
        return False
    listed = words[i] != ","
    i -= words[i - 1] == ","
    for k in range(i - 1, max(syntax.first, i - _REACH), -1):
        if classes[k] in "ve":
            # "supporters, LED by the mayor, beat and hurt him"
            inserted = classes[k - 1] == "n" or (words[k - 1] == "," and not listed)
            return not inserted and _is_passive(syntax, k, depth + 1)
        if classes[k] in "gwo" or (words[k] == "and" and classes[k + 1] != "e"):
            return False
    return False


def _acts_next(syntax: Syntax, verb: int) -> bool:
    """Whether a verb has an object right behind that is no time: "killed OMAR DORN", not "killed two days later"."""
    if verb + 1 >= syntax.last or syntax.classes[verb] not in "ve" or syntax.classes[verb + 1] not in "nduos":
        return False
    chunk = syntax.chunk(verb + 1)
    return chunk is None or syntax.classes[chunk.head] != "y"


@cache
def intransitive_pasts() -> frozenset[str]:
    """Pasts of verbs that have no object: what somebody does next to whom something was done."""
    return frozenset(past for verb in closed_words("intransitive") for past in verb_forms(verb).pasts)
