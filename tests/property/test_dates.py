"""Dates on any text, and the way back: a date that is written in any form is read as that date."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

import conflictnews as cn
from conflictnews.extractors.dates.values import interval

from .strategies import any_text, days, news

MONTHS = "January February March April May June July August September October November December".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
UNITS = ("day", "week", "month", "year", "decade")
SCRAPS = (
    "days weeks years last next this the of ago later at a two 5 31 2021 9999 0 , / - . 10:30 p.m. every end early "
    "night before after from now today second quarter half week-long 9999-12-31 99999999 Easter spring 1990s '"
).split()
WORDS = st.lists(st.sampled_from([*MONTHS, *WEEKDAYS, *UNITS, *SCRAPS]), max_size=30).map(" ".join)
TEXTS = st.one_of(any_text(), WORDS)
ANY_DAY = st.one_of(st.none(), st.dates(), days())


def suffix(number: int) -> str:
    return "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def written(day: date) -> list[str]:
    """The forms in which news writes a day."""
    month, short = MONTHS[day.month - 1], MONTHS[day.month - 1][:3]
    ordinal, weekday = f"{day.day}{suffix(day.day)}", WEEKDAYS[day.weekday()]
    forms = [
        f"{month} {day.day}, {day.year}",
        f"{month} {day.day} {day.year}",
        f"{month} {ordinal}, {day.year}",
        f"{month.upper()} {day.day}, {day.year}",
        f"{day.day} {month} {day.year}",
        f"{day.day} {month}, {day.year}",
        f"{day.day} {short} {day.year}",
        f"{ordinal} {month} {day.year}",
        f"the {ordinal} of {month} {day.year}",
        f"{short}. {day.day}, {day.year}" if short != "May" else f"May {day.day}, {day.year}",
        f"{weekday}, {month} {day.day}, {day.year}",
        f"{weekday} {day.day} {month} {day.year}",
        f"{weekday[:3]} {day.day} {short} {day.year}",
        f"{day.day}-{short}-{day.year}",
        f"{day:%d}{short.upper()}{day:%y}",
        day.isoformat(),
        f"{day:%Y/%m/%d}",
        f"{day:%Y%m%d}",
        f"{day:%d.%m.%Y}",
    ]
    return (
        forms if day.day <= 12 else [*forms, f"{day.month}/{day.day}/{day.year}", f"{day.day}/{day.month}/{day.year}"]
    )


@given(days(), st.data(), st.one_of(st.none(), days()))
def test_a_day_is_read_back_from_every_form(day: date, data: st.DataObject, published: date | None) -> None:
    form = data.draw(st.sampled_from(written(day)))
    (ref,) = cn.parse_dates(f"The depot burned on {form} in the harbour.", published=published)
    assert (ref.text, ref.type, ref.value) == (form, cn.DateType.DATE, day.isoformat())
    assert ref.earliest == ref.latest == day


@given(days(), st.integers(-6, 0))
def test_a_weekday_of_the_past_is_within_the_week(published: date, back: int) -> None:
    day = published + timedelta(days=back)
    (ref,) = cn.parse_dates(f"Officials said on {WEEKDAYS[day.weekday()]} that it was over.", published=published)
    assert ref.value == day.isoformat()


@given(days(), st.integers(1, 2000), st.sampled_from(["day", "week", "month", "year"]))
def test_so_many_units_ago_and_from_now_hold_their_day(published: date, number: int, unit: str) -> None:
    (ago,) = cn.parse_dates(f"It began {number} {unit}s ago.", published=published)
    size = {"day": 1, "week": 7, "month": 30.436875, "year": 365.2425}[unit]
    if ago.earliest is None or ago.latest is None:
        assert ago.value is None
        return
    middle = ago.earliest + (ago.latest - ago.earliest) / 2
    assert abs((published - middle).days - number * size) <= size + 2


@given(TEXTS, ANY_DAY)
def test_spans_are_exact_ordered_and_apart(text: str, published: date | None) -> None:
    refs = cn.parse_dates(text, published=published)
    assert all(text[ref.span.start : ref.span.end] == ref.text and ref.text for ref in refs)
    assert all(one.span.end <= other.span.start for one, other in pairwise(refs))


@given(TEXTS, ANY_DAY)
def test_intervals_are_closed_and_follow_from_values(text: str, published: date | None) -> None:
    for ref in cn.parse_dates(text, published=published):
        assert (ref.earliest is None) == (ref.latest is None)
        if ref.earliest is not None and ref.latest is not None:
            assert ref.earliest <= ref.latest
            assert ref.value is not None
            assert ref.earliest.year <= int(ref.value[:4].replace("X", "9")) or "-W" in ref.value


@given(TEXTS, ANY_DAY)
def test_the_same_text_gives_the_same_dates(text: str, published: date | None) -> None:
    assert cn.parse_dates(text, published=published) == cn.parse_dates(text, published=published)


@given(news(), days())
def test_a_paragraph_more_leaves_earlier_dates_alone(text: str, published: date) -> None:
    before = cn.parse_dates(text, published=published)
    after = cn.parse_dates(f"{text}\n\nThe road was closed on Thursday, for the third day.", published=published)
    assert after[: len(before)] == before


@given(TEXTS)
def test_without_published_at_most_one_diagnostic_says_so(text: str) -> None:
    article = cn.Parser().only("dates").parse(text)
    assert [diagnostic.code for diagnostic in article.diagnostics].count("undated") <= 1


@given(st.text(st.sampled_from("0123456789XWQHSPUFAIT-:"), max_size=12))
def test_any_value_has_an_interval_or_none(value: str) -> None:
    found = interval(value)
    assert found is None or found[0] <= found[1]
