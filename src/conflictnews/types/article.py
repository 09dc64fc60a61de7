"""Article: one text and everything that was found in it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import attrs

from conflictnews.types.entity import Entity
from conflictnews.types.event import Event
from conflictnews.types.layers import Layers
from conflictnews.types.quantity import DateRef, NumericFact
from conflictnews.types.shown import shown_in_notebook
from conflictnews.types.span import share_text
from conflictnews.types.speech import Attribution, Quote, Speaker
from conflictnews.types.structure import Block, Diagnostic, Sentence
from conflictnews.types.vocabulary import BlockKind

__all__ = ["Article"]

_REPR = 60
"""Characters of the headline that ``repr`` shows."""


@attrs.frozen(kw_only=True, repr=False)
class Article:
    """One text and everything that was found in it; hashable, picklable, comparable by value.

    ``text`` is the text exactly as it was given, and every span below is an offset into it. ``published`` is the
    argument of ``parse``, else the date printed under the title. ``layers`` holds the results of custom extractors.

    >>> Article(text="Hm.", id="a")
    <Article 'a' 'Hm.': 0 quotes, 0 attributions, 0 facts, 0 events>
    """

    text: str
    id: str | None = None
    source: str | None = None
    published: date | None = None
    blocks: tuple[Block, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    entities: tuple[Entity, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    quotes: tuple[Quote, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    facts: tuple[NumericFact, ...] = ()
    dates: tuple[DateRef, ...] = ()
    events: tuple[Event, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    layers: Layers = attrs.field(factory=Layers)

    def __attrs_post_init__(self) -> None:
        for layer in _ANNOTATED:
            share_text(self.text, getattr(self, layer))

    @property
    def title(self) -> Block | None:
        r"""The headline.

        >>> from conflictnews import parse
        >>> parse("Rain in Gao\n\nThe river rose.").title.text
        'Rain in Gao'
        """
        return self._first(BlockKind.TITLE)

    @property
    def byline(self) -> Block | None:
        r"""Who wrote it.

        >>> from conflictnews import parse
        >>> parse("Rain in Gao\n\nBy Mara Voss\n\nThe river rose.").byline.text
        'By Mara Voss'
        """
        return self._first(BlockKind.BYLINE)

    @property
    def dateline(self) -> Block | None:
        r"""Where it was filed: "BAGHDAD (Reuters) -".

        >>> from conflictnews import parse
        >>> parse("Rain in Gao\n\nGAO, Mali (Reuters) - The river rose.").dateline.text
        'GAO, Mali (Reuters) -'
        """
        return self._first(BlockKind.DATELINE)

    def __repr__(self) -> str:
        """One line: the id, the headline or first words, and what was found."""
        words = " ".join((self.title.text if self.title else self.text[:200]).split())
        short = words if len(words) <= _REPR else words[: _REPR - 1].rstrip() + "…"
        counts = (f"{len(getattr(self, name))} {name}" for name in ("quotes", "attributions", "facts", "events"))
        return f"<Article {self.id!r} {short!r}: {', '.join(counts)}>"

    def __reduce__(self) -> tuple[Callable[..., Article], tuple[type[Article], dict[str, Any]]]:
        """Made anew where it is unpickled, so that its annotations share its text there, too."""
        fields = (field for field in attrs.fields(type(self)) if field.init)
        return _remade, (type(self), {field.alias or field.name: getattr(self, field.name) for field in fields})

    def _repr_html_(self) -> str | None:
        return shown_in_notebook(self)

    def _first(self, kind: BlockKind) -> Block | None:
        return next((block for block in self.blocks if block.kind is kind), None)


_ANNOTATED = tuple(field.name for field in attrs.fields(Article) if field.default == ())
"""The layers that every article has."""


def _remade(kind: type[Article], fields: dict[str, Any]) -> Article:
    return kind(**fields)
