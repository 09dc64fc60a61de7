"""Morphology: the forms of verbs, and the number of nouns.

Regular inflection goes by spelling (Quirk et al. 1985, 3.5 to 3.10 and 5.79 to 5.80); what is irregular, doubled
consonants among it, stands in ``lexicons/irregular_verbs.tsv`` and ``lexicons/irregular_nouns.tsv``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from conflictnews.lexicons.table import read_table

__all__ = ["VerbForms", "plural", "singular", "strong_pasts", "sure_pasts", "verb_forms"]

_SIBILANTS = ("s", "x", "z", "ch", "sh")
_VOWELS = frozenset("aeiou")
_SILENT = frozenset("eoy")
"""Before a last "e" that stays in the -ing form: "seeing", "hoeing", "dyeing"."""
_ONE_SYLLABLE = re.compile(r"[b-df-hj-np-tv-z]{0,4}[aeiou][b-df-hj-np-tvz]")
_SHORT = re.compile(r"(?:^|[^aeiou]|qu)[aeiou][bdgmnpt]$")
"""A short vowel and a consonant, which strong verbs double: "begin", "cut", "quit"."""
_THIRD = {"be": "is", "have": "has"}


class VerbForms(NamedTuple):
    """The forms of a verb: base, third person, pasts, participles, -ing forms; of some verbs there are two."""

    base: str
    third: str
    pasts: tuple[str, ...]
    participles: tuple[str, ...]
    gerunds: tuple[str, ...]

    def all(self) -> frozenset[str]:
        """Every form once."""
        return frozenset((self.base, self.third, *self.pasts, *self.participles, *self.gerunds))


@cache
def _irregular_verbs() -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    rows = read_table("irregular_verbs", "verb", "past", "participle", "noun")
    return {
        verb: (tuple(past.split("|")), tuple((participle or past).split("|"))) for verb, past, participle, _ in rows
    }


@cache
def strong_pasts() -> frozenset[str]:
    """Pasts and participles without -ed, which no ending tells: "shot", "fell", "taken".

    >>> "shot" in strong_pasts(), "stopped" in strong_pasts()
    (True, False)
    """
    forms = (form for pair in _irregular_verbs().values() for cell in pair for form in cell)
    return frozenset(form for form in forms if not form.endswith("ed"))


@cache
def sure_pasts() -> frozenset[str]:
    """Strong pasts that are no other word as well: "withdrew", not "shot".

    >>> "withdrew" in sure_pasts(), "shot" in sure_pasts()
    (True, False)
    """
    rows = read_table("irregular_verbs", "verb", "past", "participle", "noun")
    return strong_pasts() - {noun for _, _, _, noun in rows}


@cache
def _plurals() -> dict[str, str]:
    return {noun: many for noun, many in read_table("irregular_nouns", "noun", "plural")}  # noqa: C416 - typed


@cache
def _singulars() -> dict[str, str]:
    return {many: noun for noun, many in _plurals().items()}


def _ends_in_y(word: str) -> bool:
    """Whether a word ends in "y" behind a consonant."""
    return word.endswith("y") and word[-2:-1] not in _VOWELS


def _with_s(word: str) -> str:
    """A noun's regular plural, a verb's third person."""
    if _ends_in_y(word) and len(word) > 1:
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(_SIBILANTS) else "s")


def plural(noun: str) -> str:
    """The plural of a noun; of a compound, that of its last word.

    >>> plural("robbery"), plural("clash"), plural("gunman"), plural("car bomb")
    ('robberies', 'clashes', 'gunmen', 'car bombs')
    """
    head, space, last = noun.rpartition(" ")
    known = _plurals().get(last)
    if known is None:
        person = last.endswith(("man", "child")) and len(last) > 5  # "gunman", "schoolchild"
        known = last[:-3] + {"man": "men", "ild": "ildren"}[last[-3:]] if person else _with_s(last)
    return head + space + known


def singular(noun: str) -> str:
    """The singular of a plural noun; a word that is none stays as it is.

    >>> singular("bodies"), singular("attacks"), singular("gunmen"), singular("crisis"), singular("children")
    ('body', 'attack', 'gunman', 'crisis', 'child')
    """
    known = _singulars().get(noun)
    if known is not None:
        return known
    if noun.endswith("men") and len(noun) > 5:
        return noun[:-3] + "man"
    if noun.endswith("children"):
        return noun[:-3]
    if len(noun) < 4 or not noun.endswith("s") or noun.endswith(("ss", "us", "is")):
        return noun
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    return noun[:-2] if noun.endswith(("sses", "xes", "zzes", "ches", "shes")) else noun[:-1]


@cache
def verb_forms(verb: str) -> VerbForms:
    """The forms of a verb in one word.

    >>> verb_forms("deny")
    VerbForms(base='deny', third='denies', pasts=('denied',), participles=('denied',), gerunds=('denying',))
    >>> sorted(verb_forms("kidnap").all()), verb_forms("shoot").pasts
    (['kidnap', 'kidnaped', 'kidnaping', 'kidnapped', 'kidnapping', 'kidnaps'], ('shot',))
    >>> verb_forms("zap").pasts, verb_forms("fix").pasts
    (('zapped',), ('fixed',))
    """
    known = _irregular_verbs().get(verb)
    if known is None:
        past = _regular_past(verb)
        known = (past,), (past,)
    third = _THIRD.get(verb) or (verb + "es" if verb.endswith("o") else _with_s(verb))
    return VerbForms(verb, third, *known, tuple(dict.fromkeys(_gerund(verb, past) for past in known[0])))


def _regular_past(verb: str) -> str:
    """The past with -ed; the consonant of a short verb is doubled ("zap", "zapped")."""
    if _ends_in_y(verb):
        return verb[:-1] + "ied"
    if _ONE_SYLLABLE.fullmatch(verb):
        return f"{verb}{verb[-1]}ed"
    return verb + ("d" if verb.endswith("e") else "ed")


def _gerund(verb: str, past: str) -> str:
    """The -ing form; the consonant is doubled where the past has it doubled ("stop"), or has none ("begin")."""
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if len(verb) > 2 and verb.endswith("e") and verb[-2] not in _SILENT:
        return verb[:-1] + "ing"
    if past.endswith("ed"):
        stem = past[:-2] if past[:-2] in (verb + verb[-1], verb + "k") else verb
    else:
        stem = verb + verb[-1] if _SHORT.search(verb) else verb
    return stem + "ing"
