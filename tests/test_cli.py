"""The command line: in this process, which is fast, but for two tests in a process of their own."""

from __future__ import annotations

import io
import json
import os
import re
import shlex
import sqlite3
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

import conflictnews as cn
from conflictnews.cli import main
from conflictnews.cli.arguments import LAYERS
from conflictnews.output import html
from conflictnews.output.tables import Form

STORY = """Rockets hit base at Qamar

"We will respond," Col. Sam Otto told Reuters on Thursday. At least 22 people were killed.
"""
COPY = """Base at Qamar under fire

"We will respond," Sam Otto told Reuters. At least 25 people were killed on Thursday.
"""


class Done(NamedTuple):
    returncode: int
    stdout: bytes
    stderr: bytes


def run(
    *arguments: str | Path, data: bytes = b"", columns: str = "100", without: str = "", encoding: str = "utf-8"
) -> Done:
    """What ``python -m conflictnews`` does with these arguments, where a module is missing and streams are as told."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding, write_through=True) for _ in range(2))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding))
        patch.setattr(sys, "stdout", out)
        patch.setattr(sys, "stderr", err)
        patch.setenv("COLUMNS", columns)
        if without:
            for name in [without, *(name for name in sys.modules if name.startswith(f"{without}."))]:
                patch.setitem(sys.modules, name, None)
            patch.delitem(sys.modules, "conflictnews.cli.rich_screen", raising=False)
            html._environment.cache_clear()
        try:
            status = main([str(argument) for argument in arguments])
        except SystemExit as left:
            status = left.code if isinstance(left.code, int) else 0
    return Done(status, out.buffer.getvalue(), err.buffer.getvalue())


def run_alone(*arguments: str | Path) -> subprocess.CompletedProcess[bytes]:
    """The same in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "conflictnews", *map(str, arguments)],
        capture_output=True,
        env={**os.environ, "COLUMNS": "100"},
        timeout=60,
        check=False,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "b.txt").write_text(COPY, encoding="utf-8")
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "README.txt").write_text("not an article", encoding="utf-8")
    (tmp_path / "notes.md").write_text("not an article either", encoding="utf-8")
    return tmp_path


def test_a_folder_is_read_in_order_and_summed_up(folder: Path) -> None:
    done = run_alone(folder)
    out = done.stdout.decode()
    skipped = "skipped what is no .txt, .jsonl, .json, .html, .htm file: README.txt, notes.md"
    assert (done.returncode, done.stderr.decode()) == (0, f"conflictnews: {folder}: {skipped}\n")
    assert run(folder).stdout == done.stdout
    assert out.index("[1] Rockets hit base at Qamar") < out.index("[2] Base at Qamar under fire")
    assert out.index("The 2 articles together") < out.index("[1] Rockets hit base at Qamar")
    for words in ("WHO SAID WHAT", "Otto", "“We will respond,”", "NUMBERS", "At least 22 people", "no date"):
        assert words in out
    assert "not an article" not in out
    assert "\x1b" not in out


@pytest.mark.parametrize("width", ["40", "80", "120"])
def test_no_line_is_wider_than_the_terminal(folder: Path, width: str) -> None:
    for missing in ("", "rich"):
        out = run(folder, columns=width, without=missing).stdout.decode()
        assert max(map(len, out.split("\n"))) <= int(width)
        assert not re.search(r" $", out, re.MULTILINE)


def test_without_rich_one_line_says_so_and_plain_text_is_printed(folder: Path) -> None:
    done = run(folder / "a.txt", without="rich")
    assert done.returncode == 0
    assert done.stderr.decode().splitlines() == [
        "conflictnews: plain text, as rich is missing: pip install 'conflictnews[report]'"
    ]
    assert "WHO SAID WHAT" in done.stdout.decode()
    assert "“We will respond,”" in done.stdout.decode()


def test_without_jinja2_the_page_fails_and_the_rest_is_done(folder: Path) -> None:
    done = run(folder / "a.txt", "--html", folder / "x.html", without="jinja2")
    assert done.returncode == 1
    assert "WHO SAID WHAT" in done.stdout.decode()
    assert done.stderr.decode().count("\n") == 1
    assert "pip install 'conflictnews[report]'" in done.stderr.decode()


def test_files_are_written(folder: Path) -> None:
    done = run(folder, "--html", folder / "page.html", "--json", folder / "data.json", "--sqlite", folder / "n.db")
    assert done.returncode == 0
    with sqlite3.connect(folder / "n.db") as database:
        assert database.execute("SELECT article_id FROM articles ORDER BY 1").fetchall() == [("a",), ("b",)]
    database.close()
    assert (folder / "page.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    read = cn.from_json((folder / "data.json").read_text(encoding="utf-8"), cn.Collection)
    assert read.articles == (cn.parse(STORY, id="a"), cn.parse(COPY, id="b"))
    assert read.comparison == cn.compare(read.articles)


def test_json_goes_to_standard_output_alone(folder: Path) -> None:
    done = run(folder / "a.txt", "--json", "-")
    data = json.loads(done.stdout)
    assert data["articles"][0]["id"] == "a"
    assert data["comparison"] is None


def test_standard_input_is_a_text_or_json_lines() -> None:
    assert "Otto" in run("-", data=STORY.encode()).stdout.decode()
    lines = json.dumps({"text": STORY, "id": "x", "published": "2021-02-26", "source": "Qamar Post", "extra": 1})
    out = run("quotes", "-", "--format", "jsonl", data=lines.encode()).stdout
    row = json.loads(out.splitlines()[0])
    assert (row["article_id"], row["published"], row["source"], row["text"]) == (
        "x",
        "2021-02-26",
        "Qamar Post",
        "We will respond,",
    )


@pytest.mark.parametrize("layer", LAYERS)
def test_a_layer_in_every_format(folder: Path, layer: str) -> None:
    articles = [cn.parse(STORY, id="a"), cn.parse(COPY, id="b")]
    expected = cn.to_rows(articles, layer)
    assert expected or layer in {"diagnostics", "statements"}
    lines = run(layer, folder, "--format", "jsonl").stdout.decode().splitlines()
    assert [json.loads(line) for line in lines] == json.loads(json.dumps(expected, default=date.isoformat))
    assert run(layer, folder, "--format", "csv").stdout.decode() == cn.to_csv(articles, layer)
    done = run(layer, folder, columns="200")
    assert done.returncode == 0
    assert done.stdout.decode().split()[0] in {"article_id", "event_id"}


@pytest.mark.parametrize("form", ["acled", "plover", "gdelt"])
def test_events_in_another_form(folder: Path, form: Form) -> None:
    articles = [cn.parse(STORY, id="a"), cn.parse(COPY, id="b")]
    printed = run("events", folder, "--form", form, "--format", "csv").stdout.decode()
    assert printed == cn.to_csv(articles, "events", form=form)
    assert run("events", folder, "--form", form).returncode == 0


def test_ids_never_collide(tmp_path: Path) -> None:
    for name in ("d1", "d2"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "x.txt").write_text("Two men died.", encoding="utf-8")
        (tmp_path / name / "y.jsonl").write_text(
            '{"text": "Two died."}\n{"text": "Three died.", "id": "k"}\n', encoding="utf-8"
        )
    done = run("articles", tmp_path, "--format", "jsonl")
    ids = [json.loads(line)["article_id"] for line in done.stdout.splitlines()]
    first, again = "d1/y.jsonl", "d2/y.jsonl"
    assert ids == ["d1/x", f"{first}:1", "k", "d2/x", f"{again}:1", f"{tmp_path / again}:2:k"]
    assert "the id 'k' was given before" in done.stderr.decode()
    done = run("articles", tmp_path / "d1" / "x.txt", tmp_path / "d2" / "x.txt", "--format", "jsonl")
    ids = [json.loads(line)["article_id"] for line in done.stdout.splitlines()]
    assert ids == [f"{tmp_path}/d1/x", f"{tmp_path}/d2/x"]
    assert run("articles", tmp_path, tmp_path, "--format", "jsonl").stdout.count(b"\n") == 6


def test_folders_are_read_with_theirs_and_hidden_files_are_not(tmp_path: Path) -> None:
    (tmp_path / "deep" / "er").mkdir(parents=True)
    (tmp_path / ".git").mkdir()
    for name in ("deep/er/A.TXT", ".git/b.txt", ".c.txt", "d.txt"):
        (tmp_path / name).write_text("Two men died.", encoding="utf-8")
    (tmp_path / "e\x1b[2J.pdf").write_text("", encoding="utf-8")
    done = run("articles", tmp_path, "--format", "jsonl")
    assert [json.loads(line)["article_id"] for line in done.stdout.splitlines()] == ["d", "deep/er/A"]
    assert done.stderr.decode().endswith("file: e\\x1b[2J.pdf\n")


def test_json_files(tmp_path: Path) -> None:
    (tmp_path / "one.json").write_text('{"text": "Two men died."}', encoding="utf-8")
    (tmp_path / "two.json").write_text('[{"text": "Two men died.", "id": 7},\n {"txt": ""}]', encoding="utf-8")
    (tmp_path / "three.json").write_text("{\n broken", encoding="utf-8")
    (tmp_path / "c.txt").write_text("Two men died.", encoding="utf-8")
    assert run(tmp_path / "c.txt", "--json", tmp_path / "zz.json").returncode == 0
    (tmp_path / "c.txt").unlink()
    done = run("articles", tmp_path, "--format", "jsonl")
    assert done.returncode == 1
    assert [json.loads(line)["article_id"] for line in done.stdout.splitlines()] == ["one.json", "7", "c"]
    errors = done.stderr.decode()
    assert 'two.json[2]: must be an object with a string "text"' in errors
    assert "three.json: is no JSON: Expecting property name enclosed in double quotes in line 2" in errors


@pytest.mark.parametrize("format", ["brat", "label-studio", "web-annotation"])
def test_export_and_import(folder: Path, format: str) -> None:
    done = run("export", folder, "--format", format, "--output", folder / "out")
    assert (done.returncode, done.stdout) == (0, b"")
    back = run("import", folder / "out", "--format", format, "--sqlite", folder / "n.db", "--json", folder / "n.json")
    assert (back.returncode, back.stdout, back.stderr) == (0, b"", b"")
    read = cn.from_json((folder / "n.json").read_text(encoding="utf-8"), cn.Collection)
    assert read.articles == (cn.parse(STORY, id="a"), cn.parse(COPY, id="b"))
    assert json.loads(run("import", folder / "out", "--format", format).stdout)["schema"] == "conflictnews-collection/1"


def test_an_import_that_fails_is_named(folder: Path) -> None:
    done = run("import", folder, "--format", "web-annotation")
    assert (done.returncode, done.stderr.decode()) == (1, f"conflictnews: {folder}: no .jsonld files in this folder\n")
    assert run("import", folder / "no", "--format", "brat").stderr.decode().endswith("no: No such file or directory\n")


def test_words_of_a_folder(folder: Path) -> None:
    words = folder / "words"
    words.mkdir()
    (folder / "a.txt").write_text("Mara Voss glorped that the bridge fell.", encoding="utf-8")
    (words / "cues.tsv").write_text("cue\nglorp\n", encoding="utf-8")
    command = ("attributions", folder / "a.txt", "--format", "jsonl")
    assert json.loads(run(*command, "--lexicon", words).stdout)["speaker"] == "Mara Voss"
    assert not run(*command).stdout
    (words / "cues.tsv").write_text("cue\tclass\nglorp\tvreb\n", encoding="utf-8")
    done = run(*command, "--lexicon", words)
    assert (done.returncode, done.stdout) == (2, b"")
    assert f"{words / 'cues.tsv'}:2: class: must be one of noun, other, verb, not 'vreb'" in done.stderr.decode()
    done = run(*command, "--lexicon", folder / "no")
    assert (done.returncode, "no: No such file" in done.stderr.decode()) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "meant"),
    [
        (["fact", "x.txt"], "facts"),
        (["x.txt", "--jsn", "y"], "--json"),
        (["facts", "x.txt", "--formt=csv"], "--format"),
    ],
)
def test_what_was_meant_is_said(arguments: list[str], meant: str) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert f"did you mean {meant}?" in done.stderr.decode()


@pytest.mark.parametrize("width", ["30", "60", "100", "200"])
@pytest.mark.parametrize("missing", ["", "rich"])
def test_a_table_cuts_no_number_and_no_word(folder: Path, width: str, missing: str) -> None:
    (folder / "long.txt").write_text(
        "It cost $123,456,789,012.55 and 1,234,567,890 refugees fled through Constantinopolitanisation-on-the-Water.",
        encoding="utf-8",
    )
    out = run("facts", folder, columns=width, without=missing).stdout.decode()
    assert {"123456789012.55", "1234567890"} <= set(out.split())


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full on this system")
def test_a_full_disk_is_one_line(folder: Path) -> None:
    command = f"{sys.executable} -m conflictnews facts {folder / 'a.txt'} --format csv > /dev/full"
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "conflictnews: <stdout>: No space left on device\n")


def test_a_file_is_written_whole_or_not_at_all(folder: Path) -> None:
    page = folder / "page.html"
    page.write_text("old", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(OSError(28, "No space left on device")))
        done = run(folder / "a.txt", "--html", page)
    assert done.returncode == 1
    assert "page.html: No space left" in done.stderr.decode()
    assert page.read_text(encoding="utf-8") == "old"
    assert not list(folder.glob(".page*"))


def test_published_is_for_inputs_without_a_date(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    rows = [{"text": "It began on Thursday."}, {"text": "It began on Thursday.", "published": "2020-01-10T08:00:00Z"}]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    out = run("dates", path, "--format", "jsonl", "--published", "2021-02-26").stdout.splitlines()
    assert [json.loads(line)["value"] for line in out] == ["2021-02-25", "2020-01-09"]
    assert [json.loads(line)["article_id"] for line in out] == ["x.jsonl:1", "x.jsonl:2"]


def test_compare_explain_and_schema(folder: Path) -> None:
    rows = run("compare", "--format", "csv", folder).stdout.decode()
    assert rows.startswith("disagreement,verdict,slot,what,")
    actors = run("compare", "--format", "jsonl", "--table", "actors", folder).stdout.splitlines()
    assert {json.loads(line)["article_id"] for line in actors} == {"a", "b"}
    compared = run("compare", folder).stdout.decode()
    assert "We will respond" in compared
    assert "WHO SAID WHAT" not in compared
    assert "WHO SAID WHAT" in run("compare", "--articles", folder).stdout.decode()
    explained = run("explain", folder / "a.txt").stdout.decode()
    assert "WHY THIS SPEAKER" in explained
    assert "cue “told”" in explained
    assert "confidence" in explained
    assert "low 22" in explained
    assert json.loads(run("schema").stdout)["properties"]["schema"] == {"const": "conflictnews/1"}
    assert json.loads(run("schema", "comparison").stdout)["title"]


def test_what_fails_is_named_and_the_rest_is_done(folder: Path) -> None:
    (folder / "latin.txt").write_bytes(b"one\ntwo caf\xe9\n")
    (folder / "empty").mkdir()
    lines = [
        b'{"text": "Iran denied it."}',
        b"{broken",
        b"[]",
        b'{"text": 3}',
        b"\xff",
        b'{"text":"x","published":"soon"}',
        b"",
    ]
    (folder / "z.jsonl").write_bytes(b"\n".join(lines))
    done = run("attributions", folder, folder / "missing.txt", folder / "empty", "--format", "jsonl")
    assert done.returncode == 1
    assert {json.loads(line)["article_id"] for line in done.stdout.splitlines()} == {"a", "b", "z.jsonl:1"}
    errors = done.stderr.decode().splitlines()
    assert all(line.startswith("conflictnews: ") for line in errors)
    for where, what in [
        ("latin.txt:2", "UTF-8"),
        ("z.jsonl:2", "JSON"),
        ("z.jsonl:3", '"text"'),
        ("z.jsonl:4", '"text"'),
        ("z.jsonl:5", "UTF-8"),
        ("z.jsonl:6", '"published"'),
        ("missing.txt", "No such file"),
        ("empty", "no articles"),
    ]:
        assert any(f"{where}: " in line and what in line for line in errors), where
    assert len(errors) == 9  # and the line that names README.txt and notes.md


def test_a_file_that_can_not_be_written_is_named(folder: Path) -> None:
    done = run(folder / "a.txt", "--json", folder / "no" / "data.json")
    assert done.returncode == 1
    assert "data.json: No such file" in done.stderr.decode()
    assert "WHO SAID WHAT" in done.stdout.decode()


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["quotes"],
        ["quotes", "x.txt", "--format", "xml"],
        ["x.txt", "--published", "soon"],
        ["x.txt", "--workers", "0"],
        ["x.txt", "--workers", "²"],
        ["schema", "quote"],
        ["--nonsense", "x.txt"],
    ],
)
def test_wrong_usage(arguments: list[str]) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert done.stderr.startswith(b"usage: ")
    assert not done.stdout


def test_version_and_help() -> None:
    assert run("--version").stdout.decode() == f"conflictnews {cn.__version__}\n"
    assert b"exit status" in run("--help").stdout
    assert b"--format" in run("quotes", "--help").stdout


def test_workers_give_the_same_output(folder: Path) -> None:
    assert run(folder, "--workers", "2").stdout == run(folder).stdout


def test_odd_characters_are_printed_as_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text(json.dumps({"text": '"We \ud800 will [bold]respond[/bold]," said Otto \u202e.'}), encoding="utf-8")
    for arguments in ([path], ["quotes", path], ["quotes", path, "--format", "csv"], [path, "--json", tmp_path / "j"]):
        done = run(*arguments, encoding="ascii")
        assert done.returncode == 0, done.stderr
        assert "\\ud800 will [bold]respond[/bold]," in done.stdout.decode("utf-8")


def test_a_reader_that_has_seen_enough(folder: Path) -> None:
    (folder / "many.jsonl").write_text((json.dumps({"text": STORY}) + "\n") * 2000, encoding="utf-8")
    command = [sys.executable, "-m", "conflictnews", "quotes", str(folder / "many.jsonl"), "--format", "jsonl"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 0


@pytest.mark.skipif(os.name == "nt", reason="how a POSIX shell closes streams")
@pytest.mark.parametrize(
    ("closed", "status", "told"),
    [
        ("PATH >&-", 0, ""),
        ("PATH 2>&-", 0, ""),
        ("quotes PATH >&- 2>&-", 0, ""),
        ("- <&-", 1, "conflictnews: -: the standard input is closed\n"),
        ("PATH >/dev/full", 1, "conflictnews: <stdout>: No space left on device\n"),
        ("quotes PATH --format jsonl >/dev/full", 1, "conflictnews: <stdout>: No space left on device\n"),
        ("PATH --json /dev/full", 1, "conflictnews: /dev/full: No space left on device\n"),
    ],
)
def test_streams_that_lead_nowhere(folder: Path, closed: str, status: int, told: str) -> None:
    if "/dev/full" in closed and not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    command = (
        f"{shlex.quote(sys.executable)} -m conflictnews {closed.replace('PATH', shlex.quote(str(folder / 'a.txt')))}"
    )
    done = subprocess.run(  # noqa: S602 - the shell closes the streams
        command, shell=True, capture_output=True, encoding="utf-8", timeout=60, check=False
    )
    assert (done.returncode, done.stderr) == (status, told)


@pytest.mark.skipif(os.name == "nt", reason="pipes and links of POSIX")
def test_a_folder_of_pipes_and_loops(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    (folder / "self.txt").symlink_to("self.txt")
    (folder / "again").symlink_to(folder)
    (folder / "b.txt").rename(folder / "odd\nname\x1b[2J.txt")
    done = run_alone(folder)
    assert done.returncode == 1
    error = done.stderr.decode()
    assert "self.txt: Too many levels of symbolic links" in error
    assert "pipe.txt" in error  # noted as no article
    assert "\x1b" not in error + done.stdout.decode()
    assert "2 articles" in done.stdout.decode()


def test_an_empty_file_is_an_article(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_bytes(b"")
    done = run(tmp_path / "x.txt")
    assert done.returncode == 0
    assert "nothing was found" in done.stdout.decode()


def test_no_text_steers_the_terminal(tmp_path: Path) -> None:
    bad = "\x1b[2J\x07\x9b1m\u202e"
    path = tmp_path / "x.jsonl"
    story = {
        "text": f'T{bad}itle\n\n"We will {bad} respond," said Sam {bad} Otto. 12 {bad} people died.',
        "id": bad,
        "source": bad,
    }
    path.write_text(json.dumps(story) + "\n" + json.dumps(story), encoding="utf-8")
    for verb in ([], ["compare"], ["explain"], ["quotes"], ["facts"], ["speakers"]):
        out = run(*verb, path).stdout.decode()
        assert "respond" in out or verb in (["facts"], ["speakers"])
        assert not set(bad) - set("[2J1m") & set(out)


@pytest.mark.skipif(os.name == "nt", reason="pipes of POSIX")
def test_files_are_written_though_nobody_reads_the_report(folder: Path, tmp_path: Path) -> None:
    for verb in ([], ["compare"]):
        page = tmp_path / f"{len(verb)}.html"
        command = [sys.executable, "-m", "conflictnews", *verb, str(folder), "--html", str(page)]
        bare = {name: value for name, value in os.environ.items() if not name.startswith("COV")}  # coverage would warn
        reader, writer = os.pipe()
        os.close(reader)
        done = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, check=False, env=bare)
        os.close(writer)
        assert (done.returncode, done.stderr) == (0, b"")
        assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
