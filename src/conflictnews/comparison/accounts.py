"""Who did it, who claimed or denied it, with what: where the accounts of one incident differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations
from typing import NamedTuple

from conflictnews.comparison.cited import Cited
from conflictnews.comparison.drafts import Draft
from conflictnews.comparison.names import name_key, same_name
from conflictnews.comparison.places import ComparedPlace
from conflictnews.comparison.vocabulary import has_word
from conflictnews.comparison.whereabouts import Whereabouts, whereabouts
from conflictnews.lexicons.table import read_table
from conflictnews.types import Act, Article, Event, EventArgument, EventType, Slot, Span, Verdict
from conflictnews.types.comparison import Disagreement, DisagreementItem, Incident, IncidentMember

__all__ = ["account_disagreements"]

_DEEDS = frozenset(
    {
        EventType.AIRSTRIKE,
        EventType.ROCKET_ATTACK,
        EventType.SHELLING,
        EventType.BOMBING,
        EventType.SUICIDE_BOMBING,
        EventType.SHOOTING,
        EventType.KIDNAPPING,
        EventType.HOSTAGE_TAKING,
        EventType.KILLING,
    }
)
"""What one side does to another; in a clash both are actors."""
_PAIRED = 16
_APART = (
    (
        frozenset({"car-bombing", "suicide-bombing", "roadside-bombing"}),
        frozenset({"shelling", "rocket-attack", "airstrike"}),
    ),
    (frozenset({"car-bombing", "suicide-bombing"}), frozenset({"roadside-bombing"})),
    (frozenset({"shelling", "rocket-attack"}), frozenset({"airstrike"})),
)
"""Weapons of which one attack has not both, by the codes of their table."""


class _Said(NamedTuple):
    article: int
    span: Span
    name: str
    key: str
    """What two names of one side share."""
    source: str | None
    where: Whereabouts | None = None
    """Where its sentence says that it was."""


def account_disagreements(
    articles: Sequence[Article], number: int, incident: Incident, draft: Draft
) -> Iterator[Disagreement]:
    """The slots of one incident in which an article that surely tells it names what another rules out."""
    sure = draft.sure_members
    events = [
        (member.article, articles[member.article].events[member.event]) for member in incident.members if member in sure
    ]
    places = {article: Cited(articles[article]) for article in {article for article, _ in events}}
    town = draft.best_place
    actors = [
        said._replace(where=_where(places[article], event, town))
        for article, event in events
        if event.type in _DEEDS
        for said in _actors(article, event)
    ]
    yield from _of_slot(Slot.PERPETRATOR, "perpetrator", number, incident, actors)
    weapons = [
        said._replace(where=_where(places[article], event, town))
        for article, event in events
        for said in _weapons(article, event)
    ]
    yield from _of_weapons(number, incident, weapons)
    yield from _of_claims(articles, number, incident, events)
    yield from _of_days(articles, number, incident, draft)


def _where(cited: Cited, event: Event, town: ComparedPlace | None) -> Whereabouts | None:
    sentence = cited.sentence_at(event.span.start)
    return whereabouts(sentence, cited, town) if sentence is not None else None


def _at_one_spot(told: Sequence[_Said]) -> bool:
    """Whether none of a few sides names another spot or target than another."""
    given = [said.where for said in told[:_PAIRED] if said.where is not None]
    return all(one.may_be_one(other) for one, other in combinations(given, 2))


def _actors(article: int, event: Event) -> Iterator[_Said]:
    """The known states and groups that did it, by the state that they are, belong to or are backed by.

    "Gunmen" may be anybody's, and a group and its backer may both be right.
    """
    for actor in event.actors:
        if actor.id is not None:
            yield _Said(article, actor.span, actor.name, actor.state or actor.id, _source(event))


def _source(event: Event) -> str | None:
    attribution = event.attribution
    return attribution.speaker_name if attribution is not None else None


def _of_slot(slot: Slot, what: str, number: int, incident: Incident, told: Sequence[_Said]) -> Iterator[Disagreement]:
    """Articles that name one actor each, where these are two."""
    by_article: dict[int, dict[str, _Said]] = {}
    for said in told:
        by_article.setdefault(said.article, {}).setdefault(said.key, said)
    single = [next(iter(found.values())) for found in by_article.values() if len(found) == 1]
    keys = dict.fromkeys(said.key for said in single)
    if len(keys) > 1 and _at_one_spot(single):
        yield _disagreement(Verdict.CONTRADICTION, slot, what, number, incident, single)


@cache
def _weapon_codes() -> dict[str, str]:
    return {weapon: code for weapon, code in read_table("weapons", "weapon", "code") if code != "-"}


def _weapons(article: int, event: Event) -> Iterator[_Said]:
    for weapon in event.weapons:
        code = _code(weapon)
        if code is not None:
            yield _Said(article, weapon.span, weapon.name, code, _source(event))


def _code(weapon: EventArgument) -> str | None:
    name = weapon.name.lower()
    return _weapon_codes().get(name) or _weapon_codes().get(name.removesuffix("s"))


def _of_weapons(number: int, incident: Incident, told: Sequence[_Said]) -> Iterator[Disagreement]:
    by_article: dict[int, list[_Said]] = {}
    for said in told:
        by_article.setdefault(said.article, []).append(said)
    for one, other in _APART:
        first = [found for found in by_article.values() if {said.key for said in found} <= one]
        second = [found for found in by_article.values() if {said.key for said in found} <= other]
        sides = [said for found in (*first, *second) for said in found[:1]]
        if first and second and _at_one_spot(sides):
            yield _disagreement(Verdict.CONTRADICTION, Slot.WEAPON, "weapon", number, incident, sides)
            return


def _of_claims(
    articles: Sequence[Article], number: int, incident: Incident, events: Sequence[tuple[int, Event]]
) -> Iterator[Disagreement]:
    """A group that claimed it in one article and denied it in another."""
    claimed = [
        _Said(article, event.claimed_by.span, event.claimed_by.name, "claimed", None)
        for article, event in events
        if event.claimed_by is not None
    ]
    denied = [
        said for article in sorted({article for article, _ in events}) for said in _denials(article, articles[article])
    ]
    for claim in claimed:
        against = [said for said in denied if said.article != claim.article and _same(said.name, claim.name)]
        if against:
            sides = [claim, *against]
            yield _disagreement(Verdict.CONTRADICTION, Slot.CLAIM, "claim", number, incident, sides)
            return


def _of_days(articles: Sequence[Article], number: int, incident: Incident, draft: Draft) -> Iterator[Disagreement]:
    """A day told in full, and one told without its year that is near but not the same."""
    sure = draft.sure_members
    own = [one for one in draft.happenings if one.member in sure]
    partial = [one for one in own if one.partial is not None and one.partial.month is not None][:_PAIRED]
    for one in own if partial else ():
        if one.day is None or one.day.earliest != one.day.latest:
            continue
        against = [
            other
            for other in partial
            if other.partial is not None
            and other.member.article != one.member.article
            and (other.partial.month, other.partial.day) != (one.day.earliest.month, one.day.earliest.day)
        ]
        if against:
            told = [_Said(h.member.article, *_dated(articles, h.member), "day", None) for h in (one, *against)]
            yield _disagreement(Verdict.CONTRADICTION, Slot.DAY, "day", number, incident, told)
            return


def _dated(articles: Sequence[Article], member: IncidentMember) -> tuple[Span, str]:
    event = articles[member.article].events[member.event]
    span = event.date.span if event.date is not None else event.span
    if event.date is not None and event.date.earliest is not None:
        return span, event.date.earliest.isoformat()
    return span, " ".join(span.of(articles[member.article].text).split())


def _denials(number: int, article: Article) -> Iterator[_Said]:
    """Who denies a part in a deed."""
    for item in article.attributions:
        if item.act is not Act.DENY or item.speaker is None or item.source is None or item.anonymous:
            continue
        if has_word("part-of-deed", " ".join(span.of(article.text) for span in item.content)):
            yield _Said(number, item.span, item.speaker.name, "denied", None)


def _same(one: str, other: str) -> bool:
    return same_name(name_key(one), name_key(other))


def _disagreement(
    verdict: Verdict, slot: Slot, what: str, number: int, incident: Incident, told: Sequence[_Said]
) -> Disagreement:
    items = tuple(
        DisagreementItem(article=said.article, span=said.span, told=said.name, source=said.source)
        for said in sorted(dict.fromkeys(told), key=lambda said: (said.article, said.span))
    )
    return Disagreement(verdict=verdict, slot=slot, what=what, items=items, incident=number, story=incident.story)
