"""Read a lexicon that the package ships. A table is read, and checked, when it is first asked for, once a process."""

from __future__ import annotations

from functools import cache

from conflictnews.lexicons.checking import check_rows
from conflictnews.lexicons.source import Row, line_of, table_rows, table_source

__all__ = ["read_table", "word_set", "word_sets"]


@cache
def read_table(name: str, *columns: str, folder: str = "lexicons") -> tuple[Row, ...]:
    """All rows of ``lexicons/NAME.tsv`` (or of ``weights/``), whose header must name exactly these columns.

    A cell of a lexicon that its column does not allow (``table_columns.tsv``) is a ``LexiconError`` with file, line and
    column.

    >>> ("sen", "title") in read_table("abbreviations", "abbreviation", "class")
    True
    """
    source = table_source(name, folder)
    rows = table_rows(name, source, columns)
    if folder == "lexicons":
        check_rows(name, rows, lambda at: (f"{name}.tsv", line_of(source, at)))
    return tuple(rows)


@cache
def word_set(name: str, column: str) -> frozenset[str]:
    """A table of one column as the set of its entries.

    >>> "including" in word_set("part_words", "word")
    True
    """
    return frozenset(entry for (entry,) in read_table(name, column))


@cache
def word_sets(name: str, *columns: str) -> dict[str, frozenset[str]]:
    """A table of two columns, entry and class, as one set of entries a class.

    >>> "mr" in word_sets("abbreviations", "abbreviation", "class")["title"]
    True
    """
    classes: dict[str, set[str]] = {}
    for entry, label in read_table(name, *columns):
        classes.setdefault(label, set()).add(entry)
    return {label: frozenset(entries) for label, entries in classes.items()}
