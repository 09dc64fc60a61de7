"""The geometry of any text: tokens, sentences and tags, exact and complete, each one untouched by what stands apart."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

import conflictnews as cn
from conflictnews.text.tag_words import LETTERS
from conflictnews.text.tokens import fold, token_spans
from tests.property.strategies import NEUTRAL, any_text, news, paragraphs

TEXTS = st.one_of(any_text(), news())


@given(TEXTS)
def test_tokens_hold_all_but_white_space_once(text: str) -> None:
    spans = token_spans(text)
    assert all(start < end for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    assert "".join(text[start:end] for start, end in spans) == "".join(text.split())


@given(TEXTS, TEXTS, st.sampled_from([" ", "\n", "\n\n", "\u2003", "\r\n"]))
def test_tokens_of_two_texts_are_those_of_each(one: str, other: str, between: str) -> None:
    shift = len(one) + len(between)
    behind = [(start + shift, end + shift) for start, end in token_spans(other)]
    assert token_spans(one + between + other) == token_spans(one) + behind


LETTERS_AND_MARKS = st.tuples(
    st.characters(categories=["L"]), st.text(st.characters(categories=["M"], include_characters="\u200d"), max_size=2)
)


@given(st.lists(LETTERS_AND_MARKS.map("".join), min_size=1, max_size=8).map("".join))
def test_a_word_of_any_script_is_one_token(word: str) -> None:
    assert token_spans(word) == [(0, len(word))]


@given(TEXTS)
def test_folding_keeps_places_and_is_done_once(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded


@given(TEXTS)
def test_the_index_holds_every_token_once(text: str) -> None:
    view = cn.TextView(text)
    assert sorted(at for positions in view.index.values() for at in positions) == list(range(len(view)))
    assert all(view.words[at] == word for word, positions in view.index.items() for at in positions)


@given(TEXTS)
def test_paragraphs_are_apart_and_without_white_space_around(text: str) -> None:
    found = cn.TextView(text).paragraphs
    assert all(one[1] <= other[0] for one, other in pairwise(found))
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in found)
    assert "".join("".join(text[start:end].split()) for start, end in found) == "".join(text.split())


@given(TEXTS)
def test_sentences_cover_all_tokens_once(text: str) -> None:
    view = cn.TextView(text)
    assert [at for first, last in view.sentences for at in range(first, last)] == list(range(len(view)))
    assert all(first < last for first, last in view.sentences)
    assert all(view.sentence_of(at) == (first, last) for first, last in view.sentences for at in range(first, last))


@given(TEXTS)
def test_no_sentence_passes_the_end_of_its_paragraph(text: str) -> None:
    view = cn.TextView(text)
    for first, last in view.sentences:
        held = [start <= view.starts[first] and view.ends[last - 1] <= end for start, end in view.paragraphs]
        assert held.count(True) == 1


@given(TEXTS)
def test_sentences_in_the_article_begin_and_end_with_what_is_seen(text: str) -> None:
    for sentence in cn.Parser().only("sentences").parse(text).sentences:
        assert sentence.text == sentence.span.of(text) == sentence.text.strip() != ""


@given(news())
def test_small_letters_hide_ends_of_sentences_and_capitals_make_none_unseen(text: str) -> None:
    small, own, capital = (len(cn.TextView(form).sentences) for form in (text.lower(), text, text.upper()))
    assert len(cn.TextView(text).paragraphs) <= small <= own <= capital


@given(news())
def test_a_paragraph_behind_leaves_sentences_and_tags_alone(text: str) -> None:
    before, after = cn.TextView(text), cn.TextView(f"{text}\n\n{NEUTRAL}")
    assert after.sentences[: len(before.sentences)] == before.sentences
    assert after.tags[: len(before)] == before.tags


@given(TEXTS)
def test_every_token_has_one_tag(text: str) -> None:
    view = cn.TextView(text)
    assert len(view.tags) == len(view)
    assert set(view.tags) <= set(LETTERS)


@given(TEXTS, TEXTS)
def test_tags_do_not_depend_on_what_was_read_before(text: str, other: str) -> None:
    first = cn.TextView(text).tags
    assert cn.TextView(other).tags is not first
    assert cn.TextView(text).tags == first


@given(TEXTS)
def test_the_tags_of_a_sentence_are_those_it_has_in_the_text(text: str) -> None:
    whole, asked = cn.TextView(text), cn.TextView(text)
    for first, last in asked.sentences:
        assert asked.tags_in(first, last) == whole.tags[first:last]


@given(paragraphs())
def test_marks_are_marks_and_figures_are_numbers(text: str) -> None:
    view = cn.TextView(text)
    for word, letter in zip(view.words, view.tags, strict=True):
        if word in {",", ";", "“", "”", "«", "»"}:
            assert letter == "."
        if word.isdecimal():
            assert letter in "UJN"  # "2019" before a noun is often taken for a modifier
