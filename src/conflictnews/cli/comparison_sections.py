"""A comparison for the terminal: what the articles share, and where they disagree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from conflictnews.cli.sections import Line, Section, flat, short
from conflictnews.types import (
    Article,
    Slot,
    TollState,
    Verdict,
)
from conflictnews.types.comparison import (
    Comparison,
    CopiedPassage,
    Copying,
    Disagreement,
    Incident,
    SharedQuote,
    Story,
    Toll,
)

__all__ = ["comparison_sections"]

_MAY_BE_RIGHT = (Verdict.UPDATE, Verdict.PART, Verdict.COMPATIBLE)
_FEWEST = 2
_SHOWN = 12
"""So many articles are named by their number on one line."""


def comparison_sections(comparison: Comparison, articles: Sequence[Article], most: int | None = None) -> list[Section]:
    """The sections of a comparison; ``most`` cuts each one. Articles are named by their number, from 1."""
    against = [item for item in comparison.disagreements if item.verdict is Verdict.CONTRADICTION]
    others = [item for item in comparison.disagreements if item.verdict in _MAY_BE_RIGHT]
    sections = [
        Section("Stories", [line for story in comparison.stories for line in _story(story, comparison, most)]),
        Section("How many, by whose word", list(_tolls(comparison, articles))),
        Section(
            "Where two reports cannot both be right", [_disagreement(one, comparison, articles) for one in against]
        ),
        Section(
            "The same words in several articles", [_quote(shared, articles) for shared in comparison.shared_quotes]
        ),
        Section("Who has whose text", [_copying(pair) for pair in comparison.copying]),
        Section("Copied sentences", [_passage(passage, articles) for passage in comparison.copied_passages]),
        Section("The same event", [_incident(incident) for incident in comparison.incidents]),
        Section("What differs, and may all be right", [_disagreement(one, comparison, articles) for one in others]),
        Section(
            "One actor, several names",
            [
                Line(flat(actor.name), " · ".join(map(flat, actor.aliases)))
                for actor in comparison.actors
                if actor.aliases
            ],
        ),
    ]
    return [_cut(section, most) for section in sections if section.lines]


def _cut(section: Section, most: int | None) -> Section:
    if most is None or len(section.lines) <= most:
        return section
    rest = Line("", f"… and {len(section.lines) - most} more: conflictnews compare shows them all")
    return Section(section.title, [*section.lines[:most], rest])


def _numbers(positions: Sequence[int]) -> str:
    numbers = [f"[{position + 1}]" for position in dict.fromkeys(positions)]
    more = [f"and {len(numbers) - _SHOWN} more"] if len(numbers) > _SHOWN + 1 else []
    return " ".join(numbers[: _SHOWN if more else None] + more)


def _quote(shared: SharedQuote, articles: Sequence[Article]) -> Line:
    fullest = max(shared.members, key=lambda member: member.similarity)
    words = short(f"“{flat(fullest.span.of(articles[fullest.article].text))}”")
    by: dict[str, list[int]] = {}
    for member in shared.members:
        by.setdefault(member.speaker or "nobody named", []).append(member.article)
    if len(by) == 1:
        told = next(iter(by))
    else:
        told = "; ".join(f"{flat(name)} {_numbers(where)}" for name, where in by.items())
    conflict = "" if shared.speakers_agree else "  ← different speakers"
    return Line(_numbers([member.article for member in shared.members]), f"{words} — {told}{conflict}")


def _passage(passage: CopiedPassage, articles: Sequence[Article]) -> Line:
    first = passage.members[0]
    label = _numbers([member.article for member in passage.members])
    kind = f"{passage.kind}, {passage.similarity:.0%} alike"
    return Line(label, short(first.span.of(articles[first.article].text), 200), kind)


def _incident(incident: Incident) -> Line:
    parts = [str(incident.type), f"in {incident.location}" if incident.location else "", incident.date or ""]
    label = _numbers([member.article for member in incident.members])
    return Line(label, ", ".join(part for part in parts if part))


def _disagreement(item: Disagreement, comparison: Comparison, articles: Sequence[Article]) -> Line:
    sides: dict[str, list[int]] = {}
    for one in item.items:
        words = short(one.told if item.slot is Slot.DAY else one.span.of(articles[one.article].text), 120)
        told = f"{words}, says {flat(one.source)}" if one.source else words
        sides.setdefault(told, []).append(one.article)
    told = " · ".join(f"{words} {_numbers(where)}" for words, where in sides.items())
    about = ""
    if item.incident is not None:
        incident = comparison.incidents[item.incident]
        about = f" ({incident.type}{', ' + flat(incident.location) if incident.location else ''})"
    label = str(item.slot) if item.what in (str(item.slot), "") else f"{item.slot}: {flat(item.what)}"
    return Line(label, f"{told}{about}", "" if item.verdict is Verdict.CONTRADICTION else str(item.verdict))


def _story(story: Story, comparison: Comparison, most: int | None) -> Iterator[Line]:
    """ "7 articles, 6 texts, 2017-04-15 to 2017-04-16: bombing in Aleppo", then the articles, few of them."""
    texts = f"{len(story.texts)} text{'' if len(story.texts) == 1 else 's'}"
    days = " to ".join(dict.fromkeys(str(day) for day in (story.earliest, story.latest) if day is not None))
    parts = [f"{len(story.articles)} articles", texts, *([days] if days else [])]
    about = ""
    if story.incident is not None:
        incident = comparison.incidents[story.incident]
        where = f" in {flat(incident.location)}" if incident.location else ""
        about = f": {incident.type}{where}{', ' + incident.date if incident.date else ''}"
    yield Line(_numbers(story.articles), ", ".join(parts) + about)
    if most is not None and len(story.articles) < most:
        for article in story.articles:
            given = comparison.articles[article]
            told = " · ".join(flat(str(part)) for part in (given.source, given.published) if part)
            yield Line(f"[{article + 1}]", short(given.title or given.id or "", 100), told)


def _tolls(comparison: Comparison, articles: Sequence[Article]) -> Iterator[Line]:
    """One line for each incident and role of which two articles tell figures, by the day of telling."""
    for incident in comparison.incidents:
        for role in dict.fromkeys(toll.role for toll in incident.tolls):
            tolls = [toll for toll in incident.tolls if toll.role is role]
            if len({toll.article for toll in tolls}) < _FEWEST:
                continue
            figures: dict[str, list[int]] = {}
            for toll in sorted(tolls, key=lambda toll: (str(toll.told_on or "~"), toll.low or toll.value or 0)):
                figures.setdefault(_figure(toll, articles), []).append(toll.article)
            told = " · ".join(f"{words} {_numbers(where)}" for words, where in figures.items())
            where = f", {flat(incident.location)}" if incident.location else ""
            yield Line(str(role), told, f"{incident.type}{where}")


def _figure(toll: Toll, articles: Sequence[Article]) -> str:
    words = short(toll.span.of(articles[toll.article].text), 60)
    state = "" if toll.state is TollState.CURRENT else f" ({toll.state})"
    return f"{words}{state}" + (f", says {flat(toll.source)}" if toll.source else "")


def _copying(pair: Copying) -> Line:
    reason = f" ({pair.reason.replace('-', ' ')})" if pair.reason else ""
    return Line(
        f"[{pair.article + 1}] [{pair.other + 1}]",
        f"{pair.share:.0%} of [{pair.article + 1}] stands in [{pair.other + 1}]{reason}",
    )
