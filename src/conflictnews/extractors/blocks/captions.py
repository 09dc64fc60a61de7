"""Captions: the words under a picture that lost its picture."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from itertools import pairwise

from conflictnews.lexicons.table import read_table, word_sets
from conflictnews.text import TextView

from .page import Paragraph

__all__ = ["caption_end", "pictured"]

_OPENING_WIDTH = 40
_VERB_NEAR = 8
_LONGEST = 45
"""The tokens of a caption that no opening phrase gives away."""
_NO_CAPTION = frozenset(
    "said says say told added was were had has have been will would could should may might must did is are not".split()
    + "who which that if because but although though while he she it they we i you there".split()
)
"""Words of telling, which captions of one clause in the present tense do without."""


@cache
def _openings() -> dict[str, tuple[tuple[str, str], ...]]:
    """The opening phrases, each with its class, by their first word or mark."""
    by_first: dict[str, list[tuple[str, str]]] = {}
    for phrase, label in read_table("caption", "phrase", "class"):
        if label != "verb":
            by_first.setdefault(phrase.split()[0], []).append((phrase, label))
    return {first: tuple(phrases) for first, phrases in by_first.items()}


def pictured(view: TextView, firsts: list[int]) -> set[int]:
    """The numbers of the paragraphs, given their first tokens, that have a verb of pictures near their head."""
    found: set[int] = set()
    for position in view.positions(word_sets("caption", "phrase", "class")["verb"]):
        number = bisect_right(firsts, position) - 1
        if number >= 0 and 0 < position - firsts[number] <= _VERB_NEAR:
            found.add(number)
    return found


def caption_end(view: TextView, paragraph: Paragraph, verb_near: bool) -> int | None:
    """Where the caption that begins a paragraph ends: with it, or before a dash behind which the story goes on.

    ``verb_near``: the paragraph is among the ``pictured``.
    """
    head = view.folded[paragraph.start : min(paragraph.end, paragraph.start + _OPENING_WIDTH)]
    for phrase, label in _openings().get(head.split(maxsplit=1)[0], ()):
        whole_words = head.startswith(phrase) and not head[len(phrase) : len(phrase) + 1].isalnum()
        if whole_words and (label == "opening" or not paragraph.is_prose(view.text)):
            return _before_the_story(view, paragraph)
    if paragraph.last - paragraph.first > _LONGEST:
        return None
    if _has_credit(view, paragraph) or (verb_near and _tells_a_picture(view, paragraph)):
        return paragraph.end
    return None


def _has_credit(view: TextView, paragraph: Paragraph) -> bool:
    """A line that ends in "Credit: Somebody", or in a photographer and an agency in brackets: "[Ada Lund/Reuters]"."""
    tail = view.words[max(paragraph.first, paragraph.last - 8) : paragraph.last]
    if tail[-1] in (")", "]") and "/" in tail and (opening := {")": "(", "]": "["}[tail[-1]]) in tail:
        first = paragraph.last - tail[::-1].index(opening)
        named = (view.text[view.starts[at]] for at in range(first, paragraph.last - 1) if view.words[at] != "/")
        return first > paragraph.first + 1 and all(char.isupper() or char == ":" for char in named)
    return ("credit", ":") in pairwise(tail)


def _before_the_story(view: TextView, paragraph: Paragraph) -> int:
    """A caption and the body glued to it: "... shows damage after an attack - Rockets are again raining down."."""
    text = view.text
    for token in range(paragraph.first + 12, min(paragraph.last - 8, paragraph.first + 120)):
        if view.words[token] in ("-", "–", "—", "--") and text[view.starts[token + 1]].isupper():
            following = text[view.starts[token + 1] : view.ends[token + 1]]
            if text[view.starts[token] - 1].isspace() and len(following) > 1 and not following.isupper():
                return view.ends[token - 1]
    return paragraph.end


def _tells_a_picture(view: TextView, paragraph: Paragraph) -> bool:
    """One sentence in the present tense of what a picture shows, and the day it was taken."""
    start, end, first, last = paragraph
    if not 7 <= last - first <= _LONGEST or view.text[end - 1] != "." or not view.text[start].isupper():
        return False
    verbs = word_sets("caption", "phrase", "class")["verb"]
    words = view.words[first:last]
    verb = next((at for at in range(1, min(_VERB_NEAR + 1, len(words))) if words[at] in verbs), None)
    if (
        verb is None
        or any(mark in words for mark in ('"', "“", "”", "?", "!", ":", ";"))
        or not _NO_CAPTION.isdisjoint(words)
    ):
        return False
    if words.count(".") > 1 or words[verb - 1] in ("to", "the", "a", "an", "of", "and", "in", "by", "on", "for"):
        return False
    return _ends_in_day(words)


def _ends_in_day(words: list[str]) -> bool:
    dates = word_sets("dateline", "word", "class")
    tail = words[-8:]
    if any(word in dates["month"] or word in dates["weekday"] for word in tail):
        return True
    return any(pair in (("earlier", "this"), ("file", "photo")) for pair in pairwise(tail))
