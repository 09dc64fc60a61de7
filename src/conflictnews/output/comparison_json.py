"""The JSON of a comparison, schema ``conflictnews-comparison/2``: one table a type."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from conflictnews.errors import SchemaError
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
    Bound,
    EventType,
    PassageKind,
    Role,
    Slot,
    SpeakerKind,
    TollState,
    Verdict,
)
from conflictnews.types.comparison import (
    Actor,
    ActorMention,
    ComparedArticle,
    Comparison,
    CopiedPassage,
    Copying,
    Disagreement,
    DisagreementItem,
    Incident,
    IncidentMember,
    PassageMember,
    QuoteMember,
    SharedQuote,
    Story,
    Toll,
    WordEdit,
)

__all__ = ["COMPARISON", "COMPARISON_SCHEMA", "OBJECTS", "read_comparison", "write_comparison"]

COMPARISON_SCHEMA = "conflictnews-comparison/2"

_NAME = Optional(STRING)
_ARTICLE = Position("articles")


def _in_article(name: str) -> Position:
    return Position(f"that article's {name}")


COMPARED_ARTICLE = Object(ComparedArticle, {"id": _NAME, "source": _NAME, "published": Optional(DATE), "title": _NAME})
WORD_EDIT = Object(WordEdit, {"before": STRING, "after": STRING, "changes": _NAME})
QUOTE_MEMBER = Object(
    QuoteMember,
    {
        "article": _ARTICLE,
        "quote": Optional(_in_article("quotes")),
        "span": SPAN,
        "similarity": UNIT_INTERVAL,
        "speaker": _NAME,
        "edits": Each(WORD_EDIT),
    },
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
STORY = Object(
    Story,
    {
        "articles": Each(_ARTICLE),
        "texts": Each(Each(_ARTICLE)),
        "earliest": Optional(DATE),
        "latest": Optional(DATE),
        "places": Each(STRING),
        # No list to check it against: stories are read before incidents, which point back at them.
        "incident": Optional(Position("the incidents")),
    },
)
COPYING = Object(Copying, {"article": _ARTICLE, "other": _ARTICLE, "share": UNIT_INTERVAL, "reason": _NAME})
INCIDENT_MEMBER = Object(IncidentMember, {"article": _ARTICLE, "event": _in_article("events")})
TOLL = Object(
    Toll,
    {
        "article": _ARTICLE,
        "fact": _in_article("facts"),
        "span": SPAN,
        "role": Vocabulary(Role),
        "value": Optional(DECIMAL),
        "low": Optional(DECIMAL),
        "high": Optional(DECIMAL),
        "bound": Vocabulary(Bound),
        "source": _NAME,
        "told_on": Optional(DATE),
        "of": _NAME,
        "state": Vocabulary(TollState),
    },
)
INCIDENT = Object(
    Incident,
    {
        "type": Vocabulary(EventType),
        "date": _NAME,
        "location": _NAME,
        "story": Optional(Position("stories")),
        "members": Each(INCIDENT_MEMBER),
        "tolls": Each(TOLL),
    },
)
DISAGREEMENT_ITEM = Object(
    DisagreementItem,
    {
        "article": _ARTICLE,
        "fact": Optional(_in_article("facts")),
        "span": SPAN,
        "value": Optional(DECIMAL),
        "told": STRING,
        "source": _NAME,
        "told_on": Optional(DATE),
    },
)
DISAGREEMENT = Object(
    Disagreement,
    {
        "verdict": Vocabulary(Verdict),
        "slot": Vocabulary(Slot),
        "what": STRING,
        "incident": Optional(Position("incidents")),
        "story": Optional(Position("stories")),
        "items": Each(DISAGREEMENT_ITEM),
    },
)

OBJECTS = (
    COMPARED_ARTICLE,
    WORD_EDIT,
    QUOTE_MEMBER,
    SHARED_QUOTE,
    PASSAGE_MEMBER,
    COPIED_PASSAGE,
    ACTOR_MENTION,
    ACTOR,
    STORY,
    COPYING,
    INCIDENT_MEMBER,
    TOLL,
    INCIDENT,
    DISAGREEMENT_ITEM,
    DISAGREEMENT,
)

COMPARISON: dict[str, Codec] = {
    "articles": Each(COMPARED_ARTICLE),
    "stories": Each(STORY),
    "shared_quotes": Each(SHARED_QUOTE),
    "copied_passages": Each(COPIED_PASSAGE),
    "copying": Each(COPYING),
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
    for number, story in enumerate(values["stories"]):
        if story.incident is not None and story.incident >= len(values["incidents"]):
            raise SchemaError(f"$.stories[{number}].incident", f"{story.incident} is no position in incidents")
    return Comparison(**values)
