"""Pages from the web: the article without the site around it."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import conflictnews as cn
from conflictnews.integrations.web import read_page
from tests.test_cli import run

PAGE = """<!doctype html><html><head><title>Rockets hit base at Qamar - Qamar Post</title>
<meta property="og:site_name" content="Qamar Post"><meta property="og:title" content="Rockets hit base at Qamar">
<meta property="article:published_time" content="2021-02-26T08:00:00Z"></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Rockets hit base at Qamar</h1>
<p>At least 22 people were killed when rockets hit a base near Erbil on Thursday, officials said on Friday morning.</p>
<p>&#8220;We will respond,&#8221; Col. Sam Otto told Reuters. The militia denied any role in the attack &amp; left.</p>
<p>It was the third attack on the base within two weeks, and residents of the town said that they were afraid.</p>
</article><footer>Share this on <a href="#">Twitter</a></footer></body></html>"""


@pytest.fixture
def _trafilatura() -> None:
    pytest.importorskip("trafilatura", reason="the extra web is not installed", exc_type=ImportError)


@pytest.mark.usefixtures("_trafilatura")
class TestPages:
    @pytest.mark.parametrize("html", [PAGE, PAGE.encode()])
    def test_the_article_of_a_page(self, html: str | bytes) -> None:
        item = read_page(html)
        assert item is not None
        assert (item["published"], item["source"]) == (date(2021, 2, 26), "Qamar Post")
        assert item["text"].startswith("Rockets hit base at Qamar\n\nAt least 22 people")
        assert "Home" not in item["text"]
        (article,) = cn.parse_many([item])
        assert article.title is not None
        assert article.quotes[0].text == "We will respond,"
        assert article.text[article.facts[0].span.start :].startswith("At least 22 people")

    @pytest.mark.parametrize("html", ["", "<html><body></body></html>", "no page"])
    def test_where_there_is_no_article(self, html: str) -> None:
        item = read_page(html)
        assert item is None or "no page" in item["text"]

    def test_a_wrong_type(self) -> None:
        wrong: Any = 3
        with pytest.raises(TypeError, match="a page must be str or bytes, not int"):
            read_page(wrong)

    def test_on_the_command_line(self, tmp_path: Path) -> None:
        (tmp_path / "story.HTML").write_text(PAGE, encoding="utf-8")
        (tmp_path / "empty.htm").write_text("<html></html>", encoding="utf-8")
        done = run("articles", tmp_path, "--format", "jsonl")
        (row,) = map(json.loads, done.stdout.splitlines())
        assert (row["article_id"], row["published"], row["source"]) == ("story.HTML", "2021-02-26", "Qamar Post")
        assert row["title"] == "Rockets hit base at Qamar"
        assert (done.returncode, "empty.htm: holds no article" in done.stderr.decode()) == (1, True)


def test_without_the_extra_a_line_says_what_to_install(tmp_path: Path) -> None:
    (tmp_path / "story.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "story.txt").write_text("Iran denied it.", encoding="utf-8")
    done = run("attributions", tmp_path, "--format", "jsonl", without="trafilatura")
    assert done.returncode == 1
    assert "story.html: pages need trafilatura: pip install 'conflictnews[web]'" in done.stderr.decode()
    assert [json.loads(line)["article_id"] for line in done.stdout.splitlines()] == ["story"]


def test_without_the_extra_the_function_says_so() -> None:
    lines = "sys.modules['trafilatura'] = None", "from conflictnews.integrations.web import read_page", "read_page('')"
    program = "\n".join(("import sys", *lines))
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.stderr.splitlines()[-1].endswith("pip install 'conflictnews[web]'")
