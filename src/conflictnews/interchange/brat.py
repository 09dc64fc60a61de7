"""brat standoff (Stenetorp et al. 2012): an article as a text and an ``.ann`` file, and back with its corrections."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from conflictnews.errors import SchemaError
from conflictnews.interchange.corrections import PlacedGroup, corrected
from conflictnews.interchange.groups import PARTS, Group, groups_of, tight
from conflictnews.types import Article, EventType, Span

__all__ = ["brat_configuration", "from_brat", "to_brat"]

_LABELS = {"quotes": "Quote", "facts": "Number", "dates": "Date"}
_LAYERS = {label: layer for layer, label in _LABELS.items()}
_EVENTS = {str(kind).title().replace("-", ""): str(kind) for kind in EventType}
_SPEECH = ("Attribution", "Uncued")
"""Events on the cue of an attribution, and on the content of one without."""
_ROLES = {"Source": "source", "Actor": "actor", "Target": "target", "Place": "place", "Weapon": "weapon"}
_TITLES = {role: label for label, role in _ROLES.items()}


def to_brat(article: Article) -> tuple[str, str]:
    r"""An article as the contents of a ``.txt`` and an ``.ann`` file for brat.

    Quotations, numbers and dates are text-bound annotations; attributions are events on their cue with ``Source`` and
    ``Content`` (without a cue ``Uncued`` on the content), events such of their type with participants, place and
    further mentions. Values stand in notes: "speaker: Otto | act: say", which may be edited. Offsets are those of the
    article. brat wants no line break inside a span: there a span is given in parts. NUL and lone surrogates become
    U+FFFD.

    >>> from conflictnews.types import DateRef, DateType
    >>> day = DateRef(span=Span(8, 14), text="Monday", type=DateType.DATE, value="2021-02-22")
    >>> to_brat(Article(text="It is a Monday.", dates=(day,)))[1].splitlines()
    ['T1\tDate 8 14\tMonday', '#1\tAnnotatorNotes T1\ttype: DATE | value: 2021-02-22']
    """
    ann = _Standoff(article.text)
    for group, _ in groups_of(article):
        label = _LABELS.get(group.layer)
        name = _as_event(group, ann) if label is None else ann.text_bound(label, group.head[0])
        ann.note(name, " | ".join(f"{key}: {value}" for key, value in group.values if value))
    for item in article.diagnostics:
        ann.note(ann.text_bound("Diagnostic", item.span), f"{item.code}: {item.message}")
    return _clean(article.text), "".join(f"{line}\n" for line in ann.lines)


def _as_event(group: Group, ann: _Standoff) -> str | None:
    """An attribution or an event as a brat event."""
    if group.layer == "events":
        label = dict(group.values)["type"].title().replace("-", "")
        trigger, more = ann.text_bound(label, group.head[0]), [("Mention", span) for span in group.head[1:]]
        more += [(_TITLES[role], span) for role, span in group.parts]
        return ann.event(label, trigger, more)
    parts = dict(group.parts)
    source = [("Source", parts["source"])] if "source" in parts else []
    if "cue" in parts:
        contents = [("Content", span) for span in group.head]
        return ann.event("Attribution", ann.text_bound("Attribution", parts["cue"]), [*source, *contents])
    contents = [("Content", span) for span in group.head[1:]]
    return ann.event("Uncued", ann.text_bound("Uncued", group.head[0]), [*source, *contents])


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

    def text_bound(self, label: str, span: Span) -> str | None:
        """A text-bound annotation, the same one where it is there already; None where nothing is left to show."""
        parts = tuple(_lines_of(self._text, span))
        if not parts:
            return None
        if (label, parts) not in self._known:
            offsets = ";".join(f"{part.start} {part.end}" for part in parts)
            words = _clean(" ".join(part.of(self._text) for part in parts))
            self._known[label, parts] = self._add("T", f"{label} {offsets}\t{words}")
        return self._known[label, parts]

    def event(self, label: str, trigger: str | None, arguments: Iterable[tuple[str, Span]]) -> str | None:
        """An event on a trigger; arguments of one role are numbered."""
        if trigger is None:
            return None
        seen: dict[str, int] = {}
        parts = [f"{label}:{trigger}"]
        for role, span in arguments:
            name = self.text_bound(role, span)
            if name is not None:
                seen[role] = seen.get(role, 0) + 1
                parts.append(f"{role}{seen[role] if seen[role] > 1 else ''}:{name}")
        return self._add("E", " ".join(parts))

    def note(self, name: str | None, words: str) -> None:
        """A note on an annotation."""
        if name is not None and words:
            self._add("#", f"AnnotatorNotes {name}\t{_clean(' '.join(words.split()))}")


def from_brat(txt: str, ann: str, article: Article | None = None) -> Article:
    r"""The article with the corrections of an ``.ann`` file; without ``article`` what the file holds, as a new one.

    What is as ``to_brat`` wrote it stays the very same. A text that is not the article's, a line that is none of
    brat's, a name that stands twice and a span that is not what stands there are a ``SchemaError`` with the line.
    Relations, attributes and what is called otherwise than ``to_brat`` calls it are passed over.

    >>> article = Article(text="It is a Monday.")
    >>> [date.text for date in from_brat(article.text, "T1\tDate 8 14\tMonday\n", article).dates]
    ['Monday']
    """
    if not isinstance(txt, str) or not isinstance(ann, str):
        raise TypeError("from_brat takes the text of the .txt file and that of the .ann file, each a str")
    whole = Article(text=txt) if article is None else article
    if txt != _clean(whole.text):
        raise SchemaError(".txt", "is not the text of the article")
    return corrected(whole, list(_read_groups(_read_lines(ann, txt))))


_NAMED = re.compile(r"[TEAMRN]\d|#|\*")
"""How a line of brat's begins: with its kind and number, a note's sign, or that of an equivalence."""
_Bound = tuple[str, str, Span]
"""A text-bound annotation: its line, its label, where it stands."""


class _Read:
    """What an ``.ann`` file holds: text-bound annotations, events and notes, by name."""

    def __init__(self) -> None:
        self.bound: dict[str, _Bound] = {}
        self.events: dict[str, tuple[str, list[tuple[str, str]]]] = {}
        self.notes: dict[str, list[str]] = {}


def _read_lines(ann: str, txt: str) -> _Read:
    read = _Read()
    for number, line in enumerate(ann.split("\n"), 1):
        place = f".ann:{number}"
        name, _, rest = line.partition("\t")
        if name in read.bound or name in read.events:
            raise SchemaError(place, f"{name} stands twice")
        if line.strip() and not _NAMED.match(name):
            raise SchemaError(place, f"is no line of brat's: {line[:60]!r}")
        try:
            if name.startswith("T"):
                head, _, words = rest.partition("\t")
                label, _, offsets = head.partition(" ")
                parts = [Span(*map(int, part.split())) for part in offsets.split(";")]
                read.bound[name] = (place, label, Span(parts[0].start, parts[-1].end))
                if " ".join(part.of(txt) for part in parts) != words:
                    raise SchemaError(place, f"{words[:60]!r} is not what stands at {offsets}")
            elif name.startswith("E"):
                roles = [tuple(part.split(":", 1)) for part in rest.split()]
                read.events[name] = (place, [(role.rstrip("0123456789"), target) for role, target in roles])
            elif name.startswith("#"):
                target, _, words = rest.partition("\t")
                read.notes.setdefault(target.split()[1], []).append(words)
        except (ValueError, TypeError, IndexError):
            raise SchemaError(place, f"is no line of brat's: {line[:60]!r}") from None
    return read


def _read_groups(read: _Read) -> Iterator[PlacedGroup]:
    for name, (place, label, span) in read.bound.items():
        if label in _LAYERS:
            for note in read.notes.get(name, [""]):
                yield place, Group(_LAYERS[label], (span,), values=_values(note))
    for name, (place, arguments) in read.events.items():
        for role, target in arguments:
            if target not in read.bound:
                raise SchemaError(place, f"{role} is {target}, which is not there")
        label, trigger = arguments[0]
        spans = [(role, read.bound[target][2]) for role, target in arguments[1:]]
        note = next(iter(read.notes.get(name, [])), "")
        group = _read_event(label, read.bound[trigger][2], spans, _values(note))
        if group is not None:
            yield place, group


def _read_event(
    label: str, trigger: Span, spans: list[tuple[str, Span]], values: tuple[tuple[str, str], ...]
) -> Group | None:
    if label in _SPEECH:
        contents = tuple(span for role, span in spans if role == "Content")
        source = tuple(("source", span) for role, span in spans if role == "Source")
        if label == "Uncued":
            return Group("attributions", (trigger, *contents), source, values)
        return Group("attributions", contents or (trigger,), (*source, ("cue", trigger)), values)
    if label in _EVENTS:
        mentions = tuple(span for role, span in spans if role == "Mention")
        parts = tuple((_ROLES[role], span) for role, span in spans if _ROLES.get(role) in PARTS["events"])
        told = {**dict(values), "type": _EVENTS[label]}
        return Group("events", (trigger, *mentions), parts, tuple(told.items()))
    return None


def _values(note: str) -> tuple[tuple[str, str], ...]:
    """The values of a note; words that are none are passed over."""
    pairs = (part.partition(":") for part in note.split(" | "))
    return tuple((key.strip(), value.strip()) for key, colon, value in pairs if colon)


def brat_configuration() -> str:
    r"""The ``annotation.conf`` for brat: every label and role that ``to_brat`` writes.

    >>> brat_configuration().partition("[events]")[2].split("\n")[1]
    'Attribution\tSource?:Source, Content*:Content'
    """
    roles = ("Source", "Content", "Mention", "Actor", "Target", "Place", "Weapon")
    entities = [*_LABELS.values(), *roles, "Diagnostic"]
    speech = [f"{label}\tSource?:Source, Content*:Content" for label in _SPEECH]
    arguments = ", ".join(f"{role}*:{role}" for role in ("Mention", "Actor", "Target", "Place", "Weapon"))
    events = [f"{label}\t{arguments}" for label in _EVENTS]
    sections = {"entities": entities, "relations": [], "events": [*speech, *events], "attributes": []}
    return "\n".join(f"[{name}]\n" + "".join(f"{line}\n" for line in lines) for name, lines in sections.items())


def _lines_of(text: str, span: Span) -> Iterator[Span]:
    """The span in parts without line breaks and without white space at their ends."""
    start = span.start
    for line in span.of(text).splitlines(keepends=True):
        if line.strip():
            yield tight(Span(start, start + len(line)), text)
        start += len(line)


def _clean(text: str) -> str:
    """The text with U+FFFD for what a UTF-8 file can't hold; of the same length."""
    return "".join(
        "\ufffd" if character == "\0" or "\ud800" <= character <= "\udfff" else character for character in text
    )
