"""The codes of each kind of event: one table from the library's types to PLOVER, CAMEO and ACLED."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from conflictnews.lexicons.table import read_table
from conflictnews.types import EventType

__all__ = ["Code", "codes"]


class Code(NamedTuple):
    """A row of ``event_codes.tsv``."""

    type: EventType
    plover: str | None
    cameo: str | None
    acled: str | None


@cache
def codes() -> dict[str, Code]:
    """The rows by their key.

    >>> codes()["car-bombing"].cameo
    '1832'
    """
    rows = read_table("event_codes", "code", "type", "plover", "cameo", "acled")
    return {key: Code(EventType(kind), *(cell or None for cell in cells)) for key, kind, *cells in rows}
