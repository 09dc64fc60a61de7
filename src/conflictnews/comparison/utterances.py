"""Where the articles that share a quotation differ on its words or on whose they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from conflictnews.comparison.names import last_name, name_key, same_name
from conflictnews.comparison.words import comparable_words
from conflictnews.types import Article, Attribution, Resolution, Slot, SpeakerKind, Verdict
from conflictnews.types.comparison import Disagreement, DisagreementItem, QuoteMember, SharedQuote

__all__ = ["utterance_disagreements"]

_COMPARED = 16
_TURNS = frozenset({"negation", "number"})
_ALIKE = 0.85
_FEWEST_WORDS = 5


def utterance_disagreements(articles: Sequence[Article], quotes: Iterable[SharedQuote]) -> Iterator[Disagreement]:
    """A changed *not* or number in a quotation, and two people who are both named as its speaker."""
    for shared in quotes:
        yield from _of_words(articles, shared)
        yield from _of_speakers(articles, shared)


def _of_words(articles: Sequence[Article], shared: SharedQuote) -> Iterator[Disagreement]:
    """One disagreement: the fullest version, and those that have turned its sense round."""
    full = max(shared.members, key=lambda member: (member.quote is not None, member.similarity))
    turned = [
        member
        for member in shared.members
        if member.quote is not None
        and member.article != full.article
        and member.similarity >= _ALIKE
        and any(edit.changes in _TURNS for edit in member.edits)
        and len(comparable_words(member.span.of(articles[member.article].text))) >= _FEWEST_WORDS
    ]
    if turned:
        yield _disagreement(articles, Slot.WORDS, "words", (full, *turned))


def _of_speakers(articles: Sequence[Article], shared: SharedQuote) -> Iterator[Disagreement]:
    """Two people, each named by the words of an article beside the quotation."""
    named = [member for member in shared.members if _is_named(articles, member)][:_COMPARED]
    for one, other in combinations(named, 2):
        if one.article != other.article and not _may_be_one(one.speaker or "", other.speaker or ""):
            yield _disagreement(articles, Slot.SPEAKER, "speaker", (one, other))
            return


def _is_named(articles: Sequence[Article], member: QuoteMember) -> bool:
    attribution = _attribution(articles, member)
    if attribution is None or attribution.speaker is None or attribution.anonymous:
        return False
    if len(comparable_words(member.span.of(articles[member.article].text))) < _FEWEST_WORDS:
        return False
    return attribution.resolved_by is Resolution.EXPLICIT and attribution.speaker.kind is SpeakerKind.PERSON


def _attribution(articles: Sequence[Article], member: QuoteMember) -> Attribution | None:
    return articles[member.article].quotes[member.quote].attribution if member.quote is not None else None


def _may_be_one(one: str, other: str) -> bool:
    first, second = name_key(one), name_key(other)
    return same_name(first, second) or last_name(first) == last_name(second) or bool(set(first) & set(second))


def _disagreement(articles: Sequence[Article], slot: Slot, what: str, members: Iterable[QuoteMember]) -> Disagreement:
    items = [
        DisagreementItem(
            article=member.article,
            span=member.span,
            told=(member.speaker or "")
            if slot is Slot.SPEAKER
            else " ".join(member.span.of(articles[member.article].text).split()),
            source=member.speaker,
        )
        for member in members
    ]
    return Disagreement(
        verdict=Verdict.CONTRADICTION,
        slot=slot,
        what=what,
        items=tuple(sorted(items, key=lambda item: (item.article, item.span))),
    )
