"""What an article is about, as a vector: words of title and lead, names by their consonants, rare ones heavy."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from math import log, sqrt
from typing import NamedTuple

from conflictnews.comparison.sentences import is_formula
from conflictnews.comparison.words import function_words, stem, words_and_names
from conflictnews.extractors.story import Story
from conflictnews.lexicons.table import word_set
from conflictnews.types import Article, BlockKind, Layers

__all__ = ["Vector", "lead_features", "lead_vectors", "name_skeleton"]

Vector = dict[str, float]

_LEAD_WORDS = 150
"""A lead is the title and the sentences up to so many words: what follows is background that many stories share."""
_NAME = 2.0
_COMMON = 0.5
_TITLE = 1.5
"""Weights: a name says more of a story than a word, a word of the common vocabulary less, a word of the title more."""
_SMOOTHING = 20
"""Articles that are taken to stand beside the given ones, so that few articles weigh words much as many do."""
_SHORT_SKELETON = 2
_ARTICLES = frozenset({"al", "el", "an", "ar", "as", "ad", "at", "az"})
_VOWELS = re.compile(r"[aeiouywh'-]+")
_DOUBLED = re.compile(r"([a-z])\1")


def lead_vectors(articles: Sequence[Article]) -> list[Vector]:
    """A vector of length 1 for each article; empty where the article has no words."""
    leads = [dict(lead_features(article)) for article in articles]
    spread = Counter(feature for lead in leads for feature in lead)
    total = len(articles) + _SMOOTHING
    return [
        _unit({feature: weight * log(total / (spread[feature] + 1)) for feature, weight in lead.items()})
        for lead in leads
    ]


def _unit(weights: dict[str, float]) -> Vector:
    length = sqrt(sum(weight * weight for weight in weights.values()))
    return {feature: weight / length for feature, weight in weights.items()} if length else {}


def lead_features(article: Article) -> Iterator[tuple[str, float]]:
    """Each word and name of title and lead once, with its weight; how rare it is does not count yet."""
    title, body = _lead(article)
    names = frozenset[str]().union(*(sentence.names for sentence in body if not sentence.is_headline))
    in_title = {feature for sentence in title for feature in _of_sentence(sentence, names)}
    in_body = {feature for sentence in body for feature in _of_sentence(sentence, names)}
    for feature in dict.fromkeys([*sorted(in_title), *sorted(in_body)]):
        weight = _NAME if feature[0] == "~" else _COMMON if feature in _common_stems() else 1.0
        yield feature, weight * (_TITLE if feature in in_title else 1.0)


class _Sentence(NamedTuple):
    words: tuple[str, ...]
    names: frozenset[str]

    @property
    def is_headline(self) -> bool:
        """Whether most words have a capital, so that it tells nothing of any."""
        return 2 * sum(word in self.names for word in self.words) > len(self.words)


def _lead(article: Article) -> tuple[list[_Sentence], list[_Sentence]]:
    """The sentences of the title, and the first ones of the story."""
    story = Story(Layers({"blocks": article.blocks}), _APART)
    title, body, length = list[_Sentence](), list[_Sentence](), 0
    for sentence in article.sentences:
        if sentence.span.end - 1 not in story or is_formula(sentence.text):
            continue
        read = _Sentence(*words_and_names(sentence.text))
        is_title = article.title is not None and article.title.span.overlaps(sentence.span)
        (title if is_title else body).append(read)
        length += len(read.words)
        if length >= _LEAD_WORDS:
            break
    return title, body


def _of_sentence(sentence: _Sentence, names: frozenset[str]) -> Iterator[str]:
    """Its words without inflection, its names as "~" and their consonants; in a headline the text's names count."""
    known = names if sentence.is_headline else sentence.names
    idle, common = function_words(), word_set("common_words", "word")
    for word in sentence.words:
        if word not in idle and len(word) > 1 and not word[0].isdigit():
            yield f"~{name_skeleton(word)}" if word in known and word not in common else stem(word)


_APART = frozenset({BlockKind.BOILERPLATE, BlockKind.BYLINE, BlockKind.DATE, BlockKind.TEASER, BlockKind.CAPTION})


@cache
def _common_stems() -> frozenset[str]:
    return frozenset(map(stem, word_set("common_words", "word")))


@lru_cache(maxsize=16384)
def name_skeleton(word: str) -> str:
    """A name by its consonants, since vowels and doubled letters change from one transcription to the next.

    Where fewer than three are left, a dot stands for each run of vowels.

    >>> name_skeleton("kefraya") == name_skeleton("kafraya"), name_skeleton("al-foua") == name_skeleton("fuaa")
    (True, True)
    """
    plain = "".join(char for char in unicodedata.normalize("NFKD", word) if char.isalnum() or char in "-_")
    if len(plain) > _SHORT_SKELETON + 3 and plain[2:3] == "-" and plain[:2] in _ARTICLES:
        plain = plain[3:]
    plain = plain.replace("ph", "f").replace("q", "k").replace("c", "k")
    dotted = _VOWELS.sub("·", _DOUBLED.sub(r"\1", plain))
    bare = dotted.replace("·", "")
    return bare if len(bare) > _SHORT_SKELETON else dotted
