"""to_csv: a table as CSV, for spreadsheets and for every program that reads it."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from io import StringIO

from conflictnews.output.rows import CUSTOM_HEAD, Row, to_rows
from conflictnews.output.tables import TABLES, Column, Form, columns
from conflictnews.output.tables.comparison import comparison_columns
from conflictnews.types import Article
from conflictnews.types.comparison import Comparison

__all__ = ["csv_header", "csv_lines", "to_csv"]

_FORMULA = re.compile(r"'*+[=+\-@\t\r\n]")


def to_csv(articles: Iterable[Article] | Comparison, layer: str, *, form: Form = "plain") -> str:
    """The rows of ``to_rows`` as CSV (RFC 4180, lines end in LF), numbers exact, a header also where there are no rows.

    What is missing is an empty cell, truth values are true and false, days are ISO dates, lists are joined by "; ". A
    cell of text that a spreadsheet would take for a formula (it begins with = + - @, a tab or an end of line) has a '
    in front; so has one that begins with such a ' itself, so that exactly one is to be taken off.

    >>> from conflictnews.types import Block, BlockKind, Span
    >>> article = Article(text="=1+1", id="a", blocks=(Block(span=Span(0, 4), text="=1+1", kind=BlockKind.BODY),))
    >>> to_csv([article], "blocks").splitlines()
    ['article_id,source,published,block_id,start,end,text,kind', "a,,,a#blocks-0,0,4,'=1+1,body"]
    """
    rows = to_rows(articles, layer, form=form, numbers="exact")
    if isinstance(articles, Comparison):
        shown = comparison_columns(layer)
        names, exact = [column.name for column in shown], _exact(shown)
    else:
        names = csv_header(layer, form) if layer in TABLES else list(rows[0] if rows else CUSTOM_HEAD)
        exact = exact_names(layer, form)
    return csv_lines([dict(zip(names, names, strict=True)), *rows], names, exact)


def csv_header(layer: str, form: Form = "plain") -> list[str]:
    """The names of a table's columns."""
    return [column.name for column in columns(layer, form=form)]


def exact_names(layer: str, form: Form = "plain") -> frozenset[str]:
    """The columns whose strings are numbers, which no spreadsheet takes for a formula."""
    if layer not in TABLES:
        return frozenset()
    return _exact(columns(layer, form=form))


def _exact(shown: Iterable[Column]) -> frozenset[str]:
    return frozenset(column.name for column in shown if column.decimal)


def csv_lines(rows: Iterable[Row], names: Sequence[str], exact: frozenset[str] = frozenset()) -> str:
    """Rows as lines of CSV, without a header."""
    return "".join(_line([_cell(row[name], safe=name in exact) for name in names]) for row in rows)


def _line(cells: Sequence[str]) -> str:
    """One line. Python before 3.13 puts a cell with a CR in quotation marks only where lines end in it."""
    out = StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue()[: -len("\r\n")] + "\n"


def _cell(value: object, *, safe: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    text = "; ".join(map(str, value)) if isinstance(value, list) else str(value)
    is_text = isinstance(value, str | list) and not safe
    return f"'{text}" if is_text and _FORMULA.match(text) else text
