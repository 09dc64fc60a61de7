"""Comparison: what articles share, copy and contradict, on texts of our own."""

from __future__ import annotations

import math
from datetime import date
from decimal import Decimal
from importlib import import_module
from typing import Any

import pytest

import conflictnews as cn
from conflictnews.comparison.figures import verdict
from conflictnews.comparison.names import name_key, same_name
from conflictnews.comparison.similarity import common_in_order

DAY = date(2019, 3, 4)


def article(text: str, **layers: Any) -> cn.Article:
    """An article with sentences by its lines, and what else is given."""
    spans, start = [], 0
    for line in text.split("\n"):
        if line:
            spans.append(cn.Span(start, start + len(line)))
        start += len(line) + 1
    sentences = tuple(cn.Sentence(span=span, text=span.of(text)) for span in spans)
    return cn.Article(text=text, **{"published": DAY, "sentences": sentences, **layers})


def at(text: str, part: str) -> cn.Span:
    start = text.index(part)
    return cn.Span(start, start + len(part))


def speaker(
    text: str, name: str, *, kind: cn.SpeakerKind = cn.SpeakerKind.PERSON, anonymous: bool = False
) -> cn.Speaker:
    span = at(text, name)
    return cn.Speaker(span=span, text=name, name=name, kind=kind, mentions=(span,), anonymous=anonymous)


def quoted(
    text: str, words: str, by: cn.Speaker | None = None, how: cn.Resolution = cn.Resolution.EXPLICIT
) -> cn.Quote:
    span = at(text, words)
    said = cn.Attribution(
        span=span,
        text=words,
        kind=cn.AttributionKind.DIRECT,
        content=(span,),
        speaker=by,
        anonymous=bool(by and by.anonymous),
        resolved_by=how,
    )
    outer = cn.Span(span.start - 1, span.end + 1)
    return cn.Quote(span=span, text=words, outer=outer, kind=cn.QuoteKind.DIRECT, attribution=said)


def with_quote(text: str, words: str, name: str | None, *, anonymous: bool = False) -> cn.Article:
    by = speaker(text, name, anonymous=anonymous) if name else None
    return article(text, quotes=(quoted(text, words, by),), speakers=(by,) if by else ())


def counted(text: str, surface: str, value: int | None, **fields: Any) -> cn.NumericFact:
    number = None if value is None else Decimal(value)
    defaults: dict[str, Any] = {"value": number, "low": number, "high": number, "role": cn.Role.KILLED}
    return cn.NumericFact(span=at(text, surface), text=surface, **{**defaults, **fields})


def day_of(text: str, surface: str, day: date) -> cn.DateRef:
    return cn.DateRef(
        span=at(text, surface), text=surface, type=cn.DateType.DATE, value=day.isoformat(), earliest=day, latest=day
    )


def attack(
    text: str, trigger: str, *, day: cn.DateRef | None = None, place: str | None = None, **fields: Any
) -> cn.Event:
    location = cn.Place(place, at(text, place)) if place else None
    return cn.Event(
        span=at(text, trigger), text=trigger, type=cn.EventType.BOMBING, date=day, location=location, **fields
    )


class TestArguments:
    def test_nothing_to_compare(self) -> None:
        assert cn.compare([]) == cn.Comparison()

    def test_one_article_shares_nothing(self) -> None:
        text = "The bridge was closed on Monday by soldiers from the north.\n" * 2
        comparison = cn.compare([cn.parse(text)])
        assert (comparison.shared_quotes, comparison.copied_passages, comparison.incidents) == ((), (), ())

    @pytest.mark.parametrize("wrong", ["text", b"text", None, 3, cn.parse("A."), [cn.parse("A."), "B."], [None]])
    def test_a_wrong_type_says_what_to_pass(self, wrong: Any) -> None:
        with pytest.raises(TypeError, match="Article"):
            cn.compare(wrong)

    def test_an_iterator_is_read_once(self) -> None:
        texts = ["The bridge is closed."] * 2
        assert cn.compare(cn.parse_many(texts)) == cn.compare(list(cn.parse_many(texts)))

    def test_articles_are_named(self) -> None:
        given = cn.parse("Truce signed\n\nBoth sides signed.", id="7", source="Example", published=DAY)
        assert cn.compare([given]).articles == (
            cn.ComparedArticle(id="7", source="Example", published=DAY, title="Truce signed"),
        )


class TestSharedQuotes:
    WORDS = "the dam will hold until the spring flood comes"

    def test_the_same_words_by_the_same_speaker(self) -> None:
        one = with_quote(f'"{self.WORDS}", Ada Brandt said.', self.WORDS, "Ada Brandt")
        other = with_quote(f'Brandt said: "{self.WORDS}".', self.WORDS, "Brandt")
        (shared,) = cn.compare([one, other]).shared_quotes
        assert [(m.article, m.quote, m.similarity, m.speaker) for m in shared.members] == [
            (0, 0, 1.0, "Ada Brandt"),
            (1, 0, 1.0, "Brandt"),
        ]
        assert shared.speakers_agree
        assert shared.suggested_speaker is None
        assert all(m.span == (one, other)[m.article].quotes[0].span for m in shared.members)

    def test_two_names_disagree(self) -> None:
        one = with_quote(f'"{self.WORDS}", Ada Brandt said.', self.WORDS, "Ada Brandt")
        other = with_quote(f'"{self.WORDS}", Ida Koch said.', self.WORDS, "Ida Koch")
        third = with_quote(f'"{self.WORDS}", he said.', self.WORDS, None)
        (shared,) = cn.compare([one, other, third]).shared_quotes
        assert not shared.speakers_agree
        assert shared.suggested_speaker is None

    def test_who_spoke_before_is_not_suggested_for_words_that_only_follow(self) -> None:
        glued = cn.parse(f'"We hold the bridge", said Nowak. The army fired at dawn. "{self.WORDS.capitalize()}".')
        other = cn.parse(f'"{self.WORDS}", he said.')
        (shared,) = cn.compare([glued, other]).shared_quotes
        assert shared.members[0].speaker == "Nowak"
        assert shared.suggested_speaker is None

    def test_the_one_name_is_suggested_where_others_have_none(self) -> None:
        one = with_quote(f'"{self.WORDS}", he said.', self.WORDS, None)
        other = with_quote(f'"{self.WORDS}", Ada Brandt said.', self.WORDS, "Ada Brandt")
        third = with_quote(f'"{self.WORDS}", an official said.', self.WORDS, "an official", anonymous=True)
        (shared,) = cn.compare([one, other, third]).shared_quotes
        assert shared.speakers_agree
        assert shared.suggested_speaker == "Ada Brandt"

    def test_a_description_is_no_name(self) -> None:
        one = with_quote(f'"{self.WORDS}", he said.', self.WORDS, None)
        other = with_quote(f'"{self.WORDS}", an official said.', self.WORDS, "an official", anonymous=True)
        (shared,) = cn.compare([one, other]).shared_quotes
        assert shared.suggested_speaker is None

    def test_a_speaker_inferred_from_a_neighbour_is_not_suggested(self) -> None:
        text = f'Ada Brandt left. "{self.WORDS}".'
        by = speaker(text, "Ada Brandt")
        one = article(text, quotes=(quoted(text, self.WORDS, by, cn.Resolution.ADJACENT),), speakers=(by,))
        (shared,) = cn.compare([one, with_quote(f'"{self.WORDS}"', self.WORDS, None)]).shared_quotes
        assert shared.members[0].speaker == "Ada Brandt"
        assert shared.suggested_speaker is None

    @pytest.mark.parametrize(
        "variant",
        [
            "the dam will stand until the spring flood comes",
            "The dam, it will hold until the spring flood comes!",
            "will hold until the spring flood",
            "I can say that the dam will hold until the spring flood comes, and nobody should leave the valley",
        ],
    )
    def test_spun_cut_and_longer_variants(self, variant: str) -> None:
        one = with_quote(f'"{self.WORDS}"', self.WORDS, None)
        other = with_quote(f'"{variant}"', variant, None)
        (shared,) = cn.compare([one, other]).shared_quotes
        assert {m.article for m in shared.members} == {0, 1}
        assert max(m.similarity for m in shared.members) == 1.0

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("I am a big fan of Ada", "I am a big fan of tea"),
            ("the dam", "the dam"),
            ("the dam will hold until the spring", "the road will open before the winter"),
            ("we will not go there", "we will not do that"),
        ],
    )
    def test_other_words_are_other_quotes(self, one: str, other: str) -> None:
        articles = [with_quote(f'"{words}"', words, None) for words in (one, other)]
        assert cn.compare(articles).shared_quotes == ()


class TestCopiedPassages:
    COPIED = "Rebels from the eastern valley attacked two convoys near the bridge at Tarsa on Monday."

    @pytest.mark.parametrize(
        "variant",
        [
            "Rebels from the eastern valley attacked two convoys near the bridge at Tarsa on Monday.",
            "Insurgents from the eastern valley attacked two convoys close to the bridge at Tarsa on Monday.",
            "It said rebels from the eastern valley attacked two convoys near the bridge at Tarsa on Monday, too.",
        ],
    )
    def test_the_sentence_again_and_spun(self, variant: str) -> None:
        one, other = article(f"Nothing else.\n{self.COPIED}"), article(variant)
        (passage,) = cn.compare([one, other]).copied_passages
        assert passage.kind is cn.PassageKind.COPY
        assert [m.article for m in passage.members] == [0, 1]
        assert [m.span.of(a.text) for m, a in zip(passage.members, (one, other), strict=True)] == [self.COPIED, variant]
        assert 0.7 <= passage.similarity <= 1
        assert (passage.similarity == 1) == (variant == self.COPIED)

    def test_states_by_other_names_are_the_same_word(self) -> None:
        one = article("The strike followed attacks on bases used by USA and allied forces.")
        other = article("The strike followed attacks on bases used by United States and allied forces.")
        assert cn.compare([one, other]).copied_passages[0].similarity == 1.0

    def test_a_retelling(self) -> None:
        one = article(self.COPIED)
        other = article("Two convoys near the Tarsa bridge were attacked by rebels, residents of the valley said.")
        (passage,) = cn.compare([one, other]).copied_passages
        assert passage.kind is cn.PassageKind.RETELLING

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            (
                "The Brandt campaign did not respond to a request for comment.",
                "The Koch campaign did not respond to a request for comment.",
            ),
            (
                "Ada Brandt, Ida Koch, Tom Renn and Uwe Lund were there.",
                "Uwe Lund and Tom Renn met Ida Koch, not Ada Brandt.",
            ),
            ("Nobody was hurt.", "Nobody was hurt."),
        ],
    )
    def test_formulas_lists_of_names_and_scraps_are_no_copies(self, one: str, other: str) -> None:
        assert cn.compare([article(one), article(other)]).copied_passages == ()

    def test_what_one_article_repeats_is_not_shared(self) -> None:
        assert cn.compare([article(f"{self.COPIED}\n{self.COPIED}"), article("Another text.")]).copied_passages == ()

    def test_furniture_is_not_copied(self) -> None:
        page = "{}\n\n{}\n\nYour email address will not be published. Required fields are marked *"
        one = cn.parse(page.format("Truce signed in valley", "Both sides signed on Monday."))
        other = cn.parse(page.format("Prices rise again", "Bread costs more than it did."))
        assert cn.compare([one, other]).copied_passages == ()


class TestActors:
    def test_titles_articles_and_spellings_are_one(self) -> None:
        texts = ["Gen. Qassem Haddadi spoke.", "Qasem Haddadi spoke.", "Haddadi spoke."]
        names = ["Gen. Qassem Haddadi", "Qasem Haddadi", "Haddadi"]
        articles = [article(text, speakers=(speaker(text, name),)) for text, name in zip(texts, names, strict=True)]
        (actor,) = cn.compare(articles).actors
        assert {actor.name, *actor.aliases} == set(names)
        assert [m.article for m in actor.mentions] == [0, 1, 2]

    def test_a_last_name_that_two_people_bear_stays_apart(self) -> None:
        names = ["Ada Brandt", "Jon Brandt", "Brandt"]
        articles = [article(f"{name} spoke.", speakers=(speaker(f"{name} spoke.", name),)) for name in names]
        assert [actor.name for actor in cn.compare(articles).actors] == names

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ('"It held," Alexander Brandt said.', '"It broke," Alexandra Brandt said.'),
            ('"It held," Michael Koch said.', '"It broke," Michelle Koch said.'),
            ("The town fell, the 104th Brigade said.", "The town held, the 105th Brigade said."),
            ('"We agree," Britain and Israel said.', '"We agree," Britain said.'),
        ],
    )
    def test_who_is_called_alike_stays_apart(self, one: str, other: str) -> None:
        actors = cn.compare([cn.parse(one), cn.parse(other)]).actors
        assert all(actor.aliases == () for actor in actors)
        assert len(actors) == 2

    @pytest.mark.parametrize(
        ("texts", "names"),
        [
            (('"It held," Governor Nadia Barzan said.', '"It held," Barzan said.'), {"Nadia Barzan", "Barzan"}),
            (("The convoy was hit, the UN said.", '"It was hit," the United Nations said.'), {"UN", "United Nations"}),
            (
                ('"We will," Hassan Ali Rouhani said.', '"We will," Ali Rouhani said.', '"Yes," Rouhani said.'),
                {"Hassan Ali Rouhani", "Ali Rouhani", "Rouhani"},
            ),
        ],
    )
    def test_offices_initials_and_shorter_names_are_one(self, texts: tuple[str, ...], names: set[str]) -> None:
        actors = cn.compare([cn.parse(text) for text in texts]).actors
        assert names in [{actor.name, *actor.aliases} for actor in actors]

    def test_media_without_a_name_are_organisations(self) -> None:
        (actor,) = cn.compare([cn.parse('"The army has won," state media said.')]).actors
        assert actor.kind is cn.SpeakerKind.ORGANISATION

    def test_a_person_is_no_body_of_the_same_name(self) -> None:
        one = article("Ada Brandt spoke.", speakers=(speaker("Ada Brandt spoke.", "Ada Brandt"),))
        body = speaker("Ada Brandt said.", "Ada Brandt", kind=cn.SpeakerKind.ORGANISATION)
        assert len(cn.compare([one, article("Ada Brandt said.", speakers=(body,))]).actors) == 2

    def test_anonymous_sources_are_left_out(self) -> None:
        text = "An official spoke."
        assert cn.compare([article(text, speakers=(speaker(text, "An official", anonymous=True),))]).actors == ()

    def test_states_and_groups_by_their_other_names(self) -> None:
        texts = ["The US and Kata'ib Hezbollah met.", "America and Kataib Hizbollah met."]
        pairs = [("US", "Kata'ib Hezbollah"), ("America", "Kataib Hizbollah")]
        articles = [
            article(text, speakers=tuple(speaker(text, name, kind=cn.SpeakerKind.GROUP) for name in names))
            for text, names in zip(texts, pairs, strict=True)
        ]
        assert [len(actor.mentions) for actor in cn.compare(articles).actors] == [2, 2]


class TestIncidents:
    ONE = "A bomb killed three soldiers in Tarsa on Monday."
    OTHER = "On Monday a bomb went off in Tarsa; five soldiers were killed."

    def pair(self, one_day: date, other_day: date, place: str = "Tarsa") -> list[cn.Article]:
        found = []
        for text, day, number in ((self.ONE, one_day, ("three", 3)), (self.OTHER, other_day, ("five", 5))):
            fact = counted(text, number[0], number[1], noun="soldiers")
            event = attack(text, "bomb", day=day_of(text, "Monday", day), place=place, killed=(fact,))
            found.append(article(text, facts=(fact,), events=(event,)))
        return found

    def test_the_same_day_and_place(self) -> None:
        (incident,) = cn.compare(self.pair(DAY, DAY)).incidents
        assert (incident.type, incident.date, incident.location) == (cn.EventType.BOMBING, "2019-03-04", "Tarsa")
        assert [(m.article, m.event) for m in incident.members] == [(0, 0), (1, 0)]

    def test_another_day_is_another_incident(self) -> None:
        assert cn.compare(self.pair(DAY, date(2019, 3, 5))).incidents == ()

    def test_another_place_is_another_incident(self) -> None:
        one, other = self.pair(DAY, DAY)
        text = "On Monday a bomb went off in Mosul; five soldiers were killed."
        moved = article(text, events=(attack(text, "bomb", day=day_of(text, "Monday", DAY), place="Mosul"),))
        assert cn.compare([one, moved]).incidents == ()
        assert len(cn.compare([one, moved, other]).incidents) == 1

    def test_a_planned_event_is_no_incident(self) -> None:
        text = "A bomb is planned in Tarsa on Monday."
        event = attack(text, "bomb", day=day_of(text, "Monday", DAY), place="Tarsa", status=cn.EventStatus.PLANNED)
        assert cn.compare([self.pair(DAY, DAY)[0], article(text, events=(event,))]).incidents == ()

    def test_a_country_alone_is_not_enough(self) -> None:
        texts = ["A bomb went off in Iraq.", "A bomb exploded in Iraq."]
        articles = [article(text, published=None, events=(attack(text, "bomb", place="Iraq"),)) for text in texts]
        assert cn.compare(articles).incidents == ()

    def test_the_dead_are_compared(self) -> None:
        (disagreement,) = cn.compare(self.pair(DAY, DAY)).disagreements
        assert (disagreement.verdict, disagreement.what, disagreement.incident) == (
            cn.Verdict.CONTRADICTION,
            "killed",
            0,
        )
        assert [(item.article, item.fact, item.value) for item in disagreement.items] == [
            (0, 0, Decimal(3)),
            (1, 0, Decimal(5)),
        ]

    def test_a_figure_that_a_copy_changed(self) -> None:
        texts = ["Rebels fired 14 rockets at the base in Tarsa.", "Rebels fired 40 rockets at the base in Tarsa."]
        articles = [
            article(text, facts=(counted(text, f"{n} rockets", n, noun="rockets", role=cn.Role.LAUNCHED),))
            for text, n in zip(texts, (14, 40), strict=True)
        ]
        (disagreement,) = cn.compare(articles).disagreements
        assert (disagreement.what, disagreement.incident) == ("launched", None)
        assert [item.value for item in disagreement.items] == [14, 40]

    def test_other_sorts_of_people_are_not_comparable(self) -> None:
        one, other = self.pair(DAY, DAY)
        fact = counted(self.OTHER, "five", 5, noun="civilians")
        event = attack(self.OTHER, "bomb", day=day_of(self.OTHER, "Monday", DAY), place="Tarsa", killed=(fact,))
        other = article(self.OTHER, facts=(fact,), events=(event,))
        (disagreement,) = cn.compare([one, other]).disagreements
        assert disagreement.verdict is cn.Verdict.NOT_COMPARABLE


def figure(
    value: int | None, bound: cn.Bound, low: int | None = None, high: int | None = None, **more: Any
) -> cn.NumericFact:
    ends: dict[str, Any] = {
        name: None if number is None else Decimal(number) for name, number in (("low", low), ("high", high))
    }
    return cn.NumericFact(
        span=cn.Span(0, 1), text="x", value=None if value is None else Decimal(value), bound=bound, **ends, **more
    )


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (figure(3, cn.Bound.EXACT), figure(5, cn.Bound.EXACT), "contradiction"),
        (figure(22, cn.Bound.MIN, low=22), figure(24, cn.Bound.EXACT), "compatible"),
        (figure(22, cn.Bound.MIN, low=22), figure(20, cn.Bound.EXACT), "contradiction"),
        (figure(40, cn.Bound.MAX, high=40), figure(12, cn.Bound.EXACT), "compatible"),
        (figure(40, cn.Bound.MAX, high=40), figure(50, cn.Bound.MIN, low=50), "contradiction"),
        (figure(20, cn.Bound.APPROX), figure(21, cn.Bound.EXACT), "compatible"),
        (figure(20, cn.Bound.APPROX), figure(30, cn.Bound.EXACT), "contradiction"),
        (figure(None, cn.Bound.RANGE, low=10, high=15), figure(12, cn.Bound.EXACT), "compatible"),
        (figure(None, cn.Bound.RANGE, low=10, high=15), figure(16, cn.Bound.EXACT), "contradiction"),
        (figure(None, cn.Bound.VAGUE, low=24), figure(30, cn.Bound.EXACT), "compatible"),
        (figure(None, cn.Bound.VAGUE, low=2), figure(1, cn.Bound.EXACT), "contradiction"),
        (figure(None, cn.Bound.VAGUE), figure(1, cn.Bound.EXACT), "not-comparable"),
        (
            figure(5, cn.Bound.EXACT, kind=cn.FactKind.MEASURE, unit="km"),
            figure(3, cn.Bound.EXACT, kind=cn.FactKind.MEASURE, unit="mile"),
            "not-comparable",
        ),
    ],
)
def test_verdict(one: cn.NumericFact, other: cn.NumericFact, expected: str) -> None:
    assert verdict([one, other]) == expected == verdict([other, one])


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Qassem Soleimani", "Gen. Qasem Soleimani", True),
        ("the Awliya al-Dam", "Awliya al Dam", True),
        ("U.S.", "the United States", True),
        ("Iran", "Iraq", False),
        ("Ada Brandt", "Ida Brandt", False),
        ("Islamic State", "Islamic State Khorasan", False),
    ],
)
def test_same_name(one: str, other: str, same: bool) -> None:
    assert same_name(name_key(one), name_key(other)) is same


def longest_common_subsequence(one: list[str], other: list[str]) -> int:
    """By the textbook's table."""
    row = [0] * (len(other) + 1)
    for word in one:
        above = row
        row = [0]
        for at, there in enumerate(other):
            row.append(above[at] + 1 if word == there else max(row[at], above[at + 1]))
    return row[-1]


@pytest.mark.parametrize("native", [True, False], ids=["with rapidfuzz, where installed", "without"])
def test_common_in_order_is_the_longest_common_subsequence(native: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if not native:
        monkeypatch.setattr("conflictnews.comparison.similarity._native", lambda: None)
    words = "the dam will hold until the spring flood comes and the dam is full".split()
    for first in range(len(words)):
        for last in range(first, len(words)):
            one, other = words[first:last], words[last:] + words[:first] + words[::2]
            assert common_in_order(one, other) == longest_common_subsequence(one, other)


def test_many_articles_take_linear_time() -> None:
    """Counted in comparisons, not seconds: each sentence is compared with a few groups only."""
    text = "Patrol {0} left camp {0} at dawn with {0} trucks for the depot of sector {0}."
    articles = [article(text.format(number)) for number in range(300)]
    calls = 0

    def counting(one: Any, other: Any) -> int:
        nonlocal calls
        calls += 1
        return common_in_order(one, other)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(import_module("conflictnews.comparison.copies"), "common_in_order", counting)
        cn.compare(articles)
    assert 0 < calls <= 8 * len(articles)
    assert math.comb(len(articles), 2) > 4 * calls
