"""Figurative: words of violence in another sense, and harm that nobody does.

"Killed the bill" and "captured the imagination" act on no thing and on nobody; a dog, an illness, the weather harm
without anybody's doing. The kinds ``abstract`` and ``nature`` of the table ``nouns`` decide.
"""

from __future__ import annotations

from collections.abc import Sequence

from conflictnews.extractors.events.names import names_body
from conflictnews.extractors.events.roles import Frame, Roles
from conflictnews.extractors.events.sentence import Reading
from conflictnews.extractors.events.triggers import Match, event_nouns
from conflictnews.text.clauses import objects_from
from conflictnews.text.nouns import nouns
from conflictnews.text.phrases import Phrase, phrase_at
from conflictnews.text.subjects import subjects_of
from conflictnews.text.verb_groups import is_passive

__all__ = ["is_figurative"]

_NEAR = 30
_BY = frozenset({"by", "from", "of"})
"""What brings in who or what did it: "killed by lightning", "died of cholera"."""
_OF, _ON = frozenset({"of"}), frozenset({"on"})


def is_figurative(reading: Reading, match: Match, frame: Frame, roles: Roles) -> bool:
    """Whether what a trigger of violence tells of was done to no thing, or by nobody."""
    if match.trigger.pos == "n":
        return _is_figure(reading, match)
    words, first, last = (
        reading.view.words,
        max(reading.first, match.first - _NEAR),
        min(reading.last, match.last + _NEAR),
    )
    natural = not nouns("nature").isdisjoint(words[first:last])
    filmed = _behind(reading, match, _ON)
    if filmed is not None and words[filmed.head] in nouns("document") and is_passive(reading.syntax, match.first):
        return True  # "was captured on video"
    if roles.targets and match.trigger.code == "clash" and _is_mishap(roles.targets[0].name):
        return True  # "doctors are fighting malaria"
    if roles.targets and match.trigger.group == "shoot" and all(_is_written(one.name) for one in roles.targets):
        return True  # "shot off a letter to the governor"
    if roles.targets and not natural:
        return False
    subjects, passive = subjects_of(reading.syntax, match.first), is_passive(reading.syntax, match.first)
    if not roles.targets and _acts_on_nothing(reading, match, frame, subjects, passive=passive):
        return True
    doer = _behind(reading, match, _BY) if natural else None
    acting = [*([] if passive else subjects), *([] if doer is None else [doer])] if natural else []
    return any(words[one.head] in nouns("nature") and reading.syntax.tags[one.head] != "P" for one in acting)


def _is_mishap(name: str) -> bool:
    """Whether a participant is an illness, a beast or the weather."""
    return name.rsplit(maxsplit=1)[-1].casefold() in nouns("accident", "nature")


def _is_written(name: str) -> bool:
    """Whether a participant is a letter."""
    return name.rsplit(maxsplit=1)[-1].casefold() in nouns("document") - nouns("person", "thing")


def _acts_on_nothing(
    reading: Reading, match: Match, frame: Frame, subjects: Sequence[Phrase], *, passive: bool
) -> bool:
    """Whether what suffers is no thing: "killed the bill", "executed the operation"."""
    words = reading.view.words
    suffering = subjects if passive else objects_from(reading.syntax, match.after)
    if frame.object == "target" and suffering and all(_is_abstract(reading, phrase) for phrase in suffering):
        return True
    return not passive and match.trigger.frame == "kill" and any(words[one.head] in event_nouns() for one in suffering)


def _is_figure(reading: Reading, match: Match) -> bool:
    """ "A shark attack", "an explosion of anger"."""
    before = match.first - 1
    beast = before >= reading.first and reading.view.words[before] in nouns("nature")
    suffering = _behind(reading, match, _OF)
    if suffering is not None and match.trigger.group == "murder":
        carried_out = reading.view.words[suffering.head] in nouns("document")  # "the execution of the budget"
        return beast or carried_out or _is_abstract(reading, suffering)
    return beast or _is_abstract(reading, suffering)


def _is_abstract(reading: Reading, phrase: Phrase | None) -> bool:
    """Whether a phrase names no thing and nobody; not "the Freedom Party", "the attack", "a place of worship"."""
    if phrase is None or names_body(reading, phrase):
        return False
    chunk = reading.syntax.chunk(phrase.first)
    return all(_is_idea(reading, at) for at in (phrase.head, phrase.head if chunk is None else chunk.head))


def _is_idea(reading: Reading, at: int) -> bool:
    """Whether a noun is abstract in all that it means, and no name."""
    word = reading.view.words[at]
    abstract = word in nouns("abstract") and word not in nouns("thing") and word not in event_nouns()
    return abstract and not reading.view.is_capital(at)


def _behind(reading: Reading, match: Match, prepositions: frozenset[str]) -> Phrase | None:
    """The phrase behind a trigger and one of the prepositions."""
    at = match.last
    if at + 1 >= reading.last or reading.view.words[at] not in prepositions:
        return None
    return phrase_at(reading.syntax, at + 1)
