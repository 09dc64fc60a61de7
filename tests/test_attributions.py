"""Who said what: fixtures of attributions, in every order and form."""

from __future__ import annotations

import pytest

import conflictnews as cn
from tests.fixture_files import Case, read_cases


def show(article: cn.Article) -> list[str]:
    """One line an attribution: [source] <cue> content // content | kind | speaker | resolved_by | medium | via."""
    text = article.text

    def words(span: cn.Span | None) -> str:
        return " ".join(span.of(text).split()) if span else ""

    lines = []
    for item in article.attributions:
        content = " // ".join(words(span) for span in item.content)
        notes = [item.kind, item.speaker_name or "nobody", item.resolved_by]
        notes += [f"medium={item.medium}"] if item.medium else []
        notes += [f"via={item.via}"] if item.via else []
        lines.append(" | ".join([f"[{words(item.source)}] <{words(item.cue)}> {content}", *notes]))
    return lines


@pytest.mark.parametrize("case", read_cases("attributions"), ids=lambda case: case.title)
def test_fixture(case: Case) -> None:
    assert show(cn.parse(case.text, published=case.published)) == case.expected


def test_a_new_cue_verb_needs_no_code(monkeypatch: pytest.MonkeyPatch) -> None:
    from conflictnews.extractors.relations import cues, scoring
    from conflictnews.text.morphology import verb_forms

    words = dict(cues.cue_words())
    row = cues.CueWord("bellow", "verb", 90, {})
    words |= dict.fromkeys(verb_forms("bellow").all(), cues.CueForms(verb=row))
    monkeypatch.setattr(scoring, "cue_words", lambda: words)
    text = "The colonel bellowed that the bridge was mined."
    attribution = cn.parse(text).attributions[0]
    assert attribution.cue is not None
    assert attribution.cue.of(text) == "bellowed"
    assert [span.of(text) for span in attribution.content] == ["that the bridge was mined"]


@pytest.mark.parametrize(
    ("text", "act", "is_speech"),
    [
        ("The mayor said the bridge fell.", cn.Act.SAY, True),
        ("The army denied that it shelled Dorn.", cn.Act.DENY, True),
        ("The group claimed that it had won.", cn.Act.CLAIM, True),
        ("The minister demanded that the rebels leave.", cn.Act.DEMAND, True),
        ("The mayor believes that the war is over.", cn.Act.BELIEVE, False),
        ("Officials fear that the dam will break.", cn.Act.FEAR, False),
        ("A report showed that two bridges had fallen.", cn.Act.SHOW, True),
        ("According to the mayor, the bridge fell.", cn.Act.SAY, True),
    ],
)
def test_an_attribution_tells_what_its_source_does(text: str, act: cn.Act, is_speech: bool) -> None:
    assert [(one.act, one.act.is_speech) for one in cn.parse(text).attributions] == [(act, is_speech)]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen attacked the checkpoint after the blast, battling with soldiers.",
        "The mission was also attacked by militant gunmen earlier this year.",
        "The army launched an operation to free the hostages.",
    ],
)
def test_a_deed_attributes_nothing(text: str) -> None:
    assert not cn.parse(text).attributions
