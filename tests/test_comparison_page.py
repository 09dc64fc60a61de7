"""The page of a comparison: stories first, contradictions and tolls before all else, articles folded behind."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

import conflictnews as cn

from .test_html import Page
from .test_stories import read

FIXTURES = Path(__file__).parent / "fixtures" / "comparison"
CHROMIUM = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
)
HOSTILE = '</script><script>document.title="taken"</script><img src=x onerror=alert(1)>'


def page_of(cluster: str) -> str:
    articles = read(FIXTURES / f"{cluster}.txt").articles
    return cn.to_html(articles, comparison=cn.compare(articles))


def test_what_matters_comes_first() -> None:
    html = page_of("market-blast")
    order = [
        html.index(words)
        for words in (
            "Bombing in Kirkuk, 2031-05-05",
            "4 articles, 4 texts",
            "Where two reports cannot both be right",
            "How many, by whose word",
            "Who said what, and where it stands",
            "The same words in several articles",
            'id="a0"',
        )
    ]
    assert order == sorted(order)
    assert "Killed 9 → 31" in html
    assert "3 contradictions" in html


def test_both_sides_are_named_with_their_sources() -> None:
    html = page_of("market-blast")
    against = html[html.index("Where two reports") : html.index("How many, by whose word")]
    for words in ("Nine people", "Interior Ministry", "State News Service", "Twenty-three people", "Kirkuk Voices"):
        assert words in against


def test_the_chart_has_a_dot_a_figure_that_leads_to_its_words() -> None:
    html = page_of("rising-toll")
    chart = html[html.index('<svg class="chart"') :].partition("</svg>")[0]
    dots = re.findall(r'<a href="#(a\d+-fact-\d+)" aria-label="([^"]+)"><g class="([^"]+)">', chart)
    assert len(dots) > 8
    assert all(f'id="{anchor}"' in html for anchor, _, _ in dots)
    assert {state for _, label, kinds in dots for state in kinds.split() if "stale" in label} >= {"stale"}
    assert "18 people: City Herald, Civil Defence, 2031-10-04, stale" in [label for _, label, _ in dots]


def test_a_source_has_one_colour_in_the_charts_and_their_legend() -> None:
    html = page_of("market-blast")
    legend = dict(re.findall(r'<span class="key (of\d)">.*?</span> ([^<]+)</span>', html))
    dots = re.findall(r'aria-label="[^"]+: [^",]+, ([^",]+), 2031-[^"]+"><g class="(of\d)', html)
    assert {"police", "health officials", "residents"} <= {source for source, _ in dots}
    assert all(legend[colour] == source for source, colour in dots)


def test_the_drift_of_a_quotation_is_shown() -> None:
    html = page_of("market-blast")
    assert re.search(r"<ins>not</ins>|<del>not</del>", html)


@pytest.mark.parametrize("cluster", [path.stem for path in sorted(FIXTURES.glob("*.txt"))])
def test_every_link_leads_somewhere(cluster: str) -> None:
    Page(page_of(cluster))


def test_articles_in_no_relation_say_so() -> None:
    articles = [cn.parse("Bread costs more than it did."), cn.parse("The opera opened in Dorn.")]
    html = cn.to_html(articles, comparison=cn.compare(articles))
    assert "They share nothing that was found." in html


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")
def test_a_browser_shows_it_without_a_complaint(tmp_path: Path) -> None:
    """Nothing runs, nothing is missing, and what a text says stays text."""
    articles = read(FIXTURES / "market-blast.txt").articles
    hostile = cn.parse(f"{HOSTILE}\n\n{articles[0].text}", id=HOSTILE, source=HOSTILE, published=articles[0].published)
    given = [*articles, hostile]
    path = tmp_path / "page.html"
    path.write_text(cn.to_html(given, comparison=cn.compare(given)), encoding="utf-8")
    flags = ["--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr", "--v=0", "--dump-dom"]
    assert CHROMIUM is not None
    done = subprocess.run(
        [CHROMIUM, *flags, f"--user-data-dir={tmp_path / 'profile'}", path.as_uri()],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    assert "CONSOLE" not in done.stderr
    assert "<script" not in done.stdout
    assert "<title>taken" not in done.stdout
    assert "Bombing in Kirkuk" in done.stdout
