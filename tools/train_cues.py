"""Learn how surely a word of the cue lexicon attributes something, from annotated attributions.

    python tools/train_cues.py ATTRIBUTIONS.jsonl [--out src/conflictnews/weights/cue_weights.tsv]

``ATTRIBUTIONS.jsonl``: one document a line, ``{"id", "text", "attributions": [{"source", "cue", "content"}]}``, each of
the three a list of ``[start, end)``. Needs scikit-learn. A logistic model with an L1 penalty over the features of
``conflictnews.extractors.relations.cues.cue_features``; words inside an annotated content are left out, as only
outermost attributions are annotated. Weights are times 16 and rounded, so that scoring is integer arithmetic.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from conflictnews.extractors.relations.cues import cue_features, read_word
from conflictnews.extractors.relations.quoted_view import QuotedView
from conflictnews.text import TextView

SCALE = 16
RARE = 4
AUXILIARIES = frozenset("is are was were be been being has have had do does did 's 're 've am 'm 'd".split())


def heads_and_contents(text: QuotedView, attributions: list[dict[str, Any]]) -> tuple[set[int], set[int]]:
    """The head token of each annotated cue (first full verb, else first noun) and all tokens of contents."""
    heads, contents = set[int](), set[int]()
    for item in attributions:
        for start, end in item["content"]:
            contents.update(range(text.view.token_at(start), text.view.token_at(end - 1) + 1))
        tokens = [
            k
            for s, e in item["cue"]
            for k in range(text.view.token_at(s), min(len(text.tags), text.view.token_at(e - 1) + 1))
        ]
        verbs = [k for k in tokens if text.tags[k] in "VBGD" and text.words[k] not in AUXILIARIES]
        heads.update((verbs or [k for k in tokens if text.tags[k] == "N"])[:1])
    return heads, contents


def examples(path: Path) -> tuple[list[dict[str, int]], list[bool]]:
    """Features and truth of every candidate outside of contents."""
    rows, truth = list[dict[str, int]](), list[bool]()
    for doc in map(json.loads, path.read_text("utf-8").splitlines()):
        text = QuotedView(TextView(doc["text"]))
        heads, contents = heads_and_contents(text, doc["attributions"])
        for first, last in text.view.sentences:
            strongest = 0
            for at in range(first, last):
                word = read_word(text, at)
                if word is None:
                    continue
                if at not in contents or at in heads:
                    rows.append(dict.fromkeys(cue_features(text, first, last, at, word, strongest), 1))
                    truth.append(at in heads)
                if not word.noun and text.inside[at] < 0:
                    strongest = max(strongest, word.certainty)
    return rows, truth


def main() -> None:
    """Read, learn, write."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("attributions", type=Path)
    cli.add_argument("--out", type=Path, default=Path("src/conflictnews/weights/cue_weights.tsv"))
    args = cli.parse_args()
    rows, truth = examples(args.attributions)
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform(rows)
    matrix.indices, matrix.indptr = (
        matrix.indices.astype("int32"),
        matrix.indptr.astype("int32"),
    )  # liblinear wants these
    model = LogisticRegression(l1_ratio=1, solver="liblinear", C=0.6, fit_intercept=False, random_state=0)
    model.fit(matrix, truth)
    weights = {
        name: round(SCALE * float(weight))
        for name, weight in zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True)
    }
    kept = {name: weight for name, weight in sorted(weights.items()) if weight}
    head = "# Made by tools/train_cues.py; see README.md. Logarithms of odds, times 16.\nfeature\tweight\n"
    args.out.write_text(head + "".join(f"{name}\t{weight}\n" for name, weight in kept.items()), "utf-8")
    print(f"{len(rows)} candidates, {sum(truth)} cues, {len(kept)} weights")


if __name__ == "__main__":
    main()
