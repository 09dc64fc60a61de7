"""What notebooks show: it styles only itself, escapes what it shows, and needs no extra."""

from __future__ import annotations

import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import attrs
import pytest

import conflictnews as cn
from conflictnews.integrations.jupyter import load_ipython_extension, unload_ipython_extension
from conflictnews.output.notebook import notebook_html
from tests.sample_articles import full_article, full_comparison

NOTEBOOK = Path(__file__).parent.parent / "examples" / "tutorial.ipynb"


class Elements(HTMLParser):
    """Counts what is opened and closed, and keeps the attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.attributes: set[str] = set()
        self.tags: set[str] = set()
        self.words = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attributes}

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


ARTICLE = full_article()
LAYERS = ["quotes", "attributions", "facts", "dates", "events", "entities", "speakers", "sentences", "diagnostics"]
SHOWN: list[Any] = [
    ARTICLE,
    ARTICLE.events[0],
    full_comparison(),
    (ARTICLE, cn.parse("Hm.")),
    *(getattr(ARTICLE, layer) for layer in LAYERS),
    cn.parse(""),
]


@pytest.mark.parametrize("shown", SHOWN, ids=lambda shown: type(shown).__name__)
def test_it_is_well_formed_and_styles_only_itself(shown: object) -> None:
    html = notebook_html(shown)
    assert html is not None
    elements = Elements(html)
    assert elements.open == []
    assert elements.attributes <= {"style", "title", "open"}
    assert not elements.tags & {"style", "script", "link", "iframe"}
    html.encode("utf-8")


def test_an_article_shows_its_text_and_what_was_found() -> None:
    html = ARTICLE._repr_html_() or ""
    words = Elements(html).words
    assert ARTICLE.text in words
    for part in ("Rockets hit base at Qamar", "Who said what (2)", "Numbers (2)", "Events (1)", "What looks odd (1)"):
        assert part in words
    assert "We &lt;will&gt;" in html


def test_an_event_shows_itself() -> None:
    words = Elements(ARTICLE.events[0]._repr_html_() or "").words
    assert "rocket-attack" in words
    assert "22" in words


@pytest.mark.parametrize("other", [(), (1, 2), ("a",), (ARTICLE, 1), [ARTICLE], None, "text", (cn.Span(0, 1),)])
def test_what_is_none_of_ours_stays_as_it_is(other: object) -> None:
    assert notebook_html(other) is None


def test_a_custom_layer_and_many_rows() -> None:
    own = cn.RawAnnotation(span=cn.Span(0, 1), text="<b>", json="{}")
    html = notebook_html((own,) * 300) or ""
    assert "&lt;b&gt;" in html
    assert "… and 100 more" in html


def test_odd_characters() -> None:
    article = cn.parse('"We \ud800\0 will," said <b>Otto</b>.', id="\x1b")
    (article._repr_html_() or "").encode("utf-8")


def test_the_repr_of_an_article_is_one_line() -> None:
    shown = repr(attrs.evolve(ARTICLE, text=ARTICLE.text * 100))
    assert shown == "<Article '000' 'Rockets hit base at Qamar': 3 quotes, 2 attributions, 2 facts, 1 events>"
    assert len(repr(cn.parse("word\n" * 1000))) < 150


def test_without_rich_and_jinja2() -> None:
    program = (
        "import sys; sys.modules['rich'] = sys.modules['jinja2'] = None\n"
        "import conflictnews as cn; print(cn.parse('Iran denied it.')._repr_html_())"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert "Iran" in done.stdout


class Formatters:
    """Stands in for IPython's shell: keeps what is registered."""

    def __init__(self) -> None:
        self.display_formatter = self
        self.formatters = {"text/html": self}
        self.kinds: dict[type, Any] = {}

    def for_type(self, kind: type, show: Any) -> None:
        self.kinds[kind] = show

    def pop(self, kind: type, default: Any) -> Any:
        return self.kinds.pop(kind, default)


def test_the_extension_is_loaded_and_unloaded() -> None:
    shell = Formatters()
    load_ipython_extension(shell)
    assert shell.kinds == {tuple: notebook_html, cn.Comparison: notebook_html}
    unload_ipython_extension(shell)
    assert shell.kinds == {}


@pytest.mark.filterwarnings("ignore")
def test_the_tutorial_runs() -> None:
    nbclient = pytest.importorskip("nbclient", reason="nbclient is not installed")
    nbformat = pytest.importorskip("nbformat", reason="nbformat is not installed")
    pytest.importorskip("ipykernel", reason="ipykernel is not installed")
    pytest.importorskip("pandas", reason="pandas is not installed")

    notebook = nbformat.read(NOTEBOOK, 4)
    before = [cell.get("outputs") for cell in notebook.cells]
    nbclient.NotebookClient(notebook, timeout=120, kernel_name="python3").execute()
    after = [cell.get("outputs") for cell in notebook.cells]
    assert len(before) == len(after)
    shown = [str(output.get("data", "")) for outputs in after if outputs for output in outputs]
    assert any("(39, 39)" in output for output in shown)
    assert any(re.search(r"<table>.*Kata'ib Hezbollah|Kata&#x27;ib Hezbollah", output) for output in shown)
