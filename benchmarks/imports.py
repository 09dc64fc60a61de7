"""What ``import conflictnews`` costs, beside the libraries of its field: ``python benchmarks/imports.py``.

Fresh processes, in turn, so that a busy moment hits both; medians. The start of Python itself is left out.
"""

from __future__ import annotations

import statistics
import subprocess
import sys

ROUNDS = 15
OTHERS = "attrs, regex, dateutil"
CODE = "import time; start = time.perf_counter(); import {}; print(time.perf_counter() - start)"


def seconds(modules: str) -> float:
    """Of importing these in a fresh process."""
    done = subprocess.run([sys.executable, "-c", CODE.format(modules)], capture_output=True, text=True, check=True)
    return float(done.stdout)


def main() -> None:
    """Print both and their ratio."""
    rounds = [(seconds("conflictnews"), seconds(OTHERS)) for _ in range(ROUNDS + 1)][1:]
    own = statistics.median(own for own, _ in rounds)
    other = statistics.median(other for _, other in rounds)
    print(f"import conflictnews: {own * 1000:.1f} ms")
    print(f"import {OTHERS}: {other * 1000:.1f} ms")
    print(f"ratio: {own / other:.2f} (median of {ROUNDS} fresh processes)")
    parse = statistics.median(seconds("conflictnews; conflictnews.parse") for _ in range(ROUNDS))
    print(f"import conflictnews, with all that parse is made of: {parse * 1000:.1f} ms, ratio {parse / other:.2f}")


if __name__ == "__main__":
    main()
