"""Medium and via: on what occasion something was said, and who relays it."""

from __future__ import annotations

from functools import cache

from conflictnews.extractors.relations.draft import Draft
from conflictnews.extractors.relations.quoted_view import QuotedView
from conflictnews.lexicons.table import word_sets
from conflictnews.text.phrases import phrase_at
from conflictnews.text.subjects import subject_of
from conflictnews.text.syntax import Syntax
from conflictnews.text.verb_groups import is_passive

__all__ = ["medium_of", "via_of", "without_occasion"]

_BEFORE = frozenset("in on at during via through by".split())
_TOLD = frozenset("told tell tells telling informed informs".split())
_QUOTING = frozenset("quote quotes quoted quoting cite cites cited citing".split())
_REACH = 12
_LONGEST = 6


@cache
def _media() -> dict[str, frozenset[str]]:
    return word_sets("media", "word", "class")


def medium_of(text: QuotedView, draft: Draft) -> str | None:
    """The occasion beside the cue, as it stands: "in a statement", "in an interview"."""
    first, last = text.view.sentences[draft.sentence]
    for k in range(draft.head + 1, min(last, draft.head + _REACH)):
        if text.words[k] in _BEFORE and (end := _occasion_end(text, k, last)):
            return " ".join(text.view.surface(k, end).split())
        if k in text.opening or text.words[k] == "that":
            break
    for k in range(draft.source[1], draft.head) if draft.source else ():
        if text.words[k] in _BEFORE and (end := _occasion_end(text, k, draft.head)):
            return " ".join(text.view.surface(k, end).split())
    if text.words[first] in _BEFORE and draft.source and draft.source[0] > first:  # "In a statement, Kirby said"
        end = _occasion_end(text, first, last)
        return " ".join(text.view.surface(first, end).split()) if end else None
    return None


def without_occasion(text: QuotedView, source: tuple[int, int]) -> tuple[int, int]:
    """A source without when or where its words fell: "the army ON 9 MARCH", "the union IN A STATEMENT"."""
    first, last = source
    classes = text.view.syntax(first).classes
    if any(classes[at] in "vxew" for at in range(first, last)):
        return source
    for k in range(last - 2, max(first, last - _LONGEST), -1):
        if text.words[k] in _BEFORE:
            timed = all(classes[at] in "yu" for at in range(k + 1, last))
            timed = timed and ("y" in classes[k + 1 : last + 1] or len(text.words[k + 1]) == len("2021"))
            return (first, k) if timed or _occasion_end(text, k, last) == last else source
    return source


def _occasion_end(text: QuotedView, at: int, last: int) -> int:
    """The token behind "in a STATEMENT"; 0 where the phrase names no occasion."""
    occasions = _media()["occasion"]
    for k in range(at + 1, min(last, at + _LONGEST)):
        if text.words[k] in occasions and (k + 1 >= last or text.words[k + 1] not in occasions):
            return k + 1
        if text.tags[k] not in "TSJNPU":
            return 0
    return 0


def via_of(text: QuotedView, draft: Draft) -> str | None:
    """The outlet that was told, or that quotes: "Reuters" in "told Reuters", "Reuters quoted", "quoted by Reuters".

    So is who relays what is quoted behind its speaker: "he said, according to Reuters".
    """
    word = text.words[draft.head]
    if word in _QUOTING:
        return _who_quotes(text, draft, text.view.syntax(draft.head))
    if word not in _TOLD:
        return _according_to(text, draft)
    phrase = phrase_at(text.view.syntax(draft.head), draft.head + 1)
    if phrase is None:
        return None
    end = phrase.head + 1
    while end > phrase.first and text.words[end - 1] not in _media()["outlet"]:
        end -= 1
    if phrase.first < end:
        return " ".join(text.view.surface(phrase.first, end).split())
    return _according_to(text, draft)


def _according_to(text: QuotedView, draft: Draft) -> str | None:
    """Who relays a quotation behind its cue: `"No," he said, ACCORDING TO the paper`."""
    last = text.view.sentences[draft.sentence][1]
    for k in range(draft.head + 1, min(last - 1, draft.head + _REACH)):
        if text.words[k] == "according" and not any(first <= k < end for first, end in draft.parts):
            phrase = phrase_at(text.view.syntax(k), k + 2) if k + 2 < last and text.words[k + 1] == "to" else None
            return None if phrase is None else " ".join(text.view.surface(phrase.first, phrase.last).split())
    return None


def _who_quotes(text: QuotedView, draft: Draft, syntax: Syntax) -> str | None:
    """Who quotes somebody "as saying"; nobody where the source itself is who quotes."""
    if is_passive(syntax, draft.head):
        behind = draft.head + 1
        if list(text.words[behind : behind + 2]) == ["as", "saying"]:
            behind += 2  # "was quoted as saying BY THE DAILY"
        by = behind < syntax.last and text.words[behind] == "by"
        phrase = phrase_at(syntax, behind + 1) if by else None
        found = None if phrase is None else (phrase.first, phrase.last)
    else:
        subject = subject_of(syntax, draft.head)
        phrases = [] if subject is None else subject.phrases
        found = (phrases[0].first, phrases[-1].last) if phrases else None
    if found is None or draft.source is None or (found[0] < draft.source[1] and draft.source[0] < found[1]):
        return None
    return " ".join(text.view.surface(*found).split())
