"""Dates: TIMEX3 expressions and their values."""

from conflictnews.extractors.dates.extractor import DateExtractor

__all__ = ["DateExtractor"]
