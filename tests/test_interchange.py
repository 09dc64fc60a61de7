"""To annotators and back: what nobody touched comes back the same, what people changed as they left it."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import jsonschema
import pytest
from hypothesis import given, settings

import conflictnews as cn
from conflictnews.interchange import (
    brat_configuration,
    from_brat,
    from_cas,
    from_label_studio,
    from_web_annotations,
    label_studio_configuration,
    to_brat,
    to_cas,
    to_label_studio,
    to_web_annotations,
)
from conflictnews.interchange.folders import FORMATS, export_folder, import_folder
from tests.property.strategies import any_text
from tests.sample_articles import TEXT, full_article

STORY = (
    'Rockets hit a base near Erbil on Monday, killing 12 soldiers. "We will respond," Col. Sam Otto told Reuters. '
    "The militia denied any role in the attack."
)
TEXTS = [
    TEXT,
    STORY,
    '"We \ud800 will\r\n\r\n"go," said\tSam\0. 12\npeople died \u2028 on Monday. 𝔘 3 men died.',
    "",
    "\n\n\n",
    "“a\n\nb" * 20,
]


def article_of(text: str) -> cn.Article:
    return full_article() if text == TEXT else cn.parse(text, id="a")


def through_brat(article: cn.Article, change: Callable[[str], str] = str) -> cn.Article:
    txt, ann = to_brat(article)
    return from_brat(txt, change(ann), article)


def through_label_studio(
    article: cn.Article, change: Callable[[list[dict[str, Any]]], None] = lambda _: None
) -> cn.Article:
    (task,) = json.loads(json.dumps(to_label_studio([article])))
    results = copy.deepcopy(task["predictions"][0]["result"])
    change(results)
    task["annotations"] = [{"result": [], "was_cancelled": False}, {"result": results}, {"was_cancelled": True}]
    (back,) = from_label_studio([task])
    return back


def through_web(article: cn.Article, change: Callable[[list[Any]], None] = lambda _: None) -> cn.Article:
    collection = json.loads(json.dumps(to_web_annotations(article, "https://example.org/000")))
    change(collection["first"]["items"])
    return from_web_annotations(collection)


def through_cas(article: cn.Article, change: Callable[[Any], None] = lambda _: None) -> cn.Article:
    pytest.importorskip("cassis", reason="the extra uima is not installed")
    cas = to_cas(article)
    change(cas)
    return from_cas(cas, article)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("through", [through_brat, through_label_studio, through_web, through_cas])
def test_what_nobody_touched_comes_back_the_same(text: str, through: Callable[[cn.Article], cn.Article]) -> None:
    article = article_of(text)
    assert through(article) == article


@settings(max_examples=30)
@given(any_text())
def test_any_text_comes_back_the_same(text: str) -> None:
    article = cn.parse(text)
    assert through_brat(article) == through_label_studio(article) == through_web(article) == article


class TestCorrections:
    """By Label Studio, whose results are the plainest to change."""

    article = cn.parse(STORY, id="a")

    def regions(self, results: list[dict[str, Any]], label: str) -> list[dict[str, Any]]:
        return [one for one in results if one["type"] == "labels" and one["value"]["labels"] == [label]]

    def test_another_speaker(self) -> None:
        def change(results: list[dict[str, Any]]) -> None:
            told = [one for one in results if one.get("from_name") == "speaker"]
            told[0]["value"]["text"] = ["Maj. Idris Halloran"]

        back = through_label_studio(self.article, change)
        assert back.attributions[0].speaker_name == "Maj. Idris Halloran"
        assert back.attributions[0].confidence == 1.0
        assert back.speakers[-1].name == "Maj. Idris Halloran"
        assert back.attributions[1:] == self.article.attributions[1:]
        assert back.facts == self.article.facts
        assert back.quotes[0].attribution is back.attributions[0]
        assert cn.from_json(cn.to_json(back), cn.Article) == back

    def test_nobody_speaks(self) -> None:
        def change(results: list[dict[str, Any]]) -> None:
            for one in results:
                if one.get("from_name") == "speaker":
                    one["value"]["text"] = [""]

        back = through_label_studio(self.article, change)
        assert {one.speaker for one in back.attributions} == {None}

    def test_another_act_and_another_source(self) -> None:
        def change(results: list[dict[str, Any]]) -> None:
            next(one for one in results if one.get("from_name") == "act")["value"]["choices"] = ["threaten"]
            source = self.regions(results, "Source")[0]["value"]
            source |= {"start": STORY.index("Reuters"), "end": STORY.index("Reuters") + 7, "text": "Reuters"}

        first = through_label_studio(self.article, change).attributions[0]
        assert first.act is cn.Act.THREATEN
        assert first.source is not None
        assert first.source.of(STORY) == "Reuters"
        assert first.text == first.span.of(STORY)

    def test_an_attribution_that_is_none(self) -> None:
        def change(results: list[dict[str, Any]]) -> None:
            gone = self.regions(results, "Content")[0]["id"]
            results[:] = [one for one in results if gone not in (one.get("id"), one.get("from_id"))]

        back = through_label_studio(self.article, change)
        assert len(back.attributions) == len(self.article.attributions) - 1
        assert back.quotes[0].attribution is None
        assert cn.from_json(cn.to_json(back), cn.Article) == back

    def test_new_words_of_every_kind(self) -> None:
        def region(name: str, label: str, words: str) -> dict[str, Any]:
            start = STORY.index(words)
            value = {"start": start, "end": start + len(words), "text": words, "labels": [label]}
            return {"id": name, "type": "labels", "from_name": "label", "to_name": "text", "value": value}

        def tie(one: str, other: str, *labels: str) -> dict[str, Any]:
            return {"type": "relation", "from_id": one, "to_id": other, "labels": list(labels)}

        def change(results: list[dict[str, Any]]) -> None:
            results[:] = [
                region("c", "Content", "Rockets hit a base"),
                region("s", "Source", "The militia"),
                tie("c", "s"),
                region("n", "Number", "12 soldiers"),
                {"id": "n", "from_name": "value", "type": "textarea", "value": {"text": "12"}},
                {"id": "n", "from_name": "role", "type": "choices", "value": {"choices": ["killed"]}},
                region("d", "Date", "on Monday"),
                {"id": "d", "from_name": "date_value", "type": "textarea", "value": {"text": ["2021-02-22"]}},
                region("q", "Quote", "We will respond,"),
                region("e", "Event", "hit"),
                region("r", "Actor", "Rockets"),
                tie("e", "r", "actor"),
                {"id": "e", "from_name": "event_type", "type": "choices", "value": {"choices": ["shelling"]}},
            ]

        (task,) = to_label_studio([cn.Article(text=STORY)])
        results: list[dict[str, Any]] = []
        change(results)
        (back,) = from_label_studio([{"data": {"text": STORY}, "annotations": [{"result": results}]}])
        assert task["data"]["text"] == back.text
        assert [one.speaker_name for one in back.attributions] == ["The militia"]
        assert (str(back.facts[0].value), back.facts[0].role) == ("12", cn.Role.KILLED)
        assert str(back.dates[0].earliest) == "2021-02-22"
        assert back.quotes[0].outer.of(STORY) == '"We will respond,"'
        assert (back.events[0].acled, back.events[0].actors[0].name) == ("Shelling/artillery/missile attack", "Rockets")
        assert cn.from_json(cn.to_json(back), cn.Article) == back

    def test_offsets_of_old_versions(self) -> None:
        text = "𝔘𝔘 Iran denied it."
        article = cn.parse(text)

        def change(results: list[dict[str, Any]]) -> None:
            for one in results:
                if one["type"] == "labels":
                    for end in ("start", "end"):
                        one["value"][end] = len(text[: one["value"][end]].encode("utf-16-le")) // 2

        assert through_label_studio(article, change) == article

    @pytest.mark.parametrize(
        ("change", "path"),
        [
            (
                lambda r: r[0]["value"].update(text="other"),
                r"\$\[0\]\.annotations\[1\]\.result\[0\]: 'other'",
            ),
            (lambda r: r[0]["value"].update(end=9999, text=None), r"result\[0\]: .* is no stretch of the text"),
            (lambda r: r[0].pop("value"), r"result\[0\]: is no result of Label Studio's"),
            (lambda r: r[1]["value"].update(choices=["loud"]), r"result\[0\]: must be one of direct, partial"),
            (lambda r: r[0]["value"].update(start="a"), r"result\[0\]: is no result of Label Studio's"),
        ],
    )
    def test_what_does_not_fit_has_its_path(self, change: Any, path: str) -> None:
        with pytest.raises(cn.SchemaError, match=path):
            through_label_studio(self.article, change)

    @pytest.mark.parametrize(
        ("tasks", "path"),
        [
            ([{}], r"\$\[0\]\.data\.text: must be a string"),
            ([1], r"\$\[0\]\.data\.text"),
            ([{"data": {"text": "x", "article": cn.to_dict(cn.Article(text="y"))}}], "is not the text of data.article"),
            ([{"data": {"text": "x"}, "annotations": ["y"]}], r"\$\[0\]\.annotations: must be an array of objects"),
            (
                [{"data": {"text": "x"}, "predictions": [{"result": None}]}],
                r"predictions\[0\]\.result: must be an array",
            ),
        ],
    )
    def test_what_is_no_task(self, tasks: Any, path: str) -> None:
        with pytest.raises(cn.SchemaError, match=path):
            from_label_studio(tasks)

    def test_a_wrong_type(self) -> None:
        with pytest.raises(TypeError, match="takes a list of tasks"):
            from_label_studio("text")  # type: ignore[arg-type]
        with pytest.raises(TypeError, match="takes a list of tasks, not NoneType"):
            from_label_studio(None)  # type: ignore[arg-type]
        with pytest.raises(TypeError, match="takes a list of Articles"):
            to_label_studio(self.article)  # type: ignore[arg-type]

    def test_the_interface_is_xml_with_every_label(self) -> None:
        root = ET.fromstring(label_studio_configuration())  # noqa: S314 - our own
        names = {one.get("name") for one in root.iter() if one.get("name")}
        used = {one["from_name"] for one in through_results(full_article()) if "from_name" in one}
        assert used <= names


def through_results(article: cn.Article) -> list[dict[str, Any]]:
    (task,) = to_label_studio([article])
    found: list[dict[str, Any]] = task["predictions"][0]["result"]
    return found


class TestBrat:
    @pytest.mark.parametrize("text", TEXTS)
    def test_offsets_hold_and_references_lead_somewhere(self, text: str) -> None:
        txt, ann = to_brat(article_of(text))
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

    def test_of_the_full_article(self) -> None:
        _, ann = to_brat(full_article())
        assert "\tQuote 42 76\tWe <will> answer 'in kind' & soon,\n" in ann
        assert re.search(r"^E\d+\tRocketAttack:T\d+ Actor:T\d+ Target:T\d+ Place:T\d+ Weapon:T\d+$", ann, re.MULTILINE)
        assert "speaker: Col. Sam Otto | act: say" in ann

    def test_every_label_is_configured(self) -> None:
        _, ann = to_brat(full_article())
        known = set(re.findall(r"^(\w+)", brat_configuration(), re.MULTILINE))
        assert set(re.findall(r"^T\d+\t(\w+)", ann, re.MULTILINE)) <= known

    def test_a_speaker_corrected_in_a_note(self) -> None:
        back = through_brat(full_article(), lambda ann: ann.replace("speaker: Col. Sam Otto", "speaker: The militia"))
        assert back.attributions[0].speaker_name == "The militia"
        assert len(back.speakers) == 2

    def test_deleted_and_added_lines(self) -> None:
        def change(ann: str) -> str:
            kept = [line for line in ann.split("\n") if "\tNumber " not in line]
            start = TEXT.index("Thursday")
            return "\n".join([*kept, f"T99\tDate {start} {start + 8}\tThursday", "R1\tOther Arg1:T1 Arg2:T2", ""])

        back = through_brat(full_article(), change)
        assert back.facts == ()
        assert back.events[0].killed == ()
        assert "Thursday" in {date.text for date in back.dates}

    def test_without_the_article(self) -> None:
        article = full_article()
        back = from_brat(*to_brat(article))
        assert [(one.content, one.source, one.cue, one.speaker_name) for one in back.attributions] == [
            (one.content, one.source, one.cue, one.speaker_name) for one in article.attributions
        ]
        for layer in ("quotes", "facts", "dates", "events"):
            assert [one.span for one in getattr(back, layer)] == [one.span for one in getattr(article, layer)]

    @pytest.mark.parametrize(
        ("ann", "problem"),
        [
            ("T1\tQuote 0 7\trockets\n", r"\.ann:1: 'rockets' is not what stands at 0 7"),
            ("\nT1\tQuote x\tRockets\n", r"\.ann:2: is no line of brat's"),
            ("E1\tAttribution:T9\n", r"\.ann:1: Attribution is T9, which is not there"),
            ("T1\tQuote 5 2\t\n", r"\.ann:1: is no line"),
            ("What is this?\n", r"\.ann:1: is no line of brat's: 'What is this\?'"),
            ("T1\tQuote 0 7\tRockets\nT1\tDate 0 7\tRockets\n", r"\.ann:2: T1 stands twice"),
        ],
    )
    def test_what_does_not_fit_has_its_line(self, ann: str, problem: str) -> None:
        with pytest.raises(cn.SchemaError, match=problem):
            from_brat(TEXT, ann, full_article())

    def test_another_text(self) -> None:
        with pytest.raises(cn.SchemaError, match="is not the text of the article"):
            from_brat("other", "", full_article())
        with pytest.raises(TypeError, match="each a str"):
            from_brat(b"other", "", full_article())  # type: ignore[arg-type]


ANNOTATION = {
    "type": "object",
    "required": ["id", "type", "target"],
    "properties": {
        "id": {"type": "string", "format": "iri"},
        "type": {"const": "Annotation"},
        "motivation": {"enum": ["describing", "identifying"]},
        "body": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["type", "value"],
                "properties": {
                    "type": {"const": "TextualBody"},
                    "value": {"type": "string"},
                    "purpose": {"enum": ["tagging", "describing"]},
                    "format": {"type": "string"},
                },
                "additionalProperties": False,
            },
        },
        "target": {"type": ["string", "object"]},
    },
    "additionalProperties": False,
}
COLLECTION = {
    "type": "object",
    "required": ["@context", "id", "type", "total", "first"],
    "properties": {
        "@context": {"const": "http://www.w3.org/ns/anno.jsonld"},
        "type": {"const": "AnnotationCollection"},
        "first": {
            "type": "object",
            "required": ["id", "type", "items"],
            "properties": {"type": {"const": "AnnotationPage"}, "items": {"type": "array", "items": ANNOTATION}},
        },
    },
}
"""What the Web Annotation Data Model (sections 3 and 5) asks of a collection, a page and an annotation."""


class TestWebAnnotation:
    def test_it_is_valid_and_selects_its_words(self) -> None:
        collection = to_web_annotations(full_article(), "https://example.org/000")
        jsonschema.validate(collection, COLLECTION)
        items = collection["first"]["items"]
        assert collection["total"] == len(items) == 1 + 3 + 2 + 2 + 1 + 1 + 1
        assert len({item["id"] for item in items}) == len(items)
        for item in items[1:]:
            position, quote = item["target"]["selector"]
            start, end = position["start"], position["end"]
            assert TEXT[start:end] == quote["exact"]
            assert TEXT[:start].endswith(quote["prefix"])
            assert TEXT[end:].startswith(quote["suffix"])

    def test_deleted_moved_and_new(self) -> None:
        def change(items: list[Any]) -> None:
            del items[1]  # the first quotation
            date = next(item for item in items if item["id"].endswith("#dates-0"))
            start = TEXT.index("Thursday")
            date["target"]["selector"] = {"type": "TextPositionSelector", "start": start, "end": start + 8}
            body = {"type": "TextualBody", "purpose": "tagging", "value": "facts"}
            target = {"selector": {"type": "TextQuoteSelector", "exact": "Qamar", "prefix": "base at "}}
            items.append({"id": "urn:uuid:1", "type": "Annotation", "body": body, "target": target})

        back = through_web(full_article(), change)
        assert len(back.quotes) == 2
        assert back.dates[0].text == "Thursday"
        assert back.dates[0].value == "2021-02-25"
        assert "Qamar" in {fact.text for fact in back.facts}

    @pytest.mark.parametrize(
        ("change", "problem"),
        [
            (lambda items: items.pop(0), "hold no annotation of the article itself"),
            (lambda items: items.append(items[1]), r"items\[\d+\]\.id: stands twice"),
            (lambda items: items[1]["target"].pop("selector"), r"items\[1\]\.target: has no selector"),
            (
                lambda items: items[1]["target"]["selector"][0].update(start=1, end=5),
                r"items\[1\]\.target: .* is not what stands at 1 to 5",
            ),
            (
                lambda items: items[4]["target"].update(
                    selector={"type": "TextPositionSelector", "start": 0, "end": 5}
                ),
                "an item of attributions has several parts",
            ),
        ],
    )
    def test_what_does_not_fit_has_its_path(self, change: Any, problem: str) -> None:
        with pytest.raises(cn.SchemaError, match=problem):
            through_web(full_article(), change)

    def test_what_is_no_collection_and_no_iri(self) -> None:
        with pytest.raises(cn.SchemaError, match=r"\$\.first\.items: is missing"):
            from_web_annotations({})
        with pytest.raises(ValueError, match="source must be the IRI"):
            to_web_annotations(full_article(), "000")


class TestCas:
    def test_a_speaker_corrected(self) -> None:
        def change(cas: Any) -> None:
            for one in cas.select("webanno.custom.ConflictNews"):
                if one.speaker == "Col. Sam Otto":
                    one.speaker = "The militia"

        assert through_cas(full_article(), change).attributions[0].speaker_name == "The militia"

    def test_what_does_not_fit(self) -> None:
        def change(cas: Any) -> None:
            next(iter(cas.select("webanno.custom.ConflictNews"))).label = "quoets"

        with pytest.raises(cn.SchemaError, match=r"ConflictNews\[0\]: label must be one of quotes, attributions"):
            through_cas(full_article(), change)


class TestFolders:
    @pytest.mark.filterwarnings("ignore:Trying to add feature")
    @pytest.mark.parametrize("format", FORMATS)
    def test_there_and_back(self, format: str, tmp_path: Path) -> None:
        if format == "uima":
            pytest.importorskip("cassis", reason="the extra uima is not installed")
        articles = [full_article(), cn.parse(STORY, id="b/../c?"), cn.parse("Line\r\none.\r\n", id="d")]
        export_folder(articles, format, tmp_path / "out")
        back = import_folder(tmp_path / "out", format)
        assert sorted(back, key=lambda one: one.id or "") == sorted(articles, key=lambda one: one.id or "")

    def test_what_is_wrong_has_its_file(self, tmp_path: Path) -> None:
        export_folder([full_article()], "brat", tmp_path)
        (tmp_path / "000.ann").write_text("T1\tQuote 0 3\tXxx\n", encoding="utf-8")
        with pytest.raises(cn.SchemaError, match=r"000\.ann \.ann:1: 'Xxx' is not what stands"):
            import_folder(tmp_path, "brat")
        (tmp_path / "tasks.json").write_text("{\n", encoding="utf-8")
        with pytest.raises(cn.SchemaError, match=r"tasks\.json: is no JSON"):
            import_folder(tmp_path, "label-studio")
        with pytest.raises(cn.SchemaError, match=r"no \.jsonld files"):
            import_folder(tmp_path, "web-annotation")

    def test_what_is_no_format(self, tmp_path: Path) -> None:
        with pytest.raises(ValueError, match=r"format must be one of brat, .*, not 'xml'"):
            export_folder([], "xml", tmp_path)
        with pytest.raises(ValueError, match=r"format must be one of brat, .*, not 'xml'"):
            import_folder(tmp_path, "xml")
        with pytest.raises(TypeError, match="takes a list of Articles"):
            export_folder(full_article(), "brat", tmp_path)  # type: ignore[arg-type]
