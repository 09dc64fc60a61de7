"""Every exception that conflictnews raises on purpose.

Text never raises: any ``str`` gives an Article. What raises is a mistake in a program (a wrong type is a plain
``TypeError``), in a table, in an extractor or in JSON.
"""

from __future__ import annotations

__all__ = ["BatchError", "ConflictNewsError", "ExtractorError", "LexiconError", "LimitExceeded", "SchemaError"]


class ConflictNewsError(Exception):
    """The base of all errors of this package.

    >>> from conflictnews import from_json
    >>> try:
    ...     from_json("{}")
    ... except ConflictNewsError as error:
    ...     print(type(error).__name__, error)
    SchemaError $.schema: is missing
    """


class LexiconError(ConflictNewsError, ValueError):
    """A row of a table is malformed; the message names the place and what is allowed there.

    ``file`` is the table or file, ``line`` its line (of rows given in Python the number of the row, from 1), ``column``
    the column; each is None where it can't be told.

    >>> print(LexiconError("must be verb, noun or other, not 'vreb'", file="cues.tsv", line=3, column="class"))
    cues.tsv:3: class: must be verb, noun or other, not 'vreb'
    """

    def __init__(
        self, problem: str, *, file: str | None = None, line: int | None = None, column: str | None = None
    ) -> None:
        place = "" if file is None else file if line is None else f"{file}:{line}"
        super().__init__(": ".join(part for part in (place, column, problem) if part))
        self.problem = problem
        self.file = file
        self.line = line
        self.column = column

    def __reduce__(self) -> tuple[object, ...]:
        return _lexicon_error, (self.problem, self.file, self.line, self.column)


def _lexicon_error(problem: str, file: str | None, line: int | None, column: str | None) -> LexiconError:
    return LexiconError(problem, file=file, line=line, column=column)


class ExtractorError(ConflictNewsError):
    """An extractor's requirements can't be met, it raised, or it gave something that is no annotation of the text.

    ``extractor`` is its name and ``article`` the article's id, where they can be told; what it raised is ``__cause__``.

    >>> str(ExtractorError("'aircraft' failed: KeyError: 'f-16'", extractor="aircraft", article="a"))
    "'aircraft' failed: KeyError: 'f-16' (article 'a')"
    """

    def __init__(self, problem: str, *, extractor: str | None = None, article: str | None = None) -> None:
        super().__init__(problem if article is None else f"{problem} (article {article!r})")
        self.extractor = extractor
        self.article = article


class BatchError(ConflictNewsError):
    """A text of many could not be read; the message names its id and its position, ``__cause__`` is what went wrong.

    >>> str(BatchError("article 'b', position 1: the process that read it died"))
    "article 'b', position 1: the process that read it died"
    """


class LimitExceeded(ConflictNewsError):  # noqa: N818 - the name is part of the public API
    """A limit that the caller set (``Parser(max_length=...)``, strict ``Limits``) was exceeded.

    >>> from conflictnews import Parser
    >>> Parser(max_length=10).parse("Iran denied it.")
    Traceback (most recent call last):
    conflictnews.errors.LimitExceeded: the text has 15 characters, the parser's max_length is 10
    """


class SchemaError(ConflictNewsError):
    """JSON that is not a conflictnews article or comparison.

    ``path`` leads to what is wrong, in the notation of JSONPath: ``$.quotes[3].span``.

    >>> SchemaError("$.quotes[3].span", "is missing").path
    '$.quotes[3].span'
    """

    def __init__(self, path: str, problem: str) -> None:
        super().__init__(f"{path}: {problem}")
        self.path = path
        self.problem = problem

    def __reduce__(self) -> tuple[type[SchemaError], tuple[str, str]]:
        return type(self), (self.path, self.problem)
