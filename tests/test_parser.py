"""Parser and Layers: which layers run, in what order, and what is said of mistakes."""

from __future__ import annotations

import os
import pickle
import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import attrs
import pytest

import conflictnews as cn

TEXT = 'Rockets hit a base on Thursday.\n\n"At least 22 people were killed," Mara Voss said.'
LAYERS = ["attributions", "blocks", "dates", "events", "facts", "quotes", "sentences", "speakers"]


@attrs.frozen(kw_only=True)
class Word(cn.Annotation):
    length: int


@attrs.frozen
class Words:
    """Every token, behind the layers that are named."""

    name: str = "words"
    requires: frozenset[str] = frozenset()

    def __call__(self, view: cn.TextView, done: cn.Layers, /) -> Iterator[Word]:
        for at in range(len(view)):
            yield Word(span=view.span(at, at + 1), text=view.surface(at, at + 1), length=len(view.words[at]))


@attrs.frozen
class Gives:
    """An extractor that gives what it is told to."""

    items: tuple[Any, ...]
    name: str = "gives"
    requires: frozenset[str] = frozenset()

    def __call__(self, view: cn.TextView, done: cn.Layers, /) -> Iterable[Any]:
        return self.items


class NotATime(datetime):
    """Differs from itself, as the NaT of pandas does."""

    def __eq__(self, other: object) -> bool:
        return False

    def __ne__(self, other: object) -> bool:
        return True

    __hash__ = datetime.__hash__


class TestOrder:
    def test_the_default_parser_runs_every_layer(self) -> None:
        assert set(LAYERS) <= {extractor.name for extractor in cn.Parser().extractors}

    def test_each_extractor_runs_behind_what_it_requires(self) -> None:
        ready: set[str] = set()
        for extractor in cn.Parser().extractors:
            assert extractor.requires <= ready
            ready.add(extractor.name)

    def test_extractors_given_in_the_wrong_order_are_sorted(self) -> None:
        second, first = Words("second", frozenset({"first"})), Words("first")
        assert [e.name for e in cn.Parser((second, first)).extractors] == ["first", "second"]

    def test_without_a_layer(self) -> None:
        article = cn.Parser().without("events", "facts").parse(TEXT)
        assert (article.facts, article.events) == ((), ())
        assert article.sentences

    def test_only_brings_what_is_required(self) -> None:
        names = {extractor.name for extractor in cn.Parser().only("quotes").extractors}
        assert {"quotes", "attributions"} <= names
        assert "events" not in names

    def test_only_agrees_with_the_whole(self) -> None:
        whole = cn.parse(TEXT)
        assert cn.Parser().only("quotes").parse(TEXT).quotes == whole.quotes
        assert cn.Parser().only("dates").parse(TEXT).dates == whole.dates
        assert cn.Parser().only("blocks").parse(TEXT).blocks == whole.blocks


class TestMistakes:
    def test_missing_requirement(self) -> None:
        with pytest.raises(cn.ExtractorError, match="'words' requires absent"):
            cn.Parser().with_extractors(Words(requires=frozenset({"absent"})))

    def test_requirement_that_was_left_out(self) -> None:
        with pytest.raises(cn.ExtractorError, match="requires attributions"):
            cn.Parser().without("attributions")

    def test_circle(self) -> None:
        circle = (Words("a", frozenset({"b"})), Words("b", frozenset({"a"})))
        with pytest.raises(cn.ExtractorError, match="circle: a, b"):
            cn.Parser(circle)

    def test_two_of_one_name(self) -> None:
        with pytest.raises(cn.ExtractorError, match="two extractors are named 'quotes'"):
            cn.Parser().with_extractors(Words("quotes"))

    @pytest.mark.parametrize("method", ["without", "only"])
    def test_unknown_layer_names_those_there_are(self, method: str) -> None:
        with pytest.raises(cn.ExtractorError, match=r"no layer cats; there are .*blocks.*quotes"):
            getattr(cn.Parser(), method)("cats")

    @pytest.mark.parametrize(
        ("item", "problem"),
        [
            ("text", "must give Annotation values, not str"),
            (cn.Span(0, 4), "must give Annotation values, not Span"),
            (cn.Annotation(span=cn.Span(0, 4), text="Iraq"), "is not what stands there"),
            (cn.Annotation(span=cn.Span(0, 99), text="Iran denied it."), "is not what stands there"),
        ],
    )
    def test_results_that_do_not_fit_the_text(self, item: object, problem: str) -> None:
        parser = cn.Parser().with_extractors(Gives((item,)))
        with pytest.raises(cn.ExtractorError, match=f"'gives'.*{re.escape(problem)}"):
            parser.parse("Iran denied it.")

    def test_a_built_in_layer_of_another_type(self) -> None:
        parser = cn.Parser((Gives((cn.Annotation(span=cn.Span(0, 4), text="Iran"),), name="quotes"),))
        with pytest.raises(cn.ExtractorError, match="'quotes' holds Annotation, not Quote"):
            parser.parse("Iran denied it.")

    def test_an_error_inside_an_extractor_is_not_hidden(self) -> None:
        @attrs.frozen
        class Breaks(Words):
            def __call__(self, view: cn.TextView, done: cn.Layers, /) -> Iterator[Word]:
                raise ZeroDivisionError("mine")

        with pytest.raises(
            cn.ExtractorError, match=r"'words' failed: ZeroDivisionError: mine \(article 'a'\)"
        ) as caught:
            cn.Parser((Breaks(),)).parse("text", id="a")
        assert (caught.value.extractor, caught.value.article) == ("words", "a")
        assert isinstance(caught.value.__cause__, ZeroDivisionError)

    def test_an_extractor_that_never_ends(self) -> None:
        @attrs.frozen
        class Endless(Words):
            def __call__(self, view: cn.TextView, done: cn.Layers, /) -> Iterator[Word]:
                while True:
                    yield Word(span=cn.Span(0, 4), text="text", length=4)

        with pytest.raises(cn.ExtractorError, match="'words' gives more than 50 annotations"):
            cn.Parser((Endless(),), max_annotations=50).parse("text")
        assert cn.Parser().max_annotations == 1_000_000

    @pytest.mark.parametrize(
        ("wrong", "problem"),
        [
            (Words, r"Words is a class; give an extractor made of it: Words\(\)"),
            ("words", "str is no extractor"),
            (Words(name="a\nb"), "without control characters"),
            (Words(name=""), "the name of Words must be a str that is not empty, without control characters, not ''"),
            (Words(name=3), "the name of Words must be a str"),  # type: ignore[arg-type]
            (Words(name="title"), "no layer can be named 'title'"),
            (Words(name="diagnostics"), "no layer can be named 'diagnostics'"),
            (Words(requires="blocks"), "'words': requires must be a frozenset"),  # type: ignore[arg-type]
            (Words(requires=frozenset({1})), "'words': requires must be a frozenset"),  # type: ignore[arg-type]
            (lambda *_: (), "must be a str that is not empty, without control characters, not None"),
        ],
    )
    def test_what_is_no_extractor(self, wrong: Any, problem: str) -> None:
        with pytest.raises(cn.ExtractorError, match=problem):
            cn.Parser().with_extractors(wrong)

    def test_what_an_extractor_says_that_it_gives_is_checked(self) -> None:
        @attrs.frozen
        class Strings(Words):
            def __call__(self, view: cn.TextView, done: cn.Layers, /) -> Iterator[str]:  # type: ignore[override]
                yield "text"

        with pytest.raises(cn.ExtractorError, match="'words' gives str, which is not derived from Annotation"):
            cn.Parser().with_extractors(Strings())  # type: ignore[arg-type]

    def test_max_length(self) -> None:
        parser = cn.Parser(max_length=4)
        assert parser.parse("four").text == "four"
        with pytest.raises(cn.LimitExceeded, match=r"5 characters.*max_length is 4"):
            parser.parse("fives")


class TestCustomLayer:
    parser = cn.Parser().with_extractors(Words())

    def test_results_are_typed_and_kept(self) -> None:
        words = self.parser.parse("Iran denied it.").layers.get("words", Word)
        assert [(word.text, word.length) for word in words] == [("Iran", 4), ("denied", 6), ("it", 2), (".", 1)]

    def test_built_in_layers_are_not_in_layers(self) -> None:
        assert list(self.parser.parse(TEXT).layers) == ["words"]

    def test_built_in_layers_stay_as_they_are(self) -> None:
        assert attrs.evolve(self.parser.parse(TEXT), layers=cn.Layers()) == cn.parse(TEXT)

    def test_an_extractor_reads_the_layers_before_it(self) -> None:
        @attrs.frozen
        class Copies(Words):
            def __call__(self, view: cn.TextView, done: cn.Layers, /) -> Iterator[Word]:
                for sentence in done.get("sentences", cn.Sentence):
                    yield Word(span=sentence.span, text=sentence.text, length=len(sentence.text))

        article = cn.Parser().with_extractors(Copies("copies", frozenset({"sentences"}))).parse(TEXT)
        assert [word.text for word in article.layers.get("copies", Word)] == [s.text for s in article.sentences]

    def test_diagnostics_go_where_diagnostics_are(self) -> None:
        odd = cn.Diagnostic(span=cn.Span(0, 4), text="Iran", code="odd", message="An odd word.")
        article = cn.Parser((Gives((odd,)),)).parse("Iran denied it.")
        assert article.diagnostics == (odd,)
        assert article.layers["gives"] == ()


class TestArguments:
    @pytest.mark.parametrize(
        ("text", "named"),
        [(b"bytes", "bytes"), (None, "NoneType"), (Path("a.txt"), "PosixPath|WindowsPath"), (1, "int")],
    )
    def test_text_that_is_no_str(self, text: object, named: str) -> None:
        with pytest.raises(TypeError, match=f"text must be a str, the article itself, not ({named})"):
            cn.parse(text)  # type: ignore[arg-type]

    def test_bytes_are_to_be_decoded(self) -> None:
        with pytest.raises(TypeError, match="decode it first"):
            cn.parse(bytearray(b"text"))  # type: ignore[arg-type]

    @pytest.mark.parametrize(
        "parse_layer",
        [cn.parse_attributions, cn.parse_blocks, cn.parse_dates, cn.parse_events, cn.parse_facts, cn.parse_quotes],
    )
    def test_every_parse_function_says_so(self, parse_layer: Any) -> None:
        with pytest.raises(TypeError, match="text must be a str"):
            parse_layer(None)

    @pytest.mark.parametrize(
        ("arguments", "problem"),
        [
            ({"published": "2021-02-26"}, "published must be a datetime.date or None, not str"),
            ({"published": 2021}, "published must be a datetime.date or None, not int"),
            ({"id": 7}, "id must be a str or None, not int"),
            ({"source": b"x"}, "source must be a str or None, not bytes"),
        ],
    )
    def test_other_arguments(self, arguments: dict[str, Any], problem: str) -> None:
        with pytest.raises(TypeError, match=re.escape(problem)):
            cn.parse("text", **arguments)

    def test_arguments_are_kept(self) -> None:
        article = cn.parse("text", published=date(2021, 2, 26), id="a", source="b")
        assert (article.published, article.id, article.source) == (date(2021, 2, 26), "a", "b")

    def test_of_a_datetime_the_day_is_kept(self) -> None:
        published = cn.parse("text", published=datetime(2021, 2, 26, 23, 59)).published
        assert type(published) is date
        assert published == date(2021, 2, 26)


class TestMany:
    texts = tuple(f"Iran denied it on day {number}." for number in range(40))

    def test_in_order_and_alike_in_any_number_of_processes(self) -> None:
        one = list(cn.parse_many(self.texts))
        assert [article.text for article in one] == list(self.texts)
        assert list(cn.parse_many(self.texts, workers=2)) == one

    def test_mappings(self) -> None:
        item = {"text": "Iran denied it.", "id": "a", "source": "b", "published": date(2021, 2, 26)}
        (article,) = cn.parse_many([item])
        assert article == cn.parse(**item)  # type: ignore[arg-type]

    def test_own_parser(self) -> None:
        (article,) = cn.parse_many(["Iran"], parser=cn.Parser((Words(),)))
        assert list(article.layers) == ["words"]

    def test_it_is_lazy(self) -> None:
        def endless() -> Iterator[str]:
            while True:
                yield "Iran denied it."

        articles = cn.parse_many(endless())
        assert next(articles) == next(articles)

    def test_bounded_in_several_processes(self) -> None:
        taken = 0

        def counted() -> Iterator[str]:
            nonlocal taken
            for text in self.texts * 100:
                taken += 1
                yield text

        articles = cn.parse_many(counted(), workers=2)
        next(articles)
        assert taken < 200
        articles.close()  # type: ignore[attr-defined]

    def test_one_text_in_place_of_many(self) -> None:
        with pytest.raises(TypeError, match="for a single text call parse"):
            cn.parse_many("Iran denied it.")

    @pytest.mark.parametrize("workers", [0, -1, "2", 1.5])
    def test_workers(self, workers: Any) -> None:
        with pytest.raises(ValueError, match="workers must be an int of at least 1"):
            cn.parse_many(["text"], workers=workers)

    @pytest.mark.parametrize("item", [{"id": "a"}, {"text": "a", "title": "b"}])
    def test_mapping_without_text_or_with_more(self, item: dict[str, Any]) -> None:
        with pytest.raises(TypeError, match="a mapping must have 'text'"):
            list(cn.parse_many([item]))

    @pytest.mark.parametrize("workers", [1, 2])
    def test_a_wrong_item_is_an_error_in_any_number_of_processes(self, workers: int) -> None:
        with pytest.raises(TypeError, match="text must be a str"):
            list(cn.parse_many(["Iran", None], workers=workers))  # type: ignore[list-item]


@attrs.frozen
class Hostile:
    """Does with a text what the text says: raises, kills its process, or nothing."""

    name: str = "hostile"
    requires: frozenset[str] = frozenset()

    def __call__(self, view: cn.TextView, done: cn.Layers, /) -> Iterator[Word]:
        if "raise" in view.text:
            raise UnpicklableError(view.text)
        if "die" in view.text:
            os._exit(3)
        yield from ()


class UnpicklableError(Exception):
    def __init__(self, text: str) -> None:
        super().__init__(text, lambda: None)


class TestFailures:
    parser = cn.Parser((Hostile(),))
    texts = tuple({"text": f"text {number}", "id": f"n{number}"} for number in range(40))

    def with_bad(self, *bad: Any) -> list[Any]:
        texts: list[Any] = list(self.texts)
        for number, item in enumerate(bad):
            texts[7 + 13 * number] = item
        return texts

    @pytest.mark.parametrize("workers", [1, 2])
    def test_a_bad_text_is_a_failure_in_its_place(self, workers: int) -> None:
        texts = self.with_bad({"text": "raise", "id": "bad"}, {"txt": "x"}, None)
        read = list(cn.parse_many(texts, workers=workers, parser=self.parser, errors="return"))
        assert len(read) == len(texts)
        failures = [one for one in read if isinstance(one, cn.Failure)]
        assert [(one.id, one.position) for one in failures] == [("bad", 7), (None, 20), (None, 33)]
        assert isinstance(failures[0].error, cn.ExtractorError)
        assert isinstance(failures[1].error, TypeError)
        assert [one.id for one in read if isinstance(one, cn.Article)] == [
            f"n{number}" for number in range(40) if number not in (7, 20, 33)
        ]

    def test_a_dead_worker_takes_nothing_with_it(self) -> None:
        texts = self.with_bad({"text": "die", "id": "deadly"}, {"text": "die", "id": "again"})
        read = list(cn.parse_many(texts, workers=2, parser=self.parser, errors="return"))
        assert [one.id for one in read] == [item["id"] for item in texts]
        failures = [one for one in read if isinstance(one, cn.Failure)]
        assert [(one.id, str(one.error)) for one in failures] == [
            ("deadly", "the process that read it died"),
            ("again", "the process that read it died"),
        ]

    @pytest.mark.parametrize("workers", [1, 2])
    def test_otherwise_the_error_names_id_and_position(self, workers: int) -> None:
        texts = self.with_bad({"text": "raise", "id": "bad"})
        articles = cn.parse_many(texts, workers=workers, parser=self.parser)
        with pytest.raises(cn.BatchError, match="article 'bad', position 7: 'hostile' failed: UnpicklableError"):
            list(articles)

    def test_what_cannot_be_sent_to_a_process(self) -> None:
        texts = self.with_bad({"text": "text", "id": "odd", "source": lambda: None})
        read = list(cn.parse_many(texts, workers=2, parser=self.parser, errors="return"))
        assert [one.position for one in read if isinstance(one, cn.Failure)] == [7]
        assert len(read) == len(texts)

    @pytest.mark.parametrize("missing", [float("nan"), NotATime(2021, 2, 26)])
    def test_nan_and_nat_are_missing(self, missing: Any) -> None:
        (article,) = cn.parse_many([{"text": "Hm.", "id": missing, "source": missing, "published": missing}])
        assert (article.id, article.source, article.published) == (None, None, None)

    def test_a_text_that_is_missing_is_named(self) -> None:
        with pytest.raises(TypeError, match=r"article 'a', position 0: text must be a str, .* it is missing \(NaN\)"):
            list(cn.parse_many([{"text": float("nan"), "id": "a"}]))

    def test_another_word_for_errors(self) -> None:
        with pytest.raises(ValueError, match="errors must be 'raise' or 'return', not 'ignore'"):
            cn.parse_many([], errors="ignore")  # type: ignore[call-overload]


class TestInstalled:
    """Entry points, of a package made for the test."""

    @pytest.fixture
    def package(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        folder = tmp_path / "wordy-1.0.dist-info"
        folder.mkdir()
        (folder / "METADATA").write_text("Name: wordy\nVersion: 1.0\n", encoding="utf-8")
        lines = ["[conflictnews.extractors]", "words = tests.test_parser:Words", "broken = tests.absent:Words"]
        (folder / "entry_points.txt").write_text("\n".join(lines), encoding="utf-8")
        monkeypatch.syspath_prepend(str(tmp_path))
        return folder

    def test_by_name(self, package: Path) -> None:
        parser = cn.Parser().with_installed_extractors("words")
        assert list(parser.parse("Iran").layers) == ["words"]

    def test_what_cannot_be_loaded_is_named(self, package: Path) -> None:
        with pytest.raises(cn.ExtractorError, match=r"the entry point 'broken' \(tests.absent:Words\) can't be loaded"):
            cn.Parser().with_installed_extractors()

    def test_none_unless_asked_for(self, package: Path) -> None:
        assert list(cn.parse("Iran").layers) == []


class TestValue:
    def test_parsers_compare_and_hash_by_value(self) -> None:
        assert cn.Parser() == cn.Parser()
        assert hash(cn.Parser()) == hash(cn.Parser())
        assert cn.Parser() != cn.Parser().without("events")
        assert cn.Parser() != cn.Parser(max_length=1)

    def test_parsers_are_frozen(self) -> None:
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            cn.Parser().max_length = 1  # type: ignore[misc]

    @pytest.mark.parametrize("parser", [cn.Parser(), cn.Parser().with_extractors(Words()), cn.Parser().only("dates")])
    def test_parsers_pickle(self, parser: cn.Parser) -> None:
        again = pickle.loads(pickle.dumps(parser))
        assert again == parser
        assert again.parse(TEXT) == parser.parse(TEXT)


class TestLayers:
    word = Word(span=cn.Span(0, 4), text="Iran", length=4)
    layers = cn.Layers({"words": (word,)})

    def test_typed_look_up(self) -> None:
        assert self.layers.get("words", Word) == (self.word,)
        assert self.layers.get("words", cn.Annotation) == (self.word,)
        assert self.layers.get("absent", Word) == ()

    def test_wrong_type(self) -> None:
        with pytest.raises(TypeError, match="layer 'words' holds Word, not Quote"):
            self.layers.get("words", cn.Quote)

    def test_a_mapping_by_value(self) -> None:
        same = cn.Layers({"words": (self.word,)})
        assert (self.layers, hash(self.layers)) == (same, hash(same))
        assert dict(self.layers) == {"words": (self.word,)}
        assert len(self.layers) == 1
        assert self.layers != cn.Layers()
        assert pickle.loads(pickle.dumps(self.layers)) == self.layers

    def test_absent_layer(self) -> None:
        with pytest.raises(KeyError, match="absent"):
            self.layers["absent"]

    def test_adding_gives_another_value(self) -> None:
        assert list(self.layers.adding("more", ())) == ["words", "more"]
        assert list(self.layers) == ["words"]


class Scraped(str):
    """What scrapers give: a string on which a whole tree of the page hangs."""

    __slots__ = ("tree",)

    def __str__(self) -> str:
        return "something else"


class Day(date):
    """A date on which something hangs, too."""


def test_a_subclass_of_date_is_not_kept() -> None:
    article = cn.parse("It began on Thursday.", published=Day(2021, 2, 26))
    assert type(article.published) is date
    assert article == cn.parse("It began on Thursday.", published=date(2021, 2, 26))


def test_a_subclass_of_str_is_not_kept() -> None:
    given = Scraped("Iran denied it.")
    article = cn.parse(given, id=Scraped("a"), source=Scraped("b"))
    assert [type(value) for value in (article.text, article.id, article.source)] == [str, str, str]
    assert (article.text, article.id) == ("Iran denied it.", "a")
