"""Names that a translation broke: "Qetaib Hezbollah" for Kata'ib Hezbollah, taken for it only with evidence."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cache, lru_cache

from conflictnews.extractors.events.actors import is_known
from conflictnews.extractors.events.draft import Draft
from conflictnews.lexicons.table import read_table
from conflictnews.text import TextView
from conflictnews.types import Diagnostic, EventArgument

__all__ = ["mend_names"]

_ALIKE = 0.75
_LONG = 5
_WORDS = range(2, 6)


@cache
def _groups_by_word() -> dict[str, tuple[tuple[str, str], ...]]:
    """The names of armed groups in two words or more with their plain names, by each long word in them."""
    found: dict[str, list[tuple[str, str]]] = {}
    for name, group, _ in read_table("militant_groups", "name", "group", "nation"):
        for word in name.split():
            if len(word) >= _LONG and " " in name:
                found.setdefault(word, []).append((name, group))
    return {word: tuple(names) for word, names in found.items()}


def mend_names(view: TextView, drafts: list[Draft]) -> Iterator[Diagnostic]:
    """Give participants whose names are misspelt the plain name of the group that is meant, and say so, once a span."""
    if view.index.keys().isdisjoint(_groups_by_word()):
        return
    told: set[int] = set()
    for draft in drafts:
        for arguments in (draft.roles.actors, draft.roles.targets):
            for place, argument in enumerate(arguments):
                group = _meant(view, argument)
                if group is None:
                    continue
                arguments[place] = EventArgument(group, argument.span)
                if argument.span.start not in told:
                    told.add(argument.span.start)
                    surface = argument.span.of(view.text)
                    message = f"{surface!r} is taken for {group}, whose name it resembles."
                    yield Diagnostic(span=argument.span, text=surface, code="approximate-name", message=message)


def _meant(view: TextView, argument: EventArgument) -> str | None:
    """The group that a misspelt name means; None where it is known, or where nothing speaks for one group alone.

    It shares a long word with a name of the table, is alike in whole, and either differs in one word of equal standing
    or the text names the same group rightly elsewhere.
    """
    if not argument.name[0].isupper():
        return None
    folded = argument.name.lower()
    groups = {group for name, group in _alike(folded) if _is_meant(view, folded.split(), name.split())}
    return groups.pop() if len(groups) == 1 else None


@lru_cache(maxsize=1 << 12)
def _alike(folded: str) -> tuple[tuple[str, str], ...]:
    """The names of groups, with their plain names, that an unknown name is alike and shares a long word with."""
    words = folded.split()
    if len(words) not in _WORDS or is_known(folded):
        return ()
    near = {pair for word in words for pair in _groups_by_word().get(word, ())}
    return tuple(pair for pair in sorted(near) if SequenceMatcher(None, folded, pair[0]).ratio() >= _ALIKE)


def _is_meant(view: TextView, words: list[str], right: list[str]) -> bool:
    differing = [pair for pair in zip(words, right, strict=False) if pair[0] != pair[1]]
    if len(words) == len(right) and len(differing) == 1:
        one, other = differing[0]
        if min(len(one), len(other)) >= _LONG and SequenceMatcher(None, one, other).ratio() >= _ALIKE:
            return True
    return all(word in view.index for word in right)
