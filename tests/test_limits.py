"""Limits: beyond them an article of the beginning that says so, or ``LimitExceeded``."""

from __future__ import annotations

import itertools
import pickle

import pytest

import conflictnews as cn
from tests.promises import check

SENTENCES = [
    "Gunmen killed two farmers in Dorn on Monday, police said.",
    '"We will find them," Mara Voss told reporters.',
    "The army sent 300 soldiers to the north.",
    "Rockets hit a camp near Kaya, killing at least 12 people.",
]
TEXT = " ".join(SENTENCES)
LAYERS = "blocks sentences entities speakers quotes attributions facts dates events".split()


def codes(article: cn.Article) -> list[str]:
    return [one.code for one in article.diagnostics]


def parse(text: str, **limits: float | bool) -> cn.Article:
    return cn.Parser(limits=cn.Limits(**limits)).parse(text)  # type: ignore[arg-type]


class TestCharacters:
    def test_within_the_limit_nothing_changes(self) -> None:
        assert parse(TEXT, max_chars=len(TEXT)) == cn.parse(TEXT)

    def test_beyond_it_whole_sentences_are_read(self) -> None:
        article = parse(TEXT, max_chars=len(SENTENCES[0]) + 30)
        check(article, TEXT)
        assert [one.text for one in article.sentences] == SENTENCES[:1]
        (short,) = [one for one in article.diagnostics if one.code == "limit-exceeded"]
        assert TEXT[short.span.start :].startswith(SENTENCES[1])
        assert "max_chars is 87" in short.message

    def test_what_is_read_is_as_if_nothing_followed(self) -> None:
        article, alone = parse(TEXT, max_chars=120), cn.parse(f"{SENTENCES[0]} {SENTENCES[1]} ")
        for layer in LAYERS:
            assert getattr(article, layer) == getattr(alone, layer), layer

    @pytest.mark.parametrize("most", range(1, 60))
    def test_any_limit(self, most: int) -> None:
        article = parse(TEXT, max_chars=most)
        check(article, TEXT)
        assert "limit-exceeded" in codes(article)
        assert all(one.span.end <= most for one in article.sentences)

    def test_no_word_is_cut(self) -> None:
        assert parse("rockets " * 500, max_chars=1000).sentences[-1].text.endswith(" rockets")

    def test_a_text_without_blanks_is_cut_at_the_limit(self) -> None:
        assert parse("a" * 5000, max_chars=1000).sentences[0].span == cn.Span(0, 1000)

    def test_markup(self) -> None:
        text = "<p>" + "</p><p>".join(SENTENCES) + "</p>"
        article = parse(text, max_chars=100)
        check(article, text)
        assert {"normalized", "limit-exceeded"} <= set(codes(article))

    def test_json_keeps_it(self) -> None:
        article = parse(TEXT, max_chars=70)
        assert cn.from_json(cn.to_json(article)) == article
        assert "Rockets hit" in cn.to_html(article)


class TestItems:
    def test_within_the_limit_nothing_changes(self) -> None:
        most = max(len(getattr(cn.parse(TEXT), layer)) for layer in LAYERS)
        assert parse(TEXT, max_items=most) == cn.parse(TEXT)

    @pytest.mark.parametrize("most", [1, 2, 3])
    def test_no_layer_has_more(self, most: int) -> None:
        article = parse(f"{TEXT}\n\n{TEXT}", max_items=most)
        check(article, f"{TEXT}\n\n{TEXT}")
        assert max(len(getattr(article, layer)) for layer in LAYERS) <= most
        assert "limit-exceeded" in codes(article)
        assert article.sentences[0].text == SENTENCES[0]

    def test_one_endless_sentence(self) -> None:
        article = parse("killed 5 people " * 300, max_items=10)
        assert 5 <= len(article.facts) <= 10

    def test_layers_of_ones_own_count(self) -> None:
        parser = cn.Parser(limits=cn.Limits(max_items=4)).only("blocks").with_extractors(Words())
        article = parser.parse("one two three four five six")
        assert [word.text for word in article.layers.get("words", cn.Annotation)] == ["one", "two", "three", "four"]


class Words:
    name = "words"
    requires = frozenset[str]()

    def __call__(self, view: cn.TextView, done: cn.Layers, /) -> list[cn.Annotation]:
        return [cn.Annotation(span=view.span(at, at + 1), text=view.surface(at, at + 1)) for at in range(len(view))]


class TestSeconds:
    def test_time_enough(self) -> None:
        text = f"{TEXT}\n\n" * 40
        assert parse(text, seconds=600) == cn.parse(text)

    def test_a_beginning_where_there_is_not(self, monkeypatch: pytest.MonkeyPatch) -> None:
        ticks = itertools.count()
        monkeypatch.setattr("conflictnews.limiting.time.monotonic", lambda: float(next(ticks)))
        text = f"{TEXT}\n\n" * 200
        article = parse(text, seconds=2)
        check(article, text)
        assert codes(article)[-1] == "limit-exceeded"
        assert 1000 < article.sentences[-1].span.end <= 2000
        ticks = itertools.count()
        longer = parse(text, seconds=9)  # the first beginning takes one tick of the nine
        assert article.sentences[-1].span.end < longer.sentences[-1].span.end < len(text)

    def test_a_real_clock_is_kept_to(self) -> None:
        import time

        parser, text = cn.Parser(limits=cn.Limits(seconds=0.3)), f"{TEXT}\n\n" * 3000
        parser.parse(TEXT)
        begun = time.monotonic()
        assert "limit-exceeded" in codes(parser.parse(text))
        assert time.monotonic() - begun < 3  # without it far longer; a busy machine has room


class TestStrict:
    @pytest.mark.parametrize("limit", [{"max_chars": 20}, {"max_items": 1}, {"seconds": 1e-9}])
    def test_beyond_any_limit(self, limit: dict[str, float]) -> None:
        with pytest.raises(cn.LimitExceeded, match=next(iter(limit))):
            parse(f"{TEXT}\n\n" * 20, **limit, strict=True)

    def test_within(self) -> None:
        assert parse(TEXT, max_chars=1000, max_items=100, seconds=600, strict=True) == cn.parse(TEXT)

    def test_among_many_it_is_a_failure(self) -> None:
        parser = cn.Parser(limits=cn.Limits(max_chars=20, strict=True))
        short, long = cn.parse_many(["It rained.", TEXT], parser=parser, errors="return")
        assert isinstance(short, cn.Article)
        assert isinstance(long, cn.Failure)
        assert isinstance(long.error, cn.LimitExceeded)


class TestValues:
    @pytest.mark.parametrize(
        ("limit", "error"),
        [
            ({"max_chars": 0}, ValueError),
            ({"max_chars": "9"}, TypeError),
            ({"max_chars": True}, TypeError),
            ({"max_items": -1}, ValueError),
            ({"max_items": 1.5}, TypeError),
            ({"seconds": 0}, ValueError),
            ({"seconds": float("nan")}, ValueError),
            ({"seconds": float("inf")}, ValueError),
            ({"seconds": "1"}, TypeError),
            ({"strict": 1}, TypeError),
        ],
    )
    def test_what_is_no_limit(self, limit: dict[str, object], error: type[Exception]) -> None:
        with pytest.raises(error, match=next(iter(limit))):
            cn.Limits(**limit)  # type: ignore[arg-type]

    def test_a_parser_takes_nothing_else(self) -> None:
        with pytest.raises(TypeError, match="limits"):
            cn.Parser(limits=100)  # type: ignore[arg-type]

    def test_it_travels_with_the_parser(self) -> None:
        parser = cn.Parser(limits=cn.Limits(max_chars=20)).without("events").with_lexicon(cues=[{"cue": "glorp"}])
        assert pickle.loads(pickle.dumps(parser)) == parser
        assert "limit-exceeded" in codes(parser.parse(TEXT))

    def test_words_are_checked_under_strict_limits_too(self) -> None:
        parser = cn.Parser(limits=cn.Limits(max_chars=2, strict=True), max_length=1)
        assert parser.with_lexicon(cues=[{"cue": "glorp"}]).limits == parser.limits
