"""Noun phrases, read from word classes: the one behind a position, the one before it, and the chain of a subject."""

from __future__ import annotations

from typing import NamedTuple

from conflictnews.extractors.events.argument_words import argument_words
from conflictnews.text import TextView

__all__ = ["BOUNDS", "Phrase", "Reading", "phrase_after", "phrase_before", "phrases_after", "phrases_before"]

_LONGEST_LIST = 5
REACH = 40
"""How many tokens a look-around may pass."""
_INNER = frozenset("nau")
BOUNDS = frozenset("more than at least up to as many about around nearly over some only almost fewer less most".split())
_CHAIN = frozenset("of in from at with near on for inside outside to against by between".split())


class Phrase(NamedTuple):
    """A noun phrase: token ``first`` up to, not with, ``last``; the head is the last word before a preposition."""

    first: int
    last: int
    head: int


class Reading(NamedTuple):
    """One sentence: the text, the classes of its tokens, and where it begins and ends."""

    view: TextView
    classes: list[str]
    first: int
    last: int


def phrase_after(reading: Reading, at: int, bound: int | None = None) -> Phrase | None:
    """The noun phrase that begins at ``at``, behind adverbs; with an "of" phrase where it has one.

    Of "a group of diplomats" only "diplomats" counts. It ends before ``bound``, by default a fixed reach away, so that
    a chain of a thousand "of" is not followed.
    """
    classes, words = reading.classes, reading.view.words
    end = min(reading.last, at + REACH) if bound is None else bound
    while at < end and (classes[at] in 'r"' or words[at] in ("both", "the")):
        at += 1
    start = at
    begin = _past_number(reading, at, end)
    head = _head(reading, begin, end, start < begin)
    if head < 0:
        counted = start < begin < end and words[begin] == "of"  # "five of its bases"
        return phrase_after(reading, begin + 1, end) if counted else None
    last = head + 1
    inner = phrase_after(reading, last + 1, end) if last + 1 < end and words[last] == "of" else None
    if inner is None:
        return Phrase(begin, last, head)
    return inner if words[head] in argument_words("measure") else Phrase(begin, inner.last, head)


def _head(reading: Reading, begin: int, end: int, determined: bool) -> int:
    """The last noun of the phrase that begins at ``begin``; -1 where there is none."""
    classes, head = reading.classes, -1
    for at in range(begin, end):
        if classes[at] == "n":
            head = at
        elif not _goes_on(reading, begin, at, end, head, determined):
            break
    return head


def _goes_on(reading: Reading, begin: int, at: int, end: int, head: int, determined: bool) -> bool:
    """Whether a word that is no noun may stand inside a noun phrase, ``head`` being its last noun so far."""
    classes = reading.classes
    label = classes[at]
    if label in "au":
        return True
    if label == "d":
        return classes[at - 1] == "s"  # "Iran's most revered general"
    if label == "s":
        return 0 <= head == at - 1
    if label == '"' and at > begin:
        return at + 1 < end and classes[at + 1] == "n" and classes[at - 1] in "nau"  # 'Maoist "Shining Path" rebels'
    if label == "c":
        return head >= 0 and _joins_modifiers(reading, begin, at, end)
    if at != begin:
        return False
    return label == '"' or (label in "eg" and determined and classes[min(at + 1, end - 1)] == "n")


def _past_number(reading: Reading, at: int, end: int) -> int:
    """Behind determiners and numbers: "more than 100", "up to a dozen", "at least three"."""
    classes, words = reading.classes, reading.view.words
    while at < end and classes[at] in "du":
        at += 1
    bound = at
    while bound < end and bound - at < 4 and words[bound] in BOUNDS:
        bound += 1
    if at < bound < end and classes[bound] in "du":
        at = bound
        while at < end and classes[at] in "du":
            at += 1
    return at


def _joins_modifiers(reading: Reading, begin: int, at: int, end: int) -> bool:
    """ "US and coalition forces": one short modifier before "and", and two nouns behind it."""
    classes = reading.classes
    return at - begin == 1 and at + 2 < end and classes[at + 1] in "na" and classes[at + 2] == "n"


def phrases_after(reading: Reading, at: int) -> list[Phrase]:
    """The noun phrase at ``at`` and those that "and" or commas join to it."""
    out: list[Phrase] = []
    classes, words = reading.classes, reading.view.words
    while len(out) < 6:
        phrase = phrase_after(reading, at)
        if phrase is None:
            break
        out.append(phrase)
        nxt = phrase.last
        if nxt < reading.last and words[nxt] == "," and _list_goes_on(reading, nxt + 1):
            at = nxt + 1 + (words[nxt + 1] == "and")
        elif nxt + 1 < reading.last and words[nxt] in ("and", "or", "&") and classes[nxt + 1] in "dnau":
            at = nxt + 1
            if not _ends_list(reading, at):
                break
        else:
            break
    return out


def _list_goes_on(reading: Reading, at: int) -> bool:
    """Behind a comma: further phrases, the last of them behind "and" ("A, B, C and D", "A, B, and C")."""
    words = reading.view.words
    for _ in range(_LONGEST_LIST):
        if at < reading.last and words[at] == "and":
            return _ends_list(reading, at + 1)
        phrase = phrase_after(reading, at)
        if phrase is None or phrase.last >= reading.last:
            return False
        if words[phrase.last] == "and":
            return True
        if words[phrase.last] != ",":
            return False
        at = phrase.last + 1
    return False


def _ends_list(reading: Reading, at: int) -> bool:
    """Behind "and": a phrase that is no subject of its own verb."""
    phrase = phrase_after(reading, at)
    if phrase is None:
        return False
    nxt = phrase.last
    while nxt < reading.last and reading.classes[nxt] == "r":
        nxt += 1
    return nxt >= reading.last or reading.classes[nxt] not in "vex"


def phrases_before(reading: Reading, at: int, links: frozenset[str] = _CHAIN) -> list[Phrase]:
    """The noun phrases of the chain that ends before ``at``: "members of the group in the city" gives the members.

    Several where "and" joins them. ``links`` are the prepositions that the chain may pass.
    """
    out: list[Phrase] = []
    stop = max(reading.first, at - REACH)
    classes, words = reading.classes, reading.view.words
    end = at
    while end > stop and len(out) < 6:
        start = _start_of(reading, end, stop)
        if start is None:
            break
        begin = start
        while begin < end and classes[begin] in 'du"':
            begin += 1
        if begin < end:
            out.append(_with_attached(reading, begin, end, at))
        before = start - 1
        if before > stop and classes[before] == "p" and classes[before - 1] in "n" and words[before] in links:
            out.pop()
            if words[before] == "between":
                out.clear()  # "an exchange of fire between soldiers and rebels"
            end = before
            continue
        if before > stop and classes[before] == "u" and words[before - 1] == "of":
            break
        if (
            before > stop
            and words[before] in ("and", "&")
            and classes[before - 1] == "n"
            and _is_conjunct(reading, before, stop)
        ):
            end = before
            continue
        attached = "pt" if "to" in links else "p"  # "fighters loyal to the general"
        if (
            before > stop + 1
            and classes[before] in attached
            and (governor := _reduced(reading, before, stop)) is not None
        ):
            out.pop()
            end = governor
            continue
        if before > stop and words[before] == "," and len(out) > 1 and classes[before - 1] == "n":
            end = before
            continue
        if before > stop + 1 and words[before - 1 : before + 1] == [",", "and"] and _lists(reading, before - 1, stop):
            end = before - 1
            continue
        break
    out.reverse()
    return _of_all(reading, [p for p in out if p.first < p.last])


def _of_all(reading: Reading, phrases: list[Phrase]) -> list[Phrase]:
    """ "the ministers of Armenia and Azerbaijan" are one phrase: several, and names behind "of" and "and"."""
    if len(phrases) < 2:
        return phrases
    view, (first, second) = reading.view, phrases[:2]
    of = first.head + 1
    shared = (
        view.words[first.head].endswith("s")
        and of + 1 < first.last
        and view.words[of] == "of"
        and second.first == second.head
        and view.words[second.first - 1] == "and"
        and view.text[view.starts[first.last - 1]].isupper()
        and view.text[view.starts[second.head]].isupper()
    )
    return [Phrase(first.first, second.last, first.head), *phrases[2:]] if shared else phrases


def _lists(reading: Reading, comma: int, stop: int) -> bool:
    """Whether the phrase before ", and" stands behind a comma itself: "the house, several shops, and schools"."""
    if reading.classes[comma - 1] != "n":
        return False
    start = _start_of(reading, comma, stop)
    return start is not None and start > stop and reading.view.words[start - 1] == ","


def _is_conjunct(reading: Reading, conjunction: int, stop: int) -> bool:
    """Whether the phrase before "and" is part of the subject too, not the object of a verb or a preposition."""
    start = _start_of(reading, conjunction, stop)
    if start is None:
        return False
    return start <= stop or reading.classes[start - 1] in '.,"wc' or reading.view.words[start - 1] in ("of", "between")


def _reduced(reading: Reading, preposition: int, stop: int) -> int | None:
    """ "groups blamed for the attacks", "men armed with rifles": where the noun ends that the participle belongs to."""
    classes, words = reading.classes, reading.view.words
    i = preposition - 1
    if classes[i] == "g" and classes[i - 1] == "n":
        return i  # "men travelling in two vehicles"
    if classes[i] not in "eav":
        return None
    subject = i
    while subject > stop and classes[subject] in "evxr":
        subject -= 1
    if words[subject] in ("who", "that", "which") and subject > stop and classes[subject - 1] == "n":
        return subject
    if classes[i] == "v":
        return None
    while i > stop and classes[i - 1] == "r":
        i -= 1
    return i if i > stop and classes[i - 1] == "n" else None


def phrase_before(reading: Reading, at: int) -> Phrase | None:
    """The one noun phrase that ends before ``at``, with nothing that is attached to it."""
    stop = max(reading.first, at - REACH)
    start = _start_of(reading, at, stop) if at > stop else None
    if start is None:
        return None
    while start < at and reading.classes[start] in 'du"':
        start += 1
    return Phrase(start, at, at - 1) if start < at else None


def _start_of(reading: Reading, end: int, stop: int) -> int | None:
    """Where the noun phrase begins that ends before ``end``; None where none does."""
    classes = reading.classes
    if classes[end - 1] != "n":
        return None
    i = end - 1
    while i > stop:
        label = classes[i - 1]
        if label in _INNER or label == "s":
            i -= 1
        elif label == "d":
            i -= 1
            if reading.view.words[i] not in ("all", "both"):
                return i
        else:
            break
    return i


def _with_attached(reading: Reading, begin: int, end: int, at: int) -> Phrase:
    """The phrase with the "of" phrase behind it; of a measure ("a group of") only what is measured."""
    words = reading.view.words
    head = end - 1
    if end < at and words[end] == "of":
        inner = phrase_after(reading, end + 1)
        if inner is not None and inner.last <= at:
            if words[head] in argument_words("measure"):
                return inner
            return Phrase(begin, inner.last, head)
    return Phrase(begin, end, head)
