"""Cues: which verbs and nouns of a sentence attribute something to somebody.

The lexicon says how surely a word is a cue; the words around it, its form and the quotation marks beside it add or
take away. The weights of these are learned (``weights/README.md``), in 1/16 of a natural logarithm of the odds.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from conflictnews.extractors.relations.quoted_view import QuotedView
from conflictnews.lexicons.table import read_table

__all__ = [
    "BESIDE_QUOTATION",
    "CERTAIN",
    "SURE",
    "THRESHOLD",
    "Cue",
    "CueWord",
    "cue_features",
    "cue_words",
    "find_cues",
    "inflect",
]

THRESHOLD = -3
"""A cue counts from here on (logarithm of the odds, times 16)."""
BESIDE_QUOTATION = -40
"""Beside a quotation, from here on."""
SURE, CERTAIN = 60, 80
"""Certainties of the lexicon: a verb that mostly tells of speech, and one that nearly always does."""

_VERB_TAGS = frozenset("VBGD")
_BE = frozenset("is are was were be been being 's 're am".split())
_HAVE = frozenset("has have had 've 'd having".split())
_WH = frozenset("if whether what how why who where when which".split())
_PREPOSITIONS = frozenset("as about of for with on against in at from by over into like".split())


class CueWord(NamedTuple):
    """One form of a cue of the lexicon."""

    lemma: str
    noun: bool
    certainty: int


class Cue(NamedTuple):
    """A cue in the text: its head token, and how surely it is one (logarithm of the odds, times 16)."""

    head: int
    word: CueWord
    score: int


def inflect(verb: str, past: str, participle: str) -> set[str]:
    """The forms of an English verb; ``past`` and ``participle`` where they are not regular.

    >>> sorted(inflect("deny", "", ""))
    ['denied', 'denies', 'deny', 'denying']
    """
    stem, y = verb, len(verb) > 2 and verb[-1] == "y" and verb[-2] not in "aeiou"
    if y:
        third, regular = verb[:-1] + "ies", verb[:-1] + "ied"
    elif verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        third, regular = verb + "es", verb + "ed"
    else:
        third, regular = verb + "s", verb + ("d" if verb[-1] == "e" else "ed")
    if past and past.endswith("ed") and past != regular:
        stem = past[:-2]  # the consonant is doubled: admitted, admitting
    gerund = stem[:-2] + "ying" if stem.endswith("ie") else stem[:-1] + "ing" if _drops_e(stem) else stem + "ing"
    return {verb, third, past or regular, participle or past or regular, gerund}


def _drops_e(stem: str) -> bool:
    return len(stem) > 2 and stem[-1] == "e" and stem[-2] not in "eoy"


@cache
def cue_words() -> dict[str, tuple[CueWord | None, CueWord | None]]:
    """Every form of every cue: what it is as a verb and as a noun."""
    out: dict[str, tuple[CueWord | None, CueWord | None]] = {}
    for cue, kind, past, participle, certainty in read_table("cues", "cue", "class", "past", "participle", "certainty"):
        word = CueWord(cue, kind == "noun", int(certainty or 75))
        forms = (
            {cue, cue[:-1] + "ies" if cue[-1] == "y" else cue + "s"} if word.noun else inflect(cue, past, participle)
        )
        for form in forms:
            verb, noun = out.get(form, (None, None))
            out[form] = (verb, word) if word.noun else (word, noun)
    return out


@cache
def _weights() -> dict[str, int]:
    table = read_table("cue_weights", "feature", "weight", folder="weights")
    return {feature: int(weight) for feature, weight in table}


class _Profile(NamedTuple):
    """The weights that concern one cue word in one form, by what varies from place to place.

    The same weights as those of ``cue_features``, laid out so that a candidate costs seven look-ups.
    """

    base: int
    following: dict[str, int]
    previous: dict[str, int]
    left: dict[str, int]
    right: dict[str, int]
    earlier: dict[str, int]


def _level(word: CueWord, kind: str) -> str:
    """The form of a cue, and its certainty in ten steps."""
    return kind + str(min(9, word.certainty // 10))


@cache
def _profile(word: CueWord, kind: str) -> _Profile:
    level = _level(word, kind)
    weights = _weights()

    def part(before: str, after: str = "") -> dict[str, int]:
        size = len(before)
        return {
            feature[size : len(feature) - len(after)]: weight
            for feature, weight in weights.items()
            if feature.startswith(before) and feature.endswith(after)
        }

    following, of_word = part(f"next {kind} "), part(f"word {word.lemma} ")
    for name, weight in of_word.items():
        following[name] = following.get(name, 0) + weight
    base = weights.get("bias", 0) + weights.get("level " + level, 0) + weights.get("word " + word.lemma, 0)
    return _Profile(
        base,
        following,
        part(f"before {kind} "),
        part("left ", " " + level),
        part("right ", " " + level),
        part("earlier ", " " + level),
    )


@cache
def _plain() -> tuple[dict[str, int], int, int]:
    """The weights of the tag behind a cue, of standing inside a quotation, and outside."""
    weights = _weights()
    after = {name[10:]: weight for name, weight in weights.items() if name.startswith("tag after ")}
    return after, weights.get("inside", 0), weights.get("outside", 0)


def find_cues(text: QuotedView, first: int, last: int, candidates: list[int]) -> list[Cue]:
    """The cues among some tokens of the sentence from ``first`` to ``last``, with their scores, in order."""
    tag_after, inside, outside = _plain()
    out: list[Cue] = []
    strongest = 0
    for at in candidates:
        word = read_word(text, at)
        if word is None:
            continue
        profile = _profile(word, "n" if word.noun else text.tags[at])
        left, right = quotes_beside(text, first, last, at)
        score = (
            profile.base
            + profile.following.get(context(text, at + 1, last), 0)
            + tag_after.get(text.tags[at + 1] if at + 1 < last else "$", 0)
            + profile.previous.get(_before(text, at - 1, first), 0)
            + profile.left.get(left, 0)
            + profile.right.get(right, 0)
            + (inside if text.inside[at] >= 0 else outside)
            + profile.earlier.get(str(strongest // 20), 0)
        )
        out.append(Cue(at, word, score))
        if not word.noun and text.inside[at] < 0:
            strongest = max(strongest, word.certainty)
    return out


def read_word(text: QuotedView, at: int) -> CueWord | None:
    """The token as a cue of the lexicon, by its tag a verb or a noun."""
    tag = text.tags[at]
    verb, noun = cue_words().get(text.words[at], (None, None))
    if tag in _VERB_TAGS:
        return verb
    return noun if tag == "N" else None


def cue_features(text: QuotedView, first: int, last: int, at: int, word: CueWord, strongest: int) -> list[str]:
    """What speaks for or against a cue; ``strongest`` is the highest certainty of the verbs before it."""
    tags = text.tags
    kind = "n" if word.noun else tags[at]
    level = _level(word, kind)
    following = context(text, at + 1, last)
    previous = _before(text, at - 1, first)
    tag_after = tags[at + 1] if at + 1 < last else "$"
    left, right = quotes_beside(text, first, last, at)
    return [
        "bias",
        "level " + level,
        "next " + kind + " " + following,
        "word " + word.lemma,
        "word " + word.lemma + " " + following,
        "tag after " + tag_after,
        "before " + kind + " " + previous,
        "left " + left + " " + level,
        "right " + right + " " + level,
        "inside" if text.inside[at] >= 0 else "outside",
        "earlier " + str(strongest // 20) + " " + level,
    ]


def context(text: QuotedView, at: int, last: int) -> str:
    """The class of the token behind a cue: a quotation, a word that opens a clause, a tag."""
    if at >= last:
        return "$"
    word = text.words[at]
    if at in text.opening:
        return "quote"
    if word in (",", ":") and at + 1 in text.opening and at + 1 < last:
        return "quote"
    if word in ("that", "to") or word in _WH or word in _PREPOSITIONS:
        return word
    tag = text.tags[at]
    return word if tag == "." else tag


def _before(text: QuotedView, at: int, first: int) -> str:
    while at >= first and text.tags[at] == "R":
        at -= 1
    if at < first:
        return "^"
    word = text.words[at]
    if word in _BE:
        return "be"
    if word in _HAVE:
        return "have"
    tag = text.tags[at]
    return word if tag in ".tWM" else tag


def quotes_beside(text: QuotedView, first: int, last: int, at: int) -> tuple[str, str]:
    """Where quotations stand: closing just left, opening just right, elsewhere in the sentence, nowhere."""
    inside = text.inside
    if inside[at] >= 0:
        return "in", "in"
    left = right = "none"
    if not text.ranges:
        return left, right
    for k in range(at - 1, max(first, at - 12) - 1, -1):
        if inside[k] >= 0:
            left = "near" if at - k <= 6 else "far"
            break
    for k in range(at + 1, min(last, at + 12)):
        if inside[k] >= 0:
            right = "next" if k - at <= 2 else "near" if k - at <= 6 else "far"
            break
    return left, right
