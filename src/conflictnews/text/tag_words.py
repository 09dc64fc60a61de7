"""What the tables say of a word form: its only tag, its likeliest one, its scores; what its look tells of others."""

from __future__ import annotations

import struct
from functools import cache
from typing import NamedTuple

import regex

from conflictnews.lexicons.table import read_table, word_set, word_sets
from conflictnews.text.closed_words import closed_words, verbs
from conflictnews.text.morphology import singular, sure_pasts
from conflictnews.text.nouns import find_noun, nouns

__all__ = [
    "FIELDS",
    "LETTERS",
    "WIDTH",
    "Word",
    "guess",
    "has_article",
    "is_no_word",
    "is_only_noun",
    "key_of",
    "read_word",
    "shape_of",
    "tables",
]

LETTERS = "NPVMBGDJITOSCWUtrR."

# Endings in the order in which they are tried, for words that the table does not know.
_ENDINGS = (
    ("ly", "R"), ("ing", "G"), ("ed", "D"), ("tion", "N"), ("ness", "N"), ("ment", "N"), ("ity", "N"),
    ("ism", "N"), ("ous", "J"), ("ful", "J"), ("ive", "J"), ("able", "J"), ("al", "J"), ("ic", "J"),
    ("ish", "J"), ("less", "J"), ("s", "N"),
)  # fmt: skip
_LONGEST_WORD = 40
_NAMES = frozenset({"may", "march", "said"})
"""Months and a surname that are verbs, but for their capital inside a sentence."""

# The score of every tag in one integer, 16 bits each: adding two of them adds all 19 scores at once.
FIELDS = struct.Struct(f"<{len(LETTERS)}H")
WIDTH = FIELDS.size
_MIDDLE = sum(1 << (16 * place + 15) for place in range(len(LETTERS)))
"""Lifts every score above zero, so that no field borrows from the next."""


Word = tuple[str, str, int, int, int, dict[str, int] | None]
"""What the tables say of a word form: its only tag or "", its likeliest tag, packed scores.

The scores are those of the word itself, of the word behind it, of the word before it, and of itself by the tag before.
A word with an only tag has none of its own. A plain tuple of strings and numbers, of which a hundred texts keep
thousands, as the garbage collector passes over those.
"""


class _Tables(NamedTuple):
    """The rows of both tables, by template and key."""

    sure: dict[str, str]
    likeliest: dict[str, str]
    templates: dict[str, dict[str, int]]
    by_tag: dict[str, dict[str, int]]


@cache
def tables() -> _Tables:
    """The rows of both tables; read once a process."""
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


_ARTICLE = regex.compile(r"\p{L}{2,3}-\p{Lu}")

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


def read_word(surface: str, edge: bool) -> Word:
    """What the tables say of a form; at an ``edge`` its capital tells nothing.

    >>> read_word("the", edge=False)[0]
    'T'
    """
    told = tables()
    surface = surface[:_LONGEST_WORD] if len(surface) > _LONGEST_WORD else surface
    key = key_of(surface, edge)
    templates = told.templates
    known = told.likeliest.get(key)
    likeliest = known or guess(key)
    before = templates["before"].get(key, 0)
    behind = templates["behind"].get(key, 0) + templates["suffix behind"].get(key[-3:], 0)
    sure = told.sure.get(key) or _sure_by_shape(surface, key, edge, known is not None)
    if sure:
        return sure, likeliest, 0, before, behind, None
    own = (
        _MIDDLE
        + templates["word"].get(key, 0)
        + templates["suffix"].get(key[-3:], 0)
        + templates["shape"].get(shape_of(surface, key), 0)
    )
    return "", likeliest, own, before, behind, told.by_tag.get(key)


def _sure_by_shape(surface: str, key: str, edge: bool, known: bool) -> str:
    """The only tag that a word may have by its look; "" where that tells nothing."""
    if edge and len(surface) > 1 and surface.isupper() and surface.isalpha():
        acronym = tables().sure.get("^" + key)  # "US officials": an acronym is one anywhere
        if acronym:
            return acronym
    if has_article(surface):
        return "P"
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


def has_article(surface: str) -> bool:
    """Whether a name begins with an article and a hyphen: "the town of el-Fasher".

    >>> has_article("el-Fasher"), has_article("pro-Western")
    (True, False)
    """
    return _ARTICLE.match(surface) is not None and surface.lower().partition("-")[0] in closed_words("name-article")


def is_no_word(low: str) -> bool:
    """Whether no table has a word in small letters, nor what it may be a form of: a name, even in a headline."""
    if guess(low) != "N":
        return False  # "Candidates RESOUNDINGLY Reject"
    stem = low.removesuffix("ing")
    forms = {low, singular(low), low.removesuffix("ed"), low.removesuffix("d"), stem, f"{stem}e"}
    if not forms.isdisjoint(word_set("common_words", "word")) or low in tables().likeliest:
        return False
    return not any(form in verbs()[0] or form in verbs()[1] or find_noun(form) is not None for form in forms)


def is_only_noun(word: str) -> bool:
    """Whether a form is a noun of the table and of no verb that the tables name."""
    return find_noun(word) is not None and word not in verbs()[0] and word not in sure_pasts()


def _is_plain_plural(key: str) -> bool:
    """Whether a form is a plural of the table ``nouns``, and of no verb that the tables name: "subversives"."""
    noun = find_noun(key)
    if noun is None or not noun.plural or key in verbs()[0]:
        return False
    single = singular(key)
    return tables().likeliest.get(single, "N") == "N" and single not in verbs()[0]
