"""Numeric facts: the fixture files, the layers that facts read, and hostile input."""

from __future__ import annotations

from decimal import Decimal

import pytest

import conflictnews as cn
from tests.fixture_files import Case, read_cases, show

FIELDS = ("value", "low", "high", "bound", "kind", "unit", "noun", "modifier", "about", "role")


def facts_of(text: str) -> tuple[cn.NumericFact, ...]:
    return cn.parse_facts(text)


@pytest.mark.parametrize("case", read_cases("facts"), ids=lambda case: case.id)
def test_fixture(case: Case) -> None:
    assert show(facts_of(case.text), FIELDS) == case.expected


def test_an_exponent_begins_no_groups_of_three() -> None:
    values = [fact.value for fact in facts_of("They sent 1e5 500 500 500 500 500 500 500 500 letters.")]
    assert Decimal(100_000) in values


def test_modified_calibre_is_never_joined_to_the_count() -> None:
    values = [fact.value for fact in facts_of("They found 14 107-mm rockets.")]
    assert Decimal(14107) not in values
    assert values[0] == 14


def test_values_are_exact() -> None:
    (fact,) = facts_of("It cost $0.1 million.")
    assert isinstance(fact.value, Decimal)
    assert fact.value == Decimal(100_000)


def test_contradictory_separators_give_a_diagnostic_and_no_fact() -> None:
    article = cn.Parser().only("facts").parse("They counted 1,234.567.8 votes.")
    assert article.facts == ()
    assert [(d.code, d.text) for d in article.diagnostics] == [("ambiguous-number", "1,234.567.8")]


def test_continental_evidence_elsewhere_changes_a_single_group() -> None:
    alone = facts_of("They sold 4.800 cars.")[0].value
    beside = facts_of("They sold 4.800 cars for 1.234.567,50 euros.")[0].value
    assert (alone, beside) == (Decimal("4.8"), Decimal(4800))


def test_a_fact_has_the_innermost_attribution() -> None:
    article = cn.parse(
        'The ministry said in a statement that 40 people were killed.\n\n"We lost 12 men," Omar Haddad said.'
    )
    sources = {
        fact.value: fact.attribution.source.of(article.text)
        for fact in article.facts
        if fact.attribution is not None and fact.attribution.source is not None
    }
    assert sources == {Decimal(40): "The ministry", Decimal(12): "Omar Haddad"}


@pytest.mark.parametrize(
    "text",
    [
        "9" * 10_000,
        "1," * 20_000 + "000",
        "1,23,4.5.6 people",
        "one hundred " * 2_000,
        "one hundred hundred hundred " * 500,
        "minus minus minus five people were killed",
        "5/0 of them, 0/0 and 1/0",
        "٢٥ people and ２５ tanks and ²³ men",
        "killed a " * 2_000,
        "1e99 people, 1.1^99999 men, inf NaN infinity",
        "10-15-20-25 and 5--6 and 3:1:4",
        "$" * 5_000 + "5",
        "half a half of a half a dozen dozens of scores of",
    ],
)
def test_odd_numbers_never_raise(text: str) -> None:
    for fact in facts_of(text):
        assert text[fact.span.start : fact.span.end] == fact.text
        for number in (fact.value, fact.low, fact.high):
            assert number is None or number.is_finite()
