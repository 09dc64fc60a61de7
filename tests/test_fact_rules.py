"""Every rule of the grammar of numbers makes a difference: its own example reads otherwise when it is turned off."""

from __future__ import annotations

import pytest

import conflictnews as cn
from conflictnews.extractors.facts import FactExtractor
from conflictnews.extractors.facts.grammar import GRAMMAR, Grammar
from conflictnews.extractors.facts.rule import Rule
from tests import fact_grammar
from tests.fixture_files import show
from tests.test_facts import FIELDS

RULES = {rule.name: rule for rules in fact_grammar.STAGES.values() for rule in rules}


def read(text: str, grammar: Grammar) -> list[str]:
    parser = cn.Parser().without("facts", "events").with_extractors(FactExtractor(grammar=grammar))
    return show(parser.parse(text).facts, FIELDS)


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_an_example_reads_otherwise_without_its_rule(rule: Rule[..., object]) -> None:
    assert read(rule.example, GRAMMAR) != read(rule.example, GRAMMAR.without(rule.name))


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_rule_says_what_it_reads(rule: Rule[..., object]) -> None:
    assert rule.meaning.endswith(".")


def test_names_are_given_once_a_stage() -> None:
    for rules in fact_grammar.STAGES.values():
        assert len({rule.name for rule in rules}) == len(rules)


def test_the_page_shows_the_rules_in_their_order() -> None:
    assert fact_grammar.PAGE.read_text(encoding="utf-8") == fact_grammar.page(), "python -m tests.fact_grammar"
