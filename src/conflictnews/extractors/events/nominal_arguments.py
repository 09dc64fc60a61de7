"""Arguments of an event noun: what stands before it, behind it, and around its light verb."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from conflictnews.extractors.events.names import body_ending
from conflictnews.extractors.events.parties import party_of
from conflictnews.extractors.events.places import place
from conflictnews.extractors.events.roles import Frame, Roles, fill, fill_obliques
from conflictnews.extractors.events.sentence import Reading
from conflictnews.extractors.events.trigger_table import context_words
from conflictnews.extractors.events.triggers import Match
from conflictnews.register.groups import is_group
from conflictnews.register.states import is_state, state_of_adjective, states
from conflictnews.text.closed_words import closed_words, light_verbs
from conflictnews.text.nouns import find_noun, nouns
from conflictnews.text.phrases import Phrase, phrase_ending, phrases_at
from conflictnews.text.spelled_numbers import class_of
from conflictnews.text.subjects import subjects_of
from conflictnews.text.verb_groups import is_passive
from conflictnews.types import EventArgument, SpeakerKind

__all__ = ["read_nominal"]

_PREDICATE_REACH = 24
_OF_TARGET = frozenset({"of", "to"})
_DENYING = frozenset({"denied", "denies", "deny", "denying"})
_STRIKING = frozenset({"attack", "strike", "bomb"})
"""Frames of nouns before which a body may stand that does it: "COALITION airstrikes"; not "court approval"."""
_BODIES = frozenset({SpeakerKind.GROUP, SpeakerKind.ORGANISATION})


def read_nominal(reading: Reading, match: Match, frame: Frame, roles: Roles) -> None:
    """Fill the roles around an event noun."""
    first, words = match.first, reading.view.words
    _modifiers(reading, match, frame, roles)
    fill_obliques(reading, match.last, match.last, frame, roles)
    for phrase in _done_by(reading, match.last) if frame.subject == "actor" or "by" in frame.prepositions else ():
        if not roles.actors or phrase.head > match.last:
            fill(reading, roles, "actor", phrase)
    verb = _light_verb_before(reading, first)
    if verb is not None and (words[verb - 1] in _DENYING or is_passive(reading.syntax, verb)):
        verb = None  # "denied ordering the murder"
    if verb is not None and not roles.actors and frame.subject == "actor":
        for phrase in subjects_of(reading.syntax, verb):
            fill(reading, roles, "actor", phrase)
    for phrase in _struck(reading, first) if not roles.targets else ():
        fill(reading, roles, "target", phrase)


def _struck(reading: Reading, first: int) -> list[Phrase]:
    """Who is said to be the target of an event noun: "THE MOSQUE was the target of a bombing", "fell victim to"."""
    words, classes, at = reading.view.words, reading.classes, first - 1
    while at > reading.first and classes[at] in "dau":
        at -= 1
    if words[at] not in _OF_TARGET or at - 2 < reading.first or words[at - 1] not in context_words("struck"):
        return []
    verb = at - 2
    while verb > reading.first and classes[verb] in "dau":
        verb -= 1
    return subjects_of(reading.syntax, verb) if classes[verb] in "vxe" else []


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
    if by < reading.last and words[by] == ",":  # "was perpetrated, according to the police, by rebels"
        by = next((k + 1 for k in range(by + 1, min(by + 10, stop)) if words[k] == ","), by)
    return phrases_at(reading.syntax, by + 1) if by < reading.last and words[by] == "by" else []


def _light_verb_before(reading: Reading, first: int) -> int | None:
    """The light verb ("carried out", "launched") that governs the noun phrase in which token ``first`` stands."""
    words, classes, light = reading.view.words, reading.classes, light_verbs()
    for i in range(first - 1, max(reading.first, first - 7) - 1, -1):
        if words[i] in light and classes[i] in "vegm":
            return i
        if classes[i] not in 'daunsrpg"' or (classes[i] == "p" and words[i] not in ("out", "up", "with", "in")):
            return None
    return None


def _body_before(reading: Reading, match: Match) -> EventArgument | None:
    """ "a Dorn Front raid"; from the air any body strikes: "NATO airstrikes"."""
    flies = match.trigger.code == "airstrike"
    return body_ending(reading, match.first, _BODIES) if flies else body_ending(reading, match.first)


def _ranks(words: Sequence[str]) -> bool:
    """Whether an event is one of several that a place had: its second, its worst."""
    return any(class_of(word) == "ordinal" or word == "worst" or word[-4:] == "iest" for word in words)


def _led(reading: Reading, at: int, end: int) -> EventArgument | None:
    """What a state leads, and not the state: "US-led COALITION airstrikes"; None where nothing is named."""
    words = reading.view.words
    if not words[at].endswith("-led") or at + 1 >= end or words[at + 1] not in nouns("body"):
        return None
    return EventArgument(reading.view.surface(at, at + 2), reading.view.span(at, at + 2))


def _is_of(reading: Reading, at: int) -> bool:
    """Whether a name before a noun is that of a group, or of a person with a first name: "a Karl Dorn rally"."""
    name = reading.name_over(at)
    person = name is not None and name.kind is SpeakerKind.PERSON and at not in reading.names
    return person or is_group(reading.view.words[at])


@cache
def _sites() -> frozenset[str]:
    return nouns("thing", "place", "named-place", "occasion")


def _is_where(reading: Reading, at: int) -> bool:
    """Whether a state or a place stands before a building: "the BORLAND hotel attack", not "the Borland army"."""
    word, name = reading.view.words[at], reading.name_over(at)
    placed = name is not None and name.kind is SpeakerKind.PLACE and at in reading.names and name.last == at + 1
    return word in states("country", "short") or placed


def _suffers(reading: Reading, match: Match, owner: Phrase) -> bool:
    """Whether whose capture, seizure or shelling it is cannot have done it: "the town's CAPTURE", "Dorn's SEIZURE"."""
    head = reading.view.words[owner.head]
    if head in nouns("place", "named-place") or (head in nouns("thing") and head not in nouns("body", "forces")):
        return True
    taken = match.trigger.group in ("capture", "seize", "occupy") and match.trigger.pos == "n"
    if not taken or head in nouns("armed", "forces", "group", "body", "troops"):
        return False
    party = party_of(reading.view.surface(owner.first, owner.last))
    return not (party.bears_arms or party.force or is_state(reading.view.surface(owner.first, owner.last)))


def _says_only_how(reading: Reading, at: int) -> bool:
    """Whether a word for who acts describes the event: "a CRIMINAL attack", "a MILITARY offensive"."""
    words = reading.view.words
    forces = words[at] in nouns("military") - nouns("armed") and words[at - 1] in ("a", "an")
    described = words[at] in nouns("perpetrator") or forces
    return described and reading.syntax.tags[at] == "J"


def _modifiers(reading: Reading, match: Match, frame: Frame, roles: Roles) -> None:
    """What stands before a noun: "the retaliatory Iranian attack", "Israel's raid", "the Erbil attack"."""
    words, classes, view = reading.view.words, reading.classes, reading.view
    first, last, i = match.first, match.last, match.first - 1
    if frame.before == "actor" and (body := _body_before(reading, match)) is not None:
        roles.actors.append(body)
        return
    firing = classes[first] == "n" and last - first > 1 and words[first] in nouns("military")  # "police firing"
    if firing and frame.before == "actor":
        roles.actors.append(EventArgument(view.surface(first, first + 1), view.span(first, first + 1)))
        return
    while i >= reading.first and classes[i] in "aun" and first - i < 6:
        nation = state_of_adjective(words[i])
        if (
            i + 1 < first
            and words[i + 1] in nouns("thing", "place", "named-place", "occasion")
            and _is_where(reading, i)
        ):
            roles.location = place(reading, Phrase(i, i + 1, i))
            fill(reading, roles, "target", Phrase(i + 1, first, first - 1))
            return  # "the Borland hotel bombing"
        if nation is not None and i + 1 < first and words[i + 1] in _sites():
            fill(reading, roles, "target", Phrase(i, first, first - 1))
            return  # "the Russian market bombing"
        if nation is not None and frame.before:
            arguments = roles.actors if frame.before == "actor" else roles.targets
            arguments.append(_led(reading, i, first) or EventArgument(nation, view.span(i, i + 1)))
            return
        if (
            words[i] in nouns("military") - nouns("police")
            and frame.before == "actor"
            and not _says_only_how(reading, i)
        ):
            begin = _with_nation(reading, i)  # "Pakistani military airstrikes"
            roles.actors.append(EventArgument(view.surface(begin, i + 1), view.span(begin, i + 1)))
            return
        free = not words[i - 1].endswith("-led") and not _says_only_how(reading, i)
        if i == first - 1 and free and words[i] in closed_words("governing") and match.trigger.frame in _STRIKING:
            begin = _with_nation(reading, i)
            roles.actors.append(EventArgument(view.surface(begin, i + 1), view.span(begin, i + 1)))
            return  # "GOVERNMENT airstrikes"
        if words[i] in nouns("armed") and frame.before == "actor" and not _says_only_how(reading, i):
            roles.actors.append(EventArgument(view.surface(i, i + 1), view.span(i, i + 1)))
            return
        if i == first - 1 and _is_named(reading, i) and not _is_of(reading, i):
            roles.location = place(reading, Phrase(i, i + 1, i))
        i -= 1
    if i > reading.first and frame.before and (classes[i] == "s" or words[i] in ("'", "’")):
        _owner(reading, match, frame, roles, i)


def _with_nation(reading: Reading, at: int) -> int:
    """Where a body begins with the adjective of its state: "SYRIAN government", "PAKISTANI military"."""
    return at - (at > reading.first and state_of_adjective(reading.view.words[at - 1]) is not None)


def _is_named(reading: Reading, at: int) -> bool:
    """Whether a noun has a capital, and not only as the first word: "the DORN attack", "LANDMINE blast kills two"."""
    view = reading.view
    if reading.classes[at] != "n" or not view.is_capital(at):
        return False
    noun = find_noun(view.words[at])
    return at > reading.first or noun is None or not noun.kinds  # "PARIS attacks kill ten"


def _owner(reading: Reading, match: Match, frame: Frame, roles: Roles, mark: int) -> None:
    """Fill the role of the owner whose mark stands before a noun: "ISRAEL'S raid", "the KING'S murder"."""
    role = frame.prepositions.get("'s", frame.before)  # "the king's murder", but "Israel's bombing"
    behind = reading.view.words[min(match.last, reading.last - 1)]
    owner = phrase_ending(reading.syntax, mark)
    if owner is None:
        return
    if _ranks(reading.view.words[mark + 1 : match.first]):
        roles.location = roles.location or place(reading, owner)  # "Borland's second mass abduction"
    elif role == "actor" and behind != "of" and _suffers(reading, match, owner):
        fill(reading, roles, "target", owner)
        roles.location = roles.location or place(reading, owner)
    else:
        fill(reading, roles, frame.before if role == "target" and behind == "of" else role, owner)
