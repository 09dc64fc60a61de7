"""Mistakes that a type checker must see: mypy reports an ignore that it did not need, so each line here is a check."""

from __future__ import annotations

import attrs

import conflictnews as cn

cn.parse(b"bytes")  # type: ignore[arg-type]
cn.parse("text", "2021-02-26")  # type: ignore[call-arg, arg-type]
cn.parse("text", published="2021-02-26")  # type: ignore[arg-type]
cn.parse("text").quotes.append(1)  # type: ignore[attr-defined]
cn.parse("text").text = "other"  # type: ignore[misc]
cn.parse("text").quotes[0].speaker  # type: ignore[attr-defined]
cn.parse("text").facts[0].value + 1  # type: ignore[operator]
cn.parse("text").title.text  # type: ignore[union-attr]
cn.Parser().without(1)  # type: ignore[arg-type]
cn.Parser(limits=100)  # type: ignore[arg-type]
cn.Limits(max_chars="9")  # type: ignore[arg-type]
cn.parse_many("text", workers="2")  # type: ignore[call-overload]
cn.Span("0", 1)  # type: ignore[arg-type]
cn.compare(cn.parse("text"))  # type: ignore[arg-type]


@attrs.frozen
class Nameless:
    def __call__(self, view: cn.TextView, done: cn.Layers, /) -> list[cn.Annotation]:
        return []


@attrs.frozen
class GivesStrings:
    name: str = "strings"
    requires: frozenset[str] = frozenset()

    def __call__(self, view: cn.TextView, done: cn.Layers, /) -> list[str]:
        return ["no annotation"]


cn.Parser().with_extractors(Nameless())  # type: ignore[arg-type]
cn.Parser().with_extractors(GivesStrings())  # type: ignore[arg-type]
