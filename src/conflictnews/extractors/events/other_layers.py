"""Other layers: casualties, dates and attributions, given to the events that they belong to."""

from __future__ import annotations

from bisect import bisect_right

from conflictnews.extractors.events.appositions import is_apposed
from conflictnews.extractors.events.draft import Draft
from conflictnews.extractors.story import Covered
from conflictnews.text import TextView
from conflictnews.text.closed_words import closed_words
from conflictnews.text.nouns import nouns
from conflictnews.types import (
    Attribution,
    Block,
    BlockKind,
    DateRef,
    DateType,
    EventStatus,
    EventType,
    Layers,
    NumericFact,
    Role,
    Span,
)

__all__ = ["attach"]

_DENIALS = frozenset({"deny", "denied", "denies", "denying", "disputed", "refuted"})
_RANKS = frozenset("deadliest bloodiest worst biggest largest heaviest highest lowest first most fewest".split())
_LEAD = 2
"""Words that may stand before a date with which a sentence begins: "on", "late on"."""
_PAUSE = 2
"""Characters between a date and the source that it stands before."""
_CLAUSE = 16
_RELATIVES = frozenset({"who", "which", "whose"})
_ENDING = _RELATIVES | {","}
_VAGUE = frozenset({"PRESENT_REF", "PAST_REF", "FUTURE_REF"})


def attach(view: TextView, done: Layers, drafts: list[Draft]) -> None:
    """Give each draft the killed and injured, the date and the attribution that stand with it."""
    if not drafts:
        return
    facts = [fact for fact in done.get("facts", NumericFact) if fact.role in (Role.KILLED, Role.INJURED)]
    if facts:
        _casualties(view, facts, [draft for draft in drafts if draft.violent or draft.code == "repression"])
    attributions = done.get("attributions", Attribution)
    if attributions:
        _attributions(view, attributions, drafts)
    filed = Covered(block.span for block in done.get("blocks", Block) if block.kind is BlockKind.DATELINE)
    dates = [
        date
        for date in done.get("dates", DateRef)
        if date.type in (DateType.DATE, DateType.TIME) and date.value not in _VAGUE and not _is_clock(date)
        if date.span.start not in filed  # the day of filing is no event's
    ]
    if dates:
        _dates(view, dates, drafts)


def _is_clock(date: DateRef) -> bool:
    """Whether only the hour is told: "at 1am", "13:30"."""
    unresolved = date.type is DateType.TIME and date.value is None
    return unresolved and date.text[:1].isdigit() and date.text[-1:].lower() in "m0123456789."


def _casualties(view: TextView, facts: list[NumericFact], drafts: list[Draft]) -> None:
    """A toll belongs to the violent event of its sentence that those who are counted suffer, else to the nearest.

    Who was "beaten before being shot dead" was killed by the shot.
    """
    by_sentence = _by_sentence(drafts)
    for fact in facts:
        first = view.sentence_of(min(view.token_at(fact.span.start), len(view) - 1))[0]
        near = by_sentence.get(first)
        if not near:
            continue
        draft = min(near[:32], key=lambda one: (_rank(one, fact), _distance(one, fact.span)))
        if _suffers(draft, fact) or not _is_occasion(view, draft, fact):
            (draft.killed if fact.role is Role.KILLED else draft.injured).append(fact)


def _by_sentence(drafts: list[Draft]) -> dict[int, list[Draft]]:
    """The drafts of each sentence that tells of any, by its first token."""
    by_sentence: dict[int, list[Draft]] = {}
    for draft in drafts:
        by_sentence.setdefault(draft.reading.first, []).append(draft)
    return by_sentence


def _rank(draft: Draft, fact: NumericFact) -> int:
    """How well a toll fits an event: 0 where it killed those who are counted as killed, 2 where they suffer nothing."""
    if not _suffers(draft, fact):
        return 2
    return int(fact.role is Role.KILLED and draft.row.type is not EventType.KILLING)


def _suffers(draft: Draft, fact: NumericFact) -> bool:
    """Whether those who are counted are a target of the event: "12 people were killed by rioters".

    So is one who is named behind his role: "the mayor of Kaya, Omar Dorn, was killed".
    """
    text, targets = draft.reading.view.text, draft.roles.targets
    if any(fact.span.contains(target.span) for target in targets):
        return True
    return fact.value == 1 and any(is_apposed(text, fact.span.end, target.span.start) for target in targets)


def _is_occasion(view: TextView, draft: Draft, fact: NumericFact) -> bool:
    """Whether a toll is why an event before it took place: "burned a bus following the death of two students"."""
    words, at = view.words, view.token_at(fact.span.start)
    if draft.match.first >= at:
        return False
    if words[at - 1] == "of" and words[at - 2] in nouns("harm"):
        at -= 2
        while at > draft.match.last and words[at - 1] in closed_words("determiner"):
            at -= 1
    return words[at - 1] in closed_words("occasion")


def _dates(view: TextView, dates: list[DateRef], drafts: list[Draft]) -> None:
    """A date belongs to the nearest event of its sentence; a year that says which ("the 2015 deal") to none.

    What is told "on Monday" need not have happened then.
    """
    by_sentence = _by_sentence(drafts)
    pairs: list[tuple[int, int, Draft, DateRef]] = []
    leading: dict[int, list[Draft]] = {}
    for number, date in enumerate(dates):
        at = min(view.token_at(date.span.start), len(view) - 1)
        first = view.sentence_of(at)[0]
        told = by_sentence.get(first, [])
        if view.words[at - 1] == "by" and at - 1 > first:
            continue  # "demanding their wages by June 10"
        aside = _relative_clause(view, at)
        near = [draft for draft in told[:32] if not _tells_of_the_saying(draft, date) and _beside(draft, aside)]
        if near and not _only_compares(view, date, at):
            leads = at - first <= _LEAD
            draft = min(near, key=lambda one: (leads and one.roles.reduced, _distance(one, date.span)))
            pairs.append((_distance(draft, date.span), number, draft, date))
            if leads:
                leading[number] = told
    pairs.sort(key=lambda pair: pair[:2])
    for _, _, draft, date in pairs:
        if draft.date is None:
            draft.date = date
    for _, number, _, date in pairs:
        _date_all(date, leading.get(number, []))


def _date_all(date: DateRef, told: list[Draft]) -> None:
    """A date with which a sentence begins is that of all that it tells: "On Monday, rebels burned shops and fled"."""
    for draft in told[:32]:
        if draft.date is None and draft.match.trigger.pos == "v" and not draft.roles.reduced:
            draft.date = date


def _only_compares(view: TextView, date: DateRef, at: int) -> bool:
    """Whether a year tells of something else: "the 2015 deal", "the deadliest since 2017"."""
    before = view.words[max(at - 4, 0) : at]
    if before[-1:] == ["since"] and not _RANKS.isdisjoint(before):
        return True
    return date.text.isdigit() and bool(before) and before[-1] not in ("in", "since", "during", "by")


def _tells_of_the_saying(draft: Draft, date: DateRef) -> bool:
    """Whether a date stands beside the cue of the attribution that tells of an event, outside of what is told."""
    attribution = draft.attribution
    if attribution is None:
        return False
    gap = attribution.span.start - date.span.end
    if 0 < gap <= _PAUSE and _had(draft):
        return True  # "on Tuesday a station reported that rebels had killed"
    if not attribution.span.contains(date.span):
        return False
    return not any(part.contains(date.span) for part in attribution.content)


def _had(draft: Draft) -> bool:
    """Whether it is told as past already: "had killed", "had been killed"."""
    verb = draft.match.first
    return draft.match.trigger.pos == "v" and "had" in draft.reading.view.words[max(0, verb - 3) : verb]


def _relative_clause(view: TextView, at: int) -> range:
    """The clause of "who", "which" or "whose" that holds a token, up to its comma: "who retired in 1999,"."""
    first, last = view.sentence_of(at)
    words = view.words
    begin = next((k for k in range(at - 1, max(first, at - _CLAUSE), -1) if words[k] in _ENDING), first)
    end = next((k for k in range(at, min(last, at + _CLAUSE)) if words[k] == ","), last)
    return range(begin, end) if words[begin] in _RELATIVES and (end < last or words[begin - 1] == ",") else range(0)


def _beside(draft: Draft, clause: range) -> bool:
    """Whether an event is told in a clause, if there is any."""
    return not clause or draft.match.first in clause


def _is_denied(view: TextView, draft: Draft, attribution: Attribution) -> bool:
    """Whether what the verb tells is the content of a denial: "he denied that the army bombed the town"."""
    cue = attribution.cue
    return (
        draft.match.trigger.pos == "v"
        and cue is not None
        and not _DENIALS.isdisjoint(cue.of(view.text).lower().split())
    )


def _distance(draft: Draft, span: Span) -> int:
    """Characters between a span and the nearest mention."""
    return min(abs(mention.start - span.start) for mention in draft.mentions)


def _attributions(view: TextView, attributions: tuple[Attribution, ...], drafts: list[Draft]) -> None:
    """The smallest attribution whose content holds the trigger."""
    parts = sorted(
        ((span, attribution) for attribution in attributions for span in attribution.content), key=lambda part: part[0]
    )
    starts = [span.start for span, _ in parts]
    for draft in drafts:
        trigger: Span = draft.mentions[0]
        at = bisect_right(starts, trigger.start)
        holding = [part for part in parts[max(0, at - 12) : at] if part[0].contains(trigger)]
        if holding:
            draft.attribution = min(holding, key=lambda part: len(part[0]))[1]
            if draft.status is EventStatus.OCCURRED and _is_denied(view, draft, draft.attribution):
                draft.status = EventStatus.DENIED
