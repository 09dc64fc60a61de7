"""Write a file whole or not at all: beside its place first, then into it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

__all__ = ["replacing", "write_text"]


@contextmanager
def replacing(path: str | os.PathLike[str]) -> Iterator[Path]:
    """A place beside ``path`` to write to; what stands there in the end is flushed to the disk and takes the place.

    Where something goes wrong, ``path`` stays as it was. What is no regular file (``/dev/null``, a pipe) is written to
    straight.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with replacing(f"{folder}/a.txt") as beside:
    ...         _ = beside.write_text("Hm.")
    ...     Path(f"{folder}/a.txt").read_text()
    'Hm.'
    """
    target = Path(path)
    if target.exists() and not target.is_file():
        yield target
        return
    target = target.resolve()
    beside = target.with_name(f".{target.name[:100]}.{os.getpid()}.new")
    try:
        yield beside
        with beside.open("rb+") as written:
            os.fsync(written.fileno())
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


def write_text(path: str | os.PathLike[str], text: str) -> None:
    """Write a text as UTF-8, whole or not at all; lone surrogates become backslash escapes."""
    with replacing(path) as beside:
        beside.write_text(text, encoding="utf-8", errors="backslashreplace", newline="\n")
