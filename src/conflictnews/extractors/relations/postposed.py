"""Content before its cue, as in ``"We will respond," Kirby said`` and ``The rockets, officials said, hit a base``."""

from __future__ import annotations

from typing import NamedTuple

from conflictnews.extractors.relations.contents import LONGEST, content_after, trimmed
from conflictnews.extractors.relations.cues import BESIDE_QUOTATION, CERTAIN, SURE, Cue
from conflictnews.extractors.relations.draft import Draft, Range
from conflictnews.extractors.relations.noun_phrases import is_time, phrase_end, phrase_start
from conflictnews.extractors.relations.quoted_view import QuotedView, Subject
from conflictnews.extractors.relations.sources import subject_after, subject_of

__all__ = ["content_before", "has_verb", "postposed"]

_PAUSES = frozenset({",", ".", ";", "?", "!", ")", "—", "–", "-", "--", ":"})
_PARENTHETIC_END = frozenset({",", ".", ";", "?", "!"})
_OPENERS = frozenset("and but so yet however meanwhile still".split())
_NOT_RESUMED = frozenset("as while but although though who which whose where when citing referring speaking".split())
_REACH = 80
_RELATIVES = ("that", "which", "who")
_NEIGHBOURS = 8


def postposed(text: QuotedView, number: int, first: int, last: int, cue: Cue, earlier: list[Draft]) -> Draft | None:
    """The attribution whose content ends before the cue and its subject; None where it does not."""
    place = _place(text, first, last, cue)
    if place is None:
        return None
    subject, edge, behind, quoted = place
    if not (_closes_quotation(text, cue, place, last) if quoted else _closes_clause(text, cue, place, first, last)):
        return None
    left = content_before(text, first, edge, earlier)
    if left is None:
        return None
    parts = [left]
    resumed = _resumed(text, behind if behind is not None else cue.head + 1, last, quoted)
    if resumed is None and quoted:
        resumed = _taken_up(text, left[1], cue.head, last)
    if resumed is not None:
        parts.append(resumed)
    group = (subject.cue_first, cue.head + 1)
    return Draft(number, parts, (subject.first, subject.last), group, "postposed", cue.head, cue.word.certainty)


class _Place(NamedTuple):
    """Where a cue stands: its subject, the token before both, the pause behind, and whether a quotation ends there."""

    subject: Subject
    edge: int
    behind: int | None
    quoted: bool

    @property
    def inverted(self) -> bool:
        """Whether the verb stands before its subject: "said Liebermann"."""
        return self.subject.first > self.edge + 1


def _place(text: QuotedView, first: int, last: int, cue: Cue) -> _Place | None:
    subject = subject_of(text, first, cue.head)
    told = phrase_end(text, cue.head + 1, last) - 1 if cue.word.lemma == "tell" else cue.head
    edge = subject.first - 1
    if subject.first == subject.last:
        after = subject_after(text, cue.head, last)
        if after is None:
            return None
        subject, told, edge = after, after.last - 1, after.cue_first - 1
    if edge > first + 1 and text.words[edge] == "as" and text.words[edge - 1] in _PAUSES:
        edge -= 1  # ", AS the memo put it"
    if edge < first:
        return None
    behind, quoted = _clear_behind(text, told, last), _behind_quotation(text, first, edge)
    if not quoted and text.words[edge] == "," and edge == subject.first - 1:
        begin = phrase_start(text, first, edge - 1)  # "another friend, Mariam Emara told CNN"
        if first < begin < edge and _behind_quotation(text, first, begin - 1):
            return _Place(subject._replace(first=begin), begin - 1, behind, True)
    return _Place(subject, edge, behind, quoted)


def _closes_quotation(text: QuotedView, cue: Cue, place: _Place, last: int) -> bool:
    """Whether a quotation before the cue is what is said."""
    if cue.score < BESIDE_QUOTATION or (not place.inverted and _goes_on(text, cue.head, last)):
        return False
    return cue.word.certainty >= CERTAIN or _pauses(text, place.edge)


def _closes_clause(text: QuotedView, cue: Cue, place: _Place, first: int, last: int) -> bool:
    """Whether a clause before the cue is what is said: there is a comma, a verb of saying, and nothing behind."""
    edge, behind = place.edge, place.behind
    if text.words[edge] not in (",", "—", "–", "--") or cue.word.certainty < SURE or behind is None:
        return False
    return has_verb(text, max(first, edge - _REACH), edge) or _interrupts(text, behind, last)


def _behind_quotation(text: QuotedView, first: int, edge: int) -> bool:
    """Whether a quotation ends at ``edge``, or before the pause that stands there."""
    return text.inside[edge] >= 0 or (text.words[edge] in _PAUSES and edge > first and text.inside[edge - 1] >= 0)


def _interrupts(text: QuotedView, behind: int, last: int) -> bool:
    """``The convoys, officials said, CROSSED the border``: the cue stands between a subject and its verb."""
    return behind + 1 < last and text.words[behind] == "," and text.tags[behind + 1] in "VM"


def _pauses(text: QuotedView, edge: int) -> bool:
    """Whether a comma or a stop parts a quotation from what follows: ``The 'ceasefire' lasted`` has none."""
    if text.inside[edge] < 0:
        return True
    return text.view.text[text.quotations[text.inside[edge]].end - 1] in ".,?!…—–-"


def _goes_on(text: QuotedView, head: int, last: int) -> bool:
    """Whether the content of a cue stands behind it though a quotation stands before: ``"Yes," he said that ...``."""
    at = head + 1
    return at < last and (text.words[at] == "that" or at in text.opening)


def _clear_behind(text: QuotedView, at: int, last: int) -> int | None:
    """The pause that follows token ``at`` but for time, adverbs and prepositional phrases; None where more is said."""
    words, tags = text.words, text.tags
    k = at + 1
    while k < last and k - at < 24:
        if words[k] in _PARENTHETIC_END:
            return k
        if tags[k] in "Rr" or is_time(text, k):
            k += 1
            continue
        if tags[k] == "I" and words[k] not in ("that", "if", "because", "as", "while"):
            end = phrase_end(text, k + 1, last)
            if end > k + 1:
                k = end
                continue
        return None
    return k if k >= last else None


def has_verb(text: QuotedView, first: int, last: int) -> bool:
    """Whether a finite verb or a modal stands in a range."""
    return any(text.tags[k] in "VM" for k in range(first, last))


def content_before(text: QuotedView, first: int, edge: int, earlier: list[Draft]) -> Range | None:
    """The content that ends before the pause at ``edge``: from the sentence's beginning, or an earlier attribution."""
    begin = max(first, edge - LONGEST)
    for draft in earlier[-_NEIGHBOURS:]:
        for part in [*draft.parts, draft.source, draft.cue]:
            if part is not None and begin < part[1] <= edge:
                begin = part[1]
    while begin < edge and (text.words[begin] in _OPENERS or text.words[begin] in _PAUSES):
        begin += 1
    if text.words[edge] == "," and text.words[edge - 1] in _RELATIVES:  # "attacks that, analysts say, ..."
        begin = max(begin, min(edge - 1, phrase_start(text, begin, edge - 2)))
    begin, end = trimmed(text, begin, edge + 1)
    return (begin, end) if begin < end else None


def _resumed(text: QuotedView, at: int, last: int, quoted: bool) -> Range | None:
    """What goes on behind the cue: ``..., he said, "...``; ``..., officials said, hit a base``."""
    words = text.words
    if at + 1 >= last or words[at] not in (",", ":", ";", "—"):
        return None
    if at + 1 in text.opening:
        return trimmed(text, at + 1, content_after(text, at + 1, last, set()))
    if quoted or words[at] != "," or text.tags[at + 1] in "GWC" or words[at + 1] in _NOT_RESUMED:
        return None
    begin, end = trimmed(text, at + 1, content_after(text, at + 1, last, set()))
    return (begin, end) if begin < end else None


def _taken_up(text: QuotedView, closed: int, head: int, last: int) -> Range | None:
    """A second half of a sentence: ``"Every time," Tester said, pointing at the map, "they come back"``."""
    if text.words[closed - 2] != "," and (closed >= last or text.words[closed] != ","):
        return None
    for k in range(head + 1, min(last - 1, head + 30)):
        if k in text.opening:
            return text.ranges[text.opening[k]] if text.view.text[text.starts[k + 1]].islower() else None
    return None
