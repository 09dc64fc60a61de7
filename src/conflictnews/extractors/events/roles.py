"""Roles: what a frame gives to the noun phrases around a trigger, and how they are filled."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import attrs

from conflictnews.extractors.events.names import (
    can_act,
    culprit_behind,
    names_body,
    participant,
    participant_behind,
    party_at,
)
from conflictnews.extractors.events.parties import party_of
from conflictnews.extractors.events.places import PLACING, is_locality, is_town, place
from conflictnews.extractors.events.remains import whose_remains
from conflictnews.extractors.events.sentence import Reading
from conflictnews.extractors.events.trigger_table import context_words
from conflictnews.extractors.events.triggers import event_nouns
from conflictnews.extractors.events.weapon_owners import owner_of
from conflictnews.extractors.events.weapons import Weapon, weapon_ending
from conflictnews.extractors.facilities import facilities
from conflictnews.lexicons.table import read_table
from conflictnews.text.clauses import obliques_from
from conflictnews.text.closed_words import closed_words
from conflictnews.text.nouns import nouns
from conflictnews.text.phrases import Phrase
from conflictnews.types import EventArgument, SpeakerKind

__all__ = ["Frame", "Roles", "fill", "fill_obliques", "frames", "is_event_noun"]


class Frame(NamedTuple):
    """A row of ``event_frames.tsv``."""

    subject: str
    object: str
    before: str
    prepositions: dict[str, str]


@attrs.define
class Roles:
    """What was found around a trigger, still to be judged."""

    actors: list[EventArgument] = attrs.field(factory=list)
    targets: list[EventArgument] = attrs.field(factory=list)
    moved: list[EventArgument] = attrs.field(factory=list)
    """Forces that are moved: they act where nobody is told to move them ("troops were deployed")."""
    location: EventArgument | None = None
    weapons: list[Weapon] = attrs.field(factory=list)
    cause: int | None = None
    """The token of the event noun that did it: "killed in a rocket attack", "the attack killed two"."""
    pronouns: list[tuple[str, int]] = attrs.field(factory=list)
    """The roles that pronouns have, with their tokens."""
    pronoun: bool = False
    """Whether a pronoun stands for somebody in it: nobody is named, yet it is told of somebody."""
    flown: bool = False
    """Whether aircraft act of which nothing tells whose they are."""
    reduced: bool = False
    """A participle that stands for a relative clause: "the militia backed by Iran"."""


_APART = frozenset({"after", "amid", "before", "since", "until", "despite", "pending", "following"})
"""Prepositions that bring what happened at another time, with who did that."""


_ABOUT = frozenset({"against", "over", "about", "for"})
"""Prepositions that bring what a protest is about: who did that is told behind it."""


_CAUSING = frozenset({"in", "during", "by", "following"})
_INSIDE = frozenset({"in", "inside"})
_BODIES = frozenset({SpeakerKind.ORGANISATION, SpeakerKind.GROUP})
_BESIDE = frozenset({"at", "near"})
_PARTIES = ("person", "armed", "forces", "troops", "crowd", "police", "group", "body", "materiel", "aircraft")


@cache
def frames() -> dict[str, Frame]:
    """The frames by name."""
    rows = read_table("event_frames", "frame", "subject", "object", "before", "prepositions")
    return {
        name: Frame(
            subject, obj, before, {p: role for p, _, role in (pair.partition(":") for pair in prepositions.split())}
        )
        for name, subject, obj, before, prepositions in rows
    }


def fill(reading: Reading, roles: Roles, role: str, phrase: Phrase) -> None:
    """Give a noun phrase its role, unless it is a weapon, an event or a word that nobody can be."""
    if role in ("source", "culprit") and not _is_part_of_name(reading, phrase):
        origin = (culprit_behind if role == "culprit" else participant_behind)(reading, phrase)
        if origin is not None:
            roles.targets.append(origin)
        return
    told = whose_remains(reading, phrase) if role == "target" else phrase
    if told is not None and role in ("actor", "target", "weapon", "moved"):
        _fill_party(reading, roles, role, told)


def _fill_party(reading: Reading, roles: Roles, role: str, phrase: Phrase) -> None:
    """Give a noun phrase the role of one who takes part, or of a weapon."""
    found = weapon_ending(reading.view, phrase.first, phrase.head + 1)
    if found:
        roles.weapons += found
        owner = owner_of(reading, phrase) if role == "actor" and found[-1][2] == "airstrike" else None
        roles.actors += [] if owner is None else [owner]
        return
    if role == "actor" and reading.view.words[phrase.head] in nouns("aircraft") and not _is_of_forces(reading, phrase):
        roles.flown = True
        return
    if role == "moved":
        roles.moved += _forces(reading, phrase)
    if role in ("weapon", "moved") or is_event_noun(reading, phrase) or _is_part_of_name(reading, phrase):
        return
    if reading.classes[phrase.head] == "y" or (
        reading.view.words[phrase.head] in nouns("abstract") and not names_body(reading, phrase)
    ):
        return
    if role == "actor" and (not can_act(reading, phrase) or _is_nobody(reading, phrase)):
        return
    argument = participant(reading, phrase, role == "actor")
    if argument is not None:
        (roles.actors if role == "actor" else roles.targets).append(argument)


def _forces(reading: Reading, phrase: Phrase) -> list[EventArgument]:
    """The forces that a noun phrase is: "two battalions of the army", "riot police"; not "observers"."""
    found = participant(reading, phrase, acts=True)
    if found is None:
        return []
    party = party_of(found.name)
    return [found] if party.bears_arms or party.force or party.police else []


def _is_part_of_name(reading: Reading, phrase: Phrase) -> bool:
    """ "Transport" of "the Ministry of Infrastructure and Transport"."""
    whole = reading.name_over(phrase.first) if phrase.first not in reading.names else None
    return whole is not None and whole.kind in _BODIES and phrase.head < whole.last


def _is_of_forces(reading: Reading, phrase: Phrase) -> bool:
    """Whether aircraft are told whose they are: "Borland army helicopters", "military planes", "coalition jets"."""
    before = range(phrase.first, phrase.head)
    forces = nouns("forces", "military", "body", "armed")
    return any(reading.view.words[at] in forces or party_at(reading, at) is not None for at in before)


def _is_nobody(reading: Reading, phrase: Phrase) -> bool:
    """ "No group has claimed the attack"."""
    return phrase.first > reading.first and reading.view.words[phrase.first - 1] == "no"


def fill_obliques(reading: Reading, after: int, passed: int, frame: Frame, roles: Roles) -> None:
    """Give the prepositional phrases from ``after`` on, past an object that ends at ``passed``, their roles."""
    struck: EventArgument | None = None
    done_by = False
    apart = False
    for preposition, phrases in obliques_from(reading.syntax, after, passed):
        role = frame.prepositions.get(preposition)
        apart = apart or preposition in _APART or (preposition in _ABOUT and is_event_noun(reading, phrases[0]))
        if apart and role == "actor":
            continue  # "was freed after its occupation by the group", "protested against a murder by rebels"
        beside = done_by and role == "target" and preposition in ("on", "with")
        done_by = done_by or preposition == "by"
        if beside and not _strikes(
            reading, roles, phrases[0]
        ):  # "by two men on a motorcycle", "by rebels on the coast"
            roles.location = roles.location or (_named_place(reading, phrases[0]) if preposition == "on" else None)
        elif preposition in _CAUSING and role != "target" and _is_cause(reading, roles, preposition, phrases[0]):
            roles.cause = phrases[0].head
        elif role == "location" or (role is None and preposition in PLACING):
            _fill_place(reading, preposition, phrases[0], frame, roles)
        elif role == "target" and _only_says_where(reading, roles, frame, preposition, phrases[0]):
            roles.location = roles.location or _named_place(reading, phrases[0])
        elif role:
            for phrase in phrases:
                fill(reading, roles, role, phrase)
            if role == "target" and preposition in PLACING and struck is None:
                struck = _inner_place(reading, phrases[0])
        if _tells_another(reading, phrases):
            break  # "the killing of the general and an attack against the base": what follows is the second's
    roles.location = roles.location or struck


def _fill_place(reading: Reading, preposition: str, phrase: Phrase, frame: Frame, roles: Roles) -> None:
    if roles.location is None or roles.location.name.islower():  # "in their home in Guerrero"
        roles.location = place(reading, phrase) or roles.location
    if preposition in _INSIDE and "under" in frame.prepositions and _may_be_bombed(reading, phrase):
        fill(reading, roles, "target", phrase)


def _may_be_bombed(reading: Reading, phrase: Phrase) -> bool:
    """Whether a bomb inside of something is meant for it: "placed a bomb IN A BANK", not "in a suitcase"."""
    head = reading.view.words[phrase.head]
    built = head in nouns("thing", "organisation") or head in facilities()
    spread = head in nouns("place", "named-place", "anyplace")  # "in the area", "in Dorn town", "in the road"
    return built and not spread and head not in context_words("carrying-bombs")


def _strikes(reading: Reading, roles: Roles, phrase: Phrase) -> bool:
    """Whether "on" behind who did it brings what was struck: "an attack by gunmen ON A VILLAGE"."""
    on = reading.view.words[max(reading.first, phrase.first - 3) : phrase.first]
    head = reading.view.words[phrase.head]
    if head in nouns("abstract", "occasion") or reading.classes[phrase.head] == "y":
        return False  # "an attack by rebels on the eve of elections"
    return "on" in on and not roles.targets and head not in closed_words("mount", "way")


def _named_place(reading: Reading, phrase: Phrase) -> EventArgument | None:
    found = place(reading, phrase)
    return None if found is None or found.name.islower() else found  # not "on the road"


def _only_says_where(reading: Reading, roles: Roles, frame: Frame, preposition: str, phrase: Phrase) -> bool:
    """Whether a phrase is where it was, and no target: "the ambush AT URI", "shot two men NEAR THE STATION".

    Not of what explodes or is attacked "near the station", nor of whom something is thrown at.
    """
    if preposition in _BESIDE and is_town(reading, phrase):
        return True
    party = reading.view.words[phrase.head] in nouns(*_PARTIES)
    throws = "weapon" in (frame.subject, frame.object)
    apart = (preposition == "at" and not throws) or frame.prepositions.keys().isdisjoint(("near", "on"))
    if preposition in _BESIDE and apart and roles.targets and not party:
        return True  # "shot two men at a bank"
    where = is_locality(reading, phrase) or reading.view.words[phrase.head] in nouns("place", "named-place")
    return preposition in PLACING and bool(roles.targets) and where


def _tells_another(reading: Reading, phrases: list[Phrase]) -> bool:
    return any(is_event_noun(reading, phrase) for phrase in phrases[1:])


def _is_cause(reading: Reading, roles: Roles, preposition: str, phrase: Phrase) -> bool:
    """Whether a phrase is the first that tells of what did it: "killed in A RAID", "killed by AN AIRSTRIKE".

    So is what is new behind "following": "killed following AN AMBUSH", not "THE AMBUSH".
    """
    if roles.cause is not None or not is_event_noun(reading, phrase):
        return False
    return preposition != "following" or reading.view.words[phrase.first - 1] not in closed_words("definite")


def _inner_place(reading: Reading, phrase: Phrase) -> EventArgument | None:
    """A place that is struck is where it happened too; a person is none."""
    name = reading.name_over(phrase.head)
    if name is not None and name.kind is SpeakerKind.PERSON and reading.name_over(phrase.head - 1) == name:
        return None
    found = place(reading, phrase)
    if found is None or not reading.view.text[found.span.end - 1].isalnum() or not _named(reading, phrase):
        return None
    return found


def _named(reading: Reading, phrase: Phrase) -> bool:
    return reading.view.is_capital(phrase.head)


def is_event_noun(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase tells of violence: "the raid"."""
    return reading.view.words[phrase.head] in event_nouns()
