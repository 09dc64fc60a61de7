"""The contract of an extractor as property tests, for authors of their own.

Needs ``pip install 'conflictnews[testing]'`` (hypothesis).
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from conflictnews.output import from_json, to_json, to_rows
from conflictnews.parser import Parser
from conflictnews.types import Annotation, Article

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

    from conflictnews.extractors.protocol import Extractor

__all__ = ["ExtractorContract", "any_text", "check_extractor"]

_PIECES = (
    "The ministry denied it. ",
    '"We will respond," Col. Sam Otto said. ',
    "At least 22 people were killed near Gao on Monday.",
    "\n\n",
    "\t",
    "",
    "é",
    "İ",
    "ſ",
    "\u202e",
    "\ud800",
    "\0",
    "𝔘",
    "“",
    "’s",
    "<p>&amp;</p>",
    "1,000.5",
    "-",
)


def any_text(pieces: Sequence[str] = ()) -> SearchStrategy[str]:
    """A hypothesis strategy: news, your ``pieces`` and odd characters in any order, and any text at all.

    >>> from hypothesis import find
    >>> find(any_text(["F-16"]), lambda text: "F-16" in text)
    'F-16'
    """
    strategies = _hypothesis().strategies
    mixed = strategies.lists(strategies.sampled_from([*pieces, *_PIECES]), max_size=12).map("".join)
    found: SearchStrategy[str] = mixed | strategies.text(max_size=60)
    return found


def check_extractor(extractor: Extractor[Annotation], *, pieces: Sequence[str] = (), examples: int = 100) -> None:
    """Check all that ``ExtractorContract`` promises, on ``examples`` texts; the first breach is an ``AssertionError``.

    ``pieces`` are words that the extractor finds something in. What it raises is an ``ExtractorError``.

    >>> class Nothing:
    ...     name, requires = "nothing", frozenset()
    ...     def __call__(self, view, done):
    ...         return ()
    >>> check_extractor(Nothing(), examples=5)
    Traceback (most recent call last):
    AssertionError: 'nothing' finds nothing in any of the texts; give pieces in which it does
    """
    found: list[Annotation] = []

    def note(text: str) -> None:
        found.extend(_read(extractor, text))

    _for_any_text(note, pieces, examples)
    _must(found, f"{extractor.name!r} finds nothing in any of the texts; give pieces in which it does")
    for promise in (_is_deterministic, _pickles, _survives_json, _has_rows):
        _for_any_text(lambda text, promise=promise: promise(extractor, text), pieces, examples)  # type: ignore[misc]


class ExtractorContract:
    """Tests for pytest: derive a class that gives your ``extractor``, and ``pieces`` in which it finds something.

        class TestAircraft(ExtractorContract):
            extractor = AircraftExtractor()
            pieces = ["Two F-16s ", "a Su-34 "]

    Whatever the text: it ends and raises nothing, each result stands at its span, the same text gives the same results,
    which are equal, hashable and pickled like the extractor itself, come back from JSON, and make rows.

    >>> class Nothing:
    ...     name, requires = "nothing", frozenset()
    ...     def __call__(self, view, done):
    ...         return ()
    >>> class TestNothing(ExtractorContract):
    ...     extractor, examples = Nothing(), 5
    >>> TestNothing().test_it_finds_something_and_each_result_stands_at_its_span()
    Traceback (most recent call last):
    AssertionError: 'nothing' finds nothing in any of the texts; give pieces in which it does
    """

    extractor: Extractor[Annotation]
    pieces: Sequence[str] = ()
    examples: int = 100

    def test_it_finds_something_and_each_result_stands_at_its_span(self) -> None:
        """``Parser`` checks the spans; here it must have something to check."""
        found: list[Annotation] = []
        _for_any_text(lambda text: found.extend(_read(self.extractor, text)), self.pieces, self.examples)
        _must(found, f"{self.extractor.name!r} finds nothing in any of the texts; give pieces in which it does")

    def test_the_same_text_gives_the_same_results(self) -> None:
        """Also in hash and order."""
        _for_any_text(lambda text: _is_deterministic(self.extractor, text), self.pieces, self.examples)

    def test_it_pickles(self) -> None:
        """So that it can be sent to the workers of ``parse_many``."""
        _for_any_text(lambda text: _pickles(self.extractor, text), self.pieces, self.examples)

    def test_results_come_back_from_json(self) -> None:
        """With their type and as plain data."""
        _for_any_text(lambda text: _survives_json(self.extractor, text), self.pieces, self.examples)

    def test_results_make_rows(self) -> None:
        """All with the same columns."""
        _for_any_text(lambda text: _has_rows(self.extractor, text), self.pieces, self.examples)


def _hypothesis() -> Any:  # noqa: ANN401 - a module
    try:
        import hypothesis  # noqa: PLC0415 - an extra
        import hypothesis.strategies  # noqa: PLC0415
    except ModuleNotFoundError:
        message = "the contract of extractors needs hypothesis: pip install 'conflictnews[testing]'"
        raise ModuleNotFoundError(message, name="hypothesis") from None
    return hypothesis


def _must(holds: object, problem: str) -> None:
    if not holds:
        raise AssertionError(problem)


def _for_any_text(check: Callable[[str], object], pieces: Sequence[str], examples: int) -> None:
    hypothesis = _hypothesis()
    settings = hypothesis.settings(
        max_examples=examples, deadline=None, suppress_health_check=list(hypothesis.HealthCheck)
    )

    def holds(text: str) -> None:
        check(text)

    check(" ".join(pieces))  # whatever is drawn, once with all in which something is to be found
    settings(hypothesis.given(any_text(pieces))(holds))()


def _article(extractor: Extractor[Annotation], text: str) -> Article:
    return Parser().with_extractors(extractor).parse(text)


def _read(extractor: Extractor[Annotation], text: str) -> tuple[Annotation, ...]:
    return _article(extractor, text).layers.get(extractor.name, Annotation)


def _is_deterministic(extractor: Extractor[Annotation], text: str) -> None:
    one, other = _read(extractor, text), _read(extractor, text)
    _must(one == other, f"{extractor.name!r} finds {one} and then {other} in {text!r}")
    _must(hash(one) == hash(other), f"equal results of {extractor.name!r} must have equal hashes")


def _pickles(extractor: Extractor[Annotation], text: str) -> None:
    again = pickle.loads(pickle.dumps(extractor))  # noqa: S301 - our own
    found = _read(extractor, text)
    _must(_read(again, text) == found, f"{extractor.name!r} finds something else when it was pickled")
    same = pickle.loads(pickle.dumps(found)) == found  # noqa: S301
    _must(same, f"results of {extractor.name!r} change in a pickle")


def _survives_json(extractor: Extractor[Annotation], text: str) -> None:
    article = _article(extractor, text)
    kinds = {type(item) for item in article.layers.get(extractor.name, Annotation)}
    _must(len(kinds) <= 1, f"{extractor.name!r} gives several types, which JSON can't tell apart")
    types = {extractor.name: next(iter(kinds), Annotation)}
    again = from_json(to_json(article), Article, types=types)
    _must(again == article, f"results of {extractor.name!r} do not come back from JSON as they were")
    plain = from_json(to_json(article), Article)
    _must(to_json(plain) == to_json(article), f"results of {extractor.name!r} do not survive as plain data")


def _has_rows(extractor: Extractor[Annotation], text: str) -> None:
    rows = to_rows([_article(extractor, text)], extractor.name)
    _must(len({tuple(row) for row in rows}) <= 1, f"rows of {extractor.name!r} have different columns")
