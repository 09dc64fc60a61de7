"""The acceptor: which of the attributions that a unit may hold it does hold.

Each likely cue has been given a source and a content; a logistic model over the whole says how surely that is what an
annotator would mark. The surest are taken first, and with each those go that it rules out: only outermost attributions
count, so nothing whose cue lies in a content taken, and nothing that has half of its content in common with it.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from itertools import repeat
from math import isqrt
from typing import NamedTuple

from conflictnews.extractors.relations.proposals import Proposal
from conflictnews.extractors.relations.span_weights import step_of
from conflictnews.extractors.relations.units import FRAGMENT, QUOTED, Unit
from conflictnews.lexicons.table import read_table

__all__ = ["CERTAIN", "THRESHOLD", "Rivals", "accept", "proposal_features", "rivals_of"]

THRESHOLD = -15
"""A proposal is accepted from here on (logarithm of the odds, times 16): from a probability of 0.28."""
CERTAIN = 1000
_RELATIVES_AND_PRONOUNS = frozenset(
    "he she they it i we you who which that this these those his her their its my our your him them us me one".split()
)


class Rivals(NamedTuple):
    """How sure the surest other cue is, in steps.

    ``outer``: whose content holds this cue; ``inner``: that this content holds; ``same``: that claims this content.
    """

    outer: int
    inner: int
    same: int


_NO_RIVALS = Rivals(0, 0, 0)


def rivals_of(proposal: Proposal, others: list[Proposal]) -> Rivals:
    """The rivals among the proposals of the unit."""
    if len(others) == 1:
        return _NO_RIVALS
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
    """The proposals that stand, in the order of their cues, with how surely they do.

    That is the logarithm of the odds, times 16; what a rule read with certainty has ``CERTAIN``.
    """
    scored = []
    for proposal in proposals:
        score = CERTAIN if proposal.certain else _score(unit, proposal, proposals)
        if score >= THRESHOLD and not _is_deed(unit, proposal):
            scored.append((proposal, score))
    scored.sort(key=lambda item: (-item[1], item[0].cue.at))
    taken: list[tuple[Proposal, int]] = []
    for proposal, score in scored:
        at, held = proposal.cue.at, proposal.held
        if not any(at in other.held or _overlap(held, other.held) for other, _ in taken):
            taken.append((proposal, score))
    return sorted(taken, key=lambda item: item[0].cue.at)


def _is_deed(unit: Unit, proposal: Proposal) -> bool:
    """Whether a deed is told and nobody's words: "rebels attacked the town"; not `attacked the "unfair" vote`.

    Nor are words in quotation marks somebody's that only name something: `raided a house that served as its "base"`.
    """
    word = proposal.cue.word
    if proposal.certain or (word is not None and word.act is not None):
        return False
    quoted = [at for at in proposal.held if unit.tags[at] in (QUOTED, FRAGMENT)]
    return (word is not None or bool(quoted)) and all(_only_names(unit, proposal.cue.at, at) for at in quoted)


def _only_names(unit: Unit, cue: int, at: int) -> bool:
    """Whether a few quoted words stand behind an article or adjective, and outside the object of the cue."""
    named = unit.tags[at] == FRAGMENT and at > 1 and unit.tags[at - 1] in _NAMING
    described = unit.words[at - 2] == "as" and _CLAUSES.isdisjoint(unit.tags[cue + 1 : at])
    named = named and not described  # not `attacked him as a "crook"`
    return named and cue < at and not _NAMING.issuperset(unit.tags[cue + 1 : at])


def _score(unit: Unit, proposal: Proposal, proposals: list[Proposal]) -> int:
    """The logarithm of the odds that a proposal is right, times 16."""
    features = proposal_features(unit, proposal, rivals_of(proposal, proposals))
    return sum(map(_weights().get, features, repeat(0)))


@cache
def _weights() -> dict[str, int]:
    table = read_table("acceptor_weights", "feature", "weight", folder="weights")
    return {feature: int(weight) for feature, weight in table}


_CLAUSES = frozenset("WVM")
_NAMING = frozenset("TSJNPUR")
"""Tags in a noun phrase."""
_LENGTHS = (2, 3, 4, 6, 8, 12, 20, 40)


def proposal_features(unit: Unit, proposal: Proposal, rivals: Rivals) -> list[str]:
    """What speaks for and against a proposal, by the names in the table."""
    words, tags = unit.words, unit.tags
    cue, parts, held = proposal.cue, proposal.parts, proposal.held
    at, form, frame = cue.at, cue.form, cue.frame
    lemma = cue.word.lemma if cue.word is not None else "?"
    begin, end = parts[0][0], parts[-1][1]
    held_tags = [tags[k] for k in held]
    quoted = held_tags.count(QUOTED) + held_tags.count(FRAGMENT)
    kind = "indirect" if not quoted else "direct" if quoted == len(held_tags) - held_tags.count(".") else "mixed"
    side = ("left" if begin < at else "right") + ("+" if len(parts) > 1 else "")
    step = step_of(cue.score)
    source, near = _source(unit, proposal)
    length = bisect_right(_LENGTHS, len(held))
    verbs = min(2, held_tags.count("V") + held_tags.count("M"))
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
