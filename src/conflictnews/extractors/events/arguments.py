"""Arguments: who acts, on whom, where and with what, read from the frame of a trigger."""

from __future__ import annotations

from conflictnews.extractors.events.codes import codes
from conflictnews.extractors.events.counterparts import counterpart
from conflictnews.extractors.events.nominal_arguments import read_nominal
from conflictnews.extractors.events.roles import Frame, Roles, fill, fill_obliques, frames
from conflictnews.extractors.events.sentence import Reading
from conflictnews.extractors.events.suspects import named_by, suspects
from conflictnews.extractors.events.triggers import Match
from conflictnews.extractors.events.verbal_arguments import read_verbal
from conflictnews.text.clauses import objects_from
from conflictnews.text.closed_words import reporting_verbs
from conflictnews.text.phrases import Phrase
from conflictnews.text.reduced_relatives import main_verb_behind
from conflictnews.text.subjects import subjects_of

__all__ = ["read_roles"]

_SIDES = frozenset({"source", "culprit", "target"})
_ONE_SIDED = frozenset({"", "ASSAULT", "PROTEST", "ACCUSE"})
"""Modes of PLOVER of what is done to somebody, or said of him: what else the clause names has no part in it."""


def read_roles(reading: Reading, match: Match) -> Roles:
    """The roles around one trigger."""
    frame, roles = frames()[match.trigger.frame], Roles()
    if match.trigger.pos == "v":
        read_verbal(reading, match, frame, roles)
    elif match.trigger.pos == "n":
        read_nominal(reading, match, frame, roles)
    else:
        _fixed(reading, match, frame, roles)
    meant = any(role == "target" for role, _ in roles.pronouns)  # "arrested HIM in Sudan"
    if roles.actors and not (roles.targets or meant) and _wants_other_side(match, frame):
        found = counterpart(reading, match.last, roles.actors)
        roles.targets += [] if found is None else [found]
    if not (roles.reduced or roles.pronoun or _only_describes(reading, match)):
        roles.actors = roles.actors or roles.moved  # not "they sent troops"
    return roles


def _only_describes(reading: Reading, match: Match) -> bool:
    """Whether a participle says which forces are meant: "the troops STATIONED in the town were attacked"."""
    return match.trigger.pos == "v" and main_verb_behind(reading.syntax, match.first) is not None


def _wants_other_side(match: Match, frame: Frame) -> bool:
    """Whether the event is dealt between two parties."""
    if match.trigger.code not in codes() or codes()[match.trigger.code].plover in _ONE_SIDED:
        return False
    return not _SIDES.isdisjoint((frame.object, *frame.prepositions.values()))


def _fixed(reading: Reading, match: Match, frame: Frame, roles: Roles) -> None:
    """A fixed phrase: what stands before, also past "is" and "has been", and what stands behind."""
    for phrase in _before_fixed(reading, match):
        fill(reading, roles, frame.subject, phrase)
    if frame.object:
        for phrase in objects_from(reading.syntax, match.last):
            fill(reading, roles, frame.object, phrase)
    if match.trigger.frame == "must" and roles.targets:
        for phrase in _who_says(reading, match.first):
            fill(reading, roles, "actor", phrase)
    fill_obliques(reading, match.last, match.last, frame, roles)


def _before_fixed(reading: Reading, match: Match) -> list[Phrase]:
    """The subject of a fixed phrase; of blame whom its noun, or the noun before it, is said of."""
    frame = match.trigger.frame
    if frame not in ("blamed", "agent-noun"):
        return subjects_of(reading.syntax, match.first)
    if reading.classes[match.first] != "n":
        return [named_by(reading, phrase) for phrase in subjects_of(reading.syntax, match.first)]
    found = suspects(reading, match.first)
    return [phrase for phrase in found if frame == "blamed" or phrase.head != match.first]  # not "the killers"


def _who_says(reading: Reading, at: int) -> list[Phrase]:
    """The subject of the verb of saying before: "Russia said on Tuesday that Sudan must"."""
    classes, words = reading.classes, reading.view.words
    for k in range(at - 1, max(reading.first, at - 20), -1):
        if words[k] in reporting_verbs() and classes[k] in "vem":
            return subjects_of(reading.syntax, k)
    return []
