"""Collection: articles with what they have in common, as one file holds them."""

from __future__ import annotations

import attrs

from conflictnews.types.article import Article
from conflictnews.types.comparison import Comparison

__all__ = ["Collection"]


@attrs.frozen
class Collection:
    """Articles and, where they were compared, their comparison: what ``--json FILE`` of the command line writes."""

    articles: tuple[Article, ...]
    comparison: Comparison | None = None
