"""A layer of your own: the aircraft that an article names. ``python examples/aircraft.py`` prints them."""

from __future__ import annotations

import json
from collections.abc import Iterator

import attrs

import conflictnews as cn

MODELS = {"f-15", "f-15e", "f-16", "f-35", "b-52", "su-24", "su-25", "su-34", "mig-29", "mq-9", "a-10", "shahed-136"}


@attrs.frozen(kw_only=True)
class Aircraft(cn.Annotation):
    """An aircraft, by its model."""

    model: str


@attrs.frozen
class AircraftExtractor:
    """Spots aircraft by their designations."""

    name: str = "aircraft"
    requires: frozenset[str] = frozenset()

    def __call__(self, view: cn.TextView, done: cn.Layers, /) -> Iterator[Aircraft]:
        """Each mention, in order."""
        for position in view.positions(MODELS):
            yield Aircraft(
                span=view.span(position, position + 1),
                text=view.surface(position, position + 1),
                model=view.words[position].upper(),
            )


if __name__ == "__main__":
    parser = cn.Parser().with_extractors(AircraftExtractor())
    article = parser.parse("Two F-15E jets struck the site. A Su-34 followed, officials said.")
    for aircraft in article.layers.get("aircraft", Aircraft):
        print(aircraft.span.start, aircraft.span.end, aircraft.model)
    print(json.dumps(cn.to_dict(article)["layers"], indent=2))
