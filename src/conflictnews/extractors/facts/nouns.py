"""What is counted: the noun phrase behind a number, its head and its modifier, across "of"."""

from __future__ import annotations

from functools import cache

from conflictnews.extractors.facts.context import context
from conflictnews.extractors.facts.quantity import Counted, Quantity
from conflictnews.lexicons.table import word_sets
from conflictnews.text import TextView
from conflictnews.text.spelled_numbers import number_words

__all__ = ["count_noun", "is_person", "is_plural", "noun_classes", "plural_soon"]

_REACH = 7
_OF_BREAKS = frozenset(
    {
        "the",
        "its",
        "his",
        "her",
        "their",
        "our",
        "my",
        "these",
        "those",
        "this",
        "that",
        "such",
        "all",
        "some",
        "a",
        "an",
    }
)
_TITLES = frozenset({"mr", "mrs", "ms", "dr", "st", "sen", "gen", "rep", "gov", "prof"})
_DEGREES = frozenset({"other", "more", "further", "additional", "new", "different", "such"})
_ACRONYMS = frozenset({"us", "it", "who"})
"""Pronouns, but before a noun and in capitals a country, a trade, a body."""
_OPENING = frozenset({'"', "“", "‘"})
_POSSESSIVE = frozenset({"'", "’", "'s"})
_PERSON_ENDINGS = ("man", "woman", "member", "worker", "ist", "er", "or", "ian", "ant", "ee")


@cache
def noun_classes(name: str) -> frozenset[str]:
    """A class of the table ``count_nouns`` (plural, person, thing) or ``np_boundaries`` (function, verb, adverb)."""
    sets = word_sets("count_nouns", "noun", "class")
    return sets[name] if name in sets else word_sets("np_boundaries", "word", "class")[name]


@cache
def _stops() -> frozenset[str]:
    return noun_classes("function") | noun_classes("verb") | noun_classes("adverb")


def is_plural(word: str) -> bool:
    """Whether a folded word looks like a plural noun.

    >>> is_plural("rockets"), is_plural("people"), is_plural("crisis"), is_plural("rocket")
    (True, True, False, False)
    """
    if word in noun_classes("plural"):
        return True
    if word.endswith(("children", "women", "men")):
        return word not in noun_classes("no-plural")
    if len(word) < 4 or word[-1] != "s" or word[-2] in "su'" or word.endswith(("is", "ous")):
        return False
    return word not in _stops() and word not in noun_classes("singular-s") and word[0].isalpha()


def is_person(word: str) -> bool:
    """Whether a singular noun names a person, by the table or by its ending.

    >>> is_person("contractor"), is_person("footballer"), is_person("tower")
    (True, True, False)
    """
    if word in noun_classes("person"):
        return True
    if word in noun_classes("thing") or word in context("no-person") or len(word) < 5:
        return False
    return word.endswith(_PERSON_ENDINGS)


def count_noun(view: TextView, quantity: Quantity, *, single: bool) -> Counted:
    """A quantity with its counted noun, if there is one; ``single`` where it counts one thing."""
    at, words, form = quantity.last, view.words, quantity.form
    if quantity.tail:
        return _tied_noun(view, quantity)
    if at < len(words) and words[at] == "of":
        start = _behind_of(view, at)
        found = None if start is None else _phrase(view, start, single=False)
        if found is None and start is not None and form in ("fraction", "vague"):
            found = _phrase(view, start, single=True)
    elif form == "fraction":
        start = at
        while start < len(words) and words[start] in _OF_BREAKS:
            start += 1
        found = _phrase(view, start, single=True) if start > at else None
    else:
        found = _phrase(view, at, single=single)
    if found is None:
        return Counted(quantity, at)
    first, head = found
    return Counted(quantity, head + 1, (head, head + 1), head, (first, head) if first < head else None)


def _tied_noun(view: TextView, quantity: Quantity) -> Counted:
    """ "four-cylinder", "12-page", "10,000-strong": the tied word is what is counted."""
    head = quantity.tail.partition("-")[0]
    if head in ("strong", "plus", "odd", "fold") or head.isdigit():
        if head == "strong" and (found := _phrase(view, quantity.last, single=True)) is not None:
            return Counted(quantity, found[1] + 1, (found[1], found[1] + 1), found[1])
        return Counted(quantity, quantity.last)
    return Counted(quantity, quantity.last, head=quantity.number[1] - 1)


def _behind_of(view: TextView, at: int) -> int | None:
    """The first word of the phrase behind "of", its determiner left out; None behind "of them", "of whom"."""
    words = view.words
    start = at + 1
    while start < len(words) and start < at + 4 and words[start] in _OF_BREAKS:
        start += 1
    while (
        start + 1 < len(words)
        and start < at + 6
        and (
            words[start] in ("most", "past", "last", "first", "next")
            or words[start].isdigit()
            or words[start] in number_words()
        )
    ):
        start += 1  # "85 of the 154 meetings", "five of the past six cycles"
    if start >= len(words):
        return None
    if words[start] in noun_classes("function") and not (
        words[start] in _ACRONYMS and view.text[view.starts[start]].isupper()
    ):
        return None
    return start


def _phrase(view: TextView, at: int, *, single: bool) -> tuple[int, int] | None:
    """First token and head of the noun phrase at ``at``, if there is one.

    The head is its first plural noun (the last of a run), or, where one thing is counted or there is no plural, its
    last word.
    """
    words = view.words
    stop = min(at + _REACH, len(words))
    if at < stop and words[at] in _OPENING:
        at += 1
    k = at
    while k < stop:
        step = _goes_on(view, at, k, stop, single=single)
        if step == 0:
            break
        if (
            not single
            and step == 1
            and _is_counted(words[k], first=k == at or words[k - 1] in _DEGREES)
            and not _compound_goes_on(view, k, stop)
        ):
            return at, k
        k += 1
    stops = _stops()
    while k > at and (not words[k - 1][0].isalnum() or words[k - 1] in stops):
        k -= 1
    if k == at or (not single and k - at > 4):
        return None
    last = _last_word(view, at, k) if single else k - 1
    return None if words[last][0].isdigit() else (at, last)


def _is_counted(word: str, *, first: bool) -> bool:
    """A plural noun; right behind the number also one that is mostly a verb ("five states", "two hits")."""
    return is_plural(word) or (first and _is_verbal_noun(word))


def _is_verbal_noun(word: str) -> bool:
    return word[-1] == "s" and len(word) > 3 and word in noun_classes("verb") and word not in noun_classes("function")


def _last_word(view: TextView, at: int, end: int) -> int:
    """The head of a singular phrase: without a trailing participle, and before an adverb."""
    words = view.words
    for k in range(at + 1, end):
        if words[k].endswith("ly"):
            return k - 1
    return end - 2 if end - at > 1 and words[end - 1].endswith(("ed", "taken", "given")) else end - 1


def _goes_on(view: TextView, at: int, k: int, stop: int, *, single: bool) -> int:
    """Whether token ``k`` belongs to the phrase that began at ``at``: 0 no, 1 as a word of it, 2 as a joint."""
    words = view.words
    word = words[k]
    if not word[0].isalnum():
        if word == "." and k > at and words[k - 1] in _TITLES and view.starts[k] == view.ends[k - 1]:
            return 2
        possessive = word in _POSSESSIVE and k > at and view.starts[k] == view.ends[k - 1]
        return 2 if possessive and k + 1 < stop and words[k + 1][0].isalnum() else 0
    if (
        word in _ACRONYMS
        and k + 1 < stop
        and (k == at or view.text[view.starts[k]].isupper())
        and words[k + 1] not in _stops()
    ):
        return 1
    follows_person = single and k > at and words[k - 1] in noun_classes("person")
    if word in _stops() and (follows_person or not _is_modifier(view, k, stop)):
        if (k == at or words[k - 1] in _DEGREES) and not single and _is_verbal_noun(word):
            return 1
        return 2 if word == "and" and k > at and not single and _and_inside(view, at, k, stop) else 0
    if word[0].isdigit() and k > at and not ("-" in word or word[-1].isalpha()):
        return 0
    return 0 if _is_participle(view, at, k, stop, single=single) else 1


def _is_participle(view: TextView, at: int, k: int, stop: int, *, single: bool) -> bool:
    """An unknown verb behind the noun: "one person suffered", "thousands watching", "several waved"."""
    words = view.words
    word = words[k]
    if len(word) < 5 or (word[-3:] not in ("ing",) and word[-2:] != "ed"):
        return False
    if k > at and words[k - 1].endswith("ly"):
        return False  # "20 decently sized plants"
    known = noun_classes("person") | noun_classes("thing")
    if single:
        return k > at and word[-2:] == "ed" and (words[k - 1] in known or not _noun_follows(view, k, stop))
    return not _noun_follows(view, k, stop)


def _noun_follows(view: TextView, k: int, stop: int) -> bool:
    return k + 1 < stop and (is_plural(view.words[k + 1]) or view.words[k + 1] in noun_classes("person"))


def _is_modifier(view: TextView, k: int, stop: int) -> bool:
    """A participle before a noun: "14 wounded soldiers", "two suspected gunmen"."""
    word = view.words[k]
    if word in noun_classes("function") or k + 1 >= stop:
        return False
    behind = view.words[k + 1]
    return (
        behind[0].isalpha()
        and (is_plural(behind) or behind in noun_classes("person"))
        and word[-2:] in ("ed", "ng", "en")
    )


def _and_inside(view: TextView, at: int, k: int, stop: int) -> bool:
    """ "460 Kia and Hyundai vehicles": two capitalised modifiers of one head."""
    if k + 2 >= stop:
        return False
    left, right = view.text[view.starts[k - 1]], view.text[view.starts[k + 1]]
    return (
        left.isupper() == right.isupper()
        and not is_plural(view.words[k - 1])
        and view.words[k + 1][0].isalpha()
        and (view.words[k + 1] not in _stops() and is_plural(view.words[k + 2]) and k - at <= 2)
    )


def _compound_goes_on(view: TextView, k: int, stop: int) -> bool:
    """ "two arms dealers", "seven Sports Illustrated reporters": a further plural right behind."""
    if k + 1 >= stop:
        return False
    behind = view.words[k + 1]
    if view.words[k] in ("times", "people", "men", "women", "others"):
        return False
    return is_plural(behind) and view.starts[k + 1] == view.ends[k] + 1 and behind not in ("times",)


def plural_soon(view: TextView, at: int) -> bool:
    """Whether a plural noun stands within three tokens, before any closed-class word."""
    stop = noun_classes("function")
    for word in view.words[at : at + 3]:
        if word in stop or not word[0].isalnum():
            return False
        if is_plural(word):
            return True
    return False
