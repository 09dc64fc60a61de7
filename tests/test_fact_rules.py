"""Every rule of the grammar of numbers makes a difference: its own example reads otherwise when it is turned off."""

from __future__ import annotations

import attrs
import pytest

import conflictnews as cn
from conflictnews.extractors.facts import FactExtractor
from conflictnews.extractors.facts.grammar import GRAMMAR, Grammar
from conflictnews.extractors.facts.rule import Rule
from tests.fixture_files import show
from tests.test_facts import FIELDS

STAGES = attrs.asdict(GRAMMAR, recurse=False)
RULES: list[Rule[..., object]] = list({rule.name: rule for stage in STAGES.values() for rule in stage}.values())


def read(text: str, grammar: Grammar) -> list[str]:
    parser = cn.Parser().without("facts", "events").with_extractors(FactExtractor(grammar=grammar))
    return show(parser.parse(text).facts, FIELDS)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_an_example_reads_otherwise_without_its_rule(rule: Rule[..., object]) -> None:
    assert read(rule.example, GRAMMAR) != read(rule.example, GRAMMAR.without(rule.name))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_says_what_it_does(rule: Rule[..., object]) -> None:
    assert rule.meaning.endswith(".")
    assert rule.example[:1].isupper() or rule.example[:1].isdigit() or rule.example in ("one over 3", "percents of twenty")
