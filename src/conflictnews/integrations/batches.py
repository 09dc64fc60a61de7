"""Tables of texts in, tables of a layer out: for Spark's ``mapInArrow``, Ray's ``map_batches`` and Dask.

Needs ``pip install 'conflictnews[arrow]'``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import attrs

from conflictnews.integrations.arrow import rows_table, schema
from conflictnews.output.rows import Row, to_rows
from conflictnews.output.tables import Form, columns
from conflictnews.parser import Parser
from conflictnews.parsing import parse_many
from conflictnews.types import Article
from conflictnews.types.failure import Failure

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["LayerReader"]

_ERROR = "error"


@attrs.frozen
class LayerReader:
    """Reads the texts of a table and gives one layer's rows, as a table with the columns of ``columns(layer)``.

    ``text``, ``id``, ``source`` and ``published`` are the columns of the texts; all but ``text`` may be missing from
    the table. ``published`` holds days, or strings in ISO 8601 ("2021-02-26"), as Dask makes of them. Behind the
    layer's columns stands ``error``: a NULL or anything else that can't be read gives one row with ``article_id`` and
    what went wrong, and the job goes on. Where a text has no id its position in its batch stands for it, so give ids
    where tables are to join. The reader pickles; its schema is the same whatever it reads.

    With Spark: ``frame.mapInArrow(reader.batches, reader.ddl)``; with Ray: ``data.map_batches(reader,
    batch_format="pyarrow")``; with Dask: ``frame.map_partitions(reader.frame)``.

    >>> import pyarrow
    >>> texts = pyarrow.table({"id": ["a", "b"], "text": ["At least 22 people were killed.", None]})
    >>> [(row["article_id"], row["low"], row["error"] is not None) for row in LayerReader("facts")(texts).to_pylist()]
    [('a', 22.0, False), ('b', None, True)]
    """

    layer: str
    parser: Parser = attrs.field(factory=Parser)
    form: Form = "plain"
    text: str = "text"
    id: str = "id"
    source: str = "source"
    published: str = "published"

    def __attrs_post_init__(self) -> None:
        columns(self.layer, form=self.form)  # says now what there is not

    @property
    def schema(self) -> pa.Schema:
        """The Arrow schema of what comes out."""
        import pyarrow as pa  # noqa: PLC0415 - an extra

        return schema(self.layer, form=self.form).append(pa.field(_ERROR, pa.string()))

    @property
    def ddl(self) -> str:
        """The same as Spark writes schemas.

        >>> LayerReader("blocks").ddl.endswith("`kind` STRING, `error` STRING")
        True
        """
        kinds = {
            "string": "STRING",
            "integer": "BIGINT",
            "number": "DOUBLE",
            "boolean": "BOOLEAN",
            "date": "DATE",
            "strings": "ARRAY<STRING>",
        }
        shown = [f"`{column.name}` {kinds[column.type]}" for column in columns(self.layer, form=self.form)]
        return ", ".join([*shown, f"`{_ERROR}` STRING"])

    def __call__(self, table: pa.Table) -> pa.Table:
        """The rows of a table of texts, in their order; a table without the column of texts is a ``ValueError``."""
        if self.text not in table.column_names:
            raise ValueError(f"no column {self.text!r}; there are {', '.join(table.column_names)}")
        rows: list[Row] = []
        for at, read in enumerate(parse_many(self._texts(table), parser=self.parser, errors="return")):
            if isinstance(read, Failure):
                rows.append(self._failed(read))
            else:
                rows += to_rows([self._named(read, at)], self.layer, form=self.form)
        return rows_table(rows, self.schema)

    def batches(self, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """The same for record batches, one after another."""
        import pyarrow as pa  # noqa: PLC0415 - an extra

        for batch in batches:
            yield from self(pa.Table.from_batches([batch])).combine_chunks().to_batches()

    def frame(self, frame: Any) -> Any:  # noqa: ANN401 - pandas data frames
        """The same for pandas data frames; columns have one type whatever they hold, so integers are ``Int64``."""
        import pandas as pd  # noqa: PLC0415 - where there are frames there is pandas
        import pyarrow as pa  # noqa: PLC0415 - an extra

        kinds = {pa.int64(): pd.Int64Dtype(), pa.bool_(): pd.BooleanDtype()}
        return self(pa.Table.from_pandas(frame, preserve_index=False)).to_pandas(types_mapper=kinds.get)

    def _texts(self, table: pa.Table) -> Iterator[dict[str, Any]]:
        names = {"text": self.text, "id": self.id, "source": self.source, "published": self.published}
        there = {key: table.column(name).to_pylist() for key, name in names.items() if name in table.column_names}
        for values in zip(*there.values(), strict=True):
            item = dict(zip(there, values, strict=True))
            if item.get("id") is not None:
                item["id"] = str(item["id"])
            if isinstance(item.get("published"), str):
                item["published"] = _day(item["published"])
            yield item

    def _named(self, article: Article, at: int) -> Article:
        return article if article.id is not None else attrs.evolve(article, id=str(at))

    def _failed(self, failure: Failure) -> dict[str, Any]:
        name = failure.id if failure.id is not None else str(failure.position)
        first = columns(self.layer, form=self.form)[0].name
        lists: Row = {one.name: [] for one in columns(self.layer, form=self.form) if one.type == "strings"}
        return {**lists, first: name, _ERROR: f"{type(failure.error).__name__}: {failure.error}"}


def _day(told: str) -> date | str | None:
    """The day of a string in ISO 8601, None of an empty one; what is neither stays, so that its row can name it."""
    try:
        return datetime.fromisoformat(told).date() if told.strip() else None
    except ValueError:
        return told
