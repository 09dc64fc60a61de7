"""Names of participants and places: one plain name for a state or a known group, else the words of the text."""

from __future__ import annotations

from functools import cache

from conflictnews.extractors.events.sentence import Reading
from conflictnews.extractors.events.trigger_table import context_words, event_nouns
from conflictnews.lexicons.lexicon import per_lexicon
from conflictnews.register.groups import groups, is_group, respelled_group, spelled_group
from conflictnews.register.states import is_state, state_of_adjective, states
from conflictnews.text import TextView
from conflictnews.text.closed_words import closed_words
from conflictnews.text.nouns import nouns
from conflictnews.text.phrases import Phrase, phrase_at
from conflictnews.types import EventArgument, SpeakerKind

__all__ = [
    "acts_like_one",
    "body_ending",
    "can_act",
    "culprit_behind",
    "inert",
    "names_body",
    "participant",
    "participant_behind",
    "party_at",
    "surface",
    "trimmed",
]

_BODIES = frozenset({SpeakerKind.ORGANISATION, SpeakerKind.GROUP})
_GROUPS = frozenset({SpeakerKind.GROUP})
_DEEPEST = 4
_LONGEST_GROUP = 6
_PERSON_ENDINGS = ("man", "men", "woman", "women", "er", "or", "ist", "ian", "ant", "ee", "people")
_DROPPED = frozenset('du"')
_SIGNS = frozenset("#*>@_")
"""Marks of lists, of emphasis and of pages: "in the village of #Kalma"."""
_SUFFERING = frozenset({"of", "on", "against"})
"""Prepositions that bring who suffers a deed."""


def participant(reading: Reading, phrase: Phrase, acts: bool) -> EventArgument | None:
    """Who acts or is acted upon; of one that ``acts`` a capital stands for its government."""
    view = reading.view
    first, last = trimmed(reading, phrase)
    if first >= last:
        return None
    last = _behind_initials(reading, last)
    folded = " ".join(view.words[first:last])
    kinds = ("country", "short", "capital") if acts else ("country", "short")
    name = states(*kinds).get(folded) or respelled_group(folded) or _named_group(view.words, first, last)
    plain = surface(reading, first, last)
    if plain.startswith("us "):  # a capital was lost: "against us forces"
        plain = f"US{plain[2:]}"
    return EventArgument(name or plain, view.span(first, last))


def _behind_initials(reading: Reading, last: int) -> int:
    """Behind the initials in brackets that a phrase ends in: "volunteer fighters (VDF)"; they name who it is."""
    words = reading.view.words
    mention = reading.names.get(last + 1) if last + 2 < reading.last and words[last] == "(" else None
    if mention is None or mention.last != last + 2 or words[last + 2] != ")" or mention.kind not in _BODIES:
        return last
    if reading.view.is_capital(last - 1):
        return last  # "the Dorn Front (DF)" has its name already
    return last + 3 if reading.view.surface(last + 1, last + 2).isupper() else last


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def acts_like_one(view: TextView, head: int) -> bool:
    """Whether the noun at ``head`` can be a party: a name, or a word for a body or for people."""
    return view.words[head] in _parties() or view.is_capital(head)


def can_act(reading: Reading, phrase: Phrase) -> bool:
    """Whether a noun phrase can do anything: a name, a body, people; no place, thing or notion.

    A noun that the tables lack is one by its ending: "perpetrators", "arsonists".
    """
    view, head = reading.view, phrase.head
    word = view.words[head]
    if word in closed_words("pronoun"):
        return False  # "and four others wounded"
    if word in _parties() or word in _role_nouns() or word in closed_words("crowd"):
        return True
    if is_group(" ".join(view.words[slice(*trimmed(reading, phrase))])):
        return True
    single = _singular(word)
    if word in nouns("aircraft"):
        return True  # whose they are, the caller asks
    if single in inert() or word in inert():
        return names_body(reading, phrase)
    named = any(letter.isupper() for letter in view.text[view.starts[head] : view.ends[head]])  # "Awliya al-Dam"
    return named or single in _role_nouns() or single.endswith(_PERSON_ENDINGS)


def names_body(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase ends in the name of a body: "the Dorn Liberation Front"."""
    mentions = (reading.names.get(at) for at in range(phrase.first, phrase.head))
    return any(mention is not None and mention.last > phrase.head and mention.kind in _BODIES for mention in mentions)


@cache
def _role_nouns() -> frozenset[str]:
    return nouns("person", "group", "organisation")


@cache
def inert() -> frozenset[str]:
    """Nouns that can do nothing."""
    labels = ("thing", "place", "named-place", "abstract", "accident")
    return frozenset().union(*map(nouns, labels))


@cache
def _parties() -> frozenset[str]:
    names = frozenset(name for name in (*states("country", "short", "demonym"), *groups()) if " " not in name)
    return nouns("body") | nouns("person") | nouns("armed") | names


def participant_behind(reading: Reading, phrase: Phrase, depth: int = 0) -> EventArgument | None:
    """The party that a noun phrase names or comes from: "a Senegalese plan", "Serbia's crimes", "calls by Belarus"."""
    if (found := _named_in(reading, phrase)) is not None:
        return found
    words, behind = reading.view.words, phrase.head + 1
    if (
        depth < _DEEPEST
        and behind < reading.last
        and words[behind] in ("of", "by", "from", "for", "with", "against", "to")
    ):
        inner = phrase_at(reading.syntax, behind + 1)
        if inner is not None:
            return participant_behind(reading, inner, depth + 1)
    return None


def culprit_behind(reading: Reading, phrase: Phrase) -> EventArgument | None:
    """Who did what a noun phrase tells of, of "the killing of a Kenyan by rebels" the rebels; else whom it names."""
    if reading.view.words[phrase.head] not in _deeds():
        return participant_behind(reading, phrase)
    return _named_in(reading, phrase._replace(last=phrase.head + 1)) or _who_did(reading, phrase.head + 1)


def _named_in(reading: Reading, phrase: Phrase) -> EventArgument | None:
    """The party that a noun phrase is, or that stands before its noun: an owner, a state, a body."""
    view, words, classes = reading.view, reading.view.words, reading.classes
    if _is_of_a_day(reading, phrase.last):
        return None
    if acts_like_one(view, phrase.head):
        return participant(reading, phrase, acts=False)
    for i in range(phrase.first, phrase.head):
        if classes[i + 1] == "s" and classes[i] == "n":
            owner = Phrase(phrase.first, i + 1, i)
            return participant(reading, owner, acts=False) if acts_like_one(view, owner.head) else None
        nation = state_of_adjective(words[i])
        if nation is not None and words[i + 1] not in context_words("money"):  # "the US DOLLAR"
            return EventArgument(nation, view.span(i, i + 1))
    found = (party_at(reading, i) for i in range(phrase.first, phrase.head))
    return next((party for party in found if party is not None), None)


@per_lexicon
def _deeds() -> frozenset[str]:
    """Nouns of what is done to whom "of" brings; not "the release of detainees", which is asked of somebody."""
    return (nouns("suffered", "harm") | event_nouns()) - nouns("document")


def _who_did(reading: Reading, behind: int) -> EventArgument | None:
    """Of "the detention of a lawyer by police", "an attack on Dorn by rebels" who did it, not who suffered."""
    words = reading.view.words
    if behind < reading.last and words[behind] in _SUFFERING:
        inner = phrase_at(reading.syntax, behind + 1)
        behind = reading.last if inner is None else inner.last
    doer = phrase_at(reading.syntax, behind + 1) if behind < reading.last and words[behind] == "by" else None
    return None if doer is None else participant_behind(reading, doer)


def party_at(reading: Reading, at: int) -> EventArgument | None:
    """The state, body or group whose name begins at token ``at``, or whose adjective stands there."""
    view, mention = reading.view, reading.names.get(at)
    if at + 1 < reading.last and view.words[at + 1] in context_words("money"):
        return None
    if mention is not None and mention.last <= reading.last and not _is_of_a_day(reading, mention.last):
        found = participant(reading, Phrase(at, mention.last, mention.last - 1), acts=False)
        if found is not None and (mention.kind in _BODIES or is_state(found.name)):
            return found
    state = state_of_adjective(view.words[at]) if view.is_capital(at) else None
    return None if state is None else EventArgument(state, view.span(at, at + 1))


def _is_of_a_day(reading: Reading, last: int) -> bool:
    """Whether a name only says which day is meant: "the VICTORY Day parade", "the RED Wednesday movement"."""
    return last < reading.last and reading.classes[last] == "y" and reading.view.is_capital(last)


def body_ending(reading: Reading, end: int, kinds: frozenset[SpeakerKind] = _GROUPS) -> EventArgument | None:
    """The body whose name ends before token ``end``, one that fights by its kind: "a Dorn Front | raid"."""
    for at in range(end - 1, max(reading.first, end - _LONGEST_GROUP) - 1, -1):
        mention = reading.names.get(at)
        if mention is not None:
            named = mention.last == end and mention.kind in kinds
            return participant(reading, Phrase(at, end, end - 1), acts=True) if named else None
    return None


def _named_group(words: list[str], first: int, last: int) -> str | None:
    """ "Kata'ib Hezbollah group", "the militia Kataib Hezbollah": a group's name and a noun that says what it is."""
    if last - first > 1 and words[last - 1] in nouns("group-noun"):
        return spelled_group(" ".join(words[first : last - 1]))
    for at in range(max(first + 1, last - _LONGEST_GROUP), last):
        if words[at - 1] in nouns("group-noun"):
            return spelled_group(" ".join(words[at:last]))
    return None


def trimmed(reading: Reading, phrase: Phrase) -> tuple[int, int]:
    """The tokens of a phrase without determiners, numbers and marks at its edges."""
    first, last = phrase.first, phrase.last
    classes = reading.classes
    words = reading.view.words
    while first < last and (
        words[first] in _SIGNS or (classes[first] in _DROPPED and not _opens(reading, first, last))
    ):
        first += 1
    if first + 1 < last and words[first] == "old" and words[first - 1] in ("year", "years"):
        first += 1  # "a 27 year OLD refugee"
    while last > first and classes[last - 1] in 's",.':
        last -= 1
    whole = reading.name_over(last - 1) if last > first else None
    if whole is not None and whole.last > last and whole.kind in _BODIES:
        last = whole.last  # "the Ministry of Women AND YOUTH"
    return first, last


def _opens(reading: Reading, at: int, last: int) -> bool:
    """Whether a quotation mark is closed within the phrase: of `"Red Dawn" group` the first."""
    return reading.classes[at] == '"' and '"' in reading.classes[at + 1 : last - 1]


def surface(reading: Reading, first: int, last: int) -> str:
    """The words as they stand, white space made single."""
    return " ".join(reading.view.surface(first, last).split())
