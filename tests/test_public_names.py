"""Every public name has an example that runs: those of the package, and those of the API page."""

from __future__ import annotations

import doctest
import re
from importlib import import_module
from inspect import isclass, isfunction
from pathlib import Path

import pytest

import conflictnews as cn

API = (Path(__file__).parent.parent / "docs" / "reference" / "api.md").read_text(encoding="utf-8")
DOCUMENTED = re.findall(r"auto(?:class|exception|function):: (\S+)", API)
SUBMODULES = sorted({name.rpartition(".")[0] for name in DOCUMENTED if "." in name})


def public_names() -> list[str]:
    """The full name of each class and function that is public, each once."""
    names = [f"conflictnews.{name}" for name in cn.__all__ if name != "__version__"]
    for module in SUBMODULES:
        found = import_module(module)
        names += [f"{module}.{name}" for name in found.__all__ if _is_explained(getattr(found, name))]
    return names


def _is_explained(value: object) -> bool:
    return isclass(value) or isfunction(value)


def example_of(name: str) -> str:
    """The docstring of a public name."""
    module, _, last = name.rpartition(".")
    return getattr(import_module(module), last).__doc__ or ""


@pytest.mark.parametrize("name", public_names())
def test_a_public_name_has_an_example_that_shows_what_it_gives(name: str) -> None:
    shown = [example.want.strip() for example in doctest.DocTestParser().get_examples(example_of(name))]
    assert any(want not in ("", "True") for want in shown), f"{name}: no example in its docstring shows a result"


def test_the_api_page_tells_of_every_public_name_that_is_not_a_vocabulary() -> None:
    vocabularies = {name for name in cn.__all__ if hasattr(getattr(cn, name), "__members__")}
    assert set(cn.__all__) - vocabularies - {"__version__"} <= set(DOCUMENTED)
