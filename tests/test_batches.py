"""Many texts in several processes: however these are started, and whatever becomes of them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import conflictnews as cn
from conflictnews.batches import _chunks

SCRIPT = '''
import multiprocessing, os, signal, sys
from collections.abc import Iterator
import conflictnews as cn


class Deadly:
    """Ends the process that reads "die"."""

    name = "deadly"
    requires = frozenset()

    def __call__(self, view, done, /):
        if "die" in view.words:
            os.kill(os.getpid(), signal.SIGKILL)
        return []


class Slow:
    """Takes long, as a text without end would."""

    name = "slow"
    requires = frozenset()

    def __call__(self, view, done, /):
        import time
        time.sleep(60)
        return []


if __name__ == "__main__":
    multiprocessing.set_start_method(sys.argv[1])
    what = sys.argv[2]
    if what == "read":
        texts = [{"text": f"Iran denied it {n} times." if n % 40 != 7 else "die", "id": str(n)} for n in range(90)]
        parser = cn.Parser().with_extractors(Deadly())
        for at, read in enumerate(cn.parse_many(texts, workers=2, parser=parser, errors="return")):
            if isinstance(read, cn.Failure):
                print("failed", read.position, read.id, read.error)
            else:
                assert read.id == str(at), (read.id, at)
    else:
        parser = cn.Parser().with_extractors(Slow())
        print("begun", flush=True)
        for read in cn.parse_many(["text"] * 100, workers=2, parser=parser):
            pass
'''
METHODS = ["spawn", "forkserver", "fork"]
posix = pytest.mark.skipif(os.name == "nt", reason="signals and start methods of POSIX")


@pytest.fixture
def script(tmp_path: Path) -> Path:
    path = tmp_path / "many.py"
    path.write_text(SCRIPT, "utf-8")
    return path


@posix
@pytest.mark.parametrize("method", METHODS)
def test_all_that_a_dying_worker_leaves_is_read(script: Path, method: str) -> None:
    command = [sys.executable, "-W", "ignore::DeprecationWarning", str(script), method, "read"]
    bare = {name: value for name, value in os.environ.items() if not name.startswith("COV")}  # coverage would warn
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=120, check=False, env=bare)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        f"failed {at} {at} the process that read it died" for at in range(90) if at % 40 == 7
    ]


@posix
@pytest.mark.parametrize("group", [True, False], ids=["a terminal's Ctrl-C", "one process"])
@pytest.mark.parametrize("method", METHODS)
def test_an_interrupt_leaves_no_process(script: Path, method: str, group: bool) -> None:
    command = [sys.executable, "-W", "ignore::DeprecationWarning", str(script), method, "wait"]
    with subprocess.Popen(command, stdout=-1, stderr=-1, encoding="utf-8", start_new_session=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "begun\n"
        session = process.pid
        wait_until(lambda: len(of_session(session)) >= 3, "the workers have begun")
        time.sleep(0.5)
        (os.killpg if group else os.kill)(process.pid, signal.SIGINT)
        try:
            _, error = process.communicate(timeout=30)
        finally:
            process.kill()
    assert error.strip().endswith("KeyboardInterrupt")
    assert error.count("Traceback") <= 2, error  # no worker tells of it
    wait_until(lambda: not of_session(session), "none of them is left")


def of_session(session: int) -> list[int]:
    """The processes of a session that have not ended."""
    command = ["ps", "-A", "-o", "sess=,pid=,stat="]
    rows = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout.split("\n")
    found = [row.split() for row in rows if row]
    return [int(pid) for owner, pid, state in found if owner == str(session) and not state.startswith("Z")]


def wait_until(holds: Any, what: str, seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, what
        time.sleep(0.1)


class TestChunks:
    def sizes(self, lengths: list[int]) -> list[list[int]]:
        texts = ["x" * length for length in lengths]
        return [[len(text) for _, text in chunk] for chunk in _chunks(iter(enumerate(texts)))]

    def test_a_long_text_waits_for_no_other(self) -> None:
        assert self.sizes([100_000, 100_000]) == [[100_000], [100_000]]

    def test_short_texts_go_together(self) -> None:
        assert self.sizes([9000] * 6) == [[9000] * 3] * 2
        assert [len(chunk) for chunk in self.sizes([0] * 60)] == [30, 30]

    def test_nothing_is_lost_or_moved(self) -> None:
        lengths = [at * 997 % 40_000 for at in range(200)]
        assert [one for chunk in self.sizes(lengths) for one in chunk] == lengths

    def test_they_are_lazy(self) -> None:
        taken = 0

        def endless() -> Iterator[tuple[int, str]]:
            nonlocal taken
            while True:
                yield taken, "x" * 20_000
                taken += 1

        next(_chunks(endless()))
        assert taken <= 2

    def test_what_is_no_text_counts_as_empty(self) -> None:
        items: list[object] = [None, 5, {"id": "a"}, {"text": 7}]
        assert [len(chunk) for chunk in _chunks(iter(enumerate(items)))] == [4]  # type: ignore[arg-type]


def test_a_parser_that_cannot_be_sent_is_the_failure_of_each_text() -> None:
    class Inner:
        name = "inner"
        requires = frozenset[str]()

        def __call__(self, view: cn.TextView, done: cn.Layers, /) -> list[cn.Annotation]:
            return []

    parser = cn.Parser().with_extractors(Inner())
    read = list(cn.parse_many(["Iran", "Iraq"], workers=2, parser=parser, errors="return"))
    assert [(one.position, "can't be sent" in str(one.error)) for one in read if isinstance(one, cn.Failure)] == [
        (0, True),
        (1, True),
    ]
