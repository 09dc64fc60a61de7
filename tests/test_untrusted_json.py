"""JSON of strangers: whatever is changed in it, it is read and written again alike, or a SchemaError says where not."""

from __future__ import annotations

import json
import math
import os
import random
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

import conflictnews as cn
from conflictnews.types.collection import Collection
from tests.fuzzing.json_mutation import mutated_json

TEXT = """Rockets hit base in Dorn

By Mara Voss
26 February 2021

DORN (Agency) - At least 22 people were killed on Thursday when gunmen of the Dorn Front attacked a base, police said. \
"We will 'never' forget it," Gen. Idris Halloran told Reuters. He denied that 3 soldiers were injured in Kaya, Mali.
"""
MUTATIONS = int(os.environ.get("JSON_MUTATIONS", "1500"))
"""Of each document; a hundred thousand take some minutes."""


def documents() -> dict[str, Any]:
    one = cn.parse(TEXT, published=date(2021, 2, 26), id="a")
    other = cn.parse(TEXT.replace("22", "25"), published=date(2021, 2, 27), id="b")
    compared = cn.compare([one, other])
    both = Collection(articles=(one, other), comparison=compared)
    return {name: cn.to_dict(each) for name, each in (("article", one), ("comparison", compared), ("collection", both))}


DOCUMENTS = documents()
NAMES = ["10^400", "-10^400", "10^5000", "inf", "nan"]


def check(refused: cn.SchemaError) -> str:
    assert refused.path.startswith("$")
    assert len(str(refused)) < 2000
    return "refused"


def outcome(data: Any) -> str:
    """How it was read; an AssertionError or another exception where it is neither refused nor kept."""
    try:
        read = cn.from_dict(data)
    except cn.SchemaError as refused:
        return check(refused)
    assert cn.from_json(cn.to_json(read)) == read
    return "kept"


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_changed_document_is_refused_or_kept(name: str) -> None:
    dice = random.Random(f"{name} {MUTATIONS}")  # noqa: S311 - no secret
    outcomes = {"refused": 0, "kept": 0}
    for _ in range(MUTATIONS):
        outcomes[outcome(mutated_json(dice, DOCUMENTS[name]))] += 1
    assert min(outcomes.values()) > MUTATIONS // 100, outcomes


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    if isinstance(value, dict | list):
        for key in list(value) if isinstance(value, dict) else range(len(value)):
            yield value, key
            yield from places(value[key])


@pytest.mark.parametrize("value", [10**400, -(10**400), 10**5000, math.inf, math.nan], ids=NAMES)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_number_beyond_all_measure_anywhere(name: str, value: float) -> None:
    data = json.loads(json.dumps(DOCUMENTS[name]))
    for holder, key in list(places(data)):
        before, holder[key] = holder[key], value
        try:
            cn.from_dict(data)
        except cn.SchemaError as refused:
            check(refused)
        else:
            pytest.fail(f"{key} took it for {before!r}")
        holder[key] = before


@pytest.mark.parametrize("name", DOCUMENTS)
def test_text_that_was_cut_or_damaged(name: str) -> None:
    dice, text = random.Random(name), json.dumps(DOCUMENTS[name])  # noqa: S311 - no secret
    for _ in range(300):
        at = dice.randrange(len(text))
        for damaged in (text[:at], text[:at] + dice.choice('"{}[],:0e-\\\0\ud800') + text[at + 1 :]):
            try:
                read = cn.from_json(damaged)
            except cn.SchemaError as refused:
                check(refused)
            else:
                assert cn.from_json(cn.to_json(read)) == read


def test_nesting_without_end() -> None:
    for text in ("[" * 100_000, '{"schema":' * 100_000, '{"layers": {"a": ' + "[" * 5000 + "]" * 5000 + "}}"):
        with pytest.raises(cn.SchemaError):
            cn.from_json(text)


def test_there_is_enough_to_change() -> None:
    assert all(len(list(places(each))) > 60 for each in DOCUMENTS.values())
