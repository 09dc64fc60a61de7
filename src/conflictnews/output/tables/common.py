"""Columns that many tables have, and short ways to write one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import Any

from conflictnews.output.tables.column import Column, ColumnType, Value
from conflictnews.output.tables.numbering import Numbering
from conflictnews.types import Annotation, Attribution, Span

__all__ = [
    "article_columns",
    "attribution_id",
    "boolean",
    "date_column",
    "decimal",
    "head",
    "integer",
    "number",
    "of_attribution",
    "places",
    "string",
    "strings",
]


def _getter(name: str, value: Value | None) -> Value:
    if value is not None:
        return value
    get = attrgetter(name)
    return lambda item, _: get(item)


def string(name: str, meaning: str, value: Value | None = None) -> Column:
    """A column of strings; of the item's field of that name, unless told otherwise; vocabularies as ``str``."""
    get = _getter(name, value)

    def text(item: Any, ids: Numbering) -> str | None:  # noqa: ANN401 - items of every layer
        found = get(item, ids)
        return None if found is None else str(found)

    return Column(name, ColumnType.STRING, meaning, text)


def integer(name: str, meaning: str, value: Value | None = None) -> Column:
    """A column of whole numbers."""
    return Column(name, ColumnType.INTEGER, meaning, _getter(name, value))


def number(name: str, meaning: str, value: Value | None = None) -> Column:
    """A column of numbers."""
    return Column(name, ColumnType.NUMBER, meaning, _getter(name, value))


def decimal(name: str, meaning: str) -> Column:
    """A column of exact decimals: the item's field of that name."""
    return Column(name, ColumnType.NUMBER, meaning, _getter(name, None), decimal=True)


def boolean(name: str, meaning: str, value: Value | None = None) -> Column:
    """A column of truth values."""
    return Column(name, ColumnType.BOOLEAN, meaning, _getter(name, value))


def date_column(name: str, meaning: str, value: Value | None = None) -> Column:
    """A column of days."""
    return Column(name, ColumnType.DATE, meaning, _getter(name, value))


def strings(name: str, meaning: str, value: Callable[[Any, Numbering], Iterable[object]]) -> Column:
    """A column of lists of strings."""
    return Column(name, ColumnType.STRINGS, meaning, lambda item, ids: [str(one) for one in value(item, ids)])


def places(spans: Iterable[Span]) -> list[str]:
    """Spans as strings.

    >>> places([Span(10, 25)])
    ['10-25']
    """
    return [f"{span.start}-{span.end}" for span in spans]


def article_columns() -> tuple[Column, ...]:
    """The columns that say which article a row is of."""
    return (
        string("article_id", "the article: its id, else its position among those given", lambda _, ids: ids.id),
        string("source", "the article's source, as given", lambda _, ids: ids.article.source),
        date_column("published", "the article's day of publication", lambda _, ids: ids.article.published),
    )


def head(layer: str, key: str) -> tuple[Column, ...]:
    """The columns that every layer's row begins with; ``key`` is the name of the id."""

    def own_id(item: Annotation, ids: Numbering) -> str | None:
        return ids.of(layer, item)

    return (
        *article_columns(),
        string(key, f"the row's own id, the key of {layer}", own_id),
        integer("start", "where it begins in the text, in code points", lambda item, _: item.span.start),
        integer("end", "where it ends, exclusive", lambda item, _: item.span.end),
        string("text", "the words there"),
    )


def of_attribution(column: Column) -> Column:
    """A column of attributions as one of what has an attribution: a quote, a fact, an event."""

    def value(item: Any, ids: Numbering) -> Any:  # noqa: ANN401 - items of three layers
        if item.attribution is None:
            return [] if column.type is ColumnType.STRINGS else None
        return column.value(item.attribution, ids)

    return Column(column.name, column.type, column.meaning, value)


def attribution_id(item: Any, ids: Numbering) -> str | None:  # noqa: ANN401 - items of three layers
    """The id of an item's attribution."""
    attribution: Attribution | None = item.attribution
    return ids.of("attributions", attribution)
