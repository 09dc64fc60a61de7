"""Status: whether an event took place, from modality, tense and negation near its trigger."""

from __future__ import annotations

from functools import cache

from conflictnews.extractors.events.noun_phrases import Reading
from conflictnews.lexicons.table import read_table
from conflictnews.types import EventStatus

__all__ = ["status_of"]

_REACH = 7
_TRANSPARENT = frozenset('xrtvegdaunp"')
_VERB_GROUP = frozenset('xrtvegyo"')


@cache
def _cues() -> dict[str, EventStatus]:
    return {cue: EventStatus(status) for cue, status in read_table("event_status", "cue", "status")}


def status_of(reading: Reading, at: int, verbal: bool) -> EventStatus:
    """The status of what the word at ``at`` tells of: the nearest cue before it in its verb group or noun phrase."""
    words, classes, cues = reading.view.words, reading.classes, _cues()
    allowed = _VERB_GROUP if verbal else _TRANSPARENT
    for i in range(at - 1, max(reading.first, at - _REACH) - 1, -1):
        if classes[i] not in allowed and words[i] not in cues:
            break
        status = cues.get(words[i])
        if status is None:
            if not verbal and classes[i] in "ve":
                break  # the governing verb says that it took place
            continue
        if words[i] == "no" and not verbal and i < at - 2:
            continue
        return status
    return EventStatus.OCCURRED
