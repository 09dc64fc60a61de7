"""The JSON Schema (draft 2020-12) of a table's rows, made from its columns."""

from __future__ import annotations

from typing import Any

from conflictnews.output.tables import TABLES, ColumnType, Form, columns

__all__ = ["row_schema"]

_TYPES: dict[ColumnType, dict[str, Any]] = {
    ColumnType.STRING: {"type": ["string", "null"]},
    ColumnType.INTEGER: {"type": ["integer", "null"]},
    ColumnType.NUMBER: {"type": ["number", "null"]},
    ColumnType.BOOLEAN: {"type": ["boolean", "null"]},
    ColumnType.DATE: {"type": ["string", "null"], "format": "date"},
    ColumnType.STRINGS: {"type": "array", "items": {"type": "string"}},
}


def row_schema(layer: str, form: Form = "plain") -> dict[str, Any]:
    """The schema of one row of ``to_rows`` as JSON Lines hold it: an object, days as ISO dates.

    >>> row_schema("blocks")["properties"]["kind"]
    {'type': ['string', 'null'], 'description': 'what the paragraph is on the page'}
    """
    shown = columns(layer, form=form)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"A row of {layer}",
        "description": TABLES[layer].meaning,
        "type": "object",
        "properties": {column.name: {**_TYPES[column.type], "description": column.meaning} for column in shown},
        "required": [column.name for column in shown],
        "additionalProperties": False,
    }
