"""Word classes of a sentence: a small table, the endings of words, and their neighbours.

No tagger: it only has to tell where a noun phrase begins and ends and which words are verbs. Classes are the letters of
``word_classes.tsv``, and ``s`` possessive mark, ``,`` a mark that parts phrases, ``"`` a quotation mark, ``.`` another
mark.
"""

from __future__ import annotations

from functools import cache, lru_cache

from conflictnews.extractors.events.triggers import first_words, trigger_classes
from conflictnews.lexicons.table import read_table
from conflictnews.text import TextView

__all__ = ["classify"]

_MARKS = {
    ",": ",", "-": ",", "–": ",", "—": ",", "--": ",", "(": ",", ")": ",", "[": ",", "]": ",", ":": ",", ";": ",",
    '"': '"', "“": '"', "”": '"', "``": '"', "''": '"', "‘": '"', "’": '"', "'": '"', "«": '"', "»": '"',
    "'s": "s", "’s": "s", "'d": "x", "'ll": "x", "'re": "x", "'ve": "x", "'m": "x",
    "%": "n", "$": "u", "&": "c", "/": "c",
}  # fmt: skip
_ADJECTIVE_ENDINGS = ("ous", "ful", "able", "ible", "ical", "ish", "ive", "less", "ic", "al")
_PARTICIPLES = ("ed", "led", "made", "run", "held", "born", "owned", "linked", "ruled", "speaking", "wide")
_CLOSED = frozenset('dxotcus,."')
_OPEN = frozenset("megvwa")
_LONGEST_HEADLINE = 25


@cache
def _table() -> dict[str, str]:
    table = {word: label for word, label in read_table("word_classes", "word", "class")}  # noqa: C416 - narrows the type
    for form, label in trigger_classes().items():
        if label == "m" and table.get(form, "n") in "na":
            table[form] = "m"
        table.setdefault(form, label)
    return table | _MARKS


@cache
def _nationalities() -> frozenset[str]:
    rows = read_table("nations", "name", "nation", "kind")
    return frozenset(name.lower() for name, _, kind in rows if kind == "adjective")


def _guess(word: str) -> str:
    """The class of a word that the table lacks, by its form."""
    if word[0].isdigit():
        return "a" if "-" in word else "u"
    if not word[0].isalnum():
        return "."
    if word in _nationalities():
        return "a"
    if "-" in word:
        return "a" if word.endswith(_PARTICIPLES) else "n"
    if word.endswith("s"):
        stem = _table().get(word[:-1]) or (_table().get(word[:-2]) if word.endswith("es") else None)
        if stem in ("v", "m"):
            return stem
    if word.endswith("ed"):
        return "e"
    if word.endswith("ing"):
        return "g" if len(word) > 5 else "n"
    if word.endswith("ly"):
        return "r"
    return "a" if word.endswith(_ADJECTIVE_ENDINGS) else "n"


def classify(view: TextView, first: int, last: int, classes: list[str]) -> None:
    """Write the classes of the tokens of one sentence into ``classes``, which is as long as the text has tokens."""
    words, text, starts = view.words, view.text, view.starts
    labels = list(map(_class_of, words[first:last]))
    if "us" in view.index:
        _pronoun_us(view, first, last, labels)
    classes[first:last] = labels
    shouted = last - first < _LONGEST_HEADLINE and _is_headline(view, first, last)
    before = "."
    for i, label in enumerate(labels, first):
        if label in _CLOSED:
            before = label
            continue
        if not shouted and i > first and label != "w" and text[starts[i]].isupper():
            label = _capitalised(view, i, label, before)  # noqa: PLW2901 - one word, read in two steps
        if label in _OPEN:
            after = classes[i + 1] if i + 1 < last else "."
            previous = words[i - 1] if i > first else ""
            label = _in_context(words[i], label, before, after, previous)  # noqa: PLW2901
        classes[i] = before = label


def _pronoun_us(view: TextView, first: int, last: int, labels: list[str]) -> None:
    """Tell "they attacked us" from "against us forces", where a capital was lost."""
    for i in range(first, last):
        if view.words[i] == "us" and view.text[view.starts[i]] == "u":
            following = labels[i + 1 - first] if i + 1 < last else "."
            labels[i - first] = "n" if following in "nm" else "o"


@lru_cache(maxsize=1 << 15)
def _class_of(word: str) -> str:
    return _table().get(word) or _guess(word)


def _is_headline(view: TextView, first: int, last: int) -> bool:
    """Title case tells nothing of names: most words of the sentence have a capital."""
    text, starts = view.text, view.starts
    letters = [text[starts[i]] for i in range(first, last) if len(view.words[i]) > 3]
    return sum(letter.isupper() for letter in letters) > 0.7 * len(letters)


def _capitalised(view: TextView, i: int, label: str, before: str) -> str:
    """A capital in mid-sentence makes a name of a word, unless that is an adjective of nation or a word of time."""
    if (
        label == "y"
        or (label == "e" and view.words[i] in first_words())
        or (label == "a" and view.words[i] in _nationalities())
        or before == '"'
    ):
        return label
    return "a" if label == "a" else "n"


def _agrees(word: str, previous: str) -> bool:
    """Between two nouns: "US bombs bases" and "airstrikes target bases" have a verb, "rocket attack site" has none."""
    ends = word.endswith("s")
    return ends != previous.endswith("s") or previous in ("us", "u.s.")


def _in_context(word: str, label: str, before: str, after: str, previous: str) -> str:
    """One reading for a word that may be noun, verb or adjective."""
    if label == "w":
        return "d" if word == "that" and before in "p.," and after in "na" else label
    if label == "a":
        return "n" if before in "da" and after in "wvxp." else label  # "a revered general"
    if label == "m":
        if before in "dausp":
            return "n"
        if before == '"' and after in "dno":
            return "v"  # a fragment of a quotation: "hold Iran responsible"
        if before in "tox" or (before in "nyr" and after in "dot") or (before == "w" and after in "danou"):
            return "v"
        return "v" if before == "n" and after in "nau" and _agrees(word, previous) else "n"
    if label == "e":
        premodifies = after in "nam" and before in "daups"
        return "a" if premodifies else label
    if label == "g":
        if before in "das":
            return "a" if after in "nm" else "n"
        return label
    return "n" if before in "das" else label  # a verb behind a determiner is a noun
