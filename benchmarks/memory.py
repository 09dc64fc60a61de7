"""What it costs in memory: tables, one large text, a long row of articles. ``python benchmarks/memory.py``."""

from __future__ import annotations

import itertools
import tracemalloc

from corpus import news, story

MIB = 1024 * 1024


def main() -> None:
    """Print a table; sizes are of Python's own allocations."""
    tracemalloc.start()
    import conflictnews as cn

    imported = tracemalloc.get_traced_memory()[0]
    print(f"{'import':44}{imported / MIB:8.1f} MiB")
    cn.parse(news()[0])
    tables = tracemalloc.get_traced_memory()[0]
    print(f"{'with every table read':44}{tables / MIB:8.1f} MiB")
    for length in (100_000, 200_000):
        tracemalloc.reset_peak()
        article = cn.parse(story(length))
        kept, peak = tracemalloc.get_traced_memory()
        del article
        print(f"{f'{length:,} characters, at most':44}{(peak - tables) / MIB:8.1f} MiB")
        print(f"{'  of which the Article':44}{(kept - tables) / MIB:8.1f} MiB")
    for count in (200, 400):
        tracemalloc.reset_peak()
        for _ in cn.parse_many(itertools.islice(itertools.cycle(news()), count)):
            pass
        peak = tracemalloc.get_traced_memory()[1]
        print(f"{f'{count} articles through parse_many, at most':44}{(peak - tables) / MIB:8.1f} MiB")


if __name__ == "__main__":
    main()
