"""Sources without a name: "a US official", "the group", "analysts"; and who is meant by the definite ones."""

from __future__ import annotations

from functools import cache

from conflictnews.extractors.attributions.cast import Cast, Unnamed, role_words
from conflictnews.extractors.attributions.sources import Head, nouns
from conflictnews.extractors.attributions.turns import Turns
from conflictnews.lexicons.table import read_table
from conflictnews.text.closed_words import closed_words
from conflictnews.types import SpeakerKind

__all__ = ["antecedent", "described"]

_ARTICLES = frozenset({"a", "an", "the"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_PREPOSITIONS = frozenset(
    {"of", "for", "at", "from", "in", "to", "with", "on", "under", "by", "near", "inside", "among", "close", "familiar"}
)
_GROUPS = frozenset({"group", "militia", "movement", "faction", "organization", "organisation"})
_RECENT = 32


def described(cast: Cast, head: Head) -> Unnamed | None:
    """What a source without a name is: its core without article, by its head noun."""
    words = cast.view.words
    first, last = head.first, head.last
    while first < last and (words[first] in _ARTICLES or not words[first][0].isalnum()):
        first += 1
    while last > first and not words[last - 1][0].isalnum():
        last -= 1
    if first >= last:
        return None
    end = next((i for i in range(first + 1, last) if words[i] in _PREPOSITIONS), last)
    noun = words[end - 1]
    if noun in closed_words("pronoun") or noun in _DEFINITE or words[first] == "no":
        return None  # "everyone agrees", "this showed", "no one expects"
    known = nouns().get(noun)
    if known is None and words[first] in ("one", "some", "many", "several", "most", "all") and end < last:
        known, noun = nouns().get(words[last - 1]), words[last - 1]
    single = words[first] in ("one", "another") and noun != words[first]
    if known is None:
        kind = SpeakerKind.UNKNOWN
        return Unnamed(_surface(cast, first, last), noun, kind, noun.endswith("s") and not noun.endswith("ss"))
    plural = known.plural and not single
    kind = SpeakerKind.GROUP if known.plural and known.kind is SpeakerKind.PERSON and plural else known.kind
    return Unnamed(_surface(cast, first, last), noun, kind, plural)


def _surface(cast: Cast, first: int, last: int) -> str:
    return " ".join(cast.view.surface(first, last).split())


def antecedent(cast: Cast, head: Head, who: Unnamed, turns: Turns) -> int | str | None:
    """Whom a definite phrase takes up: a speaker or a group shortly before, an office's bearer, a body named so."""
    view = cast.view
    if head.first >= head.last or view.words[head.first] not in _DEFINITE:
        return None
    offset = view.starts[head.first]
    words = [word for word in view.words[head.first + 1 : head.last] if word[0].isalnum()]
    if len(words) == 1:
        if (speaker := _same_noun(cast, who, offset, turns)) is not None:
            return speaker
        if who.noun in _GROUPS:
            return _group_before(cast, offset, turns)
    if who.kind is SpeakerKind.PERSON and not who.plural:
        bearer = _office(cast, words, offset, turns)
        return _last_named(cast, who.noun, offset, turns) if bearer is None else bearer
    if len(words) == 1 and who.kind is not SpeakerKind.PERSON and who.noun not in _GROUPS:
        return _last_word(cast, who.noun, offset, turns)
    return None


def _same_noun(cast: Cast, who: Unnamed, offset: int, turns: Turns) -> str | None:
    """The nameless speaker with the same head noun, in this paragraph or the one before; not where two differ."""
    paragraph = turns.paragraph(offset)
    keys: list[str] = []
    for turn in reversed(turns.turns[-_RECENT:]):
        if paragraph - turn.last_paragraph > turns.reach or len(keys) > 1:
            break
        if isinstance(turn.who, str) and cast.unnamed(turn.who).noun == who.noun and turn.who not in keys:
            keys.append(turn.who)
    return keys[0] if len(keys) == 1 else None


def _group_before(cast: Cast, offset: int, turns: Turns) -> int | None:
    """The one group that this paragraph names before, else the one of the paragraph before."""
    paragraph = turns.paragraph(offset)
    for number in range(paragraph, paragraph - turns.reach - 1, -1):
        if number < 0:
            break
        start = turns.paragraph_start(number)
        end = offset if number == paragraph else turns.paragraph_start(number + 1)
        groups = {
            mention.entity
            for mention in cast.between(start, end)
            if cast.entities[mention.entity].kind is SpeakerKind.GROUP
            and cast.entities[mention.entity].text[-1:] != "s"
        }
        if groups:
            return min(groups) if len(groups) == 1 else None
    return None


def _office(cast: Cast, words: list[str], offset: int, turns: Turns) -> int | None:
    """The one person named before in whose office the phrase's words occur ("the spokesman", "the Vermont senator")."""
    wanted = role_words(" ".join(words))
    fits = [
        number
        for number in cast.bearers(next(iter(sorted(wanted, key=len, reverse=True)), ""))
        if cast.entities[number].span.start < offset and wanted <= role_words(cast.entities[number].role or "")
    ]
    if len(fits) != 1:
        return None
    near = turns.paragraph_start(max(turns.paragraph(offset) - 2, 0))
    if len(wanted) > 1 or any(mention.entity == fits[0] for mention in cast.between(near, offset)):
        return fits[0]
    return None


def _last_named(cast: Cast, noun: str, offset: int, turns: Turns) -> int | None:
    """The last speaker who has a name, where "the senator" may be said of nobody else near by.

    Whoever has another office beside the name is not meant, nor anybody when a second person is named in between.
    """
    last = turns.last
    if noun not in _offices() or last is None or not isinstance(last.who, int):
        return None
    entity = cast.entities[last.who]
    if entity.kind is not SpeakerKind.PERSON or turns.paragraph(offset) - last.last_paragraph > turns.reach:
        return None
    gender, needed = _offices()[noun]
    held = role_words(entity.role or "")
    if noun in _heads() and noun not in held and not held.isdisjoint(_heads()):
        return None
    if gender and entity.gender not in (None, gender):
        return None
    if (held and held.isdisjoint(_offices())) or (needed and not entity.role):
        return None
    between = {mention.entity for mention in cast.between(last.end, offset)}
    others = any(cast.entities[other].kind is SpeakerKind.PERSON for other in between - {last.who})
    return None if others else last.who


@cache
def _offices() -> dict[str, tuple[str, str]]:
    return {noun: (gender, role) for noun, gender, role in read_table("offices", "noun", "gender", "role")}


@cache
def _heads() -> frozenset[str]:
    """The offices of which nobody holds two: "governor", "president"."""
    return frozenset(noun for noun, (_, role) in _offices().items() if role == "head")


def _last_word(cast: Cast, noun: str, offset: int, turns: Turns) -> int | None:
    """The one body named in this paragraph or the two before whose name ends in the noun ("the department")."""
    start = turns.paragraph_start(max(turns.paragraph(offset) - 2, 0))
    fits = {m.entity for m in cast.between(start, offset) if cast.entities[m.entity].name.lower().split()[-1] == noun}
    return min(fits) if len(fits) == 1 else None
