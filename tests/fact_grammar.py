"""The table of rules in docs/explanation/facts.md; ``python -m tests.fact_grammar`` writes it anew."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import attrs

from conflictnews.extractors.facts.grammar import GRAMMAR
from conflictnews.extractors.facts.rule import Rule

PAGE = Path(__file__).parents[1] / "docs" / "explanation" / "facts.md"
BEGIN, END = "<!-- rules: python -m tests.fact_grammar -->\n", "<!-- end of rules -->\n"

STAGES: dict[str, list[Rule[..., object]]] = {
    name: list(stage) for name, stage in attrs.asdict(GRAMMAR, recurse=False).items()
}
"""Each stage with its rules, in their order."""


def table() -> Iterator[str]:
    """The lines of the table."""
    yield "| stage | rule | what it reads | example |\n"
    yield "|---|---|---|---|\n"
    for stage, rules in STAGES.items():
        for rule in rules:
            yield f"| {stage} | {rule.name} | {_cell(rule.meaning)} | {_cell(rule.example)} |\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*").replace("$", "\\$")


def page() -> str:
    """The page with the table as it should be."""
    before, rest = PAGE.read_text(encoding="utf-8").split(BEGIN)
    return before + BEGIN + "".join(table()) + END + rest.split(END)[1]


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
