"""What holds of an Article whatever the text: exact, complete, deterministic; and what changes of the text change."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from datetime import date

import attrs
from hypothesis import given
from hypothesis import strategies as st

import conflictnews as cn
from tests.promises import check
from tests.property.strategies import NEUTRAL, PAIRS, any_text, articles, days, news, paragraphs

LAYERS = ("blocks", "sentences", "quotes", "attributions", "facts", "dates", "events")


def outline(article: cn.Article) -> dict[str, list[tuple[object, ...]]]:
    """The items of each layer without offsets: their surfaces and plain fields."""
    return {
        "sentences": [(" ".join(item.text.split()),) for item in article.sentences],
        "quotes": [(item.kind, item.closed, _name(item.attribution)) for item in article.quotes],
        "attributions": [(item.kind, _name(item)) for item in article.attributions],
        "facts": [(f.text, f.value, f.low, f.high, f.kind, f.role, f.noun) for f in article.facts],
        "dates": [(item.text, item.type, item.value) for item in article.dates],
        "events": [(item.text, item.type, item.status) for item in article.events],
    }


def _name(attribution: cn.Attribution | None) -> str | None:
    return attribution.speaker.name if attribution is not None and attribution.speaker is not None else None


@given(any_text(), st.one_of(st.none(), days()))
def test_any_text_gives_an_article_with_exact_spans(text: str, published: date | None) -> None:
    check(cn.parse(text, published=published), text)


@given(articles())
def test_news_gives_an_article_with_exact_spans(given_: tuple[str, date | None]) -> None:
    text, published = given_
    check(cn.parse(text, published=published), text)


@given(any_text())
def test_sentences_and_blocks_cover_all_that_is_seen(text: str) -> None:
    article = cn.parse(text)
    sentences = "".join(sentence.text for sentence in article.sentences)
    words = [char for char in text if char.isalnum()]
    assert [char for char in sentences if char.isalnum()] == words
    covered = {offset for block in article.blocks for offset in range(block.span.start, block.span.end)}
    assert [char for offset, char in enumerate(text) if char.isalnum() and offset not in covered] == []


@given(st.one_of(any_text(), news()))
def test_the_same_text_gives_the_same_article(text: str) -> None:
    first, second = cn.parse(text), cn.parse(text)
    assert first == second
    assert hash(first) == hash(second)


@given(st.one_of(any_text(), news()))
def test_pickle_and_json_restore_the_article(text: str) -> None:
    article = cn.parse(text)
    assert pickle.loads(pickle.dumps(article)) == article
    assert cn.from_dict(cn.to_dict(article)) == article
    assert cn.from_json(cn.to_json(article)) == article


@given(news())
def test_a_neutral_paragraph_behind_leaves_earlier_results_alone(text: str) -> None:
    before, after = cn.parse(text), cn.parse(f"{text}\n\n{NEUTRAL}")
    for layer in LAYERS:
        earlier = getattr(before, layer)
        assert getattr(after, layer)[: len(earlier)] == earlier, layer
        assert len(getattr(after, layer)) - len(earlier) <= (layer in ("blocks", "sentences"))
    assert after.speakers == before.speakers


@given(news(), st.integers(0, 3))
def test_blank_lines_in_front_move_results_and_change_nothing_else(text: str, lines: int) -> None:
    assert outline(cn.parse("\n" * lines + text)) == outline(cn.parse(text))


@given(news())
def test_line_ends_of_windows_change_nothing(text: str) -> None:
    assert outline(cn.parse(text.replace("\n", "\r\n"))) == outline(cn.parse(text))


@given(news(), st.sampled_from([str.upper, str.lower, str.title, str.swapcase]))
def test_any_case_is_read(text: str, change: Callable[[str], str]) -> None:
    changed = change(text)
    check(cn.parse(changed), changed)


@given(st.data(), st.sampled_from(["curly", "guillemets", "low-high", "low-curly", "latex"]))
def test_other_quotation_marks_leave_quotes_alike(data: st.DataObject, kind: str) -> None:
    # The markers stand for marks that are not yet chosen, so that both texts quote the same words.
    template = data.draw(news(("\ue000", "\ue001")))
    straight = template.replace("\ue000", '"').replace("\ue001", '"')
    opening, closing = PAIRS[kind]
    other = template.replace("\ue000", opening).replace("\ue001", closing)
    first, second = outline(cn.parse(straight)), outline(cn.parse(other))
    for layer in ("quotes", "attributions", "facts", "dates", "events"):
        assert first[layer] == second[layer], layer
    quotes = [quote.text for quote in cn.parse(straight).quotes]
    assert [quote.text for quote in cn.parse(other).quotes] == quotes


@given(news(), days(), days())
def test_the_day_of_publication_moves_dates_and_nothing_else(text: str, one: date, other: date) -> None:
    first, second = cn.parse(text, published=one), cn.parse(text, published=other)
    assert first.quotes == second.quotes
    assert first.attributions == second.attributions
    assert first.facts == second.facts
    assert [ref.span for ref in first.dates] == [ref.span for ref in second.dates]


@given(news())
def test_one_layer_alone_is_as_in_the_whole(text: str) -> None:
    article = cn.parse(text)
    assert cn.parse_blocks(text) == article.blocks
    assert cn.parse_quotes(text) == article.quotes
    assert cn.parse_attributions(text) == article.attributions
    assert cn.parse_dates(text) == article.dates
    assert cn.parse_events(text) == article.events
    alone = [attrs.evolve(fact, attribution=None) for fact in article.facts]
    assert list(cn.parse_facts(text)) == alone


@given(paragraphs(), paragraphs())
def test_speakers_stand_in_the_text(first: str, second: str) -> None:
    text = f"{first}\n\n{second}"
    article = cn.parse(text)
    for speaker in article.speakers:
        assert speaker.mentions
        assert speaker.mentions[0] == speaker.span
        assert list(speaker.mentions) == sorted(speaker.mentions)
