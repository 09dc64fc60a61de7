"""Weapon owners: whose aircraft, shells or missiles they are that do something: "ISRAELI jets struck a depot"."""

from __future__ import annotations

from conflictnews.extractors.events.names import body_ending, participant
from conflictnews.extractors.events.sentence import Reading
from conflictnews.register.states import state_of_adjective
from conflictnews.text.closed_words import closed_words
from conflictnews.text.phrases import Phrase
from conflictnews.types import EventArgument

__all__ = ["owner_of"]


def owner_of(reading: Reading, phrase: Phrase) -> EventArgument | None:
    """The state or body that stands before a weapon in its phrase; None where an owner with "'s" does.

    A coalition led by a state comes before that state: "Saudi-led COALITION warplanes".
    """
    owned = range(max(reading.first, phrase.first - 1), phrase.head)
    if any(reading.classes[at] == "s" or reading.view.words[at] in ("'", "’") for at in owned):
        return None  # "the Houthis' Iranian missiles"
    before = range(phrase.first, phrase.head)
    led = next((at for at in before if reading.view.words[at] in closed_words("governing")), None)
    if led is not None and reading.names.get(led) is None:
        word = reading.view.words[led - 1] if led > phrase.first else ""
        first = led - (word.endswith("-led") or state_of_adjective(word) is not None)
        return participant(reading, Phrase(first, led + 1, led), acts=True)
    for at in before:
        nation = state_of_adjective(reading.view.words[at])
        if nation is not None:
            return EventArgument(nation, reading.view.span(at, at + 1))
        if (body := body_ending(reading, at + 1)) is not None:
            return body
    return None
