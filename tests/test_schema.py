"""The JSON Schemas: the shipped files are those of the types, and what to_dict gives holds to them."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any, get_args, get_type_hints

import attrs
import jsonschema
import pytest

import conflictnews as cn
from conflictnews.output.article_json import ARTICLE, LISTS
from conflictnews.output.article_json import OBJECTS as ARTICLE_OBJECTS
from conflictnews.output.comparison_json import COMPARISON
from conflictnews.output.comparison_json import OBJECTS as COMPARISON_OBJECTS
from conflictnews.output.json_schema import article_schema, collection_schema, comparison_schema, shipped_schema
from conflictnews.output.objects import Object
from tests.sample_articles import full_article, full_comparison

MADE = {"article": article_schema(), "comparison": comparison_schema()}
DERIVED = {"text"}
"""What the JSON of an annotation may leave out: it follows from the span."""


def shipped(name: str) -> Any:
    return json.loads(shipped_schema(name))


@pytest.mark.parametrize("name", list(MADE))
def test_the_shipped_file_is_the_one_of_the_tables(name: str) -> None:
    assert shipped(name) == MADE[name], "run python tools/make_schemas.py"
    jsonschema.Draft202012Validator.check_schema(shipped(name))


@pytest.mark.parametrize("table", [*ARTICLE_OBJECTS, *COMPARISON_OBJECTS], ids=lambda table: table.kind.__name__)
def test_every_field_of_a_type_is_in_its_table(table: Object) -> None:
    fields = {field.name for field in attrs.fields(table.kind)}
    assert set(table.fields) <= fields
    assert fields - set(table.fields) <= DERIVED


@pytest.mark.parametrize("table", [*ARTICLE_OBJECTS, *COMPARISON_OBJECTS], ids=lambda table: table.kind.__name__)
def test_a_field_may_be_null_where_the_type_says_so(table: Object) -> None:
    hints = get_type_hints(table.kind)
    for name, schema in table.definition["properties"].items():
        nullable = "null" in (schema.get("type") or ()) or {"type": "null"} in schema.get("anyOf", ())
        assert nullable == (type(None) in get_args(hints[name])), name


@pytest.mark.parametrize("table", [*ARTICLE_OBJECTS, *COMPARISON_OBJECTS], ids=lambda table: table.kind.__name__)
def test_a_vocabulary_has_all_its_words(table: Object) -> None:
    hints = get_type_hints(table.kind)
    for name, schema in table.definition["properties"].items():
        if "enum" in schema:
            assert schema["enum"] == [str(member) for member in hints[name]]
        else:
            assert hints[name] not in {cn.QuoteKind, cn.BlockKind, cn.Role, cn.EventType}


def test_every_list_of_an_article_and_a_comparison_is_in_the_schema() -> None:
    assert {*ARTICLE, *LISTS, "layers"} == {field.name for field in attrs.fields(cn.Article)}
    assert set(COMPARISON) == {field.name for field in attrs.fields(cn.Comparison)}


@attrs.frozen(kw_only=True)
class Aircraft(cn.Annotation):
    model: str
    range_km: Decimal
    seen: date


def test_what_to_dict_gives_holds_to_the_schema() -> None:
    jets = (Aircraft(span=cn.Span(0, 7), text="Rockets", model="F-16", range_km=Decimal("1.5"), seen=date(2021, 2, 1)),)
    article = attrs.evolve(full_article(), layers=cn.Layers({"aircraft": jets}))
    for data in (article, cn.Article(text=""), cn.parse("\ud800 12 said \0")):
        jsonschema.validate(cn.to_dict(data), shipped("article"), jsonschema.Draft202012Validator)
    for comparison in (full_comparison(), cn.Comparison()):
        jsonschema.validate(cn.to_dict(comparison), shipped("comparison"), jsonschema.Draft202012Validator)


def test_a_reference_to_what_no_list_has_holds_to_the_schema() -> None:
    article = attrs.evolve(full_article(), speakers=(), attributions=(), facts=(), dates=())
    jsonschema.validate(cn.to_dict(article), shipped("article"), jsonschema.Draft202012Validator)


@pytest.mark.parametrize(
    ("change", "value"),
    [("text", None), ("published", 20210226), ("quotes", {}), ("blocks", [{"span": [0, 1], "kind": "poem"}])],
)
def test_the_schema_refuses_what_the_reader_refuses(change: str, value: object) -> None:
    data = {**cn.to_dict(full_article()), change: value}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, shipped("article"), jsonschema.Draft202012Validator)
    with pytest.raises(cn.SchemaError):
        cn.from_dict(data)


class TestCollection:
    """Articles and their comparison in one document."""

    whole = cn.Collection((full_article(), cn.parse("Hm.")), full_comparison())

    @pytest.mark.parametrize("collection", [whole, cn.Collection(())])
    def test_it_comes_back_and_holds_to_its_schema(self, collection: cn.Collection) -> None:
        assert cn.from_json(cn.to_json(collection), cn.Collection) == collection
        jsonschema.validate(cn.to_dict(collection), collection_schema())

    @pytest.mark.parametrize(
        ("change", "path"),
        [
            ({"articles": {}}, r"\$\.articles: must be an array"),
            ({"articles": [{}]}, r"\$\.articles\[0\]\.schema: is missing"),
            ({"articles": [1]}, r"\$\.articles\[0\]: must be an object"),
            ({"comparison": {"schema": "x"}}, r"\$\.comparison\."),
            ({"more": 1}, r"\$\.more: is no field"),
        ],
    )
    def test_a_mistake_has_its_path_from_the_top(self, change: dict[str, Any], path: str) -> None:
        with pytest.raises(cn.SchemaError, match=path):
            cn.from_dict({**cn.to_dict(self.whole), **change})
