"""The built-in layers, in the order in which they run. None imports another: each reads the layers before it."""

from conflictnews.extractors.attributions import AttributionExtractor
from conflictnews.extractors.blocks import BlockExtractor
from conflictnews.extractors.dates import DateExtractor
from conflictnews.extractors.entities import EntityExtractor
from conflictnews.extractors.events import EventExtractor
from conflictnews.extractors.facts import FactExtractor
from conflictnews.extractors.names import NameExtractor
from conflictnews.extractors.protocol import Extractor
from conflictnews.extractors.quotes import QuoteExtractor
from conflictnews.extractors.relations import RelationExtractor
from conflictnews.extractors.sentences import SentenceExtractor
from conflictnews.extractors.speakers import SpeakerExtractor

__all__ = ["BUILT_IN", "WORKING_LAYERS", "Extractor"]

BUILT_IN = (
    BlockExtractor(),
    SentenceExtractor(),
    NameExtractor(),
    EntityExtractor(),
    RelationExtractor(),
    AttributionExtractor(),
    SpeakerExtractor(),
    QuoteExtractor(),
    DateExtractor(),
    FactExtractor(),
    EventExtractor(),
)

WORKING_LAYERS = frozenset({"names", "relations"})
"""Layers that extractors read and an Article does not keep."""
