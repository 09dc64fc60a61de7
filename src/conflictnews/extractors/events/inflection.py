"""Inflection: the forms of verbs and nouns; verbs that are not regular stand in the table ``irregular_verbs``."""

from __future__ import annotations

from functools import cache

from conflictnews.lexicons.table import read_table

__all__ = ["irregular", "plural", "sure_pasts", "verb_forms"]


def plural(noun: str) -> str:
    """The regular plural.

    >>> plural("robbery"), plural("clash"), plural("attack")
    ('robberies', 'clashes', 'attacks')
    """
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "z", "ch", "sh")) else "s")


@cache
def irregular() -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Past forms and -ing forms of each verb that has other ones than the rules give; none where the rule holds."""
    rows = read_table("irregular_verbs", "verb", "past", "participle", "noun")
    return {verb: (tuple(past.split()), tuple(participle.split())) for verb, past, participle, _ in rows}


@cache
def sure_pasts() -> frozenset[str]:
    """Irregular pasts that are nothing but verbs: "withdrew", not "shot"."""
    rows = read_table("irregular_verbs", "verb", "past", "participle", "noun")
    return frozenset(form for _, past, _, noun in rows for form in past.split() if form not in noun.split()) - {
        form for _, _, _, noun in rows for form in noun.split()
    }


def verb_forms(verb: str, past: str = "") -> frozenset[str]:
    """All forms of a verb; ``past`` gives irregular ones that the table lacks.

    >>> sorted(verb_forms("stab")), sorted(verb_forms("shoot"))
    (['stab', 'stabbed', 'stabbing', 'stabs'], ['shoot', 'shooting', 'shoots', 'shot'])
    """
    pasts, participles = irregular().get(verb, ((), ()))
    doubled = _doubled(verb)
    if verb.endswith("y") and plural(verb).endswith("ies"):
        regular = verb[:-1] + "ied"
    elif verb.endswith("e"):
        regular = verb + "d"
    else:
        regular = (doubled or verb) + "ed"
    stem = verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb
    told = past.split() or pasts or [regular]
    return frozenset({verb, plural(verb), *told, *(participles or [(doubled or stem) + "ing"])})


def _doubled(verb: str) -> str:
    """The stem with its last consonant twice, for "stab", "ban", "rob"; empty for others."""
    vowels = sum(letter in "aeiou" for letter in verb)
    short = len(verb) <= 4 and vowels == 1 and verb[-1] in "bdgmnpt" and verb[-2] in "aeiou"
    return verb + verb[-1] if short else ""
