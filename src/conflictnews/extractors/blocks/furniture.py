"""The furniture of a site: what its template puts around a story, recognised by a table of phrases."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from conflictnews.lexicons.table import read_table
from conflictnews.text import TextView
from conflictnews.text.tokens import token_spans

from .page import Paragraph, words_of

__all__ = ["furniture", "may_be_furniture"]

_LONGEST = 60
"""A paragraph of more words holds some of the story, however it begins."""
_LONGEST_END = 25
_GAP = 8
"""The words that a ``*`` stands for, at most."""

Pattern = tuple[tuple[str, ...], str]


@cache
def _patterns() -> tuple[dict[str, list[Pattern]], dict[str, list[Pattern]]]:
    """The phrases as words, by their first one; those that begin with ``*`` or match at the end, by their last."""
    by_first: dict[str, list[Pattern]] = {}
    by_last: dict[str, list[Pattern]] = {}
    for phrase, match in read_table("boilerplate", "phrase", "match"):
        words = tuple(
            word for start, end in token_spans(phrase) if (word := phrase[start:end])[0].isalnum() or word[0] in "©*'"
        )
        if match == "end" or words[0] == "*":
            by_last.setdefault(words[-1], []).append((words, match))
        else:
            by_first.setdefault(words[0], []).append((words, match))
    return by_first, by_last


_BEHIND_LABEL = frozenset({":", "|", "–", "—", "-", "--"})
_MARKS = ("(", "[", "{", "*", "-", "–", "—", "--", "•", "·", "|", ">", "»", "#")


@cache
def _second_words() -> dict[str, frozenset[str]]:
    """The first words of furniture and captions, and bullets, each with the words that may follow; empty: any."""
    phrases = [phrase.split() for phrase, label in read_table("caption", "phrase", "class") if label != "verb"]
    phrases += [list(words) for patterns in _patterns()[0].values() for words, _ in patterns]
    phrases += [[mark] for mark in _MARKS]
    seconds: dict[str, set[str]] = {}
    for words in phrases:
        first = words[0].rstrip(":")
        open_end = len(words) == 1 or not words[1].isalnum() or words[0] != first
        seconds.setdefault(first, set()).add("" if open_end else words[1].rstrip(":"))
    return {first: frozenset() if "" in words else frozenset(words) for first, words in seconds.items()}


def may_be_furniture(view: TextView, first: int) -> bool:
    """Whether furniture or a caption can begin with this token and the next."""
    seconds = _second_words().get(view.words[first])
    return seconds is not None and (not seconds or first + 1 >= len(view.words) or view.words[first + 1] in seconds)


def furniture(view: TextView, paragraph: Paragraph) -> str | None:
    """How the table matches the paragraph ("whole", "list", "start", "end", "label"); None: it is no furniture."""
    by_first, by_last = _patterns()
    at, last = paragraph.first, paragraph.last
    while at < last and at < paragraph.first + 3 and not (view.words[at][0].isalnum() or view.words[at] == "©"):
        at += 1
    first = by_first.get(view.words[at]) if at < last else None
    final = None
    if last - paragraph.first <= 2 * _LONGEST:
        back = last - 1
        while back > paragraph.first and back > last - 4 and not view.words[back][0].isalnum():
            back -= 1
        final = by_last.get(view.words[back])
    if first:
        second = view.words[at + 1] if at + 1 < last else ""
        first = [entry for entry in first if len(entry[0]) == 1 or entry[0][1] in (second, "*") or not second.isalnum()]
    if not first and not final:
        return None
    words = words_of(view, paragraph, _LONGEST + 1)
    if len(words) > _LONGEST:
        return None
    for pattern, match in (first or []) + (final or []):
        if match == "label":
            if at + len(pattern) < last and view.words[at + len(pattern)] in _BEHIND_LABEL:
                return match
        elif _matches(pattern, match, words):
            return match
    return None


def _matches(pattern: Sequence[str], match: str, words: list[str]) -> bool:
    if match == "end":
        return len(words) <= _LONGEST_END and tuple(words[-len(pattern) :]) == tuple(pattern)
    end = _match_end(pattern, words)
    if end is None:
        return False
    return match == "start" or end == len(words)


def _match_end(pattern: Sequence[str], words: list[str]) -> int | None:
    """Where a match at the beginning ends; a final ``*`` takes what follows."""
    at = 0
    for number, want in enumerate(pattern):
        if want == "*":
            if number == len(pattern) - 1:
                return min(len(words), at + _GAP) if at < len(words) else None
            following = pattern[number + 1]
            found = next((k for k in range(at + 1, min(len(words), at + _GAP + 1)) if words[k] == following), None)
            if found is None:
                return None
            at = found
        elif at < len(words) and words[at] == want:
            at += 1
        else:
            return None
    return at
