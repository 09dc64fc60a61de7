"""Many texts, in one process or in several: in order, in bounded memory, and none of them lost."""

from __future__ import annotations

import itertools
import pickle
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from conflictnews.errors import BatchError
from conflictnews.parser import Parser
from conflictnews.types import Article
from conflictnews.types.failure import Failure

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

__all__ = ["Item", "read_here", "read_spread"]

Item = str | Mapping[str, Any]
Read = Article | Failure
_Numbered = list[tuple[int, Any]]
_CHUNK = 16
_KEYS = frozenset({"text", "published", "id", "source"})


def read_here(texts: Iterable[Item], parser: Parser) -> Iterator[Read]:
    """Each text in turn."""
    return (_read(parser, position, item) for position, item in enumerate(texts))


def read_spread(texts: Iterable[Item], workers: int, parser: Parser) -> Iterator[Read]:
    """Chunks go to the workers; at most two a worker are under way or waiting to be taken.

    Where a worker dies, what was under way is read again, one text at a time, so that only that which killed it fails.
    """
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - costs more than all else of the package

    numbered = iter(enumerate(texts))
    chunks = iter(lambda: list(itertools.islice(numbered, _CHUNK)), [])
    pool = ProcessPoolExecutor(workers)
    running: deque[tuple[_Numbered, Future[list[Read]]]] = deque()
    try:
        for chunk in chunks:
            if len(running) >= 2 * workers:
                done = _results(running)
                pool = pool if done is not None else _renewed(pool, workers)
                yield from done if done is not None else _one_by_one(running, parser)
            running.append((chunk, _submitted(pool, parser, chunk)))
        while running:
            done = _results(running)
            yield from done if done is not None else _one_by_one(running, parser)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _submitted(pool: ProcessPoolExecutor, parser: Parser, chunk: _Numbered) -> Future[list[Read]]:
    from concurrent.futures import Future  # noqa: PLC0415
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415

    try:
        return pool.submit(_read_chunk, parser, chunk)
    except BrokenProcessPool as broken:  # the next results are read one by one
        failed: Future[list[Read]] = Future()
        failed.set_exception(broken)
        return failed


def _results(running: deque[tuple[_Numbered, Future[list[Read]]]]) -> list[Read] | None:
    """What the oldest chunk gave, which is taken off; None where it gave nothing, as a worker died."""
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415

    try:
        done = running[0][1].result()
    except BrokenProcessPool:
        return None
    except (pickle.PicklingError, TypeError, AttributeError):  # an item, or the parser, that can't be sent
        return None
    running.popleft()
    return done


def _one_by_one(running: deque[tuple[_Numbered, Future[list[Read]]]], parser: Parser) -> Iterator[Read]:
    """All that was under way, each text in a process of its own kind until that dies."""
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415

    alone = ProcessPoolExecutor(1)
    try:
        while running:
            for position, item in running.popleft()[0]:
                try:
                    yield alone.submit(_read, parser, position, item).result()
                except BrokenProcessPool:
                    alone.shutdown(wait=False)
                    alone = ProcessPoolExecutor(1)
                    yield Failure(_id_of(item), position, BatchError("the process that read it died"))
                except (pickle.PicklingError, TypeError, AttributeError) as wrong:
                    yield Failure(_id_of(item), position, BatchError(f"can't be sent to a process: {wrong}"))
    finally:
        alone.shutdown(wait=False, cancel_futures=True)


def _renewed(pool: ProcessPoolExecutor, workers: int) -> ProcessPoolExecutor:
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415

    pool.shutdown(wait=False, cancel_futures=True)
    return ProcessPoolExecutor(workers)


def _read_chunk(parser: Parser, items: _Numbered) -> list[Read]:
    return [_sendable(_read(parser, position, item)) for position, item in items]


def _sendable(read: Read) -> Read:
    """A failure whose error can't be sent from one process to another, with its words only."""
    if isinstance(read, Article):
        return read
    try:
        pickle.loads(pickle.dumps(read.error))  # noqa: S301 - our own
    except Exception:  # noqa: BLE001 - whatever a foreign error does when it is pickled
        return Failure(read.id, read.position, BatchError(f"{type(read.error).__name__}: {read.error}"))
    return read


def _read(parser: Parser, position: int, item: Any) -> Read:  # noqa: ANN401 - whatever was given
    try:
        if not isinstance(item, Mapping):
            return parser.parse(item)
        if "text" not in item or item.keys() - _KEYS:
            found = sorted(map(str, item))
            raise TypeError(f"a mapping must have 'text' and perhaps 'published', 'id', 'source', not {found}")
        return parser.parse(**item)
    except Exception as wrong:  # noqa: BLE001 - the caller asks for it, or raises it
        return Failure(_id_of(item), position, wrong)


def _id_of(item: object) -> str | None:
    given = item.get("id") if isinstance(item, Mapping) else None
    return given if isinstance(given, str) else None
