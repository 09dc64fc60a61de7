"""Numbers that are no quantities: idioms, years, telephone numbers, labels, addresses, names.

Dates and clock times come from the dates layer. A rule says that a number without a unit is none.
"""

from __future__ import annotations

from functools import cache

from conflictnews.extractors.facts.context import context
from conflictnews.extractors.facts.quantity import Quantity
from conflictnews.extractors.facts.rule import rule
from conflictnews.lexicons.table import word_sets
from conflictnews.text.closed_words import closed_words
from conflictnews.text.nouns import is_person, is_plural
from conflictnews.text.spelled_numbers import class_of
from conflictnews.text.tags import OPENING_MARKS
from conflictnews.text.window import Window

_TYING = frozenset("/-–#&_@'’+\\.")
_TIED_BEHIND = frozenset("/@_\\")
_CLOSED, _NOMINAL = frozenset("pdowcxtrv"), frozenset("nauys")
_DETERMINERS = frozenset("the a an its his her their our my your this that these those 's every each another".split())


@cache
def _names(label: str) -> frozenset[str]:
    return word_sets("number_names", "name", "class")[label]


@cache
def _idioms() -> dict[str, list[tuple[int, tuple[str, ...]]]]:
    """Names and idioms by each of their words, with its place in them."""
    found: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
    for phrase in sorted(_names("phrase")):
        parts = tuple(phrase.split())
        for place, part in enumerate(parts):
            found.setdefault(part, []).append((place, parts))
    return found


def _is_open(window: Window, at: int) -> bool:
    """Whether a token is neither of a closed class nor a verb."""
    return window.label(at) not in _CLOSED


def _is_noun(window: Window, at: int) -> bool:
    """Whether a noun phrase goes on at a token: "one really large house"."""
    if window.word(at) in ("other", "more", "further"):
        return True
    nominal = _NOMINAL
    while window.label(at) == "r":
        at, nominal = at + 1, _NOMINAL | {"e"}
    return window.word(at)[:1].isalpha() and window.label(at) in nominal


def _plural_soon(window: Window, at: int) -> bool:
    """Whether a plural noun stands within three tokens, before any closed-class word."""
    for k in range(at, at + 3):
        if not _is_noun(window, k):
            return False
        if is_plural(window.words[k]):
            return True
    return False


@rule("The First Lady was on the phone 24/7.")
def idiom(window: Window, q: Quantity) -> bool:
    """A name or an idiom of the table ``number_names``."""
    at = q.number[0]
    phrases = _idioms().get(window.words[at])
    return phrases is not None and any(window.follows(at - place, *parts) for place, parts in phrases)


@rule("They drove a 4x4 car.", "digits")
def glued_sign(window: Window, q: Quantity) -> bool:
    """Letters glued to the digits that are no unit, or a word of a clock time behind them."""
    return bool(q.glue) or window.word(q.last) in context("clock")


@rule("It is ranked #5 there.", "digits")
def tied_mark(window: Window, q: Quantity) -> bool:
    """A mark that ties the number to something: "TPP-11", "#5", "user_7", "5/day" is a rate."""
    (first, last), behind = q.number, window.word(q.number[1])
    if window.word(first - 1) in _TYING and window.touching(first) and not q.signed:
        return window.word(first - 1) != "–" or not window.word(first - 2)[:1].isdigit()
    return behind in _TIED_BEHIND and window.touching(last) and window.word(last + 1) not in ("day", "hour")


@rule("Call 555-1234 or 0207 321 9251.", "digits", "words")
def telephone(window: Window, q: Quantity) -> bool:
    """Digits tied to digits, in a row of three and more, behind a leading zero; more digits than anyone counts."""
    first, last = q.number
    word = window.words[first]
    if q.tail[:1].isdigit() or (q.bare and (q.value >= 10**9 or (word[0] == "0" and len(word) > 3))):
        return True
    beside = (window.word(first - 1), window.word(last))
    return q.bare and len(word) >= 3 and any(len(near) >= 3 and near.isdecimal() for near in beside)


@rule("It was the fluid 2016 primary.", "digits")
def year(window: Window, q: Quantity) -> bool:
    """Four bare digits that the dates layer leaves open, unless something says that they count."""
    if not q.bare or not 1500 <= q.value < 2100 or q.bound != "exact":
        return False
    before, behind, round_number = window.word(q.first - 1), window.word(q.last), q.value % 100 == 0
    if is_plural(behind) and (round_number or behind[-1] != "s"):
        return before in (("in", "since", "by") if round_number else context("before-year"))
    other = window.word(q.first - 2)
    ranges = is_plural(behind) and other.isdecimal() and len(other) < 4  # "between 601 and 1501 lanterns"
    return before != "average" and other not in context("counted-of") and not ranges


@rule("They met on Route 1 in phase two.", "digits", "words")
def label(window: Window, q: Quantity) -> bool:
    """A designator before the number, the name of an index or an aircraft, "zip" behind it."""
    at = q.number[0]
    before, behind = window.word(at - 1), window.word(q.number[1])
    if q.tail:
        return False
    if before in _names("designator"):
        return q.form == "digits" or before not in context("no-designator-of-words")
    if before in _DETERMINERS and window.words[at] in _names("model"):
        return not is_plural(behind)  # "the 757"
    numbered = before == "." and window.word(at - 2) in context("no-dot")
    return numbered or f"{before} {window.words[at]}" in _names("index") or behind == "zip"


@rule("1) They left.", "digits")
def list_marker(window: Window, q: Quantity) -> bool:
    """A small bare number before a bracket, or before a stop at the head of a paragraph; one in square brackets."""
    at = q.number[1]
    if q.bare and window.touching(q.first - 1) and (window.word(q.first - 1), window.word(at)) == ("[", "]"):
        return True  # "the hospital has 45 beds.[3]"
    if not q.bare or q.value > 60 or q.tail or not window.touching(at):
        return False
    if window.word(at) == ")":
        return _is_open(window, q.first - 1)  # "(1)", "(incident 1)", not "(47 to 25)"
    return window.word(at) == "." and q.first == window.start


@rule("They met at 49 Zorro Ranch Road.", "digits")
def address(window: Window, q: Quantity) -> bool:
    """Up to five capitalised words behind the number, the last of which is a kind of street."""
    for at in range(q.number[1], q.number[1] + 5):
        word = window.word(at)
        if q.tail or not (window.capital(at) or word[:1].isdigit()):
            return False
        if word in context("street"):
            return True
    return False


@rule("He spoke to Dorna 24 on Monday.", "digits")
def behind_name(window: Window, q: Quantity) -> bool:
    """A bare number behind a capitalised word, counting nothing."""
    at = q.number[0] - 1
    before, behind = window.word(at), window.word(q.number[1])
    if not q.bare or q.bound != "exact" or q.value >= 1000 or q.tail or not window.capital(at):
        return False
    return before[0].isalpha() and _is_open(window, at) and behind != "per" and not _plural_soon(window, q.number[1])


@rule("She came on its 18th anniversary.", "ordinal")
def ordinal_of_time(window: Window, q: Quantity) -> bool:
    """An ordinal before a word that makes a time or a street of it, or tied to something."""
    return bool(q.tail) or window.word(q.number[1]) in context("no-ordinal-before")


@rule("They sent the 3rd Brigade.", "ordinal")
def capitalised_ordinal(window: Window, q: Quantity) -> bool:
    """An ordinal in a name: in digits or with a capital, before a capital."""
    at = q.number[0]
    word = window.words[at]
    return window.capital(q.number[1]) and (word[0].isdigit() or (window.capital(at) and at > window.start))


@rule("They first prove it.", "ordinal")
def ordinal_adverb(window: Window, q: Quantity) -> bool:
    """An ordinal in words without a determiner before it, and no noun behind."""
    first, last = q.number
    before = window.word(first - 1)
    if window.words[first][0].isdigit() or before in _DETERMINERS:
        return False
    if before in context("before-adverb"):
        return True
    return not _is_noun(window, last) and window.end - window.start > 3


@rule("They held one-sided talks on an 8-by-11-inch sheet.", "digits", "words", "vague")
def tied_to_adjective(_window: Window, q: Quantity) -> bool:
    """A number tied to what counts nothing."""
    head, _, rest = q.tail.partition("-")
    return (rest or head) in context("not-counted-tied") or head in closed_words(
        "preposition", "determiner", "particle", "conjunction", "to"
    )


@rule("The top five left.", "words", "vague")
def top_ten(window: Window, q: Quantity) -> bool:
    """A number in words behind "top", "bottom", "final" that counts nothing."""
    before = window.word(q.number[0] - 1)
    return before in ("bottom", "top", "final") and not _is_noun(window, q.number[1]) and not q.tail


@rule("He runs the Five Point club.", "words", "vague")
def capitalised_name(window: Window, q: Quantity) -> bool:
    """A capitalised number within a sentence before a capitalised singular."""
    (first, last), behind = q.number, window.word(q.number[1])
    if last - first > 1 or q.tail or not (window.capital(first) and window.capital(last)) or first == window.start:
        return False
    if window.word(first - 1) in OPENING_MARKS:
        return False  # "Kabul -- Six Greek engineers fled"
    return not is_plural(behind) and not is_person(behind)


@rule("One must wait, and no one knows.", "words", "vague")
def one_as_pronoun(window: Window, q: Quantity) -> bool:
    """ "One" that is a pronoun, and "scores" and "tens" that count nothing."""
    (first, last), behind = q.number, window.word(q.last)
    word, before = window.words[first], window.word(first - 1)
    if q.tail or last - first > 1:
        return False
    if word in ("scores", "tens"):
        return behind != "of"
    if word == "dozen":  # "a baker's dozen"
        return q.first == first and not _is_noun(window, q.last)
    if word != "one":
        return False
    if before in context("before-pronoun-one"):
        return not (before in context("before-counting-one") and _is_noun(window, q.last))
    if behind == "of":
        return window.word(last + 1) in ("a", "course")
    if behind in ("out", "in", "over", "to", "or"):
        following = window.word(last + 1 + (behind == "out"))
        return not (following[:1].isdigit() or class_of(following))
    if behind in context("behind-counting-one") or before in context("before-victim"):
        return False
    return not _is_noun(window, q.last) or behind in context("no-count-of-one")
