"""Columns of a comparison's tables: stories, incidents, tolls, disagreements and what articles share."""

from __future__ import annotations

from typing import Literal

from conflictnews.output.tables.column import Column
from conflictnews.output.tables.common import boolean, date_column, decimal, integer, number, string, strings

__all__ = ["COMPARISON_COLUMNS", "comparison_columns"]

_ARTICLE = (
    string("article_id", "the article: its id, else its position among those given"),
    string("source", "the article's source, as given"),
    date_column("published", "the article's day of publication"),
)
_INCIDENT = (
    integer("incident", "the incident: its position in `comparison.incidents`"),
    string("incident_type", "what it was: bombing, killing ..."),
    string("incident_date", "when it was, as TIMEX3: a day, a month ..."),
    string("location", "where it was"),
)
_STORY = integer("story", "the story: its position in `comparison.stories`")
_START = integer("start", "where the words begin in the article's text, in code points")
_END = integer("end", "where they end, exclusive")

COMPARISON_COLUMNS: dict[str, tuple[Column, ...]] = {
    "stories": (
        _STORY,
        strings("articles", "the ids of its articles", lambda row, _: row["articles"]),
        integer("article_count", "how many articles tell it"),
        integer("text_count", "how many texts of their own they are"),
        date_column("earliest", "the first day of publication"),
        date_column("latest", "the last one"),
        strings("places", "the towns of its incidents", lambda row, _: row["places"]),
        integer("incident", "the incident that it is about: its position in `comparison.incidents`"),
    ),
    "incidents": (
        _STORY,
        *_INCIDENT,
        *_ARTICLE,
        string("event_id", "the event that tells it: its row in events"),
    ),
    "tolls": (
        _STORY,
        *_INCIDENT,
        *_ARTICLE,
        string("fact_id", "the figure: its row in facts"),
        _START,
        _END,
        string("role", "killed, injured, missing or displaced"),
        decimal("value", "the number that is told; missing for ranges and vague numbers"),
        decimal("low", "the least that it can be"),
        decimal("high", "the most that it can be"),
        string("bound", "exact, approx, min, max, range or vague"),
        string("of", "who is counted, where that is told: children, soldiers ..."),
        string("cited", "who is cited for it"),
        date_column("told_on", "the day on which it was told"),
        string("state", "current, update, stale (an earlier figure) or part"),
    ),
    "disagreements": (
        integer("disagreement", "its position in `comparison.disagreements`; the sides of one share it"),
        string("verdict", "contradiction, update, part, compatible or not-comparable"),
        string("slot", "what they differ on: killed, day, place, perpetrator ..."),
        string("what", "the same in words"),
        _STORY,
        *_INCIDENT,
        *_ARTICLE,
        string("fact_id", "the figure, if it is one: its row in facts"),
        _START,
        _END,
        decimal("value", "the number, if it is one"),
        string("told", "what the article says"),
        string("cited", "who is cited for it"),
        date_column("told_on", "the day on which it was told"),
    ),
    "quotes": (
        integer("shared_quote", "its position in `comparison.shared_quotes`; the versions of one share it"),
        *_ARTICLE,
        string("quote_id", "the quotation, if it stands in marks: its row in quotes"),
        _START,
        _END,
        string("speaker", "who says it in this article"),
        number("similarity", "how much it is like the fullest version, 0 to 1"),
        strings("edits", "the words that differ: before > after", lambda row, _: row["edits"]),
        strings("changes", "what they turn round: negation, number, name", lambda row, _: row["changes"]),
        boolean("speakers_agree", "whether nobody names another speaker"),
        string("suggested_speaker", "who says it in other articles, where this one names nobody"),
    ),
    "passages": (
        integer("passage", "its position in `comparison.copied_passages`; the copies of one share it"),
        string("kind", "copy or retelling"),
        number("similarity", "how much they are alike, 0 to 1"),
        *_ARTICLE,
        _START,
        _END,
    ),
    "copying": (
        *_ARTICLE,
        string("other_article_id", "the article that has the same sentences"),
        string("other_source", "its source, as given"),
        date_column("other_published", "its day of publication"),
        number("share", "the share of the first article's words that stands in the other"),
        string(
            "reason",
            "why it is the one that copied: later-day, lost-words ...; missing where unknown",
        ),
    ),
    "actors": (
        integer("actor", "its position in `comparison.actors`; the mentions of one share it"),
        string("name", "the fullest name"),
        string("kind", "person, group, organisation ..."),
        strings("aliases", "its other names", lambda row, _: row["aliases"]),
        *_ARTICLE,
        _START,
        _END,
    ),
}
"""The columns of every table of a comparison by its name."""


def comparison_columns(layer: str, *, numbers: Literal["float", "exact"] = "float") -> tuple[Column, ...]:
    """The columns of ``to_rows(comparison, layer)``, in order: each with its name, type and meaning.

    ``layer`` is stories, incidents, tolls, disagreements, quotes, passages, copying or actors; another is a
    ``ValueError``.

    >>> [column.name for column in comparison_columns("passages")][:3]
    ['passage', 'kind', 'similarity']
    """
    if layer not in COMPARISON_COLUMNS:
        raise ValueError(f"no layer {layer!r} in a comparison; there are {', '.join(COMPARISON_COLUMNS)}")
    found = COMPARISON_COLUMNS[layer]
    if numbers == "float":
        return found
    if numbers == "exact":
        return tuple(column.exact for column in found)
    raise ValueError(f"numbers must be 'float' or 'exact', not {numbers!r}")
