"""Limits: how much of a text a parser may read, and how much it may give."""

from __future__ import annotations

import math

import attrs

__all__ = ["Limits"]


@attrs.frozen(kw_only=True)
class Limits:
    """How much is read of one text; None is no limit.

    ``max_chars`` is how many characters are read, ``max_items`` how many items each layer of the article may have,
    ``seconds`` about how long the reading may take, by a clock on the wall (a result then depends on the machine).

    A text that goes beyond a limit is read from its beginning up to the last sentence that is within, as if nothing
    followed; the article has the whole text, and a diagnostic ``limit-exceeded`` stands where reading ended. With
    ``strict`` it is a ``LimitExceeded``. What is no whole number above 0 (of seconds: no finite number above 0) is a
    ``TypeError`` or ``ValueError``.

    >>> Limits(max_chars=100_000).max_chars
    100000
    """

    max_chars: int | None = attrs.field(default=None)
    max_items: int | None = attrs.field(default=None)
    seconds: float | None = attrs.field(default=None)
    strict: bool = attrs.field(default=False, validator=attrs.validators.instance_of(bool))

    @max_chars.validator
    @max_items.validator
    def _check_count(self, field: attrs.Attribute[int | None], value: object) -> None:
        if value is None:
            return
        if not isinstance(value, int) or isinstance(value, bool):
            raise TypeError(f"{field.name} must be an int or None, not {type(value).__name__}")
        if value < 1:
            raise ValueError(f"{field.name} must be at least 1, not {value}")

    @seconds.validator
    def _check_seconds(self, field: attrs.Attribute[float | None], value: object) -> None:
        if value is None:
            return
        if not isinstance(value, int | float) or isinstance(value, bool):
            raise TypeError(f"seconds must be a number or None, not {type(value).__name__}")
        if not (value > 0 and math.isfinite(value)):
            raise ValueError(f"seconds must be a finite number above 0, not {value}")
