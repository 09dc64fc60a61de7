"""Contents: from where to where what is attributed reaches, on either side of a cue."""

from __future__ import annotations

from conflictnews.extractors.relations.noun_phrases import is_time, phrase_end
from conflictnews.extractors.relations.quoted_view import QuotedView

__all__ = ["ADDRESSED", "LONGEST", "content_after", "content_start", "trimmed"]

ADDRESSED = frozenset(
    "tell inform remind assure warn ask urge advise notify convince persuade promise instruct order beg implore thank "
    "accuse reassure".split()
)
LONGEST = 400
"""No content has more tokens, which bounds the search in endless sentences."""
_WH = frozenset("if whether what how why who where when which".split())
_STOPS = frozenset({";", "--", "—"})
_TURNS = frozenset("but while although though according whereas".split())
_CLOSING = frozenset(".,;:!?—–-\"'”’)") | {"''", "--", "...", "…"}
_PREPOSITIONS = frozenset("about on with for against of over".split())
_REACH = 16


def content_start(text: QuotedView, lemma: str, head: int, last: int) -> int:
    """Where the content behind a cue begins, past addressee, time and occasion; ``last`` where there is none."""
    words, tags = text.words, text.tags
    at = head + 1
    while at + 1 < last and tags[at] in "rR" and words[at] not in _WH and words[at + 1] != ".":
        at += 1
    if at < last and text.words[at] in (":", ",") and at + 1 < last and at + 1 in text.opening:
        return at + 1
    if (opened := _opener(text, lemma, at, last)) is not None:
        return opened
    if lemma in ADDRESSED:
        end = _addressee_end(text, at, last)
        if end < last:
            at = end
    while at < last and (is_time(text, at) or (words[at] == "on" and at + 1 < last and is_time(text, at + 1))):
        at += 1
    if at < last and (words[at] == ":" or (words[at] in _PREPOSITIONS and at + 1 < last)):
        at += 1  # "talked ABOUT the deal": the preposition goes with the cue
    return at


def _opener(text: QuotedView, lemma: str, at: int, last: int) -> int | None:
    """ "that", a quotation or a colon that opens the content a few words on, with only phrases in between."""
    words, tags = text.words, text.tags
    far = at < last and (tags[at] in "IRr" or lemma in ADDRESSED or is_time(text, at))
    for k in range(at, min(last, at + (_REACH if far else 1))):
        if words[k] == "that" and (k == at or tags[k - 1] != "V"):
            return k
        if k in text.opening:
            before = words[k - 1]
            return k if before in (",", ":", "that") or k == at else None
        if tags[k] in "VMW" or words[k] in (",", ";", "to"):
            if words[k] == "," and k + 1 in text.opening:
                return k + 1
            return None
        if words[k] == ":":
            return k + 1
    return None


def _addressee_end(text: QuotedView, at: int, last: int) -> int:
    """Behind the one who is told: a pronoun, a name, a noun phrase up to the next determiner."""
    if at < last and text.tags[at] == "S" and text.words[at] == "her":
        return at + 1
    return phrase_end(text, at, last)


def content_after(text: QuotedView, at: int, last: int, stops: set[int]) -> int:
    """Where the content that begins at ``at`` ends, in a sentence that ends at ``last``.

    ``stops`` are tokens at which another attribution begins. A quotation that opens the content ends it, unless the
    sentence runs on without a pause. A content without a finite verb, a noun phrase or an infinitive, ends where the
    writer's clause goes on: before a participle, a relative clause, a second verb.
    """
    words, inside, tags = text.words, text.inside, text.tags
    if at >= last:
        return last
    last = min(last, at + LONGEST)
    clause = words[at] == "that" or words[at] in _WH
    k, paused = at, False
    while k < last:
        number = inside[k]
        if number >= 0:
            k = min(last, text.ranges[number][1])
            if text.ranges[number][0] == at and (k >= last or words[k] in (",", ".", ";") or words[k - 2] in ",.?!"):
                return k
            clause = True
            continue
        if k > at and (k in stops or words[k] in _STOPS):
            return k
        if words[k] == "," and k + 1 < last and words[k + 1] in _TURNS and _turns(text, k + 1, last):
            return k
        if not clause and k > at:
            if tags[k] in "VM" or (words[k] == "," and paused and k + 1 < last and tags[k + 1] in "VM"):
                clause = True  # the second comma ends what stood between a subject and its verb
            elif _writer_goes_on(text, k, last):
                return k
            paused = paused or words[k] == ","
        k += 1
    return k


def _writer_goes_on(text: QuotedView, at: int, last: int) -> bool:
    """Whether a phrase that is attributed ends before token ``at``: ``praised the deal AND left``."""
    word, tags = text.words[at], text.tags
    following = tags[at + 1] if at + 1 < last else "."
    if word == ",":
        return following in "GWV"
    return tags[at] == "C" and following in "VM"


def _turns(text: QuotedView, at: int, last: int) -> bool:
    """Whether the writer takes over at a conjunction: "but" with a subject of its own stays in the content."""
    if text.words[at] != "but":
        return True
    return at + 1 < last and text.tags[at + 1] in "VMRD"


def trimmed(text: QuotedView, first: int, last: int) -> tuple[int, int]:
    """A token range without punctuation at its edges; quotation marks stay where their partner is inside."""
    words = text.words
    while (
        last > first
        and words[last - 1] in _CLOSING
        and not (last - 1 in text.closing and text.ranges[text.closing[last - 1]][0] >= first)
    ):
        last -= 1
    while first < last and words[first] in (",", ":", ";", ")", "—", "–", "-", "--"):
        first += 1
    return first, last
