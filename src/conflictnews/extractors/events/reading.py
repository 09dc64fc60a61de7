"""Drafts of a text: its triggers, each read with its arguments and its status."""

from __future__ import annotations

from functools import cache

from conflictnews.extractors.events.arguments import read_roles
from conflictnews.extractors.events.draft import Draft
from conflictnews.extractors.events.noun_phrases import Reading
from conflictnews.extractors.events.status import status_of
from conflictnews.extractors.events.triggers import Match, event_nouns, first_words, match_at
from conflictnews.extractors.events.weapons import weapons_in
from conflictnews.extractors.events.word_classes import classify
from conflictnews.extractors.story import Story
from conflictnews.text import TextView
from conflictnews.types import EventStatus

__all__ = ["read_drafts"]

_DEFINITE = frozenset("the this that these those such similar its their his".split())
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
        if draft is not None:
            drafts.append(draft)
            covered = match.last
    return drafts


def _draft(reading: Reading, match: Match) -> Draft | None:
    trigger = match.trigger
    verbal = trigger.pos == "v"
    roles = read_roles(reading, match)
    code = trigger.code
    if code == "by-weapon":
        if not roles.weapons:
            return None
        code = roles.weapons[0][2]
        if code == "shooting" and trigger.frame == "plant":
            return None
    status = status_of(reading, match.first, verbal)
    draft = Draft(match, reading, code, status, roles, [reading.view.span(match.first, match.last)])
    if draft.generic:
        _specify(draft)
    if draft.row.type.value in _NEEDS_ACTOR and not roles.actors:
        return None
    if draft.row.type.value == "other" and not draft.generic and not (roles.actors and roles.targets):
        return None
    if draft.row.type.value == "threat":
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
        if words[i] in _DEFINITE:
            draft.definite = True
            break
        if classes[i] == "u" or words[i] in ("several", "dozens", "series", "another"):
            draft.counted = True
        i -= 1
