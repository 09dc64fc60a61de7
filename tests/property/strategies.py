"""Texts for property tests: news-like paragraphs, and anything at all.

``news()`` is what the layers are for and reaches deep into them; ``any_text()`` is what they must survive. All draw
from invented people and places, so that a failing example reads like a sentence and not like noise.
"""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

__all__ = [
    "BODIES",
    "CLAUSES",
    "CUES",
    "NEUTRAL",
    "PAIRS",
    "PEOPLE",
    "any_text",
    "articles",
    "days",
    "names",
    "news",
    "numbers",
    "paragraphs",
    "quoted",
    "reports",
    "sentences",
    "temporal",
]

PAIRS: dict[str, tuple[str, str]] = {
    "straight": ('"', '"'),
    "curly": ("“", "”"),
    "guillemets": ("«", "»"),
    "low-high": ("„", "“"),
    "low-curly": ("„", "”"),
    "latex": ("``", "''"),
    "doubled": ("''", "''"),
    "single": ("‘", "’"),
}
"""Quotation marks by kind: the one that opens and the one that closes."""

PEOPLE = (
    "Mara Voss",
    "Gen. Idris Halloran",
    "Tomas Okoye",
    "Sen. Petra Lund",
    "Kofi Anders-Baye",
    "Spokesman Rui Dantas",
)
BODIES = ("the Pentagon", "the Foreign Ministry", "Kata'ib Hezbollah", "the U.N. mission", "police", "the army")
UNNAMED = (
    "a senior official",
    "two diplomats",
    "residents",
    "an eyewitness who declined to be named",
    "he",
    "she",
    "they",
)
PLACES = ("Erbil", "northern Syria", "the port of Tarsa", "Mosul's old city", "St. Anselm Street", "the U.S. Embassy")
CUES = ("said", "told Reuters", "added", "denied", "claimed", "warned", "said in a statement", "tweeted")
CLAUSES = (
    "we will respond on our timeline",
    "nobody was hurt",
    "this won't go unanswered",
    "the attack was carried out by militants",
    "it's all about the missiles",
    "there is no deal, and there will be none",
)
PLAIN = (
    "The road was closed for the night.",
    "Negotiators are expected to meet again.",
    "It was not clear who was behind it.",
    "Rockets hit a base that hosts foreign troops.",
    "Shops stayed shut and the streets were empty.",
)
NEUTRAL = "The road along the river stayed open and the market sold bread and fruit as on any other morning."
"""A paragraph in which there is nothing to find."""

QUANTITIES = (
    "{} people",
    "at least {} soldiers",
    "about {} troops",
    "$ {} million",
    "{} percent",
    "{}-year-old",
    "{}mm rockets",
    "up to {} houses",
    "{} km",
)
WORDED = (
    "dozens of fighters",
    "a handful of villages",
    "two-thirds of the town",
    "twenty-one civilians",
    "a score of shells",
)
TIMES = (
    "on Thursday",
    "last week",
    "past year",
    "in December 2019",
    "on February 15",
    "three days ago",
    "2021-02-26",
    "at 10:30 a.m.",
    "earlier this evening",
    "the weekend",
)

SCRAPS = (
    *"\"'“”‘’„‟«»‹›`＂「」.,;:?!…-–—()[]{}$€£%#@&*/\\|<>~^_=+",
    *"\n\r\t\v\f\0 \u00a0\u200b\u200d\u200e\u200f\u202e\u2028\u2029\ufeff\ud800\udfff",
    *"aIsİıßéñ́̈जि٣５²½Ⅷ𝟛😀👩‍🚀中文",
    *(
        "``",
        "''",
        "\r\n",
        "\n\n",
        "U.S.",
        "Mr.",
        "said",
        "told",
        "according to",
        "killed",
        "Feb.",
        "2021",
        "107-mm",
        "1,000",
        "٣٤",
    ),
    *("9" * 40, "a" * 40, "—" * 8, "יום", "مقتل"),
)


def any_text(max_size: int = 200) -> st.SearchStrategy[str]:
    """Any ``str`` at all, lone surrogates among them, and chains of the scraps that upset readers of news."""
    anything = st.text(st.characters(exclude_categories=()), max_size=max_size)
    chains = st.lists(st.one_of(st.sampled_from(SCRAPS), news_words()), max_size=max_size // 4).map("".join)
    spaced = st.lists(st.sampled_from(SCRAPS), max_size=max_size // 4).map(" ".join)
    return st.one_of(anything, chains, spaced, news())


def news_words() -> st.SearchStrategy[str]:
    """One expression of news: a name, a cue, a number, a time."""
    return st.one_of(names(), st.sampled_from(CUES), numbers(), temporal())


def names() -> st.SearchStrategy[str]:
    """A speaker: a person, a body, somebody without a name, a pronoun."""
    return st.sampled_from(PEOPLE + BODIES + UNNAMED)


def numbers() -> st.SearchStrategy[str]:
    """A quantity with its noun, in digits or in words."""
    figures = st.one_of(
        st.integers(0, 20).map(str),
        st.integers(0, 10**7).map(lambda number: f"{number:,}"),
        st.decimals(0, 999, places=1).map(str),
    )
    return st.one_of(
        st.builds(lambda shape, figure: shape.format(figure), st.sampled_from(QUANTITIES), figures),
        st.sampled_from(WORDED),
    )


def temporal() -> st.SearchStrategy[str]:
    """A temporal expression."""
    return st.sampled_from(TIMES)


def days() -> st.SearchStrategy[date]:
    """A day of publication."""
    return st.dates(date(1990, 1, 1), date(2035, 12, 31))


@st.composite
def quoted(draw: st.DrawFn, pair: tuple[str, str] | None = None) -> str:
    """A sentence with a quotation: its speaker before, after, in the middle or missing."""
    opening, closing = pair or draw(st.sampled_from(list(PAIRS.values())))
    name, cue = draw(names()), draw(st.sampled_from(CUES))
    clause, second = draw(st.sampled_from(CLAUSES)), draw(st.sampled_from(CLAUSES))
    upper = clause[0].upper() + clause[1:]
    return draw(
        st.sampled_from(
            (
                f"{opening}{upper},{closing} {name} {cue}.",
                f"{opening}{upper}{closing}, {cue} {name}.",
                f"{name[0].upper()}{name[1:]} {cue}: {opening}{upper}.{closing}",
                f"{opening}{upper},{closing} {name} {cue}, {opening}and {second}.{closing}",
                f"{name[0].upper()}{name[1:]} called it {opening}{' '.join(clause.split()[:2])}{closing}.",
                f"{opening}{upper}.{closing}",
            )
        )
    )


@st.composite
def reports(draw: st.DrawFn) -> str:
    """A sentence without quotation marks: an attack, a claim, a figure, a time."""
    name, place, number, when = draw(names()), draw(st.sampled_from(PLACES)), draw(numbers()), draw(temporal())
    upper = name[0].upper() + name[1:]
    return draw(
        st.sampled_from(
            (
                f"{upper} said that {draw(st.sampled_from(CLAUSES))}.",
                f"According to {name}, {number} were hit in {place} {when}.",
                f"A rocket attack in {place} {when} killed {number}, {name} said.",
                f"{upper} claimed responsibility for the bombing near {place}.",
                f"{upper} denied any role in the attack {when}.",
                f"{upper} deployed {number} to {place}.",
                f"The toll rose to {number} {when}.",
                draw(st.sampled_from(PLAIN)),
            )
        )
    )


def sentences(pair: tuple[str, str] | None = None) -> st.SearchStrategy[str]:
    """A sentence of news; its quotation marks are of one kind where a pair is given."""
    return st.one_of(quoted(pair), reports())


def paragraphs(pair: tuple[str, str] | None = None) -> st.SearchStrategy[str]:
    """One to four sentences in a line."""
    return st.lists(sentences(pair), min_size=1, max_size=4).map(" ".join)


def news(pair: tuple[str, str] | None = None) -> st.SearchStrategy[str]:
    """A few paragraphs, parted by blank lines, perhaps under a title and a dateline."""
    titles = st.sampled_from(("", "Rockets hit base in Erbil\n\n", "Talks stall\n\nMara Voss\nFebruary 26, 2021\n\n"))
    datelines = st.sampled_from(("", "BAGHDAD (Reuters) - ", "ERBIL, Iraq — "))
    body = st.lists(paragraphs(pair), min_size=1, max_size=4).map("\n\n".join)
    return st.builds(lambda title, dateline, story: title + dateline + story, titles, datelines, body)


def articles() -> st.SearchStrategy[tuple[str, date | None]]:
    """A text and perhaps the day on which it was published."""
    return st.tuples(news(), st.one_of(st.none(), days()))
