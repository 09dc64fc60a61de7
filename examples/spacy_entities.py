"""A layer from another library: the entities of a spaCy pipeline. ``python examples/spacy_entities.py``.

Needs spaCy; with a trained pipeline give its name: ``SpacyEntities("en_core_web_sm")``.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import attrs

import conflictnews as cn


@attrs.frozen(kw_only=True)
class SpacyEntity(cn.Annotation):
    """A named entity with spaCy's label."""

    label: str


@cache
def pipeline(name: str) -> Any:  # noqa: ANN401 - spaCy's Language
    """A trained pipeline; "" gives one that only knows a few rules, for those who have none installed."""
    import spacy  # noqa: PLC0415 - loaded when the first text is read, in each process once

    if name:
        return spacy.load(name)
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "ORG", "pattern": "Dorn Front"}, {"label": "GPE", "pattern": "Gao"}])
    return nlp


@attrs.frozen
class SpacyEntities:
    """Runs the pipeline, which is not part of the value, so that the extractor can be pickled."""

    model: str = ""
    name: str = "spacy_entities"
    requires: frozenset[str] = frozenset()

    def __call__(self, view: cn.TextView, done: cn.Layers, /) -> Iterator[SpacyEntity]:
        """Each entity; spaCy's offsets are code points too. It takes no lone surrogates."""
        text = "".join("\ufffd" if "\ud800" <= letter <= "\udfff" else letter for letter in view.text)
        for found in pipeline(self.model)(text).ents:
            span = cn.Span(found.start_char, found.end_char)
            yield SpacyEntity(span=span, text=span.of(view.text), label=found.label_)


if __name__ == "__main__":
    article = cn.Parser().with_extractors(SpacyEntities()).parse("Dorn Front fighters shelled Gao, officials said.")
    for entity in article.layers.get("spacy_entities", SpacyEntity):
        print(entity.span.start, entity.span.end, entity.text, entity.label)
