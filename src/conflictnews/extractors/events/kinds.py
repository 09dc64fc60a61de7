"""Kinds: which row of ``event_codes.tsv`` a trigger means, by its weapon, its parties and its sentence."""

from __future__ import annotations

from conflictnews.extractors.events.codes import EventClass, classes, codes
from conflictnews.extractors.events.parties import head_word, party_of
from conflictnews.extractors.events.roles import Roles
from conflictnews.extractors.events.sentence import Reading
from conflictnews.extractors.events.trigger_table import context_words
from conflictnews.extractors.events.triggers import Match, event_nouns
from conflictnews.extractors.events.weapons import Weapon, weapons_in
from conflictnews.register.states import is_state, state_of_adjective
from conflictnews.text.nouns import nouns
from conflictnews.text.subjects import subjects_of
from conflictnews.text.verb_groups import is_passive
from conflictnews.types import EventArgument, EventType, SpeakerKind

__all__ = ["code_of", "is_of_people", "tells"]

_NEAR = 14
_CALLING = 4
"""Words before a strike in which the verb stands that calls it."""
_HARMING = frozenset({"killing", "assault", "attack", "strike"})
_PERSONS = frozenset({"he", "him", "she", "her", "who", "whom"})
_OF_SOMEBODY = frozenset({"taken-by", "take-away"})
_STRIKING = frozenset({"attack", "strike", "bombing", "by-weapon"})
_GOING_OFF = frozenset({"explode", "detonate"})


def code_of(reading: Reading, match: Match, roles: Roles) -> str | None:
    """The key of the code; None where a verb needs a weapon and has none. Weapons that stand near join the roles."""
    code = _of_class(reading, match, roles)
    if code is None or (match.trigger.frame == "undergo" and code == "shooting" and not _in_earnest(roles)):
        return None
    if codes()[code].plover == "ASSAULT":
        _arm(reading, match, code, roles)
        kind = codes()[code].type
        same = codes()[code].deed and roles.weapons and codes()[roles.weapons[0][2]].type is kind
        if roles.weapons and (code in ("attack", "strike") or same or roles.weapons[0][2] == "suicide-bombing"):
            code = roles.weapons[0][2]
    return code


def _of_class(reading: Reading, match: Match, roles: Roles) -> str | None:
    """What the trigger's class means with these parties and the weapons of the clause."""
    code, group = match.trigger.code, classes()[match.trigger.group]
    if not _parties_fit(reading, match, group, roles):
        return None
    if code in _STRIKING and (code != "by-weapon" or roles.targets) and _fly(roles):
        return "airstrike"
    if code == "by-weapon":
        planted = match.trigger.frame == "plant"
        return next((code for *_, code in roles.weapons[:1] if not (planted and code == "shooting")), None)
    if code == "destruction" and roles.weapons and roles.targets and match.trigger.pos == "v":
        return roles.weapons[0][2]  # "a car bomb destroyed the newsroom", not "rockets were destroyed"
    if (code in _HARMING or group.name in _GOING_OFF) and _by_suicide(roles):
        return "suicide-bombing"
    if (other := _another(group.name, roles)) is not None:
        return other
    if code == "killing":
        return _killing(reading, match, roles)
    if code == "assault" and group.name == "hurt" and _is_blast(roles):
        return roles.weapons[0][2]  # "injured by a landmine"
    if code == "bombing" and group.name == "bomb" and _has_aircraft(roles):
        return "airstrike"
    if group.people and (roles.targets or _is_of_person(reading, roles)):
        return _by_authority(_of_people(reading, code, group.people, roles), roles)
    if code == "strike" and match.trigger.pos == "n" and (_is_of_workers(reading) or _is_called(reading, match)):
        return "strike-or-boycott"
    return None if group.name == "call-strike" and not _is_of_workers(reading) else code


def _another(group: str, roles: Roles) -> str | None:
    """What else a class means by what is fired, or who comes: "fired MORTAR ROUNDS", "the ARMY arrived in Dorn"."""
    if group == "fire-rounds" and _is_blast(roles):
        return roles.weapons[0][2]
    forces = bool(roles.actors) and all(party_of(argument.name).force for argument in roles.actors)
    attackers = [argument for argument in roles.actors if head_word(argument.name) in nouns("perpetrator")]
    if group == "block-road" and attackers:
        return "siege"  # "gunmen set up a ROADBLOCK"
    return "deployment" if group == "arrive" and forces else None


def _parties_fit(reading: Reading, match: Match, group: EventClass, roles: Roles) -> bool:
    """Whether those act whom a class asks for, and somebody or a place suffers it that can."""
    acting = roles.actors or (roles.targets if match.trigger.pos == "n" else [])
    asked = not group.actors or any(_is_of(argument.name, group.actors) for argument in acting)
    if not asked and not _is_told(reading, match, acting):
        return False
    if group.name == "demonstrate" and match.trigger.pos == "v" and _has_object(reading, match):
        return False  # "the study demonstrates the need", "rallied her supporters"
    if group.name == "occupy-place" and is_passive(reading.syntax, match.first) and not any(map(_may_occupy, acting)):
        return False  # "a house occupied by two tailors"
    if group.name == "withdraw" and match.trigger.pos == "v" and not roles.moved and _has_object(reading, match):
        return False  # "pulled him out of the car"
    if group.name == "take-away" and reading.view.words[match.first + 1] == "from":
        return False  # "which rebels took FROM forces loyal to"
    if group.name == "block-road" and match.trigger.pos == "v" and not (roles.actors or roles.pronouns):
        return not _is_done(reading, match)  # "the remains of a bus block the street"
    if group.name == "enter":
        return any(not argument.name.islower() for argument in roles.targets)  # not "entered the house"
    if group.name == "fall-to":
        return any(_may_fall(argument.name) for argument in roles.targets)
    return bool(roles.targets) or group.name not in _OF_SOMEBODY  # "lives were taken by rebels"


def _is_done(reading: Reading, match: Match) -> bool:
    """Whether a verb is active and has a subject: a thing, where it is nobody who acts."""
    if reading.classes[match.first] != "v":
        return False  # "protested by BLOCKING the road"
    return not is_passive(reading.syntax, match.first) and bool(subjects_of(reading.syntax, match.first))


def _has_object(reading: Reading, match: Match) -> bool:
    """Whether a noun phrase stands right behind a verb."""
    chunk = reading.syntax.chunk(match.last) if match.last < reading.last else None
    return chunk is not None and reading.classes[chunk.head] == "n" and chunk.first == match.last


def _may_occupy(argument: EventArgument) -> bool:
    """Whether who is somewhere took it: people with arms, protesters, a state."""
    party = party_of(argument.name)
    return party.bears_arms or party.force or party.protester or is_state(argument.name)


def _is_of(name: str, kinds: frozenset[str]) -> bool:
    """Whether the head of a name is one of some nouns, or it names people who bear arms, where all these may act."""
    return head_word(name) in kinds or (nouns("armed") <= kinds and party_of(name).bears_arms)


def _is_told(reading: Reading, match: Match, acting: list[EventArgument]) -> bool:
    """Whether the sentence tells what the trigger means though none acts whose doing says so."""
    if match.trigger.group == "encounter":
        return _is_deadly(reading, match)
    people = match.trigger.group == "gather" and any(party_of(argument.name).people for argument in acting)
    return people and tells(reading, "gathering-text")


def _is_deadly(reading: Reading, match: Match) -> bool:
    """Whether a noun stands in a sentence of the killed or hurt: "the toll in the Dorn encounter has risen to six"."""
    return match.trigger.pos == "n" and tells(reading, "harm-text")


def _of_people(reading: Reading, code: str, people: str, roles: Roles) -> str | None:
    """What a class means that asks whether people are its targets: "dispersed funds" is nothing."""
    if people == "only":
        return code if any(party_of(argument.name).people for argument in roles.targets) else None
    return people if all(is_of_people(reading, argument) for argument in roles.targets) else code


def is_of_people(reading: Reading, argument: EventArgument) -> bool:
    """Whether a participant is people by its noun, or a person by name."""
    return party_of(argument.name).people or _is_person(reading, argument)


def _by_authority(code: str | None, roles: Roles) -> str | None:
    """Whom the police seize they arrest."""
    lawful = bool(roles.actors) and all(party_of(argument.name).police for argument in roles.actors)
    return "arrest" if lawful and code == "kidnapping" else code


def _may_fall(name: str) -> bool:
    """Whether it is a place, by its noun or by a name: "Dorn fell to the rebels"; not "the task"."""
    head = head_word(name)
    return name[:1].isupper() or (head in nouns("place", "named-place", "thing") and head not in nouns("occasion"))


def _is_of_person(reading: Reading, roles: Roles) -> bool:
    """Whether a pronoun that is only a person's suffers it: "HE was captured by rebels"."""
    return any(role == "target" and reading.view.words[at] in _PERSONS for role, at in roles.pronouns)


def _is_person(reading: Reading, argument: EventArgument) -> bool:
    """Whether a name ends in that of a person: "rebel leader Mara Voss"."""
    mention = reading.name_over(reading.view.token_at(argument.span.end - 1))
    return mention is not None and mention.kind is SpeakerKind.PERSON


def _in_earnest(roles: Roles) -> bool:
    """Whether fire is no figure of speech: "the patrol came under fire", not "the minister", "from critics"."""
    if roles.actors:
        return any(party_of(argument.name).bears_arms for argument in roles.actors)
    heads = [argument.name.casefold().split()[-1] for argument in roles.targets]
    armed = any(party_of(argument.name).bears_arms for argument in roles.targets)
    return armed or any(head in nouns("thing") or head in nouns("forces") for head in heads)


def _by_suicide(roles: Roles) -> bool:
    """Whether who acts blows himself up: "killed by a suicide bomber"."""
    attackers = tuple(context_words("suicide-attackers"))
    return any(argument.name.casefold().endswith(attackers) for argument in roles.actors)


def _is_blast(roles: Roles) -> bool:
    """Whether the weapon goes off."""
    return bool(roles.weapons) and codes()[roles.weapons[0][2]].deed == "blast"


def _killing(reading: Reading, match: Match, roles: Roles) -> str:
    """Bombs kill in bombings; soldiers and rebels fall in fights; the rest is killing."""
    if _is_blast(roles):
        return roles.weapons[0][2]
    if _in_combat(reading, match):
        return "clash"
    fighters = classes()[match.trigger.group].fighters
    if fighters and match.trigger.pos == "v" and roles.targets:
        fallen = [party_of(argument.name) for argument in roles.targets]
        return fighters if all(party.bears_arms and not party.unarmed for party in fallen) else "killing"
    return "killing"


def _in_combat(reading: Reading, match: Match) -> bool:
    """ "killed in action", "died in the fighting"."""
    words = reading.view.words[match.last : min(reading.last, match.last + 5)]
    return match.trigger.pos == "v" and "in" in words and not nouns("combat").isdisjoint(words)


def _has_aircraft(roles: Roles) -> bool:
    """A state that bombs does so from the air."""
    names = [argument.name for argument in roles.actors]
    return not roles.weapons and any(is_state(name) or state_of_adjective(name.lower().split()[0]) for name in names)


def _fly(roles: Roles) -> bool:
    """Whether aircraft act, and no weapon is told: "jets hit the depot"."""
    if roles.weapons:
        return False
    forces = tuple(context_words("flying"))
    return roles.flown or any(
        head_word(argument.name) in nouns("aircraft") or argument.name.casefold().endswith(forces)
        for argument in roles.actors
    )


def _is_of_workers(reading: Reading) -> bool:
    """Whether the sentence tells of work, or the text tells of it and of nothing that strikes from the air."""
    if tells(reading, "labour"):
        return True
    return _text_tells(reading, "labour-text") and not _text_tells(reading, "air-text")


def _is_called(reading: Reading, match: Match) -> bool:
    """Whether a strike is what people hold, call for or join, and nothing strikes from the air."""
    words = reading.view.words
    before = words[max(reading.first, match.first - _CALLING) : match.first]
    behind = words[match.last : min(match.last + 1, reading.last)]
    called = not context_words("called-strike").isdisjoint((*before, *behind)) and "off" not in before
    return called and not _text_tells(reading, "air-text")


def _text_tells(reading: Reading, name: str) -> bool:
    """Whether a word of a set of ``event_words`` stands anywhere in the text."""
    return any(word in reading.view.index for word in context_words(name))


def tells(reading: Reading, name: str) -> bool:
    """Whether a word of a set of ``event_words`` stands in the sentence."""
    return not context_words(name).isdisjoint(reading.view.words[reading.first : min(reading.last, reading.first + 80)])


def _arm(reading: Reading, match: Match, code: str, roles: Roles) -> None:
    """Add the weapons of the trigger's own words ("car bomb attack"), and those near that make this kind of attack.

    What "attack" means, the nearest weapon tells, unless it belongs to another event ("after a rocket attack").
    """
    own = match.first - 2 if match.trigger.pos == "n" else match.first
    known = {weapon[:2] for weapon in roles.weapons}
    kind = codes()[code].type
    verb = range(match.first, match.last) if match.trigger.pos == "v" else range(0)
    low, high = max(reading.first, match.first - _NEAR), min(reading.last, match.last + _NEAR)
    found = [
        weapon for weapon in weapons_in(reading.view, low, high) if weapon[:2] not in known and weapon[0] not in verb
    ]
    if code == "attack":
        found = [weapon for weapon in found if own <= weapon[0] < match.last or not _modifies(reading, weapon)]
        found.sort(key=lambda weapon: abs(weapon[0] - match.first))
    else:
        found = [weapon for weapon in found if own <= weapon[0] < match.last or _makes(weapon, kind)]
    roles.weapons += found


def _makes(weapon: Weapon, kind: EventType) -> bool:
    """Whether such an attack is done with the weapon; one that a hand holds kills, too: "killed with machetes"."""
    return codes()[weapon[2]].type is kind or (kind is EventType.KILLING and weapon[2] == "assault")


def _modifies(reading: Reading, weapon: Weapon) -> bool:
    """Whether an event noun follows: "rocket attack"."""
    return reading.view.words[min(weapon[1], reading.last - 1)] in event_nouns()
