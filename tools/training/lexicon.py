"""Count how often each word of the cue lexicon attributes, and before what: certainty and frames."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import NamedTuple

from conflictnews.extractors.relations.cues import frame_at, word_at
from conflictnews.text.closed_words import auxiliaries
from training.examples import Example

__all__ = ["PRIOR", "Counts", "Tally", "count_words", "kind_of"]

PRIOR = {"verb": 0.2, "noun": 0.03, "other": 0.003}
"""How often a word of each class attributes, over all words of the class."""
WEIGHT = 2
"""How many uses the prior is worth."""

Word = tuple[str, str]
"""Class and lemma."""


class Tally(NamedTuple):
    """Uses as a cue, and all uses outside other attributions."""

    cues: int = 0
    uses: int = 0

    def smoothed(self, prior: float) -> float:
        """The share of uses that attribute, drawn towards the prior."""
        return (self.cues + WEIGHT * prior) / (self.uses + WEIGHT)

    def without(self, other: Tally) -> Tally:
        """What is left when one document is left out."""
        return Tally(self.cues - other.cues, self.uses - other.uses)


class Counts:
    """Tallies of words, and of words in a frame, in all documents and in each."""

    def __init__(self) -> None:
        self.all: dict[tuple[str, ...], Tally] = defaultdict(Tally)
        self.by_document: dict[str, dict[tuple[str, ...], Tally]] = defaultdict(lambda: defaultdict(Tally))

    def add(self, document: str, word: Word, frame: str, cue: bool) -> None:
        """Count one use."""
        for table in (self.all, self.by_document[document]):
            for key in (word, (*word, frame)):
                before = table[key]
                table[key] = Tally(before.cues + cue, before.uses + 1)

    def certainty(self, word: Word, frame: str, left_out: str = "") -> tuple[int, int] | None:
        """Certainties of a word, alone and in a frame, in hundredths, without one document; None if not seen there."""
        own = self.by_document.get(left_out, {})
        tally = self.all.get(word, Tally()).without(own.get(word, Tally()))
        if not tally.uses:
            return None
        rate = tally.smoothed(PRIOR[word[0]])
        key = (*word, frame)
        framed = self.all.get(key, Tally()).without(own.get(key, Tally()))
        return int(100 * rate), int(100 * framed.smoothed(rate))


def kind_of(tag: str) -> str:
    """The class of a word by its tag."""
    return "verb" if tag in "VBGD" else "noun" if tag == "N" else "other"


def count_words(examples: Iterable[Example], lemma: Callable[[str, str], str] | None = None) -> Counts:
    """Count every word outside of contents and quotations; ``lemma`` (word, class) names those the lexicon has not."""
    counts = Counts()
    for example in examples:
        for number, unit in enumerate(example.units):
            for at, tag in enumerate(unit.tags):
                if tag in "Qq" or unit.words[at] in auxiliaries():
                    continue
                cue = (number, at) in example.heads
                if not cue and unit.starts[at] in example.contents:
                    continue
                word, kind = word_at(unit, at), kind_of(tag)
                if word is None and lemma is None:
                    continue
                name = (
                    (word.kind, word.lemma)
                    if word is not None
                    else (kind, lemma(unit.words[at], kind) if lemma else "")
                )
                counts.add(example.document.id, name, frame_at(unit, at + 1), cue)
    return counts
