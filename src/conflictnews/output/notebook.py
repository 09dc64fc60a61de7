"""What notebooks show: HTML that styles only itself, without script and without any extra installed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape
from typing import Any

import attrs

from conflictnews.output.inline import inline_html
from conflictnews.output.marks import article_marks, bounds_text, flat
from conflictnews.output.rows import row_of
from conflictnews.output.tables.numbering import Numbering
from conflictnews.types import (
    Annotation,
    Article,
    Attribution,
    DateRef,
    Diagnostic,
    Entity,
    Event,
    NumericFact,
    Quote,
    Speaker,
)
from conflictnews.types.comparison import Comparison

__all__ = ["notebook_html"]

_NOT_IN_HTML = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff]")
_MOST = 200
"""Rows of a table that are shown."""
_STYLES = {
    "said": "background:rgba(255,193,7,.18)",
    "said direct": "background:rgba(255,193,7,.32)",
    "source": "border-bottom:2px solid rgba(13,110,253,.7)",
    "cue": "border-bottom:2px dotted rgba(13,110,253,.7)",
    "number": "background:rgba(220,53,69,.18)",
    "date": "background:rgba(25,135,84,.18)",
    "event": "font-weight:bold",
    "odd": "border-bottom:2px wavy rgba(220,53,69,.8)",
}
_CELL = 'style="text-align:left;vertical-align:top"'

Rows = list[Sequence[object]]


def notebook_html(shown: object) -> str | None:
    """An article, an event, a comparison, or a tuple of what an article holds, as HTML; None for anything else.

    All styles stand in the elements themselves, so that nothing else in the notebook changes.

    >>> from conflictnews.types import DateType, Span
    >>> day = DateRef(span=Span(0, 6), text="Monday", type=DateType.DATE, value="2021-02-22")
    >>> "Monday</td>" in notebook_html((day,)), notebook_html((1, 2))
    (True, None)
    """
    if isinstance(shown, Article):
        return _box(_article(shown))
    if isinstance(shown, Comparison):
        return _box(_comparison(shown))
    items = (shown,) if isinstance(shown, Event) else shown
    if not isinstance(items, tuple) or not items:
        return None
    kind = type(items[0])
    if not all(type(item) is kind for item in items):
        return None
    if kind is Article:
        return _box(_articles(items))
    if not issubclass(kind, Annotation):
        return None
    columns, rows = _rows_of(kind, items)
    return _box(_table(columns, rows))


def _box(inner: str) -> str:
    return _NOT_IN_HTML.sub("\ufffd", f"<div>{inner}</div>")


def _article(article: Article) -> str:
    title = flat(article.title.text) if article.title else flat(article.text)[:100] or "(no text)"
    notes = [str(note) for note in (article.id, article.source, article.published) if note is not None]
    parts = [f"<div><b>{escape(title)}</b> {escape(' · '.join(notes))}</div>"]
    parts.append(_folded("Text", f'<div style="white-space:pre-wrap">{_text(article)}</div>', is_open=False))
    layers: list[tuple[str, type[Annotation], tuple[Any, ...]]] = [
        ("Who said what", Attribution, article.attributions),
        ("Numbers", NumericFact, article.facts),
        ("Events", Event, article.events),
        ("What looks odd", Diagnostic, article.diagnostics),
    ]
    for name, kind, items in layers:
        if items:
            columns, rows = _rows_of(kind, items, article.text)
            parts.append(_folded(f"{name} ({len(items)})", _table(columns, rows), is_open=kind is Attribution))
    return "".join(parts)


def _text(article: Article) -> str:
    """The text with its annotations in colour; what they are stands in their tooltips."""
    marks = [
        attrs.evolve(mark, attributes={**mark.attributes, "class": "", "style": style}, id=None)
        for mark in article_marks(article, "")
        if (style := _style(mark.attributes.get("class", "")))
    ]
    return inline_html(article.text, marks).replace(' class=""', "")


def _style(kind: str) -> str | None:
    return _STYLES.get(kind) or _STYLES.get(kind.partition(" ")[0])


def _folded(name: str, inner: str, *, is_open: bool) -> str:
    return f"<details{' open' if is_open else ''}><summary>{escape(name)}</summary>{inner}</details>"


def _articles(articles: Iterable[Article]) -> str:
    columns = ("id", "published", "title", "quotes", "attributions", "facts", "events")
    rows: Rows = [
        (
            one.id,
            one.published,
            one.title.text if one.title else one.text[:80],
            *(len(layer) for layer in (one.quotes, one.attributions, one.facts, one.events)),
        )
        for one in articles
    ]
    return _table(columns, rows)


def _comparison(comparison: Comparison) -> str:
    counts: Rows = [
        (field.name.replace("_", " "), len(getattr(comparison, field.name)))
        for field in attrs.fields(Comparison)
        if isinstance(getattr(comparison, field.name), tuple)
    ]
    told: Rows = [
        (one.what, one.verdict, ", ".join(str(item.value) for item in one.items if item.value is not None))
        for one in comparison.disagreements
    ]
    parts = [_table(("what the articles share", "how many"), counts)]
    if told:
        parts.append(_folded("Figures", _table(("what", "verdict", "values"), told), is_open=True))
    return "".join(parts)


def _rows_of(kind: type[Annotation], items: tuple[Any, ...], text: str = "") -> tuple[Sequence[str], Rows]:
    """The columns and rows of one kind of annotation."""
    if kind is Event:
        return _events(items)
    if kind is Attribution:
        return ("who", "act", "words", "how"), [
            (
                one.speaker_name or "nobody named",
                one.act,
                _content(one, text),
                f"{one.resolved_by}, {one.confidence:.2f}",
            )
            for one in items
        ]
    if kind is Quote:
        names = (one.attribution.speaker_name if one.attribution else None for one in items)
        return ("who", "words", "kind"), [(name, one.text, one.kind) for name, one in zip(names, items, strict=True)]
    if kind is NumericFact:
        return ("words", "value", "unit", "noun", "role"), [
            (one.text, bounds_text(one), one.unit, one.noun, one.role) for one in items
        ]
    if kind is DateRef:
        return ("words", "type", "value", "from", "to"), [
            (one.text, one.type, one.value, one.earliest, one.latest) for one in items
        ]
    if kind in (Entity, Speaker):
        return ("name", "kind", "mentions"), [(one.name, one.kind, len(one.mentions)) for one in items]
    if kind is Diagnostic:
        return ("what", "words", "message"), [(one.code, one.text, one.message) for one in items]
    own = [field.name for field in attrs.fields(kind) if field.name not in ("span", "text")]
    return ("words", *own), [(one.text, *(getattr(one, name) for name in own)) for one in items]


def _content(attribution: Attribution, text: str) -> str:
    return " … ".join(span.of(text) for span in attribution.content) if text else attribution.text


_EVENT_COLUMNS = ("type", "status", "actor1", "actor2", "location", "date_value", "killed_low", "killed_high")


def _events(events: tuple[Event, ...]) -> tuple[Sequence[str], Rows]:
    ids = Numbering(Article(text="", events=events), "")
    rows = [row_of(event, ids, "events") for event in events]
    return ("words", *_EVENT_COLUMNS), [(row["text"], *(row[name] for name in _EVENT_COLUMNS)) for row in rows]


def _table(columns: Sequence[str], rows: Rows) -> str:
    head = "".join(f"<th {_CELL}>{escape(name)}</th>" for name in columns)
    body = "".join(
        f"<tr>{''.join(f'<td {_CELL}>{escape(_cell(value))}</td>' for value in row)}</tr>" for row in rows[:_MOST]
    )
    more = f"<div>… and {len(rows) - _MOST} more</div>" if len(rows) > _MOST else ""
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"


def _cell(value: object) -> str:
    return "" if value is None else flat(str(value))
