"""The columns of a table in which texts stand, and what is read of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import attrs

from conflictnews.parser import Parser
from conflictnews.parsing import parse_many
from conflictnews.types import Article
from conflictnews.types.failure import Failure

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["TextColumns", "failed_id", "over_batches"]


@attrs.frozen
class TextColumns:
    """The names of the columns of text, id, source and day; all but that of the text may be missing from a table."""

    text: str = "text"
    id: str = "id"
    source: str = "source"
    published: str = "published"

    def read(self, table: pa.Table, parser: Parser) -> Iterator[Article | Failure]:
        """What stands in each row, in order; where a text has no id, its position in the table stands for it.

        A table without the column of texts is a ``ValueError``.
        """
        if self.text not in table.column_names:
            raise ValueError(f"no column {self.text!r}; there are {', '.join(table.column_names)}")
        for at, read in enumerate(parse_many(self._items(table), parser=parser, errors="return")):
            yield attrs.evolve(read, id=str(at)) if isinstance(read, Article) and read.id is None else read

    def _items(self, table: pa.Table) -> Iterator[dict[str, Any]]:
        names = {"text": self.text, "id": self.id, "source": self.source, "published": self.published}
        there = {key: table.column(name).to_pylist() for key, name in names.items() if name in table.column_names}
        for values in zip(*there.values(), strict=True):
            item = dict(zip(there, values, strict=True))
            if item.get("id") is not None:
                item["id"] = str(item["id"])
            if isinstance(item.get("published"), str):
                item["published"] = _day(item["published"])
            yield item


def _day(told: str) -> date | str | None:
    """The day of a string in ISO 8601, None of an empty one; what is neither stays, so that its row can name it."""
    try:
        return datetime.fromisoformat(told).date() if told.strip() else None
    except ValueError:
        return told


def failed_id(failure: Failure) -> str:
    """The id of a text that could not be read, else its position."""
    return failure.id if failure.id is not None else str(failure.position)


def over_batches(reader: Callable[[pa.Table], pa.Table], batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """What a reader of tables gives for record batches, one after another."""
    import pyarrow as pa  # noqa: PLC0415 - an extra

    for batch in batches:
        yield from reader(pa.Table.from_batches([batch])).combine_chunks().to_batches()
