"""What stands between a subject and its verb: auxiliaries, adverbs, words of time, "in a letter"."""

from __future__ import annotations

from conflictnews.text.nouns import nouns
from conflictnews.text.phrase_chains import TIMING
from conflictnews.text.syntax import Syntax

__all__ = ["before_verb"]

_A = frozenset({"a", "an", "his", "her", "its", "their"})
_IN_TIME = frozenset({"in", "at", "over", "during", "within", "for", "on", "throughout"})
_WHICH_TIME = frozenset({"last", "past", "first", "next", "previous", "same", "early", "late", "following", "few"})


def before_verb(syntax: Syntax, verb: int, stop: int) -> int:
    """The last token before a verb group and what may stand before it; not before ``stop``.

    >>> before_verb(Syntax("the army in a letter has now agreed".split(), "TNITNMRV"), 7, 0)
    1
    """
    return _before_medium(syntax, _before_verb_group(syntax, verb, stop), stop)


def _before_verb_group(syntax: Syntax, verb: int, stop: int) -> int:
    """The last token before auxiliaries, adverbs, words of time, and adjectives like "quick to"."""
    classes = syntax.classes
    i = verb - 1
    while i >= stop:
        label = classes[i]
        eager = label == "a" and classes[i + 1] == "t"
        before = _before_time_phrase(syntax, i - 1, stop) if label == "y" else None
        if before is None and not (label in 'rxyt"' or eager or _is_timed(syntax, i, verb, stop)):
            break
        i = i - 1 if before is None else before
    return i


def _is_timed(syntax: Syntax, i: int, verb: int, stop: int) -> bool:
    """Whether a token is part of "in 2014", "on October 9", "on Oct. 9" before a verb."""
    classes, words = syntax.classes, syntax.words
    if classes[i + 1] == "y" and (words[i] in TIMING or classes[i] == "u"):
        return True
    if words[i] in ("in", "since") and i + 1 < verb and classes[i + 1] == "u":
        return True
    if i <= stop or (classes[i] != "u" and words[i] != "."):
        return False
    before = classes[i - 1] == "y" or (classes[i] == "u" and words[i - 1] == ".")
    return before or (classes[i] == "u" and words[i - 1] in ("in", "since"))


def _before_medium(syntax: Syntax, i: int, stop: int) -> int:
    """Before "in a statement" right behind the subject: "the army | in a letter said"."""
    if i < stop or syntax.words[i] not in nouns("document"):
        return i
    chunk = syntax.chunk(i)
    before = i if chunk is None else chunk.first - 2
    medium = before >= stop and syntax.words[before + 1] in ("in", "via") and syntax.words[before + 2] in _A
    return before if medium and syntax.classes[before] == "n" else i


def _before_time_phrase(syntax: Syntax, i: int, stop: int) -> int | None:
    """The token before "in the last 24 hours", "over the weekend", if ``i`` stands before their word of time."""
    words, classes = syntax.words, syntax.classes
    while i > stop and (classes[i] in "ud" or words[i] in _WHICH_TIME):
        i -= 1
    return i - 1 if words[i] in _IN_TIME and i > stop else None
