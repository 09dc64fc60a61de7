"""Copied passages: the same sentence in several articles, spun or retold."""

from __future__ import annotations

from collections.abc import Sequence

from conflictnews.comparison.copies import copies
from conflictnews.comparison.retellings import Retellings
from conflictnews.comparison.sentences import StorySentence
from conflictnews.comparison.similarity import ratio
from conflictnews.types import PassageKind
from conflictnews.types.comparison import (
    CopiedPassage,
    PassageMember,
)

__all__ = ["copied_passages"]


def copied_passages(sentences: Sequence[StorySentence]) -> list[CopiedPassage]:
    """The sentences that two articles or more have, by article and place of the first member.

    Copies are found first; each group of them then counts as one sentence among the others that may retell it.
    """
    groups = copies(sentences)
    found = [
        _passage(
            PassageKind.COPY,
            [sentences[at] for at in group],
            min(ratio(sentences[group[0]].words, sentences[at].words) for at in group[1:]),
        )
        for group in groups
    ]
    found += _retold(sentences, groups)
    several = [passage for passage in found if len({member.article for member in passage.members}) > 1]
    return sorted(several, key=lambda passage: (passage.members[0].article, passage.members[0].span, passage.kind))


def _retold(sentences: Sequence[StorySentence], groups: list[list[int]]) -> list[CopiedPassage]:
    further = {at for group in groups for at in group[1:]}
    copied = {group[0]: group for group in groups}
    single = [at for at in range(len(sentences)) if at not in further]
    retellings = Retellings([sentences[at] for at in single])
    found = []
    for group in retellings.groups():
        members = sorted(at for position in group for at in copied.get(single[position], [single[position]]))
        least = min(retellings.likeness(group[0], position) for position in group[1:])
        found.append(_passage(PassageKind.RETELLING, [sentences[at] for at in members], least))
    return found


def _passage(kind: PassageKind, members: Sequence[StorySentence], similarity: float) -> CopiedPassage:
    return CopiedPassage(
        kind=kind,
        similarity=round(similarity, 4),
        members=tuple(PassageMember(article=member.article, span=member.span) for member in members),
    )
