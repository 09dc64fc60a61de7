"""Attribution relations: source, cue and content as they stand."""

from conflictnews.extractors.relations.extractor import RelationExtractor

__all__ = ["RelationExtractor"]
