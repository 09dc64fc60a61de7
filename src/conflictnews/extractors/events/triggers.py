"""Triggers: the words and phrases that tell of events, in all their forms."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from conflictnews.extractors.events.codes import codes
from conflictnews.extractors.events.sentence import Reading
from conflictnews.lexicons.table import read_table

__all__ = [
    "Match",
    "Trigger",
    "event_nouns",
    "first_words",
    "irregular_pasts",
    "match_at",
    "plural",
    "present_forms",
    "verb_forms",
]

GAP = "…"
_LEFT = tuple(frozenset({word, f"{word}s"}) for word in ("dead", "wounded", "injured", "lifeless"))
_MOST_BETWEEN = 6


class Trigger(NamedTuple):
    """A row of ``event_triggers.tsv``; ``words`` behind the first one, each a set of forms, or the gap mark."""

    words: tuple[frozenset[str] | str, ...]
    pos: str
    code: str
    frame: str


class Match(NamedTuple):
    """A trigger in the text: tokens ``first`` up to ``last``; ``at`` is the word that arguments stand around."""

    trigger: Trigger
    first: int
    last: int
    after: int
    """Where the object begins."""
    tail: int = -1
    """Where the word behind a gap stands; it tells of no event of its own."""


def plural(noun: str) -> str:
    """The regular plural.

    >>> plural("robbery"), plural("clash"), plural("attack")
    ('robberies', 'clashes', 'attacks')
    """
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "z", "ch", "sh")) else "s")


def verb_forms(verb: str, past: str = "") -> frozenset[str]:
    """All forms of a verb; ``past`` gives irregular ones.

    >>> sorted(verb_forms("stab"))
    ['stab', 'stabbed', 'stabbing', 'stabs']
    """
    doubled = _doubled(verb)
    if plural(verb).endswith("ies"):
        regular = verb[:-1] + "ied"
    elif verb.endswith("e"):
        regular = verb + "d"
    else:
        regular = (doubled or verb) + "ed"
    stem = verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb
    pasts = past.split() or [regular]
    participle = (doubled or stem) + "ing"
    return frozenset({verb, plural(verb), participle, *pasts})


def _doubled(verb: str) -> str:
    """The stem with its last consonant twice, for "stab", "kidnap", "rob"; empty for others."""
    if verb in _DOUBLING:
        return verb + verb[-1]
    vowels = sum(letter in "aeiou" for letter in verb)
    short = len(verb) <= 4 and vowels == 1 and verb[-1] in "bdgmnpt" and verb[-2] in "aeiou"
    return verb + verb[-1] if short else ""


_DOUBLING = frozenset({"kidnap", "expel", "confer", "admit", "commit", "rebel", "permit", "refer"})


@cache
def _by_first_word() -> dict[str, tuple[Trigger, ...]]:
    found: dict[str, list[Trigger]] = {}
    for phrase, pos, code, frame, past in read_table("event_triggers", "trigger", "pos", "code", "frame", "past"):
        head, *rest = phrase.split()
        if pos == "v":
            forms = verb_forms(head, past)
            tail = tuple(word if word == GAP else frozenset({word, plural(word)}) for word in rest)
        elif pos == "n":
            forms = frozenset({head} if rest else {head, plural(head)})
            tail = tuple(
                frozenset({word, plural(word)} if place == len(rest) else {word}) for place, word in enumerate(rest, 1)
            )
        else:
            forms, tail = frozenset({head}), tuple(frozenset({word}) for word in rest)
        for form in sorted(forms):
            found.setdefault(form, []).append(Trigger(tail, pos, code, frame))
    longest = {form: sorted(rows, key=lambda row: -len(row.words)) for form, rows in found.items()}
    return {form: tuple(rows) for form, rows in longest.items()}


@cache
def irregular_pasts() -> frozenset[str]:
    """The pasts and participles that the table gives for verbs that are not regular."""
    rows = read_table("event_triggers", "trigger", "pos", "code", "frame", "past")
    return frozenset(form for _, pos, _, _, past in rows if pos == "v" for form in past.split())


@cache
def present_forms() -> frozenset[str]:
    """The base and third person of every verb of the table: "target", "targets"."""
    rows = read_table("event_triggers", "trigger", "pos", "code", "frame", "past")
    verbs = [phrase.split()[0] for phrase, pos, _, _, _ in rows if pos == "v"]
    return frozenset(form for verb in verbs for form in (verb, plural(verb)))


@cache
def first_words() -> frozenset[str]:
    """Every word with which a trigger begins."""
    return frozenset(_by_first_word())


@cache
def event_nouns() -> frozenset[str]:
    """The nouns that tell of violence, alone or at the end of a phrase."""
    heads: set[str] = set()
    for phrase, pos, code, _, _ in read_table("event_triggers", "trigger", "pos", "code", "frame", "past"):
        if pos == "n" and code in codes() and codes()[code].plover in ("ASSAULT", "COERCE", "PROTEST"):
            words = phrase.split()
            of = "of" in words and codes()[code].plover == "ASSAULT"  # "exchange of gunfire"; not "state of emergency"
            noun = words[words.index("of") - 1 if of else -1]
            heads |= {noun, plural(noun)}
    return frozenset(heads)


def match_at(reading: Reading, at: int) -> Match | None:
    """The longest trigger that begins with token ``at`` and fits the class of that word."""
    words, label = reading.view.words, reading.classes[at]
    for trigger in _by_first_word()[words[at]]:
        if trigger.pos == "v" and label not in "vegma":
            continue
        if trigger.pos == "n" and label in "ve" and not trigger.words:
            continue
        if trigger.pos == "v" and label == "a" and not trigger.words:
            continue
        if trigger.pos == "n" and label == "g" and not trigger.words and not _nominal_gerund(reading, at):
            continue
        if trigger.pos == "v" and label == "g" and not trigger.words and _nominal_gerund(reading, at):
            continue
        if trigger.pos == "v" and label == "n":
            continue
        if (found := _rest(reading, at, trigger)) is not None:
            return found
    return None


def _nominal_gerund(reading: Reading, at: int) -> bool:
    """Whether "killing" is a noun here: before "of", after a determiner, or with nothing to act on behind it."""
    after = reading.classes[at + 1] if at + 1 < reading.last else "."
    if at + 1 < reading.last and reading.view.words[at + 1] == "of":
        return True
    before = reading.classes[at - 1] if at > reading.first else "."
    return after not in "dnauo" and before != "x" and not (after == "p" and before == ",")


def _rest(reading: Reading, at: int, trigger: Trigger) -> Match | None:
    words, i, last = reading.view.words, at + 1, reading.last
    gap_at = resumed = -1
    for want in trigger.words:
        if isinstance(want, str):
            gap_at = i
            continue
        if gap_at >= 0 and i == gap_at:
            found = next(_where(reading, want, i, min(last, i + _MOST_BETWEEN)), None)
            if found is None:
                return None
            resumed, i = found, found + 1
        elif i < last and words[i] in want:
            i += 1
        else:
            return None
    if gap_at >= 0:
        if trigger.words[-1] in _LEFT and i < last and reading.classes[i] == "n":
            return None  # "left his dead wife the house"
        return Match(trigger, at, at + 1, gap_at if resumed > gap_at else i, i - 1)
    return Match(trigger, at, i, i)


def _where(reading: Reading, want: frozenset[str], start: int, end: int) -> Iterator[int]:
    """Where the words behind a gap may stand: not in another clause."""
    words = reading.view.words
    for i in range(start, end):
        if words[i] in want:
            yield i
        if words[i] in (",", ";", ".") or (reading.classes[i] in "vwx" and words[i] != "as"):
            return
