"""The same bytes in any process, whatever the hash seed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SEEDS = sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))

CODE = """
import sys
import conflictnews as cn
from datetime import date
texts = [open(path, encoding="utf-8", newline="").read() for path in sys.argv[1:]]
articles = [cn.parse(text, published=date(2021, 2, 26), id=str(number)) for number, text in enumerate(texts)]
for article in articles:
    print(cn.to_json(article))
    print(cn.to_html(article))
print(cn.to_html(cn.compare(articles)))
print(cn.to_rows(articles, "quotes"))
"""


def printed(seed: str) -> bytes:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-c", CODE, *map(str, SEEDS)]
    return subprocess.run(command, capture_output=True, check=True, env=environment).stdout


@pytest.mark.parametrize("seed", ["1", "2", "4242"])
def test_another_hash_seed_prints_the_same(seed: str) -> None:
    assert SEEDS
    assert printed(seed) == printed("0")
