"""Location: where an event took place that tells no place itself: the nearest that its sentence names."""

from __future__ import annotations

from collections.abc import Container, Sequence
from functools import cache
from itertools import chain

from conflictnews.extractors.events.draft import Draft, by_sentence
from conflictnews.extractors.events.parties import head_word, party_of
from conflictnews.extractors.events.places import place
from conflictnews.extractors.events.sentence import Reading
from conflictnews.extractors.events.triggers import Match
from conflictnews.extractors.facilities import facilities
from conflictnews.extractors.story import Covered
from conflictnews.gazetteer.toponyms import is_word
from conflictnews.register.groups import is_group
from conflictnews.register.states import is_state, state_of_adjective
from conflictnews.text.closed_words import closed_words
from conflictnews.text.nouns import find_noun, nouns
from conflictnews.text.phrases import phrase_at
from conflictnews.text.place_words import place_words
from conflictnews.types import DateRef, EventArgument, EventType, Layers, PlaceEvidence, SpeakerKind

__all__ = ["locate"]

_NO_PLACES = frozenset({SpeakerKind.PERSON, SpeakerKind.GROUP, SpeakerKind.DOCUMENT})
_SETTLED = frozenset("in at near outside inside across throughout around between".split())
_FAR, _NEAR, _MOST, _HELPED = 60, 8, 32, 3
_TAKING = frozenset({EventType.SIEGE, EventType.ARSON, EventType.LOOTING})
_RAZING = frozenset(
    {EventType.AIRSTRIKE, EventType.BOMBING, EventType.SHELLING, EventType.ROCKET_ATTACK, EventType.SIEGE}
)
"""Attacks that are made on places, not on one person."""
_WITHDRAWAL = "withdrawal"
_RAIDS = frozenset({EventType.CLASH, EventType.OTHER})
_RELATIVES = frozenset({"who", "which", "that", "whose", "whom"})


def locate(done: Layers, drafts: list[Draft]) -> None:
    """Give each event on the ground that tells no place the nearest of the sentence of its first mention.

    Not where people only speak: "they discussed the war in Ukraine" in Paris. What a date holds is no place: "on
    Christmas Eve".
    """
    dated = Covered(date.span for date in done.get("dates", DateRef))
    sentences = by_sentence(drafts)
    for draft in drafts:
        roles = draft.roles
        if roles.location is not None and _says_nothing(roles.location, dated):
            roles.location = None
        vague = roles.location is not None and is_state(roles.location.name)
        if vague and (settlement := _struck(roles.targets)) is not None:  # "shelled the town of Dorn in Mali"
            roles.location, draft.evidence = settlement, PlaceEvidence.TARGET
        town = _struck_town(draft)
        if roles.location is not None and town is not None and _stands_behind(roles.location, town):
            roles.location, draft.evidence = town, PlaceEvidence.TARGET
        if roles.location is None and draft.row.placed and draft.row.acled is not None:
            found = town or _taken_from(draft) or _nearest(draft, sentences[draft.reading.first], dated)
            if found is not None and found not in roles.actors and (found is town or found not in roles.targets):
                struck = any(target.span.contains(found.span) for target in roles.targets)
                roles.location, draft.evidence = found, PlaceEvidence.TARGET if struck else PlaceEvidence.SENTENCE
            else:
                roles.location, draft.evidence = _struck(roles.targets), PlaceEvidence.TARGET


def _says_nothing(location: EventArgument, dated: Covered) -> bool:
    """Whether it is a time, or might be anywhere: "in the area"."""
    return location.span.start in dated or location.name in nouns("anyplace")


def _nearest(draft: Draft, told: list[Draft], dated: Covered) -> EventArgument | None:
    """The nearest place of a sentence, one of a relative clause that tells of another event least of all.

    "Shot a man who had killed a nurse IN DORN": there he was shot only where no other event of the clause was.
    """
    reading, match = draft.reading, draft.match
    source, clauses = _distant_source(draft), _relative_clauses(reading, match)
    found = nearest_place(reading, match.first, match.last, {*source, *chain.from_iterable(clauses)}, dated)
    if found is not None or not clauses:
        return found
    telling = [clause for clause in clauses if any(_is_elsewhere(draft, one, clause) for one in told[:_MOST])]
    return nearest_place(reading, match.first, match.last, {*source, *chain.from_iterable(telling)}, dated)


def _is_elsewhere(draft: Draft, other: Draft, clause: range) -> bool:
    """Whether a clause tells of an event of another time: "who HAD robbed a bank in Cusco"."""
    verb = other.match.first
    if verb not in clause or verb == draft.match.first:
        return False
    return (
        bool(draft.date and other.date and draft.date is not other.date)
        or "had" in draft.reading.view.words[max(clause.start, verb - _HELPED) : verb]
    )


def _relative_clauses(reading: Reading, match: Match) -> list[range]:
    """The relative clauses behind a trigger, each up to its comma: "who had killed a nurse in Dorn"."""
    found: list[range] = []
    words, last = reading.view.words, min(reading.last, match.last + _FAR)
    at = match.last
    while at < last:
        end = at + 1
        if words[at] in _RELATIVES and reading.classes[at] == "w":
            while end < last and words[end] not in (",", ";"):
                end += 1
            found.append(range(at, end))
        at = end
    return found


def _taken_from(draft: Draft) -> EventArgument | None:
    """Where who is abducted or driven out was: "abducted FROM CHIBOK in 2014"."""
    match, reading = draft.match, draft.reading
    if draft.row.type is not EventType.KIDNAPPING and draft.code != "expulsion":
        return None
    clause = range(match.last, min(match.last + _NEAR, reading.last - 1))
    at = next((k for k in clause if reading.view.words[k] == "from" or reading.classes[k] in "vx.,"), -1)
    return place_name(reading, at + 1) if at >= 0 and reading.view.words[at] == "from" else None


def _struck(targets: Sequence[EventArgument]) -> EventArgument | None:
    """The first target that is a place by its name: "the village of Dorn", "Kalma village"."""
    return next((target for target in targets if _is_settlement(target.name)), None)


def _struck_town(draft: Draft) -> EventArgument | None:
    """The first target of violence that is a town or region by its name alone: "shelled GOMA"; no state, no hotel.

    Who withdraws leaves any place: "withdrew from MALI".
    """
    view, names = draft.reading.view, draft.reading.names
    left = draft.code == _WITHDRAWAL
    if not (draft.row.deed or draft.row.type in _TAKING or left):
        return None
    kinds = (SpeakerKind.PLACE, SpeakerKind.UNKNOWN) if _is_razing(draft) else (SpeakerKind.PLACE,)
    for target in draft.roles.targets:
        name = names.get(view.token_at(target.span.start))
        if name is None or name.kind not in kinds or view.ends[name.last - 1] != target.span.end:
            continue
        built = view.words[name.last - 1] in facilities() or find_noun(view.words[name.last - 1]) is not None
        if left or not (built or target.name.isupper() or is_state(target.name)):
            return target
    return None


def _is_razing(draft: Draft) -> bool:
    """Whether a name of which nothing is known is a town's behind it: "shelled DORN", "rebels attacked DORN"."""
    if draft.roles.location is not None:
        return False
    if draft.row.type in _RAZING:
        return True
    deadly = draft.match.trigger.code == "attack" and len(draft.roles.targets) > 1  # "attacked DORN, killing two"
    raids = (draft.row.type in _RAIDS or deadly) and draft.match.trigger.frame == "attack"
    armed = (actor for actor in draft.roles.actors if head_word(actor.name) not in nouns("police"))
    return raids and any(party_of(actor.name).bears_arms for actor in armed)


def _stands_behind(location: EventArgument, town: EventArgument) -> bool:
    """Whether a place says only where a town is: "retook Goma, in NORTH KIVU", "raided Dorn, near SARN"."""
    return 0 < location.span.start - town.span.end <= len(", close to the ")


def _is_settlement(name: str) -> bool:
    words = name.casefold().split()
    if name.islower() or is_group(name):  # "struck the ISLAMIC STATE"
        return False
    named = name[:1].isupper() and words[-1] in _sites() and state_of_adjective(words[0]) is None
    if words[1:2] == ["of"] and is_word(" ".join(words[2:])):
        return False  # "a State of Emergency"
    return named or not nouns("named-place").isdisjoint((words[0], words[-1]))


@cache
def _sites() -> frozenset[str]:
    """What may be the last word of a name that tells where it is: "the Dorn CAMP"; a union may be a body, too."""
    return place_words("sort") - nouns("civic")


def _distant_source(draft: Draft) -> range:
    """The tokens of who tells of an event, unless on the spot: "diplomats in Cairo", not "police in Dorn"."""
    source = None if draft.attribution is None else draft.attribution.source
    if source is None or source.contains(draft.mentions[0]):
        return range(0)
    reading = draft.reading
    tokens = reading.view.tokens_in(source)
    phrase = phrase_at(reading.syntax, tokens.start) if reading.first <= tokens.start < reading.last else None
    head = "" if phrase is None else reading.view.words[phrase.head]
    return range(0) if head in nouns("local", "protester", "crowd") else tokens


def nearest_place(
    reading: Reading, first: int, last: int, aside: Container[int], dated: Covered
) -> EventArgument | None:
    """The named place that the sentence tells nearest to tokens ``first`` up to ``last``, one behind them first.

    None of the tokens that stand ``aside``, or whose offset belongs to a date. What only tells how far it is from a
    place, or where a road leads, is asked last.
    """
    around = (
        *range(last, min(last + _FAR, reading.last - 1)),
        *range(first - 1, max(first - _FAR, reading.first) - 1, -1),
    )
    placed = [at for at in around if reading.classes[at] in "pt" and at not in aside]
    within = (at for at in placed if _settles(reading, at))
    for at in chain(within, (at for at in placed if _leads(reading, at))):
        found = place_name(reading, at + 1)
        if found is not None and found.span.start not in dated:
            return found
    return None


def _settles(reading: Reading, at: int) -> bool:
    """Whether a preposition says in or near which place: "IN Dorn", "residents OF Dorn"."""
    word = reading.view.words[at]
    return word in _SETTLED or (word == "of" and reading.view.words[at - 1] in _placed_by_of())


def _leads(reading: Reading, at: int) -> bool:
    """Whether one says how far a place is, or what leads there: "10 km FROM Dorn", "the outskirts OF Dorn"."""
    words = reading.view.words
    return words[at - 1] in _leading().get(words[at], ()) and reading.syntax.tags[at - 2] != "P"


@cache
def _placed_by_of() -> frozenset[str]:
    """What stands before "of" and a place: "residents of Dorn", "the village of Dorn", "southeast of Dorn"."""
    return nouns("inhabitant", "named-place") | place_words("part")


@cache
def _leading() -> dict[str, frozenset[str]]:
    """What stands before prepositions that bring a place near by."""
    ways = closed_words("way")
    return {
        "of": place_words("sort") | closed_words("side"),
        "from": closed_words("distance"),
        "to": closed_words("beside") | ways,
        "with": ways,
        "between": ways,
    }


def place_name(reading: Reading, at: int) -> EventArgument | None:
    """The place whose name begins at token ``at``; None where no name stands, or one that is of something else."""
    phrase = phrase_at(reading.syntax, at)
    found = None if phrase is None else place(reading, phrase)
    if found is None or not any(letter.isupper() for letter in found.name):
        return None
    mention = reading.names.get(reading.view.token_at(found.span.start))
    return None if mention is not None and mention.kind in _NO_PLACES else found
