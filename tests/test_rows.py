"""Rows: flat, alike, and each pointing at its words."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any
from xml.parsers import expat

import attrs
import pytest

import conflictnews as cn
from conflictnews.extractors.events.codes import codes
from conflictnews.lexicons.table import read_table
from conflictnews.output.map import country_shapes, event_map
from conflictnews.output.tables import TABLES
from tests.sample_articles import TEXT, full_article


@attrs.frozen(kw_only=True)
class Engine:
    maker: str
    thrust: Decimal


@attrs.frozen(kw_only=True)
class Aircraft(cn.Annotation):
    model: str
    engine: Engine | None = None
    colours: tuple[str, ...] = ()
    parts: tuple[Engine, ...] = ()


def with_aircraft() -> cn.Article:
    klimov = Engine(maker="Klimov", thrust=Decimal("1.5"))
    items = (
        Aircraft(span=cn.Span(0, 7), text="Rockets", model="Mi-24", engine=klimov, colours=("red", "blue")),
        Aircraft(span=cn.Span(8, 11), text="hit", model="F-16", parts=(klimov,)),
    )
    return attrs.evolve(full_article(), layers=cn.Layers({"aircraft": items}))


JOINING = {"participants", "event_facts", "statements"}
"""Tables whose rows are not words of the text."""


def items_of(article: cn.Article, layer: str) -> tuple[Any, ...]:
    if layer == "articles":
        return (article,)
    found: tuple[Any, ...] = article.layers["aircraft"] if layer == "aircraft" else getattr(article, layer)
    return found


@pytest.mark.parametrize("layer", [*sorted(TABLES.keys() - JOINING - {"articles"}), "aircraft"])
def test_rows_are_alike_and_point_at_their_words(layer: str) -> None:
    article = with_aircraft()
    rows = cn.to_rows([article, attrs.evolve(article, id=None)], layer)
    assert len(rows) == 2 * len(items_of(article, layer)) > 0
    assert {row["article_id"] for row in rows} == {"000", "1"}
    for row in rows:
        assert tuple(row) == tuple(rows[0])
        assert TEXT[row["start"] : row["end"]] == row["text"]
        assert row["published"] == date(2021, 2, 26)
        assert row["source"] == "Qamar Post"


def test_a_quote_says_who_and_how() -> None:
    row = cn.to_rows([full_article()], "quotes")[0]
    assert row["speaker"] == row["source_text"] == "Col. Sam Otto"
    assert (row["speaker_role"], row["cue"], row["medium"], row["via"]) == (
        "spokesman",
        "said",
        "in a statement",
        "Reuters",
    )
    assert (row["resolved_by"], row["confidence"]) == ("explicit", 0.97)
    assert cn.to_rows([full_article()], "quotes")[2]["speaker"] is None


def test_a_fact_an_event_and_an_attribution() -> None:
    articles = [full_article()]
    fact = cn.to_rows(articles, "facts")[0]
    assert (fact["value"], fact["low"], fact["high"], fact["bound"], fact["role"]) == (
        22.0,
        22.0,
        None,
        "min",
        "killed",
    )
    assert fact["event_id"] == "000#events-0"
    event = cn.to_rows(articles, "events")[0]
    assert (event["actors"], event["targets"], event["location"]) == (["The militia"], ["base"], "Qamar")
    assert event["date"] == event["date_earliest"] == event["date_latest"] == date(2021, 2, 25)
    assert (event["date_value"], event["date_precision"]) == ("2021-02-25", "day")
    assert (event["actor1"], event["actor1_id"], event["actor1_state"]) == ("The militia", "militia", "IRQ")
    assert (event["killed_low"], event["killed_high"]) == (22, None)
    attribution = cn.to_rows(articles, "attributions")[1]
    assert attribution["content"] == "it fired 14 rockets"
    start, end = map(int, attribution["content_spans"][0].split("-"))
    assert TEXT[start:end] == attribution["content"]


def test_a_custom_layer_is_flattened() -> None:
    first, second = cn.to_rows([with_aircraft()], "aircraft")
    assert (first["model"], first["engine_maker"], first["engine_thrust"]) == ("Mi-24", "Klimov", "1.5")
    assert first["colours"] == ["red", "blue"]
    assert second["engine_maker"] is None
    assert second["parts"] == '[{"maker":"Klimov","thrust":"1.5"}]'


def test_a_layer_without_its_type_gives_the_same_rows() -> None:
    kept = cn.from_json(cn.to_json(with_aircraft()), cn.Article)
    assert cn.to_rows([kept], "aircraft") == cn.to_rows([with_aircraft()], "aircraft")


def test_what_is_no_layer() -> None:
    with pytest.raises(ValueError, match=r"no layer 'planes'; there are articles, .*aircraft"):
        cn.to_rows([with_aircraft()], "planes")
    assert cn.to_rows([], "planes") == []
    assert cn.to_rows([cn.Article(text=""), with_aircraft()], "aircraft")[0]["article_id"] == "000"


@pytest.mark.parametrize("wrong", [full_article(), None, [1]])
def test_wrong_types_say_what_to_pass(wrong: Any) -> None:
    with pytest.raises(TypeError, match="to_rows takes"):
        cn.to_rows(wrong, "quotes")


class TestAcled:
    """Rows in the columns of an ACLED export."""

    TEXT = (
        "On March 1, suspected JNIM militants killed two Burkinabe soldiers near Djibo, Burkina Faso. "
        "The army may attack the camp. Protesters gathered in Ouagadougou last week."
    )

    def rows(self) -> list[dict[str, Any]]:
        article = cn.parse(self.TEXT, published=date(2021, 3, 5), source="Note")
        return cn.to_rows([article], "events", form="acled")

    def test_columns_and_values(self) -> None:
        first, second = self.rows()
        assert list(first) == [column.name for column in cn.columns("events", form="acled")]
        assert first == {
            "event_id": "0#events-0",
            "event_date": date(2021, 3, 1),
            "year": 2021,
            "time_precision": 1,
            "disorder_type": "Political violence",
            "event_type": "Battles",
            "sub_event_type": "Armed clash",
            "actor1": "JNIM militants",
            "assoc_actor_1": None,
            "inter1": "Rebel group",
            "actor2": "Burkinabe soldiers",
            "assoc_actor_2": None,
            "inter2": "State forces",
            "iso3": "BFA",
            "country": "Burkina Faso",
            "admin1": "Sahel",
            "location": "Djibo",
            "latitude": 14.099,
            "longitude": -1.627,
            "geo_precision": 1,
            "source": "Note",
            "notes": self.TEXT.split(" The army")[0],
            "fatalities": 2,
        }
        assert (second["sub_event_type"], second["time_precision"], second["fatalities"]) == ("Peaceful protest", 2, 0)

    def test_every_sub_event_type_has_an_event_type(self) -> None:
        known = {row[0] for row in read_table("acled_types", "sub_event_type", "event_type", "disorder_type")}
        assert {code.acled for code in codes().values() if code.acled} <= known

    @pytest.mark.parametrize(
        ("layer", "form", "problem"), [("facts", "acled", "only events"), ("events", "csv", "'csv'")]
    )
    def test_another_form_is_refused(self, layer: str, form: Any, problem: str) -> None:
        with pytest.raises(ValueError, match=problem):
            cn.to_rows([], layer, form=form)


class TestGeojson:
    """Events as points."""

    def test_articles_and_events(self) -> None:
        article = cn.parse(TestAcled.TEXT, id="n1")
        whole = cn.to_geojson([article])
        assert json.loads(json.dumps(whole)) == whole
        assert whole["type"] == "FeatureCollection"
        first = whole["features"][0]
        assert first["geometry"] == {"type": "Point", "coordinates": [-1.627, 14.099]}
        assert (first["properties"]["article_id"], first["properties"]["location"]) == ("n1", "Djibo")
        points = [feature["geometry"] for feature in whole["features"]]
        assert [feature["geometry"] for feature in cn.to_geojson(article.events)["features"]] == points

    def test_what_is_nowhere_is_left_out(self) -> None:
        assert cn.to_geojson([cn.parse("Gunmen killed two men in the village.")])["features"] == []

    @pytest.mark.parametrize("wrong", ["text", None, 3, cn.parse("A."), ["A."]])
    def test_a_wrong_type_says_what_to_pass(self, wrong: Any) -> None:
        with pytest.raises(TypeError, match="Articles or Events"):
            cn.to_geojson(wrong)


def assert_well_formed(drawn: str) -> None:
    expat.ParserCreate().Parse(drawn, True)


class TestMap:
    """The map of a page."""

    def test_dots_and_outlines(self) -> None:
        drawn, countries = event_map(cn.parse(TestAcled.TEXT).events)
        assert drawn.count("<circle") == 2
        assert "BFA" in countries
        assert [f'href="#land-{country}"' in drawn for country in countries] == [True] * len(countries)
        assert "Ouagadougou" in drawn
        assert "2 events at 2 places" in drawn
        assert_well_formed(drawn)
        shapes = country_shapes(countries)
        assert shapes.count("<polygon") >= len(countries) == shapes.count('id="land-')
        assert_well_formed(shapes)
        assert country_shapes(()) == ""

    def test_a_page_draws_a_country_once(self) -> None:
        article = cn.parse(TestAcled.TEXT)
        page = cn.to_html([article, article])
        assert page.count('id="land-BFA"') == 1
        assert page.count('href="#land-BFA"') == 2

    def test_no_place_no_map(self) -> None:
        assert event_map(cn.parse("Gunmen killed two men in the village.").events) == ("", ())

    def test_names_are_escaped_and_one_point_is_a_map(self) -> None:
        place = cn.Place('<b>&"', cn.Span(0, 2), latitude=-90.0, longitude=180.0, precision=3)
        event = cn.Event(span=cn.Span(0, 2), text="It", type=cn.EventType.CLASH, location=place)
        drawn, _ = event_map([event, event])
        assert "&lt;b&gt;&amp;" in drawn
        assert 'class="rough"' in drawn
        assert_well_formed(drawn)
