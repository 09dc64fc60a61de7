"""The register: names of public lists are found whole and of the right kind, and users add actors of their own."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any

import pytest

import conflictnews as cn
from conflictnews.register.actors import KINDS, actors

BODIES = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parent / "fixtures" / "registered_bodies.tsv").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith(("#", "name\t"))
]
FRONT = {"actor": "Dorn Front", "kind": "rebel", "state": "MLI", "names": "FDK|front of dorn"}


def test_sixty_bodies_are_found_whole_and_of_the_right_kind() -> None:
    missed = []
    for name, kind in BODIES:
        found = cn.parse(f"Two men of the {name} met reporters in Kalma on Monday.").entities
        if not any((entity.name, entity.kind) == (name, kind) for entity in found):
            missed.append(name)
    assert len(BODIES) == 60
    assert len(missed) <= 3, missed


def test_every_row_is_sound() -> None:
    rows = actors()
    ids = [actor.id for actor in rows]
    assert len(set(ids)) == len(ids)
    assert {actor.kind for actor in rows} == KINDS
    assert {actor.parent for actor in rows} - {None} <= set(ids)
    states = {actor.id for actor in rows if actor.kind == "state"}
    assert len(states) > 180


def test_an_unlisted_group_is_named_by_its_form() -> None:
    event = cn.parse("Suspected Green Brigade (GB) militants killed two farmers near Kalma.").events[0]
    assert event.actors[0].category is cn.ActorCategory.REBEL_GROUP
    assert "Green Brigade" in event.actors[0].name
    assert event.actors[0].id is None


@pytest.mark.parametrize(
    ("text", "side", "category"),
    [
        ("JNIM militants killed two farmers in Djibo, Burkina Faso.", "actors", "rebel-group"),
        ("JNIM militants killed two farmers in Djibo, Burkina Faso.", "targets", "civilians"),
        ("French troops shot a man in Kaya, Burkina Faso.", "actors", "external-forces"),
        ("Burkinabe soldiers shot a man in Kaya, Burkina Faso.", "actors", "state-forces"),
        ("Police arrested ten protesters in Lima.", "targets", "protesters"),
        ("A mob lynched two men in Lima.", "actors", "rioters"),
        ("Armed tribesmen shot a man in Kalma.", "actors", "identity-militia"),
        ("Unidentified gunmen shot a man in Kalma.", "actors", "political-militia"),
    ],
)
def test_the_sort_of_an_actor(text: str, side: str, category: str) -> None:
    arguments = [argument for event in cn.parse(text).events for argument in getattr(event, side)]
    assert category in [argument.category for argument in arguments]


def test_an_argument_points_at_its_entity() -> None:
    article = cn.parse("Members of the Dorn Liberation Front killed Karl Weller in Kalma.")
    (event,) = article.events
    entities = article.entities
    assert entities[event.actors[0].entity or 0].name == "Dorn Liberation Front"
    assert entities[event.targets[0].entity or 0].name == "Karl Weller"
    assert event.location is not None
    assert entities[event.location.entity or 0].name == "Kalma"


class TestOwnActors:
    def test_a_row_makes_a_name_known(self) -> None:
        parser = cn.Parser().with_actors([FRONT])
        article = parser.parse("The FDK and the Front of Dorn shelled Kalma.")
        assert [(one.name, one.kind, one.id) for one in article.entities[:1]] == [
            ("Front of Dorn", "group", "dorn-front")
        ]
        actor = article.events[0].actors[0]
        assert (actor.id, actor.state, actor.category) == ("dorn-front", "MLI", "rebel-group")
        assert cn.parse("The FDK shelled Kalma.").events[0].actors[0].id is None

    def test_a_parser_with_actors_can_be_sent_to_workers(self) -> None:
        parser = pickle.loads(pickle.dumps(cn.Parser().with_actors([FRONT])))
        assert parser.parse("The FDK shelled Kalma.").events[0].actors[0].id == "dorn-front"

    @pytest.mark.parametrize(
        ("row", "problem"),
        [
            ({"kind": "rebel"}, "row 1: an actor must have a name"),
            ({"actor": "X Front", "kind": "army"}, "row 1: X Front: kind must be one of"),
            (
                {"actor": "X Front", "kind": "rebel", "state": "Mali"},
                "row 1: X Front: state must be ISO 3166-1 alpha-3",
            ),
            ({"actor": "X Front", "kind": "rebel", "nation": "MLI"}, "row 1: no column nation; there are actor"),
        ],
    )
    def test_what_is_no_row_is_named(self, row: dict[str, Any], problem: str) -> None:
        with pytest.raises(ValueError, match=problem):
            cn.Parser().with_actors([row])

    def test_two_of_one_id(self) -> None:
        with pytest.raises(ValueError, match="row 2: the id 'dorn-front' is that of Dorn Front, too"):
            cn.Parser().with_actors([FRONT, {**FRONT, "actor": "Dorn  Front"}])
