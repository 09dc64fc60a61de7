"""Arguments of a verb: its subject and object by its voice, and the phrases behind."""

from __future__ import annotations

from functools import cache

from conflictnews.extractors.events.names import participant
from conflictnews.extractors.events.roles import Frame, Roles, fill, fill_obliques, frames, is_event_noun
from conflictnews.extractors.events.sentence import Reading
from conflictnews.extractors.events.trigger_table import event_nouns
from conflictnews.extractors.events.triggers import GAP, Match
from conflictnews.extractors.events.weapon_owners import owner_of
from conflictnews.text.clauses import is_headline, objects_from
from conflictnews.text.closed_words import closed_words, reporting_verbs
from conflictnews.text.fronted_subjects import fronted_subject
from conflictnews.text.nouns import find_noun, is_person, nouns
from conflictnews.text.phrase_chains import phrases_before
from conflictnews.text.phrases import Phrase, phrase_at, phrase_ending
from conflictnews.text.reduced_relatives import main_verb_behind
from conflictnews.text.subjects import subject_of, subjects_of
from conflictnews.text.syntax import Syntax
from conflictnews.text.verb_groups import is_passive

__all__ = ["read_verbal"]

_ELLIPSIS, _NEXT = 20, 6
_WHILE = frozenset({"as", "when", "while", "where"})
_STRIKING = ("armed", "perpetrator", "forces", "troops", "police", "aircraft", "weapon", "group", "body")
_SHARING = 4
"""Verbs behind one that may share its object."""


def read_verbal(reading: Reading, match: Match, frame: Frame, roles: Roles) -> None:
    """Fill the roles around a verb; a passive one, or a participle that stands for one, turns subject and object."""
    verb = match.first
    if reading.classes[verb] == "a" and reading.view.words[verb] in closed_words("moving"):
        _subjects(reading, _described(reading, verb), frame, roles, acts=False)
        return  # "fired on PROTESTING farmers"
    subjects = fronted_subject(reading.syntax, verb) or subjects_of(reading.syntax, verb)
    objects = _objects(reading, match) if frame.object else []
    passive = is_passive(reading.syntax, verb)
    if frame.object in ("weapon", "moved") and (before := _behind_comma(reading, verb)):
        subjects = before
    helped = _is_helped(reading, verb)
    headline = not helped and is_headline(reading.syntax, verb)
    reduced = not (objects or passive or helped) and _stands_for_passive(reading, match, frame, headline=headline)
    turned = passive or reduced
    roles.pronoun = "o" in reading.classes[max(reading.first, verb - 5) : verb + 2]
    roles.reduced = turned and not helped and not headline
    behind = match.last
    if turned and objects and reading.classes[match.last - 1] == "p":
        subjects = []  # "shots were fired at the car"
    elif turned:
        objects, subjects = [] if reading.classes[verb] == "a" else subjects, []
        if roles.reduced:
            objects = [_whom(reading, phrase, verb) for phrase in objects]
    else:
        behind = max([behind, *(phrase.last for phrase in objects)])
    _pronouns(reading, match, frame, roles, passive=turned)
    _subjects(reading, subjects, frame, roles, acts=bool(objects) and match.trigger.frame == "explode")
    for phrase in objects:
        fill(reading, roles, _of_person(reading, frame.object, phrase) if turned else frame.object, phrase)
        if match.trigger.frame == "discovered":
            _owners(reading, phrase, roles)
    if match.trigger.frame == "theft":
        _take_weapons(reading, objects, roles)
    if objects and match.after < reading.last and reading.view.words[match.after] == "with":
        for phrase in objects_from(reading.syntax, match.after + 1):
            fill(reading, roles, "weapon", phrase)
    if not passive:
        _clauses(reading, match, frame, roles)
    fill_obliques(
        reading, match.last, behind, _passive(match.trigger.frame) if turned else _active(match.trigger.frame), roles
    )


def _owners(reading: Reading, phrase: Phrase, roles: Roles) -> None:
    """The pronoun that says whose body is found: "HIS body was found"."""
    chunk = reading.syntax.chunk(phrase.head)
    first = phrase.first if chunk is None else chunk.first
    if reading.view.words[first] in ("his", "her"):
        roles.pronouns.append(("target", first))
        roles.pronoun = True


def _whom(reading: Reading, phrase: Phrase, verb: int) -> Phrase:
    """Of "the release of a lawyer detained in Dorn" the lawyer: a release is detained by nobody."""
    inner = phrase_ending(reading.syntax, verb) if phrase.head + 1 < verb else None
    if inner is None:
        return phrase
    word, near = reading.view.words[phrase.head], reading.view.words[inner.head]
    if phrase.last != verb:  # "the funerals for ten farmers killed by the army"
        return inner if word in nouns("occasion") and is_person(near) else phrase
    kin = word in nouns("kin") and near in nouns("person")  # "the widow of a farmer killed in the raid"
    return inner if kin or word in nouns("suffered", "abstract") else phrase


def _behind_comma(reading: Reading, verb: int) -> list[Phrase]:
    """The weapon that a participle behind a comma tells of: "killed by a bomb, presumably planted by rebels"."""
    at = verb - 1
    while at > reading.first and reading.classes[at] == "r":
        at -= 1
    words = reading.view.words
    told = reading.classes[verb] == "e" and words[at] == "," and words[verb + 1 : verb + 2] == ["by"]
    return phrases_before(reading.syntax, at) if told else []


def _objects(reading: Reading, match: Match) -> list[Phrase]:
    """The object of a verb, also past its weapon: "attacked with a rocket the headquarters"."""
    objects = objects_from(_before_tail(reading, match), match.after)
    at = match.after
    if objects or at + 1 >= reading.last:
        return objects
    if reading.view.words[at] in ("and", ",") and not is_passive(reading.syntax, match.first):
        return _shared_object(reading, match.first, at)
    if reading.view.words[at] != "with":
        return []
    weapon = phrase_at(reading.syntax, at + 1)
    if weapon is None or weapon.last >= reading.last or reading.classes[weapon.last] != "d":
        return []
    return objects_from(reading.syntax, weapon.last)


def _shared_object(reading: Reading, verb: int, at: int) -> list[Phrase]:
    """The object that a verb shares with those behind "and": "looted, burned and destroyed HOMES"."""
    tags, words, classes = reading.syntax.tags, reading.view.words, reading.classes
    for _ in range(_SHARING):
        joined = False
        while at < reading.last and (classes[at] == "r" or words[at] in ("and", ",")):
            joined = joined or words[at] == "and"
            at += 1
        if at >= reading.last or classes[at] not in "ve" or tags[at] not in tags[verb] + "VD":
            return []
        subject = subject_of(reading.syntax, at)
        if subject is None or subject.how != "c":
            return []
        at += 1
        if objects := objects_from(reading.syntax, at):
            return objects if joined else []
        if at >= reading.last or words[at] not in ("and", ","):
            return []
    return []


def _stands_for_passive(reading: Reading, match: Match, frame: Frame, *, headline: bool) -> bool:
    """Whether a verb without an object is a participle: "the men killed there"; in a headline also "Man arrested".

    So is a past form right before a verb: "two of the men killed belonged to the force".
    """
    label, behind = reading.classes[match.first], reading.classes[match.last : match.last + 1]
    if behind == ["o"] or _is_bare_number(reading, match.last):
        return False
    if match.trigger.group == "burn" and _is_thing(reading, match.first):
        return True  # "the house burned to the ground"
    if label == "v" and frame.object == "moved" and main_verb_behind(reading.syntax, match.first) is not None:
        return True  # "the troops STATIONED in the town were attacked"
    if label in "vn":
        if headline and match.trigger.frame != "kill":
            deed = frame.subject == "actor" and frame.object == "target" and "by" in frame.prepositions
            mutual = "between" in frame.prepositions  # "Students clashed in Dorn"
            return deed and not mutual and _is_past(reading, match) and _only_suffers(reading, match.first)
        killed = match.trigger.frame == "kill" and _is_past(reading, match)
        if killed and (headline or _is_governed(reading, match.first)):
            return True
        return killed and (behind in (["v"], ["x"]) or _goes_on_passive(reading, match.first))
    if label in "ea" and (_is_transitive(frame) or frame.object in ("weapon", "moved")):
        return True
    deed = frame.subject == "actor" and frame.object == "target"  # "the priests SHOT in Dorn were"
    return label == "e" and deed and main_verb_behind(reading.syntax, match.first) is not None


def _is_governed(reading: Reading, verb: int) -> bool:
    """Whether what stands before a past form is the object of a verb or a preposition: "SAW four men shot dead"."""
    chunk = reading.syntax.chunk(verb - 1)
    if chunk is None or chunk.last != verb or chunk.first - 1 <= reading.first:
        return False
    before = chunk.first - 1
    seen = reading.classes[before] == "v" and reading.view.words[before] not in reporting_verbs()
    return seen or reading.view.words[before] == "of"


def _only_suffers(reading: Reading, verb: int) -> bool:
    """Whether the subject of a headline's past form is nobody who strikes: "CHURCH burned", "MAN stabbed to death"."""
    chunk = reading.syntax.chunk(verb - 1)
    if chunk is None or chunk.first != reading.first or reading.classes[chunk.first] in "dso":
        return False
    head = reading.view.words[chunk.head]
    return find_noun(head) is not None and head not in nouns(*_STRIKING)


def _is_thing(reading: Reading, verb: int) -> bool:
    """Whether the subject of a verb is a thing that can do nothing: "the HOUSE burned"."""
    subjects = subjects_of(reading.syntax, verb)
    words = [reading.view.words[phrase.head] for phrase in subjects]
    acting = nouns(*_STRIKING, "person", "crowd")
    return bool(words) and nouns("thing", "place", "named-place", "materiel") >= set(words) and acting.isdisjoint(words)


def _is_bare_number(reading: Reading, at: int) -> bool:
    """Whether a number stands alone, as an object does: "wounded SIX and fled"; not "killed TWO days ago"."""
    classes = reading.classes
    return at < reading.last and classes[at] == "u" and (at + 1 == reading.last or classes[at + 1] in ".,cp")


def _goes_on_passive(reading: Reading, verb: int) -> bool:
    """Whether the clause before "and" is passive, and this one leaves its auxiliary out: "and six soldiers KILLED"."""
    at, stop = verb - 1, max(reading.first, verb - _ELLIPSIS)
    while at > stop and reading.classes[at] in "nadups":
        at -= 1
    if reading.view.words[at] not in ("and", ","):
        return False
    before = next((k for k in range(at - 1, stop, -1) if reading.classes[k] in "veg"), -1)
    return before >= 0 and is_passive(reading.syntax, before)


def _event_on(reading: Reading, phrase: Phrase) -> int:
    """The event noun whose "on" brings a thing before "that": "the attack on THE CAMP that killed"; -1 for people."""
    chunk = reading.syntax.chunk(phrase.head)
    before = phrase.first - 1 if chunk is None else chunk.first - 1
    words = reading.view.words
    if before - 1 < reading.first or words[before] not in ("on", "against") or words[before - 1] not in event_nouns():
        return -1
    relative = phrase.last < reading.last and words[phrase.last] in ("that", "which")
    return before - 1 if relative and not is_person(words[phrase.head]) else -1


def _described(reading: Reading, participle: int) -> list[Phrase]:
    """The noun phrase that a participle before its noun describes."""
    chunk = reading.syntax.chunk(participle)
    return [] if chunk is None else [Phrase(participle + 1, chunk.last, chunk.head)]


def _take_weapons(reading: Reading, objects: list[Phrase], roles: Roles) -> None:
    """What is looted or confiscated is the target, though it be a weapon: "seized six rifles"."""
    taken = [participant(reading, phrase, acts=False) for phrase in objects] if roles.weapons else []
    known = {target.span for target in roles.targets}
    roles.targets += [one for one in taken if one is not None and one.span not in known]
    roles.weapons = [weapon for weapon in roles.weapons if not any(p.first <= weapon[0] < p.last for p in objects)]


def _subjects(reading: Reading, subjects: list[Phrase], frame: Frame, roles: Roles, *, acts: bool) -> None:
    """Fill the role of the subject; who makes something go off is no weapon: "rebels exploded a bridge"."""
    role = "actor" if frame.subject == "weapon" and acts else frame.subject
    for phrase in subjects:
        if is_event_noun(reading, phrase):
            roles.cause = phrase.head
        elif (struck := _event_on(reading, phrase)) >= 0:
            roles.cause = struck
            continue  # "condemned the attack on the camp that killed nine"
        fill(reading, roles, _of_person(reading, role, phrase), phrase)
        if roles.weapons and not roles.actors and (owner := owner_of(reading, phrase)) is not None:
            roles.actors.append(owner)


def _of_person(reading: Reading, role: str, phrase: Phrase) -> str:
    """The role of a phrase: people who attack are no weapon, "two suicide BOMBERS detonated"."""
    return "actor" if role == "weapon" and reading.view.words[phrase.head] in nouns("perpetrator") else role


def _clauses(reading: Reading, match: Match, frame: Frame, roles: Roles) -> None:
    """Fill the other party from a "that" clause or an infinitive behind the verb."""
    phrases = _demanded_of(reading, match.after) if "that" in frame.prepositions else []
    for phrase in phrases:
        fill(reading, roles, "source", phrase)
    if not roles.targets and frame.object in ("source", "culprit"):
        for phrase in _object_of_infinitive(reading, match.last):
            fill(reading, roles, "source", phrase)


def _before_tail(reading: Reading, match: Match) -> Syntax:
    """The part of the sentence where the object of harm can stand: of "take nuns hostage" that before "hostage"."""
    words, whole = match.trigger.words, reading.syntax
    if match.tail <= match.after or GAP not in words or match.trigger.frame != "kill":
        return whole
    last = match.tail + 1 - len(words[words.index(GAP) + 1 :])
    return Syntax(whole.words, whole.tags, whole.first, last, whole.classes)


def _pronouns(reading: Reading, match: Match, frame: Frame, roles: Roles, *, passive: bool) -> None:
    """The pronouns that are subject or object of the verb, for whoever can tell whom they mean."""
    subject = subject_of(reading.syntax, match.first)
    if subject is not None and reading.classes[subject.at] == "o":
        roles.pronouns.append((frame.object if passive else frame.subject, subject.at))
    if not passive and match.after < reading.last and reading.classes[match.after] == "o":
        roles.pronouns.append((frame.object, match.after))


@cache
def _passive(name: str) -> Frame:
    """A frame without the role that only a noun gives."""
    frame = frames()[name]
    return frame._replace(prepositions={p: role for p, role in frame.prepositions.items() if p != "of"})


@cache
def _active(name: str) -> Frame:
    """A frame without the roles that only a passive or a noun gives."""
    frame = frames()[name]
    if frame.subject == "target":
        return frame  # "came under attack from armed men"
    kept = {p: role for p, role in frame.prepositions.items() if role != "actor" and p != "of"}
    return frame._replace(prepositions=kept)


def _object_of_infinitive(reading: Reading, after: int) -> list[Phrase]:
    """ "threatened to break relations with Russia", "refused to allow planes": what the infinitive acts on."""
    classes = reading.classes
    at = after - 1 if classes[after - 1] == "t" else after
    while at < min(reading.last - 2, after + _NEXT) and classes[at] in "ycna":  # "tear gas AND RUBBER BULLETS to"
        at += 1
    if at < reading.last - 2 and classes[at] == "t":
        at += 2
        while at < reading.last and classes[at] in "rp" and at < after + 6:
            at += 1
        return objects_from(reading.syntax, at)
    return []


def _demanded_of(reading: Reading, after: int) -> list[Phrase]:
    """ "demanded on Friday that the United States match": the subject of the clause."""
    i = after
    while i < min(reading.last, after + 4) and (reading.classes[i] in "y," or reading.view.words[i] == "on"):
        i += 1
    if i < reading.last and reading.view.words[i] == "that":
        return objects_from(reading.syntax, i + 1)
    return []


def _is_helped(reading: Reading, verb: int) -> bool:
    """Whether an auxiliary stands before a verb and its adverbs."""
    at = verb - 1
    while at > reading.first and reading.classes[at] == "r":
        at -= 1
    return at >= reading.first and reading.classes[at] == "x"


def _is_past(reading: Reading, match: Match) -> bool:
    """Whether a verb may be a participle before a preposition, a time, a verb or the end: "killed in", "shot dead"."""
    end = match.tail + 1 if match.tail >= match.last else match.last
    if end != match.last + 1 and not reading.view.words[match.first].endswith("ed"):
        return False  # "left five dead", but "stabbed to death"
    if end >= reading.last or reading.classes[end] in "py.,vx" or reading.view.words[end] in _WHILE:
        return True
    return reading.classes[end] == "d" and end + 1 < reading.last and reading.classes[end + 1] == "y"  # "that day"


def _is_transitive(frame: Frame) -> bool:
    return (
        frame.subject == "actor"
        and frame.object == "target"
        and "of" in frame.prepositions
        and "between" not in frame.prepositions
    )
