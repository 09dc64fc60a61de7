"""Blocks: what each paragraph is on the page."""

from conflictnews.extractors.blocks.extractor import BlockExtractor

__all__ = ["BlockExtractor"]
