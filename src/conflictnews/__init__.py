"""conflictnews reads conflict news: who said what, with which numbers, on what authority, and what happened.

    import conflictnews as cn

    article = cn.parse(text, published=date(2021, 2, 26))

Every result points at the characters that prove it: ``article.text[span.start:span.end] == item.text``.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conflictnews.comparison import compare
    from conflictnews.errors import (
        BatchError,
        ConflictNewsError,
        ExtractorError,
        LexiconError,
        LimitExceeded,
        SchemaError,
    )
    from conflictnews.extractors.protocol import Extractor
    from conflictnews.gazetteer import Gazetteer
    from conflictnews.lexicons.user_rows import read_lexicon
    from conflictnews.output import (
        Column,
        ColumnType,
        columns,
        comparison_columns,
        from_dict,
        from_json,
        to_csv,
        to_dict,
        to_geojson,
        to_html,
        to_json,
        to_rows,
        to_sqlite,
    )
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
        Layers,
        NumericFact,
        PassageKind,
        Place,
        PlaceEvidence,
        Quote,
        QuoteKind,
        RawAnnotation,
        Resolution,
        Role,
        Sentence,
        Slot,
        Span,
        Speaker,
        SpeakerKind,
        TollState,
        Verdict,
    )
    from conflictnews.types.collection import Collection
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
    from conflictnews.types.failure import Failure

__version__ = "0.1.0"

__all__ = [
    "Act",
    "Actor",
    "ActorCategory",
    "ActorMention",
    "Annotation",
    "Article",
    "Attribution",
    "AttributionKind",
    "BatchError",
    "Block",
    "BlockKind",
    "Bound",
    "Collection",
    "Column",
    "ColumnType",
    "ComparedArticle",
    "Comparison",
    "ConflictNewsError",
    "CopiedPassage",
    "Copying",
    "DateRef",
    "DateType",
    "Diagnostic",
    "Disagreement",
    "DisagreementItem",
    "Entity",
    "EntityKind",
    "Event",
    "EventArgument",
    "EventStatus",
    "EventType",
    "Extractor",
    "ExtractorError",
    "FactKind",
    "Failure",
    "Gazetteer",
    "Incident",
    "IncidentMember",
    "Layers",
    "LexiconError",
    "LimitExceeded",
    "NumericFact",
    "Parser",
    "PassageKind",
    "PassageMember",
    "Place",
    "PlaceEvidence",
    "Quote",
    "QuoteKind",
    "QuoteMember",
    "RawAnnotation",
    "Resolution",
    "Role",
    "SchemaError",
    "Sentence",
    "SharedQuote",
    "Slot",
    "Span",
    "Speaker",
    "SpeakerKind",
    "Story",
    "TextView",
    "Toll",
    "TollState",
    "Verdict",
    "WordEdit",
    "__version__",
    "columns",
    "compare",
    "comparison_columns",
    "from_dict",
    "from_json",
    "parse",
    "parse_attributions",
    "parse_blocks",
    "parse_dates",
    "parse_events",
    "parse_facts",
    "parse_many",
    "parse_quotes",
    "read_lexicon",
    "to_csv",
    "to_dict",
    "to_geojson",
    "to_html",
    "to_json",
    "to_rows",
    "to_sqlite",
]

# A name is imported when it is first asked for, so that a program pays for what it uses (Scientific Python's SPEC 1).
_HOMES = {  # all others: types
    "types.comparison": (
        "Actor ActorMention ComparedArticle Comparison CopiedPassage Copying Disagreement DisagreementItem Incident "
        "IncidentMember PassageMember QuoteMember SharedQuote Story Toll WordEdit"
    ),
    "comparison": "compare",
    "types.collection": "Collection",
    "types.failure": "Failure",
    "errors": "BatchError ConflictNewsError ExtractorError LexiconError LimitExceeded SchemaError",
    "extractors.protocol": "Extractor",
    "gazetteer": "Gazetteer",
    "lexicons.user_rows": "read_lexicon",
    "output": (
        "Column ColumnType columns comparison_columns "
        "from_dict from_json to_csv to_dict to_geojson to_html to_json to_rows to_sqlite"
    ),
    "parser": "Parser",
    "parsing": "parse parse_attributions parse_blocks parse_dates parse_events parse_facts parse_many parse_quotes",
    "text": "TextView",
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names.split()}


if not TYPE_CHECKING:  # type checkers read the imports above, and tell a name that is not there

    def __getattr__(name: str) -> object:
        if name == "errors":
            return import_module("conflictnews.errors")
        if name not in __all__:
            raise AttributeError(f"module 'conflictnews' has no attribute {name!r}")
        home = _HOME_OF.get(name, "types")
        value: object = getattr(import_module(f"conflictnews.{home}"), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
