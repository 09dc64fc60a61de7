"""Negation by who takes part: "nobody burned the church", "none of the soldiers were killed"."""

from __future__ import annotations

from conflictnews.extractors.events.codes import codes
from conflictnews.extractors.events.roles import Roles
from conflictnews.extractors.events.sentence import Reading
from conflictnews.extractors.events.triggers import Match
from conflictnews.text.subjects import subject_of

__all__ = ["by_nobody", "harms_none", "none_does", "of_none"]

_CLAUSE_ENDS = frozenset({"and", "but", ",", ";"})
_NOBODY = frozenset({"no", "nobody", "none", "nor", "neither", "not", "never"})
_NO = frozenset({"no", "nobody", "none", "neither"})
_NEAR = 8
_BOUNDING = frozenset({"fewer", "less", "more", "longer", "later"})
"""What makes a bound of a "no": "NO FEWER than 35 bandits were killed"."""


def of_none(reading: Reading, roles: Roles) -> bool:
    """ "none of the soldiers were killed": it happened to nobody."""
    for argument in roles.targets[:1]:
        first = reading.view.token_at(argument.span.start)
        before = reading.view.words[max(reading.first, first - 3) : first]
        if before[-1:] == ["no"] or "none" in before or "neither" in before:
            return True
    return False


def none_does(reading: Reading, verb: int) -> bool:
    """ "Nobody burned the church", "none of the rebels attacked", "neither A nor B attacked": it was done by nobody."""
    subject = subject_of(reading.syntax, verb)
    if subject is None or subject.how != "d":
        return False
    words = reading.view.words
    chunk = reading.syntax.chunk(min([subject.at, *(phrase.first for phrase in subject.phrases)]))
    first = subject.at if chunk is None else chunk.first
    begin = max(reading.first, verb - _NEAR)
    neither = "neither" in words[begin:verb] and "nor" in words[begin:verb]
    of_none = words[max(reading.first, first - 2) : first] in (["none", "of"], ["neither", "of"])
    last = max((phrase.last for phrase in subject.phrases), default=subject.at + 1)
    return of_none or neither or _holds(reading, _NO, first, last)


def harms_none(reading: Reading, match: Match, roles: Roles) -> bool:
    """Whether a word of harm says that it was done to nobody."""
    meant = codes().get(match.trigger.code)
    if meant is None or meant.deed != "harm":
        return False
    return of_none(reading, roles) or (not roles.targets and by_nobody(reading, match, roles))


def by_nobody(reading: Reading, match: Match, roles: Roles) -> bool:
    """ "No group has claimed responsibility": nobody has."""
    first = reading.view.token_at(roles.actors[0].span.start) if roles.actors else match.first
    clause = first
    while clause > max(reading.first, first - 4) and reading.view.words[clause - 1] not in _CLAUSE_ENDS:
        clause -= 1
    insertion = (at for at in range(first, match.first) if reading.classes[at] == "w")  # "the man, who was not armed,"
    return _holds(reading, _NOBODY, clause, next(insertion, match.first))


def _holds(reading: Reading, negative: frozenset[str], first: int, last: int) -> bool:
    """Whether a word among some tokens says that nobody is meant, and is no part of a bound."""
    words = reading.view.words
    return any(
        words[at] in negative and words[at + 1] not in _BOUNDING for at in range(first, min(last, reading.last - 1))
    )
