"""Edits: what has to be changed in one run of words to make it another, and whether that turns its sense round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from conflictnews.comparison import vocabulary
from conflictnews.types.comparison import WordEdit

__all__ = ["Replaced", "changed_negation", "replaced", "word_edits"]

_LONGEST = 400
"""Words of a run that is compared word by word; a longer one is cut, so that cost stays linear."""


class Replaced(NamedTuple):
    """Words that stand in place of others; either may be none. ``is_inside`` says that the same words stand around."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    is_inside: bool


def replaced(one: Sequence[str], other: Sequence[str]) -> Iterator[Replaced]:
    """The edits that lead from one run of words to the other, in order.

    >>> list(replaced("we will respond now".split(), "we will not respond".split()))
    [Replaced(before=(), after=('not',), is_inside=True), Replaced(before=('now',), after=(), is_inside=False)]
    """
    one, other = one[:_LONGEST], other[:_LONGEST]
    for tag, i, j, k, l in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():  # noqa: E741 - ends of spans
        if tag != "equal":
            inside = i > 0 and k > 0 and j < len(one) and l < len(other)
            yield Replaced(tuple(one[i:j]), tuple(other[k:l]), inside)


def changed_negation(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether a *not* was put in or taken out inside, and nothing beside it: "will respond", "will not respond".

    >>> changed_negation("we will respond".split(), "we will not respond".split())
    True
    >>> changed_negation("nobody, not me, is".split(), "nobody is".split())
    False
    """
    return any(_change(edit) == "negation" for edit in replaced(one, other))


def word_edits(one: Sequence[str], other: Sequence[str]) -> Iterator[WordEdit]:
    """The edits of the words of one version of a quotation into another, with what turns the sense round marked.

    >>> [edit.changes for edit in word_edits("we hit 3 tanks".split(), "we hit 5 tanks".split())]
    ['number']
    """
    for edit in replaced(one, other):
        yield WordEdit(before=" ".join(edit.before), after=" ".join(edit.after), changes=_change(edit))


def _change(edit: Replaced) -> str | None:
    words = {*edit.before, *edit.after} - vocabulary.words("auxiliary")
    if edit.is_inside and words and words <= vocabulary.words("negation") and not (edit.before and edit.after):
        return "negation"
    if not (edit.is_inside and len(edit.before) == len(edit.after) == 1):
        return None
    before, after = edit.before[0], edit.after[0]
    if _is_contracted(before, after):
        return "negation"
    return "number" if _is_number(before) and _is_number(after) else None


def _is_contracted(one: str, other: str) -> bool:
    return one == f"{other}n't" or other == f"{one}n't"


def _is_number(word: str) -> bool:
    return word.replace(",", "").replace(".", "").isdigit()
