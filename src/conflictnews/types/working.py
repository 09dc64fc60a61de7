"""What extractors hand on to one another and an Article does not keep: names and attribution relations."""

from __future__ import annotations

import attrs

from conflictnews.types.span import Annotation, Span
from conflictnews.types.vocabulary import Act, SpeakerKind

__all__ = ["AttributionRelation", "NamedEntity"]


@attrs.frozen(kw_only=True, weakref_slot=False)
class NamedEntity(Annotation):
    """A named person, body, group or place with all its mentions in the text; ``span`` is the first of them.

    ``name`` is the fullest form, ``role`` a title or office that stands beside it. ``gender`` is "m", "f" or None,
    ``plural`` whether "they" may mean it.
    """

    name: str
    kind: SpeakerKind
    role: str | None = None
    gender: str | None = None
    plural: bool = False
    mentions: tuple[Span, ...] = ()


@attrs.frozen(kw_only=True, weakref_slot=False)
class AttributionRelation(Annotation):
    """A source, a cue and a content as they stand in the text, before anybody asks who the source is.

    ``pattern`` names the construction that was recognised; ``span`` is the smallest stretch that holds all parts.
    ``score`` says how surely somebody is made answerable here: the logarithm of the odds, times 16, as a model over
    the whole sentence has it; None where none was asked.
    """

    content: tuple[Span, ...]
    source: Span | None
    cue: Span | None
    medium: str | None = None
    via: str | None = None
    pattern: str
    score: int | None = None
    act: Act = Act.SAY
