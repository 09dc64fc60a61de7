"""Where numbers stand in a text, and what they are worth: the first pass over a view."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from conflictnews.extractors.facts.bounds import apply_bound
from conflictnews.extractors.facts.money import glued_currencies
from conflictnews.extractors.facts.quantity import EXACT, Quantity
from conflictnews.extractors.facts.values import LONGEST, Numeral, is_continental, numeral, vulgar_fraction
from conflictnews.extractors.facts.words import Spelled, number_words, scale_of, spelled
from conflictnews.text import TextView

__all__ = ["candidates", "read"]

_HALF = Decimal("0.5")
_HUNDRED, _THOUSAND = Decimal(100), Decimal(1000)
_DENOMINATORS = frozenset("2 3 4 5 6 7 8 9 10 12 16 20 32 64 100".split())
_NEGATIVE = frozenset({"-", "−", "minus", "negative"})
_ARTICLES = frozenset({"a", "an"})
_SUFFIXES = {"k": 3, "bn": 9, "mn": 6, "mln": 6, "tn": 12, "trn": 12, "bln": 9, "tln": 12, "mil": 6}
_STARTERS = frozenset({"unit", "ten", "scale", "multiple", "vague", "ordinal", "fraction", "times"})
_OF = frozenset({"of", "the", "a", "an", "its", "their", "his", "her", "our", "my", "this", "these", "those"})
_FRACTIONS = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"
_PREFIXED = re.compile(r"(minus-|sub-)(\d[\d.,]*)")
_GLUED = re.compile(r"([a-z=]{1,4})(\d[\d.,]*)")


@cache
def _starting_words() -> frozenset[str]:
    return frozenset(number_words())


def candidates(view: TextView) -> list[int]:
    """Positions of the tokens at which a number may begin, ascending: each distinct word is looked at once."""
    starting, glued = _starting_words(), glued_currencies()
    hits: list[int] = []
    for word, positions in view.index.items():
        first = word[0]
        if first <= "9":
            if first >= "0":
                hits += positions
        elif (
            word in starting
            or (first in _FRACTIONS)
            or ("-" in word and word[: word.index("-")] in starting)
            or ("0" <= word[-1] <= "9" and len(word) > 2 and (found := _GLUED.match(word)) and found[1] in glued)
            or ("0" <= word[2:3] <= "9" and word[:2] in glued)
            or (word[-1] >= "0" and word[-1] <= "9" and word.startswith(("minus-", "sub-")))
        ):
            hits += positions
    hits.sort()
    return hits


def read(view: TextView) -> Iterator[Quantity]:
    """Every number of the text, in order, also those that are no quantities. ``value`` is None where separators
    contradict each other (``form`` is then ``ambiguous``)."""
    done = 0
    continental: bool | None = None
    for at in candidates(view):
        if at < done:
            continue
        word = view.words[at]
        if "0" <= word[0] <= "9":
            found = numeral(word)
            if found is None:
                continue
            if found.one_group:
                if continental is None:
                    continental = is_continental(view.index)
                if continental:
                    found = found._replace(value=Decimal(found.digits.replace(".", "")))
            quantity = _digits(view, at, found)
        elif word[0] in _FRACTIONS:
            quantity = _vulgar(view, at)
        elif "0" <= word[-1] <= "9" or "0" <= word[2:3] <= "9":
            quantity = _behind_letters(view, at)
        else:
            quantity = _words(view, at)
        if quantity is not None:
            done = quantity.last
            yield quantity


def _digits(view: TextView, at: int, found: Numeral) -> Quantity:
    words, starts, ends = view.words, view.starts, view.ends
    quantity = Quantity(at, at + 1, starts[at], ends[at], found.value, "digits")
    quantity.glue, quantity.tail = found.glue, found.tail
    quantity.plain = found.digits.isdigit() and not found.clock
    if found.clock:
        quantity.form = "clock"
        quantity.tail = found.digits + found.clock
        return quantity
    if found.value is None:
        quantity.form = "ambiguous"
        return quantity
    if found.glue and len(found.glue) == 1 and (part := vulgar_fraction(found.glue)) is not None:
        quantity.set(EXACT.add(found.value, part))
        quantity.glue = ""
    if found.glue in ("st", "nd", "rd", "th"):
        quantity.form, quantity.glue = "ordinal", ""
        return quantity
    if at and words[at - 1] == "." and ends[at - 1] == starts[at] and (at < 2 or ends[at - 2] < starts[at - 1]):
        quantity.set(EXACT.scaleb(found.value, -len(found.digits)))  # ".001"
        quantity.first, quantity.start, quantity.plain = at - 1, starts[at - 1], False
    if not quantity.glue and not quantity.tail:
        _join_groups(view, quantity, found)
        _add_fraction(view, quantity)
        _power(view, quantity)
        _exponent(view, quantity)
    elif quantity.glue[:1] in ("e", "x"):
        _scientific(view, quantity)
    _scale(view, quantity)
    _sign(view, quantity)
    quantity.number = (quantity.first, quantity.last)
    return quantity


def _scientific(view: TextView, quantity: Quantity) -> None:
    """"1.3e6", "12e-1", "6.23x10^-4"."""
    if quantity.glue == "x10":
        _exponent(view, quantity)
        return
    power = quantity.glue[1:]
    if quantity.glue == "e" and quantity.tail.isdecimal() and quantity.tail.isascii():
        power, quantity.tail = "-" + quantity.tail, ""
    if quantity.value is not None and not quantity.tail and power.lstrip("-").isdecimal() and power.isascii() and len(power) < 4:
        quantity.set(quantity.value.scaleb(int(power), context=EXACT))
        quantity.glue, quantity.plain = "", False


def _join_groups(view: TextView, quantity: Quantity, found: Numeral) -> None:
    """"40 000", "1 234 567": groups of three behind a space, where two follow, the group is 000 or the space is thin."""
    if len(found.digits) > 3 or not quantity.plain or found.digits[0] == "0":
        return
    words, starts, ends, text = view.words, view.starts, view.ends, view.text
    last = quantity.last
    groups = [found.digits]
    while last < len(words) and len(groups) < 8 and starts[last] == ends[last - 1] + 1:
        group = words[last]
        if not (group[:3].isdecimal() and group.isascii() and (len(group) == 3 or group[3:4] == ".")):
            break
        groups.append(group)
        last += 1
        if len(group) > 3:
            break
    if len(groups) == 1:
        return
    space = text[ends[quantity.last - 1]]
    if len(groups) > 2 or groups[1] == "000" or space in "\u00a0\u2009\u202f":
        worth = numeral("".join(groups))
        if worth is not None and worth.value is not None and not worth.glue and not worth.tail:
            quantity.set(worth.value)
            quantity.last, quantity.end, quantity.plain = last, ends[last - 1], False


def _add_fraction(view: TextView, quantity: Quantity) -> None:
    """"1/2", "10 1/2", "1 ½"."""
    words, starts, ends = view.words, view.starts, view.ends
    at, size = quantity.last, len(words)
    if at < size and words[at][0] in _FRACTIONS and quantity.plain:
        part = vulgar_fraction(words[at])
        if part is not None and quantity.value is not None:
            quantity.set(EXACT.add(quantity.value, part))
            quantity.last, quantity.end, quantity.plain = at + 1, ends[at], False
        return
    over = _fraction(view, at - 1, quantity.plain)
    if over is not None:
        quantity.set(over)
        quantity.last, quantity.end, quantity.plain, quantity.form = at + 2, ends[at + 1], False, "fraction"
        _tail_of(view, quantity, at + 1)
    elif quantity.plain and at < size and starts[at] - ends[at - 1] in (1, 2):
        over = _fraction(view, at, words[at].isdecimal())
        if over is not None and over < 1 and quantity.value is not None:
            quantity.set(EXACT.add(quantity.value, over))
            quantity.last, quantity.end, quantity.plain = at + 3, ends[at + 2], False
            _tail_of(view, quantity, at + 2)


def _fraction(view: TextView, above: int, bare: bool) -> Decimal | None:
    """The fraction whose numerator is token ``above``: digits, a stroke, a usual denominator, and no date or path."""
    words, size = view.words, len(view.words)
    if not bare or above + 2 >= size or words[above + 1] not in ("/", "⁄"):
        return None
    below = words[above + 2].split("-")[0]
    if below not in _DENOMINATORS or len(words[above]) > 3 or (above + 3 < size and words[above + 3] == "/"):
        return None
    if view.ends[above] != view.starts[above + 1] and view.ends[above] + 1 != view.starts[above + 1]:
        return None
    numerator = numeral(words[above])
    if numerator is None or numerator.value is None or numerator.glue or numerator.tail:
        return None
    return Decimal(f"{EXACT.divide(numerator.value, Decimal(below)):.15g}") if numerator.value < 50 else None


def _tail_of(view: TextView, quantity: Quantity, at: int) -> None:
    quantity.tail = view.words[at].partition("-")[2]


def _power(view: TextView, quantity: Quantity) -> None:
    """"1.1^23": a small whole power."""
    words, size, at = view.words, len(view.words), quantity.last
    if at + 1 >= size or words[at] != "^" or quantity.value is None:
        return
    k = at + 1
    signs = 0
    while k < size and words[k] in ("-", "+", "−", "--") and k < at + 4:
        signs += words[k].count("-") + words[k].count("−")
        k += 1
    if k < size and words[k].isdecimal() and words[k].isascii() and len(words[k]) < 3 and quantity.value:
        power = int(words[k]) * (-1 if signs % 2 else 1)
        quantity.set(Decimal(f"{quantity.value ** power:.15g}"))
        quantity.last, quantity.end, quantity.plain = k + 1, view.ends[k], False


def _exponent(view: TextView, quantity: Quantity) -> None:
    """"1.99×10−30", "6.23x10^-4"; "1.3e6" stays with its glue."""
    words, size = view.words, len(view.words)
    at = quantity.last
    if quantity.glue == "x10" and at + 1 < size and words[at] == "^":
        k = at + 1
    elif at + 2 >= size or words[at] not in ("×", "x", "*") or words[at + 1] != "10" or quantity.value is None:
        return
    else:
        k = at + 2 + (words[at + 2] == "^")
    negative = k < size and words[k] in ("-", "−", "–")
    k += negative
    if k < size and words[k].isdecimal() and words[k].isascii() and len(words[k]) < 4:
        power = -int(words[k]) if negative else int(words[k])
        quantity.set(quantity.value.scaleb(power, context=EXACT))
        quantity.last, quantity.end, quantity.plain, quantity.glue = k + 1, view.ends[k], False, ""


def _scale(view: TextView, quantity: Quantity) -> None:
    """"2.5 million", "1.2bn", "3k", "35 lakh", "3 million and a half"."""
    words, size = view.words, len(view.words)
    power = _SUFFIXES.get(quantity.glue)
    if power is not None:
        quantity.times(Decimal(10) ** power)
        quantity.glue, quantity.scaled, quantity.plain = "", True, False
    if quantity.glue or (quantity.tail and not quantity.tail.startswith(("million", "billion", "trillion"))):
        return
    if quantity.tail:
        head, _, quantity.tail = quantity.tail.partition("-")
        factor = scale_of(head)
        if factor is not None:
            quantity.times(factor)
            quantity.scaled, quantity.plain = True, False
        return
    last = Decimal(1)
    while quantity.last < size and quantity.last - quantity.first < 8:
        word, _, tail = words[quantity.last].partition("-")
        factor = _THOUSAND if word == "k" and last == 1 else scale_of(word)
        if factor is None or (tail and word in ("dozen", "dozens")):
            break
        quantity.times(factor)
        last = factor
        quantity.tail = tail
        quantity.last, quantity.end = quantity.last + 1, view.ends[quantity.last]
        quantity.scaled, quantity.plain = True, False
        if tail:
            return
    _and_a_half(view, quantity, last)
    if last == _HUNDRED:
        _and_units(view, quantity)


def _and_units(view: TextView, quantity: Quantity) -> None:
    """"3 hundred and 21": what follows a hundred after digits."""
    words, size, at = view.words, len(view.words), quantity.last
    if at + 1 >= size or words[at] != "and" or quantity.value is None or (at + 2 < size and scale_of(words[at + 2]) is not None):
        return
    if words[at + 1].isdecimal() and words[at + 1].isascii() and len(words[at + 1]) < 3:
        quantity.set(EXACT.add(quantity.value, Decimal(words[at + 1])))
        quantity.last, quantity.end = at + 2, view.ends[at + 1]
        return
    found = spelled(words, at + 1, min(size, at + 3))
    if found is not None and found.form == "words" and found.value < _HUNDRED and not found.tail:
        quantity.set(EXACT.add(quantity.value, found.value))
        quantity.last, quantity.end = found.last, view.ends[found.last - 1]


def _and_a_half(view: TextView, quantity: Quantity, scale: Decimal) -> None:
    """"five and a quarter", "3 million and a half", "one and a half million"."""
    words, size, at = view.words, len(view.words), quantity.last
    if at + 2 >= size or words[at] != "and" or words[at + 1] not in ("a", "one") or quantity.value is None:
        return
    word, _, tail = words[at + 2].partition("-")
    found = number_words().get(word)
    if found is None or not (found[0] == "fraction" or (found[0] == "ordinal" and 3 <= found[1] <= 10)):
        return
    smaller = scale_of(words[at + 3]) if at + 3 < size and scale > 1 else None
    if smaller is not None and smaller < scale:
        scale = smaller
    quantity.set(EXACT.add(quantity.value, EXACT.multiply(scale, EXACT.divide(Decimal(1), found[1]))))
    quantity.last, quantity.end, quantity.tail, quantity.plain = at + 3, view.ends[at + 2], tail, False
    if smaller is not None and smaller == scale:
        quantity.last, quantity.end = at + 4, view.ends[at + 3]
        return
    if quantity.last < size and scale == 1 and (factor := scale_of(words[quantity.last])) is not None:
        quantity.times(factor)
        quantity.last, quantity.end = quantity.last + 1, view.ends[quantity.last]
        quantity.scaled = True


def _sign(view: TextView, quantity: Quantity) -> None:
    """"-50" behind a space or a sign of money, "minus 5"; a hyphen behind a word or a number is no sign."""
    at, words = quantity.first - 1, view.words
    if at < 0 or words[at] not in _NEGATIVE or quantity.value is None:
        return
    if len(words[at]) > 1:
        quantity.sign = "-"
    else:
        glued = view.starts[quantity.first] == view.ends[at]
        before = view.text[view.starts[at] - 1] if view.starts[at] else " "
        named = at and before.isspace() and view.words[at - 1] in ("covid", "sars", "f", "mig", "su", "b", "ak", "m", "s", "c")
        if not glued or not (before.isspace() or before in "($€£<>=") or named:
            return
        quantity.sign = "-"
    quantity.times(Decimal(-1))
    quantity.first, quantity.start, quantity.plain = at, view.starts[at], False


def _vulgar(view: TextView, at: int) -> Quantity | None:
    worth = vulgar_fraction(view.words[at])
    return None if worth is None else Quantity(at, at + 1, view.starts[at], view.ends[at], worth, "fraction")


def _behind_letters(view: TextView, at: int) -> Quantity | None:
    """A currency's letters glued before the digits: "USD1,700", "RM79", "$US113"; the token may end at a comma."""
    match = _GLUED.match(view.words[at]) or _PREFIXED.match(view.words[at])
    if match is None:
        return None
    start = view.starts[at] + len(match[1])
    end = start
    limit = min(len(view.text), start + LONGEST)
    text = view.folded
    while end < limit and (text[end].isascii() and (text[end].isalnum() or text[end] in ".,")):
        end += 1
    while text[end - 1] in ".,":
        end -= 1
    found = numeral(text[start:end])
    if found is None or found.value is None or found.tail:
        return None
    last = view.token_at(end - 1) + 1
    quantity = Quantity(at, last, start, end, found.value, "digits")
    quantity.glue = found.glue
    _scale(view, quantity)
    if match[1] in ("minus-", "sub-"):
        quantity.start = view.starts[at]
        if match[1] == "minus-":
            quantity.times(Decimal(-1))
        else:
            apply_bound(quantity, "max")
    return quantity


def _words(view: TextView, at: int) -> Quantity | None:
    words = view.words
    stop = min(len(words), at + 30)
    label = number_words().get(words[at].partition("-")[0], ("", None))[0]
    if label == "fraction":
        return _half(view, at)
    if label == "vague" and words[at] in ("few", "number", "handful", "several", "multiple", "numerous"):
        return _several(view, at)
    found = spelled(words, at, stop)
    if found is None or words[at] in ("once", "zeroth"):
        return None
    if found.form == "ordinal" and _is_fraction(view, at, found):
        worth = Decimal(f"{1 / found.value:.15g}")
        return Quantity(at - 1, found.last, view.starts[at - 1], view.ends[found.last - 1], worth, "fraction")
    if label == "unit" and not found.tail and found.last < stop and words[found.last] in ("point",) and found.value < 100:
        return _point(view, at, found)
    if label == "multiple" and not _takes_article(view, at, found):
        return None
    quantity = Quantity(at, found.last, view.starts[at], view.ends[found.last - 1], found.value, found.form)
    quantity.tail = found.tail
    quantity.scaled = found.scale > 1
    if found.form == "vague":
        quantity.value = quantity.high = None
        quantity.bound = "vague"
    elif found.form == "words" and not found.tail:
        _mixed(view, quantity, found)
    if label == "scale" or label == "multiple" or words[at] in ("dozen", "score", "couple"):
        _article(view, quantity)
    elif found.form == "fraction" and at and words[at - 1] in _ARTICLES:
        _article(view, quantity)
    if quantity.first and words[quantity.first - 1] in ("minus", "negative"):
        _sign(view, quantity)
    if words[found.last - 1] in ("couple", "score") and found.form == "words":
        quantity.bound = "approx"
        quantity.low = quantity.high = None
    quantity.number = (quantity.first, quantity.last)
    return quantity


def _is_fraction(view: TextView, at: int, found: Spelled) -> bool:
    """"a third of", "a hundredth": an ordinal word behind "a" that divides."""
    if at == 0 or view.words[at - 1] not in _ARTICLES or found.last > at + 1 or found.value < 3:
        return False
    behind = view.words[found.last] if found.last < len(view.words) else ""
    return behind == "of" or (found.value >= 100 and not behind[:1].isalpha())


def _mixed(view: TextView, quantity: Quantity, found: Spelled) -> None:
    """What may follow a cardinal in words: "and a half", "over three", "and three fifths"."""
    words, size, at = view.words, len(view.words), quantity.last
    scale = found.scale if words[at - 1] in number_words() and scale_of(words[at - 1]) is not None else Decimal(1)
    _and_a_half(view, quantity, scale)
    if quantity.last == at and at + 1 < size and words[at] == "and" and quantity.value is not None:
        part = spelled(words, at + 1, min(size, at + 4))
        if part is not None and part.form == "fraction" and part.value < 1 and part.last > at + 2:
            quantity.set(EXACT.add(quantity.value, part.value))
            quantity.last, quantity.end = part.last, view.ends[part.last - 1]


def _point(view: TextView, at: int, whole: Spelled) -> Quantity:
    """"zero point zero eight"."""
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


def _article(view: TextView, quantity: Quantity) -> None:
    """Take the "a" or the "half a" before "hundred", "dozen", "score", "third"."""
    at, words = quantity.first - 1, view.words
    if at >= 0 and words[at] in _ARTICLES:
        quantity.first, quantity.start = at, view.starts[at]
        if at and words[at - 1] == "half" and quantity.form == "words":
            quantity.times(_HALF)
            quantity.first, quantity.start = at - 1, view.starts[at - 1]
        elif at and words[at - 1] == "quarter" and quantity.form == "words":
            quantity.times(_HALF * _HALF)


def _takes_article(view: TextView, at: int, found: Spelled) -> bool:
    """"a dozen", "a score of", "a couple of", "half dozen"; bare "score" is a verb or a result."""
    words = view.words
    before = words[at - 1] if at else ""
    word = words[found.last - 1]
    behind = words[found.last] if found.last < len(words) else ""
    if word == "dozen":
        return True
    if word == "score":
        return before in _ARTICLES and behind == "of"
    if word in ("couple", "pair", "trio"):
        return behind == "of" and (before in ("a", "past", "last", "next", "the", "another") or word == "couple")
    return found.value > 2 and word != "gross"


def _several(view: TextView, at: int) -> Quantity | None:
    """"several", "a few", "a number of", "a handful of": vague; "several hundred" multiplies."""
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
    """"half of", "half a million", "half the number", "half-dozen", "a quarter of"; other halves are times of a game."""
    words, size = view.words, len(view.words)
    head, _, tail = words[at].partition("-")
    before = words[at - 1] if at else ""
    behind = words[at + 1] if at + 1 < size else ""
    denominator = number_words()[head][1]
    worth = EXACT.divide(Decimal(1), denominator)
    if tail and (factor := scale_of(tail)) is not None:
        quantity = Quantity(at, at + 1, view.starts[at], view.ends[at], worth * factor, "words")
        if before in _ARTICLES:
            _article(view, quantity)
        return quantity
    if tail or denominator not in (2, 4) or head in ("halves", "quarters"):
        return None
    k = at + 1
    if behind in _ARTICLES and k + 1 < size:
        k += 1
    factor = scale_of(words[k]) if k < size else None
    if factor is not None:
        quantity = Quantity(at, k + 1, view.starts[at], view.ends[k], worth * factor, "words")
        quantity.scaled = True
        return quantity
    if behind == "turn":
        return Quantity(at, at + 1, view.starts[at], view.ends[at], worth, "words")
    if head == "half":
        if before in ("first", "second", "one", "other", "better", "latter", "this", "next", "last", "every", "and", "opening"):
            return None
        if behind not in _OF and before not in ("about", "nearly", "almost", "than", "roughly", "by", "over"):
            return None
        return Quantity(at, at + 1, view.starts[at], view.ends[at], worth, "fraction")
    if before not in ("a", "one") or behind != "of":
        return None
    return Quantity(at - 1, at + 1, view.starts[at - 1], view.ends[at], worth, "fraction")
