"""Triggers: where the text has a word or phrase of the table, and which of several it is."""

from __future__ import annotations

from typing import NamedTuple

from conflictnews.extractors.events.sentence import Reading
from conflictnews.extractors.events.trigger_table import (
    GAP,
    Trigger,
    WordSet,
    event_nouns,
    first_words,
    needed_words,
    triggers_by_word,
)
from conflictnews.lexicons.lexicon import per_lexicon
from conflictnews.text import TextView
from conflictnews.text.clauses import is_headline
from conflictnews.text.closed_words import closed_words, verbs
from conflictnews.text.morphology import sure_pasts
from conflictnews.text.nouns import is_person
from conflictnews.text.phrases import REACH
from conflictnews.text.subjects import subjects_of
from conflictnews.text.verb_groups import is_passive

__all__ = [
    "GAP",
    "Match",
    "Trigger",
    "event_nouns",
    "first_words",
    "match_at",
    "may_begin",
]

_STRANDED = frozenset({"at", "on", "upon"})
_DISORDER = frozenset({"protest", "riot"})
"""Codes of what those do whom a participle of motion describes: "fired on PROTESTING farmers"."""
_LEFT = tuple(frozenset({word, f"{word}s"}) for word in ("dead", "wounded", "injured", "lifeless"))
_ENDS = frozenset({"as", "by", "at", "after", "before", "during", "against", "between", "from", "since", "until"})
_IDIOM, _BURN = "idiom", "burn"
_MOST_BETWEEN = 6
_LONGEST = 14


class Match(NamedTuple):
    """A trigger in the text: tokens ``first`` up to ``last``; ``at`` is the word that arguments stand around."""

    trigger: Trigger
    first: int
    last: int
    after: int
    """Where the object begins."""
    tail: int = -1
    """Where the word of the gap's other side stands; it tells of no event of its own."""


def may_begin(view: TextView, at: int) -> bool:
    """Whether a word that begins phrases only has a word near it with which one ends."""
    need = needed_words().get(view.words[at])
    return need is None or not need.isdisjoint(view.words[max(0, at - REACH) : at + _LONGEST])


def match_at(reading: Reading, at: int) -> Match | None:
    """The longest trigger that begins with token ``at`` and fits the class of that word.

    Of several as long, one without a gap, else the one whose last word heads the noun phrase that is nearest.
    """
    best: Match | None = None
    key = (0, 0)
    behind = reading.view.words[at + 1 : min(reading.last, at + _LONGEST)]
    passive: bool | None = None
    for trigger in triggers_by_word()[reading.view.words[at]]:
        if best is not None and trigger.size < best.trigger.size:
            break
        if trigger.words and trigger.needs.isdisjoint(behind):
            if trigger.turns and passive is None:
                passive = _may_turn(reading, at)
            if not (passive and trigger.turns):
                continue
        found = _rest(reading, at, trigger) if _fits(reading, at, trigger) else None
        if found is None:
            continue
        if GAP not in trigger.words:
            return best or found
        nearness = _nearness(reading, found)
        if best is None or nearness < key:
            best, key = found, nearness
    return best


def _nearness(reading: Reading, match: Match) -> tuple[int, int]:
    """How many prepositions it passes up to its last word; then the farther noun: "suspended aid talks" is of talks.

    Of other words the nearer: "left two KILLED and one injured".
    """
    passed = sum(label == "p" for label in reading.classes[match.last : match.tail + 1])
    return passed, -match.tail if isinstance(match.trigger.words[-1], WordSet) else match.tail


def _fits(reading: Reading, at: int, trigger: Trigger) -> bool:
    """Whether a word of this class can begin the trigger; what can be nothing else may be in the class of another."""
    label, alone = reading.classes[at], not trigger.words
    if trigger.pos == "v":
        if label == "a" and alone:
            return trigger.code in _DISORDER and reading.view.words[at] in closed_words("moving")
        if label not in "vegma":
            return label == "n" and (_is_phrase(reading, at, trigger) or reading.view.words[at] in sure_pasts())
        return not (label == "g" and alone and _nominal_gerund(reading, at))
    if trigger.pos == "n" and alone:
        if label in "ve":
            return not any(reading.view.words[at] in forms for forms in verbs())
        if reading.syntax.tags[at] == "J" and _is_predicative(reading, at):
            return False
        return label != "y" and (label != "g" or _nominal_gerund(reading, at))  # not "on march 12"
    return True


def _is_predicative(reading: Reading, at: int) -> bool:
    """Whether an adjective is said of something, and no noun: "the slogan was OFFENSIVE"; not "the rebel offensive"."""
    before = reading.classes[at - 1] if at > reading.first else "."
    return before in "xr" and (at + 1 == reading.last or reading.classes[at + 1] not in "na")


def _is_phrase(reading: Reading, at: int, trigger: Trigger) -> bool:
    """Whether more words stand at once that make it a verb: "set fire to", "shot dead"."""
    words = trigger.words
    if GAP not in words:
        return trigger.size > 1
    want = words[1] if words[0] == GAP and len(words) > 1 else ""
    if isinstance(want, (str, WordSet)) or at + 1 >= reading.last:
        return False
    return reading.view.words[at + 1] in want and reading.classes[at + 1] != "n"


def _nominal_gerund(reading: Reading, at: int) -> bool:
    """Whether "killing" is a noun here: before "of", after a determiner, or with nothing to act on behind it."""
    after = reading.classes[at + 1] if at + 1 < reading.last else "."
    if at + 1 < reading.last and reading.view.words[at + 1] == "of":
        return True
    before = reading.classes[at - 1] if at > reading.first else "."
    return after not in "dnauo" and before != "x" and not (after == "p" and before == ",")


def _rest(reading: Reading, at: int, trigger: Trigger) -> Match | None:
    """The match that goes on behind the first word, or, for a passive verb, has the trigger's last word as subject."""
    words, i, last = reading.view.words, at + 1, reading.last
    gap_at = resumed = -1
    for want in trigger.words:
        if isinstance(want, str):
            gap_at = i
            continue
        if gap_at >= 0 and i == gap_at:
            found = _behind_gap(reading, want, i, lists=trigger.group == _BURN)
            if found is None:
                return _turned(reading, at, i, trigger) if trigger.turns else None
            resumed, i = found, found + 1
        elif i < last and not isinstance(want, WordSet) and words[i] in want:
            i += 1
        else:
            return None
    if gap_at >= 0:
        if trigger.words[-1] in _LEFT and at + 2 < i < last and reading.classes[i] == "n":
            return None  # "left his dead wife the house"
        within = resumed > gap_at or (reading.classes[i - 1] == "n" and trigger.frame != "kill")
        return Match(trigger, at, at + 1, gap_at if within else i, i - 1)
    stranded = trigger.pos == "v" and words[i - 1] in _STRANDED and is_passive(reading.syntax, at)
    if stranded and i < last and reading.classes[i] in "dnau":
        return None  # "was shot AT A SCHOOL"; but "was shot at by rebels"
    return Match(trigger, at, i, i)


def _behind_gap(reading: Reading, want: frozenset[str] | WordSet, start: int, *, lists: bool) -> int | None:
    """Where the word behind a gap stands, in the same clause: the first one, of a set the last of its noun phrase.

    The gap may hold a list with commas where the trigger ``lists`` what it is done to.
    """
    words, classes = reading.view.words, reading.classes
    found: int | None = None
    most = start + _MOST_BETWEEN
    for i in range(start, min(reading.last, start + _LONGEST)):
        if i >= most:
            break
        if lists and words[i] == "," and i + 1 < reading.last and classes[i + 1] in "dnauc":
            most = i + _MOST_BETWEEN  # "set a church, a school, and several homes on fire"
            continue
        if isinstance(want, WordSet):
            found = i if want.ends_at(words, i) and _heads(reading, i) else found
        elif words[i] in want:
            return i
        if words[i] in (",", ";", ".") or (classes[i] in "vwx" and words[i] != "as"):
            break
        if isinstance(want, WordSet) and (words[i] in _ENDS or (found is not None and classes[i] not in "nau")):
            break
    return found


def _heads(reading: Reading, at: int) -> bool:
    """Whether the noun is no month, ends no idiom, and says not only who somebody is: "aid", not "aid workers".

    What has an object is none: "continued gathering evidence".
    """
    if reading.classes[at] == "g" and not _nominal_gerund(reading, at):
        return False
    if _ends_idiom(reading, at) or (reading.view.words[at] == "march" and _is_month(reading, at)):
        return False
    after = at + 1
    return after >= reading.last or reading.classes[after] != "n" or not is_person(reading.view.words[after])


def _ends_idiom(reading: Reading, at: int) -> bool:
    """Whether the word before makes a phrase of the noun that tells of nothing: "a campaign rally"."""
    return reading.view.words[at] in _idioms().get(reading.view.words[at - 1], ())


@per_lexicon
def _idioms() -> dict[str, frozenset[str]]:
    """The words that end an idiom of two words, by the one with which it begins."""
    found: dict[str, frozenset[str]] = {}
    for word, triggers in triggers_by_word().items():
        behind = [trigger.words[0] for trigger in triggers if trigger.group == _IDIOM and len(trigger.words) == 1]
        ends = [want for want in behind if isinstance(want, frozenset)]
        if ends:
            found[word] = frozenset().union(*ends)
    return found


def _is_month(reading: Reading, at: int) -> bool:
    """Whether "March" is the month: "began in March", "on March 31"."""
    capital = reading.view.is_capital(at)
    return capital and (reading.classes[at - 1] in "pu" or reading.classes[min(at + 1, reading.last - 1)] == "u")


def _turned(reading: Reading, at: int, last: int, trigger: Trigger) -> Match | None:
    """ "The aid was suspended": the last word of the trigger heads the subject of a passive verb."""
    want = trigger.words[-1]
    if not isinstance(want, WordSet) or not _may_turn(reading, at):
        return None
    if reading.classes[at - 1] == "n" and reading.view.words[at] in closed_words("scheduling"):
        return None  # "a protest against the schedule announced by the commission"
    heads = [
        head
        for phrase in subjects_of(reading.syntax, at)
        for head in (phrase.head, _noun_before(reading, phrase.first))
    ]
    head = next((head for head in heads if head >= 0 and want.ends_at(reading.view.words, head)), None)
    return None if head is None or _ends_idiom(reading, head) else Match(trigger, at, last, last, head)


def _may_turn(reading: Reading, at: int) -> bool:
    """Whether the verb's object may be its subject."""
    acts = at + 1 < reading.last and reading.classes[at + 1] in "dnau"  # "troops evacuated civilians"
    passive = is_passive(reading.syntax, at)
    return reading.classes[at] in "ev" and (passive or (is_headline(reading.syntax, at) and not acts))


def _noun_before(reading: Reading, first: int) -> int:
    """The noun whose "to" phrase begins at ``first``: "aid to Mali"; -1 where there is none."""
    classes, i = reading.classes, first - 1
    while i > reading.first and classes[i] in "du":
        i -= 1
    return i - 1 if i > reading.first and classes[i] in "tp" and classes[i - 1] == "n" else -1
