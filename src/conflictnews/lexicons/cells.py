"""Cells of rows that are given in Python, often by data frames, as files would have them."""

from __future__ import annotations

import re
from decimal import Decimal
from numbers import Real

__all__ = ["cell_text"]

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


def cell_text(value: object) -> str:
    r"""A cell as text on one line; empty for None and NaN, a whole number without its point.

    What is neither text nor number, and control characters, are a ``ValueError`` that says what is allowed.

    >>> [cell_text(value) for value in (" Dorn\n Front", 75.0, 14.2, float("nan"), None)]
    ['Dorn Front', '75', '14.2', '', '']
    >>> cell_text(["FDK"])
    Traceback (most recent call last):
    ValueError: must be a text or a number, not list
    """
    if value is None or (isinstance(value, float) and value != value):  # noqa: PLR0124 - NaN differs from itself
        return ""
    if not isinstance(value, str | Real | Decimal):
        raise ValueError(f"must be a text or a number, not {type(value).__name__}")
    text = " ".join((str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)).split())
    if _CONTROL.search(text):
        raise ValueError(f"must have no control characters, not {text!r}")
    return text
