"""Noun chunks, phrases and clauses of any sentence: inside it, in order, apart; the same whenever they are read."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

import conflictnews as cn
from conflictnews.text.clauses import clauses_of, objects_from, obliques_from
from conflictnews.text.phrases import Phrase
from conflictnews.text.subjects import subject_of
from conflictnews.text.syntax import Syntax
from tests.property.strategies import any_text, news

SOUP = st.lists(
    st.sampled_from(
        "the a three rebels army killed said who which that and or of in by to was been being not , . ( ) ; : ' 's "
        "shot dead men at least Iran 's told him it attacking wounded Monday near more than 5 - “ ” & Voss".split()
    ),
    max_size=40,
).map(" ".join)
TEXTS = st.one_of(any_text(), news(), SOUP)


def sentences(text: str) -> list[Syntax]:
    view = cn.TextView(text)
    return [view.syntax(first) for first, _ in view.sentences]


def inside(phrases: list[Phrase], syntax: Syntax) -> bool:
    return all(syntax.first <= phrase.first <= phrase.head < phrase.last <= syntax.last for phrase in phrases)


@given(TEXTS)
def test_chunks_stand_apart_in_their_sentence(text: str) -> None:
    for syntax in sentences(text):
        chunks = syntax.chunks.items
        assert all(syntax.first <= chunk.first <= chunk.head < chunk.last <= syntax.last for chunk in chunks)
        assert all(one.last <= other.first for one, other in pairwise(chunks))
        held = {at: chunk for chunk in chunks for at in range(chunk.first, chunk.last)}
        assert all(syntax.chunk(at) == held.get(at) for at in range(syntax.first, syntax.last))


@given(TEXTS)
def test_every_token_has_one_class(text: str) -> None:
    for syntax in sentences(text):
        assert all(len(syntax.classes[at]) == 1 for at in range(syntax.first, syntax.last))


@given(TEXTS)
@example("<.0")
def test_what_belongs_to_a_word_stands_in_its_sentence(text: str) -> None:
    for syntax in sentences(text):
        for at in range(syntax.first, syntax.last):
            subject = subject_of(syntax, at)
            if subject is not None:
                assert syntax.first <= subject.at < at
                assert inside(subject.phrases, syntax)
            objects = objects_from(syntax, at)
            assert inside(objects, syntax)
            assert all(phrase.first >= at for phrase in objects)
            for oblique in obliques_from(syntax, at, at):
                assert inside(oblique.phrases, syntax)
                assert all(phrase.first > at for phrase in oblique.phrases)


@given(TEXTS)
def test_clauses_have_one_verb_each_and_hold_to_their_sentence(text: str) -> None:
    for syntax in sentences(text):
        clauses = list(clauses_of(syntax))
        verbs = [clause.verb for clause in clauses]
        assert verbs == sorted(set(verbs))
        for clause in clauses:
            assert syntax.first <= clause.verb < syntax.last
            assert clause.governor == -1 or syntax.first <= clause.governor < syntax.last
            assert inside(clause.subjects + clause.objects, syntax)
            assert not (clause.group.passive and clause.objects)
            assert all(inside(oblique.phrases, syntax) for oblique in clause.obliques)


@given(TEXTS)
def test_the_same_whichever_sentence_is_asked_first(text: str) -> None:
    forward, backward = cn.TextView(text), cn.TextView(text)
    ahead = [forward.syntax(first).chunks for first, _ in forward.sentences]
    back = [backward.syntax(first).chunks for first, _ in reversed(backward.sentences)]
    assert ahead == back[::-1]
