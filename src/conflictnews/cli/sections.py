"""What the terminal shows, before it is laid out: sections of rows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import attrs

from conflictnews.types import Article

__all__ = ["Line", "Section", "counted", "flat", "short", "title_of", "visible"]


_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""What steers a terminal, or turns the direction of a line: no text may do that."""


@attrs.frozen
class Line:
    """A row: a label, its small print, and what there is to say, perhaps behind a lead (the cue)."""

    label: str
    text: str
    note: str = ""
    lead: str = ""


@attrs.frozen
class Section:
    """A heading and its rows."""

    title: str
    lines: Sequence[Line]


def flat(text: str) -> str:
    """A text in one line, without control characters.

    >>> flat("a   b")
    'a b'
    """
    return _CONTROL.sub("\ufffd", " ".join(text.split()))


def visible(name: str) -> str:
    r"""A name of a file with its control characters written out.

    >>> print(visible("a\x1b[2J.txt"))
    a\x1b[2J.txt
    """
    return _CONTROL.sub(lambda found: repr(found[0])[1:-1], name)


def short(text: str, limit: int = 280) -> str:
    """A text in one line, cut at a word where it is long."""
    line = flat(text)
    if len(line) <= limit:
        return line
    cut = line.rfind(" ", limit // 2, limit)
    return line[: cut if cut > 0 else limit] + " …"


def title_of(article: Article) -> str:
    """The headline, else the beginning of the text."""
    return short(article.title.text if article.title else article.text, 100) or "(no text)"


def counted(items: Iterable[str]) -> str:
    """Texts joined by a dot, repeated ones with their number.

    >>> counted(["two rockets", "40 people", "two rockets"])
    'two rockets (2×) · 40 people'
    """
    counts: dict[str, int] = {}
    for item in items:
        counts[item] = counts.get(item, 0) + 1
    return " · ".join(item if count == 1 else f"{item} ({count}×)" for item, count in counts.items())
