"""Numbers that are no quantities: dates, years, clock times, telephone numbers, labels, models and names."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from conflictnews.extractors.facts.context import context
from conflictnews.extractors.facts.datelike import is_date, is_military_time, is_telephone, is_year
from conflictnews.extractors.facts.nouns import is_plural, noun_classes, plural_soon
from conflictnews.extractors.facts.quantity import Quantity
from conflictnews.extractors.facts.words import number_words
from conflictnews.lexicons.table import word_sets
from conflictnews.text import TextView

__all__ = ["is_excluded"]

_TYING = frozenset({"/", "-", "–", "#", "&", "_", "@", "'", "’", "+", "\\", "."})
_ONES = frozenset({"one"})
_SIGNS = ("minus", "negative", "sub-")
_DETERMINERS = frozenset("the a an its his her their our my your this that these those 's every each another".split())


@cache
def _names() -> tuple[frozenset[str], frozenset[str], dict[str, list[tuple[str, ...]]]]:
    """Designators, indexes, and phrases by their first word."""
    sets = word_sets("number_names", "name", "class")
    phrases: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(sets["phrase"]):
        parts = tuple(phrase.split())
        for k, part in enumerate(parts):
            phrases.setdefault(part, []).append((str(k), *parts))
    return sets["designator"], sets["index"], phrases


@cache
def _models() -> frozenset[str]:
    """Numbers that name an aircraft when they count nothing: "the 757"."""
    return word_sets("number_names", "name", "class")["model"]


def is_excluded(view: TextView, quantity: Quantity) -> bool:
    """Whether a number, read but without a unit so far, is a part of something else than a quantity."""
    if _words_of(view, quantity) == ["one", "day"]:
        return quantity.first == 0 or view.words[quantity.first - 1] not in (
            "for",
            "in",
            "after",
            "within",
            "than",
            "only",
        )
    if quantity.kind == "money" or quantity.unit is not None:
        return quantity.unit == "second" and _after_name(view, quantity)
    form = quantity.form
    if form == "clock":
        return not _is_ratio(quantity)
    if _in_phrase(view, quantity):
        return True
    if form == "digits":
        return _digits_excluded(view, quantity)
    if form == "ordinal":
        return _ordinal_excluded(view, quantity)
    if form in ("words", "vague"):
        return _words_excluded(view, quantity)
    return False


def _words_of(view: TextView, quantity: Quantity) -> list[str]:
    return view.words[quantity.first : quantity.last]


def _after_name(view: TextView, quantity: Quantity) -> bool:
    """ "Channel 5s popular coverage": an "s" glued to a label."""
    first, last = quantity.number
    return last - first == 1 and view.words[first].endswith("s") and first > 0 and view.words[first - 1] in _names()[0]


def _is_ratio(quantity: Quantity) -> bool:
    above, _, below = quantity.tail.partition(":")
    return above.isdigit() and below.isdigit() and len(below) == 1 and len(above) <= 3 and below != "0"


def _in_phrase(view: TextView, quantity: Quantity) -> bool:
    words, first = view.words, quantity.number[0]
    for position, *parts in _names()[2].get(words[first], ()):
        start = first - int(position)
        if start >= 0 and words[start : start + len(parts)] == parts:
            return True
    if words[first].isdigit() and first + 2 < len(words) and words[first + 1] == "/":
        joined = f"{words[first]}/{words[first + 2]}"
        return (joined,) in {tuple(p[1:]) for p in _names()[2].get(joined, ())}
    return False


def _digits_excluded(view: TextView, quantity: Quantity) -> bool:
    words, (first, last) = view.words, quantity.number
    before = words[first - 1] if first else ""
    behind = words[last] if last < len(words) else ""
    if words[first][0].isalpha() and not words[first].startswith(_SIGNS):
        return True  # letters that are no currency: "A1"
    if quantity.glue or behind in context("clock"):
        return True  # "5G", "4x4", "10am": a glued sign that is no unit
    if quantity.plain and last - first == 1 and len(words[first]) > 9:
        return True  # an identifier
    if _is_tied(view, quantity, before, behind) or is_date(view, quantity, before, behind):
        return True
    if is_telephone(view, quantity):
        return True
    if quantity.plain and (is_year(view, quantity, before, behind) or is_military_time(view, quantity, before, behind)):
        return True
    return not quantity.tail and _is_label(view, quantity, before, behind)


def _is_tied(view: TextView, quantity: Quantity, before: str, behind: str) -> bool:
    """Whether a mark ties the number to something: "TPP-11", "24/7", "#5", "user_7"."""
    words, (first, last) = view.words, quantity.number
    if before in _TYING and view.ends[first - 1] == view.starts[first] and not quantity.sign:
        return before != "–" or not words[first - 2][:1].isdigit()
    touching = last < len(words) and view.starts[last] == view.ends[last - 1]
    return touching and behind in ("/", "@", "_", "\\") and words[last + 1 : last + 2] not in (["day"], ["hour"])


def _is_label(view: TextView, quantity: Quantity, before: str, behind: str) -> bool:
    """ "Route 1", "No. 5", "S&P 500", "1)", "90049 ZIP", "49 Oak Road", "Kurdistan 24"."""
    words, first = view.words, quantity.number[0]
    designators, indexes, _ = _names()
    if before in designators or f"{before} {words[first]}" in indexes or before == "#" or behind == "zip":
        return True
    if before in _DETERMINERS and words[first] in _models() and quantity.bound == "exact" and not is_plural(behind):
        return True
    if before == "." and first > 1 and words[first - 2] in ("no", "nos", "art", "vol", "fig", "ch"):
        return True
    if quantity.plain and _is_list_marker(view, quantity, behind):
        return True
    return _is_address(view, quantity) or (quantity.plain and _follows_name(view, quantity, behind))


def _is_list_marker(view: TextView, quantity: Quantity, behind: str) -> bool:
    """ "1) …", "2. …" at the head of a paragraph or a sentence; "(3)" alone between brackets."""
    first, last = quantity.number
    if behind not in (")", ".") or view.starts[last] != view.ends[last - 1] or (quantity.value or 0) > 60:
        return False
    if behind == ")":
        return (
            first == 0
            or view.words[first - 1] in ("(", ";", ":", ",", ".", "and")
            or view.sentence_of(first)[0] == first
        )
    at = view.starts[first]
    return (
        at == 0 or view.text[:at].rstrip(" ").endswith("\n")
        if at < 80
        else view.text[at - 80 : at].rstrip(" ").endswith("\n")
    ) and (last + 1 < len(view.words))


def _is_address(view: TextView, quantity: Quantity) -> bool:
    """ "49 Zorro Ranch Road", "9 E 71st St": up to five capitalised words, the last of which is a kind of street."""
    at = quantity.number[1]
    for k in range(at, min(at + 5, len(view.words))):
        word = view.words[k]
        if not (view.text[view.starts[k]].isupper() or word[0].isdigit()):
            return False
        if word in context("street"):
            return True
    return False


def _follows_name(view: TextView, quantity: Quantity, behind: str) -> bool:
    """ "Channel 5", "iPhone 11 Pro", "Kurdistan 24": a bare number behind a capitalised word, counting nothing."""
    first, last = quantity.number
    if first == 0 or quantity.bound != "exact" or quantity.scaled:
        return False
    before = view.words[first - 1]
    surface = view.text[view.starts[first - 1] : view.ends[first - 1]]
    if not before[0].isalpha() or view.starts[first] - view.ends[first - 1] != 1:
        return False
    named = surface[0].isupper() or (len(surface) > 1 and surface[1:2].isupper())
    if not named or before in noun_classes("function") or before in noun_classes("verb"):
        return False
    if (quantity.value or 0) >= 1000 or before in noun_classes("person"):
        return False
    if is_plural(behind) or behind in ("per", "%"):
        return False
    if "-" in behind or (behind.isalpha() and behind in noun_classes("person")):
        return False
    sentence = view.sentence_of(first)[0]
    if first - 1 == sentence and not behind[:1].isupper():
        return not (last < len(view.words) and plural_soon(view, last))
    return not plural_soon(view, last) or view.text[view.starts[last] : view.ends[last]][:1].isupper()


def _ordinal_excluded(view: TextView, quantity: Quantity) -> bool:
    """Names ("3rd Brigade", "First Lady"), dates ("June 3rd", "the 19th century"), and adverbs ("first, he said")."""
    words, (first, last) = view.words, quantity.number
    before = words[first - 1] if first else ""
    behind = words[last] if last < len(words) else ""
    if (
        before in context("month")
        or behind in context("month")
        or (behind == "of" and last + 1 < len(words) and words[last + 1] in context("month"))
    ):
        return True
    if behind in ("weeks", "months", "years", "days", "hours", "minutes"):
        return True  # "in its first weeks": a time, not a place in a row
    if behind in ("century", "anniversary", "birthday", "street", "avenue", "st", "ave", "quarter", "hand", "half"):
        return True
    if quantity.tail:
        return True
    capital = last < len(words) and view.text[view.starts[last]].isupper()
    here = view.text[view.starts[first]]
    if capital and (here.isdigit() or (here.isupper() and view.sentence_of(first)[0] != first)):
        return True
    if here.isdigit():
        return False
    if before in ("at", "when", "for") or (
        words[first] == "second" and (before in ("per", "a", "one", "last", "split") and not behind.isalpha())
    ):
        return before != "for" or behind != "time"
    if before in _DETERMINERS:
        return False
    if behind in noun_classes("function") or behind in noun_classes("verb") or not behind[:1].isalpha():
        return len(words) > 3 and not (first == 0 and last == len(words))
    return before in ("who", "was", "were", "have", "has", "had", "he", "she", "they", "it", "to", "i", "we")


def _words_excluded(view: TextView, quantity: Quantity) -> bool:
    words, (first, last) = view.words, quantity.number
    if quantity.tail:
        return quantity.tail.endswith(
            ("sided", "minded", "handed", "hearted", "faced", "piece", "way", "liner", "timer", "size", "off")
        )
    before = words[first - 1] if first else ""
    behind = words[last] if last < len(words) else ""
    if before in _names()[0] and before not in ("no", "big", "group", "part"):
        return True
    if behind in context("clock") or before == "point":
        return True
    if before in ("bottom", "top", "final") and not _noun_like(behind):
        return True
    if (
        words[first] == "dozen"
        and before not in ("per", "couple", "few", "several")
        and behind != "of"
        and not _noun_like(behind)
    ):
        return last - first == 1 and quantity.first == first
    here = view.text[view.starts[first]]
    if (
        here.isupper()
        and last < len(words)
        and view.text[view.starts[last]].isupper()
        and view.sentence_of(first)[0] != first
    ):
        known = noun_classes("person") | noun_classes("plural")
        if last - first == 1 and not is_plural(behind) and behind not in known:
            return True
    if words[first] in ("scores", "tens") and behind != "of":
        return True
    if last - first == 1 and words[first] in _ONES:
        return _idle_one(view, quantity, before, behind)
    if quantity.value == Decimal(0) and words[first] == "zero":
        return behind.isalpha() is False
    return False


def _idle_one(view: TextView, quantity: Quantity, before: str, behind: str) -> bool:
    """ "no one", "this one", "the one who", "one must": a pronoun; "one of the", "one officer", "killing one" count."""
    if before == "to" and quantity.first > 1 and view.words[quantity.first - 2] in number_words():
        return False  # "two to one"
    if before in context("before-pronoun-one") or before in ("day", "year") or quantity.bound != "exact":
        return quantity.bound == "exact" and not (
            before in ("the", "only", "every", "other", "another", "first", "whole") and _noun_like(behind)
        )
    if behind == "of":
        return view.words[quantity.last + 1 : quantity.last + 2] in (["a"], ["course"], ["them's"])
    if behind in ("killed", "wounded", "injured", "dead", "died"):
        return False
    if behind in ("out", "in", "over", "to"):
        k = quantity.last + 1 + (behind == "out")
        nxt = view.words[k].split("-")[0] if k < len(view.words) else ""
        return not (nxt[:1].isdigit() or nxt in number_words())
    if is_plural(behind) and quantity.last + 1 < len(view.words) and not _noun_like(view.words[quantity.last + 1]):
        return True  # "one hopes that"
    if _noun_like(behind) and behind not in ("another", "day", "time", "thing", "way"):
        return False
    casualty = before in (
        "killing",
        "injuring",
        "wounding",
        "killed",
        "wounded",
        "injured",
        "least",
        "only",
        "just",
        "arresting",
    )
    return not casualty


def _noun_like(word: str) -> bool:
    return word[:1].isalpha() and word not in noun_classes("function") and word not in noun_classes("verb")
