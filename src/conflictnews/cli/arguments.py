"""What can be asked on the command line."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import NoReturn

__all__ = ["COMPARED", "FORMATS", "LAYERS", "SCHEMA_NAMES", "read_arguments"]

LAYERS = (
    "quotes",
    "attributions",
    "facts",
    "dates",
    "events",
    "speakers",
    "entities",
    "blocks",
    "sentences",
    "diagnostics",
    "articles",
    "participants",
    "event_facts",
    "statements",
)
SCHEMA_NAMES = ("article", "comparison", "collection", *LAYERS)

COMPARED = ("disagreements", "tolls", "incidents", "stories", "quotes", "passages", "copying", "actors")
_OVERVIEW = "report"
FORMATS = ("brat", "label-studio", "web-annotation", "uima")
_VERBS = (*LAYERS, "compare", "explain", "schema", "export", "import", _OVERVIEW)
_SURE_ENOUGH = 0.5
_EPILOG = """\
PATH is a .txt file, a .jsonl file (one object a line: "text", and "id", "published", "source" where there are any), a
.json file (such an object, or a list of them), an .html page, a folder with such files in it and in its folders, or -
for standard input. A file that is called like a verb is given as ./quotes.

verbs, each with its own --help:
  quotes attributions facts dates events speakers   one layer, as --format table, csv or jsonl
  entities blocks sentences diagnostics articles    the same
  participants event_facts statements               the same: what joins to events
  compare    only what the articles share and where they disagree
  explain    why this speaker, why this number
  export     files for annotators: --format brat, label-studio, web-annotation or uima
  import     what annotators corrected, as --json, --html or --sqlite
  schema     the JSON Schema of an article, of a comparison or of a layer's rows

exit status: 0 done; 1 some input failed, each named on stderr; 2 wrong usage
"""


class _Parser(argparse.ArgumentParser):
    """Says which option may have been meant."""

    def error(self, message: str) -> NoReturn:
        words = message.partition("unrecognized arguments: ")[2].split()
        known = [option for action in self._every_action() for option in action.option_strings]
        close = [match for word in words for match in get_close_matches(word.split("=")[0], known, 1)]
        super().error(f"{message} (did you mean {', '.join(close)}?)" if close else message)

    def _every_action(self) -> list[argparse.Action]:
        own = list(self._actions)
        for action in self._actions:
            if isinstance(action, argparse._SubParsersAction):
                own += [inner for parser in action.choices.values() for inner in parser._actions]
        return own


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
    if arguments and arguments[0] in _VERBS:
        return _verb_parser(version).parse_args(arguments)
    parser = _parser("conflictnews", version, description="Read conflict news: who said what, with which numbers.")
    parser.epilog = _EPILOG
    _add_inputs(parser)
    _add_files(parser)
    _add_least(parser)
    parser.set_defaults(verb=_OVERVIEW)
    if arguments and (close := _meant(arguments[0])):
        parser.error(f"there is no verb and no file {arguments[0]!r}; did you mean {close}?")
    return parser.parse_args(arguments)


def _meant(word: str) -> str | None:
    """The verb that a first argument may be meant for, where it is no path."""
    if not word.replace("_", "").isalpha() or Path(word).exists():
        return None
    return next(iter(get_close_matches(word, _VERBS, 1, 0.75)), None)


def _parser(name: str, version: str, description: str) -> _Parser:
    parser = _Parser(prog=name, description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--version", action="version", version=f"conflictnews {version}")
    return parser


def _verb_parser(version: str) -> _Parser:
    parser = _parser("conflictnews", version, description="Read conflict news.")
    verbs = parser.add_subparsers(dest="verb", required=True)
    for layer in LAYERS:
        verb = verbs.add_parser(layer, help=f"the {layer.replace('_', ' ')} of each article")
        _add_inputs(verb)
        verb.add_argument("--format", choices=("table", "csv", "jsonl"), default="table", help="default: table")
        verb.set_defaults(form="plain")
        if layer == "events":
            verb.add_argument(
                "--form", choices=("plain", "acled", "plover", "gdelt"), help="whose columns; default: plain"
            )
    overview = verbs.add_parser(_OVERVIEW, help="everything, which is also what happens without a verb")
    compare = verbs.add_parser("compare", help="what the articles share and where they disagree")
    compare.add_argument(
        "--format",
        choices=("table", "csv", "jsonl"),
        default="table",
        help="csv and jsonl: the rows of --table; default: table",
    )
    compare.add_argument(
        "--table", choices=COMPARED, default="disagreements", help="whose rows; default: disagreements"
    )
    compare.add_argument("--articles", action="store_true", help="show the articles one by one, too")
    _add_least(compare)
    for verb in (overview, compare):
        _add_inputs(verb)
        _add_files(verb)
    _add_least(overview)
    _add_inputs(verbs.add_parser("explain", help="why this speaker, why this number"))
    export = verbs.add_parser("export", help="files for annotators")
    _add_inputs(export)
    export.add_argument("--format", choices=FORMATS, required=True, help="for which annotator")
    export.add_argument("--output", metavar="FOLDER", required=True, help="where the files go")
    back = verbs.add_parser("import", help="what annotators corrected")
    back.add_argument("path", metavar="PATH", help="the folder, or the file that Label Studio exports")
    back.add_argument("--format", choices=FORMATS, required=True, help="of which annotator")
    _add_files(back)
    schema = verbs.add_parser("schema", help="print a JSON Schema (draft 2020-12)")
    schema.add_argument("name", nargs="?", choices=SCHEMA_NAMES, default="article")
    return parser


def _add_inputs(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", metavar="PATH", help="a .txt, .jsonl, .json or .html file, a folder, or -")
    parser.add_argument(
        "--published", type=_day, metavar="DATE", help="the day of publication, for articles whose input gives none"
    )
    parser.add_argument("--lexicon", metavar="FOLDER", help="words of your own: cues.tsv, actors.tsv, units.tsv ...")
    parser.add_argument("--workers", type=_workers, metavar="N", help="processes that read the articles; default: one")


def _add_files(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--html", metavar="FILE", help="write a page (- for stdout, without the report)")
    parser.add_argument(
        "--json",
        metavar="FILE",
        help="write the articles and their comparison as JSON (- for stdout, without the report)",
    )
    parser.add_argument("--sqlite", metavar="FILE", help="write all tables to a SQLite file, with keys")


def _add_least(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--least",
        type=_confidence,
        default=_SURE_ENOUGH,
        metavar="CONFIDENCE",
        help=f"show what is attributed without marks from this confidence on (0 shows all; default: {_SURE_ENOUGH})",
    )
