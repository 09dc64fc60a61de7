"""Whether a date lies ahead: by the verbs and cues before it."""

from __future__ import annotations

from datetime import date

from conflictnews.extractors.dates.scene import Scene
from conflictnews.extractors.dates.words import words

__all__ = ["ahead", "nearest_weekday"]

_REACH = 15


def ahead(scene: Scene, position: int) -> bool | None:
    """Whether the nearest cue before a date says that it is to come; None where there is no cue.

    The verb nearest on the left decides; where there is none, one close on the right ("On Monday, talks will ...").
    """
    future, past, weak = words("future"), words("past"), words("future-hint")
    hint: bool | None = None
    for at in range(position - 1, max(scene.start, position - _REACH) - 1, -1):
        word = scene.words[at]
        if word in weak and not (word == "may" and scene.capital(at)):
            hint = True
            continue
        if word in future:
            return True
        if (word in past or _past_participle(scene, at)) and not _passive_to_come(scene, at):
            return False
    for at in range(position + 1, min(scene.end, position + _REACH)):
        word = scene.words[at]
        if word in ("will", "'ll", "would"):
            return word != "would"
        if word in past or _past_participle(scene, at):
            return False
    return hint


def _past_participle(scene: Scene, at: int) -> bool:
    word = scene.words[at]
    return word.endswith("ed") and len(word) > 3 and word[-3] != "e" and not scene.capital(at)


def _passive_to_come(scene: Scene, at: int) -> bool:
    return scene.before(at - 1) in ("be", "get", "is", "are", "to")


def nearest_weekday(day: date, weekday: int) -> int:
    """Steps in days to the nearest such weekday, from -3 to 3."""
    return (weekday - day.isoweekday() + 3) % 7 - 3
