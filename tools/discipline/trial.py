"""What turning one rule off does to the figures of an evaluation."""

from __future__ import annotations

import gc
from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass, field
from itertools import groupby
from operator import itemgetter
from typing import Any

from discipline.benches import Bench, Move, moves, total
from discipline.calls import Key, read_and_watch
from discipline.replay import OUTSIDE, Replay
from discipline.rules import PACKAGE, Rule
from discipline.stand_in import caches

__all__ = ["Outcome", "Trial"]

SAMPLE = 30


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
    stopped: str = ""
    """Behind which bench enough was lost to read no further."""
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

    def __init__(
        self, benches: Sequence[Bench], rules: Sequence[Rule], falling: Collection[str] = (), enough: float = 0
    ) -> None:
        self.benches, self.falling, self.enough = benches, falling, enough
        self.replay = Replay()
        self.readings, self.calls = read_and_watch(benches, rules, self.replay)
        self.scores = [bench.score([reading.found for reading in self.readings[n]]) for n, bench in enumerate(benches)]
        self._caches = caches(PACKAGE)
        gc.collect()
        gc.freeze()  # what was read stays: no need to look it over again and again
        gc.set_threshold(50_000)

    def outcome(self, rule: Rule, way: str) -> Outcome:
        """Turn a rule off, read again where that changes one of its answers, and score.

        Where it says so anyway, a few documents are read all the same. If they change, the rule does more than answer,
        and every document that asks it is read.
        """
        calls = self.calls[rule.name]
        changed = sorted(calls.other_than(way))
        rest = sorted(calls.documents - set(changed))
        sample = rest[:: len(rest) // SAMPLE + 1]
        places = self._places(rule, calls.places)
        self._clear()
        try:
            with rule.turned(way):
                trial = self._measure(Outcome(rule.name, rule.line, way, len(calls.documents)), sample, *places)
                if trial.changed or trial.broken:
                    changed = sorted(calls.documents)
                return self._measure(Outcome(rule.name, rule.line, way, len(calls.documents)), changed, *places)
        finally:
            self._clear()

    def _clear(self) -> None:
        for cache in self._caches:
            cache.cache_clear()

    def _places(self, rule: Rule, asked: Collection[int]) -> tuple[Collection[int], bool]:
        """The layers that must run again, and whether on a text cut anew, as for rules outside of the layers."""
        if self.replay.home_of(rule.function.__module__) != OUTSIDE and OUTSIDE not in asked:
            return asked, False
        first = min(asked, default=OUTSIDE)
        outside = {OUTSIDE} if first == OUTSIDE else set()
        return self.replay.every_place_from(max(first, 0)) | outside, True

    def _measure(self, out: Outcome, documents: Sequence[Key], places: Collection[int], anew: bool) -> Outcome:
        where = ""
        try:
            for number, group in groupby(documents, itemgetter(0)):
                bench = self.benches[number]
                found = [reading.found for reading in self.readings[number]]
                before = out.changed
                for _, at in group:
                    reading = self.readings[number][at]
                    where = f"{bench.name} {reading.document['id']}"
                    now = self.replay.again(reading, places, anew)
                    if now is not found[at] and now != found[at]:
                        out.changed += 1
                        found[at] = now
                if out.changed > before:
                    where = f"the score of {bench.name}"
                    out.moves += moves(bench.name, self.scores[number], bench.score(found), self.falling)
                    if self.enough and out.points < -self.enough:
                        out.stopped = f"after {bench.name}"
                        break
        except Exception as broken:  # noqa: BLE001 - whatever it is, the rule can't be that constant, and that is what is asked
            out.broken, out.moves = f"{type(broken).__name__} in {where}", []
        return out
