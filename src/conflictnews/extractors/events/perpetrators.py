"""Perpetrators without a name: "the attackers fled", told behind an attack that says of nobody that they did it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from conflictnews.extractors.events.draft import Draft
from conflictnews.text import TextView
from conflictnews.text.nouns import nouns
from conflictnews.types import EventArgument, EventStatus

__all__ = ["name_perpetrators"]

_DETERMINERS = frozenset({"the", "these", "those"})
_SENTENCES, _MOST = 2, 8
_REAL = frozenset({EventStatus.OCCURRED, EventStatus.ATTEMPTED})


def name_perpetrators(view: TextView, drafts: list[Draft]) -> None:
    """Give a violent event without actors the "attackers", "gunmen", "kidnappers" of its sentence or the next one.

    They must be definite, and no other violent event may stand between.
    """
    positions = view.positions(nouns("perpetrator"))
    if not positions:
        return
    violent = sorted((draft for draft in drafts if draft.violent and draft.status in _REAL), key=_last_mention)
    for place, draft in enumerate(violent):
        if draft.roles.actors:
            continue
        first = view.token_at(_last_mention(draft))
        number = view.sentence_number(min(first, len(view) - 1))
        end = view.sentences[min(number + _SENTENCES - 1, len(view.sentences) - 1)][1]
        if place + 1 < len(violent):
            end = min(end, view.token_at(_last_mention(violent[place + 1])))
        near = positions[bisect_right(positions, first) : bisect_left(positions, end)][:_MOST]
        found = next((at for at in near if _is_definite(view, at)), None)
        if found is not None:
            draft.roles.actors.append(EventArgument(view.surface(found, found + 1), view.span(found, found + 1)))


def _last_mention(draft: Draft) -> int:
    return draft.mentions[-1].start


def _is_definite(view: TextView, at: int) -> bool:
    """Whether a definite determiner stands before, at most one word apart: "the armed attackers"."""
    return not _DETERMINERS.isdisjoint(view.words[max(0, at - 2) : at])
