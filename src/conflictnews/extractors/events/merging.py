"""Merging: mentions of one incident become one event."""

from __future__ import annotations

from functools import cache, lru_cache

from conflictnews.extractors.events.appositions import role_before
from conflictnews.extractors.events.draft import Draft
from conflictnews.extractors.events.parties import party_of
from conflictnews.register.states import is_state
from conflictnews.text.nouns import nouns
from conflictnews.types import EventArgument, EventStatus, EventType, SpeakerKind

__all__ = ["fits", "merged"]

_LOOK_BACK = 24
_TAKING = "occupation"
"""The kind of event in which land is taken, which "the attack" behind it does not tell of."""
_AROUND, _BEHIND, _REPEATED = 3, 40, 6
"""Words before and behind a trigger that a repeated sentence has, too, and words that it has at least."""
_RECENT = 32
"""Facts and weapons of an incident that are looked through for what is added: only neighbours have the same."""
_ANYBODY = frozenset({"people", "persons", "person", "individuals", "victims"})
"""Targets that tell of nobody in particular."""
_REAL = frozenset({EventStatus.OCCURRED, EventStatus.ATTEMPTED})


def merged(drafts: list[Draft]) -> list[Draft]:
    """The drafts with those of one incident joined, in the order of their first mentions."""
    out: list[Draft] = []
    for draft in drafts:
        recent = out[: -_LOOK_BACK - 1 : -1]
        subject = next((group for group in recent if _tells_of(draft, group)), None)
        if subject is not None:
            _join(subject, draft)
            continue
        if not (draft.definite or draft.alike or draft.roles.actors or draft.roles.targets):
            out.append(draft)  # nothing says which one is meant
            continue
        likely = _antecedents(draft, recent) if draft.generic else recent
        home = next((group for group in likely if _same_incident(group, draft)), None)
        if home is not None:
            _join(home, draft)
            continue
        if draft.generic and draft.alike:
            draft.code = next((group.code for group in likely if not group.generic), draft.code)
        out.append(draft)
    return [draft for draft in out if _settled(draft)]


def _tells_of(draft: Draft, group: Draft) -> bool:
    """Whether a verb only says of an event that is its subject that it was: "the explosion WENT OFF"."""
    at = draft.roles.cause
    if at is None or not group.match.first <= at < group.match.last:
        return False
    return draft.row.type is group.row.type and draft.status is group.status and fits(group, draft)


def _antecedents(draft: Draft, recent: list[Draft]) -> list[Draft]:
    """What "the attack", "the strikes" may mean: strikes come from the air if anything did, attacks if nothing else."""
    attacks = [group for group in recent if group.row.deed and group.violent]
    plain = (EventType.KILLING, EventType.OTHER)
    attacks.sort(key=lambda group: group.row.type in plain)  # stable: the nearest first, among each kind
    air = [group for group in attacks if group.row.type is EventType.AIRSTRIKE]
    other = [group for group in attacks if group.row.type is not EventType.AIRSTRIKE]
    return (air or other) if draft.code == "strike" else (other or air)


def _settled(draft: Draft) -> bool:
    """Give an attack that stayed general the kind that its harm or its parties tell; False if it tells nothing."""
    roles = draft.roles
    told = bool(roles.actors or roles.targets or draft.killed or draft.injured)
    if (
        draft.match.trigger.pos == "n"
        and draft.plural
        and not (told or roles.location or roles.weapons or draft.date or draft.claimed_by or draft.counted)
    ):
        return len(draft.mentions) > 1  # "the arrests, the bombings": of nobody, nowhere
    if not draft.generic:
        return (
            told
            or draft.match.trigger.pos != "v"
            or draft.finds_dead
            or bool(roles.weapons or roles.location or roles.pronoun or (draft.date and not draft.violent))
        )
    if draft.code == "strike" and draft.match.trigger.pos == "n" and draft.match.trigger.code == "strike":
        draft.code = "airstrike"
    elif any(fact.value != 0 for fact in draft.killed):
        draft.code = "killing"
    elif draft.claimed_by is None:
        parties = [party_of(argument.name) for argument in (*roles.actors, *roles.targets)]
        if any(party.bears_arms and not party.unarmed for party in parties):
            draft.code = "clash"
    return told or (draft.happens and bool(roles.location or draft.date))


def _same_incident(group: Draft, draft: Draft) -> bool:
    # "A bomb exploded in Dorn. Five people were killed in THE ATTACK."
    harm = draft.match.trigger.code in ("attack", "strike") and draft.row.type in (EventType.KILLING, EventType.OTHER)
    resumed = draft.definite and harm and group.violent and group.code != _TAKING
    blast = draft.definite and draft.row.type is EventType.BOMBING and group.row.deed == "blast"  # "THE BLAST hurt ten"
    told = draft.generic or resumed or blast
    if not told and group.code != draft.code and group.row.type is not draft.row.type:
        return False
    if (group.status in _REAL) != (draft.status in _REAL):
        return False
    roles, more = group.roles, draft.roles
    if not fits(group, draft):
        return False
    if group.code == draft.code and (_is_repeated(group, draft) or _do_with_one(group, draft)):
        return True
    if draft.definite:
        return draft.plural or not (group.counted and group.plural)
    if group.code == draft.code and _same_words(group, draft):
        return True
    shared = _share_name(roles.actors, more.actors) or _share_name(roles.targets, more.targets)
    shared = shared or _had_role(group, draft)
    return shared and not (draft.counted and group.counted)


def _do_with_one(group: Draft, draft: Draft) -> bool:
    """Whether the very same weapon is told to do two things: "SHELLS fired by rebels hit houses"."""
    if group.match.trigger.pos != "v" or draft.match.trigger.pos != "v":
        return False
    used = {first for first, _, _ in group.roles.weapons[:4]}
    return bool(used) and any(first in used for first, _, _ in draft.roles.weapons[:4])


def _is_repeated(group: Draft, draft: Draft) -> bool:
    """Whether a page has a sentence twice: its words around the trigger, up to its end, are the same."""
    if _trigger(group) != _trigger(draft):
        return False  # as nearly always
    told = _around(group)
    return len(told) >= _REPEATED and told == _around(draft)


def _trigger(draft: Draft) -> str:
    return draft.reading.view.words[draft.match.first]


def _around(draft: Draft) -> list[str]:
    reading, at = draft.reading, draft.match.first
    return reading.view.words[max(reading.first, at - _AROUND) : min(reading.last, at + _BEHIND)]


def fits(group: Draft, draft: Draft) -> bool:
    """Whether two drafts contradict one another neither in day nor in place nor in who takes part."""
    roles, more = group.roles, draft.roles
    if not _dates_fit(group, draft) or not _places_fit(group, draft):
        return False
    blamed = draft.definite and draft.violent
    acting = _names_fit(roles.actors, more.actors) or (blamed and _may_be(roles.actors, more.actors))
    return acting and (
        _names_fit(roles.targets, more.targets)
        or _fell(group, draft)
        or _had_role(group, draft)
        or (draft.definite and _are_harmed_in(group, draft))
    )


def _may_be(actors: list[EventArgument], others: list[EventArgument]) -> bool:
    """Whether nameless attackers may be those who are named later: "ASSAILANTS ... blamed the attack on DORN FRONT"."""
    nameless = all(actor.name.casefold().split()[-1] in _attackers() for actor in actors)
    named = any(not other.name.islower() for other in others)
    return nameless and named and not any(party_of(other.name).regular for other in others)


@cache
def _attackers() -> frozenset[str]:
    """Nouns of who attacks that say nothing of who it is."""
    return nouns("perpetrator", "armed") - nouns("troops", "police")


def _are_harmed_in(group: Draft, draft: Draft) -> bool:
    """Whether those who suffer may have been in what was struck: "ambushed a CONVOY. SOLDIERS died in the ambush"."""
    if all(target.name in _ANYBODY for target in draft.roles.targets):
        return True  # "the strike killed PEOPLE"
    if len(draft.mentions) < 2 or draft.roles.actors:
        return False  # "the arrest of a judge": another one
    people = all(target.name.split()[-1].casefold() in nouns("person") for target in draft.roles.targets)
    struck = all(_holds(group, target) for target in group.roles.targets)
    alike = draft.match.trigger.pos == "n" and group.code == draft.code  # "ten people were injured in THE CLASH"
    return people and (struck or alike)


def _holds(group: Draft, target: EventArgument) -> bool:
    """Whether people may be in what was struck: a thing of the tables, or a place by name."""
    head = target.name.split()[-1]
    if head.casefold() in _holding():
        return True
    view = group.reading.view
    name = group.reading.name_over(view.token_at(target.span.end - 1))
    placed = name is None or name.kind not in (SpeakerKind.PERSON, SpeakerKind.ORGANISATION)
    return head[:1].isupper() and placed and not party_of(target.name).bears_arms and not is_state(target.name)


@cache
def _holding() -> frozenset[str]:
    """Things in which people are: vehicles, buildings, posts."""
    return nouns("thing", "materiel", "named-place") - nouns("person", "weapon")


def _fell(group: Draft, draft: Draft) -> bool:
    """Whether who suffers is one who is known by name to have been killed: "the mayor, OMAR BERG", "Berg"."""
    fallen = {fact.text.split()[-1] for fact in group.killed[:4] if fact.text and fact.text.split()[-1][:1].isupper()}
    return any(target.name.split()[-1] in fallen for target in draft.roles.targets[:4] if target.name)


def _had_role(group: Draft, draft: Draft) -> bool:
    """Whether one who is named is told to have the role of whom an earlier mention tells: "gunmen kill MAYOR"."""
    text = draft.reading.view.text
    named = (target.span.start for target in draft.roles.targets[:4] if target.name[:1].isupper())
    roles = {role_before(text, at) for at in named} - {None}
    return any(not roles.isdisjoint(target.name.split()) for target in group.roles.targets[:4])


def _dates_fit(group: Draft, draft: Draft) -> bool:
    a, b = group.date, draft.date
    if a is None or b is None or a.earliest is None or b.earliest is None or a.latest is None or b.latest is None:
        return True
    return a.earliest <= b.latest and b.earliest <= a.latest


def _places_fit(group: Draft, draft: Draft) -> bool:
    a, b = group.roles.location, draft.roles.location
    return a is None or b is None or bool(_words(a) & _words(b))


def _names_fit(a: list[EventArgument], b: list[EventArgument]) -> bool:
    """Whether one side is not told, or somebody on both has a head or a proper name in common."""
    heads = {x.name.casefold().split()[-1] for x in a[:4] if x.name}
    same_head = any(y.name.casefold().split()[-1] in heads for y in b[:4] if y.name)
    return not a or not b or same_head or _share_name(a, b)


def _same_words(group: Draft, draft: Draft) -> bool:
    """Whether the very same words act, suffer and say where: "staged a sit-in PROTEST", told by verb and noun."""
    sides = ((one.roles.actors, one.roles.targets) for one in (group, draft))
    (actors, targets), (others, more) = ([[who.span for who in side] for side in pair] for pair in sides)
    place, other = group.roles.location, draft.roles.location
    same = place is None or other is None or place.span == other.span
    return bool(actors) and actors == others and targets == more and same


def _share_name(a: list[EventArgument], b: list[EventArgument]) -> bool:
    """Whether the two have a proper name in common; "people" and "soldiers" are others each time."""
    return any(word[0].isupper() and word in y.name.split() for x in a[:4] for y in b[:4] for word in x.name.split())


@lru_cache(maxsize=1 << 10)
def _words(argument: EventArgument) -> frozenset[str]:
    return frozenset(word for word in argument.name.casefold().split() if len(word) > 2)


def _join(group: Draft, draft: Draft) -> None:
    """Add what the later mention tells; what is known already stays."""
    group.mentions += draft.mentions
    roles, more = group.roles, draft.roles
    if draft.definite and roles.actors and not _names_fit(roles.actors, more.actors):
        roles.actors = roles.actors + more.actors  # whom the attackers are said to be
    roles.actors = roles.actors or more.actors
    held = [one for one in more.targets if one.name not in _ANYBODY] if draft.definite and draft.killed else []
    if roles.targets and held and _are_harmed_in(group, draft):
        roles.targets = held + roles.targets
    roles.targets = more.targets if _had_role(group, draft) else roles.targets or more.targets
    roles.location = roles.location or more.location
    known = {(first, last) for first, last, _ in roles.weapons[-_RECENT:]}
    roles.weapons += [weapon for weapon in more.weapons if weapon[:2] not in known]
    group.killed += [fact for fact in draft.killed if fact not in group.killed[-_RECENT:]]
    group.injured += [fact for fact in draft.injured if fact not in group.injured[-_RECENT:]]
    group.date = group.date or draft.date
    group.claimed_by = group.claimed_by or draft.claimed_by
    group.attribution = group.attribution or draft.attribution
