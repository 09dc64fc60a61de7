"""Offices that stand for who holds them: "the Foreign Secretary", "Minister for Central Asia", in capitals."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from conflictnews.extractors.story import Story
from conflictnews.lexicons.table import read_table, word_set
from conflictnews.register.states import initials, states
from conflictnews.text import TextView
from conflictnews.types import NamedEntity, Span, SpeakerKind

__all__ = ["Office", "offices_in"]

_LONGEST = 8
_WIDE = 40
_LINKS = frozenset({"of", "for"})
_HEADLINE_SHARE = 0.6
# "He served as President": the office, not who holds it.
_PREDICATIVE = frozenset(
    "a an as be become became becomes becoming named elected appointed next another any no".split()
)
# Behind a name and its comma, or before them, an office is that person's.
_APPOSED = frozenset({", ", ", the "})


class Office(NamedTuple):
    """An office as it stands in the text; ``holder`` is the number of the name that holds it, None where none does."""

    span: Span
    form: tuple[str, ...]
    holder: int | None


def offices_in(view: TextView, names: Sequence[NamedEntity], story: Story) -> list[Office]:
    """The offices that stand in the place of a name, in order; not those before one ("Mayor Ann Weller").

    The holder is who stands beside it, behind a comma, or the only person of the text who is said to hold it.
    """
    mentions = sorted((span.start, span.end, number) for number, named in enumerate(names) for span in named.mentions)
    holders = _holders(names)
    found: list[Office] = []
    for word in sorted(_titles().intersection(view.index)):
        for at in view.index[word]:
            if not view.is_capital(at) or view.starts[at] not in story:
                continue
            first, last = _first(view, at), _last(view, at)
            if (last - first < 2 and word not in _held()) or not _is_whole(view, first, at, last):
                continue
            beside = _Beside(view.text, mentions, view.span(first, last))
            holder = beside.apposed(names)
            if beside.is_name(names) or (holder is None and not _stands_for_holder(view, first, last)):
                continue
            form = tuple(view.words[first:last])
            found.append(Office(beside.span, form, _holder(holders, form) if holder is None else holder))
    return _longest(found)


def _first(view: TextView, at: int) -> int:
    """The first word of an office: what stands before its noun with a capital tells which one."""
    bottom = max(view.sentence_of(at)[0], at - _LONGEST)
    first = at
    while first > bottom and view.text[view.ends[first - 1] : view.starts[first]] == " ":
        before = first - 1
        if not view.is_capital(before) or view.words[before] in _starters():
            break
        if before == bottom and view.tags[before] not in "NJ":
            break
        first = before
    return first


def _last(view: TextView, at: int) -> int:
    """The token behind the office and what it is for: "Minister for the Middle East"."""
    last, links = at + 1, 0
    while last + 1 < len(view) and last - at < _LONGEST:
        nxt = last
        if view.words[nxt] in _LINKS or (links and view.words[nxt] == "and"):
            links += 1
            nxt += 2 if view.words[nxt + 1] == "the" else 1
        elif not links:
            break
        if nxt >= len(view) or not view.is_capital(nxt):
            break
        if view.text[view.ends[nxt - 1] : view.starts[nxt]] != " ":
            break
        last = nxt + 1
    return last


def _stands_for_holder(view: TextView, first: int, last: int) -> bool:
    """Whether an office is said of who holds it: "the President", not "as President"."""
    before = view.words[first - 1] if first else ""
    return before not in _PREDICATIVE and (last - first > 1 or before == "the")


def _is_whole(view: TextView, first: int, at: int, last: int) -> bool:
    """Whether nothing behind an office belongs to it ("for African affairs"), and no headline gives it its capitals."""
    if last < len(view) and view.text[view.ends[last - 1] : view.starts[last]] == " ":
        adjective = last - at > 1 and view.words[last - 1] in states("adjective")
        if adjective or view.is_capital(last):
            return False
    return not view.surface(first, last).isupper() and not _in_capitals(view, first, last)


def _in_capitals(view: TextView, first: int, last: int) -> bool:
    """Whether most words of the sentence beside the office have a capital, as in a headline."""
    start, end = view.sentence_of(first)
    beside = (*range(start + 1, min(first, start + _WIDE)), *range(last, min(end, last + _WIDE)))
    words = [i for i in beside if view.words[i][0].isalpha()]
    capitals = sum(view.is_capital(i) for i in words)
    return len(words) > 3 and capitals >= _HEADLINE_SHARE * len(words)


class _Beside:
    """The names that touch an office."""

    def __init__(self, text: str, mentions: list[tuple[int, int, int]], span: Span) -> None:
        self.text, self.span = text, span
        at = bisect_left(mentions, (span.start, 0, 0))
        self.before = mentions[at - 1] if at else None
        inside = [mention for mention in mentions[at : at + _LONGEST] if mention[0] < span.end]
        self.after = mentions[at + len(inside)] if at + len(inside) < len(mentions) else None
        self.inside = inside
        self.crossing = [
            mention for mention in inside if mention[1] > span.end or mention[:2] == (span.start, span.end)
        ]

    def is_name(self, names: Sequence[NamedEntity]) -> bool:
        """Whether the office is part of a name, or stands before one."""
        if (
            self.crossing
            or any(_is_person(names[number]) for *_, number in self.inside)
            or (self.before is not None and self.before[1] > self.span.start)
        ):
            return True
        return self.after is not None and self.text[self.span.end : self.after[0]] in (" ", ". ")

    def apposed(self, names: Sequence[NamedEntity]) -> int | None:
        """The number of the person behind or before the comma."""
        before, after = self.before, self.after
        if before is not None and self.text[before[1] : self.span.start] in _APPOSED and _is_person(names[before[2]]):
            return before[2]
        if after is not None and _is_person(names[after[2]]):
            title = self.text[self.span.end : after[0]]
            return after[2] if title.startswith(", ") and _is_courtesy(title[2:]) else None
        return None


def _is_person(named: NamedEntity) -> bool:
    return named.kind is SpeakerKind.PERSON


def _is_courtesy(words: str) -> bool:
    return all(word.strip(".").casefold() in _all_titles() for word in words.split())


def _holders(names: Sequence[NamedEntity]) -> dict[tuple[str, ...], set[int]]:
    """Who holds an office by its words: whole, and without what it is for."""
    holders: dict[tuple[str, ...], set[int]] = {}
    for number, named in enumerate(names):
        for form in _forms(named.role) if named.role else ():
            holders.setdefault(form, set()).add(number)
    return holders


def _forms(role: str) -> Iterator[tuple[str, ...]]:
    """The words of an office with a capital, folded: any two and more in a row, and the noun before what it is for."""
    words = role.split()[:_LONGEST]
    if not words[0][:1].isupper():
        return
    whole = _without_state(tuple(word.casefold() for word in words))
    for first in range(len(whole) - 1):
        yield from (whole[first:last] for last in range(first + 2, len(whole) + 1))
    if len(whole) == 1 or (whole[1] in _LINKS and whole[0] in _titles()):
        yield whole[:1]


def _without_state(form: tuple[str, ...]) -> tuple[str, ...]:
    """ "Secretary of State" of "US Secretary of State"."""
    return form[1:] if len(form) > 1 and _is_state(form[0]) else form


def _is_state(word: str) -> bool:
    return word in states("adjective", "short", "country") or word in _initials()


@cache
def _initials() -> frozenset[str]:
    return frozenset(word.casefold() for word in initials())


def _holder(holders: dict[tuple[str, ...], set[int]], form: tuple[str, ...]) -> int | None:
    numbers = holders.get(_without_state(form), set())
    return next(iter(numbers)) if len(numbers) == 1 else None


@cache
def _starters() -> frozenset[str]:
    return word_set("sentence_starters", "word")


@cache
def _titles() -> frozenset[str]:
    """Nouns of offices."""
    return frozenset(title for title, label, _ in read_table("titles", "title", "class", "gender") if label == "office")


@cache
def _all_titles() -> frozenset[str]:
    return frozenset(title for title, *_ in read_table("titles", "title", "class", "gender"))


@cache
def _held() -> frozenset[str]:
    """Offices that one alone holds in a story: "the President"."""
    return frozenset(noun for noun, *_ in read_table("offices", "noun", "gender", "role"))


def _longest(found: list[Office]) -> list[Office]:
    """The offices in order, without those inside another."""
    kept: list[Office] = []
    for office in sorted(found, key=lambda office: (office.span.start, -office.span.end)):
        if not kept or office.span.start >= kept[-1].span.end:
            kept.append(office)
    return kept
