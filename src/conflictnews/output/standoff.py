"""brat standoff: the text, and a file of text-bound annotations, events, relations and notes beside it."""

from __future__ import annotations

from collections.abc import Iterable

from conflictnews.types import Article, EventArgument, Place, Span

__all__ = ["to_brat"]


def to_brat(article: Article) -> tuple[str, str]:
    r"""An article as the contents of a ``.txt`` and an ``.ann`` file for brat (Stenetorp et al. 2012).

    Quotes, sources, cues, contents, numbers, dates and event triggers become text-bound annotations, attributions and
    events become brat events with arguments, speakers and values become notes. Offsets are those of the article. brat
    wants no line break inside a span: there a span is given in parts. NUL and lone surrogates become U+FFFD.

    >>> from conflictnews.types import DateRef, DateType
    >>> day = DateRef(span=Span(8, 14), text="Monday", type=DateType.DATE, value="2021-02-22")
    >>> to_brat(Article(text="It is a Monday.", dates=(day,)))[1].splitlines()
    ['T1\tDate 8 14\tMonday', '#1\tAnnotatorNotes T1\tDATE 2021-02-22']
    """
    ann = _Standoff(article.text)
    for quote in article.quotes:
        ann.note(ann.text_bound("Quote", [quote.span]), str(quote.kind))
    _attributions(article, ann)
    for fact in article.facts:
        values = " ".join(str(value) for value in (fact.bound, fact.value, fact.unit) if value is not None)
        ann.note(ann.text_bound("Number", [fact.span]), f"{fact.kind} {values}")
    for ref in article.dates:
        ann.note(ann.text_bound("Date", [ref.span]), f"{ref.type} {ref.value or 'unresolved'}")
    _events(article, ann)
    for item in article.diagnostics:
        ann.note(ann.text_bound("Diagnostic", [item.span]), f"{item.code}: {item.message}")
    return _clean(article.text), "".join(f"{line}\n" for line in ann.lines)


class _Standoff:
    """The lines of an ``.ann`` file, numbered by kind."""

    def __init__(self, text: str) -> None:
        self.lines: list[str] = []
        self._text = text
        self._counts: dict[str, int] = {}
        self._known: dict[tuple[str, tuple[Span, ...]], str] = {}

    def _add(self, kind: str, rest: str) -> str:
        self._counts[kind] = self._counts.get(kind, 0) + 1
        name = f"{kind}{self._counts[kind]}"
        self.lines.append(f"{name}\t{rest}")
        return name

    def text_bound(self, label: str, spans: Iterable[Span]) -> str | None:
        """A text-bound annotation, the same one where it is there already; None where nothing is left to show."""
        parts = tuple(part for span in spans for part in _lines_of(self._text, span))
        if not parts:
            return None
        if (label, parts) not in self._known:
            offsets = ";".join(f"{part.start} {part.end}" for part in parts)
            words = _clean(" ".join(part.of(self._text) for part in parts))
            self._known[label, parts] = self._add("T", f"{label} {offsets}\t{words}")
        return self._known[label, parts]

    def event(self, label: str, trigger: str | None, arguments: Iterable[tuple[str, str | None]]) -> str | None:
        """An event on a trigger; arguments of one role are numbered."""
        if trigger is None:
            return None
        seen: dict[str, int] = {}
        parts = [f"{label}:{trigger}"]
        for role, name in arguments:
            if name is not None:
                seen[role] = seen.get(role, 0) + 1
                parts.append(f"{role}{seen[role] if seen[role] > 1 else ''}:{name}")
        return self._add("E", " ".join(parts))

    def note(self, name: str | None, words: str) -> None:
        """A note on an annotation."""
        if name is not None:
            self._add("#", f"AnnotatorNotes {name}\t{_clean(' '.join(words.split()))}")


def _attributions(article: Article, ann: _Standoff) -> None:
    for item in article.attributions:
        content = ann.text_bound("Content", item.content)
        source = ann.text_bound("Source", [item.source]) if item.source else None
        cue = ann.text_bound("Attribution", [item.cue]) if item.cue else None
        arguments = [("Source", source), ("Content", content)]
        who = item.speaker_name or "nobody named"
        name = ann.event("Attribution", cue, arguments) or content
        ann.note(name, f"{item.kind} speech, {who}, {item.resolved_by} {item.confidence:.2f}")


def _events(article: Article, ann: _Standoff) -> None:
    for event in article.events:
        label = str(event.type).title().replace("-", "")
        roles: list[tuple[str, Iterable[EventArgument | Place | None]]] = [
            ("Actor", event.actors),
            ("Target", event.targets),
            ("Place", [event.location]),
            ("Weapon", event.weapons),
        ]
        arguments = [
            (role, ann.text_bound(role, [item.span])) for role, items in roles for item in items if item is not None
        ]
        name = ann.event(label, ann.text_bound(label, [event.span]), arguments)
        ann.note(name, str(event.status))


def _lines_of(text: str, span: Span) -> list[Span]:
    """The span in parts without line breaks and without white space at their ends."""
    parts, start = [], span.start
    for line in span.of(text).splitlines(keepends=True):
        inner = line.strip()
        if inner:
            at = start + line.index(inner)
            parts.append(Span(at, at + len(inner)))
        start += len(line)
    return parts


def _clean(text: str) -> str:
    """The text with U+FFFD for what a UTF-8 file can't hold; of the same length."""
    return "".join(
        "\ufffd" if character == "\0" or "\ud800" <= character <= "\udfff" else character for character in text
    )
