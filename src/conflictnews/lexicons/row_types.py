"""The rows of a user's lexicon, as type checkers see them; ``docs/how-to/lexicons.md`` tells what the columns mean."""

from __future__ import annotations

from typing import Required, TypedDict

__all__ = ["ActorRow", "CueRow", "PlaceRow", "TriggerRow", "UnitRow", "WeaponRow"]

CueRow = TypedDict(
    "CueRow",
    {"cue": Required[str], "class": str, "certainty": int | str, "frames": str, "act": str, "by": str},
    total=False,
)
TriggerRow = TypedDict(
    "TriggerRow",
    {"trigger": Required[str], "pos": str, "class": Required[str], "noun": str, "source": str},
    total=False,
)


class UnitRow(TypedDict, total=False):
    """A unit of measure: its name, what it measures, the words for it and its symbols, forms parted by "|"."""

    unit: Required[str]
    ucum: str
    dimension: Required[str]
    words: str
    symbols: str


class WeaponRow(TypedDict):
    """A weapon in the singular, and the kind of event that an attack with it is."""

    weapon: str
    code: str


class ActorRow(TypedDict, total=False):
    """An actor: its plain name, what sort it is, its id, its state and names."""

    actor: Required[str]
    kind: Required[str]
    id: str
    state: str
    backer: str
    parent: str
    names: str


class PlaceRow(TypedDict, total=False):
    """A place: its name and where it is."""

    name: Required[str]
    latitude: Required[float | str]
    longitude: Required[float | str]
    names: str
    country: str
    admin1: str
    id: str
    population: int | str
    kind: str
