"""Failure: what stands in the place of an article that could not be read."""

from __future__ import annotations

import attrs

__all__ = ["Failure"]


@attrs.frozen
class Failure:
    """An item of ``parse_many(..., errors="return")`` that gave no article.

    ``id`` is the item's own, where it has one, ``position`` its place among those given, from 0, and ``error`` what
    went wrong.

    >>> Failure("b", 1, TypeError("text must be a str")).position
    1
    """

    id: str | None
    position: int
    error: Exception
