"""Two numbers that are one, and units that a list shares.

Ranges ("10 to 15", "between $62 and $68"), ratios ("one in five", "3:1"), scores ("2-1"); shared units ("2 and 3
miles", "280 million of the 1.5 billion shekels").
"""

from __future__ import annotations

from decimal import Decimal

from conflictnews.extractors.facts.bounds import apply_bound
from conflictnews.extractors.facts.compound_units import join_parts
from conflictnews.extractors.facts.context import context
from conflictnews.extractors.facts.nouns import is_plural, noun_classes
from conflictnews.extractors.facts.quantity import Quantity
from conflictnews.extractors.facts.values import numeral
from conflictnews.text import TextView

__all__ = ["merge", "read_tail_range", "share_units"]

_BETWEEN_AGES = ["between", "the", "ages", "of"]
_VOTING = frozenset({"vote", "voted", "votes", "voting", "ruled", "won", "lost", "beat", "score", "by", "passed"})
_HUNDREDTHS = frozenset({"cent", "penny"})
_DASHES = frozenset({"-", "–", "—", "‑", "−"})
_LINKS = frozenset({"to", "through", "or"}) | _DASHES


def read_tail_range(view: TextView, quantity: Quantity) -> bool:
    """ "10-15", "300-400m": digits on both sides of a hyphen; ``kind`` becomes ``score`` where no range is counted."""
    tail = quantity.tail
    if tail.startswith("to-"):
        tail = tail[3:]
    if not tail or not tail[0].isdigit() or quantity.form != "digits":
        return False
    found = numeral(tail)
    if found is None or found.value is None or quantity.value is None or found.tail[:1].isdigit() or found.clock:
        return False
    low, high = quantity.value, found.value
    if quantity.plain and not found.glue and not found.tail and _is_label(view.words[quantity.number[0]], tail, low):
        return False
    quantity.tail, quantity.glue = found.tail, found.glue
    if quantity.glue in ("k", "bn", "mn", "tn"):
        factor = Decimal(10) ** {"k": 3, "mn": 6, "bn": 9, "tn": 12}[quantity.glue]
        high *= factor
        low *= Decimal(1) if quantity.scaled else factor
        quantity.glue = ""
    quantity.plain = False
    _as_range(quantity, low, high)
    return True


def _is_label(word: str, tail: str, low: Decimal) -> bool:
    """A telephone number ("555-1234") or a span of years ("2014-15")."""
    head = len(word) - len(tail) - 1
    return (head == 3 and len(tail) == 4) or (head == 4 and 1500 <= low < 2100 and len(tail) in (2, 4))


def _as_range(quantity: Quantity, low: Decimal, high: Decimal) -> None:
    quantity.value, quantity.low, quantity.high, quantity.bound = None, min(low, high), max(low, high), "range"


def merge(view: TextView, quantities: list[Quantity]) -> list[Quantity]:
    """Put neighbouring numbers together where the words between them say so."""
    out: list[Quantity] = []
    for quantity in quantities:
        if out and _joined(view, out[-1], quantity):
            continue
        out.append(quantity)
    return out


def _joined(view: TextView, left: Quantity, right: Quantity) -> bool:
    words = view.words
    if not left.last <= right.first <= left.last + 3 or left.value is None or right.value is None or left.tail:
        return False
    if left.form in ("ordinal", "times") or right.form in ("ordinal", "times"):
        return False
    gap = words[left.last : right.first]
    before = words[left.first - 1] if left.first else ""
    if (gap == ["-"] and right.sign == "-") or _closed(view, left, right, gap):
        return gap != ["-"]
    if left.kind == "money" and gap in ([], ["and"]) and (right.unit in _HUNDREDTHS or _loose_cents(view, left, right)):
        return _cents(left, right)
    if join_parts(view, left, right, gap):
        return True
    if not _same_kind(left, right):
        return False
    if gap == ["-", "to"] or (
        not gap and right.bound == "max" and before == "from" and words[right.first : right.first + 2] == ["up", "to"]
    ):
        gap, right.bound = ["to"], "exact"
    if gap == ["out", "of"]:
        return _ratio(left, right)
    if gap == ["in"] and left.unit is None:
        return _ratio_in(view, left, right)
    if len(gap) == 1 and gap[0] in _LINKS:
        return _range(view, left, right, gap[0], before)
    return _between(view, left, right, gap)


def _between(view: TextView, left: Quantity, right: Quantity, gap: list[str]) -> bool:
    """ "between $62 and $68", "between the ages of 4 and 7"."""
    if gap == ["and"] and left.kind == "age" and view.words[left.first - 4 : left.first] == _BETWEEN_AGES:
        return _close(left, right)
    if view.words[left.first - 1 : left.first] != ["between"] or gap not in (["and"], ["to", "between"]):
        return False
    left.first -= 1
    left.start = view.starts[left.first]
    return _close(left, right)


def _closed(view: TextView, left: Quantity, right: Quantity, gap: list[str]) -> bool:
    """ "1 over 3" alone, a quotient; "above 1000 and below 1500", a range."""
    over = gap == ["over"] or (not gap and view.words[right.first] == "over")
    if over and left.unit is right.unit is None and left.bound == "exact":
        last = right.last >= len(view.words) or not view.words[right.last][0].isalnum()
        return last and bool(right.value) and _as_ratio(left, right)
    if gap not in (["and"], ["but"]) or left.unit != right.unit or left.value is None or right.value is None:
        return False
    if (left.bound, right.bound) == ("min", "max"):
        return left.value < right.value and _close(left, right)
    return (left.bound, right.bound) == ("max", "min") and right.value < left.value and _close(left, right)


def _loose_cents(view: TextView, left: Quantity, right: Quantity) -> bool:
    """ "15 dollars 50", "15 dollars and 15.": two digits that nothing follows."""
    if (
        right.kind != "count"
        or right.bound != "exact"
        or right.value is None
        or not 10 <= right.value < 100
        or left.scaled
    ):
        return False
    at = right.last
    return left.unit not in ("cent", "penny") and (at >= len(view.words) or not view.words[at][0].isalnum())


def _cents(left: Quantity, right: Quantity) -> bool:
    if left.value is None or right.value is None or left.unit in ("cent", "penny") or right.value >= 100:
        return False
    left.set(left.value + right.value / 100)
    left.last, left.end = right.last, right.end
    return True


def _same_kind(left: Quantity, right: Quantity) -> bool:
    if left.unit is not None and right.unit is not None:
        return left.unit == right.unit or right.unit.startswith(left.unit + " per ")
    return left.kind in ("count", right.kind) or right.unit is None


def _range(view: TextView, left: Quantity, right: Quantity, link: str, before: str) -> bool:
    low, high = left.value, right.value
    if low is None or high is None or right.bound not in ("exact", "range"):
        return False
    if link in _DASHES and right.sign == "-":
        return False
    if link == "to" and low > high and left.unit is None and right.unit is None:
        return _vote(view, left, right) or _odds(view, left, right, before)
    if link == "to" and (
        before in context("change")
        or before == "by"
        or (left.unit is not None and right.unit is None and before != "from" and left.kind != "age")
    ):
        return False
    if link == "to" and before == "from":
        k = left.first - 2
        if any(word in context("change") for word in view.words[max(0, k - 3) : k + 1]):
            return False
        left.first -= 1
        left.start = view.starts[left.first]
    if link == "or" and (
        high <= low or high - low > 2 or left.form != right.form or "money" in (left.kind, right.kind)
    ):
        return False
    if (
        link == "or"
        and left.value is not None
        and (left.unit is None or right.unit is None)
        and right.kind != left.kind
    ):
        return False
    # "2.5 to 3 million": the scale belongs to both
    if (right.scaled and not left.scaled and low < high and low < 1000 <= high and right.kind != "count") or (
        right.scaled and not left.scaled and low < 1000 and high >= 1000 and left.unit is None
    ):
        digits = high
        factor = Decimal(1)
        while digits >= 1000:
            digits /= 1000
            factor *= 1000
        if low < digits:
            left.times(factor)
    return _close(left, right)


def _odds(view: TextView, left: Quantity, right: Quantity, before: str) -> bool:
    """ "two to one": a ratio, where nothing counted follows and nothing fell from the one to the other."""
    behind = view.words[right.last] if right.last < len(view.words) else "."
    if right.value != 1 or left.form != right.form or before in context("change") or before in ("from", "voted", "by"):
        return False
    return not (is_plural(behind) and behind != "odds") and _as_ratio(left, right)


def _vote(view: TextView, left: Quantity, right: Quantity) -> bool:
    """ "voted 5 to 4": the larger number first, and nothing counted behind."""
    before = view.words[max(0, left.first - 4) : left.first]
    if left.form != right.form or left.scaled or right.scaled or _VOTING.isdisjoint(before):
        return False
    left.kind = right.kind = "score"
    return _close(left, right)


def _close(left: Quantity, right: Quantity) -> bool:
    low, high = left.value, right.value
    if low is None or high is None:
        return False
    _as_range(left, low, high)
    left.last, left.end = right.last, right.end
    left.number = (left.number[0], right.number[1])
    left.tail, left.glue = right.tail, right.glue
    if left.unit is None or (right.unit is not None and " per " in right.unit):
        left.unit, left.kind = right.unit, right.kind
    elif right.kind == "age":
        left.kind = "age"
    return True


def _ratio(left: Quantity, right: Quantity) -> bool:
    if not right.value or left.value is None or right.value < left.value:
        return False
    return _as_ratio(left, right)


def _ratio_in(view: TextView, left: Quantity, right: Quantity) -> bool:
    """ "one in five": small integers, the second larger, and no "3 in 2019"."""
    if left.value is None or right.value is None or right.unit is not None:
        return False
    if not (0 < left.value < right.value <= 1000) or left.value > 10:
        return False
    behind = view.words[right.last] if right.last < len(view.words) else ""
    tenths = right.value in (10, 100)
    if not tenths and left.bound == "exact" and (left.form != right.form or (is_plural(behind) and left.value != 1)):
        return False
    if behind in ("attacks", "incidents", "cities", "provinces", "places", "districts", "days", "years"):
        return False
    return _as_ratio(left, right)


def _as_ratio(left: Quantity, right: Quantity) -> bool:
    if left.value is None or not right.value:
        return False
    left.set(Decimal(f"{left.value / right.value:.15g}"))
    bound, left.bound = left.bound, "exact"
    apply_bound(left, bound)
    left.kind, left.form = "ratio", "ratio"
    left.last, left.end, left.number = right.last, right.end, (left.number[0], right.number[1])
    left.tail, left.plain = right.tail, False
    return True


def share_units(view: TextView, quantities: list[Quantity]) -> None:
    """Give a bare number the unit of its neighbour in a list: "2 and 3 miles", "$8 or 9", "from 21 mpg to 23"."""
    words = view.words
    for k in range(len(quantities) - 2, -1, -1):  # "four-, five- and six-cylinder"
        quantity, tied = quantities[k], quantities[k + 1]
        if (
            not quantity.tail
            and tied.tail
            and quantity.last < tied.first <= quantity.last + 4
            and words[quantity.last] == "-"
        ):
            quantity.tail, quantity.unit, quantity.kind = tied.tail, tied.unit, tied.kind
            quantity.last, quantity.end = quantity.last + 1, view.ends[quantity.last]
    for k, quantity in enumerate(quantities):
        if (
            quantity.unit is not None
            or quantity.kind != "count"
            or quantity.form not in ("digits", "words")
            or quantity.tail
        ):
            continue
        behind = words[quantity.last] if quantity.last < len(words) else ""
        nxt = quantities[k + 1] if k + 1 < len(quantities) else None
        if nxt is not None and nxt.unit is not None and nxt.kind != "age" and nxt.last > quantity.last:
            gap = words[quantity.last : nxt.first]
            if (
                0 < len(gap) <= 3
                and all(word in ("and", "or", ",", "to", "of", "the", "than") for word in gap)
                and gap != [","]
                and (gap[0] != "of" or nxt.kind == "money")
            ):
                quantity.unit, quantity.kind = nxt.unit, nxt.kind
                continue
        before = quantities[k - 1] if k else None
        if before is None or before.unit is None or before.kind == "duration" or before.bound == "vague":
            continue
        gap = words[before.last : quantity.first]
        bare = not behind[:1].isalpha() or behind in noun_classes("function")
        if (
            bare
            and 0 < len(gap) <= 3
            and gap[-1] in ("to", "from")
            and words[before.first - 1 : before.first] == ["from"]
        ):
            quantity.unit, quantity.kind = before.unit, before.kind
