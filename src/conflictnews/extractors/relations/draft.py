"""Draft: an attribution while it is put together, in tokens."""

from __future__ import annotations

import attrs

from conflictnews.types import Act

__all__ = ["Draft", "Range"]

Range = tuple[int, int]


@attrs.define(eq=False)
class Draft:
    """Token ranges of source, cue and content; ``sentence`` is the number of the sentence that holds the cue."""

    sentence: int
    parts: list[Range]
    source: Range | None
    cue: Range | None
    pattern: str
    head: int
    """The cue's head token."""

    certainty: int
    """How surely the cue marks speech (0 to 100); quotations without a cue go on from sure ones."""

    score: int | None = None
    """How surely it is one, as the acceptor has it; None where the acceptor was not asked."""

    act: Act = Act.SAY
