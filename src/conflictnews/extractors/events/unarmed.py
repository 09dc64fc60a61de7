"""Whether a party is people without arms, an armed force, or protesters, by the words of its name."""

from __future__ import annotations

from conflictnews.extractors.events.names import bears_arms, head_of, is_group, is_state
from conflictnews.extractors.events.trigger_table import context_words
from conflictnews.text.nouns import nouns

__all__ = ["is_civilian", "is_force", "is_police", "is_protester", "is_unarmed"]


def is_unarmed(name: str) -> bool:
    """Whether a party is people without arms.

    >>> is_unarmed("villagers"), is_unarmed("members of the Workers' Party"), is_unarmed("members of the brigade")
    (True, True, False)
    """
    words = _words(name)
    armed = nouns("military") | context_words("bearing-arms")
    if is_group(name.casefold()) or is_state(name) or not armed.isdisjoint(words):
        return False
    return words[head_of(words)] in nouns("crowd") or not nouns("civic").isdisjoint(words)


def is_civilian(name: str) -> bool:
    """Whether a party is people, a place or a thing that no force is; a name that tells nothing is none."""
    words = _words(name)
    return not is_force(name) and (is_unarmed(name) or name.split()[head_of(words)].islower())


def is_protester(name: str) -> bool:
    """Whether a party is people who demonstrate: "student protesters"."""
    words = _words(name)
    return words[head_of(words)] in nouns("protester")


def is_police(name: str) -> bool:
    """Whether a party is of the police: "police forces", "two constables"."""
    return not nouns("police").isdisjoint(_words(name))


def is_force(name: str) -> bool:
    """Whether a party is an armed group or of the forces of a state: "two soldiers", "a police station", "rebels"."""
    words = _words(name)
    if not nouns("military").isdisjoint(words):
        return True
    head = words[head_of(words)]
    if head in nouns("unspecified"):
        return not context_words("bearing-arms").isdisjoint(words)  # "armed men"
    return bears_arms(name) and head not in nouns("crowd") and not is_unarmed(name)


def _words(name: str) -> list[str]:
    return [word.removesuffix("'s").strip("()") or word for word in name.casefold().replace("’", "'").split()]
