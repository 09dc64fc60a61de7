"""Offices that stand for who holds them: "the Foreign Secretary" behind "Foreign Secretary Ann Weller"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from conflictnews.lexicons.table import read_table
from conflictnews.text import TextView
from conflictnews.types import NamedEntity, Span

__all__ = ["office_mentions"]

_LONGEST = 8
_LINKS = frozenset({"of", "for"})
_MANY = 64


def office_mentions(view: TextView, names: Sequence[NamedEntity]) -> dict[int, list[Span]]:
    """For each person by number, where the text says the office instead of the name, in capitals, behind the name.

    None for an office that two people of the text hold.
    """
    holders: dict[tuple[str, ...], set[int]] = {}
    for number, named in enumerate(names):
        for form in _forms(named.role) if named.role else ():
            holders.setdefault(form, set()).add(number)
    taken = {span.start for named in names for span in named.mentions}
    found: dict[int, list[Span]] = {}
    for form, numbers in holders.items():
        if len(numbers) == 1:
            (number,) = numbers
            found.setdefault(number, []).extend(_mentions(view, form, names[number].span.end, taken))
    return {number: _longest(spans) for number, spans in found.items() if spans}


def _forms(role: str) -> Iterator[tuple[str, ...]]:
    """The words of an office with a capital, folded: whole, and without what it is for."""
    words = role.split()
    if not words[0][:1].isupper() or len(words) > _LONGEST:
        return
    folded = tuple(word.casefold() for word in words)
    yield folded
    short = next((folded[:at] for at, word in enumerate(folded) if word in _LINKS), folded)
    if short != folded and short[-1] in _offices():
        yield short


@cache
def _offices() -> frozenset[str]:
    return frozenset(title for title, label, _ in read_table("titles", "title", "class", "gender") if label == "office")


def _mentions(view: TextView, form: tuple[str, ...], after: int, taken: set[int]) -> Iterator[Span]:
    """Where the words stand with a capital behind an offset, with no name right behind them."""
    size = len(form)
    for at in view.positions((form[0],))[:_MANY]:
        if view.starts[at] <= after or tuple(view.words[at : at + size]) != form:
            continue
        behind = view.starts[at + size] if at + size < len(view) else -1
        if view.text[view.starts[at]].isupper() and behind not in taken:
            yield view.span(at, at + size)


def _longest(spans: list[Span]) -> list[Span]:
    """The spans in order, without those inside another."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept
