"""The same news, written in another way, says the same: characters of other kinds, damage, pages around it, days."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import conflictnews as cn
from tests.promises import check
from tests.property.strategies import NEUTRAL, news, paragraphs

SEEDS = [file.read_text("utf-8") for file in sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))]
DAY = date(2021, 3, 1)
ACCENTED = (
    "Gen. José Núñez said on Thursday that rebels shelled Ségou, killing at least 1,200 people and wounding 12.\n\n"
    "\"We won't go,\" Zoë Müller told Reuters. The Ministry of Défense denied it. Kata'ib Hezbollah fired 14 rockets."
)
TEXTS = [*SEEDS, ACCENTED]
Change = Callable[[str], str]
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


def within(char: str) -> Change:
    """A character in the middle of every third long word."""

    def change(text: str) -> str:
        words = iter(range(10**9))
        return re.sub(r"[A-Za-z]{5,}", lambda m: m[0][:3] + char + m[0][3:] if next(words) % 3 == 0 else m[0], text)

    return change


def in_place(pattern: str, put: str) -> Change:
    return lambda text: re.sub(pattern, put, text)


CHANGES: dict[str, Change] = {
    "line ends of Windows": in_place("\n", "\r\n"),
    "line ends of old Macs": in_place("\n", "\r"),
    "accents apart": lambda text: unicodedata.normalize("NFD", text),
    "digits of full width": lambda text: text.translate(FULL_WIDTH),
    "no-break blanks behind numbers": in_place(r"(?<=\d) (?=\w)", "\u00a0"),
    "narrow blanks behind numbers": in_place(r"(?<=\d) (?=\w)", "\u202f"),
    "no-break blanks in numbers": in_place(r"(?<=\d),(?=\d\d\d\b)", "\u00a0"),
    "narrow blanks in numbers": in_place(r"(?<=\d),(?=\d\d\d\b)", "\u202f"),
    "thin blanks in numbers": in_place(r"(?<=\d),(?=\d\d\d\b)", "\u2009"),
    "two blanks behind sentences": in_place(r"(?<=[.,]) (?=\S)", "  "),
    "two blanks everywhere": in_place(r"(?<=\S) (?=\S)", "  "),
    "soft hyphens": within("\u00ad"),
    "zero-width blanks": within("\u200b"),
    "joiners": within("\u200d"),
    "non-joiners": within("\u200c"),
    "word joiners": within("\u2060"),
    "byte order marks": within("\ufeff"),
    "marks of direction": within("\u200e"),
    "isolates": in_place(r"\b([A-Z][a-z]+)\b", "\u2068\\1\u2069"),
    "hyphens that do not break": in_place("(?<=\\w)-(?=\\w)", "\u2011"),
    "curly apostrophes": in_place(r"(?<=\w)'(?=\w)", "’"),
    "letters for apostrophes": in_place(r"(?<=\w)['’](?=\w)", "ʼ"),
    "accents for apostrophes": in_place(r"(?<=\w)['’](?=\w)", "´"),
    "entities": html.escape,
    "numbered entities": lambda text: "".join(map(numbered, text)),
    "entities for blanks": in_place(" ", "&nbsp;"),
    "markup of words": in_place(r"\b([A-Z][a-z]+)\b", r"<b>\1</b>"),
    "blanks at line ends": in_place("\n", "  \n"),
}


def numbered(char: str) -> str:
    return f"&#{ord(char)};" if char in "\"'“”’—–" else char


def outline(article: cn.Article) -> dict[str, list[object]]:
    """What was found, without offsets and surfaces, in plain characters."""
    return {
        "sentences": [len(article.sentences)],
        "quotes": [(one.kind, one.closed, speaker(one.attribution)) for one in article.quotes],
        "attributions": [(one.kind, one.act, speaker(one)) for one in article.attributions],
        "facts": [(one.value, one.low, one.high, one.kind, one.unit, one.role, one.noun) for one in article.facts],
        "dates": [(one.type, one.value, one.earliest) for one in article.dates],
        "events": [(one.type, one.status, *parties(one), len(one.killed), one.date is None) for one in article.events],
    }


def speaker(attribution: cn.Attribution | None) -> str | None:
    return None if attribution is None or attribution.speaker_name is None else plain(attribution.speaker_name)


def parties(event: cn.Event) -> Iterator[tuple[str, ...]]:
    for side in (event.actors, event.targets):
        yield tuple(plain(one.name) for one in side)


def plain(name: str) -> str:
    """A name in one way to write it: what is read is put into names, apostrophes as they stand."""
    return unicodedata.normalize("NFC", " ".join(name.replace("’", "'").split()))


@pytest.mark.parametrize("number", range(len(TEXTS)))
@pytest.mark.parametrize("name", CHANGES)
def test_written_in_another_way(name: str, number: int) -> None:
    text = TEXTS[number]
    changed = CHANGES[name](text)
    article = cn.parse(changed, published=DAY)
    check(article, changed)
    want, got = outline(cn.parse(text, published=DAY)), outline(article)
    if name == "markup of words":
        want["facts"] = got["facts"]  # a noun is the surface, with what stands in it
    for layer in want:
        assert got[layer] == want[layer], layer


@given(news(), st.sampled_from(["accents apart", "line ends of old Macs", "soft hyphens", "joiners", "isolates"]))
def test_invented_news_in_another_way(text: str, name: str) -> None:
    changed = CHANGES[name](text)
    article = cn.parse(changed)
    check(article, changed)
    first, second = outline(cn.parse(text)), outline(article)
    for layer in ("sentences", "quotes", "attributions", "dates"):
        assert first[layer] == second[layer], layer


@given(paragraphs(), paragraphs())
def test_two_passages_in_one_text_keep_numbers_quotations_and_dates(one: str, other: str) -> None:
    # Behind a plain paragraph, as what stands first is read as a title, and its repetition as none of the story.
    alone = [cn.parse(f"{NEUTRAL}\n\n{text}") for text in (one, other)]
    both = cn.parse(f"{NEUTRAL}\n\n{one}\n\n{NEUTRAL}\n\n{other}")
    for layer in ("quotes", "facts", "dates"):
        assert surfaces(both, layer) == [text for each in alone for text in surfaces(each, layer)], layer


def surfaces(article: cn.Article, layer: str) -> list[str]:
    """What stands in the text of a layer's items; of victims only those counted, as who is named is told of once."""
    found = [item.text for item in getattr(article, layer)]
    return [text for text in found if layer != "facts" or any(char.isdigit() for char in text)]


BOILERPLATE = ["Share this article", "Sign up for our newsletter", "Related Articles", "Leave a Reply"]


@pytest.mark.parametrize("text", SEEDS)
@pytest.mark.parametrize("line", BOILERPLATE)
def test_boilerplate_behind_adds_nothing(text: str, line: str) -> None:
    before, after = cn.parse(text, published=DAY), cn.parse(f"{text}\n\n{line}\n", published=DAY)
    assert outline(after) | {"sentences": []} == outline(before) | {"sentences": []}


@pytest.mark.parametrize("text", SEEDS)
@pytest.mark.parametrize("days", [1, 7, 400])
def test_a_moved_day_moves_dates_and_nothing_else(text: str, days: int) -> None:
    first, second = (cn.parse(text, published=date.fromordinal(DAY.toordinal() + by)) for by in (0, days))
    one, other = outline(first), outline(second)
    for layer in ("sentences", "quotes", "attributions", "facts"):
        assert one[layer] == other[layer]
    assert [ref.span for ref in first.dates] == [ref.span for ref in second.dates]
