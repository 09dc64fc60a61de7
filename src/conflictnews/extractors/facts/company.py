"""Company: who suffered it together with who is told of: "a guard, along with eight others, was hurt"."""

from __future__ import annotations

from collections.abc import Sequence

from conflictnews.text.clauses import objects_from
from conflictnews.text.phrases import Phrase, phrase_ending
from conflictnews.text.syntax import Syntax

__all__ = ["in_company", "with_whom"]

_REACH = 14
_TOGETHER = ("along", "together")


def in_company(syntax: Syntax, phrases: Sequence[Phrase]) -> list[Phrase]:
    """ "A guard, along with eight others, was hurt": the guard, too."""
    found, words = list[Phrase](), syntax.words
    for chunk in filter(None, (syntax.chunk(phrase.head) for phrase in phrases)):
        at = chunk.first
        if at - 4 > syntax.first and words[at - 1] in ("with", "as") and words[at - 2] in (*_TOGETHER, "well"):
            end = at - 2 - (words[at - 3] == "as")
            told = phrase_ending(syntax, end - (words[end - 1] == ","))
            found += [] if told is None else [told]
    return found


def with_whom(syntax: Syntax, verb: int) -> list[Phrase]:
    """ "A guard was killed at his post, along with TWO OTHERS": who suffered it with the subject or the object."""
    words = syntax.words
    for k in range(verb + 1, min(syntax.last - 2, verb + _REACH)):
        if words[k] in _TOGETHER and words[k + 1] == "with":
            return objects_from(syntax, k + 2)
        if list(words[k : k + 3]) == ["as", "well", "as"]:
            return objects_from(syntax, k + 3)
        if syntax.classes[k] in "vxw":
            break
    return []
