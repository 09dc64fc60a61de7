"""What a number is said of: "the DEATH TOLL rose to 40", "60 per cent of ITS REVENUE", "THE BLAST killed 12 people"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import repeat

from conflictnews.extractors.facts.candidates import Surroundings
from conflictnews.extractors.facts.quantity import Quantity
from conflictnews.lexicons.table import read_table
from conflictnews.text.subjects import subject_of
from conflictnews.text.syntax import Syntax

__all__ = ["KINDS", "certain", "is_linked", "kind_of", "with_about"]

KINDS = ("counted", "count", "money", "percent", "measure", "age", "other")
"""The columns of ``weights/about_weights.tsv``: a counted noun, a bare number, and the kinds that have most figures."""

_BETWEEN = frozenset({"(", ",", "and", "or", "to", "from", "-", "–"})
_CERTAIN = {
    "behind of": frozenset({"percent", "measure", "money"}),
    "qualified": frozenset({"measure", "age"}),
    "before of": frozenset(KINDS),
    "before ,": frozenset({"age"}),
    "before (": frozenset({"age"}),
}
"""What decides by itself, and for which kinds: "60 per cent of its revenue", "a 107-mm rocket", "a fine of
$5 million"."""


_SURE = 10_000
"""More than all weights together."""


@cache
def _weights(kind: str) -> dict[str, int]:
    """For a kind of number the weight of each feature: the odds in natural logarithms, times 16; what decides above."""
    rows = read_table("about_weights", "feature", *KINDS, folder="weights")
    learned = {feature: int(cells[KINDS.index(kind)]) for feature, *cells in rows}
    return learned | {feature: learned.get(feature, 0) + _SURE for feature in _CERTAIN if certain([feature], kind)}


def certain(features: Sequence[str], kind: str) -> bool:
    """Whether one of the features decides by itself."""
    return any(kind in _CERTAIN.get(feature, ()) for feature in features)


def with_about(syntax: Syntax, quantities: Sequence[Quantity]) -> list[Quantity]:
    """The numbers of one sentence with what they are said of (``about``, a token range).

    One that is tied to the number before, "7 miles (11 km)", shares with it. Of the noun phrases around any other, the
    one behind "of" or before it decides by itself; else the one with the highest sum of weights is taken.
    """
    surroundings: Surroundings | None = None
    before: Quantity | None = None
    found: list[Quantity] = []
    for q in quantities:
        if q.form == "ordinal":
            found.append(q)
            continue
        if before is not None and is_linked(syntax, before, q):
            about = before.about
        else:
            surroundings = surroundings or Surroundings(syntax, quantities)
            about = _best(surroundings, q)
        before = q._replace(about=about)
        found.append(before)
    return found


def _best(surroundings: Surroundings, q: Quantity) -> tuple[int, int] | None:
    candidates, weights = surroundings.candidates(q), _weights(kind_of(q))
    if not candidates:
        return None
    if (shared := _shared_subject(surroundings, q)) is not None:
        return shared
    return surroundings.phrase(max(candidates, key=lambda one: sum(map(weights.get, candidates[one], repeat(0)))))


def _shared_subject(surroundings: Surroundings, q: Quantity) -> tuple[int, int] | None:
    """Whose second deed a bare number tells of: "THE BLAST killed nine people and injured 14"."""
    verb = q.first - 1
    if q.noun >= 0 or q.kind != "count" or verb < surroundings.syntax.first:
        return None
    subject = subject_of(surroundings.syntax, verb) if surroundings.syntax.classes[verb] in "ve" else None
    if subject is None or subject.how != "c" or not subject.phrases:
        return None
    head = subject.phrases[-1].head
    phrases = map(surroundings.phrase, surroundings.candidates(q))
    return next((found for found in phrases if found is not None and found[0] <= head < found[1]), None)


def kind_of(quantity: Quantity) -> str:
    """Which column of the weights a number reads."""
    if quantity.noun >= 0 or quantity.tied:
        return "counted"
    return quantity.kind if quantity.kind in KINDS else "other"


def is_linked(syntax: Syntax, before: Quantity, quantity: Quantity) -> bool:
    """Whether only a mark or a small word parts two figures that both count nothing: one is the other, or its limit."""
    if before.noun >= 0 or quantity.noun >= 0:
        return False
    gap = syntax.words[before.last : quantity.first]
    return 0 < len(gap) <= 2 and all(word in _BETWEEN for word in gap)
