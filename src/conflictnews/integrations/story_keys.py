"""Story keys of tables of texts, for finding candidates of one story by a join in Spark.

Needs ``pip install 'conflictnews[arrow,compare]'``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import attrs

from conflictnews.comparison import story_keys
from conflictnews.comparison.days import own_day
from conflictnews.integrations.arrow import rows_table
from conflictnews.integrations.texts import TextColumns, failed_id, over_batches
from conflictnews.parser import Parser
from conflictnews.types import Article
from conflictnews.types.failure import Failure

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["StoryKeyReader"]


@attrs.frozen
class StoryKeyReader:
    """Reads the texts of a table and gives their story keys: ``article_id``, ``day``, ``key``, ``weight``, ``error``.

    ``day`` is that of publication, else the day that stands at the head of the text. A text that can't be read gives
    one row with its id and what went wrong. The columns of the texts are named as for ``LayerReader``.

    With Spark: ``frame.mapInArrow(reader.batches, reader.ddl)``.

    >>> import pyarrow
    >>> texts = pyarrow.table({"id": ["a"], "text": ["A bomb killed nine people at a market in Kirkuk."]})
    >>> StoryKeyReader()(texts).column("key").to_pylist()
    ['bomb', 'kill', 'market', 'nine', 'peopl', '~krkk']
    """

    parser: Parser = attrs.field(factory=Parser)
    text: str = "text"
    id: str = "id"
    source: str = "source"
    published: str = "published"

    @property
    def schema(self) -> pa.Schema:
        """The Arrow schema of what comes out.

        >>> StoryKeyReader().schema.names
        ['article_id', 'day', 'key', 'weight', 'error']
        """
        import pyarrow as pa  # noqa: PLC0415 - an extra

        types = {"article_id": pa.string(), "day": pa.date32(), "key": pa.string(), "weight": pa.float64()}
        return pa.schema([*types.items(), ("error", pa.string())])

    @property
    def ddl(self) -> str:
        """The same as Spark writes schemas.

        >>> StoryKeyReader().ddl
        'article_id STRING, day DATE, key STRING, weight DOUBLE, error STRING'
        """
        return "article_id STRING, day DATE, key STRING, weight DOUBLE, error STRING"

    def __call__(self, table: pa.Table) -> pa.Table:
        """The keys of a table of texts, in their order; a table without the column of texts is a ``ValueError``.

        >>> import pyarrow
        >>> texts = pyarrow.table({"id": ["a"], "text": ["A bomb killed nine people at a market in Kirkuk."]})
        >>> StoryKeyReader()(texts).to_pylist()[-1]["key"]
        '~krkk'
        """
        texts = TextColumns(self.text, self.id, self.source, self.published)
        return rows_table([row for read in texts.read(table, self.parser) for row in _rows(read)], self.schema)

    def batches(self, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """The same for record batches, one after another.

        >>> import pyarrow
        >>> texts = pyarrow.table({"id": ["a"], "text": ["A bomb killed nine people at a market in Kirkuk."]})
        >>> [batch.num_rows for batch in StoryKeyReader().batches(texts.to_batches())]
        [6]
        """
        return over_batches(self, batches)


def _rows(read: Article | Failure) -> Iterator[dict[str, Any]]:
    if isinstance(read, Failure):
        yield {"article_id": failed_id(read), "error": f"{type(read.error).__name__}: {read.error}"}
        return
    day = own_day(read)
    for key, weight in story_keys(read):
        yield {"article_id": read.id, "day": day, "key": key, "weight": weight}
