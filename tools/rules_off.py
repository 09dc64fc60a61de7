"""Turn each rule of a layer off, and tell what every bench of an evaluation loses and gains.

    python tools/rules_off.py events --eval EVALUATION
    python tools/rules_off.py facts --eval EVALUATION --bench all events:train --tests tests/test_facts.py
    python tools/rules_off.py conflictnews.extractors.facts.rules:RULES --eval EVALUATION

A rule is a function, method or property of the layer that is annotated "-> bool"; it is turned to True in all its
calls, then to False. With MODULE:NAME the rules are those listed there: functions, or items with a name and a function,
in a tuple, list or object that holds them. The function of each answers None in turn: the rule does not apply.

A row tells the rule and its line, what it was turned to, in how many documents it is asked, in how many something else
is found, the sum of points that figures moved by (F1, or the value of a metric without one), about how many items that
is, what moved, and, with --tests, whether a test notices. "broken" means that parsing ended in an exception or took too
long: the rule can't be that constant. What moves "alone" is precision or recall behind an F1 that stands still; it is
in no sum, nor are parts of other metrics, whose names begin with "·". Rules in functions inside functions are not
tried, and what a rule did when a module was imported stays. Lists at the end name the rules that

  - are never asked in these documents,
  - move no figure, whether True or False,
  - move no figure as one of the two, so that the constant could stand in their place,
  - make the figures better as a constant,
  - and, with --tests, whose being turned off no test notices.

The form of an evaluation folder stands at the top of tools/discipline/benches.py. Only the documents that ask a rule
are read again, from the layer that asks. With --enough, benches are read in the order in which they are named, and a
rule that has lost so many points in sum is not tried on the rest.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from discipline.benches import load_benches
from discipline.limits import limit_memory
from discipline.pytest_runs import TOOLS, Tests
from discipline.rules import Rule, find_rules
from discipline.trial import Outcome, Trial
from discipline.turned_off import VARIABLE

FALLING = ("no event", "types a record")
Try = Callable[[str, str], Outcome]


def worker(args: argparse.Namespace) -> Try:
    """What tries a rule by its name in one way, having read every document once."""
    rules = find_rules(args.layer)
    by_name = {rule.name: rule for rule in rules}
    trial = Trial(load_benches(args.eval, args.bench, args.split, args.data), rules, args.falling, args.enough)
    tests = None
    if args.tests:
        path = os.pathsep.join(filter(None, [os.environ.get("PYTHONPATH"), str(TOOLS)]))
        tests = Tests(args.tests, {"PYTHONPATH": path}, "-p", "discipline.turned_off")

    def attempt(name: str, way: str) -> Outcome:
        out = trial.outcome(by_name[name], way)
        if tests:
            noticed = tests.notice({VARIABLE: json.dumps([args.layer, name, way])})
            out.tests = "noticed" if noticed else "survives"
        return out

    return attempt


_in_worker: list[Try] = []


def _begin(args: argparse.Namespace) -> None:
    _in_worker.append(worker(args))


def _attempt(task: tuple[str, str]) -> Outcome:
    return _in_worker[0](*task)


def outcomes(args: argparse.Namespace, rules: Iterable[Rule]) -> Iterator[Outcome]:
    """Every rule turned off in every way."""
    tasks = [(rule.name, way) for rule in rules for way in rule.ways]
    if args.workers == 1:
        attempt = worker(args)
        yield from (attempt(*task) for task in tasks)
        return
    with ProcessPoolExecutor(args.workers, initializer=partial(_begin, args)) as pool:
        yield from pool.map(_attempt, tasks)


def row(out: Outcome) -> str:
    """One outcome, as a line."""
    told = f"broken: {out.broken}" if out.broken else ", ".join(map(str, out.moves)) or "-"
    told += f" (stopped {out.stopped})" if out.stopped else ""
    sums = f"{out.points:>+8.1f}{out.items:>+9.1f}" if out.moves else f"{'':>17}"
    name = f"{out.rule}:{out.line}"
    return f"{name:<44}{out.way:<6}{out.asked:>6}{out.changed:>8}{sums}  {out.tests:<9}{told}".replace("+0.0", " 0.0")


def closing(found: list[Outcome]) -> Iterator[tuple[str, list[str]]]:
    """The lists at the end, each with its title."""
    by_rule: dict[str, list[Outcome]] = {}
    for out in found:
        by_rule.setdefault(out.rule, []).append(out)
    asked = {name: ways for name, ways in by_rule.items() if any(out.asked for out in ways)}
    yield "never asked in these documents", [name for name in by_rule if name not in asked]
    still = [name for name, ways in asked.items() if all(out.still for out in ways)]
    yield "move no figure, whatever they say", still
    one = [f"{o.rule} as {o.way}" for name, ways in asked.items() if name not in still for o in ways if o.still]
    yield "move no figure as one constant", one
    better = [f"{o.rule} as {o.way} {o.points:+}" for o in found if o.points > 0]
    yield "make figures better in sum as a constant", better
    if any(out.tests for out in found):
        deaf = [name for name, ways in by_rule.items() if all(out.tests == "survives" for out in ways)]
        yield "no test notices, whatever they say", deaf
        half = [o for o in found if o.tests == "survives" and o.rule not in deaf]
        yield "no test notices as one constant", [f"{o.rule} as {o.way}" for o in half]


def arguments(given: list[str] | None) -> argparse.Namespace:
    """The command line."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("layer", metavar="LAYER", help="events, conflictnews.text, or MODULE:NAME, a list of rules")
    cli.add_argument("--eval", type=Path, required=True, metavar="PATH", help="folder of the evaluation")
    cli.add_argument("--bench", nargs="+", default=["all"], metavar="NAME[:SPLIT]", help="all by default")
    cli.add_argument("--split", default="dev", help="of benches named without one (dev)")
    cli.add_argument("--data", type=Path, metavar="PATH", help="folder of the documents (EVALUATION/data)")
    cli.add_argument("--tests", metavar="ARGS", help="also run pytest with these arguments for each rule turned off")
    cli.add_argument("--only", nargs="+", metavar="RULE", help="only rules whose name contains one of these")
    cli.add_argument("--falling", nargs="*", default=FALLING, metavar="METRIC", help=f"less is better: {FALLING}")
    cli.add_argument(
        "--enough", type=float, default=0, metavar="POINTS", help="read no further bench once so much is lost"
    )
    cli.add_argument("--workers", type=int, default=1, metavar="N", help="processes; each reads everything first (1)")
    cli.add_argument("--json", type=Path, metavar="FILE", help="also write the rows here, as JSON lines")
    return cli.parse_args(given)


def main(given: list[str] | None = None) -> int:
    """Try, print."""
    args = arguments(given)
    try:
        rules = find_rules(args.layer)
        rules = [rule for rule in rules if not args.only or any(part in rule.name for part in args.only)]
        load_benches(args.eval, args.bench, args.split, args.data)
    except ValueError as wrong:
        print(wrong, file=sys.stderr)
        return 2
    print(f"{'rule':<44}{'as':<6}{'asked':>6}{'changed':>8}{'points':>8}{'items':>9}  {'tests':<9}what moved")
    found = []
    for out in outcomes(args, rules):
        found.append(out)
        print(row(out), flush=True)
        if args.json:
            args.json.write_text("".join(json.dumps(out.as_dict()) + "\n" for out in found), "utf-8")
    print(f"\n{len(rules)} rules")
    for title, names in closing(found):
        print(f"\n{title}: {len(names)}", *names, sep="\n  ")
    return 0


if __name__ == "__main__":
    limit_memory()
    sys.exit(main())
