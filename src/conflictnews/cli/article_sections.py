"""One article for the terminal: who said what, the numbers, the events, and what looks odd."""

from __future__ import annotations

from collections.abc import Iterable

from conflictnews.cli.sections import Line, Section, counted, flat, short
from conflictnews.types import (
    Article,
    Attribution,
    AttributionKind,
    Event,
    EventStatus,
    FactKind,
    NumericFact,
    Quote,
    QuoteKind,
    Role,
)

__all__ = ["article_sections", "event_text", "speaker_label"]

_NOBODY = "nobody named"


def article_sections(article: Article, least: float) -> list[Section]:
    """The sections of one article; those without rows are left out.

    What is attributed with less than the ``least`` confidence is left out, too, but for what stands in quotation marks.
    """
    sure = [one for one in article.attributions if one.confidence >= least or one.kind is not AttributionKind.INDIRECT]
    sections = [
        Section("Who said what", _said(article, [one for one in sure if one.act.is_speech])),
        Section(
            "What they think, want and see", _by_speaker(article, [one for one in sure if not one.act.is_speech], [])
        ),
        Section("Numbers", _numbers(article)),
        Section("Events", _events(article)),
        Section("What looks odd", _odd(article)),
    ]
    return [section for section in sections if section.lines]


def speaker_label(attribution: Attribution | None, text: str) -> tuple[str, str]:
    """Who speaks, and in small print the role, or the words that could not be resolved."""
    if attribution is None:
        return _NOBODY, ""
    speaker = attribution.speaker
    if speaker is not None:
        return flat(attribution.speaker_name or ""), flat(speaker.role or "")
    if attribution.source is not None:
        return _NOBODY, f"“{flat(attribution.source.of(text))}”"
    return _NOBODY, ""


def _said(article: Article, spoken: list[Attribution]) -> list[Line]:
    """What was said and written, with the quotations that nobody is named for."""
    alone = [
        quote
        for quote in article.quotes
        if quote.attribution is None and quote.kind is not QuoteKind.SCARE and quote.nested_in is None
    ]
    return _by_speaker(article, spoken, alone)


def _by_speaker(article: Article, attributions: Iterable[Attribution], quotes: Iterable[Quote]) -> list[Line]:
    """By speaker in the order of their first words; who is not named comes last."""
    said: dict[tuple[str, str], list[tuple[int, str, str]]] = {}
    for attribution in attributions:
        label, note = speaker_label(attribution, article.text)
        # A speaker's role is shown once, whatever it is; words that nobody could resolve stand apart.
        key = (label, note) if label == _NOBODY else (label, "")
        said.setdefault(key, []).append(
            (attribution.span.start, _content(attribution, article.text), _cue(attribution, article.text))
        )
    for quote in quotes:
        said.setdefault((_NOBODY, ""), []).append((quote.span.start, _quoted(quote), ""))
    roles = {flat(speaker.name): flat(speaker.role or "") for speaker in article.speakers}
    order = sorted(said, key=lambda key: (key[0] == _NOBODY, min(said[key])))
    lines = []
    for label, note in order:
        for number, (_, text, cue) in enumerate(sorted(said[label, note])):
            small = note or roles.get(label, "")
            lines.append(Line(label, text, small, cue) if number == 0 else Line("", text, lead=cue))
    return lines


def _content(attribution: Attribution, text: str) -> str:
    content = " … ".join(flat(span.of(text)) for span in attribution.content)
    return short(f"“{content.strip('“”')}”" if attribution.kind is AttributionKind.DIRECT else content)


def _cue(attribution: Attribution, text: str) -> str:
    cue = flat(attribution.cue.of(text)) if attribution.cue else ""
    if not any(char.isalpha() for char in cue):
        return ""  # nothing, a colon, a dash
    via = flat(attribution.via) if attribution.via else ""
    return f"{cue} {via}" if cue and via and via not in cue else cue


def _quoted(quote: Quote) -> str:
    return short(f"“{flat(quote.text)}”")


def _numbers(article: Article) -> list[Line]:
    groups: dict[str, list[str]] = {}
    for fact in sorted(article.facts, key=_casualties_first):
        if fact.kind is not FactKind.ORDINAL or fact.role is not Role.OTHER:
            groups.setdefault(str(fact.kind if fact.role is Role.OTHER else fact.role), []).append(_number(fact))
    return [Line(name, counted(texts)) for name, texts in groups.items()]


def _casualties_first(fact: NumericFact) -> tuple[int, str]:
    roles = list(Role)
    return roles.index(fact.role), "" if fact.kind is FactKind.COUNT else str(fact.kind)


def _number(fact: NumericFact) -> str:
    text = flat(fact.text)
    if fact.noun is None and fact.about:
        return f"{text} ({flat(fact.about)})"
    return text


def _events(article: Article) -> list[Line]:
    """Events of one type and status that say the same are one row; those that say nothing but the trigger share one."""
    rows: dict[str, list[str]] = {}
    for event in article.events:
        status = "" if event.status is EventStatus.OCCURRED else f" ({event.status})"
        rows.setdefault(f"{event.type}{status}", []).append(event_text(event))
    return [Line(label if first else "", text) for label, texts in rows.items() for first, text in _told(texts)]


def _told(texts: list[str]) -> list[tuple[bool, str]]:
    bare = [text for text in texts if text.startswith("“")]
    told = [text for text in texts if not text.startswith("“")]
    lines = list(dict.fromkeys(told)) + ([counted(bare)] if bare else [])
    return [(number == 0, line) for number, line in enumerate(lines)]


def event_text(event: Event) -> str:
    """Who did what to whom, where, when and with which result; the trigger in quotation marks where nobody says."""
    actors = ", ".join(dict.fromkeys(flat(actor.name) for actor in event.actors))
    targets = ", ".join(dict.fromkeys(flat(target.name) for target in event.targets))
    parts = [f"{actors or '?'} → {targets}" if targets else actors]
    if event.location:
        parts.append(f"in {flat(event.location.name)}")
    if event.date:
        parts.append(f"{event.date.value or flat(event.date.text)}")
    if event.weapons:
        parts.append("with " + ", ".join(flat(weapon.name) for weapon in event.weapons))
    for name, facts in (("killed", event.killed), ("injured", event.injured)):
        if facts:
            parts.append(f"{name}: " + ", ".join(flat(fact.text) for fact in facts))
    if event.claimed_by:
        parts.append(f"claimed by {flat(event.claimed_by.name)}")
    told = ", ".join(part for part in parts if part)
    return short(told) if told else f"“{flat(event.text)}”"


def _odd(article: Article) -> list[Line]:
    lines = []
    for diagnostic in article.diagnostics:
        number = article.text.count("\n", 0, diagnostic.span.start) + 1
        shown = short(diagnostic.text, 60)
        lines.append(Line(diagnostic.code, f"line {number}, “{shown}”: {flat(diagnostic.message)}"))
    return lines
