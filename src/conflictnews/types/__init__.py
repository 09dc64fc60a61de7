"""The public types: frozen, slotted, compared and hashed by value; containers are tuples."""

from conflictnews.types.article import Article
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
from conflictnews.types.event import Event, EventArgument
from conflictnews.types.layers import Layers, RawAnnotation
from conflictnews.types.quantity import DateRef, NumericFact
from conflictnews.types.span import Annotation, Span
from conflictnews.types.speech import Attribution, Quote, Speaker
from conflictnews.types.structure import Block, Diagnostic, Sentence
from conflictnews.types.vocabulary import (
    AttributionKind,
    BlockKind,
    Bound,
    DateType,
    EventStatus,
    EventType,
    FactKind,
    PassageKind,
    QuoteKind,
    Resolution,
    Role,
    SpeakerKind,
    Verdict,
)
from conflictnews.types.working import AttributionRelation, Entity

__all__ = [
    "Actor",
    "ActorMention",
    "Annotation",
    "Article",
    "Attribution",
    "AttributionKind",
    "AttributionRelation",
    "Block",
    "BlockKind",
    "Bound",
    "ComparedArticle",
    "Comparison",
    "CopiedPassage",
    "DateRef",
    "DateType",
    "Diagnostic",
    "Disagreement",
    "DisagreementItem",
    "Entity",
    "Event",
    "EventArgument",
    "EventStatus",
    "EventType",
    "FactKind",
    "Incident",
    "IncidentMember",
    "Layers",
    "NumericFact",
    "PassageKind",
    "PassageMember",
    "Quote",
    "QuoteKind",
    "QuoteMember",
    "RawAnnotation",
    "Resolution",
    "Role",
    "Sentence",
    "SharedQuote",
    "Span",
    "Speaker",
    "SpeakerKind",
    "Verdict",
]
