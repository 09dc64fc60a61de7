"""Closed-class words, words of time, and verbs of saying, from the table that every layer asks."""

from __future__ import annotations

from functools import cache

from conflictnews.lexicons.table import read_table, word_sets
from conflictnews.text.morphology import verb_forms

__all__ = ["AUXILIARIES", "closed_words", "light_verbs", "reporting_verbs", "time_words"]

_CALENDAR = ("month", "month-name", "weekday")
AUXILIARIES = ("be", "have", "do", "modal")
"""The classes of auxiliary verbs."""


@cache
def closed_words(*classes: str) -> frozenset[str]:
    """The folded words of these classes of the table ``closed_words``.

    >>> "whom" in closed_words("relative"), "had" in closed_words("be", "have")
    (True, True)
    """
    sets = word_sets("closed_words", "word", "class")
    return frozenset().union(*(sets[label] for label in classes))


@cache
def time_words() -> frozenset[str]:
    """Words that tell when: months and weekdays of the table ``date_words``, and those of ``closed_words``.

    >>> {"thursday", "july", "week"} <= time_words()
    True
    """
    rows = read_table("date_words", "word", "class", "value")
    return closed_words("time") | {word for word, label, _ in rows if label in _CALENDAR}


@cache
def reporting_verbs() -> frozenset[str]:
    """Every form of the verbs of saying.

    >>> {"said", "announces"} <= reporting_verbs(), "kill" in reporting_verbs()
    (True, False)
    """
    return frozenset(form for verb in closed_words("saying") for form in verb_forms(verb).all())


@cache
def light_verbs() -> frozenset[str]:
    """Every form of the verbs that mean what the event noun beside them means.

    >>> {"launched", "carried"} <= light_verbs()
    True
    """
    return frozenset(form for verb in closed_words("light") for form in verb_forms(verb).all())
