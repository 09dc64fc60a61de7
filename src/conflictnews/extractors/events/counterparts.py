"""The other side of what is said, offered or threatened: a state or body named later in the clause."""

from __future__ import annotations

from conflictnews.extractors.events.names import party_at
from conflictnews.extractors.events.sentence import Reading
from conflictnews.text.closed_words import reporting_verbs
from conflictnews.types import EventArgument

__all__ = ["counterpart"]

_REACH = 24


def counterpart(reading: Reading, after: int, actors: list[EventArgument]) -> EventArgument | None:
    """The first state or body behind token ``after`` that is no actor: "willing to send arms to help SAUDI ARABIA".

    What a verb of saying ends ("…, officials said") does not count, nor what stands behind it.
    """
    words, classes = reading.view.words, reading.classes
    own = {argument.name for argument in actors}
    end = min(reading.last, after + _REACH)
    for i in range(after, end):
        if words[i] in reporting_verbs() and classes[i] == "v":
            return None
        if classes[i] == "r" and words[i - 1] in "([":
            continue  # the initials of "the Dorn Front (DF)"
        found = party_at(reading, i)
        if found is not None and any(_is_in(found, one) for one in actors):
            continue
        if found is not None and found.name not in own and not (_reports(reading, i) or _is_around(reading, i)):
            return found
    return None


def _is_in(found: EventArgument, actor: EventArgument) -> bool:
    """Whether a state or body is named in who acts: "surrounded by ISRAELI guards", "members of the DORN LEAGUE"."""
    return actor.span.contains(found.span) or f" {found.name} " in f" {actor.name} "


def _is_around(reading: Reading, at: int) -> bool:
    """Whether a state only tells where a town is: "in Doha, QATAR", "in NIGERIA's Borno state"."""
    words, tags = reading.view.words, reading.syntax.tags
    if at + 2 < reading.last and words[at - 1] == "in" and reading.classes[at + 1] == "s" and tags[at + 2] == "P":
        return True
    apposed = at - 3 >= reading.first and words[at - 1] == "," and tags[at - 2] == "P"
    return apposed and words[at - 3] in ("in", "at", "to")


def _reports(reading: Reading, at: int) -> bool:
    """Whether the name at ``at`` is who says so, behind a comma: ", Iran's foreign minister said"."""
    words, classes = reading.view.words, reading.classes
    for k in range(at, min(at + 8, reading.last)):
        if words[k] in reporting_verbs() and classes[k] == "v":
            return "," in words[max(reading.first, at - 4) : at]
    return False
