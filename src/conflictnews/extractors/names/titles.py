"""Titles before names: where they end, and which gender they tell."""

from __future__ import annotations

from conflictnews.extractors.names.vocabulary import Vocabulary

__all__ = ["last_title", "leading_titles"]

# Behind these comes the name itself, whatever it means elsewhere: "Mr. King".
_BEFORE_SURNAMES = frozenset({"mr", "mrs", "ms", "miss"})


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
