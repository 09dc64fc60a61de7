"""Copied passages: the same sentence in several articles, spun or retold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from conflictnews.comparison.retellings import Retellings
from conflictnews.comparison.sentences import StorySentence
from conflictnews.comparison.similarity import ratio
from conflictnews.types import PassageKind
from conflictnews.types.comparison import (
    CopiedPassage,
    PassageMember,
)

__all__ = ["copied_passages"]

Group = list[int]
"""Positions of sentences."""


def copied_passages(
    sentences: Sequence[StorySentence], groups: Sequence[Group], home: Sequence[int]
) -> list[CopiedPassage]:
    """The sentences that two articles of one story have, by article and place of the first member.

    ``groups`` are the copies, ``home`` the story of each article. Copies are found first; each group of them then
    counts as one sentence among the others that may retell it.
    """
    found = [
        _passage(PassageKind.COPY, sentences, group, min(_ratio(sentences, group[0], at) for at in group[1:]))
        for whole in groups
        for group in _inside_stories(sentences, whole, home)
    ]
    found += _retold(sentences, groups, home)
    return sorted(found, key=lambda passage: (passage.members[0].article, passage.members[0].span, passage.kind))


def _inside_stories(sentences: Sequence[StorySentence], group: Iterable[int], home: Sequence[int]) -> Iterator[Group]:
    """The parts of a group that lie in one story and in several of its articles."""
    parts: dict[int, Group] = {}
    for at in group:
        parts.setdefault(home[sentences[at].article], []).append(at)
    for part in parts.values():
        if len({sentences[at].article for at in part}) > 1:
            yield part


def _ratio(sentences: Sequence[StorySentence], one: int, other: int) -> float:
    return ratio(sentences[one].words, sentences[other].words)


def _retold(
    sentences: Sequence[StorySentence], groups: Sequence[Group], home: Sequence[int]
) -> Iterator[CopiedPassage]:
    further = {at for group in groups for at in group[1:]}
    copied = {group[0]: group for group in groups}
    single = [at for at in range(len(sentences)) if at not in further]
    retellings = Retellings([sentences[at] for at in single])
    for whole in retellings.groups():
        leaders = {at: position for position in whole for at in copied.get(single[position], [single[position]])}
        for group in _inside_stories(sentences, sorted(leaders), home):
            distinct = list(dict.fromkeys(leaders[at] for at in group))
            likeness = [retellings.likeness(distinct[0], position) for position in distinct[1:]]
            if likeness and min(likeness) > 0:
                yield _passage(PassageKind.RETELLING, sentences, group, min(likeness))


def _passage(kind: PassageKind, sentences: Sequence[StorySentence], group: Group, similarity: float) -> CopiedPassage:
    return CopiedPassage(
        kind=kind,
        similarity=round(similarity, 4),
        members=tuple(PassageMember(article=sentences[at].article, span=sentences[at].span) for at in group),
    )
