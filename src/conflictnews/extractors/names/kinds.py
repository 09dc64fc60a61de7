"""From a run of capitalised words to the names in it, and what each one names: person, group, body, place, document."""

from __future__ import annotations

from typing import NamedTuple

from conflictnews.extractors.names.evidence import known_prefix, words_before_name
from conflictnews.extractors.names.placing import is_called_place, is_stormed, stands_within
from conflictnews.extractors.names.runs import Run
from conflictnews.extractors.names.titles import before_office, last_title, leading_titles
from conflictnews.extractors.names.vocabulary import Known, Vocabulary, key_word
from conflictnews.gazetteer import Gazetteer
from conflictnews.text import TextView
from conflictnews.text.closed_words import calendar_words, closed_words
from conflictnews.text.place_words import place_words
from conflictnews.types import SpeakerKind

__all__ = ["Mention", "mentions_in"]

_MARKS = frozenset({".", '"', "“", "”", "'", "‘", "’", "``", "''"})
_SURNAMES = frozenset({"may", "jan", "march", "june", "august"})
"""Names of months that are surnames too."""
_SMALL = frozenset({"of", "for", "on", "the"})
# "Kevin Park", "Emily Post": the last word is a surname where a first name stands before it.
_SPEAKING = frozenset(
    "said says told tells added adds tweeted wrote writes asked asks replied insisted insists argued argues continued "
    "responded recalled explained explains noted notes believes thinks thought warned warns claimed claims joked "
    "acknowledged admitted admits concluded declared declined suggested suggests observed wondered who".split()
)


_LOCATING = frozenset({"in", "near", "at", "outside", "around", "across", "throughout"})
_BODIES = frozenset({SpeakerKind.ORGANISATION, SpeakerKind.DOCUMENT})


class Mention(NamedTuple):
    """A name as it stands: tokens from ``first`` up to, not with, ``last``; ``words`` are folded, without stops."""

    first: int
    last: int
    words: tuple[str, ...]
    kind: SpeakerKind
    gender: str | None
    titled: bool
    known: Known | None = None


def mentions_in(run: Run, view: TextView, proper: set[str], vocabulary: Vocabulary) -> list[Mention]:
    """The names in a run, in order; a number at its end is that of the last one: "Division 30"."""
    number = view.words[run.last - 1]
    if run.last - run.first < 2 or not number.isdigit():
        return _mentions_in(run, view, proper, vocabulary)
    found = _mentions_in(
        Run(run.first, run.last - 1, initial=run.initial and run.last - run.first > 2), view, proper, vocabulary
    )
    if found and found[-1].last == run.last - 1:
        found[-1] = found[-1]._replace(last=run.last, words=(*found[-1].words, number), known=None)
    return found


def _mentions_in(run: Run, view: TextView, proper: set[str], vocabulary: Vocabulary) -> list[Mention]:
    if run.last == run.first + 1:
        positions, words = [run.first], [key_word(view.words[run.first])]
        if (
            run.initial
            and words[0] in vocabulary.common
            and words[0] not in proper
            and (words[0],) not in vocabulary.known
        ):
            return []
    else:
        positions, words = _words_of(run, view)
    if run.initial:
        skip = words_before_name(view, positions, words, proper, vocabulary)
    else:
        skip = words[0] in vocabulary.starters and words[0] not in vocabulary.titles
    while 0 < skip < len(words) and words[skip] in _SMALL:
        skip += 1  # "Soldiers of the DORN BRIGADE"
    while len(words) > 1 and (known := vocabulary.known.get((words[-1],))) is not None and known.kind is None:
        if _is_surname(view, positions, words, vocabulary):
            break
        positions, words = positions[:-1], words[:-1]  # "Congress Tuesday"
    out: list[Mention] = []
    if len(words) == 1:
        if not skip:
            _lone(view, positions, words, vocabulary, out)
        return out
    if skip < len(words) and not _is_office(words[skip:], vocabulary):
        end = skip + before_office(words[skip:], vocabulary)
        _split(view, positions[skip:end], words[skip:end], vocabulary, out)
    return out


def _is_surname(view: TextView, positions: list[int], words: list[str], vocabulary: Vocabulary) -> bool:
    """Whether the name of a month is that of a person: "Theresa May said"; not "Congress May 12"."""
    behind = view.words[positions[-1] + 1 : positions[-1] + 3]
    first_name = words[-2] in vocabulary.genders and words[-2] not in vocabulary.common
    return first_name and words[-1] in _SURNAMES and not any(word[0].isdigit() for word in behind)


def _words_of(run: Run, view: TextView) -> tuple[list[int], list[str]]:
    """The tokens of a run without marks, and their keys; a mark of possession belongs to the word before it."""
    positions, words = list[int](), list[str]()
    for at in range(run.first, run.last):
        word = view.words[at]
        if word == "'s":
            words[-1] += "s"
        elif word not in _MARKS:
            positions.append(at)
            words.append(key_word(word))
    return positions, words


def _lone(view: TextView, at: list[int], words: list[str], vocabulary: Vocabulary, out: list[Mention]) -> None:
    """A run of one word."""
    word = words[0]
    if word in vocabulary.titles:
        if vocabulary.titles[word][0] == "courtesy":  # "Baron said": perhaps a surname
            out.append(Mention(at[0], at[0] + 1, (word,), SpeakerKind.UNKNOWN, None, False))
    elif (word,) in vocabulary.known and not _is_borne(view, at[0], vocabulary):
        _put_known(view, at, words, vocabulary, out)
    else:
        _whole(view, at, words, vocabulary, out)


def _is_borne(view: TextView, at: int, vocabulary: Vocabulary) -> bool:
    """Whether a month's name before a verb is the surname of somebody in the text: "Theresa May ...". "May said"."""
    word = view.words[at]
    if word not in _SURNAMES or at + 1 >= len(view) or view.tags[at + 1] != "V":
        return False
    return any(other > 0 and view.words[other - 1] in vocabulary.genders for other in view.index[word])


def _split(view: TextView, at: list[int], words: list[str], vocabulary: Vocabulary, out: list[Mention]) -> None:
    """Cut a run into names: what a table knows, a body before an office, a person behind it."""
    if len(words) > 1 and tuple(words) in vocabulary.known:
        _put_known(view, at, words, vocabulary, out)  # "Justice and Equality Movement"
        return
    if words[0] in vocabulary.titles:
        count, gender = leading_titles(words, vocabulary)
        if 0 < count < len(words):
            _person(view, at[count:], words[count:], gender, vocabulary, out)
        if count:
            return
    while len(words) > 1:
        prefix = known_prefix(words, vocabulary)
        if prefix == len(words):
            _put_known(view, at, words, vocabulary, out)
            return
        if _cut(view, at, words, vocabulary, out):
            return
        if prefix and _goes_on(words, prefix, vocabulary):
            _body(at, words, vocabulary.known[tuple(words[:prefix])].kind or SpeakerKind.ORGANISATION, out)
            return
        if prefix == 0 or (words[0] in vocabulary.genders and words[1] not in vocabulary.genders and prefix == 1):
            _whole(view, at, words, vocabulary, out)
            return
        _put_known(view, at[:prefix], words[:prefix], vocabulary, out)
        at, words = at[prefix:], words[prefix:]
        while words and words[0] in _SMALL:
            at, words = at[1:], words[1:]
    if words:
        _lone(view, at, words, vocabulary, out)


def _is_office(words: list[str], vocabulary: Vocabulary) -> bool:
    """Whether words tell an office, and nobody's name: "Public Relations Officer"."""
    if len(words) < 2 or vocabulary.titles.get(words[-1], ("",))[0] != "office" or tuple(words) in vocabulary.known:
        return False
    return all(word in vocabulary.common or word in vocabulary.titles or word in _SMALL for word in words)


def _cut(view: TextView, at: list[int], words: list[str], vocabulary: Vocabulary, out: list[Mention]) -> bool:
    """A body told by its head noun, or a person behind an office; False where it is neither."""
    if (kind := _kind_before_complement(words, vocabulary)) is not None:
        _body(at, words, kind, out)
        return True
    cut = last_title(words, vocabulary)
    of_office = 0 < cut < len(words) and words[cut] in _SMALL  # "Secretary of State"
    if (
        not of_office
        and words[-1] in vocabulary.heads
        and not _surname(words, vocabulary)
        and not _surname(words[cut:], vocabulary)
    ):
        _body(at, words, vocabulary.heads[words[-1]], out)
        return True
    if cut > 0:
        if before := _without_titles(words[:cut], vocabulary):
            _split(view, at[:cut], before, vocabulary, out)
        _person(view, at[cut:], words[cut:], _gender_of(words[cut - 1], vocabulary), vocabulary, out)
    return cut > 0


def _kind_before_complement(words: list[str], vocabulary: Vocabulary) -> SpeakerKind | None:
    """The kind of a body's head noun before "of" or "for": "Washington Institute for Near East Policy"."""
    heads = (words[words.index(small, 1) - 1] for small in ("of", "for") if small in words[1:])
    kinds = [vocabulary.heads[head] for head in heads if head in vocabulary.heads]
    return None if not kinds else SpeakerKind.GROUP if SpeakerKind.GROUP in kinds else SpeakerKind.ORGANISATION


def _goes_on(words: list[str], prefix: int, vocabulary: Vocabulary) -> bool:
    """Whether a known body's name is only the beginning of a longer one ("Breitbart News")."""
    kind = vocabulary.known[tuple(words[:prefix])].kind
    rest = words[prefix]
    return kind in _BODIES and rest not in vocabulary.genders and rest in vocabulary.common and len(words) - prefix < 3


def _without_titles(words: list[str], vocabulary: Vocabulary) -> list[str]:
    """Words before an office, without the words of the office itself."""
    end = len(words)
    while end and (
        words[end - 1] in vocabulary.titles or words[end - 1] in vocabulary.roles or words[end - 1] in _SMALL
    ):
        end -= 1
    return words[:end]


def _gender_of(title: str, vocabulary: Vocabulary) -> str | None:
    return vocabulary.titles.get(title, ("", ""))[1] or None


def _surname(words: list[str], vocabulary: Vocabulary) -> bool:
    """Whether a head is the surname of a person with a first name: "Jerry Hall", not "Hashem Road"."""
    return len(words) == 2 and words[0] in vocabulary.genders and words[1] in closed_words("surname")


def _put_known(view: TextView, at: list[int], words: list[str], vocabulary: Vocabulary, out: list[Mention]) -> None:
    known = vocabulary.known[tuple(words)]
    if known.kind is None:
        return
    if tuple(words) in vocabulary.acronyms and not view.surface(at[0], at[len(words) - 1] + 1).isupper():
        if len(words) == 1:
            _unlisted(view, at[0], words[0], vocabulary, out)
        return
    out.append(Mention(at[0], at[len(words) - 1] + 1, tuple(words), known.kind, known.gender, False, known))


def _body(at: list[int], words: list[str], kind: SpeakerKind, out: list[Mention]) -> None:
    out.append(Mention(at[0], at[len(words) - 1] + 1, tuple(words), kind, None, False))


def _person(
    view: TextView, at: list[int], words: list[str], gender: str | None, vocabulary: Vocabulary, out: list[Mention]
) -> None:
    """A name behind a title; a body's where its last word says so ("General Assembly")."""
    if words[0] in _SMALL:  # "Secretary of State John Kerry"
        cut = next((i for i, word in enumerate(words) if i and word in vocabulary.genders), 0)
        cut = cut or _behind_portfolio(words, vocabulary)
        if not cut:
            return
        at, words = at[cut:], words[cut:]
    if words[-1] in vocabulary.heads and len(words) > 1 and not _surname(words, vocabulary):
        _body(at, words, vocabulary.heads[words[-1]], out)
        return
    if len(words) > 4 or (words[0] in vocabulary.heads and words[0] not in vocabulary.genders):
        _whole(view, at, words, vocabulary, out)
        return
    if (known := vocabulary.known.get(tuple(words))) is not None and known.kind is not SpeakerKind.PERSON:
        _put_known(view, at, words, vocabulary, out)
        return
    sex = gender or vocabulary.genders.get(words[0] if len(words) > 1 else "")
    out.append(Mention(at[0], at[len(words) - 1] + 1, tuple(words), SpeakerKind.PERSON, _told(sex), True, known))


def _behind_portfolio(words: list[str], vocabulary: Vocabulary) -> int:
    """Where a name begins behind what an office is for: "of State | Kerry"; 0: nowhere."""
    at = next((i for i, word in enumerate(words) if word not in vocabulary.common and word not in _SMALL), 0)
    named = all(word not in vocabulary.common and word not in vocabulary.heads for word in words[at:])
    return at if named and not known_prefix(words[at:], vocabulary) else 0


def _told(gender: str | None) -> str | None:
    return gender if gender in ("m", "f") else None


def _whole(view: TextView, at: list[int], words: list[str], vocabulary: Vocabulary, out: list[Mention]) -> None:
    """A run that no table knows as a whole."""
    first, last = at[0], at[len(words) - 1] + 1
    if len(words) == 1:
        _unlisted(view, first, words[0], vocabulary, out)
        return
    if words[0] in vocabulary.openings:
        _body(at, words, vocabulary.openings[words[0]], out)
        return
    if "of" in words or "for" in words:
        _body(at, words, SpeakerKind.ORGANISATION, out)
        return
    start = _first_name(words, vocabulary)
    if start > 0 and len(words) - start > 1:
        _split(view, at[:start], words[:start], vocabulary, out)
        at, words, first = at[start:], words[start:], at[start]
    kind, gender = SpeakerKind.PERSON, None
    if _is_place(words, vocabulary) or _is_placed(view, first, last, words, vocabulary):
        _body(at, words, SpeakerKind.PLACE, out)
        return
    ending = vocabulary.known.get((words[-1],))
    if ending is not None and ending.kind in (SpeakerKind.ORGANISATION, SpeakerKind.GROUP):
        kind = ending.kind
    elif words[0] in vocabulary.genders:
        gender = _told(vocabulary.genders[words[0]])
    elif any(_is_acronym(view, position) for position in at) and not view.surface(first, last).isupper():
        kind = SpeakerKind.ORGANISATION
    elif len(words) > 4 or not all(_personal(word, vocabulary) for word in words):
        kind = SpeakerKind.UNKNOWN
    out.append(Mention(first, last, tuple(words), kind, gender, False))


def _unlisted(view: TextView, at: int, word: str, vocabulary: Vocabulary, out: list[Mention]) -> None:
    """A single word that no table has as a name."""
    if not _no_name(view, at, word, vocabulary):
        out.append(Mention(at, at + 1, (word,), _single(view, at, word, vocabulary), None, False))


def _is_place(words: list[str], vocabulary: Vocabulary) -> bool:
    """Whether the gazetteer has the name and no first name begins it, or a part stands before a place: "East X"."""
    named = words[0] in vocabulary.genders and words[0] not in closed_words("name-particle")
    if named or len(words[0]) < 2 or not all(_personal(word, vocabulary) for word in words[1:]):
        return False
    if words[0] in place_words("part"):
        known = vocabulary.known.get(tuple(words[1:]))
        if known is not None:
            return known.kind is SpeakerKind.PLACE
    name = " ".join(words)
    return any(entry.kind != "district" and not entry.approximate for entry in Gazetteer().lookup(name))


def _is_placed(view: TextView, first: int, last: int, words: list[str], vocabulary: Vocabulary) -> bool:
    """Whether the words around make a name of several words a place: "in San Verde", "the town of San Verde"."""
    if len(words) > 4 or not all(_personal(word, vocabulary) for word in words):
        return False
    named = words[0] in vocabulary.genders and words[0] not in closed_words("name-particle")
    if is_called_place(view, first, last):
        return True
    return not named and (stands_within(view, first, last) or is_stormed(view, first, last))


def _is_acronym(view: TextView, position: int) -> bool:
    """Whether a word is written in capitals, three and more."""
    surface = view.text[view.starts[position] : view.ends[position]]
    return len(surface) > 2 and surface.isupper() and surface.isalpha()


def _no_name(view: TextView, position: int, word: str, vocabulary: Vocabulary) -> bool:
    """Whether a lone word is no name for all its capital: an initial, "F-16", "D-N.Y.", "Okla."."""
    if len(word) == 1 or word in vocabulary.starters or (word[1] == "-" and len(word) <= 6):
        return True
    if word in calendar_words("weekdays"):
        return True
    if any(char.isdigit() for char in word) and not word.isalpha():
        return True
    after = view.words[position + 1] if position + 1 < len(view) else ""
    return after == "." and word in vocabulary.abbreviations and view.starts[position + 1] == view.ends[position]


def _first_name(words: list[str], vocabulary: Vocabulary) -> int:
    """Where a first name stands behind words that are no part of a person's name ("State John Kerry"); 0: nowhere."""
    if words[0] in vocabulary.genders:
        return 0
    for at in range(1, len(words) - 1):
        if words[at] in vocabulary.genders:
            before = words[at - 1]
            return at if before in vocabulary.common or before in vocabulary.heads else 0
    return 0


def _personal(word: str, vocabulary: Vocabulary) -> bool:
    """Whether a word may be part of a person's name for all that the tables say."""
    return word in closed_words("name-particle") or word not in vocabulary.common


def _single(view: TextView, position: int, word: str, vocabulary: Vocabulary) -> SpeakerKind:
    """What a lone capitalised word names: somebody, where a verb of speech stands beside it."""
    surface = view.text[view.starts[position] : view.ends[position]]
    if word in vocabulary.heads:
        return vocabulary.heads[word]
    if len(surface) > 1 and surface.isupper():
        return SpeakerKind.ORGANISATION
    before = view.words[position - 1] if position else ""
    after = view.words[position + 1] if position + 1 < len(view) else ""
    if before == "the":
        return SpeakerKind.UNKNOWN
    if before in _LOCATING and word not in vocabulary.common and word not in vocabulary.genders:
        return SpeakerKind.PLACE
    told = is_called_place(view, position, position + 1) or is_stormed(view, position, position + 1)
    if told and word not in vocabulary.common and word not in vocabulary.genders:
        return SpeakerKind.PLACE
    if word in vocabulary.genders or word.startswith("al-") or after in _SPEAKING or before in _SPEAKING:
        return SpeakerKind.PERSON
    return SpeakerKind.UNKNOWN
