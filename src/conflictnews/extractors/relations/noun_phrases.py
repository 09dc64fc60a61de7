"""Noun phrases by their tags: where one that ends at a token begins, and where one that begins there ends."""

from __future__ import annotations

from functools import cache

from conflictnews.extractors.relations.quoted_view import QuotedView
from conflictnews.lexicons.table import word_sets

__all__ = ["is_time", "phrase_end", "phrase_start"]

_INNER = frozenset("NPUJS")
_LINKS = frozenset("of for at in from with on to against near under over within inside behind between".split())
_REACH = 24


@cache
def _time_words() -> frozenset[str]:
    return word_sets("time_words", "word", "class")["noun"]


def is_time(text: QuotedView, at: int) -> bool:
    """Whether a token is a weekday, a month or the like, which no source is made of."""
    return text.words[at] in _time_words()


def phrase_start(text: QuotedView, first: int, at: int) -> int:
    """The first token of the noun phrase that ends at ``at``; ``at + 1`` where there is none."""
    words, tags = text.words, text.tags
    k, floor = at, max(first, at - _REACH)
    start = at + 1
    while k >= floor:
        tag = tags[k]
        if tag == "O":
            return k if start == at + 1 else start
        if tag in _INNER or (tag in "DG" and start <= at):
            if is_time(text, k) and start <= at and tags[start] == "T":
                return start
            start = k
        elif tag == "T":
            start = k
            link = k - 1
            if link <= floor or not _links(text, link):
                return start
            k = link
        elif words[k] == "." and k > floor and tags[k - 1] == "P" and start <= at:
            pass  # an initial or a title: "John F. Kennedy", "Sen. Rubio"
        elif words[k] in ("&", "/", "-", "–") and start <= at:
            pass
        elif k > floor + 1 and words[k] in _LINKS and (noun := _reduced(text, k - 1)):
            k = noun + 1  # "groups typically blamed for such attacks"
        elif not (k > floor and _links(text, k)):
            break
        k -= 1
    return start


def _reduced(text: QuotedView, at: int) -> int:
    """The noun before a participle at ``at`` that stands for a relative clause; 0 where there is none."""
    if text.tags[at] not in "DVG" or not text.words[at].endswith(("ed", "ing")):
        return 0
    at -= 1
    while at > 0 and text.tags[at] == "R":
        at -= 1
    return at if text.tags[at] == "N" else 0


def _links(text: QuotedView, at: int) -> bool:
    """Whether a token ties two noun phrases into one: "a spokesman FOR the army", "Hamas AND Israel"."""
    word = text.words[at]
    if word in ("and", "or"):
        return text.tags[at - 1] in "NPJ" and not is_time(text, at - 1)
    if word not in _LINKS:
        return False
    return (text.tags[at - 1] in "NP" or (word == "of" and text.tags[at - 1] == "U")) and not is_time(text, at - 1)


def phrase_end(text: QuotedView, at: int, last: int) -> int:
    """The token behind the noun phrase that begins at ``at``; ``at`` where none begins there."""
    words, tags = text.words, text.tags
    if at >= last:
        return at
    if tags[at] == "O":
        return at + 1
    k, end, ceiling = at, at, min(last, at + _REACH)
    while k < ceiling:
        tag = tags[k]
        if tag in "NPU":
            if is_time(text, k) and end > at:
                return end
            end = k + 1
        elif tag == "T":
            if end > at and tags[k - 1] != "I" and words[k - 1] != "and":
                return end
        elif not _inside_phrase(text, k, at, end, ceiling):
            break
        k += 1
    return end


def _inside_phrase(text: QuotedView, k: int, at: int, end: int, ceiling: int) -> bool:
    """Whether a noun phrase that begins at ``at`` and has come to ``end`` may go on over token ``k``."""
    words, tags = text.words, text.tags
    if tags[k] in "JS" or words[k] in ("&", "/", "-", "–") or (tags[k] in "DG" and end == k == at):
        return True
    if k + 1 >= ceiling:
        return False
    if words[k] == ".":
        return tags[k - 1] == "P" and tags[k + 1] == "P"
    return end == k > at and (words[k] in _LINKS or words[k] == "and") and tags[k + 1] in "NPTJUS"
