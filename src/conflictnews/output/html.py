"""to_html: a page (in the making)."""

from __future__ import annotations

from collections.abc import Sequence

from conflictnews.types import Article, Comparison

__all__ = ["to_html"]


def to_html(document: Article | Comparison | Sequence[Article], *, comparison: Comparison | None = None) -> str:
    """One self-contained page."""
    raise NotImplementedError(type(document).__name__)
