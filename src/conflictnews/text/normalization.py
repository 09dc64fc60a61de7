"""Normalization: a text as its readers see it, without markup and damage, and where each character comes from.

===================================  ====================================================================
what stands in the text              what is read
===================================  ====================================================================
``<b>``, ``</a>``                    nothing
``<p>``, ``<br>``, ``</div>``        the end of a line or a paragraph
``&quot;``, ``&#8220;``, ``&amp;``   the character that it stands for
a soft hyphen, zero-width blanks     nothing
marks of direction                   nothing
a joiner between Latin letters       nothing
"e" and an accent apart              the letter with its accent
"don`t", "Mosulʼs"                   an apostrophe
"dont", "Mosuls mayor"               the apostrophe that was lost (``lost_apostrophes.py``)
a hyphen that does not break         a hyphen
two or three blanks in a line        one
the line ends of old Macs            line ends
"ﬁ", "ｆ", "１"                      the letters and digits that they stand for
"fell.Police said"                   a blank behind the stop
"died.[3][4]"                        nothing of the references
``""We saw it,""``                   marks that a table of values doubled, as one
===================================  ====================================================================

Most texts have nothing of the kind, and are read as they are.
"""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from conflictnews.text.lost_apostrophes import lost_apostrophes
from conflictnews.types.span import Span

__all__ = ["Normalized", "normalized"]

_INLINE = "a|abbr|b|big|cite|code|em|font|i|img|mark|q|s|small|span|strong|sub|sup|time|u|wbr"
_LINES = "br|dd|dt|li|td|th|tr"
_PARAGRAPHS = (
    "article|aside|blockquote|body|div|dl|figcaption|figure|footer|h[1-6]|head|header|hr|html|main|nav|ol|p|pre|section"
    "|table|tbody|thead|title|ul"
)
_ATTRIBUTES = r"(?:\s[^<>]{0,2000}+)?/?>"
_LATIN = r"A-Za-z\u00c0-\u024f"
_NOTHING = r"[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
_LIGATURES = r"[\ufb00-\ufb06\uff01-\uff5e]"
_BLANKS = r" \t\u00a0\u2000-\u200a\u202f\u205f\u3000"
_DAMAGE = re.compile(
    rf"""
      (?P<paragraph></?(?i:{_PARAGRAPHS}){_ATTRIBUTES})
    | (?P<line></?(?i:{_LINES}){_ATTRIBUTES})
    | (?P<inline></?(?i:{_INLINE}){_ATTRIBUTES})
    | (?P<entity>&(?:\#\d{{1,7}}+|\#[xX][0-9a-fA-F]{{1,6}}+|[A-Za-z][A-Za-z0-9]{{1,31}}+);)
    | (?P<nothing>{_NOTHING})
    | (?P<joiner>(?<=[{_LATIN}])[\u200c\u200d](?=[{_LATIN}]))
    | (?P<accented>[^\W\d_][\u0300-\u036f]{{1,4}}+)
    | (?P<apostrophe>(?<=[^\W\d_])[`´ʼ](?=[^\W\d_]))
    | (?P<hyphen>[\u2010\u2011])
    | (?P<blanks>(?<=\S)[{_BLANKS}]{{2,3}}+(?=\S))
    | (?P<break>\r(?!\r{{0,3}}\n))
    | (?P<form>{_LIGATURES})
    | (?P<reference>(?<=[^\s\[(])\[\d{{1,3}}\](?=[\s\[.,;:!?)"”]|\Z))
    | (?P<doubled>"{{2,8}})
    | (?P<glued>(?<=[a-z]{{3}}[.!?])(?=["“]?[A-Z][a-z']*+\s))
    """,
    re.VERBOSE,
)
_READ = {
    "paragraph": "\n\n",
    "line": "\n",
    "break": "\n",
    "doubled": '"',
    "apostrophe": "'",
    "hyphen": "-",
    "blanks": " ",
}
"""What is read in place of each kind that is not read as nothing, or in a way of its own."""
_SILENT = frozenset({"accented", "apostrophe", "hyphen", "blanks", "break"})
"""What is another way to write the same, of which nobody need be told."""
_LONGEST_PARAGRAPH, _LONGEST_WORD = 2000, 40
_ADDRESS = frozenset("./@:")
_FORMS = re.compile(rf"{_NOTHING}|{_LIGATURES}|[\u00b4\u02bc\u0300-\u036f\u200c\u200d\u2010\u2011]")
_SPACED = ("  ", "\t", "\r", "`", "\u00a0", "\u2009", "\u202f")
"""One of these is in every text that ``_SPACING`` may find something in, but for the rarest blanks."""
_SPACING = re.compile(rf"(?<=\S)[{_BLANKS}]{{2,3}}+(?=\S)|\r(?!\n)|(?<=[A-Za-z])`(?=[A-Za-z])")
_REFERENCE = re.compile(r"\[\d{1,3}\]")
_GLUED = re.compile(r"[.!?](?=[\"“]?[A-Z][a-z']*+\s)(?<=[a-z]{3}.)")


class _Piece(NamedTuple):
    """What is read, the half-open offsets of where it stands, whether it stands there so, whether nobody is told."""

    read: str
    start: int
    end: int
    copied: bool
    silent: bool


class Normalized:
    """What is read of a text, ``text``, and where it comes from.

    >>> read = normalized("<b>12</b> sol&shy;diers")
    >>> read.text, read.origin(Span(3, 11))
    ('12 soldiers', Span(start=10, end=23))
    """

    def __init__(self, pieces: Iterator[_Piece]) -> None:
        parts, offset = list[str](), 0
        self.mended: Span | None = None
        """The first stretch of the text that is markup or damage; None where all is only written in another way."""
        self._at: list[int] = []
        self._pieces: list[tuple[int, int, bool]] = []
        for read, start, end, copied, silent in pieces:
            if not silent and self.mended is None:
                self.mended = Span(start, end)
            if read:
                self._at.append(offset)
                self._pieces.append((start, end, copied))
                parts.append(read)
                offset += len(read)
        self.text: str = "".join(parts)

    def origin(self, span: Span) -> Span:
        """Where a span of what is read stands in the text."""
        start = self._bounds(span.start)[0]
        return Span(start, max(start, self._bounds(span.end - 1)[1])) if len(span) else Span(start, start)

    def _bounds(self, offset: int) -> tuple[int, int]:
        """The half-open offsets from which the character at an offset comes."""
        if not self._at:
            return 0, 0
        number = max(bisect_right(self._at, offset) - 1, 0)
        start, end, copied = self._pieces[number]
        if not copied:
            return start, end
        at = start + offset - self._at[number]
        return min(at, end), min(at + 1, end)


def normalized(text: str) -> Normalized | None:
    """A text without its markup and damage; None where it has none.

    >>> normalized("Nothing to mend.") is None
    True
    """
    marked = "<" in text or "&" in text or (not text.isascii() and _FORMS.search(text))
    referring = "[" in text and _REFERENCE.search(text) is not None
    spaced = any(scrap in text for scrap in _SPACED) and _SPACING.search(text) is not None
    lost = lost_apostrophes(text)
    if not (marked or referring or spaced or lost or '""' in text) and not _GLUED.search(text):
        return None
    read = Normalized(_pieces(text, lost))
    return None if read.text == text else read


def _pieces(text: str, lost: list[int]) -> Iterator[_Piece]:
    done = 0
    for match in _DAMAGE.finditer(text):
        read = _read(match, text)
        if read is None:
            continue
        yield from _copied(text, done, match.start(), lost)
        yield _Piece(read, match.start(), match.end(), copied=False, silent=match.lastgroup in _SILENT)
        done = match.end()
    yield from _copied(text, done, len(text), lost)


def _copied(text: str, start: int, end: int, lost: list[int]) -> Iterator[_Piece]:
    """What stands between two matches, with the apostrophes that it lost."""
    for at in lost[bisect_right(lost, start) : bisect_right(lost, end)]:
        yield _Piece(text[start:at], start, at, copied=True, silent=True)
        yield _Piece("'", at, at, copied=False, silent=True)
        start = at
    yield _Piece(text[start:end], start, end, copied=True, silent=True)


def _read(match: re.Match[str], text: str) -> str | None:
    """What is read in place of a match; None where it is left as it is."""
    kind, found = match.lastgroup, match[0]
    if kind == "entity":
        return _of_entity(found)
    if kind == "form":
        return unicodedata.normalize("NFKC", found)
    if kind == "glued":
        return None if _closes(text, match.start()) or _is_address(text, match.start()) else " "
    if kind == "accented":
        return None if (composed := unicodedata.normalize("NFC", found)) == found else composed
    return _READ.get(kind or "", "")


def _of_entity(entity: str) -> str | None:
    """The character that an entity stands for; None for one that is unknown or stands for a control character."""
    char = html.unescape(entity)
    if re.fullmatch(_NOTHING, char):
        return ""
    if re.fullmatch(_LIGATURES, char):
        return unicodedata.normalize("NFKC", char)
    char = {"\u00a0": " ", "\u2010": "-", "\u2011": "-"}.get(char, char)
    return char if char != entity and char.isprintable() else None


def _is_address(text: str, at: int) -> bool:
    """Whether a stop is one of several in a word: "www.dorn.Com"."""
    word = text[max(0, at - _LONGEST_WORD) : at - 1].rpartition(" ")[2]
    return not _ADDRESS.isdisjoint(word)


def _closes(text: str, at: int) -> bool:
    """Whether the straight mark behind a stop closes a quotation of its paragraph: '"It fell."Police said'."""
    if text[at] != '"':
        return False
    begin = max(0, at - _LONGEST_PARAGRAPH)
    return text.count('"', max(begin, text.rfind("\n", begin, at) + 1), at) % 2 == 1
