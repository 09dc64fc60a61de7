"""Comparison of any articles: exact spans and positions, symmetric, deterministic, untouched by what is unrelated."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

import conflictnews as cn
from conflictnews.comparison.names import name_key, same_name
from conflictnews.comparison.similarity import common_in_order, ratio

from .strategies import any_text, news

FEW = settings(max_examples=25)
TEXTS = st.lists(st.one_of(news(), any_text(80)), max_size=4)
WORDS = st.lists(st.sampled_from(["the", "dam", "will", "hold", "a", "flood"]), max_size=12)


def parsed(texts: list[str]) -> list[cn.Article]:
    return [cn.parse(text) for text in texts]


@FEW
@given(TEXTS)
def test_every_member_points_at_what_it_names(texts: list[str]) -> None:
    articles = parsed(texts + texts[:1])
    comparison = cn.compare(articles)
    assert len(comparison.articles) == len(articles)
    for shared in comparison.shared_quotes:
        assert len({member.article for member in shared.members}) > 1
        for member in shared.members:
            if member.quote is not None:
                assert articles[member.article].quotes[member.quote].span == member.span
            assert 0 <= member.similarity <= 1
    for passage in comparison.copied_passages:
        assert len({member.article for member in passage.members}) > 1
        assert 0 < passage.similarity <= 1
        for place in passage.members:
            assert place.span in [sentence.span for sentence in articles[place.article].sentences]
    check_groups(articles, comparison)


def check_groups(articles: list[cn.Article], comparison: cn.Comparison) -> None:
    """Stories, actors, incidents and disagreements point at what there is."""
    in_stories = [article for story in comparison.stories for article in story.articles]
    assert len(in_stories) == len(set(in_stories))
    for story in comparison.stories:
        assert len(story.articles) > 1
        assert sorted(article for text in story.texts for article in text) == list(story.articles)
    for actor in comparison.actors:
        assert actor.mentions == tuple(sorted(actor.mentions, key=lambda mention: (mention.article, mention.span)))
        assert actor.name not in actor.aliases
    for incident in comparison.incidents:
        types = {articles[event.article].events[event.event].type for event in incident.members}
        assert incident.type in types
        assert incident.story is not None
        assert {event.article for event in incident.members} <= set(comparison.stories[incident.story].articles)
        for toll in incident.tolls:
            fact = articles[toll.article].facts[toll.fact]
            assert (fact.span, fact.value, fact.role) == (toll.span, toll.value, toll.role)
    for disagreement in comparison.disagreements:
        for item in disagreement.items:
            assert item.span.end <= len(articles[item.article].text)
            if item.fact is not None:
                fact = articles[item.article].facts[item.fact]
                assert (fact.span, fact.value) == (item.span, item.value)


@FEW
@given(TEXTS)
def test_whatever_is_compared_can_be_written(texts: list[str]) -> None:
    articles = parsed(texts + texts[:1])
    comparison = cn.compare(articles)
    assert cn.from_json(cn.to_json(comparison)) == comparison
    for layer in ("stories", "incidents", "tolls", "disagreements", "quotes", "passages", "copying", "actors"):
        assert len({tuple(row) for row in cn.to_rows(comparison, layer)}) <= 1
    assert cn.to_html(articles, comparison=comparison).endswith("</html>")
    assert cn.to_html(comparison)


@FEW
@given(TEXTS)
def test_the_same_articles_give_the_same_comparison(texts: list[str]) -> None:
    assert cn.compare(parsed(texts)) == cn.compare(parsed(texts))


@FEW
@given(news())
def test_twins_share_the_same_sentences_and_quotes(text: str) -> None:
    article = cn.parse(text)
    comparison = cn.compare([article, article])
    groups = [p.members for p in comparison.copied_passages if p.kind == "copy"]
    groups += [shared.members for shared in comparison.shared_quotes]  # type: ignore[misc]
    for members in groups:
        spans = [[member.span for member in members if member.article == number] for number in (0, 1)]
        assert spans[0] == spans[1]
    shared = {member.span for shared in comparison.shared_quotes for member in shared.members}
    long_ones = {quote.span for quote in article.quotes if len(set(quote.text.lower().split())) > 7}
    assert long_ones <= shared


@FEW
@given(TEXTS)
def test_an_empty_article_changes_nothing_but_the_list(texts: list[str]) -> None:
    articles = parsed(texts)
    alone, joined = cn.compare(articles), cn.compare([*articles, cn.parse("")])
    assert joined.articles[:-1] == alone.articles
    assert (joined.shared_quotes, joined.copied_passages) == (alone.shared_quotes, alone.copied_passages)
    assert (joined.actors, joined.incidents) == (alone.actors, alone.incidents)


@given(WORDS, WORDS)
def test_likeness_is_symmetric_and_bounded(one: list[str], other: list[str]) -> None:
    assert common_in_order(one, other) == common_in_order(other, one) <= min(len(one), len(other))
    assert 0 <= ratio(one, other) <= 1
    assert ratio(one, one) == 1


@given(WORDS, WORDS)
def test_the_longest_common_subsequence_against_the_textbook(one: list[str], other: list[str]) -> None:
    rows = [[0] * (len(other) + 1) for _ in range(len(one) + 1)]
    for i, first in enumerate(one, 1):
        for j, second in enumerate(other, 1):
            rows[i][j] = rows[i - 1][j - 1] + 1 if first == second else max(rows[i - 1][j], rows[i][j - 1])
    assert common_in_order(one, other) == rows[-1][-1]


@given(any_text(60), any_text(60))
def test_names_of_any_text_compare(one: str, other: str) -> None:
    first, second = name_key(one), name_key(other)
    assert same_name(first, second) == same_name(second, first)
    assert same_name(first, first) == bool(first)
