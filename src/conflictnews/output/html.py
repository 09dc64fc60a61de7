"""to_html: a page (in the making)."""

from __future__ import annotations

from conflictnews.types import Article, Comparison

__all__ = ["to_html"]


def to_html(document: Article | Comparison) -> str:
    """One self-contained page."""
    raise NotImplementedError(type(document).__name__)
