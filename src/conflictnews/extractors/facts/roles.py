"""Roles: what happened to what is counted, from the verb or noun around the number.

Three looks, in this order. A word right before the number that takes it as its object or "of" phrase ("killing six",
"the deaths of 10"); the predicate behind it, across relative clauses, appositions and coordinated subjects ("16
sailors were wounded", "12 dead", "two men and a woman died"); then the governor further left, across a coordination
("killed six soldiers and one civilian"). A passive never takes an object, an active never its subject.
"""

from __future__ import annotations

from bisect import bisect_left

from conflictnews.extractors.facts.context import context
from conflictnews.extractors.facts.governors import governing_role
from conflictnews.extractors.facts.nouns import is_person, noun_classes
from conflictnews.extractors.facts.predicates import predicate_role
from conflictnews.extractors.facts.quantity import Counted
from conflictnews.extractors.facts.role_words import role_words
from conflictnews.text import TextView

__all__ = ["give_role", "role_positions"]

_REACH = 31
_PLACED = frozenset({"in", "at", "on", "there", "to", "across", "inside"})


def role_positions(view: TextView) -> list[int]:
    """Where words stand that can give a role, ascending: only near them is one looked for."""
    return view.positions(role_words().keys())


def give_role(view: TextView, quantity: Counted, sentence: tuple[int, int], positions: list[int]) -> Counted:
    """A count with its role; ``positions`` are those of ``role_positions``."""
    if quantity.kind not in ("count", "ratio") or (quantity.form == "ordinal" and quantity.noun is None):
        return quantity
    if quantity.tail and not quantity.tail.startswith("strong"):
        return quantity  # "a two-page memo": a measure of something else
    head = view.words[quantity.head] if quantity.noun is not None else ""
    role = _own(view, quantity, head)
    if role is None and quantity.form != "ordinal":
        if _is_near(positions, quantity):
            role = (
                governing_role(view, quantity, sentence[0], adjacent=True)
                or predicate_role(view, quantity, sentence[1], head)
                or governing_role(view, quantity, sentence[0], adjacent=False)
            )
        role = role or _toll(view, quantity, sentence[0], head) or _deployed(view, quantity, head, sentence[0])
    if role is not None and _admits(view, quantity, head, role):
        return quantity._replace(role=role)
    return quantity


def _is_near(positions: list[int], quantity: Counted) -> bool:
    """Whether any of the positions lies within reach of the quantity."""
    at = bisect_left(positions, quantity.first - _REACH)
    return at < len(positions) and positions[at] <= quantity.last + _REACH


def _admits(view: TextView, quantity: Counted, head: str, role: str) -> bool:
    """Whether the counted noun can have the role: a thing is not killed, only a weapon is launched."""
    if quantity.form == "vague" and quantity.noun is None and view.words[quantity.last : quantity.last + 1] == ["in"]:
        return False  # "millions in losses"
    if not head:
        return role not in ("deployed", "intercepted")
    if role == "deployed":
        return head in context("force") or head in context("materiel") or _is_people(head)
    if role == "launched":
        return head in context("weapon")
    if role == "intercepted":
        return head in context("weapon") or head in context("materiel") or head in context("aircraft")
    if role in ("captured", "missing", "displaced"):
        return _is_people(head)
    if role in ("killed", "injured"):
        things = noun_classes("thing")
        return head not in things and not (head.endswith("s") and head[:-1] in things)
    return True


def _is_people(head: str) -> bool:
    """Whether a head noun names persons: by the tables, else by the ending of its singular."""
    if head.endswith(("children", "women", "men")):
        return True
    if head in noun_classes("thing"):
        return False
    if head in noun_classes("plural") or head in noun_classes("person"):
        return True
    singular = head[:-3] + "y" if head.endswith("ies") else head[:-1] if head.endswith("s") else head
    return is_person(singular)


def _own(view: TextView, quantity: Counted, head: str) -> str | None:
    if quantity.form == "times":
        for word in view.words[quantity.last : quantity.last + 3]:
            for role, use in role_words().get(word, ()):
                if role in ("attacks", "strikes") and use != "noun":
                    return "attacks"
        return None
    for role, use in role_words().get(head, ()):
        if use == "noun":
            return role
    return None


def _toll(view: TextView, quantity: Counted, start: int, head: str) -> str | None:
    """ "the death toll rose to 40", "the number of dead rose to 14", "The dead numbered 12"."""
    if head and head not in ("people", "persons", "civilians", "soldiers"):
        return None
    before = view.words[max(start, quantity.first - 14) : quantity.first]
    for k in range(len(before) - 1, -1, -1):
        if before[k] in ("toll", "number"):
            return _of_what(before[k : k + 4], "killed" if before[k] == "toll" else None)
        if before[k] == "dead" and before[-1] in ("numbered", "totaled", "totalled", "reached", "at", "to"):
            return "killed"
    return None


def _of_what(words: list[str], role: str | None) -> str | None:
    """What a toll or a number is of: the role of the first casualty word behind it."""
    for word in words[1:]:
        for found, _ in role_words().get(word, ()):
            return found if found in ("killed", "injured", "missing") else role
    return role


def _deployed(view: TextView, quantity: Counted, head: str, start: int) -> str | None:
    """Forces somewhere: "2,500 troops in Iraq", "reduced to 2,500 personnel"."""
    if head not in context("force") or head == "contractors" or quantity.form == "article":
        return None
    behind = view.words[quantity.last] if quantity.last < len(view.words) else ""
    if behind in _PLACED:
        return "deployed"
    before = view.words[max(start, quantity.first - 7) : quantity.first]
    return "deployed" if "reduced" in before or "presence" in before else None
