"""Label Studio: articles as tasks with predictions, and back with what annotators made of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from xml.sax.saxutils import quoteattr

from conflictnews.errors import SchemaError
from conflictnews.interchange.corrections import PlacedGroup, corrected
from conflictnews.interchange.groups import PARTS, Group, groups_of, tight
from conflictnews.output.documents import from_dict, to_dict
from conflictnews.types import Act, Article, DateType, EventStatus, EventType, QuoteKind, Role, Span

__all__ = ["from_label_studio", "label_studio_configuration", "to_label_studio"]

_LABELS = {"quotes": "Quote", "attributions": "Content", "facts": "Number", "dates": "Date", "events": "Event"}
_LAYERS = {label: layer for layer, label in _LABELS.items()}
_PART_LABELS = {role: role.title() for roles in PARTS.values() for role in roles}
_CHOICES: dict[tuple[str, str], tuple[str, Any]] = {
    ("quotes", "kind"): ("quote_kind", QuoteKind),
    ("attributions", "act"): ("act", Act),
    ("facts", "role"): ("role", Role),
    ("dates", "type"): ("date_type", DateType),
    ("events", "type"): ("event_type", EventType),
    ("events", "status"): ("status", EventStatus),
}
_WORDS = {("attributions", "speaker"): "speaker", ("facts", "value"): "value", ("dates", "value"): "date_value"}
_CONTROLS = {**{key: name for key, (name, _) in _CHOICES.items()}, **_WORDS}
_NAMES = {(layer, control): value for (layer, value), control in _CONTROLS.items()}
_MORE = "more"
"""The relation from the first words of a content or an event to further ones."""


def label_studio_configuration() -> str:
    """The labelling interface: paste it under Settings, Labeling Interface, Code.

    >>> label_studio_configuration().splitlines()[0]
    '<View>'
    """
    labels = [*_LABELS.values(), *_PART_LABELS.values()]
    lines = ['  <Labels name="label" toName="text">', *(f"    <Label value={quoteattr(name)}/>" for name in labels)]
    lines += ["  </Labels>", '  <Text name="text" value="$text"/>', "  <Relations>"]
    lines += [f"    <Relation value={quoteattr(name)}/>" for name in (*_PART_LABELS, _MORE)]
    lines.append("  </Relations>")
    shown = 'toName="text" perRegion="true" whenTagName="label"'
    for (layer, _), (name, vocabulary) in _CHOICES.items():
        lines.append(f'  <Choices name="{name}" {shown} whenLabelValue="{_LABELS[layer]}" choice="single">')
        lines += [f"    <Choice value={quoteattr(str(member))}/>" for member in vocabulary]
        lines.append("  </Choices>")
    for (layer, _), name in _WORDS.items():
        lines.append(f'  <TextArea name="{name}" {shown} whenLabelValue="{_LABELS[layer]}" maxSubmissions="1"/>')
    return "\n".join(["<View>", *lines, "</View>"])


def to_label_studio(articles: Iterable[Article]) -> list[dict[str, Any]]:
    """Articles as tasks to import into Label Studio, with what was found as predictions.

    Quotations, contents, sources, cues, numbers, dates, events and their participants are regions, tied by relations
    from a content or an event; speaker, act, role, type, status and values stand at their regions. Offsets are code
    points, as Label Studio has them since 1.5. ``data.article`` holds the article itself, so that nothing is lost.

    >>> task, = to_label_studio([Article(text="Hm.", id="a")])
    >>> task["data"]["text"], task["predictions"][0]["result"]
    ('Hm.', [])
    """
    if isinstance(articles, Article):
        raise TypeError("to_label_studio takes a list of Articles, not Article")
    return [
        {
            "data": {"text": article.text, "id": article.id, "article": to_dict(article)},
            "predictions": [{"model_version": "conflictnews", "result": list(_results(article))}],
        }
        for article in articles
    ]


def _results(article: Article) -> Iterator[dict[str, Any]]:
    counts: dict[str, int] = {}
    for group, _ in groups_of(article):
        number = counts[group.layer] = counts.get(group.layer, -1) + 1
        head = f"{group.layer}-{number}"
        yield _region(head, _LABELS[group.layer], group.head[0], article.text)
        for name, value in group.values:
            if value:
                yield _value(head, group, name, value, article.text)
        further = [(_MORE, _LABELS[group.layer], span) for span in group.head[1:]]
        further += [(role, _PART_LABELS[role], span) for role, span in group.parts]
        for at, (relation, label, span) in enumerate(further):
            yield _region(f"{head}-{at}", label, span, article.text)
            yield {
                "type": "relation",
                "from_id": head,
                "to_id": f"{head}-{at}",
                "direction": "right",
                "labels": [relation],
            }


def _place(span: Span, text: str) -> dict[str, Any]:
    shown = tight(span, text)
    return {"start": shown.start, "end": shown.end, "text": shown.of(text)}


def _region(name: str, label: str, span: Span, text: str) -> dict[str, Any]:
    value = {**_place(span, text), "labels": [label]}
    return {"id": name, "from_name": "label", "to_name": "text", "type": "labels", "value": value}


def _value(name: str, group: Group, key: str, value: str, text: str) -> dict[str, Any]:
    control = _CONTROLS[group.layer, key]
    place = _place(group.head[0], text)
    is_choice = (group.layer, key) in _CHOICES
    told = {**place, "choices": [value]} if is_choice else {**place, "text": [value]}
    kind = "choices" if is_choice else "textarea"
    return {"id": name, "from_name": control, "to_name": "text", "type": kind, "value": told}


def from_label_studio(tasks: Iterable[Mapping[str, Any]]) -> list[Article]:
    """The articles of tasks as Label Studio exports them (JSON), each with its corrections.

    Of each task the last annotation that was not cancelled counts, without one the prediction. What is as
    ``to_label_studio`` wrote it stays the very same. A region that is not what stands in the text, and a value that
    there is not, are a ``SchemaError`` with the path: ``$[3].annotations[0].result[2]``.

    >>> from_label_studio(to_label_studio([Article(text="Hm.", id="a")]))
    [<Article 'a' 'Hm.': 0 quotes, 0 attributions, 0 facts, 0 events>]
    """
    if isinstance(tasks, str | Mapping) or not isinstance(tasks, Iterable):
        raise TypeError(f"from_label_studio takes a list of tasks, not {type(tasks).__name__}")
    return [_article(f"$[{number}]", task) for number, task in enumerate(tasks)]


def _article(path: str, task: Any) -> Article:  # noqa: ANN401 - whatever JSON holds
    data = task.get("data") if isinstance(task, Mapping) else None
    if not isinstance(data, Mapping) or not isinstance(data.get("text"), str):
        raise SchemaError(f"{path}.data.text", "must be a string")
    kept = data.get("article")
    given = data.get("id")
    name = given if isinstance(given, str) else None
    article = Article(text=data["text"], id=name) if kept is None else from_dict(kept, Article)
    if article.text != data["text"]:
        raise SchemaError(f"{path}.data.text", "is not the text of data.article")
    for kind in ("annotations", "predictions"):
        made = task.get(kind) or []
        if not isinstance(made, list) or not all(isinstance(one, Mapping) for one in made):
            raise SchemaError(f"{path}.{kind}", "must be an array of objects")
        at = next((k for k in reversed(range(len(made))) if not made[k].get("was_cancelled")), None)
        if at is not None:
            where = f"{path}.{kind}[{at}].result"
            results = made[at].get("result")
            if not isinstance(results, list):
                raise SchemaError(where, "must be an array")
            return corrected(article, list(_groups(where, results, article.text)))
    return article


def _groups(path: str, results: list[Any], text: str) -> Iterator[PlacedGroup]:
    regions: dict[str, tuple[str, str, Span]] = {}
    values: dict[str, dict[str, str]] = {}
    tied: dict[str, list[tuple[str, str]]] = {}
    for number, result in enumerate(results):
        place = f"{path}[{number}]"
        try:
            if result["type"] == "relation":
                role = next(iter(result.get("labels") or []), "")
                tied.setdefault(result["from_id"], []).append((role, result["to_id"]))
            elif result["type"] == "labels":
                label = result["value"]["labels"][0]
                regions[result["id"]] = (place, label, _span(place, result["value"], text))
            else:
                told = result["value"].get("choices") or result["value"]["text"]
                told = told if isinstance(told, str) else told[0]
                values.setdefault(result["id"], {})[result["from_name"]] = " ".join(told.split())
        except (KeyError, TypeError, ValueError, IndexError, AttributeError):
            raise SchemaError(place, "is no result of Label Studio's") from None
    parts = {target for name in tied for _, target in tied[name] if name in regions}
    for name, (place, label, span) in regions.items():
        if label in _LAYERS and name not in parts:
            layer = _LAYERS[label]
            further = [(role, regions[target]) for role, target in tied.get(name, []) if target in regions]
            head = (span, *(where for role, (_, other, where) in further if role == _MORE or other == label))
            roles = tuple(
                (_role(role, other), where)
                for role, (_, other, where) in further
                if _role(role, other) in PARTS.get(layer, ())
            )
            told = tuple(
                (_NAMES[layer, control], value)
                for control, value in values.get(name, {}).items()
                if (layer, control) in _NAMES
            )
            yield place, Group(layer, head, roles, told)


def _role(relation: str, label: str) -> str:
    """What a region is to the one that it is tied to: by the relation, without one by its own label."""
    return relation if relation in _PART_LABELS else label.lower()


def _span(place: str, value: Mapping[str, Any], text: str) -> Span:
    start, end, words = int(value["start"]), int(value["end"]), value.get("text")
    if not isinstance(words, str) or text[start:end] == words:
        return Span(start, end) if 0 <= start <= end else Span(0, 0)
    units = text.encode("utf-16-le", "surrogatepass")
    if units[2 * start : 2 * end].decode("utf-16-le", "replace") == words:  # as old versions count
        begin = len(units[: 2 * start].decode("utf-16-le", "replace"))
        return Span(begin, begin + len(words))
    raise SchemaError(place, f"{words[:60]!r} is not what stands at {start} to {end}")
