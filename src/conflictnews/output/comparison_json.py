"""The JSON of a comparison, schema ``conflictnews-comparison/1``: one table a type."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from conflictnews.output.codec import (
    BOOL,
    DATE,
    DECIMAL,
    SPAN,
    STRING,
    UNIT_INTERVAL,
    Codec,
    Context,
    Each,
    Optional,
    Vocabulary,
    check_object,
)
from conflictnews.output.objects import Object, Position
from conflictnews.types import (
    EventType,
    PassageKind,
    SpeakerKind,
    Verdict,
)
from conflictnews.types.comparison import (
    Actor,
    ActorMention,
    ComparedArticle,
    Comparison,
    CopiedPassage,
    Disagreement,
    DisagreementItem,
    Incident,
    IncidentMember,
    PassageMember,
    QuoteMember,
    SharedQuote,
)

__all__ = ["COMPARISON", "COMPARISON_SCHEMA", "OBJECTS", "read_comparison", "write_comparison"]

COMPARISON_SCHEMA = "conflictnews-comparison/1"

_NAME = Optional(STRING)
_ARTICLE = Position("articles")


def _in_article(name: str) -> Position:
    return Position(f"that article's {name}")


COMPARED_ARTICLE = Object(ComparedArticle, {"id": _NAME, "source": _NAME, "published": Optional(DATE), "title": _NAME})
QUOTE_MEMBER = Object(
    QuoteMember,
    {"article": _ARTICLE, "quote": _in_article("quotes"), "span": SPAN, "similarity": UNIT_INTERVAL, "speaker": _NAME},
)
SHARED_QUOTE = Object(SharedQuote, {"members": Each(QUOTE_MEMBER), "speakers_agree": BOOL, "suggested_speaker": _NAME})
PASSAGE_MEMBER = Object(PassageMember, {"article": _ARTICLE, "span": SPAN})
COPIED_PASSAGE = Object(
    CopiedPassage, {"kind": Vocabulary(PassageKind), "similarity": UNIT_INTERVAL, "members": Each(PASSAGE_MEMBER)}
)
ACTOR_MENTION = Object(ActorMention, {"article": _ARTICLE, "span": SPAN})
ACTOR = Object(
    Actor,
    {"name": STRING, "kind": Vocabulary(SpeakerKind), "aliases": Each(STRING), "mentions": Each(ACTOR_MENTION)},
)
INCIDENT_MEMBER = Object(IncidentMember, {"article": _ARTICLE, "event": _in_article("events")})
INCIDENT = Object(
    Incident,
    {"type": Vocabulary(EventType), "date": _NAME, "location": _NAME, "members": Each(INCIDENT_MEMBER)},
)
DISAGREEMENT_ITEM = Object(
    DisagreementItem,
    {"article": _ARTICLE, "fact": _in_article("facts"), "span": SPAN, "value": Optional(DECIMAL)},
)
DISAGREEMENT = Object(
    Disagreement,
    {
        "verdict": Vocabulary(Verdict),
        "what": STRING,
        "incident": Optional(Position("incidents")),
        "items": Each(DISAGREEMENT_ITEM),
    },
)

OBJECTS = (
    COMPARED_ARTICLE,
    QUOTE_MEMBER,
    SHARED_QUOTE,
    PASSAGE_MEMBER,
    COPIED_PASSAGE,
    ACTOR_MENTION,
    ACTOR,
    INCIDENT_MEMBER,
    INCIDENT,
    DISAGREEMENT_ITEM,
    DISAGREEMENT,
)

COMPARISON: dict[str, Codec] = {
    "articles": Each(COMPARED_ARTICLE),
    "shared_quotes": Each(SHARED_QUOTE),
    "copied_passages": Each(COPIED_PASSAGE),
    "actors": Each(ACTOR),
    "incidents": Each(INCIDENT),
    "disagreements": Each(DISAGREEMENT),
}


def write_comparison(comparison: Comparison) -> dict[str, Any]:
    """A comparison as plain data."""
    context = Context(None)
    lists = {name: codec.write(getattr(comparison, name), context) for name, codec in COMPARISON.items()}
    return {"schema": COMPARISON_SCHEMA, **lists}


def read_comparison(data: Mapping[str, Any]) -> Comparison:
    """The comparison; ``SchemaError`` where the data is none."""
    required = ["schema", *COMPARISON]
    given = check_object(data, "$", required, required)
    context, values = Context(None), {}
    for name, codec in COMPARISON.items():
        values[name] = context.lists[name] = codec.read(given[name], f"$.{name}", context)
    return Comparison(**values)
