"""Incidents: events of the articles of a story that are one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from conflictnews.comparison.drafts import Draft
from conflictnews.comparison.happenings import SPECIFIC, Happening, SentencePlace, happenings, tells
from conflictnews.comparison.intervals import Interval
from conflictnews.types import Article

__all__ = ["drafted_incidents"]

_ENOUGH = 3
_KNOWN_BY_A_CLUE = 64
"""Drafts that a clue leads to, at most, so that cost stays linear."""
_NEWS_AGE = timedelta(days=30)
"""What an undated event of an article is not older than, for all that is said."""
_MONTH = timedelta(days=31)
"""The longest interval that two articles which both tell it do not share by chance."""
_SAME_NEWS = timedelta(days=3)
_ATTACKS = frozenset({"blast", "air", "shells", "shots"})
_COUNTED = 2
"""The least number of casualties that two articles do not name by chance."""


def drafted_incidents(
    articles: Sequence[Article], stories: Sequence[Sequence[int]], copies: Mapping[SentencePlace, int]
) -> list[Draft]:
    """The incidents of all stories, those that one article tells too, by their first member.

    Events of one story are one incident where their kinds meet, where days and towns do not differ, and where enough
    speaks for it. ``copies`` are the sentences that several articles have, with the number of their group.
    """
    found: list[Draft] = []
    for number, members in enumerate(stories):
        events = [_draft(number, one) for article in members for one in happenings(article, articles[article], copies)]
        events.sort(key=lambda draft: draft.happenings[0].rank)
        joined = _linked(_linked(events))
        found += joined
    return sorted(found, key=lambda draft: (draft.members[0].article, draft.members[0].event))


def _draft(story: int, one: Happening) -> Draft:
    clues: set[object] = {("copy", group) for group in one.copied}
    clues |= {("figure", *figure) for figure in one.figures if float(figure[1]) >= _COUNTED}
    clues |= {("target", target) for target in one.targets | one.victims}
    clues |= {("actor", actor) for actor in one.actors}
    return Draft(
        story=story,
        happenings=[one],
        kinds=one.kinds,
        day=one.day,
        partials={one.partial} if one.partial is not None else set(),
        place=one.place,
        in_lead=one.in_lead,
        articles={one.member.article},
        clues=clues,
        published=one.published,
    )


def _linked(drafts: Sequence[Draft]) -> list[Draft]:
    """Each draft joined to the earlier one for which most speaks, if enough does."""
    kept: list[Draft] = []
    index: dict[object, list[Draft]] = {}
    for draft in drafts:
        near = dict.fromkeys(other for clue in _keys(draft) for other in index.get(clue, ()))
        scored = [(_evidence(other, draft), len(other.articles), -at, other) for at, other in enumerate(near)]
        score, _, _, home = max(scored, key=lambda entry: entry[:3], default=(0, 0, 0, draft))
        if score >= _ENOUGH:
            _join(home, draft)
        else:
            home = draft
            kept.append(draft)
        for clue in _keys(draft):
            known = index.setdefault(clue, [])
            if len(known) < _KNOWN_BY_A_CLUE and home not in known[-1:]:
                known.append(home)
    return kept


def _keys(draft: Draft) -> Iterator[object]:
    """What leads from one event of an incident to another."""
    if draft.day is not None and draft.is_dated:
        for days in range((draft.day.latest - draft.day.earliest).days + 1):
            yield draft.day.earliest + timedelta(days=days)
    yield from sorted(draft.place.words) if draft.place is not None else ()
    yield from sorted(draft.clues, key=repr)
    yield from sorted(f"kind {kind}" for kind in draft.kinds)


def _evidence(one: Draft, other: Draft) -> int:
    """How much speaks for one incident; 0 where something speaks against it.

    The same town counts 2, the same day 2 (1 where they only meet), a copied sentence 3, a figure of casualties 2, an
    actor and a target or sort of victims 1 each, one type that tells of what happened 1, the leads of articles of the
    same days 2 (of unknown days 1), "the blast" behind another blast of the same article 2.
    """
    score = _evidence_of_days(one, other)
    if score < 0:
        return 0
    near = 0 if one.place is None or other.place is None else one.place.nearness(other.place)
    if near < 0 or (near <= 1 and (_is_another(one) or _is_another(other))):
        return 0
    if one.kinds.isdisjoint(other.kinds) and not (near > 1 and score > 1 and _is_other_account(one, other)):
        return 0
    shared = {clue[0] for clue in one.clues & other.clues if isinstance(clue, tuple)}
    elsewhere = near == 0 and one.place is not None and other.place is not None and _have_towns(one, other)
    goes_on = _goes_on(one, other)
    score += (
        2 * (near > 1)
        - 2 * (elsewhere and not goes_on)
        + 3 * ("copy" in shared)
        + 2 * ("figure" in shared)
        + ("target" in shared)
    )
    score += "actor" in shared
    score += _is_specific(one) and _is_specific(other)
    if one.in_lead and other.in_lead:
        score += _same_news(one, other)
    return score + 2 * goes_on


def _have_towns(one: Draft, other: Draft) -> bool:
    return not any(draft.place is None or draft.place.is_region for draft in (one, other))


def _is_another(draft: Draft) -> bool:
    return len(draft.happenings) == 1 and draft.happenings[0].is_another


def _is_other_account(one: Draft, other: Draft) -> bool:
    """Whether two leads tell of an attack on the same target by other means: who did it is what they disagree on."""
    targets = {clue for clue in one.clues & other.clues if isinstance(clue, tuple) and clue[0] == "target"}
    attacks = one.kinds <= _ATTACKS and other.kinds <= _ATTACKS
    return bool(targets) and attacks and one.in_lead and other.in_lead


def _evidence_of_days(one: Draft, other: Draft) -> int:
    first, second = one.day, other.day
    if not (_partials_fit(one, other) and _partials_fit(other, one)):
        return -1
    if first is not None and second is not None:
        if not first.meets(second):
            return -1
        if not (first.is_close and second.is_close):
            same = (first.earliest, first.latest) == (second.earliest, second.latest)
            return 2 if same and _length(first) <= _MONTH else 0
        return 2 if (first.earliest, first.latest) == (second.earliest, second.latest) else 1
    known, undated = (first, other) if first is not None else (second, one)
    if known is None:
        apart = abs(one.published - other.published) if one.published and other.published else timedelta(0)
        return -1 if apart > _NEWS_AGE else 0
    published = undated.published
    return -1 if published is not None and known.latest < published - _NEWS_AGE else 0


def _partials_fit(one: Draft, other: Draft) -> bool:
    """Whether what one tells of its day in part fits what is known of the other's."""
    for partial in one.partials:
        if other.day is not None and other.day.earliest == other.day.latest and not partial.may_be(other.day.earliest):
            return False
        if not all(partial.may_be_one(told) for told in other.partials):
            return False
    return True


def _same_news(one: Draft, other: Draft) -> int:
    if one.published is None or other.published is None:
        return 1
    return 2 if abs(one.published - other.published) <= _SAME_NEWS else 0


def _is_specific(draft: Draft) -> bool:
    return any(tells(one.type) >= SPECIFIC for one in draft.happenings[:8])


def _goes_on(one: Draft, other: Draft) -> bool:
    """Whether one is a single event told as known, without day and town, in an article that tells the other."""
    for single, home in ((one, other), (other, one)):
        first = single.happenings[0]
        if len(single.happenings) == 1 and first.is_definite and first.member.article in home.articles:
            return first.day is None and not first.has_new_town
    return False


def _join(draft: Draft, other: Draft) -> None:
    draft.happenings += other.happenings
    draft.kinds = draft.kinds & other.kinds or draft.kinds | other.kinds
    if other.day is not None and (draft.day is None or _length(other.day) < _length(draft.day)):
        draft.day = other.day
    if draft.place is None or (draft.place.is_region and other.place is not None and not other.place.is_region):
        draft.place = other.place or draft.place
    draft.partials |= other.partials
    draft.in_lead = draft.in_lead or other.in_lead
    draft.articles |= other.articles
    draft.clues |= other.clues
    draft.published = draft.published or other.published


def _length(day: Interval) -> timedelta:
    return day.latest - day.earliest
