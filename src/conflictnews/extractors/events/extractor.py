"""Events: what happened, to whom, where and by whom."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

import attrs

from conflictnews.extractors.countries import bases_of, countries_of, peoples_of
from conflictnews.extractors.events.acled import name_sub_events
from conflictnews.extractors.events.aftermath import give_aftermath
from conflictnews.extractors.events.context_places import locate_by_context
from conflictnews.extractors.events.geocoding import Told, geocoded
from conflictnews.extractors.events.headlines import join_headlines
from conflictnews.extractors.events.identities import Identities
from conflictnews.extractors.events.implied_places import locate_by_mention
from conflictnews.extractors.events.linking import linked
from conflictnews.extractors.events.location import locate
from conflictnews.extractors.events.merging import merged
from conflictnews.extractors.events.naming import mend_names, name_fully, name_repeated
from conflictnews.extractors.events.other_layers import attach
from conflictnews.extractors.events.pronouns import resolve_pronouns
from conflictnews.extractors.events.reading import read_drafts
from conflictnews.extractors.events.specificity import is_incident
from conflictnews.extractors.events.weapons import weapon_argument
from conflictnews.gazetteer import Gazetteer
from conflictnews.register.actors import Actor
from conflictnews.text import TextView
from conflictnews.types import Diagnostic, Entity, Event, EventArgument, Layers, NamedEntity

__all__ = ["EventExtractor"]

_NOTHING_TOLD = Told({}, frozenset(), frozenset())


@attrs.frozen
class EventExtractor:
    """Events: triggers from a table, arguments by their frames, mentions of one incident merged."""

    name: ClassVar[str] = "events"
    requires: ClassVar[frozenset[str]] = frozenset({"blocks", "names", "entities", "facts", "dates"})
    gazetteer: Gazetteer = attrs.field(factory=Gazetteer)
    actors: tuple[Actor, ...] = ()

    def __call__(self, view: TextView, done: Layers, /) -> Iterator[Event | Diagnostic]:
        """The events, in the order of their first mentions; a diagnostic where a broken name was mended."""
        drafts = linked(read_drafts(view, done))
        name_fully(done, drafts)
        name_repeated(view, drafts)
        resolve_pronouns(view, done, drafts)
        yield from mend_names(view, drafts)
        attach(view, done, drafts)
        drafts = give_aftermath(view, done, drafts)
        events = join_headlines(view, done, merged([draft for draft in drafts if is_incident(draft)]))
        name_sub_events(events)
        locate(done, events)
        locate_by_context(view, done, events)
        names = done.get("names", NamedEntity) if any(draft.row.placed for draft in events) else ()
        told = Told(countries_of(view, names), peoples_of(view, names), bases_of(names)) if names else _NOTHING_TOLD
        locate_by_mention(events, self.gazetteer, told)
        identities = Identities(view.text, done.get("entities", Entity), self.actors)
        for draft in events:
            if draft.roles.location is not None:
                draft.place, doubt = geocoded(draft, self.gazetteer, told)
                if doubt is not None:
                    yield doubt
            weapons: dict[str, EventArgument] = {}
            for weapon in draft.roles.weapons:
                argument = weapon_argument(view, weapon)
                weapons.setdefault(argument.name.casefold(), argument)
            yield draft.event(view.text, tuple(weapons.values()), identities)
