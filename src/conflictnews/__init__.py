"""conflictnews reads conflict news: who said what, with which numbers, on what authority, and what happened.

    import conflictnews as cn

    article = cn.parse(text, published=date(2021, 2, 26))

Every result points at the characters that prove it: ``article.text[span.start:span.end] == item.text``.
"""

from conflictnews.errors import ConflictNewsError, ExtractorError, LexiconError, LimitExceeded, SchemaError
from conflictnews.extractors.protocol import Extractor
from conflictnews.parser import Parser
from conflictnews.parsing import (
    parse,
    parse_attributions,
    parse_blocks,
    parse_dates,
    parse_events,
    parse_facts,
    parse_many,
    parse_quotes,
)
from conflictnews.text import TextView
from conflictnews.types import (
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
    Event,
    EventArgument,
    EventStatus,
    EventType,
    FactKind,
    Layers,
    NumericFact,
    PassageKind,
    Quote,
    QuoteKind,
    RawAnnotation,
    Resolution,
    Role,
    Sentence,
    Span,
    Speaker,
    SpeakerKind,
    Verdict,
)

__version__ = "0.1.0"

__all__ = [
    "Annotation",
    "Article",
    "Attribution",
    "AttributionKind",
    "Block",
    "BlockKind",
    "Bound",
    "ConflictNewsError",
    "DateRef",
    "DateType",
    "Diagnostic",
    "Event",
    "EventArgument",
    "EventStatus",
    "EventType",
    "Extractor",
    "ExtractorError",
    "FactKind",
    "Layers",
    "LexiconError",
    "LimitExceeded",
    "NumericFact",
    "Parser",
    "PassageKind",
    "Quote",
    "QuoteKind",
    "RawAnnotation",
    "Resolution",
    "Role",
    "SchemaError",
    "Sentence",
    "Span",
    "Speaker",
    "SpeakerKind",
    "TextView",
    "Verdict",
    "__version__",
    "parse",
    "parse_attributions",
    "parse_blocks",
    "parse_dates",
    "parse_events",
    "parse_facts",
    "parse_many",
    "parse_quotes",
]
