"""Lexicon: the rows that a user adds to the tables, and which of them are in force while a text is read."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, wraps
from typing import TypeVar, TypeVarTuple

from conflictnews.lexicons.checking import column_rules
from conflictnews.lexicons.source import Row
from conflictnews.lexicons.table import read_table

__all__ = ["Lexicon", "open_table", "per_lexicon", "using"]

Ts = TypeVarTuple("Ts")
T = TypeVar("T")
Tables = tuple[tuple[str, tuple[Row, ...]], ...]


class Lexicon:
    """Checked rows by table; compared, hashed and pickled by these. It remembers what is made from them."""

    __slots__ = ("_made", "tables")
    tables: Tables

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self._made: dict[Hashable, object] = {}

    def rows(self, table: str) -> tuple[Row, ...]:
        """The rows for a table."""
        return next((rows for name, rows in self.tables if name == table), ())

    def joined(self, other: Lexicon | None) -> Lexicon:
        """These rows, and those of another lexicon that have other keys."""
        if other is None:
            return self
        names = dict.fromkeys(name for name, _ in (*self.tables, *other.tables))
        return Lexicon(tuple((name, _over(name, self.rows(name), other.rows(name))) for name in names))

    def made(self, make: Callable[..., T], arguments: tuple[Hashable, ...]) -> T:
        """What a function makes while this lexicon is in force, made once."""
        key = (make, arguments)
        if key not in self._made:
            self._made[key] = make(*arguments)
        return self._made[key]  # type: ignore[return-value]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Lexicon) and self.tables == other.tables

    def __hash__(self) -> int:
        return hash(self.tables)

    def __repr__(self) -> str:
        counts = ", ".join(f"{name}: {len(rows)}" for name, rows in self.tables)
        return f"<Lexicon {counts}>"

    def __reduce__(self) -> tuple[type[Lexicon], tuple[Tables]]:
        return Lexicon, (self.tables,)


_IN_FORCE: ContextVar[Lexicon | None] = ContextVar("lexicon", default=None)


@contextmanager
def using(lexicon: Lexicon | None) -> Iterator[None]:
    """Inside, this lexicon is in force, in this thread or task only."""
    before = _IN_FORCE.set(lexicon)
    try:
        yield
    finally:
        _IN_FORCE.reset(before)


def open_table(name: str, *columns: str) -> tuple[Row, ...]:
    """The rows of a shipped table behind those of the lexicon in force, whose rows take the place of equal keys.

    To be called in functions that are ``per_lexicon``.
    """
    shipped = read_table(name, *columns)
    lexicon = _IN_FORCE.get()
    return shipped if lexicon is None else _over(name, lexicon.rows(name), shipped)


def per_lexicon(make: Callable[[*Ts], T]) -> Callable[[*Ts], T]:
    """``functools.cache``, apart for each lexicon that is in force; for functions that read an open table."""
    plain = cache(make)

    @wraps(plain)  # so that whoever empties caches finds this one behind it
    def remembered(*args: *Ts) -> T:
        lexicon = _IN_FORCE.get()
        return plain(*args) if lexicon is None else lexicon.made(make, args)

    return remembered


def _over(table: str, own: tuple[Row, ...], others: tuple[Row, ...]) -> tuple[Row, ...]:
    places = [at for at, rule in enumerate(column_rules(table)) if rule.key]
    keys = {tuple(row[at] for at in places) for row in own}
    return (*own, *(row for row in others if tuple(row[at] for at in places) not in keys))
