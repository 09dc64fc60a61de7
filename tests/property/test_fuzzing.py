"""A little of what ``tools/fuzz.py`` and ``tools/fuzz_bytes.py`` do for hours, and what they found."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import conflictnews as cn
from tests.fuzzing.invariants import check_comparison, check_outputs, check_text
from tests.fuzzing.mutation import broken_news, mutated
from tests.property.strategies import any_text, news

ROOT = Path(__file__).parents[2]
FOUND = {
    "an attribution that begins with the mark behind which another does": (
        "But Halloran always replied, “you cannot close every road before the harvest.’’ the older farmers often "
        "opposed him."
    ),
    "marks that cross": "„\n't”'",
    "a dateline that is half a date": "DORN, Feb. 31 (Agency) - It fell on 31/31.",
}
"""Texts that once broke a promise."""


@pytest.mark.parametrize("text", FOUND.values(), ids=FOUND)
def test_what_was_found(text: str) -> None:
    check_outputs(check_text(text))


@given(news(), st.randoms(use_true_random=False))
def test_damaged_news(text: str, dice: random.Random) -> None:
    check_text(mutated(dice, text))


@given(st.lists(news(), min_size=1, max_size=3), st.randoms(use_true_random=False))
def test_broken_halves(texts: list[str], dice: random.Random) -> None:
    check_text(broken_news(dice, [sentence for text in texts for sentence in text.split(". ")]))


@given(any_text(), any_text())
def test_every_output_of_any_text(one: str, other: str) -> None:
    first, second = check_text(one), check_text(other)
    check_outputs(first)
    check_comparison(first, second)


SCRIPT = """
import random, sys, threading
import conflictnews as cn
from tests.fuzzing.mutation import mutated
texts = [open(path, encoding="utf-8").read() for path in sys.argv[2:]]
dice = random.Random(5)
damaged = [mutated(dice, text, 9) for text in texts for _ in range(6)]
out = []
def read():
    sys.setrecursionlimit(int(sys.argv[1]))
    out.extend(cn.to_json(cn.parse(text)) for text in damaged)
threading.Thread(target=read).start()
[one.join() for one in threading.enumerate() if one is not threading.main_thread()]
import hashlib
print(hashlib.sha256("".join(out).encode()).hexdigest(), len(out))
"""


def test_the_same_in_a_thread_under_another_hash_seed_and_a_low_recursion_limit() -> None:
    seeds = sorted(map(str, (ROOT / "seeds").glob("*.txt")))
    shown = set()
    for seed, limit in (("0", "1000"), ("1", "200"), ("4242", "200")):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        command = [sys.executable, "-c", SCRIPT, limit, *seeds]
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False)
        assert done.stderr == ""
        shown.add(done.stdout)
    assert len(shown) == 1
    assert next(iter(shown)).endswith(" 30\n")


def test_published_at_the_ends_of_time() -> None:
    for day in (date.min, date.max):
        article = cn.parse("It fell on Monday, three weeks ago, next year and in 30 years.", published=day)
        assert cn.from_json(cn.to_json(article)) == article
