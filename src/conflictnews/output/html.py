"""to_html: one self-contained page to show to a colleague."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from conflictnews.types import Article
from conflictnews.types.comparison import Comparison

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["to_html"]

_NOT_IN_HTML = r"[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff]"


def to_html(document: Article | Comparison | Iterable[Article], *, comparison: Comparison | None = None) -> str:
    """An article, a comparison or several articles as one page: no script, nothing loaded from elsewhere.

    The text of each article stands as it is, with its annotations in colour, beside tables of who said what, the
    numbers, the events and what looks odd. ``comparison`` puts its stories first, each with its tolls over time, its
    contradictions and its copies, and folds the articles behind them; of a comparison alone the page can show names and
    offsets only, as it holds no texts. Characters that HTML can't hold (NUL, lone surrogates) are
    shown as U+FFFD. Needs jinja2 (``pip install 'conflictnews[report]'``), else ``ModuleNotFoundError``.

    >>> from conflictnews import parse
    >>> page = to_html(parse("Iran denied it.", id="a"))
    >>> page.startswith("<!doctype html>"), "<script" in page
    (True, False)
    """
    from conflictnews.output.comparison_page import comparison_view  # noqa: PLC0415 - loaded when a page is made
    from conflictnews.output.map import country_shapes  # noqa: PLC0415
    from conflictnews.output.page import article_view  # noqa: PLC0415

    articles: Sequence[Article] = ()
    if isinstance(document, Comparison):
        comparison = document
    else:
        articles = _checked(document)
    page = _environment().get_template("page.html.j2")
    views = [article_view(article, number) for number, article in enumerate(articles)]
    shown = page.render(
        articles=views,
        shapes=country_shapes(sorted({country for view in views for country in view["countries"]})),
        comparison=None if comparison is None else comparison_view(comparison, articles),
    )
    return re.sub(_NOT_IN_HTML, "\ufffd", shown)


def _checked(document: object) -> list[Article]:
    if isinstance(document, Article):
        return [document]
    if isinstance(document, str) or not isinstance(document, Iterable):
        raise TypeError(f"to_html takes an Article, a Comparison or a list of Articles, not {type(document).__name__}")
    articles = list(document)
    for position, article in enumerate(articles):
        if not isinstance(article, Article):
            raise TypeError(f"to_html takes Articles, not {type(article).__name__} at position {position}")
    return articles


@cache
def _environment() -> Environment:
    try:
        from jinja2 import Environment, FunctionLoader, StrictUndefined  # noqa: PLC0415 - an extra
    except ModuleNotFoundError:
        raise ModuleNotFoundError("a page needs jinja2: pip install 'conflictnews[report]'", name="jinja2") from None
    return Environment(
        autoescape=True,
        loader=FunctionLoader(_template),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _template(name: str) -> str:
    return files("conflictnews.output").joinpath("templates", name).read_text(encoding="utf-8")
