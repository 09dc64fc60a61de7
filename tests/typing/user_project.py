"""What a user's strict project sees: every public call has the type that the pages promise."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any, assert_type

import attrs

import conflictnews as cn


@attrs.frozen(kw_only=True)
class Aircraft(cn.Annotation):
    model: str


@attrs.frozen
class AircraftExtractor:
    name: str = "aircraft"
    requires: frozenset[str] = frozenset({"sentences"})

    def __call__(self, view: cn.TextView, done: cn.Layers, /) -> Iterator[Aircraft]:
        assert_type(done.get("sentences", cn.Sentence), tuple[cn.Sentence, ...])
        for position in view.positions({"f-16"}):
            yield Aircraft(span=view.span(position, position + 1), text=view.words[position], model="F-16")


article = cn.parse("text", published=date(2021, 2, 26), id="a", source="b")
assert_type(article, cn.Article)
assert_type(article.text, str)
assert_type(article.title, cn.Block | None)
assert_type(article.byline, cn.Block | None)
assert_type(article.dateline, cn.Block | None)
assert_type(article.published, date | None)
assert_type(article.blocks, tuple[cn.Block, ...])
assert_type(article.sentences, tuple[cn.Sentence, ...])
assert_type(article.speakers, tuple[cn.Speaker, ...])
assert_type(article.quotes, tuple[cn.Quote, ...])
assert_type(article.attributions, tuple[cn.Attribution, ...])
assert_type(article.facts, tuple[cn.NumericFact, ...])
assert_type(article.dates, tuple[cn.DateRef, ...])
assert_type(article.events, tuple[cn.Event, ...])
assert_type(article.diagnostics, tuple[cn.Diagnostic, ...])
assert_type(article.layers.get("aircraft", Aircraft), tuple[Aircraft, ...])

for quote in article.quotes:
    assert_type(quote.span, cn.Span)
    assert_type(quote.outer, cn.Span)
    assert_type(quote.kind, cn.QuoteKind)
    assert_type(quote.nested_in, int | None)
    assert_type(quote.attribution, cn.Attribution | None)
    if quote.attribution is not None and quote.attribution.speaker is not None:
        assert_type(quote.attribution.speaker.name, str)
        assert_type(quote.attribution.confidence, float)
for fact in article.facts:
    assert_type(fact.value, Decimal | None)
    assert_type(fact.role, cn.Role)
for event in article.events:
    assert_type(event.actors, tuple[cn.EventArgument, ...])
    assert_type(event.date, cn.DateRef | None)

assert_type(cn.parse_blocks("text"), tuple[cn.Block, ...])
assert_type(cn.parse_quotes("text"), tuple[cn.Quote, ...])
assert_type(cn.parse_attributions("text"), tuple[cn.Attribution, ...])
assert_type(cn.parse_facts("text"), tuple[cn.NumericFact, ...])
assert_type(cn.parse_dates("text", published=date(2021, 2, 26)), tuple[cn.DateRef, ...])
assert_type(cn.parse_events("text", published=None), tuple[cn.Event, ...])
assert_type(cn.parse_many(["text", {"text": "text", "id": "a"}], workers=2), Iterator[cn.Article])
assert_type(cn.parse_many(["text"], errors="return"), Iterator[cn.Article | cn.Failure])
assert_type(cn.columns("events", form="acled"), tuple[cn.Column, ...])
assert_type(
    cn.Parser().with_lexicon(cues=[{"cue": "opine", "certainty": 80}], units=[{"unit": "jerib", "dimension": "area"}]),
    cn.Parser,
)
assert_type(cn.to_csv([article], "facts"), str)
assert_type(cn.from_json("{}", cn.Collection), cn.Collection)

limits = cn.Limits(max_chars=100_000, max_items=1000, seconds=2.5, strict=True)
parser = cn.Parser(max_length=10, limits=limits).with_extractors(AircraftExtractor()).without("events").only("aircraft")
assert_type(parser, cn.Parser)
assert_type(parser.parse("text"), cn.Article)
extractor: cn.Extractor[Aircraft] = AircraftExtractor()
wider: cn.Extractor[cn.Annotation] = extractor

span = cn.Span(0, 4)
assert_type(span.of("text"), str)
assert_type(span < cn.Span(1, 2), bool)

comparison = cn.compare([article])
assert_type(comparison, cn.Comparison)
assert_type(comparison.stories, tuple[cn.Story, ...])
assert_type(comparison.incidents[0].tolls, tuple[cn.Toll, ...])
assert_type(comparison.disagreements[0].slot, cn.Slot)
assert_type(cn.to_rows(comparison, "tolls"), list[dict[str, Any]])
assert_type(cn.from_json(cn.to_json(article), cn.Article, types={"aircraft": Aircraft}), cn.Article)
assert_type(cn.from_dict(cn.to_dict(comparison), cn.Comparison), cn.Comparison)
assert_type(cn.to_json(article), str)
assert_type(cn.to_html(article), str)
assert_type(cn.to_html(comparison), str)
