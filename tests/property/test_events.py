"""Events on any text: exact offsets, no exception, the same answer twice; what follows leaves earlier events alone."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

import conflictnews as cn
from conflictnews.lexicons.table import read_table
from conflictnews.types import Event, Span
from tests.property.strategies import any_text, news

ROWS = read_table("event_triggers", "trigger", "pos", "class", "noun", "source")
SETS = read_table("event_words", "set", "kind", "words", "source")
TRIGGERS = [row[0].replace(" …", "") for row in ROWS if "{" not in row[0]] + [
    word for row in SETS for word in row[2].split("|")
]
WORDS = st.sampled_from(
    [*TRIGGERS, "rebels", "the army", "Iran", "U.S.", "a bus", "two rockets", "by", "in", "of", "to", "and", "that",
     "were", "had", "not", ",", ".", "'s", "(", ")", "who", "it", "on Monday", "Erbil"]
)  # fmt: skip
SOUP = st.lists(WORDS, max_size=40).map(" ".join)
ODDLY_SPACED = st.lists(
    st.tuples(WORDS, st.sampled_from([" ", " ", "  ", "\n", "\u00a0", "\t", "-", "", '"'])), max_size=40
).map(lambda pairs: "".join(word + space for word, space in pairs))


def spans(event: Event) -> Iterator[Span]:
    yield event.span
    yield from event.mentions
    for argument in (*event.actors, *event.targets, *event.weapons, event.location, event.claimed_by):
        if argument is not None:
            yield argument.span


@given(any_text() | news() | SOUP)
def test_spans_are_exact_and_answers_repeat(text: str) -> None:
    found = cn.parse(text).events
    assert found == cn.parse(text).events
    for event in found:
        assert event.text == event.span.of(text)
        assert event.span in event.mentions
        for span in spans(event):
            surface = span.of(text)
            assert surface
            assert surface == surface.strip()


@given(ODDLY_SPACED)
def test_argument_names_are_plain(text: str) -> None:
    for event in cn.parse(text).events:
        for argument in (*event.actors, *event.targets):
            assert argument.name == " ".join(argument.name.split())
            assert argument.name[0].isalnum() or argument.name[0] in "\"'-"


@given(news())
def test_a_paragraph_after_leaves_earlier_events_alone(text: str) -> None:
    before = cn.parse(text).events
    after = cn.parse(f"{text}\n\nThe weather in the valley was mild and the harvest was good.\n").events
    assert [event.span for event in after] == [event.span for event in before]


@given(st.sampled_from(["rebels", "gunmen", "soldiers"]), st.sampled_from(["a bus", "the bank", "a convoy"]))
def test_the_passive_tells_the_same(actor: str, target: str) -> None:
    active = cn.parse(f"Yesterday {actor} ambushed {target} near Mosul.").events
    passive = cn.parse(f"Yesterday {target} was ambushed by {actor} near Mosul.").events
    assert [sorted(argument.name for argument in (*event.actors, *event.targets)) for event in active] == [
        sorted(argument.name for argument in (*event.actors, *event.targets)) for event in passive
    ]
    assert [event.type for event in active] == [event.type for event in passive]
