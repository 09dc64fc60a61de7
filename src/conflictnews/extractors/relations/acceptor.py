"""The acceptor: which of the attributions that a unit may hold it does hold.

Each likely cue has been given a source and a content; a logistic model over the whole says how surely that is what an
annotator would mark. The surest are taken first, and with each those go that it rules out: only outermost attributions
count, so nothing whose cue lies in a content taken, and nothing that has half of its content in common with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from math import isqrt
from typing import NamedTuple

from conflictnews.extractors.relations.scoring import Candidate
from conflictnews.extractors.relations.spans import LABELS, Labelled, step_of
from conflictnews.extractors.relations.units import FRAGMENT, QUOTED, Unit
from conflictnews.lexicons.table import read_table

__all__ = ["THRESHOLD", "Proposal", "Rivals", "accept", "proposal_features", "propose", "rivals_of"]

THRESHOLD = -15
"""A proposal is accepted from here on (logarithm of the odds, times 16): from a probability of 0.28."""

_CERTAIN = 1000
Slots = tuple[int, int]
_SOURCE, _CONTENT = LABELS.index("B-source"), LABELS.index("B-content")
_HELD = frozenset("CW,")
_AGENTS = frozenset({"to"})
_OWNERS = frozenset("by from of to for among in with".split())
_BOTH, _FAR = 6, 8
_IN_OBJECT = frozenset("TJNPSUI")
_OBJECT = 6
_ADDRESSED = frozenset(
    "tell inform remind assure warn ask urge advise notify convince persuade promise instruct order beg implore thank "
    "accuse reassure call describe criticize blame praise compare".split()
)
_SAYING = 75
_FEWEST = 3
_WITH_SUBJECTS = frozenset("VBGD")
_RELATIVES_AND_PRONOUNS = frozenset(
    "he she they it i we you who which that this these those his her their its my our your him them us me one".split()
)


class Proposal(NamedTuple):
    """What one cue may attribute, in slots: parts of the content, all their slots, the source or None."""

    cue: Candidate
    parts: tuple[Slots, ...]
    held: frozenset[int]
    source: Slots | None
    margin: int
    certain: bool = False
    """A rule read it, and the acceptor is not asked."""


class Rivals(NamedTuple):
    """How sure the surest other cue is, in steps: whose content holds this cue; that this content holds; that claims
    the same content."""

    outer: int
    inner: int
    same: int


def propose(cue: Candidate, labelled: Labelled, reading: Reading) -> Proposal | None:
    """The proposal that labels make; None where they mark no content.

    A verb whose source the labels do not mark gets its likely subject, as far as that lies outside the content.
    """
    parts = _without_writer(reading.unit, cue.at, tuple(_runs(labelled.labels, _CONTENT)))
    parts = parts or _clause_before(reading, cue)
    parts = _from_object(reading.unit, cue, parts)
    if cue.word is not None and cue.word.kind == "noun":
        parts = _before_main_verb(reading.unit, cue.at, parts)
    if not parts:
        return None
    held = frozenset(at for begin, end in parts for at in range(begin, end))
    source = next((run for run in _runs(labelled.labels, _SOURCE) if _may_speak(reading.unit, cue, run)), None)
    if source is None and cue.form in _WITH_SUBJECTS:
        subject = reading.subjects[cue.at]
        if subject is not None and held.isdisjoint(range(subject.first, subject.last)):
            source = subject.first, subject.last
    if source is not None:
        source = _named(reading.unit, cue, source)
    return Proposal(cue, parts, held, source, labelled.margin)


def _without_writer(unit: Unit, cue: int, parts: tuple[Slots, ...]) -> tuple[Slots, ...]:
    """Parts without those of the writer: ``"Yes," he said, and soon the lamps went out``.

    Behind a quotation that ends with a mark and its cue, only another quotation goes on with it.
    """
    if not any(end <= cue and _closes(unit, end - 1) for _, end in parts):
        return parts
    return tuple(part for part in parts if part[0] < cue or unit.tags[part[0]] in (QUOTED, FRAGMENT))


def _from_object(unit: Unit, cue: Candidate, parts: tuple[Slots, ...]) -> tuple[Slots, ...]:
    """A content that begins inside the object of its cue, from the object's beginning: ``denied any ROLE in the raid``."""
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
    """Whether a source behind its cue stands where one may: ``said NOWAK``, ``told by NOWAK``, ``the wish of NOWAK``."""
    begin = source[0]
    if begin < cue.at + 3:
        return True
    if begin > cue.at + _FAR and cue.form != "n":
        return False
    return unit.words[begin - 1] in (_AGENTS if cue.form in "VBG" else _OWNERS)


def _named(unit: Unit, cue: Candidate, source: Slots) -> Slots | None:
    """A source without the clitic of its owner, with "both" before it; None for the "it" of ``it is said that``."""
    begin, end = source
    if begin > 1 and unit.tags[begin - 1] == "C" and "both" in unit.words[max(0, begin - _BOTH) : begin]:
        begin -= unit.words[begin - 1 :: -1].index("both") + 1
    if cue.form == "P" and end - begin == 1 and unit.words[begin] in ("it", "there"):
        return None
    return (begin, end - 1) if end - begin > 1 and unit.words[end - 1] in ("'s", "'") else (begin, end)


def _clause_before(reading: Reading, cue: Candidate) -> tuple[Slots, ...]:
    """The clause that ends before a cue and its subject: ``The convoy crossed the river, two officials told Reuters``."""
    subject, unit = reading.subjects[cue.at], reading.unit
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
    start = -1
    for at, label in enumerate(labels):
        if start >= 0 and label != begins + 1:
            yield start, at
            start = -1
        if label == begins:
            start = at
    if start >= 0:
        yield start, len(labels)


def rivals_of(proposal: Proposal, others: list[Proposal]) -> Rivals:
    """The rivals among the proposals of the unit."""
    at, held = proposal.cue.at, proposal.held
    outer = inner = same = 0
    for other in others:
        if other is proposal:
            continue
        step = step_of(other.cue.score)
        if at in other.held:
            outer = max(outer, step)
        if other.cue.at in held:
            inner = max(inner, step)
        if _overlap(held, other.held):
            same = max(same, step)
    return Rivals(outer, inner, same)


def _overlap(one: frozenset[int], other: frozenset[int]) -> bool:
    return 2 * len(one & other) >= len(one | other)


def accept(unit: Unit, proposals: list[Proposal]) -> list[tuple[Proposal, int]]:
    """The proposals that stand, with their scores, in the order of their cues."""
    weights = _weights()
    scored = []
    for proposal in proposals:
        features = proposal_features(unit, proposal, rivals_of(proposal, proposals))
        score = _CERTAIN if proposal.certain else sum(weights.get(feature, 0) for feature in features)
        if score >= THRESHOLD:
            scored.append((proposal, score))
    scored.sort(key=lambda item: (-item[1], item[0].cue.at))
    taken: list[tuple[Proposal, int]] = []
    for proposal, score in scored:
        at, held = proposal.cue.at, proposal.held
        if not any(at in other.held or _overlap(held, other.held) for other, _ in taken):
            taken.append((proposal, score))
    return sorted(taken, key=lambda item: item[0].cue.at)


@cache
def _weights() -> dict[str, int]:
    table = read_table("acceptor_weights", "feature", "weight", folder="weights")
    return {feature: int(weight) for feature, weight in table}


_LENGTHS = (2, 3, 4, 6, 8, 12, 20, 40)


def proposal_features(unit: Unit, proposal: Proposal, rivals: Rivals) -> list[str]:
    """What speaks for and against a proposal, by the names in the table."""
    words, tags = unit.words, unit.tags
    cue, parts, held = proposal.cue, proposal.parts, proposal.held
    at, form, frame = cue.at, cue.form, cue.frame
    lemma = cue.word.lemma if cue.word is not None else "?"
    begin, end = parts[0][0], parts[-1][1]
    quoted = sum(tags[k] in (QUOTED, FRAGMENT) for k in held)
    kind = "indirect" if not quoted else "direct" if quoted == sum(tags[k] != "." for k in held) else "mixed"
    side = ("left" if begin < at else "right") + ("+" if len(parts) > 1 else "")
    step = step_of(cue.score)
    source, near = _source(unit, proposal)
    length = sum(len(held) >= cut for cut in _LENGTHS)
    verbs = min(2, sum(tags[k] in "VM" for k in held))
    before, behind = words[begin - 1] if begin else "^", words[end] if end < len(words) else "$"
    tag_behind = tags[end] if end < len(tags) else "$"
    gap = min(3, begin - at) if begin > at else 5
    margin = min(15, isqrt(max(0, proposal.margin)) // 10)
    return [
        "bias",
        f"score {max(-4, min(8, cue.score // 8))}",
        f"margin {margin}",
        f"margin {margin // 2} {kind}",
        f"kind {kind} {side}",
        f"lemma {lemma}",
        f"lemma {lemma} {kind}",
        f"source {source}",
        f"source {source} {form}",
        f"source {source} {lemma}",
        f"near {near} {form}",
        f"length {kind} {length}",
        f"first {words[begin]}",
        f"first tag {tags[begin]} {kind}",
        f"before {before}",
        f"behind {behind} {kind}",
        f"last {words[end - 1]}",
        f"tags {tags[end - 1]} {tag_behind}",
        f"gap {gap} {kind}",
        f"verbs {verbs} {kind}",
        f"frame {frame} {form}",
        f"frame {frame} {kind} {side}",
        f"outer {rivals.outer} {step}",
        f"outer {rivals.outer}",
        f"inner {rivals.inner}",
        f"same {rivals.same}",
        f"ends {end >= len(words) - 1} {kind}",
        f"form {form} {kind} {side}",
        f"step {step} {kind} {side}",
    ]


def _source(unit: Unit, proposal: Proposal) -> tuple[str, str]:
    """What kind of source it is, a pronoun or the tag of its last word, and on which side and how far from the cue."""
    if proposal.source is None:
        return "-", "-"
    begin, end = proposal.source
    word, at = unit.words[begin], proposal.cue.at
    kind = word if word in _RELATIVES_AND_PRONOUNS else unit.tags[end - 1]
    side, distance = ("L", at - end) if begin < at else ("R", begin - at - 1)
    return kind, f"{side}{min(4, distance)}"
