"""Quotations and attributions: exact and apart on any text; alike however the words are marked and spaced."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

import conflictnews as cn
from tests.property.strategies import BODIES, CLAUSES, CUES, NEUTRAL, PAIRS, PEOPLE, any_text, news, reports
from tests.test_quotes import show

TEXTS = st.one_of(any_text(), news())
MARKS = "\"'“”‘’„‟«»‹›`＂「」『』‚"
VERBS = [cue for cue in CUES if " " not in cue and cue not in ("told", "denied")]
DOUBLE = [kind for kind in PAIRS if kind != "single"]


def parts(item: cn.Attribution) -> Iterator[cn.Span]:
    yield from item.content
    yield from (span for span in (item.source, item.cue) if span is not None)


@given(TEXTS)
@example("ACCORDING TO%")
@example('"' * 50)
@example("'a 'b' c' \"d 'e\" f' said g")
@example("he said: ")
@example("according to")
@example("2021 according to ज 「 told according to ” $ [ ٣")
def test_quotes_stand_inside_their_marks(text: str) -> None:
    quotes = cn.parse(text).quotes
    assert [quote.outer.start for quote in quotes] == sorted(quote.outer.start for quote in quotes)
    for at, quote in enumerate(quotes):
        assert quote.text.strip()
        assert quote.outer.contains(quote.span)
        around = text[quote.outer.start : quote.span.start] + text[quote.span.end : quote.outer.end]
        assert set(around) <= set(MARKS)
        if quote.nested_in is not None:
            assert quote.nested_in < at
            assert quotes[quote.nested_in].span.contains(quote.outer)


@given(TEXTS)
def test_quotes_cross_no_other(text: str) -> None:
    outers = [quote.outer for quote in cn.parse(text).quotes]
    open_ones: list[cn.Span] = []
    for span in outers:
        while open_ones and open_ones[-1].end <= span.start:
            open_ones.pop()
        assert not open_ones or open_ones[-1].contains(span)
        open_ones.append(span)


@given(TEXTS)
def test_without_marks_there_are_no_quotes(text: str) -> None:
    bare = "".join(char for char in text if char not in MARKS)
    assert cn.parse_quotes(bare) == ()


@given(TEXTS)
@example("2021 according to ज 「 told according to ” $ [ ٣")
@example("👩 ı 中 according to 😀 😀 \\")
def test_source_cue_and_content_are_apart(text: str) -> None:
    for item in cn.parse(text).attributions:
        spans = sorted(parts(item))
        assert all(one.end <= other.start for one, other in pairwise(spans))
        assert list(item.content) == sorted(item.content)
        assert item.span == cn.Span(spans[0].start, max(span.end for span in spans))
        assert any(char.isalnum() for span in item.content for char in span.of(text))


@given(TEXTS)
def test_what_a_speaker_is_follows_from_how_it_was_found(text: str) -> None:
    article = cn.parse(text)
    for item in article.attributions:
        assert 0 <= item.confidence <= 1
        assert (item.speaker is None) == (item.resolved_by is cn.Resolution.NONE)
        assert item.speaker is None or item.speaker in article.speakers
        assert item.source is not None or item.resolved_by is not cn.Resolution.EXPLICIT


@given(TEXTS)
def test_a_quote_and_its_attribution_share_words(text: str) -> None:
    article = cn.parse(text)
    for quote in article.quotes:
        if quote.attribution is not None:
            assert quote.attribution in article.attributions
            assert any(
                span.start < quote.outer.end and quote.outer.start < span.end for span in parts(quote.attribution)
            )


@given(news(), reports())
def test_a_paragraph_behind_leaves_who_said_what_alone(text: str, more: str) -> None:
    before = cn.parse(text)
    after = cn.parse(f"{text}\n\n{NEUTRAL}\n\n{more}")
    for layer in ("attributions", "quotes"):
        earlier = getattr(before, layer)
        spans = [(item.span, item.kind) for item in getattr(after, layer)]
        assert spans[: len(earlier)] == [(item.span, item.kind) for item in earlier]


@given(news(PAIRS["curly"]))
def test_straight_marks_for_curly_ones_keep_quotes(text: str) -> None:
    straight = text.replace("“", '"').replace("”", '"').replace("’", "'")
    assert show(cn.parse(straight)) == [line.replace("’", "'") for line in show(cn.parse(text))]


@given(news(), st.sampled_from(["\n\n\n\n", "\n \n", "\n\n\u00a0\n", "\r\n\r\n"]))
def test_more_room_between_paragraphs_changes_nothing(text: str, room: str) -> None:
    one, other = cn.parse(text), cn.parse(text.replace("\n\n", room))
    assert show(one) == show(other)
    words = [[(span.of(one.text)) for span in parts(item)] for item in one.attributions]
    assert words == [[(span.of(other.text)) for span in parts(item)] for item in other.attributions]


@given(st.sampled_from(PEOPLE), st.sampled_from(VERBS), st.sampled_from(CLAUSES), st.sampled_from(DOUBLE))
def test_who_speaks_is_read_back_from_every_order(person: str, verb: str, clause: str, kind: str) -> None:
    opening, closing = PAIRS[kind]
    said = clause[0].upper() + clause[1:]
    for text in (
        f"{opening}{said},{closing} {person} {verb} on Monday.",
        f"{opening}{said},{closing} {verb} {person} on Monday.",
        f"{person} {verb}: {opening}{said}.{closing}",
    ):
        (quote,) = cn.parse_quotes(text)
        assert quote.text.rstrip(",.") == said
        assert quote.attribution is not None
        assert quote.attribution.speaker is not None
        assert quote.attribution.speaker.name.split()[-1] == person.rsplit(maxsplit=1)[-1]


@given(st.sampled_from(PEOPLE + BODIES), st.sampled_from(VERBS), st.sampled_from(CLAUSES))
def test_a_clause_behind_that_is_what_was_said(name: str, verb: str, clause: str) -> None:
    told, _, _ = clause.partition(", and")  # what comes behind it may be the writer's
    text = f"{name[0].upper()}{name[1:]} {verb} that {clause}."
    (item,) = cn.parse_attributions(text)
    assert item.cue is not None
    assert item.cue.of(text) == verb
    assert told in " ".join(span.of(text) for span in item.content)
