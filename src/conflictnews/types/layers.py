"""Layers: what the extractors found, by name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar

import attrs

from conflictnews.types.span import Annotation

__all__ = ["Layers", "RawAnnotation"]

A = TypeVar("A", bound=Annotation)


@attrs.frozen(kw_only=True)
class RawAnnotation(Annotation):
    """An annotation read from JSON whose type was not given; ``json`` holds its other fields as they stood.

    >>> import attrs
    >>> from conflictnews import Annotation, Article, Layers, Span, from_json, to_json
    >>> @attrs.frozen(kw_only=True)
    ... class Sign(Annotation):
    ...     tone: str
    >>> found = Layers({"signs": (Sign(span=Span(2, 3), text="!", tone="loud"),)})
    >>> from_json(to_json(Article(text="Hm!", layers=found)), Article).layers["signs"][0].json
    '{"tone":"loud"}'
    """

    json: str


class Layers(Mapping[str, tuple[Annotation, ...]]):
    """A frozen, hashable mapping from a layer's name to its annotations.

    >>> from conflictnews.types.span import Span
    >>> layers = Layers({"signs": (Annotation(span=Span(0, 1), text="!"),)})
    >>> layers.get("signs", Annotation)[0].text
    '!'
    >>> layers.get("none", Annotation)
    ()
    """

    __slots__ = ("_layers",)
    _layers: dict[str, tuple[Annotation, ...]]

    def __init__(self, layers: Mapping[str, tuple[Annotation, ...]] | None = None) -> None:
        object.__setattr__(self, "_layers", {name: tuple(items) for name, items in (layers or {}).items()})

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"Layers is frozen: can't set {name!r}")

    def get(self, name: str, kind: type[A]) -> tuple[A, ...]:  # type: ignore[override]
        """The annotations of a layer, typed; empty where there is no such layer (``layers[name]`` raises KeyError).

        An item that is no ``kind`` is a ``TypeError``.

        >>> Layers().get("aircraft", Annotation)
        ()
        """
        items = self._layers.get(name, ())
        for found in set(map(type, items)):
            if not issubclass(found, kind):
                raise TypeError(f"layer {name!r} holds {found.__name__}, not {kind.__name__}")
        return items  # type: ignore[return-value]

    def adding(self, name: str, items: tuple[Annotation, ...]) -> Layers:
        """These layers and one more.

        >>> from conflictnews.types.span import Span
        >>> list(Layers().adding("signs", (Annotation(span=Span(0, 1), text="!"),)))
        ['signs']
        """
        return Layers({**self._layers, name: items})

    def __getitem__(self, name: str) -> tuple[Annotation, ...]:
        return self._layers[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._layers)

    def __len__(self) -> int:
        return len(self._layers)

    def __hash__(self) -> int:
        return hash(frozenset(self._layers.items()))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Layers) and self._layers == other._layers

    def __repr__(self) -> str:
        return f"Layers({self._layers!r})"

    def __reduce__(self) -> tuple[type[Layers], tuple[dict[str, tuple[Annotation, ...]]]]:
        return Layers, (self._layers,)
