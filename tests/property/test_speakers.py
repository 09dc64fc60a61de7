"""Entities and speakers on any text: exact, deterministic, and unmoved by what comes after."""

from __future__ import annotations

import itertools
import string
from collections.abc import Callable

from hypothesis import assume, given
from hypothesis import strategies as st

import conflictnews as cn
from tests.property.strategies import NEUTRAL, any_text, news, reports
from tests.test_names import entities

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
def test_an_entity_stands_where_sentences_are_and_is_named_by_a_word(text: str) -> None:
    sentences = [sentence.span for sentence in cn.Parser().only("sentences").parse(text).sentences]
    for entity in entities(text):
        assert any(char.isalnum() for char in entity.name)
        assert entity.name == entity.name.strip()
        assert all(any(held.contains(span) for held in sentences) for span in entity.mentions)


@given(any_text() | news())
def test_the_same_text_gives_the_same_entities(text: str) -> None:
    assert entities(text) == entities(text)


@given(news(), reports())
def test_a_paragraph_behind_takes_no_entity_away(text: str, more: str) -> None:
    before, after = entities(text), entities(f"{text}\n\n{more}")
    spans = {span for entity in after for span in entity.mentions}
    assert all(span in spans for entity in before for span in entity.mentions)


@given(news())
def test_a_neutral_paragraph_behind_leaves_entities_alone(text: str) -> None:
    assert entities(f"{text}\n\n{NEUTRAL}") == entities(text)


@given(news())
def test_entities_have_capitals_or_are_known(text: str) -> None:
    for entity in entities(text):
        assert any(char.isupper() for char in entity.text)


@given(news(), st.sampled_from([str.upper, str.lower, str.title]))
def test_entities_are_exact_in_any_case(text: str, change: Callable[[str], str]) -> None:
    changed = change(text)
    for entity in entities(changed):
        assert entity.text == entity.span.of(changed)
        assert entity.name in {span.of(changed) for span in entity.mentions}


@given(SURNAMES, SURNAMES, st.sampled_from(["Karim", "Helen", "Peter"]))
def test_two_people_are_two_entities(one: str, other: str, first: str) -> None:
    assume(one != other)
    names = [entity.name for entity in entities(f"{first} {one} met {first} {other}. Later {one} left.")]
    assert names == [f"{first} {one}", f"{first} {other}"]


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
