"""What spaCy loads by the entry point of the group ``spacy_factories``: the component "conflictnews"."""

from __future__ import annotations

from spacy.language import Language

from conflictnews.integrations.spacy import ConflictNewsComponent, set_extensions
from conflictnews.parser import Parser

__all__ = ["make_component"]


@Language.factory("conflictnews")  # type: ignore[untyped-decorator]
def make_component(nlp: Language, name: str) -> ConflictNewsComponent:  # noqa: ARG001 - spaCy's own arguments
    """The component with the default parser."""
    set_extensions()
    return ConflictNewsComponent(Parser())
