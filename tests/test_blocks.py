"""Blocks: fixture files, the article's title, byline and dateline, and how cost grows."""

from __future__ import annotations

import pytest

import conflictnews as cn

from .fixture_files import Case, read_cases, show


@pytest.mark.parametrize("case", read_cases("blocks"), ids=lambda case: case.id)
def test_fixture(case: Case) -> None:
    assert show(cn.parse_blocks(case.text), ["kind"]) == case.expected


def test_a_heading_needs_a_paragraph_below() -> None:
    blocks = cn.parse_blocks("Truce signed\n\nThe truce was signed at noon.\n\nWhat next")
    assert blocks[-1].kind is cn.BlockKind.BODY


def test_the_article_knows_its_head() -> None:
    article = cn.parse("Truce signed\n\nBy Jane Roe\n\nGENEVA (AFP) - Both sides signed.\n")
    assert (article.title and article.title.text) == "Truce signed"
    assert (article.byline and article.byline.text) == "By Jane Roe"
    assert (article.dateline and article.dateline.text) == "GENEVA (AFP) -"


@pytest.mark.parametrize("text", ["", " \n\t ", "\n\n\n"])
def test_without_words_there_are_no_blocks(text: str) -> None:
    assert cn.parse_blocks(text) == ()


def test_windows_line_ends_do_not_matter() -> None:
    text = "Truce signed\n\nBy Jane Roe\n\nMarch 3, 2019\n\nBoth sides signed."
    kinds = [(block.kind, block.text) for block in cn.parse_blocks(text)]
    assert [(block.kind, block.text) for block in cn.parse_blocks(text.replace("\n", "\r\n"))] == kinds


def test_a_long_line_that_begins_like_furniture_is_body() -> None:
    text = "Truce signed\n\nFollow us on the road, the guide said, " + "and we walked on " * 20 + "to the border."
    assert cn.parse_blocks(text)[-1].kind is cn.BlockKind.BODY
