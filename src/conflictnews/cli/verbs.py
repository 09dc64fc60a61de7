"""What each verb does."""

from __future__ import annotations

import argparse
import csv
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from conflictnews.cli.article_sections import article_sections
from conflictnews.cli.comparison_sections import comparison_sections
from conflictnews.cli.explain import explain_sections
from conflictnews.cli.inputs import Inputs, Problem
from conflictnews.cli.screen import Screen, make_screen
from conflictnews.cli.sections import flat, title_of
from conflictnews.comparison import compare
from conflictnews.output import to_dict, to_html, to_rows
from conflictnews.output.json_schema import shipped_schema
from conflictnews.output.plain_json import dumps
from conflictnews.output.rows import COLUMNS, HEAD
from conflictnews.parsing import parse_many
from conflictnews.types import Article

__all__ = ["run"]

_MOST = 8
"""Rows of each part of the comparison in the overview."""
_TABLE_COLUMNS = {
    "quotes": ("article", "speaker", "text", "kind"),
    "attributions": ("article", "speaker", "cue", "content", "kind"),
    "facts": ("article", "text", "value", "low", "high", "bound", "kind", "unit", "noun", "role"),
    "dates": ("article", "text", "type", "value", "earliest", "latest"),
    "events": ("article", "type", "status", "text", "actors", "targets", "location", "date"),
    "speakers": ("article", "name", "kind", "role", "mentions"),
}
"""What fits a terminal; csv and jsonl have all columns."""


def run(given: argparse.Namespace) -> int:
    """Do what was asked; the exit status."""
    if given.verb == "schema":
        _write(shipped_schema(given.name))
        return 0
    inputs = Inputs(given.paths, given.published)
    articles = _parsed(inputs, given.workers)
    verbs: dict[str, Callable[[argparse.Namespace, Iterable[Article]], list[Problem]]] = {
        "report": _report,
        "compare": _compare,
        "explain": _explain,
    }
    failed = verbs.get(given.verb, _layer)(given, articles)
    for problem in [*inputs.problems, *failed]:
        print(f"conflictnews: {problem}", file=sys.stderr)
    return 1 if inputs.problems or failed else 0


def _parsed(inputs: Inputs, workers: int | None) -> Iterator[Article]:
    """The articles one by one; where stderr is a terminal and it takes long, their number is shown there."""
    show, began, shown = sys.stderr.isatty(), time.monotonic(), 0.0
    number = 0
    for number, article in enumerate(parse_many(inputs, workers=workers), 1):
        now = time.monotonic()
        if show and now - began > 1 and now - shown > 0.2:
            sys.stderr.write(f"\r{number} articles")
            sys.stderr.flush()
            shown = now
        yield article
    if shown:
        sys.stderr.write(f"\r{number} articles\n")


def _write(text: str) -> None:
    sys.stdout.write(text if text.endswith("\n") else text + "\n")


def _report(given: argparse.Namespace, articles: Iterable[Article]) -> list[Problem]:
    read = list(articles)
    if "-" not in {given.json, given.html}:
        screen = make_screen()
        if len(read) > 1:
            _show_comparison(screen, read, _MOST)
        for number, article in enumerate(read, 1):
            _show_article(screen, number, article, given.least)
    return _write_files(given, read)


def _compare(given: argparse.Namespace, articles: Iterable[Article]) -> list[Problem]:
    read = list(articles)
    if given.format != "table":
        _write_rows(to_rows(compare(read), "disagreements"), given.format)
    elif read and "-" not in {given.json, given.html}:
        screen = make_screen()
        for number, article in enumerate(read, 1):
            _write(f"[{number}] {flat(article.id or '')}  {title_of(article)}".rstrip())
        _show_comparison(screen, read, None)
    return _write_files(given, read)


def _write_rows(rows: Sequence[Mapping[str, object]], form: str) -> None:
    """Rows that all have the same keys; of none nothing is known, and nothing is written."""
    if form == "jsonl":
        for row in rows:
            _write(dumps(row))
    elif rows:
        writer = csv.DictWriter(sys.stdout, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def _explain(_: argparse.Namespace, articles: Iterable[Article]) -> list[Problem]:
    screen = make_screen()
    for number, article in enumerate(articles, 1):
        screen.heading(f"[{number}] {title_of(article)}", _note(article))
        for section in explain_sections(article):
            screen.section(section)
    return []


def _show_article(screen: Screen, number: int, article: Article, least: float) -> None:
    screen.heading(f"[{number}] {title_of(article)}", _note(article))
    sections = article_sections(article, least)
    for section in sections:
        screen.section(section)
    if not sections:
        _write("\n  nothing was found in this text")


def _note(article: Article) -> str:
    day = article.published.isoformat() if article.published else "no date"
    return " · ".join(part for part in (flat(article.id or ""), flat(article.source or ""), day) if part)


def _show_comparison(screen: Screen, articles: list[Article], most: int | None) -> None:
    sections = comparison_sections(compare(articles), articles, most)
    screen.heading(f"The {len(articles)} articles together", "" if sections else "They share nothing that was found.")
    for section in sections:
        screen.section(section)


def _write_files(given: argparse.Namespace, articles: list[Article]) -> list[Problem]:
    failed = []
    for path, make in ((given.json, _as_json), (given.html, _as_page)):
        if path is None:
            continue
        try:
            text = make(articles)
            if path == "-":
                _write(text)
            else:
                Path(path).write_text(text, encoding="utf-8", errors="backslashreplace", newline="\n")
        except OSError as wrong:
            failed.append(Problem(path, wrong.strerror or str(wrong)))
        except ModuleNotFoundError as missing:
            failed.append(Problem(path, f"not written: {missing}"))
    return failed


def _as_json(articles: list[Article]) -> str:
    together = to_dict(compare(articles)) if len(articles) > 1 else None
    return dumps({"articles": [to_dict(article) for article in articles], "comparison": together}, 1)


def _as_page(articles: list[Article]) -> str:
    return to_html(articles, comparison=compare(articles) if len(articles) > 1 else None)


def _layer(given: argparse.Namespace, articles: Iterable[Article]) -> list[Problem]:
    layer: str = given.verb
    if given.format == "table":
        columns = _TABLE_COLUMNS[layer]
        rows = to_rows(articles, layer)
        make_screen().table(columns, [[_cell(row[column]) for column in columns] for row in rows])
        return []
    writer = csv.DictWriter(sys.stdout, [*HEAD, *COLUMNS[layer]], lineterminator="\n")
    if given.format == "csv":
        writer.writeheader()
    for number, article in enumerate(articles):
        for row in to_rows([article], layer):
            row["article"] = article.id if article.id is not None else str(number)
            if given.format == "csv":
                writer.writerow(row)
            else:
                _write(dumps(row))
    return []


def _cell(value: object) -> str:
    return "" if value is None else flat(str(value))
