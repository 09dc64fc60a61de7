"""Short odd tokens beside the words that make numbers and dates of them: nothing raises, spans are exact."""

from __future__ import annotations

from datetime import date

from hypothesis import example, given, settings
from hypothesis import strategies as st

import conflictnews as cn
from conflictnews.lexicons.table import read_table

TOKENS = st.text(st.sampled_from("0123456789.,:-/'’abcdmnstyox%$€½²٣Ⅷ"), min_size=1, max_size=8)
TABLES = (
    ("number_words", "word", "class", "value"),
    ("date_words", "word", "class", "value"),
    ("fact_context", "word", "class"),
    ("number_bounds", "phrase", "bound", "side"),
    ("units", "unit", "ucum", "dimension", "words", "symbols"),
    ("fact_roles", "word", "role", "use"),
)
WORDS = sorted({row[0] for table in TABLES for row in read_table(*table)})
TEXTS = st.lists(st.one_of(TOKENS, st.sampled_from(WORDS), st.sampled_from(list(".,-–/()$€'\""))), max_size=8)


@settings(max_examples=400)
@given(TEXTS, st.sampled_from(["", " "]), st.sampled_from([None, date(2024, 2, 29), date(1, 1, 1), date(9999, 12, 31)]))
@example(["A", "9-yo", "boy", "was", "killed."], " ", None)
@example(["Sales", "reached", "240m", "dollars", "last", "year."], " ", None)
@example(["1-Go", "home."], " ", None)
def test_nothing_raises(words: list[str], joint: str, published: date | None) -> None:
    text = joint.join(words)
    article = cn.parse(text, published=published)
    for item in (*article.facts, *article.dates):
        assert text[item.span.start : item.span.end] == item.text
