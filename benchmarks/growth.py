"""How cost grows: CPU time for double the text, as a ratio; 2 is linear. ``python benchmarks/growth.py``.

News is doubled six times, from n to 64 n, hostile texts once.
"""

from __future__ import annotations

import math
import time

from corpus import story

import conflictnews as cn

LENGTH = 100_000
SHORTEST, DOUBLINGS = 4_000, 6
HOSTILE = {
    "letters without a space": "a",
    "numbers": "1,000 ",
    "cues": "said that he said ",
    "names": "Mara Voss ",
    "straight marks": '"',
    "opening marks": "“ we ",
    "abbreviations": "U.S. ",
    "no sentence ends": "the rockets hit the base and ",
    "lines": "said\n",
    "dates": "February 26, 2021 ",
}


def seconds(text: str) -> float:
    """Of the fastest of three runs."""
    best = math.inf
    for _ in range(3):
        start = time.process_time()
        cn.parse(text)
        best = min(best, time.process_time() - start)
    return best


def main() -> None:
    """Print two tables."""
    print(f"{'characters of news':28}{'CPU':>12}{'ms per 5,000':>15}{'ratio':>8}")
    before = math.nan
    for length in (SHORTEST << doubling for doubling in range(DOUBLINGS + 1)):
        took = seconds(story(length))
        print(f"{f'{length:,}':28}{took:10.3f} s{took / length * 5e6:15.1f}{took / before:8.2f}")
        before = took
    texts = {name: (unit * (2 * LENGTH // len(unit) + 1))[: 2 * LENGTH] for name, unit in HOSTILE.items()}
    print(f"\n{'':28}{f'{LENGTH:,} characters':>22}{f'{2 * LENGTH:,}':>12}{'ratio':>8}")
    for name, text in texts.items():
        once, twice = seconds(text[:LENGTH]), seconds(text)
        print(f"{name:28}{once:20.3f} s{twice:10.3f} s{twice / once:8.2f}")


if __name__ == "__main__":
    main()
