"""Limiting: an article of as much of a text as the limits allow, read from the beginning."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from itertools import islice

import attrs

from conflictnews.errors import LimitExceeded
from conflictnews.types import Annotation, Article, Diagnostic, Span
from conflictnews.types.limits import Limits

__all__ = ["read_within"]

Read = Callable[[str], Article]
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]{0,4}\s|\n")
_LONGEST_SENTENCE = 2000
"""How far back the end of a sentence is looked for."""
_FIRST, _GROWTH = 2000, 4
"""Characters that are read first where time is limited, and how many times more the next time.

Cost is linear, so that all that was read before costs a third of the last time."""
_TRIES = 8
"""How often a text is cut where its layers say; behind that it is halved."""


def read_within(limits: Limits, text: str, read: Read) -> Article:
    """What ``read`` gives of the text, or of its beginning with a diagnostic that says so.

    ``LimitExceeded`` where the limits are strict and the text goes beyond them.
    """
    whole, end, why = text, len(text), ""
    if limits.max_chars is not None and end > limits.max_chars:
        why = f"The text has {end} characters, and max_chars is {limits.max_chars}"
        _refuse(limits, why)
        end = _sentence_end(text, limits.max_chars)
    article = read(text[:end]) if limits.seconds is None else _in_time(limits, text[:end], read)
    if (read_to := len(article.text)) < end:
        end, why = read_to, f"Reading took longer than {limits.seconds} seconds"
        _refuse(limits, why)
    if limits.max_items is not None and _excess(article, limits.max_items) is not None:
        why = f"A layer has more items than max_items, {limits.max_items}"
        _refuse(limits, why)
        article = _with_fewer(article, limits.max_items, read)
        end = len(article.text)
    return _cut_short(article, whole, end, why) if why else article


def _refuse(limits: Limits, why: str) -> None:
    if limits.strict:
        raise LimitExceeded(why[0].lower() + why[1:])


def _cut_short(article: Article, text: str, end: int, why: str) -> Article:
    """The article of the beginning as one of the whole text."""
    here = Span(end, end)
    message = f"{why}; it was read up to here."
    short = Diagnostic(span=here, text="", code="limit-exceeded", message=message)
    return attrs.evolve(article, text=text, diagnostics=(*article.diagnostics, short))


def _sentence_end(text: str, limit: int) -> int:
    """Where to end reading: behind the last sentence within the limit, else the last word, else at the limit."""
    begin = max(0, limit - _LONGEST_SENTENCE)
    ends = [match.end() for match in _SENTENCE_END.finditer(text, begin, limit)]
    if ends:
        return ends[-1]
    blank = max(text.rfind(" ", begin, limit), text.rfind("\t", begin, limit))
    return blank if blank > 0 else limit


def _in_time(limits: Limits, text: str, read: Read) -> Article:
    """The article of the longest beginning that there is time for: each is longer, and none is begun too late."""
    assert limits.seconds is not None  # noqa: S101 - narrows the type
    begun = time.monotonic()
    size = min(_FIRST, len(text))
    while True:
        end = len(text) if size >= len(text) else _sentence_end(text, size)
        started = time.monotonic()
        article = read(text[:end])
        now = time.monotonic()
        if end == len(text):
            return article
        left = limits.seconds - (now - begun)
        affordable = int(end * left / max(now - started, 1e-6)) if left > 0 else 0
        size = min(size * _GROWTH, affordable, len(text))
        if size < min(2 * end, len(text)):
            return article


def _with_fewer(article: Article, most: int, read: Read) -> Article:
    """The article of a beginning whose layers have at most so many items each.

    It is read again, since items refer to one another, and who is meant in the beginning may be told behind it.
    """
    tries = 0
    while (excess := _excess(article, most)) is not None:
        text = article.text
        # The sentence of the first item too many is left out; where that is all there is, the item itself.
        sentence = max((one.span.start for one in article.sentences if one.span.start <= excess), default=0)
        end = (sentence or excess) if tries < _TRIES else min(excess, len(text) // 2)
        article, tries = read(text[: min(end, len(text) - 1)]), tries + 1
    return article


def _excess(article: Article, most: int) -> int | None:
    """Where the first item stands that is one too many of its layer."""
    starts = (
        next(islice(sorted(item.span.start for item in items), most, None))
        for items in _layers(article)
        if len(items) > most
    )
    return min(starts, default=None)


def _layers(article: Article) -> Iterator[tuple[Annotation, ...]]:
    yield article.blocks
    yield article.sentences
    yield article.entities
    yield article.speakers
    yield article.quotes
    yield article.attributions
    yield article.facts
    yield article.dates
    yield article.events
    yield from article.layers.values()
