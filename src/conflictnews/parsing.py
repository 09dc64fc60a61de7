"""The parse functions: one call for an article, for one layer, or for many articles."""

from __future__ import annotations

import itertools
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from conflictnews.parser import Parser
from conflictnews.types import Article, Attribution, Block, DateRef, Event, NumericFact, Quote

if TYPE_CHECKING:
    from concurrent.futures import Future

__all__ = [
    "parse",
    "parse_attributions",
    "parse_blocks",
    "parse_dates",
    "parse_events",
    "parse_facts",
    "parse_many",
    "parse_quotes",
]

_CHUNK = 16


@cache
def _parser(*layers: str) -> Parser:
    return Parser().only(*layers) if layers else Parser()


def parse(text: str, *, published: date | None = None, id: str | None = None, source: str | None = None) -> Article:
    """Read one article with the default parser; see ``Parser.parse``.

    >>> article = parse('"We will respond," Kirby said.')
    >>> article.quotes[0].attribution.speaker.name
    'Kirby'
    """
    return _parser().parse(text, published=published, id=id, source=source)


def parse_blocks(text: str) -> tuple[Block, ...]:
    """Only the paragraphs with their kinds."""
    return _parser("blocks").parse(text).blocks


def parse_quotes(text: str) -> tuple[Quote, ...]:
    """Only the quotations, with their attributions and speakers."""
    return _parser("quotes").parse(text).quotes


def parse_attributions(text: str) -> tuple[Attribution, ...]:
    """Only who said what, direct and indirect."""
    return _parser("attributions").parse(text).attributions


def parse_facts(text: str) -> tuple[NumericFact, ...]:
    """Only the numbers; their ``attribution`` is None here, as nobody looked for speech.

    >>> parse_facts("At least 22 people were killed.")[0].low
    Decimal('22')
    """
    return _parser("dates", "facts").parse(text).facts


def parse_dates(text: str, *, published: date | None = None) -> tuple[DateRef, ...]:
    """Only the temporal expressions, resolved against ``published``.

    >>> parse_dates("on Thursday", published=date(2021, 2, 26))[0].value
    '2021-02-25'
    """
    return _parser("dates").parse(text, published=published).dates


def parse_events(text: str, *, published: date | None = None) -> tuple[Event, ...]:
    """Only the events, with what they need: speech, numbers and dates."""
    return _parser().parse(text, published=published).events


def parse_many(
    texts: Iterable[str | Mapping[str, Any]], *, workers: int | None = None, parser: Parser | None = None
) -> Iterator[Article]:
    """Read many articles, in order, in bounded memory.

    Each item is a text, or a mapping with ``text`` and perhaps ``published`` (a date), ``id`` and ``source``.
    ``workers`` above 1 spreads them over that many processes; the results are the same.

    >>> [article.id for article in parse_many([{"text": "Iran denied it.", "id": "a"}])]
    ['a']
    """
    if isinstance(texts, str | bytes):
        raise TypeError("texts must be an iterable of str or mappings; for a single text call parse")
    if workers is not None and (not isinstance(workers, int) or workers < 1):
        raise ValueError(f"workers must be an int of at least 1 or None, not {workers!r}")
    reader = parser if parser is not None else _parser()
    if workers is None or workers == 1:
        return (_read(reader, item) for item in texts)
    return _spread(texts, workers, reader)


def _read(parser: Parser, item: str | Mapping[str, Any]) -> Article:
    if isinstance(item, Mapping):
        keys = {"text", "published", "id", "source"}
        if "text" not in item or item.keys() - keys:
            raise TypeError(f"a mapping must have 'text' and perhaps 'published', 'id', 'source', not {sorted(item)}")
        return parser.parse(**item)
    return parser.parse(item)


def _read_chunk(parser: Parser, items: list[str | Mapping[str, Any]]) -> list[Article]:
    return [_read(parser, item) for item in items]


def _spread(texts: Iterable[str | Mapping[str, Any]], workers: int, parser: Parser) -> Iterator[Article]:
    """Chunks go to the workers; at most two a worker are under way or waiting to be taken."""
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - costs more than all else of the package

    source = iter(texts)
    chunks = iter(lambda: list(itertools.islice(source, _CHUNK)), [])
    with ProcessPoolExecutor(workers) as pool:
        running: deque[Future[list[Article]]] = deque()
        for chunk in chunks:
            running.append(pool.submit(_read_chunk, parser, chunk))
            if len(running) >= 2 * workers:
                yield from running.popleft().result()
        while running:
            yield from running.popleft().result()
