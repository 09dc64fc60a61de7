"""What turning one rule off does to the figures of an evaluation."""

from __future__ import annotations

import gc
from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from discipline.benches import Bench, Move, moves, total
from discipline.calls import read_and_watch
from discipline.replay import OUTSIDE, Replay
from discipline.rules import PACKAGE, Rule
from discipline.stand_in import caches

__all__ = ["Outcome", "Trial"]


@dataclass
class Outcome:
    """A rule turned off in one way."""

    rule: str
    line: int
    way: str
    asked: int
    """In how many documents the rule is asked at all."""
    changed: int = 0
    """In how many something else is found."""
    moves: list[Move] = field(default_factory=list)
    broken: str = ""
    """The exception that it ends in, and where."""
    tests: str = ""
    """``noticed`` or ``survives``; empty where no tests were run."""

    @property
    def still(self) -> bool:
        """Whether no figure moves."""
        return not self.moves and not self.broken

    @property
    def points(self) -> float:
        """The sum of what moved."""
        return total(self.moves)[0]

    @property
    def items(self) -> float:
        """About how many items that is."""
        return total(self.moves)[1]

    def as_dict(self) -> dict[str, Any]:
        """For JSON."""
        whole = {**asdict(self), "moves": [move._asdict() for move in self.moves]}
        return {**whole, "points": self.points, "items": self.items}


class Trial:
    """Everything that was read with all rules on, to compare with."""

    def __init__(self, benches: Sequence[Bench], rules: Sequence[Rule], falling: Collection[str] = ()) -> None:
        self.benches, self.falling = benches, falling
        self.replay = Replay()
        self.readings, self.calls = read_and_watch(benches, rules, self.replay)
        self.scores = [bench.score([reading.found for reading in self.readings[n]]) for n, bench in enumerate(benches)]
        self._caches = caches(PACKAGE)
        gc.collect()
        gc.freeze()  # what was read stays: no need to look it over again and again
        gc.set_threshold(50_000)

    def outcome(self, rule: Rule, way: str) -> Outcome:
        """Turn a rule off, read again what asks it, and score."""
        calls = self.calls[rule.name]
        out = Outcome(rule.name, rule.line, way, len(calls.documents))
        self._clear()
        try:
            with rule.ways[way]():
                self._measure(out, sorted(calls.documents), *self._places(rule, calls.places))
        finally:
            self._clear()
        return out

    def _clear(self) -> None:
        for cache in self._caches:
            cache.cache_clear()

    def _places(self, rule: Rule, asked: Collection[int]) -> tuple[Collection[int], bool]:
        """The layers that must run again, and whether on a text cut anew, as for rules outside of the layers."""
        if self.replay.home_of(rule.module) != OUTSIDE and OUTSIDE not in asked:
            return asked, False
        first = min(asked, default=OUTSIDE)
        outside = {OUTSIDE} if first == OUTSIDE else set()
        return self.replay.every_place_from(max(first, 0)) | outside, True

    def _measure(self, out: Outcome, documents: Sequence[tuple[int, int]], places: Collection[int], anew: bool) -> None:
        found = [[reading.found for reading in readings] for readings in self.readings]
        touched = set()
        where = ""
        try:
            for number, at in documents:
                reading = self.readings[number][at]
                where = f"{self.benches[number].name} {reading.document['id']}"
                now = self.replay.again(reading, places, anew)
                if now is not reading.found and now != reading.found:
                    out.changed += 1
                    found[number][at] = now
                    touched.add(number)
            for number in sorted(touched):
                where = f"the score of {self.benches[number].name}"
                after = self.benches[number].score(found[number])
                out.moves += moves(self.benches[number].name, self.scores[number], after, self.falling)
        except Exception as broken:  # noqa: BLE001 - whatever it is, the rule can't be that constant, and that is what is asked
            out.broken, out.moves = f"{type(broken).__name__} in {where}", []
