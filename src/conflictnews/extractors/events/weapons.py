"""Weapons: which the text names, and what kind of attack each makes."""

from __future__ import annotations

from collections.abc import Iterator

from conflictnews.lexicons.lexicon import open_table, per_lexicon
from conflictnews.text import TextView
from conflictnews.text.closed_words import closed_words
from conflictnews.text.morphology import plural
from conflictnews.types import EventArgument

__all__ = ["Weapon", "weapon_argument", "weapon_ending", "weapons_in"]

Weapon = tuple[int, int, str]
"""Tokens from, to, and the code of an attack with it."""
_BY_HAND = frozenset({"assault", "shooting"})


@per_lexicon
def _by_first_word() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    out: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, code in open_table("weapons", "weapon", "code"):
        words = tuple(name.split())
        for form in {words, (*words[:-1], plural(words[-1]))}:
            out.setdefault(form[0], []).append((form, code))
    for forms in out.values():
        forms.sort(key=lambda form: (-len(form[0]), form[0]))
    return out


@per_lexicon
def _held_in_hands() -> frozenset[str]:
    """Weapons of one word with which one person attacks another: "stone", not "rocket"."""
    return frozenset(name for name, code in open_table("weapons", "weapon", "code") if code in _BY_HAND)


@per_lexicon
def _last_words() -> frozenset[str]:
    return frozenset(form[-1] for forms in _by_first_word().values() for form, _ in forms)


def weapon_ending(view: TextView, first: int, last: int) -> list[Weapon]:
    """The weapons in a noun phrase whose last word is one; none in "rocket attack"."""
    if view.words[last - 1] not in _last_words():
        return []
    found = list(weapons_in(view, first, last))
    return found if found and found[-1][1] == last else []


def weapons_in(view: TextView, first: int, last: int) -> Iterator[Weapon]:
    """The weapons named from token ``first`` up to ``last``, the longest name at each place."""
    words, table = view.words, _by_first_word()
    if table.keys().isdisjoint(words[first:last]):
        return
    i = first
    while i < last:
        for form, code in table.get(words[i], ()):
            end = i + len(form)
            if end <= last and (len(form) == 1 or tuple(words[i:end]) == form):
                if code != "-" and not (_is_name(view, i, end) or _is_site(view, i, end)):  # "gold mine"
                    yield i, end, code
                i = end - 1
                break
        i += 1


def _is_name(view: TextView, first: int, last: int) -> bool:
    """Whether a word for what a hand holds is a name inside a sentence: "Ravi STONE was shot", "the Yacht CLUB"."""
    word = view.surface(first, last)
    begins = first == 0 or not view.words[first - 1][-1].isalnum()
    return not begins and last - first == 1 and word.istitle() and word.lower() in _held_in_hands()


def _is_site(view: TextView, first: int, last: int) -> bool:
    """Whether a word for a weapon tells where: "attacked the MINE in Dorn", "marched to the CLUB", "the Press CLUB"."""
    words = view.words
    if last - first > 1 or words[first] not in closed_words("site") or first < 2:
        return False
    if view.is_capital(first - 1) and words[first - 1] not in closed_words("determiner"):
        return True
    noun = first - 1 if words[first - 1] in closed_words("determiner") else first - 2  # "at a video CLUB"
    return noun > 0 and words[noun] in closed_words("determiner") and words[noun - 1] in closed_words("to-a-site")


def weapon_argument(view: TextView, weapon: Weapon) -> EventArgument:
    """A weapon as an argument."""
    first, last, _ = weapon
    return EventArgument(" ".join(view.surface(first, last).split()), view.span(first, last))
