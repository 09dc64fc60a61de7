"""Figurative: words of violence in another sense, and harm that nobody does.

"Killed the bill" and "captured the imagination" act on no thing and on nobody; a dog, an illness, the weather harm
without anybody's doing. The kinds ``abstract`` and ``nature`` of the table ``nouns`` decide.
"""

from __future__ import annotations

from conflictnews.extractors.events.names import names_body
from conflictnews.extractors.events.roles import Frame
from conflictnews.extractors.events.sentence import Reading
from conflictnews.extractors.events.triggers import Match, event_nouns
from conflictnews.text.clauses import objects_from
from conflictnews.text.nouns import nouns
from conflictnews.text.phrases import Phrase, phrase_at
from conflictnews.text.subjects import subjects_of
from conflictnews.text.verb_groups import is_passive

__all__ = ["is_figurative"]

_BY = frozenset({"by", "from", "of"})
"""What brings in who or what did it: "killed by lightning", "died of cholera"."""
_OF, _ON = frozenset({"of"}), frozenset({"on"})


def is_figurative(reading: Reading, match: Match, frame: Frame) -> bool:
    """Whether what a trigger of violence tells of was done to no thing, or by nobody."""
    if match.trigger.pos == "n":
        return _is_figure(reading, match)
    words, nature = reading.view.words, nouns("nature")
    subjects, passive = subjects_of(reading.syntax, match.first), is_passive(reading.syntax, match.first)
    suffering = subjects if passive else objects_from(reading.syntax, match.after)
    if frame.object == "target" and suffering and all(_is_abstract(reading, phrase) for phrase in suffering):
        return True
    if not passive and match.trigger.frame == "kill" and any(words[one.head] in event_nouns() for one in suffering):
        return True  # "executed the operation"
    filmed = _behind(reading, match, _ON) if passive else None
    if filmed is not None and words[filmed.head] in nouns("document"):
        return True  # "was captured on video"
    doer = _behind(reading, match, _BY)
    acting = [*([] if passive else subjects), *([] if doer is None else [doer])]
    return any(words[one.head] in nature and reading.syntax.tags[one.head] != "P" for one in acting)


def _is_figure(reading: Reading, match: Match) -> bool:
    """ "A shark attack", "an explosion of anger"."""
    before = match.first - 1
    beast = before >= reading.first and reading.view.words[before] in nouns("nature")
    return beast or _is_abstract(reading, _behind(reading, match, _OF))


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
    return abstract and not reading.view.text[reading.view.starts[at]].isupper()


def _behind(reading: Reading, match: Match, prepositions: frozenset[str]) -> Phrase | None:
    """The phrase behind a trigger and one of the prepositions."""
    at = match.last
    if at + 1 >= reading.last or reading.view.words[at] not in prepositions:
        return None
    return phrase_at(reading.syntax, at + 1)
