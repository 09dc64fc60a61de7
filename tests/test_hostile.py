"""Bad input: an Article with exact spans, at most a diagnostic, no loss."""

from __future__ import annotations

import pickle
import sys
from datetime import date
from decimal import Decimal

import pytest

import conflictnews as cn
from tests.fixture_files import read_cases
from tests.promises import check

NEWS = (
    'Rockets hit a base in Erbil on Thursday, killing at least 22 people, officials said. "We will respond," Gen. '
    "Idris Halloran told Reuters. The Foreign Ministry denied any role in the attack. About 2,500 troops were deployed "
    "last week, Sen. Petra Lund said in a statement.\n\n"
)

HOSTILE = {
    "nothing": "",
    "white space": " \t\n\r\v\f\u00a0\u2003\u3000\n\n  ",
    "a million without a space": "a" * 1_000_000,
    "lone surrogates": "\ud800 said \udfff killed 5\ud83d people",
    "only surrogates": "\ud800" * 1000,
    "NUL": 'He\0 said \0\0 "we\0 left\0" in 20\x0021.',
    "right to left": "\u202eOn Thursday\u202c \u200f12 soldiers\u200e were killed, \u2067Voss\u2069 said.",
    "combining characters": "Vo\u0308ss s\u0301aid: \u201cz\u0300\u0301\u0302\u0303\u201d " + "e" + "\u0301" * 5000,
    "emoji": "👩‍🚀 said: “🚀🚀 killed 5️⃣ people 🏴‍☠️” on 🗓️ Thursday",
    "CRLF": NEWS.replace("\n", "\r\n") * 2,
    "old Mac": NEWS.replace("\n", "\r") * 2,
    "only quotation marks": "\"'“”‘’„‟«»‹›``''＂「」" * 40,
    "one mark": '"',
    "never closed": "“We will respond, he said. " + NEWS.replace('"', ""),
    "never opened": "We will respond,” he said. " * 20,
    "digits of other scripts": "٣٤ جندي ५० لوگ, ５００ troops, 𝟛𝟛 killed, ² ½ Ⅷ ㊿ ① people on ٢٠٢١-٠٢-٢٦",
    "a thousand digits": "Some " + "9" * 1000 + " people were killed on " + "1" * 1000 + " February.",
    "five thousand digits": "At least " + "7" * 5000 + " troops and $" + "8" * 5000 + "." + "9" * 5000 + " billion.",
    "digits and commas": "1," * 3000 + "000 people",
    "fractions": "1/2/3/4/5/6/7/8/9/10/" * 300 + " 1/0 0/0 5/0 people",
    "dates that are none": "February 30, 2021. 2021-13-45. 31/31/31. Year 0. 0000-00-00. 99999-01-01. September 31.",
    "years far away": "in 9999, in 0001, 12,000 years ago, 999999999 weeks ago, in 88888888888888888888 years",
    "clock times that are none": "at 25:61, 99:99:99 a.m., 13 p.m., noon o'clock",
    "numbers in words without end": "twenty " * 500 + "million " * 500 + "hundred and " * 500,
    "negative and signed": "-5 -- +6 ±7 −8 –9 people, minus 40 degrees, -$5 million, $-5",
    "exponents": "1e999999999 people, 1E+5 troops, infinity, NaN, -inf percent",
    "cues without anybody": "said said told told according to according to denied claimed " * 50,
    "names without end": "Mara Voss " * 500 + "said.",
    "stops": "." * 3000 + "?" * 3000 + "!" * 3000,
    "abbreviations": "U.S. Sen. Mr. St. No. Feb. a.m. " * 300,
    "brackets": "(" * 3000 + ")" * 3000 + "[{" * 500,
    "dashes": "—" * 3000 + " - " * 1000 + "-" * 3000,
    "apostrophes": "' 's s' 'tis '' " * 600,
    "blank lines": "\n" * 20_000,
    "one word a line": "said\n" * 3000,
    "line separators": "one\u2028two\u2029three\x85four\x1cfive\x1dsix",
    "markup": "<script>alert('\"5 people\"')</script> &quot;said&quot; <b>killed</b> {{ 7*7 }} ${x} %s",
    "urls": "https://example.org/2021/02/26/?a=1&b=2#x said, mail me@example.org, @handle #tag",
    "byte order mark": "\ufeff" + NEWS,
    "places without end": "Gunmen shot a man in Kaya (" + "Dorn, " * 3000,
    "owners without end": "People's " * 3000 + "Army",
    "fronts without end": "Front for the Liberation of " * 2000 + "Dorn",
    "numbered units": "5th 6th Fleet " * 1500,
    "homonyms": "Gunmen shot men in Georgia, Jordan, Victoria, Lebanon, Pennsylvania, Nice, Reading, Of and March. "
    * 20,
    "special casing": "İSTANBUL ẞ ŉ ǰ ΐ ﬁ ﬀ İ said İ killed 5 İ people on İ Thursday",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
class TestAnyText:
    def test_gives_an_article_with_exact_spans(self, text: str) -> None:
        check(cn.parse(text, published=date(2021, 2, 26)), text)

    def test_loses_nothing_in_json_and_pickle(self, text: str) -> None:
        article = cn.parse(text)
        assert cn.from_json(cn.to_json(article)) == article
        assert pickle.loads(pickle.dumps(article)) == article

    def test_shows_as_a_page(self, text: str) -> None:
        page = cn.to_html(cn.parse(text[:20_000]))
        page.encode("utf-8")
        assert "<script>alert" not in page


class TestNothing:
    @pytest.mark.parametrize("text", ["", " ", "\n\n", HOSTILE["white space"], "\ufeff"])
    def test_nothing_is_found_in_nothing(self, text: str) -> None:
        article = cn.parse(text)
        found = (article.speakers, article.quotes, article.attributions, article.facts, article.dates, article.events)
        assert found == ((),) * 6
        assert article.title is None

    def test_a_million_letters_are_one_sentence(self) -> None:
        article = cn.parse(HOSTILE["a million without a space"])
        assert [sentence.span for sentence in article.sentences] == [cn.Span(0, 1_000_000)]


class TestOdd:
    def test_an_unclosed_quotation_is_a_diagnostic(self) -> None:
        article = cn.parse("“We will respond, Mara Voss said. Nobody else did.")
        assert "unclosed-quote" in {diagnostic.code for diagnostic in article.diagnostics}

    def test_a_pronoun_without_an_antecedent_names_nobody(self) -> None:
        article = cn.parse('"We have acted in a deliberate manner", he added.')
        assert [attribution.speaker for attribution in article.attributions] == [None]
        assert article.diagnostics

    def test_a_number_of_a_thousand_digits_is_exact_or_left_alone(self) -> None:
        for fact in cn.parse(HOSTILE["a thousand digits"]).facts:
            assert fact.value is None or fact.value == Decimal("9" * 1000) or fact.value < 2000


def test_the_recursion_limit_is_far_away() -> None:
    deep = "“‘" * 2000 + "we left" + "’”" * 2000 + " (" * 2000
    assert sys.getrecursionlimit() < 4000
    check(cn.parse(deep), deep)


@pytest.mark.parametrize("folder", ["events", "facts", "dates"])
def test_a_text_may_end_behind_any_word(folder: str) -> None:
    for case in read_cases(folder):
        words = case.text.split(" ")
        for end in range(1, len(words)):
            text = " ".join(words[:end])
            for event in cn.parse(text).events:
                assert event.span.of(text) == event.text
