"""Specificity: whether a mention tells of an incident, or of violence in general, of a toll of years, of an accident.

Event coders code what happened at some time to somebody (ACLED's and MUC-4's unit); "attacks on students", "killed many
since 1980" and "the crash killed 120" tell of no such thing.
"""

from __future__ import annotations

from conflictnews.extractors.events.draft import Draft
from conflictnews.text.morphology import singular
from conflictnews.text.nouns import find_noun, nouns
from conflictnews.text.subjects import subject_of
from conflictnews.text.verb_groups import verb_group
from conflictnews.types import EventArgument, EventStatus

__all__ = ["is_incident"]

_TOLD = frozenset({EventStatus.OCCURRED, EventStatus.ATTEMPTED, EventStatus.THREATENED})
_HARM = frozenset({"killing", "assault"})
_MANY, _NEAR = 10000, 16
_SPANS = frozenset({"years", "months", "decades", "weeks"})
_LONG = frozenset({"day", "week", "month", "year", "decade"})
_LAST = frozenset("last past recent previous".split())
_EACH = frozenset({"each", "every", "per"})
_SINCE = frozenset("early late mid last the its his their it he she they".split())
_REGIMES = frozenset("war conflict offensive government regime administration dictatorship presidency rule".split())
_WARS = frozenset({"war", "conflict"})
_RANKS = frozenset("first second third fourth fifth largest biggest worst deadliest latest".split())


def is_incident(draft: Draft) -> bool:
    """Whether a draft of violence is told as something that happened at some time to somebody."""
    if not draft.violent or draft.status not in _TOLD:
        return True
    if _is_accident(draft):
        return False
    if draft.claimed_by is not None or (draft.definite and not _is_of_many(draft)):
        return True
    dated = draft.date is not None and len(draft.date.value or "") >= len("2021-02-15")
    if not dated and (_is_toll(draft) or _spans_years(draft)):
        return False
    anchored = draft.roles.location or draft.roles.weapons or draft.date or draft.killed or draft.injured
    return bool(anchored) or not _is_general(draft)


def _is_accident(draft: Draft) -> bool:
    """ "the crash killed 120", "died in the earthquake": nobody did it."""
    roles, reading = draft.roles, draft.reading
    if draft.code not in _HARM or roles.weapons or roles.actors:
        return False
    first, last = max(reading.first, draft.match.first - 6), min(reading.last, draft.match.last + 10)
    return not nouns("accident").isdisjoint(reading.view.words[first:last])


def _is_toll(draft: Draft) -> bool:
    """So many die in wars, not in incidents."""
    return any((fact.value or fact.low or 0) >= _MANY for fact in draft.killed)


def _spans_years(draft: Draft) -> bool:
    """ "since 1980", "in the last five years", "every year", "during the war"; not "the largest since 1980"."""
    reading, match = draft.reading, draft.match
    first, last = max(reading.first, match.first - _NEAR), min(reading.last, match.last + _NEAR)
    words = reading.view.words[first:last]
    return _RANKS.isdisjoint(words) and any(_is_period(words, at) for at in range(len(words)))


def _is_period(words: list[str], at: int) -> bool:
    word, behind = words[at], words[at + 1 : at + 5]
    if word == "since":
        return any(len(other) == len("1980") and other.isdigit() for other in behind) or not _SINCE.isdisjoint(
            behind[:1]
        )
    if word in ("in", "during", "over", "for") and not _SPANS.isdisjoint(behind):
        return not _LAST.isdisjoint(behind) or (word in ("in", "during") and behind[0][:1].isdigit())
    if word == "in" and not _WARS.isdisjoint(behind):
        return True
    if word == "during":
        return not _REGIMES.isdisjoint(behind)
    return (word in _EACH and not _LONG.isdisjoint(behind[:1])) or (word == "far" and behind[:2] == ["this", "year"])


def _is_general(draft: Draft) -> bool:
    """Nobody in particular suffers, and the verb tells of a habit, or there is only a noun."""
    roles = draft.roles
    if (roles.targets and not _is_of_many(draft)) or (draft.counted and roles.actors):
        return False  # "the coalition conducted ten strikes"
    if draft.match.trigger.pos == "n":
        named = any(actor.name[:1].isupper() for actor in roles.actors)  # "has responded with airstrikes"
        bare = draft.bare and not _is_fragment(draft)
        return not (named or draft.happens) and (bool(roles.targets) or draft.plural or bare)
    return draft.match.trigger.pos == "v" and _is_habit(draft)


def _is_fragment(draft: Draft) -> bool:
    """Whether a note or headline is nothing but the noun: "Armed CLASH between two rival gangs"."""
    reading = draft.reading
    head = not any(tag in "VMBDPN" for tag in reading.syntax.tags[reading.first : draft.match.first])
    return head and not any(kind in "vx" for kind in reading.classes[draft.match.last : reading.last])


def _is_of_many(draft: Draft) -> bool:
    """Whether it is told of nobody but bare plurals: "the murder of activists"."""
    return bool(draft.roles.targets) and all(_is_many(draft, target) for target in draft.roles.targets)


def _is_many(draft: Draft, argument: EventArgument) -> bool:
    """Whether a participant is a bare plural: "activists", "human beings"; not "the activists", "12 activists"."""
    syntax, view = draft.reading.syntax, draft.reading.view
    chunk = syntax.chunk(view.token_at(argument.span.start))
    if chunk is None or chunk.core > chunk.first or syntax.tags[chunk.head] == "P":
        return False
    if chunk.first > syntax.first + 1 and view.words[chunk.first - 2] in nouns("measure"):
        return False  # "dozens of women"
    noun = find_noun(view.words[chunk.head])
    return noun.plural if noun is not None else singular(view.words[chunk.head]) != view.words[chunk.head]


def _is_habit(draft: Draft) -> bool:
    """Whether a verb in the present tells what somebody is known for: "those who attack students"."""
    syntax, verb = draft.reading.syntax, draft.match.first
    if verb_group(syntax, verb).tense != "present":
        return False
    subject = subject_of(syntax, verb)
    return subject is not None and subject.how == "w"
