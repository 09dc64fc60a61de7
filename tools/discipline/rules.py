"""The rules of a layer, each with the ways to turn it off.

A rule is a function, method or property annotated ``-> bool``, turned to ``True`` or ``False``; or an item of a list of
rules, taken off the list.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from types import FunctionType, ModuleType

from discipline.stand_in import loaded, members, replaced, underlying

__all__ = ["OFF", "Rule", "find_rules"]

PACKAGE = "conflictnews"
OFF = "off"
Switch = Callable[[], AbstractContextManager[None]]


@dataclass(frozen=True)
class Rule:
    """A rule, and for each way to turn it off what does so while a ``with`` block lasts."""

    name: str
    module: str
    line: int
    ways: dict[str, Switch]
    functions: tuple[FunctionType, ...] = ()
    """What is called wherever the rule is asked; empty for an item of a list."""


def find_rules(layer: str) -> list[Rule]:
    """The rules of ``events``, of ``conflictnews.text``, or of the list ``conflictnews.extractors.facts.rules:RULES``.

    A short name is looked for among the extractors, then in the package. ValueError where there is nothing.
    """
    name, _, attribute = layer.partition(":")
    candidates = (f"{PACKAGE}.extractors.{name}", f"{PACKAGE}.{name}", name)
    found = next((candidate for candidate in candidates if _exists(candidate)), None)
    if found is None:
        raise ValueError(f"no module {name!r}")
    modules = list(_modules(found))
    if attribute:
        return list(_listed(modules[0], attribute))
    return [rule for module in modules for rule in _boolean(module, found)]


def _exists(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:
        return False


def _modules(name: str) -> Iterator[ModuleType]:
    module = importlib.import_module(name)
    yield module
    for inner in pkgutil.walk_packages(getattr(module, "__path__", ()), f"{name}."):
        yield importlib.import_module(inner.name)


def _boolean(module: ModuleType, layer: str) -> Iterator[Rule]:
    for name, value in members(module):
        function = underlying(value)
        if function is None or function.__module__ != module.__name__ or function.__qualname__ != name:
            continue
        if function.__annotations__.get("return") in ("bool", bool):
            ways: dict[str, Switch] = {str(way): partial(_constant, function, way) for way in (True, False)}
            place = module.__name__[len(layer) + 1 :]
            line = function.__code__.co_firstlineno
            yield Rule(f"{place}.{name}".lstrip("."), module.__name__, line, ways, (function,))


def _constant(function: FunctionType, value: bool) -> AbstractContextManager[None]:
    def answer(*_: object, **__: object) -> bool:
        return value

    return replaced(function, lambda _: answer)


def _listed(module: ModuleType, attribute: str) -> Iterator[Rule]:
    items = getattr(module, attribute, None)
    if not isinstance(items, tuple | list):
        raise ValueError(f"{module.__name__}.{attribute} is no tuple or list of rules")
    package = module.__name__.partition(".")[0]
    for place, item in enumerate(items):
        function = underlying(item) or next(filter(None, map(underlying, _parts(item))), None)
        name = getattr(item, "name", None) or (function.__name__ if function else f"{attribute}[{place}]")
        line = function.__code__.co_firstlineno if function else 0
        yield Rule(str(name), module.__name__, line, {OFF: partial(_without, package, items, place)})


def _parts(item: object) -> Sequence[object]:
    """The fields of a tuple, an attrs or data class."""
    if isinstance(item, tuple):
        return item
    return [getattr(item, name, None) for name in getattr(type(item), "__annotations__", ())]


@contextmanager
def _without(package: str, items: Sequence[object], place: int) -> Iterator[None]:
    """Put a list without one item wherever a module or class of the package holds that list itself."""
    shorter = [*items[:place], *items[place + 1 :]]
    with ExitStack() as stack:
        for module in loaded(package):
            for name, value in members(module):
                if value is items:
                    *owners, last = name.split(".")
                    owner = getattr(module, owners[0]) if owners else module
                    stack.callback(setattr, owner, last, items)
                    setattr(owner, last, tuple(shorter) if isinstance(items, tuple) else shorter)
        yield
