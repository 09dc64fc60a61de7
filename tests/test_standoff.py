"""brat standoff and W3C Web Annotations: offsets that hold, whatever the text."""

from __future__ import annotations

import re

import pytest

import conflictnews as cn
from conflictnews.output.standoff import to_brat
from conflictnews.output.web_annotation import to_web_annotations
from tests.sample_articles import TEXT, full_article

TEXTS = [
    TEXT,
    '"We \ud800 will\r\n\r\n"go," said\tSam\0. 12\npeople died \u2028 on Monday.',
    "",
    "\n\n\n",
    "“a\n\nb" * 20,
]


@pytest.mark.parametrize("text", TEXTS)
def test_brat_offsets_hold_and_references_lead_somewhere(text: str) -> None:
    article = full_article() if text == TEXT else cn.parse(text)
    txt, ann = to_brat(article)
    assert len(txt) == len(text)
    txt.encode("utf-8")
    names = set()
    for line in ann.split("\n")[:-1]:
        name, rest, *words = line.split("\t")
        assert name not in names
        names.add(name)
        if name.startswith("T"):
            label, offsets = rest.split(" ", 1)
            assert label.isalpha()
            parts = [tuple(map(int, part.split())) for part in offsets.split(";")]
            assert " ".join(txt[start:end] for start, end in parts) == "\t".join(words)
        elif name.startswith("E"):
            assert set(re.findall(r":([TE]\d+)", rest)) <= names
        else:
            assert rest.split(" ")[1] in names


def test_brat_of_the_full_article() -> None:
    _, ann = to_brat(full_article())
    assert "\tQuote 42 76\tWe <will> answer 'in kind' & soon,\n" in ann
    assert re.search(r"^E\d+\tRocketAttack:T\d+ Actor:T\d+ Target:T\d+ Place:T\d+ Weapon:T\d+$", ann, re.MULTILINE)
    assert "Col. Sam Otto, explicit 0.97" in ann


def test_web_annotations_select_their_words() -> None:
    collection = to_web_annotations(full_article(), "https://example.org/000")
    items = collection["first"]["items"]
    assert collection["total"] == len(items) == 3 + 2 + 2 + 1 + 1 + 1
    assert len({item["id"] for item in items}) == len(items)
    for item in items:
        position, quote = item["target"]["selector"]
        start, end = position["start"], position["end"]
        assert TEXT[start:end] == quote["exact"]
        assert TEXT[:start].endswith(quote["prefix"])
        assert TEXT[end:].startswith(quote["suffix"])
