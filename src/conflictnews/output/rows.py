"""to_rows: one flat dict an item, for CSV files, data frames and Arrow."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Literal

from conflictnews.output.tables import TABLES, Column, ColumnType, Form, check_form, columns
from conflictnews.output.tables.column import plain
from conflictnews.output.tables.numbering import Numbering, numbered
from conflictnews.types import Annotation, Article, Event
from conflictnews.types.comparison import Comparison

__all__ = ["CUSTOM_HEAD", "Numbers", "row_of", "to_rows"]

Row = dict[str, Any]
Numbers = Literal["float", "exact"]


def to_rows(
    articles: Iterable[Article] | Comparison, layer: str, *, form: Form = "plain", numbers: Numbers = "float"
) -> list[Row]:
    """One layer of many articles as flat dicts of the same keys: str, int, float, bool, ``date``, lists of str, None.

    ``layer`` is one of quotes, attributions, facts, dates, events, entities, speakers, sentences, blocks, diagnostics,
    articles; of participants, event_facts and statements, which join to events; or the name of a custom layer.
    ``columns(layer)`` tells each column's name, type and meaning. Every row has the article's ``article_id`` (its id,
    else its position), and ids that other tables refer to. Two articles with one id, and a layer that no article has,
    are a ``ValueError``.

    Numbers are floats; ``numbers="exact"`` gives them as decimal strings, which lose nothing.

    ``form`` gives events in the columns of other systems: ``"acled"`` those that took place and have a type in ACLED,
    ``"plover"`` those with a PLOVER type, ``"gdelt"`` those with a CAMEO code that took place.

    A comparison has the layers stories, incidents, tolls, disagreements, quotes, passages, copying and actors, one row
    a member: a toll, a side of a disagreement, an article's version of a quotation. ``comparison_columns(layer)`` tells
    their columns; their ids are those of the articles' own tables.

    >>> from conflictnews.types import Article, Sentence, Span
    >>> article = Article(text="Hm.", id="a", sentences=(Sentence(span=Span(0, 3), text="Hm."),))
    >>> [(row["article_id"], row["sentence_id"], row["text"]) for row in to_rows([article], "sentences")]
    [('a', 'a#sentences-0', 'Hm.')]
    """
    if isinstance(articles, Comparison):
        from conflictnews.output.comparison_rows import comparison_rows  # noqa: PLC0415 - loaded for comparisons only

        return comparison_rows(articles, layer, numbers)
    given = _checked(articles)
    check_form(layer, form)
    if layer in TABLES:
        shown = columns(layer, form=form, numbers=numbers)
        return [_row(item, ids, shown) for ids in numbered(given) for item in _items(ids, layer, form)]
    if given and not any(layer in article.layers for article in given):
        custom = sorted({name for article in given for name in article.layers})
        raise ValueError(f"no layer {layer!r}; there are {', '.join([*TABLES, *custom])}")
    return _custom_rows(given, layer)


def row_of(item: Any, ids: Numbering, layer: str) -> Row:  # noqa: ANN401 - items of every layer
    """One item's row, numbers as floats."""
    return _row(item, ids, TABLES[layer].columns)


def _row(item: Any, ids: Numbering, shown: Sequence[Column]) -> Row:  # noqa: ANN401
    return {column.name: plain(column, column.value(item, ids)) for column in shown}


def _items(ids: Numbering, layer: str, form: Form) -> Iterable[Any]:
    items = TABLES[layer].items(ids)
    if form == "plain":
        return items
    from conflictnews.output.forms.acled import is_acled  # noqa: PLC0415 - its tables are read for it only

    wanted = {"acled": is_acled, "plover": _is_plover, "gdelt": _is_gdelt}[form]
    return [event for event in items if wanted(event)]


def _is_plover(event: Event) -> bool:
    return event.plover is not None


def _is_gdelt(event: Event) -> bool:
    return event.cameo is not None and event.status.value in ("occurred", "attempted")


def _checked(articles: object) -> list[Article]:
    if isinstance(articles, Article) or not isinstance(articles, Iterable):
        raise TypeError(f"to_rows takes a list of Articles, not {type(articles).__name__}")
    given = list(articles)
    for position, article in enumerate(given):
        if not isinstance(article, Article):
            raise TypeError(f"to_rows takes Articles, not {type(article).__name__} at position {position}")
    return given


def _custom_rows(articles: Sequence[Article], layer: str) -> list[Row]:
    from conflictnews.output.custom_layers import write_annotation  # noqa: PLC0415 - needs cattrs

    rows, names = list[tuple[Row, Row]](), dict[str, None]()
    for ids in numbered(articles):
        for position, item in enumerate(ids.article.layers.get(layer, Annotation)):
            plain = {key: value for key, value in write_annotation(item).items() if key not in {"span", "text"}}
            own = dict(pair for key, value in plain.items() for pair in _flat(key, value))
            names |= dict.fromkeys(own)
            rows.append((_custom_head(item, ids, layer, position), own))
    return [{**head, **{name: own.get(name) for name in names if name not in head}} for head, own in rows]


def _custom_head(item: Annotation, ids: Numbering, layer: str, position: int) -> Row:
    return {
        "article_id": ids.id,
        "source": ids.article.source,
        "published": ids.article.published,
        "annotation_id": ids.at(layer, position),
        "start": item.span.start,
        "end": item.span.end,
        "text": item.text,
    }


CUSTOM_HEAD = {
    "article_id": ColumnType.STRING,
    "source": ColumnType.STRING,
    "published": ColumnType.DATE,
    "annotation_id": ColumnType.STRING,
    "start": ColumnType.INTEGER,
    "end": ColumnType.INTEGER,
    "text": ColumnType.STRING,
}
"""The columns of a custom layer that do not hang on its class."""


def _flat(name: str, value: Any) -> Iterable[tuple[str, Any]]:  # noqa: ANN401 - plain data
    """A value of plain data as columns: an object's keys are joined by "_", an array of plain items is a list."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _flat(f"{name}_{key}", inner)
    elif isinstance(value, list) and not any(isinstance(item, dict | list) for item in value):
        yield name, [str(item) for item in value]
    elif isinstance(value, list):
        from conflictnews.output.plain_json import dumps  # noqa: PLC0415

        yield name, dumps(value)
    else:
        yield name, value
