"""The tables: each is well-formed, says where it comes from, and is read only when it is needed."""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest

import conflictnews as cn
from conflictnews.lexicons.checking import check_rows, column_rules
from conflictnews.lexicons.source import table_rows
from conflictnews.lexicons.table import read_table, word_sets

TABLES = sorted(Path(str(files("conflictnews.lexicons"))).glob("*.tsv"))


MADE = {"gazetteer", "outlines"}
"""Tables that a tool makes whole, whose rows are not read by the check."""


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

    def test_every_column_is_described(self, table: Path) -> None:
        if table.stem not in MADE:
            assert tuple(rule.column for rule in column_rules(table.stem)) == header_of(table)

    def test_no_stray_white_space(self, table: Path) -> None:
        source = table.read_text(encoding="utf-8")
        assert "\r" not in source
        assert source.endswith("\n")
        assert [line for line in source.split("\n") if line != line.rstrip(" ")] == []


def test_there_are_tables() -> None:
    assert len(TABLES) > 5


class TestReading:
    def test_comments_and_blank_lines_are_skipped(self) -> None:
        assert (table_rows("t", "# what\n\nword\tclass\n# more\na\tb\n", ("word", "class"))) == [("a", "b")]

    def test_trailing_cells_may_be_left_out(self) -> None:
        assert list(table_rows("t", "word\tclass\tnote\na\n", ("word", "class", "note"))) == [("a", "", "")]

    def test_line_ends_of_windows(self) -> None:
        assert list(table_rows("t", "word\tclass\r\na\tb\r\n", ("word", "class"))) == [("a", "b")]

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
            list(table_rows("t", source, ("word", "class")))

    def test_word_sets(self) -> None:
        sets = word_sets("abbreviations", "abbreviation", "class")
        assert {"mr", "sen"} <= sets["title"]
        assert not sets["title"] & sets["month"]


class TestChecking:
    """What the check of a table says of a row that it must not have."""

    @pytest.mark.parametrize(
        ("table", "cells", "column", "problem"),
        [
            (
                "weapons",
                ("lance", "airstriek"),
                "code",
                "a code of event_codes.tsv, not 'airstriek'.*airstrike",
            ),
            ("cues", ("opine", "vreb", "75", "", "", ""), "class", "must be one of noun, other, verb, not 'vreb'"),
            ("cues", ("opine", "verb", "999", "", "", ""), "certainty", "must be a number from 0 to 100, not 999"),
            ("cues", ("opine", "verb", "75", "that=x", "", ""), "frames", "contexts with numbers"),
            ("cues", ("opine", "verb", "75", "", "denny", ""), "act", "must be one of say, deny"),
            ("units", ("zark", "", "lenght", "zark", ""), "dimension", "must be one of .*length"),
            ("units", ("zark", "", "length", "zark||zarks", ""), "words", "none of them empty"),
            ("actors", ("A", "a", "rebell", "", "", "", ""), "kind", "must be one of body"),
            ("actors", ("A", "a", "rebel", "XYZ", "", "", ""), "state", "ISO 3166-1 alpha-3"),
            ("actors", ("A", "a", "rebel", "", "", "nobody", ""), "parent", "must be a id of actors.tsv"),
            ("event_triggers", ("zap", "v", "atack", "", "seen"), "class", "did you mean .*attack"),
            ("event_triggers", ("{zap} it", "v", "attack", "", "seen"), "trigger", "must be a set of event_words.tsv"),
            ("event_classes", ("x", "attack", "atack", "", "", "", "", ""), "frame", "must be a frame of event_frames"),
            ("event_codes", ("x", "airstriek", *[""] * 9), "type", "must be one of airstrike"),
            ("nouns", ("x", "person armd", ""), "kinds", "not 'armd'"),
            ("date_feasts", ("x", "2021-13-01", "2021-01-01"), "first", "must be a date"),
            ("abbreviations", ("Mr", "title"), "abbreviation", "must be in small letters"),
            ("fact_roles", ("zapped", "killd", "verb"), "role", "must be one of killed"),
            ("cameo_codes", ("1", "0", "", ""), "code", "must look like"),
            ("names", (), None, None),
        ],
    )
    def test_a_wrong_cell_is_named(
        self, table: str, cells: tuple[str, ...], column: str | None, problem: str | None
    ) -> None:
        if problem is None:
            check_rows(table, [cells], lambda at: ("x.tsv", at))  # a table without rules is not checked
            return
        with pytest.raises(cn.LexiconError, match=problem) as caught:
            check_rows(table, [cells], lambda at: ("x.tsv", at + 7))
        assert (caught.value.file, caught.value.line, caught.value.column) == ("x.tsv", 7, column)

    def test_a_key_that_stands_twice_is_named_with_both_places(self) -> None:
        rows = [("lance", "airstrike"), ("pike", "-"), ("lance", "-")]
        with pytest.raises(cn.LexiconError, match=r"x\.tsv:3: weapon: 'lance' stands in x\.tsv:1, too"):
            check_rows("weapons", rows, lambda at: ("x.tsv", at + 1))

    def test_an_empty_cell_that_must_not_be(self) -> None:
        with pytest.raises(cn.LexiconError, match="code: must not be empty"):
            check_rows("weapons", [("lance", "")], lambda at: ("x.tsv", at))

    def test_a_parent_may_be_among_the_rows(self) -> None:
        rows = [("A", "a-front", "rebel", "", "", "", ""), ("B", "b", "rebel", "", "", "a-front", "")]
        check_rows("actors", rows, lambda at: ("x.tsv", at))

    def test_the_error_is_pickled_with_its_place(self) -> None:
        error = cn.LexiconError("wrong", file="x.tsv", line=3, column="code")
        again = pickle.loads(pickle.dumps(error))
        assert (str(again), again.line) == ("x.tsv:3: code: wrong", 3)


def test_no_table_is_read_at_import() -> None:
    code = (
        "import conflictnews\n"
        "from conflictnews.lexicons.table import read_table\n"
        "print(read_table.cache_info().misses)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "0"
