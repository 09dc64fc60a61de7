"""What a number may be said of: the noun chunks of its sentence, and how each stands to it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from conflictnews.extractors.facts.context import context
from conflictnews.extractors.facts.quantity import Quantity
from conflictnews.extractors.facts.role_words import harmed
from conflictnews.text.closed_words import closed_words
from conflictnews.text.noun_chunks import Chunk, read_chunks
from conflictnews.text.phrases import Phrase
from conflictnews.text.subjects import subject_of
from conflictnews.text.syntax import Syntax

__all__ = ["Surroundings"]

_NUMBER = "#"
"""The class of a token that belongs to a number: no chunk goes across one."""
_PREPOSITIONS = frozenset("of in for at by to from with on into over per between above below under".split())
_COMPLEMENTS = ("of", "for")
_NEAREST, _FAR, _REACH, _BRACKET = 6, 4, 150, 9
_LEFT = tuple(f"left {distance}" for distance in range(_FAR + 1))
_BETWEEN = tuple(f"numbers between {count}" for count in range(3))


class Surroundings:
    """One sentence as the numbers in it see it: its noun chunks, its verbs with their subjects."""

    def __init__(self, syntax: Syntax, quantities: Sequence[Quantity]) -> None:
        first, last = syntax.first, syntax.last
        words, tags, classes = syntax.words[first:last], syntax.tags[first:last], list(syntax.classes[first:last])
        self.numbers: list[int] = []
        self.counted: set[int] = set()
        for q in quantities:
            end = q.last if q.noun < 0 else max(q.first, q.modifier if q.modifier >= 0 else q.noun)
            classes[q.first - first : end - first] = _NUMBER * (end - q.first)
            self.numbers.append(q.first)
            self.counted.add(q.last - 1)
        named = [at for at in range(1, last - first) if classes[at] == "u" and tags[at - 1] == "P"]
        self.syntax: Syntax = syntax
        if named:  # "the S&P 500"
            whole = list(syntax.classes)
            for at in named:
                whole[first + at] = classes[at] = "n"
            self.syntax = Syntax(syntax.words, syntax.tags, first, last, whole)
        chunks = read_chunks(words, tags, classes, 0, last - first)
        self.held: list[int] = chunks.number
        self.items: list[Chunk] = [
            Chunk(first + begin, first + core, first + end, first + head) for begin, core, end, head in chunks.items
        ]
        self.usable: list[int] = [number for number, chunk in enumerate(self.items) if self._names_something(chunk)]
        self.named: set[int] = set(self.usable)
        self.ends: list[int] = [self.items[number].last for number in self.usable]
        verbs = [
            (at, label, tag)
            for at, (label, tag) in enumerate(zip(classes, tags, strict=True), first)
            if label in "vex" or tag in "VMG"
        ]
        self.finite: list[int] = [at for at, label, tag in verbs if label in "vx" and tag in "VM"]
        self.verbs: list[int] = [at for at, label, tag in verbs if tag in "VMG" or label in "ve"]

    def _names_something(self, chunk: Chunk) -> bool:
        """Whether a chunk can be what a number is said of: no pronoun, no time, no bare number, not "the injured"."""
        words, classes, when = self.syntax.words, self.syntax.classes, context("when")
        if classes[chunk.head] != "n" or words[chunk.head] in when or words[chunk.head] in harmed():
            return False
        return not words[chunk.head][0].isdigit() or any(
            classes[at] == "n" and words[at] not in when and not words[at][0].isdigit()
            for at in range(chunk.core, chunk.last)
        )

    def _number(self, at: int) -> int:
        """Which chunk holds the token at ``at``; -1 where none does, and beyond the edges."""
        return self.held[at - self.syntax.first] if self.syntax.first <= at < self.syntax.last else -1

    def _is_counted(self, number: int) -> bool:
        """Whether a chunk is what another number counts."""
        return self.items[number].last - 1 in self.counted

    def candidates(self, q: Quantity) -> dict[int, list[str]]:
        """For each chunk that a number may be said of, what speaks for and against it.

        Features are words of the table ``weights/about_weights.tsv``.
        """
        found = {number: self._description(number, distance, q.first) for number, distance in self._before(q)}
        for number, feature in (*self._left(q.first), *self._governed(q.first)):
            if number in found:
                found[number].append(feature)
        number, tie = self._behind(q.last)
        if number >= 0 and not (q.noun >= 0 and self._is_counted(number)):
            found[number] = [tie, *self._likeness(number)]
        return found

    def _before(self, q: Quantity) -> list[tuple[int, int]]:
        """The usable chunks on the left, each with its distance: the nearest ones, and the sentence's first.

        None for a counted noun that is the subject of its clause; for one that counts, none that is counted itself.
        """
        counts, syntax = q.noun >= 0, self.syntax
        behind = syntax.classes[q.last] if counts and q.last < syntax.last else ""
        if behind in ("v", "x") or (behind == "e" and syntax.words[q.first - 1] == "and"):
            return []
        count = bisect_right(self.ends, q.first)
        near = [(self.usable[count - 1 - distance], distance) for distance in range(min(count, _NEAREST))]
        if count > _NEAREST and q.first - syntax.first < _REACH:
            near.append((self.usable[0], count - 1))
        return [found for found in near if not (counts and self._is_counted(found[0]))]

    def _left(self, begin: int) -> Iterator[tuple[int, str]]:
        """The chunk right before the number, and what ties it to the number."""
        words, classes, at = self.syntax.words, self.syntax.classes, begin - 1
        while at > max(self.syntax.first, begin - _NEAREST) and classes[at] == "r":
            at -= 1
        if (held := self._number(at)) >= 0:
            yield held, "adjacent"
        elif (before := self._number(at - 1)) >= 0 and (classes[at] in "pt" or words[at] in ("(", ",", ":")):
            known = classes[at] not in "pt" or words[at] in _PREPOSITIONS
            yield before, f"before {words[at]}" if known else "before preposition"

    def _governed(self, begin: int) -> Iterator[tuple[int, str]]:
        """The subjects of the verbs before the number, and the object of the nearest."""
        nearest = _last_before(self.verbs, begin)
        if nearest < 0:
            return
        number, how = self._subject(nearest)
        yield from ((number, "subject"), (number, f"subject {how}"), (number, f"subject of {self._sort(nearest)}"))
        behind = (self._number(at) for at in range(nearest + 1, min(begin, nearest + _REACH)))
        yield next((number for number in behind if number >= 0), -1), "object"
        if (finite := _last_before(self.finite, nearest)) >= 0:
            yield self._subject(finite)[0], "subject before"

    def _subject(self, verb: int) -> tuple[int, str]:
        """The chunk that is the subject of a verb, or of the finite verb before it, and how it was found."""
        subject = subject_of(self.syntax, verb)
        how = "?" if subject is None else subject.how
        if how in ("?", "p") and (before := _last_before(self.finite, verb)) >= 0:
            subject = subject_of(self.syntax, before)
        return self._named_in(subject.phrases[-1]) if subject is not None and subject.phrases else -1, how

    def _named_in(self, phrase: Phrase) -> int:
        """The chunk of a phrase's head, or the first behind it that names something: "78 per cent of the DEAL"."""
        numbers = (self._number(at) for at in range(phrase.head, phrase.last))
        return next((number for number in numbers if number in self.named), -1)

    def _sort(self, verb: int) -> str:
        """What kind of verb takes the number."""
        word = self.syntax.words[verb]
        if word in context("measuring"):
            return "measuring"
        if word in closed_words("have"):
            return "have"
        return "be" if word in closed_words("be") else self.syntax.tags[verb]

    def _behind(self, end: int) -> tuple[int, str]:
        """The chunk right behind the number, or behind a preposition there; over what stands in parentheses."""
        words, size = self.syntax.words, self.syntax.last
        if (number := self._number(end)) in self.named and self.items[number].first == end:
            return number, "qualified"
        at = end
        if at < size and words[at] == "(":
            at = next((k + 1 for k in range(at, min(at + _BRACKET, size)) if words[k] == ")"), at)
        if at < size and words[at] in _PREPOSITIONS and (number := self._number(at + 1)) in self.named:
            return number, f"behind {words[at]}"
        return -1, ""

    def _likeness(self, number: int) -> list[str]:
        """What a chunk itself is like."""
        before = self.items[number].first - 1
        return ["complement"] if before >= self.syntax.first and self.syntax.words[before] in _PREPOSITIONS else []

    def _description(self, number: int, distance: int, begin: int) -> list[str]:
        """What a chunk on the left is like, and how far it stands from the number at ``begin``."""
        between = bisect_left(self.numbers, begin) - bisect_left(self.numbers, self.items[number].last)
        return [*self._likeness(number), _LEFT[min(distance, _FAR)], _BETWEEN[min(between, 2)]]

    def phrase(self, number: int) -> tuple[int, int]:
        """The token range of a chunk with its complements, its determiner left out: "price of a typical home"."""
        chunk, words = self.items[number], self.syntax.words
        end = chunk.last
        for link in _COMPLEMENTS:
            while end < self.syntax.last and words[end] == link and (behind := self._number(end + 1)) >= 0:
                end = self.items[behind].last
        return chunk.core, end


def _last_before(positions: list[int], limit: int) -> int:
    """The last of ascending positions below a limit; -1 where there is none."""
    at = bisect_left(positions, limit)
    return positions[at - 1] if at else -1
