"""Proposals: what one cue may attribute, read from the labels of its unit and put right by a few rules.

The rules are those of which the grammar is certain: what follows a closed quotation and its cue is the writer's, a
clause before a comma and a verb of saying is what was said, the claim that is a subject ends before its verb.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from conflictnews.extractors.relations.reading import Reading, is_happening
from conflictnews.extractors.relations.scoring import Candidate
from conflictnews.extractors.relations.span_weights import LABELS
from conflictnews.extractors.relations.spans import Labelled
from conflictnews.extractors.relations.units import FRAGMENT, QUOTED, Unit
from conflictnews.text.nouns import is_person, nouns
from conflictnews.text.phrase_chains import TIMING
from conflictnews.text.phrases import phrase_at, phrases_at
from conflictnews.text.verb_groups import is_passive

__all__ = ["Proposal", "Slots", "propose"]

Slots = tuple[int, int]
_SOURCE, _CONTENT = LABELS.index("B-source"), LABELS.index("B-content")
_HELD = frozenset("CW,")
_WITH_SUBJECTS = frozenset("VBGD")
_AGENTS = frozenset({"to"})
_OWNERS = frozenset("by from of to for among in with".split())
_RELATIVES = frozenset({"who", "which", "whose", "that"})
_PLACING = frozenset("in at near on during from".split())
_BOTH, _FAR = 6, 8
_BANNER = ["under", "the", "banner", "of"]
_IN_OBJECT = frozenset("TJNPSUI")
_OBJECT = 6
_SAYING = 75
_FEWEST = 3
_TAIL = frozenset("ICRWt")
_WHEN = frozenset("on late early earlier later this last in".split())
_ADDRESSED = frozenset(
    "tell inform remind assure warn ask urge advise notify convince persuade promise instruct order beg implore thank "
    "accuse reassure call describe criticize blame praise compare".split()
)
_HEARING = frozenset("tell inform remind assure warn ask urge advise notify instruct order".split())
"""Verbs whose object hears what is said."""
_TELLING = frozenset("tell inform remind assure notify".split())
"""Those that are never turned round: "asks VOSS", but "tells Voss"."""


class Proposal(NamedTuple):
    """What one cue may attribute, in slots: parts of the content, all their slots, the source or None."""

    cue: Candidate
    parts: tuple[Slots, ...]
    held: frozenset[int]
    source: Slots | None
    margin: int
    certain: bool = False
    """A rule read it, and the acceptor is not asked."""


def propose(cue: Candidate, labelled: Labelled, reading: Reading) -> Proposal | None:
    """The proposal that labels make; None where they mark no content.

    A verb whose source the labels do not mark gets its likely subject, as far as that lies outside the content.
    """
    parts = _without_writer(reading.unit, cue.at, tuple(_runs(labelled.labels, _CONTENT)))
    parts = tuple(part for part in parts if not _is_time(reading, part)) or _clause_before(reading, cue)
    agent = _agent(reading, cue)
    if agent is not None:
        parts = tuple(part for cut in parts for part in _without(cut, agent))
    parts = _from_object(reading.unit, cue, parts)
    if cue.word is not None and cue.word.kind == "noun":
        parts = _before_main_verb(reading.unit, cue.at, parts)
    if not parts:
        return None
    told = _is_told(reading, cue)
    held = frozenset(at for begin, end in parts for at in range(begin, end))
    sources = (run for run in _runs(labelled.labels, _SOURCE) if _may_speak(reading.unit, cue, run))
    source = next(sources, None) if agent is None else agent
    if source is not None and (_is_when(reading, cue, source) or (told and source[1] <= cue.at)):
        source = None
    if source is not None and cue.form == "G" and source[1] == cue.at and is_happening(reading.unit.words[cue.at - 1]):
        source = None  # "horrified by THE RAID adding"
    if source is None and cue.form in _WITH_SUBJECTS and not told:
        subject = reading.subject(cue.at)
        if subject is not None and held.isdisjoint(range(subject.first, subject.last)):
            source = subject.first, subject.last
    if source is not None and _is_acted_on(reading.unit, source):
        source = None  # "attacking THE REBELS will show"
    if source is not None:
        source = _behind_date(reading, _without_tail(reading.unit, _without_time(reading, source)))
        source = _before_verb(reading, cue, source)
        source = _named(reading.unit, cue, _with_counted(reading, _with_owned(reading, cue, source)))
    if source is None and reading.unit.words[cue.at] == ":":
        return None  # what a colon announces is told by a name before it, or by nobody
    if source is not None and len(parts) > 1:
        source, parts = _with_relative(reading.unit, cue.at, source, parts)
        held = frozenset(at for begin, end in parts for at in range(begin, end))
    return Proposal(cue, parts, held, source, labelled.margin)


def _is_told(reading: Reading, cue: Candidate) -> bool:
    """Whether the subject of a cue hears it: ``RESIDENTS were warned``, ``VOSS was arrested and ordered to``."""
    if cue.word is None or cue.word.lemma not in _HEARING or cue.form not in "PDV":
        return False
    return is_passive(reading.syntax, cue.at + reading.offset)


def _with_relative(unit: Unit, cue: int, source: Slots, parts: tuple[Slots, ...]) -> tuple[Slots, tuple[Slots, ...]]:
    """A source with the clause that says who it is: ``Voss, a judge [WHO LOST HER SEAT], said``."""
    clause = next((part for part in parts if part[0] == source[1]), None)
    relative = clause is not None and unit.words[clause[0]] in _RELATIVES
    if clause is None or not relative or clause[1] >= cue or unit.words[clause[1] : cue] != [","]:
        return source, parts
    return (source[0], clause[1]), tuple(part for part in parts if part != clause)


def _is_acted_on(unit: Unit, source: Slots) -> bool:
    """Whether a source is the object of an -ing form that begins a clause."""
    verb = source[0] - 1
    return verb >= 0 and unit.tags[verb] == "G" and (verb == 0 or unit.words[verb - 1] in (",", ";"))


def _is_time_at(reading: Reading, slot: int) -> bool:
    """Whether words of time begin at a slot: "this morning", "late on Friday"."""
    syntax, at = reading.syntax, slot + reading.offset
    while at < syntax.last and syntax.words[at] in TIMING:
        at += 1
    return at < syntax.last and syntax.classes[at] == "y"


def _agent(reading: Reading, cue: Candidate) -> Slots | None:
    """Who is named behind a passive and "by": ``was condemned by SOME COUNTRIES``."""
    begin = cue.at + 2
    if cue.form != "P" or begin >= len(reading.unit.words) or reading.unit.words[cue.at + 1] != "by":
        return None
    phrases = phrases_at(reading.syntax, begin + reading.offset)
    return (begin, phrases[-1].last - reading.offset) if phrases else None


def _without(part: Slots, taken: Slots) -> Iterator[Slots]:
    """What is left of a part outside of the slots that another one takes, from "by" on."""
    if part[1] <= taken[0] - 1 or part[0] >= taken[1]:
        yield part
        return
    if part[0] < taken[0] - 1:
        yield part[0], taken[0] - 1
    if taken[1] < part[1]:
        yield taken[1], part[1]


def _without_writer(unit: Unit, cue: int, parts: tuple[Slots, ...]) -> tuple[Slots, ...]:
    """Parts without those of the writer: ``"Yes," he said, and soon the lamps went out``.

    Behind a quotation that ends with a mark and its cue, only another quotation goes on with it.
    """
    if not any(end <= cue and _closes(unit, end - 1) for _, end in parts):
        return parts
    return tuple(part for part in parts if part[0] < cue or unit.tags[part[0]] in (QUOTED, FRAGMENT))


def _from_object(unit: Unit, cue: Candidate, parts: tuple[Slots, ...]) -> tuple[Slots, ...]:
    """A content that begins inside the object of its cue, from its beginning: ``denied any ROLE in the raid``."""
    at = cue.at + 1
    if cue.frame != "np" or cue.form in "DPo" or cue.word is None or cue.word.kind != "verb":
        return parts
    if cue.word.lemma in _ADDRESSED:
        return parts
    if len(parts) != 1 or not at < parts[0][0] <= at + _OBJECT or unit.tags[parts[0][0]] not in _IN_OBJECT:
        return parts
    return ((at, parts[0][1]),) if _IN_OBJECT.issuperset(unit.tags[at : parts[0][0]]) else parts


def _before_main_verb(unit: Unit, cue: int, parts: tuple[Slots, ...]) -> tuple[Slots, ...]:
    """The content of a noun that is the subject: ``the claim that the ferry sank WAS false``."""
    if len(parts) != 1 or parts[0][0] != cue + 1 or any(tag in "VM" for tag in unit.tags[:cue]):
        return parts
    begin, end = parts[0]
    verbs = [at for at in range(begin, end) if unit.tags[at] in "VM" and unit.tags[at - 1] not in "VMW"]
    if unit.words[begin] != "that" or len(verbs) < 2 or not _HELD.isdisjoint(unit.tags[verbs[0] : verbs[1]]):
        return parts
    return ((begin, verbs[1]),)


def _may_speak(unit: Unit, cue: Candidate, source: Slots) -> bool:
    """Whether a source behind its cue stands where one may: ``said NOWAK``, ``the wish of NOWAK``.

    Behind a passive "in Dorn" and "from the raid" tell where: ``an explosion was reported in DORN``.
    """
    begin = source[0]
    if cue.word is not None and cue.word.lemma in _TELLING and cue.form in "VBG" and cue.at < begin < cue.at + 3:
        return False  # who is told hears it: "told REPORTERS"
    if cue.form == "P" and begin > cue.at + 1 and unit.words[begin - 1] in _PLACING:
        return unit.words[begin - 1] == "from" and is_person(unit.words[source[1] - 1])
    if begin < cue.at + 3:
        return True
    if begin > cue.at + _FAR and cue.form != "n":
        return False
    return unit.words[begin - 1] in (_AGENTS if cue.form in "VBG" else _OWNERS)


def _is_time(reading: Reading, part: Slots) -> bool:
    """Whether a part only tells when it was said: ``…, the mayor signalled TONIGHT``."""
    return all(reading.syntax.classes[at + reading.offset] == "y" for at in range(*part))


def _is_when(reading: Reading, cue: Candidate, source: Slots) -> bool:
    """Whether a source only tells when: ``MOMENTS later he announced``, ``identified by LATE Friday``."""
    if cue.form == "P" and _is_time_at(reading, source[0]):
        return True
    return reading.unit.words[source[1] : source[1] + 1] in (["later"], ["earlier"], ["ago"])


def _without_time(reading: Reading, source: Slots) -> Slots:
    """A source without the day behind it: ``the HOME OFFICE today``, ``GUNMEN earlier this year``."""
    classes, offset = reading.syntax.classes, reading.offset
    (begin, end), last = source, source[1]
    while last > begin + 1 and (classes[last - 1 + offset] == "y" or reading.unit.words[last - 1] in _WHEN):
        last -= 1
    timed = last < end and any(classes[k + offset] == "y" for k in range(last, end))
    return (begin, last) if timed else source


def _behind_date(reading: Reading, source: Slots) -> Slots:
    """A source without the date that no mark parts from it: "27 Apr 2017 A VIEW"."""
    begin, end = source
    held = reading.number[begin]
    last = reading.ranges[held][1] if held >= 0 else begin
    words = reading.unit.words
    dated = last - begin > 1 and words[begin].isdigit() and words[last - 1].isdigit()
    return (last, end) if dated and last < end else source


def _without_tail(unit: Unit, source: Slots) -> Slots:
    """A source without what begins behind it: ``the CONGRESS bitterly criticised``, ``SOLDIERS who say``."""
    begin, end = source
    while end > begin + 1 and unit.tags[end - 1] in _TAIL:
        end -= 1
    return begin, end


def _before_verb(reading: Reading, cue: Candidate, source: Slots) -> Slots:
    """The subject alone of whose clause a participle hangs: ``50 LOCALS staged a protest at the club, demanding …``."""
    (begin, end), unit = source, reading.unit
    if cue.form != "G" or end > cue.at or unit.words[cue.at - 1] != ",":
        return source
    classes, offset = reading.syntax.classes, reading.offset
    verb = next((k for k in range(begin + 1, end) if unit.tags[k] in "VM" or classes[k + offset] == "v"), end)
    inside_name = verb < end and unit.tags[verb - 1] == unit.tags[min(verb + 1, end - 1)] == "P"  # "Ali bin Dorn"
    return source if inside_name or "W" in unit.tags[begin:verb] else (begin, verb)


def _with_owned(reading: Reading, cue: Candidate, source: Slots) -> Slots:
    """A source with whom it owns, where the labels have the owner alone: ``Borland's VOSS warns``."""
    begin, end = source
    if not end + 1 < cue.at or reading.unit.words[end] not in ("'s", "'") or cue.form not in _WITH_SUBJECTS:
        return source
    held = reading.number[end + 1]
    last = reading.ranges[held][1] if held >= 0 else end
    return (begin, last) if end < last <= cue.at else source


def _with_counted(reading: Reading, source: Slots) -> Slots:
    """A source with what it counts, where the labels have the count alone: ``a number of RESIDENTS``."""
    begin, end = source
    words = reading.unit.words
    counts = words[end - 1] in nouns("measure") or reading.unit.tags[end - 1] == "U"
    if words[end : end + 1] != ["of"] or not counts:
        return source
    counted = phrase_at(reading.syntax, end + 1 + reading.offset)
    return source if counted is None else (begin, min(counted.last - reading.offset, len(words)))


def _named(unit: Unit, cue: Candidate, source: Slots) -> Slots | None:
    """A source without the clitic of its owner, with "both" before it; None for the "it" of ``it is said that``."""
    begin, end = source
    if unit.words[max(begin - 1, 0) : begin + 3] == _BANNER and end > begin + 3:
        begin += 3  # "under the banner of Dorn's students, demanding"
    if begin > 1 and unit.tags[begin - 1] == "C" and "both" in unit.words[max(0, begin - _BOTH) : begin]:
        begin -= unit.words[begin - 1 :: -1].index("both") + 1
    if cue.form == "P" and end - begin == 1 and unit.words[begin] in ("it", "there"):
        return None
    if not any(letter.isalpha() for word in unit.words[begin:end] for letter in word):
        return None  # "6/13/1971: protesting"
    return (begin, end - 1) if end - begin > 1 and unit.words[end - 1] in ("'s", "'") else (begin, end)


def _clause_before(reading: Reading, cue: Candidate) -> tuple[Slots, ...]:
    """The clause before a cue and its subject: ``The convoy crossed the river, two officials told Reuters``."""
    subject, unit = reading.subject(cue.at), reading.unit
    if cue.word is None or cue.word.certainty < _SAYING or cue.form != "V" or subject is None or subject.how != "d":
        return ()
    comma = subject.first - 1
    if comma < _FEWEST or unit.words[comma] != "," or not any(tag in "VM" for tag in unit.tags[:comma]):
        return ()
    return ((0, comma),)


def _closes(unit: Unit, at: int) -> bool:
    """Whether a slot is a quotation that ends with a comma or a stop."""
    return unit.tags[at] == QUOTED and unit.words[at][2] in ",."


def _runs(labels: list[int], begins: int) -> Iterator[Slots]:
    """The slots from each label that begins a part to the last that goes on with it."""
    at = 0
    for _ in range(labels.count(begins)):
        start = labels.index(begins, at)
        at = start + 1
        while at < len(labels) and labels[at] == begins + 1:
            at += 1
        yield start, at
