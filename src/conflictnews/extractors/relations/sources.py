"""Sources: the noun phrase that is the subject of a cue, before it, behind it, or shared with an earlier verb."""

from __future__ import annotations

from conflictnews.extractors.relations.noun_phrases import is_time, phrase_end, phrase_start
from conflictnews.extractors.relations.quoted_view import QuotedView, Subject

__all__ = ["subject_after", "subject_before", "subject_of"]

_AUXILIARIES = frozenset(
    "is are was were be been being has have had do does did 's 're 've 'm 'd 'll not n't also never don't doesn't "
    "didn't won't wouldn't hasn't haven't hadn't isn't aren't wasn't weren't can't couldn't".split()
)
_PASSIVE = frozenset("is are was were be been being 's 're got".split())
_DASHES = frozenset("—–-―") | {"--"}
_RELATIVES = frozenset("who which that what whoever".split())
_REACH = 34
_LONGEST_GROUP = 8


def subject_before(text: QuotedView, first: int, head: int) -> Subject:
    """The subject to the left of the verb at ``head``, in the sentence that begins at ``first``."""
    words, tags = text.words, text.tags
    k, group, passive = _verb_group(text, first, head)
    nobody = Subject(group, group, group, passive, False)
    if k < first:
        return nobody
    k = _before_time(text, first, k)
    word, tag = words[k], tags[k]
    if tag == "C" or (tags[head] == "G" and (word == "," or tag == "I")):
        return nobody._replace(shared=True)
    if word in (",", ")") or word in _DASHES or (word == "-" and text.starts[k + 1] > text.ends[k]):
        k = _before_insertion(text, first, k)
        if k < first:
            return nobody._replace(shared=True)
    if tags[k] == "W":
        return Subject(k, k + 1, group, passive, False) if words[k] in _RELATIVES else nobody
    start = phrase_start(text, first, k)
    if start > k:
        return nobody._replace(shared=tags[head] == "G")
    if start - 2 >= first and tags[start - 1] == "I" and tags[start - 2] == "W":  # "which in its first weeks has said"
        return Subject(start - 2, start - 1, group, passive, False)
    return Subject(start, k + 1, group, passive, False)


def _verb_group(text: QuotedView, first: int, head: int) -> tuple[int, int, bool]:
    """The token before a verb and its auxiliaries, the first token of these, and whether it is a passive."""
    words, tags = text.words, text.tags
    k, passive = head - 1, False
    while k >= first and head - k < _LONGEST_GROUP:
        word, tag = words[k], tags[k]
        if word == "'s" and (k == first or tags[k - 1] not in "OW"):
            break  # a possessive
        if word in _AUXILIARIES or tag in "MR":
            passive = passive or (word in _PASSIVE and tags[head] == "D")
        elif tag == "t" and k > first and tags[k - 1] in "VDGJ":
            k -= 1  # "declined TO comment", "is expected TO say"
        else:
            break
        k -= 1
    group = k + 1
    while group < head and tags[group] == "R" and words[group] not in _AUXILIARIES:
        group += 1
    return k, group, passive


def _before_time(text: QuotedView, first: int, at: int) -> int:
    """Past "on Tuesday", "last week" between subject and verb."""
    k = at
    while k > first and (is_time(text, k) or text.tags[k] == "U" or text.words[k] in ("last", "this", "late", "early")):
        k -= 1
    if k == at or k <= first:
        return at
    if text.words[k] in ("on", "in", "earlier", "late"):
        k -= 1
    return k if text.tags[k] in "NPO),W" or text.words[k] == "," else at


def _before_insertion(text: QuotedView, first: int, at: int) -> int:
    """The token before an apposition, a relative clause or a parenthesis that ends at ``at``; ``first - 1``: none."""
    words, tags = text.words, text.tags
    parenthesis, verb = words[at] == ")", False
    for k in range(at - 1, max(first, at - _REACH), -1):
        word = words[k]
        if parenthesis:
            if word == "(":
                return k - 1
        elif tags[k] in "VM":
            verb = True
        elif (word == "," or word in _DASHES or word == "-") and tags[k - 1] in "NPOU.":
            if verb and tags[k + 1] not in "WI":
                return first - 1  # a clause of its own: "Iran has curbed monitoring, threatened to ..."
            if tags[k - 1] == "." and words[k - 1] not in (")", "."):
                return first - 1
            return _before_insertion(text, first, k - 1) if words[k - 1] == ")" else k - 1
    return first - 1


def subject_after(text: QuotedView, head: int, last: int) -> Subject | None:
    """The subject behind the verb ("said Liebermann"); None where no noun phrase follows at once."""
    at = head + 1
    if at >= last or text.tags[at] not in "PNTJUSO" or text.inside[at] >= 0:
        return None
    end = phrase_end(text, at, last)
    if end == at or is_time(text, end - 1):
        return None
    return Subject(at, end, head, False, False)


def subject_of(text: QuotedView, first: int, head: int) -> Subject:
    """The subject to the left of a cue, looked for once."""
    subject = text.subjects.get(head)
    if subject is None:
        subject = text.subjects[head] = subject_before(text, first, head)
    return subject
