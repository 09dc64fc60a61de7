"""Linking: triggers of one sentence that tell of one incident ("the attack killed two", "killed in an attack")."""

from __future__ import annotations

from conflictnews.extractors.events.claims import settle
from conflictnews.extractors.events.codes import codes
from conflictnews.extractors.events.draft import Draft
from conflictnews.text.subjects import subject_of
from conflictnews.types import EventType

__all__ = ["linked"]

_NEAR = 14
_SENTENCES = 2
_RECENT = 8
_COMING = frozenset({"enter", "arrive"})
_PLAIN_HARM = frozenset({"kill", "hurt", "die"})
"""Classes of words that tell of harm, and not of how it was done."""


def linked(drafts: list[Draft]) -> list[Draft]:
    """The drafts with harm given to the attack that did it, and claims to what they claim."""
    out: list[Draft] = []
    start = 0
    while start < len(drafts):
        end = start
        sentence = drafts[start].reading.first
        while end < len(drafts) and drafts[end].reading.first == sentence:
            end += 1
        out += _sentence(drafts[start:end], out[-_RECENT:])
        start = end
    return out


def _sentence(drafts: list[Draft], told: list[Draft]) -> list[Draft]:
    """The drafts of one sentence, ``told`` being the last ones of the sentences before it."""
    gone: dict[int, int] = {}
    for number, draft in enumerate(drafts):
        near = range(max(0, number - 4), min(len(drafts), number + 5))
        if (death := _death_of_found(drafts, number, near)) is not None:
            killing = drafts[gone.get(death, death)].roles
            killing.targets = draft.roles.targets + killing.targets  # where and when they were found is another
            gone[number] = gone.get(death, death)
            continue
        if _only_comes(drafts, number, near):
            gone[number] = number
        elif draft.tells_harm or (draft.code == "strike" and draft.match.trigger.pos == "v"):
            home = _attack_behind(drafts, number, near)
            while home is not None and gone.get(home, home) != home:
                home = gone[home]
            if home == number:
                continue  # "a bomb placed under a car killed": what was placed told of this
            if home is not None:
                _give(drafts[home], draft)
                gone[number] = home
            elif draft.code == "destruction" and _is_loose(draft):
                gone[number] = number
                _told_of_before(told[-1] if told else None, draft)
            elif _is_loose(draft) or _is_idle(draft):
                gone[number] = number
        elif (home := _exploded(drafts, number, near)) is not None:
            _give(drafts[home], draft)
            gone[number] = home
        elif number > 0 and _is_means(drafts[number - 1], draft):
            draft.roles.targets = []  # the deed says whom; "at his door" is no target
            _give(drafts[gone.get(number - 1, number - 1)], draft)
            gone[number] = gone.get(number - 1, number - 1)
        else:
            gone |= dict.fromkeys(settle(drafts, number, near, told), number)
    gone |= {number: number for number, draft in enumerate(drafts) if draft.general and not _was_told(draft)}
    return [draft for number, draft in enumerate(drafts) if number not in gone]


def _only_comes(drafts: list[Draft], number: int, near: range) -> bool:
    """Whether forces come somewhere only to attack: "ENTERED the village and shot two men"."""
    comes = drafts[number].code == "deployment" and drafts[number].match.trigger.group in _COMING
    return comes and any(drafts[k].violent for k in near if k > number)


def _death_of_found(drafts: list[Draft], number: int, near: range) -> int | None:
    """The killing that a sentence tells besides that the dead were found: "was found SHOT", "KILLED in the ambush"."""
    if not drafts[number].finds_dead:
        return None
    others = (k for k in near if drafts[k].violent and not drafts[k].finds_dead)
    deadly = (k for k in others if drafts[k].generic or drafts[k].row.type is not EventType.OTHER)
    return next((k for k in deadly if drafts[k].status is drafts[number].status), None)  # not with marks of torture


def _was_told(draft: Draft) -> bool:
    """Whether an attack in general turned out to be one that did harm: "artillery fire destroyed a clinic"."""
    return draft.told or len(draft.mentions) > 1


def _told_of_before(attack: Draft | None, damage: Draft) -> None:
    """ "A bomb exploded. Ten homes were damaged.": what was damaged is what the attack just told of struck."""
    if attack is None or not attack.violent or not attack.row.attack:
        return
    view = damage.reading.view
    apart = view.sentence_number(damage.match.first) - view.sentence_number(attack.match.first)
    if apart <= _SENTENCES and attack.status is damage.status:
        attack.roles.targets += damage.roles.targets


def _told_around(drafts: list[Draft], number: int) -> int | None:
    """ "killed two and wounded five", "22 were killed when a car bomb exploded": what the harm is told with."""
    draft, words = drafts[number], drafts[number].reading.view.words
    if number > 0 and _is_pair(drafts[number - 1], draft):
        return number - 1
    if draft.code == "assault" and number > 0 and drafts[number - 1].tells_harm:
        between = words[drafts[number - 1].match.last : draft.match.first]
        if "and" in between and len(between) < _NEAR:
            return number - 1
    for other in range(number + 1, min(number + 3, len(drafts))):
        between = words[draft.match.last : drafts[other].match.first]
        if "when" in between and len(between) < _NEAR and not draft.roles.actors and drafts[other].row.attack:
            return other
    return None


def _is_pair(before: Draft, draft: Draft) -> bool:
    """ "shot and killed": two verbs of one deed."""
    between = draft.reading.view.words[before.match.last : draft.match.first]
    struck, harmed = ([target.span for target in one.roles.targets] for one in (before, draft))
    same = (not struck or struck == harmed) and not _is_idle(before)
    return between == ["and"] and before.row.attack and same and before.status is draft.status


def _exploded(drafts: list[Draft], number: int, near: range) -> int | None:
    """The attack with the very bomb that a participle says was planted: "a bomb, planted by rebels, exploded"."""
    planted = drafts[number]
    if planted.match.trigger.frame != "plant" or planted.reading.classes[planted.match.first] != "e":
        return None
    bombs = {weapon[0] for weapon in planted.roles.weapons}
    others = (k for k in near if k != number and drafts[k].row.attack and drafts[k].status is planted.status)
    return next((k for k in others if not bombs.isdisjoint(weapon[0] for weapon in drafts[k].roles.weapons)), None)


def _is_means(before: Draft, draft: Draft) -> bool:
    """ "assassinated him by shooting him at home", "attacked the convoy by firing rockets": one deed and how."""
    words, first = draft.reading.view.words, draft.match.first
    means = draft.reading.classes[first] == "g" and words[first - 1] == "by"
    return means and before.violent and draft.violent and first - before.match.last < _NEAR


def _is_loose(draft: Draft) -> bool:
    """Whether harm that no attack did tells of nothing by itself: somebody died, something was damaged."""
    if draft.code == "destruction":
        return not (draft.roles.actors and draft.roles.targets)
    return draft.match.trigger.frame == "die"


def _strikes(draft: Draft) -> bool:
    """Whether "hit", "struck", "targeted" is meant in earnest: with a weapon, or by one who acts on somebody."""
    return bool(draft.roles.weapons or (draft.roles.actors and draft.roles.targets))


def _is_idle(draft: Draft) -> bool:
    """Whether a blow is told with nothing of its own: "was HIT and killed by gunmen"."""
    return draft.code == "strike" and draft.match.trigger.pos == "v" and not _strikes(draft)


def _attack_behind(drafts: list[Draft], number: int, near: range) -> int | None:
    """The attack that this harm was done in.

    It is the event noun that is the verb's subject or that it is told "in"; without one, for "…, killing two" and for
    "a bomb exploded and killed two", the attack told before.
    """
    draft = drafts[number]
    cause = draft.roles.cause if draft.roles.cause is not None else _cause_shared(drafts, number)
    if cause is not None:
        for k in near:
            match = drafts[k].match
            if k != number and match.first <= cause < match.last and _is_attack(drafts[k]):
                return k
        return None
    if (other := _told_around(drafts, number)) is not None:
        return other
    if number > 0 and _goes_on(drafts[number - 1], draft):
        return number - 1
    verb, classes = draft.match.first, draft.reading.classes
    follows = classes[verb] == "g" and classes[verb - 1] != "x" and draft.tells_harm  # not "is killing"
    armed = bool(draft.roles.weapons) and not draft.roles.actors
    if number > 0 and (follows or armed):
        before = drafts[number - 1]
        if (before.row.attack and (follows or not _is_idle(before))) or (before.tells_harm and follows):
            return number - 1
    if number > 0:
        before = drafts[number - 1]
        alone = not draft.roles.actors
        within = (alone and _by_a_weapon_described(before)) or (
            (alone or not before.roles.actors) and _is_where(before, draft)
        )
        return number - 1 if within else None
    return None


def _is_attack(draft: Draft) -> bool:
    """Whether a draft is an attack, or was one before it took over that somebody was killed in it."""
    told = codes().get(draft.match.trigger.code)
    return draft.row.attack or (told is not None and told.attack)


def _cause_shared(drafts: list[Draft], number: int) -> int | None:
    """What did the harm of the verb behind "and": "three were KILLED and ten WOUNDED in an attack"."""
    draft, behind = drafts[number], drafts[number + 1 : number + 2]
    if not behind or draft.roles.actors or behind[0].roles.actors:
        return None
    if not {draft.match.trigger.group, behind[0].match.trigger.group} <= _PLAIN_HARM:
        return None  # "two were burnt alive and one killed in police firing"
    reading = draft.reading
    between = slice(draft.match.last, behind[0].match.first)
    joined = "and" in reading.view.words[between] and not set("wv") & set(reading.classes[between])
    return behind[0].roles.cause if joined and draft.status is behind[0].status else None


def _goes_on(before: Draft, harm: Draft) -> bool:
    """ "Rebels attacked a post and killed two": harm of the same subject as the attack before "and"."""
    verb = harm.match.first
    people = harm.tells_harm and codes()[harm.match.trigger.code].acled == "Attack"
    if not (people and before.row.attack) or _is_idle(before):
        return False
    if before.status is not harm.status or harm.reading.classes[verb] not in "ve":
        return False
    subject = subject_of(harm.reading.syntax, verb)
    return subject is not None and subject.how == "c" and subject.governor == before.match.first


def _is_where(before: Draft, harm: Draft) -> bool:
    """ "In a shoot-out in Dorn, two men were killed": the attack with which the sentence begins."""
    words, classes, match = before.reading.view.words, before.reading.classes, before.match
    if match.trigger.pos != "n" or not before.row.attack or not harm.tells_harm or harm.match.trigger.pos != "v":
        return False
    at = match.first - 1
    while at > before.reading.first and classes[at] in "dau":
        at -= 1
    begins = at == before.reading.first or classes[at - 1] in '."c'
    return begins and words[at] in ("in", "during") and not set("vx") & set(classes[match.last : harm.match.first - 2])


def _by_a_weapon_described(before: Draft) -> bool:
    """ "a car bomb targeting a convoy has left eight dead": the participle describes the weapon that did it."""
    return before.row.attack and bool(before.roles.weapons) and before.reading.classes[before.match.first] == "g"


def _give(attack: Draft, harm: Draft) -> None:
    """The attack takes over what the harm tells."""
    if attack.code == "attack" and harm.code not in ("assault", "destruction"):
        attack.code = harm.code
    attack.mentions += harm.mentions
    roles, more = attack.roles, harm.roles
    trigger = attack.match.trigger
    mutual = attack.row.type is EventType.CLASH and trigger.pos == "n" and trigger.frame == "mutual"
    if mutual and more.targets and not roles.actors and len(attack.mentions) == 1 + len(harm.mentions):
        roles.actors, roles.targets = roles.targets, []  # "two rebels were killed in a clash with troops"
    if harm.code == "strike":
        roles.targets = roles.targets or more.targets
    else:
        roles.targets = more.targets + roles.targets
    roles.actors = roles.actors or ([] if harm.reading.classes[harm.match.first] == "g" else more.actors)
    roles.location = roles.location or more.location
    roles.pronouns += more.pronouns
    known = {weapon[:2] for weapon in roles.weapons}
    roles.weapons += [weapon for weapon in more.weapons if weapon[:2] not in known]
