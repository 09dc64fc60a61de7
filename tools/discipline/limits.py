"""A rule turned to a constant may loop for ever: limits of time and memory, where the system has them (Unix)."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["Overtime", "limit_memory", "time_limit"]

MOST_BYTES = 8 << 30


class Overtime(Exception):  # noqa: N818 - no error of the code under test
    """More time than the limit."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise Overtime in what runs longer; in the main thread only."""
    if not hasattr(signal, "setitimer"):
        yield
        return

    def stop(*_: object) -> None:
        raise Overtime(f"more than {seconds:.0f} s")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def limit_memory() -> None:
    """Let this process and those that it starts fail with MemoryError before the machine runs out."""
    try:
        import resource  # noqa: PLC0415 - Windows has none
    except ImportError:
        return
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    limit = MOST_BYTES if most == resource.RLIM_INFINITY else min(MOST_BYTES, most)
    resource.setrlimit(resource.RLIMIT_AS, (limit, most))
