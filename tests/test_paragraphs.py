"""Paragraphs: lines of a page, or runs of lines in text that was wrapped by hand."""

from __future__ import annotations

import pytest

from conflictnews.text.paragraphs import paragraph_spans

WRAPPED = """Truce signed in the valley after many weeks of
fighting

   Both sides in the long war signed a truce on
Monday after weeks of talks that had stalled on the fate
of the prisoners, officials of the mission said.

   Nobody knew whether it would hold, and commanders of
the northern front said that they would wait for
orders.
"""


def pieces(text: str) -> list[str]:
    return [" ".join(text[start:end].split()) for start, end in paragraph_spans(text)]


def test_wrapped_lines_join_up_to_a_blank_line() -> None:
    assert pieces(WRAPPED) == [
        "Truce signed in the valley after many weeks of fighting",
        "Both sides in the long war signed a truce on Monday after weeks of talks that had stalled on the fate of the "
        "prisoners, officials of the mission said.",
        "Nobody knew whether it would hold, and commanders of the northern front said that they would wait for orders.",
    ]


def test_windows_line_ends_join_alike() -> None:
    assert pieces(WRAPPED.replace("\n", "\r\n")) == pieces(WRAPPED)


def test_one_wide_line_among_many_leaves_the_text_wrapped() -> None:
    wide = "The address of the mission and all that it wants to be told, on one line: " + "Dorn, " * 9
    text = "\n\n".join([WRAPPED] * 4 + [wide])
    assert pieces(text) == pieces(WRAPPED) * 4 + [wide.strip()]


@pytest.mark.parametrize(
    "text",
    [
        "Truce signed\nBoth sides signed on Monday at the lake.\nNobody knew whether it would hold.\nThe end is open.",
        "Ferry to the northern islands and back again\nbus to the capital on weekdays and Sundays only\nAll sold out.",
        "a\nb\nc\nd\ne",
        "One long line without any end " * 8 + "\nand another one\nand one more\nand the last",
    ],
)
def test_a_line_is_a_paragraph_elsewhere(text: str) -> None:
    assert pieces(text) == [" ".join(line.split()) for line in text.split("\n")]


@pytest.mark.parametrize("separator", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\x85", "\v", "\f"])
def test_any_line_end_parts(separator: str) -> None:
    assert pieces(f"One.{separator}Two.") == ["One.", "Two."]
