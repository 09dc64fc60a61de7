"""Roles: what happened to what is counted, from the verb or noun around the number.

Three looks, in this order. A word right before the number that takes it as its object or "of" phrase ("killing six",
"the deaths of 10"); the predicate behind it, across relative clauses, appositions and coordinated subjects ("16
sailors were wounded", "12 dead", "two men and a woman died"); then the governor further left, across a coordination
("killed six soldiers and one civilian"). A passive never takes an object, an active never its subject.
"""

from __future__ import annotations

from functools import cache

from conflictnews.extractors.facts.nouns import is_person, noun_classes
from conflictnews.extractors.facts.quantity import Quantity
from conflictnews.lexicons.table import read_table
from conflictnews.text import TextView

__all__ = ["attach_role", "casualty_words", "role_words"]

_BE = frozenset("was were been being be are is got get gets getting".split())
_SKIP = frozenset(
    "have has had also reportedly not then later all both each apparently still would could may might will just only already either"
    " subsequently severely seriously slightly critically badly gravely lightly fatally brutally instantly officially allegedly feared"
    " confirmed believed reported known presumed said to of them themselves immediately mortally more others other people persons"
    " either mostly partially even either among those the".split()
)
_RELATIVE = frozenset({"who", "whom", "which", "that", "whose"})
_ENDS = frozenset({";", ":", "!", "?", '"', "”", "“", "when", "after", "before", "while", "because", "although", "but", "if", "where", "whereas", "until", "since"})
_PREPOSITIONS = frozenset("by in on at from to for with after before during into near about against over under through between as than per".split())
_AFTER_REDUCED = frozenset(
    "in on at by during when while since after before last this yesterday today tonight early late near outside inside as over around from"
    " and or so overnight monday tuesday wednesday thursday friday saturday sunday with along across within , . ; : ) ] -- — – - including"
    " is was were are has have had among when if because but who whose which also while".split()
)
_DETERMINERS = frozenset("the a an some another his her their its at least of nearly about around these those up to as many more than over all other fewer no".split())
_NOT_BARRIERS = frozenset(
    "old armed trapped stranded wearing travelling traveling riding based worked working living lived including deep long high aged left alive identified"
    " carrying belonging participating stationed guarding patrolling crossing suspected known accompanied caught attending involved accused unidentified"
    " serving served studying need use work cost test show listed missing sent led named".split()
)
_FORCES = frozenset("troops personnel soldiers forces servicemembers marines sailors peacekeepers contractors advisers advisors trainers servicemen".split())
_WEAPONS = frozenset("rockets rocket missiles missile mortars mortar shells shell drones drone projectiles grenades rounds bombs".split())
_PLACED = frozenset({"in", "at", "on", "there", "to", "across", "inside"})
_REACH = 30


@cache
def role_words() -> dict[str, tuple[tuple[str, str], ...]]:
    """Each word of the table ``fact_roles`` with its (role, use) pairs."""
    out: dict[str, list[tuple[str, str]]] = {}
    for word, role, use in read_table("fact_roles", "word", "role", "use"):
        out.setdefault(word, []).append((role, use))
    return {word: tuple(pairs) for word, pairs in out.items()}


@cache
def casualty_words() -> frozenset[str]:
    """Verbs and nouns of killing and injuring, but for nouns that only name the counted thing."""
    return frozenset(
        word for word, pairs in role_words().items() if any(role in ("killed", "injured") and use != "noun" for role, use in pairs)
    )


def attach_role(view: TextView, quantity: Quantity, sentence: tuple[int, int]) -> None:
    """Set the role of a count."""
    if quantity.kind not in ("count", "ratio") or (quantity.form == "ordinal" and quantity.noun is None):
        return
    head = view.words[quantity.head] if quantity.noun is not None else ""
    role = _own(view, quantity, head)
    if role is None and quantity.form != "ordinal":
        role = (
            _before(view, quantity, sentence[0], adjacent=True)
            or _behind(view, quantity, sentence[1], head)
            or _before(view, quantity, sentence[0], adjacent=False)
            or _toll(view, quantity, sentence[0], head)
            or _deployed(view, quantity, head, sentence[0])
        )
    if role is None or (role in ("killed", "injured", "captured", "missing", "displaced") and head in noun_classes("thing")):
        return
    if role in ("captured", "missing", "displaced") and head and not _is_people(head):
        return
    if role in ("killed", "injured", "missing") and head and head[:-1] in noun_classes("thing") and head.endswith("s"):
        return
    if role == "launched" and head not in _WEAPONS and head:
        return
    quantity.role = role


def _is_people(head: str) -> bool:
    """Whether a head noun names persons: by the tables, else by the ending of its singular."""
    if head in noun_classes("plural") or head in noun_classes("person"):
        return head not in ("cases", "data", "media", "aircraft", "sheep", "cattle", "fish", "feet", "spacecraft")
    singular = head[:-3] + "y" if head.endswith("ies") else head[:-1] if head.endswith("s") else head
    return is_person(singular)


def _own(view: TextView, quantity: Quantity, head: str) -> str | None:
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


def _behind(view: TextView, quantity: Quantity, end: int, head: str) -> str | None:
    """The predicate behind the counted noun."""
    words, table = view.words, role_words()
    k = quantity.last
    end = min(end, k + _REACH)
    start, be, relative = k, False, 0
    adverbs = noun_classes("adverb")
    verbs = noun_classes("verb")
    while k < end:
        word = words[k]
        if word in _BE:
            be = True
        elif word in table:
            role = _fits_behind(view, quantity, k, end, be=be, close=_is_close(view, start, k), head=head)
            if role is not None:
                return role
            if k > start and words[k - 1] in _DETERMINERS and not be:
                pass
            elif any(use in ("verb", "active", "intransitive") for _, use in table[word]):
                if not relative:
                    return None
                relative -= 1
            be = False
        elif word in ("found", "shot", "gunned", "left") and be:
            if any(w in ("dead", "killed", "death") for w in words[k + 1 : k + 4]):
                return "killed"
            if not relative:
                return None
            be, relative = False, relative - 1
        elif word in _RELATIVE:
            relative += word != "that" or words[k - 1] != ","
        elif word in _ENDS:
            return None
        elif word in _SKIP or word in adverbs or word.endswith("ly"):
            pass
        elif be:
            if word in ("among", "[", "]", ","):
                pass
            elif not relative:
                return None
            else:
                be, relative = False, relative - 1
        elif word in verbs and word not in _NOT_BARRIERS:
            if not relative:
                return None
            relative -= 1
        k += 1
    return None


def _is_close(view: TextView, start: int, k: int) -> bool:
    """Whether only adverbs, "of them" or "others" stand between the noun and the word at ``k``."""
    return k - start <= 4 and all(word in _SKIP or word.endswith("ly") or word in ("'", "’", "'s") for word in view.words[start:k])


def _fits_behind(view: TextView, quantity: Quantity, k: int, end: int, *, be: bool, close: bool, head: str) -> str | None:
    words = view.words
    for role, use in role_words()[words[k]]:
        if use == "verb":
            if be or (words[k - 1] in ("those", "dead", "people") and words[k - 2] == "among"):
                return role
            if close and _reduced(view, k, end):
                return role
            if words[k - 1] in (",", "and", "others") and k > quantity.last + 1 and _reduced(view, k, end) and words[k - 1] == "others":
                return role
        elif use == "intransitive":
            if role == "launched":
                if head in _WEAPONS and close:
                    return role
            elif words[k - 1] != "to" or words[k - 2] in ("known", "believed", "reported", "confirmed", "feared"):
                return role
        elif use == "adjective":
            if be or close:
                return role
        elif use == "nominal" and close and words[k - 1] in ("'", "’", "'s"):
            return role
    return None


def _reduced(view: TextView, k: int, end: int) -> bool:
    """Whether a participle behind a noun is passive: no object follows."""
    if k + 1 >= end or k + 1 >= len(view.words):
        return True
    nxt = view.words[k + 1]
    return nxt in _AFTER_REDUCED or nxt.endswith("ly") or not nxt[0].isalnum() or nxt in ("or", "dead", "there", "here", "to", "more", "each")


def _before(view: TextView, quantity: Quantity, start: int, *, adjacent: bool) -> str | None:
    """The governor on the left: right before the number, or across a coordination."""
    words, table = view.words, role_words()
    k = quantity.first - 1
    floor = max(start, k - _REACH)
    of = apart = False
    verbs = noun_classes("verb")
    if not adjacent and _is_subject(view, quantity):
        return None
    if not adjacent and quantity.form == "article" and (k < 0 or words[k] not in ("and", ",", "with", "as")):
        return None
    while k >= floor:
        word = words[k]
        if word in table and not (adjacent and word in _DETERMINERS):
            return _governs(view, k, start, of=of, apart=apart)
        if word == "of":
            of = True
        elif word in _DETERMINERS or word in noun_classes("adverb") or word in ("approximately", "roughly", "some", "an", "estimated", "only", "two", "both"):
            if word == "to" and words[k + 1 : k + 2] != ["up"] and words[k - 1] != "up" and not of:
                return None
        elif adjacent:
            return None
        elif word in _BE or word in ("have", "has", "had"):
            jump = _relative_clause(view, k, floor)
            if jump is None:
                return None
            k = jump
        elif word in _RELATIVE or word in _ENDS:
            return None
        elif word in _PREPOSITIONS or (word in verbs and word not in _NOT_BARRIERS):
            if not (word in ("in", "from", "at", "on", "with") and quantity.first - 1 > k and words[quantity.first - 1] in ("and", "with", "as")):
                return None
            apart = True
        k -= 1
    return None


def _is_subject(view: TextView, quantity: Quantity) -> bool:
    """Whether a verb of its own follows the counted noun: "killed 5, and two police officers said"."""
    at = quantity.last
    if at >= len(view.words):
        return False
    word = view.words[at]
    return word in _BE or word in ("have", "has", "had", "said", "told", "says") or (
        word in noun_classes("verb") and word not in _NOT_BARRIERS and not word.endswith("ing") and word not in role_words()
    )


def _relative_clause(view: TextView, k: int, floor: int) -> int | None:
    """Step over ", five of whom were Spaniards," from its verb; None where it is no such aside."""
    for j in range(k - 1, max(floor, k - 5) - 1, -1):
        if view.words[j] in ("whom", "who"):
            while j > floor and view.words[j] != ",":
                j -= 1
            return j
    return None


def _governs(view: TextView, k: int, start: int, *, of: bool, apart: bool) -> str | None:
    words = view.words
    j = k - 1
    while j >= start and (words[j] in noun_classes("adverb") or words[j].endswith("ly") or words[j] in ("also", "or", "and") and False):
        j -= 1
    passive = j >= start and words[j] in _BE
    for role, use in role_words()[words[k]]:
        if use == "nominal" and of:
            return role
        if use in ("verb", "active") and not of and not passive:
            if use == "verb" and j >= start and words[j] in ("the", "those", "more", "other") and not apart:
                continue
            if use == "active" and words[k].endswith(("ed", "n")) and passive:
                continue
            return role
    return None


def _toll(view: TextView, quantity: Quantity, start: int, head: str) -> str | None:
    """"the death toll rose to 40", "The dead numbered 12"."""
    if head and head not in ("people", "persons", "civilians", "soldiers"):
        return None
    before = view.words[max(start, quantity.first - 14) : quantity.first]
    if "toll" in before and "tolls" not in before:
        tail = before[len(before) - 1 - before[::-1].index("toll") :]
        return None if "injured" in tail or "wounded" in tail else "killed"
    if len(before) > 1 and before[-1] in ("numbered", "total", "totaled", "totalled", "reached") and "dead" in before[-4:]:
        return "killed"
    return None


def _deployed(view: TextView, quantity: Quantity, head: str, start: int) -> str | None:
    """Forces somewhere: "2,500 troops in Iraq", "reduced to 2,500 personnel"."""
    if head not in _FORCES or head == "contractors" or quantity.form == "article":
        return None
    behind = view.words[quantity.last] if quantity.last < len(view.words) else ""
    if behind in _PLACED:
        return "deployed"
    before = view.words[max(start, quantity.first - 7) : quantity.first]
    return "deployed" if "reduced" in before or "presence" in before else None
