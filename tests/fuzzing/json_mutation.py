"""JSON that was valid, with something in it that is not as it was."""

from __future__ import annotations

import copy
import random
from collections.abc import Iterator
from typing import Any

__all__ = ["mutated_json"]

VALUES: tuple[Any, ...] = (
    *(None, True, False, 0, 1, -1, 2, 7, 10**6, 10**30, 10**400, -(10**400), 0.5, -0.0, 1e308, 1.0),
    *(
        "",
        "x",
        "1",
        "-1",
        "1E5",
        "1E999999999",
        "NaN",
        "2021-02-26",
        "9999-99-99",
        "\ud800",
        "killed",
        "direct",
        "a" * 300,
    ),
    *([], [0], [0, 0], [0, 1], [1, 0], [0, 10**400], [[0, 1]], [None], [[]], {}, {"span": [0, 1]}, {"name": "x"}),
)
Place = tuple[Any, Any]
"""A list or dict, and the index or key of what hangs there."""


def mutated_json(dice: random.Random, document: Any, times: int = 3) -> Any:
    """A copy of plain data with up to so many changes: values replaced, moved, doubled, dropped, keys renamed."""
    changed = copy.deepcopy(document)
    for _ in range(dice.randint(1, times)):
        places = list(_places(changed))
        if not places:
            return dice.choice(VALUES)
        _change(dice, places, *dice.choice(places))
    return changed


def _change(dice: random.Random, places: list[Place], holder: Any, key: Any) -> None:
    kind = dice.randrange(7)
    if kind == 0:
        del holder[key]
    elif kind == 1:
        other, its = dice.choice(places)
        holder[key] = copy.deepcopy(other[its])
    elif kind == 2 and isinstance(holder, dict):
        holder[dice.choice(("x", "", f"{key} ", "span", "text", "\ud800"))] = holder.pop(key)
    elif kind == 2 or (kind == 3 and isinstance(holder, list)):
        holder.insert(key, copy.deepcopy(holder[key]))
    elif kind == 4 and isinstance(holder[key], int | float):
        more = dice.choice((1, -1, 10**9, 0.5))
        holder[key] += more if abs(holder[key]) < 10**300 else 1
    elif kind == 5 and isinstance(holder[key], str) and holder[key]:
        at = dice.randrange(len(holder[key]))
        holder[key] = holder[key][:at] + dice.choice(("", "x", "9", "\0", "-", ".")) + holder[key][at + 1 :]
    else:
        holder[key] = copy.deepcopy(dice.choice(VALUES))


def _places(value: Any) -> Iterator[Place]:
    if isinstance(value, dict | list):
        for key in list(value) if isinstance(value, dict) else range(len(value)):
            yield value, key
            yield from _places(value[key])
