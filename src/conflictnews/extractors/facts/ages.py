"""Ages: "25-year-old", "25 years old", "aged 25", "at the age of 25", "Maddon, 66,", "three months of age"."""

from __future__ import annotations

from conflictnews.extractors.facts.context import context
from conflictnews.extractors.facts.quantity import Quantity
from conflictnews.extractors.facts.rule import rule
from conflictnews.text.apposed_ages import OF_ONE, OLDEST
from conflictnews.text.nouns import is_plural
from conflictnews.text.window import Window

_BOUNDS = {"under": "max", "below": "max", "over": "min", "above": "min"}
_YEARS = frozenset({"year", "month", "week", "day"})
_AGED = frozenset({"aged", "age", "ages"})
_OF_ONE = OF_ONE | {"died", "said", "told"}
"""Verbs whose subject, where a number stands right before, is the name before it."""
_LONGEST_NAME = 4
_CLOSE = frozenset({"", ",", ".", ")", ";", "—", "--", "-", "–", "―", "and"})


def _is_age(q: Quantity) -> bool:
    """Whether a figure may be a person's age in years."""
    return q.kind == "count" and q.unit is None and q.bare and 1 <= q.value <= OLDEST


def _in_years(q: Quantity, last: int | None = None) -> Quantity:
    return q.measured("age", q.unit or "year", last)


@rule("He died at the age of 25.", "digits", "words")
def age_of(window: Window, q: Quantity) -> Quantity | None:
    """ "The age of 25"; "under the age of 5" is a maximum; "a boy of 12" where nothing behind could be counted."""
    of, before = window.word(q.first - 1), window.word(q.first - 2)
    if of != "of" or q.kind not in ("duration", "count"):
        return None
    if before in context("of-an-age") and _is_age(q):
        return None if is_plural(window.word(q.last)) else _in_years(q)
    if before not in _AGED:
        return None
    at = q.first - 3 - (window.word(q.first - 3) == "the")
    bound = _BOUNDS.get(window.word(at))
    return _in_years(q) if bound is None else _in_years(q).bounded(bound)._replace(first=at)


@rule("A 25-year-old man died.", "digits", "words")
def years_old(window: Window, q: Quantity) -> Quantity | None:
    """A duration before "old" or "of age"; "9 yo"; a duration or a count behind "aged"."""
    behind, years = window.word(q.last), q.kind == "duration" and q.unit in _YEARS
    if years and q.tail in context("old"):
        return _in_years(q)._replace(tail="")
    if years and (
        behind in ("old", "olds") or window.follows(q.last, "-", "old") or window.follows(q.last, "of", "age")
    ):
        return _in_years(q, q.last + 1 + (behind in ("-", "of")))
    if q.kind == "count" and not q.glue and "yo" in (q.tail, behind if not q.tail else ""):
        return _in_years(q, q.last + (not q.tail))._replace(tail="")
    if window.word(q.first - 1) == "and" and window.word(q.first - 3) in _AGED and window.word(q.first - 2).isdigit():
        return _in_years(q) if _is_age(q) else None  # "aged 7 and 9"
    return _in_years(q) if window.word(q.first - 1) in _AGED and (years or q.kind == "count") else None


@rule("Omar Haddad, 46, died.", "digits")
def age_behind_name(window: Window, q: Quantity) -> Quantity | None:
    """A bare number between a capitalised name and a mark, or the verb of one person: "Omar Haddad, 46 was killed"."""
    name, behind = window.surface(q.first - 2), window.word(q.last)
    if window.word(q.first - 1) not in (",", "(") or q.bound != "exact" or not _is_age(q):
        return None
    if behind not in _CLOSE and not (behind in _OF_ONE and _is_full_name(window, q.first - 2)):
        return None
    if len(name) < 3 or not name[0].isupper() or name.isupper() or not name.replace("-", "").isalpha():
        return None
    listed = behind in (",", "and") and window.word(q.last + 1)[:1].isdigit()
    return None if listed else _in_years(q)


def _is_full_name(window: Window, last: int) -> bool:
    """Whether a name of two words or more ends at a token, and no preposition brings it: not "in Tal Afar, 22 died"."""
    first = last
    while last - first < _LONGEST_NAME and window.capital(first - 1) and window.label(first - 1) == "n":
        first -= 1
    return first < last and window.label(first - 1) != "p" and window.label(first) != "p"
