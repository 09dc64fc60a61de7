"""Noun chunks of a sentence, and the likely subject of each verb in it, by tags alone.

Tags are those of ``conflictnews.text.tags``; a caller may put a tag of its own in place of some: ``q`` is read as a
noun, any letter that is none breaks a chunk.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

__all__ = ["AUXILIARIES", "Chunks", "Subject", "read_chunks", "read_subjects"]

AUXILIARIES = frozenset(
    "is are was were be been being am has have had having do does did 's 're 've 'm 'd 'll not n't don't doesn't "
    "didn't "
    "won't wouldn't hasn't haven't hadn't isn't aren't wasn't weren't can't couldn't shouldn't cannot ain't".split()
)
_CHUNK = frozenset("TSJUNPOq")
_OPENS = frozenset("TSJ")
_HEADS = frozenset("NPOUq")
_VERBS = frozenset("VMBGD")
_PAUSES = frozenset({",", ")", "--", "—", "–", "-"})
_INSERTS = frozenset({",", "(", "--", "—", "–", "-"})
_LINKS = frozenset("of for at from in with to on".split())
_REACH = 30


class Chunks(NamedTuple):
    """``number[i]`` is the chunk that holds slot ``i``, or -1; ``ranges`` are slots, half open.

    ``places`` say where each stands: s before a finite verb, c before a comma, p behind a preposition, v behind a verb,
    o elsewhere.
    """

    number: list[int]
    ranges: list[tuple[int, int]]
    places: list[str]


class Subject(NamedTuple):
    """The likely subject of a verb, in slots, and how it was found.

    ``how``: d it stands before the verb; i before an insertion; w it is a relative pronoun; t the verb is an
    infinitive, c coordinated, g a participle, p behind a preposition; ? none of these, the verb before has it.
    """

    how: str
    first: int
    last: int


def read_chunks(words: Sequence[str], tags: Sequence[str]) -> Chunks:
    """The noun chunks: determiners, adjectives, numbers, nouns, up to the last noun of a row."""
    size = len(tags)
    number = [-1] * size
    ranges: list[tuple[int, int]] = []
    at = 0
    while at < size:
        if tags[at] not in _CHUNK:
            at += 1
            continue
        begin, head = at, -1
        while at < size and (tags[at] in _CHUNK or (tags[at] in "GD" and at > begin and tags[at - 1] in _OPENS)):
            tag = tags[at]
            if tag == "T" and at > begin and head >= 0:
                break
            if tag in _HEADS:
                head = at
            at += 1
            if tag == "O":
                break
        if head < 0:
            continue
        at = head + 1
        number[begin:at] = [len(ranges)] * (at - begin)
        ranges.append((begin, at))
    return Chunks(number, ranges, [_place(words, tags, begin, end) for begin, end in ranges])


def _place(words: Sequence[str], tags: Sequence[str], begin: int, end: int) -> str:
    size = len(tags)
    while end < size and tags[end] == "R":
        end += 1
    if end < size and tags[end] in "VM":
        return "s"
    if end < size and words[end] in (",", "("):
        return "c"
    if begin and tags[begin - 1] == "I":
        return "p"
    return "v" if begin and tags[begin - 1] in "VBGD" else "o"


def read_subjects(words: Sequence[str], tags: Sequence[str], chunks: Chunks) -> list[Subject | None]:
    """For every slot with a verb its likely subject, each in view of the verbs before it."""
    found: list[Subject | None] = [None] * len(tags)
    last: Subject | None = None
    for at, tag in enumerate(tags):
        if tag not in _VERBS:
            continue
        subject = _subject(words, tags, chunks, found, at, last)
        if subject is None and last is not None:
            found[at] = last._replace(how="?")
        elif subject is not None:
            found[at] = subject
            if tag in "VM":
                last = subject
    return found


def _subject(
    words: Sequence[str],
    tags: Sequence[str],
    chunks: Chunks,
    found: list[Subject | None],
    at: int,
    last: Subject | None,
) -> Subject | None:
    """The subject of the verb at a slot; ``last`` is that of the finite verb before."""
    verb, k = tags[at], at - 1
    while k >= 0 and (tags[k] == "R" or (words[k] in AUXILIARIES and found[k] is None)):
        k -= 1
    if k < 0:
        return None
    tag, word, held = tags[k], words[k], found[k]
    if tag in _VERBS and held is not None and (tag == "M" or word in AUXILIARIES):
        return held
    if tag == "t":
        return _governor(found, k)
    if tag == "W":
        return Subject("w", k, k + 1)
    if tag == "C":
        return last and last._replace(how="c")
    if word in _PAUSES:
        return (last and last._replace(how="g")) if verb == "G" else _before_insertion(words, chunks, k, last)
    if verb == "G" and tag == "I":
        return last and last._replace(how="p")
    if chunks.number[k] >= 0:
        return _nominal(words, tags, chunks, chunks.number[k])
    return (last and last._replace(how="g")) if verb == "G" else None


def _governor(found: list[Subject | None], to: int) -> Subject | None:
    """The subject of the verb just before "to"."""
    for k in range(to - 1, max(-1, to - 5), -1):
        if (held := found[k]) is not None:
            return held._replace(how="t")
    return None


def _before_insertion(words: Sequence[str], chunks: Chunks, pause: int, last: Subject | None) -> Subject | None:
    """The chunk before an apposition or a relative clause that ends at a pause."""
    k = pause - 1
    while k > 0 and words[k] not in _INSERTS and pause - k < _REACH:
        k -= 1
    if k > 0 and chunks.number[k - 1] >= 0 and words[k] in _INSERTS:
        return Subject("i", *chunks.ranges[chunks.number[k - 1]])
    return last and last._replace(how="c")


def _nominal(words: Sequence[str], tags: Sequence[str], chunks: Chunks, number: int) -> Subject:
    """The chunk before a verb, or the one that it is a complement of: "a SPOKESMAN for the army"."""
    begin, end = chunks.ranges[number]
    for _ in range(_REACH):
        if begin < 2 or tags[begin - 1] != "I" or words[begin - 1] not in _LINKS:
            break
        if chunks.number[begin - 2] < 0:
            break
        begin, end = chunks.ranges[chunks.number[begin - 2]]
    return Subject("d", begin, end)
