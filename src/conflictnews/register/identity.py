"""Who is who: the stable id of a named actor, and the state that it belongs to (``actors.tsv``)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from conflictnews.register.actors import Actor, actors
from conflictnews.register.states import state_of_adjective, states

__all__ = ["Identity", "identity_of", "named_by"]


class Identity(NamedTuple):
    """An actor's id, the state (alpha-3) that it is, belongs to or is backed by, and its kind; None: not known."""

    id: str | None
    state: str | None
    kind: str | None = None


_NOBODY = Identity(None, None)


@cache
def _by_name() -> dict[str, Identity]:
    """Every name that the tables have for an actor, folded."""
    found = named_by(actors())
    for name, nation in states("country", "short", "capital").items():
        found.setdefault(name, found[nation.lower()])
    return found


def named_by(given: Sequence[Actor]) -> dict[str, Identity]:
    """The names that actors have, folded, with who they are; of two of one name the first."""
    return {
        name.lower(): Identity(actor.id, actor.state or actor.backer, actor.kind)
        for actor in reversed(given)
        for name in actor.all_names
    }


@lru_cache(maxsize=1 << 12)
def identity_of(name: str) -> Identity:
    """The id and state of a name that the tables have; of another the state whose adjective it has.

    >>> identity_of("Kata'ib Hezbollah"), identity_of("US forces")
    (Identity(id='kataib-hezbollah', state='IRQ', kind='militia'), Identity(id=None, state='USA', kind=None))
    """
    folded = name.lower()
    known = _by_name().get(folded.removeprefix("the "))
    if known is not None:
        return known
    for word in folded.replace("'s", "").replace("’s", "").split()[:3]:
        state = state_of_adjective(word)
        if state is not None:
            return Identity(None, _by_name()[state.lower()].state)
    return _NOBODY
