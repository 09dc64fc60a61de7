"""Let another function stand in for one, whoever holds it, and empty the caches of a package."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import _lru_cache_wrapper
from types import FunctionType, ModuleType
from typing import Any

__all__ = ["Make", "caches", "loaded", "members", "replaced", "underlying"]

Make = Callable[[FunctionType], Callable[..., Any]]
"""From a function to what stands in for it."""
_MARK = "what stands in"
_DOORS = ("__wrapped__", "fget", "__func__", "func")
"""Where a cache, a property, a static or class method and a cached property keep the function that they wrap."""


def _template(*args: Any, **kwargs: Any) -> Any:
    replacement: Any = "what stands in"
    return replacement(*args, **kwargs)


def underlying(value: object) -> FunctionType | None:
    """The plain function behind a function, method, property or cache; None where there is none."""
    while value is not None and not isinstance(value, FunctionType):
        value = next((inner for door in _DOORS if (inner := getattr(value, door, None)) is not None), None)
    return value


@contextmanager
def replaced(function: FunctionType, make: Make) -> Iterator[None]:
    """While this lasts, ``function`` does what ``make(original)`` does.

    The code of the function is changed, not the names that lead to it: so every module that has imported it, every
    table, class, property and cache that holds it calls the one that stands in. Caches keep what they have: empty them.
    """
    code = function.__code__
    original = FunctionType(code, function.__globals__, function.__name__, function.__defaults__, function.__closure__)
    original.__kwdefaults__ = function.__kwdefaults__
    constants = tuple(make(original) if constant == _MARK else constant for constant in _template.__code__.co_consts)
    function.__code__ = _template.__code__.replace(
        co_consts=constants,
        co_freevars=code.co_freevars,
        co_name=code.co_name,
        co_filename=code.co_filename,
        co_firstlineno=code.co_firstlineno,
    )
    try:
        yield
    finally:
        function.__code__ = code


def members(module: ModuleType) -> Iterator[tuple[str, object]]:
    """What a module and its classes define or hold, by qualified name."""
    for name, value in list(vars(module).items()):
        yield name, value
        if isinstance(value, type) and value.__module__ == module.__name__:
            for inner, member in list(vars(value).items()):
                yield f"{name}.{inner}", member


def loaded(package: str) -> list[ModuleType]:
    """The modules of a package that have been imported."""
    return [module for name, module in list(sys.modules.items()) if name == package or name.startswith(f"{package}.")]


def caches(package: str) -> list[_lru_cache_wrapper[Any]]:
    """Every cached function of the modules of a package that have been imported."""
    held = [value for module in loaded(package) for _, value in members(module)]
    held += [value.__wrapped__ for value in held if isinstance(value, FunctionType) and hasattr(value, "__wrapped__")]
    return list({id(value): value for value in held if isinstance(value, _lru_cache_wrapper)}.values())
