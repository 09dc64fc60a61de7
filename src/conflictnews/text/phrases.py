"""Noun phrases: a chunk with its "of" phrase, and what "and" joins to it, read from their first word on."""

from __future__ import annotations

from typing import NamedTuple

from conflictnews.text.apposed_ages import behind_age
from conflictnews.text.charges import is_charge
from conflictnews.text.closed_words import closed_words
from conflictnews.text.noun_chunks import Chunk
from conflictnews.text.nouns import is_person, is_plural, nouns
from conflictnews.text.syntax import Syntax

__all__ = [
    "INITIALS",
    "MOST",
    "REACH",
    "Phrase",
    "behind_name",
    "chunk_before",
    "is_second_role",
    "of_one",
    "phrase_at",
    "phrase_ending",
    "phrases_at",
]

REACH = 40
"""How many tokens a look-around may pass."""
MOST = 6
"""Phrases that are read of one list."""
_LONGEST_LIST, _AND_OR = 5, 3
_AS_WELL = ["as", "well", "as"]
_PART = frozenset({"all", "much", "many", "most", "some", "several", "both", "each"})
INITIALS = ["r", "r", "r"]
"""The classes of initials in brackets: "the Dorn Front (DF)"."""


class Phrase(NamedTuple):
    """A noun phrase without its determiners and numbers: tokens ``first`` up to, not with, ``last``.

    The head is the last word before a preposition.
    """

    first: int
    last: int
    head: int


def phrase_at(syntax: Syntax, at: int, bound: int | None = None) -> Phrase | None:
    """The noun phrase that begins at ``at``, behind adverbs; with an "of" phrase where it has one.

    Of "a group of diplomats" and "five of its bases" only what is counted is the phrase. It ends before ``bound``, by
    default a fixed reach away, so that a chain of a thousand "of" is not followed. None for pronouns and bare numbers.
    """
    end = min(syntax.last, at + REACH) if bound is None else bound
    while at < end and (syntax.classes[at] in 'r"' or syntax.words[at] in ("both", "the")):
        at += 1
    if at + 2 < end and syntax.words[at] in _PART and syntax.words[at + 1] == "of":
        at += 2  # "captured all of Dorn"
    chunk = syntax.chunk(at) if at < end else None
    if chunk is None or syntax.classes[chunk.head] in "oy":
        return None
    last = min(chunk.last, end)
    inner = phrase_at(syntax, last + 1, end) if last + 1 < end and syntax.words[last] == "of" else None
    if inner is not None and (is_charge(syntax, chunk, inner.head) or _is_beside(syntax, at, chunk, inner)):
        inner = None
    if syntax.classes[chunk.head] == "u" or not at <= chunk.head < last:
        return inner
    if inner is not None and syntax.words[chunk.head] in nouns("measure"):
        return inner
    return Phrase(max(chunk.core, at), last if inner is None else inner.last, chunk.head)


def _is_beside(syntax: Syntax, at: int, place: Chunk, people: Phrase) -> bool:
    """Whether people behind "of" belong to what is before a place: "the murder in Dorn OF TWO PRIESTS"."""
    if syntax.tags[place.head] != "P" or at <= syntax.first or syntax.words[at - 1] not in ("in", "at", "near"):
        return False
    told = range(people.first, min(people.head + 1, people.first + 3))
    return place.last - place.core < 3 and any(syntax.tags[k] == "N" and is_person(syntax.words[k]) for k in told)


def phrases_at(syntax: Syntax, at: int) -> list[Phrase]:
    """The noun phrase at ``at`` and those that "and" or commas join to it."""
    out: list[Phrase] = []
    classes, words = syntax.classes, syntax.words
    while len(out) < MOST:
        phrase = phrase_at(syntax, at)
        if phrase is None:
            break
        out.append(phrase)
        nxt = behind_name(syntax, phrase)
        if phrase.last < nxt < syntax.last and syntax.tags[nxt] == "P" and _list_goes_on(syntax, nxt):
            at = nxt  # "arrested Karl Dorn, 40, MARA VOSS, 12, and Anna Kaya"
        elif nxt < syntax.last and words[nxt] == "," and _list_goes_on(syntax, nxt + 1):
            at = nxt + 1 + (words[nxt + 1] == "and")
        elif nxt + 3 < syntax.last and words[nxt : nxt + 3] == _AS_WELL:
            at = nxt + 3
        else:
            at = nxt
            while (
                at < syntax.last and at < nxt + _AND_OR and (classes[at] == "c" or (at > nxt and words[at] == "also"))
            ):
                at += 1
            if at in (nxt, syntax.last) or not _begins(syntax, at) or not _ends_list(syntax, at):
                break
    return of_one(syntax, out)


def of_one(syntax: Syntax, phrases: list[Phrase]) -> list[Phrase]:
    """A list of phrases in which two roles of one person are one: "activist and lawyer Ann Rell"."""
    if len(phrases) < 2:
        return phrases
    out = phrases[:1]
    for phrase in phrases[1:]:
        if is_second_role(syntax, out[-1], phrase):
            out[-1] = Phrase(out[-1].first, phrase.last, phrase.head)
        elif not _is_apposed(syntax, out[-1], phrase):
            out.append(phrase)
    return out


def _is_apposed(syntax: Syntax, name: Phrase, role: Phrase) -> bool:
    """Whether a role with its article stands between commas behind a name: "Ann Rell, A FARMER, and two others"."""
    chunk, words = syntax.chunk(role.head), syntax.words
    if chunk is None or syntax.tags[name.head] != "P" or is_plural(words[role.head]) or not is_person(words[role.head]):
        return False
    between = words[chunk.first - 1] == "," and behind_name(syntax, name) in (chunk.first - 1, chunk.first)
    closed = role.last < syntax.last and words[role.last] == ","
    return between and closed and words[chunk.first] in closed_words("indefinite")


def is_second_role(syntax: Syntax, first: Phrase, second: Phrase) -> bool:
    """Whether "and" joins a role that has no article of its own to a role with a name behind it."""
    chunk, words, tags = syntax.chunk(first.head), syntax.words, syntax.tags
    if chunk is None or chunk.last + 1 != second.first or words[chunk.last] != "and" or tags[second.head] != "P":
        return False
    bare = (chunk.first == chunk.core and syntax.classes[chunk.first] in "na") or words[chunk.first] == "the"
    role = next((at for at in range(second.head, second.first - 1, -1) if tags[at] != "P"), second.first)
    roles = is_person(words[first.head]) and is_person(words[role]) and tags[role] == "N"
    return (
        bare and roles and tags[first.head] == "N" and not is_plural(words[first.head]) and not is_plural(words[role])
    )


def _begins(syntax: Syntax, at: int) -> bool:
    """Whether a noun phrase may begin at a token, with what bounds its number: "and AROUND a hundred herders"."""
    if syntax.classes[at] in "dnau":
        return True
    chunk = syntax.chunk(at)
    return chunk is not None and chunk.first == at and chunk.core > at + 1


def _list_goes_on(syntax: Syntax, at: int) -> bool:
    """Behind a comma: further phrases, the last of them behind "and" ("A, B, C and D", "A, B, and C")."""
    words = syntax.words
    for _ in range(_LONGEST_LIST):
        if at < syntax.last and words[at] == "and":
            return _ends_list(syntax, at + 1)
        phrase = phrase_at(syntax, at)
        nxt = syntax.last if phrase is None else behind_name(syntax, phrase)
        if phrase is None or nxt >= syntax.last:
            return False
        if words[nxt] == "and":
            return True
        if words[nxt] == ",":
            nxt += 1
        elif nxt == phrase.last or syntax.tags[nxt] != "P":
            return False
        at = nxt
    return False


def behind_name(syntax: Syntax, phrase: Phrase) -> int:
    """Where a phrase ends, with the age behind a name, and the initials of a body.

    >>> syntax = Syntax("the front ( df ) and police".split(), "TP.P.CN")
    >>> behind_name(syntax, Phrase(1, 2, 1))
    5
    """
    if list(syntax.classes[phrase.last : phrase.last + 3]) == INITIALS and syntax.words[phrase.last + 2] in ")]":
        return phrase.last + 3  # "clashes between the Dorn Front (DF) and police"
    return behind_age(syntax, phrase.last) if syntax.tags[phrase.last - 1] == "P" else phrase.last


def _ends_list(syntax: Syntax, at: int) -> bool:
    """Behind "and": a phrase that is no subject of its own verb."""
    phrase = phrase_at(syntax, at)
    if phrase is None:
        return False
    nxt = phrase.last
    while nxt < syntax.last and syntax.classes[nxt] == "r":
        nxt += 1
    return nxt >= syntax.last or syntax.classes[nxt] not in "vex"


def phrase_ending(syntax: Syntax, end: int) -> Phrase | None:
    """The one noun phrase that ends before ``end``, with nothing that is attached to it."""
    chunk = chunk_before(syntax, end)
    return None if chunk is None else Phrase(chunk.core, end, end - 1)


def chunk_before(syntax: Syntax, end: int) -> Chunk | None:
    """The chunk of a noun right before ``end``."""
    chunk = syntax.chunk(end - 1)
    return chunk if chunk is not None and syntax.classes[end - 1] == "n" and chunk.core < end else None
