"""Layers of articles as Arrow tables, for Parquet files, Spark, Ray, Dask, Polars and DuckDB.

Needs ``pip install 'conflictnews[arrow]'``.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from conflictnews.output.rows import CUSTOM_HEAD, Row, to_rows
from conflictnews.output.tables import TABLES, Column, ColumnType, Form, columns
from conflictnews.output.tables.comparison import comparison_columns
from conflictnews.types import Article
from conflictnews.types.comparison import Comparison

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["rows_table", "schema", "to_table", "write_parquet"]


def _pyarrow() -> Any:  # noqa: ANN401 - a module
    try:
        import pyarrow as pa  # noqa: PLC0415 - an extra
    except ModuleNotFoundError:
        message = "Arrow tables need pyarrow: pip install 'conflictnews[arrow]'"
        raise ModuleNotFoundError(message, name="pyarrow") from None
    return pa


def schema(layer: str, *, form: Form = "plain") -> pa.Schema:
    """The Arrow schema of a layer's table: the columns of ``conflictnews.columns``, each with its meaning as metadata.

    Offsets and counts are int64, numbers float64, days date32, lists list<string>. Without pyarrow a
    ``ModuleNotFoundError`` says what to install, as for all functions here.

    >>> schema("dates").field("earliest").type
    DataType(date32[day])
    """
    return _schema(columns(layer, form=form))


def _schema(shown: Iterable[Column]) -> pa.Schema:
    pa = _pyarrow()
    types = _types(pa)
    return pa.schema(
        [pa.field(column.name, types[column.type], metadata={"meaning": column.meaning}) for column in shown]
    )


def to_table(articles: Iterable[Article] | Comparison, layer: str, *, form: Form = "plain") -> pa.Table:
    """One layer of many articles, or of a comparison, as a ``pyarrow.Table`` with the rows of ``to_rows``.

    The types are those of ``schema``, the same whatever the rows hold, so that tables can be joined one behind another;
    only those of a custom layer's own columns are inferred. Arrow strings are UTF-8: in them a lone surrogate becomes
    U+FFFD.

    >>> from conflictnews import parse
    >>> table = to_table([parse("At least 22 people were killed.", id="a")], "facts")
    >>> table.select(["article_id", "low", "role"]).to_pylist()
    [{'article_id': 'a', 'low': 22.0, 'role': 'killed'}]
    """
    pa = _pyarrow()
    rows = to_rows(articles, layer, form=form)
    if isinstance(articles, Comparison):
        return rows_table(rows, _schema(comparison_columns(layer)))
    if layer in TABLES:
        return rows_table(rows, schema(layer, form=form))
    names = list(rows[0] if rows else CUSTOM_HEAD)
    types = {name: _types(pa)[kind] for name, kind in CUSTOM_HEAD.items()}
    arrays = [pa.array([_clean(row[name]) for row in rows], type=types.get(name)) for name in names]
    return pa.table(arrays, names=names)


def rows_table(rows: Sequence[Row], fields: pa.Schema) -> pa.Table:
    """Rows as a table of a schema; what a row does not have is null.

    >>> rows_table([{"article_id": "a", "kind": "body"}], schema("blocks")).column("kind").to_pylist()
    ['body']
    """
    return _pyarrow().table([[_clean(row.get(name)) for row in rows] for name in fields.names], schema=fields)


def write_parquet(
    articles: Iterable[Article] | Comparison, layer: str, path: str | os.PathLike[str], *, form: Form = "plain"
) -> None:
    """One layer of many articles, or of a comparison, as a Parquet file, with the schema whatever the rows hold.

    >>> import tempfile, pathlib
    >>> import pyarrow.parquet
    >>> from conflictnews import parse
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = pathlib.Path(folder, "facts.parquet")
    ...     write_parquet([parse("At least 22 people were killed.", id="a")], "facts", file)
    ...     pyarrow.parquet.read_table(file).column("low").to_pylist()
    [22.0]
    """
    table = to_table(articles, layer, form=form)
    import pyarrow.parquet as pq  # noqa: PLC0415 - an extra

    pq.write_table(table, path)


def _types(pa: Any) -> dict[ColumnType, Any]:  # noqa: ANN401 - a module
    return {
        ColumnType.STRING: pa.string(),
        ColumnType.INTEGER: pa.int64(),
        ColumnType.NUMBER: pa.float64(),
        ColumnType.BOOLEAN: pa.bool_(),
        ColumnType.DATE: pa.date32(),
        ColumnType.STRINGS: pa.list_(pa.string()),
    }


def _clean(value: Any) -> Any:  # noqa: ANN401 - a cell
    if isinstance(value, list):
        return [_clean(one) for one in value]
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return value
