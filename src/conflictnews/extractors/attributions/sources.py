"""The head of a source phrase: which of the names in it speaks, if any does.

In "a spokesman for the State Department" and "Clinton campaign" no name speaks; in "CNN's Erin Burnett", "Secretary of
State John Kerry, who ...", "a critic, Laurence Tribe" and "a group calling itself Saraya Awliya al-Dam" one does.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from conflictnews.extractors.attributions.cast import Cast, Named
from conflictnews.lexicons.table import read_table
from conflictnews.text.nouns import all_nouns, is_person
from conflictnews.text.tokens import POSSESSIVES
from conflictnews.types import Span, SpeakerKind

__all__ = ["Head", "Noun", "head_of", "nouns"]

_MARKS = frozenset({",", "(", ")", "—", "–", "--", ";", ":", "-"})
_RELATIVES = frozenset({"who", "which", "that", "whose", "whom", "where"})
_PREPOSITIONS = frozenset(
    "of for at from in to with on under by near inside among against within behind about like including between around "
    "into".split()
)
_ISSUING = frozenset({"by", "from"})
_NAMING = frozenset({"itself", "themselves", "as", "called", "named", "himself", "herself"})
_SPEAKING = frozenset({"person", "group", "organisation", "document"})
_LONGEST = 60
_APPOSITION = 12
_FULL_NAME = 2
_TITLES = 5
"""Tokens between two names that speak together, "and" among them."""


_BODY = SpeakerKind.ORGANISATION
_BODIES = frozenset({SpeakerKind.GROUP, _BODY, SpeakerKind.DOCUMENT, SpeakerKind.UNKNOWN})


class Noun(NamedTuple):
    """What a head noun says of a source: its kind, and whether it is many."""

    kind: SpeakerKind
    plural: bool


_ONE_BODY = (Noun(SpeakerKind.GROUP, False), Noun(_BODY, False))


class Head(NamedTuple):
    """The core of a source: its tokens, the entity that speaks or None, a second one that speaks with it."""

    first: int
    last: int
    entity: int | None
    partner: int | None = None


@cache
def nouns() -> dict[str, Noun]:
    """The head nouns of sources that have no name, by the first of their kinds that can speak."""
    return {
        form: Noun(SpeakerKind(kind), noun.plural)
        for form, noun in all_nouns().items()
        if (kind := next((kind for kind in noun.kinds if kind in _SPEAKING), None)) is not None
    }


_PLACED = (SpeakerKind.PLACE, SpeakerKind.UNKNOWN)
"""What a name may be that says where somebody is from."""


def head_of(cast: Cast, source: Span, cue: Span | None = None) -> Head:
    """The core of a source phrase, up to its first mark or relative clause, and who of the names in it speaks.

    A name that stands in apposition is found up to the cue, also where the source phrase was cut before it.
    """
    view = cast.view
    tokens = view.tokens_in(source)
    first, last = tokens.start, min(tokens.stop, tokens.start + _LONGEST)
    if first >= last:
        return Head(first, last, None)
    named = cast.touching(source.start, view.ends[last - 1])
    core = _core_end(cast, first, last, named)
    inside = (
        [mention for mention in named if mention.start < view.starts[core] or core == first] if core < last else named
    )
    head = _speaking(cast, first, core, inside)
    if (person := _titled(cast, head, named, last)) is not None:
        return Head(first, core, person.entity)
    if head is not None:
        return Head(first, core, head.entity, _partner(cast, first, head, named))
    last = max(last, _reach(cast, first, last, source, cue))
    if core < last:
        named = cast.between(source.start, view.ends[last - 1])
        if (apposed := _apposed(cast, first, _past_bracket(cast, core, last), last, named)) is not None:
            return Head(first, core, apposed.entity)
    return Head(first, core, None)


def _titled(cast: Cast, head: Named | None, named: list[Named], last: int) -> Named | None:
    """The person with a title who ends a source that begins with an office: "the chief, 3rd Brigade, GENERAL Tal"."""
    if not named or (head is not None and cast.entities[head.entity].kind is SpeakerKind.PERSON):
        return None
    person = named[-1]
    if cast.entities[person.entity].kind is not SpeakerKind.PERSON:
        return None
    tokens = cast.view.tokens_in(Span(person.start, person.end))
    ends = all(word in _MARKS for word in cast.view.words[tokens.stop : last])
    words, at = cast.view.words, tokens.start
    while at > 0 and (_is_title(words[at - 1]) or (words[at - 1] == "." and _is_title(words[at - 2]))):
        at -= 1  # "Major | Gen. | Karl Tal"
    before = cast.view.starts[at]
    body = any(one.end + 1 == before and cast.entities[one.entity].kind is _BODY for one in named)
    return person if ends and at < tokens.start and (body or words[at - 1] == ",") else None


def _past_bracket(cast: Cast, core: int, last: int) -> int:
    """The token behind what brackets add: "the council (the Bishops' Conference) | , Paolo Neri"."""
    words = cast.view.words
    if words[core] != "(":
        return core
    closing = next((at for at in range(core, min(last, core + _APPOSITION)) if words[at] == ")"), core - 1)
    return closing + 1 if closing + 1 < last else core


def _reach(cast: Cast, first: int, last: int, source: Span, cue: Span | None) -> int:
    """Up to which token an apposition may go: the cue behind the source, else a few words on, in the same sentence."""
    view = cast.view
    if cue is not None and cue.start >= source.end:
        return min(view.token_at(cue.start), first + _LONGEST)
    return min(view.sentence_of(first)[1], last + _APPOSITION)


def _core_end(cast: Cast, first: int, last: int, named: list[Named]) -> int:
    """The token behind the core: the first mark or relative pronoun outside a name."""
    words, starts = cast.view.words, cast.view.starts
    taken = {i for mention in named for i in cast.view.tokens_in(Span(mention.start, mention.end))}
    for at in range(first + 1, last):
        if at in taken:
            continue
        word = words[at]
        if word == "(" and _is_initials(cast, at, last):
            taken.update((at + 1, at + 2))  # "the People's Party (PP) and"
            continue
        if word in _RELATIVES or (word in _MARKS and not (word == "-" and at + 1 in taken)):
            return at
        if word == "." and starts[at] != cast.view.ends[at - 1]:
            return at
    return last


def _is_initials(cast: Cast, bracket: int, last: int) -> bool:
    """Whether a bracket holds initials alone, and more of the source follows."""
    view = cast.view
    if bracket + 3 >= last or view.words[bracket + 2] != ")":
        return False
    return view.words[bracket + 3] not in _MARKS and view.surface(bracket + 1, bracket + 2).isupper()


def _speaking(cast: Cast, first: int, core: int, inside: list[Named]) -> Named | None:
    """The last name of the core that is neither a complement ("of X") nor a modifier ("X supporters")."""
    for mention in reversed(inside):
        tokens = cast.view.tokens_in(Span(mention.start, mention.end))
        if _is_modifier(cast, mention, tokens.stop, core):
            continue
        if not _is_complement(cast, mention, first, tokens.start) or _follows_field(cast, mention, tokens.start):
            return mention
    return None


def _is_modifier(cast: Cast, mention: Named, behind: int, core: int) -> bool:
    """Whether a name only specifies a noun behind it; "the Kata'ib Hezbollah group" is still the group's name."""
    words = cast.view.words
    if behind >= core:
        return False
    word = words[behind]
    if word in ("/", "-"):
        return True  # "a Reuters/Ipsos poll"
    if word in ("'s", "'", "’"):
        after = nouns().get(words[core - 1])
        return after is None or after.kind is not SpeakerKind.DOCUMENT or behind + 1 >= core
    if word in _PREPOSITIONS or word in ("and", "or", "himself", "herself", "itself", "also", "both", "&"):
        return False
    if not word[0].isalpha() or (nouns().get(word) is None and cast.view.tags[behind] in "VMRBDWT"):
        return False
    if _is_apposed(cast, mention, behind, core):
        return False
    kind = cast.entities[mention.entity].kind
    named = behind + 1 == core or (behind + 2 == core and cast.view.tags[behind] in "GJN")  # "X monitoring group"
    return not (kind in _BODIES and named and nouns().get(words[core - 1]) in _ONE_BODY)


def _is_apposed(cast: Cast, mention: Named, behind: int, core: int) -> bool:
    """Whether a full name speaks that lost its comma: "Karl Berg | DIRECTOR of", "Karl Berg | SPEAKING at"."""
    view, tokens = cast.view, cast.view.tokens_in(Span(mention.start, mention.end))
    if cast.entities[mention.entity].kind is not SpeakerKind.PERSON or len(tokens) < _FULL_NAME:
        return False
    while behind + 1 < core and view.is_capital(behind) and not _is_office(view.words[behind]):
        behind += 1  # "Karl Berg | Regional COORDINATOR for"
    if behind + 1 >= core or view.words[behind + 1] not in _PREPOSITIONS:
        return False
    return view.tags[behind] == "G" or _is_office(view.words[behind])


def _is_office(word: str) -> bool:
    """Whether a word tells what one person is: "director", "coordinator"."""
    noun = nouns().get(word)
    return _is_title(word) or (noun is not None and noun.kind is SpeakerKind.PERSON and not noun.plural)


def _is_complement(cast: Cast, mention: Named, first: int, start: int) -> bool:
    """Whether a name stands behind a preposition whose noun speaks: "a spokesman for President Obama".

    So does a place behind a place ("residents of Dorn and SARN"), and a body behind its owner: "of Dorn's NAVY".
    """
    view, begin = cast.view, cast.view.starts[start]
    kind = cast.entities[mention.entity].kind
    for at in range(start - 1, first - 1, -1):
        word = view.words[at]
        if (word in ("and", "or") and kind not in _PLACED) or (word in POSSESSIVES and kind is SpeakerKind.PERSON):
            return False
        if word in _PREPOSITIONS:
            made = nouns().get(view.words[at - 1]) if at > first and word in _ISSUING else None
            if made is not None and made.kind is SpeakerKind.DOCUMENT and kind not in _PLACED:
                return False  # "a statement by the MINISTRY"
            person = kind is SpeakerKind.PERSON
            if person and any(other.end + 1 == begin for other in cast.touching(view.starts[at], begin)):
                return False  # "Ambassador to the United Nations | Nina Haddad"
            office = at > first and view.is_capital(at - 1) and _is_title(view.words[at - 1])
            return not office or start - at <= 1 or view.words[at + 1] in ("the", "mr", "mrs", "ms")
    return False


def _follows_field(cast: Cast, mention: Named, start: int) -> bool:
    """Whether a person's name stands behind what the office is for: "the secretary for Asian AFFAIRS Walter Kern".

    So does one behind initials: "a minister of the North Province (NP) Karim Berg".
    """
    word = cast.view.words[start - 1]
    if cast.entities[mention.entity].kind is not SpeakerKind.PERSON:
        return False
    return word == ")" or (cast.view.tags[start - 1] == "N" and not (is_person(word) or _is_title(word)))


def _partner(cast: Cast, first: int, head: Named, named: list[Named]) -> int | None:
    """The other of two that speak together: "Obama and Clinton"; not "the mayor of DORN and Clinton"."""
    for mention in named:
        if mention.end < head.start and _joins(cast, mention.end, head.start):
            complement = _is_complement(cast, mention, first, cast.view.token_at(mention.start))
            return None if complement else mention.entity
    return None


def _joins(cast: Cast, start: int, end: int) -> bool:
    """Whether only "and" and titles stand between two names: "and Borland President"."""
    between = list(cast.view.tokens_in(Span(start, end)))
    words = [cast.view.words[at] for at in between]
    if not 1 <= len(words) <= _TITLES or words[0] not in ("and", "&"):
        return False
    return len(words) == 1 or (_is_title(words[-1]) and all(cast.view.tags[at] in "NPJ." for at in between[1:]))


def _apposed(cast: Cast, first: int, core: int, last: int, named: list[Named]) -> Named | None:
    """The name behind the comma, or behind "calling itself", of a source whose core has none."""
    view = cast.view
    at = core + 1 if view.words[core] in _MARKS else core
    if _ends_in_office(cast, first, core):
        return None  # "a spokeswoman for the Defence Minister, Karl Brandt,"
    for mention in named:
        tokens = view.tokens_in(Span(mention.start, mention.end))
        before = view.words[tokens.start - 1] if tokens.start else ""
        if before == "the" and tokens.start > 1:
            before = view.words[tokens.start - 2]
        if before in _NAMING:
            return mention
        if not _may_be(cast, first, core, mention):
            continue
        titles = tokens.start - at
        if (
            0 <= titles <= 3
            and view.words[core] == ","
            and tokens.stop <= last
            and _is_apposition(cast, at, tokens.start)
        ):
            after = view.words[tokens.stop] if tokens.stop < last else ","
            if after in _MARKS or after == ".":
                return mention
    return None


def _ends_in_office(cast: Cast, first: int, core: int) -> bool:
    """Whether a source ends in somebody else's office, whose name may follow as well: "an aide to the president"."""
    words = cast.view.words
    if core >= len(words) or words[core] != "," or not _is_title(words[core - 1]):
        return False
    return any(words[at] in _PREPOSITIONS and words[at + 1] == "the" for at in range(first + 1, core - 1))


def _may_be(cast: Cast, first: int, core: int, mention: Named) -> bool:
    """Whether a description fits the kind of the name in apposition: a critic is a person, a militia a group."""
    kinds = {noun.kind for word in cast.view.words[first:core] if (noun := nouns().get(word)) is not None}
    kind = cast.entities[mention.entity].kind
    if kind in (SpeakerKind.PERSON, SpeakerKind.UNKNOWN):
        return SpeakerKind.PERSON in kinds
    return kind in (SpeakerKind.GROUP, _BODY) and not kinds.isdisjoint((SpeakerKind.GROUP, _BODY))


def _is_apposition(cast: Cast, at: int, start: int) -> bool:
    """Whether only titles stand between the comma and the name."""
    words = cast.view.words
    return all(
        words[i] == "." or words[i] == "the" or words[i] in nouns() or _is_title(words[i]) for i in range(at, start)
    )


def _is_title(word: str) -> bool:
    return word in _titles()


@cache
def _titles() -> frozenset[str]:
    return frozenset(title for title, *_ in read_table("titles", "title", "class", "gender"))
