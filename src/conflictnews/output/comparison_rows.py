"""Rows of a comparison: one flat dict a toll, a side of a disagreement, a version of a quotation ..."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from conflictnews.output.codec import decimal_text
from conflictnews.types.comparison import Comparison, Incident

__all__ = ["COMPARISON_LAYERS", "comparison_rows"]

Row = dict[str, Any]


def comparison_rows(comparison: Comparison, layer: str) -> list[Row]:
    """One layer of a comparison as flat dicts; a layer that there is not is a ``ValueError``."""
    if layer not in COMPARISON_LAYERS:
        raise ValueError(f"no layer {layer!r} in a comparison; there are {', '.join(COMPARISON_LAYERS)}")
    return list(COMPARISON_LAYERS[layer](comparison))


def _stories(comparison: Comparison) -> Iterator[Row]:
    for number, story in enumerate(comparison.stories):
        yield {
            "story": number,
            "articles": "; ".join(_name(comparison, article) or "" for article in story.articles),
            "article_count": len(story.articles),
            "text_count": len(story.texts),
            "earliest": _day(story.earliest),
            "latest": _day(story.latest),
            "places": "; ".join(story.places) or None,
            "incident": story.incident,
        }


def _incidents(comparison: Comparison) -> Iterator[Row]:
    for number, incident in enumerate(comparison.incidents):
        for member in incident.members:
            yield {
                **_of_incident(comparison, number),
                **_article(comparison, member.article),
                "event": member.event,
            }


def _tolls(comparison: Comparison) -> Iterator[Row]:
    for number, incident in enumerate(comparison.incidents):
        for toll in incident.tolls:
            yield {
                **_of_incident(comparison, number),
                **_article(comparison, toll.article),
                "fact": toll.fact,
                "start": toll.span.start,
                "end": toll.span.end,
                "role": str(toll.role),
                "value": _number(toll.value),
                "low": _number(toll.low),
                "high": _number(toll.high),
                "bound": str(toll.bound),
                "of": toll.of,
                "cited": toll.source,
                "told_on": _day(toll.told_on),
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
                "fact": item.fact,
                "start": item.span.start,
                "end": item.span.end,
                "value": _number(item.value),
                "told": item.told,
                "cited": item.source,
                "told_on": _day(item.told_on),
            }


def _quotes(comparison: Comparison) -> Iterator[Row]:
    for number, shared in enumerate(comparison.shared_quotes):
        for member in shared.members:
            yield {
                "shared_quote": number,
                **_article(comparison, member.article),
                "quote": member.quote,
                "start": member.span.start,
                "end": member.span.end,
                "speaker": member.speaker,
                "similarity": member.similarity,
                "edits": "; ".join(f"{edit.before} > {edit.after}" for edit in member.edits) or None,
                "changes": "; ".join(dict.fromkeys(edit.changes for edit in member.edits if edit.changes)) or None,
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
                "aliases": "; ".join(actor.aliases) or None,
                **_article(comparison, mention.article),
                "start": mention.span.start,
                "end": mention.span.end,
            }


COMPARISON_LAYERS: dict[str, Callable[[Comparison], Iterator[Row]]] = {
    "stories": _stories,
    "incidents": _incidents,
    "tolls": _tolls,
    "disagreements": _disagreements,
    "quotes": _quotes,
    "passages": _passages,
    "copying": _copying,
    "actors": _actors,
}
"""The layers of a comparison that have rows."""


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
    return {
        "article": given.id if given.id is not None else str(article),
        "source": given.source,
        "published": _day(given.published),
    }


def _name(comparison: Comparison, article: int) -> str | None:
    name: str | None = _article(comparison, article)["article"]
    return name


def _day(value: date | None) -> str | None:
    return None if value is None else value.isoformat()


def _number(value: Decimal | None) -> str | None:
    return None if value is None else decimal_text(value)
