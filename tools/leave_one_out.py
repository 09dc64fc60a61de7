"""Leave each row of a lexicon out where it was learned: what a bench would give on text that nobody has read.

    python tools/leave_one_out.py --eval EVALUATION
    python tools/leave_one_out.py --eval EVALUATION --table event_triggers militant_groups/spellings --keep-sourced
    python tools/leave_one_out.py --eval EVALUATION --bench records --metric "class any"

A row that only one document of the bench uses may stand in the table because somebody has read that document. So every
document is read without the rows that it alone uses, and the bench is scored again: the honest estimate for a new text,
which has no rows of its own. A document uses a row if, without the row, an annotation of --layer (by its kind and its
place, for events the place of each mention) is no longer there.

There are two such estimates. "read again" is what the library gives without the rows: another row may take the place of
one that is missing ("bomb attack" of "car bomb attack", "killed" of "shot dead"). "nothing instead" is stricter: an
annotation whose first mention rests on a row that is missing is gone, and nothing else changes.

Documents are those on which the bench measures --metric; only these count for "one document". The table shows all
metrics of these documents, first with everything. With --keep-sourced two columns are added for which only those rows
are left out whose cell in the column "source" is empty or "seen": a row from an open dictionary was not learned from a
text.

Rows are left out in conflictnews.lexicons.table.read_table, so it does not matter how a layer uses them. The form of an
evaluation folder stands at the top of tools/discipline/benches.py.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from discipline.benches import Bench, headline, load_benches
from discipline.rows import Row, Tables, left_of, rests_on

Scores = dict[str, float]


def measured_on(bench: Bench, metric: str) -> list[int]:
    """The documents for which the bench gives a metric; ValueError where there are none."""
    known: set[str] = set()
    chosen = []
    for at in range(len(bench.documents)):
        scores = bench.score([{}], [at])
        known |= scores.keys()
        if metric in scores:
            chosen.append(at)
    if not chosen:
        raise ValueError(f"{bench.name} has no metric {metric!r}; there are {', '.join(sorted(known))}")
    return chosen


def scored_without(
    bench: Bench, documents: list[int], tables: Tables, own: dict[int, list[Row]], layer: str, lost_only: bool
) -> Scores:
    """The figures with each document read without its own rows; ``lost_only``: with nothing in their place."""
    found = [reading.found for reading in tables.readings]
    for at, rows in own.items():
        now = tables.read_without(rows, [at])[0]
        found[at] = left_of(found[at], now, layer) if lost_only else now
    return {metric: headline(score) for metric, score in bench.score(found, documents).items()}


def by_document(single: Iterable[tuple[Row, int]]) -> dict[int, list[Row]]:
    """For each document the rows that it alone uses."""
    own: dict[int, list[Row]] = defaultdict(list)
    for row, at in single:
        own[at].append(row)
    return own


def arguments(given: list[str] | None) -> argparse.Namespace:
    """The command line."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("--eval", type=Path, required=True, metavar="PATH", help="folder of the evaluation")
    cli.add_argument(
        "--table",
        nargs="+",
        default=["event_triggers"],
        metavar="NAME",
        help="tables; TABLE/COLUMN: each word of its cells, parted by '|' (event_triggers)",
    )
    cli.add_argument("--bench", default="events", metavar="NAME[:SPLIT]", help="(events)")
    cli.add_argument("--metric", default="plover type", help="what chooses the documents (plover type)")
    cli.add_argument("--layer", default="events", help="the layer that tells whether a row is used (events)")
    cli.add_argument("--split", default="dev", help="of a bench named without one (dev)")
    cli.add_argument("--data", type=Path, metavar="PATH", help="folder of the documents (EVALUATION/data)")
    cli.add_argument("--keep-sourced", action="store_true", help="also: leave out only rows without a source")
    cli.add_argument("--rows", action="store_true", help="list the rows of one document")
    return cli.parse_args(given)


def main(given: list[str] | None = None) -> int:
    """Find, leave out, print."""
    args = arguments(given)
    try:
        bench = load_benches(args.eval, [args.bench], args.split, args.data)[0]
        documents = measured_on(bench, args.metric)
        tables = Tables(args.table, [bench.documents[at] for at in documents])
    except ValueError as wrong:
        print(wrong, file=sys.stderr)
        return 2
    used = rests_on(tables, args.layer)
    single = [(row, at[0]) for row, at in used.items() if len(at) == 1]
    unsourced = [(row, at) for row, at in single if not tables.sourced(row)]

    def score(rows: list[tuple[Row, int]], lost_only: bool) -> Scores:
        return scored_without(bench, documents, tables, by_document(rows), args.layer, lost_only)

    columns = {"everything": score([], False)}
    columns |= {"read again": score(single, False), "nothing instead": score(single, True)}
    if args.keep_sourced:
        columns |= {"sourced kept: again": score(unsourced, False), "nothing instead ": score(unsourced, True)}
    print(f"{bench.name}, {len(documents)} documents with {args.metric}; {', '.join(args.table)}:")
    counts = f"{len(used)} used, {len(single)} by one document, {len(single) - len(unsourced)} of these from a source"
    print(f"{len(tables.cells)} rows, {counts}\n")
    print(f"{'metric':<30}" + "".join(f"{title:>21}" for title in columns))
    for metric in sorted(columns["everything"], key=lambda metric: metric != args.metric):
        print(f"{metric:<30}" + "".join(f"{scores.get(metric, 0):>21.1f}" for scores in columns.values()))
    if args.rows:
        print()
        for row, at in sorted(single):
            print(row.table, *tables.cells[row], bench.documents[documents[at]]["id"], sep="\t")
    return 0


if __name__ == "__main__":
    sys.exit(main())
