"""Tables of texts in, tables of a layer out: for Spark's ``mapInArrow``, Ray's ``map_batches`` and Dask.

Needs ``pip install 'conflictnews[arrow]'``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import attrs

from conflictnews.integrations.arrow import rows_table, schema
from conflictnews.integrations.texts import TextColumns, failed_id, over_batches
from conflictnews.output.rows import Row, to_rows
from conflictnews.output.tables import Form, columns
from conflictnews.parser import Parser
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
        """The Arrow schema of what comes out.

        >>> LayerReader("facts").schema.names[-3:]
        ['speaker', 'speaker_id', 'error']
        """
        import pyarrow as pa  # noqa: PLC0415 - an extra

        return schema(self.layer, form=self.form).append(pa.field(_ERROR, pa.string()))

    @property
    def ddl(self) -> str:
        """The same as Spark writes schemas.

        >>> LayerReader("blocks").ddl.split(", ")[-2:]
        ['`kind` STRING', '`error` STRING']
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
        """The rows of a table of texts, in their order; a table without the column of texts is a ``ValueError``.

        >>> import pyarrow
        >>> LayerReader("facts")(pyarrow.table({"text": ["Two men died."]})).column("low").to_pylist()
        [2.0]
        """
        rows: list[Row] = []
        for read in TextColumns(self.text, self.id, self.source, self.published).read(table, self.parser):
            rows += [self._failed(read)] if isinstance(read, Failure) else to_rows([read], self.layer, form=self.form)
        return rows_table(rows, self.schema)

    def batches(self, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """The same for record batches, one after another.

        >>> import pyarrow
        >>> batches = pyarrow.table({"text": ["Two men died.", "Ten fled."]}).to_batches(max_chunksize=1)
        >>> [batch.num_rows for batch in LayerReader("facts").batches(batches)]
        [1, 1]
        """
        return over_batches(self, batches)

    def frame(self, frame: Any) -> Any:  # noqa: ANN401 - pandas data frames
        """The same for pandas data frames; columns have one type whatever they hold, so integers are ``Int64``.

        >>> import pandas
        >>> LayerReader("facts").frame(pandas.DataFrame({"text": ["Two men died."]})).low.tolist()
        [2.0]
        """
        import pandas as pd  # noqa: PLC0415 - where there are frames there is pandas
        import pyarrow as pa  # noqa: PLC0415 - an extra

        kinds = {pa.int64(): pd.Int64Dtype(), pa.bool_(): pd.BooleanDtype()}
        return self(pa.Table.from_pandas(frame, preserve_index=False)).to_pandas(types_mapper=kinds.get)

    def _failed(self, failure: Failure) -> dict[str, Any]:
        first = columns(self.layer, form=self.form)[0].name
        lists: Row = {one.name: [] for one in columns(self.layer, form=self.form) if one.type == "strings"}
        return {**lists, first: failed_id(failure), _ERROR: f"{type(failure.error).__name__}: {failure.error}"}
