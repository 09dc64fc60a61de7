"""The training data: documents with text, tagged tokens and attributions, read from JSON lines."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from conflictnews.text import TextView
from conflictnews.text.tags import PENN

__all__ = ["Document", "Gold", "read_documents"]

Span = tuple[int, int]


class Gold(NamedTuple):
    """An annotated attribution, each part a list of character spans; source and cue may be empty."""

    source: list[Span]
    cue: list[Span]
    content: list[Span]


class Document(NamedTuple):
    """A document as the library cuts it; ``tags`` are gold, one a token of ours, or "" where there is none."""

    id: str
    view: TextView
    tags: list[str]
    attributions: list[Gold]


def read_documents(path: Path, tags: Path | None = None) -> list[Document]:
    """Every document of a file; its tagged tokens may stand in a second file, tied by their ids."""
    tagged = {row["id"]: row["tokens"] for row in _rows(tags)} if tags is not None else {}
    return [_document(row, tagged) for row in _rows(path)]


def _rows(path: Path) -> Iterable[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _document(row: dict[str, Any], tagged: dict[str, list[list[Any]]]) -> Document:
    view = TextView(row["text"])
    tokens = row.get("tokens") or tagged.get(row["id"], [])
    return Document(row["id"], view, _aligned(view, tokens), [_gold(item) for item in row["attributions"]])


def _gold(item: dict[str, Any]) -> Gold:
    return Gold(*([(start, end) for start, end in item[part]] for part in ("source", "cue", "content")))


def _aligned(view: TextView, tokens: list[list[Any]]) -> list[str]:
    """The tag of the tagged token that begins where ours begins, or holds its beginning: "do" of "don't"."""
    out: list[str] = []
    at = 0
    for start in view.starts:
        while at + 1 < len(tokens) and tokens[at + 1][0] <= start:
            at += 1
        holds = at < len(tokens) and tokens[at][0] <= start < tokens[at][1]
        out.append(PENN.get(tokens[at][2], ".") if holds else "")
    return out
