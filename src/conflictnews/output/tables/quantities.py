"""Columns of facts and dates."""

from __future__ import annotations

import re

from conflictnews.output.tables.column import Table
from conflictnews.output.tables.common import attribution_id, date_column, decimal, head, of_attribution, string
from conflictnews.output.tables.speech import SPEAKER

__all__ = ["DATES", "FACTS", "precision_of"]

_PRECISIONS = (
    ("time", r"(?:BC)?\d{4}-\d\d-\d\dT.+"),
    ("day", r"(?:BC)?\d{4}-\d\d-\d\d"),
    ("weekend", r"(?:BC)?\d{4}-W\d\d-WE"),
    ("week", r"(?:BC)?\d{4}-W\d\d"),
    ("month", r"(?:BC)?\d{4}-\d\d"),
    ("quarter", r"(?:BC)?\d{4}-Q[1-4]"),
    ("half-year", r"(?:BC)?\d{4}-H[12]"),
    ("season", r"(?:BC)?\d{4}-(?:SP|SU|FA|WI)"),
    ("year", r"(?:BC)?\d{4}"),
    ("decade", r"(?:BC)?\d{3}X?"),
    ("century", r"(?:BC)?\d\d(?:XX)?"),
)
_PRECISION = tuple((name, re.compile(pattern)) for name, pattern in _PRECISIONS)


def precision_of(value: str | None) -> str | None:
    """How exact a TIMEX3 value is: time, day, weekend, week, month, quarter, half-year, season, year, decade, century.

    None for what is no point or stretch of the calendar.

    >>> precision_of("2021-W07"), precision_of("2021-02-22"), precision_of("P3D")
    ('week', 'day', None)
    """
    if value is None:
        return None
    return next((name for name, pattern in _PRECISION if pattern.fullmatch(value)), None)


FACTS = Table(
    "facts",
    "Numbers: one row a number.",
    lambda ids: ids.article.facts,
    (
        *head("facts", "fact_id"),
        decimal("value", "the number that is told; missing for ranges and vague numbers"),
        decimal("low", "the least that it can be"),
        decimal("high", "the most that it can be"),
        string("bound", "exact, approx, min, max, range or vague"),
        string("kind", "count, money, percent, measure ..."),
        string("unit", "ISO 4217 code for money, else the plain name of the unit"),
        string("noun", "what is counted"),
        string("modifier", "what stands before the noun"),
        string("about", "what the number is said of"),
        string("role", "killed, injured, displaced ..."),
        string("event_id", "the event whose dead or injured it counts", lambda fact, ids: ids.event_of(fact)),
        string("attribution_id", "who says so: its row in attributions", attribution_id),
        *map(of_attribution, SPEAKER),
    ),
    ("fact_id",),
    (
        ("article_id", "articles"),
        ("event_id", "events"),
        ("attribution_id", "attributions"),
        ("speaker_id", "speakers"),
    ),
)

DATES = Table(
    "dates",
    "Temporal expressions: one row each.",
    lambda ids: ids.article.dates,
    (
        *head("dates", "date_id"),
        string("type", "DATE, TIME, DURATION or SET (TIMEX3)"),
        string("value", "the TIMEX3 value"),
        string("precision", "how exact it is: day, week, month, year ...", lambda ref, _: precision_of(ref.value)),
        date_column("earliest", "the first day that it can be"),
        date_column("latest", "the last day that it can be"),
    ),
    ("date_id",),
    (("article_id", "articles"),),
)
