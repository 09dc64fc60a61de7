"""W3C Web Annotations (the Web Annotation Data Model, 2017) of an article, as JSON-LD."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from conflictnews.output.documents import to_dict
from conflictnews.types import Article, Span

__all__ = ["to_web_annotations"]

_CONTEXT = 32
_LAYERS = ("quotes", "attributions", "facts", "dates", "events", "diagnostics")


def to_web_annotations(article: Article, source: str) -> dict[str, Any]:
    """An ``AnnotationCollection`` of quotes, attributions, numbers, dates, events and diagnostics.

    ``source`` is the IRI of the text that the annotations are on. Each target has a ``TextPositionSelector`` (code
    points) and a ``TextQuoteSelector`` with the words and what stands around them; each body holds the item's JSON as
    ``to_dict`` gives it, and is tagged with the layer.

    >>> from conflictnews.types import Diagnostic
    >>> odd = Diagnostic(span=Span(0, 2), text="He", code="unresolved-pronoun", message="Who?")
    >>> page = to_web_annotations(Article(text="He left.", diagnostics=(odd,)), "https://example.org/a")["first"]
    >>> page["items"][0]["target"]["selector"][1]
    {'type': 'TextQuoteSelector', 'exact': 'He', 'prefix': '', 'suffix': ' left.'}
    """
    items = list(_annotations(article, source))
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "AnnotationCollection",
        "total": len(items),
        "first": {"type": "AnnotationPage", "startIndex": 0, "items": items},
    }


def _annotations(article: Article, source: str) -> Iterator[dict[str, Any]]:
    data = to_dict(article)
    for layer in _LAYERS:
        for number, (item, plain) in enumerate(zip(getattr(article, layer), data[layer], strict=True)):
            yield {
                "id": f"{source}#{layer}-{number}",
                "type": "Annotation",
                "motivation": "identifying",
                "body": [
                    {"type": "TextualBody", "purpose": "tagging", "value": layer},
                    {"type": "Dataset", "format": "application/json", "value": plain},
                ],
                "target": {"source": source, "selector": _selectors(article.text, item.span)},
            }


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
