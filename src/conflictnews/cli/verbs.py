"""What each verb does."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator

from conflictnews.cli.article_sections import article_sections
from conflictnews.cli.comparison_sections import comparison_sections
from conflictnews.cli.exchange import export, import_back
from conflictnews.cli.explain import explain_sections
from conflictnews.cli.inputs import Inputs, Problem
from conflictnews.cli.layers import json_line, print_layer
from conflictnews.cli.progress import with_progress
from conflictnews.cli.screen import Screen, make_screen
from conflictnews.cli.sections import flat, title_of, visible
from conflictnews.cli.written import printed_text, write_files
from conflictnews.comparison import compare
from conflictnews.errors import LexiconError
from conflictnews.lexicons.user_rows import read_lexicon
from conflictnews.output.csv_text import to_csv
from conflictnews.output.json_schema import SCHEMAS, collection_schema, shipped_schema
from conflictnews.output.plain_json import dumps
from conflictnews.output.row_schema import row_schema
from conflictnews.output.rows import to_rows
from conflictnews.parser import Parser
from conflictnews.parsing import parse_many
from conflictnews.types import Article
from conflictnews.types.comparison import Comparison
from conflictnews.types.failure import Failure

__all__ = ["run"]

_MOST = 8
"""Rows of each part of the comparison in the overview."""


def run(given: argparse.Namespace) -> int:
    """Do what was asked; the exit status."""
    if given.verb == "schema":
        _write(_schema(given.name))
        return 0
    if given.verb == "import":
        return _told(import_back(given))
    try:
        parser = Parser() if given.lexicon is None else Parser().with_lexicon(**read_lexicon(given.lexicon))
    except LexiconError as wrong:
        print(f"conflictnews: {visible(str(wrong))}", file=sys.stderr)
        return 2
    except OSError as wrong:
        print(f"conflictnews: {Problem(given.lexicon, wrong.strerror or str(wrong))}", file=sys.stderr)
        return 2
    inputs = Inputs(given.paths, given.published)
    articles = _parsed(inputs, given.workers, parser)
    verbs: dict[str, Callable[[argparse.Namespace, Iterable[Article]], list[Problem]]] = {
        "report": _report,
        "compare": _compare,
        "explain": _explain,
        "export": export,
    }
    failed = verbs.get(given.verb, _layer)(given, articles)
    _told(inputs.notes)
    return _told([*inputs.problems, *failed])


def _told(problems: list[Problem]) -> int:
    """Each problem in a line on stderr; the exit status."""
    for problem in problems:
        print(f"conflictnews: {problem}", file=sys.stderr)
    return 1 if problems else 0


def _schema(name: str) -> str:
    if name in SCHEMAS:
        return shipped_schema(name)
    return dumps(collection_schema() if name == "collection" else row_schema(name), 2)


def _parsed(inputs: Inputs, workers: int | None, parser: Parser) -> Iterator[Article]:
    """The articles; what could not be read becomes a problem of the inputs."""
    for read in with_progress(parse_many(inputs, workers=workers, parser=parser, errors="return"), inputs.total):
        if isinstance(read, Failure):
            inputs.problems.append(Problem(read.id or f"article {read.position}", str(read.error)))
        else:
            yield read


def _write(text: str) -> None:
    sys.stdout.write(text if text.endswith("\n") else text + "\n")


def _report(given: argparse.Namespace, articles: Iterable[Article]) -> list[Problem]:
    read = list(articles)
    problems = _files(given, read)  # before the report: who reads it may stop (``| head``)
    if "-" not in {given.json, given.html}:
        screen = make_screen()
        if len(read) > 1:
            _show_comparison(screen, read, _MOST)
        for number, article in enumerate(read, 1):
            _show_article(screen, number, article, given.least)
    return problems


def _compare(given: argparse.Namespace, articles: Iterable[Article]) -> list[Problem]:
    read = list(articles)
    problems = _files(given, read)
    if given.format != "table":
        _write_comparison_rows(compare(read), given.table, given.format)
    elif read and "-" not in {given.json, given.html}:
        screen = make_screen()
        for number, article in enumerate(read, 1):
            _write(f"[{number}] {flat(article.id or '')}  {title_of(article)}".rstrip())
        _show_comparison(screen, read, None)
        for number, article in enumerate(read if given.articles else (), 1):
            _show_article(screen, number, article, given.least)
    return problems


def _files(given: argparse.Namespace, articles: list[Article]) -> list[Problem]:
    for kind in ("json", "html"):
        if getattr(given, kind) == "-":
            _write(printed_text(kind, articles))
    return write_files({kind: getattr(given, kind) for kind in ("json", "html", "sqlite")}, articles)


def _write_comparison_rows(comparison: Comparison, table: str, form: str) -> None:
    if form == "csv":
        _write(to_csv(comparison, table))
        return
    for row in to_rows(comparison, table):
        sys.stdout.write(json_line(row))


def _explain(_: argparse.Namespace, articles: Iterable[Article]) -> list[Problem]:
    screen = make_screen()
    for number, article in enumerate(articles, 1):
        screen.heading(f"[{number}] {title_of(article)}", _note(article))
        for section in explain_sections(article):
            screen.section(section)
    return []


def _layer(given: argparse.Namespace, articles: Iterable[Article]) -> list[Problem]:
    print_layer(articles, given.verb, given.form, given.format)
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
