"""Entities: what the names of a text name, and who that is."""

from conflictnews.extractors.entities.extractor import EntityExtractor

__all__ = ["EntityExtractor"]
