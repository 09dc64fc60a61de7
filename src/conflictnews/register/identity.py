"""Who is who: the stable id of a named actor, and the state that it belongs to (``actors.tsv``)."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from conflictnews.lexicons.table import read_table
from conflictnews.register.groups import groups
from conflictnews.register.states import state_of_adjective, states

__all__ = ["Identity", "identity_of"]


class Identity(NamedTuple):
    """An actor's id, and the state (ISO 3166-1 alpha-3) that it is, belongs to or is backed by; None: not known."""

    id: str | None
    state: str | None


_NOBODY = Identity(None, None)


@cache
def _by_name() -> dict[str, Identity]:
    """Every name that the tables have for an actor, folded."""
    found: dict[str, Identity] = {}
    plain: dict[str, Identity] = {}
    for actor, slug, _, state, backer, names in read_table("actors", "actor", "id", "kind", "state", "backer", "names"):
        entry = plain[actor] = Identity(slug, state or backer or None)
        for name in filter(None, (actor.lower(), *names.split("|"))):
            found.setdefault(name, entry)
    for name, actor in (*groups().items(), *states("country", "short", "capital").items()):
        found.setdefault(name, plain[actor])
    return found


@lru_cache(maxsize=1 << 12)
def identity_of(name: str) -> Identity:
    """The id and state of a name that the tables have; of another the state whose adjective it has.

    >>> identity_of("Kata'ib Hezbollah"), identity_of("US forces")
    (Identity(id='kataib-hezbollah', state='IRQ'), Identity(id=None, state='USA'))
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
