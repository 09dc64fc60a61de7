"""Clauses: of every verb the subject, the object, the prepositional phrases, voice and tense."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import conflictnews as cn
from conflictnews.text.clauses import Clause, clauses_of
from conflictnews.text.phrases import Phrase
from tests.fixture_files import Case, read_cases


def shown(text: str) -> list[str]:
    """A line a verb: "shelled | subject=rebels | object=camp | in=Dorn | past"."""
    view = cn.TextView(text)
    sentences = [first for first, _ in view.sentences]
    return [" | ".join(cells(view, clause)) for first in sentences for clause in clauses_of(view.syntax(first))]


def cells(view: cn.TextView, clause: Clause) -> Iterator[str]:
    yield view.surface(clause.group.first, clause.group.last)
    for name, phrases in (
        ("subject", clause.subjects),
        ("object", clause.objects),
        *((oblique.preposition, oblique.phrases) for oblique in clause.obliques),
    ):
        if phrases:
            yield f"{name}={', '.join(surface(view, phrase) for phrase in phrases)}"
    yield from filter(None, (clause.group.tense, clause.group.modal, "passive" * clause.group.passive))
    yield from ["negated"] * clause.group.negated


def surface(view: cn.TextView, phrase: Phrase) -> str:
    return " ".join(view.surface(phrase.first, phrase.last).split())


@pytest.mark.parametrize("case", read_cases("text/clauses"), ids=lambda case: case.id)
def test_clauses(case: Case) -> None:
    assert shown(case.text) == case.expected
