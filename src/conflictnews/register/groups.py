"""Armed groups: the plain name behind the spellings of the register, and behind one that was broken."""

from __future__ import annotations

from collections.abc import Collection
from difflib import SequenceMatcher
from functools import cache, lru_cache

from conflictnews.register.actors import GROUPS, actors

__all__ = ["groups", "is_group", "meant_group", "respelled_group", "spelled_group", "words_of_groups"]

_ALIKE = 0.75
_SPELLING = 0.6
_LONG = 5
_WORDS = range(2, 6)
_MOST = 12
"""A word in the names of more groups tells none of them: "liberation", "front"."""


@cache
def groups() -> dict[str, str]:
    """The plain names of armed groups by their folded names.

    >>> groups()["kataib hezbollah"]
    "Kata'ib Hezbollah"
    """
    found: dict[str, str] = {}
    for actor in actors():
        if actor.kind in GROUPS:
            for name in actor.all_names:
                found.setdefault(name.lower(), actor.actor)
    return found


@lru_cache(maxsize=1 << 12)
def spelled_group(name: str) -> str | None:
    """The plain name of a group that a folded name spells; None for initials and for another name of it.

    >>> spelled_group("kataib hizballah"), spelled_group("jnim")
    ("Kata'ib Hezbollah", None)
    """
    plain = groups().get(name)
    return plain if plain is not None and SequenceMatcher(None, name, plain.lower()).ratio() >= _SPELLING else None


def respelled_group(name: str) -> str | None:
    """The plain name of a group that a folded name spells otherwise, more than by a hyphen."""
    plain = spelled_group(name)
    same = plain is not None and name.replace("-", " ") == plain.lower().replace("-", " ")
    return None if same else plain


def is_group(name: str) -> bool:
    """Whether a name, folded or plain, is that of an armed group."""
    return name in groups() or name.casefold() in groups() or name in _plain_names()


@cache
def _plain_names() -> frozenset[str]:
    return frozenset(groups().values())


@cache
def words_of_groups() -> dict[str, tuple[tuple[str, str], ...]]:
    """The names of two words or more with their plain names, by each long word in them.

    Not those of a people's militias, which are alike by nature: "Fulani militia".
    """
    found: dict[str, list[tuple[str, str]]] = {}
    communal = {actor.actor for actor in actors() if actor.kind == "communal"}
    for name, group in groups().items():
        for word in name.split():
            if len(word) >= _LONG and " " in name and group not in communal:
                found.setdefault(word, []).append((name, group))
    telling = {word for word, names in found.items() if len({group for _, group in names}) <= _MOST}
    return {word: tuple(found[word]) for word in telling}


def meant_group(name: str, words: Collection[str]) -> str | None:
    """The group that a misspelt name means in a text of such words; None where nothing speaks for one group alone.

    It shares a long word with a name of the table, is alike in whole, and either differs in one word of equal standing
    or the text names the same group rightly elsewhere.

    >>> meant_group("qetaib hezbollah", ())
    "Kata'ib Hezbollah"
    """
    near = {
        group
        for right, group in _sharing(name)
        if (_one_word_differs(name, right) or _has_all(right, words)) and _alike(name, right)
    }
    return near.pop() if len(near) == 1 else None


def _has_all(name: str, words: Collection[str]) -> bool:
    """Whether a text has every word of a name."""
    return all(word in words for word in name.split())


@lru_cache(maxsize=1 << 12)
def _sharing(name: str) -> tuple[tuple[str, str], ...]:
    """The names of groups, with their plain names, that an unknown name shares a long word with."""
    words = name.split()
    if len(words) not in _WORDS or name in groups():
        return ()
    return tuple(sorted({pair for word in words for pair in words_of_groups().get(word, ())}))


@lru_cache(maxsize=1 << 12)
def _alike(name: str, right: str) -> bool:
    return SequenceMatcher(None, name, right).ratio() >= _ALIKE


def _one_word_differs(name: str, right: str) -> bool:
    """Whether two names differ in one long word that is alike."""
    words, others = name.split(), right.split()
    differing = [pair for pair in zip(words, others, strict=False) if pair[0] != pair[1]]
    if len(words) != len(others) or len(differing) != 1:
        return False
    one, other = differing[0]
    return min(len(one), len(other)) >= _LONG and SequenceMatcher(None, one, other).ratio() >= _ALIKE
