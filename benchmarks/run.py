"""All measurements, one after the other: ``python benchmarks/run.py [imports] [speed] [growth] [memory]``.

Nothing here is a test: figures depend on the machine, ratios less so. Other tools are measured where they are installed
(the dependency group ``benchmark``), and it is said where they are not.
"""

from __future__ import annotations

import platform
import subprocess
import sys
from pathlib import Path

PARTS = ("imports", "speed", "growth", "memory")


def main() -> int:
    """Run each part in a process of its own."""
    asked = sys.argv[1:] or list(PARTS)
    if unknown := set(asked) - set(PARTS):
        print(f"no part {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}", file=sys.stderr)
        return 2
    print(f"CPython {platform.python_version()}, {platform.machine()}, {platform.system()}", flush=True)
    for part in asked:
        print(f"\n== {part}", flush=True)
        subprocess.run([sys.executable, str(Path(__file__).with_name(f"{part}.py"))], check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
