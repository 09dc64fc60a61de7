"""Entities: fixture files."""

from __future__ import annotations

import pytest

import conflictnews as cn

from .fixture_files import Case, read_cases

PARSER = cn.Parser().only("entities")


def show(text: str) -> list[str]:
    """One line an entity: name | kind | mentions."""
    lines = []
    for entity in PARSER.parse(text).entities:
        mentions = "; ".join(" ".join(span.of(text).split()) for span in entity.mentions)
        lines.append(f"{entity.name} | {entity.kind} | at={mentions}")
    return lines


@pytest.mark.parametrize("case", read_cases("entities"), ids=lambda case: case.id)
def test_fixture(case: Case) -> None:
    assert show(case.text) == case.expected
