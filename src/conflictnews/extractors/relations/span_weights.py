"""The weights of the span tagger, packed and laid out so that a slot costs few look-ups.

The six scores of a slot are fields of one integer, 16 bits each, so that a feature costs one look-up and one addition.
No weight is above ``LARGEST``, so no sum of some twenty of them overflows its field. Whatever can be summed before a
text is seen, or once for all cues of a form or lemma, is summed here and kept.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from conflictnews.extractors.relations.units import FRAGMENT, QUOTED
from conflictnews.lexicons.table import read_table
from conflictnews.text.tag_words import LETTERS

__all__ = [
    "FIRST",
    "LABELS",
    "LARGEST",
    "MIDDLE",
    "SIDE",
    "WINDOW",
    "Base",
    "Places",
    "Profile",
    "base_weights",
    "between_weights",
    "distance_of",
    "own_lemmas",
    "profile_of",
    "step_of",
    "transitions",
    "unpack",
    "zone_weights",
]

LABELS = ("O", "B-source", "I-source", "cue", "B-content", "I-content")
LARGEST = 1000
WINDOW = 90
"""Slots on either side of a cue that are read; the rest of an endless sentence is O."""
MIDDLE = sum(1 << (16 * place + 15) for place in range(len(LABELS)))
"""Lifts every score above zero, so that no field borrows from the next."""
SIDE = 96
"""Where the weights of the right side begin in an integer that has those of both."""
FIRST = 6
"""The step of the slot before the first one, in the rows of "cue before"."""
_CACHED = 8192
_TAGS = LETTERS + QUOTED + FRAGMENT
_CODE_ZERO = ord("P")
_PLACES = ("O", *(edge + place for edge in "BI" for place in "scpvo"))
"""How a slot stands in a chunk, and where that chunk does; see ``reading.Reading``."""


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
    steps: dict[str, list[int]] = {}
    for template, key, code in read_table("span_weights", "template", "key", "weights", folder="weights"):
        if template == "transition":
            steps[key] = unpack(code)
            continue
        packed = sum(weight << (16 * place) for place, weight in enumerate(unpack(code)))
        rest, _, last = key.rpartition(" ")
        table.setdefault(template, {}).setdefault(rest, {})[last] = packed
    return table, steps


def transitions() -> dict[str, list[int]]:
    """What each label, or ^ for the edge, adds to the scores of the label behind it."""
    return _table()[1]


def _rows(template: str, rest: str) -> dict[str, int]:
    """The rows of a template whose keys begin with ``rest``, by what varies."""
    return _table()[0].get(template, {}).get(rest, {})


def _weight(template: str, rest: str, last: str) -> int:
    return _rows(template, rest).get(last, 0)


@cache
def own_lemmas() -> frozenset[str]:
    """Cues that have weights of their own; all others share those of "?"."""
    templates = ("tag lemma", "subject lemma", "frame lemma")
    return frozenset(rest.partition(" ")[2] for template in templates for rest in _table()[0].get(template, {}))


def step_of(score: int) -> int:
    """How sure a cue is, in six steps of its probability: .05, .15, .35, .6, .85."""
    return (score >= -47) + (score >= -28) + (score >= -10) + (score >= 6) + (score >= 28)


def distance_of(slots: int) -> int:
    """One to four, five to seven, to twelve, to twenty, more: in eight steps."""
    return slots if slots <= 4 else 5 if slots <= 7 else 6 if slots <= 12 else 7 if slots <= 20 else 8


class Base(NamedTuple):
    """The weights that do not depend on the cue, those of both sides in one integer, the right side ``SIDE`` above.

    ``words`` has three for each word: of the slot behind it, of its own, of the slot before it. ``tags_before`` and
    ``tags_behind`` are those of a slot's tag with two before or behind it. ``places`` has those of a slot's tag between
    those of its neighbours, of its place in its chunk, and of no cue there or just before, with the middle of the
    fields; ``own_cue`` and ``cue_before`` tell by step and tag what a cue adds to that.
    """

    words: dict[str, tuple[int, int, int]]
    tags_before: dict[str, int]
    tags_behind: dict[str, int]
    places: Places
    own_cue: list[dict[str, int]]
    cue_before: list[dict[str, int]]


class Places(dict[str, int]):
    """The weights by three tags and a place in a chunk, summed when they are first asked for."""

    def __init__(self) -> None:
        self._tags = _both("tags")
        self._phrases = {place: _both("phrase", f" {place}") for place in _PLACES}
        self._own, self._before = _steps("own cue")[0], _steps("cue before")[0]

    def __missing__(self, key: str) -> int:
        if len(self) >= _CACHED:
            self.clear()
        tag, tags, phrases = key[1], self._tags, self._phrases[key[3:]]
        weight = MIDDLE + (MIDDLE << SIDE) + self._own[tag] + self._before[tag] + phrases.get(tag, 0)
        weight += tags.get(key[:3], 0) + tags.get(key[1:3], 0)
        self[key] = weight
        return weight


@cache
def base_weights() -> Base:
    """The weights that do not depend on the cue."""
    tags = _both("tags")
    own, before = _steps("own cue"), _steps("cue before")
    behind_word, own_word, before_word = _both("word before"), _both("word"), _both("word behind")
    words = behind_word.keys() | own_word.keys() | before_word.keys()
    return Base(
        {word: (behind_word.get(word, 0), own_word.get(word, 0), before_word.get(word, 0)) for word in words},
        {key[1:]: weight for key, weight in tags.items() if key[0] == "<" and len(key) == 4},
        {key[1:]: weight for key, weight in tags.items() if key[0] == ">" and len(key) == 4},
        Places(),
        [{tag: row[tag] - own[0][tag] for tag in _TAGS} for row in own],
        [{tag: row[tag] - before[0][tag] for tag in _TAGS} for row in before],
    )


def _both(template: str, rest: str = "") -> dict[str, int]:
    """The rows of a template, those of both sides in one integer."""
    left, right = _rows(template, "L" + rest), _rows(template, "R" + rest)
    return {key: left.get(key, 0) + (right.get(key, 0) << SIDE) for key in left.keys() | right.keys()}


def _steps(template: str) -> list[dict[str, int]]:
    """For each step of a cue, and before the first slot, the weights of every tag."""
    rows = [_both(template, f" {step}") for step in range(FIRST + 1)]
    return [{tag: row.get(tag, 0) for tag in _TAGS} for row in rows]


class Profile(NamedTuple):
    """The weights for one side of a cue of some form, frame and lemma whose subject was found in some way.

    ``constant`` holds for every slot; ``near`` is by distance from 1 on, ``ranks`` by the number of chunks up to the
    slot, each with further rows like its last one, as many as a window has slots.
    """

    constant: int
    by_tag: dict[str, int]
    near: list[dict[str, int]]
    ranks: list[dict[str, int]]


@lru_cache(_CACHED)
def profile_of(side: str, form: str, frame: str, lemma: str, how: str) -> Profile:
    """The weights for one side of a cue."""
    constant = _weight("frame lemma", f"{side} {lemma}", frame) + zone_weights(side, form, lemma, how)["-"]
    return Profile(constant, _rows("tag lemma", f"{side} {lemma}"), _near(side, form, frame), _ranks(side, form))


@lru_cache(_CACHED)
def _near(side: str, form: str, frame: str) -> list[dict[str, int]]:
    """For each distance the weights of every tag there."""
    steps: list[dict[str, int]] = [{}]
    for step in range(1, 9):
        row = dict(_rows("tag distance", f"{side} {form} {step}"))
        for tag, weight in _rows("frame distance", f"{side} {frame} {step}").items():
            row[tag] = row.get(tag, 0) + weight
        steps.append(row)
    return [steps[distance_of(distance)] for distance in range(1, WINDOW + 1)]


@cache
def _ranks(side: str, form: str) -> list[dict[str, int]]:
    """For each number of noun chunks from the cue to a slot the weights of where the slot stands in one."""
    return [_rows("rank", f"{side} {form} {min(rank, 4)}") for rank in range(WINDOW + 1)]


@lru_cache(_CACHED)
def between_weights(
    side: str, form: str, commas: int, verbs: int, quotations: int, clause: str, surest: int
) -> tuple[int, dict[str, int]]:
    """The weights for what stands between a cue and a slot: for any slot, and by its tag."""
    constant = _weight("counts", f"{side} {form}", f"{commas}{verbs}")
    constant += _weight("clause counts", f"{side} {clause}", f"{min(commas, 2)}{min(verbs, 2)}")
    return constant, _between_tags(side, commas, verbs, quotations, clause, surest)


@lru_cache(_CACHED)
def _between_tags(side: str, commas: int, verbs: int, quotations: int, clause: str, surest: int) -> dict[str, int]:
    total = dict(_rows("tag counts", f"{side} {commas}{verbs}{quotations}"))
    for row in (_rows("clause", f"{side} {clause}"), _rows("between", f"{side} {surest}")):
        for tag, weight in row.items():
            total[tag] = total.get(tag, 0) + weight
    return total


@lru_cache(_CACHED)
def zone_weights(side: str, form: str, lemma: str, how: str) -> dict[str, int]:
    """The weights of a slot's place: B, I in the likely subject, b, a just before and behind it, - elsewhere."""
    how_rows, lemma_rows = _rows("subject", f"{side} {form} {how}"), _rows("subject lemma", f"{side} {lemma}")
    return {zone: how_rows.get(zone, 0) + lemma_rows.get(zone, 0) for zone in "BIba-"}
