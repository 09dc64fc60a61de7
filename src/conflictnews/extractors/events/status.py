"""Status: whether an event took place, from modality, tense and negation near its trigger."""

from __future__ import annotations

from functools import cache

from conflictnews.extractors.events.sentence import Reading
from conflictnews.lexicons.table import read_table
from conflictnews.text.closed_words import closed_words, preventing_verbs
from conflictnews.text.verb_groups import verb_group
from conflictnews.types import EventStatus

__all__ = ["status_of"]

_REACH, _REACH_BEHIND = 7, 12
_TRANSPARENT = frozenset('xrtvegdaun"')
_NOT = frozenset({"not", "n't", "never", "cannot", "wasn't", "weren't", "aren't", "isn't"})
_GOVERNS = frozenset({"of", "for"})
_DENIALS = frozenset({"denied", "denies", "denying"})
_REPORTS = frozenset("report reports claim claims allegation allegations accusation accusations rumour rumours".split())
_VERB_GROUP = frozenset('xrtvegyo"')


@cache
def _cues() -> dict[str, EventStatus]:
    return {cue: EventStatus(status) for cue, status in read_table("event_status", "cue", "status")}


def status_of(reading: Reading, at: int, verbal: bool) -> EventStatus:
    """The status of what the word at ``at`` tells of: the nearest cue before it in its verb group or noun phrase."""
    words, classes, cues = reading.view.words, reading.classes, _cues()
    if verbal and at > reading.first and words[at - 1] in closed_words("falling-short"):
        return EventStatus.ATTEMPTED  # "nearly lynched"
    allowed = _VERB_GROUP if verbal else _TRANSPARENT
    for i in range(at - 1, max(reading.first, at - _REACH) - 1, -1):
        if classes[i] not in allowed and words[i] not in cues and (verbal or words[i] not in _GOVERNS):
            break
        status = cues.get(words[i]) if classes[i] != "y" else None  # not of "the May 2017 invasion"
        if status is None:
            if not verbal and classes[i] in "ve":
                break  # the governing verb says that it took place
            continue
        if not verbal and words[i] in _DENIALS and not _REPORTS.isdisjoint(words[i + 1 : at]):
            return EventStatus.DENIED  # "denied reports of a massacre"
        if not verbal and (words[i] in _DENIALS or (words[i] == "no" and i < at - 2)):
            break  # who denies a role in an attack does not deny the attack
        return status
    if not verbal and (told := _told_behind(reading, at)) is not None:
        return told
    if verbal and (_is_subjunctive(reading, at) or _is_inverted(reading, at)):
        return EventStatus.HYPOTHETICAL
    if verbal and _is_unable(reading, at):
        return EventStatus.DENIED
    if verbal and (prevented := _prevented(reading, at)) is not None:
        return prevented
    return EventStatus.OCCURRED


def _told_behind(reading: Reading, noun: int) -> EventStatus | None:
    """What a passive behind an event noun says of it: "an attack on the depot was FOILED", "the march was PLANNED"."""
    classes, words = reading.classes, reading.view.words
    stop = min(reading.last - 1, noun + _REACH_BEHIND)
    be = next((k for k in range(noun + 1, stop) if classes[k] in "vexgw.,"), stop)
    if be == stop or words[be] not in closed_words("be", "have"):
        return None
    verb = next((k for k in range(be + 1, stop) if classes[k] not in "xr"), stop)
    return _cues().get(words[verb]) if classes[verb] in "ea" and words[verb] != "ordered" else None


def _is_subjunctive(reading: Reading, at: int) -> bool:
    """ "ordered that they be arrested": a bare "be"; not "the third to be arrested"."""
    group = verb_group(reading.syntax, at)
    bare = reading.view.words[group.first] == "be" and group.first > reading.first
    return bare and reading.classes[group.first - 1] in "no"


def _is_inverted(reading: Reading, at: int) -> bool:
    """ "Had the rebels attacked, ...": a condition that was not met."""
    words, group = reading.view.words, verb_group(reading.syntax, at)
    return words[reading.first] == "had" and group.first > reading.first + 1 and "," in words[at : reading.last]


def _prevented(reading: Reading, at: int) -> EventStatus | None:
    """ "stopped the gunmen FROM KILLING him": tried, or only feared where somebody is "to stop" them."""
    words, classes = reading.view.words, reading.classes
    if classes[at] != "g" or words[at - 1] != "from":
        return None
    for k in range(at - 2, max(reading.first, at - _REACH_BEHIND) - 1, -1):
        if words[k] in preventing_verbs() and classes[k] in "vegx":
            told = classes[k] in "ve" and words[k - 1] != "to"
            return EventStatus.ATTEMPTED if told else EventStatus.HYPOTHETICAL
    return None


def _is_unable(reading: Reading, at: int) -> bool:
    """ "have not been able to arrest", "unable to take": what could not be done was not."""
    words = reading.view.words
    if at - 2 < reading.first or words[at - 1] != "to" or words[at - 2] not in ("able", "unable"):
        return False
    return words[at - 2] == "unable" or not _NOT.isdisjoint(words[max(reading.first, at - 7) : at - 2])
