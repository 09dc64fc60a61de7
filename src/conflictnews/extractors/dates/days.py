"""The day or the two days beside a month's name: "26", "the 26th of", "15-16", "12 and 13"."""

from __future__ import annotations

import re
from typing import NamedTuple

from conflictnews.extractors.dates.cardinals import day_at, day_number, year_number
from conflictnews.extractors.dates.scene import Scene
from conflictnews.extractors.dates.words import words

__all__ = ["Days", "day_before", "day_behind", "prefers_left"]

_RANGE = re.compile(r"(\d{1,2})[-‑–](\d{1,2})", re.ASCII)
_JOINERS = ("and", "to", "or", "-", "–", "through", "until")
_PAIRED = ("on", "from", "between", "of", "the", "dated", "both")


class Days(NamedTuple):
    """The tokens that tell the day; ``until`` is a second day, 0 without one.

    With two days, the first ends at the character ``stop`` and the second begins at ``again``.
    """

    first: int
    last: int
    day: int
    until: int = 0
    stop: int = 0
    again: int = 0


def day_before(scene: Scene, at: int) -> Days | None:
    """The day before the month at token ``at``."""
    first, of = at - 1, scene.word(at - 1) == "of"
    if of:
        first -= 1
        if scene.word(first) == "day":
            first -= 1
    word = scene.word(first)
    ranged = _RANGE.fullmatch(word)
    if ranged and not of:
        return _ranged(scene, first, first + 1, ranged)
    day = day_number(word)
    if day is None or (word.isalpha() and not of and not scene.capital(at)) or (of and word.isdigit()):
        return None
    if scene.word(first - 1) in _JOINERS and not of:
        earlier = day_number(scene.word(first - 2))
        if earlier is not None and earlier < day and (scene.before(first - 3) in _PAIRED or _is_dash(scene, first - 1)):
            return Days(first - 2, at, earlier, day, scene.ends[first - 2], scene.starts[first])
    if scene.word(first - 1) in ("$", "£", "€", ".", "/") or (scene.word(first - 1) == "-" and scene.touching(first)):
        return None
    if scene.word(first - 1) == "the" and not word.isdigit():
        first -= 1
    return Days(first, at, day)


def _is_dash(scene: Scene, at: int) -> bool:
    """A dash between two numbers: "27 - 28", "27 -28"."""
    return scene.word(at) in ("-", "–") and scene.before(at - 1).isdigit()


def day_behind(scene: Scene, at: int, behind: int) -> Days | None:
    """The day behind the month at token ``at``, whose name ends before token ``behind``."""
    first = behind + 1 if scene.word(behind) == "the" else behind
    word = scene.word(first)
    ranged = _RANGE.fullmatch(word)
    if ranged:
        return _ranged(scene, first, first + 1, ranged)
    read = day_at(scene, first)
    if read is None or (first > behind and (word.isdigit() or (word.isalpha() and scene.before(read[1]).isalpha()))):
        return None
    day, last = read
    follower = scene.before(last)
    dated = year_number(scene.before(last + 1) if follower == "," else follower) is not None
    if not dated and word.isdigit():
        if scene.before(at - 1) == "in" or follower in words("counted") or follower == "%":
            return None
        later = day_number(scene.word(last + 1)) if follower in _JOINERS else None
        if later is not None and later > day and _pairs(scene, at, last + 2, follower):
            return Days(first, last + 2, day, later, scene.ends[last - 1], scene.starts[last + 1])
    if word.isalpha() and (follower in words("unit") or follower in words("units")):
        return None
    return Days(first, last, day)


def _pairs(scene: Scene, at: int, behind: int, joiner: str) -> bool:
    """Whether a second number is a day too: "between March 3 and 5", "June 8 and 17, 2020", "July 8 to 12 on"."""
    if scene.before(behind) == "," and year_number(scene.before(behind + 1)) is not None:
        return True
    follower, stretch = scene.before(behind), joiner not in ("and", "or")
    return (stretch or scene.before(at - 1) in _PAIRED) and (not follower.isalpha() or follower in words("closed"))


def _ranged(scene: Scene, first: int, last: int, match: re.Match[str]) -> Days | None:
    low, high = int(match[1]), int(match[2])
    if not 1 <= low < high <= 31:
        return None
    start = scene.starts[first]
    return Days(first, last, low, high, start + match.end(1), start + match.start(2))


def prefers_left(scene: Scene, left: Days) -> bool:
    """Of "15 March 3" the day is 15 where a determiner or "on" says so."""
    word = scene.words[left.last - 1]
    if word == "of" or not word.isdigit():
        return True
    return scene.before(left.first - 1) in ("on", "the", "of", ",", "until", "since", "by", "from")
