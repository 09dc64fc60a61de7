"""Which stretches of an article are shown in colour, and what their tooltips say."""

from __future__ import annotations

from collections.abc import Iterator

from conflictnews.output.inline import Mark
from conflictnews.types import Article, Attribution, AttributionKind, BlockKind, NumericFact, QuoteKind, Role, Span

__all__ = ["article_marks", "bounds_text", "flat", "layer_anchor"]

_BLOCK, _CONTENT, _QUOTE, _ODD, _EVENT, _SOURCE, _CUE, _DATE, _NUMBER, _OWN = range(10)
"""What lies outside where two marks cover the same characters."""


def flat(text: str) -> str:
    """A text in one line."""
    return " ".join(text.split())


def article_marks(article: Article, prefix: str) -> list[Mark]:
    """Every mark; ids begin with ``prefix``."""
    return [
        *_block_marks(article),
        *_speech_marks(article, prefix),
        *_quote_marks(article, prefix),
        *_item_marks(article, prefix),
    ]


def _mark(span: Span, order: int, kind: str, title: str, anchor: str | None = None) -> Mark:
    return Mark(span.start, span.end, order, {"class": kind, "title": title}, anchor)


def _block_marks(article: Article) -> Iterator[Mark]:
    for block in article.blocks:
        if block.kind is not BlockKind.BODY:
            yield Mark(block.span.start, block.span.end, _BLOCK, {"class": f"block {block.kind}"})


def _who(attribution: Attribution | None) -> str:
    if attribution is None or attribution.speaker is None:
        return "nobody named"
    return flat(attribution.speaker_name or "")


def _speech_marks(article: Article, prefix: str) -> Iterator[Mark]:
    for number, item in enumerate(article.attributions):
        found = f"{_who(item)} ({item.resolved_by}, confidence {item.confidence:.2f})"
        for part, span in enumerate(item.content):
            kind = "said direct" if item.kind is AttributionKind.DIRECT else "said"
            anchor = f"{prefix}-attribution-{number}" if part == 0 else None
            yield _mark(span, _CONTENT, kind, f"{item.kind} speech: {found}", anchor)
        if item.source is not None:
            yield _mark(item.source, _SOURCE, "source", f"source: {found}")
        if item.cue is not None:
            yield _mark(item.cue, _CUE, "cue", f"cue of what {_who(item)} said")


def _quote_marks(article: Article, prefix: str) -> Iterator[Mark]:
    for number, quote in enumerate(article.quotes):
        closed = "" if quote.closed else ", never closed"
        told = "" if quote.kind is QuoteKind.SCARE else f": {_who(quote.attribution)}"
        title = f"{quote.kind} quotation{closed}{told}"
        attributes = {"class": f"quote {quote.kind}", "title": title}
        yield Mark(quote.outer.start, quote.outer.end, _QUOTE, attributes, f"{prefix}-quote-{number}")


def bounds_text(fact: NumericFact) -> str:
    r"""A number with its bound, for people: "at least 22", "10 to 15".

    >>> from decimal import Decimal
    >>> from conflictnews.types import Bound
    >>> bounds_text(NumericFact(span=Span(0, 2), text="22", value=Decimal(22), low=Decimal(22), bound=Bound.MIN))
    '≥\xa022'
    """
    low, high = (_digits(value) for value in (fact.low, fact.high))
    if fact.value is not None:
        sign = {"min": "≥\u00a0", "max": "≤\u00a0", "approx": "≈\u00a0"}.get(str(fact.bound), "")
        return sign + _digits(fact.value)
    if low and high:
        return f"{low} to {high}"
    return f"≥\u00a0{low}" if low else f"≤\u00a0{high}" if high else ""


def _digits(value: object) -> str:
    if value is None:
        return ""
    shown = f"{value:,f}"
    return shown if len(shown) <= 40 else f"{value:.3E}"


def _item_marks(article: Article, prefix: str) -> Iterator[Mark]:
    for number, fact in enumerate(article.facts):
        role = "" if fact.role is Role.OTHER else f", {fact.role}"
        unit = f" {fact.unit}" if fact.unit else ""
        title = f"{fact.kind}: {bounds_text(fact)}{unit}{role}"
        yield _mark(fact.span, _NUMBER, "number", title, f"{prefix}-fact-{number}")
    for number, ref in enumerate(article.dates):
        yield _mark(ref.span, _DATE, "date", f"{ref.type}: {ref.value or 'unresolved'}", f"{prefix}-date-{number}")
    for number, event in enumerate(article.events):
        for span in dict.fromkeys((event.span, *event.mentions)):
            anchor = f"{prefix}-event-{number}" if span == event.span else None
            yield _mark(span, _EVENT, "event", f"event: {event.type}, {event.status}", anchor)
    for number, item in enumerate(article.diagnostics):
        yield _mark(item.span, _ODD, "odd", f"{item.code}: {item.message}", f"{prefix}-odd-{number}")
    for name in article.layers:
        for number, own in enumerate(article.layers[name]):
            yield _mark(own.span, _OWN, "own", name, layer_anchor(prefix, name, number))


def layer_anchor(prefix: str, name: str, number: int) -> str:
    """The id of a custom layer's item; layers are told apart by the characters of their names."""
    safe = "".join(
        character if character.isascii() and character.isalnum() else f"_{ord(character):x}_" for character in name
    )
    return f"{prefix}-layer-{safe}-{number}"
