"""Which documents ask which rule, and from which layer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from types import FunctionType
from typing import Any

from discipline.benches import Bench
from discipline.replay import OUTSIDE, Reading, Replay
from discipline.rules import PACKAGE, Rule
from discipline.stand_in import Make, caches, replaced, underlying

__all__ = ["Calls", "Key", "read_and_watch"]

Key = tuple[int, int]
"""A document: the number of its bench, and its own there."""


@dataclass
class Calls:
    """What is known of a rule from a run in which nothing is turned off."""

    said: dict[str, set[Key]] = field(default_factory=lambda: {"True": set(), "False": set()})
    """The documents in which it answers so at least once; None counts as False, and what is neither as True."""
    places: set[int] = field(default_factory=set)
    cached: bool = False
    """Asked inside a cached function: other documents then rest on its answers without asking."""

    @property
    def documents(self) -> set[Key]:
        """Where the rule is asked at all."""
        return self.said["True"] | self.said["False"]

    def other_than(self, way: str) -> set[Key]:
        """Where turning the rule to this constant, or off, changes one of its answers."""
        return self.said["False" if way == "True" else "True"]


class _Watch:
    def __init__(self, replay: Replay) -> None:
        self.replay = replay
        self.document: Key = (OUTSIDE, OUTSIDE)
        self.depth = 0

    def rule(self, calls: Calls) -> Make:
        """Note who asks a rule."""

        def make(original: FunctionType) -> Callable[..., Any]:
            def stand_in(*args: Any, **kwargs: Any) -> Any:
                calls.places.add(self.replay.now)
                calls.cached = calls.cached or self.depth > 0
                answer = original(*args, **kwargs)
                calls.said[str(answer is not None and answer is not False)].add(self.document)
                return answer

            return stand_in

        return make

    def cache(self, original: FunctionType) -> Callable[..., Any]:
        """Count how deep in cached functions we are."""

        def stand_in(*args: Any, **kwargs: Any) -> Any:
            self.depth += 1
            try:
                return original(*args, **kwargs)
            finally:
                self.depth -= 1

        return stand_in


def read_and_watch(
    benches: Sequence[Bench], rules: Sequence[Rule], replay: Replay
) -> tuple[list[list[Reading]], dict[str, Calls]]:
    """Read every document, and note what calls each rule."""
    replay.read({"id": "", "text": 'Troops shelled it. "Yes," he said on Thursday, of 12 rockets.'})  # imports the rest
    calls = {rule.name: Calls() for rule in rules}
    watch = _Watch(replay)
    with ExitStack() as stack:
        for rule in rules:
            stack.enter_context(replaced(rule.function, watch.rule(calls[rule.name])))
        for cache in caches(PACKAGE):  # last, so that a cached rule counts as asked inside its cache
            cache.cache_clear()
            if (function := underlying(cache)) is not None:
                stack.enter_context(replaced(function, watch.cache))
        readings: list[list[Reading]] = []
        for number, bench in enumerate(benches):
            readings.append([])
            for at, document in enumerate(bench.documents):
                watch.document = (number, at)
                readings[number].append(replay.read(document))
    every = {(number, at) for number, bench in enumerate(benches) for at in range(len(bench.documents))}
    for rule in rules:
        if calls[rule.name].cached:
            calls[rule.name].said = {"True": every, "False": every}
    return readings, calls
