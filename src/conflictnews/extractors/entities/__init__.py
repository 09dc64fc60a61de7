"""Entities: names of people, bodies, groups and places, their mentions merged."""

from conflictnews.extractors.entities.extractor import EntityExtractor

__all__ = ["EntityExtractor"]
