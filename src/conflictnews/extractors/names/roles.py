"""The office that stands beside a name: before it ("State Department spokesman Ned Price"), behind a comma, or both."""

from __future__ import annotations

from conflictnews.extractors.names.kinds import Mention
from conflictnews.extractors.names.vocabulary import Vocabulary
from conflictnews.text import TextView
from conflictnews.types import Span

__all__ = ["role_of"]

_BEFORE = 20
_BEHIND = 16
_HEAD_WITHIN = 8
_PORTFOLIO = 10
_ARTICLES = frozenset({"a", "an", "the", "his", "her", "its", "their", "another"})
_LINKS = frozenset({"of", "for", "on", "the", "and", "to", "in", "at", "under"})
_STOPS = frozenset(
    {",", ".", ";", ":", "(", ")", "—", "–", "--", '"', "”", "“", "who", "which", "that", "whose", "said", "says"}
)


def role_of(view: TextView, mention: Mention, vocabulary: Vocabulary) -> Span | None:
    """The words of the office beside a name; None where none stands there."""
    return _before(view, mention, vocabulary) or _behind(view, mention, vocabulary)


def _before(view: TextView, mention: Mention, vocabulary: Vocabulary) -> Span | None:
    """An office that runs up to the name: from its first capital or adjective on."""
    words, first = view.words, mention.first
    if not first:
        return None
    if words[first - 1] not in vocabulary.offices and words[first - 1] not in (".", ","):
        return _office_of(view, first, vocabulary)
    bottom = max(view.sentence_of(first)[0], first - _BEFORE)
    at = behind = first - 1
    if at > bottom and words[at] == "." and view.ends[at - 1] == view.starts[at]:
        at -= 1  # "Sen."
    if at < bottom:
        return None
    if words[at] == ",":
        return _clause_before(view, bottom, at, vocabulary)
    if words[at] not in vocabulary.offices:
        return None
    start = at
    while start > bottom and _belongs(view, start - 1, vocabulary):
        start -= 1
    while start < at and words[start] in _LINKS:
        start += 1
    return view.span(start, behind + 1)


def _office_of(view: TextView, first: int, vocabulary: Vocabulary) -> Span | None:
    """An office and what it is for, up to the name: "Secretary of State"."""
    bottom = max(view.sentence_of(first)[0], first - _PORTFOLIO)
    at = first - 1
    while at > bottom and view.is_capital(at):
        at -= 1
    at -= at > bottom and view.words[at] == "the"
    titled = at > bottom and view.words[at] in ("of", "for") and view.words[at - 1] in vocabulary.titles
    if not titled or at + 1 == first:
        return None
    start = at - 1
    while start > bottom and _belongs(view, start - 1, vocabulary):
        start -= 1
    return view.span(start, first)


def _belongs(view: TextView, at: int, vocabulary: Vocabulary) -> bool:
    """Whether a word before an office may be part of it."""
    word = view.words[at]
    if view.is_capital(at):
        return word not in vocabulary.starters
    if word in vocabulary.titles or word in vocabulary.roles or ("-" in word and word[0].isalnum()):
        return True
    if word in ("of", "for"):
        titled = vocabulary.titles.get(view.words[at + 1], ("",))[0]
        return at > 0 and view.words[at - 1] in vocabulary.offices and titled not in ("office", "courtesy")
    capital = view.is_capital(at + 1)  # "in the hall | Foreign Secretary Ann Weller"
    return (view.tags[at] in "JN" and not capital) or word == "'s"


def _clause_before(view: TextView, bottom: int, comma: int, vocabulary: Vocabulary) -> Span | None:
    """ "A senior fellow at the Institute, Mr. Schenker": a sentence that opens with an office, up to the comma."""
    words, first = view.words, view.sentence_of(comma)[0]
    if first != bottom:
        return None
    start = first + 1 if words[first] in _ARTICLES else first
    if any(words[i] in _STOPS and words[i] != "." for i in range(start, comma)):
        return None
    if not any(words[i] in vocabulary.offices for i in range(start, min(comma, start + 3))):
        return None
    return view.span(start, comma) if start < comma else None


def _behind(view: TextView, mention: Mention, vocabulary: Vocabulary) -> Span | None:
    """ ", a spokesman for the State Department,": an apposition with an office near its head."""
    words, at = view.words, mention.last
    if at >= len(words) or words[at] != ",":
        return None
    last = min(view.sentence_of(mention.first)[1], at + _BEHIND)
    start = at + 2 if at + 1 < last and words[at + 1] in _ARTICLES else at + 1
    if start < last and view.tags[start] in "VDGMIWO":
        return None
    end = start
    while end < last and words[end] not in _STOPS:
        end += 1
    if start >= end or not any(words[i] in vocabulary.offices for i in range(start, min(end, start + _HEAD_WITHIN))):
        return None
    if end == last and last == at + _BEHIND:
        return None
    return view.span(start, end)
