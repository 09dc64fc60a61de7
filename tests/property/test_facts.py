"""Facts on any text; and the inverse: a number that is written down is read back."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import conflictnews as cn
from tests.property.strategies import any_text, news

UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
SCALES = ((10**9, "billion"), (10**6, "million"), (10**3, "thousand"))
BEFORE = {
    "about": "approx",
    "nearly": "approx",
    "at least": "min",
    "more than": "min",
    "no fewer than": "min",
    "up to": "max",
    "fewer than": "max",
    "as many as": "max",
    "exactly": "exact",
}


def in_words(number: int) -> str:
    """The English name of a number, as news style writes it."""
    for scale, name in SCALES:
        if number >= scale:
            rest = number % scale
            return f"{in_words(number // scale)} {name}" + (f" {in_words(rest)}" if rest else "")
    if number >= 100:
        rest = number % 100
        return f"{UNITS[number // 100]} hundred" + (f" and {in_words(rest)}" if rest else "")
    if number < 20:
        return UNITS[number]
    return TENS[number // 10 - 2] + (f"-{UNITS[number % 10]}" if number % 10 else "")


COUNTS = st.integers(min_value=2, max_value=10**11)


@given(st.one_of(any_text(), news()))
def test_spans_are_exact_and_figures_agree_with_the_bound(text: str) -> None:
    for fact in cn.parse_facts(text):
        assert text[fact.span.start : fact.span.end] == fact.text
        value, low, high = fact.value, fact.low, fact.high
        assert all(number is None or number.is_finite() for number in (value, low, high))
        if fact.bound is cn.Bound.EXACT:
            assert value is not None
            assert value == low == high
        elif fact.bound is cn.Bound.RANGE:
            assert value is None
            assert low is not None
            assert high is not None
            assert low <= high
        elif fact.bound is cn.Bound.MIN:
            assert (low, high) == (value, None)
        elif fact.bound is cn.Bound.MAX:
            assert (low, high) == (None, value)
        elif fact.bound is cn.Bound.VAGUE:
            assert value is None


@given(st.one_of(any_text(), news()))
def test_the_same_text_gives_the_same_facts(text: str) -> None:
    assert cn.parse_facts(text) == cn.parse_facts(text)


@given(news(), st.sampled_from(["Twelve drums rolled.", "He paid $5.", "No more came."]))
def test_a_paragraph_behind_leaves_earlier_facts_alone(text: str, more: str) -> None:
    before = cn.parse_facts(text)
    after = cn.parse_facts(f"{text}\n\n{more}")
    assert after[: len(before)] == before


@given(COUNTS)
def test_a_number_in_words_is_read_back(number: int) -> None:
    (fact,) = cn.parse_facts(f"They saw {in_words(number)} lanterns.")
    assert (fact.value, fact.noun) == (Decimal(number), "lanterns")


@given(COUNTS)
def test_a_number_in_digits_with_separators_is_read_back(number: int) -> None:
    (fact,) = cn.parse_facts(f"They saw {number:,} lanterns.")
    assert (fact.value, fact.noun) == (Decimal(number), "lanterns")


@given(st.one_of(st.integers(2, 1499), st.integers(2100, 10**9 - 1)))
def test_a_number_in_bare_digits_is_read_back(number: int) -> None:
    (fact,) = cn.parse_facts(f"They saw {number} lanterns.")
    assert (fact.value, fact.noun) == (Decimal(number), "lanterns")


@given(st.integers(10**9, 10**20))
def test_ten_digits_in_a_row_are_an_identifier(number: int) -> None:
    assert cn.parse_facts(f"They called {number} at night.") == ()


@given(COUNTS, st.sampled_from(sorted(BEFORE)))
def test_a_bound_is_read_back(number: int, words: str) -> None:
    (fact,) = cn.parse_facts(f"They saw {words} {number:,} lanterns.")
    assert (fact.value, fact.bound, fact.noun) == (Decimal(number), cn.Bound(BEFORE[words]), "lanterns")


@given(st.integers(2, 900), st.integers(1, 900))
def test_a_range_is_read_back(low: int, more: int) -> None:
    high = low + more
    for text in (f"between {low} and {high} lanterns", f"{low} to {high} lanterns", f"{low}–{high} lanterns"):
        (fact,) = cn.parse_facts(f"They saw {text}.")
        assert (fact.low, fact.high, fact.bound) == (Decimal(low), Decimal(high), cn.Bound.RANGE), text


@given(st.decimals(min_value=Decimal("0.01"), max_value=Decimal(99999), places=2, allow_nan=False))
def test_money_is_read_back(amount: Decimal) -> None:
    (fact,) = cn.parse_facts(f"It cost ${amount:,} to mend.")
    assert (fact.value, fact.unit, fact.kind) == (amount, "USD", cn.FactKind.MONEY)


@given(st.integers(1, 99), st.integers(0, 11), st.sampled_from(["{} ft {} inches", "{} feet {} inches", "{}'{}\""]))
def test_feet_and_inches_are_read_back(feet: int, inches: int, style: str) -> None:
    (fact,) = cn.parse_facts(f"The door is {style.format(feet, inches)} high.")
    assert (fact.unit, round(float(fact.value or 0) * 12)) == ("foot", 12 * feet + inches)


@given(st.integers(1, 9), st.sampled_from(["thousand", "million", "billion"]))
def test_a_fraction_of_a_scale_is_read_back(above: int, scale: str) -> None:
    (fact,) = cn.parse_facts(f"They spent {in_words(above)} tenths of a {scale} dollars.")
    worth = {"thousand": 10**3, "million": 10**6, "billion": 10**9}[scale]
    assert (fact.value, fact.unit) == (Decimal(above * worth) / 10, "USD")


@given(COUNTS, st.sampled_from(["Sales", "The garrison", "Her sister's company"]))
def test_what_a_percentage_is_said_of_is_its_subject(number: int, subject: str) -> None:
    (fact,) = cn.parse_facts(f"{subject} grew {number:,} percent.")
    assert subject.endswith(fact.about or "?")


@given(st.integers(2, 999), st.sampled_from([("killed", "killed"), ("wounded", "injured"), ("arrested", "captured")]))
def test_active_and_passive_give_one_role(number: int, verb: tuple[str, str]) -> None:
    for text in (f"Gunmen {verb[0]} {number} farmers.", f"{number} farmers were {verb[0]}."):
        facts = [fact for fact in cn.parse_facts(text) if fact.value == number]
        assert [fact.role for fact in facts] == [verb[1]]


@pytest.mark.parametrize(
    "unit", ["one hundred ", "1,", "killed a ", "10-", "of 5 ", "$", "1 2 ", "five and ", "a half "]
)
def test_work_grows_with_the_length_of_hostile_text(unit: str) -> None:
    facts = [len(cn.parse_facts(unit * n)) for n in (500, 1000)]
    assert facts[1] <= 2 * facts[0] + 2
