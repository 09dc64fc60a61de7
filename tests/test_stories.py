"""Stories, incidents, tolls and contradictions, on clusters of invented articles: ``fixtures/comparison/*.txt``.

A file begins with comments (#). Each article stands under ``=== id | source | day``, what is expected under
``=== expected``, one statement a line:

    story: ID ID ...                                        the articles of one story, and no others
    apart: ID                                               in no story with others
    main: TYPE | DAY | PLACE | ID ID ...                    the main incident, with the articles that tell it
    toll: ID | ROLE | VALUE | SOURCE | STATE                a figure of the main incident; no source where none is cited
    event: ID | WORDS                                       an event of the main incident, by its first words
    no event: ID | WORDS                                    an event that is not of the main incident
    no toll: VALUE                                          a number that is no figure of the main incident
    contradiction: SLOT | ID [VALUE] | ID [VALUE]           two sides of one contradiction
    quote: ID ID ...                                        the articles that have one utterance
    only these contradictions                               there are no others
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

import conflictnews as cn

FIXTURES = sorted((Path(__file__).parent / "fixtures" / "comparison").glob("*.txt"))
HEADER = re.compile(r"^=== (.*)$", re.MULTILINE)


class Cluster(NamedTuple):
    articles: list[cn.Article]
    expected: list[str]


def read(path: Path) -> Cluster:
    _, *parts = HEADER.split(path.read_text(encoding="utf-8"))
    articles, expected = [], list[str]()
    for header, body in zip(parts[::2], parts[1::2], strict=True):
        if header == "expected":
            expected = [line for line in body.splitlines() if line.strip()]
        else:
            name, source, day = (cell.strip() for cell in header.split("|"))
            articles.append(cn.parse(body.strip(), id=name, source=source, published=date.fromisoformat(day)))
    return Cluster(articles, expected)


def cases() -> list[tuple[str, str]]:
    return [(path.stem, line) for path in FIXTURES for line in read(path).expected]


def names(comparison: cn.Comparison, positions: tuple[int, ...] | set[int]) -> list[str]:
    return sorted(comparison.articles[at].id or "" for at in positions)


def sides(comparison: cn.Comparison, disagreement: cn.Disagreement) -> set[str]:
    told = set()
    for item in disagreement.items:
        name = comparison.articles[item.article].id or ""
        told |= {name, f"{name} {item.value}"}
    return told


def main_incident(comparison: cn.Comparison) -> cn.Incident:
    (story,) = comparison.stories
    assert story.incident is not None
    return comparison.incidents[story.incident]


@pytest.mark.parametrize(("cluster", "line"), cases())
def test_cluster(cluster: str, line: str) -> None:
    path = next(path for path in FIXTURES if path.stem == cluster)
    comparison = cn.compare(read(path).articles)
    kind, _, rest = line.partition(":")
    cells = [cell.strip() for cell in rest.split("|")]
    contradictions = [one for one in comparison.disagreements if one.verdict is cn.Verdict.CONTRADICTION]
    if kind == "story":
        assert sorted(rest.split()) in [names(comparison, story.articles) for story in comparison.stories]
    elif kind == "apart":
        assert not any(rest.strip() in names(comparison, story.articles) for story in comparison.stories)
    elif kind == "main":
        incident = main_incident(comparison)
        told = names(comparison, {member.article for member in incident.members})
        assert [incident.type, incident.date, incident.location, " ".join(told)] == [
            *cells[:3],
            " ".join(sorted(cells[3].split())),
        ]
    elif kind == "toll":
        found = [
            [comparison.articles[toll.article].id, toll.role, str(toll.value), toll.source or "", toll.state]
            for toll in main_incident(comparison).tolls
        ]
        assert cells in found
    elif kind in ("event", "no event"):
        of_main = [(names(comparison, {one.article})[0], one.event) for one in main_incident(comparison).members]
        events = {article.id: article.events for article in read(path).articles}
        assert ((cells[0], cells[1]) in [(name, events[name][at].text) for name, at in of_main]) is (kind == "event")
    elif kind == "no toll":
        assert rest.strip() not in [str(toll.value) for toll in main_incident(comparison).tolls]
    elif kind == "contradiction":
        assert any(one.slot == cells[0] and set(cells[1:]) <= sides(comparison, one) for one in contradictions)
    elif kind == "quote":
        shared = [names(comparison, {member.article for member in one.members}) for one in comparison.shared_quotes]
        assert sorted(rest.split()) in shared
    else:
        assert line == "only these contradictions"
        wanted = [one for one in read(path).expected if one.startswith("contradiction:")]
        assert len(contradictions) == len(wanted)
