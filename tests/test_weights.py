"""The learned tables: integers only, and laid out so that the quick sums equal the plain ones of the training."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from conflictnews.extractors.relations.cues import cue_words
from conflictnews.extractors.relations.quoted_view import QuotedView
from conflictnews.extractors.relations.reading import Reading
from conflictnews.extractors.relations.scoring import UNKNOWN, certainty_step, cue_features, read_candidates
from conflictnews.extractors.relations.span_weights import LABELS, unpack
from conflictnews.extractors.relations.spans import SpanTagger
from conflictnews.extractors.relations.units import Unit, read_units
from conflictnews.lexicons.table import read_table
from conflictnews.text import TextView

sys.path.insert(0, str(Path(__file__).parent.parent / "tools"))

TEXTS = (
    'The ministry said on Tuesday that "nobody" had warned the villagers, though aid groups reported calls.',
    "He denied it. Officials, adding that the raid failed, were told to wait and asked why.",
    '"We hold the bridge," Nowak said, according to a claim that few believe.',
    "The group, which the envoy blamed for the strike, has called it a lie and wants proof that it was there.",
)


def units_of(text: str) -> list[Unit]:
    view = TextView(text)
    return list(read_units(QuotedView(view), view.sentences))


@pytest.mark.parametrize("text", TEXTS)
def test_a_cue_scores_the_sum_of_its_features(text: str) -> None:
    weights = {name: int(weight) for name, weight in read_table("cue_weights", "feature", "weight", folder="weights")}
    seen = 0
    for unit in units_of(text):
        earlier = 0
        for cue in read_candidates(unit):
            certainty = cue.word.certainty if cue.word else None
            framed = cue.word.frames.get(cue.frame, certainty) if cue.word else None
            features = cue_features(unit, cue.at, certainty, framed, earlier)
            assert cue.score == sum(weights.get(feature, 0) for feature in features)
            seen += 1
            if unit.tags[cue.at] in "VBGD":
                earlier = max(earlier, certainty_step(UNKNOWN if certainty is None else certainty))
    assert seen > 0


@pytest.mark.parametrize("text", TEXTS)
def test_labels_are_the_best_row_by_the_plain_sums(text: str) -> None:
    numpy = pytest.importorskip("numpy", reason="the training needs numpy and numba, which users do not have")
    pytest.importorskip("numba", reason="the training needs numpy and numba, which users do not have")
    from training.spans import Encoder, SpanModel

    rows = read_table("span_weights", "template", "key", "weights", folder="weights")
    lemmas = {
        key.split(" ")[1] for template, key, _ in rows if template in ("tag lemma", "subject lemma", "frame lemma")
    }
    encoder = Encoder()
    encoder.numbers = {(template, key): place for place, (template, key, _) in enumerate(rows)}
    encoder.frozen = True
    transitions = {key: unpack(code) for template, key, code in rows if template == "transition"}
    weights = numpy.array([unpack(code) for _, _, code in rows], float)
    model = SpanModel(weights, numpy.array([transitions[label] for label in (*LABELS, "^")], float))
    for unit in units_of(text):
        candidates = read_candidates(unit)
        reading = Reading(unit, candidates)
        tagger = SpanTagger(reading)
        for cue in candidates:
            lemma = cue.word.lemma if cue.word and cue.word.lemma in lemmas else "?"
            assert tagger.label(cue) == model.label(encoder.instance(reading, cue, lemma, None))


def test_every_weight_fits_its_field() -> None:
    for _, _, code in read_table("span_weights", "template", "key", "weights", folder="weights"):
        assert len(code) == len(LABELS)
        assert max(map(abs, unpack(code))) <= 1024  # some twenty of them are added in 16 bits


def test_frames_tell_a_word_from_a_deed() -> None:
    row = cue_words()["respond"].verb
    assert row is not None
    assert row.frames["with"] < row.certainty


def test_tags_tell_verbs_from_nouns_by_their_neighbours() -> None:
    view = TextView("The claims were false. She claims that the reports lie.")
    tags = dict(zip(zip(view.words, view.starts, strict=True), view.tags, strict=True))
    assert [tag for (word, _), tag in tags.items() if word == "claims"] == ["N", "V"]
    assert [tag for (word, _), tag in tags.items() if word == "reports"] == ["N"]


def test_an_acronym_is_a_name_at_the_head_of_its_sentence() -> None:
    assert TextView("US officials left.").tags[0] == "P"
    assert TextView("They told us so.").tags[2] == "O"


def test_the_capitals_of_a_headline_make_no_names() -> None:
    assert TextView("Governor Calls Ruling A Disgrace Over Costs").tags[:2] == ["N", "V"]
    view = TextView("The governor met Calls Ruling in town on Monday.")
    assert view.tags[view.words.index("calls")] != "V"
