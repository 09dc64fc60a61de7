"""Numbers of the calendar, the clock and the telephone: dates, years, "at 2200", "555-1234"."""

from __future__ import annotations

from conflictnews.extractors.facts.context import context
from conflictnews.extractors.facts.nouns import is_plural, noun_classes, plural_soon
from conflictnews.extractors.facts.quantity import Quantity
from conflictnews.text import TextView

__all__ = ["is_date", "is_military_time", "is_telephone", "is_year"]

_PAIRED = frozenset({"and", "or", "to", "-", "–"})


def is_date(view: TextView, quantity: Quantity, before: str, behind: str) -> bool:
    """Whether the number is a day or a year beside a month: "February 11, 2019", "20 and 21 November"."""
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
        and plural_soon(view, last)
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


def is_year(view: TextView, quantity: Quantity, before: str, behind: str) -> bool:
    """Whether four bare digits are a year, not a count."""
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


def is_military_time(view: TextView, quantity: Quantity, before: str, behind: str) -> bool:
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


def is_telephone(view: TextView, quantity: Quantity) -> bool:
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
