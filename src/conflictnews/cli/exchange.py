"""The verbs that go to annotators and back: export and import."""

from __future__ import annotations

import argparse
from collections.abc import Iterable

from conflictnews.cli.files import Problem
from conflictnews.cli.written import printed_text, write_files
from conflictnews.errors import SchemaError
from conflictnews.interchange.folders import export_folder, import_folder
from conflictnews.types import Article

__all__ = ["export", "import_back"]


def export(given: argparse.Namespace, articles: Iterable[Article]) -> list[Problem]:
    """Write the articles to a folder that annotators can be given."""
    try:
        export_folder(list(articles), given.format, given.output)
    except OSError as wrong:
        return [Problem(str(wrong.filename or given.output), wrong.strerror or str(wrong))]
    except ModuleNotFoundError as missing:
        return [Problem(given.output, f"not written: {missing}")]
    return []


def import_back(given: argparse.Namespace) -> list[Problem]:
    """Read what annotators corrected, and write it as it is asked for; as JSON to standard output otherwise."""
    try:
        articles = import_folder(given.path, given.format)
    except SchemaError as wrong:
        return [Problem(wrong.path, wrong.problem)]
    except OSError as wrong:
        return [Problem(str(wrong.filename or given.path), wrong.strerror or str(wrong))]
    except ModuleNotFoundError as missing:
        return [Problem(given.path, f"not read: {missing}")]
    paths = {kind: getattr(given, kind) for kind in ("json", "html", "sqlite")}
    if not any(paths.values()):
        paths["json"] = "-"
    for kind in ("json", "html"):
        if paths[kind] == "-":
            print(printed_text(kind, articles))
    return write_files(paths, articles)
