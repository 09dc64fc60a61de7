"""ACLED's sub-event types: who does it, and to whom, makes a riot of what armed people do as an attack or a clash.

By ACLED's codebook people without arms riot: in a demonstration ("violent demonstration") or without one ("mob
violence"); who attacks peaceful protesters intervenes in a protest.
"""

from __future__ import annotations

from conflictnews.extractors.events.draft import Draft
from conflictnews.extractors.events.kinds import is_of_people, tells
from conflictnews.extractors.events.parties import Party, head_word, party_of
from conflictnews.extractors.events.trigger_table import context_words
from conflictnews.text.nouns import nouns
from conflictnews.types import EventArgument

__all__ = ["name_sub_events"]

_PROTEST = "PROTEST"
_TWO_SIDED = frozenset({"mutual", "give", "meet", "intransitive", "down"})
_SENTENCES = 1
_TERRITORIAL = ("occupation", "overrunning")


def name_sub_events(drafts: list[Draft]) -> None:
    """Give each event the sub-event type that its parties, and a protest told beside it, make of it."""
    for place, draft in enumerate(drafts):
        if draft.row.unarmed or draft.code == "repression":
            near = drafts[max(0, place - 3) : place + 4]
            protests = [other for other in near if _tells_of_protest(draft, other)]
            attacked = any(_is_of_others(draft, other) for other in protests)
            draft.sub_event = _of_parties(draft, bool(protests), attacked)
        if draft.row.acled == "Peaceful protest" and any(_riots(argument) for argument in draft.roles.actors):
            draft.sub_event = "Violent demonstration"
        if draft.code == "arrest" and any(_are_of_protest(draft, other) for other in drafts[max(0, place - 3) : place]):
            draft.sub_event = "Protest with intervention"
        if draft.row.deed == "harm" and not draft.roles.actors and place > 0:
            draft.sub_event = _of_riot(draft, drafts[place - 1]) or draft.sub_event
        if draft.code in _TERRITORIAL:
            draft.sub_event = _of_territory(draft, drafts[max(0, place - 3) : place + 4])
        if draft.code == "confiscation" and _disarms(draft):
            draft.sub_event = "Disrupted weapons use"


def _riots(argument: EventArgument) -> bool:
    """Whether a protest is told to be one of rioters."""
    return head_word(argument.name) in context_words("rioters")


def _are_of_protest(arrest: Draft, protest: Draft) -> bool:
    """Whether those who are held have just protested: "Workers marched. They were arrested"."""
    held, marched = ({argument.name for argument in side} for side in (arrest.roles.targets, protest.roles.actors))
    protesters = any(party_of(name).protester for name in held)
    return _tells_of_protest(arrest, protest) and (protesters or not held.isdisjoint(marched))


def _of_riot(harm: Draft, before: Draft) -> str | None:
    """What harm that nobody does has from the riot told before it: "Students clashed. Two were injured"."""
    riot = before.row.deed and before.sub_event != before.row.acled
    return before.sub_event if riot and _apart(harm, before) <= _SENTENCES else None


def _apart(draft: Draft, other: Draft) -> int:
    """How many sentences two events are apart."""
    view = draft.reading.view
    return abs(view.sentence_number(draft.match.first) - view.sentence_number(other.match.first))


def _tells_of_protest(draft: Draft, other: Draft) -> bool:
    """Whether another event, of the same sentence or the one before or behind, is a protest."""
    return other is not draft and other.row.plover == _PROTEST and _apart(draft, other) <= _SENTENCES


def _is_of_others(draft: Draft, protest: Draft) -> bool:
    """Whether it is a peaceful protest, and of others than those who attack."""
    who = {argument.span for argument in draft.roles.actors}
    peaceful = protest.row.acled == "Peaceful protest"
    return peaceful and who.isdisjoint(argument.span for argument in protest.roles.actors)


def _of_territory(draft: Draft, near: list[Draft]) -> str | None:
    """Whose a place becomes that is fought for; None where it is taken without a fight."""
    fought = draft.code == "overrunning" or _is_taken_from_forces(draft) or tells(draft.reading, "fight-text")
    if not draft.roles.actors or not (fought or any(_is_fought(draft, other) for other in near)):
        return None
    regular = any(party_of(argument.name).regular for argument in draft.roles.actors)
    return "Government regains territory" if regular else "Non-state actor overtakes territory"


def _is_taken_from_forces(draft: Draft) -> bool:
    """Whether people with arms held it: "retook the town from the MILITANTS"."""
    held = [argument.name for argument in draft.roles.targets]
    return any(party_of(name).force and head_word(name) not in nouns("thing") for name in held)


def _is_fought(draft: Draft, other: Draft) -> bool:
    """Whether another event, of the same sentence or one beside it, is the fight for the place."""
    return other is not draft and other.row.deed in ("attack", "harm") and _apart(draft, other) <= _SENTENCES


def _disarms(draft: Draft) -> bool:
    """Whether forces of a state take away weapons: "police seized 200 detonators"."""
    taken = {word for argument in draft.roles.targets for word in argument.name.casefold().split()}
    return not taken.isdisjoint(context_words("armaments")) and any(
        party_of(argument.name).regular for argument in draft.roles.actors
    )


def _of_parties(draft: Draft, protest: bool, attacked: bool) -> str | None:
    """The sub-event type of violence, by who does it to whom; that of its kind where its parties do not tell.

    ``protest``: whether people protest there, ``attacked``: whether those may be whom others attack.
    """
    actors = [party_of(argument.name) for argument in draft.roles.actors]
    targets = [party_of(argument.name) for argument in draft.roles.targets]
    if draft.code == "repression":
        return "Excessive force against protesters" if draft.killed else draft.row.acled
    against = any(party.protester for party in targets)
    if any(party.protester for party in actors) or (draft.code == "clash" and against):
        return "Violent demonstration"
    if against:
        return "Excessive force against protesters" if draft.killed else "Protest with intervention"
    if _is_mob(draft, actors, targets):
        if attacked and draft.row.acled == "Attack" and draft.code != "clash":
            return "Protest with intervention"
        return "Violent demonstration" if protest else "Mob violence"
    if draft.row.acled in ("Attack", "Armed clash") and targets and draft.code != "assassination":
        return _of_arms(draft, targets)
    return draft.row.acled


def _is_mob(draft: Draft, actors: list[Party], targets: list[Party]) -> bool:
    """Whether people without arms do it; of a clash, whether they are one of its sides."""
    if draft.row.deed == "blast":
        return False
    if draft.code == "clash" and draft.match.trigger.frame in _TWO_SIDED:
        sides = [*actors, *targets]
        others = [party for party in sides if not party.police]
        unarmed = any(party.unarmed for party in sides)
        return unarmed or (len(others) < len(sides) and all(party.civilian for party in others))
    return bool(actors) and all(party.unarmed for party in actors)


def _of_arms(draft: Draft, targets: list[Party]) -> str | None:
    """A clash where who is attacked bears arms; an attack where those who do attack people and places that do not."""
    civilian = [
        party.civilian or (is_of_people(draft.reading, argument) and not party.force)
        for party, argument in zip(targets, draft.roles.targets, strict=True)
    ]
    if any(party.force for party in targets) and not any(party.unarmed for party in targets):
        return "Armed clash"
    one_sided = draft.code == "clash" and draft.match.trigger.frame not in _TWO_SIDED
    return "Attack" if one_sided and all(civilian) else draft.row.acled
