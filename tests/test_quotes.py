"""What stands in quotation marks: kinds, marks of every form, nesting."""

from __future__ import annotations

import pytest

import conflictnews as cn
from tests.fixture_files import Case, read_cases


def show(article: cn.Article) -> list[str]:
    """One line a quote: its words | kind | speaker | open | in N."""
    lines = []
    for quote in article.quotes:
        speaker = quote.attribution.speaker if quote.attribution else None
        notes = [quote.kind, speaker.name if speaker else "nobody"]
        notes += [] if quote.closed else ["open"]
        notes += [] if quote.nested_in is None else [f"in {quote.nested_in}"]
        lines.append(" | ".join([" ".join(quote.text.split()), *notes]))
    return lines


@pytest.mark.parametrize("case", read_cases("quotes"), ids=lambda case: case.title)
def test_fixture(case: Case) -> None:
    assert show(cn.parse(case.text, published=case.published)) == case.expected


def test_the_outer_span_holds_the_marks() -> None:
    text = "Nowak said: “We hold the bridge.”"
    (quote,) = cn.parse_quotes(text)
    assert quote.outer.of(text) == "“We hold the bridge.”"
    assert quote.span.of(text) == quote.text == "We hold the bridge."


def test_a_quotation_left_open_is_diagnosed() -> None:
    text = 'Nowak said: "We hold the bridge.\n\nThe rain went on.'
    codes = [item.code for item in cn.parse(text).diagnostics]
    assert codes == ["unclosed-quote"]
