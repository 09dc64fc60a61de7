"""to_rows: one flat dict an item, for CSV files, data frames and Arrow."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from conflictnews.output.codec import decimal_text
from conflictnews.types import Annotation, Article, Attribution, EventArgument, Place, Span
from conflictnews.types.comparison import Comparison

__all__ = ["COLUMNS", "HEAD", "to_rows"]

HEAD = ("article", "source", "published", "position", "start", "end", "text")
"""The columns that every row begins with."""

Row = dict[str, Any]
Columns = dict[str, Callable[[Any, str], Any]]
"""Each column's value, of an item and the article's text."""


def to_rows(
    articles: Iterable[Article] | Comparison, layer: str, *, form: Literal["plain", "acled"] = "plain"
) -> list[Row]:
    """One layer of many articles as flat dicts of str, int, float, bool and None, all with the same keys.

    ``layer`` is one of quotes, attributions, facts, dates, events, entities, speakers, sentences, blocks, diagnostics,
    or the name of a custom layer. Every row begins with the article's ``article`` (its id, else its position),
    ``source`` and ``published``, the item's ``position`` in its layer, ``start``, ``end`` and ``text``. Dates are
    ISO strings, numbers of facts decimal strings; several names or places in one column are joined by "; ", spans are
    written "10-25". A layer that no article has is a ``ValueError``.

    ``form="acled"`` gives the events that took place in the columns of an ACLED export instead: ``event_date`` to
    ``fatalities``, one row an event that has a type there; what nothing tells is None.

    A comparison has the layers stories, incidents, tolls, disagreements, quotes, passages, copying and actors, one row
    a member: a toll, a side of a disagreement, an article's version of a quotation.

    >>> from conflictnews.types import Article, Sentence, Span
    >>> article = Article(text="Hm.", id="a", sentences=(Sentence(span=Span(0, 3), text="Hm."),))
    >>> [(row["article"], row["start"], row["text"]) for row in to_rows([article], "sentences")]
    [('a', 0, 'Hm.')]
    """
    if isinstance(articles, Comparison):
        from conflictnews.output.comparison_rows import comparison_rows  # noqa: PLC0415 - loaded for comparisons only

        return comparison_rows(articles, layer)
    given = _checked(articles)
    if form == "acled":
        return _as_acled(given, layer)
    if form != "plain":
        raise ValueError(f"form must be 'plain' or 'acled', not {form!r}")
    if layer in COLUMNS:
        columns = COLUMNS[layer]
        return [
            {**head, **{name: value(item, article.text) for name, value in columns.items()}}
            for article, item, head in _items(given, [getattr(article, layer) for article in given])
        ]
    if given and not any(layer in article.layers for article in given):
        custom = sorted({name for article in given for name in article.layers})
        raise ValueError(f"no layer {layer!r}; there are {', '.join([*COLUMNS, *custom])}")
    return _custom_rows(given, layer)


def _as_acled(articles: Sequence[Article], layer: str) -> list[Row]:
    from conflictnews.output.acled import acled_rows  # noqa: PLC0415 - its tables are read for it only

    if layer != "events":
        raise ValueError(f"only events have the form 'acled', not {layer}")
    return acled_rows(articles)


def _checked(articles: object) -> list[Article]:
    if isinstance(articles, Article) or not isinstance(articles, Iterable):
        raise TypeError(f"to_rows takes a list of Articles, not {type(articles).__name__}")
    given = list(articles)
    for position, article in enumerate(given):
        if not isinstance(article, Article):
            raise TypeError(f"to_rows takes Articles, not {type(article).__name__} at position {position}")
    return given


def _items(articles: Sequence[Article], layers: Sequence[tuple[Annotation, ...]]) -> Iterable[tuple[Article, Any, Row]]:
    for number, (article, items) in enumerate(zip(articles, layers, strict=True)):
        name = article.id if article.id is not None else str(number)
        published = _day(article.published)
        for position, item in enumerate(items):
            yield (
                article,
                item,
                {
                    "article": name,
                    "source": article.source,
                    "published": published,
                    "position": position,
                    "start": item.span.start,
                    "end": item.span.end,
                    "text": item.text,
                },
            )


def _day(value: date | None) -> str | None:
    return None if value is None else value.isoformat()


def _number(value: Decimal | None) -> str | None:
    return None if value is None else decimal_text(value)


def _spans(spans: Iterable[Span]) -> str:
    return "; ".join(f"{span.start}-{span.end}" for span in spans)


def _names(arguments: Iterable[EventArgument]) -> str | None:
    return "; ".join(argument.name for argument in arguments) or None


def _categories(arguments: Sequence[EventArgument]) -> str | None:
    """The sorts of actors, each once, in order."""
    return "; ".join(dict.fromkeys(str(one.category) for one in arguments if one.category is not None)) or None


def _surface(span: Span | None, text: str) -> str | None:
    return None if span is None else span.of(text)


def _name(argument: EventArgument | Place | None) -> str | None:
    return None if argument is None else argument.name


def _field(name: str) -> Callable[[Any, str], Any]:
    return lambda item, _: getattr(item, name)


def _kind(name: str) -> Callable[[Any, str], str]:
    return lambda item, _: str(getattr(item, name))


def _of_attribution(name: str, value: Callable[[Attribution, str], Any]) -> Columns:
    """A column about the attribution of a quote, a fact or an event."""
    return {name: lambda item, text: None if item.attribution is None else value(item.attribution, text)}


def _of_place(column: str, name: str = "") -> Columns:
    """A column about the place of an event."""
    return {column: lambda event, _: None if event.location is None else getattr(event.location, name or column)}


def _speaker(attribution: Attribution, _: str) -> str | None:
    return None if attribution.speaker is None else attribution.speaker.name


_SPEECH: Columns = {
    "speaker": _speaker,
    "speakers": lambda a, _: a.speaker_name,
    "speaker_kind": lambda a, _: None if a.speaker is None else str(a.speaker.kind),
    "speaker_role": lambda a, _: None if a.speaker is None else a.speaker.role,
    "speaker_anonymous": lambda a, _: a.anonymous,
    "source_text": lambda a, text: _surface(a.source, text),
    "cue": lambda a, text: _surface(a.cue, text),
    "medium": _field("medium"),
    "via": _field("via"),
    "resolved_by": _kind("resolved_by"),
    "confidence": _field("confidence"),
}

_ATTRIBUTIONS: Columns = {
    "kind": _kind("kind"),
    "act": _kind("act"),
    "content": lambda a, text: " … ".join(span.of(text) for span in a.content),
    "content_spans": lambda a, _: _spans(a.content),
    **_SPEECH,
    "source_span": lambda a, _: _spans([a.source]) if a.source else None,
    "cue_span": lambda a, _: _spans([a.cue]) if a.cue else None,
}

_QUOTES: Columns = {
    "kind": _kind("kind"),
    "closed": _field("closed"),
    "nested_in": _field("nested_in"),
}
for _column, _value in _SPEECH.items():
    _QUOTES |= _of_attribution(_column, _value)

COLUMNS: dict[str, Columns] = {
    "quotes": _QUOTES,
    "attributions": _ATTRIBUTIONS,
    "facts": {
        "value": lambda fact, _: _number(fact.value),
        "low": lambda fact, _: _number(fact.low),
        "high": lambda fact, _: _number(fact.high),
        "bound": _kind("bound"),
        "kind": _kind("kind"),
        "unit": _field("unit"),
        "noun": _field("noun"),
        "modifier": _field("modifier"),
        "about": _field("about"),
        "role": _kind("role"),
        **_of_attribution("speaker", _speaker),
    },
    "dates": {
        "type": _kind("type"),
        "value": _field("value"),
        "earliest": lambda ref, _: _day(ref.earliest),
        "latest": lambda ref, _: _day(ref.latest),
    },
    "events": {
        "type": _kind("type"),
        "status": _kind("status"),
        "plover": _field("plover"),
        "cameo": _field("cameo"),
        "acled": _field("acled"),
        "actors": lambda event, _: _names(event.actors),
        "actor_categories": lambda event, _: _categories(event.actors),
        "targets": lambda event, _: _names(event.targets),
        "target_categories": lambda event, _: _categories(event.targets),
        "location": lambda event, _: _name(event.location),
        **_of_place("latitude"),
        **_of_place("longitude"),
        **_of_place("geo_precision", "precision"),
        **_of_place("admin1"),
        **_of_place("country"),
        "date": lambda event, _: None if event.date is None else event.date.value,
        "weapons": lambda event, _: _names(event.weapons),
        "killed": lambda event, _: "; ".join(fact.text for fact in event.killed) or None,
        "injured": lambda event, _: "; ".join(fact.text for fact in event.injured) or None,
        "claimed_by": lambda event, _: _name(event.claimed_by),
        **_of_attribution("speaker", _speaker),
        "mentions": lambda event, _: _spans(event.mentions),
    },
    "entities": {
        "name": _field("name"),
        "kind": _kind("kind"),
        "id": _field("id"),
        "state": _field("state"),
        "mentions": lambda entity, _: _spans(entity.mentions),
    },
    "speakers": {
        "name": _field("name"),
        "kind": _kind("kind"),
        "role": _field("role"),
        "anonymous": _field("anonymous"),
        "mentions": lambda speaker, _: _spans(speaker.mentions),
    },
    "sentences": {},
    "blocks": {"kind": _kind("kind")},
    "diagnostics": {"code": _field("code"), "message": _field("message")},
}
"""Each layer's columns behind the ones that all have."""


def _custom_rows(articles: Sequence[Article], layer: str) -> list[Row]:
    from conflictnews.output.custom_layers import write_annotation  # noqa: PLC0415 - needs cattrs

    rows, names = list[tuple[Row, Row]](), dict[str, None]()
    for _, item, head in _items(articles, [article.layers.get(layer, Annotation) for article in articles]):
        plain = {key: value for key, value in write_annotation(item).items() if key not in {"span", "text"}}
        own = dict(pair for key, value in plain.items() for pair in _flat(key, value))
        names |= dict.fromkeys(own)
        rows.append((head, own))
    return [{**head, **{name: own.get(name) for name in names}} for head, own in rows]


def _flat(name: str, value: Any) -> Iterable[tuple[str, Any]]:  # noqa: ANN401 - plain data
    """A value of plain data as columns: an object's keys are joined by "_", an array's items by "; "."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _flat(f"{name}_{key}", inner)
    elif isinstance(value, list) and not any(isinstance(item, dict | list) for item in value):
        yield name, "; ".join(str(item) for item in value)
    elif isinstance(value, list):
        from conflictnews.output.plain_json import dumps  # noqa: PLC0415

        yield name, dumps(value)
    else:
        yield name, value
