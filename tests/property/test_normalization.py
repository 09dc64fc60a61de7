"""What holds of any text with markup and damage: exact spans, and what is found does not change."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

import conflictnews as cn
from tests.promises import check
from tests.property.strategies import any_text, news

MARKUP = (
    "<p>",
    "</p>",
    "<b>",
    "</b>",
    "<br/>",
    "&quot;",
    "&amp;",
    "&#8220;",
    "&#39;",
    "\u00ad",
    "\ufb01",
    "\uff11",
    "<",
    "&",
)


@given(st.lists(st.one_of(st.sampled_from(MARKUP), any_text(40)), max_size=12).map("".join))
def test_any_markup_gives_an_article_with_exact_spans(text: str) -> None:
    check(cn.parse(text), text)


@given(news())
def test_marked_up_news_says_the_same(text: str) -> None:
    plain = cn.parse(text)
    if any(one.code == "normalized" for one in plain.diagnostics):
        return  # damaged already
    marked = text.replace('"', "&quot;").replace("killed", "kil\u00adled").replace(" said", " <i>said</i>")
    article = cn.parse(marked)
    check(article, marked)
    assert [fact.value for fact in article.facts] == [fact.value for fact in plain.facts]
    assert [one.name for one in article.speakers] == [one.name for one in plain.speakers]
    assert [(one.type, len(one.mentions)) for one in article.events] == [
        (one.type, len(one.mentions)) for one in plain.events
    ]
