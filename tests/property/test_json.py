"""JSON, rows and pages of anything: exact round trips, paths instead of crashes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import attrs
import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import conflictnews as cn
from conflictnews.output.inline import Mark, inline_html
from conflictnews.output.json_schema import shipped_schema
from conflictnews.output.tables import TABLES
from tests.property.strategies import any_text, days
from tests.sample_articles import TEXT, full_article, full_comparison

VALIDATOR = jsonschema.Draft202012Validator(json.loads(shipped_schema("article")))

everything = st.text(alphabet=st.characters(codec=None, exclude_categories=()))
finite = st.decimals(allow_nan=False, allow_infinity=False)
spans = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(lambda pair: cn.Span(min(pair), max(pair)))


@st.composite
def made_articles(draw: st.DrawFn) -> cn.Article:
    """The full article with drawn values in it: all vocabularies, any strings, numbers, dates and references."""
    article = full_article()

    def placed() -> dict[str, Any]:
        span = draw(spans)
        return {"span": span, "text": span.of(TEXT)}

    speakers = tuple(
        cn.Speaker(
            **placed(),
            name=draw(everything),
            kind=draw(st.sampled_from(cn.SpeakerKind)),
            role=draw(st.none() | everything),
        )
        for _ in range(draw(st.integers(0, 3)))
    )
    said = tuple(
        cn.Attribution(
            **placed(),
            kind=draw(st.sampled_from(cn.AttributionKind)),
            content=tuple(draw(st.lists(spans, max_size=2))),
            source=draw(st.none() | spans),
            speaker=draw(st.sampled_from([None, *speakers, *article.speakers])),
            resolved_by=draw(st.sampled_from(cn.Resolution)),
            confidence=draw(st.floats(0, 1)),
        )
        for _ in range(draw(st.integers(0, 3)))
    )
    facts = tuple(
        cn.NumericFact(
            **placed(),
            value=draw(st.none() | finite),
            low=draw(st.none() | finite),
            bound=draw(st.sampled_from(cn.Bound)),
            role=draw(st.sampled_from(cn.Role)),
            attribution=draw(st.sampled_from([None, *said])),
        )
        for _ in range(draw(st.integers(0, 3)))
    )
    raw = tuple(
        cn.RawAnnotation(**placed(), json=json.dumps(draw(plain_objects), separators=(",", ":")))
        for _ in range(draw(st.integers(0, 2)))
    )
    return attrs.evolve(
        article,
        id=draw(st.none() | everything),
        published=draw(st.none() | st.dates()),
        speakers=speakers,
        attributions=said,
        facts=facts,
        layers=cn.Layers({draw(everything): raw}),
    )


plain_objects = st.dictionaries(
    st.text(max_size=3).filter(lambda key: key not in {"span", "text"}),
    st.recursive(
        st.none()
        | st.booleans()
        | st.integers()
        | st.floats(allow_nan=False, allow_infinity=False)
        | st.text(max_size=3),
        lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
        max_leaves=4,
    ),
    max_size=3,
)


@settings(max_examples=40)
@given(made_articles())
def test_what_is_written_is_read_back_equal(article: cn.Article) -> None:
    assert cn.from_dict(cn.to_dict(article)) == article
    text = cn.to_json(article)
    assert cn.from_json(text) == article
    assert cn.to_json(cn.from_json(text)) == text
    VALIDATOR.validate(cn.to_dict(article))


@settings(max_examples=40)
@given(any_text(), days() | st.none())
def test_what_is_parsed_is_read_back_equal(text: str, published: date | None) -> None:
    article = cn.parse(text, published=published)
    again = cn.from_json(cn.to_json(article), cn.Article)
    assert again == article
    assert cn.to_json(again) == cn.to_json(article)
    VALIDATOR.validate(cn.to_dict(article))


def places(data: Any) -> Iterator[tuple[Any, Any]]:
    """Every container in plain data with every key of it."""
    for key in data if isinstance(data, dict) else range(len(data)) if isinstance(data, list) else ():
        yield data, key
        yield from places(data[key])


@given(
    st.booleans(),
    st.integers(0, 10_000),
    st.sampled_from([None, True, -1, 10**6, 0.5, float("nan"), "", "x", [], [0], [5, 2], {}, {"span": [0, 1]}]),
)
def test_one_wrong_value_is_a_path_or_another_document(comparison: bool, where: int, value: object) -> None:
    data = cn.to_dict(full_comparison() if comparison else full_article())
    found = list(places(data))
    container, key = found[where % len(found)]
    container[key] = value
    try:
        document = cn.from_dict(data)
    except cn.SchemaError as error:
        problem = str(error)
    else:
        assert cn.from_dict(cn.to_dict(document)) == document
        return
    assert re.match(r"\$([.\[][^ ]+)?: ", problem)


@given(everything | st.recursive(st.none() | st.integers(), st.lists).map(json.dumps))
def test_a_text_that_is_no_document_is_a_schema_error(text: str) -> None:
    with pytest.raises(cn.SchemaError, match=r"^\$"):
        cn.from_json(text)


@given(finite)
def test_decimals_survive(value: Decimal) -> None:
    fact = attrs.evolve(full_article().facts[0], value=value)
    article = attrs.evolve(full_article(), facts=(fact,), events=())
    assert cn.from_json(cn.to_json(article), cn.Article).facts[0].value == value


@settings(max_examples=40)
@given(any_text())
def test_rows_point_at_their_words(text: str) -> None:
    article = cn.parse(text)
    for layer in TABLES:
        for row in cn.to_rows([article], layer):
            assert "start" not in row or "text" not in row or text[row["start"] : row["end"]] == row["text"]


@given(
    st.text(alphabet="ab<>&\"' \n", max_size=30),
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=8),
)
def test_marks_never_change_the_text(text: str, pairs: list[tuple[int, int]]) -> None:
    marks = [Mark(min(a, b, len(text)), min(max(a, b), len(text)), n, {"class": "x"}) for n, (a, b) in enumerate(pairs)]
    html = inline_html(text, marks)
    plain = re.sub(r"</?span[^>]*>", "", html)
    assert plain.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") == text
    assert html.count("<span") == html.count("</span>")
