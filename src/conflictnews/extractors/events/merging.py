"""Merging: mentions of one incident become one event."""

from __future__ import annotations

from conflictnews.extractors.events.draft import Draft
from conflictnews.types import EventArgument, EventStatus

__all__ = ["merged"]

_LOOK_BACK = 24
_REAL = frozenset({EventStatus.OCCURRED, EventStatus.ATTEMPTED})


def merged(drafts: list[Draft]) -> list[Draft]:
    """The drafts with those of one incident joined, in the order of their first mentions."""
    out: list[Draft] = []
    for draft in drafts:
        home = next((group for group in reversed(out[-_LOOK_BACK:]) if _same_incident(group, draft)), None)
        if home is None:
            out.append(draft)
        else:
            _join(home, draft)
    return out


def _same_incident(group: Draft, draft: Draft) -> bool:
    if not _type_fits(group, draft) or (group.status in _REAL) != (draft.status in _REAL):
        return False
    if not _dates_fit(group, draft) or not _places_fit(group, draft):
        return False
    if not _names_fit(group.roles.actors, draft.roles.actors):
        return False
    if draft.definite:
        return _names_fit(group.roles.targets, draft.roles.targets) or not draft.counted
    if not (draft.roles.actors or draft.roles.targets):
        return False
    if not _names_fit(group.roles.targets, draft.roles.targets):
        return False
    shared = _share(group.roles.actors, draft.roles.actors) or _share(group.roles.targets, draft.roles.targets)
    return shared and not (draft.counted and group.counted)


def _type_fits(group: Draft, draft: Draft) -> bool:
    if draft.generic:
        return group.violent and (group.generic or draft.definite)
    return group.row.type is draft.row.type


def _dates_fit(group: Draft, draft: Draft) -> bool:
    a, b = group.date, draft.date
    if a is None or b is None or a.earliest is None or b.earliest is None or a.latest is None or b.latest is None:
        return True
    return a.earliest <= b.latest and b.earliest <= a.latest


def _places_fit(group: Draft, draft: Draft) -> bool:
    a, b = group.roles.location, draft.roles.location
    return a is None or b is None or bool(_words(a) & _words(b))


def _names_fit(a: list[EventArgument], b: list[EventArgument]) -> bool:
    return not a or not b or _share(a, b)


def _share(a: list[EventArgument], b: list[EventArgument]) -> bool:
    return any(_words(x) & _words(y) for x in a[:4] for y in b[:4])


def _words(argument: EventArgument) -> frozenset[str]:
    return frozenset(word for word in argument.name.casefold().split() if len(word) > 2)


def _join(group: Draft, draft: Draft) -> None:
    """Add what the later mention tells; what is known already stays."""
    group.mentions += draft.mentions
    roles, more = group.roles, draft.roles
    roles.actors = roles.actors or more.actors
    roles.targets = roles.targets or more.targets
    roles.location = roles.location or more.location
    known = {(first, last) for first, last, _ in roles.weapons}
    roles.weapons += [weapon for weapon in more.weapons if weapon[:2] not in known]
    group.killed += [fact for fact in draft.killed if fact not in group.killed]
    group.injured += [fact for fact in draft.injured if fact not in group.injured]
    group.date = group.date or draft.date
    group.claimed_by = group.claimed_by or draft.claimed_by
    group.attribution = group.attribution or draft.attribution
