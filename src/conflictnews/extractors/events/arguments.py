"""Arguments: who acts, on whom, where and with what, read from the frame of a trigger."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import attrs

from conflictnews.extractors.events.clauses import (
    is_headline,
    is_passive,
    light_verbs,
    objects_of,
    obliques_of,
    pronoun_before,
    reporting_verbs,
    subjects_of,
)
from conflictnews.extractors.events.codes import codes
from conflictnews.extractors.events.counterparts import counterpart
from conflictnews.extractors.events.names import (
    can_act,
    is_group,
    is_locality,
    nation_of_adjective,
    participant,
    participant_behind,
    place,
)
from conflictnews.extractors.events.noun_phrases import Phrase, Reading, phrase_before, phrases_after
from conflictnews.extractors.events.triggers import GAP, Match, event_nouns
from conflictnews.extractors.events.weapons import Weapon, weapon_ending
from conflictnews.lexicons.table import read_table, word_sets
from conflictnews.types import EventArgument

__all__ = ["Roles", "light_verb_before", "read_roles"]

_SIDES = frozenset({"source", "target"})
_BECAUSE = (("as", "a", "result", "of"), ("because", "of"), ("due", "to"))
_PREDICATE_REACH = 24
_PLACE = frozenset("in at near outside inside on across throughout around".split())


class Frame(NamedTuple):
    """A row of ``event_frames.tsv``."""

    subject: str
    object: str
    before: str
    prepositions: dict[str, str]


@attrs.define
class Roles:
    """What was found around a trigger, still to be judged."""

    actors: list[EventArgument] = attrs.field(factory=list)
    targets: list[EventArgument] = attrs.field(factory=list)
    location: EventArgument | None = None
    weapons: list[Weapon] = attrs.field(factory=list)
    cause: int | None = None
    """The token of the event noun that did it: "killed in a rocket attack", "the attack killed two"."""
    pronouns: list[tuple[str, int]] = attrs.field(factory=list)
    """The roles that pronouns have, with their tokens."""
    pronoun: bool = False
    """Whether a pronoun stands for somebody in it: nobody is named, yet it is told of somebody."""
    reduced: bool = False
    """A participle that stands for a relative clause: "the militia backed by Iran"."""


@cache
def _frames() -> dict[str, Frame]:
    rows = read_table("event_frames", "frame", "subject", "object", "before", "prepositions")
    return {
        name: Frame(
            subject, obj, before, {p: role for p, _, role in (pair.partition(":") for pair in prepositions.split())}
        )
        for name, subject, obj, before, prepositions in rows
    }


@cache
def _armed() -> frozenset[str]:
    return word_sets("argument_words", "word", "class")["armed"]


@cache
def _abstract() -> frozenset[str]:
    return word_sets("argument_words", "word", "class")["abstract"]


def read_roles(reading: Reading, match: Match) -> Roles:
    """The roles around one trigger."""
    frame, roles = _frames()[match.trigger.frame], Roles()
    if match.trigger.pos == "v":
        _verbal(reading, match, frame, roles)
    elif match.trigger.pos == "n":
        _nominal(reading, match, frame, roles)
    else:
        _fixed(reading, match, frame, roles)
    if roles.actors and not roles.targets and _wants_other_side(match, frame):
        found = counterpart(reading, match.last, roles.actors)
        roles.targets += [] if found is None else [found]
    return roles


def _wants_other_side(match: Match, frame: Frame) -> bool:
    """Whether the event is dealt between two parties and does no violence."""
    if match.trigger.code not in codes() or codes()[match.trigger.code].plover in ("", "ASSAULT"):
        return False
    return not _SIDES.isdisjoint((frame.object, *frame.prepositions.values()))


def _fixed(reading: Reading, match: Match, frame: Frame, roles: Roles) -> None:
    """A fixed phrase: what stands before, also past "is" and "has been", and what stands behind."""
    for phrase in subjects_of(reading, match.first):
        _fill(reading, roles, frame.subject, phrase)
    if frame.object:
        for phrase in objects_of(reading, match.last):
            _fill(reading, roles, frame.object, phrase)
    if match.trigger.frame == "must" and roles.targets:
        for phrase in _who_says(reading, match.first):
            _fill(reading, roles, "actor", phrase)
    _obliques(reading, match.last, match.last, frame, roles)


def _who_says(reading: Reading, at: int) -> list[Phrase]:
    """The subject of the verb of saying before: "Russia said on Tuesday that Sudan must"."""
    classes, words = reading.classes, reading.view.words
    for k in range(at - 1, max(reading.first, at - 20), -1):
        if words[k] in reporting_verbs() and classes[k] in "vem":
            return subjects_of(reading, k)
    return []


def _verbal(reading: Reading, match: Match, frame: Frame, roles: Roles) -> None:
    verb = match.first
    subjects = subjects_of(reading, verb)
    objects = objects_of(_before_tail(reading, match), match.after)
    passive = is_passive(reading, verb)
    helped = verb > reading.first and reading.classes[verb - 1] in "xr"
    headline = is_headline(reading, verb)
    bare = not objects and not passive and not helped
    if headline and reading.classes[verb] == "v":
        reduced = bare and match.trigger.frame == "kill" and _is_past(reading, match.last)
    else:
        reduced = bare and reading.classes[verb] in "ea" and (_is_transitive(frame) or frame.object == "weapon")
    roles.pronoun = "o" in reading.classes[max(reading.first, verb - 5) : verb + 2]
    roles.reduced = (passive or reduced) and not helped and not headline
    if passive or reduced:
        objects, subjects, behind = subjects, [], match.last
        if reading.classes[verb] == "a":
            objects = []
    else:
        behind = max([match.last, *(phrase.last for phrase in objects)])
    _pronouns(reading, match, frame, roles, passive=passive or reduced)
    for phrase in subjects:
        if _event_noun(reading, phrase):
            roles.cause = phrase.head
        _fill(reading, roles, frame.subject, phrase)
        if roles.weapons and not roles.actors and not passive:
            _whose_weapon(reading, phrase, roles)
    for phrase in objects:
        _fill(reading, roles, frame.object, phrase)
    if "that" in frame.prepositions and not passive:
        for phrase in _demanded_of(reading, match.after):
            _fill(reading, roles, "source", phrase)
    if not roles.targets and frame.object == "source" and not passive:
        for phrase in _object_of_infinitive(reading, match.last):
            _fill(reading, roles, "source", phrase)
    _obliques(reading, match.last, behind, frame if passive or reduced else _active(match.trigger.frame), roles)
    if roles.cause is None:
        roles.cause = _result_of(reading, match.last)


def _whose_weapon(reading: Reading, phrase: Phrase, roles: Roles) -> None:
    """ "Israeli jets struck a depot": the state whose weapon does it acts."""
    for at in range(phrase.first, phrase.head):
        nation = nation_of_adjective(reading.view.words[at])
        if nation is not None:
            roles.actors.append(EventArgument(nation, reading.view.span(at, at + 1)))
            return


def _before_tail(reading: Reading, match: Match) -> Reading:
    """The part of the sentence where the object of harm can stand: of "take nuns hostage" that before "hostage"."""
    words = match.trigger.words
    if match.tail <= match.after or GAP not in words or match.trigger.frame != "kill":
        return reading
    return reading._replace(last=match.tail + 1 - len(words[words.index(GAP) + 1 :]))


def _pronouns(reading: Reading, match: Match, frame: Frame, roles: Roles, *, passive: bool) -> None:
    """The pronouns that are subject or object of the verb, for whoever can tell whom they mean."""
    before = pronoun_before(reading, match.first)
    if before is not None:
        roles.pronouns.append((frame.object if passive else frame.subject, before))
    if not passive and match.after < reading.last and reading.classes[match.after] == "o":
        roles.pronouns.append((frame.object, match.after))


def _result_of(reading: Reading, after: int) -> int | None:
    """The event noun in "as a result of the attack", "because of the raid", behind a verb and its adverbs."""
    words = reading.view.words
    for at in range(after, min(reading.last, after + 5)):
        for phrase in _BECAUSE:
            if tuple(words[at : at + len(phrase)]) == phrase:
                nouns = [one.head for one in phrases_after(reading, at + len(phrase)) if _event_noun(reading, one)]
                return nouns[-1] if nouns else None
    return None


@cache
def _active(name: str) -> Frame:
    """A frame without the roles that only a passive or a noun gives."""
    frame = _frames()[name]
    kept = {p: role for p, role in frame.prepositions.items() if role != "actor" and p != "of"}
    return frame._replace(prepositions=kept)


def _object_of_infinitive(reading: Reading, after: int) -> list[Phrase]:
    """ "threatened to break relations with Russia", "refused to allow planes": what the infinitive acts on."""
    classes = reading.classes
    at = after - 1 if classes[after - 1] == "t" else after
    while at < min(reading.last - 2, after + 4) and classes[at] in "y":
        at += 1
    if at < reading.last - 2 and classes[at] == "t":
        at += 2
        while at < reading.last and classes[at] in "rp" and at < after + 6:
            at += 1
        return objects_of(reading, at)
    return []


def _demanded_of(reading: Reading, after: int) -> list[Phrase]:
    """ "demanded on Friday that the United States match": the subject of the clause."""
    i = after
    while i < min(reading.last, after + 4) and (reading.classes[i] in "y," or reading.view.words[i] == "on"):
        i += 1
    if i < reading.last and reading.view.words[i] == "that":
        return objects_of(reading, i + 1)
    return []


def _is_past(reading: Reading, after: int) -> bool:
    """Whether a verb that ends at ``after`` may be a participle, before a preposition, a time or the end."""
    if not reading.view.words[after - 1].endswith("ed"):
        return False
    return after >= reading.last or reading.classes[after] in "py.,"


def _is_transitive(frame: Frame) -> bool:
    return (
        frame.subject == "actor"
        and frame.object == "target"
        and "of" in frame.prepositions
        and "between" not in frame.prepositions
    )


def _nominal(reading: Reading, match: Match, frame: Frame, roles: Roles) -> None:
    first = match.first
    _modifiers(reading, first, match.last, frame, roles)
    _obliques(reading, match.last, match.last, frame, roles)
    for phrase in _done_by(reading, match.last) if frame.subject == "actor" or "by" in frame.prepositions else ():
        if not roles.actors or phrase.head > match.last:
            _fill(reading, roles, "actor", phrase)
    verb = light_verb_before(reading, first)
    if verb is not None and not roles.actors and frame.subject == "actor" and not is_passive(reading, verb):
        for phrase in subjects_of(reading, verb):
            _fill(reading, roles, "actor", phrase)


def _done_by(reading: Reading, after: int) -> list[Phrase]:
    """Who did it, in the passive predicate of an event noun: "the attack on the bank was carried out by rebels"."""
    words, classes, light = reading.view.words, reading.classes, light_verbs()
    stop = min(reading.last - 1, after + _PREDICATE_REACH)
    be = next((i for i in range(after, stop) if classes[i] == "x" or words[i] in (";", ".")), stop)
    if be == stop or classes[be] != "x":
        return []
    verb = be + 1
    while verb < stop and classes[verb] in "xr":
        verb += 1
    if verb >= stop or words[verb] not in light:
        return []
    by = verb + 1 + (words[verb + 1] in ("out", "on"))
    if words[by] == ",":  # "was perpetrated, according to the police, by rebels"
        by = next((k + 1 for k in range(by + 1, min(by + 10, stop)) if words[k] == ","), by)
    return phrases_after(reading, by + 1) if by < reading.last and words[by] == "by" else []


def light_verb_before(reading: Reading, first: int) -> int | None:
    """The light verb ("carried out", "launched") that governs the noun phrase in which token ``first`` stands."""
    words, classes, light = reading.view.words, reading.classes, light_verbs()
    for i in range(first - 1, max(reading.first, first - 7) - 1, -1):
        if words[i] in light and classes[i] in "vegm":
            return i
        if classes[i] not in 'daunsrpg"' or (classes[i] == "p" and words[i] not in ("out", "up", "with", "in")):
            return None
    return None


def _modifiers(reading: Reading, first: int, last: int, frame: Frame, roles: Roles) -> None:
    """What stands before a noun: "the retaliatory Iranian attack", "Israel's raid", "the Erbil attack"."""
    words, classes, view = reading.view.words, reading.classes, reading.view
    i = first - 1
    while i >= reading.first and classes[i] in "aun" and first - i < 6:
        nation = nation_of_adjective(words[i])
        if nation is not None and frame.before:
            arguments = roles.actors if frame.before == "actor" else roles.targets
            arguments.append(EventArgument(nation, view.span(i, i + 1)))
            return
        if words[i] in _armed() and frame.before == "actor":
            roles.actors.append(EventArgument(view.surface(i, i + 1), view.span(i, i + 1)))
            return
        if classes[i] == "n" and i == first - 1 and view.text[view.starts[i]].isupper() and not is_group(words[i]):
            roles.location = place(reading, Phrase(i, i + 1, i))
        i -= 1
    if i > reading.first and frame.before and (classes[i] == "s" or words[i] in ("'", "’")):
        role = frame.prepositions.get("'s", frame.before)  # "the king's murder", but "Israel's bombing"
        owned = role == "target" and words[min(last, reading.last - 1)] == "of"
        owner = phrase_before(reading, i)
        if owner is not None:
            _fill(reading, roles, frame.before if owned else role, owner)


def _obliques(reading: Reading, after: int, passed: int, frame: Frame, roles: Roles) -> None:
    struck: EventArgument | None = None
    done_by = False
    for preposition, phrases in obliques_of(reading, after, passed):
        role = frame.prepositions.get(preposition)
        if done_by and role == "target" and preposition in ("on", "with"):
            continue  # "by two men on a motorcycle"
        done_by = done_by or preposition == "by"
        if role == "location" or (role is None and preposition in _PLACE):
            if preposition in ("in", "during", "by") and _event_noun(reading, phrases[0]) and roles.cause is None:
                roles.cause = phrases[0].head
            elif roles.location is None:
                roles.location = place(reading, phrases[0])
        elif role == "target" and preposition in _PLACE and roles.targets and is_locality(reading, phrases[0]):
            roles.location = roles.location or place(reading, phrases[0])  # "the attack on the base at Uri"
        elif role:
            for phrase in phrases:
                _fill(reading, roles, role, phrase)
            if role == "target" and preposition in _PLACE and struck is None:
                struck = _inner_place(reading, phrases[0])
        if any(_event_noun(reading, phrase) for phrase in phrases[1:]):
            break  # "the killing of the general and an attack against the base": what follows is the second's
    roles.location = roles.location or struck


def _inner_place(reading: Reading, phrase: Phrase) -> EventArgument | None:
    """A place that is struck is where it happened too."""
    found = place(reading, phrase)
    return (
        found
        if found is not None and reading.view.text[found.span.end - 1].isalnum() and _named(reading, phrase)
        else None
    )


def _named(reading: Reading, phrase: Phrase) -> bool:
    return reading.view.text[reading.view.starts[phrase.head]].isupper()


def _event_noun(reading: Reading, phrase: Phrase) -> bool:
    return reading.view.words[phrase.head] in event_nouns()


def _fill(reading: Reading, roles: Roles, role: str, phrase: Phrase) -> None:
    """Give a noun phrase its role, unless it is a weapon, an event or a word that nobody can be."""
    if role == "source":
        origin = participant_behind(reading, phrase)
        if origin is not None:
            roles.targets.append(origin)
        return
    if role not in ("actor", "target", "weapon"):
        return
    found = weapon_ending(reading.view, phrase.first, phrase.head + 1)
    if found:
        roles.weapons += found
        return
    if role == "weapon" or _event_noun(reading, phrase):
        return
    if reading.view.words[phrase.head] in _abstract() or reading.classes[phrase.head] == "y":
        return
    if role == "actor" and not can_act(reading, phrase):
        return
    argument = participant(reading, phrase, role == "actor")
    if argument is not None:
        (roles.actors if role == "actor" else roles.targets).append(argument)
