"""Bare years, decades and fiscal years, only where the context takes no count for a year."""

from __future__ import annotations

import re

from conflictnews.extractors.dates.cardinals import year_number
from conflictnews.extractors.dates.lead import partitive
from conflictnews.extractors.dates.scene import Scene, Timex
from conflictnews.extractors.dates.words import numbers, words
from conflictnews.types import DateType

__all__ = ["read_decade", "read_decade_name", "read_year", "read_year_compound"]

_LOOSE = frozenset({"of", "by", "to", "than", "and", "or", "at", "on", "into", "around", "beyond", "through"})
"""Words after which a number of four figures is as often a count as a year."""
_DETERMINERS = frozenset({"the", "'s", "his", "her", "their", "its", "our", "that", "this", "a", "an", "s"})
_SURE = frozenset({"in", "year", "since", "of", "from", "between", "until", "and"})
"""Words before a year of which no sum stands behind so often."""
_DASHES = ("-", "–", "—", ",")
_MOST_YEARS = 4
"""So many years in a row are passed, with dashes or commas between, to what they may count."""
_RANGE = re.compile(r"((?:1[5-9]|20)\d\d)[-‑](\d{4}|\d\d)", re.ASCII)
_DECADE = re.compile(r"(?:(early|mid|late)-)?(\d{3}0|\d0)s", re.ASCII)


def read_year(scene: Scene, at: int) -> Timex | None:
    """A year in four figures: after "in", "since", "between"; as a modifier ("the 2015 deal"); in brackets."""
    word = scene.words[at]
    year = year_number(word)
    if year is None or not 1500 <= year < 2100 or not _is_year(scene, at, year):
        return None
    first = at
    if scene.word(at - 1) == "year" or scene.word(at - 1) in ("fiscal", "calendar"):
        first -= 1
        if scene.word(first - 1) in ("fiscal", "calendar"):
            first -= 1
        if scene.word(first - 1) == "the":
            first -= 1
    return Timex(partitive(scene, first), at + 1, DateType.DATE, word, full=True)


def _is_year(scene: Scene, at: int, year: int) -> bool:
    if _is_figure(scene, at) or _counts(scene, at, year) or _before_month(scene, at):
        return False
    before, after = scene.before(at - 1), scene.before(at + 1)
    if before in words("before-year"):
        return year >= 1900 or before in _SURE or before in words("mod")
    if before in _DETERMINERS:
        return year >= 1900 and (before not in ("a", "an") or after.isalpha())
    if before in ("(", "[") or after in (")", "]"):
        return year >= 1900 or (before in ("(", "[") and after in (")", "]"))
    if at == scene.start and after == ":":
        return True  # a heading: "1979: Soviet invasion"
    if before == "" or at == scene.start:
        return year >= 1900 and (after in words("after-year") or after == "")
    if before in _DASHES and year_number(scene.before(at - 2)) is not None:
        return True
    if after in _DASHES and year_number(scene.before(at + 2)) is not None:
        return True
    return 1990 <= year < 2040 and scene.capital(at - 1) and _capital_after(scene, at)


def _is_figure(scene: Scene, at: int) -> bool:
    """Whether the number is a sum, a share, a flight or a part of a longer figure."""
    before, after = scene.before(at - 1), scene.before(at + 1)
    if before in words("not-before-year") or (before in (".", ",") and scene.touching(at)):
        return True
    if after in words("not-after-year") and scene.touching(at + 1):
        return True
    return after in (".", ",") and scene.touching(at + 2) and scene.before(at + 2)[:1].isdigit()


def _before_month(scene: Scene, at: int) -> bool:
    """ "2017 April": the month's reader takes the year."""
    return scene.before(at + 1) in numbers("month", "month-name") and not scene.before(at + 2)[:1].isdigit()


def _capital_after(scene: Scene, at: int) -> bool:
    """ "the Tokyo 2020 Games", "Elections 2021": a name with its year."""
    return at + 1 < scene.end and scene.capital(at + 1) and scene.before(at - 1) not in words("counted")


def _counts(scene: Scene, at: int, year: int) -> bool:
    """Whether the number counts what follows: "2000 troops", "of 1950 people", not "the 2015 talks"."""
    before, after = scene.before(at - 1), scene.before(at + 1)
    if before in ("since", "during") or (before == "in" and year % 50):
        return False
    for _ in range(_MOST_YEARS):  # "1999-2001 casualties"
        if after not in _DASHES or year_number(scene.before(at + 2)) is None:
            break
        at += 2
        before, after = scene.before(at - 1), scene.before(at + 1)
    if after in words("counted") or (after == "or" and scene.before(at + 2) in ("so", "more")):
        return True
    plural = after.endswith("s") and after.isalpha() and len(after) > 3 and not after.endswith(("ss", "us", "is"))
    if not plural and after.isalpha() and after not in words("closed"):
        further = scene.before(at + 2)
        if (year % 50 == 0 and further in words("counted")) or (before == "of" and further.endswith("s")):
            return True
    if not plural:
        return False
    if before in _LOOSE or not (before in _DETERMINERS or before in words("before-year")):
        return True
    return year % 100 == 0


def read_decade(scene: Scene, at: int) -> Timex | None:
    """ "the 1990s", "mid-1980s", "the '90s"."""
    match = _DECADE.fullmatch(scene.words[at])
    if match is None:
        return None
    figures = match[2]
    first = at
    if len(figures) == 2:
        if scene.word(at - 1) not in ("'", "‘") or not scene.touching(at):
            return None
        first, figures = at - 1, ("20" if figures in ("00", "10", "20") else "19") + figures
    if not 1000 <= int(figures) < 2100:
        return None
    begin = partitive(scene, first)
    if begin == first and scene.word(first - 1) == "the":
        begin = partitive(scene, first - 1)
    value = f"{figures[:2]}XX" if figures.endswith("00") and figures != "2000" else f"{figures[:3]}X"
    return Timex(begin, at + 1, DateType.DATE, value, full=True)


def read_decade_name(scene: Scene, at: int) -> Timex | None:
    """ "the nineties"."""
    if scene.word(at - 1) not in ("the", "early", "mid", "late", "nineteen"):
        return None
    if scene.before(at - 2) in ("in", "from", "since", "of", "during", "until") or scene.word(at - 1) != "the":
        first = at if scene.word(at - 1) == "the" else at - 1
        return Timex(first, at + 1, DateType.DATE, f"19{numbers('decade-name')[scene.words[at]]}X", full=True)
    return None


def read_year_compound(scene: Scene, at: int) -> Timex | None:
    """ "1999-2001": two years in one token."""
    match = _RANGE.fullmatch(scene.words[at])
    if match is None or scene.before(at + 1) in words("counted"):
        return None
    one, two = match[1], match[2]
    if len(two) == 2 and (int(two) <= int(one[2:]) or int(two) <= 12):
        return None
    other = two if len(two) == 4 else one[:2] + two
    if not int(one) < int(other) < 2100:
        return None
    start, middle, end = scene.starts[at], scene.starts[at] + match.start(2), scene.ends[at]
    twin = Timex(at, at + 1, DateType.DATE, other, cut=(middle, end), full=True)
    return Timex(at, at + 1, DateType.DATE, one, cut=(start, middle - 1), twin=twin, full=True)
