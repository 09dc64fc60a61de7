"""The public types: frozen, slotted, compared and hashed by value; containers are tuples.

Those of a comparison stand in ``conflictnews.types.comparison``, as most programs never need them.
"""

from conflictnews.types.article import Article
from conflictnews.types.entity import Entity
from conflictnews.types.event import Event, EventArgument
from conflictnews.types.layers import Layers, RawAnnotation
from conflictnews.types.place import Place
from conflictnews.types.quantity import DateRef, NumericFact
from conflictnews.types.span import Annotation, Span
from conflictnews.types.speech import Attribution, Quote, Speaker
from conflictnews.types.structure import Block, Diagnostic, Sentence
from conflictnews.types.vocabulary import (
    Act,
    ActorCategory,
    AttributionKind,
    BlockKind,
    Bound,
    DateType,
    EntityKind,
    EventStatus,
    EventType,
    FactKind,
    PassageKind,
    PlaceEvidence,
    QuoteKind,
    Resolution,
    Role,
    Slot,
    SpeakerKind,
    TollState,
    Verdict,
)
from conflictnews.types.working import AttributionRelation, NamedEntity

__all__ = [
    "Act",
    "ActorCategory",
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
    "EntityKind",
    "Event",
    "EventArgument",
    "EventStatus",
    "EventType",
    "FactKind",
    "Layers",
    "NamedEntity",
    "NumericFact",
    "PassageKind",
    "Place",
    "PlaceEvidence",
    "Quote",
    "QuoteKind",
    "RawAnnotation",
    "Resolution",
    "Role",
    "Sentence",
    "Slot",
    "Span",
    "Speaker",
    "SpeakerKind",
    "TollState",
    "Verdict",
]
