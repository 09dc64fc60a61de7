"""CAMEO's codes: quad class, Goldstein score, and the PLOVER mode and context that each stands for."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from conflictnews.lexicons.table import read_table

__all__ = ["CameoCode", "cameo_code", "quad_class"]

_COLUMNS = ("code", "goldstein", "mode", "context")
_QUAD_CLASSES = (("05", 1), ("08", 2), ("13", 3), ("20", 4))
"""The last root code of each quad class: verbal and material cooperation, verbal and material conflict."""


class CameoCode(NamedTuple):
    """What a CAMEO code says; ``goldstein`` is between -10 (conflict) and 10 (cooperation)."""

    goldstein: float
    mode: str | None
    context: str | None


@cache
def _codes() -> dict[str, CameoCode]:
    return {
        code: CameoCode(float(goldstein), mode or None, context or None)
        for code, goldstein, mode, context in read_table("cameo_codes", *_COLUMNS)
    }


def cameo_code(code: str | None) -> CameoCode | None:
    """The row of a code; None for no code.

    >>> cameo_code("1831").goldstein, cameo_code("1831").mode
    (-10.0, 'suicide-attack')
    """
    return None if code is None else _codes().get(code)


def quad_class(code: str | None) -> int | None:
    """1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.

    >>> quad_class("195"), quad_class("046")
    (4, 1)
    """
    if code is None:
        return None
    return next((number for last, number in _QUAD_CLASSES if code[:2] <= last), None)
