"""What the command line reads: text files, folders of them, JSON Lines, JSON, pages and standard input."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

import attrs

from conflictnews.cli.files import Listing, NamedFile, Problem, listed
from conflictnews.integrations.web import read_page

__all__ = ["Inputs", "Problem", "parse_day"]

Item = dict[str, Any]
"""What ``parse_many`` takes: text, and perhaps published, id and source."""


@attrs.define
class Inputs:
    """The articles that paths lead to, one by one; what can't be read is kept in ``problems``, and the rest is read.

    ``published`` is the date for articles whose input gives none. No two articles get the same id: one that comes again
    has its file and line in front, which ``notes`` tell.
    """

    paths: list[str]
    published: date | None = None
    problems: list[Problem] = attrs.field(factory=list)
    notes: list[Problem] = attrs.field(factory=list)
    _listing: Listing = attrs.field(init=False)
    _ids: set[str] = attrs.field(init=False, factory=set)

    def __attrs_post_init__(self) -> None:
        self._listing = listed(path for path in self.paths if path != "-")
        self.problems += self._listing.problems
        self.notes += self._listing.notes

    @property
    def total(self) -> int | None:
        """How many articles there are; None where that can't be told before they are read."""
        files = self._listing.files
        return None if "-" in self.paths or any(file.suffix in (".jsonl", ".json") for file in files) else len(files)

    def __iter__(self) -> Iterator[Item]:
        for file in self._listing.files:
            yield from self._file(file)
        if "-" in self.paths:
            yield from self._input()

    def _input(self) -> Iterator[Item]:
        if sys.stdin is None:  # closed by whoever started us: "<&-"
            self._problem("-", "the standard input is closed")
            return
        yield from self._stream(sys.stdin.buffer.read())

    def _file(self, file: NamedFile) -> Iterator[Item]:
        where = str(file.path)
        try:
            data = file.path.read_bytes()
        except OSError as wrong:
            self._problem(where, wrong.strerror or str(wrong))
            return
        if file.suffix == ".jsonl":
            yield from self._lines(where, data, file.name)
        elif file.suffix in (".html", ".htm"):
            yield from self._page(where, data, file.name)
        elif file.suffix == ".json":
            yield from self._json(where, data, file.name)
        else:
            yield from self._text(where, data, file.name)

    def _stream(self, data: bytes) -> Iterator[Item]:
        if _is_json_lines(data):
            yield from self._lines("<stdin>", data, "stdin")
        else:
            yield from self._text("<stdin>", data, "stdin")

    def _text(self, where: str, data: bytes, name: str) -> Iterator[Item]:
        text = self._decoded(where, data, 1)
        if text is not None:
            yield {"text": text, "id": self._own_id(where, name), "published": self.published}

    def _lines(self, where: str, data: bytes, name: str) -> Iterator[Item]:
        for number, line in enumerate(data.split(b"\n"), 1):
            if line.strip():
                text = self._decoded(where, line, number)
                read = None if text is None else self._loaded(f"{where}:{number}", text)
                item = None if read is None else self._item(f"{where}:{number}", read[0], f"{name}:{number}")
                if item is not None:
                    yield item

    def _json(self, where: str, data: bytes, name: str) -> Iterator[Item]:
        """An object with a text, a list of such, or what ``--json`` wrote."""
        text = self._decoded(where, data, 1)
        read = None if text is None else self._loaded(where, text)
        if read is None:
            return
        held = read[0].get("articles") if isinstance(read[0], dict) else read[0]
        if not isinstance(held, list):
            item = self._item(where, read[0], name)
            if item is not None:
                yield item
            return
        for number, one in enumerate(held, 1):
            item = self._item(f"{where}[{number}]", one, f"{name}:{number}")
            if item is not None:
                yield item

    def _page(self, where: str, data: bytes, name: str) -> Iterator[Item]:
        """The article of a page from the web; the site around it is left out."""
        try:
            page = read_page(data)
        except ModuleNotFoundError as missing:
            self._problem(where, str(missing))
            return
        if page is None:
            self._problem(where, "holds no article that can be told from the page")
            return
        yield {**page, "id": self._own_id(where, name), "published": page["published"] or self.published}

    def _decoded(self, where: str, data: bytes, first_line: int) -> str | None:
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError as wrong:
            line = first_line + data.count(b"\n", 0, wrong.start)
            self._problem(f"{where}:{line}", f"is not UTF-8 (byte 0x{data[wrong.start]:02x})")
            return None

    def _loaded(self, where: str, text: str) -> tuple[Any] | None:
        """The JSON in a text, alone in a tuple as it may be null."""
        try:
            return (json.loads(text),)
        except json.JSONDecodeError as wrong:
            place = f"line {wrong.lineno}, column {wrong.colno}" if "\n" in text else f"column {wrong.colno}"
            self._problem(where, f"is no JSON: {wrong.msg} in {place}")
        except (ValueError, RecursionError):
            self._problem(where, "is no JSON that can be read")
        return None

    def _item(self, where: str, data: Any, name: str) -> Item | None:  # noqa: ANN401 - whatever JSON holds
        if not isinstance(data, dict) or not isinstance(data.get("text"), str):
            self._problem(where, 'must be an object with a string "text"')
            return None
        given, source, published = data.get("id"), data.get("source"), data.get("published")
        if isinstance(given, bool) or not isinstance(given, str | int | None) or not isinstance(source, str | None):
            self._problem(where, '"id" and "source" must be strings')
            return None
        day = self.published if published is None else parse_day(published)
        if published is not None and day is None:
            self._problem(where, '"published" must be a date, YYYY-MM-DD')
            return None
        own = self._own_id(where, name if given is None else str(given))
        return {"text": data["text"], "id": own, "source": source, "published": day}

    def _own_id(self, where: str, name: str) -> str:
        """The id itself, with its place in front where another article has it already."""
        own = name
        while own in self._ids:
            own = f"{where}:{own}"
        if own != name:
            self.notes.append(Problem(where, f"the id {name!r} was given before; this article is {own!r}"))
        self._ids.add(own)
        return own

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


def _is_json_lines(data: bytes) -> bool:
    first: Iterable[bytes] = (line for line in data.split(b"\n") if line.strip())
    try:
        head = json.loads(next(iter(first), b""))
    except (ValueError, RecursionError):
        return False
    return isinstance(head, dict) and "text" in head
