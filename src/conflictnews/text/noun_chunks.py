"""Noun chunks: a noun with all that stands before it: "at least 20 wounded soldiers", "Iran's most revered general".

Read from left to right from the classes of words (see ``word_classes``): a bound and a number, determiners, adjectives,
nouns, owners with their mark, a quoted name. A pronoun is a chunk of its own; so are a number that counts nothing
beside it, and words of time. What follows the head, an "of" phrase or a clause, belongs to the phrase (``phrases``).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from operator import attrgetter
from typing import NamedTuple

from conflictnews.lexicons.table import read_table
from conflictnews.register.states import states
from conflictnews.text.closed_words import calendar_words, closed_words, reporting_verbs, telling_verbs
from conflictnews.text.nouns import find_noun, is_person, is_plural, nouns
from conflictnews.text.place_words import place_words

__all__ = ["Chunk", "Chunks", "number_bounds", "read_chunks"]

_OPENING = "nduaoegy"
"""Classes with which a chunk may begin."""
_INSIDE = frozenset('rudsce".g,')
"""Classes but for nouns and adjectives with which a chunk may go on."""
_OUTSIDE = frozenset("vxptwoy,")
"""Classes that end a chunk."""
_BEFORE_NUMBERS = frozenset({"about", "around", "over"})
"""Prepositions that bound a number more often than they take a place."""

_TO_NEXT = frozenset({"to", "or"})
"""What stands between two numbers that are one: a range, or an alternative."""
_PLACING = frozenset({"in", "near", "at", "of"})
_WHICH_TIME = frozenset({"first", "second", "third", "last", "only", "next"})
_NAME = 4
"""The words of a name."""
_DOUBLE = frozenset({'"', "“", "”"})
_QUOTED = 7
"""Tokens of a quoted name with its closing mark."""
_DAY, _YEAR = 2, 4
"""Digits of a day and of a year."""
_LONGEST = 40
"""The tokens of a chunk; what goes on longer is no text, and would be read anew from each of its words."""


class Chunk(NamedTuple):
    """Tokens ``first`` up to, not with, ``last``; ``core`` is the first behind determiners and numbers.

    The head is the last noun, the pronoun, or the last token of a bare number.
    """

    first: int
    core: int
    last: int
    head: int


class Chunks(NamedTuple):
    """The chunks of a sentence in order; ``number[i - first]`` is that of the one which holds token ``i``, or -1."""

    items: list[Chunk]
    number: list[int]
    first: int

    def at(self, position: int) -> Chunk | None:
        """The chunk that holds a token."""
        number = self.number[position - self.first]
        return None if number < 0 else self.items[number]

    def between(self, first: int, last: int) -> list[Chunk]:
        """The chunks that begin at token ``first`` up to, not with, ``last``."""
        begin = bisect_left(self.items, first, key=_first_of)
        return self.items[begin : bisect_left(self.items, last, begin, key=_first_of)]


_first_of = attrgetter("first")


@cache
def number_bounds() -> dict[str, tuple[tuple[str, ...], ...]]:
    """What may bound a number before it, by the first word, the longest first: "at least", "more than"."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase, _, side in read_table("number_bounds", "phrase", "bound", "side"):
        if side == "before":
            parts = tuple(phrase.split())
            found.setdefault(parts[0], []).append(parts)
    return {word: tuple(sorted(phrases, key=len, reverse=True)) for word, phrases in found.items()}


def read_chunks(words: Sequence[str], tags: Sequence[str], classes: Sequence[str], first: int, last: int) -> Chunks:
    """The chunks of the tokens ``first`` up to, not with, ``last``.

    >>> words, tags = "at least 20 of the army 's best men fled".split(), "IJUITNSJNV"
    >>> from conflictnews.text.word_classes import read_classes
    >>> read_chunks(words, tags, read_classes(words, tags, 0, 10), 0, 10).items
    [Chunk(first=0, core=3, last=3, head=2), Chunk(first=4, core=5, last=9, head=8)]
    """
    items: list[Chunk] = []
    number = [-1] * (last - first)
    bounds, at = number_bounds(), first
    while at < last:
        begins = classes[at] in _OPENING or words[at] in bounds
        chunk = _chunk_from(words, tags, classes, at, last) if begins else None
        if chunk is None:
            at += 1
            continue
        number[at - first : chunk.last - first] = [len(items)] * (chunk.last - at)
        items.append(chunk)
        at = chunk.last
    return Chunks(items, number, first)


def _chunk_from(
    words: Sequence[str], tags: Sequence[str], classes: Sequence[str], first: int, last: int
) -> Chunk | None:
    """The chunk that begins at ``first``; None where none does."""
    if classes[first] == "o":
        return Chunk(first, first, first + 1, first)
    if classes[first] == "n" and (first + 1 == last or classes[first + 1] in _OUTSIDE):
        return Chunk(first, first, first + 1, first)  # most are one noun
    if tags[first] in "NPU" and (end := _cut_short(words, tags, classes, first, last)) > first:
        return Chunk(first, first, end, end - 1)
    last = min(last, first + _LONGEST)
    counted = classes[first] not in "na" or words[first] in number_bounds()
    core = _past_number(words, classes, first, last) if counted else first
    head, end = -1, 0
    determined = first < core
    for at in range(core, last):
        label = classes[at]
        if label == "n":
            end = at + 1
            head = at if words[at] != "." else head  # "Karl Dorn JR."
        elif label == "a":
            continue
        elif label not in _INSIDE or not _goes_on(words, tags, classes, core, at, last, end - 1, determined=determined):
            break
    if head < 0 and core < last and classes[core] == "y":  # "last week", "two days ago"
        head = core
        while head + 1 < last and classes[head + 1] == "y":
            head += 1
        end = head + 1
    if head < 0:
        return _number_alone(classes, first, core) if core > first else None
    if end < last and classes[end] in "vx" and (cut := _before_clause(words, classes, Chunk(first, core, end, head))):
        return Chunk(first, core, cut, cut - 1)
    return Chunk(first, core, end, head - _is_aside(words, tags, core, head, last))


def _end_of_date(words: Sequence[str], first: int, last: int) -> int:
    """Where the date ends that stands unparted before a subject: "27 APR 2017 | a view shows"; 0: none stands there."""
    months = calendar_words("month", "month-name")
    named = first + 1 < last and words[first + 1] in months
    year = first + 1 + named
    dated = named or (first > 0 and words[first - 1] in months)
    if not dated or year + 1 >= last or not (words[first].isdigit() and len(words[first]) <= _DAY):
        return 0
    return year + 1 if len(words[year]) == _YEAR and words[year].isdigit() else 0


def _number_alone(classes: Sequence[str], first: int, core: int) -> Chunk | None:
    """The number a chunk without a noun ends with: "killed TWELVE"; None where none stands there."""
    while core > first and classes[core - 1] != "u":
        core -= 1
    return Chunk(first, core, core, core - 1) if core > first else None


def _before_clause(words: Sequence[str], classes: Sequence[str], chunk: Chunk) -> int:
    """Where a chunk before a verb ends before the subject of a clause that says more of it; 0 where none does."""
    core = chunk.core
    if words[core] in _WHICH_TIME and words[core + 1] == "time" and chunk.head > core + 1:
        return core + 2  # "the first TIME | police have killed"
    return _before_speaker(words, classes, chunk) if words[chunk.first] in ("a", "an") else 0


def _before_speaker(words: Sequence[str], classes: Sequence[str], chunk: Chunk) -> int:
    """Where what is told ends before those who say so: "an ATTACK | senior officials said was planned"; else 0."""
    verb, head = chunk.last, chunk.head
    if words[verb] not in reporting_verbs() or classes[verb] != "v" or not is_plural(words[head]):
        return 0
    thing = next((at for at in range(chunk.core, head) if classes[at] == "n"), head)
    noun = find_noun(words[thing]) if thing < head else None
    return thing + 1 if noun is not None and not noun.plural and is_person(words[head]) else 0


def _is_aside(words: Sequence[str], tags: Sequence[str], core: int, head: int, last: int) -> bool:
    """Whether a noun only says on which side of a place those before it are: "rebels NORTH of Dorn"."""
    side = core < head < last - 1 and words[head + 1] == "of" and words[head] in place_words("part")
    return side and tags[head - 1] == "N" and words[head - 1] in nouns("person", "armed", "perpetrator", "troops")


def _is_told(words: Sequence[str], tags: Sequence[str], classes: Sequence[str], first: int, last: int) -> bool:
    """Whether those who are told stand right before a name with a verb of its own: "told POLICE Dorn had fled"."""
    if words[first - 1] not in telling_verbs() or not is_plural(words[first]):
        return False
    at = first + 1
    while at < last and at - first <= _NAME and tags[at] == "P":
        at += 1
    return first + 1 < at < last and classes[at] in "vx"


def _cut_short(words: Sequence[str], tags: Sequence[str], classes: Sequence[str], first: int, last: int) -> int:
    """Where a chunk that begins with a noun or a date ends before one that is not its own; 0 where none does."""
    if classes[first] == "u":
        return _end_of_date(words, first, last)
    if first == 0:
        return 0
    if tags[first] == "P":
        return _end_of_place(words, tags, classes, first, last)
    return first + 1 if _is_told(words, tags, classes, first, last) else 0


def _end_of_place(words: Sequence[str], tags: Sequence[str], classes: Sequence[str], first: int, last: int) -> int:
    """Where the place ends behind "in" whose next words are another subject: "in DORN | militants attacked"; else 0."""
    if words[first - 1] not in _PLACING:
        return 0
    if words[first - 1] == "of" and (first < 2 or words[first - 2] not in nouns("named-place")):
        return 0
    at = first
    while at < last and at - first < _NAME and tags[at] == "P":
        at += 1
    who = at
    while who < last and who - at < 2 and tags[who] == "N":
        who += 1
    acting = at < who < last and words[who - 1] in _acting() and classes[who] in "vx"
    return at if acting and (is_plural(words[who - 1]) or words[who - 1] == "police") else 0


@cache
def _acting() -> frozenset[str]:
    return nouns("armed", "perpetrator", "police", "protester", "troops")


def _past_number(words: Sequence[str], classes: Sequence[str], at: int, last: int) -> int:
    """Behind determiners, numbers and their bounds: "more than 100", "up to a dozen", "the at least three"."""
    bounds = number_bounds()
    while at < last:
        size = _bound(words, classes, at, last) if words[at] in bounds else 0
        if not size and classes[at - 1] == "u" and at + 1 < last and classes[at + 1] == "u" and _is_one(words, at):
            size = 2  # "five to ten", "two or three"
        if not size and classes[at] == "y" and at + 2 < last and classes[at + 1] == "s":
            size = 2  # "Tuesday's blast"
        if not size and classes[at] not in "du":
            break
        at += size or 1
    return at


def _is_one(words: Sequence[str], at: int) -> bool:
    """Whether a word joins two numbers to one modifier: "five TO ten", "82mm AND 120mm mortars"."""
    if words[at] in _TO_NEXT:
        return True
    sizes = (words[at - 1], words[at + 1])
    return words[at] == "and" and all(size[0].isdigit() and size[-1].isalpha() for size in sizes)


def _bound(words: Sequence[str], classes: Sequence[str], at: int, last: int) -> int:
    """How many tokens from ``at`` on bound a number right behind them; 0 where none does."""
    for parts in number_bounds().get(words[at], ()):
        end = at + len(parts)
        if end >= last or classes[end] not in "ud" or tuple(words[at:end]) != parts:
            continue
        if len(parts) == 1 and classes[at] in "pvge" and words[at] not in _BEFORE_NUMBERS:
            continue  # "near two villages"
        if (
            len(parts) == 1
            and words[at] in _BEFORE_NUMBERS
            and classes[end] == "d"
            and not _measures(words, classes, end)
        ):
            continue  # "about a ban", not "about a dozen"
        return len(parts)
    return 0


def _measures(words: Sequence[str], classes: Sequence[str], at: int) -> bool:
    """Whether a number or a measure stands behind a determiner: "a DOZEN", "a WEEK"."""
    return at + 1 < len(classes) and (classes[at + 1] in "uy" or words[at + 1] in nouns("measure"))


def _is_bracketed(words: Sequence[str], classes: Sequence[str], core: int, at: int) -> bool:
    """Whether a token stands inside brackets that hold a name's initials, or the name in full."""
    while at > core and classes[at] == "r" and words[at] not in "([":
        at -= 1
    return classes[at] == "r" and words[at] in "(["


def _goes_on(
    words: Sequence[str],
    tags: Sequence[str],
    classes: Sequence[str],
    core: int,
    at: int,
    last: int,
    head: int,
    *,
    determined: bool,
) -> bool:
    """Whether a word that is no noun may stand inside the chunk, ``head`` being its last noun so far."""
    label = classes[at]
    after = classes[at + 1] if at + 1 < last else "."
    if label == "r" and (words[at] in "()[]" or _is_bracketed(words, classes, core, at)):
        rest = next((k for k in range(at, last) if words[k] in ")]"), last)
        return head >= 0 and "n" in classes[rest + 1 : rest + 3]  # "Dorn Front (DF) militants"
    if label == "r":
        return at == core and determined and after in "ae"  # "a mentally disabled man"
    if label == "u":
        return head < 0 or head != at - 1 or after not in "na" or _is_numbered(words, tags, core, at, head)
    if label == "d":
        return at > core and classes[at - 1] == "s"  # "Iran's most revered general"
    if label == "s":
        return 0 <= head == at - 1
    if label == '"':
        return at == core or (after == "n" and classes[at - 1] in "nau" and _is_inside(words, classes, core, at, last))
    if label == ".":  # "Gen. Idris Halloran"
        return words[at] == "." and head == at - 1 and tags[head] == "P" and at + 1 < last and tags[at + 1] == "P"
    if label == "c" and words[at] == "&":  # "Sloane & Berg"
        return at + 1 < last and tags[at - 1] == tags[at + 1] == "P"
    if label == "c" and at > core and classes[at - 1] == "c":
        return True  # "and/or"
    if label in "c,":
        return at > core and _joins_modifiers(words, tags, classes, core, at, last)
    if label == "e" and at == core + 1 and classes[core] == "r":
        return determined and after in "na"
    return at == core and determined and label in "eg" and after == "n"


def _is_inside(words: Sequence[str], classes: Sequence[str], core: int, at: int, last: int) -> bool:
    """Whether a mark quotes words inside the chunk: 'Maoist "Shining Path" rebels'; not 'the men" Dorn said'."""
    if words[at] not in _DOUBLE or '"' in classes[max(core - 1, 0) : at]:
        return True  # the apostrophe of "the peasants' houses", too
    closing = next((k for k in range(at + 1, min(last, at + _QUOTED)) if classes[k] == '"'), 0)
    return closing > 0 and "v" not in classes[at + 1 : closing]


def _is_numbered(words: Sequence[str], tags: Sequence[str], core: int, at: int, head: int) -> bool:
    """Whether a number belongs to the name before it: "Boeing 737 jets"; not "in Dorn three men"."""
    behind_place = words[at] in closed_words("cardinal") or (core > 0 and words[core - 1] in ("in", "near"))
    return tags[head] == "P" and not behind_place


def _joins_modifiers(
    words: Sequence[str], tags: Sequence[str], classes: Sequence[str], core: int, at: int, last: int
) -> bool:
    """ "Syrian and Iraqi troops", "DF and/or Red Hand militants": a modifier before "and", two words behind it.

    A comma stands between adjectives only: "two small, homemade grenades".
    """
    before, behind = at - 1, at + 1
    if classes[at] == "," and (words[at] != "," or classes[before] != "a" or classes[behind : behind + 1] != ["a"]):
        return False
    while behind < min(last, at + 3) and classes[behind] == "c":
        behind += 1
    if behind + 1 >= last or "n" not in classes[behind + 1 : behind + 3] or set(classes[core:before]) - {"a"}:
        return False
    if classes[before] == "a" or words[before] in states("adjective"):
        return classes[behind] in "na" and classes[behind + 1] == "n"
    named = tags[before] == "P" and (tags[behind] == "P" or before == core)
    if words[before] in nouns("weapon") and words[behind] in nouns("weapon") and classes[at] == "c":
        return classes[behind + 1] == "n" and not is_plural(words[before])  # "ROCKET AND MORTAR attacks"
    return named and classes[behind] == "n" and classes[behind + 1] == "n"
