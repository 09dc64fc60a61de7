"""Refusals: proposals that look like attributions, and in which nobody is made answerable for anything."""

from __future__ import annotations

from functools import cache

from conflictnews.extractors.relations.headings import is_heading, is_label
from conflictnews.extractors.relations.proposals import Proposal
from conflictnews.extractors.relations.reading import HAPPENS, Reading
from conflictnews.extractors.relations.units import FRAGMENT, QUOTED
from conflictnews.lexicons.table import word_set
from conflictnews.text.closed_words import calendar_words, closed_words, reporting_verbs, time_words
from conflictnews.text.nouns import find_noun, nouns
from conflictnews.text.reduced_relatives import main_verb_behind
from conflictnews.types import Act

__all__ = ["is_refused"]

_UNNAMED = frozenset("to not be being named identified quoted cited by name".split())
_NAMED = frozenset({"named", "identified", "quoted", "cited"})
_NOMINAL = (["N"], ["J"], ["P"])
_HAPPENING = ({"combat"}, {"accident"}, {"occasion"}, {"abstract", "thing"})
"""Kinds of nouns of which one is in a noun for what happens: "clash", "flood", "attack"."""
_NAMING = frozenset({"called", "named", "dubbed", "nicknamed"})
_SUBJECTS = frozenset({"he", "she", "they", "we", "i"})
_PLACING, _PLACES = frozenset({"admit", "find"}), frozenset({"to", "in", "at", "near", "under"})
_LETTING = frozenset({"allow", "permit"})
_BELIEVING = frozenset({"believe", "think", "suspect", "allege", "presume", "rumor", "rumour"})
_ACCUSING = frozenset({"accuse", "charge", "suspect", "convict", "indict", "blame", "criticize", "criticise", "praise"})
_CHARGES = frozenset({"of", "with", "for", "over", "in"})
_MOVING = {
    "seek": frozenset("refuge shelter treatment asylum safety sanctuary cover".split()),
    "push": frozenset("back out away off aside car cars vehicle truck bus crowd protesters officers him her".split()),
    "claim": frozenset({"lives", "life"}),
    "continue": frozenset({"remain"}),
}
"""What behind a verb tells that it is no plea."""
_NEAR = 6
_MEASURES = frozenset("age size rank height weight ability abilities need needs".split())
_NOBODY = frozenset({"no", "nobody", "none", "neither"})
_NOTHING = frozenset({"nothing", "little"})
_NO_NOUN = frozenset("RIVBDGMtrC")
"""Tags of words of which none alone is who speaks."""


def is_refused(reading: Reading, proposal: Proposal) -> bool:
    """Whether a proposal attributes nothing to anybody."""
    return any(refused(reading, proposal) for refused in _REFUSED)


def _by_nobody(reading: Reading, proposal: Proposal) -> bool:
    """Whether nobody says it, "no group has claimed responsibility", or only a name is kept back."""
    words, word = reading.unit.words, proposal.cue.word
    held = {words[at] for at in proposal.held}
    if held <= _UNNAMED or (held - reporting_verbs() <= _UNNAMED and not _NAMED.isdisjoint(held)):
        return True  # "one resident, who declined to be named, told"
    if proposal.source is not None and words[proposal.source[0]] in _NOTHING:
        return True
    spoken = word is None or word.act is None or word.act.is_speech
    return spoken and proposal.source is not None and words[proposal.source[0]] in _NOBODY


def _by_a_thing(reading: Reading, proposal: Proposal) -> bool:
    """Whether a weapon or a happening would speak: "a bomb BLAST hit a bus", "the STRIKE seems to have ended"."""
    if proposal.source is None or proposal.source[1] > proposal.cue.at:
        return False
    if reading.unit.words[proposal.source[1] - 1] in nouns("weapon", "materiel") - nouns("body", "group"):
        return True
    if proposal.cue.word is not None and proposal.cue.word.act is Act.SHOW:
        return False  # "the attack shows that ..."
    held = reading.number[proposal.source[0]]
    head = reading.ranges[held][1] - 1 if held >= 0 else proposal.source[0]
    noun = find_noun(reading.unit.words[head]) if reading.unit.tags[head] == "N" else None
    return noun is not None and HAPPENS.issuperset(noun.kinds) and any(map(set(noun.kinds).issuperset, _HAPPENING))


def _by_its_object(reading: Reading, proposal: Proposal) -> bool:
    """Whether the subject of the cue stands at the end of the content: "the war was over and HE praised Karl Dorn"."""
    source, at, words = proposal.source, proposal.cue.at, reading.unit.words
    behind = source is not None and source[0] > at > 0
    return behind and words[at - 1] in _SUBJECTS and at - 1 in proposal.held


def _by_no_noun(reading: Reading, proposal: Proposal) -> bool:
    """Whether an adverb, a verb or a day would speak: "APPARENTLY believing that", "TOMORROW they plan to"."""
    source, unit = proposal.source, reading.unit
    if source is None or source[1] - source[0] > 1:
        return False
    word = unit.words[source[0]]
    if word == "there" or word in _times():
        return True
    return unit.tags[source[0]] in _NO_NOUN and word in word_set("common_words", "word")


@cache
def _times() -> frozenset[str]:
    """Words of time that are no names as well: "Friday", not "May" or "Dawn"."""
    return time_words() - closed_words("daytime") - calendar_words("month", "month-name")


def _by_a_heading(reading: Reading, proposal: Proposal) -> bool:
    """Whether what stands before a colon is no speaker: "ARRESTS: On Monday, police ..."."""
    words, source = reading.unit.words, proposal.source
    if words[proposal.cue.at] != ":" or source is None:
        return False
    named = words[slice(*source)]
    return is_heading(named) or (not reading.unit.quoted and is_label(named, words[source[1] :]))


def _describes(reading: Reading, proposal: Proposal) -> bool:
    """Whether a cue only says which one its subject is: "a man ACCUSED of murder was freed"."""
    cue, words = proposal.cue, reading.unit.words
    if cue.form not in "VD" or words[cue.at + 1 : cue.at + 2] == ["by"]:
        return False
    tags = reading.unit.tags
    if not reading.unit.quoted and tags[cue.at - 1 : cue.at] == ["S"] and tags[cue.at + 1 : cue.at + 2] in _NOMINAL:
        return True  # "the minister's PROPOSED visit"
    return _modifies(reading.unit.tags, cue.at) or main_verb_behind(reading.syntax, cue.at + reading.offset) is not None


def _only_names(reading: Reading, proposal: Proposal) -> bool:
    """Whether a participle only gives another name: "the airfield, also CALLED Q-West", "a side CALLED Abu Sneeb"."""
    cue, words = proposal.cue, reading.unit.words
    named = proposal.source is not None and proposal.source[0] == cue.at + 1 and words[cue.at] in _NAMING
    if (named or _is_named(reading, proposal)) and not reading.unit.quoted:
        return True
    return cue.at > 1 and words[cue.at - 2 : cue.at] == [",", "also"] and words[cue.at] in ("called", "named", "known")


def _is_named(reading: Reading, proposal: Proposal) -> bool:
    """Whether a participle brings the name of the noun before: "a squad CALLED the Lions fled", "plans CALLED Dawn"."""
    cue, unit = proposal.cue, reading.unit
    if unit.words[cue.at] not in _NAMING or cue.at == 0 or unit.tags[cue.at - 1] != "N":
        return False
    name = cue.at + 1
    while name < len(unit.tags) and unit.tags[name] in "TP":
        name += 1
    if name == cue.at + 1 or unit.tags[name - 1] != "P":
        return False
    return name == len(unit.tags) or unit.tags[name] in "VM" or (proposal.source is None and unit.tags[name] == ".")


def _modifies(tags: list[str], at: int) -> bool:
    """ "The recently ANNOUNCED plan", "after REPEATED failed attempts"."""
    if at > 0 and tags[at - 1] == "I" and tags[at] == "D":
        return tags[at + 1 : at + 2] in (*_NOMINAL, ["V"], ["D"])
    return at > 1 and tags[at - 1] == "R" and tags[at - 2] in "TS" and tags[at + 1 : at + 2] in _NOMINAL


def _is_done_to(reading: Reading, proposal: Proposal) -> bool:
    """Whether the source is whom a participle is said of: "a teacher CHARGED WITH spying", "were not ALLOWED to"."""
    cue, source, words = proposal.cue, proposal.source, reading.unit.words
    if cue.word is not None and cue.word.lemma in _PLACING and source is None and cue.form in "VD":
        behind, tags = words[cue.at + 1 : cue.at + 2], reading.unit.tags[cue.at + 2 : cue.at + 3]
        if not _PLACES.isdisjoint(behind) and tags != ["B"]:
            return True  # "was admitted to hospital", "was found in a well"
    if reading.unit.tags[cue.at] == "N" and words[cue.at] == "accused":
        return True  # "the prime accused in the case"
    if cue.form not in "VD" or source is None or source[1] > cue.at or cue.word is None:
        return False
    behind = words[cue.at + 1 : cue.at + 2]
    if cue.word.lemma in _BELIEVING and source[1] == cue.at and behind == ["to"]:
        return True  # "took roads BELIEVED TO be safe"
    if cue.word.lemma in _LETTING:
        return behind == ["to"] and not closed_words("be").isdisjoint(words[source[1] : cue.at])
    accused = cue.word.lemma in _ACCUSING and not _CHARGES.isdisjoint(behind) and "that" not in words[cue.at :]
    return accused and not _quotes(reading, proposal)


def _quotes(reading: Reading, proposal: Proposal) -> bool:
    """Whether the content holds words in quotation marks."""
    return any(reading.unit.tags[at] in (QUOTED, FRAGMENT) for at in proposal.held)


def _by_a_measure(reading: Reading, proposal: Proposal) -> bool:
    """Whether "according to" tells only how: "moved ACCORDING TO SCHEDULE", "ranked ACCORDING TO their AGE"."""
    words, source = reading.unit.words, proposal.source
    if words[proposal.cue.at] != "according" or source is None:
        return False
    alone = source[1] - source[0] == 1
    head = words[source[1] - 1]
    return head in _MEASURES or (alone and head in ("plan", "schedule", "custom", "tradition"))


def _is_no_plea(reading: Reading, proposal: Proposal) -> bool:
    """Whether somebody only goes or drives somewhere: "sought REFUGE in a school", "pushed the rebels BACK"."""
    cue, words = proposal.cue, reading.unit.words
    if cue.word is None or cue.word.lemma not in _MOVING or _quotes(reading, proposal):
        return False
    return not _MOVING[cue.word.lemma].isdisjoint(words[cue.at + 1 : cue.at + 1 + _NEAR])


def _is_called_for(reading: Reading, proposal: Proposal) -> bool:
    """Whether it is only said to be time to say it: "it is a good idea to RECALL", "now is the time to DEMAND"."""
    source, words = proposal.source, reading.unit.words
    if source is None or source[1] + 1 != proposal.cue.at or words[source[1]] != "to":
        return False
    return source[0] > 0 and words[source[0] - 1] in closed_words("be")


_REFUSED = (
    _by_nobody,
    _by_its_object,
    _by_no_noun,
    _by_a_thing,
    _by_a_heading,
    _describes,
    _only_names,
    _is_done_to,
    _by_a_measure,
    _is_no_plea,
    _is_called_for,
)
