"""The table of triggers: which words and phrases, in all their forms, tell of an event.

A row of ``event_triggers.tsv`` belongs to a class of ``event_classes.tsv``, which gives it code and frame. A word in
braces stands for every word of a set of ``event_words.tsv``: "{stop} … {aid}" is "suspended the aid", "cut off all
funding", "the freeze of loans".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import attrs

from conflictnews.errors import LexiconError
from conflictnews.extractors.events.codes import EventClass, classes, codes
from conflictnews.lexicons.lexicon import open_table, per_lexicon
from conflictnews.text.morphology import plural, verb_forms

__all__ = [
    "GAP",
    "Trigger",
    "WordSet",
    "context_words",
    "event_nouns",
    "first_words",
    "needed_words",
    "triggers_by_word",
]

GAP = "…"
_OF = frozenset("of in to on from with between".split())
_PARTS = ("v", "n", "x")


class WordSet(NamedTuple):
    """What a word in braces stands for behind a gap: single words, and phrases by their last word."""

    lasts: frozenset[str]
    single: frozenset[str]
    phrases: dict[str, tuple[tuple[str, ...], ...]]

    def ends_at(self, words: list[str], at: int) -> bool:
        """Whether one of its words or phrases ends with token ``at``."""
        word = words[at]
        if word not in self.lasts:
            return False
        return word in self.single or any(
            tuple(words[max(0, at - len(before)) : at]) == before for before in self.phrases.get(word, ())
        )


Words = tuple[frozenset[str] | WordSet | str, ...]


@attrs.frozen
class Trigger:
    """A row in one of its forms; ``words`` behind the first one, each a set of forms, or the gap mark."""

    words: Words
    pos: str
    code: str
    frame: str
    group: str
    """Its class."""
    row: str
    """The trigger as the table has it."""
    size: int = attrs.field(init=False)
    """How many words behind the first one must be there."""
    turns: bool = attrs.field(init=False)
    """Whether its last word, any of a set, may be the subject of a passive verb: "aid was cut"."""
    needs: frozenset[str] = attrs.field(init=False)
    """The words of which one must stand near, as its last word; empty where the first word is all."""

    @size.default
    def _size(self) -> int:
        return len(self.words) - (GAP in self.words)

    @turns.default
    def _turns(self) -> bool:
        return self.pos == "v" and self.words[-2:-1] == (GAP,) and isinstance(self.words[-1], WordSet)

    @needs.default
    def _needs(self) -> frozenset[str]:
        last = self.words[-1] if self.words else frozenset()
        return last.lasts if isinstance(last, WordSet) else last if isinstance(last, frozenset) else frozenset()


class _Row(NamedTuple):
    trigger: str
    pos: str
    group: EventClass
    nouns: tuple[str, ...]


@per_lexicon
def _rows() -> tuple[_Row, ...]:
    found: list[_Row] = []
    for trigger, pos, group, nouns, _ in open_table("event_triggers", "trigger", "pos", "class", "noun", "source"):
        if pos not in _PARTS or group not in classes() or (nouns and pos != "v"):
            raise LexiconError(f"event_triggers.tsv: {trigger!r}: no such pos or class, or a noun of no verb")
        found.append(_Row(trigger, pos, classes()[group], tuple(filter(None, nouns.split("|")))))
    return tuple(found)


@per_lexicon
def _sets() -> dict[tuple[str, str], tuple[str, ...]]:
    """The words of each set, by its name and kind.

    v verbs, n nouns of these verbs, o what they are done to, c words near a trigger that tell what it means.
    """
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for name, kind, words, _ in open_table("event_words", "set", "kind", "words", "source"):
        if kind not in ("v", "n", "o", "c"):
            raise LexiconError(f"event_words.tsv: {name!r}: no such kind of words: {kind!r}")
        found[name, kind] = tuple(dict.fromkeys((*found.get((name, kind), ()), *words.split("|"))))
    return found


def _members(word: str, kind: str) -> tuple[str, ...]:
    """The words that one word of a trigger stands for: itself, or those of a set in braces."""
    if not word.startswith("{"):
        return (word,)
    found = _sets().get((word.strip("{}"), kind))
    if found is None:
        raise LexiconError(f"event_words.tsv: no set {word} of kind {kind}, which event_triggers.tsv names")
    return found


@per_lexicon
def triggers_by_word() -> dict[str, tuple[Trigger, ...]]:
    """The triggers by their first word; those with more words first, of equals those that tell of nothing."""
    found: dict[str, list[Trigger]] = {}
    for row in _rows():
        for form, trigger in _forms(row):
            found.setdefault(form, []).append(trigger)
    return {form: tuple(sorted(rows, key=_order)) for form, rows in found.items()}


def _order(trigger: Trigger) -> tuple[int, bool, bool]:
    return -trigger.size, GAP in trigger.words, trigger.code != "-"


@per_lexicon
def needed_words() -> dict[str, frozenset[str]]:
    """For each first word that begins phrases only, the words with which they end."""
    found: dict[str, frozenset[str]] = {}
    for word, rows in triggers_by_word().items():
        needs = [row.needs for row in rows]
        if all(needs):
            found[word] = frozenset().union(*needs)
    return found


def _forms(row: _Row) -> Iterator[tuple[str, Trigger]]:
    """First words and what follows them, for each form of the first word."""
    head, *rest = row.trigger.split()
    group = row.group
    if row.pos == "v":
        trigger = Trigger(_tail(rest, row.pos), "v", group.code, group.frame, group.name, row.trigger)
        yield from _verbal(_members(head, "v"), trigger)
        if head.startswith("{") and (head.strip("{}"), "n") in _sets():
            made = attrs.evolve(trigger, words=(_OF, *trigger.words), pos="n", frame=group.noun)
            yield from ((form, made) for noun in _members(head, "n") for form in (noun, plural(noun)))
        for noun in row.nouns:
            yield from _forms(_Row(noun, "n", group, ()))
        return
    frame = group.noun if row.pos == "n" else group.frame
    trigger = Trigger(_tail(rest, row.pos), row.pos, group.code, frame, group.name, row.trigger)
    yield head, trigger
    if row.pos == "n" and not rest:
        yield plural(head), trigger


def _verbal(members: tuple[str, ...], trigger: Trigger) -> Iterator[tuple[str, Trigger]]:
    """A verbal trigger for every form of every verb; the particle of "cut off" is a word that must follow."""
    for member in members:
        verb, *particles = member.split()
        whole = trigger
        if particles:
            whole = attrs.evolve(trigger, words=(*(frozenset({word}) for word in particles), *trigger.words))
        yield from ((form, whole) for form in verb_forms(verb).all())


def _tail(rest: list[str], pos: str) -> Words:
    """What must follow the first word: words of a verb's phrase in both numbers, a noun's last one too."""
    return tuple(
        GAP
        if word == GAP
        else _word_set(word.strip("{}"))
        if word.startswith("{")
        else frozenset({word, plural(word)} if pos == "v" or (pos == "n" and place == len(rest)) else {word})
        for place, word in enumerate(rest, 1)
    )


@per_lexicon
def _word_set(name: str) -> WordSet:
    members = [member.split() for member in _members("{" + name + "}", "o")]
    phrases: dict[str, tuple[tuple[str, ...], ...]] = {}
    for *before, last in members:
        for form in (last, plural(last)) if before else ():
            phrases[form] = (*phrases.get(form, ()), tuple(before))
    single = (member[0] for member in members if len(member) == 1)
    alone = frozenset(form for word in single for form in (word, plural(word)))
    return WordSet(alone | phrases.keys(), alone, phrases)


@per_lexicon
def context_words(name: str) -> frozenset[str]:
    """Words that tell what a trigger means beside them: "labour" makes a strike one of workers."""
    return frozenset(_members("{" + name + "}", "c"))


@per_lexicon
def first_words() -> frozenset[str]:
    """Every word with which a trigger begins."""
    return frozenset(triggers_by_word())


@per_lexicon
def event_nouns() -> frozenset[str]:
    """The nouns that tell of violence, alone or at the end of a phrase."""
    heads: set[str] = set()
    nouns = [
        (noun, row.group.code)
        for row in _rows()
        for noun in (row.nouns if row.pos == "v" else (row.trigger,) * (row.pos == "n"))
    ]
    for phrase, code in nouns:
        if code in codes() and codes()[code].plover in ("ASSAULT", "COERCE", "PROTEST"):
            words = phrase.split()
            of = "of" in words and codes()[code].plover == "ASSAULT"  # "exchange of gunfire"; not "state of emergency"
            noun = words[words.index("of") - 1 if of else -1]
            heads |= {noun, plural(noun)}
    return frozenset(heads)
