"""The texts that are measured: those of the project, all of it invented, or every ``.txt`` file of any folder."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).parent
FOLDER = "CONFLICTNEWS_BENCHMARK_TEXTS"
"""The variable by which ``run.py --texts FOLDER`` tells every part of it where the texts are."""


def news() -> list[str]:
    """Every article, in one order: the five seeds and those written for this purpose, or those of a folder."""
    given = os.environ.get(FOLDER)
    folders = [Path(given)] if given else [ROOT.parent / "seeds", ROOT / "texts"]
    texts = [path.read_text(encoding="utf-8") for folder in folders for path in sorted(folder.rglob("*.txt"))]
    if not texts:
        raise SystemExit(f"no .txt files in {given or folders}")
    return texts


def story(length: int) -> str:
    """News of so many characters, as one text."""
    text = "\n\n".join(news())
    return (text * (length // len(text) + 1))[:length]
