"""to_sqlite: all tables of many articles in one SQLite file, with keys, for SQL and for Datasette."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from conflictnews.output.new_file import replacing
from conflictnews.output.plain_json import dumps
from conflictnews.output.rows import row_of
from conflictnews.output.tables import TABLES, Column, ColumnType, Table
from conflictnews.output.tables.numbering import Numbering
from conflictnews.types import Article

if TYPE_CHECKING:
    import sqlite3

__all__ = ["to_sqlite"]

_TYPES = {ColumnType.INTEGER: "INTEGER", ColumnType.NUMBER: "REAL", ColumnType.BOOLEAN: "INTEGER"}
"""SQLite's types; all others are TEXT: days as ISO dates, lists as JSON arrays, which Datasette shows as facets."""


def to_sqlite(articles: Iterable[Article], path: str | os.PathLike[str]) -> None:
    """Write every table of ``columns`` to a new SQLite file, with primary and foreign keys, and one table ``columns``.

    The file is written beside ``path`` and then put in its place, so that nobody sees half of it; one that is there is
    replaced. Articles are taken one by one. Lists are JSON arrays, days ISO dates, truth values 0 and 1, lone
    surrogates U+FFFD. Two articles of one id are a ``ValueError``, what is no Article a ``TypeError``, a place that
    cannot be written to an ``OSError``.

    >>> import sqlite3, tempfile
    >>> folder = tempfile.TemporaryDirectory()
    >>> to_sqlite([Article(text="Hm.", id="a")], f"{folder.name}/news.db")
    >>> with sqlite3.connect(f"{folder.name}/news.db") as database:
    ...     database.execute("SELECT article_id, length FROM articles").fetchall()
    [('a', 3)]
    >>> database.close(); folder.cleanup()
    """
    import sqlite3  # noqa: PLC0415 - most programs write none

    with replacing(path) as beside:
        beside.touch()  # where that can't be done, the error names the place
        database = sqlite3.connect(beside, isolation_level=None)
        try:
            _write(database, articles)
        finally:
            database.close()


def _write(database: sqlite3.Connection, articles: Iterable[Article]) -> None:
    database.execute("PRAGMA journal_mode = OFF")
    database.execute("BEGIN")
    for table in TABLES.values():
        database.execute(_create(table))
        for column in table.columns:
            if column.name in {name for name, _ in table.refers} and column.name not in table.key[:1]:
                database.execute(f'CREATE INDEX "{table.name}_{column.name}" ON "{table.name}" ("{column.name}")')
    _describe(database)
    for ids in _numbered(articles):
        for table in TABLES.values():
            rows = ([_cell(value) for value in row_of(item, ids, table.name).values()] for item in table.items(ids))
            marks = ", ".join("?" * len(table.columns))
            database.executemany(f'INSERT OR IGNORE INTO "{table.name}" VALUES ({marks})', rows)  # noqa: S608 - our own names
    database.execute("COMMIT")


def _numbered(articles: Iterable[Article]) -> Iterator[Numbering]:
    seen: dict[str, int] = {}
    for position, article in enumerate(articles):
        if not isinstance(article, Article):
            raise TypeError(f"to_sqlite takes Articles, not {type(article).__name__} at position {position}")
        name = article.id if article.id is not None else str(position)
        if seen.setdefault(name, position) != position:
            raise ValueError(f"two articles have the id {name!r}, those at positions {seen[name]} and {position}")
        yield Numbering(article, name)


def _create(table: Table) -> str:
    lines = [_column(column, table) for column in table.columns]
    keys = ", ".join(f'"{name}"' for name in table.key)
    lines.append(f"PRIMARY KEY ({keys})")
    lines += [f'FOREIGN KEY ("{name}") REFERENCES "{other}" ("{TABLES[other].key[0]}")' for name, other in table.refers]
    return f'CREATE TABLE "{table.name}" (\n  ' + ",\n  ".join(lines) + "\n)"


def _column(column: Column, table: Table) -> str:
    never_null = " NOT NULL" if column.name in table.key and column.name != "attribution_id" else ""
    return f'"{column.name}" {_TYPES.get(column.type, "TEXT")}{never_null}'


def _describe(database: sqlite3.Connection) -> None:
    """A table of the columns: what each means."""
    database.execute('CREATE TABLE "columns" ("table" TEXT, "column" TEXT, "type" TEXT, "meaning" TEXT)')
    database.executemany(
        'INSERT INTO "columns" VALUES (?, ?, ?, ?)',
        [(table.name, one.name, one.type.value, one.meaning) for table in TABLES.values() for one in table.columns],
    )


def _cell(value: object) -> object:
    if isinstance(value, list):
        return dumps(value)
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return value if value is None or isinstance(value, int | float) else str(value)
