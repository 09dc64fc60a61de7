"""Rows of a comparison: one flat dict a toll, a side of a disagreement, a version of a quotation ..."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Literal

from conflictnews.output.tables.column import plain
from conflictnews.output.tables.comparison import comparison_columns
from conflictnews.types.comparison import Comparison, Incident

__all__ = ["comparison_rows"]

Row = dict[str, Any]


def comparison_rows(comparison: Comparison, layer: str, numbers: Literal["float", "exact"] = "float") -> list[Row]:
    """One layer of a comparison as flat dicts; a layer that there is not is a ``ValueError``."""
    shown = comparison_columns(layer, numbers=numbers)
    return [{column.name: plain(column, row[column.name]) for column in shown} for row in _ROWS[layer](comparison)]


def _stories(comparison: Comparison) -> Iterator[Row]:
    for number, story in enumerate(comparison.stories):
        yield {
            "story": number,
            "articles": [_name(comparison, article) for article in story.articles],
            "article_count": len(story.articles),
            "text_count": len(story.texts),
            "earliest": story.earliest,
            "latest": story.latest,
            "places": list(story.places),
            "incident": story.incident,
        }


def _incidents(comparison: Comparison) -> Iterator[Row]:
    for number, incident in enumerate(comparison.incidents):
        for member in incident.members:
            yield {
                **_of_incident(comparison, number),
                **_article(comparison, member.article),
                "event_id": _id(comparison, member.article, "events", member.event),
            }


def _tolls(comparison: Comparison) -> Iterator[Row]:
    for number, incident in enumerate(comparison.incidents):
        for toll in incident.tolls:
            yield {
                **_of_incident(comparison, number),
                **_article(comparison, toll.article),
                "fact_id": _id(comparison, toll.article, "facts", toll.fact),
                "start": toll.span.start,
                "end": toll.span.end,
                "role": str(toll.role),
                "value": toll.value,
                "low": toll.low,
                "high": toll.high,
                "bound": str(toll.bound),
                "of": toll.of,
                "cited": toll.source,
                "told_on": toll.told_on,
                "state": str(toll.state),
            }


def _disagreements(comparison: Comparison) -> Iterator[Row]:
    """One row a side; those of one disagreement share its number."""
    for number, disagreement in enumerate(comparison.disagreements):
        for item in disagreement.items:
            yield {
                "disagreement": number,
                "verdict": str(disagreement.verdict),
                "slot": str(disagreement.slot),
                "what": disagreement.what,
                "story": disagreement.story,
                **_of_incident(comparison, disagreement.incident, with_story=False),
                **_article(comparison, item.article),
                "fact_id": _id(comparison, item.article, "facts", item.fact),
                "start": item.span.start,
                "end": item.span.end,
                "value": item.value,
                "told": item.told,
                "cited": item.source,
                "told_on": item.told_on,
            }


def _quotes(comparison: Comparison) -> Iterator[Row]:
    for number, shared in enumerate(comparison.shared_quotes):
        for member in shared.members:
            yield {
                "shared_quote": number,
                **_article(comparison, member.article),
                "quote_id": _id(comparison, member.article, "quotes", member.quote),
                "start": member.span.start,
                "end": member.span.end,
                "speaker": member.speaker,
                "similarity": member.similarity,
                "edits": [f"{edit.before} > {edit.after}" for edit in member.edits],
                "changes": list(dict.fromkeys(edit.changes for edit in member.edits if edit.changes)),
                "speakers_agree": shared.speakers_agree,
                "suggested_speaker": shared.suggested_speaker,
            }


def _passages(comparison: Comparison) -> Iterator[Row]:
    for number, passage in enumerate(comparison.copied_passages):
        for member in passage.members:
            yield {
                "passage": number,
                "kind": str(passage.kind),
                "similarity": passage.similarity,
                **_article(comparison, member.article),
                "start": member.span.start,
                "end": member.span.end,
            }


def _copying(comparison: Comparison) -> Iterator[Row]:
    for pair in comparison.copying:
        other = {f"other_{key}": value for key, value in _article(comparison, pair.other).items()}
        yield {**_article(comparison, pair.article), **other, "share": pair.share, "reason": pair.reason}


def _actors(comparison: Comparison) -> Iterator[Row]:
    for number, actor in enumerate(comparison.actors):
        for mention in actor.mentions:
            yield {
                "actor": number,
                "name": actor.name,
                "kind": str(actor.kind),
                "aliases": list(actor.aliases),
                **_article(comparison, mention.article),
                "start": mention.span.start,
                "end": mention.span.end,
            }


_ROWS: dict[str, Callable[[Comparison], Iterator[Row]]] = {
    "stories": _stories,
    "incidents": _incidents,
    "tolls": _tolls,
    "disagreements": _disagreements,
    "quotes": _quotes,
    "passages": _passages,
    "copying": _copying,
    "actors": _actors,
}


def _of_incident(comparison: Comparison, number: int | None, *, with_story: bool = True) -> Row:
    incident: Incident | None = comparison.incidents[number] if number is not None else None
    own = {
        "incident": number,
        "incident_type": str(incident.type) if incident is not None else None,
        "incident_date": incident.date if incident is not None else None,
        "location": incident.location if incident is not None else None,
    }
    return {"story": incident.story if incident is not None else None, **own} if with_story else own


def _article(comparison: Comparison, article: int) -> Row:
    """The columns by which a row of another table finds the article again."""
    given = comparison.articles[article]
    return {"article_id": _name(comparison, article), "source": given.source, "published": given.published}


def _name(comparison: Comparison, article: int) -> str:
    name = comparison.articles[article].id
    return name if name is not None else str(article)


def _id(comparison: Comparison, article: int, layer: str, position: int | None) -> str | None:
    """The id that the item has in the article's own tables."""
    return None if position is None else f"{_name(comparison, article)}#{layer}-{position}"
