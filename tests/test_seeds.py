"""The five seeds: what they give is what a person has reviewed, in ``tests/golden``."""

from __future__ import annotations

import hashlib

import pytest

import conflictnews as cn
from tests.golden_files import GOLDEN, SEEDS, golden, read_seeds
from tests.promises import check


def test_the_seeds_are_kept_byte_for_byte() -> None:
    assert [path.name for path in SEEDS] == [
        "000_7548ecef3eb2ba29.txt",
        "001_808bcec10c8f3a9f.txt",
        "002_da7302917aaf3abb.txt",
        "003_3ae85e0dedd9b1a6.txt",
        "004_2980e0dcca6e89cd.txt",
    ]
    assert hashlib.sha256(b"".join(path.read_bytes() for path in SEEDS)).hexdigest() == (
        "d23227176bdff906f5b3820f2fd175623b885a7138b4d5d00617489987b47183"
    )


@pytest.mark.parametrize("name", [*(f"{path.stem}.txt" for path in SEEDS), "comparison.txt"])
def test_golden_file(name: str) -> None:
    wanted = (GOLDEN / name).read_text(encoding="utf-8")
    assert golden()[name] == wanted, "if this is meant: python -m tests.golden_files, and review the difference"


@pytest.mark.parametrize("article", read_seeds(), ids=lambda article: article.id)
class TestEverySeed:
    def test_spans_are_exact(self, article: cn.Article) -> None:
        check(article, article.text)

    def test_round_trip(self, article: cn.Article) -> None:
        assert cn.from_json(cn.to_json(article)) == article

    def test_somebody_says_something(self, article: cn.Article) -> None:
        assert article.title is not None
        assert article.quotes
        assert article.speakers
        assert article.facts
        assert article.events
