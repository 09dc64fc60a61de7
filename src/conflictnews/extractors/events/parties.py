"""Parties: what the words of a participant's name tell of it: people or not, with arms or without, of which side."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from conflictnews.extractors.events.trigger_table import context_words
from conflictnews.register.groups import is_group
from conflictnews.register.states import is_state
from conflictnews.text.nouns import nouns

__all__ = ["Party", "head_of", "head_word", "party_of"]


class Party(NamedTuple):
    """What a name tells; a name that tells nothing is nothing."""

    people: bool
    """People by the head of the name: "two soldiers", "the leader of the front"."""
    bears_arms: bool
    """An armed group, armed people, or the forces of a state."""
    unarmed: bool
    """People without arms: "villagers", "members of the Workers' Party"; not "members of the brigade"."""
    force: bool
    """An armed group or of the forces of a state: "two soldiers", "a police station", "armed men"."""
    civilian: bool
    """People, a place or a thing that no force is."""
    protester: bool
    """People who demonstrate: "student protesters"."""
    police: bool
    """Of the police: "police forces", "two constables"."""
    regular: bool
    """Of the army or the police of a state: "security forces", not "rebel forces"."""


def head_of(words: list[str]) -> int:
    """Where the head of a noun phrase stands among its words: before its first "of", else last."""
    return words.index("of") - 1 if "of" in words[1:] else len(words) - 1


def head_word(name: str) -> str:
    """The word that heads a name, folded.

    >>> head_word("dozens of Protesters")
    'dozens'
    """
    words = name.casefold().split()
    return words[head_of(words)]


@lru_cache(maxsize=1 << 12)
def party_of(name: str) -> Party:
    """What a name tells of the party that bears it.

    >>> party_of("members of the Workers' Party").unarmed, party_of("armed men").force
    (True, True)
    """
    folded = name.casefold().replace("’", "'").split()
    words = [word.removesuffix("'s").strip("()") or word for word in folded]
    head, known, group = words[head_of(words)], set(words), is_group(name)
    military = not nouns("military").isdisjoint(known)
    armed = not context_words("bearing-arms").isdisjoint(known)
    unspecified = head in nouns("unspecified") or words == ["group"]
    bears_arms = group or (unspecified and armed) or not nouns("armed", "forces").isdisjoint((words[-1], head))
    civil = head in nouns("crowd") or not nouns("civic").isdisjoint(known)
    unarmed = civil and not (group or military or armed or is_state(name))
    force = military or (bears_arms and head not in nouns("crowd") and not unarmed)
    if unspecified:
        force = military or armed
    return Party(
        people=head in nouns("armed", "person"),
        bears_arms=bears_arms,
        unarmed=unarmed,
        force=force,
        civilian=not force and (unarmed or name.split()[head_of(words)].islower()),
        protester=head in nouns("protester"),
        police=not nouns("police").isdisjoint(known),
        regular=not group and head in _regulars() and known.isdisjoint(_irregulars()),
    )


@cache
def _irregulars() -> frozenset[str]:
    """Nouns of people with arms whom no state sends."""
    return nouns("armed") - nouns("troops", "police")


@cache
def _regulars() -> frozenset[str]:
    """Nouns of those whom a state sends."""
    return nouns("military", "troops", "police") - _irregulars()
