"""Small changes to a module's syntax tree, each of which a good test would notice."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass
from typing import NamedTuple

__all__ = ["Mutant", "mutants"]

OPPOSITE: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
TYPES = ("annotation", "returns", "type_params", "decorator_list")
"""Fields in which nothing runs that a test of behaviour could notice."""
WIDEST = 80


class Mutant(NamedTuple):
    """A module with one change: the line, what stood there, what stands there now, and the whole new source."""

    line: int
    before: str
    after: str
    source: str


@dataclass(frozen=True)
class _Place:
    """Where a node hangs in the tree; ``judges`` if in a function that answers yes or no."""

    owner: ast.AST
    field: str
    index: int | None
    node: ast.AST
    judges: bool

    def put(self, node: ast.AST) -> None:
        if self.index is None:
            setattr(self.owner, self.field, node)
        else:
            getattr(self.owner, self.field)[self.index] = node


def mutants(source: str) -> Iterator[Mutant]:
    r"""Every mutant of a module, in the order of its text.

    Comparison and boolean operators are swapped, ``not`` removed, whole numbers changed by one, what a function
    annotated ``-> bool`` returns turned round, the body of a branch dropped, and an element of a set, or a word of a
    string that is split, left out.

    >>> [mutant.after for mutant in mutants("def f(a: int) -> bool:\n    return a > 1")]
    ['return not a > 1', 'a >= 1', '2', '0']
    """
    tree = ast.parse(source)
    for place in list(_places(tree, judges=False)):
        for changed in _changes(place):
            place.put(ast.fix_missing_locations(ast.copy_location(changed, place.node)))
            whole = ast.unparse(tree)
            place.put(place.node)
            line = getattr(place.node, "lineno", 0)
            yield Mutant(line, *_shown(place.node, changed), whole)


def _places(owner: ast.AST, judges: bool) -> Iterator[_Place]:
    if isinstance(owner, ast.FunctionDef | ast.AsyncFunctionDef):
        judges = owner.returns is not None and ast.unparse(owner.returns) == "bool"
    for field, value in ast.iter_fields(owner):
        if field in TYPES:
            continue
        for index, node in enumerate(value) if isinstance(value, list) else [(None, value)]:
            if isinstance(node, ast.AST):
                yield _Place(owner, field, index, node, judges)
                yield from _places(node, judges and not isinstance(node, ast.Lambda))


def _changes(place: _Place) -> Iterator[ast.AST]:
    match place.node:
        case ast.Compare(ops=ops) as node:
            for at, op in enumerate(ops):
                yield _with(node, ops=[*ops[:at], OPPOSITE[type(op)](), *ops[at + 1 :]])
        case ast.BoolOp(op=op) as node:
            yield _with(node, op=ast.Or() if isinstance(op, ast.And) else ast.And())
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield operand
        case ast.Return(value=ast.expr() as value) if place.judges:
            yield from _turned_round(value)
        case ast.If(orelse=orelse) as node:
            yield _with(node, body=[ast.Pass()])
            if orelse and not (len(orelse) == 1 and isinstance(orelse[0], ast.If)):
                yield _with(node, orelse=[])
        case ast.Set(elts=elements) as node if len(elements) > 1:
            yield from (_with(node, elts=[*elements[:at], *elements[at + 1 :]]) for at in range(len(elements)))
        case ast.Constant(value=value):
            yield from _constants(value, place.owner)


def _turned_round(value: ast.expr) -> Iterator[ast.Return]:
    """The opposite of what is returned; where ``not`` stands in front, its removal does that."""
    if isinstance(value, ast.Constant):
        yield ast.Return(ast.Constant(not value.value))
    elif not (isinstance(value, ast.UnaryOp) and isinstance(value.op, ast.Not)):
        yield ast.Return(ast.UnaryOp(ast.Not(), value))


def _constants(value: object, owner: ast.AST) -> Iterator[ast.Constant]:
    if isinstance(value, int) and not isinstance(value, bool):
        yield from (ast.Constant(value + 1), ast.Constant(value - 1))
    elif isinstance(value, str) and isinstance(owner, ast.Attribute) and owner.attr == "split":
        words = value.split()
        if len(words) > 1:
            yield from (ast.Constant(" ".join([*words[:at], *words[at + 1 :]])) for at in range(len(words)))


def _with(node: ast.AST, **fields: object) -> ast.AST:
    changed = copy(node)
    for field, value in fields.items():
        setattr(changed, field, value)
    return changed


def _shown(before: ast.AST, after: ast.AST) -> tuple[str, str]:
    """Both in a few words; of a branch its condition, of a split string only the word that is missing."""
    if isinstance(before, ast.If) and isinstance(after, ast.If):
        part = "body" if after.body != before.body else "else"
        return f"if {_short(before.test)}", f"{part} dropped"
    if isinstance(before, ast.Constant) and isinstance(before.value, str):
        assert isinstance(after, ast.Constant)  # noqa: S101 - for mypy
        old, new = str(before.value).split(), str(after.value).split()
        at = next((at for at, word in enumerate(new) if word != old[at]), len(new))
        return f"the word {old[at]!r}", "dropped"
    return _short(before), _short(after)


def _short(node: ast.AST) -> str:
    text = " ".join(ast.unparse(node).split())
    return text if len(text) <= WIDEST else f"{text[: WIDEST // 2]} … {text[-WIDEST // 2 :]}"
