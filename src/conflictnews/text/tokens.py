"""Tokens: words, numbers and marks, in the Penn Treebank's manner but for hyphens and "n't", which stay in the word.

An acronym keeps its stops ("U.S."), a clitic stands apart ("Biden" + "'s"), a number keeps its separators ("2,500"),
a hyphenated compound is one token ("Iran-backed", "107-mm").
"""

from __future__ import annotations

import re

__all__ = ["fold", "token_spans"]

# Combining marks and joiners belong to the word they stand in, though \w leaves them out.
_LETTER = r"[\w\u0300-\u036f\u0591-\u05bd\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u200c\u200d]"
_CLITIC = r"(?:s|re|ve|ll|d|m|S|RE|VE|LL|D|M)\b"

_TOKEN = re.compile(
    rf"""
      (?:[A-Za-z]\.){{2,8}}+                                    # U.S., a.m., e.g.
    | \d++(?:[.,:]\d++)*+{_LETTER}*+(?:[-‑]{_LETTER}++)*+       # 2,500  1.2bn  10:30  25-year-old  107-mm
    | {_LETTER}++(?:[-‑'’](?!(?<=['’]){_CLITIC}){_LETTER}++)*+  # Kata'ib  Iran-backed  don't
    | ['’]{_CLITIC}                                               # clitics
    | \.\.\.+ | --++ | `` | ''                                  # marks of several characters
    | [^\w\s]                                                   # any other mark
    """,
    re.VERBOSE,
)


def token_spans(text: str) -> list[tuple[int, int]]:
    """The half-open offsets of every token, in order.

    >>> [("Biden's U.S. troops")[s:e] for s, e in token_spans("Biden's U.S. troops")]
    ['Biden', "'s", 'U.S.', 'troops']
    """
    return [match.span() for match in _TOKEN.finditer(text)]


def fold(text: str) -> str:
    """Lower case with straight apostrophes and plain hyphens, character for character: offsets stay the same.

    >>> fold("Kata’ib HEZBOLLAH")
    "kata'ib hezbollah"
    """
    low = text.lower()
    if len(low) != len(text):  # "İ" becomes two characters: leave such a letter as it is
        low = "".join(small if len(small := char.lower()) == 1 else char for char in text)
    return low.replace("’", "'").replace("‑", "-")
