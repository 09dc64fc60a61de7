"""What several processes gain: ``python benchmarks/many.py``. Efficiency is 1 where two take half the time of one.

Wall time, as that is what processes are for; on a machine that does other work it tells little.
"""

from __future__ import annotations

import itertools
import math
import os
import time

from corpus import news

import conflictnews as cn

COUNT = 400
WORKERS = (1, 2)
ROUNDS = 2


def seconds(texts: list[str], workers: int) -> float:
    """Of the faster round, the start of the processes and their tables included."""
    best = math.inf
    for _ in range(ROUNDS):
        start = time.perf_counter()
        for _ in cn.parse_many(texts, workers=workers):
            pass
        best = min(best, time.perf_counter() - start)
    return best


def main() -> None:
    """Print a table."""
    texts = list(itertools.islice(itertools.cycle(news()), COUNT))
    cn.parse(texts[0])
    took = {workers: seconds(texts, workers) for workers in WORKERS}
    busy = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    print(f"{COUNT} articles, {sum(map(len, texts)):,} characters, {os.cpu_count()} cores{busy}")
    for workers, time_taken in took.items():
        efficiency = took[1] / time_taken / workers
        print(f"{f'parse_many, workers={workers}':44}{time_taken:8.2f} s   efficiency {efficiency:.2f}")


if __name__ == "__main__":
    main()
