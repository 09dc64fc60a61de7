"""Articles and a comparison made by hand: every field is in use, whatever the extractors find at the moment."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from conflictnews import (
    ActorCategory,
    Article,
    Attribution,
    AttributionKind,
    Block,
    BlockKind,
    Bound,
    Comparison,
    DateRef,
    DateType,
    Diagnostic,
    Entity,
    EntityKind,
    Event,
    EventArgument,
    EventStatus,
    EventType,
    FactKind,
    NumericFact,
    PassageKind,
    Place,
    PlaceEvidence,
    Quote,
    QuoteKind,
    Resolution,
    Role,
    Sentence,
    Slot,
    Span,
    Speaker,
    SpeakerKind,
    TollState,
    Verdict,
)
from conflictnews.types.comparison import (
    Actor,
    ActorMention,
    ComparedArticle,
    CopiedPassage,
    Copying,
    Disagreement,
    DisagreementItem,
    Incident,
    IncidentMember,
    PassageMember,
    QuoteMember,
    SharedQuote,
    Story,
    Toll,
    WordEdit,
)

TEXT = """Rockets hit base at Qamar

By Dana Ruiz

"We <will> answer 'in kind' & soon," Col. Sam Otto said in a statement on Thursday. At least 22 people were killed.

The militia denied it fired 14 rockets. "Nobody is safe.
"""


def at(surface: str, text: str = TEXT, nth: int = 0) -> Span:
    """Where ``surface`` stands in ``text``."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(surface, start + 1)
    return Span(start, start + len(surface))


def _placed(surface: str) -> dict[str, object]:
    return {"span": at(surface), "text": surface}


def full_article() -> Article:
    """An article with something in every layer."""
    otto = Speaker(
        **_placed("Col. Sam Otto"),  # type: ignore[arg-type]
        name="Col. Sam Otto",
        kind=SpeakerKind.PERSON,
        role="spokesman",
        mentions=(at("Col. Sam Otto"),),
        entity=1,
    )
    militia = Speaker(
        **_placed("The militia"),  # type: ignore[arg-type]
        name="The militia",
        kind=SpeakerKind.GROUP,
        anonymous=True,
        mentions=(at("The militia"),),
    )
    said = Attribution(
        span=Span(at('"We').start, at("in a statement").end),
        text=TEXT[at('"We').start : at("in a statement").end],
        kind=AttributionKind.DIRECT,
        content=(at("We <will> answer 'in kind' & soon,"),),
        source=at("Col. Sam Otto"),
        cue=at("said"),
        speaker=otto,
        medium="in a statement",
        via="Reuters",
        resolved_by=Resolution.EXPLICIT,
        confidence=0.97,
    )
    denied = Attribution(
        **_placed("The militia denied it fired 14 rockets"),  # type: ignore[arg-type]
        kind=AttributionKind.INDIRECT,
        content=(at("it fired 14 rockets"),),
        source=at("The militia"),
        cue=at("denied"),
        speaker=militia,
        anonymous=True,
        resolved_by=Resolution.EXPLICIT,
        confidence=0.5,
    )
    outer = Quote(
        **_placed("We <will> answer 'in kind' & soon,"),  # type: ignore[arg-type]
        outer=at("\"We <will> answer 'in kind' & soon,\""),
        kind=QuoteKind.DIRECT,
        attribution=said,
    )
    inner = Quote(**_placed("in kind"), outer=at("'in kind'"), kind=QuoteKind.PARTIAL, nested_in=0)  # type: ignore[arg-type]
    unclosed = Quote(
        **_placed("Nobody is safe."),  # type: ignore[arg-type]
        outer=at('"Nobody is safe.'),
        kind=QuoteKind.DIRECT,
        closed=False,
    )
    killed = NumericFact(
        **_placed("At least 22 people"),  # type: ignore[arg-type]
        value=Decimal(22),
        low=Decimal(22),
        bound=Bound.MIN,
        noun="people",
        role=Role.KILLED,
    )
    rockets = NumericFact(
        **_placed("14 rockets"),  # type: ignore[arg-type]
        value=Decimal(14),
        low=Decimal(14),
        high=Decimal(14),
        kind=FactKind.COUNT,
        noun="rockets",
        modifier="107-mm",
        about="fire",
        unit="x",
        role=Role.LAUNCHED,
        attribution=denied,
    )
    thursday = DateRef(
        **_placed("on Thursday"),  # type: ignore[arg-type]
        type=DateType.DATE,
        value="2021-02-25",
        earliest=date(2021, 2, 25),
        latest=date(2021, 2, 25),
    )
    attack = Event(
        **_placed("hit"),  # type: ignore[arg-type]
        type=EventType.ROCKET_ATTACK,
        plover="ASSAULT",
        cameo="195",
        acled="Shelling/artillery/missile attack",
        status=EventStatus.OCCURRED,
        mentions=(at("hit"),),
        actors=(EventArgument("The militia", at("The militia"), "militia", "IRQ", 0, ActorCategory.POLITICAL_MILITIA),),
        targets=(EventArgument("base", at("base")),),
        location=Place(
            "Qamar",
            at("Qamar"),
            id="geonames:1",
            country="IRQ",
            admin1="Erbil",
            latitude=36.2,
            longitude=-44.01,
            precision=2,
            approximate=True,
            evidence=PlaceEvidence.SENTENCE,
            entity=1,
        ),
        date=thursday,
        weapons=(EventArgument("Rockets", at("Rockets")),),
        killed=(killed,),
        injured=(killed, rockets),
        claimed_by=EventArgument("The militia", at("The militia")),
        attribution=denied,
    )
    return Article(
        text=TEXT,
        id="000",
        source="Qamar Post",
        published=date(2021, 2, 26),
        blocks=(
            Block(**_placed("Rockets hit base at Qamar"), kind=BlockKind.TITLE),  # type: ignore[arg-type]
            Block(**_placed("By Dana Ruiz"), kind=BlockKind.BYLINE),  # type: ignore[arg-type]
        ),
        sentences=(Sentence(**_placed("At least 22 people were killed.")),),  # type: ignore[arg-type]
        entities=(
            Entity(
                **_placed("militia"),  # type: ignore[arg-type]
                name="militia",
                kind=EntityKind.GROUP,
                mentions=(at("militia"),),
                id="militia",
                state="IRQ",
            ),
            Entity(
                **_placed("Qamar"),  # type: ignore[arg-type]
                name="Qamar",
                kind=EntityKind.PLACE,
                mentions=(at("Qamar"),),
            ),
        ),
        speakers=(otto, militia),
        quotes=(outer, inner, unclosed),
        attributions=(said, denied),
        facts=(killed, rockets),
        dates=(thursday,),
        events=(attack,),
        diagnostics=(
            Diagnostic(
                span=at('"Nobody'),
                text='"Nobody',
                code="unclosed-quote",
                message="The quotation that opens here is never closed.",
            ),
        ),
    )


def full_comparison() -> Comparison:
    """A comparison with something in every list."""
    return Comparison(
        articles=(
            ComparedArticle(id="000", source="Qamar Post", published=date(2021, 2, 26), title="Rockets hit base"),
            ComparedArticle(),
        ),
        stories=(
            Story(
                articles=(0, 1),
                texts=((0,), (1,)),
                earliest=date(2021, 2, 26),
                latest=date(2021, 2, 26),
                places=("Qamar",),
                incident=0,
            ),
        ),
        shared_quotes=(
            SharedQuote(
                members=(
                    QuoteMember(article=0, quote=0, span=Span(0, 9), similarity=1.0, speaker="Sam Otto"),
                    QuoteMember(
                        article=1,
                        quote=None,
                        span=Span(4, 9),
                        similarity=0.8,
                        edits=(WordEdit(before="", after="not", changes="negation"),),
                    ),
                ),
                speakers_agree=False,
                suggested_speaker="Sam Otto",
            ),
        ),
        copied_passages=(
            CopiedPassage(
                kind=PassageKind.COPY,
                similarity=0.9,
                members=(PassageMember(article=0, span=Span(0, 9)), PassageMember(article=1, span=Span(2, 9))),
            ),
        ),
        copying=(Copying(article=1, other=0, share=0.5, reason="later-day"),),
        actors=(
            Actor(
                name="Sam Otto",
                kind=SpeakerKind.PERSON,
                aliases=("Otto",),
                mentions=(ActorMention(article=0, span=Span(1, 4)),),
            ),
        ),
        incidents=(
            Incident(
                type=EventType.ROCKET_ATTACK,
                date="2021-02-25",
                location="Qamar",
                members=(IncidentMember(article=0, event=0), IncidentMember(article=1, event=2)),
                story=0,
                tolls=(
                    Toll(
                        article=0,
                        fact=0,
                        span=Span(3, 4),
                        role=Role.KILLED,
                        value=Decimal(22),
                        low=Decimal(22),
                        high=None,
                        bound=Bound.MIN,
                        source="Sam Otto",
                        told_on=date(2021, 2, 26),
                        of="soldiers",
                        state=TollState.UPDATE,
                    ),
                ),
            ),
        ),
        disagreements=(
            Disagreement(
                verdict=Verdict.CONTRADICTION,
                what="killed",
                incident=0,
                slot=Slot.KILLED,
                story=0,
                items=(
                    DisagreementItem(
                        article=0,
                        fact=0,
                        span=Span(3, 4),
                        value=Decimal(22),
                        told="22",
                        source="Sam Otto",
                        told_on=date(2021, 2, 26),
                    ),
                    DisagreementItem(article=1, fact=1, span=Span(3, 4)),
                ),
            ),
        ),
    )
