"""UIMA CAS (XMI), as INCEpTION and WebAnno read it, by dkpro-cassis; and back with corrections.

Needs ``pip install 'conflictnews[uima]'``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from conflictnews.errors import SchemaError
from conflictnews.interchange.corrections import PlacedGroup, corrected
from conflictnews.interchange.groups import GROUPED, PARTS, Group, groups_of, tight
from conflictnews.types import Article, Span

if TYPE_CHECKING:
    from cassis import Cas

__all__ = ["TYPE", "from_cas", "to_cas"]

TYPE = "webanno.custom.ConflictNews"
"""The custom span layer: its features tell what a span is."""
_VALUES = {name: name for name in ("speaker", "act", "kind", "role", "value", "status")} | {"type": "category"}
"""The feature of each value; "type" is a name that UIMA keeps for itself."""
_FEATURES = ("label", "group", *_VALUES.values())


def _cassis() -> Any:  # noqa: ANN401 - a module
    try:
        import cassis  # noqa: PLC0415 - an extra
    except ModuleNotFoundError:
        raise ModuleNotFoundError("a CAS needs dkpro-cassis: pip install 'conflictnews[uima]'", name="cassis") from None
    return cassis


def to_cas(article: Article) -> Cas:
    """An article as a CAS with the custom span layer ``webanno.custom.ConflictNews``.

    Its feature ``label`` is quotes, attributions, facts, dates or events for the words that an item is, and source,
    cue, actor, target, place or weapon for what belongs to it; spans of one item have one ``group``. Further features
    are speaker, act, kind, role, value, category (the type of a date or an event) and status. Characters that XML can't
    hold become U+FFFD.
    ``cas.to_xmi(path)`` and ``cas.typesystem.to_xml(path)`` write what INCEpTION imports as UIMA CAS XMI.

    >>> from conflictnews import parse
    >>> cas = to_cas(parse("At least 22 people were killed.", id="a"))
    >>> [(one.label, one.get_covered_text(), one.role) for one in cas.select("webanno.custom.ConflictNews")][:1]
    [('facts', 'At least 22 people', 'killed')]
    """
    cassis = _cassis()
    types = cassis.TypeSystem()
    kind = types.create_type(name=TYPE, supertypeName="uima.tcas.Annotation")
    for feature in _FEATURES:
        types.create_feature(domainType=kind, name=feature, rangeType="uima.cas.String")
    cas = cassis.Cas(typesystem=types)
    cas.sofa_string = _clean(article.text)
    cas.sofa_mime = "text/plain"
    for number, (group, _) in enumerate(groups_of(article)):
        values = {_VALUES[name]: value for name, value in group.values if value}
        spans = [(group.layer, span, values) for span in group.head]
        spans += [(role, span, {}) for role, span in group.parts]
        for label, span, told in spans:
            at = tight(span, article.text)
            cas.add(kind(begin=at.start, end=at.end, label=label, group=f"{group.layer}-{number}", **told))
    return cas


def from_cas(cas: Cas, article: Article | None = None) -> Article:
    """The article with the corrections of a CAS; without ``article`` what the CAS holds, as a new one.

    A text that is not the article's, a label that there is not and a span outside the text are a ``SchemaError``.

    >>> from conflictnews import parse
    >>> article = parse("At least 22 people were killed.", id="a")
    >>> cas = to_cas(article)
    >>> next(iter(cas.select("webanno.custom.ConflictNews"))).role = "injured"  # what a person does in INCEpTION
    >>> [fact.role.value for fact in from_cas(cas, article).facts]
    ['injured']
    """
    text = cas.sofa_string or ""
    whole = Article(text=text) if article is None else article
    if text != _clean(whole.text):
        raise SchemaError("sofaString", "is not the text of the article")
    return corrected(whole, list(_groups(cas)))


def _groups(cas: Cas) -> Iterator[PlacedGroup]:
    if not cas.typesystem.contains_type(TYPE):
        return
    grouped: dict[str, list[tuple[str, Any]]] = {}
    for number, one in enumerate(cas.select(TYPE)):
        place = f"{TYPE}[{number}]"
        if one.label not in GROUPED and one.label not in {role for roles in PARTS.values() for role in roles}:
            raise SchemaError(place, f"label must be one of {', '.join(GROUPED)}, source, cue ..., not {one.label!r}")
        grouped.setdefault(one.group or place, []).append((place, one))
    for spans in grouped.values():
        heads = [(place, one) for place, one in spans if one.label in GROUPED]
        if not heads:
            raise SchemaError(spans[0][0], f"{spans[0][1].label} belongs to nothing: no span of its group is an item")
        place, first = heads[0]
        told = ((name, getattr(first, feature, None)) for name, feature in _VALUES.items())
        values = tuple((name, str(value)) for name, value in told if value)
        parts = tuple((one.label, Span(one.begin, one.end)) for _, one in spans if one.label not in GROUPED)
        yield place, Group(first.label, tuple(Span(one.begin, one.end) for _, one in heads), parts, values)


def _clean(text: str) -> str:
    """The text with U+FFFD for what XML can't hold; of the same length."""
    return "".join(letter if _is_xml(letter) else "\ufffd" for letter in text)


def _is_xml(letter: str) -> bool:
    code = ord(letter)
    return code in (0x9, 0xA, 0xD) or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or code >= 0x10000
