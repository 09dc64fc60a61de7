"""Story keys: what leads from an article to others of its story, for comparing more articles than one machine holds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from conflictnews.comparison.grouping import linked
from conflictnews.comparison.leads import lead_features
from conflictnews.types import Article

__all__ = ["StoryKey", "story_groups", "story_keys"]


class StoryKey(NamedTuple):
    """A word or a name of an article's title or lead, and how much it weighs before its rarity is known.

    >>> from conflictnews.parsing import parse
    >>> story_keys(parse("Rebels shelled the port of Latakia."))[-1]
    StoryKey(key='~ltk', weight=2.0)
    """

    key: str
    weight: float


def story_keys(article: Article) -> tuple[StoryKey, ...]:
    """By what ``compare`` finds the articles of one story: the stems of title and lead, and names ("~") by consonants.

    Each key comes once, in the order of the alphabet within title and lead. ``compare`` multiplies a weight by
    ``log((articles + 20) / (articles with the key + 1))`` and takes for candidates what is then alike: the how-to on
    Spark does so with a join. A name weighs 2, a word 1, a common word 0.5; in the title half as much again.

    >>> from conflictnews.parsing import parse
    >>> [key for key, weight in story_keys(parse("Rebels shelled the port of Latakia.")) if weight == 2.0]
    ['~ltk']
    """
    return tuple(StoryKey(key, weight) for key, weight in lead_features(article))


def story_groups(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Each id that stands in a pair, with the least id of all that pairs lead to: the name of its group.

    Groups are candidates, to be compared each for itself: ``compare`` tells the stories of a group apart.

    >>> story_groups([("b", "c"), ("a", "b"), ("x", "y")])
    {'b': 'a', 'c': 'a', 'a': 'a', 'x': 'x', 'y': 'x'}
    """
    return linked(pairs)
