"""Attributions: who each source is."""

from conflictnews.extractors.attributions.extractor import AttributionExtractor

__all__ = ["AttributionExtractor"]
