"""The subject of a participle before the main clause: "After attacking a post, REBELS kidnapped two soldiers"."""

from __future__ import annotations

from conflictnews.text.closed_words import reporting_verbs
from conflictnews.text.phrases import REACH, Phrase, phrases_at
from conflictnews.text.syntax import Syntax
from conflictnews.text.tags import OPENING_MARKS

__all__ = ["fronted_subject"]

_OPENING = frozenset("after before by in on upon when while since".split())
_COMMAS = 3
_FINITE = "vx"


def _opens(syntax: Syntax, at: int) -> bool:
    """Whether a clause begins at a token: the sentence, or what is said, or all behind "On Sunday,"."""
    before = at - 1
    if at == syntax.first or syntax.words[before] == "that" or syntax.words[before] in OPENING_MARKS:
        return True
    if syntax.words[before] != "," or before - syntax.first > REACH:
        return False
    return not any(label in "vxo" for label in syntax.classes[syntax.first : before])


def fronted_subject(syntax: Syntax, verb: int) -> list[Phrase]:
    """Who stands behind the comma that ends the clause of an -ing form with which a sentence begins.

    >>> words = "after attacking a post , rebels fled".split()
    >>> fronted_subject(Syntax(words, "IGTN.NV"), 1)
    [Phrase(first=5, last=6, head=5)]
    """
    words, classes = syntax.words, syntax.classes
    opened = verb > syntax.first and words[verb - 1] in _OPENING and _opens(syntax, verb - 1)
    if classes[verb] != "g" or not (opened or verb == syntax.first):
        return []
    commas = [k for k in range(verb + 1, min(syntax.last - 1, verb + REACH)) if words[k] == ","]
    for comma in commas[:_COMMAS]:
        phrases = phrases_at(syntax, comma + 1)
        at = phrases[-1].last if phrases else syntax.last
        while at < syntax.last and classes[at] == "r":
            at += 1
        said = at + 1 < syntax.last and words[at] in reporting_verbs() and words[at + 1] == ","
        if at < syntax.last and classes[at] in _FINITE and not said:
            return phrases  # not "After attacking a post, POLICE said, rebels fled"
    return []
