"""JSON text, exact both ways: finite numbers only, and every Python string survives."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from conflictnews.errors import SchemaError

__all__ = ["dumps", "loads"]


@cache
def _surrogate_pair() -> re.Pattern[str]:
    return re.compile("[\ud800-\udbff][\udc00-\udfff]")


def dumps(data: Any, indent: int | None = None) -> str:  # noqa: ANN401 - whatever is plain data
    r"""``data`` as JSON in ASCII; ``ValueError`` for a number that is not finite.

    A lone surrogate is escaped, and comes back. A high one followed by a low one, two code points in Python, would
    come back as the one character that they encode together; such a text, which no file can hold, is not escaped.

    >>> dumps({"text": "na\u00efve"})
    '{"text":"na\\u00efve"}'
    """
    import json  # noqa: PLC0415 - importing conflictnews does not cost it

    separators = (",", ":") if indent is None else (",", ": ")
    text = json.dumps(data, allow_nan=False, separators=separators, indent=indent)
    if "\\ud" in text:
        raw = json.dumps(data, allow_nan=False, separators=separators, indent=indent, ensure_ascii=False)
        if _surrogate_pair().search(raw):
            return raw
    return text


def loads(text: str) -> Any:  # noqa: ANN401
    """The data in a JSON text; ``SchemaError`` where it is none."""
    import json  # noqa: PLC0415 - see dumps

    try:
        return json.loads(text)
    except json.JSONDecodeError as wrong:
        raise SchemaError("$", f"is no JSON: {wrong.msg} in line {wrong.lineno}, column {wrong.colno}") from None
    except ValueError:
        raise SchemaError("$", "holds an integer of thousands of digits") from None
    except RecursionError:
        raise SchemaError("$", "is nested too deeply") from None
