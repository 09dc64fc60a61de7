"""Speakers: who is meant by each source, one speaker for all mentions, confidence, diagnostics."""

from __future__ import annotations

import pytest

import conflictnews as cn
from conflictnews.types import Resolution

from .fixture_files import Case, read_cases

PARSER = cn.Parser().only("speakers")


def show(text: str) -> list[str]:
    """One line an attribution: source > speaker | how | notes; then one line a speaker and a diagnostic."""
    article = PARSER.parse(text)
    lines = []
    for item in article.attributions:
        speaker = item.speaker
        who = item.speaker_name or "nobody"
        notes = [str(item.resolved_by)] + ["anonymous"] * item.anonymous
        lines.append(" | ".join([f"{item.source.of(text) if item.source else '-'} > {who}", *notes]))
    for speaker in article.speakers:
        mentions = "; ".join(span.of(text) for span in speaker.mentions)
        role = [f"role={speaker.role}"] if speaker.role else []
        lines.append(" | ".join([f"* {speaker.name}", str(speaker.kind), *role, mentions]))
    lines += [f"! {item.code} {item.text}" for item in article.diagnostics if item.code == "unresolved-pronoun"]
    return lines


@pytest.mark.parametrize("case", read_cases("speakers"), ids=lambda case: case.id)
def test_fixture(case: Case) -> None:
    assert show(case.text) == case.expected


def test_one_speaker_for_all_mentions() -> None:
    article = PARSER.parse('Karim Haddad said yes. "No," Haddad said. Officials said nothing. He added that it rained.')
    haddad = {id(item.speaker) for item in article.attributions if item.speaker and item.speaker.name == "Karim Haddad"}
    assert len(haddad) == 1
    assert sum(speaker.name == "Karim Haddad" for speaker in article.speakers) == 1


def test_mentions_are_names_and_no_pronouns() -> None:
    article = PARSER.parse("Karim Haddad said it was over. He said it was late. Haddad left.")
    (speaker,) = article.speakers
    assert [span.of(article.text) for span in speaker.mentions] == ["Karim Haddad", "Haddad"]


def test_confidence_falls_from_names_to_pronouns_to_nobody() -> None:
    article = PARSER.parse("Karim Haddad said it was over. He said it was late.\n\nIt rained.\n\nShe said it was cold.")
    by_how = {item.resolved_by: item.confidence for item in article.attributions}
    assert 1 > by_how[Resolution.EXPLICIT] > by_how[Resolution.PRONOUN] > by_how[Resolution.NONE] == 0


@pytest.mark.parametrize("text", ["", "said", '"Yes," said.', "He said so.", '"', "“I said he said she said”"])
def test_no_invented_speaker(text: str) -> None:
    assert all(speaker.anonymous for speaker in PARSER.parse(text).speakers)


@pytest.mark.parametrize("name", ["JOHN HADDAD", "john haddad"])
def test_names_in_odd_case_do_no_harm(name: str) -> None:
    article = PARSER.parse(f'"We will respond," {name} said.')
    assert all(name.startswith(speaker.name) or speaker.anonymous for speaker in article.speakers)
