"""Names: those of people, bodies, groups and places, their mentions merged."""

from conflictnews.extractors.names.extractor import NameExtractor

__all__ = ["NameExtractor"]
