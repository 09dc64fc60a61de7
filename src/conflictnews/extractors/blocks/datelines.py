"""Datelines ("BAGHDAD (Reuters) -") at the head of a paragraph, and date lines ("February 26, 2021") of their own."""

from __future__ import annotations

import re
from functools import cache

import regex

from conflictnews.gazetteer import Gazetteer
from conflictnews.gazetteer.entry import bears_surname
from conflictnews.gazetteer.toponyms import is_word
from conflictnews.lexicons.table import word_sets
from conflictnews.text import TextView

from .page import Paragraph

__all__ = ["date_end", "dateline_end", "is_date_line", "town_end"]

_WIDEST = 100
"""The characters in which a dateline ends."""

_DASH = regex.compile(r"(?:--|[-–—―_])(?=\s|[\"'“‘«]|\p{Lu}|$)")
_AGENCY = regex.compile(r"\((\p{L}[^()\n]{0,40}+)\)\s{0,3}+$")
_IN_BRACKETS = regex.compile(r" {0,2}\(([^()]{3,40}+)\)$")
_PLACE = regex.compile(r"\p{L}[\p{L}\p{M}\d_.'’ʼ /-]{0,60}+$")
_COLON = regex.compile(r"\p{Lu}[\p{Lu}\p{M} .'’-]{2,40}+(?:, \p{Lu}[\p{L}\p{M}\d. ]{2,30}+)?+:(?=\s)")
_BARE = regex.compile(
    r"\p{Lu}[\p{Lu}\p{M}'’-]{2,24}+(?: \p{Lu}[\p{Lu}\p{M}'’-]{2,24}+){0,2}+(?:, \p{Lu}\p{Ll}{2,24}+)?+ "
    r"(?=(?:An?|At|In|The|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten) \p{L}|\p{Lu}\p{Ll}++ \p{Ll})"
)
"""A town in capitals without a mark behind it, as feeds leave it: "KABUL A bomb", "MADAYA, Syria An aid convoy"."""
_NOTE = regex.compile(r"\([^()\n]{3,40}+\) {1,3}+")
_TOWNS = regex.compile(r"(\p{Lu}[\p{L}\p{M}.'’-]{2,24}+(?:[ /]\p{Lu}[\p{L}\p{M}.'’-]{2,24}+){0,2}+) ?:(?=\s|\p{L})")

_NUMERIC_DATE = re.compile(
    r"\b(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d\d))(?:T\d\d:\d\d[\d:.]{0,12}+(?:Z|[+-]\d\d:?\d\d)?)?",
    re.ASCII,
)
_DIGIT = re.compile(r"[0-9]")
_DAY_OR_YEAR = re.compile(r"\d{1,2}(?:st|nd|rd|th)?|\d{4}", re.ASCII)
_CLOCK = re.compile(r"\d{1,2}(?:[:.]\d\d){1,2}(?:am|pm)?|\d{1,4}(?:am|pm|hrs)?", re.ASCII)


def _sets() -> dict[str, frozenset[str]]:
    return word_sets("dateline", "word", "class")


def dateline_end(text: str, start: int, end: int, opens_story: bool) -> int | None:
    """Where the dateline at the head of a paragraph ends, its dash included; None where there is none.

    A town in capitals, or an agency in parentheses before the dash, make one; so does "Baghdad, Iraq –" where the
    paragraph opens the story. A paragraph that is nothing but "BAGHDAD, Feb 26 (Reuters)" is one as well.
    """
    if not (text[start].isupper() or text[start] == "("):
        return None
    head = text[start : min(end, start + _WIDEST)]
    whole = end - start <= _WIDEST and _AGENCY.search(head)
    for match in _DASH.finditer(head):
        spaced = match.end() - match.start() > 1 or match[0] in "–—―_" or head[match.start() - 1].isspace()
        if spaced and match.start() > 2:
            sentence_follows = not head[match.end() :].lstrip()[:1].islower()
            if _is_dateline(head[: match.start()].rstrip(), opens_story and sentence_follows):
                return start + match.end()
            if not whole:
                break
    if whole and whole.start() > 2 and _is_agency(whole[1]) and _is_dateline(head.rstrip(), opens_story):
        return end
    if opens_story and (colon := _COLON.match(head)):
        words = colon[0][:-1].split(",")
        if not {word.lower() for word in words[0].split()} & _sets()["label"] and start + colon.end() < end:
            return start + colon.end()
    if opens_story and (bare := _BARE.match(head)) and _is_town(bare[0].split(",")[0].strip().title()):
        return start + len(bare[0].rstrip())
    return None


def town_end(text: str, start: int, end: int) -> int | None:
    """Where "Lahore:" or "Lahore/Multan:" at the head of a story ends, as Indian papers write; None without a town.

    Who speaks in a transcript may have the name of a town, but speaks again.
    """
    match = _TOWNS.match(text, start, min(end, start + _WIDEST))
    if match is None or match.end() >= end or not all(_is_town(name) for name in match[1].split("/")):
        return None
    speaks = text.find(f"{match[1]}:", 0, start) >= 0 or text.find(f"\n{match[1]}:", end) >= 0
    return None if speaks else match.end()


def date_end(text: str, start: int, end: int) -> int | None:
    """Where a date before a sentence ends: "Published April 13 2017 | An air strike"; None where none stands there."""
    match = _date_before().match(text, start, min(end, start + _WIDEST))
    return match.end() if match else None


@cache
def _date_before() -> regex.Pattern[str]:
    """Words such as "Published", a date with its year, and a dash perhaps, before a word with a capital or a number."""
    month, weekday, page = ("|".join(sorted(_sets()[label])) for label in ("month", "weekday", "page"))
    day, year = r"\d{1,2}+(?:st|nd|rd|th)?", r"(?:19|20)\d\d"
    return regex.compile(
        rf"(?i:(?:(?:{page}):? ){{0,3}}+(?:(?:{weekday}),? )?+"
        rf"(?:(?:{month})\.? {day},? {year}|{day} (?:{month})\.?,? {year}|\d\d?[-./]\d\d?[-./]{year}|{year}-\d\d-\d\d)"
        r"(?: \d\d?:\d\d(?: ?[ap]m)?)?+)(?: ?(?:--|[-–—|])(?= ))?+(?= [\"“]?[\p{Lu}\d])"
    )


def _is_town(name: str) -> bool:
    """Whether the gazetteer has a city of just this name, which is no word: "Reading:" names none."""
    places = (place for place in Gazetteer().lookup(name) if place.kind == "city" and not place.approximate)
    return not is_word(name) and not all(map(bears_surname, places))  # "Sanders: ..."; none at all is no town either


def _is_dateline(head: str, opens_story: bool) -> bool:
    if note := _NOTE.match(head):
        head = head[note.end() :]  # "(Adds details) TEHRAN, June 20 (Reuters)"
    agency = _AGENCY.search(head)
    if agency:
        head = head[: agency.start()].rstrip()
        dated = "," in head and _is_date(head.rpartition(",")[2])
        if not (dated or agency[1].isupper() or _is_agency(agency[1])):
            return False
        if not head:
            return _is_agency(agency[1])
    place, *rest = (part.strip() for part in head.split(","))
    if (inside := _IN_BRACKETS.search(place)) and _is_region(inside[1]):
        place = place[: inside.start()]  # "San Jose (Costa Rica), 18 Nov 89"
    filed = bool(agency) or any(_is_agency(part) and part.isupper() for part in rest)  # "Dorn, April 20, IRNA --"
    if rest and not all(_is_region(part) or _is_date(part) or _is_agency(part) for part in rest):
        return False
    if not _PLACE.match(place) or len(place.split()) > 5 or place.split()[0].lower().rstrip(".:") in _sets()["label"]:
        # "Feb 26 (Reuters) -" has no town
        return bool(filed and _is_date(head))
    if place.isupper() and len(place) > 2:
        return bool(opens_story or filed or rest)
    if filed:
        return _is_date(head) or all(word[0].isupper() or word in _SMALL for word in place.split())
    told = opens_story and bool(rest) and (_is_region(rest[0]) or _is_date(rest[0])) and not _is_date(place)
    return told and all(word[0].isupper() for word in place.split())


_SMALL = frozenset({"al", "de", "la", "of", "the", "on", "du", "el", "da", "do", "e", "sur"})


def _is_agency(inside: str) -> bool:
    return not _sets()["agency"].isdisjoint(re.split(r"[\s/.,]+", inside.lower()))


def _is_region(part: str) -> bool:
    low = part.lower()
    return low in _sets()["region"] or low.rstrip(".") in _sets()["region"] or (part.isupper() and len(part) > 3)


def _is_date(part: str) -> bool:
    words = part.lower().replace(".", " ").split()
    sets = _sets()
    named = [word for word in words if word in sets["month"] or word in sets["weekday"]]
    return bool(named) and all(word in named or _DAY_OR_YEAR.fullmatch(word) for word in words)


def is_date_line(view: TextView, paragraph: Paragraph) -> bool:
    """Whether the paragraph is a date and nothing else but a clock time and words such as "Published"."""
    start, end, first, last = paragraph
    if end - start > 100 or last - first > 24:
        return False
    text = view.text[start:end]
    if not _DIGIT.search(text):
        return False
    numeric = _NUMERIC_DATE.search(text)
    sets = _sets()
    words = re.split(
        r"[\s,;|()•·\[\]/–—-]+", (text[: numeric.start()] + text[numeric.end() :] if numeric else text).lower()
    )
    month = False
    digits = 0
    for word in words:
        bare = word.rstrip(".:")
        if bare in sets["month"]:
            month = True
        elif _DAY_OR_YEAR.fullmatch(bare):
            digits += 1
        elif bare and not (
            bare in sets["page"] or word in sets["page"] or bare in sets["weekday"] or _CLOCK.fullmatch(bare)
        ):
            return False
    return numeric is not None or (month and digits > 0)
