"""Folders of files for annotators: what each format wants beside one another, and back."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

from conflictnews.errors import SchemaError
from conflictnews.interchange.brat import brat_configuration, from_brat, to_brat
from conflictnews.interchange.label_studio import from_label_studio, label_studio_configuration, to_label_studio
from conflictnews.interchange.uima import from_cas, to_cas
from conflictnews.interchange.web_annotation import from_web_annotations, to_web_annotations
from conflictnews.output.documents import from_json, to_json
from conflictnews.output.new_file import replacing
from conflictnews.output.plain_json import dumps
from conflictnews.types import Article

__all__ = ["FORMATS", "export_folder", "import_folder"]

T = TypeVar("T")
FORMATS = ("brat", "label-studio", "web-annotation", "uima")


def export_folder(articles: Iterable[Article], format: str, folder: str | os.PathLike[str]) -> None:
    """Write articles to a folder, in one of ``FORMATS``; another is a ``ValueError``.

    brat: a ``.txt`` and an ``.ann`` file each, and ``annotation.conf``; label-studio: ``tasks.json`` and the interface
    ``labeling.xml``; web-annotation: a ``.jsonld`` file each; uima: an ``.xmi`` file each and ``TypeSystem.xml``. brat
    and uima have the article itself beside it, as ``.json``, for ``import_folder``.

    >>> import tempfile
    >>> from conflictnews import parse
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     export_folder([parse("The militia denied it.", id="a")], "brat", folder)
    ...     sorted(file.name for file in Path(folder).iterdir())
    ['a.ann', 'a.json', 'a.txt', 'annotation.conf']
    """
    _check_format(format)
    if isinstance(articles, Article):
        raise TypeError("export_folder takes a list of Articles, not Article")
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    if format == "label-studio":
        _write(target / "tasks.json", dumps(to_label_studio(articles), 1))
        _write(target / "labeling.xml", label_studio_configuration())
        return
    export: dict[str, Callable[[Article, Path], None]] = {"brat": _brat, "web-annotation": _jsonld, "uima": _xmi}
    names: set[str] = set()
    for number, article in enumerate(articles):
        export[format](article, target / _name(article, number, names))
    if format == "brat":
        _write(target / "annotation.conf", brat_configuration())


def import_folder(path: str | os.PathLike[str], format: str) -> list[Article]:
    """The articles of a folder as ``export_folder`` wrote it and annotators left it, in the order of the names.

    Of label-studio ``path`` may be the file that Label Studio exports (JSON). What does not fit is a ``SchemaError``
    with the file in front, what can't be read an ``OSError``.

    >>> import tempfile
    >>> from conflictnews import parse
    >>> article = parse("The militia denied it.", id="a")
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     export_folder([article], "brat", folder)
    ...     ann = Path(folder, "a.ann")
    ...     _ = ann.write_text(ann.read_text().replace("act: deny", "act: say"))  # what a person does in brat
    ...     [one.act.value for one in import_folder(folder, "brat")[0].attributions]
    ['say']
    """
    _check_format(format)
    source = Path(path)
    if format == "label-studio":
        file = source / "tasks.json" if source.is_dir() else source
        return _read(file, lambda path: from_label_studio(_json(path)))
    suffix = {"brat": ".ann", "web-annotation": ".jsonld", "uima": ".xmi"}[format]
    files = sorted(file for file in source.iterdir() if file.suffix == suffix)
    if not files:
        raise SchemaError(str(source), f"no {suffix} files in this folder")
    read: dict[str, Callable[[Path], Article]] = {"brat": _from_ann, "web-annotation": _from_jsonld, "uima": _from_xmi}
    return [_read(file, read[format]) for file in files]


def _check_format(format: str) -> None:
    if format not in FORMATS:
        raise ValueError(f"format must be one of {', '.join(FORMATS)}, not {format!r}")


def _name(article: Article, number: int, names: set[str]) -> str:
    """A name for the files of an article: its id, with what no file name should have replaced."""
    name = re.sub(r"[^\w.-]+", "_", article.id if article.id is not None else str(number))[:100].strip(".") or "_"
    while name in names:
        name += "_"
    names.add(name)
    return name


def _write(path: Path, text: str) -> None:
    with replacing(path) as beside:
        beside.write_bytes(text.encode("utf-8", "backslashreplace"))


def _brat(article: Article, path: Path) -> None:
    txt, ann = to_brat(article)
    _write(path.with_name(f"{path.name}.txt"), txt)
    _write(path.with_name(f"{path.name}.ann"), ann)
    _write(path.with_name(f"{path.name}.json"), to_json(article))


def _jsonld(article: Article, path: Path) -> None:
    _write(
        path.with_name(f"{path.name}.jsonld"), dumps(to_web_annotations(article, f"urn:conflictnews:{path.name}"), 1)
    )


def _xmi(article: Article, path: Path) -> None:
    cas = to_cas(article)
    cas.to_xmi(path.with_name(f"{path.name}.xmi"))
    cas.typesystem.to_xml(path.with_name("TypeSystem.xml"))
    _write(path.with_name(f"{path.name}.json"), to_json(article))


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8-sig")


def _json(path: Path) -> Any:  # noqa: ANN401 - whatever JSON holds
    return json.loads(_text(path))


def _from_ann(file: Path) -> Article:
    kept = file.with_suffix(".json")
    article = from_json(_text(kept), Article) if kept.exists() else None
    return from_brat(_text(file.with_suffix(".txt")), _text(file), article)


def _from_jsonld(file: Path) -> Article:
    return from_web_annotations(_json(file))


def _from_xmi(file: Path) -> Article:
    import cassis  # noqa: PLC0415 - an extra

    kept = file.with_suffix(".json")
    article = from_json(_text(kept), Article) if kept.exists() else None
    with file.with_name("TypeSystem.xml").open("rb") as types:
        system = cassis.load_typesystem(types)
    with file.open("rb") as xmi:
        return from_cas(cassis.load_cas_from_xmi(xmi, typesystem=system), article)


def _read(file: Path, read: Callable[[Path], T]) -> T:
    """What a function reads, its errors with the file in front."""
    try:
        return read(file)
    except SchemaError as wrong:
        raise SchemaError(f"{file} {wrong.path}", wrong.problem) from None
    except UnicodeDecodeError as wrong:
        raise SchemaError(str(file), f"is not UTF-8 (byte {wrong.start})") from None
    except json.JSONDecodeError as wrong:
        raise SchemaError(str(file), f"is no JSON: {wrong.msg} in line {wrong.lineno}") from None
