"""The governor before a counted noun: "killing six", "the deaths of 10", "killed six soldiers and one civilian"."""

from __future__ import annotations

from conflictnews.extractors.facts.context import context
from conflictnews.extractors.facts.nouns import noun_classes
from conflictnews.extractors.facts.quantity import Counted
from conflictnews.extractors.facts.role_words import BE, RELATIVE, role_words
from conflictnews.text import TextView

__all__ = ["governing_role"]

_REACH = 30
_SHOOT = frozenset("shot shoot shoots shooting to will would can could".split())
_NEAR = frozenset({"approximately", "roughly", "some", "an", "estimated", "only", "two", "both"})


def governing_role(view: TextView, quantity: Counted, start: int, *, adjacent: bool) -> str | None:
    """The role from a governor on the left, not before token ``start``; at most 30 tokens are read.

    Where ``adjacent`` it stands right before the number, else across a coordination.
    """
    words, table = view.words, role_words()
    k = quantity.first - 1
    floor = max(start, k - _REACH)
    if not adjacent and (
        _is_subject(view, quantity)
        or (quantity.form == "article" and (k < 0 or words[k] not in ("and", ",", "with", "as")))
    ):
        return None
    of = apart = direct = False
    passed = False
    while k >= floor:
        word = words[k]
        if word in table and not (adjacent and word in context("determiner")):
            return _governs(view, k, start, of=of, direct=direct, apart=apart)
        if word == "of":
            of = True
            direct = direct or not passed
        elif word in context("determiner") or word in noun_classes("adverb") or word in _NEAR:
            if word == "to" and not of and "up" not in (words[k - 1], *words[k + 1 : k + 2]):
                return None
        elif adjacent:
            return None
        else:
            step = _cross(view, quantity, k, floor)
            if step is None:
                return None
            passed = True
            apart = apart or word in context("preposition")
            k = step
        k -= 1
    return None


def _cross(view: TextView, quantity: Counted, k: int, floor: int) -> int | None:
    """Where the walk to the left goes on from token ``k``; None where nothing beyond governs the number."""
    words = view.words
    word = words[k]
    if word in BE or word in ("have", "has", "had"):
        return _relative_clause(view, k, floor)
    if word in RELATIVE or word in context("clause-end") or word == "left":
        return None
    if word in context("preposition"):
        coordinated = quantity.first - 1 > k and words[quantity.first - 1] in ("and", "with", "as")
        return k if coordinated and word in ("in", "from", "at", "on", "with") else None
    return None if word in noun_classes("verb") and word not in context("no-predicate") else k


def _is_subject(view: TextView, quantity: Counted) -> bool:
    """Whether a verb of its own follows the counted noun: "killed 5, and two police officers said"."""
    at = quantity.last
    if at >= len(view.words):
        return False
    word = view.words[at]
    return (
        word in BE
        or word in ("have", "has", "had", "said", "told", "says")
        or (
            word in noun_classes("verb")
            and word not in context("no-predicate")
            and not word.endswith("ing")
            and word not in role_words()
        )
    )


def _relative_clause(view: TextView, k: int, floor: int) -> int | None:
    """Step over ", five of whom were Spaniards," from its verb; None where it is no such aside."""
    for aside in range(k - 1, max(floor, k - 5) - 1, -1):
        if view.words[aside] in ("whom", "who"):
            comma = aside
            while comma > floor and view.words[comma] != ",":
                comma -= 1
            return comma
    return None


def _governs(view: TextView, k: int, start: int, *, of: bool, direct: bool, apart: bool) -> str | None:
    """The role of the word at ``k`` where it takes an object or, across "of", a complement.

    ``direct``: the "of" stands right before the number, so that no verb takes it as object.
    """
    words = view.words
    j = k - 1
    floor = max(start, k - 6)
    while j >= floor and (words[j] in noun_classes("adverb") or words[j].endswith("ly") or words[j] == "also"):
        j -= 1
    before = words[j] if j >= start else ""
    if words[k] == "down" and before not in _SHOOT:
        return None  # "cutting down 12 jets"
    if words[k] == "dead" and words[k - 1] in ("shot", "shooting", "found"):
        return "killed"
    for role, use in role_words()[words[k]]:
        if use == "nominal" and of:
            return role
        if use in ("verb", "active") and not direct and before not in BE:
            if use == "verb" and before in ("the", "those", "more", "other") and not apart:
                continue
            return role
    return None
