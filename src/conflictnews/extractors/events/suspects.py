"""Whom a noun of blame names: of "Omar Dorn, the main SUSPECT in the murder" and "Dorn is a suspect in" Omar Dorn."""

from __future__ import annotations

from conflictnews.extractors.events.sentence import Reading
from conflictnews.text.closed_words import closed_words
from conflictnews.text.phrase_chains import phrases_before
from conflictnews.text.phrases import Phrase
from conflictnews.text.subjects import subjects_of
from conflictnews.types import SpeakerKind

__all__ = ["named_by", "suspects"]

_REACH = 16
"""Words between a noun of blame and the name behind it."""


def suspects(reading: Reading, noun: int) -> list[Phrase]:
    """Who is blamed by the noun at ``noun``: whom it is said of, else who it is, "two SUSPECTS in the bombing"."""
    chunk = reading.syntax.chunk(noun)
    if chunk is None:
        return []
    before = chunk.first - 1
    if before > reading.first and reading.view.words[before] in closed_words("be"):
        return subjects_of(reading.syntax, before)
    phrase = Phrase(chunk.first, noun + 1, noun)
    return [_named_behind(reading, noun) or named_by(reading, phrase)]


def _named_behind(reading: Reading, noun: int) -> Phrase | None:
    """The person that stands in apposition behind: of "the suspect in the murder of a judge, OMAR DORN, fled"."""
    view, last = reading.view, reading.last
    for at in range(noun + 1, min(last - 1, noun + _REACH)):
        if view.words[at] == ",":
            name = reading.names.get(at + 1)
            person = name is not None and name.kind is SpeakerKind.PERSON
            closed = name is not None and (name.last >= last or reading.classes[name.last] in ",.vx")
            return Phrase(at + 1, name.last, name.last - 1) if name is not None and person and closed else None
        if reading.classes[at] in "vxw":
            return None
    return None


def named_by(reading: Reading, phrase: Phrase) -> Phrase:
    """The name that a phrase stands in apposition to, of "Omar Dorn, a man" the name; else the phrase."""
    syntax, chunk = reading.syntax, reading.syntax.chunk(phrase.head)
    comma = (phrase.first if chunk is None else chunk.first) - 1
    if comma <= reading.first or reading.view.words[comma] != "," or syntax.tags[comma - 1] != "P":
        return phrase
    if reading.view.is_capital(phrase.head):
        return phrase  # "Dorn, Sarn"
    names = phrases_before(syntax, comma)
    return names[-1] if len(names) == 1 and syntax.tags[names[0].head] == "P" else phrase
