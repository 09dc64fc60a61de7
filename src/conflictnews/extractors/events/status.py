"""Status: whether an event took place, from modality, tense and negation near its trigger."""

from __future__ import annotations

from functools import cache

from conflictnews.extractors.events.sentence import Reading
from conflictnews.lexicons.table import read_table
from conflictnews.text.closed_words import causing_verbs, closed_words, light_verbs, mandative_verbs, preventing_verbs
from conflictnews.text.coordination import first_conjunct, governor_of_result
from conflictnews.text.subjects import subject_of
from conflictnews.text.verb_groups import verb_group
from conflictnews.types import EventStatus

__all__ = ["is_plan", "status_of"]

_REACH, _REACH_BEHIND, _REACH_PROOF = 7, 12, 4
_TRANSPARENT = frozenset('xrtvegdaun"')
_NOT = frozenset({"not", "n't", "never", "cannot", "wasn't", "weren't", "aren't", "isn't"})
_NONE = frozenset({"no", "nothing", "without", "little"})
_IF = frozenset({"if", "unless", "lest", "whether"})
_LEADING = frozenset({"of", "on", "to", "in", "with", "for"})
_GOVERNS = frozenset({"of", "for"})
_DENIALS = frozenset({"denied", "denies", "denying"})
_REPORTS = frozenset("report reports claim claims allegation allegations accusation accusations rumour rumours".split())
_TURNS = frozenset("after before as when while since until because".split())
"""What begins a clause of which a report within it does not say whether it is so."""
_PART_OF = ["part", "of"]
_PERCEIVED = frozenset({"seen", "heard"})
_PARTICLES = frozenset({"out", "on", "off"})
_OPEN = frozenset({EventStatus.HYPOTHETICAL, EventStatus.PLANNED, EventStatus.THREATENED})
_VERB_GROUP = frozenset('xrtvegyo"')


@cache
def _cues() -> dict[str, EventStatus]:
    return {cue: EventStatus(status) for cue, status in read_table("event_status", "cue", "status")}


def status_of(reading: Reading, at: int, verbal: bool) -> EventStatus:
    """The status of what the word at ``at`` tells of: the nearest cue before it in its verb group or noun phrase.

    A verb that another one governs or is joined to has what helps that one, a noun what helps its light verb.
    """
    if not verbal:
        return _of_noun(reading, at)
    if (status := _of_verb(reading, at)) is not EventStatus.OCCURRED:
        return status
    if (first := first_conjunct(reading.syntax, at)) != at:
        return _of_verb(reading, first)
    return _of_result(reading, at)


def _of_result(reading: Reading, at: int) -> EventStatus:
    """ "could flood the valley, KILLING thousands": what would come of it."""
    governor = governor_of_result(reading.syntax, at)
    if governor < 0:
        return EventStatus.OCCURRED
    status = _of_verb(reading, governor)
    return status if status in _OPEN else EventStatus.OCCURRED


def _of_noun(reading: Reading, at: int) -> EventStatus:
    words, classes, cues = reading.view.words, reading.classes, _cues()
    for i in range(at - 1, max(reading.first, at - _REACH) - 1, -1):
        if words[i] in _PARTICLES and words[i - 1] in light_verbs():
            continue  # "could carry OUT a raid"
        if classes[i] == "c" and classes[i - 1] == "n" and classes[i + 1] != "d" and not _is_subject(reading, at):
            continue  # "will hold meetings AND demonstrations"
        if classes[i] not in _TRANSPARENT and words[i] not in cues and words[i] not in _GOVERNS:
            break
        found = cues.get(f"{words[i]} {words[i + 1]}") or cues.get(words[i])  # "WANTED FOR murder"
        status = found if classes[i] != "y" else None  # not of "the May 2017 invasion"
        if _is_presupposed(reading, i):
            return EventStatus.OCCURRED
        if (spoken := _of_speech(reading, i, at)) is not None:
            return spoken
        if status is None:
            if classes[i] == "g" and words[i] in light_verbs() and (status := _of_object(reading, i, at)) in _OPEN:
                return status  # "committed to CARRYING out attacks"
            if classes[i] in "ve":
                if (status := _of_object(reading, i, at)) is not EventStatus.OCCURRED:
                    return status
                break
            continue
        if words[i] in _DENIALS or (words[i] == "no" and i < at - 2) or words[i + 1 : i + 3] == _PART_OF:
            break  # who denies a role in an attack does not deny the attack
        return _of_light_verb(reading, at, i) if status is EventStatus.PLANNED else status
    told = _told_behind(reading, at)
    return EventStatus.OCCURRED if told is None else told


def _is_presupposed(reading: Reading, at: int) -> bool:
    """ "Accused of NOT ONLY the kidnapping", "would be retaliation FOR THE killing": what is taken to have been."""
    words = reading.view.words
    if words[at] in _NOT:
        return words[at + 1] in closed_words("exclusive")
    given = words[at] == "for" and words[at + 1] == "the" and reading.classes[at - 1] == "n"
    return given and words[at - 1] not in _cues()


def _of_light_verb(reading: Reading, noun: int, planned: int) -> EventStatus:
    """What a verb says of the event noun that an adjective calls planned: "CARRIED OUT a planned attack"."""
    chunk = reading.syntax.chunk(noun)
    if chunk is None or not reading.first < chunk.first <= planned:
        return EventStatus.PLANNED
    verb = chunk.first - 1
    verb -= reading.view.words[verb] in _PARTICLES
    done = reading.classes[verb] == "v" and reading.view.words[verb] in light_verbs()
    return status_of(reading, verb, verbal=True) if done else EventStatus.PLANNED


def _of_speech(reading: Reading, verb: int, noun: int) -> EventStatus | None:
    """What a verb of speech says of the event noun behind it: "denied reports of a MASSACRE", "called for ATTACKS"."""
    words = reading.view.words
    report = next((k for k in range(verb + 1, noun) if words[k] in _REPORTS), -1)
    told = set(reading.classes[report + 2 : noun]) <= set("dau") and words[report + 1] == "of"
    if words[verb] in closed_words("refuting") and report > verb and told:
        return EventStatus.DENIED
    calls = words[verb + 1] == "for" and words[verb] in closed_words("calling")
    wanted = calls and set(reading.classes[verb + 2 : noun]) <= set("danu")  # not "called for an end to attacks"
    return EventStatus.HYPOTHETICAL if wanted else None


def _of_object(reading: Reading, verb: int, noun: int) -> EventStatus:
    """What a verb says of the event noun that it governs: "did not LAUNCH an attack", "may SPARK riots".

    Other verbs say that it took place, and so does "may have carried out the attack".
    """
    words, classes = reading.view.words, reading.classes
    brings = words[verb] in light_verbs() or words[verb] in causing_verbs()
    known = words[verb - 1] in closed_words("have") and "the" in words[verb:noun]
    if not brings or known or "g" in classes[verb + 1 : noun]:
        return EventStatus.OCCURRED
    return status_of(reading, verb, verbal=True)


def _is_subject(reading: Reading, noun: int) -> bool:
    """Whether a verb stands right behind a noun, whose subject it may be."""
    behind = noun + 1
    while behind < reading.last and reading.classes[behind] == "r":
        behind += 1
    return behind < reading.last and reading.classes[behind] in "vxe"


def is_plan(word: str) -> bool:
    """Whether a verb says itself that what it governs is still to come: "plans", "prepared"."""
    return _cues().get(word) is EventStatus.PLANNED


def _of_verb(reading: Reading, at: int) -> EventStatus:
    words, classes, cues, tags = reading.view.words, reading.classes, _cues(), reading.syntax.tags
    if at > reading.first and words[at - 1] in closed_words("falling-short"):
        return EventStatus.ATTEMPTED  # "nearly lynched"
    for i in range(at - 1, max(reading.first, at - _REACH) - 1, -1):
        cue = words[i] if words[i] in cues else f"{words[i]} {words[i + 1]}" if words[i + 1] == "to" else ""
        if words[i + 1] == "to" and i + 2 < at and words[i + 2] in closed_words("have"):
            continue  # "is likely TO HAVE been killed": how is guessed
        if words[i + 1] in closed_words("exclusive") and words[i] in _NOT:
            continue  # "NOT ONLY shelled the town but"
        if words[i] in _PERCEIVED and words[i - 1] == "be":
            break  # "could BE SEEN beating protesters"
        if i == at - 1 and classes[i] in "ve" and tags[at] == "V" and tags[i] in "DV" and words[at][-2:] == "ed":
            break  # "the rebels who have not SIGNED attacked"
        if classes[i] not in _VERB_GROUP and (cue not in cues or (classes[i] == "n" and classes[i + 1] != "t")):
            break
        if (status := cues.get(cue) if classes[i] != "y" else None) is not None:
            return status
    if any(rule(reading, at) for rule in (_is_subjunctive, _is_inverted, _is_prospect, _is_condition)):
        return EventStatus.HYPOTHETICAL
    if any(rule(reading, at) for rule in (_is_unable, _is_refuted, _is_unproven)):
        return EventStatus.DENIED
    prevented = _prevented(reading, at)
    return EventStatus.OCCURRED if prevented is None else prevented


def _told_behind(reading: Reading, noun: int) -> EventStatus | None:
    """What a passive behind an event noun says of it: "an attack on the depot was FOILED", "the march was PLANNED"."""
    classes, words = reading.classes, reading.view.words
    stop = min(reading.last - 1, noun + _REACH_BEHIND)
    be = next((k for k in range(noun + 1, stop) if classes[k] in "vexgow.," or words[k] in _TURNS), stop)
    if be == stop or words[be] not in closed_words("be", "have"):
        return None
    verb = next((k for k in range(be + 1, stop) if classes[k] not in "xr"), stop)
    before = words[max(reading.first, noun - _REACH) : noun]
    if words[verb] in closed_words("untrue") and not _REPORTS.isdisjoint(before):
        return EventStatus.DENIED  # "REPORTS of an attack were FALSE"
    if words[verb] == "ordered" or list(words[verb : verb + 2]) == ["planned", "by"]:
        return None  # who planned it is told of what was done
    return _cues().get(words[verb]) if classes[verb] in "ea" else None


def _is_subjunctive(reading: Reading, at: int) -> bool:
    """ "Ordered that they be arrested", "demanded that the army shell it": what ought to be; not "the third to be".

    So is a purpose: "so that the army stops shelling".
    """
    words, group = reading.view.words, verb_group(reading.syntax, at)
    bare = words[group.first] == "be" and group.first > reading.first
    if bare and reading.classes[group.first - 1] in "no":
        return True
    bare = reading.syntax.tags[at] == "B" or group.tense == "present"
    if group.first != at or not bare or (subject := subject_of(reading.syntax, at)) is None:
        return False
    chunk = reading.syntax.chunk(subject.phrases[0].head) if subject.how == "d" and subject.phrases else None
    that = -1 if chunk is None else chunk.first - 1
    if that <= reading.first or words[that] != "that":
        return False
    return words[that - 1] == "so" or (words[that - 1] in mandative_verbs() and not words[at].endswith("s"))


def _is_prospect(reading: Reading, at: int) -> bool:
    """ "Capable of ATTACKING", "no intention of INVADING", "committed to CARRYING out attacks": not done so far."""
    words = reading.view.words
    if reading.classes[at] != "g" or at - 2 < reading.first or words[at - 1] not in _LEADING:
        return False
    return words[at - 2] in closed_words("prospect")


def _is_condition(reading: Reading, at: int) -> bool:
    """ "If the rebels ATTACKED", "in case they ATTACK", "in the event she was KILLED": what might be."""
    subject = subject_of(reading.syntax, at)
    if subject is None or subject.how != "d":
        return False
    phrases = subject.phrases
    chunk = reading.syntax.chunk(phrases[0].head if phrases else subject.at)
    before = subject.at - 1 if chunk is None else chunk.first - 1
    words = reading.view.words
    if before < reading.first or words[before] in _IF:
        return before >= reading.first
    return words[before - 1 : before + 1] == ["in", "case"] or words[before - 2 : before + 1] == ["in", "the", "event"]


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


def _is_refuted(reading: Reading, at: int) -> bool:
    """ "Rumours that soldiers had shot a priest proved FALSE": what a report tells that is said not to be so."""
    words = reading.view.words
    low = max(reading.first + 1, at - _REACH_BEHIND)
    that = next((k for k in range(at - 1, low - 1, -1) if words[k] == "that" and words[k - 1] in _REPORTS), -1)
    if that < 0:
        return False
    refuted = not closed_words("refuting").isdisjoint(words[max(reading.first, that - _REACH_PROOF) : that - 1])
    if refuted and _TURNS.isdisjoint(words[that + 1 : at]):
        return True  # "dismissed reports that it had attacked"
    behind = range(at + 1, min(reading.last, at + _REACH_BEHIND + _REACH))
    return any(words[k] in closed_words("untrue") and _is_said(reading, at, k) for k in behind)


def _is_unproven(reading: Reading, at: int) -> bool:
    """ "No EVIDENCE that rebels shelled it", "nothing SUGGESTS that": what nobody can show."""
    words = reading.view.words
    that = next((k for k in range(at - 1, max(reading.first, at - _REACH_BEHIND), -1) if words[k] == "that"), -1)
    near = range(max(reading.first, that - _REACH_PROOF), that)
    shown = next((k for k in reversed(near) if words[k] in closed_words("proving")), -1)
    if shown < 0 or "c" in reading.classes[shown:that]:
        return False
    return not (_NONE | _NOT).isdisjoint(words[max(reading.first, shown - _REACH_PROOF) : shown])


def _is_said(reading: Reading, verb: int, at: int) -> bool:
    """Whether a verb stands right before a predicate, another one than that of the clause before."""
    k = at - 1
    while k > verb and reading.classes[k] in "radt":
        k -= 1
    return k > verb and reading.classes[k] in "vxe"


def _is_unable(reading: Reading, at: int) -> bool:
    """ "have not been able to arrest", "unable to take": what could not be done was not."""
    words = reading.view.words
    if at - 2 < reading.first or words[at - 1] != "to" or words[at - 2] not in ("able", "unable"):
        return False
    return words[at - 2] == "unable" or not _NOT.isdisjoint(words[max(reading.first, at - 7) : at - 2])
