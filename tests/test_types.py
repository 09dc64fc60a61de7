"""The public types: spans that are checked, values that are frozen, hashed, pickled and compared."""

from __future__ import annotations

import copy
import enum
import gc
import inspect
import pickle
from datetime import date
from typing import Any

import attrs
import pytest

import conflictnews as cn

TEXT = """Rockets hit base in Erbil

Mara Voss
February 26, 2021

ERBIL, Iraq (Reuters) - At least 22 people were killed on Thursday, officials said. "We will respond," Gen. Idris \
Halloran told Reuters. He added that "nobody" was safe.
"""

TYPES = [kind for _, kind in inspect.getmembers(cn, inspect.isclass) if attrs.has(kind)]
ANNOTATIONS = [kind for kind in TYPES if issubclass(kind, cn.Annotation)]
ENUMS = [kind for _, kind in inspect.getmembers(cn, inspect.isclass) if issubclass(kind, enum.Enum)]


class TestSpan:
    def test_half_open(self) -> None:
        assert cn.Span(4, 9).of("The Pentagon") == "Penta"
        assert len(cn.Span(4, 9)) == 5

    def test_an_empty_span_is_true(self) -> None:
        assert cn.Span(3, 3)
        assert len(cn.Span(3, 3)) == 0

    @pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2), (-2, -1)])
    def test_wrong_values(self, start: int, end: int) -> None:
        with pytest.raises(ValueError, match="0 <= start <= end"):
            cn.Span(start, end)

    @pytest.mark.parametrize(("start", "end"), [("0", 1), (0, 1.0), (None, 1), (False, True)])
    def test_wrong_types(self, start: Any, end: Any) -> None:
        with pytest.raises(TypeError, match="Span takes two int offsets"):
            cn.Span(start, end)

    def test_order_is_by_start_then_end(self) -> None:
        spans = [cn.Span(3, 4), cn.Span(0, 9), cn.Span(0, 2)]
        assert sorted(spans) == [cn.Span(0, 2), cn.Span(0, 9), cn.Span(3, 4)]

    def test_contains_and_overlaps(self) -> None:
        assert cn.Span(0, 9).contains(cn.Span(0, 9))
        assert not cn.Span(1, 9).contains(cn.Span(0, 9))
        assert cn.Span(0, 5).overlaps(cn.Span(4, 9))
        assert not cn.Span(0, 4).overlaps(cn.Span(4, 9))

    def test_offsets_are_code_points(self) -> None:
        text = "👩‍🚀 said"
        assert cn.Span(4, 8).of(text) == "said"


@pytest.mark.parametrize("kind", TYPES)
class TestEveryType:
    def test_frozen_and_slotted(self, kind: type) -> None:
        assert "__slots__" in vars(kind)
        assert not hasattr(kind, "__dict__") or "__dict__" not in {s for c in kind.__mro__ for s in vars(c)}
        value: object = object.__new__(kind)
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(value, attrs.fields(kind)[0].name, 1)

    def test_documented(self, kind: type) -> None:
        assert (kind.__doc__ or "").strip()


@pytest.mark.parametrize("kind", ANNOTATIONS)
def test_annotations_take_keywords_only(kind: Any) -> None:
    with pytest.raises(TypeError):
        kind(cn.Span(0, 1), "a")


@pytest.mark.parametrize("kind", ENUMS)
def test_vocabularies_are_their_own_json(kind: type[enum.Enum]) -> None:
    assert issubclass(kind, enum.StrEnum)
    for member in kind:
        assert member == member.value == str(member)
        assert kind(str(member)) is member
        assert " " not in member.value


class TestArticle:
    article = cn.parse(TEXT, id="a", source="b")

    def test_equal_by_value(self) -> None:
        again = cn.parse(TEXT, id="a", source="b")
        assert again == self.article
        assert hash(again) == hash(self.article)
        assert len({again, self.article}) == 1

    @pytest.mark.parametrize("change", [{"id": "c"}, {"source": None}, {"text": "x"}, {"sentences": ()}])
    def test_unequal_where_a_field_differs(self, change: dict[str, Any]) -> None:
        assert attrs.evolve(self.article, **change) != self.article

    @pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
    def test_pickle(self, protocol: int) -> None:
        again = pickle.loads(pickle.dumps(self.article, protocol))
        assert again == self.article
        assert hash(again) == hash(self.article)

    def test_copy(self) -> None:
        assert copy.copy(self.article) == copy.deepcopy(self.article) == self.article

    def test_surfaces_are_no_copies_of_the_text(self) -> None:
        again = pickle.loads(pickle.dumps(self.article))
        for article in (self.article, again, cn.from_json(cn.to_json(self.article)), cn.parse(f"<b>{TEXT}</b>")):
            for annotation in (*article.blocks, *article.sentences, *article.quotes, *article.facts, *article.events):
                assert annotation.text == annotation.span.of(article.text)
                assert annotation.text not in gc.get_referents(annotation)

    def test_a_surface_that_is_no_slice_stays(self) -> None:
        fact = cn.NumericFact(span=cn.Span(0, 2), text="twelve")
        assert cn.Article(text="12 men", facts=(fact,)).facts[0].text == "twelve"

    def test_items_keep_their_surfaces_in_an_article_of_another_text(self) -> None:
        moved = attrs.evolve(self.article, text="x" + self.article.text)
        assert [quote.text for quote in moved.quotes] == [quote.text for quote in self.article.quotes]

    def test_containers_are_tuples(self) -> None:
        for field in attrs.fields(cn.Article):
            assert not isinstance(getattr(self.article, field.name), list | set | dict)

    def test_title_byline_dateline(self) -> None:
        assert self.article.title is not None
        assert self.article.title.text == "Rockets hit base in Erbil"
        assert self.article.byline is not None
        assert self.article.byline.text == "Mara Voss"
        assert self.article.dateline is not None
        assert self.article.dateline.text.startswith("ERBIL, Iraq (Reuters)")

    def test_published_is_the_date_that_is_printed(self) -> None:
        assert self.article.published == date(2021, 2, 26)

    def test_the_argument_comes_first(self) -> None:
        assert cn.parse(TEXT, published=date(2020, 1, 1)).published == date(2020, 1, 1)

    def test_items_refer_to_items_of_the_same_article(self) -> None:
        for quote in self.article.quotes:
            assert quote.attribution is None or quote.attribution in self.article.attributions
        for attribution in self.article.attributions:
            assert attribution.speaker is None or attribution.speaker in self.article.speakers
        for fact in self.article.facts:
            assert fact.attribution is None or fact.attribution in self.article.attributions

    def test_who_said_what(self) -> None:
        said = {quote.text: quote.attribution for quote in self.article.quotes}
        attribution = said["We will respond,"]
        assert attribution is not None
        assert attribution.speaker is not None
        assert attribution.speaker.name == "Idris Halloran"
        assert attribution.via == "Reuters"


def test_without_a_title_there_is_none() -> None:
    article = cn.parse("")
    assert (article.title, article.byline, article.dateline, article.published) == (None, None, None, None)


class TestErrors:
    def test_all_have_one_base(self) -> None:
        for error in (cn.ExtractorError, cn.LexiconError, cn.LimitExceeded, cn.SchemaError):
            assert issubclass(error, cn.ConflictNewsError)

    def test_schema_errors_pickle(self) -> None:
        error = cn.SchemaError("$.quotes[3].span", "must be two integers")
        again = pickle.loads(pickle.dumps(error))
        assert (again.path, again.problem) == ("$.quotes[3].span", "must be two integers")
        assert str(again) == "$.quotes[3].span: must be two integers"


def test_public_names_are_all_there() -> None:
    assert sorted(cn.__all__, key=str.lower) == sorted(set(cn.__all__), key=str.lower)
    for name in cn.__all__:
        assert hasattr(cn, name)
    promised = "parse parse_many compare to_dict from_dict to_json from_json to_rows to_html Parser Span Comparison"
    assert set(promised.split()) <= set(cn.__all__)


def test_layers_are_frozen() -> None:
    layers = cn.Layers({})
    with pytest.raises(AttributeError, match="frozen"):
        layers._layers = {}
