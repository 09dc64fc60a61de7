"""Golden files: what the seeds give, one line an item, for a person to review.

``python -m tests.golden_files`` writes them anew. Read the difference before you commit it.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import Any

import attrs

import conflictnews as cn

SEEDS = sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))
GOLDEN = Path(__file__).parent / "golden"

LAYERS = ("blocks", "entities", "speakers", "attributions", "quotes", "facts", "dates", "events", "diagnostics")
_MEMBERS = ("members", "mentions", "items", "tolls")
ABBREVIATED = 90
"""Longer surfaces are cut in the middle; the span is exact anyway."""


def outline(article: cn.Article) -> str:
    """The whole article as lines: layer, span, surface, then the fields that are not at their default."""
    lines = [f"published | {article.published}"]
    for layer in LAYERS:
        lines.append(f"\n{layer}")
        lines += [_line(item, article) for item in getattr(article, layer)]
    return "\n".join(lines) + "\n"


def compared(articles: list[cn.Article]) -> str:
    """What the articles share and where they differ."""
    comparison = cn.compare(articles)
    lines: list[str] = []
    for name in (
        "stories",
        "shared_quotes",
        "copied_passages",
        "copying",
        "actors",
        "incidents",
        "disagreements",
    ):
        lines.append(f"\n{name}" if lines else name)
        for item in getattr(comparison, name):
            lines.append("  " + " | ".join(_plain_fields(item, articles)))
            lines += ["    " + " | ".join(_plain_fields(member, articles)) for member in _members(item)]
    return "\n".join(lines) + "\n"


def _members(item: Any) -> tuple[Any, ...]:
    return tuple(member for name in _MEMBERS if hasattr(item, name) for member in getattr(item, name))


def _plain_fields(item: Any, articles: list[cn.Article]) -> Iterator[str]:
    for field in attrs.fields(type(item)):
        value = getattr(item, field.name)
        if field.name in _MEMBERS or value is None or value == ():
            continue
        if isinstance(value, cn.Span):
            text = articles[item.article].text if hasattr(item, "article") else ""
            yield f"{value.start}-{value.end} {_short(value.of(text))}".rstrip()
        else:
            yield f"{field.name}={_value(value, '')}"


def _line(item: cn.Annotation, article: cn.Article) -> str:
    shown = [f"  {item.span.start}-{item.span.end}", _short(item.text)]
    for field in attrs.fields(type(item)):
        value = getattr(item, field.name)
        if field.name in ("span", "text", "message") or value in (None, (), field.default):
            continue
        shown.append(f"{field.name}={_value(value, article.text)}")
    return " | ".join(shown)


def _value(value: Any, text: str) -> str:
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, cn.Span):
        return _short(value.of(text)) if text else f"{value.start}-{value.end}"
    if isinstance(value, tuple):
        return "; ".join(_value(part, text) for part in value)
    if isinstance(value, cn.Attribution):
        return _value(value.speaker, text) if value.speaker is not None else "nobody named"
    if isinstance(value, cn.Place):
        at = f"{value.latitude},{value.longitude} precision {value.precision}" if value.precision else "nowhere"
        return f"{value.name} ({value.country} {value.admin1}, {at}, {value.evidence})"
    if isinstance(value, cn.EventArgument):
        return value.name if value.category is None else f"{value.name} ({value.category})"
    if isinstance(value, cn.Speaker):
        return value.name
    if isinstance(value, cn.Annotation):
        return _short(value.text)
    return str(value)


def _short(surface: str) -> str:
    plain = " ".join(surface.split())
    half = ABBREVIATED // 2
    return plain if len(plain) <= ABBREVIATED else f"{plain[:half]} … {plain[-half:]}"


def read_seeds() -> list[cn.Article]:
    """The seeds, as the command line reads them."""
    texts = [path.read_bytes().decode("utf-8") for path in SEEDS]
    return [cn.parse(text, id=path.stem) for path, text in zip(SEEDS, texts, strict=True)]


def golden() -> dict[str, str]:
    """The content of every golden file, by its name."""
    articles = read_seeds()
    files = {f"{article.id}.txt": outline(article) for article in articles}
    return files | {"comparison.txt": compared(articles)}


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for name, content in golden().items():
        (GOLDEN / name).write_text(content, encoding="utf-8", newline="\n")
