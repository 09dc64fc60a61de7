"""Disagreements: what articles say on one matter, and whether it can all be right."""

from __future__ import annotations

from collections.abc import Sequence

from conflictnews.comparison.accounts import account_disagreements
from conflictnews.comparison.alterations import altered_sentences
from conflictnews.comparison.casualties import toll_disagreements
from conflictnews.comparison.drafts import Draft
from conflictnews.comparison.drift import drifted_figures
from conflictnews.comparison.fates import fate_disagreements
from conflictnews.comparison.quantities import quantity_disagreements
from conflictnews.comparison.sentences import StorySentence
from conflictnews.comparison.tolls import Tolls
from conflictnews.comparison.utterances import utterance_disagreements
from conflictnews.types import Article
from conflictnews.types.comparison import CopiedPassage, Disagreement, Incident, SharedQuote

__all__ = ["disagreements"]


def disagreements(
    articles: Sequence[Article],
    drafts: Sequence[Draft],
    tolls: Sequence[Tolls],
    incidents: Sequence[Incident],
    passages: Sequence[CopiedPassage],
    quotes: Sequence[SharedQuote],
    sentences: Sequence[StorySentence],
    home: Sequence[int],
) -> list[Disagreement]:
    """The tolls of each incident that differ, other accounts of it, then what copies and quotations have changed.

    ``drafts`` and ``tolls`` are the incidents as they were made, one for each of ``incidents``.
    """
    found = [
        disagreement
        for number, (incident, told) in enumerate(zip(incidents, tolls, strict=True))
        for disagreement in toll_disagreements(articles, number, incident, told.sure)
    ]
    for number, (incident, draft) in enumerate(zip(incidents, drafts, strict=True)):
        found += account_disagreements(articles, number, incident, draft)
        found += fate_disagreements(articles, number, incident)
    seen = {(item.article, item.fact) for disagreement in found for item in disagreement.items}
    found += drifted_figures(articles, passages, seen)
    found += quantity_disagreements(articles, sentences, home)
    found += altered_sentences(articles, passages)
    found += utterance_disagreements(articles, quotes)
    return found
