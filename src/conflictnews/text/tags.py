"""Part-of-speech tags, coarse: one letter a token.

A word has few tags; of these the one wins that is likeliest for the word, behind the tag before it, and in front of
the likeliest tag of the next word. Tables and how they were learned: ``conflictnews/weights/README.md``. Agreement with
the Penn Treebank tags of CoreNLP, mapped by ``PENN``, is 95.6 per cent on news that the tables have not seen.

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
T   determiner
==  =====================================  ==  ==========================
"""

from __future__ import annotations

from functools import cache

from conflictnews.lexicons.table import read_table, word_sets

__all__ = ["PENN", "guess", "key_of", "tag"]

PENN = {
    "NN": "N", "NNS": "N", "FW": "N", "NNP": "P", "NNPS": "P", "VBD": "V", "VBZ": "V", "VBP": "V", "MD": "M", "VB": "B",
    "VBG": "G", "VBN": "D", "JJ": "J", "JJR": "J", "JJS": "J", "RB": "R", "RBR": "R", "RBS": "R", "UH": "R", "RP": "r",
    "IN": "I", "TO": "t", "DT": "T", "PDT": "T", "PRP": "O", "EX": "O", "PRP$": "S", "POS": "S", "CC": "C", "WDT": "W",
    "WP": "W", "WP$": "W", "WRB": "W", "CD": "U", "LS": "U", "$": "U", "#": "U",
}  # fmt: skip

# Endings in the order in which they are tried, for words that the table does not know.
_ENDINGS = (
    ("ly", "R"), ("ing", "G"), ("ed", "D"), ("tion", "N"), ("ness", "N"), ("ment", "N"), ("ity", "N"),
    ("ism", "N"), ("ous", "J"), ("ful", "J"), ("ive", "J"), ("able", "J"), ("al", "J"), ("ic", "J"),
    ("ish", "J"), ("less", "J"), ("s", "N"),
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


_LONGEST_HEADLINE = 25
_TITLE_CASE = 0.8

Choices = tuple[tuple[str, int], ...]
Entry = tuple[str, Choices]
"""The likeliest tag of a word, and all of them with their weights where there are several."""


@cache
def _words() -> tuple[dict[str, Entry], dict[str, Entry]]:
    """The words of the table, and those that have a row of their own for a capital inside a sentence."""
    plain: dict[str, Entry] = {}
    capital: dict[str, Entry] = {}
    for key, cells in read_table("word_tags", "word", "tags", folder="weights"):
        choices = tuple((cell[0], int(cell[1:])) for cell in cells.split(" "))
        likeliest = max(choices, key=lambda choice: choice[1])[0]
        entry = (likeliest, choices if len(choices) > 1 else ())
        if len(key) > 1 and key[0] == "^":
            capital[key[1:]] = entry
        else:
            plain[key] = entry
    for title in word_sets("abbreviations", "abbreviation", "class")["title"]:  # "Gen.", "Col."
        capital[title] = ("P", ())
    return plain, capital


@cache
def _pairs() -> tuple[dict[str, dict[str, int]], dict[str, dict[str, int]]]:
    """For each tag before, and for each tag behind, how well every tag fits it."""
    before: dict[str, dict[str, int]] = {}
    behind: dict[str, dict[str, int]] = {}
    for side, pair, weight in read_table("tag_pairs", "side", "pair", "weight", folder="weights"):
        if side == "before":
            before.setdefault(pair[0], {})[pair[1]] = int(weight)
        else:
            behind.setdefault(pair[1], {})[pair[0]] = int(weight)
    return before, behind


def tag(text: str, words: list[str], starts: list[int], sentences: list[tuple[int, int]]) -> list[str]:
    """The tag of every token; ``sentences`` are token ranges that cover them all."""
    entries = _entries(
        text, words, starts, {first for first, _ in sentences} | _headlines(text, words, starts, sentences)
    )
    tags = [letter for letter, _ in entries]
    before, behind = _pairs()
    edges = {first for first, _ in sentences}
    last = len(words) - 1
    for at, (_, choices) in enumerate(entries):
        if not choices:
            continue
        left = before["^" if at in edges else tags[at - 1]]
        right = behind["$" if at == last or at + 1 in edges else tags[at + 1]]
        best = -(10**9)
        for letter, weight in choices:
            score = weight + left[letter] + right[letter]
            if score > best:
                best, tags[at] = score, letter
    return tags


def _headlines(text: str, words: list[str], starts: list[int], sentences: list[tuple[int, int]]) -> set[int]:
    """The tokens of sentences in title case, whose capitals make no names: "Governor Calls Ruling a Disgrace"."""
    out: set[int] = set()
    for first, last in sentences:
        if not 3 < last - first <= _LONGEST_HEADLINE or not text[starts[first + 1]].isupper():
            continue
        long = [at for at in range(first, last) if len(words[at]) > 3 and words[at][0].isalpha()]
        if len(long) > 3 and sum(text[starts[at]].isupper() for at in long) >= _TITLE_CASE * len(long):
            out.update(range(first, last))
    return out


def _entries(text: str, words: list[str], starts: list[int], edges: set[int]) -> list[Entry]:
    """What the table says of each token; a guess by its shape where it says nothing.

    ``edges`` are tokens whose capital tells nothing: the first of each sentence, and those of headlines.
    """
    plain, capital = _words()
    name: Entry = ("P", ())
    out: list[Entry] = []
    for at, word in enumerate(words):
        start = starts[at]
        if not text[start].isupper():
            entry = plain.get(word) or (guess(word), ())
        elif at not in edges or text[start : start + 2].isupper():  # "US officials": an acronym is one anywhere
            entry = capital.get(word, name)
        else:
            entry = plain.get(word, name)
        out.append(entry)
    return out
