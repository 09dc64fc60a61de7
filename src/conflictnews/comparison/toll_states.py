"""What each figure of an incident is among the others: current, an update, a former one repeated, a part."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

import attrs

from conflictnews.comparison.cited import same_source
from conflictnews.types import Role, TollState
from conflictnews.types.comparison import Toll

__all__ = ["ROLES", "with_states"]

ROLES = (Role.KILLED, Role.INJURED, Role.MISSING, Role.DISPLACED)
"""The roles of casualties."""
_FORMER = Decimal("1.5")
"""An article that gives a figure so much larger besides repeats the smaller one as a former one."""
_SOURCES = 20
"""Sources of one figure that are kept, at most."""
_VALUES = 64
"""Different figures of one incident, the first told ones, among which a former one is looked for."""


def with_states(tolls: list[Toll]) -> tuple[Toll, ...]:
    """The tolls of one incident with what each is among the others of its role."""
    states: dict[int, TollState] = {}
    for role in ROLES:
        group = [at for at, toll in enumerate(tolls) if toll.role is role]
        states |= _states([tolls[at] for at in group], group)
    return tuple(attrs.evolve(toll, state=states[at]) for at, toll in enumerate(tolls))


def _states(tolls: Sequence[Toll], places: Sequence[int]) -> dict[int, TollState]:
    """By position. Cost is bounded: each figure is held against the largest, and against the first ones told."""
    whole = [
        toll for toll in tolls if toll.of is None and toll.state is not TollState.PART and _least(toll) is not None
    ]
    most = max((_least(toll) or Decimal(0) for toll in whole), default=None)
    by_article: dict[int, Decimal] = {}
    for toll in whole:
        by_article[toll.article] = max(by_article.get(toll.article, Decimal(0)), _least(toll) or Decimal(0))
    first_told = _first_told(whole)
    states = {}
    for place, toll in zip(places, tolls, strict=True):
        least = _least(toll)
        if toll.state in (TollState.PART, TollState.STALE) or least is None:
            states[place] = toll.state
        elif toll.of is not None:
            states[place] = TollState.PART if most is not None and least < most else toll.state
        elif least * _FORMER <= by_article[toll.article] or _is_repeated(toll, first_told):
            states[place] = TollState.STALE
        else:
            states[place] = TollState.UPDATE if _is_update(toll, first_told) else toll.state
    return states


def _first_told(tolls: Iterable[Toll]) -> dict[Decimal, tuple[date, list[str | None]]]:
    """By value: the day on which it was first told, and by whom."""
    first: dict[Decimal, tuple[date, list[str | None]]] = {}
    for toll in tolls:
        least = _least(toll)
        if least is None or toll.told_on is None:
            continue
        day, sources = first.get(least, (toll.told_on, []))
        if toll.source not in sources and len(sources) < _SOURCES:
            sources.append(toll.source)
        first[least] = (min(day, toll.told_on), sources)
    return {value: first[value] for value in sorted(first, key=lambda value: first[value][0])[:_VALUES]}


def _is_repeated(toll: Toll, first: dict[Decimal, tuple[date, list[str | None]]]) -> bool:
    """Whether its source told it on an earlier day, and a larger one was told since, before this one's day."""
    least = _least(toll)
    if least is None or least not in first or toll.told_on is None or first[least][0] >= toll.told_on:
        return False
    day, sources = first[least]
    if not any(same_source(toll.source, one) for one in sources):
        return False
    return any(value > least and day <= told < toll.told_on for value, (told, _) in first.items())


def _is_update(toll: Toll, first: dict[Decimal, tuple[date, list[str | None]]]) -> bool:
    least = _least(toll)
    if least is None or toll.told_on is None:
        return False
    return any(
        value < least and day < toll.told_on and any(same_source(toll.source, one) for one in sources)
        for value, (day, sources) in first.items()
    )


def _least(toll: Toll) -> Decimal | None:
    return toll.low if toll.low is not None else toll.value
