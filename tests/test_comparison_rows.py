"""Rows of a comparison: flat, with the same keys in every row of a layer."""

from __future__ import annotations

from pathlib import Path

import pytest

import conflictnews as cn

from .sample_articles import full_comparison
from .test_stories import read

LAYERS = ("stories", "incidents", "tolls", "disagreements", "quotes", "passages", "copying", "actors")
MARKET = Path(__file__).parent / "fixtures" / "comparison" / "market-blast.txt"


@pytest.mark.parametrize("layer", LAYERS)
def test_every_layer_is_flat(layer: str) -> None:
    rows = cn.to_rows(full_comparison(), layer)
    assert rows
    assert len({tuple(row) for row in rows}) == 1
    assert {type(value) for row in rows for value in row.values()} <= {str, int, float, bool, type(None)}
    assert cn.to_rows(cn.Comparison(), layer) == []


def test_tolls_say_who_is_cited_and_whether_they_hold() -> None:
    (row,) = cn.to_rows(full_comparison(), "tolls")
    assert [row[key] for key in ("article", "role", "value", "high", "bound", "of", "cited", "told_on", "state")] == [
        "000",
        "killed",
        "22",
        None,
        "min",
        "soldiers",
        "Sam Otto",
        "2021-02-26",
        "update",
    ]


def test_sides_of_a_contradiction_share_its_number() -> None:
    rows = cn.to_rows(cn.compare(read(MARKET).articles), "disagreements")
    sides = {(row["disagreement"], row["article"], row["told"]) for row in rows if row["verdict"] == "contradiction"}
    (number,) = {number for number, article, told in sides if (article, told) == ("state", "9")}
    assert (number, "activists", "23") in sides


def test_a_layer_that_there_is_not() -> None:
    with pytest.raises(ValueError, match="stories, incidents, tolls, disagreements"):
        cn.to_rows(full_comparison(), "facts")
