"""Annotations as inline elements: the text stands as it is, and spans that overlap are split where they must be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape

import attrs

__all__ = ["Mark", "inline_html"]


@attrs.frozen
class Mark:
    """A stretch of text to be shown as an element with these attributes; ``id`` goes to its first part only."""

    start: int
    end: int
    order: int
    attributes: Mapping[str, str] = attrs.field(eq=False)
    id: str | None = None


def inline_html(text: str, marks: Iterable[Mark]) -> str:
    """The text, escaped, with a ``span`` for every mark. Where two marks cross, the inner one is closed and reopened.

    >>> a, b = Mark(0, 6, 0, {"class": "a"}), Mark(3, 9, 1, {"class": "b"})
    >>> inline_html("abc<ef>hi", [a, b])
    '<span class="a">abc<span class="b">&lt;ef</span></span><span class="b">&gt;hi</span>'
    """
    waiting = sorted(
        (mark for mark in marks if mark.start < mark.end), key=lambda mark: (mark.start, -mark.end, mark.order)
    )
    cuts = sorted({0, len(text), *(mark.start for mark in waiting), *(mark.end for mark in waiting)})
    parts: list[str] = []
    stack: list[Mark] = []
    nxt = 0
    for here, there in zip(cuts, [*cuts[1:], len(text)], strict=True):
        lowest = next((depth for depth, mark in enumerate(stack) if mark.end <= here), len(stack))
        crossed = [mark for mark in stack[lowest:] if mark.end > here]
        parts += ["</span>"] * (len(stack) - lowest)
        del stack[lowest:]
        for mark in crossed:
            parts.append(_opening(mark, first=False))
            stack.append(mark)
        while nxt < len(waiting) and waiting[nxt].start == here:
            parts.append(_opening(waiting[nxt], first=True))
            stack.append(waiting[nxt])
            nxt += 1
        parts.append(escape(text[here:there], quote=False))
    return "".join(parts)


def _opening(mark: Mark, *, first: bool) -> str:
    own = {"id": mark.id, **mark.attributes} if first and mark.id else mark.attributes
    return "<span" + "".join(f' {name}="{escape(value or "")}"' for name, value in own.items()) + ">"
