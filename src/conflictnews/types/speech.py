"""Who said what: speakers, attributions and quotes."""

from __future__ import annotations

import attrs

from conflictnews.types.span import Annotation, Span
from conflictnews.types.vocabulary import Act, AttributionKind, QuoteKind, Resolution, SpeakerKind

__all__ = ["Attribution", "Quote", "Speaker"]


@attrs.frozen(kw_only=True, weakref_slot=False)
class Speaker(Annotation):
    """A person or body that is quoted, its aliases merged.

    ``mentions`` are the surface forms of the name in the text, in order, without pronouns; ``span`` is the first of
    them. ``name`` is the fullest form. An ``anonymous`` speaker ("a US official") is named by its description.
    ``entity`` is the position in ``article.entities`` of the name that it bears, or None.
    """

    name: str
    kind: SpeakerKind
    role: str | None = None
    anonymous: bool = False
    mentions: tuple[Span, ...] = ()
    entity: int | None = None


@attrs.frozen(kw_only=True, weakref_slot=False)
class Attribution(Annotation):
    """An attribution relation: a source, a cue, and the content attributed (Pareti 2012; PolNeAR, Newell et al. 2018).

    ``content`` may have several parts. ``source`` and ``cue`` are the surface words, or None. ``medium`` is the
    occasion ("in a statement"), ``via`` who relays it ("Reuters" in "told Reuters"). ``speaker`` is None where the
    text does not say who is meant, else the first of ``speakers``, who are several where they speak together;
    ``resolved_by`` tells how it was found and ``confidence`` (0 to 1) how surely. ``act`` is what the source does with
    it: says, denies, demands, believes ...; filter by it where only speech counts. ``span`` is the smallest stretch
    that holds source, cue and content.
    """

    kind: AttributionKind
    act: Act = Act.SAY
    content: tuple[Span, ...]
    source: Span | None = None
    cue: Span | None = None
    speaker: Speaker | None = None
    speakers: tuple[Speaker, ...] = ()
    medium: str | None = None
    via: str | None = None
    anonymous: bool = False
    resolved_by: Resolution = Resolution.NONE
    confidence: float = 0.0

    @property
    def speaker_name(self) -> str | None:
        """The name of the speaker, of several who speak together all, or None: "Anna Lind and Karl Brandt"."""
        return " and ".join(one.name for one in self.speakers) or (self.speaker.name if self.speaker else None)


@attrs.frozen(kw_only=True, weakref_slot=False)
class Quote(Annotation):
    """What stands between quotation marks. ``span`` is inside the marks, ``outer`` includes them.

    ``closed`` is False where the closing mark is missing. ``nested_in`` is the position in ``article.quotes`` of the
    quotation that holds this one.
    """

    outer: Span
    kind: QuoteKind
    closed: bool = True
    attribution: Attribution | None = None
    nested_in: int | None = None
