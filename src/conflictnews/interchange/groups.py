"""What annotators see of an article: groups of marked words, with what is said of them.

A group is one quotation, attribution, number, date or event. Every format writes groups and reads them back; which item
of the article a group stands for is told by what it holds, so that no format has to keep ids.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from conflictnews.output.codec import decimal_text
from conflictnews.types import Annotation, Article, Attribution, DateRef, Event, NumericFact, Quote, Span

__all__ = ["GROUPED", "PARTS", "Group", "groups_of", "tight"]

GROUPED = ("quotes", "attributions", "facts", "dates", "events")
"""The layers that annotators see."""
PARTS: dict[str, tuple[str, ...]] = {
    "attributions": ("source", "cue"),
    "events": ("actor", "target", "place", "weapon"),
}
"""What else belongs to a group beside its head: the content of an attribution, the mentions of an event."""


Marked = tuple[frozenset[Span], frozenset[tuple[str, Span]]]


@attrs.frozen
class Group:
    """One item: its layer, the words that it is (``head``), what belongs to them by role, and values by name."""

    layer: str
    head: tuple[Span, ...]
    parts: tuple[tuple[str, Span], ...] = ()
    values: tuple[tuple[str, str], ...] = ()

    def marked(self, text: str) -> Marked:
        """What is marked, in a form that is equal for all that look alike to an annotator."""
        heads = frozenset(tight(span, text) for span in self.head)
        return heads, frozenset((role, tight(span, text)) for role, span in self.parts)

    def agrees(self, own: Group) -> bool:
        """Whether its values are those of another group; those that it does not give count as the same."""
        return dict(own.values) | dict(self.values) == dict(own.values)


def tight(span: Span, text: str) -> Span:
    """A span without white space at its ends, which annotators neither see nor mark.

    >>> tight(Span(0, 6), " ab  c")
    Span(start=1, end=6)
    """
    words = span.of(text)
    inner = words.strip()
    if not inner:
        return span
    start = span.start + words.index(inner)
    return Span(start, start + len(inner))


def groups_of(article: Article) -> Iterator[tuple[Group, Annotation]]:
    """Each item of the grouped layers with its group."""
    for layer in GROUPED:
        for item in getattr(article, layer):
            yield _GROUPS[layer](item), item


def _flat(value: object) -> str:
    return "" if value is None else " ".join(str(value).split())


def _quote(quote: Any) -> Group:  # noqa: ANN401 - a Quote
    item: Quote = quote
    return Group("quotes", (item.span,), values=(("kind", str(item.kind)),))


def _attribution(attribution: Any) -> Group:  # noqa: ANN401
    item: Attribution = attribution
    parts = (("source", item.source), ("cue", item.cue))
    values = (("speaker", _flat(item.speaker_name)), ("act", str(item.act)))
    found = tuple((role, span) for role, span in parts if span is not None)
    return Group("attributions", item.content or (item.span,), found, values)


def _fact(fact: Any) -> Group:  # noqa: ANN401
    item: NumericFact = fact
    value = "" if item.value is None else decimal_text(item.value)
    return Group("facts", (item.span,), values=(("role", str(item.role)), ("value", value)))


def _date(ref: Any) -> Group:  # noqa: ANN401
    item: DateRef = ref
    return Group("dates", (item.span,), values=(("type", str(item.type)), ("value", _flat(item.value))))


def _event(event: Any) -> Group:  # noqa: ANN401
    item: Event = event
    place = () if item.location is None else (item.location,)
    roles: tuple[tuple[str, tuple[Any, ...]], ...] = (
        ("actor", item.actors),
        ("target", item.targets),
        ("place", place),
        ("weapon", item.weapons),
    )
    parts = tuple((role, one.span) for role, arguments in roles for one in arguments)
    values = (("type", str(item.type)), ("status", str(item.status)))
    return Group("events", item.mentions or (item.span,), parts, values)


_GROUPS = {"quotes": _quote, "attributions": _attribution, "facts": _fact, "dates": _date, "events": _event}
