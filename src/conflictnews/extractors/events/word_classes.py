"""Word classes of a sentence, for telling noun phrases and verbs apart: part-of-speech tags, coarser still.

Classes are letters. Of the open classes the tags decide: ``n`` noun, ``a`` adjective or participle before a noun, ``v``
finite verb or infinitive, ``e`` past participle, ``g`` -ing form, ``r`` adverb, ``u`` number. Of closed classes the
table ``word_classes`` does: ``p`` preposition or particle, ``t`` to, ``c`` conjunction, ``w`` subordinator or relative,
``d`` determiner, ``o`` pronoun, ``x`` auxiliary, ``y`` word of time; also cardinals. ``s`` is the possessive mark,
``,`` a mark that parts phrases, ``"`` a quotation mark, ``.`` another mark.
"""

from __future__ import annotations

from functools import cache, lru_cache

from conflictnews.extractors.events.triggers import event_nouns, first_words, irregular_pasts, present_forms
from conflictnews.lexicons.table import read_table
from conflictnews.text import TextView

__all__ = ["classify"]

_MARKS = {
    ",": ",", "-": ",", "–": ",", "—": ",", "--": ",", "(": ",", ")": ",", "[": ",", "]": ",", ":": ",", ";": ",",
    '"': '"', "“": '"', "”": '"', "``": '"', "''": '"', "‘": '"', "’": '"', "'": '"', "«": '"', "»": '"',
    "'s": "s", "’s": "s", "'d": "x", "'ll": "x", "'re": "x", "'ve": "x", "'m": "x",
    "%": "n", "$": "u", "&": "c", "/": "c",
}  # fmt: skip
_OF_TAGS = {
    "N": "n", "P": "n", "V": "v", "M": "x", "B": "v", "G": "g", "D": "e", "J": "a", "I": "p", "T": "d", "O": "o",
    "S": "d", "C": "c", "W": "w", "U": "u", "t": "t", "r": "p", "R": "r", ".": ".",
}  # fmt: skip
_CLOSED = frozenset("dxotcwpyu")
_US = (["forces"], ["troops"], ["soldiers"], ["military"], ["personnel"], ["service"], ["officials"], ["bases"])
_AND_HARMED = (["and", "killed"], ["and", "wounded"], ["and", "injured"])
_DAYTIMES = frozenset("dawn dusk sunrise sunset".split())
_FINITE = frozenset("VM")


@cache
def _table() -> dict[str, str]:
    table = {word: label for word, label in read_table("word_classes", "word", "class") if label in _CLOSED}
    return table | _MARKS


@cache
def _nationalities() -> frozenset[str]:
    rows = read_table("nations", "name", "nation", "kind")
    return frozenset(name.lower() for name, _, kind in rows if kind == "adjective")


def classify(view: TextView, first: int, last: int, classes: list[str]) -> None:
    """Write the classes of the tokens of one sentence into ``classes``, which is as long as the text has tokens."""
    tags = view.tags_in(first, last)
    table = _table()
    before = "."
    for i in range(first, last):
        word, tag = view.words[i], tags[i - first]
        label = table.get(word)
        if word == "us":  # a pronoun, or a country that lost its capital: "against us forces"
            label = "n" if tag != "O" or view.words[i + 1 : i + 2] in _US else "o"
        elif label is None:
            after = tags[i + 1 - first] if i + 1 < last else "."
            if tag == "D" and i + 1 < last and table.get(view.words[i + 1]) == "y":
                after = "."  # "exploded Wednesday"
            label = _open(word, tag, before, after)
            if label == "n" and word == "shot" and view.words[i + 1 : i + 3] in _AND_HARMED:
                label = "v"
        elif tag == "P" and i > first and (label == "u" or word in _DAYTIMES):
            label = "n"  # "the Group of Seven", "Golden Dawn"
        elif word == "mine" and before in "adn":
            label = "n"
        elif word == "once" and tag == "R":
            label = "r"
        elif word == "that" and tag == "T":
            label = "d"
        classes[i] = before = label
    if _FINITE.isdisjoint(tags):
        _find_verb(view, first, last, classes)


def _find_verb(view: TextView, first: int, last: int, classes: list[str]) -> None:
    """In a headline that seems to have no verb, take for one what may be: "US airstrikes target facilities"."""
    words = view.words
    for i in range(first + 1, last - 1):
        between = classes[i] == classes[i - 1] == "n" and classes[i + 1] in "naud"
        agrees = words[i].endswith("s") != words[i - 1].endswith("s") or words[i - 1] in ("us", "u.s.")
        if between and agrees and words[i] in present_forms():
            classes[i] = "v"
            return


def _is_noun_form(word: str, tag: str, after: str) -> bool:
    """ "an air raid destroyed": the form of a verb that is no participle here, and no finite verb before another."""
    if word == "forces":
        return tag == "V"
    if word not in present_forms() or word in irregular_pasts():
        return False
    return tag == "D" or (tag == "V" and after == "V")


@lru_cache(maxsize=1 << 14)
def _open(word: str, tag: str, before: str, after: str) -> str:
    """The class of a word of an open class."""
    label = _OF_TAGS[tag]
    if before in "nadu" and _is_noun_form(word, tag, after):
        return "n"
    if tag == "P" and word.endswith("ed") and word in first_words():
        return "e"  # a capital that a translation put there: "a strike Killed the general"
    if word in _nationalities() and (tag in "JPN") and after in "NPJ":
        return "a"
    if label == "a" and word.endswith("ing") and after in "UTS":
        return "g"  # "damaging two planes"
    if label == "a" and before in "xr" and after == "V":
        return "r"  # "has outright rejected"
    if label == "a" and before in "das" and after in "WVMI.":
        return "n"  # "a revered general"
    if label == "u" and "-" in word:
        return "a"
    if label == "e" and after in "NPJ" and before in "daupsv":
        return "a"
    if label == "g" and before in "das":
        return "a" if after in "NP" else "n"
    if label == "g" and before == "." and after == "I" and word in event_nouns():
        return "n"  # "Shelling from the hills wounded two"
    if label == "." and word[0].isalnum():
        return "n"
    return label
