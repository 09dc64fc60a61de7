"""Names across articles: which spell the same person, body or state."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

from conflictnews.comparison.similarity import ratio
from conflictnews.comparison.words import comparable_words
from conflictnews.lexicons.table import read_table, word_sets
from conflictnews.register.groups import groups
from conflictnews.register.states import states
from conflictnews.text.tokens import fold
from conflictnews.types import SpeakerKind

__all__ = ["is_given_name", "known_kind", "last_name", "name_key", "same_name", "spelled_alike"]

_ARTICLES = frozenset({"the", "a", "an"})
_TIED = frozenset({"al-", "el-", "as-", "ar-", "ad-", "an-"})
_ALIKE = 0.8
_LONG_ENOUGH = 4
"""Letters of a word that may be spelled in two ways."""


@cache
def _known_aliases() -> dict[str, str]:
    """Other names of armed groups, and initials of bodies, to the plain name."""
    aliases = {
        fold(acronym): fold(expansion)
        for acronym, expansion, _ in read_table("acronyms", "acronym", "expansion", "kind")
        if expansion
    }
    return aliases | {fold(name): fold(group) for name, group in groups().items()}


@cache
def _known_kinds() -> dict[tuple[str, ...], SpeakerKind]:
    kinds = {name_key(group): SpeakerKind.GROUP for group in groups().values()}
    return kinds | dict.fromkeys(map(name_key, states("country").values()), SpeakerKind.PLACE)


def known_kind(name: str) -> SpeakerKind:
    """What a name is, where the tables of states and armed groups have it.

    >>> known_kind("U.S.")
    <SpeakerKind.PLACE: 'place'>
    """
    return _known_kinds().get(name_key(name), SpeakerKind.UNKNOWN)


@cache
def _titles() -> frozenset[str]:
    return frozenset(title for title, _, _ in read_table("titles", "title", "class", "gender"))


@lru_cache(maxsize=4096)
def name_key(name: str) -> tuple[str, ...]:
    """The words by which a name is known: no article, courtesy or office before it, no accents, one name for a state.

    >>> name_key("Gen. Qasem Soleimani") == name_key("qasem soleimani")
    True
    >>> name_key("the U.S.") == name_key("United States")
    True
    """
    known = _known_aliases().get(" ".join(word for word in fold(name).split() if word not in _ARTICLES))
    words = comparable_words(known or name)
    kept = list(words)
    while len(kept) > 1 and (kept[0] in _ARTICLES or kept[0].rstrip(".") in _titles()):
        kept.pop(0)
    return tuple(_plain(_without_article(word)) for word in kept)


def _without_article(word: str) -> str:
    """Without the Arabic article that is tied to it: "al-Assad" is Assad."""
    return word[3:] if word[:3] in _TIED and len(word) > len("al-") + 2 else word


def _plain(word: str) -> str:
    letters = unicodedata.normalize("NFKD", word)
    return "".join(char for char in letters if char.isalnum() or char == "_")


def last_name(key: tuple[str, ...]) -> str:
    """The last word that is no "Jr."."""
    suffixes = ("jr", "sr", "ii", "iii")
    return next((word for word in reversed(key) if word not in suffixes), "")


def spelled_alike(one: str, other: str) -> bool:
    """Whether two words are spellings of one name: "Qassem", "Qasem"; "Kataib", "Kataeb"; "Soleimani", "Soleiman".

    Two given names of men and women are two ("Alexander", "Alexandra"), and so are two numbers.

    >>> spelled_alike("soleimani", "suleimani"), spelled_alike("iran", "iraq"), spelled_alike("michael", "michelle")
    (True, False, False)
    """
    if one == other:
        return True
    if min(len(one), len(other)) < _LONG_ENOUGH or one[0] != other[0] or "_" in one + other:
        return False
    if any(char.isdigit() for char in one + other) or _are_two_given_names(one, other):
        return False
    return ratio(one, other) >= _ALIKE + 0.1 * (min(len(one), len(other)) <= _LONG_ENOUGH)


@cache
def _given_names() -> dict[str, str]:
    return {_plain(fold(name)): gender for name, gender, _ in read_table("first_names", "name", "gender", "formal")}


def is_given_name(word: str) -> bool:
    """Whether a word of a key is a given name of the table.

    >>> is_given_name("ahmed"), is_given_name("aleppo")
    (True, False)
    """
    return word in _given_names()


def _are_two_given_names(one: str, other: str) -> bool:
    genders = {_given_names().get(one, ""), _given_names().get(other, "")}
    return genders == {"m", "f"}


def same_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two keys are one name, word by word, a particle such as "al" aside."""
    if one == other:
        return bool(one)
    first, second = (tuple(word for word in key if word not in _particles()) for key in (one, other))
    if len(first) != len(second) or not first:
        return False
    return len(first) > 1 and all(map(spelled_alike, first, second))


@cache
def _particles() -> frozenset[str]:
    return word_sets("byline", "word", "class")["particle"]
