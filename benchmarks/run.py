"""All measurements, one after the other: ``python benchmarks/run.py [PART ...] [--texts FOLDER]``.

Nothing here is a test: figures depend on the machine, ratios less so. Other tools are measured where they are installed
(the dependency group ``benchmark``), and it is said where they are not.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from corpus import FOLDER

PARTS = ("imports", "speed", "growth", "memory", "many")


def main() -> int:
    """Run each part in a process of its own."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"one of {', '.join(PARTS)}; all without one")
    parser.add_argument("--texts", type=Path, metavar="FOLDER", help="measure its .txt files, not those of the project")
    asked = parser.parse_args()
    if unknown := set(asked.parts) - set(PARTS):
        parser.error(f"no part {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    chosen = {FOLDER: str(asked.texts.resolve())} if asked.texts else {}
    day = datetime.now(UTC).date()
    machine = f"{platform.machine()}, {platform.system()}, {os.cpu_count()} cores"
    print(f"{day}, CPython {platform.python_version()}, {machine}", flush=True)
    for part in asked.parts or PARTS:
        print(f"\n== {part}", flush=True)
        command = [sys.executable, str(Path(__file__).with_name(f"{part}.py"))]
        subprocess.run(command, check=True, env={**os.environ, **chosen})
    return 0


if __name__ == "__main__":
    sys.exit(main())
