"""Location: where an event took place that tells no place itself: the nearest that its sentence names."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from conflictnews.extractors.events.draft import Draft
from conflictnews.extractors.events.places import place
from conflictnews.extractors.events.sentence import Reading
from conflictnews.lexicons.table import word_sets
from conflictnews.register.states import is_state
from conflictnews.text.nouns import nouns
from conflictnews.text.phrases import phrase_at
from conflictnews.types import EventArgument, EventType, PlaceEvidence, SpeakerKind

__all__ = ["locate"]

_NO_PLACES = frozenset({SpeakerKind.PERSON, SpeakerKind.GROUP, SpeakerKind.DOCUMENT})
_SETTLED = frozenset("in at near outside inside across throughout around between".split())
_FAR, _NEAR = 60, 8


def locate(drafts: list[Draft]) -> None:
    """Give each event on the ground that tells no place the nearest of the sentence of its first mention.

    Not where people only speak: "they discussed the war in Ukraine" in Paris.
    """
    for draft in drafts:
        roles = draft.roles
        vague = roles.location is not None and is_state(roles.location.name)
        if vague and (settlement := _struck(roles.targets)) is not None:  # "shelled the town of Dorn in Mali"
            roles.location, draft.evidence = settlement, PlaceEvidence.TARGET
        if roles.location is None and draft.row.placed and draft.row.acled is not None:
            found = _taken_from(draft) or nearest_place(
                draft.reading, draft.match.first, draft.match.last, _distant_source(draft)
            )
            if found is not None and found not in (*roles.actors, *roles.targets):
                struck = any(target.span.contains(found.span) for target in roles.targets)
                roles.location, draft.evidence = found, PlaceEvidence.TARGET if struck else PlaceEvidence.SENTENCE
            else:
                roles.location, draft.evidence = _struck(roles.targets), PlaceEvidence.TARGET


def _taken_from(draft: Draft) -> EventArgument | None:
    """Where who is abducted was: "abducted FROM CHIBOK in 2014"."""
    match, reading = draft.match, draft.reading
    if draft.row.type is not EventType.KIDNAPPING or match.trigger.pos != "v":
        return None
    clause = range(match.last, min(match.last + _NEAR, reading.last - 1))
    at = next((k for k in clause if reading.view.words[k] == "from" or reading.classes[k] in "vx.,"), -1)
    return place_name(reading, at + 1) if at >= 0 and reading.view.words[at] == "from" else None


def _struck(targets: Sequence[EventArgument]) -> EventArgument | None:
    """The first target that is a place by its name: "the village of Dorn", "Kalma village"."""
    return next((target for target in targets if _is_settlement(target.name)), None)


def _is_settlement(name: str) -> bool:
    words = name.casefold().split()
    return not name.islower() and not nouns("named-place").isdisjoint((words[0], words[-1]))


def _distant_source(draft: Draft) -> range:
    """The tokens of who tells of an event, unless on the spot: "diplomats in Cairo", not "police in Dorn"."""
    source = None if draft.attribution is None else draft.attribution.source
    if source is None or source.contains(draft.mentions[0]):
        return range(0)
    reading = draft.reading
    tokens = reading.view.tokens_in(source)
    phrase = phrase_at(reading.syntax, tokens.start) if reading.first <= tokens.start < reading.last else None
    head = "" if phrase is None else reading.view.words[phrase.head]
    return range(0) if head in nouns("local", "protester", "crowd") else tokens


def nearest_place(reading: Reading, first: int, last: int, aside: range) -> EventArgument | None:
    """The named place that the sentence tells nearest to tokens ``first`` up to ``last``, one behind them first.

    None of those that stand ``aside``.
    """
    for at in (
        *range(last, min(last + _FAR, reading.last - 1)),
        *range(first - 1, max(first - _FAR, reading.first) - 1, -1),
    ):
        word, before = reading.view.words[at], reading.view.words[at - 1]
        if at in aside:
            continue
        if reading.classes[at] == "p" and (word in _SETTLED or (word == "of" and before in _placed_by_of())):
            found = place_name(reading, at + 1)
            if found is not None:
                return found
    return None


@cache
def _placed_by_of() -> frozenset[str]:
    """What stands before "of" and a place: "residents of Dorn", "the village of Dorn", "southeast of Dorn"."""
    return nouns("inhabitant", "named-place") | word_sets("place_parts", "word", "class")["part"]


def place_name(reading: Reading, at: int) -> EventArgument | None:
    """The place whose name begins at token ``at``; None where no name stands, or one that is of something else."""
    phrase = phrase_at(reading.syntax, at)
    found = None if phrase is None else place(reading, phrase)
    if found is None or not any(letter.isupper() for letter in found.name):
        return None
    mention = reading.names.get(reading.view.token_at(found.span.start))
    return None if mention is not None and mention.kind in _NO_PLACES else found
