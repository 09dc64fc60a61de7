"""The sentences of all articles that can be compared: those of the story that say something."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from conflictnews.comparison.words import content_words, stem, words_and_names
from conflictnews.extractors.story import Story
from conflictnews.lexicons.table import read_table
from conflictnews.types import Article, Layers, Span

__all__ = ["StorySentence", "is_formula", "story_sentences"]

_FEWEST_WORDS = 5
_FEWEST_CONTENT_WORDS = 4


class StorySentence(NamedTuple):
    """A sentence of one article, with the words by which it is known again."""

    article: int
    span: Span
    words: tuple[str, ...]
    content: frozenset[str]
    """The stems of the words that say what it is about."""
    names: frozenset[str]
    """The words with a capital or a digit."""

    @property
    def plain_names(self) -> frozenset[str]:
        """The stems of the names that are no numbers."""
        return frozenset(stem(name) for name in self.names if not name[0].isdigit())


@cache
def _formulas() -> re.Pattern[str]:
    words = [row[0] for row in read_table("formulas", "words")]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")


def is_formula(text: str) -> bool:
    """Whether a sentence is one that reporters write under many stories.

    >>> is_formula("The ministry did not immediately respond to a request for comment.")
    True
    """
    return _formulas().search(text.lower()) is not None


def story_sentences(articles: Sequence[Article]) -> Iterator[StorySentence]:
    """The sentences of five words or more, four of them content words.

    Boilerplate, formulas, bylines and date lines are left out.
    """
    for number, article in enumerate(articles):
        story = Story(Layers({"blocks": article.blocks}))
        for sentence in article.sentences:
            if sentence.span.end - 1 not in story or is_formula(sentence.text):
                continue
            words, names = words_and_names(sentence.text)
            content = content_words(words)
            if len(words) >= _FEWEST_WORDS and len(content) >= _FEWEST_CONTENT_WORDS:
                yield StorySentence(number, sentence.span, words, content, names)
