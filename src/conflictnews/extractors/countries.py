"""Countries: which ones a text tells of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from conflictnews.register.identity import identity_of
from conflictnews.register.states import states
from conflictnews.text import TextView
from conflictnews.types import NamedEntity

__all__ = ["countries_of"]


def countries_of(view: TextView, names: Sequence[NamedEntity]) -> Mapping[str, float]:
    """The countries (alpha-3) that a text names, by their name, adjective or people, each with its share.

    Where it names none, those of the bodies and groups that it names.
    """
    counts = Counter[str]()
    for word, code in _codes().items():
        if word in view.index and view.text[view.starts[view.index[word][0]]].isupper():
            counts[code] += len(view.index[word])
    known = [(named, identity_of(named.name)) for named in names]
    for named, who in known:
        if " " in named.name and who.id is not None and who.id == who.state:
            counts[who.id] += len(named.mentions)
    if not counts:
        for named, who in known:
            if who.state is not None:
                counts[who.state] += len(named.mentions)
    total = counts.total()
    return {code: count / total for code, count in counts.items()}


@cache
def _codes() -> dict[str, str]:
    """The codes of states by the single words that name them."""
    words = states("country", "short", "adjective", "demonym").items()
    codes = ((word, identity_of(state).id) for word, state in words if " " not in word)
    return {word: code for word, code in codes if code is not None}
