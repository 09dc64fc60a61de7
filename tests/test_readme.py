"""What the README promises where it is read elsewhere (PyPI): links that hold, figures that were measured."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
URLS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["urls"]
HERE = URLS["Repository"]
RAW = HERE.replace("https://github.com", "https://raw.githubusercontent.com")
MEASURED = "".join((ROOT / "docs" / f"{page}.md").read_text(encoding="utf-8") for page in ("accuracy", "speed"))


def file_behind(link: str) -> Path:
    """The file of this repository that an address of it shows."""
    return ROOT / link.removeprefix(f"{HERE}/blob/main/").removeprefix(f"{RAW}/main/").partition("#")[0]


@pytest.mark.parametrize("link", re.findall(r"\]\(([^)]+)\)", README))
def test_a_link_is_absolute_and_leads_to_a_file(link: str) -> None:
    assert link.startswith((f"{HERE}/blob/main/", f"{RAW}/main/"))
    assert file_behind(link).is_file()


def test_the_package_points_at_its_changelog() -> None:
    assert file_behind(URLS["Changelog"]).is_file()


@pytest.mark.parametrize("name", ["CITATION.cff", "SECURITY.md"])
def test_all_name_one_address(name: str) -> None:
    found = re.findall(r"https://github\.com/[\w-]+/[\w-]+", (ROOT / name).read_text(encoding="utf-8"))
    assert set(found) == {HERE}


@pytest.mark.parametrize(
    "figure", re.findall(r"\d+(?:\.\d+)? (?:ms|times|\([^)]*\))|\d+\.\d", README.partition("## Beside")[2])
)
def test_a_figure_was_measured(figure: str) -> None:
    number = figure.removesuffix(" ms").partition(" ")[0]
    assert re.search(rf"(?<![\d.]){re.escape(number)}(?![\d.]*\d)", MEASURED)


def test_the_picture_is_small() -> None:
    assert (ROOT / "docs" / "images" / "page.png").stat().st_size < 150_000
