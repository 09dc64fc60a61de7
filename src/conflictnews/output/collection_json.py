"""A collection as plain data: its articles and its comparison, each as it is written by itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from conflictnews.errors import SchemaError
from conflictnews.output.article_json import ARTICLE_SCHEMA, read_article, write_article
from conflictnews.output.codec import check_object, type_name
from conflictnews.output.comparison_json import COMPARISON_SCHEMA, read_comparison, write_comparison
from conflictnews.types import Annotation
from conflictnews.types.collection import Collection

__all__ = ["COLLECTION_SCHEMA", "read_collection", "write_collection"]

COLLECTION_SCHEMA = "conflictnews-collection/1"
_KEYS = ("schema", "articles", "comparison")


def write_collection(collection: Collection) -> dict[str, Any]:
    """A collection as plain data."""
    comparison = collection.comparison
    return {
        "schema": COLLECTION_SCHEMA,
        "articles": [write_article(article) for article in collection.articles],
        "comparison": None if comparison is None else write_comparison(comparison),
    }


def read_collection(data: Mapping[str, Any], types: Mapping[str, type[Annotation]]) -> Collection:
    """The collection; ``SchemaError`` where the data is none, with the path from its top."""
    given = check_object(data, "$", _KEYS, _KEYS)
    if not isinstance(given["articles"], list):
        raise SchemaError("$.articles", f"must be an array, not {type_name(given['articles'])}")
    articles = tuple(
        _inside(f"$.articles[{number}]", lambda one=one: read_article(_document(one, ARTICLE_SCHEMA), types))
        for number, one in enumerate(given["articles"])
    )
    comparison = given["comparison"]
    if comparison is not None:
        comparison = _inside("$.comparison", lambda: read_comparison(_document(comparison, COMPARISON_SCHEMA)))
    return Collection(articles, comparison)


def _document(data: object, schema: str) -> Mapping[str, Any]:
    given = check_object(data, "$", ("schema",), None)
    if given["schema"] != schema:
        raise SchemaError("$.schema", f"must be {schema!r}")
    return given


def _inside(path: str, read: Any) -> Any:  # noqa: ANN401 - a function without arguments, and what it gives
    try:
        return read()
    except SchemaError as wrong:
        raise SchemaError(path + wrong.path.removeprefix("$"), wrong.problem) from None
