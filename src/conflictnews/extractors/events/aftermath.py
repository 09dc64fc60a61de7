"""Aftermath: harm told in the sentence behind the attack that did it ("Rebels raided a post. Ten men were killed.")."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from conflictnews.extractors.events.draft import Draft
from conflictnews.text import TextView
from conflictnews.text.closed_words import closed_words
from conflictnews.text.nouns import nouns
from conflictnews.types import EventStatus, Layers, NumericFact, Role

__all__ = ["give_aftermath"]

_ELSEWHERE = frozenset(
    "earlier elsewhere meanwhile other previous previously separate separately similar since year years".split()
)
"""Words with which a sentence turns to another incident, or to a toll of many."""
_MANY = 10000
_SENTENCES = 3
"""How far behind its attack a toll is told anew: "The death toll was at least 24, the monitor said"."""
_TOLL_WORDS = 14
"""Words between "the toll" and its figure, at most."""


def give_aftermath(view: TextView, done: Layers, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with harm that nobody is told to have done joined to the attack of the sentence before.

    A toll of a sentence that tells of no violence of its own goes to that attack too.
    """
    by_sentence: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.violent:
            by_sentence.setdefault(view.sentence_number(draft.match.first), []).append(draft)
    gone: set[int] = set()
    unharmed = {number: _attack_of(told) for number, told in by_sentence.items()}
    for number, told in by_sentence.items():
        attack = unharmed.get(number - 1)
        if attack is not None and all(_is_aftermath(draft) and _fits(attack, draft) for draft in told):
            for draft in told:
                _join(attack, draft)
                gone.add(id(draft))
    for fact in done.get("facts", NumericFact):
        if fact.role in (Role.KILLED, Role.INJURED):
            at = min(view.token_at(fact.span.start), len(view) - 1)
            number = view.sentence_number(at)
            if number in by_sentence or not _is_of_it(view, fact, at):
                continue
            attack = unharmed.get(number - 1) or _attack_told_anew(view, at, number, by_sentence)
            if attack is not None:
                (attack.killed if fact.role is Role.KILLED else attack.injured).append(fact)
    return [draft for draft in drafts if id(draft) not in gone]


def _attack_told_anew(view: TextView, at: int, number: int, by_sentence: Mapping[int, list[Draft]]) -> Draft | None:
    """The attack whose toll is told once more: the last one told whose dead are known, if it is the only one there."""
    if not _tells_the_toll(view, at):
        return None
    told = next((by_sentence[k] for k in range(number - 1, number - 1 - _SENTENCES, -1) if k in by_sentence), [])
    return told[0] if len(told) == 1 and told[0].killed and told[0].status is EventStatus.OCCURRED else None


def _tells_the_toll(view: TextView, at: int) -> bool:
    """Whether "the death toll" or "the dead" stand before a figure in its sentence."""
    first = max(view.sentence_of(at)[0], at - _TOLL_WORDS)
    words = view.words[first:at]
    return any(
        word in nouns("toll") and not closed_words("definite").isdisjoint(words[max(0, k - 3) : k])
        for k, word in enumerate(words)
    )


def _attack_of(told: Sequence[Draft]) -> Draft | None:
    """The one attack of a sentence, if it took place and no harm that it did is told yet."""
    attack = told[-1] if told else None
    if attack is None or not attack.row.attack or attack.status is not EventStatus.OCCURRED:
        return None
    if len(told) > 1 or attack.general or (attack.plural and attack.counted):
        return None
    return None if attack.killed or attack.injured else attack


def _is_aftermath(draft: Draft) -> bool:
    """Whether the trigger is a word of harm, and neither who did it nor with what is told."""
    roles, reading = draft.roles, draft.reading
    if not draft.tells_harm or draft.match.trigger.pos != "v" or draft.status is not EventStatus.OCCURRED:
        return False
    if roles.actors or roles.weapons or roles.pronouns:
        return False
    return _ELSEWHERE.isdisjoint(reading.view.words[reading.first : reading.last])


def _fits(attack: Draft, harm: Draft) -> bool:
    """Whether place and day of the harm are not told, or those of the attack."""
    place, other = attack.roles.location, harm.roles.location
    here = other is None or (place is not None and place.name.casefold() == other.name.casefold())
    return here and (harm.date is None or (attack.date is not None and attack.date.text == harm.date.text))


def _is_of_it(view: TextView, fact: NumericFact, at: int) -> bool:
    first, last = view.sentence_of(at)
    return (fact.value or fact.low or 0) < _MANY and _ELSEWHERE.isdisjoint(view.words[first:last])


def _join(attack: Draft, harm: Draft) -> None:
    if attack.generic and harm.code not in ("assault", "destruction"):
        attack.code = harm.code
    attack.mentions += harm.mentions
    attack.roles.targets = harm.roles.targets + attack.roles.targets
    attack.roles.location = attack.roles.location or harm.roles.location
    attack.killed += harm.killed
    attack.injured += harm.injured
