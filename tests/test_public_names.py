"""Every public name has an example that runs: those of the package, and those of the API page with their members."""

from __future__ import annotations

import doctest
import re
from collections.abc import Iterator
from importlib import import_module
from inspect import getattr_static, isclass, isfunction
from pathlib import Path
from typing import Any

import pytest

import conflictnews as cn

API = (Path(__file__).parent.parent / "docs" / "reference" / "api.md").read_text(encoding="utf-8")
DOCUMENTED = re.findall(r"auto(?:class|exception|function):: (\S+)", API)
SUBMODULES = sorted({name.rpartition(".")[0] for name in DOCUMENTED if "." in name})


TOO_SLOW = {"conflictnews.Gazetteer.geonames"}
"""An example would read for ten seconds."""


def public_names() -> list[str]:
    """The full name of each class and function that is public, and of each member that the API page tells of."""
    names = [f"conflictnews.{name}" for name in cn.__all__ if name != "__version__"]
    for module in SUBMODULES:
        found = import_module(module)
        names += [f"{module}.{name}" for name in found.__all__ if _is_explained(getattr(found, name))]
    return sorted({*names, *_members()} - TOO_SLOW)


def _is_explained(value: object) -> bool:
    return isclass(value) or isfunction(value)


def _members() -> Iterator[str]:
    """The methods and properties of classes on the API page; those of a protocol stand in the example of its class."""
    for shown, members in re.findall(r"autoclass:: (\S+)\n   :members:(.*)", API):
        name = shown if "." in shown else f"conflictnews.{shown}"
        kind = _value(name)
        if not getattr(kind, "_is_protocol", False):
            public = [key for key, value in vars(kind).items() if key[0] != "_" and isfunction(value)]
            yield from (f"{name}.{member}" for member in members.replace(",", " ").split() or public)


def _value(name: str) -> Any:
    """What a full name stands for: something of a module, or a member of a class of one."""
    holder, _, last = name.rpartition(".")
    try:
        found: Any = import_module(holder)
    except ModuleNotFoundError:
        found = _value(holder)
    return getattr_static(found, last) if isclass(found) else getattr(found, last)


@pytest.mark.parametrize("name", public_names())
def test_a_public_name_has_an_example_that_shows_what_it_gives(name: str) -> None:
    shown = [example.want.strip() for example in doctest.DocTestParser().get_examples(_value(name).__doc__ or "")]
    assert any(want not in ("", "True") for want in shown), f"{name}: no example in its docstring shows a result"


def test_the_api_page_tells_of_every_public_name_that_is_not_a_vocabulary() -> None:
    vocabularies = {name for name in cn.__all__ if hasattr(getattr(cn, name), "__members__")}
    assert set(cn.__all__) - vocabularies - {"__version__"} <= set(DOCUMENTED)
