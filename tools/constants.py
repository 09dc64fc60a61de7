"""Turn each yes-or-no function of a layer to a constant, and name those for which no test fails.

    python tools/constants.py events --tests tests/test_events.py
    python tools/constants.py facts --tests "tests/test_facts.py tests/test_fact_rules.py"

Every function, method and property of the layer that is annotated "-> bool" answers True in all its calls, then False;
tests run each time until the first failure. A survivor is printed as FUNCTION:LINE and the constant; at the end stands
how many of the constants are noticed. Write the fixture that fails, or take the function away.

``mutants.py`` changes smaller things, and ``rules_off.py`` asks what the same constants cost on annotated texts.
"""

from __future__ import annotations

import argparse
import json
import os
import sys

from discipline.limits import limit_memory
from discipline.pytest_runs import TOOLS, Tests
from discipline.rules import find_rules
from discipline.turned_off import VARIABLE


def main(given: list[str] | None = None) -> int:
    """Turn off, test, print."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("layer", help="events, facts, conflictnews.text ...")
    cli.add_argument("--tests", required=True, metavar="ARGS", help="arguments for pytest")
    cli.add_argument("--only", metavar="PART", default="", help="functions whose names hold this")
    args = cli.parse_args(given)
    path = os.pathsep.join(filter(None, [os.environ.get("PYTHONPATH"), str(TOOLS)]))
    try:
        rules = [rule for rule in find_rules(args.layer) if args.only in rule.name]
        tests = Tests(args.tests, {"PYTHONPATH": path}, "-p", "discipline.turned_off")
    except (ValueError, RuntimeError) as wrong:
        print(wrong, file=sys.stderr)
        return 2
    tried = alive = 0
    for rule in rules:
        for way in rule.ways:
            tried += 1
            if not tests.notice({VARIABLE: json.dumps([args.layer, rule.name, way])}):
                alive += 1
                print(f"{rule.name}:{rule.line}: {way}", flush=True)
    print(f"{len(rules)} functions, {tried} constants, {tried - alive} noticed ({(tried - alive) / max(tried, 1):.0%})")
    return 0


if __name__ == "__main__":
    limit_memory()
    sys.exit(main())
