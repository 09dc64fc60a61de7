"""The subject of a participle before the main clause: "After attacking a post, REBELS kidnapped two soldiers"."""

from __future__ import annotations

from conflictnews.text.closed_words import reporting_verbs
from conflictnews.text.fronted_places import opens
from conflictnews.text.phrases import REACH, Phrase, phrases_at
from conflictnews.text.syntax import Syntax

__all__ = ["fronted_subject"]

_OPENING = frozenset("after before by in on upon when while since".split())
_COMMAS = 3
_FINITE = "vx"


def fronted_subject(syntax: Syntax, verb: int) -> list[Phrase]:
    """Who stands behind the comma that ends the clause of an -ing form with which a sentence begins.

    >>> words = "after attacking a post , rebels fled".split()
    >>> fronted_subject(Syntax(words, "IGTN.NV"), 1)
    [Phrase(first=5, last=6, head=5)]
    """
    words, classes = syntax.words, syntax.classes
    opened = verb > syntax.first and words[verb - 1] in _OPENING and opens(syntax, verb - 1)
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
