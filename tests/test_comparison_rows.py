"""Rows of a comparison: flat, with the columns of their layer, in rows, CSV and Arrow."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Literal

import pytest

import conflictnews as cn
from conflictnews.integrations.arrow import to_table

from .sample_articles import full_comparison
from .test_stories import read

LAYERS = ("stories", "incidents", "tolls", "disagreements", "quotes", "passages", "copying", "actors")
MARKET = Path(__file__).parent / "fixtures" / "comparison" / "market-blast.txt"


@pytest.mark.parametrize("numbers", ["float", "exact"])
@pytest.mark.parametrize("layer", LAYERS)
def test_rows_have_the_columns_and_their_types(layer: str, numbers: Literal["float", "exact"]) -> None:
    columns = cn.comparison_columns(layer, numbers=numbers)
    rows = cn.to_rows(full_comparison(), layer, numbers=numbers)
    assert rows
    for row in rows:
        assert list(row) == [column.name for column in columns]
        for column in columns:
            value = row[column.name]
            if column.type is cn.ColumnType.STRINGS:
                assert all(type(one) is str for one in value)
            elif value is not None:
                assert type(value) is column.type.python
    assert all(column.meaning for column in columns)
    assert cn.to_rows(cn.Comparison(), layer) == []


@pytest.mark.parametrize("layer", LAYERS)
def test_csv_has_a_header_where_there_is_nothing(layer: str) -> None:
    header = ",".join(column.name for column in cn.comparison_columns(layer))
    assert cn.to_csv(cn.Comparison(), layer) == f"{header}\n"
    assert cn.to_csv(full_comparison(), layer).splitlines()[0] == header


@pytest.mark.parametrize("layer", LAYERS)
def test_arrow_has_the_same_columns_whatever_is_there(layer: str) -> None:
    pytest.importorskip("pyarrow", reason="the extra arrow is not installed")
    full, empty = to_table(full_comparison(), layer), to_table(cn.Comparison(), layer)
    assert full.schema == empty.schema
    assert full.to_pylist() == cn.to_rows(full_comparison(), layer)


def test_tolls_say_who_is_cited_and_whether_they_hold() -> None:
    (row,) = cn.to_rows(full_comparison(), "tolls")
    shown = ("article_id", "fact_id", "role", "value", "high", "bound", "of", "cited", "told_on", "state")
    assert [row[key] for key in shown] == [
        "000",
        "000#facts-0",
        "killed",
        22.0,
        None,
        "min",
        "soldiers",
        "Sam Otto",
        date(2021, 2, 26),
        "update",
    ]


def test_ids_join_the_tables_of_the_articles() -> None:
    articles = read(MARKET).articles
    comparison = cn.compare(articles)
    for layer, key, table in (
        ("incidents", "event_id", "events"),
        ("tolls", "fact_id", "facts"),
        ("quotes", "quote_id", "quotes"),
    ):
        there = {row[key] for row in cn.to_rows(articles, table)}
        ids = {row[key] for row in cn.to_rows(comparison, layer)} - {None}
        assert ids
        assert ids <= there


def test_sides_of_a_contradiction_share_its_number() -> None:
    rows = cn.to_rows(cn.compare(read(MARKET).articles), "disagreements")
    sides = {(row["disagreement"], row["article_id"], row["told"]) for row in rows if row["verdict"] == "contradiction"}
    (number,) = {number for number, article, told in sides if (article, told) == ("state", "9")}
    assert (number, "activists", "23") in sides


def test_a_layer_that_there_is_not() -> None:
    for make in (cn.to_rows, cn.to_csv):
        with pytest.raises(ValueError, match="stories, incidents, tolls, disagreements"):
            make(full_comparison(), "facts")
    with pytest.raises(ValueError, match="numbers must be"):
        cn.comparison_columns("tolls", numbers="int")  # type: ignore[arg-type]
