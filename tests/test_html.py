"""The page: self-contained, its text exactly the article's, whatever the text is."""

from __future__ import annotations

import re
import subprocess
import sys
from decimal import Decimal
from html.parser import HTMLParser
from typing import Any

import attrs
import pytest

import conflictnews as cn
from conflictnews.output.inline import Mark, inline_html
from tests.sample_articles import TEXT, full_article, full_comparison

VOID = {"meta", "br", "link", "img", "hr"}
HOSTILE = """<script>alert("x")</script> & 'Rockets' {{ 7 * 7 }} {% raw %} </div></style>

"An <img src=x onerror=alert(1)> hit," said Sam "</span>" O'Brien. 12 <b>people</b> were killed on Thursday.
"""


class Page(HTMLParser):
    """Checks that elements are closed in order; collects ids, links, and the text of each annotated article."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.ids: list[str] = []
        self.hrefs: list[str] = []
        self.texts: list[str] = []
        self.marked: dict[str, str] = {}
        self._depth = 0
        self._ids: list[str | None] = []
        self.feed(html)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        self.tags.add(tag)
        assert not any(name.startswith("on") for name in given)
        assert "src" not in given
        if given.get("id"):
            self.ids.append(str(given["id"]))
        if "href" in given:
            self.hrefs.append(str(given["href"]))
        if tag in VOID:
            return
        self.open.append(tag)
        self._ids.append(given.get("id"))
        if given.get("class") == "text":
            self._depth = len(self.open)
            self.texts.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        self._ids.pop()
        if len(self.open) < self._depth:
            self._depth = 0

    def handle_data(self, data: str) -> None:
        if self._depth:
            self.texts[-1] += data
        for name in filter(None, self._ids):
            self.marked[name] = self.marked.get(name, "") + data


def test_the_text_stands_as_it_is_and_every_link_leads_somewhere() -> None:
    page = Page(cn.to_html([full_article(), full_article()], comparison=full_comparison()))
    assert page.texts == [TEXT, TEXT]
    assert len(set(page.ids)) == len(page.ids)
    assert {href.removeprefix("#") for href in page.hrefs} <= set(page.ids)
    assert page.marked["a0-quote-0"] == "\"We <will> answer 'in kind' & soon,\""
    assert page.marked["a1-fact-0"] == "At least 22 people"


def test_nothing_is_loaded_and_nothing_runs() -> None:
    html = cn.to_html(full_article())
    assert isinstance(html, str)
    page = Page(html)
    assert not page.tags & {"script", "link", "img", "iframe", "object"}
    assert not re.search(r"url\(|@import|https?://", html)
    assert "default-src 'none'" in html


def test_tables_say_who_said_what() -> None:
    html = cn.to_html(full_article())
    for words in (
        "Col. Sam Otto",
        "spokesman",
        "At least 22 people",
        "rocket-attack",
        "unclosed-quote",
        "nobody named",
    ):
        assert words in html


@pytest.mark.parametrize(
    "text",
    [
        HOSTILE,
        "",
        "\ud800 said \0 12",
        '\u202e"Right to left," said Sam.\u202c',
        "a" * 50_000,
        "\"'\"'“‘«" * 200,
        "\r\n\n\t 5 \r",
    ],
    ids=["markup", "empty", "surrogate", "right-to-left", "long word", "only marks", "line ends"],
)
def test_any_text_makes_a_page(text: str) -> None:
    html = cn.to_html(cn.parse(text))
    html.encode("utf-8")
    page = Page(html)
    expected = re.sub("[\ud800-\udfff\0]", "\ufffd", text)
    assert page.texts == [expected]
    assert not page.tags & {"script", "img", "b"}


def test_hostile_names_are_escaped_everywhere() -> None:
    bad = "<img src=x onerror=alert(1)>\"'&"
    article = full_article()
    speaker = attrs.evolve(article.speakers[0], name=bad, role=bad)
    said = attrs.evolve(article.attributions[0], speaker=speaker, medium=bad, via=bad)
    layers = cn.Layers({bad: (cn.Annotation(span=cn.Span(0, 3), text="Roc"),)})
    article = attrs.evolve(article, id=bad, source=bad, attributions=(said,), layers=layers, events=(), facts=())
    page = Page(cn.to_html(article))
    assert "img" not in page.tags


def test_marks_that_cross_are_split_and_keep_their_words() -> None:
    marks = [Mark(i, i + 5, i % 3, {"class": f"c{i}"}, f"m{i}") for i in range(40)]
    text = "".join(chr(ord("a") + i % 26) for i in range(50))
    page = Page(f'<div class="text">{inline_html(text, marks)}</div>')
    assert page.texts == [text]
    covered = re.findall(r'class="c7">([^<]*)', inline_html(text, marks))
    assert "".join(covered)[0] == text[7]


def test_many_annotations_are_all_marked() -> None:
    def spans(count: int) -> int:
        text = "ab " * count
        marks = [Mark(3 * i, 3 * i + 2, 0, {"class": "x"}) for i in range(count)]
        return inline_html(text, marks).count("<span")

    assert (spans(100), spans(20_000)) == (100, 20_000)


def test_a_comparison_alone_makes_a_page() -> None:
    html = cn.to_html(full_comparison())
    Page(html)
    assert "characters 0 to 9" in html
    assert "contradiction" in html


def test_a_comparison_of_articles_shows_their_words() -> None:
    html = cn.to_html([full_article(), full_article()], comparison=full_comparison())
    assert "characters" not in html
    assert TEXT[0:9] in html


def test_a_custom_layer_is_shown() -> None:
    jet = cn.RawAnnotation(span=cn.Span(0, 7), text="Rockets", json='{"model":"Mi-24","engine":{"maker":"<K>"}}')
    html = cn.to_html(attrs.evolve(full_article(), layers=cn.Layers({"aircraft": (jet,), "Flüge!": (jet,)})))
    page = Page(html)
    assert {href.removeprefix("#") for href in page.hrefs} <= set(page.ids)
    assert "model Mi-24, engine_maker &lt;K&gt;" in html
    assert 'class="own" title="aircraft">' in html
    assert "<h3>aircraft</h3>" in html


@pytest.mark.parametrize("wrong", ["text", 3, None, ["text"]])
def test_wrong_types_say_what_to_pass(wrong: Any) -> None:
    with pytest.raises(TypeError, match="to_html takes"):
        cn.to_html(wrong)


def test_without_jinja2_the_error_says_what_to_install() -> None:
    code = """
import sys
sys.modules["jinja2"] = None
import conflictnews as cn
try:
    cn.to_html(cn.parse("Hm."))
except ModuleNotFoundError as error:
    print(error)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "a page needs jinja2: pip install 'conflictnews[report]'\n"


@pytest.mark.parametrize(
    ("low", "high", "value", "bound", "shown"),
    [
        (None, None, "2500", cn.Bound.EXACT, "2,500"),
        ("20", None, "20", cn.Bound.APPROX, "≈\xa020"),
        (None, "5", "5", cn.Bound.MAX, "≤\xa05"),
        ("10", "15", None, cn.Bound.RANGE, "10 to 15"),
        ("24", None, None, cn.Bound.VAGUE, "≥\xa024"),
        (None, "9", None, cn.Bound.MAX, "≤\xa09"),
        (None, None, None, cn.Bound.VAGUE, ""),
        (None, None, "1" * 1000, cn.Bound.EXACT, "1.111E+999"),
    ],
)
def test_numbers_are_shown_with_their_bounds(
    low: str | None, high: str | None, value: str | None, bound: cn.Bound, shown: str
) -> None:
    numbers: dict[str, Any] = {
        name: Decimal(text) for name, text in (("low", low), ("high", high), ("value", value)) if text
    }
    fact = cn.NumericFact(span=cn.Span(0, 7), text="Rockets", bound=bound, **numbers)
    html = cn.to_html(attrs.evolve(full_article(), facts=(fact,), events=()))
    assert f'<td class="value">{shown}</td>' in html
