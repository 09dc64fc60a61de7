"""Doors to other tools: what they give where the extra is there, and what they say where it isn't."""

from __future__ import annotations

import pickle
import shutil
import subprocess
import sys
import tomllib
from collections import Counter
from datetime import date
from itertools import combinations
from math import hypot, log
from pathlib import Path
from typing import Any

import attrs
import pytest

import conflictnews as cn
from conflictnews.comparison import story_groups, story_keys
from conflictnews.integrations.batches import LayerReader
from conflictnews.integrations.spacy import GROUPS
from conflictnews.integrations.story_keys import StoryKeyReader
from conflictnews.output.tables import TABLES, Form
from tests.sample_articles import full_article
from tests.test_stories import FIXTURES as CLUSTERS
from tests.test_stories import read

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize("layer", list(TABLES))
def test_an_arrow_table_has_the_rows(layer: str) -> None:
    pytest.importorskip("pyarrow", reason="the extra arrow is not installed")
    from conflictnews.integrations.arrow import schema, to_table

    table = to_table([full_article()], layer)
    assert table.schema == to_table([], layer).schema == schema(layer)
    assert table.to_pylist() == cn.to_rows([full_article()], layer)
    assert all(field.metadata[b"meaning"] for field in schema(layer))


@pytest.mark.parametrize("form", ["acled", "plover", "gdelt"])
def test_an_arrow_table_of_another_form(form: Form) -> None:
    pytest.importorskip("pyarrow", reason="the extra arrow is not installed")
    from conflictnews.integrations.arrow import to_table

    assert to_table([full_article()], "events", form=form).to_pylist() == cn.to_rows(
        [full_article()], "events", form=form
    )


def test_a_parquet_file_has_its_columns_also_where_it_is_empty(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow", reason="the extra arrow is not installed")
    from pyarrow import parquet

    from conflictnews.integrations.arrow import schema, write_parquet

    write_parquet([], "events", tmp_path / "e.parquet")
    assert parquet.read_schema(tmp_path / "e.parquet").names == schema("events").names


def test_an_arrow_table_of_a_custom_layer_and_odd_texts() -> None:
    pytest.importorskip("pyarrow", reason="the extra arrow is not installed")
    from conflictnews.integrations.arrow import to_table

    layers = cn.Layers({"own": (cn.RawAnnotation(span=cn.Span(0, 7), text="Rockets", json='{"speed":3.5}'),)})
    assert to_table([attrs.evolve(full_article(), layers=layers)], "own")["speed"].to_pylist() == [3.5]
    odd = attrs.evolve(full_article(), id="\ud800 🚀")
    assert to_table([odd], "blocks")["article_id"].to_pylist()[0] == "\ufffd 🚀"


class TestLayerReader:
    """Tables of texts in, tables of a layer out."""

    TEXTS = ("At least 22 people were killed.", None, "Iran denied it.", "Two men died.")

    def table(self) -> Any:
        pa = pytest.importorskip("pyarrow", reason="the extra arrow is not installed")
        days = [date(2021, 2, 26), None, date(2021, 2, 26), None]
        return pa.table({"text": self.TEXTS, "id": ["a", "b", None, "d"], "published": days})

    def test_rows_and_errors(self) -> None:
        table = self.table()
        reader = pickle.loads(pickle.dumps(LayerReader("facts")))
        out = reader(table)
        assert out.schema == reader.schema
        rows = out.to_pylist()
        assert [(row["article_id"], row["value"]) for row in rows] == [("a", 22.0), ("b", None), ("d", 2.0)]
        assert rows[1]["error"] == "TypeError: text must be a str, the article itself, not NoneType"
        assert rows[0]["error"] is None
        expected = cn.to_rows([cn.parse(self.TEXTS[0] or "", id="a", published=date(2021, 2, 26))], "facts")
        assert {name: value for name, value in rows[0].items() if name != "error"} == expected[0]

    @pytest.mark.parametrize("layer", list(TABLES))
    def test_every_layer_and_what_is_empty(self, layer: str) -> None:
        table = self.table()
        reader = LayerReader(layer)
        assert reader(table).schema == reader(table.slice(0, 0)).schema == reader.schema
        assert reader.ddl.count("`") == 2 * len(reader.schema)

    def test_record_batches_and_data_frames(self) -> None:
        table = self.table()
        reader = LayerReader("events", form="acled")
        batches = list(reader.batches(table.to_batches(max_chunksize=1)))
        assert {batch.schema for batch in batches} == {reader.schema}
        assert sum(batch.num_rows for batch in batches) == reader(table).num_rows
        pytest.importorskip("pandas", reason="pandas is not installed")
        assert list(LayerReader("facts").frame(table.to_pandas()).columns)[-1] == "error"

    def test_a_data_frame_has_one_type_a_column_whatever_it_holds(self) -> None:
        table = self.table()
        pytest.importorskip("pandas", reason="pandas is not installed")
        frame = table.to_pandas()
        reader = LayerReader("facts")
        whole, failed, empty = reader.frame(frame), reader.frame(frame.iloc[1:2]), reader.frame(frame.iloc[:0])
        assert whole.dtypes.to_dict() == failed.dtypes.to_dict() == empty.dtypes.to_dict()
        assert whole.start.dtype == "Int64"

    def test_a_day_may_be_a_string(self) -> None:
        pa = pytest.importorskip("pyarrow", reason="the extra arrow is not installed")
        days = ["2021-02-26", "2021-02-26 10:00:00", "", None, "last week"]
        table = pa.table({"text": ["It began on Thursday."] * len(days), "published": days})
        rows = LayerReader("dates")(table).to_pylist()
        assert [row["earliest"] for row in rows] == [date(2021, 2, 25)] * 2 + [None] * 3
        assert [row["error"] for row in rows][:4] == [None] * 4
        assert rows[4]["error"] == "TypeError: published must be a datetime.date or None, not str"

    def test_ids_that_come_again_end_nothing(self) -> None:
        pa = pytest.importorskip("pyarrow", reason="the extra arrow is not installed")
        table = pa.table({"body": ["Two men died.", "Three men died."], "key": [7, 7]})
        rows = LayerReader("facts", text="body", id="key")(table).to_pylist()
        assert [row["article_id"] for row in rows] == ["7", "7"]

    def test_what_there_is_not(self) -> None:
        with pytest.raises(ValueError, match="no table 'planes'"):
            LayerReader("planes")
        with pytest.raises(ValueError, match="no column 'body'; there are text, id, published"):
            LayerReader("facts", text="body")(self.table())

    @pytest.mark.filterwarnings("ignore")
    def test_spark(self, monkeypatch: pytest.MonkeyPatch) -> None:
        pyspark = pytest.importorskip("pyspark.sql", reason="pyspark is not installed")
        if shutil.which("java") is None:
            pytest.skip("Spark needs Java, which is not installed")
        monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
        session = pyspark.SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").getOrCreate()
        try:
            frame = session.createDataFrame([("a", self.TEXTS[0]), ("b", None)], "id string, text string")
            reader = LayerReader("facts")
            rows = frame.mapInArrow(reader.batches, reader.ddl).collect()
        finally:
            session.stop()
        assert sorted((row.article_id, row.low, row.error is None) for row in rows) == [
            ("a", 22.0, True),
            ("b", None, False),
        ]

    def test_story_keys(self) -> None:
        reader = pickle.loads(pickle.dumps(StoryKeyReader()))
        out = reader(self.table())
        assert out.schema == reader.schema
        assert [field.name for field in out.schema] == [cell.split()[0] for cell in reader.ddl.split(", ")]
        rows = out.to_pylist()
        assert {(row["article_id"], row["day"]) for row in rows if row["key"] == "peopl"} == {("a", date(2021, 2, 26))}
        assert [row["error"] for row in rows if row["article_id"] == "b"] == [
            "TypeError: text must be a str, the article itself, not NoneType"
        ]
        assert {row["article_id"] for row in rows} == {"a", "b", "2", "d"}
        assert sum(batch.num_rows for batch in reader.batches(self.table().to_batches(max_chunksize=1))) == len(rows)
        with pytest.raises(ValueError, match="no column 'body'"):
            StoryKeyReader(text="body")(self.table())


def test_what_compare_puts_together_shares_keys_alike_enough() -> None:
    """The query of the how-to finds the stories of ``compare``: each is held together by pairs that it finds."""
    clusters = [read(path).articles for path in CLUSTERS]
    articles = [article for cluster in clusters for article in cluster]
    given = [attrs.evolve(article, id=str(number)) for number, article in enumerate(articles)]
    keys = [dict(story_keys(article)) for article in given]
    spread = Counter(key for own in keys for key in own)
    vectors = []
    for own in keys:
        weights = {key: weight * log((len(given) + 20) / (spread[key] + 1)) for key, weight in own.items()}
        length = hypot(*weights.values())
        vectors.append({key: weight / length for key, weight in weights.items()})
    alike = [
        (str(one), str(other))
        for one, other in combinations(range(len(given)), 2)
        if sum(weight * vectors[other].get(key, 0) for key, weight in vectors[one].items()) >= 0.15
    ]
    groups = story_groups(alike)
    stories = cn.compare(given).stories
    assert len(stories) >= 5
    assert all(len({groups[str(at)] for at in story.articles}) == 1 for story in stories)


TEXT = '"We will respond," Sam Otto said. At least 22 people were killed in an airstrike near Erbil on Monday.'


class TestSpacy:
    @pytest.fixture
    def nlp(self) -> Any:
        spacy = pytest.importorskip("spacy", reason="the extra spacy is not installed")
        from conflictnews.integrations.spacy import register

        register()
        nlp = spacy.blank("en")
        nlp.add_pipe("conflictnews")
        return nlp

    def test_it_sets_the_article(self, nlp: Any) -> None:
        assert nlp("Iran denied it on Monday.")._.conflictnews == cn.parse("Iran denied it on Monday.")
        assert nlp.make_doc("Iran.")._.conflictnews is None

    def test_a_day_of_publication(self, nlp: Any) -> None:
        for day in (date(2021, 2, 26), "2021-02-26"):
            doc = nlp.make_doc("It began on Thursday.")
            doc.user_data["published"] = day
            assert nlp(doc)._.conflictnews.dates[0].value == "2021-02-25"

    def test_span_groups(self, nlp: Any) -> None:
        doc = nlp(TEXT)
        shown = {name: [(span.text, span.label_) for span in doc.spans[f"conflictnews.{name}"]] for name in GROUPS}
        assert shown["quotes"] == [("We will respond,", "direct")]
        assert shown["facts"] == [("At least 22 people", "killed")]
        assert ("airstrike", "airstrike") in shown["events"]
        assert shown["dates"][0][0] == "Monday"
        assert ("Sam Otto", "person") in shown["entities"]

    def test_docs_survive_bytes_and_doc_bins(self, nlp: Any) -> None:
        from spacy.tokens import Doc, DocBin

        docs = [nlp(TEXT), nlp("")]
        for doc in docs:
            again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
            assert again._.conflictnews == doc._.conflictnews == cn.parse(doc.text)
            assert len(again.spans["conflictnews.facts"]) == len(doc.spans["conflictnews.facts"])
        kept = DocBin(docs=docs, store_user_data=True).to_bytes()
        back = list(DocBin(store_user_data=True).from_bytes(kept).get_docs(nlp.vocab))
        assert [doc._.conflictnews for doc in back] == [cn.parse(doc.text) for doc in docs]

    @pytest.mark.filterwarnings("ignore")
    def test_several_processes(self, nlp: Any) -> None:
        docs = list(nlp.pipe([TEXT] * 4, n_process=2))
        assert [doc._.conflictnews for doc in docs] == [cn.parse(TEXT)] * 4

    def test_a_parser_of_ones_own(self, nlp: Any) -> None:
        from conflictnews.integrations.spacy import register

        register(cn.Parser().only("dates"), name="conflictnews_dates")
        nlp.add_pipe("conflictnews_dates")
        assert nlp(TEXT)._.conflictnews.facts == ()
        with pytest.raises(ValueError, match="there is a component 'conflictnews' already"):
            register(cn.Parser().only("dates"))

    def test_the_entry_point_is_that_of_the_project(self) -> None:
        pytest.importorskip("spacy", reason="the extra spacy is not installed")
        project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
        point = project["entry-points"]["spacy_factories"]["conflictnews"]
        program = (
            "from importlib.metadata import EntryPoint\n"
            f"EntryPoint('conflictnews', {point!r}, 'spacy_factories').load()\n"
            "import spacy\nnlp = spacy.blank('en')\nnlp.add_pipe('conflictnews')\n"
            "print(len(nlp('Iran denied it.')._.conflictnews.attributions))"
        )
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
        assert done.stdout.strip() == "1"


@pytest.mark.parametrize(
    ("code", "module", "extra"),
    [
        ("from conflictnews.integrations.arrow import to_table; to_table([], 'quotes')", "pyarrow", "arrow"),
        ("from conflictnews.integrations.spacy import register; register()", "spacy", "spacy"),
    ],
)
def test_without_the_extra_the_error_says_what_to_install(code: str, module: str, extra: str) -> None:
    program = f"import sys; sys.modules[{module!r}] = None\n{code}"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].endswith(f"pip install 'conflictnews[{extra}]'")
