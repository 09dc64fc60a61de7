"""Part-of-speech tags, coarse: one letter a token.

A greedy averaged perceptron (Collins 2002) from left to right. A word that nearly always bears one tag gets it from a
table; any other is scored by itself, its ending and its shape, the tags of the two words before, and the words behind
with their likeliest tags. Tables and how they were learned: ``conflictnews/weights/README.md``. Agreement with the Penn
Treebank tags of CoreNLP, mapped by ``PENN``, is 97.5 per cent on news that the tables have not seen.

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

from bisect import bisect_right
from functools import cache

from conflictnews.lexicons.lexicon import per_lexicon
from conflictnews.register.states import states
from conflictnews.text.closed_words import closed_words, light_verbs, verbs
from conflictnews.text.homographs import HOMOGRAPHS, verbs_of_saying
from conflictnews.text.morphology import strong_pasts, sure_pasts, verb_forms
from conflictnews.text.name_particles import inner_particles
from conflictnews.text.nouns import find_noun, nouns
from conflictnews.text.tag_words import FIELDS, LETTERS, WIDTH, Word, is_no_word, is_only_noun, read_word, tables

__all__ = ["OPENING_MARKS", "PENN", "edges_of", "tag"]

PENN = {
    "NN": "N", "NNS": "N", "FW": "N", "NNP": "P", "NNPS": "P", "VBD": "V", "VBZ": "V", "VBP": "V", "MD": "M", "VB": "B",
    "VBG": "G", "VBN": "D", "JJ": "J", "JJR": "J", "JJS": "J", "RB": "R", "RBR": "R", "RBS": "R", "UH": "R", "RP": "r",
    "IN": "I", "TO": "t", "DT": "T", "PDT": "T", "PRP": "O", "EX": "O", "PRP$": "S", "POS": "S", "CC": "C", "WDT": "W",
    "WP": "W", "WP$": "W", "WRB": "W", "CD": "U", "LS": "U", "$": "U", "#": "U",
}  # fmt: skip
_LONGEST_HEADLINE = 25
_TITLE_CASE = 0.8
_CACHED = 20_000
"""Word forms whose scores are kept; texts without end have words without end."""

_NAME: Word = ("P", "P", 0, 0, 0, None)
_VERB: Word = ("V", "V", 0, 0, 0, None)
_ONES = frozenset({"accused", "deceased"})
"""Participles that are nouns where none stands behind: "the ACCUSED fled"."""
OPENING_MARKS = frozenset({":", "-", "--", "–", "—", '"', "“"})
"""Behind which a clause may begin with a capital: a dateline, a colon, a quotation."""
_BEFORE_QUOTE = frozenset({",", ":"})
_BEFORE_FINITE = frozenset("NPUJ.")
_BEFORE_NOUN = frozenset("PNJTUS")
_CONJUNCT_REACH = 8
_DATELINE = 14
_WITH_BOTH = 3
_ACRONYMS = frozenset({"IS", "UP", "WHO"})
"""Names in capitals that are little words else, unless all around is in capitals."""


class _Around(dict[str, int]):
    """The scores by the two tags before and the likeliest two behind, summed when they are first asked for."""

    def __missing__(self, key: str) -> int:
        if len(self) >= _CACHED:
            self.clear()
        templates = tables().templates
        total = templates["tags"].get(key[:2], 0) + templates["tags behind"].get(key[2:], 0)
        self[key] = total = total + templates["tag behind"].get(key[1:3], 0)
        return total


@cache
def _around() -> _Around:
    return _Around()


@per_lexicon
def _known() -> tuple[dict[str, Word], dict[str, Word]]:
    """The word forms seen so far: inside a sentence, and where a capital tells nothing."""
    return {}, {}


def tag(text: str, words: list[str], starts: list[int], ends: list[int], sentences: list[tuple[int, int]]) -> list[str]:
    """The tag of every token; ``sentences`` are token ranges that cover them all."""
    firsts = _firsts(words, sentences)
    found = _words(text, starts, ends, firsts, _edges(text, words, starts, sentences, firsts))
    around, tags = _around(), list[str]()
    for first, last in sentences:
        one = two = "^"
        for at in range(first, last):
            word = found[at]
            letter = word[0]
            if not letter:
                _, _, total, _, _, by_tag = word
                if by_tag is not None and one in by_tag:
                    total += by_tag[one]
                if at > first:
                    total += found[at - 1][3]
                following = second = "$"
                if at + 1 < last:
                    _, following, _, _, behind, _ = found[at + 1]
                    total += behind
                    if at + 2 < last:
                        second = found[at + 2][1]
                total += around[two + one + following + second]
                scores = FIELDS.unpack(total.to_bytes(WIDTH, "little"))
                letter = LETTERS[scores.index(max(scores))]
                if letter in "DNJB" or words[at] in _ONES:
                    before = tags[max(first, at - _CONJUNCT_REACH) :]
                    letter = _mended(letter, words[at], before, following, at - first)
                    if letter in "JN":
                        letter = _noun_or_past(letter, words[at - 1 : at + 2], before, following + second)
            tags.append(letter)
            two, one = one, letter
    return tags


def _mended(letter: str, word: str, tags: list[str], following: str, place: int) -> str:
    """The tag of a word, mended where the guess of the model does not go with what stands ``before`` it.

    ``tags`` are those of the words before, ``following`` the likeliest one of the word behind, ``place`` counts from
    the beginning of the sentence.
    """
    one = tags[-1] if tags and place else "^"
    if word in _ONES and one in "TJ" and following not in "NJPU":
        return "N"
    if letter == "D" and one in _BEFORE_FINITE and word in _pasts_without_object():
        return "V"
    if letter == "D" and following in "UTSO" and _has_object(word, tags):
        return "V"  # "two men on a motorbike ATTACKED five farmers"
    if letter == "D" and following == "N" and one == "N" and word in light_verbs() and tags[-2:-1] != ["V"]:
        return "V"  # "a man OPENED fire", "assailants SET fire to a truck"
    if (
        letter in "DJ"
        and one == "G"
        and place == 1
        and following in "UT"
        and (word[-2:] == "ed" or word in sure_pasts())
    ):
        return "V"  # "Shelling KILLED two women"
    if letter == "B":
        if not place and word in states("adjective"):
            return "J"  # "ISRAELI strike kills five"
        return "N" if one in _BEFORE_NOUN and is_only_noun(word) else letter  # "the US AIRSTRIKE near"
    if letter == "N" and one in "NPO" and word in sure_pasts():
        return "V"  # "lawyers TORE copies"
    if letter == "N" and one in "NPG" and following == "I" and word in _happens():
        return "V"  # "Fighting ERUPTS in Dorn"
    if letter == "N" and one in "NPG" and following in "UTRr" and _is_third_person(word):
        return "V"  # "missile attack on Dorn KILLS two", "fighting BREAKS out"
    if letter == "N" and one == "C" and "B" in tags:
        return _second_base(word, following)
    return letter


def _noun_or_past(letter: str, words: list[str], tags: list[str], following: str) -> str:
    """The tag of what the model takes for an adjective or a noun, and the tables for a noun or a past form.

    "An ASSAILANT shot police officer Karl Dorn", "an assailant SHOT police officer Karl Dorn". ``words`` are the word
    before, the word, and the one behind; ``following`` are the likeliest tags of the two words behind.
    """
    if len(words) < _WITH_BOTH:
        return letter
    before, word, behind = words
    if letter == "N":
        acts = tags[-1:] == ["N"] and before in nouns("person", "armed") and following[0] in "NTU"
        return "V" if acts and word in strong_pasts() else letter
    if "-" in word and word in verbs()[1]:
        describes = tags[-1:] == ["T"] and following[0] == "N"  # "the GANG-RAPED woman", "was GANG-RAPED"
        return "D" if describes or tags[-1:] == ["V"] else "V"
    if behind == "and" and word in nouns("forces"):
        return "N" if following[1] in "NPT" else letter  # "between the MILITARY and rebels"
    acts = tags[-1:] == ["T"] and behind in strong_pasts() and word in nouns("person")
    return "N" if acts and following[0] == "N" else letter


def _has_object(word: str, tags: list[str]) -> bool:
    """Whether a past form between a noun and its object is finite: no auxiliary is near, and it names nobody."""
    subject = tags[-1:] in (["N"], ["P"]) or tags[-2:] == ["T", "J"]
    helped = tags[-2:] in (["V", "N"], ["M", "N"])  # "has today published a report"
    return (
        subject
        and not helped
        and (word[-2:] == "ed" or word in sure_pasts())
        and word not in closed_words("ditransitive")
    )


@cache
def _pasts_without_object() -> frozenset[str]:
    """Past forms that are finite behind a noun, as their verbs have no passive: "protesters CLASHED"."""
    return frozenset(past for verb in closed_words("intransitive-only") for past in verb_forms(verb).pasts)


@cache
def _happens() -> frozenset[str]:
    """Forms in -s of verbs whose subject is an event and that have no object: "erupts"."""
    verbs_of_events = closed_words("happening") & closed_words("intransitive-only")
    return frozenset(verb_forms(verb).third for verb in verbs_of_events)


def _is_third_person(word: str) -> bool:
    """Whether a word in -s is a verb that the tables name, and no noun of theirs."""
    return word[-1] == "s" and word in verbs()[0] and find_noun(word) is None


def _second_base(word: str, following: str) -> str:
    """The tag of what may be a second base form: "could attack hotels and KILL tourists", "and SHOOT the man"."""
    if word not in verbs()[0] or word[-1] == "s":
        return "N"
    return "B" if following in "TS" or (following in "NP" and find_noun(word) is None) else "N"


def _firsts(words: list[str], sentences: list[tuple[int, int]]) -> set[int]:
    """The first token of each sentence, and a number behind a dateline, a colon or an opening quotation mark.

    "Kabul -- SIX Greek engineers fled."
    """
    numbers, starts = closed_words("cardinal"), [first for first, _ in sentences]
    opened = (at for at, word in enumerate(words) if word in numbers and at and words[at - 1] in OPENING_MARKS)
    return {*starts, *(at for at in opened if _is_opening(words, at - 1, starts[bisect_right(starts, at) - 1]))}


def _is_opening(words: list[str], mark: int, first: int) -> bool:
    """Whether a mark opens a clause in the sentence that begins with token ``first``."""
    if mark <= first:
        return False
    return words[mark] == ":" or words[mark - 1] in _BEFORE_QUOTE or mark < first + _DATELINE


def _words(text: str, starts: list[int], ends: list[int], firsts: set[int], edges: set[int]) -> list[Word]:
    """What the tables say of each token; in headlines as if in small letters, but for acronyms."""
    inner, outer = _known()
    surfaces = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    found = list(map(inner.get, surfaces))
    for at in edges:
        surface = surfaces[at]
        if at not in firsts and surface[1:].islower():
            surface = surface.lower()
            if surface != surfaces[at] and is_no_word(surface):
                found[at] = _NAME  # "Gunmen Kill Five Farmers in DORN"
                continue
        found[at] = outer.get(surface) or _kept(outer, surface, True)
    for word in _ACRONYMS.intersection(surfaces):
        for at in (at for at, surface in enumerate(surfaces) if surface == word):
            around = surfaces[max(0, at - 1) : at] + surfaces[at + 1 : at + 2]
            if not any(len(other) > 1 and other.isupper() for other in around):
                found[at] = _NAME
    for at in inner_particles(surfaces, edges):
        found[at] = _NAME
    read = [
        word or inner.get(surface) or _kept(inner, surface, False)
        for word, surface in zip(found, surfaces, strict=True)
    ]
    for at in () if HOMOGRAPHS.isdisjoint(surfaces) else verbs_of_saying(surfaces, [word[1] for word in read]):
        read[at] = _VERB
    return read


def _kept(known: dict[str, Word], surface: str, edge: bool) -> Word:
    """What the tables say of a word that is not known yet."""
    if len(known) >= _CACHED:
        known.clear()
    word = known[surface] = read_word(surface, edge)
    return word


def edges_of(text: str, words: list[str], starts: list[int], sentences: list[tuple[int, int]]) -> set[int]:
    """The tokens whose capital tells nothing: the first of each sentence, and those of headlines in title case."""
    return _edges(text, words, starts, sentences, _firsts(words, sentences))


def _edges(
    text: str, words: list[str], starts: list[int], sentences: list[tuple[int, int]], firsts: set[int]
) -> set[int]:
    out = set(firsts)
    for first, last in sentences:
        if not 3 < last - first <= _LONGEST_HEADLINE or not text[starts[first + 1]].isupper():
            continue
        long = [at for at in range(first, last) if len(words[at]) > 3 and words[at][0].isalpha()]
        if len(long) > 3 and sum(text[starts[at]].isupper() for at in long) >= _TITLE_CASE * len(long):
            out.update(range(first, last))
    return out
