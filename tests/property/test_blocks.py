"""Blocks on any text: every paragraph is in one, spans are exact, what follows does not change what is settled."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

import conflictnews as cn

LINES = st.sampled_from(
    [
        "Truce signed in valley",
        "Jane Roe",
        "By Jane Roe",
        "March 3, 2019",
        "GENEVA (AFP) - Both sides signed.",
        "Nobody claimed the attack, officials said.",
        "Related Articles",
        "Ex-Aide Velma Orrin Cancels Tour",
        "A file photo of the depot",
        "Police inspect a crater on Tuesday.",
        "",
        "• Truce signed in valley",
        "© 2019 Example",
        "-",
        '"',
    ]
)
PAGES = st.lists(LINES, max_size=12).map("\n".join)
ANY = st.one_of(st.text(max_size=200), PAGES)


DASHES = ("-", "–", "—", "--")
"""What may stand between a caption and the story that is glued to it."""


def starts_of(blocks: tuple[cn.Block, ...]) -> list[int]:
    return [block.span.start for block in blocks]


def without_unseen(text: str) -> str:
    """The text with blanks where a reader of the page would see nothing: soft hyphens, markup."""
    seen = list(text)
    for diagnostic in cn.parse(text).diagnostics:
        if diagnostic.code == "normalized":
            seen[diagnostic.span.start : diagnostic.span.end] = " " * len(diagnostic.text)
    return "".join(seen)


@given(ANY)
@example("\xad")
def test_every_character_but_space_lies_in_one_block(text: str) -> None:
    blocks = cn.parse_blocks(text)
    seen = without_unseen(text)
    assert all(block.text == text[block.span.start : block.span.end] for block in blocks)
    assert all(a.span.end <= b.span.start for a, b in pairwise(blocks))
    ends = [0, *(block.span.end for block in blocks)]
    gaps = [seen[end:start].strip() for end, start in zip(ends, [*starts_of(blocks), len(seen)], strict=True)]
    for gap, before in zip(gaps, [None, *(block.kind for block in blocks)], strict=True):
        assert not gap or (before is cn.BlockKind.CAPTION and gap in DASHES)


@given(ANY)
def test_the_same_text_gives_the_same_blocks(text: str) -> None:
    assert cn.parse_blocks(text) == cn.parse_blocks(text)


@given(st.lists(st.sampled_from(["Both sides signed.", "Nobody claimed the attack."]), min_size=1), LINES)
def test_prose_stays_body_whatever_follows(sentences: list[str], line: str) -> None:
    text = "\n\n".join(sentences)
    before = cn.parse_blocks(text)
    repeated_first_line = len(sentences) > 1 and sentences[0] == sentences[1]
    if not repeated_first_line:
        assert {block.kind for block in before} == {cn.BlockKind.BODY}
    assert cn.parse_blocks(f"{text}\n\n{line}")[: len(before)] == before
