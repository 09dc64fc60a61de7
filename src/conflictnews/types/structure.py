"""The page: blocks and sentences, and the diagnostics that point at what is odd in them."""

from __future__ import annotations

import attrs

from conflictnews.types.span import Annotation
from conflictnews.types.vocabulary import BlockKind

__all__ = ["Block", "Diagnostic", "Sentence"]


@attrs.frozen(kw_only=True, weakref_slot=False)
class Block(Annotation):
    """A paragraph, or the dateline at the head of one, with what it is on the page."""

    kind: BlockKind


@attrs.frozen(kw_only=True, weakref_slot=False)
class Sentence(Annotation):
    """A sentence; a heading, a list item or a fragment counts as one."""


@attrs.frozen(kw_only=True, weakref_slot=False)
class Diagnostic(Annotation):
    """Something odd that a reader should know of: an unclosed quotation, a dangling pronoun, an ambiguous date.

    ``code`` is stable and hyphenated ("unclosed-quote"), ``message`` is a sentence for people. Any extractor may yield
    diagnostics among its results.
    """

    code: str
    message: str
