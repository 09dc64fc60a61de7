"""Actors: who stands in the register (``actors.tsv``), and who a user adds to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

import attrs

from conflictnews.errors import LexiconError
from conflictnews.lexicons.cells import cell_text
from conflictnews.lexicons.table import read_table
from conflictnews.register.states import is_alpha3

__all__ = ["GROUPS", "KINDS", "Actor", "actor_of", "actors", "checked"]

KINDS = frozenset({"state", "rebel", "militia", "communal", "force", "ministry", "party", "body"})
GROUPS = frozenset({"rebel", "militia", "communal"})
"""Kinds of armed groups that are no state's."""

_COLUMNS = ("actor", "id", "kind", "state", "backer", "parent", "names")


@attrs.frozen
class Actor:
    """A row: see the head of the table for what its columns mean."""

    actor: str
    id: str
    kind: str
    state: str | None = None
    backer: str | None = None
    parent: str | None = None
    names: tuple[str, ...] = ()

    @property
    def all_names(self) -> tuple[str, ...]:
        """The plain name and all others."""
        return (self.actor, *self.names)


@cache
def actors() -> tuple[Actor, ...]:
    """The rows of the table, in its order: states first, then groups.

    >>> next(actor.state for actor in actors() if actor.id == "hezbollah")
    'LBN'
    """
    return tuple(_read(dict(zip(_COLUMNS, row, strict=True)), "actors.tsv") for row in read_table("actors", *_COLUMNS))


def actor_of(row: Mapping[str, object], number: int) -> Actor:
    """An actor from a user's row; what is none is a ``ValueError`` that names the row (the first is 1).

    >>> actor_of({"actor": "Dorn Front", "kind": "rebel", "state": "MLI", "names": "DF|front of dorn"}, 1).id
    'dorn-front'
    """
    if unknown := row.keys() - set(_COLUMNS):
        known = ", ".join(_COLUMNS)
        raise ValueError(f"row {number}: no column {', '.join(sorted(map(str, unknown)))}; there are {known}")
    cells = {name: _cell(value, f"row {number}: {name}") for name, value in row.items()}
    try:
        return _read(cells, f"row {number}")
    except LexiconError as wrong:
        raise ValueError(str(wrong)) from None


def _cell(value: object, where: str) -> str:
    try:
        return cell_text(value)
    except ValueError as wrong:
        raise ValueError(f"{where} {wrong}") from None


def _read(row: Mapping[str, str], where: str) -> Actor:
    name, kind = row.get("actor", ""), row.get("kind", "")
    if not any(letter.isalpha() for letter in name):
        raise LexiconError(f"{where}: an actor must have a name, not {name!r}")
    if kind not in KINDS:
        raise LexiconError(f"{where}: {name}: kind must be one of {', '.join(sorted(KINDS))}, not {kind!r}")
    for column in ("state", "backer"):
        code = row.get(column, "")
        if code and not is_alpha3(code):
            raise LexiconError(f"{where}: {name}: {column} must be ISO 3166-1 alpha-3 ('SYR'), not {code!r}")
    return Actor(
        name,
        row.get("id", "") or "-".join(name.lower().replace("'", "").split()),
        kind,
        row.get("state") or None,
        row.get("backer") or None,
        row.get("parent") or None,
        tuple(filter(None, (other.strip() for other in row.get("names", "").split("|")))),
    )


def checked(rows: Iterable[Mapping[str, object]]) -> tuple[Actor, ...]:
    """The actors of a user's rows; no id may stand twice."""
    found: dict[str, Actor] = {}
    for number, row in enumerate(rows, 1):
        if not isinstance(row, Mapping):
            raise TypeError(f"row {number}: an actor must be a mapping, not {type(row).__name__}")
        actor = actor_of(row, number)
        if actor.id in found:
            raise ValueError(f"row {number}: the id {actor.id!r} is that of {found[actor.id].actor}, too")
        found[actor.id] = actor
    return tuple(found.values())
