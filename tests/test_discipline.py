"""The tools that ask whether rules and rows earn their place, on a tiny evaluation and a tiny package of our own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache
from importlib import import_module
from pathlib import Path
from textwrap import dedent

import pytest

TOOLS = Path(__file__).parent.parent / "tools"
sys.path.insert(0, str(TOOLS))

from discipline.benches import Move, moves, total  # noqa: E402
from discipline.mutations import mutants  # noqa: E402
from discipline.rules import OFF, find_rules  # noqa: E402
from discipline.stand_in import replaced, underlying  # noqa: E402
from discipline.trial import Outcome  # noqa: E402
from rules_off import closing  # noqa: E402

BENCH = """
    import json

    def load(folder, split):
        return [json.loads(line) for line in (folder / f"{split}.jsonl").open(encoding="utf-8")]

    def score(documents, articles):
        right = [any(e["type"] == d["type"] for e in a.get("events", [])) for d, a in zip(documents, articles)]
        return {"type": {"value": 100 * sum(right) / len(right), "n": len(right)}}
"""
DOCUMENTS = (
    ("Gunmen kidnapped two teachers in Basra.", "kidnapping"),
    ("Rebels kidnapped a priest.", "kidnapping"),
    ("Militiamen looted the warehouse.", "looting"),
    ("A day in court\n\nJune 3, 2019\n\nThe court heard nothing new.", "looting"),
)
RULES = """
    from functools import cache
    from typing import NamedTuple


    def is_even(number: int, *, strict: bool = True) -> bool:
        return number % 2 == 0


    @cache
    def is_small(number: int) -> bool:
        return number < 10


    def double(number: int) -> int:
        return 2 * number


    class Number:
        def __init__(self, value: int) -> None:
            self.value = value

        @property
        def known(self) -> bool:
            return self.value == 1

        @staticmethod
        def is_one(value: int) -> bool:
            return value == 1


    class Rule(NamedTuple):
        name: str
        function: object


    RULES = ([Rule("evens", is_even), Rule("smalls", is_small)], double)
"""


@pytest.fixture(scope="module")
def evaluation(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("evaluation")
    (folder / "benches").mkdir()
    (folder / "benches" / "tiny.py").write_text(dedent(BENCH), "utf-8")
    (folder / "data" / "tiny").mkdir(parents=True)
    rows = [{"id": str(at), "text": text, "type": kind} for at, (text, kind) in enumerate(DOCUMENTS)]
    (folder / "data" / "tiny" / "dev.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    return folder


def run(tool: str, *arguments: str | Path, cwd: Path | None = None) -> str:
    """What a tool prints."""
    command = [sys.executable, str(TOOLS / tool), *map(str, arguments)]
    environment = {**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    done = subprocess.run(command, check=False, capture_output=True, text=True, cwd=cwd, env=environment)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def toy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package ``toy`` with a module of rules, and one that has imported from it by name."""
    package = tmp_path / "src" / "toy"
    package.mkdir(parents=True)
    (package / "__init__.py").touch()
    (package / "rules.py").write_text(dedent(RULES), "utf-8")
    (package / "user.py").write_text("from toy.rules import RULES, is_even, is_small\n", "utf-8")
    monkeypatch.syspath_prepend(tmp_path / "src")
    for name in [name for name in sys.modules if name.partition(".")[0] == "toy"]:
        monkeypatch.delitem(sys.modules, name)
    return tmp_path


def test_what_stands_in_is_met_by_who_imported_the_function_before() -> None:
    @cache
    def length(text: str, *, more: int = 1) -> int:
        return len(text) + more

    held, function = [length], underlying(length)
    assert function is not None
    with replaced(function, lambda original: lambda text, more=5: -original(text, more=more)):
        assert held[0]("abc") == -8
    length.cache_clear()
    assert held[0]("abc") == 4


@pytest.mark.usefixtures("toy")
def test_rules_are_what_answers_yes_or_no() -> None:
    rules = {rule.name: rule for rule in find_rules("toy.rules")}
    assert list(rules) == ["is_even", "is_small", "Number.known", "Number.is_one"]
    owner, user = import_module("toy.rules"), import_module("toy.user")
    with rules["is_even"].turned("False"), rules["is_small"].turned("True"):
        assert not user.is_even(2, strict=False)
        assert user.is_small(99)
    with rules["Number.known"].turned("True"), rules["Number.is_one"].turned("True"):
        assert owner.Number(7).known
        assert owner.Number.is_one(7)
    assert user.is_even(2)
    assert not owner.Number(7).known


@pytest.mark.usefixtures("toy")
def test_a_rule_of_a_list_does_not_apply_while_it_is_off() -> None:
    rules = find_rules("toy.rules:RULES")
    assert [rule.name for rule in rules] == ["evens", "smalls", "double"]
    listed = import_module("toy.user").RULES
    with rules[0].turned(OFF):
        assert [rule.function(2) for rule in listed[0]] == [None, True]
    assert listed[0][0].function(2) is True


def test_moves_tell_what_rose_and_what_fell() -> None:
    before = {"type": {"f1": 50.0, "p": 40.0, "r": 60.0, "n": 200}, "no event": {"value": 10.0, "n": 50}}
    after = {"type": {"f1": 48.0, "p": 38.0, "r": 60.0, "n": 200}, "no event": {"value": 8.0, "n": 50}}
    found = moves("tiny", before, after, falling=["no event"])
    assert [str(move) for move in found] == ["tiny no event +2.0", "tiny type -2.0"]
    assert total(found) == (0.0, -3.0)


def test_a_rule_turned_off_shows_in_figures_and_tests(evaluation: Path, tmp_path: Path) -> None:
    test = tmp_path / "test_span.py"
    test.write_text(
        "from conflictnews import Span\n\ndef test() -> None:\n    assert Span(0, 9).contains(Span(4, 5))\n", "utf-8"
    )
    shown = run("rules_off.py", "types.span", "--eval", evaluation, "--only", "contains", "--tests", str(test))
    rows = {line.split()[1]: line.split() for line in shown.splitlines() if line.startswith("Span.contains")}
    assert rows["True"][2] == "1"  # a printed date is looked for in a block
    assert "survives" in rows["True"]
    assert "noticed" in rows["False"]


def test_what_does_not_earn_its_place_is_listed() -> None:
    worse, better = Move("tiny", "type", -2.0, -4.0), Move("tiny", "type", 1.0, 2.0)
    outcomes = [
        Outcome("unasked", 1, "True", 0, tests="survives"),
        Outcome("idle", 2, "True", 9, 3, tests="noticed"),
        Outcome("idle", 2, "False", 9, 3, tests="survives"),
        Outcome("needed", 3, "True", 9, 3, [worse], tests="noticed"),
        Outcome("needed", 3, "False", 9, broken="IndexError in tiny 1", tests="noticed"),
        Outcome("harmful", 4, "True", 9, 3, [worse], tests="noticed"),
        Outcome("harmful", 4, "False", 9, 3, [better], tests="survives"),
    ]
    lists = {title: names for title, names in closing(outcomes) if names}
    assert lists == {
        "never asked in these documents": ["unasked"],
        "move no figure, whatever they say": ["idle"],
        "make figures better in sum as a constant": ["harmful as False +1.0"],
        "no test notices, whatever they say": ["unasked"],
        "no test notices as one constant": ["idle as False", "harmful as False"],
    }


def test_a_row_that_one_document_uses_is_left_out_there(evaluation: Path) -> None:
    shown = run("leave_one_out.py", "--eval", evaluation, "--bench", "tiny", "--metric", "type", "--rows")
    assert [line.split()[1:] for line in shown.splitlines() if line.startswith("type ")] == [["75.0", "50.0", "50.0"]]
    assert [line.split("\t")[1] for line in shown.splitlines() if "\t" in line] == ["loot"]


def test_mutants_of_every_kind() -> None:
    source = dedent("""
        def judge(a: int) -> bool:
            if not a and a < 2:
                return True
            return a in {"x", "y"}

        WORDS = "to fro".split()
    """)
    changes = [(mutant.line, mutant.before, mutant.after) for mutant in mutants(source)]
    assert changes == [
        (3, "if not a and a < 2", "body dropped"),
        (3, "not a and a < 2", "not a or a < 2"),
        (3, "not a", "a"),
        (3, "a < 2", "a <= 2"),
        (3, "2", "3"),
        (3, "2", "1"),
        (4, "return True", "return False"),
        (5, "return a in {'x', 'y'}", "return not a in {'x', 'y'}"),
        (5, "a in {'x', 'y'}", "a not in {'x', 'y'}"),
        (5, "{'x', 'y'}", "{'y'}"),
        (5, "{'x', 'y'}", "{'x'}"),
        (7, "the word 'to'", "dropped"),
        (7, "the word 'fro'", "dropped"),
    ]


def test_a_mutant_that_no_test_notices_survives(toy: Path) -> None:
    module = toy / "src" / "toy" / "rules.py"
    source = "def compare(a, b):\n    return a > b, a == b\n"
    module.write_text(source, "utf-8")
    test = toy / "tests" / "test_toy.py"
    test.parent.mkdir()
    test.write_text(
        "from toy.rules import compare\n\ndef test() -> None:\n    assert compare(2, 1) == (True, False)\n", "utf-8"
    )
    shown = run("mutants.py", module, "--tests", "tests/test_toy.py", cwd=toy)
    assert shown.splitlines() == [
        f"{Path('src/toy/rules.py')}:2: a > b  ->  a >= b",
        "2 mutants, 1 survive",
    ]
    assert module.read_text("utf-8") == source


def test_a_constant_that_no_test_notices_is_named(tmp_path: Path) -> None:
    test = tmp_path / "test_span.py"
    test.write_text(
        "from conflictnews import Span\n\ndef test():\n    assert Span(0, 5).contains(Span(1, 2))\n", "utf-8"
    )
    lines = run("constants.py", "types.span", "--only", "contains", "--tests", str(test)).splitlines()
    assert [line.rpartition(":")[2] for line in lines] == [" True", lines[-1]]
    assert lines[-1] == "1 functions, 2 constants, 1 noticed (50%)"
