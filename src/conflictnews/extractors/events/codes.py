"""The codes of each kind of event: one table from the library's types to PLOVER, CAMEO and ACLED."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from conflictnews.errors import LexiconError
from conflictnews.lexicons.table import read_table
from conflictnews.types import EventType

__all__ = ["Code", "EventClass", "classes", "codes"]


class Code(NamedTuple):
    """A row of ``event_codes.tsv``."""

    type: EventType
    plover: str | None
    cameo: str | None
    acled: str | None


@cache
def codes() -> dict[str, Code]:
    """The rows by their key.

    >>> codes()["car-bombing"].cameo
    '1832'
    """
    rows = read_table("event_codes", "code", "type", "plover", "cameo", "acled")
    return {key: Code(EventType(kind), *(cell or None for cell in cells)) for key, kind, *cells in rows}


class EventClass(NamedTuple):
    """A row of ``event_classes.tsv``: words that mean one thing and stand in one pattern; ``noun`` is the frame of its nouns."""

    name: str
    code: str
    frame: str
    noun: str


@cache
def classes() -> dict[str, EventClass]:
    """The rows by their name.

    >>> classes()["condemn"].code
    'condemnation'
    """
    found: dict[str, EventClass] = {}
    for name, code, frame, noun, _ in read_table("event_classes", "class", "code", "frame", "noun", "meaning"):
        if code not in codes() and code not in ("-", "by-weapon"):
            raise LexiconError(f"event_classes.tsv: {name!r}: no such code: {code!r}")
        found[name] = EventClass(name, code, frame, noun or frame)
    return found
