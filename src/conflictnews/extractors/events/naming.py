"""Naming: participants under the fullest or plain name that the text or the register has, and whom pronouns mean."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from conflictnews.extractors.events.draft import Draft
from conflictnews.extractors.events.parties import head_word
from conflictnews.register.groups import is_group, meant_group, words_of_groups
from conflictnews.text import TextView
from conflictnews.text.closed_words import closed_words, time_words
from conflictnews.text.nouns import is_plural, nouns
from conflictnews.types import Diagnostic, EventArgument, EventType, Layers, NamedEntity, Span, SpeakerKind

__all__ = ["mend_names", "name_fully", "name_repeated", "resolve_pronouns"]

_OR = frozenset({"or", "and", "/", "and/or"})
_SENTENCES, _FAR = 2, 80
_DEFINITE = frozenset({"the", "these", "those"})
_LAST = 4
_DISORDER = frozenset({EventType.PROTEST, EventType.RIOT, EventType.ARSON, EventType.LOOTING, EventType.OTHER})
"""What police do least: of "other", mostly things are vandalised."""
_GENDERS = {"he": "m", "him": "m", "she": "f", "her": "f"}


def _people(done: Layers) -> list[NamedEntity]:
    return [entity for entity in done.get("names", NamedEntity) if entity.kind is SpeakerKind.PERSON]


def name_fully(done: Layers, drafts: list[Draft]) -> None:
    """Give people the fullest name that the text has for them."""
    people = _people(done)
    names = {mention: entity.name for entity in people for mention in entity.mentions if entity.name}
    if not names:
        return
    for draft in drafts:
        for arguments in (draft.roles.actors, draft.roles.targets):
            for at, argument in enumerate(arguments):
                if argument.span in names:
                    arguments[at] = EventArgument(names[argument.span], argument.span)


def name_repeated(view: TextView, drafts: list[Draft]) -> None:
    """Give "the militants" the name of those told before: "Dorn Front militants came. The militants seized phones"."""
    named: dict[str, EventArgument] = {}
    for draft in sorted(drafts, key=lambda draft: draft.match.first):
        for arguments in (draft.roles.actors, draft.roles.targets):
            for at, argument in enumerate(arguments):
                before = view.words[view.token_at(argument.span.start) - 1]
                if argument.name.islower() and " " not in argument.name and before in _DEFINITE:
                    known = named.get(argument.name)
                    name = _named_before(view, argument) if known is None else known.name
                    arguments[at] = argument if name is None else EventArgument(name, argument.span)
                elif not argument.name.islower():
                    named[head_word(argument.name)] = argument


def _named_before(view: TextView, argument: EventArgument) -> str | None:
    """The name with which the same noun for armed people stands shortly before, where they did no deed."""
    at = view.token_at(argument.span.start)
    meant = nouns("armed") if argument.name in nouns("perpetrator") else nouns("armed") & {argument.name}
    begin = view.sentences[max(0, view.sentence_number(at) - _SENTENCES)][0]
    head = next((k for k in range(at - 1, max(begin, at - _FAR), -1) if view.words[k] in meant), None)
    if head is None or not is_group(view.words[head - 1]):
        return None
    first = head
    while first > begin and (view.text[view.starts[first - 1]].isupper() or view.words[first - 1] in _OR):
        if view.words[first - 1] in time_words():
            break  # "on Monday Dorn Front rebels"
        first -= 1
    while view.words[first] in _OR or view.words[first] in closed_words("hedging"):
        first += 1
    return view.surface(first, head + 1)


def resolve_pronouns(view: TextView, done: Layers, drafts: list[Draft]) -> None:
    """Give "he" and "she" the one person of the sentence before them, or of the sentence before, that they may mean.

    And "they" those of the event before.
    """
    people = _people(done)
    mentions = sorted(((mention, entity) for entity in people for mention in entity.mentions), key=lambda pair: pair[0])
    starts = [mention.start for mention, _ in mentions]
    for number, draft in enumerate(drafts):
        for role, token in draft.roles.pronouns:
            gender = _GENDERS.get(view.words[token])
            sides = {"actor": draft.roles.actors, "target": draft.roles.targets}
            arguments = sides.pop(role, None)
            if arguments is None or arguments:
                continue
            if gender is None:
                name = _many(view, drafts[max(0, number - _LAST) : number], role, token)
                if name is not None and role == "actor" and _keeps_order(name) and draft.row.type in _DISORDER:
                    name = None  # "police fired tear gas. They burned cars": not the police
            else:
                meant = _antecedent(view, mentions, starts, token, gender)
                name = None if meant is None else meant.name
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
    word, before = view.words[token], [draft for draft in told if draft.match.first < token]
    apart = view.sentence_number(token) - view.sentence_number(before[-1].match.first) if before else 0
    if not before or apart > 1 or (word != "them" and (word != "they" or apart == 0)):
        return None
    last = before[-1]
    actors = last.roles.actors
    targets = [one for one in last.roles.targets if head_word(one.name) in nouns("person", "crowd", "armed")]
    if word == "them":
        parties = targets
    elif role == "actor":
        parties = [] if targets and last.row.type is not EventType.KILLING else actors
    else:
        parties = actors or targets
        parties = [] if actors and targets else parties
    return parties[0].name if len(parties) == 1 and is_plural(head_word(parties[0].name)) else None


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


def mend_names(view: TextView, drafts: list[Draft]) -> Iterator[Diagnostic]:
    """Give participants whose names a translation broke the plain name of the group meant, and say so, once a span."""
    if view.index.keys().isdisjoint(words_of_groups().keys()):
        return
    told: set[Span] = set()
    for arguments in (side for draft in drafts for side in (draft.roles.actors, draft.roles.targets)):
        for place, argument in enumerate(arguments):
            group = meant_group(argument.name.lower(), view.index) if argument.name[0].isupper() else None
            if group is None:
                continue
            arguments[place] = EventArgument(group, argument.span)
            if argument.span not in told:
                told.add(argument.span)
                surface = argument.span.of(view.text)
                message = f"{surface!r} is taken for {group}, whose name it resembles."
                yield Diagnostic(span=argument.span, text=surface, code="approximate-name", message=message)
