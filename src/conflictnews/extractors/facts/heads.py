"""The head of the counted noun once more, by tags; and what a number has from the one before: its noun, its role."""

from __future__ import annotations

from collections.abc import Sequence

from conflictnews.extractors.facts.nouns import is_person, is_plural, noun_classes
from conflictnews.extractors.facts.quantity import Counted
from conflictnews.text import TextView

__all__ = ["check_head", "share_noun", "share_role"]

_REACH = 8
_NO_HEADS = frozenset("JRVDG")
_NOUNS = frozenset("NP")
_INSIDE = frozenset("JRDGNPSU")
_CASUALTIES = frozenset({"killed", "injured", "missing", "captured", "displaced"})
_AMONG = (["among", "them"], ["among", "whom"], ["of", "whom"], ["of", "them"])
_OF_THEM = (["of", "them"], ["of", "whom"])
_COMPARED = frozenset({"from", "versus", "vs", "against", "including", "than"})
_HEDGES = frozenset(
    "about around some nearly almost just only over roughly an average of up the more less fewer".split()
)


def check_head(view: TextView, quantity: Counted, sentence: tuple[int, int], tags: Sequence[str]) -> Counted:
    """Where the head found by word lists is no noun in its sentence, take the next noun of the phrase, else none.

    "three early states" has a head in -s of its own; "one less vote" and "20 decently sized plants" have not.
    """
    if quantity.noun is None or quantity.head < 0:
        return quantity
    word = view.words[quantity.head]
    if word in noun_classes("plural") or is_person(word) or (is_plural(word) and quantity.head > quantity.number[1]):
        return quantity
    first, last = sentence
    if not first <= quantity.head < last or tags[quantity.head - first] not in _NO_HEADS:
        return quantity
    at = quantity.head - first
    found = _next_noun(tags, at + 1)
    if found < 0 and word.endswith("ing") and quantity.modifier is not None and tags[at - 1] == "N":
        found = at - 1  # "at one POINT calling him a liar"
    if found >= 0:
        return _with_head(quantity, first + found)
    if tags[at] in "RVD" or word in ("more", "less", "fewer") or word.endswith(("er", "est")):
        return Counted(quantity.quantity, quantity.number[1])
    return quantity


def _with_head(quantity: Counted, head: int) -> Counted:
    begin = (quantity.modifier or quantity.noun or (head, head))[0]
    modifier = (begin, head) if begin < head else None
    return quantity._replace(last=head + 1, noun=(head, head + 1), head=head, modifier=modifier)


def _next_noun(tags: Sequence[str], at: int) -> int:
    """The last noun of the first row of nouns from ``at`` on, across adjectives; -1 where there is none."""
    head = -1
    for k in range(at, min(at + _REACH, len(tags))):
        if tags[k] in _NOUNS:
            head = k
        elif head >= 0 or not (tags[k] in _INSIDE or _ties_adjectives(tags, k)):
            break
    return head


def _ties_adjectives(tags: Sequence[str], k: int) -> bool:
    """Whether "and" or a comma at ``k`` stands before one more adjective or the noun: "large, new trawlers"."""
    if k + 1 >= len(tags) or tags[k + 1] not in "JDN":
        return False
    return tags[k] == "C" or (tags[k] == "." and tags[k - 1] in "JR")


def share_noun(view: TextView, before: Counted, quantity: Counted) -> Counted:
    """Give a bare number the noun of the count that it is compared with: "460 cars were stolen, compared with 63"."""
    if quantity.noun is not None or quantity.head >= 0 or quantity.kind != "count" or quantity.form == "times":
        return quantity
    if before.noun is None or before.kind != "count" or quantity.role not in ("other", before.role):
        return quantity
    k = quantity.first - 1
    while k > before.last and view.words[k] in _HEDGES:
        k -= 1
    link = view.words[k]
    compared = link in _COMPARED or (link in ("with", "to") and view.words[k - 1] == "compared")
    follows = view.words[quantity.last : quantity.last + 1]
    if compared or (link == "and" and follows in (["who"], ["whom"])):
        return quantity._replace(noun=before.noun, head=before.head)
    return quantity


def share_role(view: TextView, before: Counted, quantity: Counted) -> Counted:
    """Give a part of a total the total's role: "40 were killed, AMONG THEM 12 children", "7 were hurt, 5 OF THEM"."""
    if quantity.role != "other" or before.role not in _CASUALTIES or quantity.kind != "count":
        return quantity
    words = view.words
    behind = words[quantity.last : quantity.last + 2]
    among = words[quantity.first - 2 : quantity.first]
    if words[before.last : quantity.first] == ["and"]:
        among = words[before.first - 2 : before.first]
    if among in _AMONG or behind in _OF_THEM:
        return quantity._replace(role=before.role)
    return quantity
