"""Where a text gives a place by its latitude and longitude, whose numbers count nothing."""

from __future__ import annotations

import regex

from conflictnews.text import TextView
from conflictnews.types import Span

__all__ = ["coordinates"]

_PATTERN = regex.compile(
    r"""
    (?<![\d.])
    (?: [-−+]?\d{1,3}+(?:\.\d{1,12}+)?+\s?°                                # 34.5553° N
        (?: \s?\d{1,2}+(?:\.\d{1,8}+)?+\s?[′'’]                             # 33°30′N
            (?: \s?\d{1,2}+(?:\.\d{1,8}+)?+\s?(?:[″”"]|'') )?+ )?+          # 33°30′21″N
        \s?[NSEW]\b
      | (?P<decimal> [-−+]?\d{1,3}+\.\d{4,12}+) \s?[,;/]\s? (?&decimal) (?![\d%]|\.\d)
      | (?<=\b(?i:lat|latitude|lon|long|longitude)[.:]?\s) (?&decimal)
    )
    """,
    regex.VERBOSE,
)
_LONG_DECIMAL = regex.compile(r"\d\.\d{4}")


def coordinates(view: TextView) -> list[Span]:
    """The spans of latitudes and longitudes, in order: degrees with a point of the compass, or two long decimals.

    >>> text = "The camp stands at 34.5553° N, 69.2075° E, 12.5 miles from Dorn."
    >>> [span.of(text) for span in coordinates(TextView(text))]
    ['34.5553° N', '69.2075° E']
    """
    if "°" not in view.text and _LONG_DECIMAL.search(view.text) is None:
        return []  # as nearly always
    return [Span(*found.span()) for found in _PATTERN.finditer(view.text)]
