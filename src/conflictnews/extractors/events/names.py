"""Names of participants and places: one plain name for a state or a known group, else the words of the text."""

from __future__ import annotations

from functools import cache

from conflictnews.extractors.events.sentence import Reading
from conflictnews.lexicons.table import read_table
from conflictnews.register.groups import groups, is_group
from conflictnews.register.states import state_of_adjective, states
from conflictnews.text import TextView
from conflictnews.text.nouns import nouns
from conflictnews.text.phrases import Phrase, phrase_at
from conflictnews.types import EventArgument

__all__ = [
    "acts_like_one",
    "body_at",
    "can_act",
    "is_locality",
    "is_place_name",
    "nation_at",
    "participant",
    "participant_behind",
    "place",
    "surface",
]

_DEEPEST = 4
_LONGEST_GROUP = 6
_PERSON_ENDINGS = ("man", "men", "woman", "women", "er", "or", "ist", "ian", "ant", "ee", "people")
_DROPPED = frozenset('du"')


@cache
def _place_nouns() -> frozenset[str]:
    return nouns("place") | nouns("named-place") | nouns("thing")


def participant(reading: Reading, phrase: Phrase, acts: bool) -> EventArgument | None:
    """Who acts or is acted upon; of one that ``acts`` a capital stands for its government."""
    view = reading.view
    first, last = _trimmed(reading, phrase)
    if first >= last:
        return None
    folded = " ".join(view.words[first:last])
    kinds = ("country", "short", "capital") if acts else ("country", "short")
    name = states(*kinds).get(folded) or groups().get(folded) or _named_group(view.words, first, last)
    plain = surface(reading, first, last)
    if plain.startswith("us "):  # a capital was lost: "against us forces"
        plain = f"US{plain[2:]}"
    return EventArgument(name or plain, view.span(first, last))


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def acts_like_one(view: TextView, head: int) -> bool:
    """Whether the noun at ``head`` can be a party: a name, or a word for a body or for people."""
    return view.words[head] in _parties() or view.text[view.starts[head]].isupper()


def can_act(reading: Reading, phrase: Phrase) -> bool:
    """Whether a noun phrase can do anything: a name, a body, people; no place, thing or notion.

    A noun that the tables lack is one by its ending: "perpetrators", "arsonists".
    """
    view, head = reading.view, phrase.head
    word = view.words[head]
    if word in _parties() or word in _role_nouns() or is_group(" ".join(view.words[slice(*_trimmed(reading, phrase))])):
        return True
    single = _singular(word)
    if single in _inert() or word in _inert():
        return False
    named = any(letter.isupper() for letter in view.text[view.starts[head] : view.ends[head]])  # "Awliya al-Dam"
    return named or single in _role_nouns() or single.endswith(_PERSON_ENDINGS)


@cache
def _role_nouns() -> frozenset[str]:
    return nouns("person", "group", "organisation")


@cache
def _inert() -> frozenset[str]:
    labels = ("thing", "place", "named-place", "abstract", "accident")
    return frozenset().union(*map(nouns, labels))


@cache
def _parties() -> frozenset[str]:
    names = frozenset(name for name in (*states("country", "short", "demonym"), *groups()) if " " not in name)
    return nouns("body") | nouns("person") | nouns("armed") | names


def participant_behind(reading: Reading, phrase: Phrase, depth: int = 0) -> EventArgument | None:
    """The party that a noun phrase names or comes from: "a Senegalese plan", "Serbia's crimes", "calls by Belarus"."""
    view, words, classes = reading.view, reading.view.words, reading.classes
    if acts_like_one(view, phrase.head):
        return participant(reading, phrase, acts=False)
    for i in range(phrase.first, phrase.head):
        if classes[i + 1] == "s" and classes[i] == "n":
            owner = Phrase(phrase.first, i + 1, i)
            return participant(reading, owner, acts=False) if acts_like_one(view, owner.head) else None
        nation = state_of_adjective(words[i])
        if nation is not None:
            return EventArgument(nation, view.span(i, i + 1))
    body = _body_before(reading, phrase)
    if body is not None:
        return participant(reading, body, acts=False)
    behind = phrase.head + 1
    if (
        depth < _DEEPEST
        and behind < reading.last
        and words[behind] in ("of", "by", "from", "for", "with", "against", "to")
    ):
        inner = phrase_at(reading.syntax, behind + 1)
        if inner is not None:
            return participant_behind(reading, inner, depth + 1)
    return None


def nation_at(reading: Reading, at: int, end: int) -> EventArgument | None:
    """The state that is named at token ``at``, in up to three words, or by its adjective."""
    view = reading.view
    if not view.text[view.starts[at]].isupper():
        return None
    known = states("country", "short", "demonym")
    for size in (3, 2, 1):
        if at + size <= end:
            name = known.get(" ".join(view.words[at : at + size]))
            if name is not None:
                return EventArgument(name, view.span(at, at + size))
    nation = state_of_adjective(view.words[at])
    return None if nation is None else EventArgument(nation, view.span(at, at + 1))


def body_at(reading: Reading, at: int, end: int) -> EventArgument | None:
    """The body whose name begins at token ``at``: initials, or words with capitals of which the last names a body."""
    view = reading.view
    last = at
    while last < end and view.text[view.starts[last]].isupper() and reading.classes[last] == "n":
        last += 1
    if last == at or (at > reading.first and view.text[view.starts[at - 1]].isupper()):
        return None
    acronym = last - at == 1 and view.surface(at, last).replace(".", "").isupper() and len(view.words[at]) > 1
    if not acronym and not (last - at > 1 and view.words[last - 1] in _bodies()):
        return None
    return participant(reading, Phrase(at, last, last - 1), acts=False)


def _body_before(reading: Reading, phrase: Phrase) -> Phrase | None:
    """The body whose name, with a capital at each word, stands before a noun: "a UNITED NATIONS appeal"."""
    view, words = reading.view, reading.view.words
    first = next((i for i in range(phrase.first, phrase.head) if view.text[view.starts[i]].isupper()), phrase.head)
    last = first
    while last < phrase.head and view.text[view.starts[last]].isupper():
        last += 1
    if first == last:
        return None
    acronym = last - first == 1 and view.text[view.starts[first] : view.ends[first]].replace(".", "").isupper()
    known = (acronym and len(words[first]) > 1) or words[last - 1] in _bodies()
    return Phrase(first, last, last - 1) if known else None


@cache
def _bodies() -> frozenset[str]:
    rows = read_table("organisation_heads", "word", "kind", "position")
    heads = frozenset(word for word, kind, where in rows if kind in ("organisation", "group") and where == "last")
    return heads | nouns("body")


def _named_group(words: list[str], first: int, last: int) -> str | None:
    """ "Kata'ib Hezbollah group", "the militia Kataib Hezbollah": a group's name and a noun that says what it is."""
    if last - first > 1 and words[last - 1] in nouns("group-noun"):
        return groups().get(" ".join(words[first : last - 1]))
    for at in range(max(first + 1, last - _LONGEST_GROUP), last):
        if words[at - 1] in nouns("group-noun"):
            return groups().get(" ".join(words[at:last]))
    return None


def _trimmed(reading: Reading, phrase: Phrase) -> tuple[int, int]:
    first, last = phrase.first, phrase.last
    classes = reading.classes
    while first < last and classes[first] in _DROPPED:
        first += 1
    while last > first and classes[last - 1] in 's",.':
        last -= 1
    return first, last


def surface(reading: Reading, first: int, last: int) -> str:
    """The words as they stand, white space made single."""
    return " ".join(reading.view.surface(first, last).split())


def place(reading: Reading, phrase: Phrase) -> EventArgument | None:
    """A place: a name with a capital, or a common noun of place; None for anything else."""
    view = reading.view
    first, last = _trimmed(reading, Phrase(phrase.first, phrase.head + 1, phrase.head))
    if first >= last:
        return None
    head = view.words[last - 1]
    placed = head in _place_nouns() or is_place_name(reading, first, last) or _is_part(reading, first, last)
    if last + 1 < phrase.last and view.words[last] == "of" and is_place_name(reading, last + 1, phrase.last):
        named = not placed or (head in nouns("named-place") and not view.text[view.starts[first]].isupper())
        first, last = (last + 1 if named else first), phrase.last  # "the city of Erbil"; "the north of Mali"
    elif not placed:
        return None
    folded = " ".join(view.words[first:last])
    name = states("country", "short").get(folded)
    return EventArgument(name or surface(reading, first, last), view.span(first, last))


def _is_part(reading: Reading, first: int, last: int) -> bool:
    """A name and a common noun that says what is there: "Dorn upazila", "Dorn city"; not "Dorn residents"."""
    view = reading.view
    named = (
        last - first > 1 and reading.syntax.tags[last - 2] == "P" and state_of_adjective(view.words[last - 2]) is None
    )
    return named and not can_act(reading, Phrase(first, last, last - 1)) and view.words[last - 1] not in _inert()


def is_locality(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase names where something is rather than a thing: "the border", "Uri", not "the US embassy"."""
    head = reading.view.words[phrase.head]
    if head in _place_nouns():
        return head not in nouns("thing")
    first, last = _trimmed(reading, Phrase(phrase.first, phrase.head + 1, phrase.head))
    return first < last and is_place_name(reading, first, last)


def is_place_name(reading: Reading, first: int, last: int) -> bool:
    """Whether the head has a capital and is no group."""
    view = reading.view
    return view.text[view.starts[last - 1]].isupper() and not is_group(" ".join(view.words[first:last]))
