"""Numerals: what is written down is read back, in digits and in words, and no token raises."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from conflictnews.text.numerals import is_continental, plain, quotient, read_digits, vulgar_fraction, whole
from conflictnews.text.spelled_numbers import cardinal, number_words, ordinal, scale_of, spelled
from tests.property.strategies import any_text
from tests.property.test_facts import in_words

NUMBERS = st.integers(0, 10**12 - 1)
SHORT = st.text(st.sampled_from("0123456789.,:-/abcdemnxk½²٣ thousandyo'€"), max_size=12)
ENDINGS = {1: "st", 2: "nd", 3: "rd"}


@given(NUMBERS)
def test_words(number: int) -> None:
    words = in_words(number).split()
    found = spelled(words, 0, len(words))
    assert found is not None
    assert (found.value, found.last, found.form, found.tail) == (Decimal(number), len(words), "words", "")


@given(NUMBERS, st.lists(st.sampled_from(["men", "of", "and", "-", "the"]), max_size=3))
def test_words_end_where_the_number_ends(number: int, behind: list[str]) -> None:
    words = in_words(number).split()
    found = spelled([*words, *behind], 0, len(words) + len(behind))
    assert found is not None
    assert (found.value, found.last) == (Decimal(number), len(words))


@given(st.integers(1, 99), st.integers(2, 99))
def test_fractions_in_words(above: int, below: int) -> None:
    name = in_words(below)
    irregular = {"one": "first", "two": "half", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth"}
    head, hyphen, last = name.rpartition("-")
    last = irregular.get(last) or (last[:-1] + "ieth" if last.endswith("y") else last.removesuffix("e") + "th")
    last = {"twelveth": "twelfth", "twelvth": "twelfth"}.get(last, last)
    if last == "half" and hyphen:
        return  # "twenty-halves" is no English
    plural = {"half": "halves"}.get(last, last + "s")
    words = [*in_words(above).split(), head + hyphen + plural]
    found = spelled(words, 0, len(words))
    assert found is not None
    assert (found.form, found.value) == ("fraction", quotient(Decimal(above), Decimal(below)))


@given(NUMBERS, st.integers(0, 999))
def test_digits_with_separators(number: int, thousandths: int) -> None:
    english, part = f"{number:,}", f"{thousandths:03}"
    value = Decimal(f"{number}.{part}")
    for written, worth in (
        (english, Decimal(number)),
        (f"{number}.{part}", value),
        (f"{english}.{part}", value),
        (english.replace(",", ".") + f",{part}", value if number >= 1000 else None),
    ):
        found = read_digits(written)
        if worth is not None and len(written) <= 40:
            assert found is not None
            assert found.value == worth


@given(st.integers(10**5, 10**13))
def test_indian_groups(number: int) -> None:
    digits = str(number)
    head, last = digits[:-3], digits[-3:]
    pairs = [head[max(0, k - 2) : k] for k in range(len(head), 0, -2)][::-1]
    found = read_digits(",".join([*pairs, last]))
    assert found is not None
    assert found.value == number


@given(st.integers(1, 999_999))
def test_one_token(number: int) -> None:
    assert cardinal(f"{number:,}") == whole(str(number), 6) == number
    assert ordinal(f"{number}th") == number
    if number < 100:
        assert cardinal(in_words(number)) == number


@given(st.one_of(SHORT, any_text()))
def test_no_token_raises(token: str) -> None:
    found = read_digits(token)
    assert found is None or found.value is None or found.value.is_finite()
    assert vulgar_fraction(token) is None or len(token) == 1
    assert whole(token, 4) is None or token.replace(",", "").isdecimal()
    assert (cardinal(token) or 0) >= 0
    assert (ordinal(token) or 0) >= 0
    assert scale_of(token) is None or token in number_words()
    assert is_continental([token]) in (True, False)


WORDS = st.sampled_from([*sorted(number_words()), "and", "-", "of", "a"])


@given(st.lists(st.one_of(WORDS, SHORT), min_size=1, max_size=9))
def test_no_words_raise(words: list[str]) -> None:
    found = spelled(words, 0, len(words))
    if found is not None:
        assert 0 < found.last <= len(words)
        assert found.value.is_finite()


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**40), max_value=10**40, places=6))
def test_plain_keeps_the_value(value: Decimal) -> None:
    shown = plain(value)
    assert shown == value
    assert "E" not in str(shown) or shown.adjusted() > 60 or abs(shown) < Decimal("1e-6")
