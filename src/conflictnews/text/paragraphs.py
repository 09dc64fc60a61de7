"""Paragraphs: the lines of a page, or runs of lines where the text was wrapped by hand."""

from __future__ import annotations

import re
from itertools import pairwise

__all__ = ["paragraph_spans"]

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]++")
_WRAP_WIDTH = (45, 100)
_ODD = 20
"""Of so many lines one may be wider: an address, a table, what somebody pasted in."""


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
    """Hardly a line is wide, and of the lines that nothing parts from the next, many are cut in mid-sentence."""
    if len(lines) < 4:
        return False
    widths = sorted(end - start for start, end in lines)
    widest = widths[-1 - len(lines) // _ODD]
    if not _WRAP_WIDTH[0] <= widest <= _WRAP_WIDTH[1]:
        return False
    pairs = [pair for pair in pairwise(lines) if not _parted(text, *pair)]
    flowing = sum(
        end - start > 0.6 * widest and text[end - 1] not in '.?!"”:' and text[after].islower()
        for (start, end), (after, _) in pairs
    )
    return flowing > 1 and flowing >= 0.3 * len(pairs)


def _parted(text: str, before: tuple[int, int], after: tuple[int, int]) -> bool:
    """Whether a blank line or an indent stands between two lines."""
    gap = text[before[1] : after[0]]
    return gap.replace("\r", "").count("\n") >= 2 or bool(gap.rsplit("\n", 1)[-1])


def _joined(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    for line in lines:
        if not out or _parted(text, out[-1], line):
            out.append(line)
        else:
            out[-1] = (out[-1][0], line[1])
    return out
