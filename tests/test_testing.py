"""The contract for authors of extractors: good ones keep it, and each breach is found."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
from examples.aircraft import AircraftExtractor
from examples.sanctions import SanctionsExtractor

import conflictnews as cn
from conflictnews.testing import ExtractorContract, check_extractor

EXAMPLES = Path(__file__).parent.parent / "examples"
LIST = SanctionsExtractor.from_csv(EXAMPLES / "sanctions.csv")


class TestAircraft(ExtractorContract):
    extractor = AircraftExtractor()
    pieces = ("Two F-16 jets ", "a Su-34 ")
    examples = 30


class TestSanctions(ExtractorContract):
    extractor = LIST
    pieces = ("Viktor Marchenko said so. ", "Marchenko left. ")
    examples = 30


def test_entities_of_spacy() -> None:
    pytest.importorskip("spacy", reason="the extra spacy is not installed")
    from examples.spacy_entities import SpacyEntities

    check_extractor(SpacyEntities(), pieces=("Dorn Front fighters ", "in Gao. "), examples=30)


@attrs.frozen(kw_only=True)
class Found(cn.Annotation):
    note: Any = None


COUNT = iter(range(10_000_000))


@attrs.frozen
class Breach:
    """Finds the first character, and does one thing wrong."""

    how: str
    name: str = "breach"
    requires: frozenset[str] = frozenset()

    def __call__(self, view: cn.TextView, done: cn.Layers, /) -> Iterator[Found]:
        notes = {"random": next(COUNT), "unhashable": [1], "not json": 1j, "none": None}
        if self.how == "raises" and "\0" in view.text:
            raise ValueError("NUL")
        if view.text:
            yield Found(span=cn.Span(0, 1), text=view.text[0], note=notes.get(self.how))


@pytest.mark.parametrize(
    ("how", "error", "problem"),
    [
        ("random", AssertionError, "and then"),
        ("unhashable", TypeError, "unhashable"),
        ("not json", TypeError, "complex"),
        ("raises", cn.ExtractorError, "'breach' failed: ValueError: NUL"),
    ],
)
def test_a_breach_is_found(how: str, error: type[Exception], problem: str) -> None:
    with pytest.raises(error, match=problem):
        check_extractor(Breach(how))


def test_one_that_keeps_the_contract() -> None:
    check_extractor(Breach("none"), examples=30)


def test_an_extractor_that_cannot_be_pickled() -> None:
    class Local(AircraftExtractor):
        pass

    with pytest.raises(AttributeError, match=r"Can't pickle|Can't get local object"):
        check_extractor(Local(), pieces=("F-16 ",), examples=10)


def test_without_hypothesis_the_error_says_what_to_install() -> None:
    program = "import sys; sys.modules['hypothesis'] = None\nfrom conflictnews.testing import any_text\nany_text()"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.stderr.splitlines()[-1].endswith("pip install 'conflictnews[testing]'")


@pytest.mark.parametrize("example", sorted(EXAMPLES.glob("*.py")), ids=lambda path: path.stem)
def test_examples_are_short(example: Path) -> None:
    assert len(example.read_text(encoding="utf-8").splitlines()) < 60
