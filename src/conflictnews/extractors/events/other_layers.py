"""Other layers: casualties, dates and attributions, given to the events that they belong to."""

from __future__ import annotations

from bisect import bisect_right

from conflictnews.extractors.events.appositions import is_apposed
from conflictnews.extractors.events.dating import give_dates
from conflictnews.extractors.events.draft import Draft, by_sentence, distance
from conflictnews.text import TextView
from conflictnews.text.closed_words import closed_words
from conflictnews.text.nouns import nouns
from conflictnews.types import (
    Attribution,
    EventStatus,
    EventType,
    Layers,
    NumericFact,
    Role,
    Span,
)

__all__ = ["attach"]

_DENIALS = frozenset({"deny", "denied", "denies", "denying", "disputed", "refuted"})


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
    give_dates(view, done, drafts)


def _casualties(view: TextView, facts: list[NumericFact], drafts: list[Draft]) -> None:
    """A toll belongs to the violent event of its sentence that those who are counted suffer, else to the nearest.

    Who was "beaten before being shot dead" was killed by the shot.
    """
    told = by_sentence(drafts)
    for fact in facts:
        first = view.sentence_of(min(view.token_at(fact.span.start), len(view) - 1))[0]
        near = told.get(first)
        if not near:
            continue
        draft = min(near[:32], key=lambda one: (_rank(one, fact), distance(one, fact.span)))
        if _suffers(draft, fact) or not _is_occasion(view, draft, fact):
            (draft.killed if fact.role is Role.KILLED else draft.injured).append(fact)


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


def _is_denied(view: TextView, draft: Draft, attribution: Attribution) -> bool:
    """Whether what the verb tells is the content of a denial: "he denied that the army bombed the town"."""
    cue = attribution.cue
    return (
        draft.match.trigger.pos == "v"
        and cue is not None
        and not _DENIALS.isdisjoint(cue.of(view.text).lower().split())
    )


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
