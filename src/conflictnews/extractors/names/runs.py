"""Runs of capitalised words: where names may stand, in sentences and in headlines.

A capital at the head of a sentence or behind an opening mark proves nothing: such a word counts as a name where the
text has it capitalised elsewhere too, where a table knows it, or where no table knows it as a common word.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from typing import NamedTuple

from conflictnews.extractors.names.vocabulary import Vocabulary, key_word
from conflictnews.text import TextView
from conflictnews.text.closed_words import calendar_words, closed_words
from conflictnews.text.tokens import POSSESSIVES

__all__ = ["Run", "Runs", "find_runs"]

_TAILS = frozenset("led era born held made run wide style based backed proof free funded linked aligned".split())
_LINKS = frozenset({"of", "for", "on"})
_UNSPELLED = _LINKS | {"a", "an", "and", "the", "in", "to"}
"""Words of a name that its initials leave out."""
_LINKING = frozenset(
    "department ministry bureau office institute institution university college school center centre council committee "
    "commission association federation union society league bank fund organization organisation house board "
    "court party army front movement brigade brigades battalion battalions guardians soldiers sons lions martyrs "
    "congress chamber forces coalition islamic house agency authority academy foundation republic province "
    "government governments kingdom gulf strait state people's confederation voice doctors daughters community "
    "mission rights observatory network forum initiative alliance campaign assembly tribunal".split()
)
_MARKS = frozenset(
    {'"', "'", "“", "‘", "„", "«", "``", "(", "[", ":", "—", "–", "•", "*", "…", "...", "-", "--", "”", "’"}
)
_PRONOUN = frozenset({"i", "i'm", "i've", "i'd", "i'll"})
_QUOTES = frozenset({'"', "“", "”", "'", "‘", "’", "``", "''"})
_LITTLE = frozenset(
    {"of", "to", "up", "off", "out", "into", "than", "via", "vs", "per", "nor", "'s", "is", "be", "are"}
)
_NUMBERED = frozenset("division brigade battalion regiment squadron unit radio channel corps force".split())
_SUFFIXES = frozenset({"jr", "sr"})
_SHORT = frozenset("st mt ft dr mr mrs ms jr sr".split())
# A headline is written in capitals: at least this share of its words, and this many words.
_HEADLINE_SHARE = 0.6
_HEADLINE_WORDS = 5
_LONGEST = 12
_LONGEST_UNIT = 5
_MOST_FIELDS = 8
"""Tokens of a list of what a ministry is for, behind the first."""
_LONGEST_NICKNAME = 3
_ORDINALS = frozenset({"st", "nd", "rd", "th"})
_LINE = 300
_FULL_STOPS = frozenset({".", "!", '."', "”", '"'})


class Run(NamedTuple):
    """Tokens from ``first`` up to, not with, ``last``; ``initial``: the capital of the first one is no evidence."""

    first: int
    last: int
    initial: bool


class Runs(NamedTuple):
    """All runs of a text, the capitals in headlines apart, and the words that carry a capital for its own sake."""

    runs: list[Run]
    headlines: list[int]
    proper: set[str]


def find_runs(view: TextView, vocabulary: Vocabulary) -> Runs:
    """The runs of capitalised words of a text, in order."""
    capitals = _capitals(view, vocabulary)
    starts = {start for start, _ in view.sentences}
    body, headlines = _apart(view, capitals, vocabulary)
    runs: list[Run] = []
    proper: set[str] = set()
    words, count, at = view.words, len(body), 0
    member = set(body)
    while at < count:
        first = body[at]
        last = _end_of_run(view, first, member, starts, vocabulary)
        if last == first + 1 and words[first] in vocabulary.starters:
            at += 1
            continue
        initial = _is_initial(view, first, starts)
        runs.append(Run(first, last, initial))
        proper.update(words[first + 1 if initial else first : last])
        while at < count and body[at] < last:
            at += 1
    return Runs(runs, headlines, proper)


def _capitals(view: TextView, vocabulary: Vocabulary) -> list[int]:
    """The tokens that begin with a capital, or with an Arabic article before one ("al-Kadhimi")."""
    text, starts = view.text, view.starts
    words = view.words
    capitals = [i for i, start in enumerate(starts) if text[start].isupper() and words[i] not in _PRONOUN]
    articles = [word for word in view.index if word[2:3] == "-" or word[3:4] == "-"]
    hidden = [
        position
        for word in articles
        if (head := word.partition("-")[0]) in closed_words("name-article")
        for position in view.index[word]
        if text[starts[position]].islower() and text[starts[position] + len(head) + 1].isupper()
    ]
    numbered = [
        at
        for word in view.index
        if word[-2:] in _ORDINALS and word[0].isdigit()
        for at in view.index[word]
        if at + 1 < len(view) and text[starts[at + 1]].isupper() and _is_unit(view, at + 1, vocabulary)
    ]
    if hidden or numbered:
        capitals = sorted({*capitals, *hidden, *numbered})
    return [i for i in capitals if "-" not in (word := words[i]) or not _is_compound(view, i, word)]


def _is_unit(view: TextView, at: int, vocabulary: Vocabulary) -> bool:
    """Whether the capitals from a token on end in the head of a body, or are an acronym: "5th Fleet", "407th AEG"."""
    for word in range(at, min(at + _LONGEST_UNIT, len(view))):
        surface = view.text[view.starts[word] : view.ends[word]]
        if view.words[word] in vocabulary.heads or (len(surface) > 2 and surface.isupper()):
            return True
        if not surface[0].isupper():
            return False
    return False


def _is_compound(view: TextView, position: int, word: str) -> bool:
    """Whether a hyphenated word is an adjective made of a name: "Iran-backed"."""
    tail = word.rpartition("-")[2]
    if not tail or view.text[view.ends[position] - len(tail)].isupper():
        return False
    return tail in _TAILS or tail.endswith("ed")


def _apart(view: TextView, capitals: list[int], vocabulary: Vocabulary) -> tuple[list[int], list[int]]:
    """The capitals in sentences, and those in headlines, where every word has one."""
    body: list[int] = []
    headlines: list[int] = []
    sentences, at, count = view.sentences, 0, len(capitals)
    while at < count:
        number = view.sentence_number(capitals[at])
        first, last = sentences[number]
        stop = at
        while stop < count and capitals[stop] < last:
            stop += 1
        inside = capitals[at:stop]
        dense = len(inside) >= _HEADLINE_WORDS and len(inside) >= _HEADLINE_SHARE * (last - first)
        (headlines if dense and _is_headline(view, first, last, vocabulary) else body).extend(inside)
        at = stop
    return body, headlines


def _is_headline(view: TextView, first: int, last: int, vocabulary: Vocabulary) -> bool:
    """Whether capitals fill a line of its own without a full stop, or stand on all but little words."""
    text, start, end = view.text, view.starts[first], view.ends[last - 1]
    if view.words[last - 1] not in _FULL_STOPS:
        at = max(bisect_right(view.paragraphs, (start, len(text))) - 1, 0)
        begin, stop = view.paragraphs[at]
        if begin <= start and end <= stop and stop - begin < _LINE:
            return True
    begins, ends = view.starts, view.ends
    words = view.words
    small = (i for i in range(first, min(last, first + 40)) if text[begins[i]].islower())
    return all(words[i] in vocabulary.starters or words[i] in _LITTLE or ends[i] - begins[i] < 2 for i in small)


def _is_initial(view: TextView, position: int, starts: set[int]) -> bool:
    """Whether a token has its capital from its place: first in a sentence, behind an opening mark or a colon."""
    if position in starts:
        return True
    before = view.words[position - 1]
    if before not in _MARKS:
        return False
    if before in (":", "—", "–", "--", "•", "*", "-", "…", "..."):
        return True
    return view.ends[position - 1] == view.starts[position] or position - 1 in starts


def _end_of_run(view: TextView, first: int, member: set[int], starts: set[int], vocabulary: Vocabulary) -> int:
    """The token behind the run that begins at ``first``."""
    words, text, begins, ends = view.words, view.text, view.starts, view.ends
    size, last = len(words), first + 1
    while last < size and last - first < _LONGEST:
        nxt = last
        if words[nxt] == "." and ends[nxt - 1] == begins[nxt] and _takes_stop(words[nxt - 1], vocabulary):
            if words[nxt - 1] in _SUFFIXES:
                return nxt
            nxt += 1
        if nxt + 1 in member and _owns(view, nxt, vocabulary):
            last = nxt + 2
            continue
        if nxt < size and words[nxt] == "," and (behind := _behind_fields(words, nxt, first, member, vocabulary)):
            last = behind
            continue
        if nxt >= size or nxt in starts or text[ends[nxt - 1] : begins[nxt]] not in (" ", "\xa0"):
            break
        if nxt in member:
            last = nxt + 1
            continue
        if words[nxt] == "and" and (behind := _spelled_out(words, first, nxt, member)):
            last = behind
            continue
        if words[nxt].isdigit() and len(words[nxt]) < 4 and words[last - 1] in _NUMBERED:
            return nxt + 1
        if nxt != last and words[nxt] not in _QUOTES and words[nxt] not in closed_words("name-particle"):
            break
        nxt = _behind_nickname(words, nxt, member, vocabulary) or _behind_link(words, nxt, last, first, vocabulary)
        if nxt in member and nxt < size and "\n" not in text[ends[last - 1] : begins[nxt]]:
            last = nxt + 1
            continue
        break
    opening = first + 1 if first + 1 < last and words[first] in vocabulary.starters else first  # "The Islamic State of"
    return max(last, _end_of_known(view, opening, vocabulary))


def _owns(view: TextView, at: int, vocabulary: Vocabulary) -> bool:
    """Whether a mark of possession at a token stands inside a name: "People's Army", not "Iran's Army"."""
    if at >= len(view) or view.words[at] not in POSSESSIVES or view.ends[at - 1] != view.starts[at]:
        return False
    owner = view.words[at - 1]
    return owner in vocabulary.owners


def _end_of_known(view: TextView, first: int, vocabulary: Vocabulary) -> int:
    """Where a name that a table knows ends, small words and all: "Islamic State of Iraq and the Levant"."""
    words = [key_word(view.words[first])]
    longest = vocabulary.longest.get(words[0], 0)
    if longest < 2:
        return -1
    found, at = -1, first + 1
    while len(words) <= longest and at < len(view):
        if view.words[at] in POSSESSIVES:
            words[-1] += "s" * view.words[at].endswith("s")
        else:
            if len(words) == 2 and (words[0], words[1]) not in vocabulary.pairs:
                return found
            words.append(key_word(view.words[at]))
        at += 1
        capital = view.is_capital(at - 1) or view.words[at - 1] in POSSESSIVES
        if capital and len(words) > 1 and tuple(words) in vocabulary.known:
            found = at
    return found


def _takes_stop(word: str, vocabulary: Vocabulary) -> bool:
    """Whether a full stop behind a word may be that of an abbreviation: "Sen.", "J.", "Jr."."""
    return len(word) == 1 or word in _SHORT or (len(word) <= 5 and word in vocabulary.titles)


def _behind_nickname(words: list[str], at: int, member: set[int], vocabulary: Vocabulary) -> int:
    """The token behind a nickname in marks at ``at`` (``Robert "Bobby" Scott``, ``Ahmed "Abu Ali" Dorn``); 0: none."""
    if words[at] not in _QUOTES or at + 1 not in member:
        return 0
    closing = next((k for k in range(at + 2, at + 2 + _LONGEST_NICKNAME) if k not in member), at)
    if closing + 1 not in member or words[closing] not in _QUOTES:
        return 0
    before = words[at - 1]
    return closing + 1 if before in vocabulary.genders or before == "." or len(before) == 1 else 0


def _behind_link(words: list[str], at: int, last: int, first: int, vocabulary: Vocabulary) -> int:
    """The token behind the small words that a name may hold at ``at`` ("van der", "of the"); -1: none."""
    size = len(words)
    if words[at] in closed_words("name-particle"):
        at += 1
        if at < size and words[at] in closed_words("name-particle"):
            at += 1
        return at
    if words[at] == "and" and at + 1 < size and not _LINKS.isdisjoint(words[first:last]):
        both = _may_be_field(words[last - 1], vocabulary) and _is_field(words[at + 1], vocabulary)
        return at + 1 if both else -1
    if words[at] in _LINKS and words[last - 1] in vocabulary.titles:  # "Minister of Defence"
        field = words[at + 1] if at + 1 < size else ""
        return at + 1 if field in vocabulary.common and (field,) not in vocabulary.known else -1
    chained = words[at] == "of" and not _LINKS.isdisjoint(words[first:last])  # "Front for the Liberation OF Dorn"
    if chained or (words[at] in _LINKS and words[last - 1] in _LINKING):
        at += 1
        if at < size and words[at] in _days():
            return -1  # "killed by the Dorn Front ON MONDAY"
        if at < size and words[at] == "the":
            at += 1
        return at
    return -1


@cache
def _days() -> frozenset[str]:
    return calendar_words("weekday", "weekdays", "month")


def _spelled_out(words: list[str], first: int, at: int, member: set[int]) -> int:
    """The token behind a name that goes on past "and", as its initials tell: "Action and Response Team (ART)"; or 0."""
    end = at + 1
    while end < len(words) and end - at < _LONGEST_NICKNAME and end in member:
        end += 1
    if end == at + 1 or words[end : end + 1] != ["("] or words[end + 2 : end + 3] != [")"] or end + 1 not in member:
        return 0
    letters = "".join(word[0] for word in words[first:end] if word not in _UNSPELLED)
    return end if letters == words[end + 1] else 0


def _behind_fields(words: list[str], at: int, first: int, member: set[int], vocabulary: Vocabulary) -> int:
    """The token behind a list of fields from the comma at ``at`` on: "Ministry of Health, Labour AND WELFARE"; or 0."""
    if _LINKS.isdisjoint(words[first:at]) or not _may_be_field(words[at - 1], vocabulary):
        return 0
    stop = min(len(words) - 1, at + _MOST_FIELDS)
    while at < stop and words[at] in (",", "and") and at + 1 in member and _is_field(words[at + 1], vocabulary):
        if words[at] == "and":
            return at + 2
        at += 2
    return 0


def _is_field(word: str, vocabulary: Vocabulary) -> bool:
    """Whether a word tells what a body is for, and is no body: "Culture AND Heritage", not "Defence AND Russia"."""
    return word in vocabulary.common and _may_be_field(word, vocabulary)


def _may_be_field(word: str, vocabulary: Vocabulary) -> bool:
    named = word in vocabulary.heads or word in vocabulary.titles or word in vocabulary.genders
    return not named and (word,) not in vocabulary.known
