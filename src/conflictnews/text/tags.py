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

import struct
from bisect import bisect_right
from functools import cache, lru_cache
from typing import NamedTuple

import regex

from conflictnews.lexicons.table import read_table, word_sets
from conflictnews.text.closed_words import closed_words, verbs
from conflictnews.text.homographs import HOMOGRAPHS, verbs_of_saying
from conflictnews.text.morphology import singular, sure_pasts, verb_forms
from conflictnews.text.nouns import find_noun, nouns

__all__ = ["LETTERS", "OPENING_MARKS", "PENN", "edges_of", "guess", "key_of", "shape_of", "tag"]

PENN = {
    "NN": "N", "NNS": "N", "FW": "N", "NNP": "P", "NNPS": "P", "VBD": "V", "VBZ": "V", "VBP": "V", "MD": "M", "VB": "B",
    "VBG": "G", "VBN": "D", "JJ": "J", "JJR": "J", "JJS": "J", "RB": "R", "RBR": "R", "RBS": "R", "UH": "R", "RP": "r",
    "IN": "I", "TO": "t", "DT": "T", "PDT": "T", "PRP": "O", "EX": "O", "PRP$": "S", "POS": "S", "CC": "C", "WDT": "W",
    "WP": "W", "WP$": "W", "WRB": "W", "CD": "U", "LS": "U", "$": "U", "#": "U",
}  # fmt: skip
LETTERS = "NPVMBGDJITOSCWUtrR."

# Endings in the order in which they are tried, for words that the table does not know.
_ENDINGS = (
    ("ly", "R"), ("ing", "G"), ("ed", "D"), ("tion", "N"), ("ness", "N"), ("ment", "N"), ("ity", "N"),
    ("ism", "N"), ("ous", "J"), ("ful", "J"), ("ive", "J"), ("able", "J"), ("al", "J"), ("ic", "J"),
    ("ish", "J"), ("less", "J"), ("s", "N"),
)  # fmt: skip
_LONGEST_HEADLINE = 25
_TITLE_CASE = 0.8
_LONGEST_WORD = 40
_CACHED = 20_000
"""Word forms whose scores are kept; texts without end have words without end."""

# The score of every tag in one integer, 16 bits each: adding two of them adds all 19 scores at once.
_FIELDS = struct.Struct(f"<{len(LETTERS)}H")
_WIDTH = _FIELDS.size
_MIDDLE = sum(1 << (16 * place + 15) for place in range(len(LETTERS)))
"""Lifts every score above zero, so that no field borrows from the next."""


def key_of(surface: str, edge: bool) -> str:
    """How the tables name a word: folded, marked where it has a capital that tells something."""
    folded = surface.lower().replace("’", "'").replace("‑", "-")
    return "^" + folded if not edge and surface[0].isupper() else folded


def guess(key: str) -> str:
    """The likeliest tag of a word that the table does not know, by its shape."""
    if key[0] == "^" and len(key) > 1:
        return "P"
    if not key[0].isalnum():
        return "S" if key == "'s" else "."
    if key[0].isdigit():
        return "U"
    for ending, letter in _ENDINGS:
        if key.endswith(ending):
            return letter
    if "-" not in key:
        return "N"
    return "N" if key.rpartition("-")[2] in nouns("person") else "J"  # "director-general"


_SHAPE = regex.compile(
    r"""
      (?P<mark> [^\p{L}\p{N}\p{M}_])
    | (?P<digit> \p{Nd})
    | (?P<lower> \p{Ll}[\p{Ll}\p{Lm}\p{M}]*+\Z)
    | (?P<Capital> [\p{Lu}\p{Lt}][\p{Ll}\p{Lm}\p{M}]*+\Z)
    | (?P<CAPITALS> \p{Lu}[\p{Lu}\p{M}.]++\Z)
    | (?P<Hyphen> [\p{Lu}\p{Lt}][^-‑]*+[-‑])
    | (?P<hyphen> [^-‑]++[-‑])
    """,
    regex.VERBOSE,
)


_PAIRED = regex.compile(r"[\p{Pi}\p{Pf}\p{Ps}\p{Pe}--[‘’‚]]", regex.V1)
"""Brackets and quotation marks but for single ones, which may be apostrophes; the tables have not seen all."""


def shape_of(surface: str, key: str) -> str:
    """What a word looks like, in any script; marked where its capital tells something. Without case it is "other".

    >>> shape_of("Marchenko", "^marchenko"), shape_of("bridge", "bridge"), shape_of("107-mm", "107-mm")
    ('^Capital', 'lower', 'digit')
    >>> shape_of("Erdoğan", "erdoğan"), shape_of("ŁÓDŹ", "łódź"), shape_of("мост", "мост")
    ('Capital', 'CAPITALS', 'lower')
    """
    if surface.isascii() and surface.isalpha() and (surface[1:].islower() or len(surface) == 1):
        shape = "lower" if surface[0].islower() else "Capital"  # most words, told without the expression
    else:
        found = _SHAPE.match(surface)
        shape = (found.lastgroup if found else None) or "other"
    return f"^{shape}" if key[0] == "^" and len(key) > 1 else shape


_Word = tuple[str, str, int, int, int, dict[str, int] | None]
"""What the tables say of a word form: its only tag or "", its likeliest tag, packed scores.

The scores are those of the word itself, of the word behind it, of the word before it, and of itself by the tag before.
A word with an only tag has none of its own. A plain tuple of strings and numbers, of which a hundred texts keep
thousands, as the garbage collector passes over those.
"""


_NAME: _Word = ("P", "P", 0, 0, 0, None)
_VERB: _Word = ("V", "V", 0, 0, 0, None)
_NAMES = frozenset({"may", "march", "said"})
"""Months and a surname that are verbs, but for their capital inside a sentence."""
_ONES = frozenset({"accused", "deceased"})
"""Participles that are nouns where none stands behind: "the ACCUSED fled"."""
OPENING_MARKS = frozenset({":", "-", "--", "–", "—", '"', "“"})
"""Behind which a clause may begin with a capital: a dateline, a colon, a quotation."""
_BEFORE_QUOTE = frozenset({",", ":"})
_BEFORE_FINITE = frozenset("NPUJ.")
_BEFORE_NOUN = frozenset("PNJTUS")
_CONJUNCT_REACH = 8
_DATELINE = 14
_ACRONYMS = frozenset({"IS", "UP", "WHO"})
"""Names in capitals that are little words else, unless all around is in capitals."""


class _Tables(NamedTuple):
    """The rows of both tables, by template and key."""

    sure: dict[str, str]
    likeliest: dict[str, str]
    templates: dict[str, dict[str, int]]
    by_tag: dict[str, dict[str, int]]


@cache
def _tables() -> _Tables:
    sure: dict[str, str] = {}
    likeliest: dict[str, str] = {}
    for letter, word, only in read_table("tag_words", "tag", "word", "only", folder="weights"):
        likeliest[word] = letter
        if only:
            sure[word] = letter
    for title in word_sets("abbreviations", "abbreviation", "class")["title"]:  # "Gen.", "Col."
        sure[f"^{title}"] = "P"
    templates: dict[str, dict[str, int]] = {}
    by_tag: dict[str, dict[str, int]] = {}
    for template, key, cells in read_table("tag_weights", "template", "key", "weights", folder="weights"):
        packed = sum(int(cell[1:]) << (16 * LETTERS.index(cell[0])) for cell in cells.split(" "))
        if template == "tag word":
            by_tag.setdefault(key[1:], {})[key[0]] = packed
        else:
            templates.setdefault(template, {})[key] = packed
    return _Tables(sure, likeliest, templates, by_tag)


class _Around(dict[str, int]):
    """The scores by the two tags before and the likeliest two behind, summed when they are first asked for."""

    def __missing__(self, key: str) -> int:
        if len(self) >= _CACHED:
            self.clear()
        templates = _tables().templates
        total = templates["tags"].get(key[:2], 0) + templates["tags behind"].get(key[2:], 0)
        self[key] = total = total + templates["tag behind"].get(key[1:3], 0)
        return total


@cache
def _around() -> _Around:
    return _Around()


@cache
def _known() -> tuple[dict[str, _Word], dict[str, _Word]]:
    """The word forms seen so far: inside a sentence, and where a capital tells nothing."""
    return {}, {}


def _read_word(surface: str, edge: bool) -> _Word:
    tables = _tables()
    surface = surface[:_LONGEST_WORD] if len(surface) > _LONGEST_WORD else surface
    key = key_of(surface, edge)
    templates = tables.templates
    known = tables.likeliest.get(key)
    likeliest = known or guess(key)
    before = templates["before"].get(key, 0)
    behind = templates["behind"].get(key, 0) + templates["suffix behind"].get(key[-3:], 0)
    sure = tables.sure.get(key) or _sure_by_shape(surface, key, edge, known is not None)
    if sure:
        return sure, likeliest, 0, before, behind, None
    own = (
        _MIDDLE
        + templates["word"].get(key, 0)
        + templates["suffix"].get(key[-3:], 0)
        + templates["shape"].get(shape_of(surface, key), 0)
    )
    return "", likeliest, own, before, behind, tables.by_tag.get(key)


def _sure_by_shape(surface: str, key: str, edge: bool, known: bool) -> str:
    """The only tag that a word may have by its look; "" where that tells nothing."""
    if edge and len(surface) > 1 and surface.isupper() and surface.isalpha():
        acronym = _tables().sure.get("^" + key)  # "US officials": an acronym is one anywhere
        if acronym:
            return acronym
    if key in closed_words("third-person"):
        return "V"
    if key in closed_words("postnominal"):
        return "G"
    if not known and guess(key) == "N" and (key.endswith("ists") or _is_plain_plural(key)):
        return "N"
    if key[0] == "^" and key[1:] in _NAMES:
        return "P"  # "on 14 May Karim Said left"
    if key[0] == "^" and len(key) > 1 and not known:
        return "P"  # a capital inside a sentence, and nothing known of the word
    return "." if len(key) == 1 and _PAIRED.match(key) else ""


@lru_cache(1 << 10)
def _is_only_noun(word: str) -> bool:
    """Whether a form is a noun of the table and of no verb that the tables name."""
    return find_noun(word) is not None and word not in verbs()[0] and word not in sure_pasts()


def _is_plain_plural(key: str) -> bool:
    """Whether a form is a plural of the table ``nouns``, and of no verb: "subversives", not "abuses"."""
    noun = find_noun(key)
    if noun is None or not noun.plural or key in verbs()[0]:
        return False
    tables, single = _tables(), singular(key)
    return tables.likeliest.get(single, "N") == "N" and single not in verbs()[0]


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
                scores = _FIELDS.unpack(total.to_bytes(_WIDTH, "little"))
                letter = LETTERS[scores.index(max(scores))]
                if letter in "DNJB" or words[at] in _ONES:
                    before = tags[max(first, at - _CONJUNCT_REACH) :]
                    letter = _mended(letter, words[at], before, following, at - first)
            tags.append(letter)
            two, one = one, letter
    return tags


def _mended(letter: str, word: str, tags: list[str], following: str, place: int) -> str:
    """The tag of a word that the model takes for a participle or a noun, where what stands ``before`` tells another.

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
    if (
        letter in "DJ"
        and one == "G"
        and place == 1
        and following in "UT"
        and (word[-2:] == "ed" or word in sure_pasts())
    ):
        return "V"  # "Shelling KILLED two women"
    if letter == "B":
        return "N" if one in _BEFORE_NOUN and _is_only_noun(word) else letter  # "the US AIRSTRIKE near"
    if letter == "N" and one in "NPO" and word in sure_pasts():
        return "V"  # "lawyers TORE copies"
    if letter == "N" and one == "C" and "B" in tags:
        return _second_base(word, following)
    return letter


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


def _words(text: str, starts: list[int], ends: list[int], firsts: set[int], edges: set[int]) -> list[_Word]:
    """What the tables say of each token; in headlines as if in small letters, but for acronyms."""
    inner, outer = _known()
    surfaces = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    found = list(map(inner.get, surfaces))
    for at in edges:
        surface = surfaces[at]
        if at not in firsts and surface[1:].islower():
            surface = surface.lower()
        found[at] = outer.get(surface) or _kept(outer, surface, True)
    for word in _ACRONYMS.intersection(surfaces):
        for at in (at for at, surface in enumerate(surfaces) if surface == word):
            around = surfaces[max(0, at - 1) : at] + surfaces[at + 1 : at + 2]
            if not any(len(other) > 1 and other.isupper() for other in around):
                found[at] = _NAME
    read = [
        word or inner.get(surface) or _kept(inner, surface, False)
        for word, surface in zip(found, surfaces, strict=True)
    ]
    for at in () if HOMOGRAPHS.isdisjoint(surfaces) else verbs_of_saying(surfaces, [word[1] for word in read]):
        read[at] = _VERB
    return read


def _kept(known: dict[str, _Word], surface: str, edge: bool) -> _Word:
    """What the tables say of a word that is not known yet."""
    if len(known) >= _CACHED:
        known.clear()
    word = known[surface] = _read_word(surface, edge)
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
