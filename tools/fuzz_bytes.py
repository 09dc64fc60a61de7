"""A fuzzer that looks at which branches an input reaches, and goes on from those that reach new ones.

    python tools/fuzz_bytes.py [CORPUS] [-max_total_time=600] [other options of libFuzzer]

It needs ``atheris`` (``python -m nox -s fuzz``). Half of the inputs are texts as they come, in UTF-8 with lone
surrogates; the others choose scraps of news one byte each, so that the fuzzer need not find the words by itself. What
is held to be true of every text stands in ``tests/fuzzing/invariants.py``.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

with atheris.instrument_imports(include=["conflictnews"]):  # modules are loaded when they are first needed: now
    import conflictnews as cn

    cn.to_html(
        cn.from_json(cn.to_json(cn.parse('"We left," Mara Voss said on Monday. Gunmen killed 5 people in Kaya.')))
    )

from tests.fuzzing.invariants import check_outputs, check_text  # noqa: E402 - the project's folder must be on the path
from tests.fuzzing.mutation import SCRAPS  # noqa: E402

LONGEST = 2000


def text_of(data: bytes) -> str:
    r"""The text that an input stands for.

    >>> text_of(b"\x00abc")
    'abc'
    """
    if not data or data[0] % 2 == 0:
        return data[1:].decode("utf-8", "surrogateescape")[:LONGEST]
    return " ".join(SCRAPS[byte % len(SCRAPS)] for byte in data[1:200])[:LONGEST]


def test_one(data: bytes) -> None:
    """One input; what it raises is the finding."""
    article = check_text(text_of(data))
    if len(data) % 16 == 0:
        check_outputs(article)


def main() -> None:
    """Run libFuzzer, which reads its own arguments."""
    atheris.Setup(sys.argv, test_one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
