"""The predicate behind a counted noun: "16 sailors were wounded", "12 dead", "two men, both drunk, died"."""

from __future__ import annotations

from conflictnews.extractors.facts.context import context
from conflictnews.extractors.facts.nouns import noun_classes
from conflictnews.extractors.facts.quantity import Counted
from conflictnews.extractors.facts.role_words import BE, RELATIVE, role_words
from conflictnews.text import TextView

__all__ = ["predicate_role"]

_REACH = 30
_DEADLY = frozenset({"found", "shot", "gunned", "left"})
_CONDITIONS = frozenset({"critical", "serious", "stable", "grave"})
_THEIR = (["their"], ["his"], ["her"])
_LIVES = (["lives"], ["life"])
_OBJECT = frozenset({"the", "a", "an", "his", "her", "their", "its", "that"})
_STOP = "stop"


class _Search:
    """Walks from a counted noun to the right.

    ``be`` tells that a form of "be" waits for its participle, ``relative`` how many relative clauses still want a verb,
    ``partitive`` the role of those of whom some are counted ("three of the wounded"), unless a verb gives another.
    """

    __slots__ = ("be", "end", "head", "owned", "partitive", "quantity", "relative", "view")

    def __init__(self, view: TextView, quantity: Counted, end: int, head: str) -> None:
        self.view, self.quantity, self.end, self.head = view, quantity, end, head
        self.be = self.owned = False
        self.relative = 0
        self.partitive: str | None = None

    def barrier(self) -> bool:
        """A verb of no role: the search ends, unless a relative clause wanted it."""
        self.be = False
        if self.owned:
            self.owned = False
            return False
        if not self.relative:
            return True
        self.relative -= 1
        return False

    def step(self, k: int) -> str | None:
        """What token ``k`` says: a role, ``_STOP``, or None to go on."""
        words = self.view.words
        word = words[k]
        if word in BE:
            self.be = True
        elif word in role_words():
            return self.trigger(k)
        elif self.be and (word in _DEADLY or _in_condition(words, k)):
            return self.state(k)
        elif word == "lost" and words[k + 1 : k + 2] in _THEIR and words[k + 2 : k + 3] in _LIVES:
            return "killed"
        elif word in RELATIVE:
            self.owned = word == "whose"
            self.relative += not self.owned and (word != "that" or words[k - 1] != ",")
        elif word in context("clause-end"):
            return _STOP
        elif word in context("between") or word in noun_classes("adverb") or word.endswith("ly"):
            return None
        elif self.be:
            if word not in ("among", "[", "]", ",") and self.barrier():
                return _second_predicate(self.view, k, self.end) or _STOP
        elif self.is_verb(k) and self.barrier():
            return _STOP
        return None

    def state(self, k: int) -> str | None:
        """Behind "were": "found dead", "shot down", "in critical condition"; else a verb of no role."""
        words = self.view.words
        if words[k] == "in":
            return "injured"
        if words[k + 1 : k + 2] == ["down"]:
            return "intercepted"
        if any(w in ("dead", "killed", "death") for w in words[k + 1 : k + 4]):
            return "killed"
        return _STOP if self.barrier() else None

    def is_verb(self, k: int) -> bool:
        """A finite verb: a known one, or a form in -ed that takes an object ("condemned the raids")."""
        words = self.view.words
        word = words[k]
        if word in noun_classes("verb"):
            return word not in context("no-predicate")
        return word[-2:] == "ed" and len(word) > 4 and k + 1 < self.end and words[k + 1] in _OBJECT

    def trigger(self, k: int) -> str | None:
        """A word of the role table: its role where it fits, else a verb like any other."""
        if self.owned:  # "a family whose mother had died"
            self.owned = self.be = False
            return None
        words = self.view.words
        role = _fits(self, k)
        if role is not None and words[k - 2 : k] == ["of", "the"] and k == self.quantity.last + 2:
            self.partitive = role
            return None
        if role is not None:
            return role
        attributive = k > self.quantity.last and words[k - 1] in context("determiner") and not self.be
        if not attributive and any(use in ("verb", "active", "intransitive") for _, use in role_words()[words[k]]):
            return _STOP if self.barrier() else None
        self.be = False
        return None


def _in_condition(words: list[str], k: int) -> bool:
    return words[k] == "in" and words[k + 2 : k + 3] == ["condition"] and words[k + 1] in _CONDITIONS


def predicate_role(view: TextView, quantity: Counted, end: int, head: str) -> str | None:
    """The role that the predicate behind the quantity gives it, before token ``end``; at most 30 tokens are read."""
    end = min(end, quantity.last + _REACH)
    search = _Search(view, quantity, end, head)
    for k in range(quantity.last, end):
        found = search.step(k)
        if found is not None:
            return search.partitive if found == _STOP else found
    return search.partitive


def _second_predicate(view: TextView, k: int, end: int) -> str | None:
    """ "were on a visit and were wounded": a further passive of the same subject, right behind "and"."""
    words = view.words
    for at in range(k, end - 1):
        if words[at] in context("clause-end"):
            return None
        if words[at] == "and" and words[at + 1] in BE:
            for role, use in role_words().get(words[at + 2] if at + 2 < end else "", ()):
                if use == "verb":
                    return role
            return None
    return None


def _is_close(view: TextView, start: int, k: int) -> bool:
    """Whether only adverbs, "of them" or "others" stand between the noun and the word at ``k``."""
    return k - start <= 4 and all(
        word in context("between") or word.endswith("ly") or word in ("'", "’", "'s") for word in view.words[start:k]
    )


def _is_passive(view: TextView, quantity: Counted, k: int, end: int, be: bool, close: bool) -> bool:
    """Whether the participle at ``k`` has the counted thing as its patient."""
    words = view.words
    if be or (words[k - 1] in ("those", "dead", "people") and words[k - 2] == "among"):
        return True
    return (close or (words[k - 1] == "others" and k > quantity.last + 1)) and _reduced(view, k, end)


def _fits(search: _Search, k: int) -> str | None:
    """The role that the word at ``k`` gives the counted thing before it."""
    view, words = search.view, search.view.words
    close = _is_close(view, search.quantity.last, k)
    for role, use in role_words()[words[k]]:
        if use == "verb":
            fits = _is_passive(view, search.quantity, k, search.end, search.be, close)
        elif use == "intransitive":
            if role == "launched":
                fits = close and search.head in context("weapon")
            else:
                fits = words[k - 1] != "to" or words[k - 2] in ("known", "believed", "reported", "confirmed", "feared")
        elif use == "adjective":
            fits = search.be or close
        else:
            fits = use == "nominal" and close and words[k - 1] in ("'", "’", "'s")
        if fits:
            return role
    return None


def _reduced(view: TextView, k: int, end: int) -> bool:
    """Whether a participle behind a noun is passive: no object follows."""
    if k + 1 >= end or k + 1 >= len(view.words):
        return True
    nxt = view.words[k + 1]
    return (
        nxt in context("behind-participle")
        or nxt.endswith("ly")
        or not nxt[0].isalnum()
        or nxt in ("or", "dead", "there", "here", "to", "more", "each")
    )
