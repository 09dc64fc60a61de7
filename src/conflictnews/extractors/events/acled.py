"""ACLED's sub-event types: who does it, and to whom, makes a riot of what armed people do as an attack or a clash.

By ACLED's codebook people without arms riot: in a demonstration ("violent demonstration") or without one ("mob violence"); who attacks
peaceful protesters intervenes in a protest.
"""

from __future__ import annotations

from conflictnews.extractors.events.argument_words import argument_words
from conflictnews.extractors.events.draft import Draft
from conflictnews.extractors.events.names import head_of, is_group, is_state
from conflictnews.types import EventArgument

__all__ = ["name_sub_events"]

_PROTEST = "PROTEST"
_SENTENCES = 1


def name_sub_events(drafts: list[Draft]) -> None:
    """Give each event the sub-event type that its parties, and a protest told beside it, make of it."""
    for place, draft in enumerate(drafts):
        if draft.row.unarmed or draft.code == "repression":
            near = drafts[max(0, place - 3) : place + 4]
            draft.sub_event = _of_parties(draft, any(_tells_of_protest(draft, other) for other in near))


def _tells_of_protest(draft: Draft, other: Draft) -> bool:
    """Whether another event, of the same sentence or the one before or behind, is a protest."""
    view = draft.reading.view
    apart = view.sentence_number(draft.match.first) - view.sentence_number(other.match.first)
    return other is not draft and other.row.plover == _PROTEST and abs(apart) <= _SENTENCES


def _of_parties(draft: Draft, protest: bool) -> str | None:
    """The sub-event type of violence, by who does it to whom; that of its kind where its parties are armed or not told."""
    actors, targets = draft.roles.actors, draft.roles.targets
    if draft.code == "repression":
        return "Excessive force against protesters" if draft.killed else draft.row.acled
    if any(_is(party, "protester") for party in actors):
        return "Violent demonstration"
    if draft.row.type.value == "clash":
        return _of_clash(draft, [*actors, *targets], protest)
    if any(_is(party, "protester") for party in targets):
        return "Excessive force against protesters" if draft.killed else "Protest with intervention"
    if not actors or not all(_is_crowd(party) for party in actors):
        return draft.row.acled
    return "Violent demonstration" if protest else "Mob violence"


def _of_clash(draft: Draft, sides: list[EventArgument], protest: bool) -> str | None:
    """Protesters who clash demonstrate with violence; others without arms are a mob."""
    if any(_is(party, "protester") for party in sides):
        return "Violent demonstration"
    if not any(_is_crowd(party) for party in sides):
        return draft.row.acled
    return "Violent demonstration" if protest else "Mob violence"


def _is(party: EventArgument, kind: str) -> bool:
    """Whether the head of a party's name is a word of this class."""
    words = party.name.casefold().split()
    return words[head_of(words)] in argument_words(kind)


def _is_crowd(party: EventArgument) -> bool:
    """Whether a party is people without arms: "villagers", "members of the Workers' Party", "the Students' Union"."""
    words = party.name.casefold().replace("’", "'").split()
    if is_group(party.name.casefold()) or is_state(party.name):
        return False
    if words[head_of(words)] in argument_words("crowd"):
        return True
    return not argument_words("civic").isdisjoint(word.removesuffix("'s").strip("()") for word in words)
