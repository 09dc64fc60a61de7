"""A comparison for the terminal: what the articles share, and where they disagree."""

from __future__ import annotations

from collections.abc import Sequence

from conflictnews.cli.sections import Line, Section, flat, short
from conflictnews.types import (
    Article,
    Verdict,
)
from conflictnews.types.comparison import (
    Comparison,
    CopiedPassage,
    Disagreement,
    Incident,
    SharedQuote,
)

__all__ = ["comparison_sections"]

_SHOWN = 12
"""So many articles are named by their number on one line."""


def comparison_sections(comparison: Comparison, articles: Sequence[Article], most: int | None = None) -> list[Section]:
    """The sections of a comparison; ``most`` cuts each one. Articles are named by their number, from 1."""
    sections = [
        Section(
            "The same words in several articles", [_quote(shared, articles) for shared in comparison.shared_quotes]
        ),
        Section("Copied sentences", [_passage(passage, articles) for passage in comparison.copied_passages]),
        Section("The same event", [_incident(incident) for incident in comparison.incidents]),
        Section("Where they disagree", _disagreements(comparison, articles)),
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


def _disagreements(comparison: Comparison, articles: Sequence[Article]) -> list[Line]:
    contradictions = [item for item in comparison.disagreements if item.verdict is Verdict.CONTRADICTION]
    compatible = [item for item in comparison.disagreements if item.verdict is Verdict.COMPATIBLE]
    return [_disagreement(item, comparison, articles) for item in [*contradictions, *compatible]]


def _disagreement(item: Disagreement, comparison: Comparison, articles: Sequence[Article]) -> Line:
    figures: dict[str, list[int]] = {}
    for figure in item.items:
        figures.setdefault(flat(figure.span.of(articles[figure.article].text)), []).append(figure.article)
    told = " · ".join(f"{words} {_numbers(where)}" for words, where in figures.items())
    about = ""
    if item.incident is not None:
        incident = comparison.incidents[item.incident]
        about = f" ({incident.type}{', ' + incident.location if incident.location else ''})"
    verdict = "can't both be right" if item.verdict is Verdict.CONTRADICTION else "may both be right"
    return Line(flat(item.what), f"{told}{about}", verdict)
