"""Extractors of installed packages, by their entry points."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from conflictnews.errors import ExtractorError

__all__ = ["GROUP", "installed"]

GROUP = "conflictnews.extractors"


def installed(names: Sequence[str]) -> list[Any]:
    """The extractors of these names, of all packages where none is named, in the order of their names."""
    from importlib.metadata import entry_points  # noqa: PLC0415 - only when asked for

    points = {point.name: point for point in sorted(entry_points(group=GROUP), key=lambda point: point.name)}
    for name in names:
        if name not in points:
            there = ", ".join(points) or "none"
            raise ExtractorError(f"no installed package has an extractor {name!r}; there are {there}")
    return [_loaded(point) for name, point in points.items() if not names or name in names]


def _loaded(point: Any) -> Any:  # noqa: ANN401 - an EntryPoint, and whatever it loads
    try:
        found = point.load()
        return found() if isinstance(found, type) else found
    except Exception as wrong:
        problem = f"the entry point {point.name!r} ({point.value}) can't be loaded: {type(wrong).__name__}: {wrong}"
        raise ExtractorError(problem, extractor=point.name) from wrong
