"""Drafts of a text: its triggers, each read with its arguments and its status."""

from __future__ import annotations

from functools import cache

from conflictnews.extractors.events.arguments import Roles, read_roles
from conflictnews.extractors.events.clauses import light_verbs
from conflictnews.extractors.events.codes import codes
from conflictnews.extractors.events.draft import Draft
from conflictnews.extractors.events.names import acts_like_one, is_state
from conflictnews.extractors.events.noun_phrases import Reading
from conflictnews.extractors.events.status import status_of
from conflictnews.extractors.events.triggers import Match, event_nouns, first_words, match_at
from conflictnews.extractors.events.weapons import weapons_in
from conflictnews.extractors.events.word_classes import classify
from conflictnews.extractors.story import Story
from conflictnews.lexicons.table import word_sets
from conflictnews.text import TextView
from conflictnews.types import EventArgument, EventStatus, EventType

__all__ = ["read_drafts"]

_DEFINITE = frozenset("the this that these those".split())
_ALIKE = frozenset(
    "such similar latest another other more recent further new renewed second third its their his".split()
)
_NEEDS_ACTOR = frozenset(
    {
        "claim",
        "denial",
        "condemnation",
        "agreement",
        "negotiation",
        "threat",
        "sanction",
        "aid",
        "deployment",
        "protest",
    }
)
_BLASTS = frozenset(
    {EventType.BOMBING, EventType.ROCKET_ATTACK, EventType.SHELLING, EventType.AIRSTRIKE, EventType.SUICIDE_BOMBING}
)
_NEAR = 14


def read_drafts(view: TextView, story: Story) -> list[Draft]:
    """One draft for each trigger of the story that stands for an event, in order."""
    classes = [""] * len(view)
    drafts: list[Draft] = []
    covered = reading_end = 0
    reading = Reading(view, classes, 0, 0)
    for at in view.positions(first_words()):
        if at < covered or view.starts[at] not in story:
            continue
        if at >= reading_end:
            first, last = view.sentence_of(at)
            classify(view, first, last, classes)
            reading, reading_end = Reading(view, classes, first, last), last
        match = match_at(reading, at)
        if match is None:
            continue
        draft = _draft(reading, match)
        if match.last > at + 1:
            covered = match.last
        if draft is not None and not (drafts and _embedded(drafts[-1], draft)):
            drafts.append(draft)
            covered = match.last
    return drafts


def _draft(reading: Reading, match: Match) -> Draft | None:
    trigger = match.trigger
    verbal = trigger.pos == "v"
    if trigger.pos == "n" and _only_modifies(reading, match):
        return None
    roles = read_roles(reading, match)
    code = trigger.code
    if code == "by-weapon":
        if not roles.weapons:
            return None
        code = roles.weapons[0][2]
        if code == "shooting" and trigger.frame == "plant":
            return None
    if code == "killing" and roles.weapons and codes()[roles.weapons[0][2]].type in _BLASTS:
        code = roles.weapons[0][2]
    elif code == "bombing" and reading.view.words[match.first][:4] == "bomb" and _has_aircraft(roles):
        code = "airstrike"
    elif code == "killing" and trigger.pos == "v" and _in_combat(reading, match, roles):
        code = "clash"
    if codes()[code].plover == "ASSAULT":
        _arm(reading, match, code, roles)
    status = status_of(reading, match.first, verbal)
    draft = Draft(match, reading, code, status, roles, [reading.view.span(match.first, match.last)])
    if code == "strike" and not verbal and _is_of_workers(reading):
        draft.code = "strike-or-boycott"
    elif draft.generic:
        _specify(draft)
    if not draft.violent and roles.reduced:
        return None
    if code != "blame" and not draft.violent and not _has_parties(draft):
        return None
    if status is EventStatus.OCCURRED and verbal and _is_purpose(reading, match.first):
        draft.status = EventStatus.HYPOTHETICAL if draft.violent else EventStatus.PLANNED
    if draft.row.type is EventType.THREAT:
        draft.status = EventStatus.THREATENED if status is EventStatus.OCCURRED else status
    if not verbal:
        _determine(draft)
        if (
            draft.plural
            and not draft.definite
            and not draft.counted
            and not (roles.actors or roles.targets or roles.location)
        ):
            return None
    return draft


def _arm(reading: Reading, match: Match, code: str, roles: Roles) -> None:
    """Add the weapons of the trigger's own words ("car bomb attack"), and those near that make this kind of attack."""
    view = reading.view
    own = match.first - 2 if match.trigger.pos == "n" else match.first
    known = {weapon[:2] for weapon in roles.weapons}
    kind = codes()[code].type
    low, high = max(reading.first, match.first - _NEAR), min(reading.last, match.last + _NEAR)
    for weapon in weapons_in(view, low, high):
        within = own <= weapon[0] < match.last
        if weapon[:2] not in known and (within or codes()[weapon[2]].type is kind or code == "attack"):
            roles.weapons.append(weapon)


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
    return reading.view.words[i - 1] not in light_verbs() and reading.classes[i - 1] not in "ar"


def _has_aircraft(roles: Roles) -> bool:
    """A state that bombs does so from the air."""
    return not roles.weapons and any(is_state(argument.name) for argument in roles.actors)


def _in_combat(reading: Reading, match: Match, roles: Roles) -> bool:
    """Whether the dead bore arms: soldiers and rebels fall in fights."""
    if reading.view.words[match.first][:4] != "kill" or not roles.targets:
        return False
    return all(argument.name.casefold().split()[-1] in _combatants() for argument in roles.targets)


@cache
def _combatants() -> frozenset[str]:
    return word_sets("argument_words", "word", "class")["armed"]


def _has_parties(draft: Draft) -> bool:
    """Whether somebody acts; of events without a type of their own, also on whom."""
    roles, kind = draft.roles, draft.row.type
    roles.actors = [argument for argument in roles.actors if _is_party(draft.reading.view, argument)]
    if kind is EventType.OTHER:
        return bool(roles.actors and roles.targets)
    return bool(roles.actors) or kind not in _NEEDS_ACTOR


def _is_party(view: TextView, argument: EventArgument) -> bool:
    """Whether there is a name in it, or its head is a word for a body or for people."""
    first, last = view.token_at(argument.span.start), view.token_at(argument.span.end - 1) + 1
    words = view.words[first : min(last, first + 12)]
    head = first + words.index("of") - 1 if "of" in words[1:] else first + len(words) - 1
    capital = any(view.text[view.starts[i]].isupper() for i in range(first, first + len(words)) if i > 0)
    return capital or acts_like_one(view, head)


def _embedded(outer: Draft, draft: Draft) -> bool:
    """ "agreed to negotiate", "threatened to ban": what is agreed or threatened is no event of its own, unless violent."""
    if outer.reading.first != draft.reading.first or outer.match.trigger.pos == "n" or draft.violent:
        return False
    gap = draft.match.first - outer.match.last
    if outer.violent or not 0 <= gap <= 2:
        return False
    if "to" not in draft.reading.view.words[outer.match.last - 1 : draft.match.first]:
        return False
    outer.roles.targets = outer.roles.targets or draft.roles.targets
    return True


def _is_of_workers(reading: Reading) -> bool:
    words = reading.view.words[reading.first : min(reading.last, reading.first + 80)]
    return not _labour().isdisjoint(words)


@cache
def _labour() -> frozenset[str]:
    return word_sets("argument_words", "word", "class")["labour"]


def _specify(draft: Draft) -> None:
    """The weapon that stands near tells what "attack" means."""
    weapon = next(iter(draft.roles.weapons), None)
    if weapon is None and draft.code == "attack":
        first, last = draft.match.first, draft.match.last
        view, reading = draft.reading.view, draft.reading
        near = list(weapons_in(view, max(reading.first, first - _NEAR), min(reading.last, last + _NEAR)))
        near = [found for found in near if view.words[min(found[1], reading.last - 1)] not in event_nouns()]
        weapon = min(near, key=lambda found: abs(found[0] - first), default=None)
    if weapon is not None:
        draft.code = weapon[2]


def _determine(draft: Draft) -> None:
    """Definite, plural, counted: how the noun phrase of a nominal trigger is determined."""
    words, classes = draft.reading.view.words, draft.reading.classes
    first = draft.match.first
    draft.plural = words[draft.match.last - 1].endswith("s")
    i = first - 1
    while i >= draft.reading.first and first - i < 7 and classes[i] in 'anudsp"':
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
