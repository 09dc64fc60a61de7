"""Verbs that tags mistake: a participle for a finite verb, a noun for a verb, a verb for a noun."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from conflictnews.lexicons.table import read_table
from conflictnews.text.closed_words import closed_words, reporting_verbs, time_words, verbs
from conflictnews.text.months import DATING
from conflictnews.text.morphology import strong_pasts, sure_pasts, verb_forms
from conflictnews.text.nouns import find_noun, is_plural, nouns

__all__ = ["BE", "disagrees", "is_deed", "is_done_to", "is_predicate", "is_suffered", "is_told_of", "noun_as_verb"]

_JOINS = frozenset({"and", "or", ",", "that"})
"""What makes two of one, or what is wanted a base form: "proposed THAT the army bomb the bridge"."""
BE = frozenset({"is", "are", "was", "were", "been", "be"})
"""What makes a passive or a predicate of the word behind."""
_ACCUSED = frozenset({"for", "over", "with"})
_INSERTED = 8
"""The words that a participle with its time has at most between two commas."""


@cache
def _strong_past_tenses() -> frozenset[str]:
    """Pasts that are neither a noun nor a base form: "burnt", not "shot", "cost", "ground"."""
    rows = list(read_table("irregular_verbs", "verb", "past", "participle", "noun"))
    pasts = {past for _, cell, _, _ in rows for past in cell.split("|")}
    return frozenset(past for past in sure_pasts() & pasts if find_noun(past) is None) - {row[0] for row in rows}


def noun_as_verb(words: Sequence[str], tags: Sequence[str], at: int, last: int, before: str) -> str:
    """The class of what tags take for a noun though it is a verb, by the class before it; "" where it is none."""
    if _is_told(words, tags, at, before):
        return "v"
    return "e" if before == "n" and _is_shot(words, tags, at, last) else ""


def _is_told(words: Sequence[str], tags: Sequence[str], at: int, before: str) -> bool:
    """Whether what tags take for a noun is a verb: "burnt shops and stole cattle", "villagers beat to death"."""
    if words[at] in _strong_past_tenses():
        return True
    past = words[at] in strong_pasts() and (words[at] not in verbs()[0] or is_plural(words[at - 1]))
    if before == "n" and past and tags[at + 1 : at + 2] in (["U"], ["T"]):
        return True  # "soldiers of the 3rd Battalion shot two men"
    return before == "n" and words[at] in verbs()[0] and words[at + 1 : at + 3] == ["to", "death"]


def _is_shot(words: Sequence[str], tags: Sequence[str], at: int, last: int) -> bool:
    """Whether what tags take for a noun is done to people who are many: "the six priests SHOT in Dorn were"."""
    who = words[at - 1]
    people = words[at] in strong_pasts() and who in nouns("person", "armed") - nouns("police") and is_plural(who)
    return people and at + 1 < last and tags[at + 1] == "I"


def _is_past(word: str) -> bool:
    return word[-2:] == "ed" or word in strong_pasts()


def disagrees(words: Sequence[str], tags: Sequence[str], at: int) -> bool:
    """Whether a base form that is a noun, too, stands behind one noun: "detonated a car BOMB some 300 metres from"."""
    word, noun = words[at], find_noun(words[at - 1])
    base = tags[at] == "V" and word[-1] != "s" and not _is_past(word)
    if base and tags[at + 1 : at + 2] == ["D"] and find_noun(word) is not None:
        return not is_plural(words[at - 1]) and words[at - 1] not in nouns("police")  # "Prime SUSPECT arrested in"
    one = noun is not None and not noun.plural and tags[at - 1] == "N" and "police" not in noun.kinds
    return base and one and find_noun(word) is not None and _JOINS.isdisjoint(words[max(0, at - 4) : at])


def is_done_to(words: Sequence[str], tags: Sequence[str], at: int, last: int) -> bool:
    """Whether a past behind a comma is a participle by what follows: ", ACCUSED of murder", ", SHOT on Monday by"."""
    if not _is_past(words[at]) or at + 1 >= last or words[at] == "said":
        return False
    if words[at + 1] in ("of", "by"):
        return True
    if words[at + 1] in _ACCUSED and words[at] in closed_words("prosecuting"):
        return True  # ", WANTED for murder"
    if words[at + 1] not in DATING and words[at + 1] not in time_words():
        return False
    behind = words[at + 2 : min(last, at + _INSERTED)]
    closing = at + 2 + behind.index(",") if "," in behind else last
    return "by" in behind[:2] or (closing + 1 < last and tags[closing + 1] in "VM")  # ", kidnapped on Monday, was"


def is_deed(words: Sequence[str], tags: Sequence[str], at: int, last: int) -> bool:
    """Whether what tags take for a participle or an adjective is finite, by what stands around it."""
    if words[at - 1] in (",", "and"):
        return _is_second_deed(words, tags, at, last)
    return _is_past(words[at]) and _is_of_one(words, tags, at, last)


def _is_second_deed(words: Sequence[str], tags: Sequence[str], at: int, last: int) -> bool:
    """Whether a past behind a comma or "and" is finite: ", BURNED down their huts", "beat him and VANDALIZED cars"."""
    behind = tags[at + 1 : min(last, at + 3)]
    if words[at - 1] == ",":
        return words[at + 1 : at + 2] != ["by"] and behind[:1] == ["r"] and behind[1:] in (["S"], ["T"], ["U"])
    if tags[at] != "J" or words[at - 1] != "and" or words[at] not in _ruined():
        return False
    k = at - 2
    while k > max(0, at - 8) and tags[k] in "NJPTUS":
        k -= 1
    return tags[k] in "VD" and k < at - 2 and behind[:1] in (["N"], ["S"])


@cache
def _ruined() -> frozenset[str]:
    """Pasts of verbs of destruction that seldom describe what was destroyed."""
    return frozenset(past for verb in closed_words("ruining") for past in verb_forms(verb).pasts)


def _is_of_one(words: Sequence[str], tags: Sequence[str], at: int, last: int) -> bool:
    """Whether a past stands between one and many, which are two phrases: "an assailant STABBED police officers"."""
    k = at - 1
    while k > max(0, at - 4) and tags[k] in "NJ":
        k -= 1
    one = words[k] in ("a", "an", "another") and k < at - 1 and not is_plural(words[at - 1])
    end = at + 1
    while end < min(last, at + 4) and tags[end] == "N":
        end += 1
    many = end > at + 1 and is_plural(words[end - 1])
    return one and many and (end >= last or tags[end] not in "VM")


def is_suffered(words: Sequence[str], tags: Sequence[str], at: int, last: int) -> bool:
    """Whether a past without an object is a participle: "leaving two others WOUNDED", "with two soldiers KILLED"."""
    joined = at + 1 < last and tags[at + 1] == "C"
    return (words[at] in _pasts_with_object() and not joined) or (_is_past(words[at]) and _is_absolute(words, tags, at))


@cache
def _pasts_with_object() -> frozenset[str]:
    """Past forms of verbs that always have an object."""
    return frozenset(past for verb in closed_words("transitive-only") for past in verb_forms(verb).pasts)


def _is_absolute(words: Sequence[str], tags: Sequence[str], at: int) -> bool:
    """Whether a past ends what "with" brings: ", with several soldiers KILLED or wounded"."""
    k = at - 1
    while k > max(0, at - 6) and tags[k] in "NJTUPG":
        k -= 1
    return k > 0 and words[k] == "with" and words[k - 1] == ","


def is_predicate(words: Sequence[str], at: int, out: list[str]) -> bool:
    """Whether a past stands behind what somebody is said to be: "they were the missionaries KILLED"."""
    if not _is_past(words[at]) or words[at] in reporting_verbs():
        return False
    k = len(out) - 1
    while k > 0 and out[k] in "nau":
        k -= 1
    return k > 0 and out[k] == "d" and out[k - 1] == "x" and words[at - len(out) + k - 1] in BE


def is_told_of(words: Sequence[str], tags: Sequence[str], at: int, last: int) -> bool:
    """Whether what tags take for a verb is a noun before its own verb: "but WITNESSES said"."""
    noun = find_noun(words[at]) if at + 1 < last and tags[at + 1] in "VM" else None
    return noun is not None and noun.plural
