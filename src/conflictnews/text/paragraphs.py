"""Paragraphs: the lines of a page, or runs of lines where the text was wrapped by hand."""

from __future__ import annotations

import re
from itertools import pairwise

__all__ = ["paragraph_spans"]

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]++")
_WRAP_WIDTH = (45, 100)


def paragraph_spans(text: str) -> list[tuple[int, int]]:
    r"""Half-open offsets of each paragraph, without the white space around it.

    A line is a paragraph, unless the text is hard-wrapped: then lines join up to the next blank or indented line.

    >>> paragraph_spans("Title\n\n  Body. ")
    [(0, 5), (9, 14)]
    """
    lines = [_trimmed(text, *match.span()) for match in _LINE.finditer(text)]
    lines = [line for line in lines if line[0] < line[1]]
    return _joined(text, lines) if _hard_wrapped(text, lines) else lines


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _hard_wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    """Most lines have one width and end in mid-sentence, and the next begins in lower case often enough."""
    if len(lines) < 4:
        return False
    widest = max(end - start for start, end in lines)
    if not _WRAP_WIDTH[0] <= widest <= _WRAP_WIDTH[1]:
        return False
    pairs = list(pairwise(lines))
    flowing = sum(
        end - start > 0.6 * widest and text[end - 1] not in '.?!"”:' and text[after].islower()
        for (start, end), (after, _) in pairs
    )
    return flowing >= 0.3 * len(pairs)


def _joined(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    for start, end in lines:
        gap = text[out[-1][1] : start] if out else "\n\n"
        if gap.replace("\r", "").count("\n") >= 2 or gap.rsplit("\n", 1)[-1]:
            out.append((start, end))
        else:
            out[-1] = (out[-1][0], end)
    return out
