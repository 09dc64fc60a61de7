"""to_dict, from_dict, to_json, from_json: exact both ways."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, overload

from conflictnews.errors import SchemaError
from conflictnews.types import (
    Annotation,
    Article,
)
from conflictnews.types.collection import Collection
from conflictnews.types.comparison import Comparison

__all__ = ["from_dict", "from_json", "to_dict", "to_json"]

D = TypeVar("D", Article, Comparison, Collection)
Types = Mapping[str, type[Annotation]]


def to_dict(document: Article | Comparison | Collection) -> dict[str, Any]:
    """An article, a comparison or a collection as plain dicts, lists, str, int, float, bool and None.

    Spans are ``[start, end]``, half-open code points; references are positions in the article's own lists; decimals
    and dates are strings. Anything else is a ``TypeError``.

    >>> from conflictnews.types import Article, Sentence, Span
    >>> to_dict(Article(text="Hm.", sentences=(Sentence(span=Span(0, 3), text="Hm."),)))["sentences"]
    [{'span': [0, 3]}]
    """
    if isinstance(document, Article):
        from conflictnews.output.article_json import write_article  # noqa: PLC0415 - loaded when JSON is used

        return write_article(document)
    if isinstance(document, Comparison):
        from conflictnews.output.comparison_json import write_comparison  # noqa: PLC0415

        return write_comparison(document)
    if isinstance(document, Collection):
        from conflictnews.output.collection_json import write_collection  # noqa: PLC0415

        return write_collection(document)
    raise TypeError(f"takes an Article, a Comparison or a Collection, not {type(document).__name__}")


def to_json(document: Article | Comparison | Collection, *, indent: int | None = None) -> str:
    """``to_dict`` as a JSON text, in ASCII; ``indent`` makes it readable.

    >>> from conflictnews.types import Article
    >>> to_json(Article(text="Hm.", id="a"))[:55]
    '{"schema":"conflictnews/1","id":"a","source":null,"publ'
    >>> from_json(to_json(Article(text="Hm.", id="a"))).id
    'a'
    """
    from conflictnews.output.plain_json import dumps  # noqa: PLC0415

    return dumps(to_dict(document), indent)


@overload
def from_dict(data: dict[str, Any], *, types: Types | None = None) -> Any: ...  # noqa: ANN401
@overload
def from_dict(data: dict[str, Any], kind: type[D], *, types: Types | None = None) -> D: ...
def from_dict(data: dict[str, Any], kind: type[Any] | None = None, *, types: Types | None = None) -> Any:
    """What ``to_dict`` wrote, as its ``"schema"`` says, with every value equal.

    ``kind`` (``Article``, ``Comparison`` or ``Collection``) insists on one, also for the type checker. ``types`` gives
    the classes of custom layers, by name; a layer without one is kept as it stands, in ``RawAnnotation`` values. Data
    that doesn't hold to the schema is a ``SchemaError`` with the path to what is wrong: a missing or unknown key, a
    value of a wrong type, a span outside the text, a text that is not what stands there, a position outside its list.

    >>> from conflictnews.types import Article
    >>> from_dict(to_dict(Article(text="Hm.", id="a")), Article).id
    'a'
    """
    from conflictnews.output.article_json import ARTICLE_SCHEMA, read_article  # noqa: PLC0415
    from conflictnews.output.collection_json import COLLECTION_SCHEMA, read_collection  # noqa: PLC0415
    from conflictnews.output.comparison_json import COMPARISON_SCHEMA, read_comparison  # noqa: PLC0415

    if not isinstance(data, dict):
        raise SchemaError("$", f"must be an object, not {type(data).__name__}")
    schemas = {ARTICLE_SCHEMA: Article, COMPARISON_SCHEMA: Comparison, COLLECTION_SCHEMA: Collection}
    if "schema" not in data:
        raise SchemaError("$.schema", "is missing")
    schema = data["schema"]
    if not isinstance(schema, str) or schema not in schemas:
        shown = repr(schema[:40]) if isinstance(schema, str) else "what is no string"
        raise SchemaError("$.schema", f"{shown} is none of {', '.join(schemas)}")
    if kind is not None and schemas[schema] is not kind:
        raise SchemaError("$.schema", f"{schema} is no {kind.__name__}")
    if schema == COLLECTION_SCHEMA:
        return read_collection(data, types or {})
    return read_article(data, types or {}) if schema == ARTICLE_SCHEMA else read_comparison(data)


@overload
def from_json(text: str, *, types: Types | None = None) -> Any: ...  # noqa: ANN401
@overload
def from_json(text: str, kind: type[D], *, types: Types | None = None) -> D: ...
def from_json(text: str, kind: type[Any] | None = None, *, types: Types | None = None) -> Any:
    """``from_dict`` on a JSON text; a text that is no JSON is a ``SchemaError`` too.

    >>> from_json('{"schema": "conflictnews/0"}')  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    conflictnews.errors.SchemaError: $.schema: 'conflictnews/0' is none of conflictnews/1, ...
    """
    from conflictnews.output.plain_json import loads  # noqa: PLC0415

    if not isinstance(text, str):
        raise TypeError(f"from_json takes a str, not {type(text).__name__} (decode it first, as UTF-8)")
    data = loads(text)
    return from_dict(data, types=types) if kind is None else from_dict(data, kind, types=types)
