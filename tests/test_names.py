"""Entities: fixture files through a custom extractor that shows the working layer, and what must not be a name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

import attrs
import pytest

import conflictnews as cn
from conflictnews.text import TextView
from conflictnews.types import Layers, NamedEntity

from .fixture_files import Case, read_cases


@attrs.frozen
class Shown:
    """Keeps the entities in the article, where a test can see them."""

    name: ClassVar[str] = "shown"
    requires: ClassVar[frozenset[str]] = frozenset({"names"})

    def __call__(self, view: TextView, done: Layers, /) -> Iterator[NamedEntity]:
        """The entities as they are."""
        yield from done.get("names", NamedEntity)


PARSER = cn.Parser().with_extractors(Shown()).only("shown")


def entities(text: str) -> tuple[NamedEntity, ...]:
    return PARSER.parse(text).layers.get("shown", NamedEntity)


def show(text: str) -> list[str]:
    """One line an entity: name | kind | gender | role | mentions, empty ones left out."""
    lines = []
    for entity in entities(text):
        mentions = "; ".join(" ".join(span.of(text).split()) for span in entity.mentions)
        parts = [entity.name, str(entity.kind), entity.gender, entity.role and f"role={entity.role}", f"at={mentions}"]
        lines.append(" | ".join(part for part in parts if part))
    return lines


@pytest.mark.parametrize("case", read_cases("names"), ids=lambda case: case.id)
def test_fixture(case: Case) -> None:
    assert show(case.text) == case.expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nobody is named here, and nothing is.",
        "Rockets fell on the town. Officials said nothing. Yesterday was quiet.",
        "SHELLING GOES ON AS TALKS STALL FOR A THIRD DAY",
        "The F-16 flew on Monday in March.",
        "He said that I was late.",
    ],
)
def test_no_name(text: str) -> None:
    assert entities(text) == ()


def test_a_capital_elsewhere_makes_a_name_of_a_first_word() -> None:
    assert [entity.name for entity in entities("Price said so. The envoy thanked Price.")] == ["Price"]
    assert entities("Price is no object. The price rose.") == ()


def test_two_of_one_surname_stay_two() -> None:
    found = entities("Anna Weller spoke. Karl Weller spoke. Then Weller left.")
    assert [(entity.name, len(entity.mentions)) for entity in found] == [
        ("Anna Weller", 1),
        ("Karl Weller", 1),
        ("Weller", 1),
    ]


def test_a_title_tells_two_of_one_surname_apart() -> None:
    found = entities("Anna Weller spoke. Karl Weller spoke. Then Ms. Weller left.")
    assert [len(entity.mentions) for entity in found] == [2, 1]
