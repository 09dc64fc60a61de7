"""What a number counts: its final kind, the head of the noun chunk behind it, its modifier, across "of"."""

from __future__ import annotations

from conflictnews.extractors.facts.quantity import Quantity
from conflictnews.extractors.facts.role_words import harmed
from conflictnews.text.closed_words import closed_words
from conflictnews.text.noun_chunks import Chunk
from conflictnews.text.nouns import find_noun, is_person, is_plural, nouns
from conflictnews.text.numerals import whole
from conflictnews.text.spelled_numbers import class_of, number_words
from conflictnews.text.syntax import Syntax
from conflictnews.text.window import Window

__all__ = ["count", "count_noun", "share_noun"]

_HEADS = frozenset("times people men women children others".split())
"""Plurals that modify no other."""
_INSIDE_NAMES = frozenset({"and", "or", "/", "(", ")"})
_COMPARED = frozenset({"from", "versus", "vs", "against", "including", "than"})
_HEDGES = frozenset(
    "about around some nearly almost just only over roughly an average of up the more less fewer".split()
)
_STRETCH = frozenset("most past last first next".split())


_ALONE = frozenset({"dozens", "hundreds", "thousands", "millions", "scores"})
_LARGEST_SCORE = 300


def count(window: Window, q: Quantity) -> Quantity | None:
    """A number with its final kind and its noun; None for what turns out to be none."""
    if q.form == "ordinal":
        q = q._replace(kind="ordinal")
        return q if q.tail or class_of(window.word(q.number[1])) else _with_noun(window, q, single=True)
    if q.kind == "count" and (q.form == "ratio" or (q.form == "fraction" and q.value < 1)):
        q = q._replace(kind="ratio")
    if q.kind not in ("count", "ratio") or q.form == "times":
        return q
    result = _as_score(window, q)
    if result is None or result[0] <= result[1]:
        q = _with_noun(window, q, single=q.value == 1 and q.upper is None and q.form not in ("fraction", "vague"))
    if q.noun >= 0:
        return q
    if result is not None:
        return q._replace(kind="score")
    alone = window.words[q.number[0]] in _ALONE or q.last > q.first + 1 or window.word(q.last) == "more"
    return q if q.form != "vague" or alone or _were_harmed(window, q.last) else None


def _were_harmed(window: Window, at: int) -> bool:
    """Whether a number without a noun is the subject of harm: "several WERE INJURED", "several INJURED"."""
    at += window.word(at) in closed_words("be")
    return window.word(at) in harmed()


def _with_noun(window: Window, q: Quantity, *, single: bool) -> Quantity:
    return count_noun(window.view.syntax(window.start), q, single=single)


def _as_score(window: Window, q: Quantity) -> tuple[int, int] | None:
    """Both figures of a range in one token, small, and nothing measured: "2-1" is a score if nothing is counted."""
    first, last = q.number
    if q.upper is None or last - first > 1 or q.upper >= _LARGEST_SCORE or q.unit is not None:
        return None
    above, _, below = window.words[first].replace("-to-", "-").partition("-")
    left, right = whole(above, 3), whole(below, 3)
    return None if left is None or right is None else (left, right)


def count_noun(syntax: Syntax, q: Quantity, *, single: bool) -> Quantity:
    """A quantity with its counted noun, if there is one; ``single`` where it counts one thing."""
    at, words = q.last, syntax.words
    if q.tail:
        return _tied_noun(syntax, q)
    if at < syntax.last and words[at] == "of":
        at = _behind_of(syntax, at)
        found = _noun(syntax, at, single=False) or _noun(syntax, at, single=True)
    elif q.form == "fraction":
        start = _past_determiners(syntax, at)
        found = _noun(syntax, start, single=True) if start > at else None
    else:
        found = _noun(syntax, at, single=single)
    if found is None or (not single and _is_one_body(syntax, found[1])):
        return q
    first, head = found
    return q._replace(last=head + 1, noun=head, modifier=first if first < head else -1)


def _is_one_body(syntax: Syntax, head: int) -> bool:
    """Whether a body's name stands behind a number, and nothing that it counts: "kills at least 126 Observatory"."""
    word = syntax.words[head]
    return syntax.tags[head] == "P" and not is_plural(word) and word in nouns("organisation")


def share_noun(syntax: Syntax, before: Quantity, q: Quantity) -> Quantity:
    """Give a bare number the noun of the count that it is compared with: "460 cars were stolen, compared with 63"."""
    if q.noun >= 0 or q.tied or q.kind != "count" or q.form == "times":
        return q
    if before.noun < 0 or before.kind != "count" or q.role not in ("other", before.role):
        return q
    k, words = q.first - 1, syntax.words
    while k > before.last and words[k] in _HEDGES:
        k -= 1
    compared = words[k] in _COMPARED or (words[k] in ("with", "to") and words[k - 1] == "compared")
    return q._replace(noun=before.noun) if compared else q


def _tied_noun(syntax: Syntax, q: Quantity) -> Quantity:
    """ "four-cylinder", "12-page", "10,000-strong": the tied word is what is counted."""
    word = q.tail.partition("-")[0]
    if word == "strong" and (found := _noun(syntax, q.last, single=True)) is not None:
        return q._replace(last=found[1] + 1, noun=found[1])
    return q if word in ("strong", "plus", "odd", "fold") or word.isdigit() else q._replace(tied=word)


def _past_determiners(syntax: Syntax, at: int) -> int:
    while at < syntax.last and syntax.classes[at] == "d" and syntax.words[at] != "other":
        at += 1
    return at


def _behind_of(syntax: Syntax, of: int) -> int:
    """The first word of the phrase behind "of": "85 of the 154 meetings", "five of the past six cycles"."""
    at, words = _past_determiners(syntax, of + 1), syntax.words
    while at + 1 < syntax.last and (words[at] in _STRETCH or words[at] in number_words() or words[at].isdigit()):
        at += 1
    return at


def _noun(syntax: Syntax, at: int, *, single: bool) -> tuple[int, int] | None:
    """The first token and the head of the noun phrase at ``at``.

    The head is its first plural noun (the last of a run); where one thing is counted or there is no plural, the head of
    the chunk.
    """
    if at < syntax.last and syntax.classes[at] == '"':
        at += 1
    last = _end(syntax, at, single=single)
    while last - 1 > at and _tells(syntax.words[last - 1]) and is_person(syntax.words[last - 2]):
        last -= 1  # "a farmer belonging to", "one terrorist dead"
    if last <= at or (last == at + 1 and syntax.words[at] in harmed()):
        return None
    if not single:
        for head in range(at, last):
            if _is_counted(syntax, head) and not (head + 1 < last and _modifies(syntax, head)):
                return at, head
    return at, last - 1


def _end(syntax: Syntax, at: int, *, single: bool) -> int:
    """The token behind the head of the phrase at ``at``, across modifiers that its chunk leaves out."""
    classes, words, size = syntax.classes, syntax.words, syntax.last
    if at >= size or words[at] == "others":
        return min(at + 1, size)
    if classes[at] == "p" or words[at] in closed_words("definite", "indefinite", "possessive"):
        return at
    k = at
    while k < at + 4 and k + 1 < size and _leads_on(syntax, k, single=single):
        k += 1
    chunk = syntax.chunk(k)
    if chunk is None or chunk.head < k or classes[chunk.head] not in "ny" or not words[chunk.head][0].isalnum():
        return max(
            (k + 1 for k in range(at, k + 1) if classes[k] == "a" and find_noun(words[k]) is not None), default=at
        )
    if classes[chunk.head] == "y":
        return next(k for k in range(k, chunk.last) if classes[k] == "y") + (syntax.tags[chunk.head] != "R")
    return _further(syntax, chunk)


def _leads_on(syntax: Syntax, at: int, *, single: bool) -> bool:
    """Whether a modifier at ``at`` leads to a noun: "25 randomly selected sites", "200,000 displaced people"."""
    label, behind = syntax.classes[at], syntax.classes[at + 1]
    if label == "v" and single and syntax.words[at].endswith("ed") and behind == "n":
        return True  # "the second reported clash"
    if label in "gv":
        chunk = syntax.chunk(at + 1)
        return chunk is not None and chunk.core == at + 1 and _counts(syntax, chunk)
    return label == "r" or (label in "ae" and behind in "naer")


def _tells(word: str) -> bool:
    return word.endswith(("ing", "ed")) or word in harmed()


def _further(syntax: Syntax, chunk: Chunk) -> int:
    """Behind a chunk's head, or that of the noun which it belongs to.

    "Dorn's best-known groups", "1,042 Dorn registered voters", "two suspected NDF and/or RPA (Ost) militants".
    """
    at = chunk.head + 1
    if at + 1 >= syntax.last:
        return at
    if syntax.classes[at] == "s":
        return max(_end(syntax, at + 1, single=False), at)
    if syntax.tags[chunk.head] != "P" or _counts(syntax, chunk):
        return at
    if syntax.classes[at] == "a" and is_person(syntax.words[at]):
        return at + 1  # "an NDF militant"
    for k in range(at, min(at + 8, syntax.last)):
        if _is_counted(syntax, k):
            return k + 1 if k > at and syntax.tags[k] == "N" and syntax.words[k - 1] not in ("and", "or") else at
        if not (syntax.words[k] in _INSIDE_NAMES or syntax.tags[k] == "P" or (k == at and syntax.classes[k] in "eg")):
            break
    return at


def _counts(syntax: Syntax, chunk: Chunk) -> bool:
    return any(_is_counted(syntax, at) for at in range(chunk.core, chunk.last))


def _is_counted(syntax: Syntax, at: int) -> bool:
    return syntax.classes[at] in "ny" and is_plural(syntax.words[at])


def _modifies(syntax: Syntax, at: int) -> bool:
    """Whether a plural stands before another that it modifies: "two police officers", not "6.5 times earnings"."""
    return _is_counted(syntax, at + 1) and syntax.words[at] not in _HEADS
