"""What is said of an event, and by whom: who reports it, claims it, denies it, is the one that accuses."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from enum import StrEnum

import attrs

from conflictnews.types import Act, Article, Attribution, Event, EventType

__all__ = ["Stance", "Statement", "statements"]

_NEAR = 12
"""Contents before a mention that are looked at, so that cost stays linear."""
_ACCUSATION = "112"
"""CAMEO's code of accusing somebody; 111 is to criticise or condemn."""


class Stance(StrEnum):
    """What who speaks of an event says of it."""

    REPORTED = "reported"
    CLAIMED = "claimed"
    """They say that they did it."""
    DENIED = "denied"
    ACCUSED = "accused"
    """They say who did it, as a reproach."""
    CONDEMNED = "condemned"


@attrs.frozen
class Statement:
    """Somebody's word on an event; ``attribution`` is None where only the event itself tells of a claim."""

    event: Event
    stance: Stance
    name: str | None
    attribution: Attribution | None


def statements(article: Article) -> Iterator[Statement]:
    """All that is said of each event: of each mention the smallest attribution whose content holds it."""
    parts = sorted(
        ((span, number) for number, one in enumerate(article.attributions) for span in one.content),
        key=lambda part: part[0],
    )
    starts = [span.start for span, _ in parts]
    accusing = sorted(
        (event.span.start, (event.cameo or "").startswith(_ACCUSATION))
        for event in article.events
        if event.type is EventType.CONDEMNATION
    )
    for event in article.events:
        if event.claimed_by is not None:
            yield Statement(event, Stance.CLAIMED, event.claimed_by.name, None)
        told: dict[int, None] = {}
        for mention in event.mentions or (event.span,):
            at = bisect_right(starts, mention.start)
            holding = [part for part in parts[max(0, at - _NEAR) : at] if part[0].contains(mention)]
            if holding:
                told[min(holding, key=lambda part: len(part[0]))[1]] = None
        for number in told:
            attribution = article.attributions[number]
            yield Statement(event, _stance(attribution, accusing), attribution.speaker_name, attribution)


def _stance(attribution: Attribution, accusing: list[tuple[int, bool]]) -> Stance:
    if attribution.act is Act.DENY:
        return Stance.DENIED
    if attribution.act is not Act.ACCUSE:
        return Stance.REPORTED
    cue = attribution.cue
    if cue is not None:
        at = bisect_left(accusing, (cue.start, False))
        if at < len(accusing) and accusing[at][0] < cue.end and accusing[at][1]:
            return Stance.ACCUSED
    return Stance.CONDEMNED
