"""Write the page of all columns: ``python tools/make_columns_page.py``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from conflictnews.output.tables import FORMS, TABLES, Column, columns
from conflictnews.output.tables.comparison import COMPARISON_COLUMNS

PAGE = Path(__file__).parent.parent / "docs" / "reference" / "columns.md"
_HEAD = """\
# Columns

What `to_rows`, `to_csv`, `to_sqlite`, Arrow tables and the command line give: one list of columns for all of them,
which `conflictnews.columns("events")` and `comparison_columns("tolls")` return, too. This page is made from it by
`tools/make_columns_page.py`.

| type | in rows | in Arrow | in SQLite | in CSV |
|---|---|---|---|---|
| string | `str` | string | TEXT | text |
| integer | `int` | int64 | INTEGER | digits |
| number | `float` | float64 | REAL | digits, exact |
| boolean | `bool` | bool | 0 or 1 | `true` or `false` |
| date | `datetime.date` | date32 | ISO date | ISO date |
| strings | list of `str` | list of string | JSON array | joined by "; " |

What nothing tells is missing: `None`, a null, an empty cell; a list is empty. An id names the article, the layer and
the position: `000#facts-2`. With `numbers="exact"`, `to_rows` gives columns marked "exact" as decimal strings.
"""
_FORMS = {
    "acled": "The columns of an ACLED export: one row an event that took place and has a type there.",
    "plover": "PLOVER's event, mode and context, with the CAMEO code: one row an event that has a PLOVER type.",
    "gdelt": "The names of GDELT's event table, where they fit: one row an event that took place and has a CAMEO code.",
}

_COMPARED = {
    "stories": "The stories of a comparison: one row each.",
    "incidents": "The incidents that several articles tell: one row an event that tells it.",
    "tolls": "The figures that articles give of incidents: one row each.",
    "disagreements": "What articles say on one matter: one row a side.",
    "quotes": "Utterances that several articles have: one row a version.",
    "passages": "Sentences that several articles have: one row a copy.",
    "copying": "How much of an article stands in another: one row a pair.",
    "actors": "People, bodies and groups in all articles: one row a mention.",
}


def page() -> str:
    """The whole page."""
    parts = [_HEAD]
    for name, table in TABLES.items():
        refers = "; ".join(f"`{column}` leads to `{other}`" for column, other in table.refers)
        key = ", ".join(f"`{column}`" for column in table.key)
        parts.append(f"\n## {name}\n\n{table.meaning} Key: {key}.{f' {refers}.' if refers else ''}\n\n")
        parts += _table(table.columns)
    for form in FORMS[1:]:
        parts.append(f'\n## events, form="{form}"\n\n{_FORMS[form]}\n\n')
        parts += _table(columns("events", form=form))
    for name, shown in COMPARISON_COLUMNS.items():
        parts.append(f"\n## {name} of a comparison\n\n{_COMPARED[name]}\n\n")
        parts += _table(shown)
    return "".join(parts)


def _table(shown: tuple[Column, ...]) -> Iterator[str]:
    yield "| column | type | meaning |\n|---|---|---|\n"
    for column in shown:
        kind = f"{column.type}{', exact' if column.decimal else ''}"
        yield f"| `{column.name}` | {kind} | {column.meaning} |\n"


def main() -> None:
    """Write it, to a file that is named or to its place."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else PAGE
    target.write_text(page(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
