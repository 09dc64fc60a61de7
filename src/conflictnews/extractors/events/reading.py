"""Drafts of a text: its triggers, each read with its arguments and its status."""

from __future__ import annotations

from conflictnews.extractors.events.arguments import read_roles
from conflictnews.extractors.events.codes import codes
from conflictnews.extractors.events.draft import Draft
from conflictnews.extractors.events.figurative import is_figurative
from conflictnews.extractors.events.kinds import code_of, is_of_people
from conflictnews.extractors.events.names import acts_like_one
from conflictnews.extractors.events.negation import by_nobody, harms_none, none_does, of_none
from conflictnews.extractors.events.parties import head_of, head_word, party_of
from conflictnews.extractors.events.places import place
from conflictnews.extractors.events.roles import Roles, fill_obliques, frames
from conflictnews.extractors.events.sentence import Reading, names_of
from conflictnews.extractors.events.status import is_plan, status_of
from conflictnews.extractors.events.triggers import Match, event_nouns, first_words, match_at, may_begin
from conflictnews.extractors.story import Story
from conflictnews.text import TextView
from conflictnews.text.closed_words import doing_verbs, gripping_verbs, happening_verbs, reporting_verbs
from conflictnews.text.nouns import is_person, nouns
from conflictnews.text.phrases import phrase_at
from conflictnews.text.verb_groups import is_passive
from conflictnews.types import EventArgument, EventStatus, EventType, Layers, NamedEntity, SpeakerKind

__all__ = ["read_drafts"]

_DEFINITE = frozenset("the this that these those".split())
_ALIKE = frozenset(
    "such similar latest another other more recent further new renewed second third its their his".split()
)
_SPOKEN = frozenset({"REQUEST", "REJECT", "ACCUSE", "THREATEN", "AGREE", "SUPPORT"})
"""Modes of PLOVER that are words and no deeds."""
_PHYSICAL = frozenset({"ASSAULT", "COERCE"})
"""Modes of PLOVER that are done to people and things."""
_USED = frozenset({"used", "using"})
_VISITS = frozenset({"visit", "arrive", "receive", "host"})
"""Classes of triggers that tell of talks where officials come, and else of a journey."""
_PEOPLE = frozenset({"he", "she", "they", "who"})
_NEAR = 8
_WHILE = frozenset({"by", "after", "before", "while", "in"})
_IMPLY = frozenset(
    "began begin begins begun continue continued continues proceeded started used "
    "compelled forced had helped managed admitted confessed resorted".split()
)
"""Verbs whose infinitive took place: the implicative ones (Karttunen 1971) and those of aspect."""


def read_drafts(view: TextView, done: Layers) -> list[Draft]:
    """One draft for each trigger of the story that stands for an event, in order."""
    story, names = Story(done), names_of(view, done.get("names", NamedEntity))
    drafts: list[Draft] = []
    covered, tail = 0, -1
    reading: Reading | None = None
    for at in view.positions(first_words()):
        if at < covered or at == tail or view.starts[at] not in story or not may_begin(view, at):
            continue
        if reading is None or at >= reading.last:
            reading = Reading(view, view.syntax(at), names)
        match = match_at(reading, at)
        if match is None:
            continue
        draft = _draft(reading, match) if match.trigger.code != "-" else None
        if draft is not None and drafts and at < tail < match.last and _is_told(drafts[-1], draft):
            continue
        if match.last > at + 1:
            covered = match.last
        if draft is None and match.tail > at and match.trigger.turns:
            tail = match.tail  # "eased the curfew" tells of no curfew
        if draft is not None and not (drafts and _embedded(drafts[-1], draft)) and not draft.aim:
            if drafts and drafts[-1].match.first <= match.tail < drafts[-1].match.last:
                drafts.pop()  # "talks were suspended": the talks are part of it
            drafts.append(draft)
            covered, tail = match.last, match.tail
    return drafts


def _draft(reading: Reading, match: Match) -> Draft | None:
    verbal = match.trigger.pos == "v"
    if match.trigger.pos == "n" and (_only_modifies(reading, match) or _is_surname(reading, match)):
        return None
    roles = read_roles(reading, match)
    code = code_of(reading, match, roles)
    if code is None or (codes()[code].type is EventType.CLAIM and by_nobody(reading, match, roles)):
        return None
    if code == "visit" and roles.targets and not any(_receives(one.name) for one in roles.targets):
        return None  # "tourists visited the museum"
    if codes()[code].plover in _PHYSICAL and is_figurative(reading, match, frames()[match.trigger.frame], roles):
        return None
    status = _status(reading, match, code, roles)
    draft = Draft(match, reading, code, status, roles, [reading.view.span(match.first, match.last)])
    if verbal and not roles.actors and harms_none(reading, match, roles):
        return None  # "no one was injured" tells of no attack
    harm = draft.row.deed == "harm" or draft.row.type is EventType.ARREST
    harmless = not (draft.violent or code == "blame" or harm)  # harm may yet belong to an attack
    if not _has_parties(draft) or (roles.reduced and harmless and not _is_deed(draft)):
        return None
    if not draft.row.placed:
        roles.location = None
    if verbal:
        _intend(draft)
        return draft
    _determine(draft)
    happens = _happens(reading, match.last) or (None if draft.row.deed else _grips(reading, match.last, roles))
    if happens is not None and not draft.told:
        fill_obliques(reading, happens + 1, happens + 1, frames()[match.trigger.frame], roles)
    draft.happens = happens is not None
    draft.general = (draft.plural or draft.bare) and not (draft.alike or draft.counted or draft.happens)
    if draft.general and not (draft.violent or draft.told):
        return None
    if draft.row.needs == "noun actor" and not (roles.actors or happens):
        return None  # "during the curfew": told of as what is known
    return draft


def _is_surname(reading: Reading, match: Match) -> bool:
    """Whether a trigger is part of the name of a person: "Judge Karen BATTLE"."""
    name = reading.name_over(match.first)
    capital = reading.view.is_capital(match.first)
    return name is not None and name.kind is SpeakerKind.PERSON and capital


def _receives(name: str) -> bool:
    """Whether one who is visited may be talked to, or is a place by name: not "the museum"."""
    received = nouns("body", "group", "place", "named-place")
    return name != name.casefold() or any(is_person(word) or word in received for word in name.split())


def _is_told(outer: Draft, draft: Draft) -> bool:
    """Whether a noun is the object by which a verb tells of the same: the chain of "formed a human chain"."""
    return outer.match.tail >= draft.match.first and draft.match.trigger.pos == "n" and outer.row.type is draft.row.type


def _is_deed(draft: Draft) -> bool:
    """Whether a participle tells who did it ("towns besieged by the army"), not what somebody is ("backed by us")."""
    return bool(draft.roles.actors) and draft.row.plover != "SUPPORT"


def _intend(draft: Draft) -> None:
    """Say of a verb whether it tells only of an aim, or of what somebody announces."""
    reading, verb = draft.reading, draft.match.first
    weapons = [reading.view.words[first - 1] for first, *_ in draft.roles.weapons]
    draft.definite = draft.match.trigger.frame == "plant" and "the" in weapons  # "the bomb was planted by rebels"
    draft.aim = draft.row.plover not in ("ASSAULT", "PROTEST") and _is_aim(reading, verb)
    draft.announced = draft.status is EventStatus.PLANNED
    aimed = draft.status is EventStatus.OCCURRED and draft.row.plover != "PROTEST" and _is_purpose(reading, verb)
    if aimed and not _uses(draft):
        draft.status = EventStatus.HYPOTHETICAL if draft.violent else EventStatus.PLANNED
        # not of protests: "gathered to protest the arrests"


def _status(reading: Reading, match: Match, code: str, roles: Roles) -> EventStatus:
    """The status that the words around a trigger tell, else the one that the kind of event implies."""
    verbal = match.trigger.pos == "v"
    status = status_of(reading, match.first, verbal)
    if code == "rejection" and match.trigger.pos == "x":
        return EventStatus.OCCURRED  # who "would not accept" refuses
    if status is EventStatus.HYPOTHETICAL and _is_backshifted(reading, match.first):
        return EventStatus.PLANNED
    if status is not EventStatus.OCCURRED:
        return status
    if verbal and (of_none(reading, roles) or none_does(reading, match.first)):
        return EventStatus.DENIED
    if verbal and match.tail > match.first and is_plan(reading.view.words[match.first]):
        return EventStatus.PLANNED  # "the union PLANS protests"
    return codes()[code].status


def _is_backshifted(reading: Reading, verb: int) -> bool:
    """ "Norway said it would send arms": the "will" of somebody whose words are reported."""
    words, classes = reading.view.words, reading.classes
    i = verb - 1
    while i > reading.first and classes[i] == "r":
        i -= 1
    if i <= reading.first + 1 or words[i] != "would" or classes[i - 1] not in "on":
        return False
    said = next((k for k in range(i - 1, max(reading.first, i - 8) - 1, -1) if classes[k] in "vem"), None)
    return said is not None and words[said] in reporting_verbs()


def _only_modifies(reading: Reading, match: Match) -> bool:
    """Whether the noun only says of what kind another is: "arrest warrant", "murder case"."""
    after = match.last
    if after >= reading.last or reading.classes[after] != "n":
        return False
    return reading.view.words[after] not in event_nouns() and reading.view.text[reading.view.starts[after]].islower()


def _is_purpose(reading: Reading, verb: int) -> bool:
    """Whether the verb is an infinitive that only tells an aim: "an order to kill"."""
    i = verb - 1
    if i > reading.first and reading.view.words[i] == "be" and reading.classes[i - 1] == "t":
        return reading.classes[i - 2] == "n" and _is_wanted(reading, i - 2)
    if i < reading.first or reading.classes[i] != "t":
        return i >= reading.first and reading.classes[i] == "v" and reading.syntax.tags[verb] == "B"  # "help defend"
    if i == reading.first:
        return True
    return reading.view.words[i - 1] not in _IMPLY and reading.classes[i - 1] not in "ar"


def _uses(draft: Draft) -> bool:
    """Whether an infinitive tells what somebody did with a weapon: "USED KNIVES to kill him"."""
    words = draft.reading.view.words
    chunks = (draft.reading.syntax.chunk(first) for first, *_ in draft.roles.weapons)
    return any(chunk is not None and words[chunk.first - 1] in _USED for chunk in chunks)


def _is_wanted(reading: Reading, noun: int) -> bool:
    """Whether a noun before "to be killed" is the object of a verb: "expects THE HOSTAGES to be killed"."""
    chunk = reading.syntax.chunk(noun)
    return chunk is not None and chunk.first > reading.first and reading.classes[chunk.first - 1] in "vg"


def _happens(reading: Reading, after: int) -> int | None:
    """ "Clashes erupted", "Protests were held": the verb behind an event noun that says that it took place."""
    at = _predicate(reading, after)
    if at >= reading.last:
        return None
    word = reading.view.words[at]
    done = word in doing_verbs() and is_passive(reading.syntax, at)  # "an attack was CARRIED out"
    return at if done or word in happening_verbs() else None


def _grips(reading: Reading, after: int, roles: Roles) -> int | None:
    """ "Riots ROCKED Dorn": the verb behind an event noun whose object is where it took place."""
    at = _predicate(reading, after)
    if at + 1 >= reading.last or reading.view.words[at] not in gripping_verbs() or is_passive(reading.syntax, at):
        return None
    phrase = phrase_at(reading.syntax, at + 1)
    found = None if phrase is None else place(reading, phrase)
    if found is None:
        return None
    roles.location = roles.location or found
    return at


def _predicate(reading: Reading, after: int) -> int:
    """The main verb of the clause whose subject ends before ``after``, or what else ends that subject."""
    classes = reading.classes
    at = next((k for k in range(after, min(after + _NEAR, reading.last)) if classes[k] in "vexw.,"), reading.last)
    while at < reading.last and classes[at] in "xr":
        at += 1
    return at


def _is_aim(reading: Reading, verb: int) -> bool:
    """Whether what a verb tells of is only what something is for: "aimed at ending the war", "efforts to mediate"."""
    classes = reading.classes
    i = verb - 1
    while i > reading.first and classes[i] == "r":
        i -= 1
    if i <= reading.first:
        return False
    if classes[verb] == "g":
        return classes[i] == "p" and reading.view.words[i] not in _WHILE
    return classes[i] == "t" and classes[i - 1] == "n"


def _has_parties(draft: Draft) -> bool:
    """Whether those are told whom this kind of event needs: somebody who acts, on whom, either or both."""
    roles, needs = draft.roles, draft.row.needs
    frame = draft.match.trigger.frame
    if needs == "noun actor":
        return True
    if needs:
        roles.actors = [argument for argument in roles.actors if _is_party(draft.reading.view, argument)]
    if frame == "arrive" and not roles.targets:
        return False
    if draft.row.plover == "CONSULT" and draft.match.first == draft.reading.first and _is_aside(draft):
        return False  # "Talking to reporters, the minister said"
    if draft.match.trigger.group in _VISITS and not (draft.code == "deployment" or _is_official(draft)):
        return False
    if frame == "host" and not any(argument.name.split()[-1][:1].isupper() for argument in roles.targets):
        return False  # areas host troops, presidents host presidents
    if draft.match.trigger.group == "take-over" and not (roles.targets or roles.location):
        return any(party_of(argument.name).bears_arms for argument in roles.actors)  # "the vice president takes over"
    if draft.code in ("release", "conviction") and not roles.actors:
        return _are_freed(draft)
    if needs == "one":
        return bool(roles.actors or roles.targets)  # "we blame the army for the attack"
    alone = needs == "actor" or frame == "intransitive"  # "the minister resigned"
    alone = alone or (frame == "leave" and any(party_of(argument.name).bears_arms for argument in roles.actors))
    alone = alone or (frame in ("meet", "mutual") and len(roles.actors) > 1)  # "Kenya and Uganda shared evidence"
    if roles.moved and roles.pronoun and not roles.reduced:
        return True  # "he sent reinforcements"
    return not needs or (bool(roles.actors) and (alone or bool(roles.targets)))


def _are_freed(draft: Draft) -> bool:
    """Whether people are told to be free or sentenced, whoever did it: "the hostages were released", not "the film"."""
    reading, match, targets = draft.reading, draft.match, draft.roles.targets
    passive = match.trigger.pos == "v" and is_passive(reading.syntax, match.first)
    people = bool(targets) and all(is_of_people(reading, one) for one in targets)
    meant = any(reading.view.words[at] in _PEOPLE for _, at in draft.roles.pronouns)
    return passive and (people or (meant and not targets))


def _is_official(draft: Draft) -> bool:
    """Whether who comes, or is received, may come to talk: "the minister arrived in Dorn", not "the refugees"."""
    reading, roles = draft.reading, draft.roles
    if draft.match.trigger.group == "receive" and not roles.targets:
        return False  # "received a letter"
    return any(_acts_for_body(reading, argument) for argument in roles.actors)


def _acts_for_body(reading: Reading, argument: EventArgument) -> bool:
    """Whether who travels may do so for a state or another body: by name, or by an office; not "two sailors"."""
    head = head_word(argument.name)
    if head in nouns("armed", "perpetrator", "crowd", "protester", "inhabitant", "police"):
        return False
    first, last = reading.view.token_at(argument.span.start), reading.view.token_at(argument.span.end - 1)
    text, starts = reading.view.text, reading.view.starts
    words = range(first, min(last, first + 12) + 1)
    named = any(
        reading.name_over(at) is not None or (at > reading.first and text[starts[at]].isupper()) for at in words
    )
    return named or head in nouns("body", "envoy")


def _is_party(view: TextView, argument: EventArgument) -> bool:
    """Whether there is a name in it, or its head is a word for a body or for people."""
    first, last = view.token_at(argument.span.start), view.token_at(argument.span.end - 1) + 1
    words = view.words[first : min(last, first + 12)]
    head = first + head_of(words)
    capital = any(view.is_capital(i) for i in range(first, first + len(words)) if i > 0)
    return capital or acts_like_one(view, head)


def _embedded(outer: Draft, draft: Draft) -> bool:
    """What is agreed, threatened ("threatened to ban") or demanded is no event of its own, unless violent."""
    if outer.reading.first != draft.reading.first or draft.violent:
        return False
    if outer.row.plover == "PROTEST" and draft.row.plover in _SPOKEN and _is_aside(draft):
        return True  # "staged a protest, demanding a raise"
    if outer.match.trigger.pos == "n":
        aim = outer.row.plover == draft.row.plover == "PROTEST" and draft.match.first == outer.match.last + 1
        return aim and draft.reading.classes[outer.match.last] == "t"  # "a rally TO PROTEST the arrests"
    gap = draft.match.first - outer.match.last
    between = draft.reading.view.words[outer.match.last - 1 : draft.match.first]
    if outer.code == "request" and "that" in between[1:] and draft.status is EventStatus.OCCURRED and gap <= _NEAR:
        return True  # "demanded that the government end curbs"
    if outer.violent or not 0 <= gap <= 2 + _timed(outer) or "to" not in between:
        return False
    outer.roles.targets = outer.roles.targets or draft.roles.targets
    return True


def _is_aside(draft: Draft) -> bool:
    """Whether a verb is an -ing form that somebody is told to do with something else."""
    return draft.match.trigger.pos == "v" and draft.reading.classes[draft.match.first] == "g"


def _timed(outer: Draft) -> int:
    """How many words behind a trigger tell when, or with what else: "threatened ON MONDAY to break relations"."""
    classes, at = outer.reading.classes, outer.match.last
    if at + 1 < outer.reading.last and outer.reading.view.words[at] == "and":  # "fired tear gas AND RUBBER BULLETS to"
        more = outer.reading.syntax.chunk(at + 1)
        return 0 if more is None else more.last - at
    end = next((k for k in range(at, min(at + 4, outer.reading.last)) if classes[k] not in "ypr"), at)
    return end - at if "y" in classes[at:end] else 0


def _determine(draft: Draft) -> None:
    """Definite, plural, counted: how the noun phrase of a nominal trigger is determined."""
    words, classes = draft.reading.view.words, draft.reading.classes
    first = draft.match.first
    draft.plural = words[draft.match.last - 1].endswith("s")
    i = first - 1
    draft.bare = not any(label in "dus" for label in classes[max(draft.reading.first, first - 5) : first])
    while i >= draft.reading.first and first - i < 7 and classes[i] in 'anudspy"':
        if classes[i] == "p" and words[i] != "of":
            break
        if words[i] in _ALIKE:
            draft.alike = True
        if words[i] in _DEFINITE:
            draft.definite = not draft.alike
            draft.alike = True
            break
        if classes[i] == "u" or words[i] in ("several", "dozens", "series", "another"):
            draft.counted = True
        i -= 1
