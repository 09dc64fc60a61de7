"""Nouns: what a common noun names, from the table ``nouns``, in either number."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from conflictnews.errors import LexiconError
from conflictnews.lexicons.table import read_table
from conflictnews.text.morphology import plural, singular

__all__ = ["KINDS", "PARTIES", "PEOPLE", "Noun", "all_nouns", "find_noun", "is_person", "is_plural", "nouns"]

KINDS = frozenset(
    "person armed perpetrator forces troops group organisation body document group-noun thing materiel aircraft weapon "
    "place named-place anyplace measure abstract accident combat harm crowd envoy kin protester civic military police "
    "unspecified inhabitant local institution nature occasion suffered toll".split()
)
PARTIES = ("person", "armed", "forces", "troops", "group", "organisation", "body")
"""Kinds of nouns that may be told to do something."""
PEOPLE = frozenset({"person", "armed", "crowd"})
"""Kinds of nouns that are people."""
_PERSONS = frozenset({"person", "armed", "perpetrator"})
_PERSON_ENDINGS = ("man", "woman", "member", "worker", "ist", "er", "or", "ian", "ant", "ee")
_NUMBERS = frozenset({"", "plural", "mass", "singular"})


class Noun(NamedTuple):
    """A form of a row: its kinds in the order of the table, and whether it is more than one."""

    kinds: tuple[str, ...]
    plural: bool
    number: str


@cache
def all_nouns() -> dict[str, Noun]:
    """Every form of every row.

    >>> all_nouns()["bandits"].kinds
    ('armed',)
    """
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
    return all_nouns().get(word)


@cache
def nouns(*kinds: str) -> frozenset[str]:
    """Every form of the nouns of these kinds.

    >>> "bandits" in nouns("armed"), "embassy" in nouns("armed", "thing")
    (True, True)
    """
    wanted = set(kinds)
    if unknown := wanted - KINDS:
        raise LexiconError(f"nouns.tsv has no kind {', '.join(sorted(unknown))}")
    return frozenset(form for form, noun in all_nouns().items() if not wanted.isdisjoint(noun.kinds))


def is_plural(word: str) -> bool:
    """Whether a folded noun is more than one, by the table or by its ending.

    >>> is_plural("rockets"), is_plural("people"), is_plural("crisis"), is_plural("rocket")
    (True, True, False, False)
    """
    known = find_noun(word)
    if known is not None:
        return known.plural
    if word.endswith(("children", "women", "men")):
        return True
    return (
        len(word) > 3
        and word[0].isalpha()
        and word[-1] == "s"
        and word[-2] not in "su'"
        and not word.endswith(("is", "ous"))
    )


def is_person(word: str) -> bool:
    """Whether a folded noun names persons, by the table or by the ending of its singular.

    >>> is_person("contractors"), is_person("footballer"), is_person("tower"), is_person("people")
    (True, True, False, True)
    """
    one = singular(word)
    known = find_noun(word) or find_noun(one)
    if known is not None and not _PERSONS.isdisjoint(known.kinds):
        return True
    return known is None and len(one) > 4 and one.endswith(_PERSON_ENDINGS)
