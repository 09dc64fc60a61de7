"""Cues that are no verbs: nouns ("the claim that"), "according to", a colon behind a name."""

from __future__ import annotations

from conflictnews.extractors.relations.contents import content_after, trimmed
from conflictnews.extractors.relations.cues import Cue
from conflictnews.extractors.relations.draft import Draft, Range
from conflictnews.extractors.relations.noun_phrases import is_time, phrase_end
from conflictnews.extractors.relations.postposed import content_before, has_verb
from conflictnews.extractors.relations.quoted_view import QuotedView

__all__ = ["according_to", "colon", "noun_cue"]

_CERTAINTY = 90
_REACH = 40


def noun_cue(text: QuotedView, number: int, first: int, last: int, cue: Cue, stops: set[int]) -> Draft | None:
    """``Trump's claim that ...``, ``his hopes of ...``."""
    words, tags = text.words, text.tags
    at = cue.head + 1
    if at >= last or words[at] not in ("that", "to", "of", "about", "for", "over", "on", "against", "from"):
        return None
    if at + 1 >= last or is_time(text, at + 1):
        return None
    source: Range | None = None
    k = cue.head - 1
    while k > first and tags[k] in "JN":
        k -= 1
    if k >= first and (tags[k] == "S" or words[k] == "her"):
        if words[k] in ("'s", "'"):
            begin = k - 1
            while begin > first and tags[begin - 1] in "NPJT":
                begin -= 1
            source = (begin, k)
        else:
            source = (k, k + 1)
    end = content_after(text, at, last, stops)
    if not has_verb(text, max(first, cue.head - _REACH), cue.head):
        end = _subject_end(text, at, end)
    begin, end = trimmed(text, at, end)
    return Draft(number, [(begin, end)], source, (cue.head, cue.head + 1), "noun", cue.head, 0) if begin < end else None


def _subject_end(text: QuotedView, at: int, end: int) -> int:
    """Where a content ends that belongs to the subject: ``the claim that the ferry sank WAS false``."""
    verbs = 0
    for k in range(at, end):
        if text.tags[k] in "CW" and k > at:
            return end
        if text.tags[k] in "VM" and (k == at or text.tags[k - 1] not in "VM"):
            verbs += 1
            if verbs == 2:
                return k
    return end


def according_to(
    text: QuotedView, number: int, first: int, last: int, candidates: list[int], earlier: list[Draft], held: set[int]
) -> list[Draft]:
    """Read ``According to the Post, the strike ...`` and ``The strike ..., according to the Post.``."""
    words, out = text.words, list[Draft]()
    for at in candidates:
        if words[at] != "according" or at >= last - 2 or words[at + 1] != "to" or text.inside[at] >= 0:
            continue
        end = phrase_end(text, at + 2, last)
        if end == at + 2 or at in held:
            continue
        if at - first <= 1:
            pause = next((k for k in range(end, min(last, end + 30)) if words[k] == ","), end)
            content = trimmed(text, pause, content_after(text, pause + 1, last, set()))
        else:
            left = content_before(text, first, at - 1, [*earlier[-1:], *out[-1:]])
            if left is None:
                continue
            content = left
        if content[0] < content[1]:
            out.append(Draft(number, [content], (at + 2, end), (at, at + 2), "according to", at, _CERTAINTY))
    return out


def colon(text: QuotedView, number: int, first: int, last: int) -> list[Draft]:
    """Read ``US: we will respond`` and ``SMITH: No``."""
    words, tags = text.words, text.tags
    for k in range(first + 1, min(last - 1, first + 6)):
        if words[k] == ":":
            begin, end = trimmed(text, k + 1, last)
            named = all(tags[i] in "P." for i in range(first, k)) and tags[first] == "P"
            return (
                [Draft(number, [(begin, end)], (first, k), (k, k + 1), "colon", k, _CERTAINTY)]
                if named and begin < end
                else []
            )
    return []
