"""Disagreements: what articles say on one matter, and whether it can all be right."""

from __future__ import annotations

from collections.abc import Sequence

from conflictnews.comparison.casualties import toll_disagreements
from conflictnews.comparison.drift import drifted_figures
from conflictnews.comparison.incidents import Draft
from conflictnews.types import Article
from conflictnews.types.comparison import CopiedPassage, Disagreement, Incident

__all__ = ["disagreements"]


def disagreements(
    articles: Sequence[Article],
    drafts: Sequence[Draft],
    incidents: Sequence[Incident],
    passages: Sequence[CopiedPassage],
) -> list[Disagreement]:
    """The tolls of each incident that differ, then what copied sentences have changed.

    ``drafts`` are the incidents as they were made, one for each of ``incidents``.
    """
    found = [
        disagreement
        for number, (incident, draft) in enumerate(zip(incidents, drafts, strict=True))
        for disagreement in toll_disagreements(articles, number, incident, draft)
    ]
    seen = {(item.article, item.fact) for disagreement in found for item in disagreement.items}
    found += drifted_figures(articles, passages, seen)
    return found
