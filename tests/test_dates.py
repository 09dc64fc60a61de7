"""Dates: fixture files, intervals, anchors and diagnostics."""

from __future__ import annotations

from datetime import date

import pytest

import conflictnews as cn

from .fixture_files import Case, read_cases, show

PUBLISHED = date(2021, 2, 26)


@pytest.mark.parametrize("case", read_cases("dates"), ids=lambda case: case.id)
def test_fixture(case: Case) -> None:
    assert show(cn.parse_dates(case.text, published=case.published), ["type", "value"]) == case.expected


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("on Thursday", "2021-02-25", "2021-02-25"),
        ("last week", "2021-02-15", "2021-02-21"),
        ("in February 2020", "2020-02-01", "2020-02-29"),
        ("past year", "2020-01-01", "2020-12-31"),
        ("in the 1990s", "1990-01-01", "1999-12-31"),
        ("in the 19th century", "1800-01-01", "1899-12-31"),
        ("last summer", "2020-06-01", "2020-08-31"),
        ("in the winter of 2019", "2019-12-01", "2020-02-29"),
        ("Q3 2019", "2019-07-01", "2019-09-30"),
        ("the second half of 2019", "2019-07-01", "2019-12-31"),
        ("this weekend", "2021-02-27", "2021-02-28"),
        ("at 10:35 a.m. on Monday", "2021-02-22", "2021-02-22"),
    ],
)
def test_the_closed_interval(text: str, earliest: str, latest: str) -> None:
    (ref,) = cn.parse_dates(text, published=PUBLISHED)
    assert (str(ref.earliest), str(ref.latest)) == (earliest, latest)


@pytest.mark.parametrize("text", ["for three days", "every week", "in the past", "right now", "years ago"])
def test_what_has_no_interval(text: str) -> None:
    (ref,) = cn.parse_dates(text, published=PUBLISHED)
    assert ref.value is not None
    assert ref.earliest is None
    assert ref.latest is None


class TestWithoutPublished:
    def test_one_diagnostic_tells_that_relative_dates_stay_open(self) -> None:
        article = cn.parse("It began on Monday. It ended last week, in May or in March 2019.")
        assert [(ref.text, ref.value) for ref in article.dates] == [
            ("Monday", None),
            ("last week", None),
            ("May", None),
            ("March 2019", "2019-03"),
        ]
        assert [(d.code, d.text) for d in article.diagnostics if d.code == "undated"] == [("undated", "Monday")]

    def test_whole_dates_need_none(self) -> None:
        article = cn.parse("It began on 3 March 2019 and took two days.")
        assert [ref.value for ref in article.dates] == ["2019-03-03", "P2D"]
        assert [d.code for d in article.diagnostics if d.code == "undated"] == []

    def test_the_date_printed_under_the_title_serves(self) -> None:
        text = "Shells hit market in port town\n\nPetra Lindqvist\nMarch 3, 2019\n\nShells hit the market on Friday."
        article = cn.parse(text)
        assert article.published == date(2019, 3, 3)
        assert article.dates[-1].value == "2019-03-01"

    def test_the_argument_outweighs_the_printed_date(self) -> None:
        text = "Shells hit market in port town\n\nPetra Lindqvist\nMarch 3, 2019\n\nShells hit the market on Friday."
        assert cn.parse(text, published=PUBLISHED).dates[-1].value == "2021-02-26"

    def test_a_date_of_the_story_tells_the_year_of_the_next(self) -> None:
        refs = cn.parse_dates("It began on 3 March 2019 and ended on April 2, or in May.")
        assert [ref.value for ref in refs] == ["2019-03-03", "2019-04-02", "2019-05"]


class TestAmbiguousOrder:
    def test_the_year_is_kept_and_both_days_bound_the_interval(self) -> None:
        article = cn.parse("The log is of 3/4/2021.", published=PUBLISHED)
        (ref,) = article.dates
        assert (ref.value, ref.earliest, ref.latest) == ("2021-XX-XX", date(2021, 3, 4), date(2021, 4, 3))
        assert [(d.code, d.text) for d in article.diagnostics] == [("ambiguous-date", "3/4/2021")]

    @pytest.mark.parametrize(
        ("text", "value"), [("3/4/2021 and 2/26/2021", "2021-03-04"), ("3/4/2021 and 26/2/2021", "2021-04-03")]
    )
    def test_another_date_of_the_text_decides(self, text: str, value: str) -> None:
        article = cn.parse(f"Logs of {text}.", published=PUBLISHED)
        assert article.dates[0].value == value
        assert article.diagnostics == ()

    def test_dates_that_disagree_decide_nothing(self) -> None:
        article = cn.parse("Logs of 3/4/2021, 2/26/2021 and 26/2/2021.", published=PUBLISHED)
        assert article.dates[0].value == "2021-XX-XX"

    def test_the_same_number_twice_is_one_day(self) -> None:
        assert cn.parse_dates("The log is of 4/4/2021.")[0].value == "2021-04-04"


class TestTheEndsOfTheCalendar:
    @pytest.mark.parametrize("published", [date(1, 1, 1), date(9999, 12, 31)])
    @pytest.mark.parametrize(
        "text",
        [
            "last year, last month, last week, yesterday and on Thursday",
            "next year, next month, next week, tomorrow and this weekend",
            "900 years ago, 99 centuries ago, 5,000 months ago and 99,999 weeks ago",
            "ten years from now, 99 decades from now and 999,999 days from today",
            "last winter, next winter, last Christmas, next Easter and New Year's Eve",
        ],
    )
    def test_nothing_raises_and_nothing_leaves_it(self, text: str, published: date) -> None:
        for ref in cn.parse_dates(f"It was so {text}.", published=published):
            assert ref.earliest is None or ref.latest is None or ref.earliest <= ref.latest

    @pytest.mark.parametrize(
        "text", ["February 30", "31 June 2021", "0/0/0", "13/13/2021", "2021-13-01", "the 45th of May", "10000-01-01"]
    )
    def test_days_that_do_not_exist_are_no_dates(self, text: str) -> None:
        assert cn.parse_dates(f"It happened on {text}.", published=PUBLISHED) == ()

    def test_a_leap_day_without_a_year_near(self) -> None:
        (ref,) = cn.parse_dates("It happened on February 29.", published=date(2022, 6, 1))
        assert ref.value is None


def test_boilerplate_is_skipped() -> None:
    text = "Truce signed\n\nBoth sides signed on Monday.\n\nRelated Articles\n"
    assert [ref.text for ref in cn.parse_dates(text, published=PUBLISHED)] == ["Monday"]


@pytest.mark.parametrize(
    "unit", ["Monday ", "two days after ", "May 5, ", "1/2/2021/", "on Friday at 5 p.m. ", "9" * 30]
)
def test_long_runs_of_one_word_are_read(unit: str) -> None:
    text = unit * 2000
    for ref in cn.parse_dates(text, published=PUBLISHED):
        assert text[ref.span.start : ref.span.end] == ref.text


@pytest.mark.parametrize(
    "text",
    [
        "tonight at ²",
        "٣ days ago",
        "² May 2021",
        "१२ February 2021",
        f"{'9' * 5000} days ago",
        f"May {'1' * 5000}",
    ],
)
def test_digits_of_other_scripts_and_huge_numbers_tell_nothing(text: str) -> None:
    for ref in cn.parse_dates(f"It was {text}.", published=PUBLISHED):
        assert ref.text in text
        assert not any(digit in ref.text for digit in ("²", "٣", "१", "999"))
