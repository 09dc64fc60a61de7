"""A spaCy pipeline component that sets ``doc._.conflictnews`` to the Article of the doc's text, and span groups.

Needs ``pip install 'conflictnews[spacy]'``; then spaCy knows the component by itself::

    import spacy

    nlp = spacy.blank("en")
    nlp.add_pipe("conflictnews")
    doc = nlp("Iran denied it.")
    doc._.conflictnews.attributions, doc.spans["conflictnews.attributions"]

The article is kept as JSON in ``doc.user_data``, so that it goes through ``to_bytes``, ``DocBin(store_user_data=True)``
and ``nlp.pipe(n_process=2)``. To read such docs in another process call ``set_extensions()`` first.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

import attrs

from conflictnews.output.documents import from_json, to_json
from conflictnews.parser import Parser
from conflictnews.types import Article, Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["GROUPS", "ConflictNewsComponent", "register", "set_extensions"]

GROUPS = ("quotes", "attributions", "facts", "dates", "events", "entities")
"""Layers that become span groups: ``doc.spans["conflictnews.quotes"]``; displaCy shows them with ``style="span"``."""
_KEY = "conflictnews"
"""Where a doc's ``user_data`` has the JSON of its article."""


@attrs.frozen
class ConflictNewsComponent:
    """Reads each doc's text with a parser."""

    parser: Parser

    def __call__(self, doc: Doc) -> Doc:
        """Set ``doc._.conflictnews`` and the span groups.

        A date at ``doc.user_data["published"]`` (a ``date``, or in ISO form a ``str``, which spaCy can write) anchors
        relative dates.
        """
        set_extensions()
        doc._.conflictnews = self.parser.parse(doc.text, published=_day(doc.user_data.get("published")))
        return doc


def set_extensions() -> None:
    """Make ``doc._.conflictnews`` known, also for docs that another process made; needed where no component is."""
    doc = _spacy().tokens.Doc
    if not doc.has_extension(_KEY):
        doc.set_extension(_KEY, getter=_get, setter=_set)


def register(parser: Parser | None = None, *, name: str = "conflictnews") -> None:
    """Make the component known to spaCy under a name, with a parser of your own or the default one.

    Needed for a parser of your own, and where the package is not installed but on the path. A name that another
    component has is a ``ValueError``. Without spaCy a ``ModuleNotFoundError`` says what to install.
    """
    language = _spacy().language.Language
    set_extensions()
    import_module("conflictnews.integrations.spacy_factory")  # registers the default one, as spaCy does by itself
    if language.has_factory(name):
        if parser is None:
            return
        raise ValueError(f"there is a component {name!r} already; give yours another name")
    component = ConflictNewsComponent(parser if parser is not None else Parser())

    def make(nlp: Language, name: str) -> ConflictNewsComponent:  # noqa: ARG001 - spaCy's own arguments
        return component

    language.factory(name, func=make)


def _spacy() -> Any:  # noqa: ANN401 - a module
    try:
        import spacy.language  # noqa: PLC0415 - an extra
        import spacy.tokens  # noqa: PLC0415
    except ModuleNotFoundError:
        message = "the component needs spaCy: pip install 'conflictnews[spacy]'"
        raise ModuleNotFoundError(message, name="spacy") from None
    return spacy


def _day(given: object) -> Any:  # noqa: ANN401 - what the parser checks
    return date.fromisoformat(given) if isinstance(given, str) else given


def _get(doc: Doc) -> Article | None:
    kept = doc.user_data.get(_KEY)
    return None if kept is None else _article(kept)


@lru_cache(256)
def _article(kept: str) -> Article:
    return from_json(kept, Article)


def _set(doc: Doc, article: Article) -> None:
    doc.user_data[_KEY] = to_json(article)
    for layer in GROUPS:
        spans = (
            doc.char_span(at.start, at.end, label, alignment_mode="expand") for at, label in _marked(article, layer)
        )
        doc.spans[f"conflictnews.{layer}"] = [span for span in spans if span is not None]


def _marked(article: Article, layer: str) -> Iterator[tuple[Span, str]]:
    """What a layer marks, each with a label."""
    for item in getattr(article, layer):
        if layer == "attributions":
            yield from ((span, item.speaker_name or "nobody named") for span in item.content)
        elif layer == "entities":
            yield from ((span, str(item.kind)) for span in item.mentions)
        elif layer == "facts":
            yield item.span, str(item.role)
        elif layer == "quotes":
            yield item.span, str(item.kind)
        else:
            yield item.span, str(item.type)
