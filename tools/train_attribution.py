"""Learn every table of attribution from annotated news, as one command.

    python tools/train_attribution.py DOCUMENTS.jsonl [--tokens TAGGED.jsonl] [--out src/conflictnews/weights]

``DOCUMENTS.jsonl`` holds one document a line, offsets in Unicode code points, half open:
``{"id": "a", "text": "...", "attributions": [{"source": [[0, 5]], "cue": [[6, 10]], "content": [[11, 20]]}],
"tokens": [[0, 3, "DT"], ...]}``. Tokens bear Penn Treebank tags; they may stand in a second file, tied by ``id``.

Four models, each trained on what the one before says of documents that it has not seen (three folds): tags, the cue
decision, the span tagger, the acceptor. Needs numpy, scipy, numba and scikit-learn; a thousand articles take some six
minutes on one core. The seed is fixed, so the same data give the same tables. Certainties come from
``lexicons/cues.tsv``; count them first, with ``tools/count_cues.py``.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import NamedTuple

from training.corpus import Document, read_documents
from training.cues import Use, fit_logistic, read_uses, train_cues, write_weights
from training.examples import Example, read_example
from training.lexicon import count_words
from training.matching import is_right
from training.spans import Encoder, Instance, train_spans, write_spans
from training.tags import train_tags, write_tags

from conflictnews.extractors.relations.acceptor import proposal_features, rivals_of
from conflictnews.extractors.relations.cues import frame_at, word_at
from conflictnews.extractors.relations.proposals import Proposal, propose
from conflictnews.extractors.relations.reading import Reading
from conflictnews.extractors.relations.scoring import Candidate, form_of

FOLDS = 3
LIKELY = -40
"""A cue is followed from here on: from a probability of 0.08, as the acceptor learns from more than it will see."""
ACCEPTOR_PENALTY = 0.15
KNOWN = 3
"""A lemma has weights of its own where it was annotated so often."""


class Likely(NamedTuple):
    """A likely cue: its document and unit, the candidate, how the unit reads, its instance for the span tagger."""

    document: int
    unit: int
    cue: Candidate
    reading: Reading
    instance: Instance


def tag_documents(documents: list[Document], out: Path) -> None:
    """Write the tag tables, and give every document the tags of a model that has not seen it."""
    for fold in range(FOLDS):
        held_out = documents[fold::FOLDS]
        rest = [document for place, document in enumerate(documents) if place % FOLDS != fold]
        for document, tags in zip(held_out, train_tags(rest or documents).predict(held_out), strict=True):
            vars(document.view)["tags"] = tags
    write_tags(train_tags(documents), out)


def score_uses(uses: list[Use], out: Path) -> list[int]:
    """Write the cue weights, and score every candidate by a model that has not seen its document."""
    scores = [0] * len(uses)
    for fold in range(FOLDS):
        model = train_cues([use for use in uses if use.document % FOLDS != fold] or uses)
        for place, use in enumerate(uses):
            if use.document % FOLDS == fold:
                scores[place] = model.score(use.features)
    write_weights(train_cues(uses).weights, out / "cue_weights.tsv")
    return scores


def likely_cues(examples: list[Example], uses: list[Use], scores: list[int], encoder: Encoder) -> list[Likely]:
    """Every candidate that is likely, and every annotated one."""
    by_unit: dict[tuple[int, int], list[Candidate]] = {}
    for use, score in zip(uses, scores, strict=True):
        unit = examples[use.document].units[use.unit]
        form, _ = form_of(unit, use.at)
        candidate = Candidate(use.at, word_at(unit, use.at), form, frame_at(unit, use.at + 1), score)
        by_unit.setdefault((use.document, use.unit), []).append(candidate)
    known = known_lemmas(examples)
    out = []
    for (document, number), candidates in by_unit.items():
        example = examples[document]
        gold = {item.head: item.labels for item in example.attributions if item.unit == number}
        wanted = [cue for cue in candidates if cue.score >= LIKELY or cue.at in gold]
        if not wanted:
            continue
        reading = Reading(example.units[number], candidates)
        for cue in wanted:
            lemma = cue.word.lemma if cue.word is not None and cue.word.lemma in known else "?"
            out.append(Likely(document, number, cue, reading, encoder.instance(reading, cue, lemma, gold.get(cue.at))))
    return out


def known_lemmas(examples: list[Example]) -> frozenset[str]:
    """The lemmas that were annotated often enough to have weights of their own."""
    counts: dict[str, int] = {}
    for example in examples:
        for item in example.attributions:
            word = word_at(example.units[item.unit], item.head)
            if word is not None:
                counts[word.lemma] = counts.get(word.lemma, 0) + 1
    return frozenset(lemma for lemma, n in counts.items() if n >= KNOWN)


def label_cues(likely: list[Likely], encoder: Encoder, out: Path) -> list[Proposal | None]:
    """Write the span weights, and let every likely cue be labelled by a model that has not seen its document."""
    proposals: list[Proposal | None] = [None] * len(likely)
    for fold in range(FOLDS):
        rest = [item.instance for item in likely if item.document % FOLDS != fold]
        model = train_spans(encoder, rest or [item.instance for item in likely])
        for place, item in enumerate(likely):
            if item.document % FOLDS == fold and item.cue.score >= LIKELY:
                proposals[place] = propose(item.cue, model.label(item.instance), item.reading)
    write_spans(encoder, train_spans(encoder, [item.instance for item in likely]), out / "span_weights.tsv")
    return proposals


def train_acceptor(examples: list[Example], likely: list[Likely], proposals: list[Proposal | None], out: Path) -> int:
    """Learn which proposals are right, and write the weights; the number of proposals."""
    by_unit: dict[tuple[int, int], list[Proposal]] = {}
    for item, proposal in zip(likely, proposals, strict=True):
        if proposal is not None:
            by_unit.setdefault((item.document, item.unit), []).append(proposal)
    rows, truth = list[list[str]](), list[bool]()
    for (document, number), rivals in by_unit.items():
        example = examples[document]
        unit = example.units[number]
        for proposal in rivals:
            features = proposal_features(unit, proposal, rivals_of(proposal, rivals))
            content, source = is_right(example, unit, proposal)
            rows += [features, features]  # half for the content alone, half for content and source
            truth += [content, content and source]
    write_weights(fit_logistic(rows, truth, ACCEPTOR_PENALTY), out / "acceptor_weights.tsv")
    return len(rows) // 2


def main() -> None:
    """Read, learn, write."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("documents", type=Path)
    cli.add_argument("--tokens", type=Path)
    cli.add_argument("--out", type=Path, default=Path("src/conflictnews/weights"))
    args = cli.parse_args()
    documents = read_documents(args.documents, args.tokens)
    tag_documents(documents, args.out)
    examples = [read_example(document) for document in documents]
    uses = read_uses(examples, count_words(examples))
    scores = score_uses(uses, args.out)
    encoder = Encoder()
    likely = likely_cues(examples, uses, scores, encoder)
    proposals = label_cues(likely, encoder, args.out)
    count = train_acceptor(examples, likely, proposals, args.out)
    print(f"{len(documents)} documents, {len(uses)} candidates, {len(likely)} likely cues, {count} proposals")


if __name__ == "__main__":
    main()
