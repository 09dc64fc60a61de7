"""compare: what several articles share, copy and contradict."""

from __future__ import annotations

from collections.abc import Iterable

from conflictnews.types import Article, ComparedArticle, Comparison

__all__ = ["compare"]


def compare(articles: Iterable[Article]) -> Comparison:
    """Find what several articles share, copy and contradict.

    Anything but an iterable of Articles is a ``TypeError``.
    """
    given = _checked(articles)
    return Comparison(articles=tuple(map(_compared, given)))


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
