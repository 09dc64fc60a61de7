"""A layer joined to an outside register: who in an article is on a sanctions list. ``python examples/sanctions.py``."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import attrs

import conflictnews as cn


@attrs.frozen(kw_only=True)
class Sanctioned(cn.Annotation):
    """A name on the list: the list's own number, and since when it is on it."""

    name: str
    number: str
    listed: str


@attrs.frozen
class SanctionsExtractor:
    """Looks every entity of the article up in a list with the columns name, number and listed."""

    names: frozenset[tuple[str, str, str]]
    name: str = "sanctions"
    requires: frozenset[str] = frozenset({"entities"})

    @classmethod
    def from_csv(cls, path: Path) -> SanctionsExtractor:
        """The list in a CSV file."""
        with path.open(encoding="utf-8", newline="") as lines:
            return cls(frozenset((row["name"], row["number"], row["listed"]) for row in csv.DictReader(lines)))

    def __call__(self, view: cn.TextView, done: cn.Layers, /) -> Iterator[Sanctioned]:
        """Each mention of an entity whose whole name is on the list."""
        rows = {name.casefold(): (name, number, listed) for name, number, listed in self.names}
        for entity in done.get("entities", cn.Entity):
            if (row := rows.get(entity.name.casefold())) is not None:
                for span in entity.mentions:
                    name, number, listed = row
                    yield Sanctioned(span=span, text=span.of(view.text), name=name, number=number, listed=listed)


if __name__ == "__main__":
    register = SanctionsExtractor.from_csv(Path(__file__).with_name("sanctions.csv"))
    parser = cn.Parser().with_extractors(register)
    article = parser.parse("The ministry accused Viktor Marchenko of smuggling arms. Marchenko denied it.", id="a")
    for row in cn.to_rows([article], "sanctions"):
        print(row["start"], row["end"], row["text"], row["number"], row["listed"])
