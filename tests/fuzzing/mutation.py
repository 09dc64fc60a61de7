"""Texts that nobody wrote: true ones that were damaged, and sentences of a grammar broken in the middle."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable, Sequence

from tests.hostile_families import FAMILIES

__all__ = ["broken_news", "mutated"]

Change = Callable[[random.Random, str], str]
SCRAPS = (
    *"\"'“”‘’„‟«»‹›`＂「」.,;:?!…-–—()[]{}$€%#@&*/\\|<>~^_=+",
    *"\n\r\t\0 \u00a0\u202f\u200b\u200d\u202e\u2028\ufeff\ud800\u00ad",
    *("''", "``", "\r\n", "\n\n", "\n\t", "&quot;", "&#8220;", "<p>", "</b>", "[3]", "...", "½", "٣٤", "２", "e\u0301"),
    *(unit for units in FAMILIES.values() for unit in units.values() if len(unit) < 60),
)
NUMBERS = (
    "0",
    "1",
    "-1",
    "1.5",
    "1,000",
    "1.000,5",
    "9" * 30,
    "2/0",
    "0000",
    "1e9",
    "31",
    "13",
    "2021",
    "99:99",
    "0x1F",
)


def mutated(dice: random.Random, text: str, times: int = 4) -> str:
    """The text with up to so many changes, each of any kind."""
    for _ in range(dice.randint(1, times)):
        text = dice.choice(CHANGES)(dice, text)
    return text


def broken_news(dice: random.Random, sentences: Sequence[str]) -> str:
    """Beginnings and ends of sentences, put together with whatever stands between them."""
    parts = []
    for _ in range(dice.randint(1, 6)):
        sentence = dice.choice(sentences)
        at = dice.randint(0, len(sentence))
        parts.append(dice.choice((sentence, sentence[:at], sentence[at:], dice.choice(SCRAPS))))
        parts.append(dice.choice((" ", "", "\n\n", "\n", ", ", dice.choice(SCRAPS))))
    return "".join(parts)


def _insert(dice: random.Random, text: str) -> str:
    at = dice.randint(0, len(text))
    scrap: str = dice.choice(SCRAPS)
    return text[:at] + scrap * dice.choice((1, 1, 1, 2, 9)) + text[at:]


def _delete(dice: random.Random, text: str) -> str:
    start, end = _stretch(dice, text)
    return text[:start] + text[end:]


def _double(dice: random.Random, text: str) -> str:
    start, end = _stretch(dice, text)
    return text[:end] + text[start:]


def _swap(dice: random.Random, text: str) -> str:
    words = text.split(" ")
    one, other = dice.randrange(len(words)), dice.randrange(len(words))
    words[one], words[other] = words[other], words[one]
    return " ".join(words)


def _cut(dice: random.Random, text: str) -> str:
    start, end = sorted((dice.randint(0, len(text)), dice.randint(0, len(text))))
    return text[start:end]


def _number(dice: random.Random, text: str) -> str:
    places = [at for at, char in enumerate(text) if char.isdigit()]
    if not places:
        return _insert(dice, text)
    at = dice.choice(places)
    return text[:at] + dice.choice(NUMBERS) + text[at + 1 :]


def _mark(dice: random.Random, text: str) -> str:
    """One mark in place of another, everywhere or once."""
    old, new = dice.choice("\"“”'’.,-—:;"), dice.choice(SCRAPS)
    return text.replace(old, new, dice.choice((1, 2, -1)))


def _form(dice: random.Random, text: str) -> str:
    form = dice.choice((str.upper, str.lower, str.title, str.swapcase, _decomposed, _windows, _lines))
    start, end = dice.choice((_stretch(dice, text), (0, len(text))))
    return text[:start] + form(text[start:end]) + text[end:]


def _decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def _windows(text: str) -> str:
    return text.replace("\n", "\r\n")


def _lines(text: str) -> str:
    return text.replace(" ", "\n")


def _char(dice: random.Random, text: str) -> str:
    at = dice.randint(0, len(text))
    return (
        text[:at]
        + chr(dice.choice((dice.randrange(128), dice.randrange(0x3000), dice.randrange(0x110000))))
        + text[at + 1 :]
    )


def _stretch(dice: random.Random, text: str) -> tuple[int, int]:
    start = dice.randint(0, len(text))
    return start, min(len(text), start + dice.choice((1, 2, 5, 20, 100)))


CHANGES: tuple[Change, ...] = (_insert, _insert, _delete, _double, _swap, _cut, _number, _mark, _form, _char)
