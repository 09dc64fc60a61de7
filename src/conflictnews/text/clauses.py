"""Clauses: a verb with its voice, subjects and objects, and the prepositional phrases behind it.

Read from word classes and noun chunks, by looking around from the verb; every look is bounded. The rules were written
for English news and measured on the dependencies of news and weblogs (docs/accuracy.md).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from conflictnews.text.closed_words import closed_words, light_verbs, reporting_verbs
from conflictnews.text.insertions import named_behind
from conflictnews.text.phrases import Phrase, behind_name, phrases_at
from conflictnews.text.subjects import subject_of
from conflictnews.text.syntax import Syntax
from conflictnews.text.verb_groups import VerbGroup, verb_group

__all__ = [
    "Clause",
    "Oblique",
    "clause",
    "clauses_of",
    "is_headline",
    "objects_from",
    "obliques_from",
    "tells_who_says",
]

_IN_FRONT_OF = ["in", "front", "of"]
_ASIDE = 16
_OBLIQUE_REACH = 24
_LONGEST_HEADLINE, _LONGEST_SOURCE = 40, 16


class Oblique(NamedTuple):
    """A prepositional phrase; several nouns where "and" joins them."""

    preposition: str
    phrases: list[Phrase]


class Clause(NamedTuple):
    """A verb with what stands around it; ``governor`` is the verb that its subject was taken from, or -1.

    ``subjects`` and ``objects`` are those of the form: of a passive verb the subject is who or what suffers.
    """

    verb: int
    group: VerbGroup
    subjects: list[Phrase]
    objects: list[Phrase]
    obliques: list[Oblique]
    governor: int


def clauses_of(syntax: Syntax) -> Iterator[Clause]:
    """The clause of every verb of a sentence, auxiliaries left out.

    >>> words = "rebels shelled the camp and were seen near Dorn".split()
    >>> [(words[c.verb], [words[p.head] for p in c.subjects]) for c in clauses_of(Syntax(words, "NVTNCVDIP"))]
    [('shelled', ['rebels']), ('seen', ['rebels'])]
    """
    return (clause(syntax, at) for at in range(syntax.first, syntax.last) if syntax.classes[at] in "veg")


def clause(syntax: Syntax, verb: int) -> Clause:
    """The clause of the verb at ``verb``."""
    subject, group = subject_of(syntax, verb), verb_group(syntax, verb)
    objects = [] if group.passive else objects_from(syntax, verb + 1)
    behind = max([verb + 1, *(phrase.last for phrase in objects)])
    obliques = list(obliques_from(syntax, verb + 1, behind))
    if subject is None:
        return Clause(verb, group, [], objects, obliques, -1)
    return Clause(verb, group, subject.phrases, objects, obliques, subject.governor)


def is_headline(syntax: Syntax, verb: int) -> bool:
    """Whether no finite verb stands before in a short sentence: "Three men arrested over bombing, police say"."""
    if syntax.last - syntax.first > _LONGEST_HEADLINE:
        return False
    return not any(syntax.classes[i] in "vx" for i in range(syntax.first, verb))


def objects_from(syntax: Syntax, after: int) -> list[Phrase]:
    """The noun phrases that begin at ``after``, the object of the verb before; also behind its particle."""
    after = _past_time(syntax, after)
    if after < syntax.last and syntax.words[after] in closed_words("particle") and syntax.tags[after] in "rR":
        after += syntax.chunk(after) is None  # "broke UP the rally"; not "killed UP TO five"
    if list(syntax.words[after : after + 3 : 2]) == ["between", "and"] and syntax.classes[after + 1] == "u":
        after += 3  # "killed between 2 and 6 people"
    if after >= syntax.last:
        return []
    chunk = syntax.chunk(after)
    if (chunk is None or chunk.first != after) and syntax.classes[after] not in 'dnauroeg"':
        return []
    if syntax.classes[after] == "o" and list(syntax.words[after + 1 : after + 2]) == ["and"]:
        after += 2  # "arrested him and his son"
        return phrases_at(syntax, after) if after < syntax.last and syntax.classes[after] in "dnau" else []
    return named_behind(syntax, phrases_at(syntax, after))


def _past_time(syntax: Syntax, at: int) -> int:
    """Behind what tells only when, between a verb and its object: "rejected on Thursday a UN appeal"."""
    classes, words = syntax.classes, syntax.words
    k, end = at, min(syntax.last, at + 4)
    while k < end and (classes[k] in "yr" or (words[k] == "on" and k + 1 < syntax.last and classes[k + 1] == "y")):
        k += 1
    return k if k > at and k < syntax.last and classes[k] in "dnau" else at


def obliques_from(syntax: Syntax, after: int, passed: int) -> Iterator[Oblique]:
    """The prepositional phrases from ``after`` on, up to the end of the clause; ``passed`` is where the object ends.

    What is in front of something is outside it.
    """
    classes, words = syntax.classes, syntax.words
    i, end = max(after, passed), min(syntax.last, after + _OBLIQUE_REACH)
    behind = i
    while i < end:
        label, word = classes[i], words[i]
        if word == "(" and ")" in words[i : min(i + _ASIDE, end)]:
            i = words.index(")", i)  # "airstrikes (believed to be by the army) in the north"
        elif word == "of" and i > max(after, passed) and i != behind and classes[i - 1] in "nar":
            pass  # "southeast of Lima", "the defeat of the army": of another noun
        elif label in "pt" or word in ("targeting", "using"):
            if list(words[i : i + 3]) == _IN_FRONT_OF:
                word, i = "outside", i + 2
            phrases = phrases_at(syntax, i + 1)
            if word == "between" and len(phrases) == 1:
                joint = behind_name(syntax, phrases[0])
                phrases += phrases_at(syntax, joint + 1) if joint < end and words[joint] == "and" else []
            if phrases:
                yield Oblique(word, phrases)
                i = behind = phrases[-1].last
                continue
        elif i == behind > max(after, passed) and word in closed_words("scheduling"):
            return  # "a protest against the schedule announced by": of that noun
        elif _ends_clause(syntax, i, after):
            return
        i += 1


def tells_who_says(syntax: Syntax, at: int) -> bool:
    """Whether a noun phrase behind a comma only tells who says so: "killing six, DIPLOMATS IN CAIRO said"."""
    if at >= syntax.last or syntax.classes[at] not in "dnaus":
        return False
    for k in range(at + 1, min(syntax.last, at + _LONGEST_SOURCE)):
        if syntax.classes[k] in "vxew" or syntax.words[k] == ",":
            return syntax.classes[k] in "ve" and syntax.words[k] in reporting_verbs()
    return False


def _ends_clause(syntax: Syntax, i: int, after: int) -> bool:
    """Whether the clause of a verb ends at ``i``: at another verb, a subordinator, a stop."""
    label, word = syntax.classes[i], syntax.words[i]
    if label in "wxg":
        return word != "than"
    if label in "ev":
        acts = syntax.words[i - 1] == "," and i + 1 < syntax.last and syntax.classes[i + 1] in "nd"
        return (i > after or label == "v") and (acts or word not in light_verbs())  # "clashed with police, SET FIRE to"
    if word == ",":
        return tells_who_says(syntax, i + 1)
    if label == "c":
        return not (i + 1 < syntax.last and syntax.classes[i + 1] == "p")
    return word in (";", ":", ".", "?", "!")
