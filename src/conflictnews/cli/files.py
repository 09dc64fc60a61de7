"""Which files paths lead to, what each is called, and what is left out."""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import attrs

from conflictnews.cli.sections import visible

__all__ = ["SUFFIXES", "Listing", "NamedFile", "Problem", "listed"]

SUFFIXES = (".txt", ".jsonl", ".json", ".html", ".htm")
"""What is read in a folder, whatever its case."""
_SHOWN = 5
"""Names of skipped files that are told."""


@attrs.frozen
class Problem:
    """An input that could not be read, and why."""

    where: str
    what: str

    def __str__(self) -> str:
        return f"{visible(self.where)}: {self.what}"


@attrs.frozen
class NamedFile:
    """A file and the name that its article gets: no two files have the same."""

    path: Path
    name: str

    @property
    def suffix(self) -> str:
        """In lower case."""
        return self.path.suffix.lower()


@attrs.frozen
class Listing:
    """The files in order, what could not be read, and what was left out of folders."""

    files: tuple[NamedFile, ...]
    problems: tuple[Problem, ...]
    notes: tuple[Problem, ...]


def listed(paths: Iterable[str]) -> Listing:
    """The files that paths lead to, folders with all that is in them, each file once.

    A file in a folder is called by its path inside of it, another by its name, both without ".txt"; where two would be
    called the same, by the path as it was given. In folders, hidden files and folders are passed over (their name
    begins with a dot), and files that are no articles are noted.
    """
    found: dict[Path, str] = {}
    problems, notes = list[Problem](), list[Problem]()
    for given in paths:
        path = Path(given)
        if not path.is_dir():
            found.setdefault(path, path.name)
            continue
        inside, other, wrong = _inside(path)
        problems += wrong
        if not inside and not wrong:
            problems.append(Problem(given, f"no articles in this folder ({', '.join(SUFFIXES)} files)"))
        if other:
            more = f" and {len(other) - _SHOWN} more" if len(other) > _SHOWN else ""
            names = ", ".join(visible(name) for name in other[:_SHOWN])
            notes.append(Problem(given, f"skipped what is no {', '.join(SUFFIXES)} file: {names}{more}"))
        for file in inside:
            found.setdefault(file, file.relative_to(path).as_posix())
    return Listing(tuple(_named(found)), tuple(problems), tuple(notes))


def _inside(folder: Path) -> tuple[list[Path], list[str], list[Problem]]:
    """The articles of a folder and of those in it, in order; the other files; the folders that can't be read."""
    articles, other, problems = list[Path](), list[str](), list[Problem]()

    def failed(wrong: OSError) -> None:
        problems.append(Problem(str(wrong.filename), wrong.strerror or str(wrong)))

    for where, folders, files in os.walk(folder, onerror=failed):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(where, name)
            if name.startswith("."):
                continue
            # A pipe among the files would wait for a writer for ever.
            if path.suffix.lower() in SUFFIXES and not name.lower().startswith("readme") and not _is_special(path):
                articles.append(path)
            else:
                other.append(path.relative_to(folder).as_posix())
    return sorted(articles), sorted(other), problems


def _is_special(path: Path) -> bool:
    """Whether something other than a file stands there: a pipe, a device. A broken link is read, and fails."""
    try:
        return not stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return False


def _named(found: dict[Path, str]) -> Iterator[NamedFile]:
    short = {path: _without_txt(name) for path, name in found.items()}
    often = Counter(short.values())
    long = {path: _without_txt(path.as_posix()) if often[name] > 1 else name for path, name in short.items()}
    often = Counter(long.values())
    for path, name in long.items():
        yield NamedFile(path, path.as_posix() if often[name] > 1 else name)


def _without_txt(name: str) -> str:
    return name[:-4] if name.lower().endswith(".txt") else name
