"""Content and source with no mark between them: ``Two convoys were hit near Dorn the ministry said on Monday``.

Scrapers lose commas, and headlines write none (``Blast kills nine fighters army says``). The cue is a sure verb of
saying that nothing follows but when, where and to whom; or the source follows it to the end of the sentence.
"""

from __future__ import annotations

from conflictnews.extractors.relations.proposals import Proposal, Slots
from conflictnews.extractors.relations.reading import Reading
from conflictnews.extractors.relations.scoring import Candidate
from conflictnews.text.nouns import is_plural, nouns
from conflictnews.types import Act

__all__ = ["without_comma"]

_SAYING = 75
_FEWEST = 3
_CIRCUMSTANCE = 10
"""Slots that may stand between the cue and the end of the sentence."""
_LONGEST_SOURCE = 14
_NOMINAL = "TSJNPU"
_ARTICLES = ("al-", "el-")
_OF = frozenset({"of", "for", "from", "at", "with"})
_TURNED = frozenset({None, Act.SAY, Act.CLAIM})
"""What is done by a verb that is turned round behind a comma; the object of others follows them."""
_TELLING = frozenset({"tell", "inform"})
_OCCASIONS = frozenset({"on", "in", "at", "during", "to", "late", "early", "earlier"})


def without_comma(reading: Reading, cue: Candidate) -> Proposal | None:
    """The attribution of a sure verb of saying that ends a sentence, or is turned round at its end."""
    unit, at = reading.unit, cue.at
    if cue.word is None or cue.word.kind != "verb" or cue.word.certainty < _SAYING or cue.form != "V":
        return None
    if at < _FEWEST + 1 or unit.quoted or unit.tags[at - 1] == "C":
        return None  # "protested and accused the mayor of fraud"
    end = len(unit.words) - (unit.words[-1] in ".!?")
    if unit.words[at - 1] == "," and cue.word.act not in _TURNED:
        return None  # "insists it was illegal, accuses police of theft"
    if unit.words[at - 1] == ",":  # "were wounded, said the ministry"
        found = _behind(reading, cue, end)
        found = found and (found[0], at - 1)
    elif "," in unit.words[max(0, at - _LONGEST_SOURCE) : at]:
        return None
    else:
        found = _before(reading, cue, end) or _behind(reading, cue, end)
    if found is None:
        return None
    source, last = found
    return Proposal(cue, ((0, last),), frozenset(range(last)), source, 0, certain=True)


def _before(reading: Reading, cue: Candidate, end: int) -> tuple[Slots, int] | None:
    """The source right before a cue that ends the sentence, and where the content ends."""
    tags, at, held = reading.unit.tags, cue.at, reading.number[cue.at - 1]
    if held < 0 or not _is_circumstance(reading, cue, end):
        return None
    first = _source_start(reading, reading.ranges[held][0], at)
    if first < _FEWEST or tags[first - 1] not in "NPUD" or not _is_told(reading, first):
        return None
    return (first, at), first


def _source_start(reading: Reading, first: int, at: int) -> int:
    """Where the source begins that ends before a slot, by the first slot of its last chunk.

    A chunk may run into it (``nine fighters | Pentagon``, ``two men | witnesses``), and it may have several
    (``a spokesman for the ministry``).
    """
    words, tags, number = reading.unit.words, reading.unit.tags, reading.number
    first = next((k for k in range(at - 1, first, -1) if tags[k] == "T"), first)  # "at least 112 | a group"
    name = at
    while name > first and (tags[name - 1] == "P" or words[name - 1].startswith(_ARTICLES)):
        name -= 1
    if first < name < at and tags[name - 1] == "N":
        return name
    many = at - 2 > first and is_plural(words[at - 1]) and words[at - 1] in nouns("person", "group")
    if many and (is_plural(words[at - 2]) or words[first] in ("a", "an")):
        return at - 1
    while first > 1 and (words[first - 1] in _OF or tags[first - 1] == "G") and number[first - 2] >= 0:
        first = reading.ranges[number[first - 2]][0]  # "the Observatory for Human Rights monitoring group"
    return first


def _is_circumstance(reading: Reading, cue: Candidate, end: int) -> bool:
    """Whether only when, where and to whom stand behind a cue."""
    unit, at = reading.unit, cue.at
    behind = unit.tags[at + 1 : end]
    if len(behind) > _CIRCUMSTANCE or any(tag in "VMBDG.W" for tag in behind):
        return False
    if not behind or unit.words[at + 1] in _OCCASIONS or (cue.word is not None and cue.word.lemma in _TELLING):
        return True
    return reading.syntax.classes[at + 1 + reading.offset] == "y"


def _behind(reading: Reading, cue: Candidate, end: int) -> tuple[Slots, int] | None:
    """The source behind a cue that is turned round: ``killed six fighters SAID Network director Karim Haddad``."""
    unit, at = reading.unit, cue.at
    if cue.word is not None and cue.word.lemma in _TELLING:
        return None  # who is told hears it
    first, whole = at + 1, end
    end = _before_description(reading, first, whole)
    behind = zip(unit.words[first:end], unit.tags[first:end], strict=True)
    if not first < end <= first + _LONGEST_SOURCE or any(tag in "VMB.OWQq" and word != "," for word, tag in behind):
        return None
    held = reading.number[first]
    if reading.syntax.classes[first + reading.offset] == "y":
        return None  # "a group said Sunday"
    free = unit.tags[at - 1] in _NOMINAL and not _is_governed(reading, at)
    if held < 0 or free or not _may_speak(reading, reading.ranges[held][1]):
        return None
    last = whole if end < whole else _before_time(reading, first, end)
    return ((first, last), at) if _is_told(reading, at) else None


def _before_description(reading: Reading, first: int, end: int) -> int:
    """Where what says who a source is begins behind its name: "said the group | WHICH has", "the group | A monitor"."""
    words, tags = reading.unit.words, reading.unit.tags
    for k in range(first + 2, end):
        apposed = words[k] in ("a", "an") and tags[k - 1] in "NP" and "V" not in tags[k:end]
        if tags[k] == "W" or apposed:
            return k
    return end


def _before_time(reading: Reading, first: int, end: int) -> int:
    """Where a source ends before the day on which it spoke: "said the ministry | on Monday"."""
    classes, offset = reading.syntax.classes, reading.offset
    day = next((k for k in range(first + 1, end) if classes[k + offset] == "y"), end)
    return day - (day < end and reading.unit.words[day - 1] == "on")


def _may_speak(reading: Reading, last: int) -> bool:
    """Whether a phrase that ends before a slot names somebody, or somebody's office."""
    words, tags = reading.unit.words, reading.unit.tags
    return tags[last - 1] == "P" or words[last - 1] in nouns("person", "group", "organisation")


def _is_governed(reading: Reading, at: int) -> bool:
    """Whether a verb or preposition governs the phrase before a slot, which so can't be a subject."""
    tags, first = reading.unit.tags, at
    nominal = _NOMINAL + "R" * (tags[at - 1] == "J")  # "was not yet clear"
    while first > 0 and tags[first - 1] in nominal:
        first -= 1
    return 0 < first < at and tags[first - 1] in "VDGBI"


def _is_told(reading: Reading, last: int) -> bool:
    """Whether a main clause stands before a slot: a verb that is no relative clause's."""
    tags = reading.unit.tags
    return any(tag in "VM" and (at == 0 or tags[at - 1] != "W") for at, tag in enumerate(tags[:last]))
