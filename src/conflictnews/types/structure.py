"""The page: blocks and sentences, and the diagnostics that point at what is odd in them."""

from __future__ import annotations

import attrs

from conflictnews.types.span import Annotation
from conflictnews.types.vocabulary import BlockKind

__all__ = ["Block", "Diagnostic", "Sentence"]


@attrs.frozen(kw_only=True, weakref_slot=False)
class Block(Annotation):
    r"""A paragraph, or the dateline at the head of one, with what it is on the page.

    >>> from conflictnews import parse
    >>> [(block.kind.value, block.text) for block in parse("Rain in Gao\n\nThe river rose.").blocks]
    [('title', 'Rain in Gao'), ('body', 'The river rose.')]
    """

    kind: BlockKind


@attrs.frozen(kw_only=True, weakref_slot=False)
class Sentence(Annotation):
    """A sentence; a heading, a list item or a fragment counts as one.

    >>> from conflictnews import parse
    >>> [sentence.text for sentence in parse("Gen. Otto left. The U.S. denied it.").sentences]
    ['Gen. Otto left.', 'The U.S. denied it.']
    """


@attrs.frozen(kw_only=True, weakref_slot=False)
class Diagnostic(Annotation):
    """Something odd that a reader should know of: an unclosed quotation, a dangling pronoun, an ambiguous date.

    ``code`` is stable and hyphenated ("unclosed-quote"), ``message`` is a sentence for people. Any extractor may yield
    diagnostics among its results.

    >>> from conflictnews import parse
    >>> odd, = parse("He said it would end.").diagnostics
    >>> odd.code, odd.text
    ('unresolved-pronoun', 'He')
    """

    code: str
    message: str
