"""One layer of the articles as a table, CSV or JSON Lines."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import date

from conflictnews.cli.screen import make_screen
from conflictnews.cli.sections import flat
from conflictnews.output.csv_text import csv_header, csv_lines, exact_names
from conflictnews.output.plain_json import dumps
from conflictnews.output.rows import Row, to_rows
from conflictnews.output.tables import Form
from conflictnews.types import Article

__all__ = ["json_line", "print_layer"]

_SHOWN = {
    "articles": ("article_id", "source", "published", "title", "length"),
    "blocks": ("article_id", "kind", "text"),
    "sentences": ("article_id", "text"),
    "entities": ("article_id", "name", "kind", "register_id", "state"),
    "quotes": ("article_id", "speaker", "text", "kind"),
    "attributions": ("article_id", "speaker", "act", "cue", "content", "kind"),
    "facts": ("article_id", "text", "value", "low", "high", "bound", "kind", "unit", "noun", "role"),
    "dates": ("article_id", "text", "type", "value", "earliest", "latest"),
    "events": (
        "article_id",
        "type",
        "status",
        "text",
        "actor1",
        "actor2",
        "location",
        "date_value",
        "killed_low",
        "killed_high",
    ),
    "speakers": ("article_id", "name", "kind", "role", "mentions"),
    "participants": ("event_id", "role", "name", "register_id", "state", "category"),
    "event_facts": ("event_id", "fact_id", "role"),
    "statements": ("event_id", "stance", "name"),
    "diagnostics": ("article_id", "code", "text", "message"),
}
"""What fits a terminal; csv and jsonl have all columns."""
_SHOWN_FORMS = {
    "acled": ("event_date", "event_type", "sub_event_type", "actor1", "actor2", "country", "location", "fatalities"),
    "plover": ("date", "event", "mode", "actor", "recipient", "country", "quad_class", "goldstein", "dead"),
    "gdelt": ("SQLDATE", "Actor1Name", "Actor2Name", "EventCode", "QuadClass", "GoldsteinScale", "ActionGeo_FullName"),
}


def print_layer(articles: Iterable[Article], layer: str, form: Form, output: str) -> None:
    """Print a layer as ``output`` says: table, csv or jsonl. The last two are printed article by article."""
    if output == "table":
        _print_table(list(articles), layer, form)
    elif output == "csv":
        names, exact = csv_header(layer, form), exact_names(layer, form)
        sys.stdout.write(csv_lines([dict(zip(names, names, strict=True))], names))
        for article in articles:
            rows = to_rows([article], layer, form=form, numbers="exact")
            sys.stdout.write(csv_lines(rows, names, exact))
    else:
        for article in articles:
            for row in to_rows([article], layer, form=form):
                sys.stdout.write(json_line(row))


def json_line(row: Row) -> str:
    """A row as a line of JSON, days as ISO dates."""
    plain = {name: value.isoformat() if isinstance(value, date) else value for name, value in row.items()}
    return dumps(plain) + "\n"


def _print_table(articles: list[Article], layer: str, form: Form) -> None:
    names = _SHOWN_FORMS.get(form, _SHOWN[layer])
    rows = to_rows(articles, layer, form=form, numbers="exact")
    make_screen().table(names, [[_cell(row[name]) for name in names] for row in rows])


def _cell(value: object) -> str:
    if value is None:
        return ""
    return flat("; ".join(map(str, value)) if isinstance(value, list) else str(value))
