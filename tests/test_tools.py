"""The training in tools/: on a few sentences of our own it writes tables of the documented form, twice the same."""

from __future__ import annotations

import json
import subprocess
import sys
import warnings
from importlib.util import find_spec
from pathlib import Path

import pytest

MISSING = [name for name in ("numba", "scipy", "sklearn", "convertdate", "hijridate") if find_spec(name) is None]
pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"the group train is not installed: no {', '.join(MISSING)}")
TOOLS = Path(__file__).parent.parent / "tools"
NAMES = ("Nowak", "Haddad", "Voss", "Olsen", "Marchenko", "Zhu")
VERBS = ("said", "claimed", "denied", "reported")
TABLES = ("tag_words", "tag_weights", "cue_weights", "span_weights", "acceptor_weights")


def document(number: int) -> dict[str, object]:
    """Sentences with a source, a cue and a content, and one with none, in the form that the training documents."""
    text, tokens, attributions = "", list[list[object]](), list[dict[str, object]]()
    for place, name in enumerate(NAMES):
        verb = VERBS[(place + number) % len(VERBS)]
        told = [(name, "NNP"), (verb, "VBD"), ("that", "IN"), ("the", "DT"), ("bridge", "NN"), ("fell", "VBD")]
        begin = len(tokens)
        for word, tag in [
            *told,
            (".", "."),
            ("Trucks", "NNS"),
            ("crossed", "VBD"),
            ("the", "DT"),
            ("river", "NN"),
            (".", "."),
        ]:
            tokens.append([len(text), len(text) + len(word), tag])
            text += word + " "
        source, cue, first, last = (tokens[begin + at] for at in (0, 1, 2, 5))
        if place == 0:
            continue  # nobody marked this one
        attributions.append({"source": [source[:2]], "cue": [cue[:2]], "content": [[first[0], last[1]]]})
    return {"id": str(number), "text": text, "tokens": tokens, "attributions": attributions}


def train(folder: Path) -> dict[str, str]:
    data = folder / "documents.jsonl"
    data.write_text("\n".join(json.dumps(document(number)) for number in range(6)), "utf-8")
    command = [sys.executable, "-W", "ignore", str(TOOLS / "train_attribution.py"), str(data), "--out", str(folder)]
    subprocess.run(command, check=True, capture_output=True)
    return {name: (folder / f"{name}.tsv").read_text("utf-8") for name in TABLES}


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return train(tmp_path_factory.mktemp("first"))


def test_the_same_data_give_the_same_tables(tables: dict[str, str], tmp_path: Path) -> None:
    assert train(tmp_path) == tables


def test_the_tagger_learns_which_words_bear_one_tag(tables: dict[str, str]) -> None:
    words = {word: tag for tag, word, *_ in (row.split("\t") for row in tables["tag_words"].splitlines()[2:])}
    assert words["said"] == "V"
    assert words["fell"] == "V"


def test_the_span_tagger_learns_where_a_content_begins(tables: dict[str, str]) -> None:
    rows = [row.split("\t") for row in tables["span_weights"].splitlines()[2:]]
    codes = {(template, key): code for template, key, code in rows}
    assert {len(code) for code in codes.values()} == {6}
    begins = codes["word", "R that"]  # the labels are O, B-source, I-source, cue, B-content, I-content
    assert max(begins) == begins[4]


def test_the_cue_decision_learns_from_the_lexicon(tables: dict[str, str]) -> None:
    rows = [row.split("\t") for row in tables["cue_weights"].splitlines()[2:]]
    assert any(int(weight) > 0 for feature, weight in rows if "that" in feature or "level" in feature)


def test_what_a_number_is_said_of_is_learned_from_annotated_sentences(tmp_path: Path) -> None:
    rows = []
    for number, subject in enumerate(("sales", "prices", "exports", "rents", "wages", "imports") * 3):
        text = f"{subject.capitalize()} of the region rose {number + 2} percent in a week."
        gold = {"value": number + 2, "low": None, "high": None, "concept": [subject]}
        rows.append({"id": str(number), "text": text, "quantities": [gold]})
    data = tmp_path / "sentences.jsonl"
    data.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    command = [sys.executable, str(TOOLS / "train_about.py"), str(data), "--out", str(tmp_path), "--folds", "3"]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    assert done.stdout == "18 numbers, 100.0 % right on unseen texts\n"
    names, *lines = (tmp_path / "about_weights.tsv").read_text("utf-8").splitlines()[1:]
    percent = names.split("\t").index("percent")
    weights = {row[0]: int(row[percent]) for row in (line.split("\t") for line in lines)}
    assert weights["subject"] > 0


def test_confidence_is_the_share_that_annotators_marked_too(tmp_path: Path) -> None:
    said = "The mayor said the bridge was open. The minister said the road was shut."
    gold = [{"source": [[0, 9]], "cue": [[10, 14]], "content": [[15, 34]]}]
    data, out = tmp_path / "documents.jsonl", tmp_path / "confidence.tsv"
    data.write_text("\n".join([json.dumps({"text": said, "attributions": gold})] * 30), "utf-8")
    command = [sys.executable, str(TOOLS / "calibrate_confidence.py"), str(data)]
    subprocess.run([*command, "--out", str(out)], check=True, capture_output=True)
    rows = [row.split("\t") for row in out.read_text("utf-8").splitlines()[1:]]
    right = sum(round(float(share) * (int(seen) + 10) - 8) for _, _, share, seen in rows)
    assert (right, sum(int(seen) for *_, seen in rows)) == (30, 60)  # each share is drawn to 8 of 10
    report = subprocess.run([*command, "--report"], check=True, capture_output=True, text=True).stdout
    assert sum(int(line.split()[4]) for line in report.splitlines()[1:]) == 60


def test_the_days_of_feasts_are_those_that_the_tool_makes() -> None:
    sys.path.insert(0, str(TOOLS))
    from make_feasts import OUT, table

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # convertdate's own
        made = table()
    assert (TOOLS.parent / OUT).read_text("utf-8") == made, "run python tools/make_feasts.py"
