"""The words that tell a role: the table ``fact_roles``."""

from __future__ import annotations

from functools import cache

from conflictnews.lexicons.table import read_table

__all__ = ["BURNED", "casualty_words", "harmed", "role_words"]

BURNED = frozenset({"burned", "burnt", "burning"})
"""Words of the table of which only people are the hurt: huts and buses burn, too."""


@cache
def role_words() -> dict[str, tuple[tuple[str, str], ...]]:
    """Each word of the table ``fact_roles`` with its (role, use) pairs."""
    out: dict[str, list[tuple[str, str]]] = {}
    for word, role, use in read_table("fact_roles", "word", "role", "use"):
        out.setdefault(word, []).append((role, use))
    return {word: tuple(pairs) for word, pairs in out.items()}


@cache
def casualty_words() -> frozenset[str]:
    """Verbs and nouns of killing and injuring, but for nouns that only name the counted thing."""
    return frozenset(
        word
        for word, pairs in role_words().items()
        if any(role in ("killed", "injured") and use != "noun" for role, use in pairs)
    )


@cache
def harmed() -> frozenset[str]:
    """Adjectives and participles that say what happened: behind a bare number they are no noun ("12 dead")."""
    return frozenset(
        word for word, pairs in role_words().items() if any(use in ("adjective", "verb") for _, use in pairs)
    )
