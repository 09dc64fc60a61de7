"""What a change must pass: ``python -m nox`` runs it all, ``python -m nox -s tests`` one part."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import nox

ROOT = Path(__file__).parent
GROUPS = nox.project.load_toml("pyproject.toml")
SLOW = (
    "tests/property",
    "tests/test_batches.py",
    "tests/test_discipline.py",
    "tests/test_growth.py",
    "tests/test_hostile.py",
    "tests/test_patterns.py",
    "tests/test_tools.py",
)
"""Property tests, tests of growth, training, many processes, rules turned off: as long as all others together."""

nox.needs_version = ">=2025.2.9"
nox.options.default_venv_backend = "venv"
nox.options.error_on_missing_interpreters = True


def group(name: str) -> tuple[str, ...]:
    """The requirements of a dependency group of pyproject.toml."""
    return nox.project.dependency_groups(GROUPS, name)


@nox.session(default=False)
def lint(session: nox.Session) -> None:
    """Style, and imports that point one way."""
    session.install("-e", ".[report,compare]", *group("lint"))
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")
    session.run("lint-imports")


@nox.session(default=False)
def typing(session: nox.Session) -> None:
    """The types of the project, then as a user sees them; none of its names is left to be guessed."""
    session.install(".[report,compare]", *group("typing"), "nox")
    session.run("mypy")
    with tempfile.TemporaryDirectory() as elsewhere:
        shutil.copytree(ROOT / "tests" / "typing", elsewhere, dirs_exist_ok=True)
        with session.chdir(elsewhere):
            session.run("mypy", "--strict", "user_project.py", "user_mistakes.py")
            session.run("pyright", "--verifytypes", "conflictnews", "--ignoreexternal")


@nox.session(default=False)
def docs(session: nox.Session) -> None:
    """The pages; a broken link or reference is an error. Their examples run with the tests."""
    session.install("-e", ".[report,compare]", *group("docs"))
    session.run("sphinx-build", "--fail-on-warning", "--nitpicky", "-q", "-b", "html", "docs", "build/docs")
    for page in (ROOT / "build" / "docs").rglob("*.html"):
        if "attr_dict[" in page.read_text(encoding="utf-8"):
            session.error(f"{page.name} shows the code of attrs for a default")


@nox.session(default=False)
def package(session: nox.Session) -> None:
    """Wheel and source distribution hold what they should, and the wheel works where nothing else is installed."""
    session.install(*group("package"))
    shutil.rmtree(ROOT / "dist", ignore_errors=True)
    session.run("python", "-m", "build", "--outdir", "dist", silent=True)
    (wheel,) = (ROOT / "dist").glob("*.whl")
    (sdist,) = (ROOT / "dist").glob("*.tar.gz")
    session.run("check-wheel-contents", str(wheel))
    compare_contents(session, wheel, sdist)
    with tempfile.TemporaryDirectory() as clean:
        session.run("python", "-m", "venv", clean)
        python = str(Path(clean, "Scripts" if os.name == "nt" else "bin", "python"))
        with session.chdir(clean):
            bare = "import conflictnews as cn; print(cn.parse('Iran denied it.').attributions)"
            session.run(python, "-m", "pip", "install", "-q", str(wheel), external=True)
            session.run(python, "-W", "error", "-c", bare, external=True)
            session.run(python, "-m", "pip", "install", "-q", f"{wheel}[report]", external=True)
            session.run(python, "-m", "conflictnews", str(ROOT / "seeds"), external=True)


def compare_contents(session: nox.Session, wheel: Path, sdist: Path) -> None:
    """The wheel holds each file of the package and nothing else; the source distribution holds the house around it."""
    source = ROOT / "src"
    wanted = {str(path.relative_to(source).as_posix()) for path in source.rglob("*") if path.is_file()}
    wanted = {name for name in wanted if name.startswith("conflictnews/")}
    wanted = {name for name in wanted if "__pycache__" not in name and "/." not in name}
    built = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    if wanted != built:
        session.error(f"the wheel differs from src: {sorted(wanted ^ built)}")
    kinds = {name.rpartition(".")[2] for name in built}
    if missing := {"py", "typed", "tsv", "json"} - kinds:
        session.error(f"the wheel has no files of kind {sorted(missing)}")
    with tarfile.open(sdist) as archive:
        tops = {name.split("/", 2)[1] for name in archive.getnames() if "/" in name}
    if missing := {"src", "tests", "docs", "examples", "seeds", "LICENSE", "README.md", "noxfile.py"} - tops:
        session.error(f"the source distribution lacks {sorted(missing)}")


def beside(session: nox.Session, command: list[str], run: Callable[[], object]) -> None:
    """A command on one core while ``run`` has another, in half the time; what it prints is shown if it fails."""
    with tempfile.TemporaryFile("w+", encoding="utf-8") as log:
        other = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT)  # noqa: S603, our own command
        try:
            run()
        finally:
            failed = other.wait()
        if failed:
            log.seek(0)
            session.error(f"{' '.join(command)}:\n{log.read()}")


@nox.session(venv_backend="none")
def checks(session: nox.Session) -> None:
    """All but the tests: the types beside style, pages and packages."""
    nox_here = (sys.executable, "-m", "nox", "-f", str(ROOT / "noxfile.py"), "-s")
    beside(session, [*nox_here, "typing"], lambda: session.run(*nox_here, "lint", "docs", "package"))


# Last, so that pytest's closing line ends what a run prints.
@nox.session
def tests(session: nox.Session) -> None:
    """All tests, the examples in docstrings and pages among them, with coverage by branch."""
    session.install("-e", ".[report,compare,arrow,spacy,uima,web]", *group("test"))
    session.run("coverage", "erase")
    if session.posargs:
        session.run("coverage", "run", "-m", "pytest", *session.posargs)
    else:
        # Coverage is that of the others: it would slow down what is slow, and measures nothing that they do not reach.
        others = ("coverage", "run", "-m", "pytest", *(f"--ignore={file}" for file in SLOW))
        beside(session, [str(Path(session.bin, "python")), "-m", "pytest", *SLOW], lambda: session.run(*others))
    session.run("coverage", "combine", "-q")
    session.run("coverage", "report", *(["--fail-under=0"] if session.posargs else []))


@nox.session(default=False)
def benchmark(session: nox.Session) -> None:
    """Speed, growth, memory and import time beside other tools; not part of the checks."""
    session.install(".[report]", *group("benchmark"))
    session.run("python", "benchmarks/run.py", *session.posargs)


@nox.session(default=False)
def fuzz(session: nox.Session) -> None:
    """A fuzzer that follows branches, ten minutes unless told otherwise; not part of the checks."""
    session.install("-e", ".[report,compare]", *group("fuzz"))
    corpus = ROOT / "build" / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    session.run("python", "tools/fuzz_bytes.py", str(corpus), "-max_total_time=600", "-timeout=30", *session.posargs)


@nox.session(default=False)
def mutants(session: nox.Session) -> None:
    """Which yes-or-no functions of events and facts may be a constant without a test that fails; takes an hour."""
    session.install("-e", ".[report,compare]", *group("test"))
    for layer, files in (("events", "tests/test_events.py"), ("facts", "tests/test_facts.py tests/test_fact_rules.py")):
        session.run("python", "tools/constants.py", layer, "--tests", f"{files} tests/test_seeds.py")


@nox.session(default=False)
def audit(session: nox.Session) -> None:
    """Known holes in what the package and its extras need; asks the network."""
    session.install(".[report,compare,arrow,web]", *group("audit"))
    session.run("pip-audit", "--skip-editable", *session.posargs)
