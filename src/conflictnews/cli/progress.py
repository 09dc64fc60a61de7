"""How far long work is, in one line on stderr where that is a terminal."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

__all__ = ["progress_line", "with_progress"]

T = TypeVar("T")
_PATIENCE, _EVERY = 1.0, 0.2
"""Seconds before anything is shown, and between two changes of the line."""


def with_progress(items: Iterable[T], total: int | None) -> Iterator[T]:
    """The items, one by one; their number, the total where it is known, and the rate go to a terminal."""
    show, began, shown = sys.stderr.isatty(), time.monotonic(), 0.0
    number = 0
    for number, item in enumerate(items, 1):
        now = time.monotonic()
        if show and now - began > _PATIENCE and now - shown > _EVERY:
            sys.stderr.write(f"\r{progress_line(number, total, now - began)}\x1b[K")
            sys.stderr.flush()
            shown = now
        yield item
    if shown:
        sys.stderr.write(f"\r{progress_line(number, total, time.monotonic() - began)}\x1b[K\n")


def progress_line(number: int, total: int | None, seconds: float) -> str:
    """What the line says.

    >>> progress_line(120, 200, 4.0)
    '120 of 200 articles, 30 a second, 3 s left'
    """
    rate = number / seconds if seconds > 0 else 0.0
    parts = [f"{number} articles" if total is None else f"{number} of {total} articles", f"{rate:.0f} a second"]
    if total is not None and rate > 0 and number < total:
        parts.append(f"{(total - number) / rate:.0f} s left")
    return ", ".join(parts)
