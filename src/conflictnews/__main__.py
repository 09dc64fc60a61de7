"""``python -m conflictnews``."""

import sys

from conflictnews.cli import main

__all__ = ["main"]

if __name__ == "__main__":
    sys.exit(main())
