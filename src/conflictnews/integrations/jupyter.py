"""Tuples of articles, events and annotations, and comparisons, as tables in notebooks.

``%load_ext conflictnews.integrations.jupyter``; single articles and events need no extension.
"""

from __future__ import annotations

from typing import Any

from conflictnews.output.notebook import notebook_html
from conflictnews.types.comparison import Comparison

__all__ = ["load_ipython_extension", "unload_ipython_extension"]

_KINDS = (tuple, Comparison)


def load_ipython_extension(ipython: Any) -> None:  # noqa: ANN401 - IPython's shell
    """Show them; other tuples stay as they are."""
    formatter = ipython.display_formatter.formatters["text/html"]
    for kind in _KINDS:
        formatter.for_type(kind, notebook_html)


def unload_ipython_extension(ipython: Any) -> None:  # noqa: ANN401 - IPython's shell
    """Show them as before."""
    formatter = ipython.display_formatter.formatters["text/html"]
    for kind in _KINDS:
        formatter.pop(kind, None)
