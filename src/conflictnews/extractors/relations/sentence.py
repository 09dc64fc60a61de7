"""The attributions of one sentence: each cue with its source and its content."""

from __future__ import annotations

from conflictnews.extractors.relations.cues import (
    BESIDE_QUOTATION,
    CERTAIN,
    SURE,
    THRESHOLD,
    Cue,
    CueWord,
    cue_words,
    find_cues,
)
from conflictnews.extractors.relations.draft import Draft
from conflictnews.extractors.relations.noun_phrases import phrase_end
from conflictnews.extractors.relations.other_cues import according_to, colon, noun_cue
from conflictnews.extractors.relations.postposed import postposed
from conflictnews.extractors.relations.preposed import preposed
from conflictnews.extractors.relations.quoted_view import QuotedView
from conflictnews.extractors.relations.sources import subject_of

__all__ = ["sentence_drafts"]

_NEAR = 5
_NO_CUES = frozenset("is are was were has have had does did do 's 're 'm 've".split())


def sentence_drafts(text: QuotedView, number: int, first: int, last: int, candidates: list[int]) -> list[Draft]:
    """All attributions whose cue stands in a sentence, outermost ones only, by their cue."""
    if not candidates and not text.edges(first, last):
        return colon(text, number, first, last)
    cues = [cue for cue in find_cues(text, first, last, candidates) if text.inside[cue.head] < 0]
    cues += _open_class(text, first, last, cues)
    drafts: list[Draft] = []
    open_cues: list[Cue] = []
    for cue in cues:
        draft = None if cue.word.noun else postposed(text, number, first, last, cue, drafts)
        if draft is not None:
            drafts.append(draft)
        else:
            open_cues.append(cue)
    held = _held(drafts)
    phrases = according_to(text, number, first, last, candidates, drafts, held)
    drafts += phrases
    held |= _held(phrases)
    stops = {draft.source[0] for draft in drafts if draft.source} | {draft.cue[0] for draft in drafts if draft.cue}
    stops |= _coordinated(text, first, open_cues)
    for cue in open_cues:
        lowest = BESIDE_QUOTATION if _quotes_next(text, cue.head, last) else THRESHOLD
        if cue.score < lowest or cue.head in held:
            continue
        if cue.word.noun:
            draft = noun_cue(text, number, first, last, cue, stops)
        else:
            draft = preposed(text, number, first, last, cue, drafts, stops)
        if draft is not None and draft.parts[-1][0] not in held:
            drafts.append(draft)
            held |= _held([draft])
    return drafts or colon(text, number, first, last)


def _held(drafts: list[Draft]) -> set[int]:
    """The tokens of their contents."""
    return {at for draft in drafts for part in draft.parts for at in range(*part)}


def _coordinated(text: QuotedView, first: int, cues: list[Cue]) -> set[int]:
    """Conjunctions behind which another attribution begins: ``praised the deal AND said``, ``AND Kyiv denied it``."""
    out = set()
    for cue in cues:
        if cue.word.noun or cue.score < THRESHOLD or text.tags[cue.head] not in "VG":
            continue
        subject = subject_of(text, first, cue.head)
        bare = subject.first == subject.last
        at = (subject.cue_first if bare else subject.first) - 1
        if at > first and _parts(text, first, at, cue, bare):
            out.add(at)
    return out


def _parts(text: QuotedView, first: int, at: int, cue: Cue, bare: bool) -> bool:
    """Whether the token before a cue and its subject parts it from the attribution before."""
    if text.tags[at] == "C":
        return bare or (cue.word.certainty >= CERTAIN and _clause_before(text, first, at))
    return bare and text.tags[cue.head] == "G" and text.words[at] == ","


def _clause_before(text: QuotedView, first: int, at: int) -> bool:
    """Whether what a conjunction ties on to has a verb of its own: "he AND Biden stressed" is one subject."""
    for k in range(at - 1, max(first, at - 12), -1):
        if text.tags[k] in "VM":
            return text.words[k] not in cue_words()
    return False


def _quotes_next(text: QuotedView, head: int, last: int) -> bool:
    """Whether a quotation follows at once: ``chanting, "Hands up"``, or a colon and then one in the next paragraph."""
    after = head + 1
    if last in text.opening and text.words[last - 1] == ":" and last - head < _NEAR:
        return True
    return after in text.opening or (after + 1 < last and text.words[after] in (",", ":") and after + 1 in text.opening)


def _open_class(text: QuotedView, first: int, last: int, known: list[Cue]) -> list[Cue]:
    """Verbs of no list beside a quotation: ``"Never!" the crowd screamed back``, ``He typed: "No"``."""
    heads = {cue.head for cue in known}
    out = []
    for k in text.edges(first, last):
        at = -1
        if k in text.closing and k + 2 < last:
            at = k + 2 if text.words[k + 1] in (",", "-", "–", "—") else k + 1
            at = phrase_end(text, at, last)
            while at < last and text.tags[at] == "R":
                at += 1
        elif k in text.opening and k - 2 > first and text.words[k - 1] in (",", ":"):
            at = k - 2
        if first < at < last and text.tags[at] == "V" and at not in heads and text.words[at] not in _NO_CUES:
            out.append(Cue(at, CueWord(text.words[at], False, SURE), 0))
    return out
