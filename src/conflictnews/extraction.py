"""Extractors in their order, checked, and the one loop that runs them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, get_args, get_type_hints

import attrs

from conflictnews.errors import ConflictNewsError, ExtractorError
from conflictnews.extractors import BUILT_IN
from conflictnews.extractors.protocol import Extractor
from conflictnews.text import TextView
from conflictnews.types import Annotation, Article, Diagnostic, Layers

__all__ = ["AnyExtractor", "in_order", "run_extractors"]

AnyExtractor = Extractor[Annotation]
_OWN = frozenset(map(type, BUILT_IN))
"""Extractors whose results the tests check, so that the loop need not."""
_LAYERS = frozenset(extractor.name for extractor in BUILT_IN)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_TAKEN = frozenset(field.name for field in attrs.fields(Article)) - _LAYERS | {"title", "byline", "dateline"}
"""What an Article holds beside layers: no layer may be called so."""


def in_order(extractors: Iterable[AnyExtractor]) -> tuple[AnyExtractor, ...]:
    """The extractors, checked, each behind what it requires, otherwise in the order given."""
    given = tuple(extractors)
    for extractor in given:
        if type(extractor) not in _OWN:
            _check(extractor)
    names = [extractor.name for extractor in given]
    for name in names:
        if names.count(name) > 1:
            raise ExtractorError(f"two extractors are named {name!r}; leave one out with without({name!r})")
    for extractor in given:
        if missing := extractor.requires - set(names):
            raise ExtractorError(
                f"{extractor.name!r} requires {', '.join(sorted(missing))}, which the parser leaves out"
            )
    ordered: list[AnyExtractor] = []
    waiting, ready = list(given), set[str]()
    while waiting:
        nxt = next((extractor for extractor in waiting if extractor.requires <= ready), None)
        if nxt is None:
            circle = ", ".join(extractor.name for extractor in waiting)
            raise ExtractorError(f"these extractors require one another in a circle: {circle}")
        waiting.remove(nxt)
        ordered.append(nxt)
        ready.add(nxt.name)
    return tuple(ordered)


def _check(extractor: Any) -> None:  # noqa: ANN401 - whatever was given
    """``ExtractorError`` for what is no extractor: a class in place of its instance, a name that is none."""
    shown = getattr(extractor, "__name__", type(extractor).__name__)
    if isinstance(extractor, type):
        raise ExtractorError(f"{shown} is a class; give an extractor made of it: {shown}()")
    if not callable(extractor):
        raise ExtractorError(f"{shown} is no extractor: it can't be called with a TextView and Layers")
    name = getattr(extractor, "name", None)
    if not isinstance(name, str) or not name or _CONTROL.search(name):
        wanted = "a str that is not empty, without control characters"
        raise ExtractorError(f"the name of {shown} must be {wanted}, not {name!r}")
    if name in _TAKEN:
        raise ExtractorError(f"{shown}: no layer can be named {name!r}, which articles have for something else")
    requires = getattr(extractor, "requires", None)
    if not isinstance(requires, frozenset | set) or not all(isinstance(layer, str) for layer in requires):
        raise ExtractorError(f"{name!r}: requires must be a frozenset of names of layers, not {requires!r}")
    for kind in _declared(type(extractor)):
        if isinstance(kind, type) and kind is not Any and not (issubclass(kind, Annotation) and attrs.has(kind)):
            raise ExtractorError(f"{name!r} gives {kind.__name__}, which is not derived from Annotation with attrs")


def _declared(kind: type[Any]) -> tuple[Any, ...]:
    """What an extractor's annotations say that it gives; nothing where they can't be read."""
    try:
        given = get_type_hints(kind.__call__).get("return")
    except (NameError, TypeError, AttributeError):
        return ()
    return get_args(given)[:1]


def run_extractors(
    extractors: Iterable[AnyExtractor], view: TextView, article: str | None, most: int
) -> tuple[Layers, list[Diagnostic]]:
    """What the extractors find, by layer, and the diagnostics in order; ``article`` is the id that errors name."""
    done, diagnostics = Layers(), list[Diagnostic]()
    for extractor in extractors:
        items: list[Annotation] = []
        for item in _found(extractor, view, done, article, most):
            if isinstance(item, Diagnostic):
                diagnostics.append(item)
            else:
                items.append(item)
        done = done.adding(extractor.name, tuple(items))
    diagnostics.sort(key=lambda diagnostic: (diagnostic.span, diagnostic.code))
    return done, diagnostics


def _found(
    extractor: AnyExtractor, view: TextView, done: Layers, article: str | None, most: int
) -> Iterable[Annotation]:
    """What one extractor gives; what goes wrong in it is an ``ExtractorError`` that names it and the article."""
    name = extractor.name
    try:
        if type(extractor) in _OWN:
            return list(extractor(view, done))
        found: list[Annotation] = []
        for item in extractor(view, done):
            if len(found) >= most:
                raise ExtractorError(f"{name!r} gives more than {most} annotations", extractor=name, article=article)
            _check_item(name, item, view.text, article)
            found.append(item)
    except ConflictNewsError:
        raise
    except Exception as wrong:
        problem = f"{name!r} failed: {type(wrong).__name__}: {wrong}"
        raise ExtractorError(problem, extractor=name, article=article) from wrong
    return found


def _check_item(name: str, item: object, text: str, article: str | None) -> None:
    if not isinstance(item, Annotation):
        problem = f"{name!r} must give Annotation values, not {type(item).__name__}"
        raise ExtractorError(problem, extractor=name, article=article)
    span = item.span
    if span.end > len(text) or text[span.start : span.end] != item.text:
        problem = f"{name!r}: the text of {type(item).__name__} at {span} is not what stands there"
        raise ExtractorError(problem, extractor=name, article=article)
