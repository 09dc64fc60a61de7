"""Whether a date lies ahead: by the verbs and cues before it."""

from __future__ import annotations

from datetime import date

from conflictnews.extractors.dates.scene import Scene
from conflictnews.extractors.dates.words import words
from conflictnews.text.syntax import Syntax
from conflictnews.text.verb_groups import verb_group

__all__ = ["ahead", "nearest_weekday"]

_REACH = 15


def ahead(scene: Scene, position: int) -> bool | None:
    """Whether the verb that a date stands with says that it is to come; None where nothing tells.

    The verb nearest on the left decides; where there is none, one close on the right ("On Monday, talks will ..."). A
    perfect says less than a preposition: "has given them until Friday".
    """
    syntax, cues, hints = scene.view.syntax(position), words("future"), words("future-hint")
    hint: bool | None = None
    for at in range(position - 1, max(scene.start, position - _REACH) - 1, -1):
        word = scene.words[at]
        if word in hints and not (word == "may" and scene.capital(at)):
            hint = True
        elif word in cues:
            return True
        elif syntax.classes[at] in "ve" and (tense := _tense(syntax, at)):
            return hint if hint and tense == "perfect" else tense == "future"
    for at in range(position + 1, min(scene.end, position + _REACH)):
        if syntax.classes[at] in "vex" and (tense := _tense(syntax, at)):
            return tense == "future"
    return hint


def _tense(syntax: Syntax, verb: int) -> str:
    """The tense of a verb that tells when; a participle alone is past, a present tells nothing."""
    group = verb_group(syntax, verb)
    if group.tense == "present" or (group.passive and syntax.words[group.first] == "be"):
        return ""
    return group.tense or "past" * (syntax.classes[verb] == "e")


def nearest_weekday(day: date, weekday: int) -> int:
    """Steps in days to the nearest such weekday, from -3 to 3."""
    return (weekday - day.isoweekday() + 3) % 7 - 3
