"""Parser: a frozen list of extractors, and the one loop that runs them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import partial, reduce
from typing import Any, TypeVar

import attrs

from conflictnews.errors import ExtractorError, LimitExceeded
from conflictnews.extraction import AnyExtractor, in_order, run_extractors
from conflictnews.extractors import BUILT_IN, WORKING_LAYERS
from conflictnews.extractors.entities import EntityExtractor
from conflictnews.extractors.events import EventExtractor
from conflictnews.extractors.names import NameExtractor
from conflictnews.extractors.protocol import Extractor
from conflictnews.gazetteer import Gazetteer
from conflictnews.installed import installed
from conflictnews.lexicons.lexicon import Lexicon, using
from conflictnews.lexicons.row_types import ActorRow, CueRow, PlaceRow, TriggerRow, UnitRow, WeaponRow
from conflictnews.lexicons.user_rows import KINDS, checked_user_rows
from conflictnews.limiting import read_within
from conflictnews.realignment import realigned
from conflictnews.register.actors import checked
from conflictnews.text import TextView
from conflictnews.text.normalization import normalized
from conflictnews.types import (
    Annotation,
    Article,
    Attribution,
    Block,
    BlockKind,
    DateRef,
    Diagnostic,
    Entity,
    Event,
    Layers,
    NumericFact,
    Quote,
    Sentence,
    Speaker,
)
from conflictnews.types.limits import Limits

__all__ = ["Parser"]

T = TypeVar("T")
AnyRow = Mapping[str, object]
_LOCATING = (EntityExtractor, EventExtractor)
"""Extractors that ask where something is."""
_KNOWING = (NameExtractor, EntityExtractor, EventExtractor)
"""Extractors that ask who somebody is."""

_FIELDS: dict[str, type[Annotation]] = {
    "blocks": Block,
    "sentences": Sentence,
    "entities": Entity,
    "speakers": Speaker,
    "quotes": Quote,
    "attributions": Attribution,
    "facts": NumericFact,
    "dates": DateRef,
    "events": Event,
}


@attrs.frozen
class Parser:
    """What is looked for in a text: a frozen, picklable list of extractors.

    ``limits`` say how much of a text is read, and how much is given of it (``Limits``); by default there is no limit.
    ``max_length`` refuses longer texts (in code points) with ``LimitExceeded``, whatever the limits.
    ``lexicon`` are the words that ``with_lexicon`` added. ``max_annotations`` is how many an extractor of your own may
    give (or as many as the text has characters, where these are more); one more is an ``ExtractorError``, so that no
    endless one hangs.

    Extractors run behind what they require, otherwise in the order given. What is no extractor, a requirement that is
    missing or circular, and two extractors of one name, are an ``ExtractorError`` when the parser is made. What an
    extractor raises is an ``ExtractorError`` that names it and the article, with the error itself as its cause.

    >>> Parser().without("events").parse("Iran denied it.").attributions[0].cue
    Span(start=5, end=11)
    """

    extractors: tuple[AnyExtractor, ...] = attrs.field(default=BUILT_IN, converter=in_order)
    max_length: int | None = None
    lexicon: Lexicon | None = None
    max_annotations: int = 1_000_000
    limits: Limits | None = attrs.field(
        default=None, validator=attrs.validators.optional(attrs.validators.instance_of(Limits))
    )

    def with_extractors(self, *extractors: Extractor[Annotation]) -> Parser:
        """A parser that runs these too.

        >>> class Nothing:
        ...     name, requires = "nothing", frozenset()
        ...     def __call__(self, view, done):
        ...         return ()
        >>> Parser().with_extractors(Nothing()).extractors[-1].name
        'nothing'
        """
        return attrs.evolve(self, extractors=self.extractors + extractors)

    def with_installed_extractors(self, *names: str) -> Parser:
        """A parser that runs the extractors of installed packages, too: all, or those of these names.

        They are found by the entry points of the group ``conflictnews.extractors``, each an extractor or a class that
        makes one; nothing is loaded unless it is asked for here. A name that no package has, and an entry point that
        can't be loaded, are an ``ExtractorError``.

        >>> Parser().with_installed_extractors("absent")
        Traceback (most recent call last):
        conflictnews.errors.ExtractorError: no installed package has an extractor 'absent'; there are none
        """
        return self.with_extractors(*installed(names))

    def with_gazetteer(self, *gazetteers: Gazetteer) -> Parser:
        """A parser that looks for places in these first, then where it looked before.

        >>> towns = Gazetteer.from_rows([{"name": "Dorn", "latitude": 12.5, "longitude": -1.5, "country": "BFA"}])
        >>> article = Parser().with_gazetteer(towns).parse("Gunmen killed two farmers in Dorn.")
        >>> article.events[0].location.latitude
        12.5
        """
        if wrong := [given for given in gazetteers if not isinstance(given, Gazetteer)]:
            raise TypeError(
                f"a gazetteer must be a Gazetteer (Gazetteer.from_csv(path)), not {type(wrong[0]).__name__}"
            )
        if not gazetteers:
            return self
        given = reduce(Gazetteer.joined, gazetteers)
        evolved = (
            attrs.evolve(one, gazetteer=given.joined(one.gazetteer)) if isinstance(one, _LOCATING) else one
            for one in self.extractors
        )
        return attrs.evolve(self, extractors=tuple(evolved))

    def with_lexicon(
        self,
        *,
        cues: Iterable[CueRow | AnyRow] = (),
        actors: Iterable[ActorRow | AnyRow] = (),
        units: Iterable[UnitRow | AnyRow] = (),
        weapons: Iterable[WeaponRow | AnyRow] = (),
        triggers: Iterable[TriggerRow | AnyRow] = (),
        places: Iterable[PlaceRow | AnyRow] = (),
    ) -> Parser:
        """A parser that knows these words, too; a row takes the place of a shipped one with the same key.

        Columns are those of the shipped tables: ``cue class certainty frames act``, ``actor kind id state backer parent
        names``, ``unit dimension words symbols ucum``, ``weapon code``, ``trigger pos class noun``, ``name latitude
        longitude names country admin1 id population kind``; what is left out has a default where there is one. Every
        cell is checked now: a mistake is a ``LexiconError`` with the row, the column and what is allowed. From files:
        ``with_lexicon(**read_lexicon(folder))``.

        >>> parser = Parser().with_lexicon(cues=[{"cue": "glorp"}], weapons=[{"weapon": "zorbgun", "code": "shooting"}])
        >>> parser.parse("Mara Voss glorped that the bridge fell.").attributions[0].speaker.name
        'Mara Voss'
        """
        given = {"cues": cues, "units": units, "weapons": weapons, "triggers": triggers}
        rows = {kind: checked_user_rows(kind, some) for kind, some in given.items()}
        tables = tuple(
            (KINDS[kind].table, tuple(tuple(row.values()) for row in some)) for kind, some in rows.items() if some
        )
        parser = self
        if people := checked_user_rows("actors", actors):
            parser = parser.with_actors(people)
        if towns := checked_user_rows("places", places):
            parser = parser.with_gazetteer(Gazetteer.from_rows(towns))
        if tables:
            parser = attrs.evolve(parser, lexicon=Lexicon(tables).joined(self.lexicon))
            # What rows say together is checked where they are first made use of.
            attrs.evolve(parser, limits=None, max_length=None).parse("He said 3 were hurt.")
        return parser

    def with_actors(self, rows: Iterable[Mapping[str, object]]) -> Parser:
        """A parser that knows these actors, too: their names whole, their ids, what sort of actor they are.

        A row has ``actor`` (the plain name) and ``kind`` (rebel, militia, communal, force, ministry, party, body,
        state), and may have ``id``, ``state`` and ``backer`` (ISO 3166-1 alpha-3), ``parent`` (an id) and ``names``
        (further ones, parted by "|"; initials in capitals). What is no such row is a ``ValueError`` that names it.

        >>> known = Parser().with_actors([{"actor": "Dorn Front", "kind": "rebel", "state": "MLI", "names": "FDK"}])
        >>> [(one.name, one.id) for one in known.parse("The FDK shelled Kaya.").events[0].actors]
        [('FDK', 'dorn-front')]
        """
        given = checked(rows)
        evolved = (
            attrs.evolve(one, actors=(*given, *one.actors)) if isinstance(one, _KNOWING) else one
            for one in self.extractors
        )
        return attrs.evolve(self, extractors=tuple(evolved))

    def without(self, *names: str) -> Parser:
        """A parser that leaves out these layers; an unknown name is an ``ExtractorError``.

        >>> Parser().without("events").parse("Rebels shelled the camp.").events
        ()
        """
        have = {extractor.name for extractor in self.extractors}
        if unknown := set(names) - have:
            raise ExtractorError(f"no layer {', '.join(sorted(unknown))}; there are {', '.join(sorted(have))}")
        return attrs.evolve(self, extractors=tuple(e for e in self.extractors if e.name not in names))

    def only(self, *names: str) -> Parser:
        """A parser that runs these layers and what they require, nothing else.

        >>> [extractor.name for extractor in Parser().only("sentences").extractors]
        ['sentences']
        """
        by_name = {extractor.name: extractor for extractor in self.extractors}
        if unknown := set(names) - by_name.keys():
            raise ExtractorError(f"no layer {', '.join(sorted(unknown))}; there are {', '.join(sorted(by_name))}")
        keep, queue = set[str](), list(names)
        while queue:
            name = queue.pop()
            if name not in keep:
                keep.add(name)
                queue += by_name[name].requires
        return attrs.evolve(self, extractors=tuple(e for e in self.extractors if e.name in keep))

    def parse(
        self, text: str, *, published: date | None = None, id: str | None = None, source: str | None = None
    ) -> Article:
        """Read one article. Any ``str`` parses; what is odd becomes a diagnostic.

        ``published`` anchors relative dates; without it the date printed under the title does, and without that they
        stay unresolved. ``id`` and ``source`` are kept as given. The ``NaT`` and ``NaN`` of data frames count as None.
        A wrong type is a ``TypeError``. Beyond ``limits`` the article is of the text's beginning, or it is a
        ``LimitExceeded``.

        >>> Parser().parse("It began on Thursday.", published=date(2021, 2, 26)).dates[0].value
        '2021-02-25'
        """
        published, id, source = _given(published), _given(id), _given(source)  # noqa: A001 - the argument itself
        _check_arguments(text, published, id, source)
        if self.max_length is not None and len(text) > self.max_length:
            raise LimitExceeded(f"the text has {len(text)} characters, the parser's max_length is {self.max_length}")
        text = str.__str__(text)  # not a scraper's subclass with all its tree
        day = None if published is None else date(published.year, published.month, published.day)
        read = partial(self._read, day=day, id=_plain(id), source=_plain(source))
        return read(text) if self.limits is None else read_within(self.limits, text, read)

    def _read(self, text: str, day: date | None, id: str | None, source: str | None) -> Article:
        read = normalized(text)
        view = TextView(text if read is None else read.text, day)
        with using(self.lexicon):
            most = max(self.max_annotations, len(text))
            done, diagnostics = run_extractors(self.extractors, view, id, most)
        article = _article(view, done, diagnostics, id, source)
        return article if read is None else realigned(article, text, read)


def _given(value: T) -> T | None:
    return None if _is_missing(value) else value


def _is_missing(value: object) -> bool:
    """Whether a value is NaN or NaT, which differ from themselves.

    >>> _is_missing(float("nan")), _is_missing("nan")
    (True, False)
    """
    return isinstance(value, float | date) and value != value  # noqa: PLR0124


def _check_arguments(text: object, published: object, id: object, source: object) -> None:
    if _is_missing(text):
        raise TypeError("text must be a str, the article itself; it is missing (NaN)")
    if not isinstance(text, str):
        hint = " (decode it first)" if isinstance(text, bytes | bytearray) else ""
        raise TypeError(f"text must be a str, the article itself, not {type(text).__name__}{hint}")
    if published is not None and not isinstance(published, date):
        raise TypeError(f"published must be a datetime.date or None, not {type(published).__name__}")
    for name, value in (("id", id), ("source", source)):
        if value is not None and not isinstance(value, str):
            raise TypeError(f"{name} must be a str or None, not {type(value).__name__}")


def _plain(value: str | None) -> str | None:
    return None if value is None else str.__str__(value)


def _article(
    view: TextView, done: Layers, diagnostics: list[Diagnostic], id: str | None, source: str | None
) -> Article:
    fields: dict[str, Any] = {}
    for name, kind in _FIELDS.items():
        try:
            fields[name] = done.get(name, kind)
        except TypeError as wrong:
            raise ExtractorError(str(wrong)) from None
    own = {name: done[name] for name in done if name not in _FIELDS and name not in WORKING_LAYERS}
    published = view.published or printed_date(fields["blocks"], fields["dates"])
    return Article(
        text=view.text,
        id=id,
        source=source,
        published=published,
        diagnostics=tuple(diagnostics),
        layers=Layers(own),
        **fields,
    )


def printed_date(blocks: Iterable[Block], dates: Iterable[DateRef]) -> date | None:
    """The day that the page prints under its title: the first full date in a block of kind ``date``, or a dateline."""
    days = [ref for ref in dates if ref.earliest is not None and ref.earliest == ref.latest]
    for kind in (BlockKind.DATE, BlockKind.DATELINE):
        spans = [block.span for block in blocks if block.kind is kind]
        for ref in days:
            if any(span.contains(ref.span) for span in spans):
                return ref.earliest
    return None
