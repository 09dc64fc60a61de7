"""Roles: what happened to what is counted, from the words of the table ``fact_roles`` in its sentence.

A head that names a role has it ("60 deaths"). Else the words of roles are asked whom they say it of (``patients``); the
closest wins: a governor over a predicate. Then an adjective within the phrase ("12 wounded men"), a toll ("the death
toll rose to 40"), forces in a place, and the whole of which it is a part ("among them 12 children").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from conflictnews.extractors.facts.context import context
from conflictnews.extractors.facts.patients import counting_syntax, may_have_role, patients
from conflictnews.extractors.facts.quantity import Quantity
from conflictnews.extractors.facts.role_words import BURNED, harmed, role_words
from conflictnews.lexicons.table import read_table
from conflictnews.text import TextView
from conflictnews.text.clauses import tells_who_says
from conflictnews.text.closed_words import closed_words
from conflictnews.text.coordination import first_conjunct, governor_of_result
from conflictnews.text.nouns import is_person, nouns
from conflictnews.text.syntax import Syntax
from conflictnews.text.verb_groups import VerbGroup, verb_group

__all__ = ["give_roles", "role_positions"]

_CASUALTIES = frozenset({"killed", "injured", "missing", "captured", "displaced"})
_HARM = frozenset({"killed", "injured"})
_NEAR, _FAR = 14, 40
_TOLD_AT = frozenset({"to", "at", "reached", "hit", "topped", "passed"})
"""Words before a figure to which a toll rises, however far before it stands."""
_NUMBER_OF = 7
"""Words behind a figure within which it is told of what: "to 21 the number of guerrillas killed"."""
_UNNUMBERED = frozenset({"article", "definite", "name"})
_AMONG = (["among", "them"], ["among", "whom"], ["of", "whom"], ["of", "them"])
_PLACED = frozenset({"in", "at", "on", "there", "to", "across", "inside"})


def role_positions(view: TextView) -> list[int]:
    """Where words stand that can give a role, ascending."""
    return view.positions(role_words().keys())


def give_roles(syntax: Syntax, counted: Sequence[Quantity], positions: Sequence[int]) -> list[Quantity]:
    """The counts of one sentence with their roles; ``positions`` are those of ``role_positions`` in it."""
    positions = [at for at in positions if not _is_prospect(syntax, at)]
    told = real = _told(syntax, counted, positions) if positions else {}
    if any(one.form in _UNNUMBERED for one in counted):
        certain = [at for at in positions if not _is_unreal(syntax, at)]
        real = told if len(certain) == len(positions) else _told(syntax, counted, certain)
    out: list[Quantity] = []
    for one in counted:
        before = next((earlier for earlier in reversed(out) if earlier.form != "name"), None)
        whole = before is not None and 0 <= before.noun == one.noun and before.form != "ordinal"
        roles = _roles(syntax, one, real if one.form in _UNNUMBERED else told, whole=whole)
        role = next((role for role in roles if role and _admits(syntax, one, role)), None)
        if role is None and before is not None and _is_part(syntax, before, one):
            role = _elsewhere(syntax, one) or before.role
        out.append(one if role in (None, "other") else one._replace(role=role))
    return out


def _is_unreal(syntax: Syntax, at: int) -> bool:
    """Whether a verb only tells what may be done: "to kill the mayor", "could hurt a guard"; so it harms nobody."""
    if syntax.classes[at] not in "veg":
        return False
    at = first_conjunct(syntax, at)
    group = verb_group(syntax, at)
    infinitive = _is_infinitive(syntax, at, group)  # not "is said to have killed a guard"
    return infinitive or group.negated or bool(group.modal) or group.tense == "future"


def _is_prospect(syntax: Syntax, at: int) -> bool:
    """Whether what a verb says of a number has not happened: "threatened to kill 17", "could kill 200".

    "May have been killed" is how estimates are told, and what was done "to kill 17" may have done so.
    """
    if syntax.classes[at] not in "veg":
        return False
    near = syntax.words[max(syntax.first, at - _NEAR) : min(syntax.last, at + _NEAR)]
    if "neither" in near and "nor" in near:
        return True
    if syntax.classes[at] == "g" and syntax.words[at - 1] == ",":
        return _is_open_result(syntax, at)
    at = first_conjunct(syntax, at)
    group = verb_group(syntax, at)
    if group.negated or group.tense == "future":
        return True
    if group.modal:
        return closed_words("have").isdisjoint(syntax.words[group.first : at]) or group.modal == "would"
    governor = group.first - 2
    while governor > syntax.first and syntax.classes[governor] == "r":
        governor -= 1
    return _is_infinitive(syntax, at, group) and governor >= syntax.first and syntax.words[governor] in _prospects()


def _is_open_result(syntax: Syntax, at: int) -> bool:
    """ "Could flood the valley, KILLING 200"."""
    governor = governor_of_result(syntax, at)
    if governor < 0:
        return False
    group = verb_group(syntax, governor)
    return bool(group.modal) or group.tense == "future"


def _is_infinitive(syntax: Syntax, at: int, group: VerbGroup) -> bool:
    behind_to = group.first > syntax.first and syntax.classes[group.first - 1] == "t"
    return behind_to and group.first == at and not group.passive


@cache
def _prospects() -> frozenset[str]:
    """The words before "to" that leave it open, or deny, that it was done: "vowed", "failed"."""
    return frozenset(cue for cue, status in read_table("event_status", "cue", "status") if status != "occurred")


def _told(syntax: Syntax, counted: Sequence[Quantity], positions: Sequence[int]) -> dict[int, list[str]]:
    """What words of roles say of which heads, the closest first."""
    syntax = counting_syntax(syntax, counted)
    found: list[tuple[int, int, int, str]] = []
    short = closed_words("falling-short")
    for at in positions:
        if at > syntax.first and syntax.words[at - 1] in short and syntax.classes[at] in "veg":
            continue  # "nearly lynched two men"
        if _is_natural(syntax, at):
            continue
        for role, how, phrases in patients(syntax, at):
            found += ((how, abs(phrase.head - at), phrase.head, role) for phrase in phrases)
    told: dict[int, list[str]] = {}
    for _, _, head, role in sorted(found):
        chunk = syntax.chunk(head)
        for at in range(chunk.first, chunk.last) if chunk is not None else (head,):
            told.setdefault(at, []).append(role)
    for roles in told.values():
        if "killed" in roles:  # who is arrested and killed is killed
            roles.sort(key=lambda role: role in ("captured", "missing"))
    return told


def _is_natural(syntax: Syntax, at: int) -> bool:
    """Whether somebody died of an illness, or of age: "died of CANCER", "died at AGE 91", "died in his SLEEP"."""
    if syntax.words[at] not in context("dying"):
        return False
    behind = syntax.words[at + 1 : min(at + _NUMBER_OF + 2, syntax.last)]
    return not context("of-nature").isdisjoint(behind)


def _roles(syntax: Syntax, one: Quantity, told: dict[int, list[str]], *, whole: bool) -> Iterator[str | None]:
    """What may be the role of a count, the best first; ``whole`` where it is that of which some were counted.

    "Downed 45 of 54 drones launched overnight": of the whole the last holds, if more is told than of those counted.
    """
    if not may_have_role(one):
        return
    told = {at: told_of[-1:] if len(set(told_of)) > 1 else [] for at, told_of in told.items()} if whole else told
    head = syntax.words[one.noun] if one.noun >= 0 else ""
    if one.form == "times":
        uses = [pair for word in syntax.words[one.last : one.last + 3] for pair in role_words().get(word, ())]
        told_of = {role for role, use in uses if use != "noun"}
        yield None if told_of.isdisjoint(("attacks", "strikes")) else "attacks"  # "attacked twice"
        return
    if _is_toll(syntax, one):
        yield _toll(syntax, one, head)
    harm = [role for at in (one.noun, one.number[1] - 1) for role in told.get(at, []) if role in _HARM]
    yield harm[0] if harm and one.form != "ordinal" else None  # "98 evacuees were killed"
    yield next((role for role, use in role_words().get(head, ()) if use == "noun"), None)
    if one.form != "ordinal":
        for at in (one.noun, one.number[1] - 1):
            yield from told.get(at, [])
        if one.form in ("article", "name"):
            return
        yield _within(syntax, one)
        yield _toll(syntax, one, head)
        yield _deployed(syntax, one, head)


def _is_toll(syntax: Syntax, one: Quantity) -> bool:
    """Whether a number right behind "toll was" or "toll at" is that toll."""
    before = list(syntax.words[max(syntax.first, one.first - 3) : one.first])
    return "toll" in before[:-1] and (before[-1] in closed_words("be") or before[-1] in ("at", "to", "reached"))


def _within(syntax: Syntax, one: Quantity) -> str | None:
    """An adjective or participle inside the phrase, or of those of whom some are counted: "three of the wounded"."""
    words = syntax.words
    first, last = (one.modifier, one.noun) if one.modifier >= 0 else (one.last, one.last)
    if one.noun < 0 and words[one.last : one.last + 2] in (["of", "the"], ["of", "those"]):
        first, last = one.last + 2, one.last + 3
    for word in words[first:last]:
        if word in harmed():
            return next(role for role, use in role_words()[word] if use in ("adjective", "verb"))
    return None


def _elsewhere(syntax: Syntax, one: Quantity) -> str | None:
    """Where a number without a noun is said to be: "left ten dead and 300 IN JAIL", "and millions IN LOSSES"."""
    if one.noun >= 0 or list(syntax.words[one.last : one.last + 1]) != ["in"]:
        return None
    behind = syntax.words[one.last + 1 : min(one.last + 3, syntax.last)]
    places = (("in-prison", "captured"), ("in-care", "injured"), ("in-value", "other"))
    return next((role for label, role in places if not context(label).isdisjoint(behind)), None)


def _is_part(syntax: Syntax, before: Quantity, one: Quantity) -> bool:
    """Whether a count is a part of the one before: "AMONG THEM 12 children", "7 were hurt, 5 OF THEM"."""
    if before.role not in _CASUALTIES or one.kind != "count":
        return False
    words, between = syntax.words, list(syntax.words[before.last : one.first])
    first = before.first if between == ["and"] else one.first
    among, behind = list(words[first - 2 : first]), list(words[one.last : one.last + 2])
    if among in _AMONG or behind in _AMONG[2:] or among[-1:] == ["including"]:
        return True
    if between == [","] and one.last < syntax.last and syntax.classes[one.last] == "r":
        return True  # "injured six, three seriously"
    return _is_listed(syntax, before, one)


def _is_listed(syntax: Syntax, before: Quantity, one: Quantity) -> bool:
    """Whether a count goes on a list of objects: "killed six in Dorn and four in Vara"."""
    between = syntax.classes[before.last : one.first]
    if not between or syntax.words[one.first - 1] not in ("and", ",", "as") or not set("vxegw.").isdisjoint(between):
        return False
    if syntax.words[one.first - 1] == "," and tells_who_says(syntax, one.first):
        return False  # "killed six, a director in Dorn said"
    return one.last >= syntax.last or syntax.classes[one.last] not in "vxe"


def _admits(syntax: Syntax, one: Quantity, role: str) -> bool:
    """Whether the counted noun can have the role: a thing is not killed, only a weapon is launched."""
    head = syntax.words[one.noun] if one.noun >= 0 else ""
    if one.form == "vague" and not head and one.last < syntax.last and syntax.words[one.last] == "in":
        return False  # "millions in losses"
    if not head:
        return role not in ("deployed", "intercepted")
    if role == "deployed":
        return head in nouns("troops", "materiel") or is_person(head)
    if role == "launched":
        return head in nouns("weapon")
    if role == "intercepted":
        return head in nouns("weapon", "materiel", "aircraft")
    if role in ("captured", "missing", "displaced"):
        return is_person(head) or (role, "noun") in role_words().get(head, ())  # "3 MIA"
    if role not in ("killed", "injured") or is_person(head):
        return True
    burned = role == "injured" and not BURNED.isdisjoint(syntax.words[syntax.first : syntax.last])
    return head not in nouns("thing") and not (burned and syntax.tags[one.noun] == "N")  # "burned 15 huts"


def _toll(syntax: Syntax, one: Quantity, head: str) -> str | None:
    """ "the death toll rose to 40", "the number of dead rose to 14", "The dead numbered 12"."""
    near = one.first > syntax.first and syntax.words[one.first - 1] in _TOLD_AT
    if head and not (near or is_person(head)):
        return None
    before = syntax.words[max(syntax.first, one.first - (_FAR if near else _NEAR)) : one.first]
    if near and (told := _number_behind(syntax, one)) is not None:
        return told
    for k in range(len(before) - 1, -1, -1):
        if before[k] in ("toll", "number"):
            return _of_what(before[k : k + 4], "killed" if before[k] == "toll" else None)
        if before[k] == "dead" and before[-1] in ("numbered", "totaled", "totalled", "reached", "at", "to"):
            return "killed"
    return None


def _number_behind(syntax: Syntax, one: Quantity) -> str | None:
    """ "brought to 21 the number of guerrillas killed": a number behind which it is told what it is of."""
    behind = syntax.words[one.last : min(one.last + _NUMBER_OF, syntax.last)]
    at = next((k for k, word in enumerate(behind[:3]) if word in ("toll", "number")), 0)
    if behind[:1] != ["the"] or not at:
        return None
    return _of_what(behind[at:], "killed" if behind[at] == "toll" else None)


def _of_what(words: Sequence[str], role: str | None) -> str | None:
    """What a toll or a number is of: the role of the first casualty word behind it."""
    for word in words[1:]:
        for found, _ in role_words().get(word, ()):
            return found if found in _CASUALTIES else role
    return role


def _deployed(syntax: Syntax, one: Quantity, head: str) -> str | None:
    """Forces somewhere: "2,500 troops in Iraq", "reduced to 2,500 personnel"."""
    placed = one.last < syntax.last and syntax.words[one.last] in _PLACED
    placed = placed or "reduced" in syntax.words[max(syntax.first, one.first - 7) : one.first]
    return "deployed" if placed and head in nouns("troops") and head != "contractors" else None
