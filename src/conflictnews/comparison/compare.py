"""compare: what several articles share, copy and contradict."""

from __future__ import annotations

from collections.abc import Iterable

from conflictnews.comparison.actors import merged_actors
from conflictnews.comparison.disagreements import disagreements
from conflictnews.comparison.incidents import incidents
from conflictnews.comparison.passages import copied_passages
from conflictnews.comparison.quotes import shared_quotes
from conflictnews.types import Article
from conflictnews.types.comparison import (
    ComparedArticle,
    Comparison,
)

__all__ = ["compare"]


def compare(articles: Iterable[Article]) -> Comparison:
    """Find what several articles share, copy and contradict.

    Anything but an iterable of Articles is a ``TypeError``.
    """
    given = _checked(articles)
    passages = copied_passages(given)
    same = incidents(given)
    return Comparison(
        articles=tuple(map(_compared, given)),
        shared_quotes=tuple(shared_quotes(given)),
        copied_passages=tuple(passages),
        actors=tuple(merged_actors(given)),
        incidents=tuple(same),
        disagreements=tuple(disagreements(given, same, passages)),
    )


def _checked(articles: object) -> tuple[Article, ...]:
    if isinstance(articles, Article | str | bytes) or not isinstance(articles, Iterable):
        raise TypeError(f"compare takes a list of Articles, not {type(articles).__name__}")
    given = tuple(articles)
    for position, article in enumerate(given):
        if not isinstance(article, Article):
            raise TypeError(f"compare takes Articles (see parse), not {type(article).__name__} at position {position}")
    return given


def _compared(article: Article) -> ComparedArticle:
    title = article.title
    return ComparedArticle(
        id=article.id, source=article.source, published=article.published, title=title.text if title else None
    )
