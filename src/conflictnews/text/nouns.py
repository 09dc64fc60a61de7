"""Nouns: what a common noun names, from the table ``nouns``, in either number."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from conflictnews.errors import LexiconError
from conflictnews.lexicons.table import read_table
from conflictnews.text.morphology import plural

__all__ = ["KINDS", "Noun", "find_noun", "nouns"]

KINDS = frozenset(
    "person armed perpetrator forces troops group organisation body document group-noun labour thing materiel aircraft "
    "weapon place named-place measure abstract accident combat harm".split()
)
_NUMBERS = frozenset({"", "plural", "mass", "singular"})


class Noun(NamedTuple):
    """A form of a row: its kinds in the order of the table, and whether it is more than one."""

    kinds: tuple[str, ...]
    plural: bool
    number: str


@cache
def _forms() -> dict[str, Noun]:
    forms: dict[str, Noun] = {}
    for noun, cell, number in read_table("nouns", "noun", "kinds", "number"):
        kinds = tuple(cell.split())
        if not KINDS.issuperset(kinds) or number not in _NUMBERS:
            raise LexiconError(f"nouns.tsv: {noun}: no such kind or number: {cell!r}, {number!r}")
        if not number:
            forms.setdefault(plural(noun), Noun(kinds, True, number))
        forms[noun] = Noun(kinds, number == "plural", number)
    return forms


def find_noun(word: str) -> Noun | None:
    """What the table knows of a folded word; None where it does not stand there.

    >>> find_noun("gunmen")
    Noun(kinds=('person', 'perpetrator', 'armed'), plural=True, number='')
    """
    return _forms().get(word)


@cache
def nouns(*kinds: str) -> frozenset[str]:
    """Every form of the nouns of these kinds.

    >>> "bandits" in nouns("armed"), "embassy" in nouns("armed", "thing")
    (True, True)
    """
    wanted = set(kinds)
    if unknown := wanted - KINDS:
        raise LexiconError(f"nouns.tsv has no kind {', '.join(sorted(unknown))}")
    return frozenset(form for form, noun in _forms().items() if not wanted.isdisjoint(noun.kinds))
