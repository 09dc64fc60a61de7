"""Part-of-speech tags, coarse: one letter a token.

A word has few tags; of these the one wins that is likeliest for the word, behind the tag before it, and in front of
the likeliest tag of the next word. Tables and how they were learned: ``conflictnews/weights/README.md``. Agreement with
the Penn Treebank tags of CoreNLP, mapped by ``PENN``, is 95.8 per cent on news that the tables have not seen.

==  =====================================  ==  ==========================
N   noun                                   O   pronoun
P   proper noun                            S   possessive, "'s"
V   finite verb                            C   coordinating conjunction
M   modal                                  W   wh-word
B   base form of a verb                    U   number
G   gerund, present participle             t   "to"
D   past participle                        r   particle
J   adjective                              R   adverb
I   preposition, subordinating conjunction  .  mark
T   determiner                             \\
==  =====================================  ==  ==========================
"""

from __future__ import annotations

from functools import cache

from conflictnews.lexicons.table import read_table

__all__ = ["PENN", "guess", "key_of", "tag"]

PENN = {
    "NN": "N", "NNS": "N", "FW": "N", "NNP": "P", "NNPS": "P", "VBD": "V", "VBZ": "V", "VBP": "V", "MD": "M", "VB": "B",
    "VBG": "G", "VBN": "D", "JJ": "J", "JJR": "J", "JJS": "J", "RB": "R", "RBR": "R", "RBS": "R", "UH": "R", "RP": "r",
    "IN": "I", "TO": "t", "DT": "T", "PDT": "T", "PRP": "O", "EX": "O", "PRP$": "S", "POS": "S", "CC": "C", "WDT": "W",
    "WP": "W", "WP$": "W", "WRB": "W", "CD": "U", "LS": "U", "$": "U", "#": "U",
}  # fmt: skip

# Endings in the order in which they are tried, for words that the table does not know.
_ENDINGS = (
    ("ly", "R"), ("ing", "G"), ("ed", "D"), ("tion", "N"), ("ness", "N"), ("ment", "N"), ("ity", "N"), ("ism", "N"), ("ous", "J"),
    ("ful", "J"), ("ive", "J"), ("able", "J"), ("al", "J"), ("ic", "J"), ("ish", "J"), ("less", "J"), ("s", "N"),
)  # fmt: skip


def key_of(word: str, first: bool) -> str:
    """How the table names a word: folded, marked where it has a capital but does not begin its sentence."""
    folded = word.lower().replace("’", "'")
    return "^" + folded if not first and word[0].isupper() else folded


def guess(key: str) -> str:
    """The tag of a word that the table does not know, by its shape."""
    if key[0] == "^" and len(key) > 1:
        return "P"
    if not key[0].isalnum():
        return "S" if key == "'s" else "."
    if key[0].isdigit():
        return "U"
    for ending, letter in _ENDINGS:
        if key.endswith(ending):
            return letter
    return "J" if "-" in key else "N"


Choices = tuple[tuple[str, int], ...]


@cache
def _words() -> tuple[dict[str, str], dict[str, Choices]]:
    """The likeliest tag of each known word, and all tags of those that have several."""
    likeliest: dict[str, str] = {}
    several: dict[str, Choices] = {}
    for word, cells in read_table("word_tags", "word", "tags", folder="weights"):
        choices = tuple((cell[0], int(cell[1:])) for cell in cells.split(" "))
        likeliest[word] = max(choices, key=lambda choice: choice[1])[0]
        if len(choices) > 1:
            several[word] = choices
    return likeliest, several


@cache
def _pairs() -> tuple[dict[str, int], dict[str, int]]:
    before: dict[str, int] = {}
    after: dict[str, int] = {}
    for side, pair, weight in read_table("tag_pairs", "side", "pair", "weight", folder="weights"):
        (before if side == "before" else after)[pair] = int(weight)
    return before, after


def tag(text: str, words: list[str], starts: list[int], sentences: list[tuple[int, int]]) -> list[str]:
    """The tag of every token; ``sentences`` are token ranges that cover them all."""
    likeliest, several = _words()
    before, after = _pairs()
    keys = ["^" + word if text[start].isupper() else word for word, start in zip(words, starts, strict=True)]
    for first, _ in sentences:
        if not text[starts[first] : starts[first] + 2].isupper():  # "US officials": an acronym is one anywhere
            keys[first] = words[first]
    tags = [likeliest.get(key) or guess(key) for key in keys]
    firsts = {first for first, _ in sentences}
    for first in firsts:
        if keys[first] not in likeliest and text[starts[first]].isupper():
            tags[first] = "P"
    last = len(keys) - 1
    for at, key in enumerate(keys):
        choices = several.get(key)
        if choices is None:
            continue
        previous = "^" if at in firsts else tags[at - 1]
        following = "$" if at == last or at + 1 in firsts else tags[at + 1]
        best, chosen = -(10**9), ""
        for letter, weight in choices:
            score = weight + before.get(previous + letter, 0) + after.get(letter + following, 0)
            if score > best:
                best, chosen = score, letter
        tags[at] = chosen
    return tags
