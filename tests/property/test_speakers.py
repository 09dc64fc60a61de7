"""Entities and speakers on any text: exact, deterministic, and unmoved by what comes after."""

from __future__ import annotations

import itertools
import string

from hypothesis import given
from hypothesis import strategies as st

import conflictnews as cn
from tests.property.strategies import any_text, news
from tests.test_entities import entities

PARSER = cn.Parser().only("speakers")
SURNAMES = st.text(string.ascii_lowercase, min_size=5, max_size=9).map(lambda word: "Zv" + word)


@given(any_text() | news())
def test_entities_are_exact(text: str) -> None:
    for entity in entities(text):
        assert entity.mentions
        assert entity.mentions[0] == entity.span
        assert list(entity.mentions) == sorted(set(entity.mentions))
        assert entity.name in {span.of(text) for span in entity.mentions}


@given(any_text() | news())
def test_no_two_entities_share_a_character(text: str) -> None:
    spans = sorted(span for entity in entities(text) for span in entity.mentions)
    assert all(one.end <= other.start for one, other in itertools.pairwise(spans))


@given(any_text() | news())
def test_speakers_are_those_of_the_attributions(text: str) -> None:
    article = PARSER.parse(text)
    spoken = [item.speaker for item in article.attributions if item.speaker is not None]
    assert set(spoken) == set(article.speakers)
    assert len(set(article.speakers)) == len(article.speakers)


@given(any_text() | news())
def test_nobody_is_named_without_confidence(text: str) -> None:
    for item in PARSER.parse(text).attributions:
        assert (item.speaker is None) == (item.resolved_by is cn.Resolution.NONE) == (item.confidence == 0)


@given(news())
def test_twice_gives_the_same(text: str) -> None:
    assert PARSER.parse(text) == PARSER.parse(text)


@given(news())
def test_a_paragraph_behind_leaves_who_speaks_alone(text: str) -> None:
    before = PARSER.parse(text).attributions
    after = PARSER.parse(text + "\n\nNothing else was known.").attributions
    assert [item.speaker for item in after[: len(before)]] == [item.speaker for item in before]


@given(SURNAMES)
def test_any_surname_speaks(surname: str) -> None:
    article = PARSER.parse(f'"We will respond," {surname} said on Monday.')
    assert [speaker.name for speaker in article.speakers] == [surname]


@given(SURNAMES, st.sampled_from(["Karim", "Helen", "Peter"]))
def test_a_last_name_is_the_full_name_before_it(surname: str, first: str) -> None:
    article = PARSER.parse(f'{first} {surname} said no.\n\n"It is late," {surname} added.')
    assert [speaker.name for speaker in article.speakers] == [f"{first} {surname}"]
