"""Drafts of a text: its triggers, each read with its arguments and its status."""

from __future__ import annotations

from conflictnews.extractors.events.arguments import read_roles
from conflictnews.extractors.events.codes import codes
from conflictnews.extractors.events.draft import Draft
from conflictnews.extractors.events.kinds import code_of
from conflictnews.extractors.events.names import acts_like_one, head_of
from conflictnews.extractors.events.roles import Roles
from conflictnews.extractors.events.sentence import Reading
from conflictnews.extractors.events.status import status_of
from conflictnews.extractors.events.triggers import Match, event_nouns, first_words, match_at
from conflictnews.extractors.story import Story
from conflictnews.text import TextView
from conflictnews.types import EventArgument, EventStatus, EventType

__all__ = ["read_drafts"]

_NOBODY = frozenset({"no", "nobody", "none", "nor", "neither", "not", "never"})
_DEFINITE = frozenset("the this that these those".split())
_ALIKE = frozenset(
    "such similar latest another other more recent further new renewed second third its their his".split()
)
_PLACELESS = frozenset(
    {EventType.CLAIM, EventType.DENIAL, EventType.CONDEMNATION, EventType.THREAT, EventType.SANCTION}
)
_ASPECT = frozenset("began begin begins begun continue continued continues managed proceeded used started".split())
_NEEDS_ACTOR = frozenset(
    {
        EventType.CLAIM, EventType.DENIAL, EventType.CONDEMNATION, EventType.AGREEMENT, EventType.NEGOTIATION,
        EventType.THREAT, EventType.SANCTION, EventType.AID, EventType.DEPLOYMENT, EventType.PROTEST,
    }
)  # fmt: skip


def read_drafts(view: TextView, story: Story) -> list[Draft]:
    """One draft for each trigger of the story that stands for an event, in order."""
    drafts: list[Draft] = []
    covered, tail = 0, -1
    for at in view.positions(first_words()):
        if at < covered or at == tail or view.starts[at] not in story:
            continue
        reading = Reading(view, view.syntax(at))
        match = match_at(reading, at)
        if match is None:
            continue
        draft = _draft(reading, match) if match.trigger.code != "-" else None
        if match.last > at + 1:
            covered = match.last
        if draft is not None and not (drafts and _embedded(drafts[-1], draft)):
            drafts.append(draft)
            covered, tail = match.last, match.tail
    return drafts


def _draft(reading: Reading, match: Match) -> Draft | None:
    verbal = match.trigger.pos == "v"
    if match.trigger.pos == "n" and _only_modifies(reading, match):
        return None
    roles = read_roles(reading, match)
    code = code_of(reading, match, roles)
    if code is None:
        return None
    if codes()[code].type is EventType.CLAIM and _by_nobody(reading, match, roles):
        return None
    status = _status(reading, match, code, roles)
    draft = Draft(match, reading, code, status, roles, [reading.view.span(match.first, match.last)])
    if not draft.violent and code != "blame":
        parties = _has_parties(draft) or (code == "accusation" and roles.targets)  # "we blame the army for the attack"
        if code != "destruction" and (roles.reduced or not parties):
            return None  # destruction may yet belong to an attack
    if draft.row.type in _PLACELESS:
        roles.location = None
    if verbal:
        if status is EventStatus.OCCURRED and _is_purpose(reading, match.first):
            draft.status = EventStatus.HYPOTHETICAL if draft.violent else EventStatus.PLANNED
    else:
        _determine(draft)
        draft.general = (draft.plural or draft.bare) and not (draft.alike or draft.counted)
        if draft.general and not (draft.violent or draft.told):
            return None
    return draft


def _status(reading: Reading, match: Match, code: str, roles: Roles) -> EventStatus:
    """The status that the words around a trigger tell, else the one that the kind of event implies."""
    verbal = match.trigger.pos == "v"
    status = status_of(reading, match.first, verbal)
    if status is not EventStatus.OCCURRED:
        return status
    if verbal and _of_none(reading, roles):
        return EventStatus.DENIED
    if code == "assassination-attempt":
        return EventStatus.ATTEMPTED
    return EventStatus.THREATENED if codes()[code].type is EventType.THREAT else status


def _of_none(reading: Reading, roles: Roles) -> bool:
    """ "none of the soldiers were killed": it happened to nobody."""
    for argument in roles.targets[:1]:
        first = reading.view.token_at(argument.span.start)
        before = reading.view.words[max(reading.first, first - 3) : first]
        if before[-1:] == ["no"] or "none" in before or "neither" in before:
            return True
    return False


def _by_nobody(reading: Reading, match: Match, roles: Roles) -> bool:
    """ "No group has claimed responsibility": nobody has."""
    first = reading.view.token_at(roles.actors[0].span.start) if roles.actors else match.first
    return not _NOBODY.isdisjoint(reading.view.words[max(reading.first, first - 4) : match.first])


def _only_modifies(reading: Reading, match: Match) -> bool:
    """Whether the noun only says of what kind another is: "arrest warrant", "murder case"."""
    after = match.last
    if after >= reading.last or reading.classes[after] != "n":
        return False
    return reading.view.words[after] not in event_nouns() and reading.view.text[reading.view.starts[after]].islower()


def _is_purpose(reading: Reading, verb: int) -> bool:
    """Whether the verb is an infinitive that only tells an aim: "an order to kill"."""
    i = verb - 1
    if i <= reading.first or reading.classes[i] != "t":
        return False
    return reading.view.words[i - 1] not in _ASPECT and reading.classes[i - 1] not in "ar"


def _has_parties(draft: Draft) -> bool:
    """Whether somebody acts; of events without a type of their own, also on whom."""
    roles, kind = draft.roles, draft.row.type
    roles.actors = [argument for argument in roles.actors if _is_party(draft.reading.view, argument)]
    if kind is EventType.OTHER and draft.code != "repression":
        return bool(roles.actors and roles.targets)
    frame = draft.match.trigger.frame
    if frame == "arrive" and not roles.targets:
        return False
    if frame == "host" and not any(argument.name.split()[-1][:1].isupper() for argument in roles.targets):
        return False  # areas host troops, presidents host presidents
    return bool(roles.actors) or kind not in _NEEDS_ACTOR


def _is_party(view: TextView, argument: EventArgument) -> bool:
    """Whether there is a name in it, or its head is a word for a body or for people."""
    first, last = view.token_at(argument.span.start), view.token_at(argument.span.end - 1) + 1
    words = view.words[first : min(last, first + 12)]
    head = first + head_of(words)
    capital = any(view.text[view.starts[i]].isupper() for i in range(first, first + len(words)) if i > 0)
    return capital or acts_like_one(view, head)


def _embedded(outer: Draft, draft: Draft) -> bool:
    """What is agreed or threatened ("threatened to ban") is no event of its own, unless violent."""
    if outer.reading.first != draft.reading.first or outer.match.trigger.pos == "n" or draft.violent:
        return False
    gap = draft.match.first - outer.match.last
    if outer.violent or not 0 <= gap <= 2:
        return False
    if "to" not in draft.reading.view.words[outer.match.last - 1 : draft.match.first]:
        return False
    outer.roles.targets = outer.roles.targets or draft.roles.targets
    return True


def _determine(draft: Draft) -> None:
    """Definite, plural, counted: how the noun phrase of a nominal trigger is determined."""
    words, classes = draft.reading.view.words, draft.reading.classes
    first = draft.match.first
    draft.plural = words[draft.match.last - 1].endswith("s")
    i = first - 1
    draft.bare = not any(label in "dus" for label in classes[max(draft.reading.first, first - 5) : first])
    while i >= draft.reading.first and first - i < 7 and classes[i] in 'anudspy"':
        if classes[i] == "p" and words[i] != "of":
            break
        if words[i] in _ALIKE:
            draft.alike = True
        if words[i] in _DEFINITE:
            draft.definite = not draft.alike
            draft.alike = True
            break
        if classes[i] == "u" or words[i] in ("several", "dozens", "series", "another"):
            draft.counted = True
        i -= 1
