"""Numbers that are no quantities: dates, years, clock times, telephone numbers, labels, models and names."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from conflictnews.extractors.facts.context import context
from conflictnews.extractors.facts.nouns import is_plural, noun_classes
from conflictnews.extractors.facts.quantity import Quantity
from conflictnews.extractors.facts.words import number_words
from conflictnews.lexicons.table import word_sets
from conflictnews.text import TextView

__all__ = ["is_excluded"]

_TYING = frozenset({"/", "-", "–", "#", "&", "_", "@", "'", "’", "+", "\\", "."})
_PAIRED = frozenset({"and", "or", "to", "-", "–"})
_ONES = frozenset({"one"})
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
    if words[first][0].isalpha() and not words[first].startswith(("minus-", "sub-")):
        return True  # letters that are no currency: "A1"
    if quantity.glue or behind in context("clock"):
        return True  # "5G", "4x4", "10am": a glued sign that is no unit
    if quantity.plain and last - first == 1 and len(words[first]) > 9:
        return True  # an identifier
    if _is_tied(view, quantity, before, behind) or _is_date(view, quantity, before, behind):
        return True
    if _is_telephone(view, quantity):
        return True
    if quantity.plain and (
        _is_year(view, quantity, before, behind) or _is_military_time(view, quantity, before, behind)
    ):
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


def _is_date(view: TextView, quantity: Quantity, before: str, behind: str) -> bool:
    words, (first, last) = view.words, quantity.number
    value = quantity.value if quantity.bound != "range" else quantity.high
    if (
        behind in context("month")
        and value is not None
        and value <= 31
        and (behind != "may" or view.text[view.starts[last]].isupper())
    ):
        return True
    if value is None or not quantity.plain or value > 2100:
        return False
    if (
        value <= 31
        and last + 2 < len(words)
        and behind in _PAIRED
        and words[last + 1].isdigit()
        and words[last + 2] in context("month")
    ):
        return True
    month = first - 1
    if before == "." and first > 1:
        month, before = first - 2, words[first - 2]
    if (
        first > 1
        and before in context("month")
        and value <= 31
        and words[first - 2].isdigit()
        and _plural_soon(view, last)
    ):
        return False  # "on 23 September 28 bodies were found"
    if before in context("month") and (
        before not in ("may", "march", "mar", "dec") or view.text[view.starts[month]].isupper()
    ):
        return value <= 31 or value >= 1500
    if behind == "of" and last + 1 < len(words) and words[last + 1] in context("month") and value <= 31:
        return True
    # "Sept. 20-24", "April 3 and 4", "February 11, 2019"
    if first >= 2 and before in (",", "and", "to", "-", "–", "or") and words[first - 2][:1].isdigit() and first >= 3:
        return words[first - 3] in context("month") and (value <= 31 or value >= 1500)
    return False


def _is_year(view: TextView, quantity: Quantity, before: str, behind: str) -> bool:
    value = quantity.value
    digits = view.words[quantity.number[0]].partition("-")[0]
    if value is None or len(digits) != 4 or not 1500 <= value < 2100:
        return False
    if quantity.tail:
        return quantity.tail.isdigit() or quantity.tail.startswith("based") or True
    if quantity.bound != "exact":
        return False
    round_number = digits.endswith("00")
    if before in (
        "about",
        "nearly",
        "some",
        "least",
        "than",
        "around",
        "almost",
        "roughly",
        "approximately",
        "over",
        "estimated",
    ):
        return False
    person = behind in noun_classes("person") or behind in noun_classes("plural")
    if person and is_plural(behind):
        return before in context("before-year") and not round_number
    if round_number and is_plural(behind) and before not in ("in", "since", "by"):
        return False
    if before == "average":
        return False
    if before in _PAIRED and is_plural(behind) and quantity.first > 1 and _is_small(view.words[quantity.first - 2]):
        return False  # "between 601 and 1501 lanterns"
    counted = (["average", "of"], ["total", "of"], ["toll", "of"])
    return view.words[quantity.first - 2 : quantity.first] not in counted


def _is_small(word: str) -> bool:
    """Digits that can be no year."""
    return word.isdecimal() and word.isascii() and (len(word) < 4 or not 1500 <= int(word[:5]) < 2100)


def _is_military_time(view: TextView, quantity: Quantity, before: str, behind: str) -> bool:
    """ "at 2200 on 6 December", "from 0600 to 1200": hours and minutes without a mark."""
    digits = view.words[quantity.number[0]]
    if (
        len(digits) != 4
        or not quantity.plain
        or quantity.bound != "exact"
        or int(digits[:2]) > 24
        or int(digits[2:]) > 59
    ):
        return False
    if behind in ("hours", "hrs", "local", "today", "yesterday") or digits[0] == "0":
        return True
    if before == "at":
        return not is_plural(behind) and (behind in noun_classes("function") or not behind[:1].isalpha())
    around = view.words[max(0, quantity.first - 2) : quantity.last + 3]
    return any(len(word) == 4 and word[0] == "0" and word.isdigit() for word in around)


def _is_telephone(view: TextView, quantity: Quantity) -> bool:
    """ "555-1234", "(020) 7946 0000": long digits, tied or in a row without separators."""
    tail, words, (first, last) = quantity.tail, view.words, quantity.number
    if tail and tail[0].isdigit():
        parts = tail.split("-")
        if len(parts) > 1 or (len(tail) == 4 and len(words[first]) - len(tail) == 4):
            return True
    if not quantity.plain:
        return False
    digits = len(words[first])
    if digits >= 3 and words[first][0] == "0" and digits > 3:
        return True
    row = last < len(words) and words[last].isdigit() and len(words[last]) >= 3 and digits >= 3
    back = first > 0 and words[first - 1].isdigit() and len(words[first - 1]) >= 3 and digits >= 3
    return row or back


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
        return not (last < len(view.words) and _plural_soon(view, last))
    return not _plural_soon(view, last) or view.text[view.starts[last] : view.ends[last]][:1].isupper()


def _plural_soon(view: TextView, at: int) -> bool:
    stop = noun_classes("function")
    for word in view.words[at : at + 3]:
        if word in stop or not word[0].isalnum():
            return False
        if is_plural(word):
            return True
    return False


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
