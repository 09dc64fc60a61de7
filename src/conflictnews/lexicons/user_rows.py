"""The rows that users give, in Python or in a folder of tables: each is checked when it is given."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from conflictnews.errors import LexiconError
from conflictnews.lexicons.cells import cell_text
from conflictnews.lexicons.checking import check_rows, column_rules
from conflictnews.lexicons.source import Row

__all__ = ["KINDS", "PlacedRow", "checked_user_rows", "read_lexicon"]


class _Kind(NamedTuple):
    """A kind of rows: the table that they belong to, the columns that must be given, what others are by default."""

    table: str
    needed: tuple[str, ...]
    defaults: Mapping[str, str]


KINDS: dict[str, _Kind] = {
    "cues": _Kind("cues", ("cue",), {"class": "verb", "certainty": "75", "by": "hand"}),
    "actors": _Kind("actors", ("actor", "kind"), {}),
    "units": _Kind("units", ("unit", "dimension"), {}),
    "weapons": _Kind("weapons", ("weapon", "code"), {}),
    "triggers": _Kind("event_triggers", ("trigger", "class"), {"pos": "v", "source": "seen"}),
    "places": _Kind("user_places", ("name", "latitude", "longitude"), {}),
}


class PlacedRow(dict[str, str]):
    """A row of a file, with the file and the line that it stands in."""

    def __init__(self, cells: Mapping[str, str], file: str, line: int) -> None:
        super().__init__(cells)
        self.file = file
        self.line = line


def read_lexicon(folder: str | os.PathLike[str]) -> dict[str, Any]:
    r"""The tables of a folder, for ``Parser().with_lexicon(**read_lexicon(folder))``.

    The files are ``cues.tsv``, ``actors.tsv``, ``units.tsv``, ``weapons.tsv``, ``triggers.tsv`` and ``places.tsv``, as
    many as there are: UTF-8, tab-separated, with a header that names the columns given, in any order; lines that begin
    with ``#`` are comments. A folder without any of them, another ``.tsv`` file, an unknown column and a surplus cell
    are a ``LexiconError`` with file and line; what can't be read is an ``OSError``.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = Path(folder, "weapons.tsv").write_text("weapon\tcode\nthunder lance\tairstrike\n")
    ...     read_lexicon(folder)
    {'weapons': [{'weapon': 'thunder lance', 'code': 'airstrike'}]}
    """
    files = sorted(path for path in Path(folder).iterdir() if path.suffix == ".tsv")
    names = ", ".join(f"{kind}.tsv" for kind in KINDS)
    if not files:
        raise LexiconError(f"no tables in this folder; they are called {names}", file=str(folder))
    for path in files:
        if path.stem not in KINDS:
            raise LexiconError(f"is no table of a lexicon; they are called {names}", file=str(path))
    return {path.stem: _read_file(path) for path in files}


def _read_file(path: Path) -> list[PlacedRow]:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        raise LexiconError(f"is not UTF-8 (byte {wrong.start})", file=str(path)) from None
    header: list[str] | None = None
    rows = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.rstrip("\r").split("\t")]
        if header is None:
            header = cells
            _check_columns(path.stem, header, str(path), number)
        elif len(cells) > len(header):
            raise LexiconError(f"has {len(cells)} cells, the header has {len(header)}", file=str(path), line=number)
        else:
            rows.append(PlacedRow(dict(zip(header, cells, strict=False)), str(path), number))
    if header is None:
        raise LexiconError("no header", file=str(path))
    return rows


def _check_columns(kind: str, given: Iterable[object], file: str, line: int) -> None:
    known = [rule.column for rule in column_rules(KINDS[kind].table)]
    names = list(given)
    for at, name in enumerate(names):
        if name not in known:
            raise LexiconError(f"no column {name!r}; there are {', '.join(known)}", file=file, line=line)
        if name in names[:at]:
            raise LexiconError("stands twice in the header", file=file, line=line, column=str(name))
    for name in KINDS[kind].needed:
        if name not in names:
            raise LexiconError("must be given", file=file, line=line, column=name)


def checked_user_rows(kind: str, given: Iterable[Mapping[str, object]]) -> list[dict[str, str]]:
    """The rows of a kind, whole and checked; the first mistake is a ``LexiconError`` with its place.

    Rows of a file have its name and their line, others the kind and their number, from 1.

    >>> checked_user_rows("weapons", [{"weapon": "thunder lance", "code": "airstriek"}])
    Traceback (most recent call last):
    conflictnews.errors.LexiconError: weapons:1: code: must be a code of event_codes.tsv, not 'airstriek'; \
did you mean airstrike or strike?
    """
    if isinstance(given, str | Mapping) or not isinstance(given, Iterable):
        raise TypeError(f"{kind} must be a list of mappings, not {type(given).__name__}")
    columns = [rule.column for rule in column_rules(KINDS[kind].table)]
    rows, places = list[Row](), list[tuple[str, int]]()
    for number, row in enumerate(given, 1):
        place = (row.file, row.line) if isinstance(row, PlacedRow) else (kind, number)
        if not isinstance(row, Mapping):
            raise TypeError(f"{kind} must be a list of mappings, not {type(row).__name__} at row {number}")
        _check_columns(kind, row, *place)
        told = {name: _cell(value, name, *place) for name, value in row.items()}
        cells = {**KINDS[kind].defaults, **{name: cell for name, cell in told.items() if cell}}
        rows.append(tuple([cells.get(column, "") or _default(kind, column, cells) for column in columns]))
        places.append(place)
    check_rows(KINDS[kind].table, rows, places.__getitem__)
    return [dict(zip(columns, row, strict=True)) for row in rows]


def _cell(value: object, column: str, file: str, line: int) -> str:
    try:
        return cell_text(value)
    except ValueError as wrong:
        raise LexiconError(str(wrong), file=file, line=line, column=column) from None


def _default(kind: str, column: str, cells: Mapping[str, str]) -> str:
    """What an empty cell stands for: an actor's id is its name, the words for a unit are its name."""
    if (kind, column) == ("actors", "id"):
        return "-".join(word for word in _slug(cells.get("actor", "")).split("-") if word)
    if (kind, column) == ("units", "words"):
        return cells.get("unit", "").lower()
    return KINDS[kind].defaults.get(column, "")


def _slug(name: str) -> str:
    return "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in name.lower().replace("'", ""))
