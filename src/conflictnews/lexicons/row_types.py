"""The rows of a user's lexicon, as type checkers see them; ``docs/how-to/lexicons.md`` tells what the columns mean."""

from __future__ import annotations

from typing import Required, TypedDict

__all__ = ["ActorRow", "CueRow", "PlaceRow", "TriggerRow", "UnitRow", "WeaponRow"]

_ClassMayBe = TypedDict("_ClassMayBe", {"class": str}, total=False)
_ClassMustBe = TypedDict("_ClassMustBe", {"class": str})


class CueRow(_ClassMayBe, total=False):
    """A word that attributes: its class, how certainly it does, before what, and what the source does with it.

    >>> from conflictnews import Parser
    >>> row: CueRow = {"cue": "clapback", "act": "accuse"}
    >>> Parser().with_lexicon(cues=[row]).parse("It was a lie, Mara Voss clapbacked.").attributions[0].act.value
    'accuse'
    """

    cue: Required[str]
    certainty: int | str
    frames: str
    act: str
    by: str


class TriggerRow(_ClassMustBe, total=False):
    """A word that tells of an event, and the class of such words that it belongs to.

    >>> from conflictnews import Parser
    >>> row: TriggerRow = {"trigger": "torpedo", "class": "rocket-attack"}
    >>> Parser().with_lexicon(triggers=[row]).parse("Rebels torpedoed a ferry near Gao.").events[0].type.value
    'rocket-attack'
    """

    trigger: Required[str]
    pos: str
    noun: str
    source: str


class UnitRow(TypedDict, total=False):
    """A unit of measure: its name, what it measures, the words for it and its symbols, forms parted by "|".

    >>> from conflictnews import Parser
    >>> row: UnitRow = {"unit": "jerib", "dimension": "area", "words": "jerib|jeribs"}
    >>> Parser().with_lexicon(units=[row]).parse("It burned 12 jeribs.").facts[0].unit
    'jerib'
    """

    unit: Required[str]
    ucum: str
    dimension: Required[str]
    words: str
    symbols: str


class WeaponRow(TypedDict):
    """A weapon in the singular, and the kind of event that an attack with it is.

    >>> from conflictnews import Parser
    >>> row: WeaponRow = {"weapon": "thunder lance", "code": "airstrike"}
    >>> Parser().with_lexicon(weapons=[row]).parse("A thunder lance hit a convoy.").events[0].type.value
    'airstrike'
    """

    weapon: str
    code: str


class ActorRow(TypedDict, total=False):
    """An actor: its plain name, what sort it is, its id, its state and names.

    >>> from conflictnews import Parser
    >>> row: ActorRow = {"actor": "Dorn Front", "id": "dorn-front", "kind": "rebel", "state": "MLI", "names": "FDK"}
    >>> Parser().with_lexicon(actors=[row]).parse("The FDK shelled Gao.").events[0].actors[0].id
    'dorn-front'
    """

    actor: Required[str]
    kind: Required[str]
    id: str
    state: str
    backer: str
    parent: str
    names: str


class PlaceRow(TypedDict, total=False):
    """A place: its name and where it is.

    >>> from conflictnews import Parser
    >>> row: PlaceRow = {"name": "Ubundorn", "latitude": 14.2, "longitude": -1.5, "country": "BFA"}
    >>> Parser().with_lexicon(places=[row]).parse("Gunmen shot a guard in Ubundorn.").events[0].location.latitude
    14.2
    """

    name: Required[str]
    latitude: Required[float | str]
    longitude: Required[float | str]
    names: str
    country: str
    admin1: str
    id: str
    population: int | str
    kind: str
