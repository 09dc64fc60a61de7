"""Pronouns: whom "he", "she", "it" and "they" mean that take part in an event."""

from __future__ import annotations

from bisect import bisect_left

from conflictnews.extractors.events.draft import Draft
from conflictnews.extractors.events.names import participant
from conflictnews.extractors.events.naming import people_of
from conflictnews.extractors.events.parties import head_word, party_of
from conflictnews.extractors.events.sentence import Reading
from conflictnews.text import TextView
from conflictnews.text.closed_words import closed_words, reporting_verbs
from conflictnews.text.nouns import is_person, is_plural, nouns
from conflictnews.text.subjects import subjects_of
from conflictnews.types import EventArgument, EventType, Layers, NamedEntity, Span

__all__ = ["resolve_pronouns"]

_LAST = 4
_DISORDER = frozenset({EventType.PROTEST, EventType.RIOT, EventType.ARSON, EventType.LOOTING, EventType.OTHER})
"""What police do least: of "other", mostly things are vandalised."""
_GENDERS = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f"}
_OBJECTS = frozenset({"him", "her", "his"})
_ONE = frozenset({"one"})
_OPENING = 1
"""Words that may stand before a pronoun with which a sentence begins: "there they"."""


def resolve_pronouns(view: TextView, done: Layers, drafts: list[Draft]) -> None:
    """Give "he" and "she" the one person of the sentence before them, or of the sentence before, that they may mean.

    And "they" those of the event before.
    """
    people = people_of(done)
    mentions = sorted(((mention, entity) for entity in people for mention in entity.mentions), key=lambda pair: pair[0])
    starts = [mention.start for mention, _ in mentions]
    for number, draft in enumerate(drafts):
        for role, token in draft.roles.pronouns:
            gender = _GENDERS.get(view.words[token])
            sides = {"actor": draft.roles.actors, "target": draft.roles.targets}
            arguments = sides.pop("target" if draft.code == "release" and role == "source" else role, None)
            if arguments is None or arguments:
                continue
            if gender is None:
                before = drafts[max(0, number - _LAST) : number]
                name = _many(view, before, role, token) or _body(draft, before, role, token)
                name = name or _subject_before(draft, before, token)
                if name is not None and role == "actor" and _keeps_order(name) and draft.row.type in _DISORDER:
                    name = None  # "police fired tear gas. They burned cars": not the police
            else:
                meant = _antecedent(view, mentions, starts, token, gender)
                told = drafts[max(0, number - _LAST) : number]
                name = None if meant is None else meant.name
                name = name or _one(view, told, role, token) or _subject_before(draft, [], token)
            if name is not None and not any(_is_called(other, name) for side in sides.values() for other in side):
                arguments.append(EventArgument(name, view.span(token, token + 1)))


def _is_called(other: EventArgument, name: str) -> bool:
    """Whether the other side bears a name already: who "tried to kill HIM" is not he."""
    return other.name.endswith(name)


def _keeps_order(name: str) -> bool:
    return not nouns("police", "forces").isdisjoint(name.casefold().split())


def _many(view: TextView, told: list[Draft], role: str, token: int) -> str | None:
    """Whom "they" or "them" means: those of the event told last, where only one party of it can be meant.

    "Gunmen stormed a hotel. THEY killed three guards", "protesters marched. THEY were dispersed", "held two men and
    beat THEM"; not "police arrested protesters. THEY had blocked a road".
    """
    word, before = _word(view, token), [draft for draft in told if draft.match.first < token]
    apart = view.sentence_number(token) - view.sentence_number(before[-1].match.first) if before else 0
    if not before or apart > 1 or (word != "them" and (word != "they" or apart == 0)):
        return None
    last = _main(before) if word == "they" else before[-1]
    actors = last.roles.actors
    targets = [one for one in last.roles.targets if head_word(one.name) in nouns("person", "crowd", "armed")]
    if word == "them":
        parties = targets
    elif role == "actor":
        parties = [] if targets and not (last.row.type is EventType.KILLING or last.row.plover == "PROTEST") else actors
    else:
        parties = actors or targets
        parties = [] if actors and targets else parties
    return parties[0].name if len(parties) == 1 and is_plural(head_word(parties[0].name)) else None


def _main(told: list[Draft]) -> Draft:
    """The event told last; where a noun tells it, the one of its sentence that a verb with an actor tells.

    "Residents marched against the raid by rebels. THEY ...".
    """
    last = told[-1]
    if last.match.trigger.pos == "v":
        return last
    same = [one for one in told if one.reading.first == last.reading.first and one.roles.actors]
    return next((one for one in reversed(same) if one.match.trigger.pos == "v"), last)


def _body(draft: Draft, told: list[Draft], role: str, token: int) -> str | None:
    """Whom "it" means with which a sentence begins: the one body that acted in the event told right before.

    "The army attacked Dorn. IT killed five people."
    """
    view = draft.reading.view
    before = [one for one in told if one.match.first < token]
    opens = token - draft.reading.first <= _OPENING
    if role != "actor" or view.words[token] != "it" or not before or not opens:
        return None
    last = before[-1]
    if view.sentence_number(token) - view.sentence_number(last.match.first) != 1 or len(last.roles.actors) != 1:
        return None
    name = last.roles.actors[0].name
    others = any(_fits("it", target.name) for target in last.roles.targets)
    return name if _fits("it", name) and not others else None


def _one(view: TextView, told: list[Draft], role: str, token: int) -> str | None:
    """Whom "him" or "her" means behind a deed done to one person: "arrested the student and beat HIM".

    And "he", to whom something is done, where others did that deed: "Gunmen abducted a farmer. HE was found dead".
    """
    before = [draft for draft in told if draft.match.first < token]
    if not before:
        return None
    last = before[-1]
    others = bool(last.roles.actors) and all(is_plural(head_word(one.name)) for one in last.roles.actors)
    if view.words[token] not in _OBJECTS and not (role == "target" and others):
        return None
    people = [one for one in last.roles.targets if head_word(one.name) in nouns("person", "armed")]
    near = view.sentence_number(token) - view.sentence_number(last.match.first) <= 1
    alone = near and len(people) == 1 and not is_plural(head_word(people[0].name))
    return people[0].name if alone else None


def _subject_before(draft: Draft, told: list[Draft], token: int) -> str | None:
    """The subject of the sentence before, if a sentence begins with a pronoun that fits it.

    Only where that sentence tells of nobody else who takes part in an event: "Gunmen drove to Dorn. THEY shot a guard".
    """
    view, reading = draft.reading.view, draft.reading
    number = view.sentence_number(token)
    if (
        number == 0
        or token - reading.first > _OPENING + (_word(view, token) != view.words[token]) * 2
        or any(view.sentence_number(one.match.first) >= number - 1 for one in told)
    ):
        return None
    before = Reading(view, view.syntax(view.sentences[number - 1][0]), reading.names)
    verbs = [k for k in range(before.first, before.last) if before.classes[k] in "vxe"]
    verb = next((k for k in verbs if before.classes[k] != "e"), verbs[0] if verbs else -1)
    if verb < 0 or view.words[verb] in reporting_verbs():
        return None
    phrases = subjects_of(before.syntax, verb)
    found = participant(before, phrases[0], acts=True) if len(phrases) == 1 else None
    return None if found is None or not _fits(_word(view, token), found.name) else found.name


def _word(view: TextView, token: int) -> str:
    """The pronoun at a token; of "ONE OF THEM shot" it is "they": some of those who were told of act."""
    counts = closed_words("cardinal", "determiner") | _ONE
    some = token > 1 and view.words[token - 1] == "of" and view.words[token - 2] in counts
    return "they" if some and view.words[token] == "them" else view.words[token]


def _fits(pronoun: str, name: str) -> bool:
    """Whether a pronoun may stand for a noun phrase: "they" for people, "it" for a body, "he" for one person."""
    head, party = head_word(name), party_of(name)
    if pronoun in ("they", "them"):
        return is_plural(head) and (party.people or party.bears_arms)
    if pronoun == "it":
        return not is_plural(head) and (party.bears_arms or head in nouns("group", "organisation", "forces", "body"))
    return pronoun in _GENDERS and f" {head}" in f" {name}" and not is_plural(head) and is_person(head)


def _antecedent(
    view: TextView, mentions: list[tuple[Span, NamedEntity]], starts: list[int], token: int, gender: str
) -> NamedEntity | None:
    """The only person, of this gender or of unknown, named before the token in its sentence, else in the one before."""
    number = view.sentence_number(token)
    end = view.starts[token]
    for sentence in (number, number - 1):
        if sentence < 0:
            return None
        first = view.starts[view.sentences[sentence][0]]
        named = mentions[bisect_left(starts, first) : bisect_left(starts, end)][-8:]
        fitting = {entity.name: entity for _, entity in named if entity.gender in (gender, None)}
        if fitting:
            only = next(iter(fitting.values())) if len(fitting) == 1 else None
            return None if only is None or _another_acts(view, named[-1][0], token) else only
        end = first
    return None


def _another_acts(view: TextView, name: Span, token: int) -> bool:
    """Whether "the attacker", "a gunman" stands between a name and "he", who then may be meant.

    Not in an apposition: "Karim Dorn, a former gunman, said he ...".
    """
    if view.words[token] not in ("he", "she"):
        return False
    first = view.tokens_in(name).stop
    if first < token and view.words[first] == ",":
        end = min(view.sentence_of(first)[1], token)
        first = next((k for k in range(first + 1, end) if view.words[k] == ","), end)
    return any(word in nouns("perpetrator", "armed") and not is_plural(word) for word in view.words[first:token])
