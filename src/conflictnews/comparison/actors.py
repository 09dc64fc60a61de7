"""Actors: speakers and participants of events, one for all the names that the articles give it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

import attrs

from conflictnews.comparison.names import is_given_name, known_kind, last_name, name_key, same_name
from conflictnews.lexicons.table import word_sets
from conflictnews.types import (
    Article,
    EntityKind,
    EventArgument,
    Span,
    SpeakerKind,
)
from conflictnews.types.comparison import (
    Actor,
    ActorMention,
)

__all__ = ["merged_actors"]

Key = tuple[str, ...]

_KINDS = {
    EntityKind.PERSON: SpeakerKind.PERSON,
    EntityKind.GROUP: SpeakerKind.GROUP,
    EntityKind.ORGANISATION: SpeakerKind.ORGANISATION,
    EntityKind.STATE: SpeakerKind.PLACE,
}
"""Entities that act: people who are only spoken of are actors too."""
_LONGEST_NAME = 8
_WITH_STATE = 2
_OF_OFFICE = frozenset({"of", "for", "to", "secretary", "minister"})
"""Words of an office, which is no name of who holds it where there is another."""
_NAMES_COMPARED = 16
"""Names of one actor that are held against those of another, at most."""

_KNOWN_BY_A_KEY = 64
"""Actors that a name, or the beginning of a last name, leads to, at most, so that cost stays linear."""


@attrs.define(eq=False)
class _Named:
    """What one article calls one actor: its name, the other names it has there, and where."""

    name: str
    kind: SpeakerKind
    names: dict[str, Key]
    mentions: list[ActorMention]


def merged_actors(articles: Sequence[Article]) -> list[Actor]:
    """The named actors of all articles, by their first mention.

    Names are one where they are the same but for a title, an article, the spelling or the usual other name of a state
    or group; a bare last name joins the one person of that name, if there is one only. Anonymous sources and
    participants without a name ("militants") are left out.
    """
    named = [actor for number, article in enumerate(articles) for actor in _named_in(number, article)]
    merged = _merged_bare(_merged_shorter(_merged_same(named)))
    return sorted((_actor(actor) for actor in merged), key=lambda actor: _place(actor.mentions[0]))


def _named_in(number: int, article: Article) -> Iterator[_Named]:
    text = article.text
    for speaker in article.speakers:
        if _is_no_name(speaker.name) or (speaker.anonymous and not _is_media(speaker.name)):
            continue
        surfaces = [speaker.name, *(" ".join(span.of(text).split()) for span in speaker.mentions)]
        spans = speaker.mentions or (speaker.span,)
        kind = SpeakerKind.ORGANISATION if speaker.anonymous else speaker.kind
        yield _Named(speaker.name, kind, _keys(surfaces), [_mention(number, span) for span in spans])
    for event in article.events:
        claimed = (event.claimed_by,) if event.claimed_by else ()
        for argument in (*event.actors, *event.targets, *claimed):
            if _is_name(argument.name) and not _is_no_name(argument.name):
                mention = _mention(number, argument.span)
                yield _Named(argument.name, known_kind(argument.name), _keys(_surfaces(argument, text)), [mention])

    for entity in article.entities:
        acts_as = _KINDS.get(entity.kind)
        if acts_as is not None and not _is_no_name(entity.name):
            surfaces = [" ".join(span.of(text).split()) for span in entity.mentions]
            spans = entity.mentions or (entity.span,)
            yield _Named(
                entity.name, acts_as, _keys([entity.name, *surfaces]), [_mention(number, span) for span in spans]
            )


def _is_no_name(name: str) -> bool:
    """What is too long for one, and two names or more: "Britain and Israel"."""
    if len(name.split()) > _LONGEST_NAME:
        return True
    before, _, after = name.partition(" and ")
    return bool(after) and before[0].isupper() and after[0].isupper() and known_kind(before) is not SpeakerKind.UNKNOWN


def _is_media(name: str) -> bool:
    """An outlet that is not called by a name: "state television", "pro-government media"."""
    return not word_sets("media", "word", "class")["outlet"].isdisjoint(name_key(name)) or "media" in name_key(name)


def _surfaces(argument: EventArgument, text: str) -> list[str]:
    """The name, and the words of the text where they are the same name ("USA")."""
    surface = " ".join(argument.span.of(text).split())
    return [argument.name, surface] if name_key(surface) == name_key(argument.name) else [argument.name]


def _is_name(name: str) -> bool:
    """Every word but the small ones has a capital: "Kata'ib Hezbollah", not "Iranian-backed militias"."""
    words = name.split()
    return bool(words) and words[-1][0].isupper() and all(word[0].isupper() or len(word) <= 3 for word in words)


def _keys(names: Iterable[str]) -> dict[str, Key]:
    return {name: _without_state(key) for name in names if (key := name_key(name))}


def _without_state(key: Key) -> Key:
    """A body without the state before it, where two words are left: "US State Department"."""
    return (
        key[1:] if len(key) > _WITH_STATE and known_kind(key[0].replace("_", " ").title()) is SpeakerKind.PLACE else key
    )


def _mention(number: int, span: Span) -> ActorMention:
    return ActorMention(article=number, span=span)


def _merged_same(named: list[_Named]) -> list[_Named]:
    """One for all that share a name of two words or more, or a state's, a body's; last names of people wait."""
    merged: list[_Named] = []
    by_key: dict[Key, list[_Named]] = {}
    by_last: dict[str, list[_Named]] = {}
    for actor in named:
        keys = [key for key in actor.names.values() if len(key) > 1 or actor.kind is not SpeakerKind.PERSON]
        found = next((other for key in keys for other in by_key.get(key, ()) if _kinds_agree(actor, other)), None)
        if found is None:
            near = [other for key in keys for other in by_last.get(last_name(key)[:3], ())]
            found = next((other for other in near if _kinds_agree(actor, other) and _share_a_name(actor, other)), None)
        if found is None:
            found = actor
            merged.append(actor)
        else:
            _absorb(found, actor)
        for key in keys:
            _note(by_key, key, found)
            if len(key) > 1:
                _note(by_last, last_name(key)[:3], found)
    return merged


def _note(index: dict[Any, list[_Named]], key: object, actor: _Named) -> None:
    known = index.setdefault(key, [])
    if len(known) < _KNOWN_BY_A_KEY and actor not in known:
        known.append(actor)


def _share_a_name(one: _Named, other: _Named) -> bool:
    keys = list(dict.fromkeys(one.names.values()))[:_NAMES_COMPARED]
    others = list(dict.fromkeys(islice(other.names.values(), _NAMES_COMPARED)))
    return any(len(key) > 1 and same_name(key, name) for key in keys for name in others)


def _kinds_agree(one: _Named, other: _Named) -> bool:
    """A person is no body; where one article does not tell, the other's word counts."""
    kinds = {one.kind, other.kind}
    return len(kinds) == 1 or SpeakerKind.UNKNOWN in kinds or SpeakerKind.PERSON not in kinds


def _absorb(actor: _Named, other: _Named) -> None:
    actor.names.update(other.names)
    actor.mentions += other.mentions
    if actor.kind is SpeakerKind.UNKNOWN:
        actor.kind = other.kind


def _merged_shorter(named: list[_Named]) -> list[_Named]:
    """People whose name is the end of one longer name, with whom bears that: "Recep Tayyip Erdogan"."""
    longer: dict[Key, list[_Named]] = {}
    for actor in named:
        if actor.kind is SpeakerKind.PERSON:
            for key in list(dict.fromkeys(actor.names.values()))[:_NAMES_COMPARED]:
                for start in range(1, min(len(key) - 1, _LONGEST_NAME)):
                    if all(map(is_given_name, key[:start])):
                        _note(longer, key[start:], actor)
    kept: list[_Named] = []
    for actor in named:
        keys = [key for key in actor.names.values() if len(key) == _longest(actor) > 1]
        owners = [one for one in longer.get(keys[0], ()) if one is not actor] if keys else []
        if actor.kind is SpeakerKind.PERSON and len(owners) == 1:
            _absorb(owners[0], actor)
        else:
            kept.append(actor)
    return kept


def _merged_bare(named: list[_Named]) -> list[_Named]:
    """Bare last names with the one person who has it."""
    full: dict[str, list[_Named]] = {}
    for actor in named:
        if _longest(actor) > 1 and actor.kind in (SpeakerKind.PERSON, SpeakerKind.UNKNOWN):
            for last in sorted({last_name(key) for key in actor.names.values() if len(key) > 1}):
                full.setdefault(last, []).append(actor)
    kept: list[_Named] = []
    bare: dict[Key, _Named] = {}
    for actor in named:
        key = next(iter(actor.names.values()), ())
        owners = full.get(last_name(key), ()) if _longest(actor) == 1 else ()
        people = [owner for owner in owners if SpeakerKind.PERSON in (owner.kind, actor.kind)]
        if len(people) == 1 and _kinds_agree(actor, people[0]):
            _absorb(people[0], actor)
        elif _longest(actor) == 1 and key in bare and _kinds_agree(bare[key], actor):
            _absorb(bare[key], actor)
        else:
            kept.append(actor)
            if _longest(actor) == 1:
                bare.setdefault(key, actor)
    return kept


def _longest(actor: _Named) -> int:
    return max((len(key) for key in actor.names.values()), default=0)


def _actor(named: _Named) -> Actor:
    """``name`` is the fullest name that an article gives as one; spellings of it are aliases."""
    name = max(
        sorted(named.names),
        key=lambda name: (
            named.kind is not SpeakerKind.PERSON or _OF_OFFICE.isdisjoint(named.names[name]),
            len(named.names[name]),
            len(name) if named.kind is not SpeakerKind.PERSON else 0,
            name == named.name,
        ),
        default=named.name,
    )
    aliases = tuple(sorted({alias for alias in named.names if alias != name}))
    return Actor(name=name, kind=named.kind, aliases=aliases, mentions=_apart(named.mentions))


def _apart(mentions: Iterable[ActorMention]) -> tuple[ActorMention, ...]:
    """In order, without those that lie within another."""
    kept: list[ActorMention] = []
    for mention in sorted(mentions, key=lambda mention: (mention.article, mention.span.start, -mention.span.end)):
        if not (kept and kept[-1].article == mention.article and kept[-1].span.contains(mention.span)):
            kept.append(mention)
    return tuple(kept)


def _place(mention: ActorMention) -> tuple[int, Span]:
    return mention.article, mention.span
