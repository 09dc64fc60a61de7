"""Read damaged texts for some time, and keep each that breaks a promise.

    python tools/fuzz.py --minutes 10 --texts FOLDER --keep FINDINGS

``FOLDER`` holds texts (``.txt``, or ``.jsonl`` with ``text``); without it those of the project are damaged: the seeds
and the sentences of the fixtures. What is held to be true of every text stands in ``tests/fuzzing/invariants.py``. Each
kind of failure is kept once, as a text in ``FINDINGS`` named after it; cut it down, and make it a fixture.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import time
import traceback
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from tests.fixture_files import read_cases  # noqa: E402 - the project's folder must stand on the path
from tests.fuzzing.invariants import check_comparison, check_outputs, check_text  # noqa: E402
from tests.fuzzing.mutation import broken_news, mutated  # noqa: E402

LONGEST = 1500
"""Characters of a text that is damaged: short ones are read more often, and fail more plainly."""
FOLDERS = ("attributions", "dates", "events", "facts", "quotes", "speakers")


def texts(folder: Path | None) -> list[str]:
    """Passages of what is to be damaged."""
    if folder is None:
        whole = [path.read_text("utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
        whole += [case.text for name in FOLDERS for case in read_cases(name)]
    else:
        whole = [text for path in sorted(folder.rglob("*")) for text in _read(path)]
    return [text[at : at + LONGEST] for text in whole for at in range(0, len(text), LONGEST)]


def _read(path: Path) -> Iterator[str]:
    if path.suffix == ".txt":
        yield path.read_text("utf-8", errors="surrogateescape")
    elif path.suffix == ".jsonl":
        for line in path.read_text("utf-8").splitlines():
            record = json.loads(line)
            if isinstance(text := record.get("text"), str):
                yield text


def kind_of(wrong: Exception) -> str:
    """What failed and where, in a word that names a file."""
    last = traceback.extract_tb((wrong.__cause__ or wrong).__traceback__)[-1]
    place = f"{Path(last.filename).stem}-{last.name}-{last.lineno}"
    return re.sub(r"[^\w-]+", "-", f"{type(wrong).__name__}-{place}")


def main(given: list[str] | None = None) -> int:
    """Damage, read, count."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("--minutes", type=float, default=1, metavar="N", help="how long (1)")
    cli.add_argument("--texts", type=Path, metavar="FOLDER", help="what is damaged")
    cli.add_argument("--keep", type=Path, default=ROOT / "build" / "fuzz", metavar="FOLDER", help="where findings go")
    cli.add_argument("--seed", type=int, default=0, metavar="N", help="of the dice (0)")
    args = cli.parse_args(given)
    dice, passages = random.Random(args.seed), texts(args.texts)  # noqa: S311 - no secret
    sentences = [part for text in passages for part in re.split(r"(?<=[.!?]) |\n+", text) if part]
    end, count, kinds = time.monotonic() + 60 * args.minutes, 0, set[str]()
    last = None
    while time.monotonic() < end:
        text = mutated(dice, dice.choice(passages)) if dice.random() < 0.5 else broken_news(dice, sentences)
        count += 1
        try:
            article = check_text(text)
            if count % 20 == 0:
                check_outputs(article)
                if last is not None:
                    check_comparison(article, last)
                last = article
        except Exception as wrong:  # noqa: BLE001 - every one is a finding
            if (kind := kind_of(wrong)) not in kinds:
                kinds.add(kind)
                args.keep.mkdir(parents=True, exist_ok=True)
                (args.keep / f"{kind}.txt").write_text(text, "utf-8", errors="surrogatepass", newline="")
                print(f"{kind}: {wrong}", flush=True)
    print(f"{count} texts, {len(kinds)} kinds of failure")
    return 1 if kinds else 0


if __name__ == "__main__":
    sys.exit(main())
