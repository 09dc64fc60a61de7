"""The texts that are measured: the five seeds, and articles written for this purpose, all of it invented."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parent


def news() -> list[str]:
    """Every article, in one order."""
    paths = [*sorted((ROOT.parent / "seeds").glob("*.txt")), *sorted((ROOT / "texts").glob("*.txt"))]
    return [path.read_text(encoding="utf-8") for path in paths]


def story(length: int) -> str:
    """News of so many characters, as one text."""
    text = "\n\n".join(news())
    return (text * (length // len(text) + 1))[:length]
