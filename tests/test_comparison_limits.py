"""What nobody should compare: nothing, twins, floods; the comparison says so, and cost stays linear."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from importlib import import_module
from typing import Any

import pytest

import conflictnews as cn

DAY = date(2031, 5, 5)
BLAST = "Bomb kills {n} in Kirkuk\n\nA bomb killed {n} people at a market in Kirkuk on Monday, police said."
FORMULA = "The ministry did not immediately respond to a request for comment on Monday evening."


def blast(number: int = 12, **fields: Any) -> cn.Article:
    return cn.parse(BLAST.format(n=number), published=DAY, **fields)


def test_an_empty_article_is_in_no_story() -> None:
    comparison = cn.compare([blast(), cn.parse(""), blast()])
    assert [story.articles for story in comparison.stories] == [(0, 2)]


def test_the_same_twice_is_one_text_and_contradicts_nothing() -> None:
    comparison = cn.compare([blast(id="a"), blast(id="a")])
    assert [story.texts for story in comparison.stories] == [((0, 1),)]
    assert comparison.disagreements == ()


def test_days_in_disorder_make_the_same_stories() -> None:
    articles = [cn.parse(BLAST.format(n=n), published=DAY + timedelta(days=n)) for n in (2, 0, 1)]
    assert [story.articles for story in cn.compare(articles).stories] == [(0, 1, 2)]
    assert [story.earliest for story in cn.compare(articles).stories] == [DAY]


def test_weeks_apart_is_another_story() -> None:
    later = cn.parse(BLAST.format(n=12), published=DAY + timedelta(days=60))
    assert cn.compare([blast(), later]).incidents == ()


def test_a_formula_makes_no_story() -> None:
    subjects = (
        "Prices of bread rose in Dorn",
        "The opera opened in Elmar",
        "Rain fell over Tarsa",
        "Trains stood still in Varn",
    )
    articles = [cn.parse(f"{words} again.\n\n{FORMULA}", published=DAY) for words in subjects]
    comparison = cn.compare(articles)
    assert (comparison.stories, comparison.copied_passages) == ((), ())


def counted(name: str, module: str, work: Callable[[], object]) -> int:
    """How often a function of the comparison is called."""
    calls = 0
    home = import_module(f"conflictnews.comparison.{module}")
    original = getattr(home, name)

    def counting(*given: Any, **more: Any) -> Any:
        nonlocal calls
        calls += 1
        return original(*given, **more)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(home, name, counting)
        work()
    return calls


@pytest.mark.parametrize(("module", "name"), [("stories", "_linkage"), ("incidents", "_evidence")])
def test_identical_articles_take_linear_time(module: str, name: str) -> None:
    article = blast()
    few, many = ([article] * count for count in (100, 200))
    once, twice = (counted(name, module, partial(cn.compare, given)) for given in (few, many))
    assert once > 0
    assert twice <= 2.2 * once


def test_an_article_of_very_many_events_takes_linear_time() -> None:
    lines = (f"A bomb killed {n} people in Kirkuk on Monday, and rebels shelled Mosul." for n in range(2, 600))
    long = cn.parse(" ".join(lines), published=DAY)
    calls = counted("_evidence", "incidents", partial(cn.compare, [long, blast()]))
    assert calls <= 2 * 64 * 16 * len(long.events)
