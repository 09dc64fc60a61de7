"""What a number may be said of: the noun phrases of its sentence, and how each stands to it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from conflictnews.extractors.facts.context import context
from conflictnews.extractors.facts.quantity import Quantity
from conflictnews.text.chunks import AUXILIARIES, Subject, read_chunks, read_subjects
from conflictnews.text.syntax import Syntax

__all__ = ["Surroundings"]

_NUMBER = "#"
"""The tag of a token that belongs to a quantity: no chunk goes across one."""
_VERBS, _FINITE = frozenset("VMBGD"), frozenset("VM")
_NAMES = frozenset("NP")
_HEDGES = frozenset("about around some than least most up down nearly over a an the just only".split())
_PREPOSITIONS = frozenset("of in for at by to from with on into over per between above below under".split())
_HAVE = frozenset({"has", "have", "had"})
_BE = frozenset({"is", "are", "was", "were", "be", "been"})
_LINKS = frozenset({"of", "for", "in"})
_BREAKS = frozenset({"while", "but"})
_NEAREST, _FAR, _REACH = 8, 4, 150
_LEFT = tuple(f"left {distance}" for distance in range(_FAR + 1))
_BETWEEN = tuple(f"numbers between {count}" for count in range(3))


class Surroundings:
    """One sentence as the numbers in it see it: its noun chunks, its verbs with their subjects.

    Positions are those of its tokens, from 0; ``first`` leads back to the text.
    """

    def __init__(self, syntax: Syntax, quantities: Sequence[Quantity]) -> None:
        self.first, last = syntax.first, syntax.last
        self.words = syntax.words[self.first : last]
        self.tags = list(syntax.tags[self.first : last])
        self.numbers: list[int] = []
        self.counted: set[int] = set()
        for quantity in quantities:
            begin, end = self.range_of(quantity)
            self.counted.add(end - 1)
            if quantity.noun >= 0:
                end = max(begin, (quantity.modifier if quantity.modifier >= 0 else quantity.noun) - self.first)
            self.tags[begin:end] = [_NUMBER] * (end - begin)
            self.numbers.append(begin)
        self.chunks = read_chunks(self.words, self.tags)
        self.subjects = read_subjects(self.words, self.tags, self.chunks)
        ranges = self.chunks.ranges
        self.named = [self._names_something(*chunk) for chunk in ranges]
        self.usable = [number for number, named in enumerate(self.named) if named]
        self.ends = [ranges[number][1] for number in self.usable]
        verbs = [at for at, tag in enumerate(self.tags) if tag in _VERBS]
        self.finite = [at for at in verbs if self.tags[at] in _FINITE]
        self.verbs = [at for at in verbs if self.tags[at] in _FINITE or self.words[at] not in AUXILIARIES]
        self.semicolons = [at for at, word in enumerate(self.words) if word == ";"] if ";" in self.words else []

    def range_of(self, quantity: Quantity) -> tuple[int, int]:
        """Where a quantity stands in the sentence."""
        return max(0, quantity.first - self.first), min(len(self.words), quantity.last - self.first)

    def _names_something(self, begin: int, end: int) -> bool:
        """Whether a chunk can be what a number is said of: no pronoun, no time, no bare number."""
        words, tags, when = self.words, self.tags, context("when")
        if tags[end - 1] == "O" or words[end - 1] in when:
            return False
        for at in range(begin, end):
            if tags[at] in _NAMES and words[at] not in when and not words[at][0].isdigit():
                return True
        return False

    def _usable_at(self, at: int) -> bool:
        """Whether a chunk that names something holds the token at ``at``."""
        number = self.chunks.number[at]
        return number >= 0 and self.named[number]

    def _is_counted(self, number: int) -> bool:
        """Whether a chunk is what another number counts."""
        return self.chunks.ranges[number][1] - 1 in self.counted

    def candidates(self, quantity: Quantity) -> dict[int, list[str]]:
        """For each chunk that the quantity may be said of, what speaks for and against it.

        Features are words of the table ``weights/about_weights.tsv``.
        """
        begin, end = self.range_of(quantity)
        found = {number: self._description(number, distance, begin) for number, distance in self._before(quantity)}
        for number, feature in (*self._left(begin), *self._governed(begin)):
            if number in found:
                found[number].append(feature)
        number, tie = self._behind(end)
        if number >= 0 and not (quantity.noun >= 0 and self._is_counted(number)):
            found[number] = [tie, *self._likeness(number)]
        return found

    def _before(self, quantity: Quantity) -> list[tuple[int, int]]:
        """The usable chunks on the left, each with its distance: the nearest ones, and the sentence's first.

        Nothing across a semicolon; nothing at all for a counted noun that is the subject of its clause; and no noun
        that another number counts for one that counts, too.
        """
        begin, end = self.range_of(quantity)
        counts = quantity.noun >= 0
        if counts and end < len(self.tags):
            coordinated = begin > 0 and self.words[begin - 1] == "and"
            if self.tags[end] in _FINITE or (self.tags[end] == "D" and coordinated):
                return []
        floor = _last_before(self.semicolons, begin)
        count = bisect_right(self.ends, begin)
        near = [(self.usable[count - 1 - distance], distance) for distance in range(min(count, _NEAREST))]
        if count > _NEAREST and begin < _REACH:
            near.append((self.usable[0], count - 1))
        return [
            (number, distance)
            for number, distance in near
            if self.chunks.ranges[number][0] > floor and not (counts and self._is_counted(number))
        ]

    def _left(self, begin: int) -> list[tuple[int, str]]:
        """The chunk right before the number, and what ties it to the number."""
        words, tags, at = self.words, self.tags, begin - 1
        while at >= 0 and at > begin - _NEAREST and (tags[at] == "R" or words[at] in _HEDGES):
            at -= 1
        if at < 0:
            return []
        held = self.chunks.number[at]
        if held >= 0:
            return [(held, "adjacent")]
        if at == 0 or self.chunks.number[at - 1] < 0:
            return []
        before, word = self.chunks.number[at - 1], words[at]
        if tags[at] in "It":
            found = [(before, f"before {word}" if word in _PREPOSITIONS else "before preposition")]
            if (whole := self._whole(before)) != before:
                found.append((whole, "whole before preposition"))
            return found
        return [(before, f"before {word}")] if word in ("(", ",", ":") else []

    def _whole(self, number: int) -> int:
        """The chunk that this one is a complement of: the price in "the price of a home"."""
        ranges, held = self.chunks.ranges, self.chunks.number
        for _ in range(_FAR):
            at = ranges[number][0] - 1
            if at < 1 or held[at - 1] < 0 or self.tags[at] != "I" or self.words[at] not in _LINKS:
                break
            number = held[at - 1]
        return number

    def _governed(self, begin: int) -> list[tuple[int, str]]:
        """The subjects of the verbs before the number, and the object of the nearest."""
        found: list[tuple[int, str]] = []
        nearest = _last_before(self.verbs, begin)
        if nearest < 0:
            return found
        found += self._subject(self.subjects[nearest], "subject")
        found += [(number, f"subject of {self._sort(nearest)}") for number, _ in found[:1]]
        behind = (self.chunks.number[at] for at in range(nearest + 1, min(begin, nearest + _REACH)))
        found.append((next((number for number in behind if number >= 0), -1), "object"))
        if (finite := _last_before(self.finite, nearest)) >= 0:
            found += self._subject(self.subjects[finite], "subject before")
        return found

    def _subject(self, subject: Subject | None, name: str) -> list[tuple[int, str]]:
        if subject is None:
            return []
        at = subject.first
        if subject.how == "w":
            at -= 2 if at > 1 and self.words[at - 1] == "," else 1
        number = self.chunks.number[at] if at >= 0 else -1
        return [(number, name), (number, f"{name} {subject.how}")] if number >= 0 else []

    def _sort(self, verb: int) -> str:
        """What kind of verb takes the number."""
        word, tag = self.words[verb], self.tags[verb]
        if word in context("measuring"):
            return "measuring"
        if word in _HAVE:
            return "have"
        return "be" if word in _BE else tag

    def _behind(self, end: int) -> tuple[int, str]:
        """The chunk right behind the number, or behind a preposition there; over what stands in parentheses."""
        words, held, size = self.words, self.chunks.number, len(self.words)
        if end < size and self._usable_at(end):
            return held[end], "qualified"
        at = end
        if at < size and words[at] == "(":
            close = next((k for k in range(at, min(at + 9, size)) if words[k] == ")"), -1)
            at = close + 1 if close > 0 else at
        elif at < size and words[at] == ")":
            at += 1
        if at + 1 < size and words[at] in _PREPOSITIONS and self._usable_at(at + 1):
            return held[at + 1], f"behind {words[at]}"
        return -1, ""

    def _likeness(self, number: int) -> list[str]:
        """What a chunk itself is like."""
        first, last = self.chunks.ranges[number]
        features: list[str] = []
        if self.tags[last - 1] == "P":
            features.append("name")
        if first > 0 and self.words[first - 1] in _PREPOSITIONS:
            features.append("complement")
        if number == self.usable[0]:
            features.append("first")
        if self._is_counted(number):
            features.append("counted")
        return features

    def _description(self, number: int, distance: int, begin: int) -> list[str]:
        """What a chunk on the left is like, and how far it stands from the number at ``begin``."""
        last = self.chunks.ranges[number][1]
        between = bisect_left(self.numbers, begin) - bisect_left(self.numbers, last)
        features = self._likeness(number)
        features += (_LEFT[min(distance, _FAR)], _BETWEEN[min(between, 2)])
        if not _BREAKS.isdisjoint(self.words[last:begin]):
            features.append("across clauses")
        return features

    def phrase(self, number: int) -> tuple[int, int]:
        """The token range of a chunk with its complements, its determiner left out: "price of a typical home"."""
        begin, end = self.chunks.ranges[number]
        size = len(self.words)
        for link in ("of", "for"):
            while end + 1 < size and self.words[end] == link and self.chunks.number[end + 1] >= 0:
                end = self.chunks.ranges[self.chunks.number[end + 1]][1]
        while begin < end - 1 and (
            self.tags[begin] == "T"
            or not self.words[begin][0].isalnum()
            or (self.tags[begin] == "S" and self.words[begin] != "'s")
        ):
            begin += 1
        return self.first + begin, self.first + end


def _last_before(positions: list[int], limit: int) -> int:
    """The last of ascending positions below a limit; -1 where there is none."""
    at = bisect_left(positions, limit)
    return positions[at - 1] if at else -1
