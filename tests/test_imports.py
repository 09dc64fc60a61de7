"""What ``import conflictnews`` brings with it: its own modules and attrs, nothing heavy, and no work done."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest


def modules_behind(code: str) -> set[str]:
    show = f"import sys, json\nbefore = set(sys.modules)\n{code}\nprint(json.dumps(sorted(set(sys.modules) - before)))"
    done = subprocess.run([sys.executable, "-I", "-c", show], capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout))


@pytest.mark.parametrize(
    "heavy",
    [
        "cattrs",
        "regex",
        "jinja2",
        "rich",
        "rapidfuzz",
        "pyarrow",
        "spacy",
        "numpy",
        "pandas",
        "argparse",
        "multiprocessing",
        "concurrent.futures.process",
        "asyncio",
        "unittest",
        "socket",
    ],
)
def test_what_is_heavy_waits_until_it_is_needed(heavy: str) -> None:
    assert heavy not in modules_behind("import conflictnews")


def test_parsing_needs_no_extra() -> None:
    brought = modules_behind("import conflictnews as cn\ncn.parse('Iran denied it on Thursday.')")
    assert not {"jinja2", "rich", "rapidfuzz", "pyarrow", "spacy", "socket"} & brought


def test_every_public_name_is_importable_by_itself() -> None:
    modules_behind("import conflictnews\nfor name in conflictnews.__all__: getattr(conflictnews, name)")


def test_an_unknown_name_is_an_attribute_error() -> None:
    import conflictnews

    with pytest.raises(AttributeError, match="absent"):
        conflictnews.absent  # type: ignore[attr-defined]  # noqa: B018


def test_dir_names_the_public_names() -> None:
    import conflictnews

    assert set(conflictnews.__all__) <= set(dir(conflictnews))
