"""From mentions to entities: which names of a text are one person, one body, one group.

People: a full name gathers the bare last name, a title with it, a short first name ("Joe" Joseph), initials. A bare
name belongs to the one named before it; of two that could bear it, to the one who is clearly more present, else it
stays an entity of its own. Bodies and groups: an acronym joins its expansion, where a table knows it or the text puts
the one in parentheses behind the other.
"""

from __future__ import annotations

from collections.abc import Sequence

from conflictnews.extractors.names.kinds import Mention
from conflictnews.extractors.names.vocabulary import Vocabulary
from conflictnews.text import TextView
from conflictnews.text.closed_words import closed_words, reporting_verbs
from conflictnews.types import SpeakerKind

__all__ = ["Builder", "merge"]

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_PARENT_OF = frozenset({"abu", "abou", "umm", "oum", "um"})
"""Words before a child's name in an Arabic byname, which nobody is called by alone: "Omar Abu Anas"."""
_GENERIC = frozenset({"group", "militia", "movement", "party"})
# A bare last name that two people share goes to the one with so many times the mentions by full name.
_DOMINANT = 3
# No more people of one last name are told apart, which keeps the cost of a list of ten thousand Smiths linear.
_NAMESAKES = 16
_VOWELS = str.maketrans("", "", "aeiou'-")
_BODIES = frozenset({SpeakerKind.ORGANISATION, SpeakerKind.DOCUMENT, SpeakerKind.GROUP})
_JOINTS = frozenset({"(", ",", "or"})
_LETTERS = str.maketrans("yq", "ik")
_NAMING = frozenset({("known", "as"), ("itself",), ("themselves",), ("called",), ("named",)})


class Builder:
    """An entity in the making."""

    __slots__ = ("full", "gender", "kind", "mentions", "name")

    def __init__(self, mention: Mention) -> None:
        self.name: tuple[str, ...] = mention.words
        self.kind: SpeakerKind = mention.kind
        self.gender = mention.gender
        self.mentions: list[Mention] = [mention]
        self.full: int = 1

    def add(self, mention: Mention) -> None:
        """Take one more mention, and what it tells."""
        self.mentions.append(mention)
        if mention.gender is not None and self.gender is None:
            self.gender = mention.gender
        if self.kind is SpeakerKind.UNKNOWN:
            self.kind = mention.kind

    def absorb(self, other: Builder) -> None:
        """Take all that another entity has."""
        for mention in other.mentions:
            self.add(mention)
        self.full += other.full


def merge(view: TextView, mentions: list[Mention], vocabulary: Vocabulary) -> list[Builder]:
    """The entities of a text, by their first mention."""
    people, bare, bodies = _People(vocabulary), list[Mention](), dict[tuple[str, ...], Builder]()
    for mention in _with_places(view, mentions, vocabulary):
        person = mention.kind is SpeakerKind.PERSON
        if person and len(mention.words) > 1:
            people.add(mention)
        elif person or (len(mention.words) == 1 and mention.known is None):
            bare.append(mention)
        else:
            _join(bodies, _body_key(mention), mention)
    people.settle()
    forms = _short_forms(bodies)
    for mention in bare:
        if not people.take(mention) and mention.words[0] not in vocabulary.titles:
            key = mention.words
            owners = forms.get(key[0], ()) if mention.kind is not SpeakerKind.PERSON else ()
            if len(owners) == 1:
                owners[0].add(mention)
            else:
                _join(bodies, key, mention)
    builders = [*people.builders, *bodies.values()]
    builders = _joined_names(view, builders)
    for builder in builders:
        builder.mentions.sort(key=lambda mention: mention.first)
    builders.sort(key=lambda builder: builder.mentions[0].first)
    return builders


def _with_places(view: TextView, mentions: list[Mention], vocabulary: Vocabulary) -> list[Mention]:
    """The mentions; a name that is a place's somewhere is it where nothing tells, and it was taken for a person's.

    Whoever speaks somewhere, or has a title there, is a person wherever the name stands.
    """
    places = {mention.words for mention in mentions if mention.kind is SpeakerKind.PLACE and len(mention.words) > 1}
    if not places:
        return mentions
    people = {one.words for one in mentions if one.words in places and (one.titled or _speaks(view, one))}
    kinds = dict.fromkeys(places - people, SpeakerKind.PLACE) | dict.fromkeys(people, SpeakerKind.PERSON)
    return [
        mention._replace(kind=kinds[mention.words])
        if mention.words in kinds and mention.known is None and mention.words[0] not in vocabulary.genders
        else mention
        for mention in mentions
    ]


def _speaks(view: TextView, mention: Mention) -> bool:
    """Whether a verb of saying stands beside a name."""
    beside = (*view.words[max(0, mention.first - 1) : mention.first], *view.words[mention.last : mention.last + 1])
    return mention.kind is SpeakerKind.PERSON and not reporting_verbs().isdisjoint(beside)


def _join(bodies: dict[tuple[str, ...], Builder], key: tuple[str, ...], mention: Mention) -> None:
    if (builder := bodies.get(key)) is not None:
        builder.add(mention)
        if len(mention.words) > len(builder.name):
            builder.name = mention.words
    else:
        bodies[key] = Builder(mention)


def _body_key(mention: Mention) -> tuple[str, ...]:
    """Under what a body's name is filed: its plain form in a table, its words without "group", spelling aside."""
    if mention.known is not None:
        return tuple(mention.known.plain.lower().replace("'", "").removeprefix("the ").split())
    words = mention.words
    if len(words) > 1 and words[-1] in _GENERIC and mention.kind is SpeakerKind.GROUP:
        words = words[:-1]
    if mention.kind is SpeakerKind.GROUP and len(words) > 1:
        skeleton = " ".join(words).translate(_VOWELS).replace("q", "k")
        if len(skeleton) > 6:
            return ("~", skeleton)
    return words


def _short_forms(bodies: dict[tuple[str, ...], Builder]) -> dict[str, list[Builder]]:
    """Bodies by what a lone word may repeat of them: initials, last word ("the Post"), head ("the Observatory")."""
    forms: dict[str, list[Builder]] = {}
    for builder in bodies.values():
        if len(builder.name) > 1 and builder.kind in _BODIES:
            forms.setdefault(builder.name[-1], []).append(builder)
            if (head := _before_complement(builder.name)) is not None:
                forms.setdefault(head, []).append(builder)
            if len(initials := _initials(builder.name)) > 2:
                forms.setdefault(initials, []).append(builder)
    return forms


def _before_complement(words: tuple[str, ...]) -> str | None:
    """The noun of a name before what it is of or for: "Dorn OBSERVATORY for Human Rights"."""
    at = next((at for at, word in enumerate(words) if at and word in ("of", "for")), None)
    return None if at is None else words[at - 1]


def _initials(words: tuple[str, ...]) -> str:
    return "".join(word[0] for word in words if word not in ("of", "the", "for", "and", "on"))


class _People:
    """The people of a text, by last name."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.builders: list[Builder] = []
        self.by_last: dict[str, list[Builder]] = {}
        self.by_spelling: dict[str, list[Builder]] = {}
        self.by_first: dict[str, list[Builder]] = {}

    def add(self, mention: Mention) -> None:
        """File a full name."""
        words = _core(mention.words)
        for builder in self.by_last.get(_plain(words[-1]), ())[:_NAMESAKES]:
            if _same_person(_core(builder.name), words, self.vocabulary) and _genders_agree(builder, mention):
                builder.add(mention)
                builder.full += 1
                if len(words) > len(_core(builder.name)) or len(mention.words) > len(builder.name):
                    builder.name = mention.words
                return
        builder = Builder(mention)
        self.builders.append(builder)
        self.by_last.setdefault(_plain(words[-1]), []).append(builder)

    def settle(self) -> None:
        """A surname of two words ("Suu Kyi") belongs to the longer name that ends in it; file first names."""
        gone: set[int] = set()
        for short in [builder for builder in self.builders if self._is_surname(builder)]:
            words = _core(short.name)
            longer = [
                builder
                for builder in self.by_last[_plain(words[-1])][:_NAMESAKES]
                if builder is not short
                and len(builder.name) > len(words)
                and _core(builder.name)[-len(words) :] == words
            ]
            if len(longer) == 1 and _agree(longer[0].gender, short.gender):
                longer[0].absorb(short)
                gone.add(id(short))
                self.by_last[_plain(words[-1])] = [
                    b for b in self.by_last[_plain(words[-1])][:_NAMESAKES] if b is not short
                ]
        if gone:
            self.builders = [builder for builder in self.builders if id(builder) not in gone]
        for builder in self.builders:
            self.by_spelling.setdefault(_spelling(_core(builder.name)[-1]), []).append(builder)
            self.by_first.setdefault(builder.name[0], []).append(builder)

    def _is_surname(self, builder: Builder) -> bool:
        words = _core(builder.name)
        return len(words) == 2 and words[0] not in self.vocabulary.genders

    def take(self, mention: Mention) -> bool:
        """Give a bare name to the person who bears it; False where nobody does, or two do."""
        word = mention.words[0]
        candidates = _bearers(self.by_last.get(_plain(word), ()), mention)
        if not candidates:
            candidates = _bearers(self.by_spelling.get(_spelling(word), ()), mention)
        if not candidates and mention.kind is not SpeakerKind.UNKNOWN:
            candidates = [b for b in self.by_first.get(word, ())[:_NAMESAKES] if _genders_agree(b, mention)]
        before = [builder for builder in candidates if builder.mentions[0].first < mention.first]
        owner = _dominant(before or candidates)
        if owner is None:
            return False
        owner.add(mention)
        return True


def _bearers(builders: Sequence[Builder], mention: Mention) -> list[Builder]:
    """Those who may be called by a last name alone, and agree in gender."""
    return [
        builder
        for builder in builders[:_NAMESAKES]
        if _genders_agree(builder, mention) and not (len(builder.name) > 2 and builder.name[-2] in _PARENT_OF)
    ]


def _core(words: tuple[str, ...]) -> tuple[str, ...]:
    """A person's name without "Jr."."""
    return words[:-1] if len(words) > 2 and words[-1] in _SUFFIXES else words


def _plain(word: str) -> str:
    """A last name without the Arabic article."""
    return word[3:] if word[:3] in ("al-", "el-") else word


def _spelling(word: str) -> str:
    """A last name as its transliterations share it: no doubled letters, one letter for i and y, for q and k.

    >>> _spelling("zelenskyy") == _spelling("zelensky"), _spelling("maliki") == _spelling("malik")
    (True, False)
    """
    word = _plain(word).translate(_LETTERS).replace("ou", "u")
    return "".join(char for before, char in zip(" " + word, word, strict=False) if char != before)


def _agree(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other


def _genders_agree(builder: Builder, mention: Mention) -> bool:
    return _agree(builder.gender, mention.gender)


def _same_person(one: tuple[str, ...], other: tuple[str, ...], vocabulary: Vocabulary) -> bool:
    """Whether two full names with the same last word may be one person's: equal, short or initial first names."""
    a, b = one[0], other[0]
    if a == b or vocabulary.formal.get(a, a) == vocabulary.formal.get(b, b):
        return True
    if 1 in (len(a), len(b)):
        return a[0] == b[0]
    short, long = sorted((one, other), key=len)
    if short[0] in vocabulary.genders and short[0] not in closed_words("name-particle"):
        return False  # "Rami Karim Haddad" is the son of "Karim Haddad"
    return len(short) < len(long) and set(short[:-1]) <= set(long[:-1])


def _dominant(candidates: list[Builder]) -> Builder | None:
    """The only candidate, or the one with several times the mentions of every other so far."""
    if len(candidates) < 2:
        return candidates[0] if candidates else None
    first, second = sorted(candidates, key=lambda builder: -len(builder.mentions))[:2]
    return first if len(first.mentions) >= _DOMINANT * len(second.mentions) else None


def _joined_names(view: TextView, builders: list[Builder]) -> list[Builder]:
    """Join what the text itself calls one: an expansion and its initials in parentheses, "known as X or the Y"."""
    places = {mention.first: (builder, mention) for builder in builders for mention in builder.mentions}
    master: dict[int, Builder] = {}
    for first in sorted(places):
        builder, mention = places[first]
        behind = view.words[mention.last] if mention.last < len(view) else ""
        if behind not in _JOINTS or (follower := _same_thing(view, mention)) not in places:
            continue
        one, other = _head(master, builder), _head(master, places[follower][0])
        if other is not one and SpeakerKind.PERSON not in (one.kind, other.kind):
            name = one.name
            one.absorb(other)
            if len(name) > 1:  # a translation stays an alias, however long; an acronym gives way to what it stands for
                one.name = name
            master[id(other)] = one
    return [builder for builder in builders if id(builder) not in master] if master else builders


def _head(master: dict[int, Builder], builder: Builder) -> Builder:
    """The entity that has taken a builder in, or itself."""
    while id(builder) in master:
        builder = master[id(builder)]
    return builder


def _same_thing(view: TextView, mention: Mention) -> int:
    """Where another name of the same thing begins right behind a name; -1: nowhere."""
    words, at, size = view.words, mention.last, len(view)
    if at + 1 >= size:
        return -1
    if words[at] == "(":
        closes = at + 2 < size and words[at + 2] == ")"
        initials = words[at + 1].replace(".", "")
        return at + 1 if closes and initials and initials[0] == mention.words[0][0] and len(initials) > 1 else -1
    if words[at] == "or" and _is_naming(words, mention.first):
        return at + 2 if words[at + 1] == "the" else at + 1
    if words[at] == "," and at + 3 < size:
        if words[at + 1 : at + 4] == ["also", "known", "as"]:
            at += 4
        elif _is_translation(view, at) or (
            words[at + 1 : at + 3] == ["or", "the"] and _is_naming(words, mention.first)
        ):
            at += 3
        else:
            return -1
        return at + 1 if at < size and words[at] == "the" else at
    return -1


def _is_translation(view: TextView, comma: int) -> bool:
    """Whether ", Arabic for" stands at a comma."""
    return view.words[comma + 2] == "for" and view.is_capital(comma + 1)


def _is_naming(words: list[str], first: int) -> bool:
    """Whether a name follows "known as", "calling itself"."""
    start = first - 1 if first and words[first - 1] == "the" else first
    return tuple(words[max(start - 2, 0) : start]) in _NAMING or tuple(words[max(start - 1, 0) : start]) in _NAMING
