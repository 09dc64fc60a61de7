"""Specificity: whether a mention tells of an incident, or of violence in general, of a toll of years, of an accident.

Event coders code what happened at some time to somebody (ACLED's and MUC-4's unit); "those who attack students",
"15,000 people were killed since 1980" and "the crash killed 120" tell of no such thing.
"""

from __future__ import annotations

from functools import cache

from conflictnews.extractors.events.draft import Draft
from conflictnews.extractors.events.names import head_of
from conflictnews.lexicons.table import word_sets
from conflictnews.text.morphology import strong_pasts
from conflictnews.text.nouns import nouns
from conflictnews.types import EventArgument, EventStatus

__all__ = ["is_incident"]

_TOLD = frozenset({EventStatus.OCCURRED, EventStatus.ATTEMPTED, EventStatus.THREATENED})
_HARM = frozenset({"killing", "assault"})
_MANY, _FEW = 500, 12
_NEAR = 16
_SPECIFIED = frozenset(
    "the these those this that his her their its several some many both other another two three four five six seven "
    "eight nine ten dozens hundreds thousands than least about".split()
)
_SPANS = frozenset({"years", "months", "decades", "weeks"})
_LONG = frozenset({"day", "week", "month", "year", "decade"})
_LAST = frozenset("last past recent previous".split())
_EACH = frozenset({"each", "every", "per"})
_SINCE = frozenset("early late mid last the its his their it he she they".split())
_REGIMES = frozenset("war conflict offensive government regime administration dictatorship presidency rule".split())
_WARS = frozenset({"war", "conflict", "violence"})
_RANKS = frozenset("first second third fourth fifth largest biggest worst deadliest latest".split())
_GOING_ON = frozenset("is are am 're be been stop halt keep keeps continue continues without avoid".split())
_PEOPLE = frozenset("people men women children personnel police".split())
_CHARGES = frozenset("count counts charge charges".split())
_OBJECTS = frozenset("him her them us it".split())


@cache
def _months() -> frozenset[str]:
    return word_sets("time_words", "word", "class")["noun"]


def is_incident(draft: Draft) -> bool:
    """Whether a draft of violence is told as something that happened at some time to somebody."""
    if not draft.violent or draft.status not in _TOLD:
        return True
    if _is_accident(draft) or _is_charge(draft):
        return False
    if draft.claimed_by is not None or (draft.definite and not _is_of_many(draft)):
        return True
    dated = draft.date is not None and len(draft.date.value or "") >= len("2021-02-15")
    if not dated and (_is_toll(draft) or _is_tally(draft) or _spans_years(draft)):
        return False
    anchored = draft.roles.location or draft.roles.weapons or draft.date or draft.killed or draft.injured
    return bool(anchored) or not _is_general(draft)


def _is_accident(draft: Draft) -> bool:
    """ "the crash killed 120", "died in the earthquake": nobody did it."""
    roles, words = draft.roles, draft.reading.view.words
    if draft.code not in _HARM or roles.weapons:
        return False
    if roles.actors:
        return False
    near = words[max(draft.reading.first, draft.match.first - 6) : min(draft.reading.last, draft.match.last + 10)]
    return not nouns("accident").isdisjoint(near)


def _is_charge(draft: Draft) -> bool:
    """ "two counts of kidnapping": what somebody is charged with, not on whom it was done."""
    reading, first = draft.reading, draft.match.first
    words = reading.view.words
    if draft.match.trigger.pos != "n" or draft.roles.targets:
        return False
    ofs = [at for at in range(max(reading.first + 1, first - 3), first) if words[at] == "of"]
    return any(words[at - 1] in _CHARGES for at in ofs)


def _is_toll(draft: Draft) -> bool:
    """So many die in wars, not in incidents."""
    return any((fact.value or fact.low or 0) >= _MANY for fact in draft.killed)


def _is_tally(draft: Draft) -> bool:
    """ "143 assassinations", "13 bank robberies": a statistic."""
    reading, first = draft.reading, draft.match.first
    if draft.match.trigger.pos != "n" or not draft.plural or first <= reading.first:
        return False
    before = [word for word in reading.view.words[max(reading.first, first - 3) : first] if word[0].isdigit()]
    return any(word.isdecimal() and word.isascii() and len(word) > 1 and int(word[:4]) > _FEW for word in before)


def _spans_years(draft: Draft) -> bool:
    """ "since 1980", "in the last five years", "every year", "during the war"; not "the largest since 1980"."""
    reading, match = draft.reading, draft.match
    first, last = max(reading.first, match.first - _NEAR), min(reading.last, match.last + _NEAR)
    words = reading.view.words[first:last]
    if not _RANKS.isdisjoint(words):
        return False
    return any(_is_period(words, at) for at in range(len(words)))


def _is_period(words: list[str], at: int) -> bool:
    word, behind = words[at], words[at + 1 : at + 5]
    if word == "since":
        return bool(behind) and (behind[0][:1].isdigit() or behind[0] in _SINCE or behind[0] in _months())
    if word in ("in", "during", "over", "for") and not _SPANS.isdisjoint(behind):
        return not _LAST.isdisjoint(behind) or (word in ("in", "during") and behind[0][:1].isdigit())
    if word == "in" and not _WARS.isdisjoint(behind):
        return True
    if word == "during":
        return not _REGIMES.isdisjoint(behind)
    return (word in _EACH and not _LONG.isdisjoint(behind[:1])) or (word == "far" and behind[:2] == ["this", "year"])


def _is_general(draft: Draft) -> bool:
    """Nobody in particular suffers, and the verb tells of a habit, or there is only a noun or a participle."""
    if _of_whoever(draft) and _is_habit(draft):
        return True
    if draft.roles.targets and not _is_of_many(draft):
        return False
    if draft.match.trigger.pos == "n":
        named = any(actor.name[:1].isupper() for actor in draft.roles.actors)  # "has responded with airstrikes"
        return not named and (bool(draft.roles.targets) or draft.plural or draft.bare)
    return draft.match.trigger.pos == "v" and _is_habit(draft)


def _of_whoever(draft: Draft) -> bool:
    """ "those who murder", "a government that bombs its people": told of a kind of people, not of somebody."""
    reading, at = draft.reading, draft.match.first
    return at > reading.first and reading.view.words[at - 1] in ("who", "that", "which")


def _is_of_many(draft: Draft) -> bool:
    """Whether it is told of nobody but bare plurals: "the murder of activists"."""
    return bool(draft.roles.targets) and all(_is_many(draft, target) for target in draft.roles.targets)


def _is_habit(draft: Draft) -> bool:
    """A verb in the present, an infinitive, "is killing", "stop killing"; not "killing him"."""
    reading, at = draft.reading, draft.match.first
    words = reading.view.words
    if words[at + 1 : at + 2] and words[at + 1] in _OBJECTS:
        return False
    tag = reading.view.tags_in(reading.first, reading.last)[at - reading.first]
    if tag == "G":
        return True
    return tag == "B" or (tag == "V" and not words[at].endswith("ed") and words[at] not in strong_pasts())


def _is_many(draft: Draft, argument: EventArgument) -> bool:
    """Whether a participant is a bare plural: "activists", "human beings"; not "the activists", "12 activists"."""
    view = draft.reading.view
    first, last = view.token_at(argument.span.start), view.token_at(argument.span.end - 1) + 1
    words = view.words[first:last]
    head = words[head_of(words)]
    plural = head in _PEOPLE or (head.endswith("s") and not head.endswith("ss"))
    if not plural or view.text[view.starts[last - 1]].isupper() or any(word[0].isdigit() for word in words):
        return False
    before = view.words[max(first - 2, 0) : first]
    if before[-1:] == ["of"]:
        before.pop()  # "dozens of women"
    return not (before and (before[-1] in _SPECIFIED or before[-1][0].isdigit()))
