"""The learned tables: integers only, and laid out so that the quick sum equals the plain one."""

from __future__ import annotations

import pytest

from conflictnews.extractors.relations.cues import cue_features, find_cues, read_word
from conflictnews.extractors.relations.quoted_view import QuotedView
from conflictnews.lexicons.table import read_table
from conflictnews.text import TextView

TEXTS = (
    'The ministry said on Tuesday that "nobody" had warned the villagers, though aid groups reported calls.',
    "He denied it. Officials, adding that the raid failed, were told to wait and asked why.",
    '"We hold the bridge," Nowak said, according to a claim that few believe.',
)


@pytest.mark.parametrize("text", TEXTS)
def test_a_cue_scores_the_sum_of_its_features(text: str) -> None:
    weights = {name: int(weight) for name, weight in read_table("cue_weights", "feature", "weight", folder="weights")}
    view = QuotedView(TextView(text))
    seen = 0
    for first, last in view.view.sentences:
        strongest = 0
        for cue in find_cues(view, first, last, list(range(first, last))):
            word = read_word(view, cue.head)
            assert word is not None
            features = cue_features(view, first, last, cue.head, word, strongest)
            assert cue.score == sum(weights.get(feature, 0) for feature in features)
            seen += 1
            if not word.noun and view.inside[cue.head] < 0:
                strongest = max(strongest, word.certainty)
    assert seen > 0


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
