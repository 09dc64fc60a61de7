"""Words of a user's own: in force where they are given, checked when they are, nowhere else."""

from __future__ import annotations

import pickle
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import conflictnews as cn

CUES = [{"cue": "glorp"}]
UNITS = [{"unit": "zark", "dimension": "length", "words": "zark|zarks", "symbols": "zk"}]
WEAPONS = [{"weapon": "zorbgun", "code": "shooting"}, {"weapon": "thunder lance", "code": "airstrike"}]
TRIGGERS = [{"trigger": "frobnicate", "class": "attack"}]
ACTORS = [{"actor": "Dorn Front", "kind": "rebel", "state": "MLI", "names": "FDK"}]
PLACES = [{"name": "Ubundorn", "latitude": 14.2, "longitude": -1.5, "country": "BFA"}]


def parser(**kinds: Any) -> cn.Parser:
    return cn.Parser().with_lexicon(**kinds)


def own() -> cn.Parser:
    return parser(cues=CUES, units=UNITS, weapons=WEAPONS, triggers=TRIGGERS, actors=ACTORS, places=PLACES)


@pytest.mark.parametrize(
    ("text", "look", "known"),
    [
        (
            "Mara Voss glorped that the bridge fell.",
            lambda a: [one.speaker_name for one in a.attributions],
            ["Mara Voss"],
        ),
        ("They walked 12 zarks.", lambda a: [one.unit for one in a.facts], ["zark"]),
        ("It was 5zk long.", lambda a: [one.unit for one in a.facts], ["zark"]),
        ("A thunder lance hit a convoy.", lambda a: [one.type.value for one in a.events], ["airstrike"]),
        ("Rebels fired zorbguns at a convoy.", lambda a: [one.type.value for one in a.events], ["shooting"]),
        ("Rebels frobnicated the camp.", lambda a: [one.text for one in a.events], ["frobnicated"]),
        ("The FDK shelled Gao.", lambda a: [one.actors[0].id for one in a.events], ["dorn-front"]),
        ("Gunmen shot a guard in Ubundorn.", lambda a: [one.location.latitude for one in a.events], [14.2]),
    ],
)
def test_each_kind_has_its_effect(text: str, look: Callable[[cn.Article], list[Any]], known: list[Any]) -> None:
    assert look(own().parse(text)) == known
    assert look(cn.parse(text)) != known
    assert look(own().only("events", "facts", "attributions").parse(text)) == known


def test_a_row_takes_the_place_of_a_shipped_one() -> None:
    text = "Mara Voss said that the bridge fell."
    assert cn.parse(text).attributions
    denied = parser(cues=[{"cue": "said"}, {"cue": "say", "certainty": 80, "act": "deny"}]).parse(text)
    assert {one.act for one in denied.attributions} <= {cn.Act.DENY, cn.Act.SAY}
    assert parser(cues=[{"cue": "say", "act": "deny"}]).parse(text).attributions[0].act is cn.Act.DENY
    assert cn.parse(text).attributions[0].act is cn.Act.SAY


def test_lexicons_add_up_and_the_later_one_counts() -> None:
    both = parser(cues=CUES).with_lexicon(units=UNITS, cues=[{"cue": "glorp", "act": "deny"}, {"cue": "blarg"}])
    article = both.parse("Mara Voss glorped that it was 12 zarks. Sam Otto blarged that the bridge fell.")
    assert [one.act.value for one in article.attributions] == ["deny", "say"]
    assert article.facts[0].unit == "zark"


def test_a_parser_with_a_lexicon_is_a_value() -> None:
    one = parser(cues=CUES, units=UNITS)
    assert one == parser(cues=CUES, units=UNITS) == pickle.loads(pickle.dumps(one))
    assert one != cn.Parser()
    assert hash(one.lexicon) == hash(pickle.loads(pickle.dumps(one.lexicon)))
    assert parser() == cn.Parser()


def test_parsers_at_the_same_time_do_not_mix() -> None:
    text, wrong = "Mara Voss glorped that the bridge fell.", list[int]()
    with_cue, without = parser(cues=CUES), cn.Parser()

    def read(reader: cn.Parser, count: int) -> None:
        wrong.extend(count for _ in range(20) if len(reader.parse(text).attributions) != count)

    threads = [threading.Thread(target=read, args=pair) for pair in ((with_cue, 1), (without, 0)) * 2]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_words_travel_to_workers() -> None:
    texts = ["Mara Voss glorped that the bridge fell."] * 20
    articles = cn.parse_many(texts, workers=2, parser=parser(cues=CUES))
    assert {article.attributions[0].speaker_name for article in articles} == {"Mara Voss"}


TRACED = """
import functools
stack, open_names, wrong, plain_cache = [], set(), set(), functools.cache

def traced(make):
    cached = plain_cache(make)
    if not str(getattr(make, "__module__", "")).startswith("conflictnews") or not hasattr(make, "__qualname__"):
        return cached
    def call(*args, **kwargs):
        stack.append((make.__module__, make.__qualname__))
        try:
            return cached(*args, **kwargs)
        finally:
            stack.pop()
    return functools.wraps(make)(call)

functools.cache = traced
import conflictnews.lexicons.lexicon as lexicon
per_lexicon = lexicon.per_lexicon

def watched(make):
    open_names.add((make.__module__, make.__qualname__))
    found = per_lexicon(make)
    def call(*args):
        wrong.update(set(stack) - open_names)
        return found(*args)
    return functools.wraps(make)(call)

lexicon.per_lexicon = watched
import conflictnews as cn
from pathlib import Path
for path in sorted(Path("seeds").glob("*.txt")):
    cn.parse(path.read_text(encoding="utf-8"))
assert len(open_names) > 10
print(sorted(wrong))
"""


def test_no_cache_for_everybody_holds_what_a_lexicon_changes() -> None:
    """What is cached and asks an open table must itself be ``per_lexicon``, or one parser's words reach all others."""
    root = Path(__file__).parent.parent
    done = subprocess.run([sys.executable, "-c", TRACED], capture_output=True, text=True, check=True, cwd=root)
    assert done.stdout.strip() == "[]"


def test_rows_of_a_data_frame_are_rows() -> None:
    """What a frame does not have is NaN there, and its whole numbers are floats beside them."""
    nan = float("nan")
    place = {"name": "Ubundorn", "latitude": 14.2, "longitude": -1.0, "population": 900.0, "names": nan, "id": nan}
    front = {"actor": "Dorn Front", "kind": "rebel", "state": nan, "names": "FDK"}
    cue = {"cue": "glorp", "certainty": 90.0, "act": nan}
    read = cn.Parser().with_lexicon(cues=[cue]).with_actors([front]).with_gazetteer(cn.Gazetteer.from_rows([place]))
    article = read.parse("The FDK shelled a camp near Ubundorn, Mara Voss glorped.")
    assert article.attributions[0].speaker_name == "Mara Voss"
    assert [(one.actors[0].id, one.location and one.location.latitude) for one in article.events] == [
        ("dorn-front", 14.2)
    ]


@pytest.mark.parametrize(
    ("kinds", "problem"),
    [
        (
            {"cues": [{"cue": "x"}, {"cue": "glorp", "class": "vreb"}]},
            r"cues:2: class: must be one of noun, other, verb",
        ),
        ({"cues": [{"cue": "glorp", "certainty": 999}]}, r"cues:1: certainty: must be a number from 0 to 100, not 999"),
        ({"cues": [{"cue": "glorp"}, {"cue": "glorp"}]}, r"cues:2: cue: 'glorp verb' stands in cues:1, too"),
        ({"cues": [{"word": "glorp"}]}, r"cues:1: no column 'word'; there are cue, class, certainty"),
        ({"cues": [{"class": "verb"}]}, r"cues:1: cue: must be given"),
        ({"cues": [{"cue": " "}]}, r"cues:1: cue: must not be empty"),
        ({"weapons": [{"weapon": "lance", "code": "airstriek"}]}, r"weapons:1: code: .*did you mean airstrike"),
        ({"units": [{"unit": "zark", "dimension": "lenght"}]}, r"units:1: dimension: must be one of"),
        ({"triggers": [{"trigger": "zap", "class": "atack"}]}, r"triggers:1: class: must be a class of event_classes"),
        ({"triggers": [{"trigger": "{stop} {zap}", "class": "attack"}]}, r"triggers:1: trigger: must be a set"),
        ({"actors": [{"actor": "A", "kind": "rebell"}]}, r"actors:1: kind: must be one of body"),
        ({"actors": [{"actor": "A", "kind": "rebel", "state": "MALI"}]}, r"actors:1: state: must be an ISO 3166-1"),
        ({"places": [{"name": "A", "latitude": 91, "longitude": 0}]}, r"places:1: latitude: .* from -90 to 90, not 91"),
        ({"places": [{"name": "A", "latitude": 1, "longitude": 0, "country": "XX"}]}, r"places:1: country: must be"),
        ({"cues": [{"cue": "glorp", "certainty": 7.5}]}, r"cues:1: certainty: must be a whole number, not '7.5'"),
        ({"cues": [{"cue": "glorp", "frames": "that=7.5"}]}, r"cues:1: frames: must be contexts with numbers"),
        ({"cues": [{"cue": ["glorp"]}]}, r"cues:1: cue: must be a text or a number, not list"),
        ({"cues": [{"cue": "glorp\x1b[31m"}]}, r"cues:1: cue: must have no control characters"),
        ({"weapons": [{"weapon": float("nan"), "code": "shooting"}]}, r"weapons:1: weapon: must not be empty"),
    ],
)
def test_a_mistake_is_named_when_the_row_is_given(kinds: dict[str, Any], problem: str) -> None:
    with pytest.raises(cn.LexiconError, match=problem):
        parser(**kinds)


@pytest.mark.parametrize("wrong", ["glorp", {"cue": "glorp"}, 3, ["glorp"]])
def test_a_wrong_type_says_what_to_pass(wrong: Any) -> None:
    with pytest.raises(TypeError, match="cues must be a list of mappings"):
        parser(cues=wrong)


class TestFolder:
    def test_tables_of_a_folder(self, tmp_path: Path) -> None:
        (tmp_path / "cues.tsv").write_text("# mine\n\nact\tcue\ndeny\tglorp\n\tblarg\n", encoding="utf-8")
        (tmp_path / "units.tsv").write_text("\ufeffunit\tdimension\r\nzark\tlength\r\n", encoding="utf-8")
        (tmp_path / "notes.md").write_text("no table", encoding="utf-8")
        article = parser(**cn.read_lexicon(tmp_path)).parse("Mara Voss glorped that it was 12 zark wide.")
        assert article.attributions[0].act is cn.Act.DENY
        assert article.facts[0].unit == "zark"

    @pytest.mark.parametrize(
        ("name", "text", "problem"),
        [
            ("cue.tsv", "cue\n", r"cue\.tsv: is no table of a lexicon; they are called cues\.tsv"),
            ("cues.tsv", "# a\nword\nglorp\n", r"cues\.tsv:2: no column 'word'"),
            ("cues.tsv", "class\nverb\n", r"cues\.tsv:1: cue: must be given"),
            ("cues.tsv", "cue\nglorp\tverb\n", r"cues\.tsv:2: has 2 cells, the header has 1"),
            ("cues.tsv", "cue\tcertainty\nblarg\t5\n\n# b\nglorp\t999\n", r"cues\.tsv:5: certainty: must be a number"),
            ("cues.tsv", "cue\nglorp\nblarg\nglorp\n", r"cues\.tsv:4: cue: 'glorp verb' stands in .*cues\.tsv:2, too"),
            ("cues.tsv", "# nothing\n", r"cues\.tsv: no header"),
            ("places.tsv", "name\tlatitude\tlongitude\nA\t1\tx\n", r"places\.tsv:2: longitude: must be a number"),
        ],
    )
    def test_a_mistake_has_file_and_line(self, tmp_path: Path, name: str, text: str, problem: str) -> None:
        (tmp_path / name).write_text(text, encoding="utf-8")
        with pytest.raises(cn.LexiconError, match=problem):
            parser(**cn.read_lexicon(tmp_path))

    def test_what_is_not_utf_8_and_what_is_empty(self, tmp_path: Path) -> None:
        with pytest.raises(cn.LexiconError, match="no tables in this folder"):
            cn.read_lexicon(tmp_path)
        (tmp_path / "cues.tsv").write_bytes(b"cue\ncaf\xe9\n")
        with pytest.raises(cn.LexiconError, match=r"cues\.tsv: is not UTF-8"):
            cn.read_lexicon(tmp_path)
        with pytest.raises(OSError, match="No such file"):
            cn.read_lexicon(tmp_path / "no")
