"""What an extractor is: the one door for the built-in layers and for your own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

from conflictnews.text import TextView
from conflictnews.types import Annotation, Layers

__all__ = ["Extractor"]

A_co = TypeVar("A_co", bound=Annotation, covariant=True)


class Extractor(Protocol[A_co]):
    """Turns a text, and the layers found before, into annotations of one kind.

    ``name`` is the key of the layer, ``requires`` names the layers that must have run before. Layers that an extractor
    can use but does not need are read with ``done.get``, which is empty where they are absent. An extractor is pure
    and, to be used with ``parse_many(workers=...)``, picklable. ``Diagnostic`` values among the results go to
    ``article.diagnostics``.

    >>> from conflictnews import Annotation, Parser, Span
    >>> class Shouts:
    ...     name = "shouts"
    ...     requires = frozenset()
    ...
    ...     def __call__(self, view, done):
    ...         for at, letter in enumerate(view.text):
    ...             if letter == "!":
    ...                 yield Annotation(span=Span(at, at + 1), text="!")
    >>> article = Parser().with_extractors(Shouts()).parse("No! It rained!")
    >>> [found.span.start for found in article.layers["shouts"]]
    [2, 13]
    """

    @property
    def name(self) -> str:
        """The layer's key."""
        ...

    @property
    def requires(self) -> frozenset[str]:
        """Layers that must have run before."""
        ...

    def __call__(self, view: TextView, done: Layers, /) -> Iterable[A_co]:
        """The annotations, in any order; each span must lie in the text and each ``text`` equal its slice."""
        ...
