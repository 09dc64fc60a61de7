"""Verbs that "and" or "or" joins: what helps the first one helps them all ("could seize the town and kill people")."""

from __future__ import annotations

from conflictnews.text.closed_words import closed_words
from conflictnews.text.morphology import sure_pasts
from conflictnews.text.subjects import subject_of
from conflictnews.text.syntax import Syntax
from conflictnews.text.verb_groups import verb_group

__all__ = ["first_conjunct", "governor_of_result"]

_REACH, _MOST = 20, 4
_JOINTS = frozenset({"and", "or", "nor", ","})
_EITHER = frozenset({"or", "nor"})
_ENDS = frozenset({";", ":", ".", "?", "!", "that", "but"})


def first_conjunct(syntax: Syntax, verb: int) -> int:
    """The verb whose auxiliaries, or whose "to", a later verb shares; that verb itself where it shares none.

    Base forms share those of a base form, past forms "have" and what "or" brings a negation.

    >>> first_conjunct(Syntax("rebels may seize the town and kill people".split(), "NMBTNCBN"), 6)
    2
    >>> first_conjunct(Syntax("rebels seized the town and killed people".split(), "NVTNCVN"), 5)
    5
    """
    for _ in range(_MOST):
        before = _conjunct_before(syntax, verb)
        if before is None:
            break
        verb = before
    return verb


def governor_of_result(syntax: Syntax, verb: int) -> int:
    """The first of the verbs whose result a participle behind a comma tells; -1 where it tells none.

    >>> governor_of_result(Syntax("bombs may hit it , killing 200".split(), "NMBO.GU"), 5)
    2
    """
    if syntax.classes[verb] != "g" or verb - 1 <= syntax.first or syntax.words[verb - 1] != ",":
        return -1
    subject = subject_of(syntax, verb)
    return -1 if subject is None or subject.governor < 0 else first_conjunct(syntax, subject.governor)


def _conjunct_before(syntax: Syntax, verb: int) -> int | None:
    words, classes = syntax.words, syntax.classes
    joint = verb - 1
    while joint > syntax.first and classes[joint] == "r":
        joint -= 1
    if joint <= syntax.first or words[joint] not in _JOINTS or classes[verb] not in "ve":
        return None
    base = _is_base(syntax, verb)
    for k in range(joint - 1, max(syntax.first, joint - _REACH), -1):
        if words[k] in _ENDS or classes[k] == "w":
            return None
        if classes[k] not in "ve" or (classes[k] == "e" and classes[k - 1] == "n"):
            continue
        if words[joint] == "," and classes[verb_group(syntax, k).first - 1] == "w":
            return None  # "the officer, who HAS NOT BEEN NAMED, shot"
        if base:
            return k if _is_base(syntax, k) and _is_helped(syntax, k) else None
        if _is_base(syntax, k) or _acts_next(syntax, k, verb):
            return None
        return k if _shares_past(syntax, k, either=words[joint] in _EITHER) else None
    return None


def _acts_next(syntax: Syntax, first: int, verb: int) -> bool:
    """Whether who suffers the first deed does the next: "had been held and ATTACKED THE GUARD"."""
    be = closed_words("be").isdisjoint(syntax.words[verb_group(syntax, first).first : first])
    return not be and verb + 1 < syntax.last and syntax.classes[verb + 1] in "dnau"


def _is_base(syntax: Syntax, verb: int) -> bool:
    """Whether a verb is a base form; the tagger takes some behind "and" for finite ones."""
    word = syntax.words[verb]
    finite = word.endswith(("ed", "s")) or word in sure_pasts()
    return syntax.tags[verb] == "B" or (syntax.tags[verb] == "V" and not finite)


def _is_helped(syntax: Syntax, verb: int) -> bool:
    """Whether an auxiliary or "to" stands before a base form, past adverbs."""
    k = verb - 1
    while k > syntax.first and syntax.classes[k] == "r":
        k -= 1
    return k >= syntax.first and syntax.classes[k] in "xt"


def _shares_past(syntax: Syntax, verb: int, *, either: bool) -> bool:
    """Whether the past form at ``verb`` stands behind "have" or, where "or" joins, behind a negation."""
    group = verb_group(syntax, verb)
    return (either and group.negated) or not closed_words("have").isdisjoint(syntax.words[group.first : verb])
