"""Content behind its cue, as in ``Kirby said that``, ``officials denied any role``, ``the cell was believed to``."""

from __future__ import annotations

from conflictnews.extractors.relations.contents import ADDRESSED, content_after, content_start, trimmed
from conflictnews.extractors.relations.cues import Cue
from conflictnews.extractors.relations.draft import Draft, Range
from conflictnews.extractors.relations.noun_phrases import phrase_end
from conflictnews.extractors.relations.postposed import has_verb
from conflictnews.extractors.relations.quoted_view import QuotedView, Subject
from conflictnews.extractors.relations.sources import subject_before, subject_of

__all__ = ["preposed"]

_SHARED_REACH = 30
_NEIGHBOURS = 8
_CLAUSE_REACH = 200
_MAIN_VERBS = frozenset("said says told wrote added asked".split())
_BE = frozenset("is are was were be been being 's 're 'm".split())
_RAISING = frozenset({"seem", "appear"})
_SUBORDINATORS = frozenset("after as since when while although though if because before once until whereas".split())


def preposed(
    text: QuotedView, number: int, first: int, last: int, cue: Cue, earlier: list[Draft], stops: set[int]
) -> Draft | None:
    """``Kirby said that ...``, ``officials denied any role``: the content stands behind."""
    words, head, lemma = text.words, cue.head, cue.word.lemma
    if _names_or_modifies(text, head, last):
        return None
    subject = subject_of(text, first, head)
    source: Range | None = (subject.first, subject.last) if subject.first < subject.last else None
    at = content_start(text, lemma, head, last)
    about: Range | None = None  # the subject of a passive, which belongs to what is thought of it
    if subject.passive or lemma in _RAISING:
        if source is not None and words[source[0]] == "what":
            return None
        about = None if source is None or _expletive(text, source) or lemma in ADDRESSED else source
        source, at = _agent(text, head, at, last)
    elif source is None:
        source = _shared_source(text, first, head, subject, earlier)
        if source is None and (text.tags[head] == "G" or head - first <= 1) and at not in text.opening:
            return None
    elif text.words[source[0]] == "there":
        return None
    begin, end = trimmed(text, at, content_after(text, at, _clause_end(text, first, subject, at, last), stops))
    if begin >= end and words[last - 1] == ":":  # "the statement read:" and a quotation in the next paragraph
        begin, end = last, min(last + 1, len(words)) if last in text.opening else last
    parts = [part for part in (about, (begin, end)) if part is not None and part[0] < part[1]]
    if not parts:
        return None
    return Draft(number, parts, source, (subject.cue_first, head + 1), "preposed", head, cue.word.certainty)


def _expletive(text: QuotedView, source: Range) -> bool:
    return source[1] - source[0] == 1 and text.words[source[0]] in ("it", "there")


def _names_or_modifies(text: QuotedView, head: int, last: int) -> bool:
    """``a group CALLING itself``, ``KNOWN as``, ``a strike ORDERED by``, ``groups often BLAMED for``: nobody speaks."""
    if head + 1 >= last:
        return False
    word, after, tag = text.words[head], text.words[head + 1], text.tags[head]
    if after.endswith(("self", "selves")) and word in ("calling", "calls", "called", "call"):
        return True
    if word.startswith("respond") and after in ("with", "to"):
        return True  # with a strike, to an attack: not with words
    if word in ("known", "called") and after in ("as", "for") and text.words[head - 1] not in _BE:
        return True
    if tag in "VD" and text.tags[head + 1] in "NPJ" and (text.tags[head - 1] in "ST" or text.words[head - 1] == "most"):
        return True  # "the most REVERED general"
    reduced = tag in "VD" and word.endswith("ed") and text.tags[head - 1] in "NPR" and text.words[head - 1] not in _BE
    return reduced and (after == "by" or (word in ("blamed", "accused") and after in ("for", "of")))


def _clause_end(text: QuotedView, first: int, subject: Subject, at: int, last: int) -> int:
    """Where the clause ends in which a cue stands, if it is a relative or a subordinate one."""
    relative = subject.first < subject.last and text.tags[subject.first] == "W"
    subordinate = not relative and text.words[first] in _SUBORDINATORS and subject.first - first <= 3
    if not relative and not subordinate and not _week_since(text, first, subject.first):
        return last
    for k in range(at + 1, min(last, at + _CLAUSE_REACH)):
        if text.inside[k] >= 0:
            continue
        if text.words[k] == ",":
            return k
        if relative and text.tags[k] == "V" and text.words[k] in _MAIN_VERBS:
            return k
    return last


def _week_since(text: QuotedView, first: int, at: int) -> bool:
    """``In the week SINCE Washington offered ...``: the subordinator stands before the subject."""
    return (
        at > first
        and text.words[at - 1] in _SUBORDINATORS
        and not has_verb(text, max(first, at - _SHARED_REACH), at - 1)
    )


def _agent(text: QuotedView, head: int, at: int, last: int) -> tuple[Range | None, int]:
    """The source of a passive, behind "by", and where its content begins then."""
    for k in range(head + 1, min(last, head + 6)):
        if text.words[k] == "by":
            end = phrase_end(text, k + 1, last)
            if end > k + 1:
                return (k + 1, end), max(at, end) if at <= k or at < end else at
        if text.words[k] in (",", "that", "to"):
            break
    return None, at


def _shared_source(text: QuotedView, first: int, head: int, subject: Subject, earlier: list[Draft]) -> Range | None:
    """The source of a verb without a subject: that of the verb before it, else the sentence's first noun phrase."""
    if subject.shared and text.tags[head] != "G":
        for k in range(subject.cue_first - 1, max(first, subject.cue_first - _SHARED_REACH), -1):
            if text.tags[k] in "VM" and text.inside[k] < 0:
                before = subject_before(text, first, k)
                if before.first < before.last:
                    return before.first, before.last
                break
    for draft in reversed(earlier[-_NEIGHBOURS:]):
        if draft.pattern != "noun" and draft.source is not None and draft.cue is not None and draft.cue[0] < head:
            return draft.source
    if not subject.shared:
        return None
    end = phrase_end(text, first, head)
    return (first, end) if first < end <= head else None
