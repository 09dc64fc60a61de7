"""Quotations: which marks open, which close, and what stands between them.

Marks of every kind that news uses: straight and curly, guillemets, low-high, doubled single marks, single marks apart
from apostrophes. A mark's neighbours tell its side; what they leave open, the marks that are open already decide. A
paragraph that ends inside a quotation closes it there; the next one may open it again (Chicago Manual of Style 13.32).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

__all__ = ["Quotation", "find_quotations"]

# An alternation of literals, so that the search leaps from mark to mark; `regex` takes three times as long.
_MARK = re.compile("``|''+|‘‘|’’|" + "|".join("\"“”„‟«»‹›＂「」『』'‘’‚"))
_OPENS_SINGLE = re.compile(r"(?<![\w.,!?…\"”’'])['‘‚](?=[\w\[$#@(“\"])")
_CLOSES_SINGLE = re.compile(r"(?<=[\w.,!?…%)\]\"”])['’](?!\w)")
_OPENING = frozenset("“„‟«‹「『") | {"``", "‘‘"}
_CLOSING = frozenset("”»›」』") | {"’’"}
_SINGLE = frozenset("'‘’‚")
_BEFORE_OPENING = frozenset("([{—–-―/:")
_AFTER_CLOSING = frozenset(".,;:!?)]}—–-―/…")
_DEEPEST = 8
"""How many quotations may hold one another; nobody writes more, and each has its text once more."""
_ANY_QUOTE = "'‘’\"“”"
# 'em, '90s, 'til: words that begin with an apostrophe
_ELISION = re.compile(r"(?:\d\ds?|em|til|tis|twas|cause|n|bout|round)\b", re.IGNORECASE)


class Quotation(NamedTuple):
    """A quotation: offsets inside the marks and around them."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    closed: bool
    depth: int
    """0 for one that stands in no other."""
    paragraph: int


class _Mark(NamedTuple):
    start: int
    end: int
    side: str
    single: bool


def find_quotations(text: str, paragraphs: list[tuple[int, int]]) -> list[Quotation]:
    """Every quotation, by its start, an outer one before those that it holds.

    >>> find_quotations('He said "yes".', [(0, 14)])[0][:4]
    (9, 12, 8, 13)
    """
    matches = [match for match in _MARK.finditer(text) if match[0] not in _SINGLE or _is_mark(text, match.start())]
    if not matches:
        return []
    out: list[Quotation] = []
    carried = False
    first_marks = [match.start() for match in matches]
    for number, (start, end) in enumerate(paragraphs):
        inside = matches[bisect_left(first_marks, start) : bisect_left(first_marks, end)]
        if not inside:
            carried = False
            continue
        marks = [_read(text, start, end, match) for match in inside]
        found, carried = _paired(text, start, end, marks, carried, number)
        out += found
    return _nested(out)


def _nested(found: list[Quotation]) -> list[Quotation]:
    """The quotations in order, each with its depth, without those that cross another or lie too deep."""
    found.sort(key=lambda q: (q.outer_start, -q.outer_end))
    out: list[Quotation] = []
    holders: list[Quotation] = []
    for quotation in found:
        while holders and holders[-1].outer_end <= quotation.outer_start:
            holders.pop()
        if holders and quotation.outer_end > holders[-1].end:
            continue
        if len(holders) == _DEEPEST:
            continue
        out.append(quotation if quotation.depth == len(holders) else quotation._replace(depth=len(holders)))
        holders.append(quotation)
    return out


def _is_mark(text: str, at: int) -> bool:
    """Whether a single mark may be a quotation mark; inside a word it is an apostrophe."""
    if text[at - 1 : at].isalnum() and text[at + 1 : at + 2].isalnum():
        return False
    return bool(_OPENS_SINGLE.match(text, at) or _CLOSES_SINGLE.match(text, at))


def _read(text: str, start: int, end: int, match: re.Match[str]) -> _Mark:
    """The side of a mark, by its shape and its neighbours."""
    mark, at, stop = match[0], match.start(), match.end()
    single = mark in _SINGLE
    before = text[max(start, at - 8) : at].rstrip(_ANY_QUOTE)[-1:]
    after = text[stop : min(end, stop + 9)].lstrip(_ANY_QUOTE)[:1]
    opens = not before or before.isspace() or before in _BEFORE_OPENING
    closes = not after or after.isspace() or after in _AFTER_CLOSING
    if mark[0] == "'" and len(mark) > 2:  # ''' is a '' beside an apostrophe or a single mark
        at, stop = (at, at + 2) if opens and not closes else (stop - 2, stop)
    if single:
        side = "open" if not before or before.isspace() or before in _BEFORE_OPENING or before in '“"' else "close"
    elif mark in _OPENING:
        side = "close" if closes and not opens else "open"
    elif mark in _CLOSING:
        side = "open" if opens and not closes else "close"
    else:
        side = "either" if opens == closes else "open" if opens else "close"
    return _Mark(at, stop, side, single)


def _paired(
    text: str, start: int, end: int, marks: list[_Mark], carried: bool, number: int
) -> tuple[list[Quotation], bool]:
    """The quotations of one paragraph, and whether it ends inside one in double marks."""
    doubles = [mark for mark in marks if not mark.single]
    out: list[Quotation] = []
    opened: list[_Mark] = []
    for mark in doubles:
        if mark.side == "open" or (mark.side == "either" and not opened):
            opened.append(mark)
        elif opened:
            begin = opened.pop()
            out.append(Quotation(begin.end, mark.start, begin.start, mark.end, True, len(opened), number))
        elif carried and not out:  # closes what an earlier paragraph opened
            out.append(Quotation(start, mark.start, start, mark.end, True, 0, number))
    if opened:
        # Of several left open the first one holds the rest of the paragraph.
        begin = opened[0]
        out.append(Quotation(begin.end, end, begin.start, end, False, 0, number))
    if len(doubles) < len(marks):
        out += _singles(text, start, end, [mark for mark in marks if mark.single], out, number)
    return [q for q in out if text[q.start : q.end].strip()], bool(opened)


def _singles(
    text: str, start: int, end: int, marks: list[_Mark], outer: list[Quotation], number: int
) -> list[Quotation]:
    """Quotations in single marks: an opening mark takes the next closing one that is no plural possessive."""
    out: list[Quotation] = []
    begin: _Mark | None = None
    possible: _Mark | None = None

    def close(mark: _Mark) -> None:
        assert begin is not None  # noqa: S101 - narrows the type
        out.append(Quotation(begin.end, mark.start, begin.start, mark.end, True, 0, number))

    for mark in marks:
        if mark.side == "open":
            if possible is not None:
                close(possible)
                begin = possible = None
            if begin is None and not _ELISION.match(text, mark.end):
                begin = mark
        elif begin is not None:
            if text[mark.start - 1] == "s" and text[mark.end : mark.end + 1] == " ":
                possible = mark  # "the leaders' call": a later mark is better, if there is one
            else:
                close(mark)
                begin = possible = None
    if begin is not None and possible is not None:
        close(possible)
    elif begin is not None and begin.start == start and not outer and text[begin.end : begin.end + 1].isupper():
        out.append(Quotation(begin.end, end, start, end, False, 0, number))
    return out
