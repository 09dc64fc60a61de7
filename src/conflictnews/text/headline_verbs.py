"""Verbs of headlines: in a sentence that seems to have none, a noun that may be one: "US airstrikes TARGET bases"."""

from __future__ import annotations

from collections.abc import Sequence

from conflictnews.text.closed_words import closed_words, verbs
from conflictnews.text.noun_chunks import number_bounds
from conflictnews.text.nouns import PEOPLE, find_noun, is_plural

__all__ = ["find_past", "find_verb"]

_THINGS = frozenset({"thing", "organisation", "place", "named-place", "body", "document", "group", "weapon"})


def find_verb(words: Sequence[str], first: int, last: int, classes: list[str]) -> None:
    """In a headline that seems to have no verb, take for one what may be: "US airstrikes target facilities"."""
    for at in range(first + 1, last - 1):
        here = at - first
        between = classes[here] == classes[here - 1] == "n" and (
            classes[here + 1] in "naud"
            or (classes[here + 1] == "p" and _are_many(words[at - 1]) and _is_deed(words[at]))
            or (words[at + 1] in number_bounds() and "u" in classes[here + 2 : here + 4])  # "kills OVER 125 rebels"
        )
        if between and _may_tell(words, at) and not (classes[here + 1] == "n" and _may_tell(words, at + 1)):
            classes[here] = "v"  # not the strike of "US strike kills six"
            return


def find_past(words: Sequence[str], first: int, last: int, classes: list[str]) -> None:
    """In a sentence without a finite verb, take for one a participle with an object: "men armed with guns SHOT a man".

    So are two that share their object: "ATTACKED and WOUNDED a farmer".
    """
    for at in range(1, last - first - 1):
        if classes[at - 1] != "n" or classes[at] != "e":
            continue
        other = at + 2 if words[first + at + 1] == "and" and "".join(classes[at + 1 : at + 3]) == "ce" else at
        if other + 2 < last - first and classes[other + 1] in "du" and classes[other + 2] != "y":
            classes[at] = classes[other] = "v"
            return


def _are_many(word: str) -> bool:
    """Whether a noun tells of several people: "PROTESTERS clash with police", "THOUSANDS march in Dorn"."""
    noun = find_noun(word)
    return word in closed_words("crowd") or (noun is not None and noun.plural and not PEOPLE.isdisjoint(noun.kinds))


def _is_deed(word: str) -> bool:
    """Whether what people are told before a preposition may be what they do: "police PATROL in"; not "STATION"."""
    noun = find_noun(word)
    return noun is None or "combat" in noun.kinds or _THINGS.isdisjoint(noun.kinds)


def _may_tell(words: Sequence[str], at: int) -> bool:
    """Whether a word may be a verb in the present whose subject is the word before."""
    agrees = words[at].endswith("s") != is_plural(words[at - 1]) or words[at - 1] in ("us", "u.s.")
    return agrees and words[at] in verbs()[0]
