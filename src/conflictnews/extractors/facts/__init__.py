"""Facts: quantities, what is counted, in which role."""

from conflictnews.extractors.facts.extractor import FactExtractor

__all__ = ["FactExtractor"]
