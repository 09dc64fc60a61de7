"""Titles beside names: where they end or begin, and which gender they tell."""

from __future__ import annotations

from conflictnews.extractors.names.vocabulary import Vocabulary

__all__ = ["before_office", "last_title", "leading_titles"]

# Behind these comes the name itself, whatever it means elsewhere: "Mr. King".
_BEFORE_SURNAMES = frozenset({"mr", "mrs", "ms", "miss"})
_NAME = 2
"""A first name and a surname."""


def leading_titles(words: list[str], vocabulary: Vocabulary) -> tuple[int, str | None]:
    """How many of the first words are titles, and the gender that they tell.

    >>> from conflictnews.extractors.names.vocabulary import vocabulary
    >>> leading_titles(["mrs", "clinton"], vocabulary())
    (1, 'f')
    """
    titles = vocabulary.titles
    count, gender, held = 0, None, False
    for word in words:
        if (entry := titles.get(word)) is None:
            break
        count += 1
        label, told = entry
        held = held or label != "modifier"
        gender = told or gender
        if word in _BEFORE_SURNAMES:
            break
    return (count, gender) if held else (0, None)


def last_title(words: list[str], vocabulary: Vocabulary) -> int:
    """The position behind the last word that is an office ("State Department Spokesman | Ned Price"); 0: none.

    >>> from conflictnews.extractors.names.vocabulary import vocabulary
    >>> last_title(["ohio", "party", "chairman", "david", "pepper"], vocabulary())
    3
    """
    for at in range(len(words) - 1, 0, -1):
        word = words[at - 1]
        if word in vocabulary.titles or word in vocabulary.roles:
            return at
    return 0


def before_office(words: list[str], vocabulary: Vocabulary) -> int:
    """Where a name ends, before an office that no comma parts from it: "Karl Berg | Regional Coordinator".

    >>> from conflictnews.extractors.names.vocabulary import vocabulary
    >>> before_office(["karl", "berg", "regional", "coordinator"], vocabulary())
    2
    """
    size = len(words)
    if size <= _NAME or words[0] not in vocabulary.genders or words[0] in vocabulary.titles:
        return size
    end = next((at for at in range(_NAME, size) if words[at] in vocabulary.common), size)
    office = words[-1] in vocabulary.offices and words[-1] in vocabulary.common
    return end if office and vocabulary.common.isdisjoint(words[:end]) else size
