"""Where numbers stand in a text, and how each is read: the stages of the grammar one after the other."""

from __future__ import annotations

from functools import cache, lru_cache

from conflictnews.extractors.facts.digit_forms import LETTERS
from conflictnews.extractors.facts.grammar import Grammar, Reader
from conflictnews.extractors.facts.money import glued_currencies
from conflictnews.extractors.facts.quantity import Quantity
from conflictnews.text import TextView
from conflictnews.text.numerals import vulgar_fraction
from conflictnews.text.spelled_numbers import class_of, number_words
from conflictnews.text.window import Window

__all__ = ["complete", "measure", "read_at", "starts", "through"]

_PREFIXES = frozenset({"minus", "sub"})


def starts(view: TextView) -> list[tuple[int, str]]:
    """The tokens at which a number may begin, ascending, each with its class: every distinct word is looked at once."""
    found = [(at, class_of(word)) for word in view.index.keys() & _starting_words() for at in view.index[word]]
    for word in [word for word in view.index if not word.isalpha()]:
        if label := _class_of(word):
            found += [(at, label) for at in view.index[word]]
    found.sort()
    return found


@cache
def _starting_words() -> frozenset[str]:
    return frozenset(word for word, (label, _) in number_words().items() if label not in ("suffix", "letter"))


@lru_cache(maxsize=4096)
def _class_of(word: str) -> str:
    """The class of a token that is no plain word; empty where no number begins with it."""
    if "0" <= word[0] <= "9":
        return "digits"
    if len(word) == 1:
        return "fraction sign" if vulgar_fraction(word) is not None else ""
    head, hyphen, _ = word.partition("-")
    if hyphen and head in _starting_words():
        return class_of(word)
    if "0" <= word[-1] <= "9" and (found := LETTERS.match(word)) is not None:
        prefix = found[1].removesuffix("-")
        return "letters" if prefix in _PREFIXES or prefix in glued_currencies() else ""
    return ""


def read_at(window: Window, grammar: Grammar, at: int, label: str) -> Quantity | None:
    """The numeral that begins at a token of this class."""
    for form in grammar.forms.at(label):
        if (found := form(window, at)) is not None:
            q = through(grammar.growth, window, found)
            return q._replace(number=(q.first, q.last))
    return None


def measure(window: Window, grammar: Grammar, q: Quantity) -> Quantity | None:
    """A numeral with its unit, kind and bound; None where it is no quantity."""
    for unit in grammar.units.at(q.written):
        if (found := unit(window, q)) is not None:
            q = found
            break
    q = through(grammar.bounds, window, through(grammar.ages, window, q))
    if q.unit is None:
        for excludes in grammar.exclusions.at(q.form):
            if excludes(window, q):
                return None
    return q


def complete(window: Window, grammar: Grammar, quantities: list[Quantity]) -> list[Quantity]:
    """The quantities of one sentence, neighbours joined, with what stands behind them and what lists share."""
    joined: list[Quantity] = []
    for q in quantities:
        together = _join(window, grammar, joined[-1], q) if joined else None
        if together is None:
            joined.append(q)
        else:
            joined[-1] = together
    behind = [through(grammar.behind, window, q) for q in joined]
    ready = [q if q.bound == "exact" else through(grammar.ages, window, q) for q in behind]
    for k in range(len(ready) - 2, -1, -1):
        for rule in grammar.from_next:
            ready[k] = rule.read(window, ready[k], ready[k + 1]) or ready[k]
    return ready


def through(stage: Reader, window: Window, q: Quantity) -> Quantity:
    """A number after every rule of a stage that changes it; one that gets another form goes through its rules, too."""
    form = q.form
    for read in stage.at(form):
        q = read(window, q) or q
    return q if q.form == form else through(stage, window, q)


def _join(window: Window, grammar: Grammar, left: Quantity, right: Quantity) -> Quantity | None:
    """Two neighbours as one quantity, where a rule says so."""
    if not left.last <= right.first <= left.last + 3 or left.tail:
        return None
    if any(q.form in ("ordinal", "times", "vague") or q.bound in ("vague", "range") for q in (left, right)):
        return None
    for rule in grammar.joins.at(" ".join(window.between(left.last, right.first))):
        if (together := rule(window, left, right)) is not None:
            return together
    return None
