"""Who is who: the stable id of a named participant, and the state that it belongs to."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from conflictnews.extractors.events.names import nation_of_adjective
from conflictnews.lexicons.table import read_table
from conflictnews.types import EventArgument

__all__ = ["identified", "is_known"]


class _Entry(NamedTuple):
    """A row of ``actors.tsv`` as its names lead to it."""

    id: str
    state: str | None


@cache
def _by_name() -> dict[str, _Entry]:
    """Every name that the tables have for an actor, folded."""
    found: dict[str, _Entry] = {}
    plain: dict[str, _Entry] = {}
    for actor, slug, _, state, backer, names in read_table("actors", "actor", "id", "kind", "state", "backer", "names"):
        entry = plain[actor] = _Entry(slug, state or backer or None)
        for name in filter(None, (actor.lower(), *names.split("|"))):
            found.setdefault(name, entry)
    for name, group, _ in read_table("militant_groups", "name", "group", "nation"):
        found.setdefault(name, plain[group])
    for name, nation, kind in read_table("nations", "name", "nation", "kind"):
        if kind in ("country", "short", "capital"):
            found.setdefault(name.lower(), plain[nation])
    return found


def is_known(name: str) -> bool:
    """Whether the tables have an actor of this name, folded."""
    return name in _by_name()


def identified(argument: EventArgument) -> EventArgument:
    """The argument with its id and state where the tables know the name, or with the state whose adjective it has.

    "Iran" is IRN of the state IRN; "Kata'ib Hezbollah" is kataib-hezbollah of IRQ; "US forces" has no id, but a state.
    """
    slug, state = _identity(argument.name)
    return EventArgument(argument.name, argument.span, slug, state) if slug or state else argument


@lru_cache(maxsize=1 << 12)
def _identity(name: str) -> tuple[str | None, str | None]:
    folded = name.lower()
    entry = _by_name().get(folded.removeprefix("the "))
    if entry is not None:
        return entry.id, entry.state
    for word in folded.replace("'s", "").replace("’s", "").split()[:3]:
        nation = nation_of_adjective(word)
        if nation is not None:
            return None, _by_name()[nation.lower()].state
    return None, None
