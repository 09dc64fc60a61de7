"""Paragraph: a paragraph of the page as the block rules see it, with its words without the marks."""

from __future__ import annotations

from typing import NamedTuple

from conflictnews.text import TextView

__all__ = ["Paragraph", "words_of"]

_FINAL_STOPS = ".?!…;:,。؟！？"
_CLOSING_MARKS = "\"'”’»›)]"


class Paragraph(NamedTuple):
    """Half-open offsets of a paragraph, and its tokens."""

    start: int
    end: int
    first: int
    last: int

    def is_prose(self, text: str) -> bool:
        """Whether it ends as a sentence does, or is too long to be anything else."""
        return self.end - self.start > 250 or self.final_mark(text) in ".?!…。؟！？"

    def final_mark(self, text: str) -> str:
        """The stop at the end, also inside closing quotation marks; else the last character."""
        at = self.end - 1
        for _ in range(3):
            if at > self.start and text[at] in _CLOSING_MARKS:
                at -= 1
        return text[at] if text[at] in _FINAL_STOPS else text[self.end - 1]


def words_of(view: TextView, paragraph: Paragraph, most: int) -> list[str]:
    """Its folded words without marks, at most so many; "'s" and "©" count as words."""
    tokens = view.words[paragraph.first : min(paragraph.last, paragraph.first + 2 * most)]
    return [word for word in tokens if word[0].isalnum() or word in ("©", "'s")][:most]
