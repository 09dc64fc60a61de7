"""Events: what happened, to whom, where and by whom."""

from conflictnews.extractors.events.extractor import EventExtractor

__all__ = ["EventExtractor"]
