"""Normalization: a text as its readers see it, without markup and damage, and where each character comes from.

===================================  ====================================================================
what stands in the text              what is read
===================================  ====================================================================
``<b>``, ``</a>``                    nothing
``<p>``, ``<br>``, ``</div>``        the end of a line or a paragraph
``&quot;``, ``&#8220;``, ``&amp;``   the character that it stands for
a soft hyphen, zero-width blanks     nothing
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

from conflictnews.types.span import Span

__all__ = ["Normalized", "normalized"]

_INLINE = "a|abbr|b|big|cite|code|em|font|i|img|mark|q|s|small|span|strong|sub|sup|time|u|wbr"
_LINES = "br|dd|dt|li|td|th|tr"
_PARAGRAPHS = (
    "article|aside|blockquote|body|div|dl|figcaption|figure|footer|h[1-6]|head|header|hr|html|main|nav|ol|p|pre|section"
    "|table|tbody|thead|title|ul"
)
_ATTRIBUTES = r"(?:\s[^<>]{0,2000}+)?/?>"
_DAMAGE = re.compile(
    rf"""
      (?P<paragraph></?(?i:{_PARAGRAPHS}){_ATTRIBUTES})
    | (?P<line></?(?i:{_LINES}){_ATTRIBUTES})
    | (?P<inline></?(?i:{_INLINE}){_ATTRIBUTES})
    | (?P<entity>&(?:\#\d{{1,7}}+|\#[xX][0-9a-fA-F]{{1,6}}+|[A-Za-z][A-Za-z0-9]{{1,31}}+);)
    | (?P<nothing>[\u00ad\u200b\u2060\ufeff])
    | (?P<form>[\ufb00-\ufb06\uff01-\uff5e])
    | (?P<reference>(?<=[^\s\[(])\[\d{{1,3}}\](?=[\s\[.,;:!?)"”]|\Z))
    | (?P<doubled>"{{2,8}})
    | (?P<glued>(?<=[a-z]{{3}}[.!?])(?=["“]?[A-Z][a-z']*+\s))
    """,
    re.VERBOSE,
)
_LONGEST_PARAGRAPH, _LONGEST_WORD = 2000, 40
_ADDRESS = frozenset("./@:")
_FORMS = re.compile(r"[\u00ad\u200b\u2060\ufeff\ufb00-\ufb06\uff01-\uff5e]")
_REFERENCE = re.compile(r"\[\d{1,3}\]")
_GLUED = re.compile(r"[.!?](?=[\"“]?[A-Z][a-z']*+\s)(?<=[a-z]{3}.)")


class Normalized:
    """What is read of a text, ``text``, and where it comes from.

    >>> read = normalized("<b>12</b> sol&shy;diers")
    >>> read.text, read.origin(Span(3, 11))
    ('12 soldiers', Span(start=10, end=23))
    """

    def __init__(self, pieces: Iterator[tuple[str, int, int, bool]]) -> None:
        """Of pieces in order: what is read, the half-open offsets of where it stands, whether it stands there so."""
        parts, offset = list[str](), 0
        self.mended: Span = Span(0, 0)
        """The first stretch of the text that is not read as it stands."""
        self._at: list[int] = []
        self._pieces: list[tuple[int, int, bool]] = []
        for read, start, end, copied in pieces:
            if not copied and not self.mended.end:
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
    if not (marked or referring or '""' in text) and not _GLUED.search(text):
        return None
    read = Normalized(_pieces(text))
    return None if read.text == text else read


def _pieces(text: str) -> Iterator[tuple[str, int, int, bool]]:
    done = 0
    for match in _DAMAGE.finditer(text):
        read = _read(match, text)
        if read is None:
            continue
        yield text[done : match.start()], done, match.start(), True
        yield read, match.start(), match.end(), False
        done = match.end()
    yield text[done:], done, len(text), True


def _read(match: re.Match[str], text: str) -> str | None:
    """What is read in place of a match; None where it is left as it is."""
    kind, found = match.lastgroup, match[0]
    if kind == "entity":
        return _of_entity(found)
    if kind == "form":
        return unicodedata.normalize("NFKC", found)
    if kind == "glued":
        return None if _closes(text, match.start()) or _is_address(text, match.start()) else " "
    return {"paragraph": "\n\n", "line": "\n", "doubled": '"'}.get(kind or "", "")


def _of_entity(entity: str) -> str | None:
    """The character that an entity stands for; None for one that is unknown or stands for a control character."""
    char = html.unescape(entity)
    if _FORMS.fullmatch(char):
        return unicodedata.normalize("NFKC", char) if char >= "\ufb00" and char != "\ufeff" else ""
    if char == "\u00a0":
        return " "
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
