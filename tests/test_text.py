"""The geometry of a text: tokens, sentences, quotation marks, and the view that holds them."""

from __future__ import annotations

from datetime import date

import pytest

import conflictnews as cn
from conflictnews.text.morphology import plural, singular, verb_forms
from tests.fixture_files import Case, read_cases


def by_title(case: Case) -> str:
    return case.id


@pytest.mark.parametrize("case", read_cases("text/tokens"), ids=by_title)
def test_tokens(case: Case) -> None:
    view = cn.TextView(case.text)
    assert [" | ".join(view.surface(at, at + 1) for at in range(len(view)))] == case.expected


@pytest.mark.parametrize("case", read_cases("text/sentences"), ids=by_title)
def test_sentences(case: Case) -> None:
    article = cn.Parser().only("sentences").parse(case.text)
    assert [" ".join(sentence.text.split()) for sentence in article.sentences] == case.expected


@pytest.mark.parametrize("case", read_cases("text/quotations"), ids=by_title)
def test_quotation_marks(case: Case) -> None:
    shown = []
    for quotation in cn.TextView(case.text).quotations:
        line = case.text[quotation.start : quotation.end]
        line += "" if quotation.closed else " | closed=False"
        line += f" | depth={quotation.depth}" if quotation.depth else ""
        shown.append(line)
    assert shown == case.expected


def test_outer_offsets_include_the_marks() -> None:
    text = "He said ``yes'' and \"no\"."
    assert [text[q.outer_start : q.outer_end] for q in cn.TextView(text).quotations] == ["``yes''", '"no"']


def test_words_are_folded_and_keep_their_places() -> None:
    text = "KATA’IB İstanbul non‑stop ẞ"
    view = cn.TextView(text)
    assert view.words == ["kata'ib", "İstanbul", "non-stop", "ß"]
    assert [view.surface(at, at + 1) for at in range(4)] == text.split()


class TestView:
    view = cn.TextView("Iran denied it. Iraq denied it too.\n\nThey said so.", date(2021, 2, 26))

    def test_index_leads_to_positions_in_order(self) -> None:
        assert self.view.index["denied"] == [1, 5]
        assert self.view.positions({"said", "denied", "absent"}) == [1, 5, 10]
        assert self.view.positions(()) == []

    def test_sentences_cover_every_token(self) -> None:
        assert self.view.sentences == [(0, 4), (4, 9), (9, 13)]
        assert [self.view.sentence_number(at) for at in (0, 3, 4, 12)] == [0, 0, 1, 2]
        assert self.view.sentence_of(5) == (4, 9)

    def test_paragraphs_are_stripped_lines(self) -> None:
        assert self.view.paragraphs == [(0, 35), (37, 50)]

    def test_spans_and_tokens_are_inverse(self) -> None:
        span = self.view.span(4, 7)
        assert span.of(self.view.text) == self.view.surface(4, 7) == "Iraq denied it"
        assert self.view.tokens_in(span) == range(4, 7)

    def test_token_at(self) -> None:
        assert [self.view.token_at(offset) for offset in (0, 3, 4, 5, 49, 50, 99)] == [0, 0, 1, 1, 12, 13, 13]

    def test_published_is_kept(self) -> None:
        assert self.view.published == date(2021, 2, 26)


def test_a_hard_wrapped_text_has_paragraphs_of_several_lines() -> None:
    text = (
        "The army said on Monday that its soldiers had\nleft the town after a week of fighting in which\n"
        "more than forty people were killed and several\nhundred fled to the hills around it.\n\n"
        "Residents said that the shelling went on for\nhours after the soldiers had gone, and that the\n"
        "bridge over the river was destroyed.\n"
    )
    assert len(cn.TextView(text).paragraphs) == 2


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("agree", "agree agrees agreed agreeing"),
        ("rob", "rob robs robbed robbing"),
        ("open", "open opens opened opening"),
        ("deny", "deny denies denied denying"),
        ("shoot", "shoot shoots shot shooting"),
        ("begin", "begin begins began begun beginning"),
        ("lie", "lie lies lay lied lain lying"),
        ("go", "go goes went gone going"),
    ],
)
def test_verb_forms(verb: str, forms: str) -> None:
    assert verb_forms(verb).all() == set(forms.split())


@pytest.mark.parametrize("noun", ["attack", "robbery", "gunman", "child", "crisis", "ambush", "bus", "car bomb"])
def test_a_singular_is_made_from_its_plural(noun: str) -> None:
    assert plural(noun) != noun
    assert singular(plural(noun).split()[-1]) == noun.rsplit(maxsplit=1)[-1]
