"""What can be asked on the command line."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import date

__all__ = ["LAYERS", "SCHEMA_NAMES", "read_arguments"]

LAYERS = ("quotes", "attributions", "facts", "dates", "events", "speakers")
SCHEMA_NAMES = ("article", "comparison")

_OVERVIEW = "report"
_SURE_ENOUGH = 0.5
_EPILOG = """\
PATH is a .txt file, a folder of them, a .jsonl file (one object a line: "text", and "id", "published", "source" where
there are any) or - for standard input. A file that is called like a verb is given as ./quotes.

verbs, each with its own --help:
  quotes attributions facts dates events speakers   one layer, as --format table, csv or jsonl
  compare    only what the articles share and where they disagree
  explain    why this speaker, why this number
  schema     the JSON Schema of an article or of a comparison

exit status: 0 done; 1 some input failed, each named on stderr; 2 wrong usage
"""


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no date (YYYY-MM-DD)") from None


def _workers(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text[:5]) <= 512:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of processes (1 to 512)")
    return int(text)


def _confidence(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no confidence (0 to 1)")
    return value


def read_arguments(arguments: Sequence[str], version: str) -> argparse.Namespace:
    """The arguments; ``verb`` is "report" where none is given. Wrong usage ends the program with status 2."""
    verbs = {*LAYERS, "compare", "explain", "schema", _OVERVIEW}
    if arguments and arguments[0] in verbs:
        return _verb_parser(version).parse_args(arguments)
    parser = _parser("conflictnews", version, description="Read conflict news: who said what, with which numbers.")
    parser.epilog = _EPILOG
    _add_inputs(parser)
    _add_files(parser)
    _add_least(parser)
    parser.set_defaults(verb=_OVERVIEW)
    return parser.parse_args(arguments)


def _parser(name: str, version: str, description: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=name, description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--version", action="version", version=f"conflictnews {version}")
    return parser


def _verb_parser(version: str) -> argparse.ArgumentParser:
    parser = _parser("conflictnews", version, description="Read conflict news.")
    verbs = parser.add_subparsers(dest="verb", required=True)
    for layer in LAYERS:
        verb = verbs.add_parser(layer, help=f"the {layer} of each article")
        _add_inputs(verb)
        verb.add_argument("--format", choices=("table", "csv", "jsonl"), default="table", help="default: table")
    overview = verbs.add_parser(_OVERVIEW, help="everything, which is also what happens without a verb")
    compare = verbs.add_parser("compare", help="what the articles share and where they disagree")
    compare.add_argument(
        "--format",
        choices=("table", "csv", "jsonl"),
        default="table",
        help="csv and jsonl: the disagreements; default: table",
    )
    for verb in (overview, compare):
        _add_inputs(verb)
        _add_files(verb)
    _add_least(overview)
    _add_inputs(verbs.add_parser("explain", help="why this speaker, why this number"))
    schema = verbs.add_parser("schema", help="print a JSON Schema (draft 2020-12)")
    schema.add_argument("name", nargs="?", choices=SCHEMA_NAMES, default="article")
    return parser


def _add_inputs(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", metavar="PATH", help="a .txt or .jsonl file, a folder of them, or -")
    parser.add_argument(
        "--published", type=_day, metavar="DATE", help="the day of publication, for articles whose input gives none"
    )
    parser.add_argument("--workers", type=_workers, metavar="N", help="processes that read the articles; default: one")


def _add_files(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--html", metavar="FILE", help="write a page (- for stdout, without the report)")
    parser.add_argument(
        "--json",
        metavar="FILE",
        help="write the articles and their comparison as JSON (- for stdout, without the report)",
    )


def _add_least(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--least",
        type=_confidence,
        default=_SURE_ENOUGH,
        metavar="CONFIDENCE",
        help=f"show what is attributed without marks from this confidence on (0 shows all; default: {_SURE_ENOUGH})",
    )
