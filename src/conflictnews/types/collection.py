"""Collection: articles with what they have in common, as one file holds them."""

from __future__ import annotations

import attrs

from conflictnews.types.article import Article
from conflictnews.types.comparison import Comparison

__all__ = ["Collection"]


@attrs.frozen
class Collection:
    """Articles and, where they were compared, their comparison: what ``--json FILE`` of the command line writes.

    >>> from conflictnews.types import Article
    >>> [article.id for article in Collection((Article(text="Hm.", id="a"),)).articles]
    ['a']
    """

    articles: tuple[Article, ...]
    comparison: Comparison | None = None
