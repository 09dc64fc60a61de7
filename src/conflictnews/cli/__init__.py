"""The command line: thin on the public functions."""

from conflictnews.cli.main import main

__all__ = ["main"]
