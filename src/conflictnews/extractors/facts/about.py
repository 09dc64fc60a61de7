"""What a number is said of where nothing is counted: "the death toll rose to 40", "60 per cent of its revenue"."""

from __future__ import annotations

from functools import cache

from conflictnews.extractors.facts.context import context
from conflictnews.extractors.facts.nouns import noun_classes
from conflictnews.extractors.facts.quantity import Quantity
from conflictnews.text import TextView

__all__ = ["attach_about"]

_DETERMINERS = frozenset("the a an its his her their our my your this that these those some all each every any".split())
_CLAUSE = frozenset({",", ";", ":", "(", ")", '"', "“", "”", "—", "--", "–", ".", "!", "?", "[", "]"})
_LINKS = frozenset("and or but while which who that when as because although though where if so than".split())
_AUX = frozenset(
    "has have had is are was were be been being will would could should may might must can did does do 's not"
    " also".split()
)
_REACH = 40
_LINKING = frozenset({"(", ",", "and", "or", "to", "from"})
_FIGURES = frozenset({"%", "percent", "cent", "million", "billion", "trillion", "dollars", "yuan", "points", "miles"})
_PATIENTS = frozenset({"killed", "injured", "missing", "captured", "displaced"})
_TALLIES = frozenset({"toll", "number", "numbers", "fatalities", "casualties", "deaths", "dead", "figure", "total"})
_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "you"})
_MEASURES = frozenset("measure money percent duration age".split())


@cache
def _verbs() -> frozenset[str]:
    return noun_classes("verb") | context("measuring") | _AUX


def attach_about(view: TextView, quantity: Quantity, stop: tuple[int, int], before: Quantity | None) -> None:
    """Set ``about`` (a token range) for a number that counts no noun.

    ``stop`` is its sentence's token range, ``before`` the number before it. In order: the phrase behind "of", the noun
    that the measure qualifies ("a 25% duty", "250ml bottles"), what the number before was said of, where the two are
    one figure or a list ("7 miles (11 km)", "rose 2 percent to $41"), the noun before "of" ("a fine of $5 million"),
    the subject of the clause, the sentence's first noun phrase.
    """
    if quantity.noun is not None or quantity.form == "ordinal":
        return
    if quantity.kind == "count" and quantity.role in _PATIENTS and not _is_tally(view, quantity, stop[0]):
        return  # "wounding 14": of people, whoever they are
    linked = before is not None and before.first >= stop[0] and _is_linked(view, before, quantity)
    for find, edge in (
        (_behind_of, stop[1]),
        (_qualified, stop[1]),
        (_before_of, stop[0]),
        (_subject, stop[0]),
        (_first, stop[0]),
    ):
        if linked and before is not None and find is _before_of:
            quantity.about = before.about or before.noun
            return
        found = find(view, quantity, edge)
        if found is None or _is_time(view, found) or _holds_number(view, found):
            continue
        if before is None or find in (_behind_of, _qualified) or found[1] <= before.first or before.last <= found[0]:
            quantity.about = found
            return


def _is_tally(view: TextView, quantity: Quantity, start: int) -> bool:
    """Whether a toll or number is spoken of: "the death toll rose to 40"."""
    before = view.words[max(start, quantity.first - 14) : quantity.first]
    return not _TALLIES.isdisjoint(before)


def _is_linked(view: TextView, before: Quantity, quantity: Quantity) -> bool:
    """Whether only a mark or a small word parts two figures that both count nothing of their own."""
    gap = view.words[before.last : quantity.first]
    if not 0 < len(gap) <= 2 or not (before.about or before.noun) or before.kind == "age":
        return False
    return all(word in _LINKING for word in gap) and (before.unit is not None or gap[0] == "(")


def _is_time(view: TextView, found: tuple[int, int]) -> bool:
    """Phrases that only tell when, and words that name nothing."""
    return all(
        word in context("when") or word[0].isdigit() or word.endswith("ly") for word in view.words[found[0] : found[1]]
    )


def _holds_number(view: TextView, found: tuple[int, int]) -> bool:
    """Another figure got in between: "shares climbed 2 percent to 41"."""
    return any(
        word[0].isdigit() and word.isdigit() is False and "-" not in word and not word.isalnum()
        for word in view.words[found[0] : found[1]]
    )


def _first(view: TextView, quantity: Quantity, start: int) -> tuple[int, int] | None:
    return _leading(view, start, quantity.first)


def _behind_of(view: TextView, quantity: Quantity, end: int) -> tuple[int, int] | None:
    at = quantity.last
    if at < end and view.words[at] == "(":  # "8 miles (13 km) of new tunnels"
        for k in range(at + 1, min(at + 8, end)):
            if view.words[k] == ")":
                at = k + 1
                break
    elif at < end and view.words[at] == ")" and at + 1 < end and view.words[at + 1] in ("of", "in"):
        at += 1
    if at + 1 >= end or view.words[at] not in ("of", "in") or (view.words[at] == "in" and quantity.kind != "money"):
        return None
    return _phrase(view, at + 1, end)


def _qualified(view: TextView, quantity: Quantity, end: int) -> tuple[int, int] | None:
    if quantity.kind not in _MEASURES or quantity.last >= end:
        return None
    if view.words[quantity.last] in noun_classes("function"):
        return None
    return _phrase(view, quantity.last, end)


def _phrase(view: TextView, at: int, end: int) -> tuple[int, int] | None:
    """The noun phrase at ``at``, determiners left out."""
    words = view.words
    stops = noun_classes("function") | noun_classes("verb")
    while at < end and (words[at] in _DETERMINERS or words[at] in ('"', "“")):
        at += 1
    k = at
    while k < end and k < at + 7:
        word = words[k]
        if not word[0].isalnum() and not (word == "'s" and k > at):
            break
        if word in stops and word != "'s" and not (word in noun_classes("verb") and k == at):
            break
        if word in ("'s",):
            k += 1
            continue
        k += 1
    if k > at and (words[at][0].isdigit() or (words[at][-2:] == "ed" and len(words[at]) > 4 and k - at == 1)):
        return None
    while k > at and (
        words[k - 1] == "'s" or words[k - 1].endswith("ly") or words[k - 1] in ("ago", "annually", "used", "left")
    ):
        k -= 1
    if k == at or words[at] in stops:
        return None
    return at, k


def _before_of(view: TextView, quantity: Quantity, start: int) -> tuple[int, int] | None:
    """ "a fine of 10.5 million", "revenue of $5 billion", "at a speed of 90 mph"."""
    at = quantity.first - 1
    words = view.words
    if (
        at - 1 < start
        or words[at] not in ("of", "at", "by", "up", "down", "to", "from")
        or words[at - 1] in noun_classes("function")
    ):
        return None
    if words[at] == "at" and words[at - 1].endswith("ly"):
        at -= 1
    if words[at] != "of" and (
        words[at - 1] in _verbs() or not words[at - 1].isalpha() or words[at - 1][-2:] in ("ed", "ly")
    ):
        return None
    return _back(view, at, start)


def _back(view: TextView, end: int, start: int) -> tuple[int, int] | None:
    """The noun phrase that ends before token ``end``."""
    words = view.words
    stops = noun_classes("function") | _LINKS
    k = end
    while k > start and end - k < 6:
        word = words[k - 1]
        if word[0].isdigit() or word in _FIGURES:
            return None
        if word in _CLAUSE or (word in stops and word != "'s") or not (word[0].isalnum() or word in ("'s", "&", "/")):
            break
        k -= 1
    while k < end and (words[k] == "'s" or words[k] in noun_classes("verb")):
        k += 1
    return (k, end) if k < end else None


def _subject(view: TextView, quantity: Quantity, start: int) -> tuple[int, int] | None:
    """The words before the clause's verb, back to the clause's beginning, at most ten."""
    words, verbs = view.words, _verbs()
    at = quantity.first
    floor = max(start, at - _REACH)
    verb = at - 1
    while verb >= floor and (words[verb] not in verbs or words[verb] == "worth" or words[verb - 1 : verb] == ["to"]):
        verb -= 1
    if verb < floor:
        return _leading(view, start, at)
    end = _before_aside(view, _before_auxiliaries(view, verb, floor), floor)
    k = clause = end
    while k > floor and end - k < 10:
        word = words[k - 1]
        if word in _FIGURES or (word[0].isdigit() and not (len(word) == 4 and word.isdigit())):
            k = clause  # "X jumped 8.5% and Y gained": the subject begins behind the figure
            break
        if word in ("and", "or", "while", "but"):
            clause = k
        if word in _CLAUSE or (word in _LINKS and word not in ("and", "or")) or word in verbs:
            break
        k -= 1
    k, end = _trim(view, k, end)
    if k < end and words[k:end] not in (["it"], ["he"], ["they"], ["she"]):
        return k, end
    edge = at if k >= end and verb - start < 3 else k
    return _leading(view, start, edge) if edge > start else None


def _before_auxiliaries(view: TextView, verb: int, floor: int) -> int:
    """The end of the subject: before auxiliaries, adverbs and a relative pronoun."""
    words, k = view.words, verb
    while k > floor and (
        words[k - 1] in _AUX
        or words[k - 1] in noun_classes("adverb")
        or words[k - 1].endswith("ly")
        or words[k - 1] in ("already", "just", "now", "only", "still", "to")
    ):
        k -= 1
    if k > floor and words[k - 1] in ("which", "who", "that"):
        k -= 1
        if k > floor and words[k - 1] == ",":
            k -= 1
    return k


def _before_aside(view: TextView, end: int, floor: int) -> int:
    """Step over an aside before the verb: "debt, excluding banks, was"."""
    if end > floor and view.words[end - 1] == ",":
        for k in range(end - 2, max(floor, end - 14), -1):
            if view.words[k] == ",":
                return k
    return end


def _leading(view: TextView, start: int, end: int) -> tuple[int, int] | None:
    """The first noun phrase of the sentence, before the number."""
    words = view.words
    stops = noun_classes("function") | _verbs()
    k, end = start, min(end, start + _REACH)
    while k < end and (words[k] in stops or not words[k][0].isalpha()):
        if words[k] in _PRONOUNS:
            return None
        k += 1
    last = k
    while (
        last < end
        and last - k < 8
        and words[last] not in stops
        and (words[last][0].isalpha() or (len(words[last]) == 4 and words[last].isdigit()))
        and not (last > k and words[last][-2:] == "ed")
    ):
        last += 1
    return (k, last) if k < last else None


def _trim(view: TextView, k: int, end: int) -> tuple[int, int]:
    words = view.words
    function = noun_classes("function")
    while k < end and (words[k] in function or not words[k][0].isalnum()):
        k += 1
    while k < end and (words[end - 1] in function or not words[end - 1][0].isalnum()):
        end -= 1
    return k, end
