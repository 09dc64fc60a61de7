"""A spaCy pipeline component that sets ``doc._.conflictnews`` to the Article of the doc's text.

Needs ``pip install 'conflictnews[spacy]'``::

    import spacy
    from conflictnews.integrations.spacy import register

    register()
    nlp = spacy.blank("en")
    nlp.add_pipe("conflictnews")
    article = nlp("Iran denied it.")._.conflictnews

Spans are character offsets: ``doc.char_span(span.start, span.end, alignment_mode="expand")`` gives spaCy's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from conflictnews.parser import Parser

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["ConflictNewsComponent", "register"]


@attrs.frozen
class ConflictNewsComponent:
    """Reads each doc's text with a parser."""

    parser: Parser

    def __call__(self, doc: Doc) -> Doc:
        """Set ``doc._.conflictnews``; a date at ``doc.user_data["published"]`` anchors relative dates."""
        doc._.conflictnews = self.parser.parse(doc.text, published=doc.user_data.get("published"))
        return doc


def register(parser: Parser | None = None, *, name: str = "conflictnews") -> None:
    """Make the component known to spaCy under a name, with a parser of your own or the default one.

    Without spaCy a ``ModuleNotFoundError`` says what to install.
    """
    try:
        from spacy.language import Language  # noqa: PLC0415 - an extra
        from spacy.tokens import Doc  # noqa: PLC0415
    except ModuleNotFoundError:
        message = "the component needs spaCy: pip install 'conflictnews[spacy]'"
        raise ModuleNotFoundError(message, name="spacy") from None
    if not Doc.has_extension("conflictnews"):
        Doc.set_extension("conflictnews", default=None)
    component = ConflictNewsComponent(parser if parser is not None else Parser())

    def make(nlp: Language, name: str) -> ConflictNewsComponent:  # noqa: ARG001 - spaCy's own arguments
        return component

    Language.factory(name, func=make)
