"""The check of every table: what may stand in each column, by ``table_columns.tsv``."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from functools import cache

import attrs

from conflictnews.errors import LexiconError
from conflictnews.lexicons.source import Row, table_rows, table_source
from conflictnews.types import vocabulary

__all__ = ["ColumnRule", "check_rows", "column_rules"]

Test = Callable[[str], str | None]
"""What is wrong with a value, in words; None where nothing is."""

Place = Callable[[int], tuple[str, int]]
"""The file and the line of a row, by its position."""

_COLUMNS = ("table", "column", "key", "type", "allowed")
_SHOWN = 40
"""Allowed values that a message tells; of more, the nearest ones."""


@attrs.frozen
class ColumnRule:
    """A column's name, whether it is part of the key, whether it may be empty, and the test of its values."""

    column: str
    key: bool
    may_be_empty: bool
    test: Test = attrs.field(repr=False)


def column_rules(table: str) -> tuple[ColumnRule, ...]:
    """The rules of a table's columns, in order; empty for a table that is not described (made by a tool)."""
    return _rules().get(table, ())


@cache
def _rules() -> dict[str, tuple[ColumnRule, ...]]:
    found: dict[str, list[ColumnRule]] = {}
    for row in table_rows("table_columns", table_source("table_columns"), _COLUMNS):
        table, column, key, kind, allowed = row
        if kind.removeprefix("maybe-") not in {*_TESTS, "optional"}:
            raise LexiconError(f"{table}.{column}: no type {kind!r}", file="table_columns.tsv", column="type")
        optional = kind == "optional" or kind.startswith("maybe-")
        found.setdefault(table, []).append(
            ColumnRule(column, key == "yes", optional, _test(kind.removeprefix("maybe-"), allowed))
        )
    return {table: tuple(rules) for table, rules in found.items()}


def check_rows(table: str, rows: Sequence[Row], place: Place) -> None:
    """Check rows: every cell by its column's rule, and that no key stands twice.

    The first mistake is a ``LexiconError`` with its file, line and column, and what is allowed there; ``place`` tells
    the file and the line of a row by its position.
    """
    rules = column_rules(table)
    columns = [[row[at] for row in rows] for at in range(len(rules))]
    own = {rule.column: set(values) for rule, values in zip(rules, columns, strict=True)}
    for rule, values in zip(rules, columns, strict=True):
        for value in dict.fromkeys(values):
            problem = _problem(table, rule, value, own)
            if problem is not None:
                file, line = place(values.index(value))
                raise LexiconError(problem, file=file, line=line, column=rule.column)
    _check_keys(rules, rows, place)


def _problem(table: str, rule: ColumnRule, value: str, own: Mapping[str, set[str]]) -> str | None:
    """What is wrong with a value; a reference may lead to another of these rows, too: the parent of an actor."""
    if not value:
        return None if rule.may_be_empty else "must not be empty"
    problem = rule.test(value)
    if problem is None or not isinstance(rule.test, _Reference):
        return problem
    target, column = rule.test.refers
    return None if target == table and value in own[column] else problem


def _check_keys(rules: Sequence[ColumnRule], rows: Sequence[Row], place: Place) -> None:
    places = [at for at, rule in enumerate(rules) if rule.key] or list(range(len(rules)))
    keys = [tuple([row[at] for at in places]) for row in rows] if len(places) < len(rules) else rows
    if not rules or len(set(keys)) == len(keys):
        return
    seen: dict[Row, int] = {}
    for at, key in enumerate(keys):
        if seen.setdefault(key, at) != at:
            (file, line), first = place(at), place(seen[key])
            told = f"{' '.join(filter(None, key))!r} stands in {first[0]}:{first[1]}, too"
            raise LexiconError(told, file=file, line=line, column=rules[places[0]].column)


def _test(kind: str, allowed: str) -> Test:
    make = _TESTS.get(kind)
    return _anything if make is None else make(allowed)


def _anything(_: str) -> str | None:
    return None


def _text(_: str) -> Test:
    return _anything


def _word(_: str) -> Test:
    return lambda value: None if value == value.lower() else f"must be in small letters, not {value!r}"


def _forms(_: str) -> Test:
    def test(value: str) -> str | None:
        parts = value.split("|")
        return None if all(parts) else f'must be forms parted by single "|", none of them empty, not {value!r}'

    return test


def _one(allowed: str) -> Test:
    values = _values(allowed)
    return lambda value: None if value in values else _not_one(value, values)


def _set(allowed: str) -> Test:
    values = _values(allowed)

    def test(value: str) -> str | None:
        return next((_not_one(word, values) for word in value.split() if word not in values), None)

    return test


def _values(allowed: str) -> dict[str, None]:
    """The values parted by "|"; "@Role" stands for those of the vocabulary."""
    found: dict[str, None] = {}
    for part in allowed.split("|"):
        found |= dict.fromkeys(map(str, getattr(vocabulary, part[1:])) if part.startswith("@") else [part])
    return found


def _not_one(value: str, values: Collection[str]) -> str:
    if len(values) <= _SHOWN:
        return f"must be one of {', '.join(values)}, not {value!r}"
    near = _near(value, values) or list(values)[:_SHOWN]
    return f"must be one of {len(values)} values ({', '.join(near)} ...), not {value!r}"


def _near(value: str, values: Collection[str]) -> list[str]:
    from difflib import get_close_matches  # noqa: PLC0415 - for mistakes only

    return get_close_matches(value, values, 3)


class _Reference:
    """The value of a column of another table, or one of those told beside it."""

    def __init__(self, allowed: str) -> None:
        target, *others = allowed.split("|")
        table, _, column = target.partition(".")
        self.refers = (table, column)
        self._others = others
        self._known: frozenset[str] | None = None

    def __call__(self, value: str) -> str | None:
        if self._known is None:
            self._known = frozenset([*_column(*self.refers), *self._others])
        if value in self._known:
            return None
        table, column = self.refers
        near = _near(value, sorted(self._known))
        meant = f"; did you mean {' or '.join(near)}?" if near else ""
        return f"must be a {column} of {table}.tsv, not {value!r}{meant}"


@cache
def _column(table: str, column: str) -> frozenset[str]:
    columns = tuple(rule.column for rule in column_rules(table))
    at = columns.index(column)
    return frozenset([row[at] for row in table_rows(table, table_source(table), columns)])


def _state(_: str) -> Test:
    reference = _Reference("countries.code")
    return lambda value: (
        None if reference(value) is None else f"must be an ISO 3166-1 alpha-3 code ('SYR'), not {value!r}"
    )


def _number(allowed: str) -> Test:
    least, most = map(float, allowed.split(".."))

    def test(value: str) -> str | None:
        try:
            number = float(value)
        except ValueError:
            return f"must be a number from {least:g} to {most:g}, not {value!r}"
        return None if least <= number <= most else f"must be a number from {least:g} to {most:g}, not {value}"

    return test


def _integer(allowed: str) -> Test:
    number = _number(allowed)

    return lambda value: number(value) or (None if value.isdecimal() else f"must be a whole number, not {value!r}")


def _date(_: str) -> Test:
    def test(value: str) -> str | None:
        try:
            date.fromisoformat(value)
        except ValueError:
            return f"must be a date (YYYY-MM-DD), not {value!r}"
        return None

    return test


def _frames(allowed: str) -> Test:
    number = _integer(allowed)

    def test(value: str) -> str | None:
        for part in value.split():
            name, _, certainty = part.rpartition("=")
            if not name or number(certainty) is not None:
                return f"must be contexts with numbers from 0 to 100 ('that=95 np=20'), not {part!r}"
        return None

    return test


def _pattern(allowed: str) -> Test:
    pattern = re.compile(allowed)
    return lambda value: None if pattern.fullmatch(value) else f"must look like {allowed}, not {value!r}"


def _phrase(allowed: str) -> Test:
    reference, small = _Reference(allowed), _word("")

    def test(value: str) -> str | None:
        names = [word.strip("{}") for word in value.split() if word.startswith("{")]
        return small(value) or next((wrong for name in names if (wrong := reference(name)) is not None), None)

    return test


_TESTS: dict[str, Callable[[str], Test]] = {
    "text": _text,
    "word": _word,
    "forms": _forms,
    "one": _one,
    "set": _set,
    "phrase": _phrase,
    "ref": _Reference,
    "state": _state,
    "number": _number,
    "integer": _integer,
    "date": _date,
    "frames": _frames,
    "pattern": _pattern,
}
