"""Clauses: the subject of a verb, its voice, its object, and the prepositional phrases behind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from conflictnews.extractors.events.argument_words import argument_words
from conflictnews.extractors.events.noun_phrases import (
    BOUNDS,
    REACH,
    Phrase,
    Reading,
    phrase_after,
    phrase_before,
    phrases_after,
    phrases_before,
)

__all__ = [
    "Oblique",
    "is_headline",
    "is_passive",
    "objects_of",
    "obliques_of",
    "pronoun_before",
    "subjects_of",
]

_BE = frozenset("be is are was were been being am 's 're get got gets getting".split())
_ANTECEDENT_REACH = 6
_OBLIQUE_REACH = 24
_PLACING = frozenset({"in", "at", "near", "on", "inside", "outside"})
_TIGHT = frozenset({"of", "in", "from", "near"})
_LONGEST_HEADLINE = 40
_TIMING = frozenset("on in last early late this the".split())
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


def is_headline(reading: Reading, verb: int) -> bool:
    """Whether no other verb of a short sentence is finite: "Three men arrested over bombing"."""
    classes = reading.classes
    if reading.last - reading.first > _LONGEST_HEADLINE:
        return False
    return not any(classes[i] in "vx" for i in range(reading.first, reading.last) if i != verb)


def subjects_of(reading: Reading, verb: int, depth: int = 0) -> list[Phrase]:
    """The noun phrases that are the subject of the verb at ``verb``; empty where it is a pronoun or none is found."""
    classes, words = reading.classes, reading.view.words
    stop = max(reading.first, verb - REACH)
    i = _before_verb_group(reading, verb, stop)
    if i < stop or depth > 3:
        return []
    if classes[i] == "n":
        if classes[verb] == "g" and depth == 0 and i + 1 == verb:
            return _subject_of_participle(reading, i, stop, depth)
        return phrases_before(reading, i + 1)
    if words[i] in ("and", "or", "but") or (words[i] == "," and classes[verb] == "g"):
        return _shared_subject(reading, i, stop, depth)
    if words[i] in (",", ")", "]", "-", "–", "—", "--"):
        return _past_parenthesis(reading, i, stop, depth)
    if words[i] in ("that", "which", "who"):
        return _antecedent(reading, i, stop)
    if words[i] in ("it", "they"):
        return _reporter(reading, i, stop, depth)
    return _raised(reading, verb, i, stop, depth)


def pronoun_before(reading: Reading, verb: int) -> int | None:
    """The token of a pronoun that is the subject of the verb at ``verb``; None where it is none."""
    i = _before_verb_group(reading, verb, max(reading.first, verb - REACH))
    return i if i >= reading.first and reading.classes[i] == "o" else None


def _past_parenthesis(reading: Reading, i: int, stop: int, depth: int) -> list[Phrase]:
    before = _before_parenthesis(reading, i, stop)
    if before is not None:
        return _named_by(reading, before + 1, i) or phrases_before(reading, before)
    return _shared_subject(reading, i, stop, depth)


def _raised(reading: Reading, verb: int, i: int, stop: int, depth: int) -> list[Phrase]:
    """The subject that a verb has from the verb before it: "threatened to boost", "accused of killing"."""
    classes, words = reading.classes, reading.view.words
    raised = "t" in classes[i + 1 : verb]
    if classes[i] in "ev" and raised and verb - i < 6:  # "was believed to have killed"
        return subjects_of(reading, i, depth + 1)
    if classes[i] in "ev" and classes[verb] in "vg":  # "threatened to boost", "were seen leaving", "began shelling"
        return subjects_of(reading, i, depth + 1) if not is_passive(reading, i) or classes[verb] == "v" else []
    if classes[i] == "p" and classes[verb] == "g":  # "in attacking", "accused of killing", "after shelling"
        if words[i] in ("of", "for", "from", "with") and classes[i - 1] == "n":
            return phrases_before(reading, i)
        governor = next((k for k in range(i - 1, stop - 1, -1) if classes[k] in "ve"), None)
        return subjects_of(reading, governor, depth + 1) if governor is not None else []
    return []


def _reporter(reading: Reading, i: int, stop: int, depth: int) -> list[Phrase]:
    """ "NATO confirmed on Wednesday it would": the pronoun right behind a verb of saying is who says so."""
    classes, words = reading.classes, reading.view.words
    k = i - 1
    while k > stop and (classes[k] == "y" or words[k] in ("on", "that")):
        k -= 1
    if k > stop and words[k] in argument_words("reporting") and classes[k] in "vem":
        return subjects_of(reading, k, depth + 1)
    return []


def _before_verb_group(reading: Reading, verb: int, stop: int) -> int:
    """The last token before auxiliaries, adverbs, words of time, and adjectives like "quick to"."""
    classes, words = reading.classes, reading.view.words
    i = verb - 1
    while i >= stop:
        label = classes[i]
        timed = classes[i + 1] == "y" and (words[i] in _TIMING or label == "u")
        timed = timed or (words[i] in ("at", "over", "during") and words[i + 1] == "the" and classes[i + 2] == "y")
        eager = label == "a" and classes[i + 1] == "t"
        if not (label in 'rxyt"' or timed or eager):
            break
        i -= 1
    return i


def _subject_of_participle(reading: Reading, i: int, stop: int, depth: int) -> list[Phrase]:
    """Of "rockets hit the base in the region killing one" the rockets; the noun before where no verb stands there."""
    classes = reading.classes
    nearest = phrase_before(reading, i + 1)
    before = nearest.first - 1 if nearest is not None else i
    while before > stop and classes[before] in "du":
        before -= 1
    if reading.view.words[before] not in _PLACING:
        return phrases_before(reading, i + 1)
    for k in range(i - 1, stop - 1, -1):
        if classes[k] in "ve" and not (classes[k] == "e" and classes[k - 1] == "n" and classes[k + 1] == "p"):
            return subjects_of(reading, k, depth + 1)
        if classes[k] in ",w":
            break
    return phrases_before(reading, i + 1)


def _antecedent(reading: Reading, i: int, stop: int) -> list[Phrase]:
    """What "that", "which" or "who" at ``i`` stands for: the noun phrase before, past a comma or a date."""
    classes, words = reading.classes, reading.view.words
    k = i - 1
    low = max(stop, i - _ANTECEDENT_REACH)
    while k > low and (words[k] in (",", "in", "of", "last", "on", "ago") or classes[k] in "yu"):
        k -= 1
    return phrases_before(reading, k + 1, _TIGHT) if k >= low and classes[k] == "n" else []


def _shared_subject(reading: Reading, i: int, stop: int, depth: int) -> list[Phrase]:
    """The subject of the verb before "and": "rebels kidnapped 16 and exploded bombs"."""
    classes = reading.classes
    for k in range(i - 1, stop - 1, -1):
        if classes[k] in "ve" and not (k + 1 < i and classes[k] == "e" and classes[k - 1] in "p,"):
            return subjects_of(reading, k, depth + 1)
    return []


def _named_by(reading: Reading, first: int, last: int) -> list[Phrase]:
    """A name in apposition to a common noun: "a little-known group, the Harun Brigade,"; the name says more."""
    view = reading.view
    phrase = phrase_after(reading, first)
    if phrase is None or phrase.last != last or not view.text[view.starts[phrase.first]].isupper():
        return []
    common = view.text[view.starts[first - 2]].islower() and view.words[first - 1] == ","
    return [phrase] if common else []


def _before_parenthesis(reading: Reading, i: int, stop: int) -> int | None:
    """Behind an apposition, a relative clause or a parenthesis: where the noun phrase before it ends."""
    words, classes = reading.view.words, reading.classes
    opening = {")": "(", "]": "["}.get(words[i], words[i])
    for k in range(i - 1, stop - 1, -1):
        if words[k] == opening and k > stop and classes[k - 1] in "ny":
            relative = words[k + 1] in ("who", "which", "whose", "whom", "where")
            if opening == "," and not relative and any(label in "vx" for label in classes[k + 1 : i]):
                return None
            return k
    return None


def objects_of(reading: Reading, after: int) -> list[Phrase]:
    """The noun phrases that begin at ``after``, the object of the verb before."""
    after = _past_time(reading, after)
    if after >= reading.last:
        return []
    if reading.classes[after] not in 'dnauroeg"' and reading.view.words[after] not in BOUNDS:
        return []
    return phrases_after(reading, after)


def _past_time(reading: Reading, at: int) -> int:
    """Behind what tells only when, between a verb and its object: "rejected on Thursday a UN appeal"."""
    classes, words = reading.classes, reading.view.words
    k, end = at, min(reading.last, at + 4)
    while k < end and (classes[k] in "yr" or (words[k] == "on" and classes[k + 1 : k + 2] == ["y"])):
        k += 1
    return k if k > at and k < reading.last and classes[k] in "dnau" else at


def obliques_of(reading: Reading, after: int, passed: int) -> Iterator[Oblique]:
    """The prepositional phrases from ``after`` on, up to the end of the clause; ``passed`` is where the object ends."""
    classes, words = reading.classes, reading.view.words
    i, end = max(after, passed), min(reading.last, after + _OBLIQUE_REACH)
    behind = i
    while i < end:
        label, word = classes[i], words[i]
        if word == "of" and i > max(after, passed) and i != behind and classes[i - 1] in "nar":
            pass  # "southeast of Lima", "the defeat of the army": of another noun
        elif label in ("p", "t") or word in ("targeting", "using"):
            phrases = phrases_after(reading, i + 1)
            if word == "between" and len(phrases) == 1 and words[min(phrases[0].last, end - 1)] == "and":
                phrases += phrases_after(reading, phrases[0].last + 1)
            if phrases:
                yield Oblique(word, phrases)
                i = behind = phrases[-1].last
                continue
        elif (
            (label in "wxg" and word not in ("than",))
            or (label in "ev" and (i > after or label == "v") and word not in argument_words("light verb"))
            or (label == "c" and not _joins_prepositions(reading, i))
            or word in (";", ":", ".", "?", "!")
        ):
            return
        i += 1


def _joins_prepositions(reading: Reading, i: int) -> bool:
    return i + 1 < reading.last and reading.classes[i + 1] == "p"
