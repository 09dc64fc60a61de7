"""The JSON Schemas (draft 2020-12) of what ``to_dict`` gives, made from the tables of the writer and the reader."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.resources import files
from typing import Any

from conflictnews.output.codec import SPAN, Schema

__all__ = ["SCHEMAS", "article_schema", "collection_schema", "comparison_schema", "shipped_schema"]

SCHEMAS = ("article", "comparison")

_SPAN: Schema = {
    "description": "[start, end]: half-open offsets in Unicode code points.",
    "type": "array",
    "prefixItems": [{"type": "integer", "minimum": 0}, {"type": "integer", "minimum": 0}],
    "minItems": 2,
    "maxItems": 2,
}


def shipped_schema(name: str) -> str:
    """The schema file that the package ships, as text; ``name`` is one of ``SCHEMAS``."""
    return files("conflictnews").joinpath("schema", f"{name}.schema.json").read_text(encoding="utf-8")


def article_schema() -> Schema:
    """The schema of an article."""
    from conflictnews.output import article_json as own  # noqa: PLC0415 - loaded when JSON is used

    properties: Schema = {name: codec.schema for name, codec in own.ARTICLE.items()}
    place = {"type": "object", "properties": {"span": SPAN.schema}, "required": ["span"], "additionalProperties": False}
    for name in own.PLACES:
        properties[name] = {"description": f"the first block of kind {name}", "anyOf": [place, {"type": "null"}]}
    for name, kind in own.LISTS.items():
        properties[name] = {"type": "array", "items": kind.schema}
    custom = {"type": "object", "properties": {"span": SPAN.schema, "text": {"type": "string"}}}
    properties["layers"] = {
        "description": "the results of custom extractors, by the layer's name",
        "type": "object",
        "additionalProperties": {"type": "array", "items": {**custom, "required": ["span", "text"]}},
    }
    required = [name for name in properties if name not in own.PLACES and name not in own.NEWER_LISTS]
    title = "A news article as conflictnews reads it"
    return _document(own.ARTICLE_SCHEMA, title, properties, required, own.OBJECTS)


def comparison_schema() -> Schema:
    """The schema of a comparison."""
    from conflictnews.output import comparison_json as own  # noqa: PLC0415 - loaded when JSON is used

    properties = {name: codec.schema for name, codec in own.COMPARISON.items()}
    title = "What several news articles share, copy and contradict"
    return _document(own.COMPARISON_SCHEMA, title, properties, list(properties), own.OBJECTS)


def collection_schema() -> Schema:
    """The schema of a collection, which holds those of its articles and of its comparison whole."""
    from conflictnews.output.collection_json import COLLECTION_SCHEMA  # noqa: PLC0415

    inner = {"Article": article_schema(), "Comparison": comparison_schema()}
    defined = {name: {"$id": f"urn:conflictnews:{name.lower()}", **schema} for name, schema in inner.items()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "News articles and what they have in common",
        "type": "object",
        "properties": {
            "schema": {"const": COLLECTION_SCHEMA},
            "articles": {"type": "array", "items": {"$ref": "urn:conflictnews:article"}},
            "comparison": {"anyOf": [{"$ref": "urn:conflictnews:comparison"}, {"type": "null"}]},
        },
        "required": ["schema", "articles", "comparison"],
        "additionalProperties": False,
        "$defs": defined,
    }


def _document(version: str, title: str, properties: Schema, required: list[str], objects: Iterable[Any]) -> Schema:
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        "type": "object",
        "properties": {"schema": {"const": version}, **properties},
        "required": ["schema", *required],
        "additionalProperties": False,
        "$defs": {"Span": _SPAN, **{item.kind.__name__: item.definition for item in objects}},
    }
