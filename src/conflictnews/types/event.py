"""Events and their arguments."""

from __future__ import annotations

import attrs

from conflictnews.types.place import Place
from conflictnews.types.quantity import DateRef, NumericFact
from conflictnews.types.shown import shown_in_notebook
from conflictnews.types.span import Annotation, Span
from conflictnews.types.speech import Attribution
from conflictnews.types.vocabulary import ActorCategory, EventStatus, EventType

__all__ = ["Event", "EventArgument"]


@attrs.frozen(weakref_slot=False)
class EventArgument:
    """A participant or weapon of an event: its plain name, and where the text has it.

    ``id`` is that of the table ``actors``: ISO 3166-1 alpha-3 for a state, a slug for a group or body; None for all
    others. ``state`` is the state (alpha-3) that it is, belongs to or is backed by, where that can be told. ``entity``
    is the position in ``article.entities`` of the name in it, or None, ``category`` the sort of actor (ACLED's inter
    codes), where that can be told.

    >>> from conflictnews import parse
    >>> actor = parse("JNIM fighters attacked an army camp near Djibo.").events[0].actors[0]
    >>> actor.name, actor.id, actor.state, actor.category.value
    ('JNIM fighters', 'jnim', 'MLI', 'rebel-group')
    """

    name: str
    span: Span
    id: str | None = None
    state: str | None = None
    entity: int | None = None
    category: ActorCategory | None = None


@attrs.frozen(kw_only=True, weakref_slot=False)
class Event(Annotation):
    """Something that happened, was threatened, planned or denied. ``span`` is the first trigger, ``mentions`` are all.

    ``plover``, ``cameo`` and ``acled`` are the codes of the event's type (PLOVER 2021, CAMEO 1.1b3, the ACLED
    codebook), None where a system has no code for it.

    >>> from conflictnews import parse
    >>> event, = parse("JNIM fighters fired rockets at an army camp near Djibo, killing two soldiers.").events
    >>> event.type.value, event.actors[0].name, event.targets[0].name, event.location.name, event.killed[0].value
    ('rocket-attack', 'JNIM fighters', 'soldiers', 'Djibo', Decimal('2'))
    """

    type: EventType
    plover: str | None = None
    cameo: str | None = None
    acled: str | None = None
    status: EventStatus = EventStatus.OCCURRED
    mentions: tuple[Span, ...] = ()
    actors: tuple[EventArgument, ...] = ()
    targets: tuple[EventArgument, ...] = ()
    location: Place | None = None
    date: DateRef | None = None
    weapons: tuple[EventArgument, ...] = ()
    killed: tuple[NumericFact, ...] = ()
    injured: tuple[NumericFact, ...] = ()
    claimed_by: EventArgument | None = None
    attribution: Attribution | None = None

    def _repr_html_(self) -> str | None:
        return shown_in_notebook(self)
