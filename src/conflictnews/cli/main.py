"""The entry point: arguments in, exit status out."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from conflictnews.cli.arguments import read_arguments

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; 0: done, 1: some input failed, 2: wrong usage (then argparse raises SystemExit)."""
    import conflictnews  # noqa: PLC0415 - for the version only

    _open_closed()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    given = read_arguments(sys.argv[1:] if arguments is None else arguments, conflictnews.__version__)
    from conflictnews.cli.verbs import run  # noqa: PLC0415 - --help and --version need no more than the above

    try:
        status = run(given)
        sys.stdout.flush()
    except BrokenPipeError:
        _drop_output()  # whoever read our output has seen enough
        return 0
    except KeyboardInterrupt:
        return 130
    except OSError as wrong:
        if wrong.filename is not None:
            raise
        print(f"conflictnews: <stdout>: {wrong.strerror or wrong}", file=sys.stderr)
        _drop_output()
        return 1
    return status


def _open_closed() -> None:
    """Streams that were closed by whoever started us (``>&-``), and are None in Python, lead nowhere."""
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - as long as the process
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115


def _drop_output() -> None:
    """Python would complain again when it flushes at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
