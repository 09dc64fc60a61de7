"""The cue decision: how surely each word of a unit attributes something.

A logistic model. The lexicon says how surely a word is a cue, alone and before what follows it; all else is the same
for every word: its form, the tags and words around it, quotations beside it, how sure a verb stands before it. So a new
row of the lexicon needs no training. Weights (``weights/cue_weights.tsv``) and scores are logarithms of the odds, times
16.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from conflictnews.extractors.relations.cues import CueWord, cue_words, frame_at, row_of
from conflictnews.extractors.relations.units import Unit
from conflictnews.lexicons.table import read_table
from conflictnews.text.closed_words import auxiliaries

__all__ = ["NEVER", "UNKNOWN", "Candidate", "certainty_step", "cue_features", "form_of", "read_candidates"]

_BE = frozenset("is are was were be been being 're am 'm".split())
_HAVE = frozenset("has have had 've having".split())
_DO = frozenset("do does did don't didn't doesn't".split())
_QUOTATIONS = frozenset("Qq")
_REACH = 12
_THAT_REACH = 6
_CACHED = 1024
_GROUP = 20
"""The longest verb group, in slots: auxiliaries and adverbs before a verb."""


class Candidate(NamedTuple):
    """A word that may be a cue: its slot, its row of the lexicon or None, its form, what follows, its score.

    ``form``: V, B, G, D as the tags say, P a participle behind a form of "be", n a noun, o any other word.
    """

    at: int
    word: CueWord | None
    form: str
    frame: str
    score: int


class _Profile(NamedTuple):
    """The weights for a form and two levels, by what varies from place to place."""

    base: int
    frame: dict[str, int]
    before: dict[str, int]
    tags_before: dict[str, int]
    tags_behind: dict[str, int]
    left: dict[str, int]
    right: dict[str, int]
    earlier: dict[int, int]
    that: dict[int, int]
    subject: dict[str, int]
    place: dict[int, int]


@cache
def _weights() -> dict[str, int]:
    table = read_table("cue_weights", "feature", "weight", folder="weights")
    return {feature: int(weight) for feature, weight in table}


@cache
def _named(prefix: str) -> dict[str, int]:
    """The weights whose names begin so, by the rest of their names."""
    size = len(prefix)
    return {name[size:]: weight for name, weight in _weights().items() if name.startswith(prefix)}


@cache
def _profile(form: str, level: str, frame_level: str) -> _Profile:
    weights = _weights()
    base = (
        weights.get("bias", 0)
        + weights.get(f"level {form} {level}", 0)
        + weights.get(f"frame level {form} {frame_level}", 0)
    )
    frame = dict(_named(f"frame {form} "))
    for name, weight in _named(f"level frame {level} ").items():
        frame[name] = frame.get(name, 0) + weight
    earlier = {int(step): weight for step, weight in _named(f"earlier level {level} ").items()}
    for step, weight in _named(f"earlier {form} ").items():
        earlier[int(step)] = earlier.get(int(step), 0) + weight
    return _Profile(
        base,
        frame,
        _named(f"before {form} "),
        _named(f"tags before {form} "),
        _named(f"tags behind {form} "),
        _named(f"left {level} "),
        _named(f"right {level} "),
        earlier,
        {int(step): weight for step, weight in _named(f"that {level} ").items()},
        _named(f"subject {form} "),
        {int(step): weight for step, weight in _named(f"place {form} ").items()},
    )


@lru_cache(_CACHED)
def _profile_of(form: str, certainty: int | None, framed: int | None) -> _Profile:
    return _profile(form, level_of(certainty), level_of(framed))


def level_of(certainty: int | None) -> str:
    """Ten steps of certainty; ``?`` for a word that the lexicon does not have."""
    return "?" if certainty is None else str(min(9, certainty // 10))


def certainty_step(certainty: int) -> int:
    """Five steps of the certainty of an earlier verb."""
    return min(4, certainty // 20)


NEVER = 2
"""A word whose certainty, alone or in its frame, is not above this is no cue."""
UNKNOWN = 20
"""What a verb that the lexicon does not have counts for as an earlier verb."""


def read_candidates(unit: Unit) -> list[Candidate]:
    """Every verb of a unit, and the other words that the lexicon names, with their scores, in order."""
    words, tags, lexicon = unit.words, unit.tags, cue_words()
    word_before, word_behind, helping = _named("word before "), _named("word behind "), auxiliaries()
    size, earlier, that, padded = len(words), 0, "that" in words, "^^" + "".join(tags) + "$$"
    out: list[Candidate] = []
    for at, tag in enumerate(tags):
        verb = tag in "VBGD"
        text = words[at]
        forms = lexicon.get(text)
        if verb:
            if text in helping:
                continue
            word = forms.verb if forms is not None else None
        else:
            if forms is None or tag in _QUOTATIONS or (text == "said" and tag == padded[at + 1] == "P"):
                continue  # "Judge Karim Said"
            word = row_of(forms, tag)
            if word is None:
                continue
        form, before = form_of(unit, at)
        frame = frame_at(unit, at + 1)
        certainty = word.certainty if word is not None else None
        framed = word.frames.get(frame, certainty) if word is not None else None
        if framed is not None and framed <= NEVER:
            continue
        profile = _profile_of(form, certainty, framed)
        score = (
            profile.base
            + profile.frame.get(frame, 0)
            + profile.before.get(before, 0)
            + profile.tags_before.get(padded[at : at + 2], 0)
            + profile.tags_behind.get(padded[at + 3 : at + 5], 0)
            + profile.earlier.get(earlier, 0)
            + profile.that.get(_that(words, at) if that else 0, 0)
            + profile.subject.get(_subject_tag(unit, at), 0)
            + profile.place.get(at if at < 2 else 2 if at < 6 else 3, 0)
            + word_before.get(words[at - 1] if at else "^", 0)
            + word_behind.get(words[at + 1] if at + 1 < size else "$", 0)
        )
        if unit.quoted:
            left, right = quotations_beside(unit, at)
            score += profile.left.get(left, 0) + profile.right.get(right, 0)
        else:
            score += profile.left.get("-", 0) + profile.right.get("-", 0)
        out.append(Candidate(at, word, form, frame, score))
        if verb:
            earlier = max(earlier, certainty_step(UNKNOWN if certainty is None else certainty))
    return out


def cue_features(unit: Unit, at: int, certainty: int | None, framed: int | None, earlier: int) -> list[str]:
    """The features of one candidate by their names in the table, for training and for tests."""
    words, tags = unit.words, unit.tags
    form, before = form_of(unit, at)
    level, frame = level_of(certainty), frame_at(unit, at + 1)
    left, right = quotations_beside(unit, at)
    return [
        "bias",
        f"level {form} {level}",
        f"frame level {form} {level_of(framed)}",
        f"frame {form} {frame}",
        f"level frame {level} {frame}",
        f"before {form} {before}",
        f"tags before {form} {_tags(tags, at - 2, at)}",
        f"tags behind {form} {_tags(tags, at + 1, at + 3)}",
        f"left {level} {left}",
        f"right {level} {right}",
        f"earlier level {level} {earlier}",
        f"earlier {form} {earlier}",
        f"that {level} {_that(words, at)}",
        f"subject {form} {_subject_tag(unit, at)}",
        f"place {form} {_place(at)}",
        f"word before {words[at - 1] if at else '^'}",
        f"word behind {words[at + 1] if at + 1 < len(words) else '$'}",
    ]


def form_of(unit: Unit, at: int) -> tuple[str, str]:
    """The form of a candidate, and the class of the word before it, past adverbs."""
    words, tags, helping = unit.words, unit.tags, auxiliaries()
    tag, k = tags[at], at - 1
    stop = max(0, at - _GROUP)
    while k >= stop and tags[k] == "R" and words[k] not in helping:
        k -= 1
    form = tag if tag in "VBGD" else "n" if tag == "N" else "o"
    if k < 0:
        return form, "^"
    word, before = words[k], tags[k]
    if word in _BE:
        return "P" if form == "D" else form, "be"
    if word in _HAVE:
        return form, "have"
    if word in _DO:
        return form, "do"
    return form, word if before in ".tWM" or word == "not" else before


def _tags(tags: list[str], begin: int, end: int) -> str:
    """The tags of two neighbours, with ^ and $ beyond the edges."""
    size = len(tags)
    return "".join("^" if k < 0 else "$" if k >= size else tags[k] for k in range(begin, end))


def _that(words: list[str], at: int) -> int:
    """How far behind the candidate "that" stands, at most six slots; 0 where it does not."""
    try:
        return words.index("that", at + 1, at + 1 + _THAT_REACH) - at
    except ValueError:
        return 0


def _subject_tag(unit: Unit, at: int) -> str:
    """The tag of the word before the verb group."""
    words, tags, k, helping = unit.words, unit.tags, at - 1, auxiliaries()
    stop = max(0, at - _GROUP)
    while k >= stop and (tags[k] in "RMt" or words[k] in helping):
        k -= 1
    return tags[k] if k >= 0 else "^"


def _place(at: int) -> int:
    """Where in the unit a slot stands: first, second, among the first six, later."""
    return at if at < 2 else 2 if at < 6 else 3


def quotations_beside(unit: Unit, at: int) -> tuple[str, str]:
    """The nearest quotation on each side: its tag, how near it is, on the left whether a comma ends it; - for none."""
    words, tags = unit.words, unit.tags
    left = right = "-"
    for k in range(at - 1, max(-1, at - _REACH - 1), -1):
        if tags[k] in _QUOTATIONS:
            comma = "," if "," in words[k] or words[k + 1] == "," else ""
            left = tags[k] + _nearness(at - k) + comma
            break
    for k in range(at + 1, min(len(tags), at + _REACH + 1)):
        if tags[k] in _QUOTATIONS:
            right = tags[k] + _nearness(k - at)
            break
    return left, right


def _nearness(distance: int) -> str:
    return "1" if distance <= 2 else "2" if distance <= 6 else "3"
