"""Who has whose text: shares, independent texts, and why one of two is the copy."""

from __future__ import annotations

from datetime import date
from typing import Any

import conflictnews as cn

DAY = date(2031, 5, 5)
LINES = (
    "A bomb killed twelve people at the vegetable market of Kirkuk on Monday, police said.",
    "Ambulances took thirty wounded people to the central hospital of Kirkuk.",
    "The governor of Kirkuk, Nadia Barzan, said that the market would stay open.",
    "Traders had asked for guards at the northern gate since the spring.",
    "No group has claimed responsibility for the attack on the traders.",
    "The last bombing in Kirkuk was in the autumn of 2029.",
)
OTHER = (
    "Residents of Kirkuk carried the dead from the vegetable market on blankets.",
    "Shops in the old town closed, and schools sent the children home.",
    "A trader told how smoke rose over the stalls of the market.",
    "The mayor spoke of a black day for Kirkuk.",
)


def article(*lines: str, **fields: Any) -> cn.Article:
    return cn.parse("Bomb kills twelve in Kirkuk market\n\n" + "\n\n".join(lines), **{"published": DAY, **fields})


def pairs(*articles: cn.Article) -> dict[tuple[int, int], cn.Copying]:
    return {(pair.article, pair.other): pair for pair in cn.compare(articles).copying}


def test_the_same_text_is_one_text() -> None:
    comparison = cn.compare([article(*LINES), article(*LINES), article(LINES[0], *OTHER)])
    (story,) = comparison.stories
    assert story.texts == ((0, 1), (2,))


def test_a_part_of_a_text_is_that_text() -> None:
    found = pairs(article(*LINES), article(*LINES[:3]))
    assert found[1, 0].share == 1.0
    assert 0.4 < found[0, 1].share < 0.8
    assert (found[1, 0].reason, found[0, 1].reason) == ("lost-words", None)


def test_the_later_one_copied() -> None:
    found = pairs(article(*LINES, published=date(2031, 5, 6)), article(*LINES))
    assert (found[0, 1].reason, found[1, 0].reason) == ("later-day", None)


def test_who_credits_the_agency_copied() -> None:
    agency = article(*LINES, source="Reuters")
    paper = article(*LINES, "--Reuters", source="The Daily")
    found = pairs(agency, paper)
    assert (found[1, 0].reason, found[0, 1].reason) == ("credited-agency", None)


def test_nothing_tells_who_copied_twins() -> None:
    found = pairs(article(*LINES), article(*LINES))
    assert {pair.reason for pair in found.values()} == {None}


def test_one_shared_sentence_is_no_copying() -> None:
    other = cn.parse("Black day in Kirkuk\n\n" + "\n\n".join((LINES[0], *OTHER)), published=DAY)
    assert pairs(article(*LINES), other) == {}
