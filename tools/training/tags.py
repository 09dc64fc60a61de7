"""Learn the part-of-speech tables of ``conflictnews.text.tags``: a greedy averaged perceptron (Collins 2002).

It is trained twice: on all features, then on the rows that weigh most, which loses next to nothing and keeps the tables
small.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

from conflictnews.text.tag_words import LETTERS, guess, key_of, shape_of
from conflictnews.text.tags import edges_of
from training.corpus import Document

__all__ = ["TagModel", "train_tags", "write_tags"]

N = len(LETTERS)
EDGE = N  # the tag before the first and behind the last token of a sentence
RARE = 3
SURE, OFTEN = 0.995, 10
TEMPLATES = (
    "word", "suffix", "shape", "before", "behind", "suffix behind", "tags", "tag word", "tag behind", "tags behind",
)  # fmt: skip
ROWS = 6000
PASSES = 8
SCALE = 2
_SHAPES = ("mark", "digit", "Hyphen", "hyphen", "lower", "CAPITALS", "Capital", "other")
SHAPES = (*_SHAPES, *(f"^{shape}" for shape in _SHAPES))


class Vocabulary(NamedTuple):
    """Numbers of words and suffixes (0: unknown), the likeliest tag of each word, the words that bear only one."""

    words: dict[str, int]
    suffixes: dict[str, int]
    likeliest: dict[str, str]
    sure: dict[str, str]

    def sizes(self) -> NDArray[np.int64]:
        """How many keys each template has."""
        words, suffixes, tags = len(self.words) + 1, len(self.suffixes) + 1, N + 1
        shapes = len(SHAPES)
        pairs = tags * tags
        return np.array([words, suffixes, shapes, words, words, suffixes, pairs, words * tags, pairs, pairs])


class Encoded(NamedTuple):
    """Tokens as numbers: word, suffix, shape and likeliest tag; gold tag or -1; only tag or -1; sentence begins."""

    rows: NDArray[np.int32]
    gold: NDArray[np.int32]
    sure: NDArray[np.int32]
    first: NDArray[np.bool_]


class TagModel(NamedTuple):
    """A vocabulary and the weights of its features, rows that are not kept being zero."""

    vocabulary: Vocabulary
    weights: NDArray[np.float64]

    def predict(self, documents: list[Document]) -> list[list[str]]:
        """The tags of every document's tokens."""
        data = encode(documents, self.vocabulary)
        out = np.zeros(len(data.gold), np.int32)
        _predict(self.weights, *data, self.vocabulary.sizes(), out)
        letters, tags, at = [LETTERS[place] for place in out], [], 0
        for document in documents:
            tags.append(letters[at : at + len(document.view)])
            at += len(document.view)
        return tags


def keys_of(document: Document) -> list[str]:
    """The key of every token."""
    view = document.view
    edges = edges_of(view.text, view.words, view.starts, view.sentences)
    return [key_of(surface, at in edges) for at, surface in enumerate(_surfaces(document))]


def _surfaces(document: Document) -> list[str]:
    view = document.view
    return [view.text[start:end][:40] for start, end in zip(view.starts, view.ends, strict=True)]


def vocabulary(documents: Iterable[Document]) -> Vocabulary:
    """The words that were seen often enough."""
    counts: dict[str, Counter[str]] = {}
    for document in documents:
        for key, tag in zip(keys_of(document), document.tags, strict=True):
            if tag:
                counts.setdefault(key, Counter())[tag] += 1
    frequent = {key: tags for key, tags in sorted(counts.items()) if tags.total() >= RARE}
    likeliest = {key: tags.most_common(1)[0][0] for key, tags in frequent.items()}
    sure = {
        key: likeliest[key]
        for key, tags in frequent.items()
        if tags.total() >= OFTEN and tags[likeliest[key]] >= SURE * tags.total()
    }
    suffixes = Counter(key[-3:] for key in counts)
    kept = [suffix for suffix, n in sorted(suffixes.items()) if n >= RARE]
    words = {key: place + 1 for place, key in enumerate(frequent)}
    return Vocabulary(words, {suffix: place + 1 for place, suffix in enumerate(kept)}, likeliest, sure)


def encode(documents: Iterable[Document], v: Vocabulary) -> Encoded:
    """Every token of the documents, one after the other."""
    rows, gold, sure, first = [], [], [], []
    for document in documents:
        starts = {begin for begin, _ in document.view.sentences}
        for at, (key, surface) in enumerate(zip(keys_of(document), _surfaces(document), strict=True)):
            likely = v.likeliest.get(key) or guess(key)
            shape = SHAPES.index(shape_of(surface, key))
            rows.append((v.words.get(key, 0), v.suffixes.get(key[-3:], 0), shape, LETTERS.index(likely)))
            gold.append(LETTERS.index(document.tags[at]) if document.tags[at] else -1)
            sure.append(LETTERS.index(v.sure[key]) if key in v.sure else -1)
            first.append(at in starts)
    return Encoded(
        np.array(rows, np.int32), np.array(gold, np.int32), np.array(sure, np.int32), np.array(first, np.bool_)
    )


@njit
def _features(rows, first, at, one, two, sizes, out):  # type: ignore[no-untyped-def]
    """The number of each template's key at a token; ``one`` and ``two`` are the tags before."""
    size = len(first)
    last = at + 1 >= size or first[at + 1]
    last_but_one = last or at + 2 >= size or first[at + 2]
    word, tags = rows[at, 0], N + 1
    following = EDGE if last else rows[at + 1, 3]
    second = EDGE if last_but_one else rows[at + 2, 3]
    out[0], out[1], out[2] = word, rows[at, 1], rows[at, 2]
    out[3] = 0 if first[at] else rows[at - 1, 0]
    out[4] = 0 if last else rows[at + 1, 0]
    out[5] = 0 if last else rows[at + 1, 1]
    out[6], out[7] = two * tags + one, word * tags + one
    out[8], out[9] = one * tags + following, following * tags + second
    base = 0
    for place in range(len(sizes)):
        out[place] += base
        base += sizes[place]


@njit
def _best(weights, mask, features, score):  # type: ignore[no-untyped-def]
    score[:] = 0
    for feature in features:
        if mask[feature]:
            for letter in range(N):
                score[letter] += weights[feature, letter]
    return np.argmax(score)


@njit
def _learn(weights, totals, step, mask, rows, gold, sure, first, sizes, order, bounds):  # type: ignore[no-untyped-def]
    """One pass over the sentences in some order."""
    features, score = np.zeros(len(sizes), np.int64), np.zeros(N, np.float64)
    for sentence in order:
        one = two = EDGE
        for at in range(bounds[sentence], bounds[sentence + 1]):
            if sure[at] >= 0:
                best = sure[at]
            else:
                _features(rows, first, at, one, two, sizes, features)
                best = _best(weights, mask, features, score)
                right = gold[at]
                step += 1
                if right >= 0 and best != right:
                    for feature in features:
                        if mask[feature]:
                            weights[feature, right] += 1
                            totals[feature, right] += step
                            weights[feature, best] -= 1
                            totals[feature, best] -= step
            two, one = one, best
    return step


@njit
def _predict(weights, rows, gold, sure, first, sizes, out):  # type: ignore[no-untyped-def]
    features, score = np.zeros(len(sizes), np.int64), np.zeros(N, np.float64)
    mask = np.ones(len(weights), np.bool_)
    one = two = EDGE
    for at in range(len(gold)):
        if first[at]:
            one = two = EDGE
        best = sure[at]
        if best < 0:
            _features(rows, first, at, one, two, sizes, features)
            best = _best(weights, mask, features, score)
        out[at] = best
        two, one = one, best


def _fit(data: Encoded, sizes: NDArray[np.int64], mask: NDArray[np.bool_], seed: int) -> NDArray[np.float64]:
    weights = np.zeros((int(sizes.sum()), N))
    totals = np.zeros_like(weights)
    bounds = np.append(np.flatnonzero(data.first), len(data.gold))
    random, step = np.random.default_rng(seed), 1
    for _ in range(PASSES):
        order = random.permutation(len(bounds) - 1)
        step = _learn(weights, totals, step, mask, *data, sizes, order, bounds)
    averaged: NDArray[np.float64] = (weights - totals / step) * mask[:, None]
    return averaged


def _known(sizes: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Every key but number 0 of words and suffixes: of an unknown word only its shape and its neighbours speak."""
    mask, base = np.ones(int(sizes.sum()), np.bool_), 0
    for template, size in zip(TEMPLATES, sizes, strict=True):
        if template == "tag word":
            mask[base : base + N + 1] = False
        elif template in ("word", "suffix", "before", "behind", "suffix behind"):
            mask[base] = False
        base += size
    return mask


def train_tags(documents: list[Document], seed: int = 0, rows: int = ROWS) -> TagModel:
    """Learn from tagged documents; at most so many rows of weights are kept, rounded as they are written."""
    v = vocabulary(documents)
    data, sizes = encode(documents, v), v.sizes()
    weights = _fit(data, sizes, _known(sizes), seed)
    heavy = np.abs(weights).max(axis=1)
    mask = (heavy > 0) & (heavy >= np.sort(heavy)[-min(rows, len(heavy))])
    return TagModel(v, np.rint(_fit(data, sizes, mask, seed) * SCALE))


def write_tags(model: TagModel, folder: Path) -> None:
    """Write ``tag_words.tsv`` and ``tag_weights.tsv``."""
    v, made = model.vocabulary, "# Made by tools/train_attribution.py; see README.md.\n"
    words = [
        f"{tag}\t{word}\t{'only' if word in v.sure else ''}".rstrip()
        for word, tag in v.likeliest.items()
        if word in v.sure or tag != guess(word)
    ]
    (folder / "tag_words.tsv").write_text(made + "tag\tword\tonly\n" + "\n".join(words) + "\n", "utf-8")
    rows = []
    for template, key, weights in _named_rows(model):
        cells = " ".join(f"{LETTERS[place]}{weight}" for place, weight in enumerate(weights) if weight)
        if cells:
            rows.append(f"{template}\t{key}\t{cells}")
    head = made + "template\tkey\tweights\n"
    (folder / "tag_weights.tsv").write_text(head + "\n".join(rows) + "\n", "utf-8")


def _named_rows(model: TagModel) -> Iterable[tuple[str, str, list[int]]]:
    """The rows with any weight, under the names of their template and key."""
    v = model.vocabulary
    words, suffixes = ["?", *v.words], ["?", *v.suffixes]
    before, behind = [*LETTERS, "^"], [*LETTERS, "$"]
    names = (
        words,
        suffixes,
        SHAPES,
        words,
        words,
        suffixes,
        [two + one for two in before for one in before],
        [one + word for word in words for one in before],
        [one + other for one in before for other in behind],
        [one + other for one in behind for other in behind],
    )
    base = 0
    for template, keys in zip(TEMPLATES, names, strict=True):
        block = model.weights[base : base + len(keys)]
        for place in np.flatnonzero(np.abs(block).max(axis=1)):
            yield template, keys[int(place)], [int(weight) for weight in block[place]]
        base += len(keys)
