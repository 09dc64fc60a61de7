"""The parse functions: one call for an article, for one layer, or for many articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from typing import Literal, overload

from conflictnews.batches import Item, read_here, read_spread
from conflictnews.errors import BatchError
from conflictnews.parser import Parser
from conflictnews.types import Article, Attribution, Block, DateRef, Event, NumericFact, Quote
from conflictnews.types.failure import Failure

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


@cache
def _parser(*layers: str) -> Parser:
    return Parser().only(*layers) if layers else Parser()


def parse(text: str, *, published: date | None = None, id: str | None = None, source: str | None = None) -> Article:
    """Read one article with the default parser. Any ``str`` parses; what is odd becomes a diagnostic.

    ``published`` is the day on which the article appeared, a ``date`` (of a ``datetime`` its day). Relative dates are
    told from it: "on Thursday", "last week", "March 3" without a year. Without it the date printed under the title
    does, and without that they stay unresolved (``value`` None), as the clock is never asked. It also orders articles
    and tells their stories apart in ``compare``. ``id`` and ``source`` are kept as given; ids name articles in tables.
    A wrong type is a ``TypeError``.

    >>> article = parse('"We will respond," Kirby said on Thursday.', published=date(2021, 2, 26), id="a")
    >>> article.quotes[0].attribution.speaker.name, article.dates[0].value
    ('Kirby', '2021-02-25')
    >>> parse('"We will respond," Kirby said on Thursday.').dates[0].value is None
    True
    """
    return _parser().parse(text, published=published, id=id, source=source)


def parse_blocks(text: str) -> tuple[Block, ...]:
    r"""Only the paragraphs with their kinds.

    >>> [block.kind.value for block in parse_blocks("Rockets hit base\n\nBy Dana Ruiz\n\nRockets hit it on Monday.")]
    ['title', 'byline', 'body']
    """
    return _parser("blocks").parse(text).blocks


def parse_quotes(text: str) -> tuple[Quote, ...]:
    """Only the quotations, with their attributions and speakers.

    >>> [(quote.text, quote.attribution.speaker.name) for quote in parse_quotes('"We will respond," Kirby said.')]
    [('We will respond,', 'Kirby')]
    """
    return _parser("quotes").parse(text).quotes


def parse_attributions(text: str) -> tuple[Attribution, ...]:
    """Only who said what, direct and indirect.

    >>> [(one.speaker_name, one.act.value) for one in parse_attributions("The militia denied any role.")]
    [('militia', 'deny')]
    """
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
    """Only the events, with what they need: speech, numbers and dates.

    >>> [(event.type.value, event.actors[0].name) for event in parse_events("Rebels shelled the camp.")]
    [('shelling', 'Rebels')]
    """
    return _parser().parse(text, published=published).events


@overload
def parse_many(
    texts: Iterable[Item],
    *,
    workers: int | None = None,
    parser: Parser | None = None,
    errors: Literal["raise"] = "raise",
) -> Iterator[Article]: ...
@overload
def parse_many(
    texts: Iterable[Item], *, workers: int | None = None, parser: Parser | None = None, errors: Literal["return"]
) -> Iterator[Article | Failure]: ...
def parse_many(
    texts: Iterable[Item],
    *,
    workers: int | None = None,
    parser: Parser | None = None,
    errors: Literal["raise", "return"] = "raise",
) -> Iterator[Article] | Iterator[Article | Failure]:
    """Read many articles, in order, in bounded memory.

    Each item is a text, or a mapping with ``text`` and perhaps ``published`` (a date), ``id`` and ``source``.
    ``workers`` above 1 spreads them over that many processes; the results are the same.

    ``errors="return"`` gives a ``Failure`` in the place of each text that can't be read, and goes on: one of a wrong
    type, one that an extractor raises on, one whose process died. Otherwise the first is raised: a ``TypeError`` for a
    wrong type, else a ``BatchError``, with id and position.

    >>> [article.id for article in parse_many([{"text": "Iran denied it.", "id": "a"}])]
    ['a']
    >>> list(parse_many([{"text": None, "id": "b"}], errors="return"))[0].error
    TypeError('text must be a str, the article itself, not NoneType')
    """
    if isinstance(texts, str | bytes):
        raise TypeError("texts must be an iterable of str or mappings; for a single text call parse")
    if workers is not None and (not isinstance(workers, int) or workers < 1):
        raise ValueError(f"workers must be an int of at least 1 or None, not {workers!r}")
    if errors not in ("raise", "return"):
        raise ValueError(f"errors must be 'raise' or 'return', not {errors!r}")
    reader = parser if parser is not None else _parser()
    found = read_here(texts, reader) if workers is None or workers == 1 else read_spread(texts, workers, reader)
    return found if errors == "return" else _raising(found)


def _raising(found: Iterator[Article | Failure]) -> Iterator[Article]:
    for read in found:
        if isinstance(read, Failure):
            where = f"{'' if read.id is None else f'article {read.id!r}, '}position {read.position}"
            kind = TypeError if isinstance(read.error, TypeError) else BatchError
            raise kind(f"{where}: {read.error}") from read.error
        yield read
