"""The public types: frozen, slotted, compared and hashed by value; containers are tuples.

Those of a comparison stand in ``conflictnews.types.comparison``, as most programs never need them.
"""

from conflictnews.types.article import Article
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
    "Annotation",
    "Article",
    "Attribution",
    "AttributionKind",
    "AttributionRelation",
    "Block",
    "BlockKind",
    "Bound",
    "DateRef",
    "DateType",
    "Diagnostic",
    "Entity",
    "Event",
    "EventArgument",
    "EventStatus",
    "EventType",
    "FactKind",
    "Layers",
    "NumericFact",
    "PassageKind",
    "Quote",
    "QuoteKind",
    "RawAnnotation",
    "Resolution",
    "Role",
    "Sentence",
    "Span",
    "Speaker",
    "SpeakerKind",
    "Verdict",
]
