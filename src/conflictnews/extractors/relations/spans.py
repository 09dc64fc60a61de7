"""Source, cue and content around one cue: a first-order tagger over the slots of its unit.

Each slot gets one of six labels; the best row of labels is found by Viterbi's algorithm over a linear model, a
structured averaged perceptron (Collins 2002). The weights are ``weights/span_weights.tsv``.

The six scores of a slot are fields of one integer, 16 bits each, so that a feature costs one look-up and one addition.
Weights that do not depend on the cue are summed once a unit (``_base_sums``), those that depend on its form or lemma
alone once a cue (``_profile``), and those of the words between, which change only at a comma, a verb, a quotation or a
word that opens a clause, once for each stretch between such words (``_between``). No weight is above ``LARGEST``, so no
sum of some twenty of them overflows its field.
"""

from __future__ import annotations

import struct
from functools import cache, lru_cache
from typing import NamedTuple

from conflictnews.extractors.relations.scoring import Candidate
from conflictnews.extractors.relations.units import FRAGMENT, QUOTED, Unit
from conflictnews.lexicons.table import read_table
from conflictnews.text.clauses import subject_of
from conflictnews.text.closed_words import auxiliaries
from conflictnews.text.phrases import chain_before
from conflictnews.text.tags import LETTERS

__all__ = ["CLAUSE_WORDS", "LABELS", "LARGEST", "Labelled", "Reading", "SpanTagger", "distance_of", "step_of", "unpack"]

LABELS = ("O", "B-source", "I-source", "cue", "B-content", "I-content")
LARGEST = 1000
CLAUSE_WORDS = frozenset(
    "that if whether who which whom whose where when why how what as but while because although though since until "
    "unless after before so and or than".split()
)
_WINDOW = 37
"""Slots on either side of a cue that are read; the rest of an endless sentence is O."""
_CACHED = 8192
_VERBS = "VMBGD"
_HOW = {"I": "p", "C": "c", ".": "c", "t": "t"}
_TAGS = LETTERS + QUOTED + FRAGMENT
_FIELDS = struct.Struct("<6H")
_MIDDLE = sum(1 << (16 * place + 15) for place in range(6))
_NEVER = -(1 << 40)
Scores = tuple[int, int, int, int, int, int]
"""One score a label."""
_SIDE = 96
_LEFT = (1 << _SIDE) - 1
_CODE_ZERO = ord("P")


class Labelled(NamedTuple):
    """The labels of a unit's slots, and how much better they are than nothing but a cue."""

    labels: list[int]
    margin: int


def unpack(code: str) -> list[int]:
    """Six weights from six characters: the square of each one's distance from "P", with its sign.

    >>> unpack("PQRNPP")
    [0, 1, 4, -4, 0, 0]
    """
    steps = (ord(char) - _CODE_ZERO for char in code)
    return [step * abs(step) for step in steps]


@cache
def _table() -> tuple[dict[str, dict[str, dict[str, int]]], dict[str, list[int]]]:
    """The packed weights by template, by the key without its last part, by the last part; and the transitions."""
    table: dict[str, dict[str, dict[str, int]]] = {}
    transitions: dict[str, list[int]] = {}
    for template, key, code in read_table("span_weights", "template", "key", "weights", folder="weights"):
        if template == "transition":
            transitions[key] = unpack(code)
            continue
        packed = sum(weight << (16 * place) for place, weight in enumerate(unpack(code)))
        rest, _, last = key.rpartition(" ")
        table.setdefault(template, {}).setdefault(rest, {})[last] = packed
    return table, transitions


def _rows(template: str, rest: str) -> dict[str, int]:
    """The rows of a template whose keys begin with ``rest``, by what varies."""
    return _table()[0].get(template, {}).get(rest, {})


def _weight(template: str, rest: str, last: str) -> int:
    return _rows(template, rest).get(last, 0)


@cache
def _lemmas() -> frozenset[str]:
    """Cues that have weights of their own; all others share those of "?"."""
    templates = ("tag lemma", "subject lemma", "frame lemma")
    return frozenset(rest.partition(" ")[2] for template in templates for rest in _table()[0].get(template, {}))


def lemma_of(cue: Candidate) -> str:
    """The lemma under which the weights know a cue."""
    return cue.word.lemma if cue.word is not None and cue.word.lemma in _lemmas() else "?"


def step_of(score: int) -> int:
    """How sure a cue is, in six steps of its probability: .05, .15, .35, .6, .85."""
    return (score >= -47) + (score >= -28) + (score >= -10) + (score >= 6) + (score >= 28)


def distance_of(slots: int) -> int:
    """One to four, five to seven, to twelve, to twenty, more: in eight steps."""
    return slots if slots <= 4 else 5 if slots <= 7 else 6 if slots <= 12 else 7 if slots <= 20 else 8


class Source(NamedTuple):
    """The likely subject of a verb, in slots, and how it was found.

    See ``clauses.Subject``; where nothing tells it is that of the finite verb before, and ? if that is all one can say.
    """

    how: str
    first: int
    last: int


class Reading:
    """What the tagger knows of a unit, whatever the cue.

    ``steps`` say how sure each slot is a cue; ``number`` which noun chunk holds it, or -1; ``ranges`` where the chunks
    stand; ``phrases`` where in a chunk the slot stands (B, I or O), and where that chunk does.
    """

    __slots__ = ("_offset", "_subjects", "number", "phrases", "ranges", "steps", "syntax", "unit")

    def __init__(self, unit: Unit, candidates: list[Candidate]) -> None:
        self.unit = unit
        self.steps = [0] * len(unit.words)
        for candidate in candidates:
            self.steps[candidate.at] = step_of(candidate.score)
        self.syntax, offset = unit.syntax()
        self.number = self.syntax.chunks.number
        self.ranges = [(chunk.first - offset, chunk.last - offset) for chunk in self.syntax.chunks.items]
        self._offset = offset
        places = [_place(unit, begin, end) for begin, end in self.ranges]
        self.phrases = [
            "O" if held < 0 else ("B" if self.ranges[held][0] == at else "I") + places[held]
            for at, held in enumerate(self.number)
        ]
        self._subjects: dict[int, Source | None] = {}

    def subject(self, at: int) -> Source | None:
        """The likely subject of the verb at a slot; where nothing tells, that of the finite verb before it."""
        if self.unit.tags[at] not in _VERBS:
            return None
        known, without, verb = self._subjects, list[int](), at
        while verb not in known:
            known[verb] = self._own_subject(verb)
            if known[verb] is not None:
                break
            without.append(verb)
            verb = next((k for k in range(verb - 1, max(-1, verb - _WINDOW), -1) if self.unit.tags[k] in "VM"), verb)
        source = known[verb]
        for verb in reversed(without):
            source = known[verb] = source and source._replace(how=self._fallback(verb))
        return source

    def _own_subject(self, at: int) -> Source | None:
        """The subject that the clause of a verb tells."""
        found = subject_of(self.syntax, at + self._offset)
        if found is None:
            return None
        begin = found.at if found.how == "w" else min(found.at, chain_before(self.syntax, found.at + 1)[1])
        begin -= self._offset
        held = self.number[begin]
        return Source(found.how, *(self.ranges[held] if held >= 0 else (begin, begin + 1)))

    def _fallback(self, at: int) -> str:
        """How a verb whose subject is not found stands: behind a preposition, a conjunction or mark, an -ing form."""
        tags, k = self.unit.tags, at - 1
        stop = max(0, at - _WINDOW)
        while k >= stop and (tags[k] == "R" or self.unit.words[k] in auxiliaries()):
            k -= 1
        before = tags[k] if k >= 0 else "^"
        return "g" if tags[at] == "G" and before != "I" else _HOW.get(before, "?")


def _place(unit: Unit, begin: int, end: int) -> str:
    """Where a chunk is: s before a finite verb, c before a comma, p behind a preposition, v behind a verb, o else."""
    words, tags, size = unit.words, unit.tags, len(unit.tags)
    while end < size and tags[end] == "R":
        end += 1
    if end < size and tags[end] in "VM":
        return "s"
    if end < size and words[end] in (",", "("):
        return "c"
    if begin and tags[begin - 1] == "I":
        return "p"
    return "v" if begin and tags[begin - 1] in "VBGD" else "o"


class SpanTagger:
    """Labels the slots of one unit for one cue after the other."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._bases = _base_sums(reading)

    def label(self, cue: Candidate) -> Labelled:
        """The best labels for a cue."""
        size = len(self._reading.unit.words)
        begin, end = max(0, cue.at - _WINDOW), min(size, cue.at + _WINDOW + 1)
        sums = self._sums(cue, "L", range(cue.at - 1, begin - 1, -1))
        sums.reverse()
        sums.append(_MIDDLE)
        sums += self._sums(cue, "R", range(cue.at + 1, end))
        labels, margin = _viterbi(sums, cue.at - begin)
        return Labelled([0] * begin + labels + [0] * (size - end), margin)

    def _sums(self, cue: Candidate, side: str, slots: range) -> list[int]:  # noqa: C901, PLR0912 - the hot loop
        """The packed scores of the slots on one side of a cue, from the cue outwards."""
        reading = self._reading
        words, tags, phrases = reading.unit.words, reading.unit.tags, reading.phrases
        steps, number, base = reading.steps, reading.number, self._bases[side]
        lemma, form = lemma_of(cue), cue.form
        subject = reading.subject(cue.at)
        zones = _zones(side, form, lemma, subject.how if subject is not None else "-")
        profile = _profile(side, form, cue.frame, lemma)
        by_tag, near, ranks, constant = profile.by_tag, profile.near, profile.ranks, profile.constant + zones["-"]
        beside = _beside(zones, subject)
        commas = verbs = quotations = surest = rank = 0
        clause, chunk = "-", -2
        between = _between(side, form, 0, 0, 0, "-", 0)
        out: list[int] = []
        for distance, at in enumerate(slots, 1):
            tag, word, held = tags[at], words[at], number[at]
            if held >= 0 and held != chunk:
                rank, chunk = min(rank + 1, 4), held
            total = base[at] + constant + between.constant + between.by_tag[tag]
            if tag in by_tag:
                total += by_tag[tag]
            row = near[distance]
            if tag in row:
                total += row[tag]
            key = phrases[at]
            if key in ranks[rank]:
                total += ranks[rank][key]
            if at in beside:
                total += beside[at]
            out.append(total)
            changed = True
            if word == ",":
                commas = min(commas + 1, 3)
            elif tag in "VM":
                verbs = min(verbs + 1, 3)
            elif tag in "Qq":
                quotations = min(quotations + 1, 2)
            else:
                changed = False
            if word in CLAUSE_WORDS:
                clause, changed = word, True
            if steps[at] > surest:
                surest, changed = steps[at], True
            if changed:
                between = _between(side, form, commas, verbs, quotations, clause, surest)
        return out


class _Profile(NamedTuple):
    """The weights for one side of a cue of some form, frame and lemma; ``near`` by distance, ``ranks`` by rank."""

    constant: int
    by_tag: dict[str, int]
    near: list[dict[str, int]]
    ranks: list[dict[str, int]]


class _Between(NamedTuple):
    """The weights for what stands between a cue and a slot."""

    constant: int
    by_tag: dict[str, int]


@lru_cache(_CACHED)
def _profile(side: str, form: str, frame: str, lemma: str) -> _Profile:
    constant = _weight("frame lemma", f"{side} {lemma}", frame)
    return _Profile(constant, _rows("tag lemma", f"{side} {lemma}"), _near(side, form, frame), _ranks(side, form))


@lru_cache(_CACHED)
def _near(side: str, form: str, frame: str) -> list[dict[str, int]]:
    """For each distance the weights of every tag there."""
    steps: list[dict[str, int]] = [{}]
    for step in range(1, 9):
        row = dict(_rows("tag distance", f"{side} {form} {step}"))
        for tag, weight in _rows("frame distance", f"{side} {frame} {step}").items():
            row[tag] = row.get(tag, 0) + weight
        steps.append(row)
    return [steps[distance_of(distance)] for distance in range(_WINDOW + 1)]


@cache
def _ranks(side: str, form: str) -> list[dict[str, int]]:
    """For each number of noun chunks from the cue to a slot the weights of where the slot stands in one."""
    return [_rows("rank", f"{side} {form} {rank}") for rank in range(5)]


@lru_cache(_CACHED)
def _between(side: str, form: str, commas: int, verbs: int, quotations: int, clause: str, surest: int) -> _Between:
    constant = _weight("counts", f"{side} {form}", f"{commas}{verbs}")
    constant += _weight("clause counts", f"{side} {clause}", f"{min(commas, 2)}{min(verbs, 2)}")
    return _Between(constant, _between_tags(side, commas, verbs, quotations, clause, surest))


@lru_cache(_CACHED)
def _between_tags(side: str, commas: int, verbs: int, quotations: int, clause: str, surest: int) -> dict[str, int]:
    counts = _rows("tag counts", f"{side} {commas}{verbs}{quotations}")
    clauses, cues = _rows("clause", f"{side} {clause}"), _rows("between", f"{side} {surest}")
    return {tag: counts.get(tag, 0) + clauses.get(tag, 0) + cues.get(tag, 0) for tag in _TAGS}


@lru_cache(_CACHED)
def _zones(side: str, form: str, lemma: str, how: str) -> dict[str, int]:
    """The weights of a slot's place: B, I in the likely subject, b, a just before and behind it, - elsewhere."""
    how_rows, lemma_rows = _rows("subject", f"{side} {form} {how}"), _rows("subject lemma", f"{side} {lemma}")
    return {zone: how_rows.get(zone, 0) + lemma_rows.get(zone, 0) for zone in "BIba-"}


def _beside(zones: dict[str, int], subject: Source | None) -> dict[int, int]:
    """What the slots of the likely subject and its neighbours get beyond all other slots."""
    if subject is None:
        return {}
    elsewhere = zones["-"]
    out = dict.fromkeys(range(subject.first, subject.last), zones["I"] - elsewhere)
    out[subject.first - 1], out[subject.last] = zones["b"] - elsewhere, zones["a"] - elsewhere
    out[subject.first] = zones["B"] - elsewhere
    return out


def _base_sums(reading: Reading) -> dict[str, list[int]]:
    """For either side and every slot the packed weights of its words, tags, chunk and cues.

    Both sides are summed at once, the weights of the right side 96 bits above those of the left.
    """
    words, steps, phrases = reading.unit.words, reading.steps, reading.phrases
    by_word, by_before, by_behind = _both("word"), _both("word before"), _both("word behind")
    two_before, between, one_behind, two_behind = _windows()
    size = len(words)
    padded = "^^" + "".join(reading.unit.tags) + "$$"
    left: list[int] = []
    right: list[int] = []
    before, step_before = "^", 6
    for at, word in enumerate(words):
        total = (
            _state(padded[at + 2], phrases[at], steps[at], step_before)
            + two_before.get(padded[at : at + 3], 0)
            + between.get(padded[at + 1 : at + 4], 0)
            + one_behind.get(padded[at + 2 : at + 4], 0)
            + two_behind.get(padded[at + 2 : at + 5], 0)
            + by_word.get(word, 0)
            + by_before.get(before, 0)
            + by_behind.get(words[at + 1] if at + 1 < size else "$", 0)
        )
        left.append(total & _LEFT)
        right.append(total >> _SIDE)
        before, step_before = word, steps[at]
    return {"L": left, "R": right}


@cache
def _both(template: str) -> dict[str, int]:
    """The rows of a template, those of both sides in one integer."""
    left, right = _rows(template, "L"), _rows(template, "R")
    return {key: left.get(key, 0) + (right.get(key, 0) << _SIDE) for key in left.keys() | right.keys()}


@cache
def _windows() -> tuple[dict[str, int], dict[str, int], dict[str, int], dict[str, int]]:
    """The weights of tags around a slot: it and the two before, it between two, it and one behind, and two behind."""
    rows = _both("tags")
    return (
        {key[1:]: weight for key, weight in rows.items() if key[0] == "<" and len(key) == 4},
        {key: weight for key, weight in rows.items() if len(key) == 3},
        {key: weight for key, weight in rows.items() if len(key) == 2},
        {key[1:]: weight for key, weight in rows.items() if key[0] == ">" and len(key) == 4},
    )


@lru_cache(_CACHED)
def _state(tag: str, phrase: str, step: int, step_before: int) -> int:
    """The weights of a slot's chunk, of how sure a cue it is and the slot before it, and the middle of the fields."""
    left, right = (
        _MIDDLE
        + _weight("phrase", f"{side} {phrase}", tag)
        + _weight("own cue", f"{side} {step}", tag)
        + _weight("cue before", f"{side} {step_before}", tag)
        for side in "LR"
    )
    return left + (right << _SIDE)


def _viterbi(sums: list[int], cue: int) -> tuple[list[int], int]:
    """The best labels for packed scores, "cue" being given at one place, and their lead over nothing but that cue.

    A source or a content goes on only where it has begun.
    """
    _, transitions = _table()
    (oo, os, _, ok, oc, _), (so, ss, si, sk, sc, _), (io, is_, ii, ik, ic, _) = (
        transitions[label] for label in LABELS[:3]
    )
    (ko, ks, _, kk, kc, _), (co, cs, _, ck, cc, ci), (jo, js, _, jk, jc, jj) = (
        transitions[label] for label in LABELS[3:]
    )
    o, s, _, k, c, _ = transitions["^"]
    i = j = _NEVER
    nothing, was = 0, transitions["^"]
    read = _FIELDS.unpack
    best: list[Scores] = []
    for at, total in enumerate(sums):
        eo, es, ei, ek, ec, ej = read(total.to_bytes(12, "little"))
        if at == cue:
            eo = es = ei = ec = ej = _NEVER
            nothing += ek + was[3]
            was = transitions["cue"]
        else:
            nothing += eo + was[0]
            was = transitions["O"]
        if at == 0:
            o, s, k, c = o + eo, s + es, k + ek, c + ec
        else:
            o, s, i, k, c, j = (
                max(o + oo, s + so, i + io, k + ko, c + co, j + jo) + eo,
                max(o + os, s + ss, i + is_, k + ks, c + cs, j + js) + es,
                max(s + si, i + ii) + ei,
                max(o + ok, s + sk, i + ik, k + kk, c + ck, j + jk) + ek,
                max(o + oc, s + sc, i + ic, k + kc, c + cc, j + jc) + ec,
                max(c + ci, j + jj) + ej,
            )
        best.append((o, s, i, k, c, j))
    return _trace(best), max(best[-1]) - nothing


def _trace(best: list[Scores]) -> list[int]:
    """The best labels from the scores of the best rows that end in each label at each slot, from the last slot back."""
    into = _into()
    label = best[-1].index(max(best[-1]))
    labels = [label]
    for o, s, i, k, c, j in reversed(best[:-1]):
        from_o, from_s, from_i, from_k, from_c, from_j = into[label]
        reached = (o + from_o, s + from_s, i + from_i, k + from_k, c + from_c, j + from_j)
        label = reached.index(max(reached))
        labels.append(label)
    labels.reverse()
    return labels


@cache
def _into() -> list[Scores]:
    """For each label the transitions into it; a source or a content goes on only where it has begun."""
    _, transitions = _table()
    columns: list[Scores] = []
    for place in range(len(LABELS)):
        o, s, i, k, c, j = (
            transitions[label][place] if place not in (2, 5) or other in (place - 1, place) else _NEVER
            for other, label in enumerate(LABELS)
        )
        columns.append((o, s, i, k, c, j))
    return columns
