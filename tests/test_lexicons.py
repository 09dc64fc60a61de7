"""The tables: each is well-formed, says where it comes from, and is read only when it is needed."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest

import conflictnews as cn
from conflictnews.lexicons.table import parse_rows, read_table, word_sets

TABLES = sorted(Path(str(files("conflictnews.lexicons"))).glob("*.tsv"))


def header_of(table: Path) -> tuple[str, ...]:
    lines = table.read_text(encoding="utf-8").split("\n")
    return tuple(next(line for line in lines if line.strip() and not line.startswith("#")).split("\t"))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.stem)
class TestEveryTable:
    def test_well_formed(self, table: Path) -> None:
        assert read_table(table.stem, *header_of(table))

    def test_opens_with_what_it_is(self, table: Path) -> None:
        source = table.read_text(encoding="utf-8")
        assert source.startswith("#"), "the first lines say what the columns mean and where the rows come from"

    def test_no_row_stands_twice(self, table: Path) -> None:
        rows = read_table(table.stem, *header_of(table))
        assert [row for row, count in Counter(rows).items() if count > 1] == []

    def test_no_stray_white_space(self, table: Path) -> None:
        source = table.read_text(encoding="utf-8")
        assert "\r" not in source
        assert source.endswith("\n")
        assert [line for line in source.split("\n") if line != line.rstrip(" ")] == []


def test_there_are_tables() -> None:
    assert len(TABLES) > 5


class TestReading:
    def test_comments_and_blank_lines_are_skipped(self) -> None:
        assert list(parse_rows("t", "# what\n\nword\tclass\n# more\na\tb\n", ("word", "class"))) == [("a", "b")]

    def test_trailing_cells_may_be_left_out(self) -> None:
        assert list(parse_rows("t", "word\tclass\tnote\na\n", ("word", "class", "note"))) == [("a", "", "")]

    def test_line_ends_of_windows(self) -> None:
        assert list(parse_rows("t", "word\tclass\r\na\tb\r\n", ("word", "class"))) == [("a", "b")]

    @pytest.mark.parametrize(
        ("source", "problem"),
        [
            ("words\tclass\n", r"t\.tsv:1: the header must be"),
            ("word\tclass\na\tb\tc\n", r"t\.tsv:2: 2 cells wanted"),
            ("word\tclass\n\n\tb\n", r"t\.tsv:3: 2 cells wanted, the first not empty"),
            ("# nothing\n", r"t\.tsv: no header"),
        ],
    )
    def test_mistakes_name_file_and_line(self, source: str, problem: str) -> None:
        with pytest.raises(cn.LexiconError, match=problem):
            list(parse_rows("t", source, ("word", "class")))

    def test_word_sets(self) -> None:
        sets = word_sets("abbreviations", "abbreviation", "class")
        assert {"mr", "sen"} <= sets["title"]
        assert not sets["title"] & sets["month"]


def test_no_table_is_read_at_import() -> None:
    code = (
        "import conflictnews\n"
        "from conflictnews.lexicons.table import read_table\n"
        "print(read_table.cache_info().misses)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "0"
