"""The JSON of an article, schema ``conflictnews/1``: one table a type."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from conflictnews.errors import SchemaError
from conflictnews.output.codec import (
    BOOL,
    DATE,
    DECIMAL,
    LATITUDE,
    LONGITUDE,
    PRECISION,
    SPAN,
    SPANS,
    STRING,
    SURFACE,
    UNIT_INTERVAL,
    Codec,
    Context,
    Each,
    Optional,
    Vocabulary,
    check_object,
)
from conflictnews.output.custom_layers import read_layers, write_layers
from conflictnews.output.objects import Object, Position, Reference, hull
from conflictnews.types import (
    Act,
    ActorCategory,
    Annotation,
    Article,
    Attribution,
    AttributionKind,
    Block,
    BlockKind,
    Bound,
    DateRef,
    DateType,
    Diagnostic,
    Entity,
    EntityKind,
    Event,
    EventArgument,
    EventStatus,
    EventType,
    FactKind,
    NumericFact,
    Place,
    PlaceEvidence,
    Quote,
    QuoteKind,
    Resolution,
    Role,
    Sentence,
    Speaker,
    SpeakerKind,
)

__all__ = ["ARTICLE", "ARTICLE_SCHEMA", "LISTS", "NEWER_LISTS", "OBJECTS", "PLACES", "read_article", "write_article"]

ARTICLE_SCHEMA = "conflictnews/1"

_NAME = Optional(STRING)

BLOCK = Object(Block, {"span": SPAN, "kind": Vocabulary(BlockKind)})
SENTENCE = Object(Sentence, {"span": SPAN})
ENTITY = Object(
    Entity,
    {
        "span": SPAN,
        "name": STRING,
        "kind": Vocabulary(EntityKind),
        "mentions": SPANS,
        "id": _NAME,
        "state": _NAME,
    },
    span_of=lambda values: values["mentions"][0] if values["mentions"] else None,
)
_ENTITY = Optional(Position("entities"))
SPEAKER = Object(
    Speaker,
    {
        "span": SPAN,
        "name": STRING,
        "kind": Vocabulary(SpeakerKind),
        "role": _NAME,
        "anonymous": BOOL,
        "mentions": SPANS,
        "entity": _ENTITY,
    },
    span_of=lambda values: values["mentions"][0] if values["mentions"] else None,
    newer=frozenset({"entity"}),
)
ATTRIBUTION = Object(
    Attribution,
    {
        "span": SPAN,
        "kind": Vocabulary(AttributionKind),
        "act": Vocabulary(Act),
        "content": SPANS,
        "source": Optional(SPAN),
        "cue": Optional(SPAN),
        "speaker": Optional(Reference("speakers", SPEAKER)),
        "speakers": Each(Reference("speakers", SPEAKER)),
        "medium": _NAME,
        "via": _NAME,
        "anonymous": BOOL,
        "resolved_by": Vocabulary(Resolution),
        "confidence": UNIT_INTERVAL,
    },
    span_of=lambda values: hull([*values["content"], values["source"], values["cue"]]),
    newer=frozenset({"act", "speakers"}),
)
_ATTRIBUTION = Optional(Reference("attributions", ATTRIBUTION))
QUOTE = Object(
    Quote,
    {
        "span": SPAN,
        "outer": SPAN,
        "text": SURFACE,
        "kind": Vocabulary(QuoteKind),
        "closed": BOOL,
        "attribution": _ATTRIBUTION,
        "nested_in": Optional(Position("quotes")),
    },
)
FACT = Object(
    NumericFact,
    {
        "span": SPAN,
        "text": SURFACE,
        "value": Optional(DECIMAL),
        "low": Optional(DECIMAL),
        "high": Optional(DECIMAL),
        "bound": Vocabulary(Bound),
        "kind": Vocabulary(FactKind),
        "unit": _NAME,
        "noun": _NAME,
        "modifier": _NAME,
        "about": _NAME,
        "role": Vocabulary(Role),
        "attribution": _ATTRIBUTION,
    },
)
DATE_REF = Object(
    DateRef,
    {
        "span": SPAN,
        "text": SURFACE,
        "type": Vocabulary(DateType),
        "value": _NAME,
        "earliest": Optional(DATE),
        "latest": Optional(DATE),
    },
)
ARGUMENT = Object(
    EventArgument,
    {
        "name": STRING,
        "span": SPAN,
        "id": _NAME,
        "state": _NAME,
        "entity": _ENTITY,
        "category": Optional(Vocabulary(ActorCategory)),
    },
    newer=frozenset({"id", "state", "entity", "category"}),
)
PLACE = Object(
    Place,
    {
        "name": STRING,
        "span": SPAN,
        "id": _NAME,
        "country": _NAME,
        "admin1": _NAME,
        "latitude": Optional(LATITUDE),
        "longitude": Optional(LONGITUDE),
        "precision": Optional(PRECISION),
        "approximate": BOOL,
        "evidence": Vocabulary(PlaceEvidence),
        "entity": _ENTITY,
    },
    newer=frozenset("id country admin1 latitude longitude precision approximate evidence entity".split()),
)
_FACTS = Each(Reference("facts", FACT))
EVENT = Object(
    Event,
    {
        "span": SPAN,
        "type": Vocabulary(EventType),
        "plover": _NAME,
        "cameo": _NAME,
        "acled": _NAME,
        "status": Vocabulary(EventStatus),
        "mentions": SPANS,
        "actors": Each(ARGUMENT),
        "targets": Each(ARGUMENT),
        "location": Optional(PLACE),
        "date": Optional(Reference("dates", DATE_REF)),
        "weapons": Each(ARGUMENT),
        "killed": _FACTS,
        "injured": _FACTS,
        "claimed_by": Optional(ARGUMENT),
        "attribution": _ATTRIBUTION,
    },
)
DIAGNOSTIC = Object(Diagnostic, {"span": SPAN, "code": STRING, "message": STRING})

OBJECTS = (BLOCK, SENTENCE, ENTITY, SPEAKER, ATTRIBUTION, QUOTE, FACT, DATE_REF, ARGUMENT, PLACE, EVENT, DIAGNOSTIC)

ARTICLE: dict[str, Codec] = {"id": _NAME, "source": _NAME, "published": Optional(DATE), "text": STRING}
PLACES = ("title", "byline", "dateline")
"""Blocks that are also named at the top, for those who want no more than them."""
LISTS: dict[str, Object] = {
    "blocks": BLOCK,
    "sentences": SENTENCE,
    "entities": ENTITY,
    "speakers": SPEAKER,
    "quotes": QUOTE,
    "attributions": ATTRIBUTION,
    "facts": FACT,
    "dates": DATE_REF,
    "events": EVENT,
    "diagnostics": DIAGNOSTIC,
}
NEWER_LISTS = frozenset({"entities"})
"""Lists that data of an earlier version may lack."""
_READING_ORDER = sorted(LISTS, key=lambda name: {"speakers": 0, "attributions": 1, "dates": 2, "facts": 3}.get(name, 4))
"""What is referred to comes before what refers to it."""


def write_article(article: Article) -> dict[str, Any]:
    """An article as plain data."""
    context = Context(article.text, {name: getattr(article, name) for name in LISTS})
    data: dict[str, Any] = {"schema": ARTICLE_SCHEMA}
    for name, codec in ARTICLE.items():
        data[name] = codec.write(getattr(article, name), context)
    for name in PLACES:
        block = getattr(article, name)
        data[name] = None if block is None else {"span": SPAN.write(block.span, context)}
    for name, kind in LISTS.items():
        data[name] = [kind.write(item, context) for item in context.lists[name]]
    data["layers"] = write_layers(article.layers)
    return data


def read_article(data: Mapping[str, Any], types: Mapping[str, type[Annotation]]) -> Article:
    """The article; ``SchemaError`` where the data is none."""
    required = ["schema", *ARTICLE, *LISTS, "layers"]
    given = check_object(data, "$", [name for name in required if name not in NEWER_LISTS], [*required, *PLACES])
    given = {**{name: [] for name in NEWER_LISTS}, **given}
    context = Context(STRING.read(given["text"], "$.text", Context(None)))
    values = {name: codec.read(given[name], f"$.{name}", context) for name, codec in ARTICLE.items()}
    # A list that is still to be read stands in with its data, so that a position in it (nested_in) can be checked.
    context.lists.update({name: tuple(given[name]) for name in LISTS if isinstance(given[name], list)})
    for name in _READING_ORDER:
        values[name] = context.lists[name] = Each(LISTS[name]).read(given[name], f"$.{name}", context)
    article = Article(**values, layers=read_layers(given["layers"], types, context))
    for name in PLACES:
        _check_place(article, name, given)
    return article


def _check_place(article: Article, name: str, given: Mapping[str, Any]) -> None:
    block = getattr(article, name)
    expected = None if block is None else {"span": [block.span.start, block.span.end]}
    if name in given and given[name] != expected:
        raise SchemaError(f"$.{name}", f"does not name the first block of kind {name}")
