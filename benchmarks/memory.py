"""What it costs in memory: tables, an Article, one large text, a long row of them. ``python benchmarks/memory.py``."""

from __future__ import annotations

import gc
import itertools
import tracemalloc

from corpus import news, story

MIB = 1024 * 1024


def main() -> None:
    """Print a table; sizes are of Python's own allocations."""
    texts = news()
    tracemalloc.start()
    import conflictnews as cn

    imported = tracemalloc.get_traced_memory()[0]
    print(f"{'import':44}{imported / MIB:8.1f} MiB")
    for text in texts:
        cn.parse(text)
    gc.collect()
    tables = tracemalloc.get_traced_memory()[0]
    print(f"{'with every table read':44}{tables / MIB:8.1f} MiB")
    articles = [cn.parse(text) for text in texts]
    gc.collect()
    kept = tracemalloc.get_traced_memory()[0] - tables
    size = sum(map(len, texts))
    print(f"{'an Article, beside its text':44}{kept / size:8.1f} times the characters of its text")
    del articles
    for length in (100_000, 200_000):
        tracemalloc.reset_peak()
        article = cn.parse(story(length))
        kept, peak = tracemalloc.get_traced_memory()
        del article
        print(f"{f'{length:,} characters, at most':44}{(peak - tables) / MIB:8.1f} MiB")
        print(f"{'  of which the Article':44}{(kept - tables) / MIB:8.1f} MiB")
    for count in (200, 400):
        tracemalloc.reset_peak()
        for _ in cn.parse_many(itertools.islice(itertools.cycle(texts), count)):
            pass
        peak = tracemalloc.get_traced_memory()[1]
        print(f"{f'{count} articles through parse_many, at most':44}{(peak - tables) / MIB:8.1f} MiB")


if __name__ == "__main__":
    main()
