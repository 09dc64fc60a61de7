"""The head of a page: title, its repetitions, bylines."""

from __future__ import annotations

import re
from functools import cache

import regex

from conflictnews.lexicons.table import word_sets
from conflictnews.text import TextView
from conflictnews.text.tokens import token_spans

from .page import Paragraph, words_of

__all__ = ["is_byline", "is_personal_name", "is_title", "repeats", "title_words"]

_TITLE_WIDTH = 250
_NAME_WORD = regex.compile(r"(?:\p{L}\p{M}*+\.){1,3}|\p{L}[\p{L}\p{M}]*+(?:[-'’.]\p{L}[\p{L}\p{M}]*+)*+\.?")


def _sets() -> dict[str, frozenset[str]]:
    return word_sets("byline", "word", "class")


@cache
def _openings() -> tuple[tuple[str, ...], ...]:
    return tuple(sorted(tuple(phrase.split()) for phrase in _sets()["opening"]))


def is_title(view: TextView, paragraph: Paragraph) -> bool:
    """Whether the first paragraph of several is a headline: short, no sentence with its stop, no mid-sentence line."""
    text, start, end = view.text, paragraph.start, paragraph.end
    if end - start > _TITLE_WIDTH or len(words_of(view, paragraph, 2)) < 2 or text[start].islower():
        return False
    mark = paragraph.final_mark(text)
    if mark in ":,;":
        return False
    if mark == ".":
        return _ends_in_acronym(view, paragraph) and is_title_case(view, paragraph)
    return mark not in "?!" or end - start <= 120


def _ends_in_acronym(view: TextView, paragraph: Paragraph) -> bool:
    word = view.words[paragraph.last - 1]
    return word.count(".") > 1 and word[0].isalpha()


def is_title_case(view: TextView, paragraph: Paragraph) -> bool:
    """Whether three quarters of the long words have capitals, as in headlines of American papers."""
    long = [
        view.is_capital(token)
        for token in range(paragraph.first, min(paragraph.last, paragraph.first + 40))
        if view.ends[token] - view.starts[token] > 3 and view.words[token][0].isalpha()
    ]
    return len(long) >= 3 and 4 * sum(long) >= 3 * len(long)


def title_words(view: TextView, title: Paragraph) -> list[str]:
    """The words by which the title is known again."""
    return words_of(view, title, 60)


def repeats(view: TextView, paragraph: Paragraph, title: list[str]) -> bool:
    """Whether a paragraph is the title again: with a bullet, the site's name behind it, or cut off with dots."""
    if paragraph.last - paragraph.first > 2 * len(title) + 12 or not title:
        return False
    words = words_of(view, paragraph, 80)
    if words == title:
        return True
    surface = view.text[paragraph.start : paragraph.end]
    if len(title) > 3 and words[: len(title)] == title and len(words) <= len(title) + 4:
        rest = surface[-40:]
        return bool(re.search(r"\s[|–—-]\s", rest))
    return len(words) > 3 and title[: len(words)] == words and surface.endswith(("...", "…"))


def is_byline(view: TextView, paragraph: Paragraph) -> bool:
    """Whether it says who wrote the text: "By Jane Roe", "By Jane Roe and John Doe, Reuters"."""
    start, end, first, last = paragraph
    if end - start > 160 or last - first > 24 or view.text[end - 1] in "?!:;":
        return False
    for opening in _openings():
        if tuple(view.words[first : first + len(opening)]) == opening:
            at = view.ends[first + len(opening) - 1]
            rest = view.text[at:end].lstrip(" :\t\xa0")
            return opening != ("from",) and _is_byline_rest(rest)
    return False


def _is_byline_rest(rest: str) -> bool:
    """Names, their bodies and the small words between, a date perhaps; a capital first."""
    sets = _sets()
    names = 0
    for word in re.split(r"[\s,|/&•·()]+", rest):
        bare = word.strip(".:;-–—").lower()
        if not bare or bare in sets["link"] or bare in sets["particle"] or bare in sets["desk"]:
            names += bare in sets["desk"]
        elif word[0].isupper() or word[0] == "@" or _is_date_word(bare):
            names += not _is_date_word(bare)
        else:
            return False
    return names > 0 and not (rest.endswith(".") and len(rest.split()) > 5)


def _is_date_word(bare: str) -> bool:
    dates = word_sets("dateline", "word", "class")
    return bare.isdigit() or any(bare in dates[name] for name in ("month", "weekday", "page"))


def is_personal_name(view: TextView, paragraph: Paragraph) -> bool:
    """Whether a line under the title is a bare name, or a body that stands in for one ("Reuters Staff", "AFP")."""
    start, end, first, _ = paragraph
    surface = view.text[start:end]
    if end - start > 60 or any(char.isdigit() for char in surface) or surface[-1] in ".?!:;":
        return False
    sets = _sets()
    words = re.split(r"[\s,|/]+", surface.strip("|•- "))
    low = [word.lower().rstrip(".") for word in words]
    if all(word in sets["desk"] for word in low):
        return True
    people = [word for word, small in zip(words, low, strict=True) if small not in sets["desk"]]
    if not 2 <= len(people) <= 4 or any(word in sets["section"] for word in low):
        return False
    if not all(
        _NAME_WORD.fullmatch(w) and (w[0].isupper() or w.lower().split("-")[0] in sets["particle"]) for w in people
    ):
        return False
    if any(word.isupper() and len(word) > 2 for word in people) and not surface.isupper():
        return False  # "US Embassy", "NATO Summit"
    return _stranger(view, people[-1], first)


def _stranger(view: TextView, surname: str, first: int) -> bool:
    """A writer is not the subject of the story: the last name stands at most twice elsewhere."""
    spans = token_spans(surname)
    key = view.folded[view.starts[first] : view.starts[first]] + surname.lower().replace("’", "'") if spans else ""
    return len(view.index.get(key, ())) <= 3
