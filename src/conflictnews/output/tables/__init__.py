"""The columns of every table, from which rows, CSV, Arrow, JSON Schema, SQLite and the docs page are made."""

from __future__ import annotations

from typing import Literal

from conflictnews.output.tables.column import Column, ColumnType, Table
from conflictnews.output.tables.events import EVENT_FACTS, EVENTS, PARTICIPANTS, STATEMENTS
from conflictnews.output.tables.page import ARTICLES, BLOCKS, DIAGNOSTICS, ENTITIES, SENTENCES
from conflictnews.output.tables.quantities import DATES, FACTS
from conflictnews.output.tables.speech import ATTRIBUTIONS, QUOTES, SPEAKERS

__all__ = ["FORMS", "TABLES", "Column", "ColumnType", "Form", "Table", "check_form", "columns", "form_columns"]

Form = Literal["plain", "acled", "plover", "gdelt"]
FORMS: tuple[Form, ...] = ("plain", "acled", "plover", "gdelt")

TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        ARTICLES,
        BLOCKS,
        SENTENCES,
        ENTITIES,
        SPEAKERS,
        ATTRIBUTIONS,
        QUOTES,
        DATES,
        FACTS,
        EVENTS,
        PARTICIPANTS,
        EVENT_FACTS,
        STATEMENTS,
        DIAGNOSTICS,
    )
}
"""Every table by its name; what is referred to comes before what refers to it."""


def form_columns(form: Form) -> tuple[Column, ...]:
    """The columns of the events in another form."""
    if form == "acled":
        from conflictnews.output.forms.acled import ACLED  # noqa: PLC0415 - its tables are read for it only

        return ACLED
    if form == "plover":
        from conflictnews.output.forms.plover import PLOVER  # noqa: PLC0415

        return PLOVER
    if form == "gdelt":
        from conflictnews.output.forms.gdelt import GDELT  # noqa: PLC0415

        return GDELT
    return EVENTS.columns


def columns(layer: str, *, form: Form = "plain", numbers: Literal["float", "exact"] = "float") -> tuple[Column, ...]:
    """The columns of ``to_rows(articles, layer, ...)``, in order: each with its name, type and meaning.

    For frames that have their columns and types whatever the rows hold: ``pandas.DataFrame(rows, columns=[column.name
    for column in columns("facts")])``, ``polars.DataFrame(rows, schema={column.name: column.type.python for column in
    columns("facts")})``. A custom layer's columns follow from its rows; it is a ``ValueError`` here.

    >>> [(column.name, column.type.value) for column in columns("blocks")][3:5]
    [('block_id', 'string'), ('start', 'integer')]
    """
    check_form(layer, form)
    if layer not in TABLES:
        raise ValueError(f"no table {layer!r}; there are {', '.join(TABLES)}")
    found = form_columns(form) if form != "plain" else TABLES[layer].columns
    if numbers == "float":
        return found
    if numbers == "exact":
        return tuple(column.exact for column in found)
    raise ValueError(f"numbers must be 'float' or 'exact', not {numbers!r}")


def check_form(layer: str, form: str) -> None:
    """``ValueError`` for a form that there is not, or that a layer does not have."""
    if form not in FORMS:
        raise ValueError(f"form must be one of {', '.join(FORMS)}, not {form!r}")
    if form != "plain" and layer != "events":
        raise ValueError(f"only events have the form {form!r}, not {layer}")
