"""What a comparison says of passages, figures and disagreements."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["PassageKind", "Slot", "TollState", "Verdict"]


class PassageKind(StrEnum):
    """How two passages of different articles resemble each other.

    >>> from conflictnews import compare, parse
    >>> told = "A boat with {} men on board sank off the coast near Dorn in heavy rain, fishermen there said."
    >>> compare([parse(told.format("nine")), parse(told.format("ten"))]).copied_passages[0].kind
    <PassageKind.COPY: 'copy'>
    """

    COPY = "copy"
    """The same sentence, perhaps spun."""
    RETELLING = "retelling"


class Verdict(StrEnum):
    """Whether what articles say on one matter can both be right.

    >>> from conflictnews import compare, parse
    >>> told = "A car bomb killed {} people in Basra on 4 May 2031, police said."
    >>> compare([parse(told.format(14)), parse(told.format(19))]).disagreements[0].verdict
    <Verdict.UPDATE: 'update'>
    """

    CONTRADICTION = "contradiction"
    """It cannot."""
    UPDATE = "update"
    """The later one brings the earlier up to date: a toll that rose."""
    PART = "part"
    """One counts a part of what the other counts."""
    COMPATIBLE = "compatible"
    NOT_COMPARABLE = "not-comparable"


class Slot(StrEnum):
    """The matter on which articles disagree.

    >>> from conflictnews import compare, parse
    >>> told = "A car bomb killed {} people in Basra on 4 May 2031, police said."
    >>> compare([parse(told.format(14)), parse(told.format(19))]).disagreements[0].slot
    <Slot.KILLED: 'killed'>
    """

    KILLED = "killed"
    INJURED = "injured"
    MISSING = "missing"
    DISPLACED = "displaced"
    QUANTITY = "quantity"
    """Any other figure."""
    DAY = "day"
    PLACE = "place"
    PERPETRATOR = "perpetrator"
    CLAIM = "claim"
    """Who claimed or denied it."""
    WEAPON = "weapon"
    FATE = "fate"
    """What became of somebody: released, still held."""
    WORDS = "words"
    """The words of a quotation."""
    SPEAKER = "speaker"
    """Whose words a quotation is."""


class TollState(StrEnum):
    """What a figure of casualties is among those of its incident.

    >>> from datetime import date
    >>> from conflictnews import compare, parse
    >>> told = "A car bomb killed {} people in Basra on Sunday, police said."
    >>> days = (14, date(2031, 5, 4)), (19, date(2031, 5, 5))
    >>> comparison = compare([parse(told.format(dead), published=day) for dead, day in days])
    >>> [(toll.value, toll.state.value) for toll in comparison.incidents[0].tolls]
    [(Decimal('14'), 'current'), (Decimal('19'), 'update')]
    """

    CURRENT = "current"
    UPDATE = "update"
    """Later and larger than what the same source, or the same line of reports, said before."""
    STALE = "stale"
    """An earlier figure, repeated though a larger one was known."""
    PART = "part"
    """Of some of the people only: the children among the dead."""
