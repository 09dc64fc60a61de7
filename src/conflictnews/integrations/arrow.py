"""Layers of articles as Arrow tables, for Parquet files, Spark, Ray, Dask, Polars and DuckDB.

Needs ``pip install 'conflictnews[arrow]'``.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from conflictnews.output.rows import COLUMNS, HEAD, to_rows
from conflictnews.types import Article

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["to_table"]

_INTEGERS = frozenset({"position", "start", "end", "nested_in", "geo_precision"})
_BOOLEANS = frozenset({"closed", "anonymous", "speaker_anonymous"})
_FLOATS = frozenset({"confidence", "latitude", "longitude"})
_DAYS = frozenset({"published", "earliest", "latest"})


def to_table(articles: Iterable[Article], layer: str) -> pa.Table:
    """One layer of many articles as a ``pyarrow.Table`` with the columns of ``to_rows``.

    Offsets are int64, days date32; numbers of facts stay decimal strings, which lose nothing. The types are the same
    whatever the rows hold, so that tables can be joined one behind another; only those of a custom layer's own columns
    are inferred. Arrow strings are UTF-8: in them a lone surrogate becomes U+FFFD. Without pyarrow a
    ``ModuleNotFoundError`` says what to install.
    """
    try:
        import pyarrow as pa  # noqa: PLC0415 - an extra
    except ModuleNotFoundError:
        message = "Arrow tables need pyarrow: pip install 'conflictnews[arrow]'"
        raise ModuleNotFoundError(message, name="pyarrow") from None
    rows = to_rows(articles, layer)
    names = [*HEAD, *COLUMNS[layer]] if layer in COLUMNS else list(rows[0] if rows else HEAD)
    known = {
        **dict.fromkeys(_INTEGERS, pa.int64()),
        **dict.fromkeys(_BOOLEANS, pa.bool_()),
        **dict.fromkeys(_FLOATS, pa.float64()),
        **dict.fromkeys(_DAYS, pa.date32()),
    }
    arrays = []
    for name in names:
        values = [_plain(name, row[name]) for row in rows]
        built_in = layer in COLUMNS or name in HEAD
        arrays.append(pa.array(values, type=known.get(name, pa.string()) if built_in else None))
    return pa.table(arrays, names=names)


def _plain(name: str, value: Any) -> Any:  # noqa: ANN401 - a cell
    if not isinstance(value, str):
        return value
    if name in _DAYS:
        return date.fromisoformat(value)
    return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
