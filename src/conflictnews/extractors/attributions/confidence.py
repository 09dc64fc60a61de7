"""How surely a speaker is the right one, as a table: by how it was found, and by the kind of the attribution.

The base values are shares of right names among quoted segments of annotated US news (PolNeAR development articles,
rounded); those for sources without a name say how often the description is the annotated source. An indirect
attribution gets a little less than a quotation, since its extent is less sure too.
"""

from __future__ import annotations

from conflictnews.types import AttributionKind, Resolution

__all__ = ["confidence"]

_BASE = {
    Resolution.EXPLICIT: 0.97,
    Resolution.CONTINUATION: 0.9,
    Resolution.PRONOUN: 0.88,
    Resolution.ADJACENT: 0.75,
    Resolution.NONE: 0.0,
}
_UNNAMED = 0.9
_INDIRECT = 0.93


def confidence(resolution: Resolution, kind: AttributionKind, *, named: bool) -> float:
    """The confidence of an attribution, 0 to 1; 0 where nobody is named.

    >>> confidence(Resolution.EXPLICIT, AttributionKind.DIRECT, named=True)
    0.97
    """
    value = _BASE[resolution]
    if not named:
        value *= _UNNAMED
    if kind is AttributionKind.INDIRECT:
        value *= _INDIRECT
    return round(value, 2)
