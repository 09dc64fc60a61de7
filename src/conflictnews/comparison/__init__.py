"""Across articles: the same quotation, the copied sentence, the figures that differ."""

from conflictnews.comparison.compare import compare
from conflictnews.comparison.keys import StoryKey, story_groups, story_keys

__all__ = ["StoryKey", "compare", "story_groups", "story_keys"]
