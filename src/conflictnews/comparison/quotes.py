"""The same quotation in several articles: whole, cut, spun or translated back, under one speaker's name or several."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from conflictnews.comparison.edits import word_edits
from conflictnews.comparison.grouping import features_of_words, group
from conflictnews.comparison.names import last_name, name_key, same_name
from conflictnews.comparison.sentences import StorySentence
from conflictnews.comparison.similarity import common_in_order, ratio
from conflictnews.comparison.utterance_items import Utterance, quoted, reported, unmarked
from conflictnews.comparison.words import content_words, function_words
from conflictnews.types import Article, Attribution, Resolution
from conflictnews.types.comparison import (
    QuoteMember,
    SharedQuote,
)

__all__ = ["shared_quotes"]

_ALIKE = 0.7
_ALIKE_SHORT = 0.8
_SHORT = 8
"""The least ratio of two quotations that are one, and of two of which one has fewer than eight words or no marks."""
_CONTENT = 3
"""The content words that two quotations share that are one, though not word for word."""
_FRAGMENT = 5
"""The words of a fragment that is known again in a longer quotation."""
_WITHIN = 0.85
"""The share of a fragment's words that the longer quotation has, in their order."""
_FEWEST = 4
"""The words of a quotation that may be known again though spun; two or three must be the same."""
_LONGEST_UNMARKED = 80
"""What is longer, between marks that may not belong together, is no one's utterance outside them."""
_NEAR = 8
"""Members of one article, the last ones, that a further one is held against."""
_COMPARED = 32
"""Distinct names of one group that are compared with one another, at most."""


def shared_quotes(
    articles: Sequence[Article],
    home: Sequence[int],
    sentences: Sequence[StorySentence],
    copied: Sequence[Sequence[int]],
) -> list[SharedQuote]:
    """The utterances that two articles of one story have and one of them quotes, by place of the first member.

    ``home`` is the story of each article, ``copied`` the groups of sentences that are copies.
    """
    items = [*quoted(articles), *reported(articles), *unmarked(articles, sentences, copied)]
    idle = function_words()

    def features(at: int) -> list[int]:
        return features_of_words(items[at].words, idle)

    def likeness(one: int, other: int) -> float:
        return _likeness(items[one], items[other])

    found = []
    for positions in group(features, [item.words for item in items], likeness):
        stories: dict[int, list[Utterance]] = {}
        for position in positions:
            stories.setdefault(home[items[position].article], []).append(items[position])
        for members in map(_apart, stories.values()):
            quoting = any(member.quote is not None for member in members)
            if quoting and len({member.article for member in members}) > 1:
                found.append(_shared(members))
    return sorted(found, key=lambda shared: (shared.members[0].article, shared.members[0].span))


def _apart(members: list[Utterance]) -> list[Utterance]:
    """In order of the text, without what lies over a quotation, or over what is reported, of the same article."""
    kept: dict[int, list[Utterance]] = {}
    for member in members:
        own = kept.setdefault(member.article, [])
        if not any(member.span.overlaps(other.span) for other in own[-_NEAR:]):
            own.append(member)
    return sorted((one for own in kept.values() for one in own), key=lambda one: (one.article, one.span))


def _likeness(first: Utterance, second: Utterance) -> float:
    shorter, longer = sorted((first.words, second.words), key=len)
    if len(shorter) < _FEWEST or len(content_words(shorter) & content_words(longer)) < _CONTENT:
        return 0.0
    common = common_in_order(shorter, longer)
    value = 2 * common / (len(shorter) + len(longer))
    marked = first.quote is not None and second.quote is not None
    if not marked and len(longer) > _LONGEST_UNMARKED:
        return 0.0
    if value >= (_ALIKE if marked and len(shorter) >= _SHORT else _ALIKE_SHORT):
        return value
    return value if len(shorter) >= _FRAGMENT and common >= _WITHIN * len(shorter) and _runs(shorter, longer) else 0.0


def _runs(shorter: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """Whether a run of so many words stands in both: words picked from all over a long text are no fragment of it."""
    runs = {longer[at : at + _FRAGMENT] for at in range(len(longer) - _FRAGMENT + 1)}
    return any(shorter[at : at + _FRAGMENT] in runs for at in range(len(shorter) - _FRAGMENT + 1))


def _shared(items: list[Utterance]) -> SharedQuote:
    fullest = max(items, key=lambda item: (item.quote is not None, len(item.words)))
    members = tuple(
        QuoteMember(
            article=item.article,
            quote=item.quote,
            span=item.span,
            similarity=round(ratio(item.words, fullest.words), 4),
            speaker=_speaker(item.attribution),
            edits=tuple(word_edits(fullest.words, item.words)) if item.words != fullest.words else (),
        )
        for item in items
    )
    named = [name for item in items if (name := _named(item.attribution))]
    agree = _one_speaker_of_all(named)
    surely = [name for item in items if (name := _named(item.attribution)) and _is_sure(item)]
    return SharedQuote(
        members=members,
        speakers_agree=agree,
        suggested_speaker=max(surely, key=len, default=None) if agree and len(named) < len(members) else None,
    )


def _speaker(attribution: Attribution | None) -> str | None:
    return attribution.speaker.name if attribution is not None and attribution.speaker is not None else None


def _named(attribution: Attribution | None) -> str | None:
    """The speaker by name; "a US official" names nobody."""
    if attribution is None or attribution.speaker is None or attribution.anonymous or attribution.speaker.anonymous:
        return None
    return attribution.speaker.name


def _is_sure(item: Utterance) -> bool:
    """Whether the article itself says whose words they are.

    A speaker inferred from a neighbour is not passed on, nor is one whose cue stands beside another quotation, which
    these words only follow: in articles that were glued together they may be somebody else's.
    """
    attribution = item.attribution
    if attribution is None or attribution.resolved_by not in (Resolution.EXPLICIT, Resolution.PRONOUN):
        return False
    cue = attribution.cue
    if cue is None:
        return True
    nearest = min(attribution.content, key=lambda part: min(abs(part.start - cue.end), abs(cue.start - part.end)))
    return nearest.overlaps(item.span)


def _one_speaker_of_all(names: Sequence[str]) -> bool:
    distinct = sorted(set(names))
    return all(_one_speaker(one, other) for one, other in combinations(distinct[:_COMPARED], 2))


def _one_speaker(one: str, other: str) -> bool:
    """Whether two names may mean one speaker: the same name, or the same last name where one has no other."""
    first, second = name_key(one), name_key(other)
    if same_name(first, second):
        return True
    if set(first) <= set(second) or set(second) <= set(first):
        return True
    return 1 in (len(first), len(second)) and last_name(first) == last_name(second)
