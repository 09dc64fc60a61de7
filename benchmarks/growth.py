"""How cost grows: the processor time for double the text, as a ratio; 2 is linear.

    python benchmarks/growth.py [CHARACTERS] [PART OF A NAME]

News is doubled six times, from n to 64 n, where no part is given. Then, for each family of
``tests/hostile_families.py`` (or those whose names hold the part): what half of so many characters (a million) take,
what all take, the ratio, and microseconds a character. A ratio above 2.4 is marked, and is the exit status.
"""

from __future__ import annotations

import gc
import math
import sys
import time
from pathlib import Path

from corpus import story

import conflictnews as cn

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.hostile_families import families, text_of

MOST = 2.4
CHARACTERS = 1_000_000
SHORTEST, DOUBLINGS = 4_000, 6
TRIES = 3


def seconds(text: str) -> float:
    """Of processor time, without the garbage collector's pauses."""
    gc.collect()
    gc.disable()
    try:
        start = time.process_time()
        cn.parse(text)
        return time.process_time() - start
    finally:
        gc.enable()


def print_news() -> None:
    """The table of news, doubled from row to row."""
    print(f"{'characters of news':28}{'CPU':>12}{'ms per 5,000':>15}{'ratio':>8}")
    before = math.nan
    for length in (SHORTEST << doubling for doubling in range(DOUBLINGS + 1)):
        text = story(length)
        took = min(seconds(text) for _ in range(TRIES))
        print(f"{f'{length:,}':28}{took:10.3f} s{took / length * 5e6:15.1f}{took / before:8.2f}", flush=True)
        before = took
    print()


def main() -> int:
    """Print a table, a family as soon as it is measured."""
    characters = int(sys.argv[1]) if len(sys.argv) > 1 else CHARACTERS
    part = sys.argv[2] if len(sys.argv) > 2 else ""
    for _, unit in families():
        cn.parse(text_of(unit, 1000))  # tables are read
    if not part:
        print_news()
    steep = 0
    print(f"{'':44}{f'{characters // 2:,} characters':>22}{f'{characters:,}':>14}{'ratio':>8}{'µs each':>10}")
    for name, unit in families():
        if part not in name:
            continue
        text = text_of(unit, characters // 2)
        once = twice = math.inf
        for _ in range(TRIES):
            once, twice = min(once, seconds(text)), min(twice, seconds(text + text))
            if twice <= MOST * once:
                break
        marked = twice > MOST * once
        steep += marked
        each = once / len(text) * 1e6
        print(f"{name:44}{once:20.3f} s{twice:12.3f} s{twice / once:8.2f}{each:10.2f}{' <' * marked}", flush=True)
    print(f"{steep} above {MOST}")
    return 1 if steep else 0


if __name__ == "__main__":
    sys.exit(main())
