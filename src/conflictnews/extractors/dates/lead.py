"""What stands before a period and belongs to it: "late last", "the end of", "earlier this"."""

from __future__ import annotations

from conflictnews.extractors.dates.scene import Scene
from conflictnews.extractors.dates.words import numbers, words

__all__ = ["partitive", "which"]


def which(scene: Scene, first: int) -> tuple[int, int | None]:
    """The steps told by "last", "this past", "next" before token ``first``, and where the expression then begins.

    None in place of the steps where no such word stands there. A part of the period ("the end of") is taken in.
    """
    steps = numbers("which").get(scene.word(first - 1))
    if steps is not None:
        first -= 1
        if scene.word(first - 1) in ("this", "the", "these"):
            first -= 1
    return partitive(scene, first), steps


def partitive(scene: Scene, first: int) -> int:
    """Where an expression begins that takes in a part of its period: "early", "late", "in the middle of"."""
    word = scene.word(first - 1)
    if word == "the" and scene.word(first - 2) == "of":
        begin = _of(scene, first - 1)
        return begin if begin < first - 1 else first
    if word in words("mod"):
        return first - 2 if scene.word(first - 2) == "the" else first - 1
    if word == "of":
        return _of(scene, first)
    return first


def _of(scene: Scene, first: int) -> int:
    """``first`` is the token behind "of"."""
    if scene.word(first - 2) not in words("partitive"):
        return first
    return first - 3 if scene.word(first - 3) in ("the", "this") else first - 2
