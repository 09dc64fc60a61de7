"""Particles of names: small words between the capitals of a name: "Ana DE LA Cruz", "Abu Bakr AL Karimi"."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from conflictnews.text.closed_words import closed_words
from conflictnews.text.tag_words import tables

__all__ = ["inner_particles"]

_MOST = 2
"""Particles that one name has between two capitals."""


def inner_particles(surfaces: Sequence[str], edges: Collection[int]) -> list[int]:
    """The small words that stand between two capitals; at ``edges`` a capital tells nothing.

    >>> inner_particles("the mayor Ana de la Cruz fled".split(), [0])
    [3, 4]
    """
    particles = closed_words("name-particle")
    known = particles.intersection(surfaces)
    if not known:
        return []
    out: list[int] = []
    for at, surface in enumerate(surfaces):
        if surface not in known or not _is_name(surfaces, at - 1, edges):
            continue
        last = at + 1
        while last < min(len(surfaces), at + _MOST) and surfaces[last] in particles:
            last += 1
        if last < len(surfaces) and surfaces[last][0].isupper():
            out += range(at, last)
    return out


def _is_name(surfaces: Sequence[str], at: int, edges: Collection[int]) -> bool:
    """Whether a word may begin a name: it has a capital, and is no other word where that tells nothing."""
    if at < 0 or not surfaces[at][0].isupper():
        return False
    return at not in edges or tables().likeliest.get(surfaces[at].lower(), "P") in "PN"
