"""JSON: exact both ways, and a path to what is wrong."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import IntEnum, StrEnum
from typing import Any, Literal

import attrs
import pytest

import conflictnews as cn
from tests.sample_articles import full_article, full_comparison


class Wing(StrEnum):
    FIXED = "fixed"
    ROTARY = "rotary"


@attrs.frozen(kw_only=True)
class Engine:
    thrust: Decimal
    seen_at: cn.Span | None = None


@attrs.frozen(kw_only=True)
class Aircraft(cn.Annotation):
    model: str
    wing: Wing = Wing.FIXED
    engines: tuple[Engine, ...] = ()
    built: date | None = None
    logged: datetime | None = None
    crew: int | None = None
    speed: float = 0.0
    armed: bool = False
    names: frozenset[str] = frozenset()
    notes: dict[str, int] = attrs.field(factory=dict, eq=False)


class Fuel(IntEnum):
    NONE = 0
    FULL = 2


@attrs.frozen(kw_only=True)
class Everything(cn.Annotation):
    anything: Any = None
    label: str | int | None = None
    pair: tuple[int, str] = (1, "a")
    deep: tuple[tuple[Engine, ...], ...] = ()
    table: Mapping[str, Decimal] = attrs.field(factory=dict, hash=False)
    word: Literal["up", "down"] = "up"
    fuel: Fuel = Fuel.NONE
    fuels: frozenset[Fuel] = frozenset()
    engines: frozenset[Engine] = frozenset()
    said: cn.Attribution | None = None


@attrs.frozen(kw_only=True)
class Unrestorable(cn.Annotation):
    stream: io.StringIO | None = None


def with_aircraft() -> cn.Article:
    jet = Aircraft(
        span=cn.Span(0, 7),
        text="Rockets",
        model="Mi-24",
        wing=Wing.ROTARY,
        engines=(Engine(thrust=Decimal("1.50"), seen_at=cn.Span(0, 3)), Engine(thrust=Decimal("2E+60"))),
        built=date(1972, 1, 2),
        logged=datetime(2021, 2, 26, 4, 5),
        crew=3,
        speed=335.5,
        armed=True,
        names=frozenset({"Hind", "Crocodile"}),
    )
    plain = cn.Annotation(span=cn.Span(8, 11), text="hit")
    return attrs.evolve(full_article(), layers=cn.Layers({"aircraft": (jet,), "an odd name": (plain,)}))


@pytest.mark.parametrize(
    "document",
    [
        full_article(),
        cn.Article(text=""),
        full_comparison(),
        cn.Comparison(),
        cn.Article(text="\ud800 and \udfff, 0\0, 🚀"),
        cn.Article(text="two code points, no rocket: \ud83d\ude80", id="\ud83d"),
        attrs.evolve(full_article(), speakers=(), attributions=(), facts=(), dates=()),
    ],
    ids=["full", "empty", "comparison", "empty comparison", "surrogates", "surrogate pair", "lists left out"],
)
def test_round_trip(document: cn.Article | cn.Comparison) -> None:
    assert cn.from_dict(cn.to_dict(document)) == document
    text = cn.to_json(document)
    assert cn.from_json(text) == document
    assert cn.to_json(cn.from_json(text)) == text
    assert cn.from_json(cn.to_json(document, indent=2), type(document)) == document


def test_json_is_ascii_and_plain() -> None:
    article = cn.Article(text="naïve \ud800 🚀")
    assert cn.to_json(article).isascii()
    assert json.loads(cn.to_json(article)) == cn.to_dict(article)


def test_to_dict_gives_plain_types_only() -> None:
    def check(value: object) -> None:
        assert type(value) in {dict, list, str, int, float, bool, type(None)}
        for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            check(inner)

    check(cn.to_dict(with_aircraft()))
    check(cn.to_dict(full_comparison()))


def test_the_shape_that_is_promised() -> None:
    data = cn.to_dict(full_article())
    assert (
        list(data)
        == (
            "schema id source published text title byline dateline blocks sentences entities speakers quotes "
            "attributions facts dates events diagnostics layers"
        ).split()
    )
    assert data["schema"] == "conflictnews/1"
    assert data["title"] == {"span": [0, 25]}
    assert data["dateline"] is None
    assert data["quotes"][1]["nested_in"] == 0
    assert data["quotes"][0]["attribution"] == 0
    assert data["attributions"][1]["speaker"] == 1
    assert data["facts"][1]["value"] == "14"
    assert data["facts"][1]["attribution"] == 1
    assert data["events"][0]["killed"] == [0]
    assert data["events"][0]["injured"] == [0, 1]
    assert data["events"][0]["date"] == 0
    assert data["events"][0]["location"] == {
        "name": "Qamar",
        "span": [20, 25],
        "id": "geonames:1",
        "country": "IRQ",
        "admin1": "Erbil",
        "latitude": 36.2,
        "longitude": -44.01,
        "precision": 2,
        "approximate": True,
        "evidence": "sentence",
        "entity": 1,
    }
    assert data["entities"][0]["id"] == "militia"
    assert data["events"][0]["actors"][0]["category"] == "political-militia"
    assert data["speakers"][0]["entity"] == 1


def test_data_of_before_there_were_entities_is_read() -> None:
    data = cn.to_dict(full_article())
    del data["entities"]
    for speaker in data["speakers"]:
        speaker.pop("entity", None)
    event = data["events"][0]
    for argument in (event["location"], *event["actors"]):
        argument.pop("entity", None)
    assert cn.from_dict(data).entities == ()


def test_equal_items_are_told_apart_by_identity() -> None:
    article = full_article()
    first = article.attributions[0]
    twin = attrs.evolve(first)
    quote = attrs.evolve(article.quotes[0], attribution=twin)
    article = attrs.evolve(article, attributions=(first, twin), quotes=(quote,), facts=(), events=())
    data = cn.to_dict(article)
    assert data["quotes"][0]["attribution"] == 1
    assert cn.to_dict(cn.from_dict(data)) == data


def test_an_equal_item_is_found_where_it_is_another_object() -> None:
    article = full_article()
    again = attrs.evolve(article, attributions=tuple(attrs.evolve(a) for a in article.attributions))
    assert cn.to_dict(again) == cn.to_dict(article)


@pytest.mark.parametrize(
    ("value", "written"),
    [("2E+9", "2000000000"), ("1.50", "1.50"), ("-0.5", "-0.5"), ("1E+5000", "1E+5000"), ("9" * 1000, "9" * 1000)],
)
def test_decimals_are_written_in_digits_while_that_is_sane(value: str, written: str) -> None:
    fact = attrs.evolve(full_article().facts[0], value=Decimal(value))
    article = attrs.evolve(full_article(), facts=(fact,), events=())
    assert cn.to_dict(article)["facts"][0]["value"] == written
    assert cn.from_dict(cn.to_dict(article)) == article


def test_a_custom_layer_comes_back_with_its_type() -> None:
    article = with_aircraft()
    types = {"aircraft": Aircraft, "an odd name": cn.Annotation}
    text = cn.to_json(article)
    assert cn.from_json(text, types=types) == article
    assert cn.from_json(text, cn.Article, types=types).layers.get("aircraft", Aircraft)[0].wing is Wing.ROTARY
    assert json.loads(text)["layers"]["aircraft"][0] == {
        "span": [0, 7],
        "text": "Rockets",
        "model": "Mi-24",
        "wing": "rotary",
        "engines": [
            {"thrust": "1.50", "seen_at": [0, 3]},
            {"thrust": "2E+60", "seen_at": None},
        ],
        "built": "1972-01-02",
        "logged": "2021-02-26T04:05:00",
        "crew": 3,
        "speed": 335.5,
        "armed": True,
        "names": ["Crocodile", "Hind"],
        "notes": {},
    }


def test_a_custom_layer_without_its_type_is_kept_as_it_stands() -> None:
    text = cn.to_json(with_aircraft())
    kept = cn.from_json(text, cn.Article)
    assert kept.layers.get("aircraft", cn.RawAnnotation)[0].text == "Rockets"
    assert cn.to_json(kept) == text
    assert cn.from_json(cn.to_json(kept)) == kept
    assert cn.from_json(cn.to_json(kept), types={"aircraft": Aircraft, "an odd name": cn.Annotation}) == with_aircraft()


def _set(*path: str | int, to: object) -> Callable[[Any], None]:
    def change(data: Any) -> None:
        for step in path[:-1]:
            data = data[step]
        data[path[-1]] = to

    return change


def _drop(*path: str | int) -> Callable[[Any], None]:
    def change(data: Any) -> None:
        for step in path[:-1]:
            data = data[step]
        del data[path[-1]]

    return change


@pytest.mark.parametrize(
    ("change", "path"),
    [
        (_set("schema", to="conflictnews/2"), "$.schema"),
        (_set("schema", to=1), "$.schema"),
        (_drop("schema"), "$.schema"),
        (_drop("quotes"), "$.quotes"),
        (_set("text", to=None), "$.text"),
        (_set("published", to="2021-02-30"), "$.published"),
        (_set("published", to="20210226"), "$.published"),
        (_set("nonsense", to=1), "$.nonsense"),
        (_set("title", to=None), "$.title"),
        (_set("title", to={"span": [0, 3]}), "$.title"),
        (_set("quotes", to={}), "$.quotes"),
        (_set("quotes", 2, to="?"), "$.quotes[2]"),
        (_set("quotes", 2, "span", to=[0, 10**6]), "$.quotes[2].span"),
        (_set("quotes", 2, "span", to=[9, 3]), "$.quotes[2].span"),
        (_set("quotes", 2, "span", to=[-1, 3]), "$.quotes[2].span"),
        (_set("quotes", 2, "span", to=[True, 3]), "$.quotes[2].span"),
        (_set("quotes", 2, "span", to=[0, 3.0]), "$.quotes[2].span"),
        (_set("quotes", 2, "text", to="?"), "$.quotes[2].text"),
        (_set("quotes", 2, "kind", to="shouted"), "$.quotes[2].kind"),
        (_set("quotes", 2, "kind", to=None), "$.quotes[2].kind"),
        (_set("quotes", 2, "kind", to=[]), "$.quotes[2].kind"),
        (_drop("quotes", 2, "closed"), "$.quotes[2].closed"),
        (_set("quotes", 2, "closed", to=1), "$.quotes[2].closed"),
        (_set("quotes", 2, "attribution", to=2), "$.quotes[2].attribution"),
        (_set("quotes", 2, "attribution", to=-1), "$.quotes[2].attribution"),
        (_set("quotes", 2, "attribution", to=True), "$.quotes[2].attribution"),
        (_set("quotes", 2, "nested_in", to=3), "$.quotes[2].nested_in"),
        (_set("attributions", 1, "content", 0, to=7), "$.attributions[1].content[0]"),
        (_set("attributions", 1, "confidence", to=float("nan")), "$.attributions[1].confidence"),
        (_set("attributions", 1, "confidence", to=2), "$.attributions[1].confidence"),
        (_set("attributions", 1, "confidence", to="1"), "$.attributions[1].confidence"),
        (_set("facts", 0, "value", to=22), "$.facts[0].value"),
        (_set("facts", 0, "value", to="NaN"), "$.facts[0].value"),
        (_set("facts", 0, "value", to="1_000"), "$.facts[0].value"),
        (_set("facts", 0, "value", to="٣"), "$.facts[0].value"),
        (_set("events", 0, "killed", to=[5]), "$.events[0].killed[0]"),
        (_set("events", 0, "location", to="Qamar"), "$.events[0].location"),
        (_set("events", 0, "actors", 0, "span", to=None), "$.events[0].actors[0].span"),
        (_set("layers", to=[]), "$.layers"),
        (_set("layers", "aircraft", to=None), "$.layers.aircraft"),
        (_drop("layers", "aircraft", 0, "text"), "$.layers.aircraft[0].text"),
        (_set("layers", "aircraft", 0, "span", to=[0, 9999]), "$.layers.aircraft[0].span"),
        (_set("layers", "aircraft", 0, "model", to=24), "$.layers.aircraft[0].model"),
        (_drop("layers", "aircraft", 0, "model"), "$.layers.aircraft[0].model"),
        (_set("layers", "aircraft", 0, "colour", to="red"), "$.layers.aircraft[0].colour"),
        (_set("layers", "aircraft", 0, "wing", to="round"), "$.layers.aircraft[0].wing"),
        (_set("layers", "aircraft", 0, "engines", 1, "thrust", to=2), "$.layers.aircraft[0].engines[1].thrust"),
        (_set("layers", "aircraft", 0, "crew", to="3"), "$.layers.aircraft[0].crew"),
        (_set("layers", "aircraft", 0, "speed", to=float("inf")), "$.layers.aircraft[0].speed"),
        (_set("layers", "an odd name", 0, "span", to=None), '$.layers["an odd name"][0].span'),
    ],
)
def test_what_is_wrong_is_named_by_its_path(change: Callable[[Any], None], path: str) -> None:
    data = cn.to_dict(with_aircraft())
    change(data)
    with pytest.raises(cn.SchemaError) as caught:
        cn.from_dict(data, types={"aircraft": Aircraft})
    assert caught.value.path == path
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("change", "path"),
    [
        (_set("disagreements", 0, "items", 1, "article", to=2), "$.disagreements[0].items[1].article"),
        (_set("disagreements", 0, "incident", to=1), "$.disagreements[0].incident"),
        (_set("disagreements", 0, "verdict", to="maybe"), "$.disagreements[0].verdict"),
        (_set("shared_quotes", 0, "members", 0, "similarity", to=None), "$.shared_quotes[0].members[0].similarity"),
        (_set("stories", 0, "incident", to=1), "$.stories[0].incident"),
        (_set("stories", 0, "articles", 0, to=2), "$.stories[0].articles[0]"),
        (_set("incidents", 0, "tolls", 0, "state", to="old"), "$.incidents[0].tolls[0].state"),
        (_set("disagreements", 0, "slot", to="weather"), "$.disagreements[0].slot"),
        (_drop("actors"), "$.actors"),
    ],
)
def test_what_is_wrong_in_a_comparison(change: Callable[[Any], None], path: str) -> None:
    data = cn.to_dict(full_comparison())
    change(data)
    with pytest.raises(cn.SchemaError) as caught:
        cn.from_dict(data)
    assert caught.value.path == path


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", "3", '{"schema": NaN}', "[" * 100_000, '{"schema": ' + "9" * 5000 + "}"]
)
def test_a_text_that_is_no_article(text: str) -> None:
    with pytest.raises(cn.SchemaError):
        cn.from_json(text)


def test_a_number_that_is_not_finite_in_a_layer_without_type() -> None:
    data = cn.to_dict(with_aircraft())
    data["layers"]["aircraft"][0]["speed"] = float("nan")
    with pytest.raises(cn.SchemaError, match=r"\$\.layers\.aircraft\[0\]"):
        cn.from_dict(data)


def test_what_follows_from_other_fields_may_be_left_out() -> None:
    data = cn.to_dict(full_article())
    for item in data["speakers"]:
        del item["span"]
    del data["title"]
    assert cn.from_dict(data) == full_article()
    data["attributions"][1].pop("span")
    assert cn.from_dict(data, cn.Article).attributions[1] == full_article().attributions[1]
    data["speakers"][1]["mentions"] = []
    with pytest.raises(cn.SchemaError, match=r"\$\.speakers\[1\]\.span"):
        cn.from_dict(data)


def test_the_kind_insists() -> None:
    with pytest.raises(cn.SchemaError, match="no Comparison"):
        cn.from_json(cn.to_json(full_article()), cn.Comparison)


def test_wrong_types_say_what_to_pass() -> None:
    with pytest.raises(TypeError, match="an Article, a Comparison or a Collection, not str"):
        cn.to_json("text")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="takes a str, not bytes"):
        cn.from_json(b"{}")  # type: ignore[call-overload]


def test_importing_the_package_does_not_load_what_only_output_needs() -> None:
    code = (
        "import sys; before = set(sys.modules); import conflictnews; new = set(sys.modules) - before\n"
        "print([m for m in ('cattrs', 'jinja2', 'json', 'rich') if m in new])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_fields_of_every_sort_are_restored() -> None:
    engines = (Engine(thrust=Decimal("1.5")), Engine(thrust=Decimal(7), seen_at=cn.Span(1, 2)))
    item = Everything(
        span=cn.Span(0, 0),
        text="",
        anything={"x": [1, None]},
        label=3,
        pair=(4, "b"),
        deep=(engines, ()),
        table={"a": Decimal("0.1")},
        word="down",
        fuel=Fuel.FULL,
        fuels=frozenset(Fuel),
        engines=frozenset(engines),
        said=full_article().attributions[0],
    )
    article = cn.Article(text="", layers=cn.Layers({"all": (item,)}))
    text = cn.to_json(article)
    restored = cn.from_json(text, cn.Article, types={"all": Everything})
    assert restored == article
    assert restored.layers.get("all", Everything)[0].fuel is Fuel.FULL
    assert cn.to_json(restored) == text
    assert json.loads(text)["layers"]["all"][0]["fuels"] == [0, 2]


def test_types_that_restore_nothing_say_so() -> None:
    text = cn.to_json(cn.Article(text="", layers=cn.Layers({"x": (Unrestorable(span=cn.Span(0, 0), text=""),)})))
    data = json.loads(text)
    data["layers"]["x"][0]["stream"] = "?"
    with pytest.raises(TypeError, match="Unrestorable has a field that can't be restored"):
        cn.from_dict(data, types={"x": Unrestorable})
    with pytest.raises(TypeError, match=r"types\['x'\] must be a class derived from Annotation, not <class 'str'>"):
        cn.from_dict(data, types={"x": str})  # type: ignore[dict-item]
