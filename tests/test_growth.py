"""Double the text takes about twice as long, whatever the text: every family of ``hostile_families.py``."""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

import conflictnews as cn
from tests.hostile_families import families, text_of

FAMILIES = dict(families())
RATIO = 2.4
BASE = 0.05
"""Seconds that the text should take before it is doubled: less is lost in what every text costs."""
SHORTEST, LONGEST = 2_000, 200_000
PAUSES = (0.0, 0.0, 0.0, 0.0, 0.5, 1.0, 2.0, 4.0, 8.0)
"""Seconds to wait before each chance. A busy machine is busy for a while, and work of no family fails a few chances in
a row; work that grows with the square fails them all."""
PARSER = cn.Parser()


@pytest.fixture(scope="module", autouse=True)
def _tables_are_read() -> None:
    for name in ("articles: news", "triggers: attack with weapons", "dates: full", "numbers: tolls"):
        PARSER.parse(text_of(FAMILIES[name], SHORTEST))


@pytest.mark.parametrize("unit", FAMILIES.values(), ids=FAMILIES)
def test_double_the_text(unit: str) -> None:
    with no_collection():
        once = text_of(unit, length_of(unit))
        ratios = []
        for pause in PAUSES:
            time.sleep(pause)
            ratios.append(ratio_of_double(once))
            if ratios[-1] <= RATIO:
                return
    pytest.fail(f"twice {len(once)} characters took {', '.join(f'{ratio:.2f}' for ratio in ratios)} times as long")


def ratio_of_double(once: str) -> float:
    """Against the text itself just before and just after: a machine may run slower from one second to the next."""
    before, double, after = seconds(once), seconds(once + once), seconds(once)
    return double / min(before, after)


def length_of(unit: str) -> int:
    """So many characters that reading takes long enough to be measured."""
    text_of_some = text_of(unit, SHORTEST)
    took = min(seconds(text_of_some), seconds(text_of_some))
    return max(SHORTEST, min(LONGEST, int(len(text_of_some) * BASE / max(took, 1e-6))))


@contextmanager
def no_collection() -> Iterator[None]:
    """The garbage collector's pauses are of no family."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def seconds(text: str) -> float:
    start = time.process_time()
    PARSER.parse(text)
    return time.process_time() - start


def test_there_are_many_families() -> None:
    assert len(FAMILIES) >= 200
    assert len(set(FAMILIES.values())) == len(FAMILIES)
