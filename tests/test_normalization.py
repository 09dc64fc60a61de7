"""Texts with markup and damage: read as a reader sees them, with spans of the text as it was given."""

from __future__ import annotations

import pytest

import conflictnews as cn
from tests.promises import check


@pytest.mark.parametrize(
    ("damaged", "name"),
    [
        ("&quot;We found no mines,&quot; said Capt. Ida Holm.", "Ida Holm"),
        ("&#8220;We found no mines,&#8221; said Ida&nbsp;Holm.", "Ida Holm"),
        ("<p>“We found no mines,” said <b>Ida Holm</b>.</p>", "Ida Holm"),
        ("“We found no mines,” said Ida Ho\u00adlm.", "Ida Holm"),
        ("“We found no mines,” said of\ufb01cer Ida Holm.", "Ida Holm"),
        ("A shell fell.“We found no mines,” said Ida Holm.", "Ida Holm"),
        ('"""We found no mines,"" said Ida Holm.', "Ida Holm"),
        ("Six soldiers died.[3][4] “We found no mines,” said Ida Holm.[12]", "Ida Holm"),
    ],
)
def test_a_quotation_has_its_speaker(damaged: str, name: str) -> None:
    article = cn.parse(damaged)
    check(article, damaged)
    assert [(quote.text, _speaker(quote)) for quote in article.quotes] == [("We found no mines,", name)]


def _speaker(quote: cn.Quote) -> str | None:
    speaker = quote.attribution.speaker if quote.attribution is not None else None
    return None if speaker is None else speaker.name


@pytest.mark.parametrize(
    ("damaged", "surface", "noun"),
    [
        (
            "At least <b>14</b> people were <a href='/2023/05/14'>killed</a>.",
            "At least <b>14</b> people",
            "people",
        ),
        ("1,200 sol\u00addiers were kil\u00adled.", "1,200 sol\u00addiers", "soldiers"),
        ("At least \ufb01ve \ufb01ghters were killed.", "At least \ufb01ve \ufb01ghters", "fighters"),
        ("\uff11\uff12 men were killed.", "\uff11\uff12 men", "men"),
    ],
)
def test_a_toll_is_counted(damaged: str, surface: str, noun: str) -> None:
    article = cn.parse(damaged)
    check(article, damaged)
    assert [(fact.text, fact.noun, fact.role) for fact in article.facts] == [(surface, noun, cn.Role.KILLED)]


@pytest.mark.parametrize(
    ("glued", "sentences"),
    [
        ("A girl died in Derna.Police say so.", ["A girl died in Derna.", "Police say so."]),
        ('"A girl died."Police say so.', ['"A girl died."', "Police say so."]),
        ('Two were hurt."We heard it," he said.', ["Two were hurt.", '"We heard it," he said.']),
    ],
)
def test_a_blank_is_missing_behind_a_stop(glued: str, sentences: list[str]) -> None:
    article = cn.parse(glued)
    check(article, glued)
    assert [sentence.text for sentence in article.sentences] == sentences


@pytest.mark.parametrize(
    "plain",
    [
        "5 < 7 & 8 > 2",
        "AT&T; and R&D",
        "<3 for Dorn",
        "the <unknown> tag",
        "See www.example.Com for more.",
        "&nosuchthing;",
    ],
)
def test_what_is_no_markup_stays(plain: str) -> None:
    article = cn.parse(plain)
    check(article, plain)
    assert not article.diagnostics


def test_it_is_told() -> None:
    text = "Rebels left.\n\n<p>Ten men died.</p>"
    (told,) = cn.parse(text).diagnostics
    assert (told.code, told.text) == ("normalized", "<p>")


def test_values_that_share_an_attribution_still_do() -> None:
    article = cn.parse("<p>“We found no mines,” said Ida Holm.</p>")
    assert article.quotes[0].attribution is article.attributions[0]


@pytest.mark.parametrize(
    ("scraped", "names"),
    [
        ("Borland shelled Syrias north.", ["Borland", "Syria"]),
        ("Assads troops left. Few trust Assad.", ["Assad", "Assad"]),
        ("Troops left Dorn. Dorns mayor fled from Dorn.", ["Dorn", "Dorn", "Dorn"]),
        ("The two Koreas met. The Sunnis left Syria.", ["Koreas", "Sunnis", "Syria"]),
    ],
)
def test_a_lost_apostrophe_is_read(scraped: str, names: list[str]) -> None:
    article = cn.parse(scraped)
    check(article, scraped)
    found = sorted(mention.start for entity in article.entities for mention in entity.mentions)
    spans = sorted((mention.start, mention.end) for entity in article.entities for mention in entity.mentions)
    assert len(found) == len(names)
    assert [scraped[start:end] for start, end in spans] == names


def test_what_is_denied_without_an_apostrophe() -> None:
    (event,) = cn.parse("The army didnt shell the town.").events
    assert event.status is cn.EventStatus.DENIED


def test_a_text_that_has_apostrophes_lost_none() -> None:
    (event,) = cn.parse("The army's men wont shell the town.").events
    assert event.status is not cn.EventStatus.DENIED


def test_a_weekday_with_a_lost_apostrophe_says_when() -> None:
    article = cn.parse("Residents fear Fridays attack on the town. Rebels rest on Fridays.")
    assert [date.text for date in article.dates] == ["Friday", "Fridays"]
