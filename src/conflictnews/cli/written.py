"""Files that the command line writes: each whole or not at all, each failure named."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping

from conflictnews.cli.files import Problem
from conflictnews.comparison import compare
from conflictnews.output import to_html, to_json, to_sqlite
from conflictnews.output.new_file import write_text
from conflictnews.types import Article
from conflictnews.types.collection import Collection

__all__ = ["printed_text", "write_files"]


def write_files(paths: Mapping[str, str | None], articles: list[Article]) -> list[Problem]:
    """Write each kind of file (json, html, sqlite) to its path, where there is one and it is not "-"."""
    failed = []
    for kind, path in paths.items():
        if path is None or path == "-":
            continue
        try:
            _write(kind, path, articles)
        except OSError as wrong:
            failed.append(Problem(path, wrong.strerror or str(wrong)))
        except sqlite3.Error as wrong:
            failed.append(Problem(path, f"not written: {wrong}"))
        except ModuleNotFoundError as missing:
            failed.append(Problem(path, f"not written: {missing}"))
    return failed


def printed_text(kind: str, articles: list[Article]) -> str:
    """The articles and their comparison as JSON or as a page."""
    make: dict[str, Callable[[list[Article]], str]] = {"json": _as_json, "html": _as_page}
    return make[kind](articles)


def _write(kind: str, path: str, articles: list[Article]) -> None:
    if kind == "sqlite":
        to_sqlite(articles, path)
    else:
        write_text(path, printed_text(kind, articles))


def _as_json(articles: list[Article]) -> str:
    together = compare(articles) if len(articles) > 1 else None
    return to_json(Collection(tuple(articles), together), indent=1)


def _as_page(articles: list[Article]) -> str:
    return to_html(articles, comparison=compare(articles) if len(articles) > 1 else None)
