"""Change one small thing of a module at a time, and name the changes that no test notices.

    python tools/mutants.py src/conflictnews/extractors/events/status.py --tests tests/test_events.py
    python tools/mutants.py src/conflictnews/extractors/facts --tests "tests/test_facts.py -k fixture" --limit 100

Changed are: comparison operators (< and <=, == and !=, in and not in, is and is not), "and" and "or", "not" (removed),
whole numbers (one more, one less), what a function annotated "-> bool" returns (turned round), branches (the body, or
what stands under "else", dropped), and elements of sets and words of "...".split() (dropped).

The package is copied into a temporary folder that stands first on PYTHONPATH, and only the copy is changed. Each mutant
is met by pytest with the arguments given, until the first failure; one that takes five times as long as the tests take
without a change, and ten seconds, counts as noticed. Run it where the tests run; doctests of the package itself are not
of the copy. A survivor is printed as FILE:LINE, what stood there, and what stands there now: write a fixture that fails
with it, or simplify the code so that there is nothing to change. Some mutants mean the same as the original.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from discipline.limits import limit_memory
from discipline.mutations import Mutant, mutants
from discipline.pytest_runs import Tests

Found = tuple[Path, Mutant]
UNWRITTEN = {"PYTHONDONTWRITEBYTECODE": "1"}
"""A mutant as long as its original, written in the same second, would be taken for it by the compiled file's date."""


def package_of(path: Path) -> Path:
    """The outermost package in which a file or folder lies; ValueError where it lies in none."""
    folder = path if path.is_dir() else path.parent
    if not path.exists() or not (folder / "__init__.py").exists():
        raise ValueError(f"{path} is no module and no folder of a package")
    while (folder.parent / "__init__.py").exists():
        folder = folder.parent
    return folder


def every_mutant(path: Path, limit: int | None, seed: int) -> list[Found]:
    """The mutants of a module or of all modules in a folder; of more than ``limit`` a random choice."""
    files = sorted(path.rglob("*.py")) if path.is_dir() else [path]
    found = [(file, mutant) for file in files for mutant in mutants(file.read_text("utf-8"))]
    if limit is not None and limit < len(found):
        chosen = sorted(random.Random(seed).sample(range(len(found)), limit))  # noqa: S311 - no secret
        found = [found[at] for at in chosen]
    return found


def survivors(package: Path, found: list[Found], arguments: str) -> Iterator[Found]:
    """The mutants that the tests do not notice; RuntimeError where they fail anyway, or do not read the copy."""
    with tempfile.TemporaryDirectory() as folder:
        copied = Path(folder) / package.name
        shutil.copytree(package, copied, ignore=shutil.ignore_patterns("__pycache__"))
        path = os.pathsep.join(filter(None, [folder, os.environ.get("PYTHONPATH")]))
        tests = Tests(arguments, {"PYTHONPATH": path})

        def notice(file: Path, source: str) -> bool:
            target = copied / file.relative_to(package)
            original = target.read_text("utf-8")
            for compiled in (target.parent / "__pycache__").glob(f"{target.stem}.*"):
                compiled.unlink()
            target.write_text(source, "utf-8")
            try:
                return tests.notice(UNWRITTEN)
            finally:
                target.write_text(original, "utf-8")

        if not notice(package / "__init__.py", "raise RuntimeError('a copy that nothing may import')\n"):
            raise RuntimeError(f"pytest {arguments} does not import {package.name} from PYTHONPATH")
        yield from ((file, mutant) for file, mutant in found if not notice(file, mutant.source))


def main(given: list[str] | None = None) -> int:
    """Change, test, print."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("path", type=Path, metavar="MODULE_OR_FOLDER", help="a file or folder inside a package")
    cli.add_argument("--tests", required=True, metavar="ARGS", help="arguments for pytest")
    cli.add_argument("--limit", type=int, metavar="N", help="at most this many mutants, chosen at random")
    cli.add_argument("--seed", type=int, default=0, metavar="N", help="of the choice (0)")
    args = cli.parse_args(given)
    alive = 0
    try:
        package = package_of(args.path.resolve())
        found = every_mutant(args.path.resolve(), args.limit, args.seed)
        for file, mutant in survivors(package, found, args.tests):
            alive += 1
            print(f"{os.path.relpath(file)}:{mutant.line}: {mutant.before}  ->  {mutant.after}", flush=True)
    except (ValueError, RuntimeError) as wrong:
        print(wrong, file=sys.stderr)
        return 2
    print(f"{len(found)} mutants, {alive} survive")
    return 0


if __name__ == "__main__":
    limit_memory()
    sys.exit(main())
