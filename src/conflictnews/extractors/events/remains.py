"""Remains: whose body it is that is found, burned or buried ("Omar Dorn's BODY was found", "a dead BODY")."""

from __future__ import annotations

from conflictnews.extractors.events.sentence import Reading
from conflictnews.extractors.events.trigger_table import context_words
from conflictnews.text.phrases import Phrase, phrase_at

__all__ = ["whose_remains"]


def whose_remains(reading: Reading, phrase: Phrase) -> Phrase | None:
    """The dead of whose body a noun phrase tells, any other phrase as it is; None where nothing tells whose it is.

    What "of" brings behind most of these words is the phrase already, as they are measures in the table of nouns.
    """
    words = reading.view.words
    if words[phrase.head] not in context_words("remains"):
        return phrase
    if phrase.head + 1 < phrase.last and words[phrase.head + 1] == "of":
        return phrase_at(reading.syntax, phrase.head + 2)
    chunk = reading.syntax.chunk(phrase.head)
    first = phrase.first if chunk is None else chunk.first
    for at in range(phrase.head - 1, first, -1):
        if reading.classes[at] == "s":
            return Phrase(first, at, at - 1)
    said = range(phrase.first, phrase.head)
    another = words[phrase.head].startswith("bod") and any(_tells_which(reading, at) for at in said)
    return phrase if another else None


def _tells_which(reading: Reading, at: int) -> bool:
    """Whether a word before "body" makes it one of living people: "the ELECTORAL body", "the SUPERVISORY body"."""
    return reading.classes[at] in "na" and reading.view.words[at] not in context_words("of-the-dead")
