"""Casualties, dates and attributions: what other layers found, given to the events that they belong to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from conflictnews.extractors.events.draft import Draft
from conflictnews.text import TextView
from conflictnews.types import Attribution, DateRef, Layers, NumericFact, Role, Span

__all__ = ["attach"]


def attach(view: TextView, done: Layers, drafts: list[Draft]) -> None:
    """Give each draft the killed and injured, the date and the attribution that stand with it."""
    if not drafts:
        return
    facts = [fact for fact in done.get("facts", NumericFact) if fact.role in (Role.KILLED, Role.INJURED)]
    if facts:
        _casualties(view, facts, [draft for draft in drafts if draft.violent])
    dates = sorted(done.get("dates", DateRef), key=lambda date: date.span)
    if dates:
        starts = [date.span.start for date in dates]
        for draft in drafts:
            draft.date = _date(view, dates, starts, draft)
    attributions = done.get("attributions", Attribution)
    if attributions:
        _attributions(attributions, drafts)


def _casualties(view: TextView, facts: list[NumericFact], drafts: list[Draft]) -> None:
    """A toll belongs to the nearest violent event of its sentence."""
    by_sentence: dict[int, list[Draft]] = {}
    for draft in drafts:
        by_sentence.setdefault(draft.reading.first, []).append(draft)
    for fact in facts:
        first = view.sentence_of(min(view.token_at(fact.span.start), len(view) - 1))[0]
        near = by_sentence.get(first)
        if not near:
            continue
        draft = min(near[:32], key=lambda one: abs(one.mentions[0].start - fact.span.start))
        (draft.killed if fact.role is Role.KILLED else draft.injured).append(fact)


def _date(view: TextView, dates: list[DateRef], starts: list[int], draft: Draft) -> DateRef | None:
    """The nearest date of the sentence that is a point in time."""
    reading, at = draft.reading, draft.mentions[0].start
    low = bisect_left(starts, view.starts[reading.first])
    high = bisect_right(starts, view.ends[reading.last - 1])
    near = [
        date
        for date in dates[max(low, bisect_left(starts, at) - 3) : min(high, bisect_left(starts, at) + 3)]
        if date.type in ("DATE", "TIME")
    ]
    return min(near, key=lambda date: (abs(date.span.start - at), date.span), default=None)


def _attributions(attributions: tuple[Attribution, ...], drafts: list[Draft]) -> None:
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
