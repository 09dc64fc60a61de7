"""States: the plain name behind another name, initials, an adjective, a demonym or a capital (``nations.tsv``)."""

from __future__ import annotations

from functools import cache

from conflictnews.lexicons.table import read_table

__all__ = ["initials", "is_alpha3", "is_state", "state_of_adjective", "states"]

_ALPHA3 = 3
_ORDERS = ("-led", "-directed", "-ordered")


@cache
def states(*kinds: str) -> dict[str, str]:
    """The plain names of states by their folded names of some kinds: country, short, adjective, demonym, capital.

    >>> states("short")["uk"], states("capital")["tehran"]
    ('United Kingdom', 'Iran')
    """
    rows = read_table("nations", "name", "nation", "kind")
    return {name.lower(): nation for name, nation, kind in rows if kind in kinds}


@cache
def initials() -> frozenset[str]:
    """The folded names of states that are written in capitals: "us", "uk"."""
    rows = read_table("nations", "name", "nation", "kind")
    return frozenset(name.lower() for name, _, _ in rows if name.isupper() and name.isalpha())


def is_alpha3(code: str) -> bool:
    """Whether a string has the form of an ISO 3166-1 alpha-3 code.

    >>> is_alpha3("SYR"), is_alpha3("Syria")
    (True, False)
    """
    return len(code) == _ALPHA3 and code.isascii() and code.isupper()


def state_of_adjective(word: str) -> str | None:
    """The state that a folded word before a noun names: "iranian", "us", "u.s.", "iran"; None for other words.

    >>> state_of_adjective("iranian"), state_of_adjective("saudi-led")
    ('Iran', 'Saudi Arabia')
    """
    for order in _ORDERS:
        word = word.removesuffix(order)
    return states("country", "short", "adjective").get(word)


def is_state(name: str) -> bool:
    """Whether this is the plain name of a state.

    >>> is_state("Iran"), is_state("Tehran")
    (True, False)
    """
    return name in _plain_names()


@cache
def _plain_names() -> frozenset[str]:
    return frozenset(states("country").values())
