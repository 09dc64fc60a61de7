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

    >>> from conflictnews import parse
    >>> text = "Col. Sam Otto said the road was open. A US official denied it. Otto said it was safe."
    >>> [(one.name, one.role, one.anonymous, len(one.mentions)) for one in parse(text).speakers]
    [('Sam Otto', 'Col.', False, 2), ('US official', None, True, 1)]
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

    >>> from conflictnews import parse
    >>> article = parse("The road was open, Col. Sam Otto told Reuters in an interview.")
    >>> one, = article.attributions
    >>> one.speaker.name, one.cue.of(article.text), one.content[0].of(article.text), one.via, one.medium
    ('Sam Otto', 'told', 'The road was open', 'Reuters', 'in an interview')
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

    >>> from conflictnews import parse
    >>> article = parse('"We will leave," Mara Voss said.')
    >>> quote, = article.quotes
    >>> quote.text, quote.outer.of(article.text), quote.attribution.speaker.name
    ('We will leave,', '"We will leave,"', 'Mara Voss')
    """

    outer: Span
    kind: QuoteKind
    closed: bool = True
    attribution: Attribution | None = None
    nested_in: int | None = None
