"""The last reading of a number: its kind, its noun, and whether it is a fact at all."""

from __future__ import annotations

from decimal import Decimal

from conflictnews.extractors.facts.nouns import attach_noun
from conflictnews.extractors.facts.quantity import Quantity
from conflictnews.extractors.facts.words import number_words
from conflictnews.text import TextView

__all__ = ["settle"]


def settle(view: TextView, quantity: Quantity) -> bool:
    """Give a number its final kind and noun; False for what turns out to be none."""
    if quantity.form == "clock":
        above, _, below = quantity.tail.partition(":")
        quantity.set(Decimal(f"{Decimal(above) / Decimal(below):.15g}"))
        quantity.kind, quantity.tail = "ratio", ""
        return True
    if quantity.form == "ordinal":
        quantity.kind = "ordinal"
        _ordinal_noun(view, quantity)
        return True
    if quantity.form == "ratio":
        attach_noun(view, quantity)
        return True
    if quantity.form == "fraction" and quantity.kind == "count":
        if quantity.value is not None and quantity.value < 1:
            quantity.kind = "ratio"
        attach_noun(view, quantity)
        return True
    if quantity.kind != "count":
        return True
    if quantity.form == "times":
        return True
    if quantity.bound == "range" and _is_score(view, quantity) and _is_result(view, quantity):
        quantity.kind = "score"
        return True
    attach_noun(view, quantity)
    if quantity.bound == "range" and quantity.noun is None and quantity.unit is None and _is_score(view, quantity):
        quantity.kind = "score"
        quantity.value = None
    if quantity.form == "vague" and quantity.noun is None:
        return (
            view.words[quantity.number[0]] in ("dozens", "hundreds", "thousands", "millions", "scores")
            or quantity.last > quantity.first + 1
        )
    return True


def _is_result(view: TextView, quantity: Quantity) -> bool:
    """ "2-1 thanks to": the larger number first."""
    above, _, below = view.words[quantity.number[0]].partition("-")
    return (
        above.isdecimal()
        and below.isdecimal()
        and above.isascii()
        and below.isascii()
        and Decimal(above) > Decimal(below)
    )


def _is_score(view: TextView, quantity: Quantity) -> bool:
    """Both numbers in one token or tied by a dash, small, and nothing counted."""
    first, last = quantity.number
    return last - first == 1 and quantity.high is not None and quantity.high < 300 and "-" in view.words[first]


def _ordinal_noun(view: TextView, quantity: Quantity) -> None:
    before = quantity.value
    quantity.value = Decimal(1)
    if (
        not quantity.tail
        and quantity.number[1] < len(view.words)
        and view.words[quantity.number[1]] not in number_words()
    ):
        attach_noun(view, quantity)
    quantity.value = before
