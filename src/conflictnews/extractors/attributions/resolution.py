"""Who is meant by each source: names, sources without a name, pronouns, in the order of the text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from conflictnews.extractors.attributions.cast import Cast, Unnamed
from conflictnews.extractors.attributions.cohesion import reach
from conflictnews.extractors.attributions.kinds import Quoted
from conflictnews.extractors.attributions.nominals import antecedent, described
from conflictnews.extractors.attributions.pronouns import pronoun_antecedent, pronouns
from conflictnews.extractors.attributions.relatives import relative_antecedent
from conflictnews.extractors.attributions.sources import Head, head_of
from conflictnews.extractors.attributions.turns import Turns
from conflictnews.text import TextView
from conflictnews.types import AttributionRelation, NamedEntity, Resolution, Span, SpeakerKind

__all__ = ["Resolved", "resolve"]

_SPEAKING = {
    "who": (SpeakerKind.PERSON, SpeakerKind.GROUP),
    "which": (SpeakerKind.ORGANISATION, SpeakerKind.GROUP, SpeakerKind.DOCUMENT),
}
"""For relative pronouns the kinds of speakers that they stand for."""
_WITH_PRONOUN = frozenset({"himself", "herself", "itself", "themselves", "also", "both", "all"})


class Resolved(NamedTuple):
    """Who a relation's source is: an entity's number, the key of a description, or None; and how that was found."""

    who: int | str | None
    how: Resolution
    pronoun: bool = False


def resolve(
    view: TextView, entities: Sequence[NamedEntity], relations: Sequence[AttributionRelation], quoted: Quoted
) -> tuple[Cast, list[Resolved]]:
    """Resolve all sources of a text; the cast knows the speakers.

    A text that turns out to be glued together is read again, no paragraph reaching back to the one before.
    """
    cast = Cast(view, entities)
    found = _read(cast, Turns(view), quoted, relations)
    orphans = sum(_is_orphan(cast, relation, result) for relation, result in zip(relations, found, strict=True))
    if (far := reach(view, orphans, len(relations))) != 1:
        cast = Cast(view, entities)
        found = _read(cast, Turns(view, far), quoted, relations)
    return cast, found


def _is_orphan(cast: Cast, relation: AttributionRelation, result: Resolved) -> bool:
    """Whether a source is a pronoun nobody was found for, or a definite phrase for one person or group."""
    if result.pronoun:
        return result.who is None
    if not isinstance(result.who, str) or result.how is not Resolution.EXPLICIT or relation.source is None:
        return False
    who = cast.unnamed(result.who)
    definite = relation.source.of(cast.view.folded).startswith("the ")
    return definite and not who.plural and not who.named and who.kind in (SpeakerKind.PERSON, SpeakerKind.GROUP)


def _read(cast: Cast, turns: Turns, quoted: Quoted, relations: Sequence[AttributionRelation]) -> list[Resolved]:
    """Resolve the sources in the order of the text."""
    found: dict[int, Resolved] = {}
    order = sorted(range(len(relations)), key=lambda number: (_offset(relations[number]), number))
    for number in order:
        relation = relations[number]
        resolved = _resolve(cast, quoted, turns, relation)
        found[number] = resolved
        if relation.source is not None:
            turns.add(relation.source.start, relation.span.end, resolved.who)
    return [found[number] for number in range(len(relations))]


def _offset(relation: AttributionRelation) -> int:
    return relation.source.start if relation.source is not None else relation.span.start


def _resolve(cast: Cast, quoted: Quoted, turns: Turns, relation: AttributionRelation) -> Resolved:
    source = relation.source
    if source is None:
        return _without_source(turns, relation)
    if (resolved := _of_relative(cast, turns, source)) is not None:
        return resolved
    if (pronoun := _pronoun(cast.view, source)) is not None:
        agreement = pronouns()[pronoun]
        who = pronoun_antecedent(cast, quoted, turns, relation, agreement)
        how = Resolution.PRONOUN if who is not None else Resolution.NONE
        return Resolved(who, how, agreement.person == "third")
    return _named(cast, turns, head_of(cast, source, relation.cue))


def _of_relative(cast: Cast, turns: Turns, source: Span) -> Resolved | None:
    """Who is meant by a relative pronoun that stands for a phrase, if that phrase can be "who", or can say "which"."""
    told = relative_antecedent(cast.view, source)
    if told is None:
        return None
    head = head_of(cast, told)
    who_is = described(cast, head) if head.entity is None else cast.entities[head.entity]
    if who_is is None or who_is.kind not in _SPEAKING[cast.view.words[cast.view.token_at(source.start)]]:
        return None
    return _named(cast, turns, head)._replace(how=Resolution.PRONOUN)


def _named(cast: Cast, turns: Turns, head: Head) -> Resolved:
    """Who is meant by a phrase with this head."""
    if head.entity is not None and head.partner is not None:
        return Resolved(cast.together(head.partner, head.entity), Resolution.EXPLICIT)
    if head.entity is not None:
        return Resolved(head.entity, Resolution.EXPLICIT)
    who_is = described(cast, head)
    if who_is is None:
        return Resolved(None, Resolution.NONE)
    if (meant := antecedent(cast, head, who_is, turns)) is not None:
        return Resolved(meant, Resolution.PRONOUN)
    if _is_identified(cast, head, who_is):
        who_is = who_is._replace(named=True)
    span = cast.view.span(head.first, head.last)
    return Resolved(cast.describe(who_is, span), Resolution.EXPLICIT)


def _is_identified(cast: Cast, head: Head, who: Unnamed) -> bool:
    """Whether a name before its noun tells which body it is: "the Clinton campaign"."""
    view = cast.view
    if who.kind is not SpeakerKind.ORGANISATION or who.plural or view.words[head.first] in ("a", "an", "another"):
        return False
    noun = view.starts[head.last - 1]
    return view.words[head.last - 1] == who.noun and any(
        mention.end + 1 == noun for mention in cast.touching(view.starts[head.first], noun)
    )


def _without_source(turns: Turns, relation: AttributionRelation) -> Resolved:
    """No source and no cue: the speaker of the turn before, where it stands in the same paragraph or the one before."""
    last = turns.last
    if relation.cue is not None or last is None or last.who is None:
        return Resolved(None, Resolution.NONE)
    if turns.paragraph(relation.span.start) - last.last_paragraph > turns.reach:
        return Resolved(None, Resolution.NONE)
    return Resolved(last.who, Resolution.CONTINUATION)


def _pronoun(view: TextView, source: Span) -> str | None:
    """The pronoun that a source is, or begins with ("he himself", "she, too,")."""
    tokens = view.tokens_in(source)
    if not tokens:
        return None
    word = view.words[tokens.start]
    if word not in pronouns() or (word == "us" and view.surface(tokens.start, tokens.start + 1) == "US"):
        return None
    rest = [view.words[i] for i in range(tokens.start + 1, min(tokens.stop, tokens.start + 4))]
    if all(other in _WITH_PRONOUN or not other[0].isalnum() or other == "too" for other in rest):
        return word
    return word if word in ("he", "she", "they", "it") and rest and rest[0] in ("and", ",") else None
