"""Dates that stand alone before what happened then: "28 APRIL. Rioters burned cars in Dorn."."""

from __future__ import annotations

from collections.abc import Sequence

from conflictnews.extractors.events.draft import Draft, by_sentence
from conflictnews.text import TextView
from conflictnews.types import DateRef

__all__ = ["give_heading_dates"]

_SENTENCES = 6
"""Sentences of a paragraph that a date before them may date."""


def give_heading_dates(view: TextView, dates: Sequence[DateRef], drafts: list[Draft]) -> None:
    """Give the day that is a sentence by itself to the events behind it in its paragraph that tell no day."""
    told: dict[int, list[Draft]] | None = None
    for date in dates:
        tokens = view.tokens_in(date.span)
        first, last = view.sentence_of(tokens.start) if len(tokens) > 0 else (0, 0)
        if not first < last or not _stands_alone(view, tokens, first, last):
            continue
        told = by_sentence(drafts) if told is None else told
        number = view.sentence_number(first)
        for behind in view.sentences[number + 1 : number + 1 + _SENTENCES]:
            if "\n" in view.text[date.span.end : view.starts[behind[0]]]:
                break
            for draft in told.get(behind[0], []):
                draft.date = draft.date or date


def _stands_alone(view: TextView, date: range, first: int, last: int) -> bool:
    """Whether nothing but marks stands in a sentence beside the date."""
    beside = [*view.words[first : date.start], *view.words[date.stop : last]]
    return len(date) > 1 and not any(word[0].isalnum() for word in beside)
