"""Why this speaker, why this number: the words that decided, and how surely."""

from __future__ import annotations

from conflictnews.cli.article_sections import speaker_label
from conflictnews.cli.sections import Line, Section, flat, short
from conflictnews.output.codec import decimal_text
from conflictnews.types import Article, Attribution, Bound, NumericFact, Resolution, Role

__all__ = ["explain_sections"]

_RESOLUTIONS = {
    Resolution.EXPLICIT: "the source names the speaker",
    Resolution.PRONOUN: "the source is a pronoun or a description with one antecedent",
    Resolution.CONTINUATION: "the quotation goes on from the one before",
    Resolution.ADJACENT: "no cue; the speaker of the neighbouring sentence",
    Resolution.NONE: "nobody could be named",
}
_BOUNDS = {
    Bound.EXACT: "exactly",
    Bound.APPROX: "about",
    Bound.MIN: "at least",
    Bound.MAX: "at most",
    Bound.RANGE: "a range",
    Bound.VAGUE: "a vague number",
}


def explain_sections(article: Article) -> list[Section]:
    """Why each speaker and each number of an article is what it is."""
    unattributed = [
        Line(
            "nobody named",
            short(f"“{flat(quote.text)}”; {quote.kind} quotation at {_place(quote.span.start, article)}"),
        )
        for quote in article.quotes
        if quote.attribution is None
    ]
    sections = [
        Section("Why this speaker", [_attribution(item, article) for item in article.attributions]),
        Section("Quotations without a speaker", unattributed),
        Section("Why this number", [_fact(fact, article) for fact in article.facts]),
    ]
    return [section for section in sections if section.lines]


def _place(offset: int, article: Article) -> str:
    line = article.text.count("\n", 0, offset) + 1
    return f"line {line}, column {offset - article.text.rfind(chr(10), 0, offset)}"


def _attribution(item: Attribution, article: Article) -> Line:
    text = article.text
    label, note = speaker_label(item, text)
    parts = [
        f"source “{flat(item.source.of(text))}”" if item.source else "no source words",
        f"cue “{flat(item.cue.of(text))}”" if item.cue else "no cue",
        f"{item.resolved_by}: {_RESOLUTIONS[item.resolved_by]}",
        f"confidence {item.confidence:.2f}",
        f"{flat(item.medium)}" if item.medium else "",
        f"via {flat(item.via)}" if item.via else "",
        "anonymous" if item.anonymous else "",
        _place(item.span.start, article),
    ]
    said = short(" … ".join(flat(span.of(text)) for span in item.content), 160)
    return Line(label, f"{item.kind} speech: {said} — {'; '.join(part for part in parts if part)}", note)


def _fact(fact: NumericFact, article: Article) -> Line:
    values = [
        f"{name} {decimal_text(value)}"
        for name, value in (("value", fact.value), ("low", fact.low), ("high", fact.high))
        if value is not None
    ]
    parts = [
        f"{fact.kind}, {_BOUNDS[fact.bound]} ({fact.bound}): {', '.join(values) or 'no value'}",
        f"unit {fact.unit}" if fact.unit else "",
        f"counts {flat(fact.noun)}" if fact.noun else "",
        f"said of {flat(fact.about)}" if fact.about else "",
        f"modifier {flat(fact.modifier)}" if fact.modifier else "",
        f"role {fact.role}" if fact.role is not Role.OTHER else "",
        f"says {flat(fact.attribution.speaker.name)}" if fact.attribution and fact.attribution.speaker else "",
        _place(fact.span.start, article),
    ]
    return Line(short(fact.text, 60), "; ".join(part for part in parts if part))
