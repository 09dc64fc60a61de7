"""Many texts, in one process or in several: in order, in bounded memory, and none of them lost."""

from __future__ import annotations

import pickle
import signal
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
_Underway = tuple[_Numbered, "Future[list[Read]]"]
_CHUNK = 30_000
"""Characters that a worker reads at once, which takes some tenths of a second: no worker waits long for the others."""
_BESIDE = 1000
"""What a text counts beside its characters, so that no chunk holds many, however short they are."""
_KEYS = frozenset({"text", "published", "id", "source"})


def read_here(texts: Iterable[Item], parser: Parser) -> Iterator[Read]:
    """Each text in turn."""
    return (_read(parser, position, item) for position, item in enumerate(texts))


def read_spread(texts: Iterable[Item], workers: int, parser: Parser) -> Iterator[Read]:
    """Chunks go to the workers; at most two a worker are under way or waiting to be taken.

    Where a worker dies, what was under way is read again, one text at a time, so that only that which killed it fails.
    """
    numbered = enumerate(texts)
    try:
        sent = pickle.dumps(parser)
    except Exception as wrong:  # noqa: BLE001 - whatever a foreign extractor does when it is pickled
        error = BatchError(f"the parser can't be sent to a process: {wrong}")
        yield from (Failure(_id_of(item), position, error) for position, item in numbered)
        return
    running: deque[_Underway] = deque()
    pool = _pool(workers, sent)
    try:
        for chunk in _chunks(numbered):
            if len(running) >= 2 * workers:
                done = _results(running)
                if done is None:
                    pool.shutdown(wait=False, cancel_futures=True)
                    pool = _pool(workers, sent)
                yield from done if done is not None else _one_by_one(running, sent)
            running.append((chunk, _submitted(pool, chunk)))
        while running:
            done = _results(running)
            yield from done if done is not None else _one_by_one(running, sent)
    except BaseException:  # an interrupt, or nobody wants the rest
        _end(pool)
        raise
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _chunks(numbered: Iterator[tuple[int, Item]]) -> Iterator[_Numbered]:
    """So many texts as a worker should read at once: short ones together, a long one alone."""
    chunk, size = _Numbered(), 0
    for position, item in numbered:
        chunk.append((position, item))
        size += _BESIDE + _length(item)
        if size >= _CHUNK:
            yield chunk
            chunk, size = _Numbered(), 0
    if chunk:
        yield chunk


def _length(item: object) -> int:
    text = item.get("text") if isinstance(item, Mapping) else item
    return len(text) if isinstance(text, str) else 0


def _pool(workers: int, sent: bytes) -> ProcessPoolExecutor:
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - costs more than all else of the package

    return ProcessPoolExecutor(workers, initializer=_begin, initargs=(sent,))


def _end(pool: ProcessPoolExecutor) -> None:
    """End the workers at once: what they read may take long, and nobody waits for it."""
    for process in list((pool._processes or {}).values()):  # public from CPython 3.14 on: kill_workers
        process.terminate()


def _submitted(pool: ProcessPoolExecutor, chunk: _Numbered) -> Future[list[Read]]:
    from concurrent.futures import Future  # noqa: PLC0415
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415

    try:
        return pool.submit(_read_chunk, chunk)
    except BrokenProcessPool as broken:  # the next results are read one by one
        failed: Future[list[Read]] = Future()
        failed.set_exception(broken)
        return failed


def _results(running: deque[_Underway]) -> list[Read] | None:
    """What the oldest chunk gave, which is taken off; None where it gave nothing, as a worker died."""
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415

    try:
        done = running[0][1].result()
    except BrokenProcessPool:
        return None
    except (pickle.PicklingError, TypeError, AttributeError):  # an item that can't be sent
        return None
    running.popleft()
    return done


def _one_by_one(running: deque[_Underway], sent: bytes) -> Iterator[Read]:
    """All that was under way, each text in a process of its own kind until that dies."""
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415

    alone = _pool(1, sent)
    try:
        while running:
            for position, item in running.popleft()[0]:
                try:
                    yield from alone.submit(_read_chunk, [(position, item)]).result()
                except BrokenProcessPool:
                    alone.shutdown(wait=False)
                    alone = _pool(1, sent)
                    yield Failure(_id_of(item), position, BatchError("the process that read it died"))
                except (pickle.PicklingError, TypeError, AttributeError) as wrong:
                    yield Failure(_id_of(item), position, BatchError(f"can't be sent to a process: {wrong}"))
    except BaseException:
        _end(alone)
        raise
    finally:
        alone.shutdown(wait=True, cancel_futures=True)


_received: list[bytes | Parser] = []
"""The parser of a worker: as it was sent, then as it is."""


def _begin(sent: bytes) -> None:
    """What a worker does first. An interrupt ends it without a word; the process that waits for it says what is due."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    _received[:] = [sent]


def _read_chunk(items: _Numbered) -> list[Read]:
    parser = _received[0]
    if isinstance(parser, bytes):
        try:
            parser = pickle.loads(parser)  # noqa: S301 - our own
        except Exception as wrong:  # noqa: BLE001 - whatever a foreign extractor does when it is restored
            error = BatchError(f"the parser can't be restored in a process: {type(wrong).__name__}: {wrong}")
            return [Failure(_id_of(item), position, error) for position, item in items]
        assert isinstance(parser, Parser)  # noqa: S101 - narrows the type
        _received[:] = [parser]
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
