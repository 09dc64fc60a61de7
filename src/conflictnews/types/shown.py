"""How articles and events show themselves in notebooks."""

from __future__ import annotations

from importlib import import_module

__all__ = ["shown_in_notebook"]


def shown_in_notebook(item: object) -> str | None:
    """The HTML of an article or an event.

    What makes it belongs to a layer above this one, so it is asked for by its name, when a notebook asks.
    """
    html: str | None = import_module("conflictnews.output.notebook").notebook_html(item)
    return html
