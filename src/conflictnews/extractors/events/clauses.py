"""Clauses: the subject of a verb, its voice, its object, and the prepositional phrases behind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from conflictnews.extractors.events.noun_phrases import REACH, Phrase, Reading, phrases_after, phrases_before

__all__ = ["Oblique", "is_passive", "objects_of", "obliques_of", "subjects_of"]

_BE = frozenset("be is are was were been being am 's 're get got gets getting".split())
_HAVE = frozenset("have has had having 've".split())


class Oblique(NamedTuple):
    """A prepositional phrase; several nouns where "and" joins them."""

    preposition: str
    phrases: list[Phrase]


def is_passive(reading: Reading, verb: int) -> bool:
    """Whether a past form at ``verb`` is passive: behind a form of "be", or before "by"."""
    classes, words = reading.classes, reading.view.words
    if classes[verb] not in "ea":
        return False
    i = verb - 1
    while i >= reading.first and (
        classes[i] == "r" or words[i] in ("and", "or") or (classes[i] == "e" and verb - i < 4)
    ):
        i -= 1
    if i >= reading.first and classes[i] == "x":
        return words[i] in _BE
    nxt = verb + 1
    return nxt < reading.last and words[nxt] == "by" and not (i >= reading.first and words[i] in _HAVE)


def subjects_of(reading: Reading, verb: int, depth: int = 0) -> list[Phrase]:
    """The noun phrases that are the subject of the verb at ``verb``; empty where it is a pronoun or none is found."""
    classes, words, first = reading.classes, reading.view.words, reading.first
    i, stop = verb - 1, max(reading.first, verb - REACH)
    while i >= stop and (classes[i] in "rxyt" or words[i] in ("on", "in") and classes[i + 1] == "y"):
        i -= 1
    if i < stop or depth > 3:
        return []
    if classes[i] == "n":
        return phrases_before(reading, i + 1)
    if words[i] in ("and", "or", "but") or (words[i] == "," and classes[verb] == "g"):
        return _shared_subject(reading, i, stop, depth)
    if words[i] in (",", ")", "]", "-", "–", "—", "--"):
        before = _before_parenthesis(reading, i, stop)
        return phrases_before(reading, before) if before is not None else []
    if words[i] in ("that", "which", "who"):
        i -= 1
        if i > first and words[i] in (",", "in", "of"):
            i -= 1
        return phrases_before(reading, i + 1) if i >= stop and classes[i] == "n" else []
    if classes[i] in "ev" and classes[verb] in "vg":  # "threatened to boost", "were seen leaving", "began shelling"
        return subjects_of(reading, i, depth + 1) if not is_passive(reading, i) or classes[verb] == "v" else []
    if classes[i] == "p" and classes[verb] == "g":  # "in attacking", "accused of killing", "after shelling"
        verbs = (k for k in range(i - 1, stop - 1, -1) if classes[k] in "ve")
        governor = next(verbs, None)
        return subjects_of(reading, governor, depth + 1) if governor is not None else []
    return []


def _shared_subject(reading: Reading, i: int, stop: int, depth: int) -> list[Phrase]:
    """The subject of the verb before "and": "rebels kidnapped 16 and exploded bombs"."""
    classes = reading.classes
    for k in range(i - 1, stop - 1, -1):
        if classes[k] in "ve" and not (k + 1 < i and classes[k] == "e" and classes[k - 1] in "p,"):
            return subjects_of(reading, k, depth + 1)
    return []


def _before_parenthesis(reading: Reading, i: int, stop: int) -> int | None:
    """Behind an apposition or a parenthesis: where the noun phrase before it ends."""
    words, classes = reading.view.words, reading.classes
    opening = {")": "(", "]": "["}.get(words[i], words[i])
    best = None
    for k in range(i - 1, stop - 1, -1):
        if words[k] == opening:
            if k > stop and classes[k - 1] == "n":
                best = k
            if opening != "," or best is not None:
                break
    return best


def objects_of(reading: Reading, after: int) -> list[Phrase]:
    """The noun phrases that begin at ``after``, the object of the verb before."""
    if after >= reading.last or reading.classes[after] not in 'dnauroeg"':
        return []
    return phrases_after(reading, after)


def obliques_of(reading: Reading, after: int, passed: int) -> Iterator[Oblique]:
    """The prepositional phrases from ``after`` on, up to the end of the clause; ``passed`` is where the object ends."""
    classes, words = reading.classes, reading.view.words
    i, end = max(after, passed), min(reading.last, after + REACH)
    while i < end:
        label, word = classes[i], words[i]
        if label == "p" or label == "t" or word in ("targeting", "using"):
            phrases = phrases_after(reading, i + 1)
            if phrases:
                yield Oblique(word, phrases)
                i = phrases[-1].last
                continue
        elif label in "wvx" and word not in ("than",):
            return
        elif label == "e" and words[min(i + 1, end - 1)] != "by" and classes[i - 1] != "n":
            return
        elif label == "c" and not _joins_prepositions(reading, i):
            return
        elif word in (";", ":", ".", "?", "!"):
            return
        i += 1


def _joins_prepositions(reading: Reading, i: int) -> bool:
    return i + 1 < reading.last and reading.classes[i + 1] == "p"
