"""Where the tolls of one incident differ: whether they contradict one another, or the later updates the earlier."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from conflictnews.comparison.cited import same_source
from conflictnews.comparison.figures import disjoint, possible
from conflictnews.comparison.people import counted_head
from conflictnews.comparison.whereabouts import Whereabouts, joined
from conflictnews.types import Article, Bound, Role, Slot, TollState, Verdict
from conflictnews.types.comparison import Disagreement, DisagreementItem, Incident, Toll

__all__ = ["toll_disagreements"]

_SLOTS = {
    Role.KILLED: Slot.KILLED,
    Role.INJURED: Slot.INJURED,
    Role.MISSING: Slot.MISSING,
    Role.DISPLACED: Slot.DISPLACED,
}
Sure = Mapping[tuple[int, int], Whereabouts]
_PAIRED = 16
"""Different figures of one matter that are all held against one another, at most."""


def toll_disagreements(
    articles: Sequence[Article], number: int, incident: Incident, sure: Sure
) -> Iterator[Disagreement]:
    """One disagreement for each role and sort of people whose figures are not all the same.

    Only figures that are ``sure`` (article and fact) to be of this incident can contradict one another, and only where
    its day is known.
    """
    sure = _with_repeats(sure, incident.tolls) if incident.date is not None else {}
    for role, slot in _SLOTS.items():
        tolls = [toll for toll in incident.tolls if toll.role is role and possible(toll) is not None]
        groups = _by_sort(articles, tolls)
        for group in groups.values():
            if len({toll.article for toll in group}) > 1 and not _all_same(group):
                yield from _of_group(articles, number, incident, slot, group, sure)
        yield from _of_sorts(articles, number, incident, slot, groups)
    yield from _of_fates(articles, number, incident, sure)


def _of_one_site(sure: Sure, one: Toll, other: Toll) -> bool:
    """Whether both are sure, and nothing says that something else, or another spot, was struck."""
    first, second = sure.get(_place(one)), sure.get(_place(other))
    return first is not None and second is not None and first.may_be_one(second)


def _with_repeats(sure: Sure, tolls: Sequence[Toll]) -> Sure:
    """The whereabouts of each figure, with those of the same figure elsewhere in its article: headlines tell little."""
    told: dict[tuple[object, ...], Whereabouts] = {}
    for toll in tolls:
        if _place(toll) in sure:
            key = (toll.article, toll.role, toll.value)
            told[key] = joined(told.get(key, sure[_place(toll)]), sure[_place(toll)])
    return {_place(toll): told[toll.article, toll.role, toll.value] for toll in tolls if _place(toll) in sure}


def _of_fates(articles: Sequence[Article], number: int, incident: Incident, sure: Sure) -> Iterator[Disagreement]:
    """Somebody whom one article has among the dead and another, which tells the dead too, among the injured."""
    told: dict[tuple[Role, str], dict[int, Toll]] = {}
    telling_dead = {toll.article for toll in incident.tolls if toll.role is Role.KILLED and _place(toll) in sure}
    for toll in incident.tolls:
        if toll.role in (Role.KILLED, Role.INJURED) and toll.of is not None:
            sort = counted_head(articles[toll.article].facts[toll.fact])
            told.setdefault((toll.role, sort), {}).setdefault(toll.article, toll)
    for (role, sort), dead in told.items():
        hurt = told.get((Role.INJURED, sort), {})
        if role is not Role.KILLED or not hurt:
            continue
        first = [
            toll for article, toll in dead.items() if article not in hurt and toll.value == 1 and _place(toll) in sure
        ]
        second = [
            toll
            for article, toll in hurt.items()
            if article not in dead and toll.value == 1 and article in telling_dead and _place(toll) in sure
        ]
        if first and second and not any(_is_later(one, other) for one in first for other in second):
            yield _disagreement(
                articles, Verdict.CONTRADICTION, "killed or injured", Slot.FATE, number, incident, [*first, *second]
            )


def _is_later(one: Toll, other: Toll) -> bool:
    return one.told_on is not None and other.told_on is not None and one.told_on > other.told_on


def _by_sort(articles: Sequence[Article], tolls: Sequence[Toll]) -> dict[str, list[Toll]]:
    """By the sort of people counted; the parts of unknown sort ("12 of them") are left out."""
    groups: dict[str, list[Toll]] = {}
    for toll in tolls:
        if toll.of is None and toll.state is TollState.PART:
            continue
        counted = toll.of is not None and toll.role is not Role.DISPLACED
        sort = counted_head(articles[toll.article].facts[toll.fact]) if counted else ""
        groups.setdefault(sort, []).append(toll)
    return groups


def _of_group(
    articles: Sequence[Article],
    number: int,
    incident: Incident,
    slot: Slot,
    group: Sequence[Toll],
    sure: Sure,
) -> Iterator[Disagreement]:
    distinct = list({_said(toll): toll for toll in reversed(group)}.values())[:_PAIRED]
    clashing: dict[Toll, None] = {}
    rising = False
    running = {toll.article for toll in incident.tolls if toll.state is TollState.UPDATE}
    least = {(toll.article, toll.value) for toll in group if toll.bound is Bound.MIN}
    distinct = [toll for toll in distinct if (toll.article, toll.value) not in least or toll.bound is Bound.MIN]
    for one, other in combinations(distinct, 2):
        if not disjoint(one, other):
            continue
        if _of_one_site(sure, one, other) and _contradict(articles, one, other, running):
            clashing |= dict.fromkeys((one, other))
        else:
            rising = True
    what = slot.value
    values = {_said(toll)[:4] for toll in clashing}
    sides = [toll for toll in group if _said(toll)[:4] in values and _place(toll) in sure]
    if clashing and len({toll.article for toll in sides}) > 1:
        yield _disagreement(articles, Verdict.CONTRADICTION, what, slot, number, incident, sides)
    rest = [toll for toll in group if toll not in sides] if clashing else list(group)
    if len({toll.article for toll in rest}) > 1 and not _all_same(rest):
        yield _disagreement(
            articles, Verdict.UPDATE if rising else Verdict.COMPATIBLE, what, slot, number, incident, rest
        )


def _contradict(articles: Sequence[Article], one: Toll, other: Toll, running: set[int]) -> bool:
    """Whether two figures that no number satisfies are of one time, so that one of them is wrong.

    A repeated old figure and a later larger one do not contradict each other, nor do figures of one day, of one outlet
    or of an article that tells of a rising toll (``running``). A later smaller figure does, where it is exact.
    """
    if not {one.state, other.state}.isdisjoint((TollState.STALE, TollState.UPDATE)):
        return False
    if Bound.MIN in (one.bound, other.bound):
        return False
    smaller, larger = sorted((one, other), key=lambda toll: toll.value if toll.value is not None else toll.low or 0)
    if larger.article in running:
        return False
    if smaller.told_on is not None and larger.told_on is not None and smaller.told_on != larger.told_on:
        return smaller.told_on > larger.told_on
    outlets = [articles[toll.article].source for toll in (one, other)]
    if outlets[0] is not None and outlets[0] == outlets[1]:
        return False
    return one.source is None or not same_source(one.source, other.source)


def _of_sorts(
    articles: Sequence[Article], number: int, incident: Incident, slot: Slot, groups: dict[str, list[Toll]]
) -> Iterator[Disagreement]:
    """Sorts of people that articles count apart: parts of a whole that another tells, else nothing to compare."""
    whole = groups.get("", [])
    parts = [toll for sort, group in groups.items() if sort for toll in group]
    several = {toll.article for toll in parts} | {toll.article for toll in whole}
    if not parts or len(several) < 2:
        return
    if whole:
        largest = max(whole, key=lambda toll: (toll.low or toll.value or 0, -toll.article))
        items = [largest, *(toll for toll in parts if toll.state is TollState.PART)]
        if len({toll.article for toll in items}) > 1:
            yield _disagreement(articles, Verdict.PART, slot.value, slot, number, incident, items)
    elif not any(len({toll.article for toll in group}) > 1 for group in groups.values()) and not _all_same(parts):
        yield _disagreement(articles, Verdict.NOT_COMPARABLE, slot.value, slot, number, incident, parts)


def _place(toll: Toll) -> tuple[int, int]:
    return toll.article, toll.fact


def _said(toll: Toll) -> tuple[object, ...]:
    return toll.value, toll.low, toll.high, toll.bound, toll.source, toll.told_on, toll.state, toll.article


def _all_same(tolls: Sequence[Toll]) -> bool:
    return len({_said(toll)[:4] for toll in tolls}) == 1


def _disagreement(
    articles: Sequence[Article],
    verdict: Verdict,
    what: str,
    slot: Slot,
    number: int,
    incident: Incident,
    tolls: Sequence[Toll],
) -> Disagreement:
    items = tuple(
        DisagreementItem(
            article=toll.article,
            span=toll.span,
            fact=toll.fact,
            value=toll.value,
            told=_told(articles[toll.article], toll),
            source=toll.source,
            told_on=toll.told_on,
        )
        for toll in sorted(tolls, key=lambda toll: (toll.article, toll.fact))
    )
    return Disagreement(verdict=verdict, what=what, items=items, incident=number, slot=slot, story=incident.story)


def _told(article: Article, toll: Toll) -> str:
    if toll.value is None:
        return " ".join(toll.span.of(article.text).split())
    return format(toll.value.normalize(), "f")
