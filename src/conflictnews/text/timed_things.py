"""Words of time that describe one thing: "an EVENING curfew", "a MONDAY raid", "an early MORNING attack"."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache

from conflictnews.text.closed_words import calendar_words, closed_words, time_words
from conflictnews.text.nouns import PEOPLE, find_noun

__all__ = ["timed_things"]

_DAYTIMES = frozenset({"morning", "afternoon", "evening", "night", "weekend", "day"})
_EARLY = frozenset({"early", "late", "mid", "pre-dawn", "predawn"})


@cache
def _clock_words() -> frozenset[str]:
    return calendar_words("weekday") | _DAYTIMES | {"year"}


def timed_things(words: Sequence[str], tags: Sequence[str], first: int, last: int) -> Collection[int]:
    """The tokens that a word of time and the one thing are that it describes.

    >>> words = "killed in a monday raid".split()
    >>> sorted(timed_things(words, "DITPN", 0, 5))
    [3, 4]
    """
    if _clock_words().isdisjoint(words[first:last]):
        return ()
    found: set[int] = set()
    for at in range(first + 1, last):
        if words[at] in _clock_words():
            found.update(range(at, _timed_thing(words, tags, at, last) + 1))
    return found


def _timed_thing(words: Sequence[str], tags: Sequence[str], at: int, last: int) -> int:
    """Where the one thing stands that a word of time behind an article describes; 0 where none does.

    "An EVENING curfew", "a MONDAY raid", "an early MORNING attack", "a FRIDAY NIGHT bombing".
    """
    if words[at] == "year":
        feast = words[at - 1] == "new" and words[at + 1 : at + 2] == ["'s"] and tags[at + 2 : at + 3] == ["N"]
        return at if feast and words[at + 2] not in time_words() else 0  # "a New YEAR's party"
    article = at - 1 - (words[at - 1] in _EARLY)
    thing = at + 1 + (words[at + 1 : at + 2] != [] and words[at + 1] in _DAYTIMES)
    if tags[article] != "T" or article < 0 or thing >= last:
        return 0
    noun = find_noun(words[thing])
    if noun is None or noun.plural:
        return 0
    if words[article] in closed_words("indefinite"):
        return thing
    described = article == at - 1 and thing == at + 1 and words[at] in _DAYTIMES and tags[thing] == "N"
    return thing if described and PEOPLE.isdisjoint(noun.kinds) else 0
