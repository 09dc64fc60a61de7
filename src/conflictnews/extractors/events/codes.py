"""The codes of each kind of event: one table from the library's types to PLOVER, CAMEO and ACLED."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from conflictnews.errors import LexiconError
from conflictnews.lexicons.table import read_table
from conflictnews.text.nouns import nouns
from conflictnews.types import EventStatus, EventType

__all__ = ["Code", "EventClass", "classes", "codes"]


class Code(NamedTuple):
    """A row of ``event_codes.tsv``."""

    type: EventType
    plover: str | None
    cameo: str | None
    acled: str | None
    needs: str
    """Who must be told: actor, both, one of them, an actor of a noun; empty where nobody must."""
    deed: str
    """Blast, attack or harm; empty for other kinds."""
    placed: bool
    announced: str
    """The code of one that is only announced; empty where it stays the same."""
    unarmed: bool
    """Whether people without arms do it too."""
    status: EventStatus
    """The status that it has where nothing near tells another."""

    @property
    def violent(self) -> bool:
        """Whether people or things are attacked."""
        return self.plover == "ASSAULT"

    @property
    def attack(self) -> bool:
        """Whether it is an attack that harm may belong to."""
        return self.deed in ("attack", "blast")


_CELLS = {
    "needs": ("", "actor", "both", "one", "noun actor"),
    "deed": ("", "blast", "attack", "harm"),
    "place": ("", "no"),
    "unarmed": ("", "yes"),
}


@cache
def codes() -> dict[str, Code]:
    """The rows by their key.

    >>> codes()["car-bombing"].cameo, codes()["aid"].announced
    ('1832', 'agreement')
    """
    found: dict[str, Code] = {}
    rows = read_table(
        "event_codes", "code", "type", "plover", "cameo", "acled", "needs", "deed", "place", "announced", "unarmed",
        "status",
    )  # fmt: skip
    for key, kind, plover, cameo, acled, needs, deed, place, announced, unarmed, status in rows:
        for column, cell in zip(_CELLS, (needs, deed, place, unarmed), strict=True):
            if cell not in _CELLS[column]:
                raise LexiconError(f"event_codes.tsv: {key!r}: {column} must be one of {_CELLS[column]}, not {cell!r}")
        system = (plover or None, cameo or None, acled or None)
        told = EventStatus(status or EventStatus.OCCURRED)
        found[key] = Code(EventType(kind), *system, needs, deed, place != "no", announced, unarmed == "yes", told)
    return found


class EventClass(NamedTuple):
    """A row of ``event_classes.tsv``: words of one meaning and pattern; ``noun`` is the frame of its nouns."""

    name: str
    code: str
    frame: str
    noun: str
    actors: frozenset[str]
    """The nouns of which one must head the name of somebody who acts; empty where anybody may."""
    people: str
    """The code where only people suffer it; "only" where nothing else can; empty where it makes no difference."""
    fighters: str
    """The code where only people with arms suffer it; empty where it makes no difference."""


@cache
def classes() -> dict[str, EventClass]:
    """The rows by their name.

    >>> classes()["condemn"].code
    'condemnation'
    """
    found: dict[str, EventClass] = {}
    rows = read_table("event_classes", "class", "code", "frame", "noun", "actors", "people", "fighters", "meaning")
    for name, code, frame, noun, actors, people, fighters, _ in rows:
        named = {code, people, fighters} - {"", "-", "by-weapon", "only"}
        if not code or not named <= codes().keys():
            raise LexiconError(f"event_classes.tsv: {name!r}: not all of {sorted(named)} are codes")
        found[name] = EventClass(name, code, frame, noun or frame, nouns(*actors.split()), people, fighters)
    return found
