"""W3C Web Annotations (the Web Annotation Data Model, 2017) of an article, as JSON-LD, and back with corrections."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from conflictnews.errors import SchemaError
from conflictnews.interchange.corrections import PlacedGroup, corrected
from conflictnews.interchange.groups import GROUPED, Group, groups_of
from conflictnews.output.documents import from_json, to_dict, to_json
from conflictnews.output.plain_json import dumps
from conflictnews.types import Article, Span

__all__ = ["from_web_annotations", "to_web_annotations"]

_CONTEXT = 32
_LAYERS = (*GROUPED, "diagnostics")
_MOVABLE = ("quotes", "facts", "dates")
"""Layers whose items are one stretch of text, which a new target moves."""


def to_web_annotations(article: Article, source: str) -> dict[str, Any]:
    """An ``AnnotationCollection`` of quotes, attributions, numbers, dates, events and diagnostics.

    ``source`` is the IRI of the text that the annotations are on. Each target has a ``TextPositionSelector`` (code
    points) and a ``TextQuoteSelector`` with the words and what stands around them; each body is tagged with the layer,
    and holds the item's JSON as ``to_dict`` gives it. The first annotation is on the whole text and holds the article.

    >>> from conflictnews.types import Diagnostic
    >>> odd = Diagnostic(span=Span(0, 2), text="He", code="unresolved-pronoun", message="Who?")
    >>> page = to_web_annotations(Article(text="He left.", diagnostics=(odd,)), "https://example.org/a")["first"]
    >>> page["items"][1]["target"]["selector"][1]
    {'type': 'TextQuoteSelector', 'exact': 'He', 'prefix': '', 'suffix': ' left.'}
    """
    if not isinstance(source, str) or ":" not in source:
        raise ValueError(f"source must be the IRI of the text ('https://...', 'urn:...'), not {source!r}")
    items = list(_annotations(article, source))
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": f"{source}#annotations",
        "type": "AnnotationCollection",
        "label": f"What conflictnews found in {article.id or source}",
        "total": len(items),
        "first": {
            "id": f"{source}#annotations-1",
            "type": "AnnotationPage",
            "partOf": f"{source}#annotations",
            "startIndex": 0,
            "items": items,
        },
    }


def _annotations(article: Article, source: str) -> Iterator[dict[str, Any]]:
    yield {
        "id": f"{source}#article",
        "type": "Annotation",
        "motivation": "describing",
        "body": [_json(to_json(article))],
        "target": source,
    }
    data = to_dict(article)
    for layer in _LAYERS:
        for number, (item, plain) in enumerate(zip(getattr(article, layer), data[layer], strict=True)):
            yield {
                "id": f"{source}#{layer}-{number}",
                "type": "Annotation",
                "motivation": "identifying",
                "body": [{"type": "TextualBody", "purpose": "tagging", "value": layer}, _json(dumps(plain))],
                "target": {"source": source, "selector": _selectors(article.text, item.span)},
            }


def _json(text: str) -> dict[str, Any]:
    return {"type": "TextualBody", "purpose": "describing", "format": "application/json", "value": text}


def _selectors(text: str, span: Span) -> list[dict[str, Any]]:
    return [
        {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        {
            "type": "TextQuoteSelector",
            "exact": span.of(text),
            "prefix": text[max(0, span.start - _CONTEXT) : span.start],
            "suffix": text[span.end : span.end + _CONTEXT],
        },
    ]


def from_web_annotations(collection: Mapping[str, Any]) -> Article:
    """The article of a collection as ``to_web_annotations`` wrote it, with its corrections.

    An annotation that was deleted takes its item with it; a target that was moved moves a quotation, a number or a
    date; a new annotation that is tagged with a layer is a new item. Attributions and events have several parts, which
    a target can't tell: theirs can't be moved. Where position and quoted words disagree, and where the article is
    missing, it is a ``SchemaError`` with the path.

    >>> from conflictnews.parsing import parse
    >>> collection = to_web_annotations(parse("At least 22 people were killed.", id="a"), "urn:a")
    >>> items = collection["first"]["items"]
    >>> items[:] = [item for item in items if item["id"] != "urn:a#events-0"]  # what a person deletes
    >>> from_web_annotations(collection)
    <Article 'a' 'At least 22 people were killed.': 0 quotes, 0 attributions, 1 facts, 0 events>
    """
    items = _items(collection)
    wholes = [item for item in items if str(item.get("id", "")).endswith("#article")]
    if not wholes:
        raise SchemaError("$.first.items", "hold no annotation of the article itself (#article)")
    article: Article = from_json(_value_of(wholes[0], "$.first.items[0]"), Article)
    own: dict[str, Group] = {}
    counts: dict[str, int] = {}
    for group, _ in groups_of(article):
        number = counts[group.layer] = counts.get(group.layer, -1) + 1
        own[f"{group.layer}-{number}"] = group
    return corrected(article, list(_groups(items, article, own)))


def _items(collection: Mapping[str, Any]) -> list[dict[str, Any]]:
    try:
        items = collection["first"]["items"]
    except (KeyError, TypeError):
        raise SchemaError("$.first.items", "is missing") from None
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise SchemaError("$.first.items", "must be an array of objects")
    return items


def _value_of(item: Mapping[str, Any], path: str) -> str:
    for body in item.get("body") or []:
        if isinstance(body, dict) and body.get("format") == "application/json" and isinstance(body.get("value"), str):
            return str(body["value"])
    raise SchemaError(f"{path}.body", "holds no JSON")


def _groups(items: list[dict[str, Any]], article: Article, own: dict[str, Group]) -> Iterator[PlacedGroup]:
    seen: set[str] = set()
    for number, item in enumerate(items):
        path = f"$.first.items[{number}]"
        if item.get("id") in seen:
            raise SchemaError(f"{path}.id", "stands twice")
        seen |= {item["id"]} if isinstance(item.get("id"), str) else set()
        name = str(item.get("id", "")).rpartition("#")[2]
        if name == "article":
            continue
        bodies = item.get("body") or []
        bodies = bodies if isinstance(bodies, list) else [bodies]
        layer = next((body.get("value") for body in bodies if isinstance(body, dict) and "format" not in body), None)
        if layer not in GROUPED:
            continue
        span = _span(item, path, article.text)
        group = own.get(name)
        if group is None or group.layer != layer:
            yield path, Group(str(layer), (span,))
            continue
        position = int(name.rpartition("-")[2])
        if span == getattr(article, str(layer))[position].span:
            yield path, group
        elif layer in _MOVABLE:
            yield path, Group(str(layer), (span,), values=group.values)
        else:
            raise SchemaError(f"{path}.target", f"an item of {layer} has several parts, which a target can't move")


def _span(item: Mapping[str, Any], path: str, text: str) -> Span:
    """Where a target is: by its position, without one by its words, which must stand there once."""
    try:
        found = item["target"]["selector"]
        selectors = {one["type"]: one for one in (found if isinstance(found, list) else [found])}
        position, quote = selectors.get("TextPositionSelector"), selectors.get("TextQuoteSelector")
        exact = None if quote is None else str(quote["exact"])
        if position is not None:
            span = Span(position["start"], position["end"])
        else:
            whole = str((quote or {}).get("prefix", "")) + str(exact)
            start = text.index(whole) + len(whole) - len(str(exact))
            span = Span(start, start + len(str(exact)))
    except (KeyError, TypeError, ValueError):
        raise SchemaError(f"{path}.target", "has no selector that leads into the text") from None
    if exact is not None and span.of(text) != exact:
        raise SchemaError(f"{path}.target", f"{exact[:60]!r} is not what stands at {span.start} to {span.end}")
    return span
