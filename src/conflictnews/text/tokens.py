"""Tokens: words, numbers and marks, in the Penn Treebank's manner but for hyphens and "n't", which stay in the word.

An acronym keeps its stops ("U.S."), a clitic stands apart ("Biden" + "'s"), a number keeps its separators ("2,500"),
a hyphenated compound is one token ("Iran-backed", "107-mm").
"""

from __future__ import annotations

import re

import regex

__all__ = ["POSSESSIVES", "fold", "token_spans"]

POSSESSIVES = frozenset({"'s", "'"})
"""Folded tokens behind an owner: "Dorn'S house", "the rebels' camp"."""

_CLITIC = r"(?:s|re|ve|ll|d|m|S|RE|VE|LL|D|M)\b"
_HYPHEN = r"(?<!(?:UPDATE|WRAPUP)\ \d)[-‑]"
"""Of one token, but behind a wire agency's mark of a later version: "UPDATE 3-Rebels take Dorn"."""

# With `re`, as `regex` takes twice as long for this one.
_TOKEN = re.compile(
    rf"""
      (?:[A-Za-z]\.){{2,8}}+(?:[-‑][a-z]\w*+)*+      # U.S., a.m., U.S.-led
    | (?:[A-Z]\.){{1,3}}+[A-Z](?=\ [A-Z][a-z])     # M.A Adamu
    | \d++(?:[.,:]\d++)*+\w*+(?:{_HYPHEN}\w++)*+  # 2,500  1.2bn  10:30  25-year-old  107-mm
    | \w++(?:[-‑'’](?!(?<=['’]){_CLITIC})\w++)*+  # Kata'ib  Iran-backed  don't
    | ['’]{_CLITIC}                                   # clitics
    | \.\.\.+ | --++ | `` | ''                      # marks of several characters
    | [^\w\s]                                       # any other mark
    """,
    re.VERBOSE,
)
_COMBINING = regex.compile(r"\p{M}")
_JOINERS = ("\u200c", "\u200d")  # zero width, between letters of Persian and Indic words
_BEHIND_A_LETTER = regex.compile(r"(?<=\p{L})[\p{M}\u200c\u200d]++")


def token_spans(text: str) -> list[tuple[int, int]]:
    """The half-open offsets of every token, in order.

    >>> [("Biden's U.S. troops")[s:e] for s, e in token_spans("Biden's U.S. troops")]
    ['Biden', "'s", 'U.S.', 'troops']
    """
    return [match.span() for match in _TOKEN.finditer(_with_plain_letters(text))]


def _with_plain_letters(text: str) -> str:
    """The text with an underscore for each mark on a letter: it belongs to the word, though no letter by itself."""
    if text.isascii() or not (_COMBINING.search(text) or any(joiner in text for joiner in _JOINERS)):
        return text
    return _BEHIND_A_LETTER.sub(lambda match: "_" * len(match[0]), text)


def fold(text: str) -> str:
    """Lower case with straight apostrophes and plain hyphens, character for character: offsets stay the same.

    >>> fold("Kata’ib HEZBOLLAH")
    "kata'ib hezbollah"
    """
    low = text.lower()
    if len(low) != len(text):  # "İ" becomes two characters: leave such a letter as it is
        low = "".join(small if len(small := char.lower()) == 1 else char for char in text)
    return low.replace("’", "'").replace("‑", "-")
