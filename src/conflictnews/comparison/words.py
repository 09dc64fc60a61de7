"""Words as they are compared across articles: no case, no possessive, one name for a state."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from sys import intern

from conflictnews.register.states import states
from conflictnews.text.closed_words import AUXILIARIES, closed_words
from conflictnews.text.tokens import fold

__all__ = ["comparable_words", "content_words", "function_words", "stem", "words_and_names"]

_WORD = re.compile(r"[^\W_]++(?:[.,'’‑-][^\W_]++)*+")
_CLOSED_CLASSES = ("preposition", "to", "conjunction", "subordinator", "determiner", "pronoun")
_ENDINGS = ("ing", "ed", "es", "s")


@cache
def _state_names() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """The names of states by their first word, the longest first: "united", ("united", "states"), "united_states"."""
    by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, nation in states("country", "short").items():
        words = tuple(word.rstrip(".") for word in fold(name).split())
        by_first.setdefault(words[0], []).append((words, fold(nation).replace(" ", "_")))
    return {first: tuple(sorted(names, key=lambda entry: -len(entry[0]))) for first, names in by_first.items()}


@cache
def function_words() -> frozenset[str]:
    """Words of the closed classes, which say nothing of what a sentence is about."""
    return closed_words(*_CLOSED_CLASSES, *AUXILIARIES)


def comparable_words(text: str) -> tuple[str, ...]:
    """The words of a stretch of text, comparable.

    >>> comparable_words("The USA's move, in Iraq") == comparable_words("the United States move in IRAQ")
    True
    """
    return words_and_names(text)[0]


def words_and_names(text: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """The comparable words, and those of them that have a capital (the first word aside) or a digit.

    >>> sorted(words_and_names("Troops left Mosul, the U.S. said, in 2011.")[1])
    ['2011', 'mosul', 'united_states']
    """
    surfaces = _WORD.findall(text)
    # One object for a word however often it occurs: a comparison holds the words of all articles.
    words = list(map(intern, fold("\n".join(surfaces)).split("\n"))) if surfaces else []
    if "'s" in " ".join(words):
        words = [word.removesuffix("'s") for word in words]
    capitals = [surface[0].isupper() for surface in surfaces]
    if not _state_names().keys().isdisjoint(words):
        words, capitals = _with_plain_states(words, capitals)
    names = {word for word, capital in zip(words, capitals, strict=True) if capital or word[0].isdigit()}
    if words and words[0] in names and words[0] not in words[1:] and not words[0][0].isdigit():
        names.discard(words[0])
    return tuple(words), frozenset(names)


def _with_plain_states(words: list[str], capitals: list[bool]) -> tuple[list[str], list[bool]]:
    states = _state_names()
    out, out_capitals, at = list[str](), list[bool](), 0
    while at < len(words):
        length, word = _state_at(words, at) if capitals[at] and words[at] in states else (1, words[at])
        out.append(word)
        out_capitals.append(capitals[at])
        at += length
    return out, out_capitals


def _state_at(words: list[str], at: int) -> tuple[int, str]:
    for name, nation in _state_names()[words[at]]:
        if tuple(words[at : at + len(name)]) == name:
            return len(name), nation
    return 1, words[at]


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """A word without its inflection, roughly: "attacks", "attacked" and "attacking" are one.

    >>> stem("killing") == stem("killed")
    True
    """
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)].rstrip("e")
    return word.rstrip("e") if len(word) > 4 else word


def content_words(words: tuple[str, ...]) -> frozenset[str]:
    """The stems of the words that say what a sentence is about."""
    idle = function_words()
    return frozenset(stem(word) for word in words if word not in idle)
