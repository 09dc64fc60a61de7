"""Homographs: words that are a noun or a verb of saying by what stands around: "witnesses CLAIM", "Reuters REPORTS"."""

from __future__ import annotations

from conflictnews.lexicons.table import word_set, word_sets
from conflictnews.text.nouns import is_person, is_plural

__all__ = ["HOMOGRAPHS", "verbs_of_saying"]

_STATING = frozenset({"states"})
"""Plurals that before "that" tell what somebody says, where no "which" could be meant."""
_CLAIMING, _RELAYING = frozenset({"claim"}), frozenset({"reports"})
_OF_PLACE = frozenset({"in", "of", "from"})
_SHOUTING = frozenset({"shouts", "yells", "cries", "chants", "whispers", "screams"})
_BEFORE_SPEECH = frozenset({":", '"', "“", "``", "'", "‘"})
HOMOGRAPHS = _STATING | _CLAIMING | _RELAYING | _SHOUTING
"""The words that may be either."""


def verbs_of_saying(surfaces: list[str], likeliest: list[str]) -> list[int]:
    """Where such a word is a verb, by the tags that are the likeliest of all words.

    >>> verbs_of_saying("Witnesses claim gunmen fled".split(), list("NNNV"))
    [1]
    """
    found = (at for at, surface in enumerate(surfaces) if surface in HOMOGRAPHS)
    return [at for at in found if any(rule(surfaces, likeliest, at) for rule in (_states, _claims, _relays, _shouts))]


def _states(surfaces: list[str], likeliest: list[str], at: int) -> bool:
    """Whether a plural that is also a verb of saying is that verb: "the report STATES that", not of cities."""
    if surfaces[at] not in _STATING or not 0 < at < len(likeliest) - 2 or surfaces[at + 1] != "that":
        return False
    return likeliest[at - 1] in "NP," and likeliest[at + 2] not in "VMB"


def _claims(surfaces: list[str], likeliest: list[str], at: int) -> bool:
    """Whether people who are many stand before a verb of saying, and a noun phrase behind: "witnesses CLAIM gunmen".

    "Activists in Dorn CLAIM soldiers shot" has their place between.
    """
    if surfaces[at] not in _CLAIMING or at + 1 >= len(likeliest) or likeliest[at + 1] not in "NPTUJOS":
        return False
    who = at - 3 if at > 2 and likeliest[at - 1] == "P" and surfaces[at - 2] in _OF_PLACE else at - 1
    word = surfaces[who].lower() if who >= 0 else ""
    return is_plural(word) and is_person(word)


def _relays(surfaces: list[str], likeliest: list[str], at: int) -> bool:
    """Whether an outlet stands before, and what it relays behind: "Reuters REPORTS two men were shot"."""
    if surfaces[at] not in _RELAYING or at == 0 or at + 1 >= len(likeliest) or likeliest[at + 1] in ".I":
        return False
    word = surfaces[at - 1].lower()
    named = likeliest[at - 1] == "P" or (at == 1 and word not in word_set("common_words", "word"))
    return named and word in word_sets("media", "word", "class")["outlet"]


def _shouts(surfaces: list[str], likeliest: list[str], at: int) -> bool:
    """Whether one who can shout stands before, and what is shouted behind: `the man SHOUTS: "Go"`."""
    if surfaces[at] not in _SHOUTING or at == 0 or at + 1 >= len(surfaces) or surfaces[at + 1] not in _BEFORE_SPEECH:
        return False
    word = surfaces[at - 1].lower()
    return likeliest[at - 1] == "P" or (is_person(word) and not is_plural(word)) or word == "crowd"
