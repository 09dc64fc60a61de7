"""What the tables say of single words and of whole names, in one place for the other files of this folder."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple
from unicodedata import combining, normalize

from conflictnews.extractors.facilities import facilities
from conflictnews.lexicons.table import read_table, word_set
from conflictnews.register.actors import GROUPS, Actor, actors
from conflictnews.register.states import initials, states
from conflictnews.text.nouns import all_nouns, nouns
from conflictnews.types import SpeakerKind

__all__ = ["Known", "Vocabulary", "key_word", "key_words", "vocabulary"]


class Known(NamedTuple):
    """What a table knows of a name: its kind (None: it can't speak), its gender, and the plain form it stands for."""

    kind: SpeakerKind | None
    gender: str | None
    plain: str


class Vocabulary(NamedTuple):
    """The tables as sets and mappings of folded words."""

    common: frozenset[str]
    genders: dict[str, str]
    """First name: m, f, u."""
    formal: dict[str, str]
    """Short first name: the name that it stands for."""
    titles: dict[str, tuple[str, str]]
    """Title: its class (courtesy, office, modifier) and gender."""
    heads: dict[str, SpeakerKind]
    """Last word of a body's, a group's, a place's name."""
    openings: dict[str, SpeakerKind]
    """First word of a group's name: "Saraya"."""
    starters: frozenset[str]
    """Words that open sentences and are no part of a name, whatever their capital."""
    owners: frozenset[str]
    """Words that own within a name: "People's Army", "Workers' Party"."""
    abbreviations: frozenset[str]
    """Words that a full stop shortens."""
    roles: frozenset[str]
    """Nouns for people by what they do."""
    offices: frozenset[str]
    """Those of them, and titles, that one person may bear."""
    known: dict[tuple[str, ...], Known]
    """Whole names, by their folded words."""
    acronyms: frozenset[tuple[str, ...]]
    """Those that are names in capitals only."""
    pairs: frozenset[tuple[str, str]]
    """The first two words of known names."""
    longest: dict[str, int]
    """First word of a known name, also without an "s": the number of words of the longest one."""


def key_words(name: str) -> tuple[str, ...]:
    """A name as the folded words under which the tables know it.

    >>> key_words("The Kata’ib Hezbollah")
    ('kataib', 'hezbollah')
    """
    words = [key_word(word) for word in name.lower().split()]
    return tuple(words[1:] if len(words) > 1 and words[0] == "the" else words)


def key_word(word: str) -> str:
    """A folded word without apostrophes, accents and the full stop of an abbreviation.

    >>> key_word("kata'ib"), key_word("st."), key_word("u.s."), key_word("antónio")
    ('kataib', 'st', 'u.s.', 'antonio')
    """
    if not word.isascii():
        word = "".join(char for char in normalize("NFKD", word) if not combining(char)) or word
    if "'" in word or "’" in word:
        word = word.replace("'", "").replace("’", "")
    return word[:-1] if word.endswith(".") and word.find(".") == len(word) - 1 else word


@lru_cache(maxsize=8)
def vocabulary(given: tuple[Actor, ...] = ()) -> Vocabulary:
    """The tables, read once, and before them the actors that a user gives."""
    genders, formal = {}, {}
    for name, gender, full in read_table("first_names", "name", "gender", "formal"):
        genders[name.lower()] = gender
        if full:
            formal[name.lower()] = full.lower()
    heads = read_table("organisation_heads", "word", "kind", "position")
    known = _known_names(given)
    longest: dict[str, int] = {}
    for words in known:
        for first in {words[0], words[0].removesuffix("s")}:  # "People's Army" begins with "people"
            longest[first] = max(len(words), longest.get(first, 0))
    persons = nouns("person")
    titles = {title: (label, gender) for title, label, gender in read_table("titles", "title", "class", "gender")}
    offices = {title for title, (label, _) in titles.items() if label == "office"}
    return Vocabulary(
        common=word_set("common_words", "word"),
        genders=genders,
        formal=formal,
        titles=titles,
        heads=dict.fromkeys(facilities(), SpeakerKind.PLACE)
        | {word: SpeakerKind(kind) for word, kind, place in heads if place == "last"},
        openings={word: SpeakerKind(kind) for word, kind, place in heads if place == "first"},
        starters=word_set("sentence_starters", "word"),
        owners=frozenset(word for word, _, place in heads if place == "owner"),
        abbreviations=frozenset(word for word, _ in read_table("abbreviations", "abbreviation", "class")),
        roles=persons,
        offices=frozenset(offices | {noun for noun in persons if not all_nouns()[noun].plural}),
        known=known,
        acronyms=_acronyms(given),
        pairs=frozenset((words[0], words[1]) for words in known if len(words) > 1),
        longest=longest,
    )


def _known_names(given: tuple[Actor, ...]) -> dict[tuple[str, ...], Known]:
    known: dict[tuple[str, ...], Known] = {}

    def put(name: str, kind: SpeakerKind | None, gender: str = "", plain: str = "") -> None:
        known.setdefault(key_words(name), Known(kind, gender or None, plain or name))

    def put_actor(actor: Actor) -> None:
        kind = SpeakerKind.GROUP if actor.kind in GROUPS else SpeakerKind.ORGANISATION
        for name in actor.all_names:
            put(name, kind, plain=actor.actor)

    for actor in given:
        put_actor(actor)
    for name, label, gender in read_table("known_names", "name", "kind", "gender"):
        put(name, None if label == "none" else SpeakerKind(label), gender)
    for acronym, expansion, label in read_table("acronyms", "acronym", "expansion", "kind"):
        put(acronym, SpeakerKind(label), plain=expansion)
    for name, (kind, plain) in _names_of_states():
        put(name, kind, plain=plain)
    for name, label in read_table("places", "name", "kind"):
        put(name, SpeakerKind(label))
    for actor in actors():
        if actor.kind != "state":
            put_actor(actor)
    return known


def _names_of_states() -> Iterator[tuple[str, tuple[SpeakerKind | None, str]]]:
    """Each name of a state, its people and its capital, with what it names and the plain name."""
    for name, nation in states("country", "short").items():
        yield name, (SpeakerKind.PLACE, nation)
    for label, kind in (("adjective", None), ("demonym", SpeakerKind.GROUP), ("capital", SpeakerKind.PLACE)):
        for name in states(label):
            yield name, (kind, name)


def _acronyms(given: tuple[Actor, ...]) -> frozenset[tuple[str, ...]]:
    """Initials that stand for an actor or a state in capitals only: "DEA", not "Dea"."""
    names = (name for actor in (*given, *actors()) for name in actor.names)
    found = (*(name for name in names if name.isupper() and name.isalpha()), *initials())
    return frozenset(map(key_words, found))
