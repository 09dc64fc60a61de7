"""Reduced relatives: participles that only say which one is meant ("a man ACCUSED of murder was freed")."""

from __future__ import annotations

from conflictnews.text.closed_words import closed_words
from conflictnews.text.morphology import strong_pasts
from conflictnews.text.nouns import PARTIES, is_plural, nouns
from conflictnews.text.syntax import Syntax
from conflictnews.text.verb_groups import intransitive_pasts

__all__ = ["described_before_comma", "described_noun", "main_verb_behind"]

_REACH = 24
_ENDS = frozenset('wc,".')
_FINITE, _QUOTATIONS = frozenset("VM"), frozenset("Qq")
_GOVERNING, _BETWEEN = frozenset("ptvxeg"), frozenset("ptxregy")
_BEHIND = frozenset("ptex")
"""What follows a participle that has no object: a preposition, "to", another participle, the main verb."""
_NAMING = frozenset(
    "appointed branded classified considered depicted described designated dubbed employed hailed identified known "
    "labeled labelled listed named perceived portrayed recognised recognized regarded registered seen treated used "
    "viewed".split()
)
"""Participles that "as" follows: "a town DESCRIBED as a bastion"; not "scores KILLED as a bomb hits a bus"."""
_ACTING = (*PARTIES, "weapon", "aircraft")
"""Kinds of nouns of which a participle may tell something."""
_PLACING = frozenset({"in", "at", "near", "on", "inside", "outside", "to", "into"})
_CLAUSES = frozenset({"after", "before"})
"""Prepositions that a clause with a subject of its own may follow."""


def main_verb_behind(syntax: Syntax, verb: int) -> int | None:
    """The finite verb whose subject a past form at ``verb`` only describes; None where that form is the main verb.

    >>> words = "a man accused of murder was freed".split()
    >>> main_verb_behind(Syntax(words, "TNVINMD"), 2)
    5
    >>> main_verb_behind(Syntax("a man complained of murder".split(), "TNVIN"), 2) is None
    True
    """
    if verb - 1 < syntax.first or not _describes(syntax, verb):
        return None
    behind = _behind(syntax, verb)
    for at in range(behind + (syntax.words[behind] == "as"), min(syntax.last, verb + _REACH)):
        ends = syntax.classes[at] in _ENDS and not _goes_on(syntax, at)
        if ends or syntax.tags[at] in _QUOTATIONS:
            return None
        if syntax.tags[at] in _FINITE and syntax.classes[at] in "vx":
            before = _before_adverbs(syntax, at)
            if syntax.classes[before] != "t":
                return at if described_noun(syntax, before, verb - 1) is not None else None
    return None


def described_noun(syntax: Syntax, last: int, stop: int) -> int | None:
    """The noun that a participle describes, if all between it and ``last`` hangs on that participle; else None.

    ``last`` is the token before a finite verb group, whose subject the noun is then; not before ``stop``.

    >>> words = "a man accused of stealing goats was freed".split()
    >>> described_noun(Syntax(words, "TNDIGNMD"), 5, 0)
    1
    """
    classes, at = syntax.classes, last
    while at > stop:
        chunk = syntax.chunk(at)
        if chunk is not None:
            at = _before_names(syntax, chunk.first)
            if at <= stop or not _governs(syntax, at):
                return None
        if classes[at - 1] == "n" and (_acts(syntax, at) or _describes(syntax, at)):
            return at - 1
        if classes[at] == "a" and classes[at - 1] == "n" and classes[at + 1] in "pt":
            return at - 1  # "a source familiar with the plot"
        follows = classes[at] in _BETWEEN or _is_role(syntax, at) or classes[at - 1] == "t"
        if not (follows or _goes_on(syntax, at) or _goes_on(syntax, at - 1)):
            return None
        at -= 1
    return None


def described_before_comma(syntax: Syntax, verb: int, comma: int) -> bool:
    """Whether a participle behind a comma describes the party before it: "Omar Dorn, SHOT by police, has died".

    Not what somebody did next: "rebels attacked the town, LOOTED in the market and fled".

    >>> words = "police freed the mayor , kidnapped by rebels".split()
    >>> described_before_comma(Syntax(words, "NVTN.DIN"), 5, 4)
    True
    """
    noun, words, classes = comma - 1, syntax.words, syntax.classes
    if (
        words[comma] != ","
        or noun < syntax.first
        or classes[noun] != "n"
        or classes[verb] != "e"
        or not _is_participle(syntax, verb)
    ):
        return False
    if words[verb] in intransitive_pasts() or not (syntax.tags[noun] == "P" or words[noun] in nouns(*_ACTING)):
        return False
    chunk = syntax.chunk(noun)
    if chunk is None or (chunk.first > syntax.first and words[chunk.first - 1] in _PLACING):
        return False
    for at in range(_behind(syntax, verb), min(syntax.last - 1, verb + _REACH)):
        if classes[at] in ',."w':
            break
        if words[at] in ("and", "or") and classes[at + 1] in "vex":
            return False
    return syntax.classes[_behind(syntax, verb)] == "p"


def _before_names(syntax: Syntax, first: int) -> int:
    """The token before a noun phrase, or before the list of names that it ends: "issued IN Dorn, Vara and Kalma".

    Two names may belong to two clauses: "the storm reached Dorn and Vara was flooded".
    """
    begin, joints = first, list[str]()
    while syntax.tags[begin] == "P" and syntax.words[begin - 1] == ("," if joints else "and"):
        chunk = syntax.chunk(begin - 2)
        if chunk is None or syntax.tags[chunk.head] != "P":
            break
        joints.append(syntax.words[begin - 1])
        begin = chunk.first
    if syntax.words[first - 1] == "and" and (means := _before_means(syntax, first)) is not None:
        return means
    return (begin if "," in joints else first) - 1


def _before_means(syntax: Syntax, second: int) -> int | None:
    """The preposition before two things that a participle brings: "men armed WITH sticks and knives"."""
    first, other = syntax.chunk(second - 2), syntax.chunk(second)
    if first is None or other is None or syntax.words[other.head] in nouns(*PARTIES):
        return None  # "a man armed with sticks and soldiers clashed"
    at = first.first - 1
    brought = syntax.classes[at] == "p" and syntax.classes[at - 1] == "e" and syntax.tags[other.head] == "N"
    return at if brought else None


def _acts(syntax: Syntax, at: int) -> bool:
    """Whether an -ing form tells what the noun before it does: "the force FIGHTING rebels"; not "drug TRAFFICKING"."""
    if syntax.classes[at] != "g":
        return False
    noun, bare = syntax.words[at - 1], at + 1 < syntax.last and syntax.classes[at + 1] == "n"
    if not bare or is_plural(noun) or syntax.tags[at - 1] == "P" or noun in nouns(*_ACTING):
        return True
    return syntax.words[at] in closed_words("postnominal")  # "a bus CARRYING pilgrims"


def _describes(syntax: Syntax, at: int) -> bool:
    """Whether a past form behind a noun may be its participle: one word in English, but this has no object."""
    return syntax.classes[at - 1] == "n" and _is_participle(syntax, at)


def _is_participle(syntax: Syntax, at: int) -> bool:
    word = syntax.words[at]
    if syntax.classes[at] not in "vea" or word == "said" or not (word[-2:] == "ed" or word in strong_pasts()):
        return False
    behind = _behind(syntax, at)
    return behind < syntax.last and (syntax.classes[behind] in _BEHIND or _is_role(syntax, behind))


def _goes_on(syntax: Syntax, at: int) -> bool:
    """Whether "and" brings another participle: "accused of theft AND banned from the town"."""
    return syntax.words[at] == "and" and at + 1 < syntax.last and _is_participle(syntax, at + 1)


def _behind(syntax: Syntax, at: int) -> int:
    at += 1
    while at < syntax.last and syntax.classes[at] in "ry":
        at += 1
    return at


def _before_adverbs(syntax: Syntax, at: int) -> int:
    at -= 1
    while at > syntax.first and syntax.classes[at] == "r":
        at -= 1
    return at


def _governs(syntax: Syntax, at: int) -> bool:
    return syntax.words[at] not in _CLAUSES and (syntax.classes[at] in _GOVERNING or _is_role(syntax, at))


def _is_role(syntax: Syntax, at: int) -> bool:
    """Whether "as" right behind a participle tells what for: "described AS a bastion", not "AS the election nears"."""
    return syntax.words[at] == "as" and syntax.words[at - 1] in _NAMING
