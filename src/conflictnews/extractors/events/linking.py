"""Linking: triggers of one sentence that tell of one incident ("the attack killed two", "killed in a rocket attack")."""

from __future__ import annotations

from conflictnews.extractors.events.draft import Draft
from conflictnews.types import EventArgument, EventType

__all__ = ["linked"]

_HARM = frozenset({"killing", "assault", "assassination", "massacre"})
_ATTACKS = frozenset(
    {
        EventType.AIRSTRIKE, EventType.ROCKET_ATTACK, EventType.SHELLING, EventType.BOMBING, EventType.SUICIDE_BOMBING,
        EventType.SHOOTING, EventType.CLASH, EventType.OTHER,
    }
)  # fmt: skip


def linked(drafts: list[Draft]) -> list[Draft]:
    """The drafts with harm given to the attack that did it, and claims to what they claim."""
    out: list[Draft] = []
    start = 0
    while start < len(drafts):
        end = start
        sentence = drafts[start].reading.first
        while end < len(drafts) and drafts[end].reading.first == sentence:
            end += 1
        out += _sentence(drafts[start:end])
        start = end
    return out


def _sentence(drafts: list[Draft]) -> list[Draft]:
    gone: set[int] = set()
    for number, draft in enumerate(drafts):
        near = range(max(0, number - 4), min(len(drafts), number + 5))
        if draft.code in _HARM and (home := _attack_behind(drafts, number, near)) is not None:
            _give(drafts[home], draft)
            gone.add(number)
        elif draft.row.type is EventType.CLAIM:
            _claimed(draft, [drafts[k] for k in near if k > number])
    return [draft for number, draft in enumerate(drafts) if number not in gone]


def _attack_behind(drafts: list[Draft], number: int, near: range) -> int | None:
    """The attack that this harm was done in: the event noun that is its subject, or that it is told "in"."""
    cause = drafts[number].roles.cause
    if cause is None:
        return None
    for k in near:
        match = drafts[k].match
        if k != number and match.first <= cause < match.last and drafts[k].row.type in _ATTACKS:
            return k
    return None


def _give(attack: Draft, harm: Draft) -> None:
    """The attack takes over what the harm tells."""
    if attack.generic and harm.code != "assault":
        attack.code = harm.code
    attack.mentions += harm.mentions
    roles, more = attack.roles, harm.roles
    roles.targets = more.targets or roles.targets
    roles.actors = roles.actors or more.actors
    roles.location = roles.location or more.location
    known = {weapon[:2] for weapon in roles.weapons}
    roles.weapons += [weapon for weapon in more.weapons if weapon[:2] not in known]


def _claimed(claim: Draft, events: list[Draft]) -> None:
    """The first violent event behind "claimed responsibility for" is the claimant's."""
    claimant: EventArgument | None = next(iter(claim.roles.actors), None)
    for event in events:
        if event.violent and claimant is not None:
            event.claimed_by = claimant
            return
