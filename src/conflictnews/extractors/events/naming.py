"""Naming: participants under the fullest or plain name that the text or the register has."""

from __future__ import annotations

from collections.abc import Iterator

from conflictnews.extractors.events.draft import Draft
from conflictnews.extractors.events.parties import head_word
from conflictnews.register.groups import is_group, meant_group, words_of_groups
from conflictnews.text import TextView
from conflictnews.text.closed_words import closed_words, time_words
from conflictnews.text.nouns import nouns
from conflictnews.types import Diagnostic, EventArgument, Layers, NamedEntity, Span, SpeakerKind

__all__ = ["mend_names", "name_fully", "name_repeated", "people_of"]

_OR = frozenset({"or", "and", "/", "and/or"})
_SENTENCES, _FAR = 2, 80
_DEFINITE = frozenset({"the", "these", "those"})


def people_of(done: Layers) -> list[NamedEntity]:
    """The entities that are persons."""
    return [entity for entity in done.get("names", NamedEntity) if entity.kind is SpeakerKind.PERSON]


def name_fully(done: Layers, drafts: list[Draft]) -> None:
    """Give people the fullest name that the text has for them."""
    people = people_of(done)
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
    while first > begin and (view.is_capital(first - 1) or view.words[first - 1] in _OR):
        if view.words[first - 1] in time_words():
            break  # "on Monday Dorn Front rebels"
        first -= 1
    while view.words[first] in _OR or view.words[first] in closed_words("hedging"):
        first += 1
    return view.surface(first, head + 1)


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
