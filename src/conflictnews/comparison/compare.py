"""compare: what several articles share, copy and contradict."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from conflictnews.comparison.actors import merged_actors
from conflictnews.comparison.copies import copies
from conflictnews.comparison.copying import copying, one_texts
from conflictnews.comparison.days import own_day
from conflictnews.comparison.disagreements import disagreements
from conflictnews.comparison.drafts import Draft
from conflictnews.comparison.happenings import SentencePlace
from conflictnews.comparison.incidents import drafted_incidents
from conflictnews.comparison.main_incident import main_draft, with_loose_events
from conflictnews.comparison.passages import copied_passages
from conflictnews.comparison.quotes import shared_quotes
from conflictnews.comparison.sentences import StorySentence, story_sentences
from conflictnews.comparison.stories import grouped_by_story
from conflictnews.comparison.tolls import tolls_of
from conflictnews.types import Article, PassageKind
from conflictnews.types.comparison import (
    ComparedArticle,
    Comparison,
    CopiedPassage,
    Copying,
    Incident,
    Story,
    Toll,
)

__all__ = ["compare"]

_NAMES_OF_RETELLING = 2
_ONE_STORY = 0.5
"""Of an article that has so much of another, the story is the same whatever the leads say."""


def compare(articles: Iterable[Article]) -> Comparison:
    """Find what several articles share, copy and contradict.

    Articles are put into stories first; incidents, tolls and disagreements are those of one story. Anything but an
    iterable of Articles is a ``TypeError``.

    >>> from conflictnews import parse
    >>> told = "A car bomb killed {} people in Basra on 4 May 2031, police said."
    >>> comparison = compare([parse(told.format(14)), parse(told.format(19))])
    >>> comparison.incidents[0].location, [item.told for item in comparison.disagreements[0].items]
    ('Basra', ['14', '19'])
    """
    given = _checked(articles)
    sentences = list(story_sentences(given))
    groups = copies(sentences)
    copied = copying(given, sentences, groups)
    grouped = grouped_by_story(given, [(pair.article, pair.other) for pair in copied if pair.share >= _ONE_STORY])
    home = _homes(grouped, len(given))
    several = [members for members in grouped if len(members) > 1]
    passages = copied_passages(sentences, groups, home)
    shared_sentences = _copies(given, sentences, passages)
    drafts = with_loose_events(given, drafted_incidents(given, several, shared_sentences))
    tolls = tolls_of(given, several, drafts, shared_sentences)
    shared = [(draft, told) for draft, told in zip(drafts, tolls, strict=True) if len(draft.articles) > 1]
    same = [_incident(draft, told.tolls) for draft, told in shared]
    quotes = shared_quotes(given, home, sentences, groups)
    made = [draft for draft, _ in shared]
    return Comparison(
        articles=tuple(map(_compared, given)),
        stories=tuple(_stories(given, several, copied, made)),
        shared_quotes=tuple(quotes),
        copied_passages=tuple(passages),
        copying=tuple(pair for pair in copied if home[pair.article] == home[pair.other]),
        actors=tuple(merged_actors(given)),
        incidents=tuple(same),
        disagreements=tuple(
            disagreements(
                given,
                made,
                [told for _, told in shared],
                same,
                passages,
                quotes,
                sentences,
                _homes(several, len(given)),
            )
        ),
    )


def _checked(articles: object) -> tuple[Article, ...]:
    if isinstance(articles, Article | str | bytes) or not isinstance(articles, Iterable):
        raise TypeError(f"compare takes a list of Articles, not {type(articles).__name__}")
    given = tuple(articles)
    for position, article in enumerate(given):
        if not isinstance(article, Article):
            raise TypeError(f"compare takes Articles (see parse), not {type(article).__name__} at position {position}")
    return given


def _compared(article: Article) -> ComparedArticle:
    title = article.title
    return ComparedArticle(
        id=article.id, source=article.source, published=article.published, title=title.text if title else None
    )


def _homes(grouped: Sequence[Sequence[int]], count: int) -> list[int]:
    """The story of each article."""
    home = [0] * count
    for number, members in enumerate(grouped):
        for member in members:
            home[member] = number
    return home


def _copies(
    articles: Sequence[Article], sentences: Sequence[StorySentence], passages: Sequence[CopiedPassage]
) -> dict[SentencePlace, int]:
    """The sentences of which several articles have one with the same names, and the number of the passage.

    Where names differ the sentence is a formula, filled in anew; where there are none it may be said of anything.
    """
    starts = [[sentence.span.start for sentence in article.sentences] for article in articles]
    names = {(one.article, one.span.start): one.plain_names for one in sentences}
    found: dict[SentencePlace, int] = {}
    for number, passage in enumerate(passages):
        first = names[passage.members[0].article, passage.members[0].span.start]
        least = 1 if passage.kind is PassageKind.COPY else _NAMES_OF_RETELLING
        for member in passage.members:
            own = names[member.article, member.span.start]
            if len(own & first) >= least and (own <= first or first <= own):
                found[member.article, bisect_right(starts[member.article], member.span.start) - 1] = number
    return found


def _incident(draft: Draft, tolls: tuple[Toll, ...]) -> Incident:
    day, place = draft.best_day, draft.best_place
    return Incident(
        type=draft.type,
        date=day.value if day is not None else None,
        location=place.name if place is not None else None,
        members=draft.members,
        story=draft.story,
        tolls=tolls,
    )


def _stories(
    articles: Sequence[Article], stories: Sequence[Sequence[int]], copied: Sequence[Copying], drafts: Sequence[Draft]
) -> Iterator[Story]:
    story_of = {member: number for number, members in enumerate(stories) for member in members}
    pairs: dict[int, list[Copying]] = {}
    for pair in copied:
        if pair.article in story_of:
            pairs.setdefault(story_of[pair.article], []).append(pair)
    own: dict[int, list[int]] = {}
    for at, draft in enumerate(drafts):
        own.setdefault(draft.story, []).append(at)
    for number, members in enumerate(stories):
        yield _story(articles, members, pairs.get(number, []), [(at, drafts[at]) for at in own.get(number, [])])


def _story(
    articles: Sequence[Article],
    members: Sequence[int],
    copied: Sequence[Copying],
    drafts: Sequence[tuple[int, Draft]],
) -> Story:
    days = [day for member in members if (day := own_day(articles[member])) is not None]
    main = main_draft([draft for _, draft in drafts])
    first = None if main is None else drafts[main][0]
    by_weight = sorted(drafts, key=lambda entry: (entry[0] != first, -len(entry[1].articles), entry[0]))
    towns = [place.name for _, draft in by_weight if (place := draft.best_place) is not None and not place.is_region]
    return Story(
        articles=tuple(members),
        texts=one_texts(members, copied),
        earliest=min(days, default=None),
        latest=max(days, default=None),
        places=tuple(dict.fromkeys(towns)),
        incident=first,
    )
