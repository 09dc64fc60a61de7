"""Charges: what "of" brings behind the object of a verb, and no part of it: "accused THE ARMY of murder"."""

from __future__ import annotations

from conflictnews.text.closed_words import charging_verbs
from conflictnews.text.noun_chunks import Chunk
from conflictnews.text.nouns import is_person, nouns
from conflictnews.text.syntax import Syntax

__all__ = ["is_charge"]

_OWNERS = ("organisation", "body", "group", "institution", "place", "named-place")


def is_charge(syntax: Syntax, object_: Chunk, head: int) -> bool:
    """Whether a verb of charging stands before an object, and the phrase of ``head`` behind "of" tells of what.

    Not whose it is: "robbed a group of traders", "accused the minister of state".

    >>> syntax = Syntax("they accused the army of murder".split(), "OVTNIN")
    >>> is_charge(syntax, syntax.chunk(3), 5)
    True
    """
    verb, word = object_.first - 1, syntax.words[head]
    charged = verb >= syntax.first and syntax.classes[verb] in "veg" and syntax.words[verb] in charging_verbs()
    if not charged or syntax.words[object_.head] in nouns("measure"):
        return False
    return syntax.tags[head] != "P" and word != "state" and not is_person(word) and word not in nouns(*_OWNERS)
