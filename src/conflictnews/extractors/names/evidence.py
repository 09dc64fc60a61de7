"""Evidence that a word at the head of a sentence is a name: elsewhere in the text, in the tables, or by exclusion."""

from __future__ import annotations

from functools import cache

from conflictnews.extractors.names.vocabulary import Vocabulary
from conflictnews.text import TextView
from conflictnews.text.nouns import nouns

__all__ = ["known_prefix", "words_before_name"]

_INFLECTIONS = (("ies", "y"), ("es", ""), ("s", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("ly", ""))


def words_before_name(
    view: TextView, positions: list[int], words: list[str], proper: set[str], vocabulary: Vocabulary
) -> int:
    """How many words at the head of an initial run have their capital from the sentence only."""
    word = words[0]
    if word in vocabulary.titles and len(words) > 1:
        return 0
    if word in vocabulary.starters:
        return 1
    if known_prefix(words, vocabulary) > 1:
        return 0
    if len(words) == 1:
        return not _stands_alone(view, positions[0], word, proper, vocabulary)
    if word in proper or word in vocabulary.genders:
        return word in vocabulary.common and word not in proper and words[1] in proper and words[1] in vocabulary.common
    if tuple(words[1:]) in vocabulary.known:
        return 1
    if _is_common(word, vocabulary):
        mark = view.words[positions[0] + 1 : positions[0] + 2]
        owner = word in vocabulary.owners and bool(mark) and mark[0][0] in "'’"  # "Workers' Party won"
        many = word.endswith(("ly", "s")) and not owner
        return not (_has_head(words, vocabulary) and (owner or word in vocabulary.common) and not many)
    return 0


def _has_head(words: list[str], vocabulary: Vocabulary) -> bool:
    """Whether a body's head noun ends the words, or stands before "of" or "for": "Popular Front for the Liberation"."""
    ends = [at for at, word in enumerate(words) if at and word in ("of", "for")]
    return any(words[at - 1] in vocabulary.heads for at in (*ends, len(words)))


def _stands_alone(view: TextView, position: int, word: str, proper: set[str], vocabulary: Vocabulary) -> bool:
    """Whether a single word at the head of a sentence is a name."""
    if (known := vocabulary.known.get((word,))) is not None:
        return known.kind is not None or word in proper
    if word in proper:
        return True
    surface = view.text[view.starts[position] : view.ends[position]]
    if len(surface) > 1 and surface.isupper():
        return len(surface) <= 6
    return not (_is_common(word, vocabulary) or word in _plain_nouns())


@cache
def _plain_nouns() -> frozenset[str]:
    """Nouns for things and what happens, which nobody and no place is called by alone: "LANDMINE blast kills two"."""
    told = nouns("thing", "weapon", "materiel", "harm", "combat", "accident", "suffered")
    return told - nouns("organisation", "body", "institution", "group", "group-noun", "place", "named-place", "person")


def _is_common(word: str, vocabulary: Vocabulary) -> bool:
    """Whether a word, or what it is inflected from, is no name."""
    common = vocabulary.common
    if word in common or word in vocabulary.roles or "-" in word or not word[0].isalpha():
        return True
    return any(word.endswith(end) and word[: -len(end)] + base in common for end, base in _INFLECTIONS)


def known_prefix(words: list[str], vocabulary: Vocabulary) -> int:
    """How many of the first words are a name that a table knows; 0: none."""
    longest = min(vocabulary.longest.get(words[0], 0), len(words))
    for count in range(longest, 0, -1):
        if tuple(words[:count]) in vocabulary.known:
            return count
    return 0
