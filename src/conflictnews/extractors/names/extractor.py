"""Names: those of people, bodies, groups and places, their mentions merged."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

import attrs

from conflictnews.extractors.names.headlines import mentions_in_headlines
from conflictnews.extractors.names.kinds import Mention, mentions_in
from conflictnews.extractors.names.merging import Builder, merge
from conflictnews.extractors.names.roles import role_of
from conflictnews.extractors.names.runs import find_runs
from conflictnews.extractors.names.vocabulary import Vocabulary, vocabulary
from conflictnews.extractors.story import Story
from conflictnews.register.actors import Actor
from conflictnews.text import TextView
from conflictnews.types import Block, BlockKind, Layers, NamedEntity, Span, SpeakerKind

__all__ = ["NameExtractor"]

_MANY = frozenset({SpeakerKind.GROUP, SpeakerKind.ORGANISATION})
# An office is looked for beside the first few mentions only.
_ROLE_MENTIONS = 3


@attrs.frozen
class NameExtractor:
    """Names of people, bodies, groups, places and documents, each entity with all its mentions.

    Boilerplate and bylines are left out. A mention is the name without article, title and possessive ("the Pentagon":
    "Pentagon"; "Mr. Kirby's": "Kirby"); ``name`` is the fullest form as it stands in the text.
    """

    name: ClassVar[str] = "names"
    requires: ClassVar[frozenset[str]] = frozenset({"blocks"})
    actors: tuple[Actor, ...] = ()

    def __call__(self, view: TextView, done: Layers, /) -> Iterator[NamedEntity]:
        """The entities, by their first mention."""
        known, story = vocabulary(self.actors), Story(done)
        runs = find_runs(view, known)
        mentions: list[Mention] = []
        for run in runs.runs:
            if view.starts[run.first] in story:
                mentions += mentions_in(run, view, runs.proper, known)
        if runs.headlines:
            headlines = [i for i in runs.headlines if view.starts[i] in story]
            mentions += mentions_in_headlines(view, headlines, mentions, known)
            mentions.sort()
        for builder in merge(view, _with_cities(view, done, mentions, known), known):
            yield _entity(view, builder, known)


def _with_cities(view: TextView, done: Layers, mentions: list[Mention], known: Vocabulary) -> list[Mention]:
    """The mentions; what begins a dateline is a place, whatever it was taken for where no table knew it."""
    lines = (one for one in done.get("blocks", Block) if one.kind is BlockKind.DATELINE)
    filed = {view.token_at(one.span.start) for one in lines if not one.text.endswith(":")}  # not "ANN HOLT, HOST:"
    if not filed:
        return mentions
    return [
        mention._replace(kind=SpeakerKind.PLACE)
        if mention.first in filed and mention.known is None and mention.words[0] not in known.genders
        else mention
        for mention in mentions
    ]


def _entity(view: TextView, builder: Builder, known: Vocabulary) -> NamedEntity:
    spans = tuple(view.span(mention.first, mention.last) for mention in builder.mentions)
    longest = next(mention for mention in builder.mentions if mention.words == builder.name)
    role: Span | None = None
    if builder.kind is SpeakerKind.PERSON:
        roles = (role_of(view, mention, known) for mention in builder.mentions[:_ROLE_MENTIONS])
        role = next((found for found in roles if found is not None), None)
    return NamedEntity(
        span=spans[0],
        text=view.text[spans[0].start : spans[0].end],
        name=" ".join(view.surface(longest.first, longest.last).split()),
        kind=builder.kind,
        role=None if role is None else view.text[role.start : role.end],
        gender=builder.gender,
        plural=builder.kind in _MANY,
        mentions=spans,
    )
