"""What is held to be true of any text, through every output: the fuzzers' question."""

from __future__ import annotations

import csv
import io
import json
import pickle
from functools import cache
from importlib.resources import files
from typing import Any

import conflictnews as cn
from conflictnews.interchange import to_brat, to_web_annotations
from tests.promises import check

__all__ = ["check_comparison", "check_outputs", "check_text"]

LAYERS = "blocks sentences quotes attributions facts dates events diagnostics".split()
"""Layers whose items stand in the order of the text."""


def check_text(text: str) -> cn.Article:
    """Spans are exact and in order, JSON and pickle lose nothing, and a second reading says the same."""
    article = cn.parse(text)
    check(article, text)
    for layer in LAYERS:
        starts = [order(item) for item in getattr(article, layer)]
        assert starts == sorted(starts), f"{layer} out of order"
    assert cn.from_json(cn.to_json(article)) == article
    assert cn.to_json(cn.parse(text)) == cn.to_json(article)
    return article


def order(item: cn.Annotation) -> int:
    """Where an item begins: a quotation with its marks, an attribution with what is said."""
    if isinstance(item, cn.Attribution) and item.content:
        return item.content[0].start
    return item.outer.start if isinstance(item, cn.Quote) else item.span.start


def check_outputs(article: cn.Article) -> None:
    """Pages, tables and what annotators read come out whole, and JSON is as its schema says."""
    json_schema().validate(cn.to_dict(article))
    assert pickle.loads(pickle.dumps(article)) == article
    cn.to_html(article).encode("utf-8")
    for layer in ("quotes", "attributions", "facts", "dates", "events", "speakers", "entities"):
        rows = cn.to_rows([article], layer)
        table = io.StringIO(cn.to_csv([article], layer), newline="")
        assert len(list(csv.DictReader(table))) == len(rows)
    json.dumps(to_web_annotations(article, "https://example.org/a"))
    to_brat(article)


def check_comparison(one: cn.Article, other: cn.Article) -> None:
    """A comparison loses nothing in JSON and shows as a page."""
    compared = cn.compare([one, other])
    assert cn.from_json(cn.to_json(compared)) == compared
    cn.to_html(compared).encode("utf-8")


@cache
def json_schema() -> Any:
    """What checks an article's JSON."""
    import jsonschema

    text = files("conflictnews.schema").joinpath("article.schema.json").read_text("utf-8")
    return jsonschema.Draft202012Validator(json.loads(text))
