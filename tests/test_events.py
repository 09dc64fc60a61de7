"""Events: what the fixture files say, the codes of every kind, and how the layer stands in an article."""

from __future__ import annotations

import pytest

import conflictnews as cn
from conflictnews.extractors.events.codes import classes, codes
from conflictnews.lexicons.table import read_table
from conflictnews.types import Event, EventType
from tests.fixture_files import Case, read_cases, show

CODES = ("type", "plover", "cameo", "acled", "status")
FIELDS = ("type", "status", "actors", "targets", "location", "weapons", "claimed_by")


def events(text: str) -> tuple[Event, ...]:
    return cn.parse(text).events


def rows(found: tuple[Event, ...]) -> list[str]:
    """The events as fixture lines, facts and dates by their words."""
    out = []
    for line, event in zip(show(found, FIELDS), found, strict=True):
        cells = {"killed": event.killed, "injured": event.injured, "date": (event.date,) if event.date else ()}
        told = [f"{name}={', '.join(item.text for item in items)}" for name, items in cells.items() if items]
        out.append(" | ".join([line, *told]))
    return out


@pytest.mark.parametrize("case", read_cases("events"), ids=lambda case: case.id)
def test_fixture(case: Case) -> None:
    article = cn.parse(case.text, published=case.published)
    assert rows(article.events) == case.expected


@pytest.mark.parametrize("case", read_cases("event_codes"), ids=lambda case: case.id)
def test_codes_of_the_parties_and_the_status(case: Case) -> None:
    assert show(events(case.text), CODES) == case.expected


def test_every_class_has_a_case_of_its_name() -> None:
    titles = {case.title.removeprefix("classes: ") for case in read_cases("events")}
    assert {name for name, group in classes().items() if group.code != "-"} <= titles


def test_every_type_has_codes_or_is_left_out_on_purpose() -> None:
    have = {code.type for code in codes().values()}
    assert have == set(EventType)
    without = {code.type for code in codes().values() if code.plover is None}
    assert without == {EventType.CLAIM, EventType.DENIAL, EventType.OTHER}


def test_every_class_names_frames_and_is_used() -> None:
    frames = {row[0] for row in read_table("event_frames", "frame", "subject", "object", "before", "prepositions")}
    assert all(group.frame in frames and group.noun in frames for group in classes().values())
    rows = read_table("event_triggers", "trigger", "pos", "class", "noun", "source")
    assert {row[2] for row in rows} == set(classes())


def test_every_announced_kind_is_a_code() -> None:
    assert {code.announced for code in codes().values()} - {""} <= codes().keys()


def test_every_code_is_of_a_class_or_a_weapon_or_made_by_a_rule() -> None:
    by_class = {code for group in classes().values() for code in (group.code, group.people, group.fighters)}
    by_weapon = {code for _, code in read_table("weapons", "weapon", "code")}
    assert codes().keys() <= by_class | by_weapon


def test_every_word_says_where_it_stands() -> None:
    rows = read_table("event_triggers", "trigger", "pos", "class", "noun", "source")
    sets = read_table("event_words", "set", "kind", "words", "source")
    assert {row[-1] for row in (*rows, *sets)} == {"cameo", "wordnet", "codebook", "seen"}


def test_no_trigger_stands_twice() -> None:
    rows = [row[:2] for row in read_table("event_triggers", "trigger", "pos", "class", "noun", "source")]
    assert len(rows) == len(set(rows))


def test_every_weapon_names_a_code() -> None:
    assert all(code == "-" or code in codes() for _, code in read_table("weapons", "weapon", "code"))


def test_codes_stand_on_the_event() -> None:
    event = events("A car bomb exploded outside a police station in Basra.")[0]
    assert (event.type, event.plover, event.cameo, event.acled) == (
        EventType.BOMBING,
        "ASSAULT",
        "1832",
        "Remote explosive/landmine/IED",
    )


def test_mentions_of_one_incident_are_one_event() -> None:
    text = "Turkish warplanes carried out an airstrike in northern Iraq. The strike was condemned in Baghdad."
    strikes = [event for event in events(text) if event.type is EventType.AIRSTRIKE]
    assert [[mention.of(text) for mention in event.mentions] for event in strikes] == [["airstrike", "strike"]]


def test_a_later_attack_is_another_event() -> None:
    text = "A rocket attack in Erbil killed a guard. Another rocket attack in Basra wounded two nurses."
    attacks = [event for event in events(text) if event.type is EventType.ROCKET_ATTACK]
    assert [event.location.name for event in attacks if event.location] == ["Erbil", "Basra"]


def test_common_nouns_make_no_incident_the_same() -> None:
    text = "Gunmen killed two people on Monday. A week later a mob killed nine people."
    assert [event.text for event in events(text)] == ["killed", "killed"]


def test_people_are_named_fully() -> None:
    text = "Mayor Rosa Keller spoke at noon. In the evening gunmen killed Keller."
    assert [target.name for event in events(text) for target in event.targets] == ["Rosa Keller"]


def test_what_is_attributed_says_to_whom() -> None:
    text = "Police said two rockets hit a hotel in Kabul."
    (event,) = events(text)
    assert event.attribution is not None
    assert event.attribution.source is not None
    assert event.attribution.source.of(text) == "Police"


def test_a_repeated_title_counts_once() -> None:
    title = "Rebels shell market in Aden"
    text = f"{title}\n\n{title}\n\nThe market was crowded, residents said on the telephone from the city.\n"
    assert sum(event.text == "shell" for event in events(text)) <= 1


def test_harm_joins_the_attack_that_did_it() -> None:
    event, *others = events("Two drivers were killed in a mortar attack near Mosul.")
    assert event.type is EventType.SHELLING
    assert [target.name for target in event.targets] == ["drivers"]
    assert not others


@pytest.mark.parametrize(
    "unit", ["attack ", "killing of ", "rejected plans of ", "killed, ", "accused of killing ", "( who attacked ) "]
)
def test_a_chain_without_end_is_read(unit: str) -> None:
    text = unit * 3000
    assert all(event.span.of(text) == event.text for event in events(text))


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Rebels raided a post in Aleppo.", "clause"),
        ("Rebels shelled the city of Aleppo.", "target"),
        ("Rebels raided a post and burned a truck in Aleppo. Ten soldiers were killed.", "earlier"),
        ("BAGHDAD (Reuters) - A car bomb killed ten people on Monday, police said.", "dateline"),
    ],
)
def test_where_a_place_is_told(text: str, evidence: str) -> None:
    location = cn.parse(text).events[-1].location
    assert location is not None
    assert (location.evidence, location.latitude is not None) == (evidence, True)


def test_another_incident_has_no_place_of_the_one_before() -> None:
    text = "Rebels raided a post in Aleppo on Friday. Gunmen shot a judge. Then they killed him."
    assert [event.location is None for event in cn.parse(text).events[1:]] == [True] * 2


PLAIN = (
    "The road along the river stayed open on Sunday. Shops sold bread as on any morning. Children went to school. "
    "Nobody was in the streets at noon. The river was high."
)


def test_a_headline_is_told_again_in_the_lead_only() -> None:
    lead = events("Teacher kidnapped\n\nGunmen kidnapped a teacher in May.")
    later = events(f"Teacher kidnapped\n\n{PLAIN}\n\nGunmen kidnapped a teacher in May.")
    assert (len(lead), len(later)) == (1, 2)


def test_the_harm_of_a_headline_is_that_of_as_many() -> None:
    same = events("Bomb kills 12 in Dorn\n\nAt least 12 people were killed in Dorn on Monday, police said.")
    other = events("Bomb kills 12 in Dorn\n\nAt least 3 people were killed in Dorn on Monday, police said.")
    assert [len(event.mentions) for event in same] == [2]
    assert [len(event.mentions) for event in other] == [1, 1]


def test_a_name_of_nobody_known_is_no_party_of_a_list() -> None:
    (event,) = events("Borland or Dorn Front militants attacked Mora.")
    assert [actor.name for actor in event.actors] == ["Borland or Dorn Front militants"]
