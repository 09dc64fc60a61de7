"""The rules of a layer, each with the ways to turn it off.

A rule is a function, method or property annotated ``-> bool``, turned to ``True`` or ``False``; or the function of an
item of a list of rules, which then answers ``None``: it does not apply.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from importlib.util import find_spec
from inspect import isgeneratorfunction
from types import FunctionType, ModuleType

from discipline.stand_in import members, replaced, underlying

__all__ = ["OFF", "PACKAGE", "Rule", "find_rules"]

PACKAGE = "conflictnews"
OFF = "off"


class Rule:
    """A rule: its function, where that stands, and for each way to turn it off what it then answers."""

    def __init__(self, name: str, function: FunctionType, ways: dict[str, bool | None]) -> None:
        self.name, self.function, self.ways = name, function, ways
        self.line = function.__code__.co_firstlineno

    def turned(self, way: str) -> AbstractContextManager[None]:
        """Turn it off while a ``with`` block lasts."""
        value = self.ways[way]

        def answer(*_: object, **__: object) -> object:
            return iter(()) if isgeneratorfunction(self.function) else value

        return replaced(self.function, lambda _: answer)


def find_rules(layer: str) -> list[Rule]:
    """The rules of ``events`` or ``conflictnews.text``; those listed in ``conflictnews.extractors.facts.rules:RULES``.

    A short name is looked for among the extractors, then in the package. ValueError where there is nothing.
    """
    name, _, attribute = layer.partition(":")
    candidates = (f"{PACKAGE}.extractors.{name}", f"{PACKAGE}.{name}", name)
    found = next((candidate for candidate in candidates if _exists(candidate)), None)
    if found is None:
        raise ValueError(f"no module {name!r}")
    modules = list(_modules(found))
    if not attribute:
        return [rule for module in modules for rule in _boolean(module, found)]
    listed = {function: name for name, function in _listed(getattr(modules[0], attribute, None))}
    if not listed:
        raise ValueError(f"{found}.{attribute} holds no rules")
    return [Rule(name, function, {OFF: None}) for function, name in listed.items()]


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
            place = module.__name__[len(layer) + 1 :]
            yield Rule(f"{place}.{name}".lstrip("."), function, {"True": True, "False": False})


def _listed(value: object) -> Iterator[tuple[str, FunctionType]]:
    """The rules in a function, in an item with a name and a function, or in anything that holds such items in order."""
    if (function := underlying(value)) is not None:
        yield function.__name__, function
    elif isinstance(name := getattr(value, "name", None), str):
        functions = filter(None, map(underlying, _fields(value)))
        yield from ((name, function) for function in functions)
    elif not isinstance(value, str):
        inner: Iterable[object] = value if isinstance(value, Iterable) else _fields(value)
        for item in inner:
            yield from _listed(item)


def _fields(value: object) -> list[object]:
    return [getattr(value, name, None) for name in getattr(type(value), "__annotations__", ())]
