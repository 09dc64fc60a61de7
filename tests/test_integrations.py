"""Doors to other tools: what they give where the extra is there, and what they say where it isn't."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import attrs
import pytest

import conflictnews as cn
from conflictnews.output.tables import TABLES, Form
from tests.sample_articles import full_article


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


def test_a_spacy_component_sets_the_article() -> None:
    spacy = pytest.importorskip("spacy", reason="the extra spacy is not installed")
    from conflictnews.integrations.spacy import register

    register()
    nlp = spacy.blank("en")
    nlp.add_pipe("conflictnews")
    doc = nlp("Iran denied it on Monday.")
    assert doc._.conflictnews == cn.parse("Iran denied it on Monday.")


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
