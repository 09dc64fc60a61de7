"""What the command line reads: text files, folders of them, JSON Lines and standard input."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import attrs

__all__ = ["Inputs", "Problem", "parse_day"]

_SUFFIXES = {".txt", ".jsonl"}

Item = dict[str, Any]
"""What ``parse_many`` takes: text, and perhaps published, id and source."""


@attrs.frozen
class Problem:
    """An input that could not be read, and why."""

    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


@attrs.define
class Inputs:
    """The articles that paths lead to, one by one; what can't be read is kept in ``problems``, and the rest is read.

    ``published`` is the date for articles whose input gives none.
    """

    paths: list[str]
    published: date | None = None
    problems: list[Problem] = attrs.field(factory=list)

    def __iter__(self) -> Iterator[Item]:
        for path in self.paths:
            if path == "-":
                yield from self._stream(sys.stdin.buffer.read())
            else:
                yield from self._path(Path(path))

    def _path(self, path: Path) -> Iterator[Item]:
        if not path.is_dir():
            yield from self._file(path)
            return
        try:
            files = sorted(file for file in path.iterdir() if _is_article(file))
        except OSError as wrong:
            self._problem(str(path), wrong.strerror or str(wrong))
            return
        if not files:
            self._problem(str(path), "no articles in this folder (.txt or .jsonl files)")
        for file in files:
            yield from self._file(file)

    def _file(self, path: Path) -> Iterator[Item]:
        try:
            data = path.read_bytes()
        except OSError as wrong:
            self._problem(str(path), wrong.strerror or str(wrong))
            return
        if path.suffix == ".jsonl":
            yield from self._lines(str(path), data)
        else:
            yield from self._text(str(path), data, path.stem)

    def _stream(self, data: bytes) -> Iterator[Item]:
        if _is_json_lines(data):
            yield from self._lines("<stdin>", data)
        else:
            yield from self._text("<stdin>", data, "stdin")

    def _text(self, where: str, data: bytes, name: str) -> Iterator[Item]:
        text = self._decoded(where, data, 1)
        if text is not None:
            yield {"text": text, "id": name, "published": self.published}

    def _lines(self, where: str, data: bytes) -> Iterator[Item]:
        for number, line in enumerate(data.split(b"\n"), 1):
            if line.strip():
                text = self._decoded(where, line, number)
                item = None if text is None else self._item(f"{where}:{number}", text, str(number))
                if item is not None:
                    yield item

    def _decoded(self, where: str, data: bytes, first_line: int) -> str | None:
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError as wrong:
            line = first_line + data.count(b"\n", 0, wrong.start)
            self._problem(f"{where}:{line}", f"is not UTF-8 (byte 0x{data[wrong.start]:02x})")
            return None

    def _item(self, where: str, line: str, name: str) -> Item | None:
        try:
            data = json.loads(line)
        except json.JSONDecodeError as wrong:
            self._problem(where, f"is no JSON: {wrong.msg} in column {wrong.colno}")
            return None
        except (ValueError, RecursionError):
            self._problem(where, "is no JSON that can be read")
            return None
        if not isinstance(data, dict) or not isinstance(data.get("text"), str):
            self._problem(where, 'must be an object with a string "text"')
            return None
        given, source, published = data.get("id", name), data.get("source"), data.get("published")
        if not isinstance(given, str | int | None) or not isinstance(source, str | None):
            self._problem(where, '"id" and "source" must be strings')
            return None
        day = self.published if published is None else parse_day(published)
        if published is not None and day is None:
            self._problem(where, '"published" must be a date, YYYY-MM-DD')
            return None
        return {
            "text": data["text"],
            "id": None if given is None else str(given),
            "source": source,
            "published": day,
        }

    def _problem(self, where: str, what: str) -> None:
        self.problems.append(Problem(where, what))


def parse_day(value: object) -> date | None:
    """The day of an ISO date or time; None where ``value`` is none.

    >>> parse_day("2021-02-26T08:00:00Z")
    datetime.date(2021, 2, 26)
    """
    if not isinstance(value, str):
        return None
    try:
        return datetime.fromisoformat(value).date()
    except ValueError:
        return None


def _is_article(path: Path) -> bool:
    return path.suffix in _SUFFIXES and not path.name.lower().startswith("readme") and path.is_file()


def _is_json_lines(data: bytes) -> bool:
    first: Iterable[bytes] = (line for line in data.split(b"\n") if line.strip())
    try:
        head = json.loads(next(iter(first), b""))
    except (ValueError, RecursionError):
        return False
    return isinstance(head, dict) and "text" in head
