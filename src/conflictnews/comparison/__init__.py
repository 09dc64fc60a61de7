"""Across articles: the same quotation, the copied sentence, the figures that differ."""

from conflictnews.comparison.compare import compare

__all__ = ["compare"]
