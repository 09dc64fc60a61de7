"""Claims and blame: who says that they did it, and who is said to have, given to the attack that is meant."""

from __future__ import annotations

from collections.abc import Iterator

from conflictnews.extractors.events.draft import Draft
from conflictnews.extractors.events.parties import head_word
from conflictnews.extractors.events.trigger_table import context_words
from conflictnews.text.nouns import nouns
from conflictnews.text.subjects import subjects_of
from conflictnews.types import EventArgument, EventStatus, EventType

__all__ = ["settle"]

_NEAR, _FAR, _CLOSE = 14, 30, 4
_THIRD = frozenset({"he", "she", "it", "they"})
_OF = frozenset({"for", "of"})
_CLAIMED_WITHIN = 4
"""Sentences between an attack and its claim."""
_CHARGING = frozenset({"for", "over"})
_LINKS = frozenset({"of", "in", "with", "to", "behind"})
_CLAUSE_ENDS = frozenset([",", ";", "but", "and", "said", "says"])
_DENIALS = frozenset("denied denies deny denying not n't never neither".split())


def settle(drafts: list[Draft], number: int, near: range, told: list[Draft]) -> Iterator[int]:
    """Give the attack that a claim, blame, an arrest is of whoever did it; the numbers of drafts that tell nothing new.

    ``told`` are the last events of the sentences before.
    """
    draft = drafts[number]
    if draft.row.type is EventType.CLAIM:
        yield from _settle_claim(drafts, number, near, told)
    elif draft.code in ("blame", "accusation"):
        yield from _settle_blame(drafts, number, told)
    elif draft.code in ("arrest", "conviction"):
        _settle_charge(drafts, number)


def _settle_claim(drafts: list[Draft], number: int, near: range, told: list[Draft]) -> Iterator[int]:
    """Give the attack that a claim is of its claimant; the numbers of drafts that tell of nothing new by that."""
    claim = drafts[number]
    passive = claim.match.trigger.frame == "claimed-by"
    events = [drafts[k] for k in near if (k < number if passive else k > number)]
    again = None if passive else _told_again(events[:1], told, claim)
    _claimed(claim, events if again is None else [again])
    if again is not None and events:
        again.mentions += events[0].mentions
        yield number + 1


def _settle_blame(drafts: list[Draft], number: int, told: list[Draft]) -> Iterator[int]:
    """Give the attack that somebody is blamed for its actor; the numbers of drafts that tell of nothing new by that."""
    blame, behind = drafts[number], drafts[number + 1 : number + 2]
    again = _told_again(behind, told, blame) if blame.match.trigger.frame == "attributed" else None
    if again is None:
        _blamed(blame, drafts, number)
    else:
        again.roles.actors += _parties(blame.roles.targets)
        yield from range(number + 1, number + 1 + len(behind))
    words = blame.reading.view.words
    by_whom = blame.roles.actors or any(role == "actor" and words[at] in _THIRD for role, at in blame.roles.pronouns)
    if blame.code == "blame" or not by_whom:
        yield number


def _settle_charge(drafts: list[Draft], number: int) -> None:
    """Give the attack that somebody is held for its actor: "arrested two men FOR THE MURDER of a judge"."""
    held = drafts[number]
    for event in drafts[number + 1 : number + 2]:
        near = event.match.first - held.match.last < _NEAR
        if event.violent and near and not event.roles.actors and _is_charge(event):
            _make_actors(event, _parties(held.roles.targets))


def _is_charge(event: Draft) -> bool:
    """Whether an event noun stands behind what brings a charge: "over the murder", "for their part in the murder"."""
    reading, chunk = event.reading, event.reading.syntax.chunk(event.match.first)
    words, before = reading.view.words, event.match.first - 1 if chunk is None else chunk.first - 1
    if words[before] in _CHARGING:
        return True
    return words[before] in _LINKS and words[before - 1] in context_words("charge")


def _claimed(claim: Draft, events: list[Draft]) -> None:
    """The first violent event behind "claimed responsibility for" is the claimant's."""
    claimant: EventArgument | None = next(iter(claim.roles.actors), None)
    for event in events:
        if event.violent and claimant is not None and claim.status is EventStatus.OCCURRED:
            event.claimed_by = claimant
            event.roles.actors = event.roles.actors or [claimant]
            return


def _blamed(blame: Draft, drafts: list[Draft], number: int) -> None:
    """Who is blamed for what comes next ("accused of the murder"), or for what came before ("attributed to")."""
    after = blame.match.trigger.frame != "blamed-on"
    other = number + 1 if after else number - 1
    if not 0 <= other < len(drafts):
        return
    event = drafts[other]
    gap = blame.reading.view.words[blame.match.last : event.match.first]
    if blame.reading.view.words[blame.match.last - 1] == "behind" and len(gap) >= _CLOSE:
        return  # "behind the film about the murder"
    if not after and not _is_of(blame, event):
        return
    if after and blame.reading.classes[blame.match.first] == "n" and not _is_charge(event):
        return  # "a suspect in the case, say that she was killed"
    near = len(gap) < (_FAR if after and not _OF.isdisjoint(gap[-5:]) else _NEAR)
    behind = blame.code == "accusation" or blame.match.trigger.frame == "attributed"
    who = _parties(blame.roles.targets) if behind else blame.roles.actors
    if event.code == "blame" and near and not event.roles.actors:
        event.roles.actors = who  # "accused of masterminding the attack"
    if event.violent and near and not event.roles.actors and not _denies(blame):
        _make_actors(event, who)


def _make_actors(event: Draft, who: list[EventArgument]) -> None:
    """Give an event its actors; not who suffers it: "a man accused of theft was beaten to death"."""
    suffer = {target.span for target in event.roles.targets}
    event.roles.actors = [one for one in who if one.span not in suffer]


def _is_of(blame: Draft, event: Draft) -> bool:
    """Whether what was "caused by" or "ordered by" somebody is the event: not "the explosion after riots caused by"."""
    first = blame.match.first
    if event.match.trigger.pos != "n" or blame.reading.classes[first] != "e":
        return True
    heads = [phrase.head for phrase in subjects_of(blame.reading.syntax, first)]
    return not heads or any(event.match.first <= head < event.match.last for head in heads)


def _parties(arguments: list[EventArgument]) -> list[EventArgument]:
    """Those who can have done something: not "the heat"."""
    bodies = nouns("person", "armed", "forces", "body", "group", "organisation")
    return [who for who in arguments if head_word(who.name) in bodies or not who.name.islower()]


def _told_again(behind: list[Draft], told: list[Draft], claim: Draft) -> Draft | None:
    """The attack just told of, where what is claimed is nothing new: "claimed responsibility", "for the attack"."""
    if any(event.violent for event in behind):
        return None
    view = claim.reading.view
    attacks = (one for one in reversed(told) if one.violent)
    attack = next(attacks, None)
    if attack is None:
        return None
    apart = view.sentence_number(claim.match.first) - view.sentence_number(attack.match.first)
    return attack if apart <= _CLAIMED_WITHIN else None


def _denies(blame: Draft) -> bool:
    """ "denied that its fighters were behind the bombing", "was not responsible for"."""
    words, first = blame.reading.view.words, blame.match.first
    for at in range(first - 1, max(blame.reading.first, first - 10) - 1, -1):
        if words[at] in _DENIALS:
            return True
        if words[at] in _CLAUSE_ENDS:
            return False
    return False
