"""Places: which noun phrases name where something is, and under which name."""

from __future__ import annotations

from functools import cache

from conflictnews.extractors.events.names import inert, surface, trimmed
from conflictnews.extractors.events.sentence import Reading
from conflictnews.extractors.events.trigger_table import event_nouns
from conflictnews.gazetteer.toponyms import is_word
from conflictnews.lexicons.lexicon import per_lexicon
from conflictnews.lexicons.table import read_table
from conflictnews.register.groups import is_group
from conflictnews.register.states import state_of_adjective, states
from conflictnews.text.closed_words import closed_words, reporting_verbs
from conflictnews.text.nouns import find_noun, is_plural, nouns
from conflictnews.text.phrase_chains import before_initials
from conflictnews.text.phrases import Phrase, phrase_at
from conflictnews.types import EventArgument, SpeakerKind

__all__ = ["PLACING", "is_locality", "is_town", "place"]

_HELD = ("-held", "-controlled", "-occupied", "-besieged")
_SAID = 8
"""Tokens behind a name within which a verb of saying makes it a speaker's."""
PLACING = frozenset("in at near outside inside on across throughout around along".split())
"""Prepositions that say where."""


@per_lexicon
def _place_nouns() -> frozenset[str]:
    things = nouns("thing") - nouns("abstract", "measure", "occasion", "weapon") - event_nouns()
    return nouns("place", "named-place") | things


def place(reading: Reading, phrase: Phrase) -> EventArgument | None:
    """A place: a name with a capital, or a common noun of place; None for anything else.

    Of a road the place to which it leads, of "the capital, Dorn" the name.
    """
    found = _place(reading, phrase)
    if found is None or not found.name.islower():
        return found
    named = _behind(reading, phrase)
    inner = None if named is None else _place(reading, named)
    return found if inner is None or not inner.name[:1].isupper() else inner


def _behind(reading: Reading, phrase: Phrase) -> Phrase | None:
    """The name behind a common noun of place: "the road TO DORN", "the border WITH KALMA", "the capital, DORN"."""
    view, at = reading.view, phrase.last
    if at + 1 >= reading.last:
        return None
    word, head = view.words[at], view.words[phrase.head]
    named = phrase_at(reading.syntax, at + 1)
    if named is None or reading.syntax.tags[named.head] != "P":
        return None
    if word in closed_words("leading") and head in closed_words("way"):
        return named
    if word in PLACING and head in nouns("named-place"):
        return named  # "in a village near Dorn"
    apposed = word == "," and head in nouns("named-place") | closed_words("seat") and reading.classes[at + 1] == "n"
    return named if apposed and _is_closed(reading, named) else None


def _is_closed(reading: Reading, named: Phrase) -> bool:
    """Whether a name in apposition ends where it may, and is nobody's who says something: "the town, VOSS said"."""
    at, name = named.last, reading.name_over(named.head)
    if name is not None and name.kind is SpeakerKind.PERSON:
        return False
    if not reporting_verbs().isdisjoint(reading.view.words[at : min(at + _SAID, reading.last)]):
        return False
    return at >= reading.last or reading.classes[at] in ".,pywr"


def _place(reading: Reading, phrase: Phrase) -> EventArgument | None:
    view = reading.view
    first, last = trimmed(reading, Phrase(phrase.first, phrase.head + 1, phrase.head))
    if first >= last:
        return None
    while last - first > 1 and view.words[first].endswith(_HELD):
        first += 1  # "rebel-held Dorn"
    head = view.words[last - 1]
    named = is_place_name(reading, first, last) and not _names_else(reading, first, last)
    placed = named or head in _place_nouns() or _is_part(reading, first, last)
    if _brings_place(reading, phrase, last, placed):
        around = head in nouns("named-place") or _is_side(reading, head, last + 1)
        inside = not placed or (around and not view.is_capital(first))
        first, last = (last + 1 if inside else first), phrase.last  # "the city of Erbil"; "the north of Mali"
        first, last = trimmed(reading, phrase._replace(first=first))
    elif not placed:
        return None
    folded = " ".join(view.words[first:last])
    if folded in states("adjective", "demonym") or _is_in_body(reading, last - 1):
        return None  # "broadcast in Spanish", "the Department of Labour"
    name = states("country", "short").get(folded)
    return EventArgument(name or surface(reading, first, last), view.span(first, last))


def _is_side(reading: Reading, head: str, behind: int) -> bool:
    """Whether a name stands right behind "of" and a part of a place: "the outskirts of DORN"."""
    return head in closed_words("side") and behind < reading.last and reading.syntax.tags[behind] == "P"


def _brings_place(reading: Reading, phrase: Phrase, of: int, placed: bool) -> bool:
    """Whether a place by name stands behind the "of" of a noun: "the city of Erbil", "the north of Mali"."""
    view = reading.view
    inner = of + 1 < phrase.last and view.words[of] == "of" and is_place_name(reading, of + 1, phrase.last)
    if not inner or (not placed and _is_titled(reading, of + 1, phrase.last)):
        return False  # "in the opinion of Bishop Karl Dorn"
    return placed or view.is_capital(of + 1) or view.words[of + 1] == "the"


def _is_in_body(reading: Reading, at: int) -> bool:
    """Whether a token stands in the name of a body that has no address: an army, a party, a ministry, "NATO"."""
    name = reading.name_over(at)
    if name is None or name.kind is not SpeakerKind.ORGANISATION:
        return name is not None and name.kind is SpeakerKind.GROUP
    view = reading.view
    head = view.words[name.last - 1]
    surface = view.text[view.starts[name.last - 1] : view.ends[name.last - 1]]
    field = at - 2 if view.words[at - 1] == "and" else at  # "the Ministry of LABOUR and Welfare"
    return head in _bodies() or view.words[field - 1] == "of" or (len(surface) > 2 and surface.isupper())


def _is_titled(reading: Reading, first: int, last: int) -> bool:
    """Whether a title stands before a name, and no place ends it: "Bishop Dorn", not "Bishop Street"."""
    words = reading.view.words
    return last - first > 1 and words[first] in _titles() and words[last - 1] not in _place_nouns()


@cache
def _titles() -> frozenset[str]:
    return frozenset(title for title, *_ in read_table("titles", "title", "class", "gender"))


@cache
def _bodies() -> frozenset[str]:
    return nouns("forces", "troops", "armed", "military", "group-noun", "institution")


def _is_part(reading: Reading, first: int, last: int) -> bool:
    """A name and a common noun that says what is there: "Dorn upazila", "Dorn city"; not "Dorn residents"."""
    view, name = reading.view, before_initials(reading.syntax, last - 1) - 1  # "Sulla (Sullah) upazila"
    if name < first or reading.syntax.tags[name] != "P" or state_of_adjective(view.words[name]) is not None:
        return False
    head = view.words[last - 1]
    if _is_titled(reading, first, last) or head in nouns("document"):
        return False  # "Bishop Karl Maier", "in a Tiktok video"
    return head not in inert() and head not in nouns("person", "armed", "group") and head not in event_nouns()


def is_locality(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase names where something is rather than a thing: "the border", "Uri", not "the US embassy"."""
    head = reading.view.words[phrase.head]
    if head in _place_nouns():
        return head not in nouns("thing")
    first, last = trimmed(reading, Phrase(phrase.first, phrase.head + 1, phrase.head))
    return first < last and is_place_name(reading, first, last)


def is_town(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase names a place with many houses: "Uri", "Dorn village", not "Dorn Theatre"."""
    view, head = reading.view, phrase.head
    if not view.is_capital(head):
        return view.words[head] in nouns("named-place") and is_locality(reading, phrase)
    initials = view.surface(head, head + 1).isupper()
    alone = phrase.first == head and find_noun(view.words[head]) is None and not initials
    return (alone or view.words[head] in nouns("named-place")) and is_locality(reading, phrase)


def is_place_name(reading: Reading, first: int, last: int) -> bool:
    """Whether the head has a capital and is no group, nor a thing with a letter: "T-shirts"."""
    view = reading.view
    head, noun = view.surface(last - 1, last), find_noun(view.words[last - 1])
    if noun is not None and noun.kinds and (last - 1 == reading.first or (len(head) > 3 and head.isupper())):
        return False  # "LANDMINE blast kills two", "FIRE IN A CHURCH IN DORN"
    if is_plural(view.words[last - 1]) and view.words[last - 1] in nouns("person", "crowd") - nouns("police"):
        return False  # "between Hindus and Muslims"
    thing = head[1:3]
    if thing[:1] == "-" and thing[1:].islower():
        return False
    return view.is_capital(last - 1) and not is_group(" ".join(view.words[first:last]))


def _names_else(reading: Reading, first: int, last: int) -> bool:
    """Whether a phrase with a capital names a person, a time or nothing: "Karim Dorn", "Spring", "Student"."""
    name = reading.name_over(last - 1)
    if name is not None and name.kind is SpeakerKind.PERSON:
        return last - first > 1
    if reading.classes[last - 1] == "y":
        return True
    known = name is not None and name.kind is SpeakerKind.PLACE
    if not known and _is_titled(reading, first, last):
        return True  # "attacks on Ms. Dorn"
    return last - first == 1 and is_word(reading.view.words[first]) and not known
