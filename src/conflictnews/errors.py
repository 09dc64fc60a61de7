"""Every exception that conflictnews raises on purpose.

Text never raises: any ``str`` gives an Article. What raises is a mistake in a program (a wrong type is a plain
``TypeError``), in a table, in an extractor or in JSON.
"""

from __future__ import annotations

__all__ = ["ConflictNewsError", "ExtractorError", "LexiconError", "LimitExceeded", "SchemaError"]


class ConflictNewsError(Exception):
    """The base of all errors of this package."""


class LexiconError(ConflictNewsError):
    """A row of a lexicon is malformed; the message gives the file and the line."""


class ExtractorError(ConflictNewsError):
    """An extractor's requirements can't be met, or it returned something that is no annotation of the text."""


class LimitExceeded(ConflictNewsError):  # noqa: N818 - the name is part of the public API
    """A limit that the caller set (``Parser(max_length=...)``) was exceeded."""


class SchemaError(ConflictNewsError):
    """JSON that is not a conflictnews article or comparison.

    ``path`` leads to what is wrong, in the notation of JSONPath: ``$.quotes[3].span``.
    """

    def __init__(self, path: str, problem: str) -> None:
        super().__init__(f"{path}: {problem}")
        self.path = path
        self.problem = problem

    def __reduce__(self) -> tuple[type[SchemaError], tuple[str, str]]:
        return type(self), (self.path, self.problem)
