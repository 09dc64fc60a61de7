"""Tables: one list of columns for rows, CSV, JSON Schema, SQLite and the docs page; ids that join; who says what."""

from __future__ import annotations

import csv
import json
import sqlite3
import subprocess
import sys
from datetime import date
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import Any, get_args

import attrs
import jsonschema
import pytest

import conflictnews as cn
from conflictnews.cli.arguments import LAYERS
from conflictnews.lexicons.table import read_table
from conflictnews.output.row_schema import row_schema
from conflictnews.output.tables import FORMS, TABLES, Form
from conflictnews.output.tables.quantities import precision_of
from tests.sample_articles import full_article

ROOT = Path(__file__).parent.parent
TEXT = (
    "Syria's defence ministry denied that the army had bombed the camp near Homs on Monday. "
    "Rebels said the airstrike killed 12 people, including three children, and wounded at least 4. "
    "France condemned the attack."
)
BLAME = "Ukraine blamed Russia for the shelling of Kherson that killed two."
CLAIM = (
    'A car bomb killed 12 soldiers and 3 civilians in Kabul. "We did it," the Taliban said. '
    "The Taliban claimed responsibility."
)


def three() -> list[cn.Article]:
    day = date(2021, 3, 5)
    return [cn.parse(text, published=day, id=name) for name, text in (("a", TEXT), ("b", BLAME), ("c", CLAIM))]


def python_types(column: cn.Column) -> tuple[Any, ...]:
    kind = list if column.type is cn.ColumnType.STRINGS else column.type.python
    return (kind,) if kind is list else (kind, type(None))


@pytest.mark.parametrize(("layer", "form"), [*((layer, "plain") for layer in TABLES), *(("events", f) for f in FORMS)])
class TestEveryTable:
    def test_rows_have_the_columns_and_their_types(self, layer: str, form: Form) -> None:
        columns = cn.columns(layer, form=form)
        rows = cn.to_rows([full_article(), *three()], layer, form=form)
        assert rows
        for row in rows:
            assert list(row) == [column.name for column in columns]
            for column in columns:
                assert isinstance(row[column.name], python_types(column)), column
                assert type(row[column.name]) is not bool or column.type is cn.ColumnType.BOOLEAN

    def test_every_column_has_a_meaning(self, layer: str, form: Form) -> None:
        columns = cn.columns(layer, form=form)
        assert all(column.meaning for column in columns)
        assert len({column.name for column in columns}) == len(columns)

    def test_rows_hold_to_their_schema(self, layer: str, form: Form) -> None:
        schema = row_schema(layer, form)
        jsonschema.Draft202012Validator.check_schema(schema)
        for row in cn.to_rows(three(), layer, form=form):
            jsonschema.validate(json.loads(json.dumps(row, default=date.isoformat)), schema)

    def test_csv_has_a_header_where_nothing_was_found(self, layer: str, form: Form) -> None:
        header = [column.name for column in cn.columns(layer, form=form)]
        assert next(csv.reader(StringIO(cn.to_csv([], layer, form=form)))) == header


@pytest.mark.parametrize("name", list(TABLES))
def test_keys_are_unique_and_references_lead_somewhere(name: str) -> None:
    articles = [full_article(), *three()]
    table = TABLES[name]
    rows = cn.to_rows(articles, name)
    keys = [tuple(row[column] for column in table.key) for row in rows]
    assert len(set(keys)) == len(keys)
    for column, other in table.refers:
        there = {row[TABLES[other].key[0]] for row in cn.to_rows(articles, other)}
        assert {row[column] for row in rows} - {None} <= there


def test_the_verbs_of_the_command_line_are_the_tables() -> None:
    assert set(LAYERS) == set(TABLES)


def test_the_page_is_made_from_the_columns(tmp_path: Path) -> None:
    made = tmp_path / "columns.md"
    subprocess.run([sys.executable, ROOT / "tools" / "make_columns_page.py", made], check=True)
    page = ROOT / "docs" / "reference" / "columns.md"
    assert page.read_text(encoding="utf-8") == made.read_text(encoding="utf-8"), "run python tools/make_columns_page.py"


def test_forms_are_told_in_the_types() -> None:
    assert get_args(Form) == FORMS


@pytest.mark.parametrize(
    ("call", "problem"),
    [
        (lambda: cn.columns("planes"), "no table 'planes'"),
        (lambda: cn.columns("events", form="cameo"), "form must be one of plain, acled"),  # type: ignore[arg-type]
        (lambda: cn.columns("facts", form="acled"), "only events"),
        (lambda: cn.columns("facts", numbers="int"), "numbers must be"),  # type: ignore[arg-type]
    ],
)
def test_what_there_is_not_is_named(call: Any, problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        call()


class TestNumbers:
    def test_sums_are_sums(self) -> None:
        rows = cn.to_rows(three(), "events")
        assert sum(row["killed_low"] or 0 for row in rows) == 12 + 2 + 15

    def test_exact_numbers_are_decimal_strings(self) -> None:
        fact = attrs.evolve(full_article().facts[0], value=Decimal("0.1"), low=Decimal("1E+999"), high=None)
        article = attrs.evolve(full_article(), facts=(fact,), events=())
        (row,) = cn.to_rows([article], "facts")
        assert (row["value"], row["low"]) == (0.1, None)
        (row,) = cn.to_rows([article], "facts", numbers="exact")
        assert (row["value"], row["low"], row["high"]) == ("0.1", "1E+999", None)

    @pytest.mark.parametrize(
        ("text", "low", "high"),
        [
            ("A bomb killed 12 people, including three children, in Kabul.", 12, 12),
            ("A bomb killed 12 soldiers and 3 civilians in Kabul.", 15, 15),
            ("A bomb killed at least 12 people in Kabul.", 12, None),
            ("A bomb killed 10 to 12 people in Kabul.", 10, 12),
            ("A bomb exploded in Kabul.", None, None),
        ],
    )
    def test_a_toll_adds_up(self, text: str, low: int | None, high: int | None) -> None:
        row = next(row for row in cn.to_rows([cn.parse(text)], "events") if row["type"] == "bombing")
        assert (row["killed_low"], row["killed_high"]) == (low, high)


class TestDates:
    def test_a_day_a_week_and_no_date(self) -> None:
        article = cn.parse(
            "Rebels attacked a post in Kaya last week. Troops shelled Dorn on Monday. Gunmen killed a farmer.",
            published=date(2021, 3, 5),
        )
        week, day, none = cn.to_rows([article], "events")
        assert (week["date"], week["date_precision"]) == (None, "week")
        assert week["date_earliest"] < week["date_latest"]
        assert (day["date"], day["date_precision"]) == (date(2021, 3, 1), "day")
        assert none["date_value"] is none["date_id"] is None

    @pytest.mark.parametrize(
        ("value", "precision"),
        [
            ("2021-02-22", "day"),
            ("2021-02-22T08:00", "time"),
            ("2021-W07", "week"),
            ("2021-W07-WE", "weekend"),
            ("2021-02", "month"),
            ("2021-Q1", "quarter"),
            ("2021-SU", "season"),
            ("2021", "year"),
            ("202", "decade"),
            ("199X", "decade"),
            ("BC0480-04", "month"),
            ("18XX", "century"),
            ("20", "century"),
            ("PAST_REF", None),
            ("P3D", None),
            (None, None),
        ],
    )
    def test_precision(self, value: str | None, precision: str | None) -> None:
        assert precision_of(value) == precision


class TestWhoSaysWhat:
    def test_a_denial_is_not_a_report(self) -> None:
        bombing = next(row for row in cn.to_rows(three(), "events") if row["status"] == "denied")
        assert bombing["denied_by"] == ["Syria's defence ministry"]
        assert bombing["reported_by"] == bombing["claimed_by"] == bombing["accused_by"] == []
        assert bombing["actor1"] == "army"

    def test_who_reports_who_accuses_and_who_claims(self) -> None:
        rows = {(row["article_id"], row["type"]): row for row in cn.to_rows(three(), "events")}
        assert rows["a", "airstrike"]["reported_by"] == ["Rebels"]
        assert rows["b", "shelling"]["accused_by"] == ["Ukraine"]
        assert rows["b", "shelling"]["actor1"] == "Russia"
        assert rows["c", "bombing"]["claimed_by"] == ["Taliban"]

    def test_who_condemns_accuses_nobody(self) -> None:
        stances = {row["name"]: row["stance"] for row in cn.to_rows(three(), "statements")}
        assert stances["France"] == "condemned"
        assert not any("France" in row["accused_by"] for row in cn.to_rows(three(), "events"))


class TestForms:
    def test_plover_and_gdelt(self) -> None:
        row = next(row for row in cn.to_rows(three(), "events", form="plover") if row["placename"] == "Kabul")
        assert (row["event"], row["mode"], row["cameo"], row["cameo_root"]) == ("ASSAULT", "explosives", "1832", "18")
        assert (row["quad_class"], row["goldstein"], row["dead"]) == (4, -10.0, 15)
        row = next(row for row in cn.to_rows(three(), "events", form="gdelt") if row["EventCode"] == "194")
        assert (row["Actor1CountryCode"], row["QuadClass"], row["GoldsteinScale"]) == ("RUS", 4, -10.0)

    def test_every_code_of_an_event_has_a_score(self) -> None:
        columns = "code type plover cameo acled needs deed place announced unarmed status".split()
        told = {row[3] for row in read_table("event_codes", *columns)} - {""}
        known = {row[0]: float(row[1]) for row in read_table("cameo_codes", "code", "goldstein", "mode", "context")}
        assert told <= known.keys()
        assert all(-10 <= score <= 10 for score in known.values())

    def test_acled_tells_who_else_takes_part(self) -> None:
        article = cn.parse("Malian soldiers and French troops killed ten rebels near Gao on 1 March 2021.")
        (row,) = cn.to_rows([article], "events", form="acled")
        assert (row["actor1"], row["inter1"], row["fatalities"]) == ("Malian soldiers", "State forces", 10)
        assert row["assoc_actor_1"] == "French troops"


class TestIds:
    def test_two_articles_of_one_id_are_named(self) -> None:
        with pytest.raises(ValueError, match=r"two articles have the id 'x', those at positions 0 and 2"):
            cn.to_rows([cn.parse("A.", id="x"), cn.parse("B."), cn.parse("C.", id="x")], "blocks")

    def test_a_given_id_that_is_anothers_position_is_named(self) -> None:
        with pytest.raises(ValueError, match="the id '1'"):
            cn.to_rows([cn.parse("A.", id="1"), cn.parse("B.")], "blocks")

    def test_quotes_join_to_attributions_and_speakers(self) -> None:
        (article,) = [article for article in three() if article.id == "c"]
        (quote,) = cn.to_rows([article], "quotes")
        speakers = {row["speaker_id"]: row["name"] for row in cn.to_rows([article], "speakers")}
        attributions = {row["attribution_id"]: row for row in cn.to_rows([article], "attributions")}
        assert attributions[quote["attribution_id"]]["content"].startswith("We did it")
        assert speakers[quote["speaker_id"]] == "Taliban"


class TestCsv:
    def test_formulas_are_quoted_and_numbers_are_not(self) -> None:
        article = cn.parse("=1+1\n\n@here\n\n'=kept\n\nIt was minus 12 degrees.")
        blocks = list(csv.DictReader(StringIO(cn.to_csv([article], "blocks"))))
        assert [row["text"] for row in blocks][:3] == ["'=1+1", "'@here", "''=kept"]
        facts = list(csv.DictReader(StringIO(cn.to_csv([article], "facts"))))
        assert "-12" in {row["value"] for row in facts}

    @pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "\r\n="])
    def test_an_id_is_one_cell_and_no_formula(self, start: str) -> None:
        article = cn.parse("Two men died.", id=f"{start}HYPERLINK(1)\x1b[31m")
        (row,) = csv.DictReader(StringIO(cn.to_csv([article], "facts"), newline=""))
        assert row["article_id"] == f"'{article.id}"

    def test_values(self) -> None:
        row = next(csv.DictReader(StringIO(cn.to_csv([full_article()], "events"))))
        assert (row["published"], row["actors"], row["killed_low"], row["killed_high"]) == (
            "2021-02-26",
            "The militia",
            "22",
            "",
        )
        quote = next(csv.DictReader(StringIO(cn.to_csv([full_article()], "quotes"))))
        assert (quote["closed"], quote["confidence"]) == ("true", "0.97")

    def test_a_custom_layer(self) -> None:
        layers = cn.Layers({"own": (cn.RawAnnotation(span=cn.Span(0, 7), text="Rockets", json='{"speed":3.5}'),)})
        text = cn.to_csv([attrs.evolve(full_article(), layers=layers)], "own")
        assert next(csv.DictReader(StringIO(text)))["speed"] == "3.5"


class TestSqlite:
    def test_tables_keys_and_joins(self, tmp_path: Path) -> None:
        path = tmp_path / "news.db"
        cn.to_sqlite([full_article(), *three()], path)
        with sqlite3.connect(path) as database:
            names = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
            assert names == {*TABLES, "columns"}
            assert database.execute("PRAGMA foreign_key_check").fetchall() == []
            assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            for name in TABLES:
                (count,) = database.execute(f'SELECT count(*) FROM "{name}"').fetchone()  # noqa: S608
                assert count == len(cn.to_rows([full_article(), *three()], name)), name
            total = database.execute("SELECT sum(killed_low) FROM events WHERE article_id <> '000'").fetchone()
            assert total == (29,)
            joined = database.execute(
                "SELECT f.noun FROM facts f JOIN event_facts USING (fact_id) JOIN events e USING (event_id) "
                "WHERE e.type = 'shelling'"
            ).fetchall()
            assert len(joined) == 1
            assert json.loads(database.execute("SELECT actors FROM events").fetchone()[0]) == ["The militia"]
        database.close()
        assert list(tmp_path.iterdir()) == [path]

    def test_what_goes_wrong_leaves_the_file_that_was_there(self, tmp_path: Path) -> None:
        path = tmp_path / "news.db"
        cn.to_sqlite([full_article()], path)
        before = path.read_bytes()
        with pytest.raises(ValueError, match="the id 'x'"):
            cn.to_sqlite([cn.parse("A.", id="x"), cn.parse("B.", id="x")], path)
        with pytest.raises(TypeError, match="not str at position 0"):
            cn.to_sqlite(["A."], path)  # type: ignore[list-item]
        with pytest.raises(OSError, match="No such file"):
            cn.to_sqlite([], tmp_path / "no" / "news.db")
        assert path.read_bytes() == before
        assert list(tmp_path.iterdir()) == [path]

    def test_odd_texts(self, tmp_path: Path) -> None:
        cn.to_sqlite([cn.parse('"We \ud800\0 will," said Otto.', id="\udfff")], tmp_path / "x.db")
        with sqlite3.connect(tmp_path / "x.db") as database:
            assert database.execute("SELECT article_id FROM articles").fetchone() == ("\ufffd",)
        database.close()
