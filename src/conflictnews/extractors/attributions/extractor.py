"""Attributions: relations with their speakers."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import ClassVar

import attrs

from conflictnews.extractors.attributions.confidence import confidence
from conflictnews.extractors.attributions.kinds import Quoted
from conflictnews.extractors.attributions.resolution import resolve
from conflictnews.text import TextView
from conflictnews.types import Attribution, AttributionRelation, Diagnostic, Layers, NamedEntity, Resolution, Speaker

__all__ = ["AttributionExtractor"]

_ANONYMOUS = frozenset({"anonymity", "anonymously", "unnamed", "anonymous"})
_NEAR = 12


@attrs.frozen
class AttributionExtractor:
    """Who said what: each relation with the speaker that its source means.

    A source that is a name, or holds one as its head, is ``explicit``; so is one without a name ("a US official"),
    whose speaker is ``anonymous``. Pronouns and definite phrases ("the group") are resolved where the text leaves one
    answer; where it does not, the speaker is None and, for a pronoun, a diagnostic ``unresolved-pronoun`` marks it.
    """

    name: ClassVar[str] = "attributions"
    requires: ClassVar[frozenset[str]] = frozenset({"relations", "names", "entities"})

    def __call__(self, view: TextView, done: Layers, /) -> Iterator[Attribution | Diagnostic]:
        """An attribution for each relation, in their order."""
        relations = done.get("relations", AttributionRelation)
        if not relations:
            return
        quoted = Quoted(view)
        cast, resolved = resolve(view, done.get("names", NamedEntity), relations, quoted)
        speakers = cast.speakers([result.who for result in resolved if result.who is not None])
        secret = view.positions(_ANONYMOUS)
        for relation, result in zip(relations, resolved, strict=True):
            together = () if result.who is None else speakers[result.who]
            speaker = next(iter(together), None)
            kind = quoted.kind(relation.content)
            yield Attribution(
                span=relation.span,
                text=relation.text,
                kind=kind,
                act=relation.act,
                content=relation.content,
                source=relation.source,
                cue=relation.cue,
                speaker=speaker,
                speakers=together,
                medium=relation.medium,
                via=relation.via,
                anonymous=_is_anonymous(view, relation, speaker, secret),
                resolved_by=result.how,
                confidence=confidence(result.how, relation.pattern, relation.score),
            )
            if result.pronoun and result.how is Resolution.NONE and relation.source is not None:
                yield Diagnostic(
                    span=relation.source,
                    text=relation.source.of(view.text),
                    code="unresolved-pronoun",
                    message="The text does not say with certainty whom this pronoun means.",
                )


def _is_anonymous(view: TextView, relation: AttributionRelation, speaker: Speaker | None, secret: list[int]) -> bool:
    """Whether the source is not named, or speaks on condition of anonymity."""
    if speaker is not None and speaker.anonymous:
        return True
    if not secret or relation.source is None:
        return False
    first = view.token_at(relation.source.start)
    return bisect_left(secret, first) < bisect_right(secret, first + _NEAR)
