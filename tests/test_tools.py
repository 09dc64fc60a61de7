"""The scripts in tools/ that learn tables: on a few sentences of our own they write tables of the documented form."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

TOOLS = Path(__file__).parent.parent / "tools"
SENTENCES = [
    [("The", "DT"), ("claims", "NNS"), ("were", "VBD"), ("false", "JJ"), (".", ".")],
    [("She", "PRP"), ("claims", "VBZ"), ("that", "IN"), ("he", "PRP"), ("left", "VBD"), (".", ".")],
    [("The", "DT"), ("claims", "NNS"), ("left", "VBD"), ("her", "PRP"), (".", ".")],
    [("He", "PRP"), ("claims", "VBZ"), ("that", "IN"), ("it", "PRP"), ("rained", "VBD"), (".", ".")],
]


def tagged_document() -> dict[str, object]:
    """One document in the form that ``train_tagger.py`` documents."""
    text, tokens, sentences = "", list[list[object]](), list[int]()
    for sentence in SENTENCES:
        sentences.append(len(tokens))
        for word, tag in sentence:
            tokens.append([len(text), len(text) + len(word), tag])
            text += word + " "
    return {"id": "a", "text": text, "tokens": tokens, "sentences": sentences}


def test_the_tagger_learns_which_tags_a_word_bears(tmp_path: Path) -> None:
    tagged = tmp_path / "tagged.jsonl"
    tagged.write_text(json.dumps(tagged_document()), "utf-8")
    command = [sys.executable, str(TOOLS / "train_tagger.py"), str(tagged), "--out", str(tmp_path)]
    subprocess.run(command, check=True, capture_output=True)
    words = dict(row.split("\t") for row in (tmp_path / "word_tags.tsv").read_text("utf-8").splitlines()[2:])
    assert words["claims"] == "N-11 V-11"  # one half each: 16 times the logarithm of 0.5
    pairs = [row.split("\t") for row in (tmp_path / "tag_pairs.tsv").read_text("utf-8").splitlines()[2:]]
    weight = {(side, pair): int(value) for side, pair, value in pairs}
    assert weight["before", "TN"] > weight["before", "TV"]
    assert weight["before", "OV"] > weight["before", "ON"]
