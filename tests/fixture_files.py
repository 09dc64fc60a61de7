"""Fixture files: cases of input and expected output that anyone can add to without Python.

A case is a line of title, then a line with a single ``.``, the input, ``.``, the expected lines, ``.``. A title may end
in ``(published 2021-02-26)``. Lines of ``#`` between cases are comments. An expected line is the surface of an item,
then ``name=value`` for the fields that the layer's test shows, all parted by `` | ``; fields at their default are left
out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any, NamedTuple

import attrs

FIXTURES = Path(__file__).parent / "fixtures"


class Case(NamedTuple):
    """One case of a fixture file."""

    title: str
    published: date | None
    text: str
    expected: list[str]

    @property
    def id(self) -> str:
        return self.title


def read_cases(folder: str) -> list[Case]:
    """All cases of all files in ``fixtures/FOLDER``."""
    cases = [case for path in sorted((FIXTURES / folder).glob("*.txt")) for case in _cases(path)]
    assert cases, f"no fixtures in {folder}"
    return cases


def _cases(path: Path) -> Iterator[Case]:
    title, parts, part, line = "", [[], []], -1, ""  # type: ignore[var-annotated]
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if line == ".":
            part += 1
            if part == 2:
                day = re.search(r"\(published (\d{4}-\d\d-\d\d)\)", title)
                published = date.fromisoformat(day[1]) if day else None
                expected = [row for row in parts[1] if row.strip()]
                yield Case(f"{path.stem}: {title}", published, "\n".join(parts[0]), expected)
                title, parts, part = "", [[], []], -1
        elif part >= 0:
            parts[part].append(line)
        elif line.strip() and not line.startswith("#"):
            assert not title, f"{path}:{number}: a '.' should follow the title {title!r}"
            title = line.strip()
    assert (part, title) == (-1, ""), f"{path}: the last case is not finished"


def show(items: Iterable[Any], fields: Sequence[str]) -> list[str]:
    """Items as expected lines."""
    return [" | ".join([" ".join(item.text.split()), *_shown(item, fields)]) for item in items]


def _shown(item: Any, fields: Sequence[str]) -> Iterator[str]:
    defaults = {field.name: field.default for field in attrs.fields(type(item))}
    for name in fields:
        value = getattr(item, name)
        if value is not None and value != () and value != defaults.get(name):
            yield f"{name}={_plain(value)}"


def _plain(value: Any) -> str:
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, tuple):
        return ", ".join(map(_plain, value))
    return str(getattr(value, "name", value))
