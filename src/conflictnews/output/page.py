"""What the page's template is given: rows of text for the tables, the annotated text, and links between them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from conflictnews.output.inline import inline_html
from conflictnews.output.map import event_map
from conflictnews.output.marks import article_marks, bounds_text, flat, layer_anchor
from conflictnews.output.rows import CUSTOM_HEAD, to_rows
from conflictnews.types import (
    Article,
    Attribution,
    Event,
    EventArgument,
    EventStatus,
    QuoteKind,
    Role,
)

__all__ = ["article_view"]

View = dict[str, Any]


def article_view(article: Article, number: int) -> View:
    """One article for the template; ``text`` is HTML, ``map`` SVG, all else is text to be escaped."""
    prefix = f"a{number}"
    drawn = event_map(article.events)
    return {
        "id": prefix,
        "number": number + 1,
        "title": flat(article.title.text) if article.title else flat(article.text)[:100] or "(no text)",
        "notes": [note for note in (article.id, article.source, article.published and str(article.published)) if note],
        "text": inline_html(article.text, article_marks(article, prefix)),
        "speech": _speech(article, prefix),
        "facts": _facts(article, prefix),
        "events": _events(article, prefix),
        "map": drawn.svg,
        "countries": drawn.countries,
        "odd": [
            {"href": f"{prefix}-odd-{i}", "code": item.code, "message": item.message, "text": flat(item.text)[:80]}
            for i, item in enumerate(article.diagnostics)
        ],
        "layers": [{"name": name, "items": _own(article, name, prefix)} for name in article.layers],
    }


def _own(article: Article, name: str, prefix: str) -> list[View]:
    """A custom layer's items with all the fields of their class."""
    return [
        {
            "href": layer_anchor(prefix, name, i),
            "text": flat(row["text"]),
            "fields": ", ".join(
                f"{key} {flat(str(value))}"
                for key, value in row.items()
                if key not in CUSTOM_HEAD and value is not None
            ),
        }
        for i, row in enumerate(to_rows([article], name))
    ]


def _speaker(attribution: Attribution | None, text: str) -> View:
    speaker = attribution.speaker if attribution else None
    if speaker is not None:
        name = flat(attribution.speaker_name or "") if attribution else ""
        return {"name": name, "role": flat(speaker.role or ""), "named": True}
    source = attribution.source if attribution else None
    return {"name": "nobody named", "role": f"“{flat(source.of(text))}”" if source else "", "named": False}


def _speech(article: Article, prefix: str) -> list[View]:
    """Rows by speaker, in the order of their first words; who is not named comes last."""
    groups: dict[tuple[str, str], View] = {}
    for i, item in enumerate(article.attributions):
        who = _speaker(item, article.text)
        key = (who["name"], "" if who["named"] else who["role"])
        group = groups.setdefault(key, {**who, "items": []})
        group["role"] = group["role"] or who["role"]
        group["items"].append(
            {
                "href": f"{prefix}-attribution-{i}",
                "start": item.span.start,
                "cue": flat(item.cue.of(article.text)) if item.cue else "",
                "text": " … ".join(flat(span.of(article.text)) for span in item.content),
                "kind": str(item.kind),
                "how": f"{item.act}, {item.resolved_by}, {item.confidence:.2f}",
            }
        )
    for i, quote in enumerate(article.quotes):
        if quote.attribution is None and quote.kind is not QuoteKind.SCARE and quote.nested_in is None:
            group = groups.setdefault(("nobody named", ""), {**_speaker(None, article.text), "items": []})
            row = {"href": f"{prefix}-quote-{i}", "start": quote.span.start, "cue": "", "text": flat(quote.text)}
            group["items"].append({**row, "kind": "direct", "how": ""})
    for group in groups.values():
        group["items"].sort(key=lambda item: item["start"])
    return sorted(groups.values(), key=lambda group: (not group["named"], group["items"][0]["start"]))


def _facts(article: Article, prefix: str) -> list[View]:
    return [
        {
            "href": f"{prefix}-fact-{i}",
            "text": flat(fact.text),
            "value": bounds_text(fact) + (f" {fact.unit}" if fact.unit else ""),
            "what": "" if fact.role is Role.OTHER else str(fact.role),
            "kind": str(fact.kind),
            "who": flat(fact.attribution.speaker.name) if fact.attribution and fact.attribution.speaker else "",
        }
        for i, fact in enumerate(article.facts)
    ]


def _names(arguments: Sequence[EventArgument]) -> str:
    return ", ".join(dict.fromkeys(flat(argument.name) for argument in arguments))


def _events(article: Article, prefix: str) -> list[View]:
    return [{"href": f"{prefix}-event-{i}", **_event(event)} for i, event in enumerate(article.events)]


def _event(event: Event) -> View:
    results = [
        f"{name}: {', '.join(flat(fact.text) for fact in facts)}"
        for name, facts in (("killed", event.killed), ("injured", event.injured))
        if facts
    ]
    if event.weapons:
        results.append(f"with {_names(event.weapons)}")
    if event.claimed_by:
        results.append(f"claimed by {flat(event.claimed_by.name)}")
    return {
        "type": str(event.type),
        "status": "" if event.status is EventStatus.OCCURRED else str(event.status),
        "text": flat(event.text),
        "actors": _names(event.actors),
        "targets": _names(event.targets),
        "location": flat(event.location.name) if event.location else "",
        "date": (event.date.value or flat(event.date.text)) if event.date else "",
        "results": "; ".join(results),
        "codes": ", ".join(code for code in (event.plover, f"CAMEO {event.cameo}" if event.cameo else None) if code),
    }
