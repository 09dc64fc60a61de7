"""Numbers in words, in their context: cardinals, ordinals, fractions, and the vague words of quantity."""

from __future__ import annotations

from decimal import Decimal

from conflictnews.extractors.facts.quantity import EXACT, Quantity
from conflictnews.extractors.facts.scaling import ARTICLES, and_a_half, sign, take_article
from conflictnews.extractors.facts.words import Spelled, number_words, scale_of, spelled
from conflictnews.text import TextView

__all__ = ["read_words"]

_THOUSAND = Decimal(1000)
_HEDGED = frozenset("above below than least about nearly almost over under roughly".split())
_OF = frozenset({"of", "the", "a", "an", "its", "their", "his", "her", "our", "my", "this", "these", "those"})


def read_words(view: TextView, at: int) -> Quantity | None:
    """The number in words that begins at token ``at``; None where the word counts nothing there."""
    words = view.words
    stop = min(len(words), at + 30)
    label = number_words().get(words[at].partition("-")[0], ("", None))[0]
    if label == "fraction":
        return _half(view, at)
    if label == "vague" and words[at] in ("few", "number", "handful", "several", "multiple", "numerous"):
        return _several(view, at)
    found = spelled(words, at, stop)
    if found is None or words[at].startswith(("once", "zeroth")):
        return None
    if found.form == "ordinal" and _is_fraction(view, at, found):
        worth = Decimal(f"{1 / found.value:.15g}")
        return Quantity(at - 1, found.last, view.starts[at - 1], view.ends[found.last - 1], worth, "fraction")
    if (
        label == "unit"
        and not found.tail
        and found.last < stop
        and words[found.last] in ("point",)
        and found.value < 100
    ):
        return _point(view, at, found)
    if label == "multiple" and not _takes_article(view, at, found):
        return None
    quantity = Quantity(at, found.last, view.starts[at], view.ends[found.last - 1], found.value, found.form)
    quantity.tail = found.tail
    quantity.scaled = found.scale > 1
    if found.form == "vague":
        quantity.value = quantity.high = None
        quantity.bound = "vague"
    elif not found.tail:
        _go_on(view, quantity, found)
    if (
        label in ("scale", "multiple")
        or words[at] in ("dozen", "score", "couple")
        or (found.form == "fraction" and at and words[at - 1] in ARTICLES)
    ):
        take_article(view, quantity)
    if quantity.first and words[quantity.first - 1] in ("minus", "negative"):
        sign(view, quantity)
    if words[found.last - 1] in ("couple", "score") and found.form == "words":
        quantity.bound = "approx"
        quantity.low = quantity.high = None
    quantity.number = (quantity.first, quantity.last)
    return quantity


def _is_fraction(view: TextView, at: int, found: Spelled) -> bool:
    """ "a third of", "a hundredth": an ordinal word behind "a" that divides."""
    if at == 0 or view.words[at - 1] not in ARTICLES or found.last > at + 1 or found.value < 3:
        return False
    behind = view.words[found.last] if found.last < len(view.words) else ""
    return behind == "of" or ((found.value >= 100 or "-" in view.words[at]) and not behind[:1].isalpha())


def _go_on(view: TextView, quantity: Quantity, found: Spelled) -> None:
    if found.form == "words":
        _mixed(view, quantity, found)
    elif found.form == "fraction":
        _of_scale(view, quantity)


def _mixed(view: TextView, quantity: Quantity, found: Spelled) -> None:
    """What may follow a cardinal in words: "and a half", "over three", "and three fifths"."""
    words, size, at = view.words, len(view.words), quantity.last
    scale = found.scale if words[at - 1] in number_words() and scale_of(words[at - 1]) is not None else Decimal(1)
    and_a_half(view, quantity, scale)
    if quantity.last == at and at + 1 < size and words[at] == "and" and quantity.value is not None:
        part = spelled(words, at + 1, min(size, at + 4))
        if part is not None and part.form == "fraction" and part.value < 1 and part.last > at + 2:
            quantity.set(EXACT.add(quantity.value, part.value))
            quantity.last, quantity.end = part.last, view.ends[part.last - 1]


def _of_scale(view: TextView, quantity: Quantity) -> None:
    """ "three quarters of a million", "three quarters billion"."""
    words, at = view.words, quantity.last
    if words[at : at + 2] in (["of", "a"], ["of", "one"]):
        at += 2
    factor = scale_of(words[at]) if at < len(words) else None
    if factor is None or factor < _THOUSAND:
        return
    quantity.times(factor)
    quantity.form, quantity.scaled = "words", True
    quantity.set(Decimal(f"{quantity.value:.15g}"))
    quantity.last, quantity.end = at + 1, view.ends[at]


def _point(view: TextView, at: int, whole: Spelled) -> Quantity:
    """ "zero point zero eight"."""
    digits, k = "", whole.last + 1
    known = number_words()
    while k < len(view.words) and len(digits) < 12:
        found = known.get(view.words[k])
        if found is None or found[0] not in ("unit", "ten"):
            break
        digits += str(found[1])
        k += 1
    if not digits:
        return Quantity(at, whole.last, view.starts[at], view.ends[whole.last - 1], whole.value, "words")
    quantity = Quantity(at, k, view.starts[at], view.ends[k - 1], whole.value + Decimal("0." + digits), "words")
    quantity.tail = ""
    return quantity


def _takes_article(view: TextView, at: int, found: Spelled) -> bool:
    """ "a dozen", "a score of", "a couple of", "half dozen"; bare "score" is a verb or a result."""
    words = view.words
    before = words[at - 1] if at else ""
    word = words[found.last - 1]
    behind = words[found.last] if found.last < len(words) else ""
    if word == "dozen":
        return True
    if word == "score":
        return before in ARTICLES and behind == "of"
    if word in ("couple", "pair", "trio"):
        return behind == "of" and (before in ("a", "past", "last", "next", "the", "another") or word == "couple")
    return found.value > 2 and word != "gross"


def _several(view: TextView, at: int) -> Quantity | None:
    """ "several", "a few", "a number of", "a handful of": vague; "several hundred" multiplies."""
    words, size = view.words, len(view.words)
    word = words[at]
    before = words[at - 1] if at else ""
    low = number_words()[word][1]
    first, last = at, at + 1
    if word in ("number", "handful"):
        if last >= size or words[last] != "of" or before not in ("a", "small", "large"):
            return None
        first = at - 1 - (before != "a" and at > 1 and words[at - 2] == "a")
    elif word == "few":
        if before not in ("a", "past", "last", "next", "first", "these", "those", "another", "the"):
            return None
        first = at - 1 if before == "a" else at
    factor = scale_of(words[last]) if last < size else None
    if factor is not None:
        last += 1
    quantity = Quantity(first, last, view.starts[first], view.ends[last - 1], low, "vague")
    if factor is not None:
        quantity.times(factor)
    quantity.value = quantity.high = None
    quantity.bound = "vague"
    return quantity


def _half(view: TextView, at: int) -> Quantity | None:
    """ "half of", "half a million", "half the number", "half-dozen", "a quarter of"; other halves are no numbers."""
    words, size = view.words, len(view.words)
    head, _, tail = words[at].partition("-")
    before = words[at - 1] if at else ""
    behind = words[at + 1] if at + 1 < size else ""
    denominator = number_words()[head][1]
    worth = EXACT.divide(Decimal(1), denominator)
    if tail and (factor := scale_of(tail)) is not None:
        quantity = Quantity(at, at + 1, view.starts[at], view.ends[at], worth * factor, "words")
        if before in ARTICLES:
            take_article(view, quantity)
        return quantity
    if tail or denominator not in (2, 4) or head in ("halves", "quarters"):
        return None
    k = at + 1
    if behind in ARTICLES and k + 1 < size:
        k += 1
    factor = scale_of(words[k]) if k < size else None
    if factor is not None:
        quantity = Quantity(at, k + 1, view.starts[at], view.ends[k], worth * factor, "words")
        quantity.scaled = True
        return quantity
    if behind == "turn":
        return Quantity(at, at + 1, view.starts[at], view.ends[at], worth, "words")
    if head == "half":
        if before == "a" and at > 1 and words[at - 2] in _HEDGED and not behind[:1].isalpha():
            return Quantity(at - 1, at + 1, view.starts[at - 1], view.ends[at], worth, "fraction")  # "below a half"
        if before in (
            "first",
            "second",
            "one",
            "other",
            "better",
            "latter",
            "this",
            "next",
            "last",
            "every",
            "and",
            "opening",
        ):
            return None
        if behind not in _OF and before not in ("about", "nearly", "almost", "than", "roughly", "by", "over"):
            return None
        return Quantity(at, at + 1, view.starts[at], view.ends[at], worth, "fraction")
    if before not in ("a", "one") or behind != "of":
        return None
    return Quantity(at - 1, at + 1, view.starts[at - 1], view.ends[at], worth, "fraction")
