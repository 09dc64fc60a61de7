"""Rules and stages: the grammar of numbers is an ordered list of rules that name themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Generic, ParamSpec, TypeVar

import attrs

__all__ = ["Rule", "Stage", "rule"]

P = ParamSpec("P")
R = TypeVar("R")


@attrs.frozen(eq=False)
class Rule(Generic[P, R]):
    """One rule: its name, a sentence that reads otherwise without it, what it starts from, and its function.

    ``triggers`` are classes of words for a rule that reads a numeral, the words between two numbers for one that joins
    them, and forms of numerals for all others; a rule without triggers is tried everywhere.
    """

    name: str
    example: str
    triggers: frozenset[str]
    read: Callable[P, R]

    def __reduce__(self) -> tuple[Callable[[str, str], object], tuple[str, str]]:
        return _found, (self.read.__module__, self.read.__name__)

    @property
    def meaning(self) -> str:
        """The first sentence of its docstring."""
        return (self.read.__doc__ or "").strip().partition("\n")[0].strip()


def _found(module: str, name: str) -> object:
    """A rule by its name, when it is unpickled: the module holds the rule, not its function."""
    return getattr(import_module(module), name)


def rule(example: str, *triggers: str) -> Callable[[Callable[P, R]], Rule[P, R]]:
    """Make a rule of a function; its name is that of the function."""
    return lambda read: Rule(read.__name__.replace("_", " "), example, frozenset(triggers), read)


class Stage(Generic[P, R]):
    """Rules in the order in which they are tried."""

    __slots__ = ("_anywhere", "_by_trigger", "rules")

    def __init__(self, *rules: Rule[P, R]) -> None:
        self.rules: tuple[Rule[P, R], ...] = rules
        self._anywhere = tuple(rule.read for rule in rules if not rule.triggers)
        self._by_trigger = {
            trigger: tuple(rule.read for rule in rules if not rule.triggers or trigger in rule.triggers)
            for trigger in frozenset[str]().union(*(rule.triggers for rule in rules))
        }

    def __iter__(self) -> Iterator[Rule[P, R]]:
        return iter(self.rules)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Stage) and self.rules == other.rules

    def __hash__(self) -> int:
        return hash(self.rules)

    def __reduce__(self) -> tuple[type[Stage[P, R]], tuple[Rule[P, R], ...]]:
        return Stage, self.rules

    def at(self, trigger: str) -> tuple[Callable[P, R], ...]:
        """The functions to try where this trigger stands."""
        return self._by_trigger.get(trigger, self._anywhere)

    def without(self, name: str) -> Stage[P, R]:
        """The same rules but for the one of this name."""
        return Stage(*(rule for rule in self.rules if rule.name != name))
