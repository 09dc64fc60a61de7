"""Location: where an event took place that tells no place itself: the nearest that its sentence names."""

from __future__ import annotations

from conflictnews.extractors.events.draft import Draft
from conflictnews.extractors.events.places import place
from conflictnews.extractors.events.sentence import Reading
from conflictnews.text.nouns import nouns
from conflictnews.text.phrases import phrase_at
from conflictnews.types import EventArgument, SpeakerKind

__all__ = ["locate"]

_NO_PLACES = frozenset({SpeakerKind.PERSON, SpeakerKind.GROUP, SpeakerKind.DOCUMENT})
_SETTLED = frozenset("in at near outside inside across throughout around between".split())
_FAR = 60


def locate(drafts: list[Draft]) -> None:
    """Give each event on the ground that tells no place the nearest of the sentence of its first mention.

    Not where people only speak: "they discussed the war in Ukraine" in Paris.
    """
    for draft in drafts:
        roles = draft.roles
        if roles.location is None and draft.row.placed and draft.row.acled is not None:
            found = nearest_place(draft.reading, draft.match.first, draft.match.last)
            if found not in (*roles.actors, *roles.targets):
                roles.location = found


def nearest_place(reading: Reading, first: int, last: int) -> EventArgument | None:
    """The named place that the sentence tells nearest to tokens ``first`` up to ``last``, one behind them first."""
    for at in (
        *range(last, min(last + _FAR, reading.last - 1)),
        *range(first - 1, max(first - _FAR, reading.first) - 1, -1),
    ):
        word, before = reading.view.words[at], reading.view.words[at - 1]
        if reading.classes[at] == "p" and (word in _SETTLED or (word == "of" and before in nouns("inhabitant"))):
            found = place_name(reading, at + 1)
            if found is not None:
                return found
    return None


def place_name(reading: Reading, at: int) -> EventArgument | None:
    """The place whose name begins at token ``at``; None where no name stands, or one that is of something else."""
    phrase = phrase_at(reading.syntax, at)
    found = None if phrase is None else place(reading, phrase)
    if found is None or not any(letter.isupper() for letter in found.name):
        return None
    mention = reading.names.get(reading.view.token_at(found.span.start))
    return None if mention is not None and mention.kind in _NO_PLACES else found
